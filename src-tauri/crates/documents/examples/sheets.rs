//! Writes every document in both sizes from invented data: `cargo run -p documents --example sheets -- FOLDER`.

use documents::{Document, Size, Wording, example, print};
use std::{
    error::Error,
    fs,
    path::{Path, PathBuf},
};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args_os().nth(1).ok_or("name a folder")?;
    let folder = PathBuf::from(folder);
    fs::create_dir_all(&folder)?;
    let wording = Wording::bundled()?;
    for (name, paper) in example::papers() {
        for (size, suffix) in [(Size::Standard, ""), (Size::Large, "-large")] {
            save(&folder, &format!("{name}{suffix}"), &print(&paper, &wording, size)?)?;
        }
    }
    Ok(())
}

#[expect(clippy::print_stdout, reason = "an example tells what it wrote")]
#[expect(clippy::disallowed_methods, reason = "these sheets are no register: half a file does no harm")]
fn save(folder: &Path, name: &str, document: &Document) -> Result<(), Box<dyn Error>> {
    let path = folder.join(name).with_extension("pdf");
    fs::write(&path, &document.bytes)?;
    println!("{}: {} pages, {} bytes, “{}”", path.display(), document.pages, document.bytes.len(), document.title);
    Ok(())
}
