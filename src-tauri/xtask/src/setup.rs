//! What the machine must have: Debian packages are looked for and installed; for Rust and Node it is said what
//! is missing.

use crate::run::{command, quiet, shown};
use std::io::IsTerminal;
use std::path::Path;

/// To compile anything: SQLite comes as C source.
pub(crate) const COMPILE: [&str; 1] = ["build-essential"];
/// To build and open the window, with Chinese letters in it.
pub(crate) const WINDOW: [&str; 4] = [
    "build-essential",
    "pkg-config",
    "libwebkit2gtk-4.1-dev",
    "fonts-noto-cjk",
];
/// To drive the window on a display of its own.
pub(crate) const DRIVE: [&str; 3] = ["webkit2gtk-driver", "xvfb", "git"];

/// Installs those packages that are missing.
pub(crate) fn packages(wanted: &[&str]) -> Result<(), String> {
    if cfg!(not(target_os = "linux")) {
        return Ok(());
    }
    if quiet("dpkg-query", &["--version"]).is_none() {
        println!(
            "This is no Debian, so nothing is installed. Needed are what Debian calls: {}",
            wanted.join(" ")
        );
        return Ok(());
    }
    let missing: Vec<&str> = wanted
        .iter()
        .copied()
        .filter(|name| !installed(name))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("Installing {}", missing.join(" "));
    let by = installer()?;
    apt(&by, &["update", "-q"])?;
    let mut arguments = vec!["install", "-q", "-y", "--no-install-recommends"];
    arguments.extend(&missing);
    apt(&by, &arguments)?;
    match missing.iter().find(|name| !installed(name)) {
        Some(name) => Err(format!("{name} is still missing after its installation")),
        None => Ok(()),
    }
}

fn installed(package: &str) -> bool {
    quiet("dpkg-query", &["-W", "-f=${db:Status-Status}", package])
        .is_some_and(|(success, status)| success && status.trim() == "installed")
}

/// How apt-get may be called here: as it is, or through sudo.
fn installer() -> Result<Vec<&'static str>, String> {
    if quiet("id", &["-u"]).is_some_and(|(_, id)| id.trim() == "0") {
        return Ok(vec!["apt-get"]);
    }
    let silent = quiet("sudo", &["-n", "true"]).is_some_and(|(success, _)| success);
    let can_ask = std::io::stdin().is_terminal() && quiet("sudo", &["--version"]).is_some();
    if silent || can_ask {
        return Ok(vec!["sudo", "apt-get"]);
    }
    Err("Packages are missing and only root may install them: run this once as root, or with sudo at hand.".into())
}

fn apt(by: &[&str], arguments: &[&str]) -> Result<(), String> {
    let mut words = by[1..].to_vec();
    words.extend(arguments);
    for attempt in 1..=3 {
        let mut call = command(Path::new("/"), by[0], &words);
        call.env("DEBIAN_FRONTEND", "noninteractive");
        if by[0] == "sudo" {
            call.stdin(std::process::Stdio::inherit());
        }
        if shown(call)?.success {
            return Ok(());
        }
        println!("apt-get did not succeed (attempt {attempt} of 3)");
        std::thread::sleep(std::time::Duration::from_secs(5));
    }
    Err(format!("apt-get {} failed", arguments.join(" ")))
}

/// Node as the page's tools need it.
pub(crate) fn node() -> Result<(), String> {
    let needed = "Node 20.19 or newer with npm is needed to build the page";
    let (_, version) =
        quiet("node", &["--version"]).ok_or(format!("{needed}; there is none here."))?;
    let mut parts = version
        .trim()
        .trim_start_matches('v')
        .split('.')
        .map(|part| part.parse::<u32>().unwrap_or(0));
    let found = (parts.next().unwrap_or(0), parts.next().unwrap_or(0));
    if found < (20, 19) {
        return Err(format!("{needed}; here is {}.", version.trim()));
    }
    quiet("npm", &["--version"])
        .map(|_| ())
        .ok_or(format!("{needed}; npm is missing."))
}
