//! Embeds the window's configuration, icons and capabilities.

fn main() {
    tauri_build::build();
}
