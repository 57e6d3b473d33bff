//! Writes every document in both sizes from invented data: `cargo run -p documents --example sheets -- FOLDER`.

use documents::{Document, Size, Wording, bind, example, print};
use std::{
    error::Error,
    fs,
    path::{Path, PathBuf},
};

const SIZES: [(Size, &str); 2] = [(Size::Standard, ""), (Size::Large, "-large")];

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args_os().nth(1).ok_or("name a folder")?;
    let folder = PathBuf::from(folder);
    fs::create_dir_all(&folder)?;
    let wording = Wording::bundled()?;
    for (size, suffix) in SIZES {
        let file = bind("Everything about CC-006", &example::whole_file(), &wording, size, &mut |_| true)?;
        save(&folder, &format!("whole-grant-file{suffix}"), &file)?;
    }
    for (name, paper) in example::papers() {
        for (size, suffix) in SIZES {
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
