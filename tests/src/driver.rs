//! WebKitWebDriver as a process of its own group, so that the window and its helpers end with it.

use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A running driver; its whole process group ends with this value.
pub struct Driver {
    process: Child,
    /// Where it listens.
    pub address: String,
}

impl Driver {
    /// Starts a driver whose windows open on `display` and see `settings` as environment variables.
    ///
    /// # Panics
    /// When the driver is not installed or does not listen within twenty seconds.
    #[must_use]
    pub fn start(display: &str, settings: &[(&str, &Path)]) -> Self {
        let port = free_port();
        let mut command = Command::new("WebKitWebDriver");
        command
            .args([format!("--port={port}"), "--host=127.0.0.1".into()])
            .env("DISPLAY", display)
            .env_remove("WAYLAND_DISPLAY")
            .env("GDK_BACKEND", "x11")
            // No session bus: one started by itself would outlive the test.
            .env("DBUS_SESSION_BUS_ADDRESS", "disabled:")
            .env("NO_AT_BRIDGE", "1")
            .env("GTK_A11Y", "none")
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            // As on the desk of the people it is made for.
            .env("LANG", "zh_CN.UTF-8")
            .env("LANGUAGE", "zh_CN")
            .envs(settings.iter().copied())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0);
        let process = command.spawn().unwrap_or_else(|error| {
            panic!("WebKitWebDriver does not start ({error}): apt-get install webkit2gtk-driver, or `cargo xtask test`")
        });
        let driver = Self {
            process,
            address: format!("127.0.0.1:{port}"),
        };
        let patience = Instant::now() + Duration::from_secs(20);
        while TcpStream::connect(&driver.address).is_err() {
            assert!(
                Instant::now() < patience,
                "WebKitWebDriver does not listen on {}",
                driver.address
            );
            std::thread::sleep(Duration::from_millis(50));
        }
        driver
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // A driver killed alone leaves the window running; the shell's own kill reaches the whole group.
        let group = format!("kill -s KILL -- -{} 2>/dev/null", self.process.id());
        let _ = Command::new("sh").args(["-c", &group]).status();
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    listener.local_addr().expect("a bound port").port()
}
