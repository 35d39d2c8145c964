//! On Linux the program starts itself once more with WebKit's DMA-BUF renderer switched off. Without a good
//! graphics driver that renderer costs half a second at start and 85 MB, and on some machines it paints nothing.
//!
//! Setting a variable of the running process is unsafe once threads exist, so the process is replaced instead:
//! same process id, same arguments. Whoever sets the variable, to whatever value, is obeyed.

#[cfg(target_os = "linux")]
const VARIABLE: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

/// Replaces the process unless the variable is set. When that fails, the window opens with WebKit's default.
#[cfg(target_os = "linux")]
pub(crate) fn without_dmabuf() {
    use std::os::unix::process::CommandExt;
    if std::env::var_os(VARIABLE).is_some() {
        return;
    }
    if let Ok(program) = std::env::current_exe() {
        // Returns only when it fails.
        let _ = std::process::Command::new(program)
            .args(std::env::args_os().skip(1))
            .env(VARIABLE, "1")
            .exec();
    }
}

/// Other systems have no such renderer.
#[cfg(not(target_os = "linux"))]
pub(crate) fn without_dmabuf() {}
