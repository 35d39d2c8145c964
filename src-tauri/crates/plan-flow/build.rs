//! Embedding a folder leaves no trace that cargo could watch, so it is told here.
fn main() {
    #[allow(
        clippy::print_stdout,
        reason = "this is how a build script speaks to cargo"
    )]
    {
        println!("cargo::rerun-if-changed=../../../seeds/plans");
    }
}
