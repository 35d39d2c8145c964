//! A display of its own for each window: Xvfb on a number that the server itself finds free, and pictures of what
//! it shows. The driver's own pictures wait for a frame that an idle page never paints.

use std::io::{BufRead, BufReader, BufWriter};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;

/// A running Xvfb; it ends with this value.
pub struct Display {
    server: Child,
    /// Where the server keeps what it shows.
    memory: TempDir,
    /// As the environment variable `DISPLAY` wants it.
    pub name: String,
}

impl Display {
    /// Starts a display of this size.
    ///
    /// # Panics
    /// When Xvfb is not installed or does not start: a journey without a window is never a pass.
    #[must_use]
    pub fn start(width: u32, height: u32) -> Self {
        let memory = tempfile::tempdir().expect("a folder");
        let mut server = Command::new("Xvfb")
            .args([
                "-nocursor",
                "-displayfd",
                "1",
                "-nolisten",
                "tcp",
                "-screen",
                "0",
            ])
            .arg(format!("{width}x{height}x24"))
            .arg("-fbdir")
            .arg(memory.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| {
                panic!("Xvfb does not start ({error}): apt-get install xvfb, or `cargo xtask test`")
            });
        let mut line = String::new();
        let stdout = server.stdout.take().expect("stdout is piped");
        BufReader::new(stdout)
            .read_line(&mut line)
            .expect("Xvfb writes its number");
        let number: u32 = line
            .trim()
            .parse()
            .unwrap_or_else(|_| panic!("Xvfb ended without a display number: {line:?}"));
        Self {
            server,
            memory,
            name: format!(":{number}"),
        }
    }
}

impl Display {
    /// Writes what the display shows just now as a PNG.
    ///
    /// # Panics
    /// When it cannot be read or written.
    pub fn picture(&self, path: &Path) {
        let dump = std::fs::read(self.memory.path().join("Xvfb_screen0"))
            .expect("the display can be read");
        let (width, height, pixels) = pixels(&dump);
        let file = std::fs::File::create(path)
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let mut encoder = png::Encoder::new(BufWriter::new(file), width, height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        let mut writer = encoder.write_header().expect("a PNG header");
        writer.write_image_data(&pixels).expect("PNG data");
    }
}

/// Width, height and red-green-blue bytes of an X window dump of 32 bits a pixel.
fn pixels(dump: &[u8]) -> (u32, u32, Vec<u8>) {
    let word = |index: usize| {
        let bytes = dump[4 * index..4 * index + 4]
            .try_into()
            .expect("four bytes");
        u32::from_be_bytes(bytes)
    };
    let (header, width, height, low_first) = (word(0), word(4), word(5), word(7) == 0);
    let (bits, line, colours) = (word(11), word(12) as usize, word(19) as usize);
    assert_eq!(bits, 32, "a display of 24 bits keeps 32 for a pixel");
    let start = header as usize + colours * 12;
    let rows = dump[start..].chunks(line).take(height as usize);
    let of_row = |row: &[u8]| -> Vec<u8> {
        let (cells, _) = row.as_chunks::<4>();
        let three = |cell: &[u8; 4]| {
            if low_first {
                [cell[2], cell[1], cell[0]]
            } else {
                [cell[1], cell[2], cell[3]]
            }
        };
        cells.iter().take(width as usize).flat_map(three).collect()
    };
    (width, height, rows.flat_map(of_row).collect())
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::pixels;

    #[test]
    fn a_dump_is_read_by_its_own_header() {
        let mut words = [0u32; 25];
        // Header size, width, height, byte order, bits a pixel, bytes a line, colours.
        for (index, value) in [
            (0, 100),
            (4, 2),
            (5, 1),
            (7, 0),
            (11, 32),
            (12, 12),
            (19, 1),
        ] {
            words[index] = value;
        }
        let mut dump: Vec<u8> = words.iter().flat_map(|word| word.to_be_bytes()).collect();
        dump.extend([9; 12]);
        dump.extend([3, 2, 1, 0, 6, 5, 4, 0, 7, 7, 7, 7]);
        assert_eq!(pixels(&dump), (2, 1, vec![1, 2, 3, 4, 5, 6]));
    }
}
