//! A display of its own for each window: Xvfb on a number that the server itself finds free.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// A running Xvfb; it ends with this value.
pub struct Display {
    server: Child,
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
        let mut server = Command::new("Xvfb")
            .args([
                "-displayfd",
                "1",
                "-nolisten",
                "tcp",
                "-screen",
                "0",
                &format!("{width}x{height}x24"),
            ])
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
            name: format!(":{number}"),
        }
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
