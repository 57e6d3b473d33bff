//! Checks the window's settings and capabilities at build time and embeds the built UI.

fn main() {
    // The built UI becomes part of the program, so a new build of it must rebuild the program.
    println!("cargo:rerun-if-changed=../ui/dist");
    tauri_build::build();
}
