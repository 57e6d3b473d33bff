//! A window with an empty page: what the platform itself costs, for `cargo xtask bench start`.

use tauri::{WebviewUrl, WebviewWindowBuilder};

fn main() -> tauri::Result<()> {
    tauri::Builder::default()
        .invoke_handler(|invoke| {
            #[expect(clippy::print_stdout, reason = "the measuring program reads it")]
            {
                println!("first screen");
            }
            invoke.resolver.resolve(());
            true
        })
        .setup(|app| {
            WebviewWindowBuilder::new(app, "main", WebviewUrl::default())
                .title("Empty page")
                .inner_size(1280.0, 860.0)
                .incognito(true)
                .initialization_script(include_str!("first_screen.js"))
                .build()?;
            Ok(())
        })
        .run(context())
}

#[expect(clippy::exit, reason = "Tauri's own macro ends the program when its parts cannot be read")]
fn context() -> tauri::Context {
    tauri::generate_context!("examples/bare/tauri.conf.json")
}
