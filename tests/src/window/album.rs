//! The pictures of a journey with a line beneath each, on one page to look through.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

#[derive(Debug)]
pub(super) struct Album {
    folder: PathBuf,
    title: String,
    pictures: Vec<(String, String)>,
    documents: Vec<PathBuf>,
    /// Where they came from: an album that goes back and forth between windows takes each once.
    taken: Vec<PathBuf>,
}

impl Album {
    pub(super) fn new(folder: &Path, title: &str) -> Self {
        let _ = fs::remove_dir_all(folder);
        Self { folder: folder.to_owned(), title: title.to_owned(), pictures: Vec::new(), documents: Vec::new(), taken: Vec::new() }
    }

    /// Takes the next picture.
    pub(super) fn add(&mut self, caption: &str, take: impl FnOnce(&Path) -> Result<(), String>) -> Result<(), String> {
        let slug: String = caption
            .to_lowercase()
            .split(|letter: char| !letter.is_ascii_alphanumeric())
            .filter(|word| !word.is_empty())
            .take(8)
            .collect::<Vec<_>>()
            .join("-");
        let file = format!("{:02}-{slug}.png", self.pictures.len().saturating_add(1));
        take(&self.folder.join(&file))?;
        self.pictures.push((caption.to_owned(), file));
        Ok(())
    }

    /// Copies documents and draws their pages.
    pub(super) fn add_documents(&mut self, documents: &[PathBuf]) -> Result<(), String> {
        for document in documents {
            if self.taken.contains(document) {
                continue;
            }
            self.taken.push(document.clone());
            let name = document.file_name().unwrap_or_default();
            let mut copy = self.folder.join(name);
            if copy.exists() {
                copy = self.folder.join(format!("{}-{}", self.taken.len(), name.to_string_lossy()));
            }
            fs::copy(document, &copy).map_err(|error| error.to_string())?;
            let drawn = Command::new("pdftoppm")
                .args(["-png", "-r", "70"])
                .arg(&copy)
                .arg(copy.with_extension(""))
                .status()
                .map_err(|error| format!("pdftoppm is in the Debian package poppler-utils: {error}"))?;
            if !drawn.success() {
                return Err(format!("pdftoppm could not draw {}", copy.display()));
            }
            self.documents.push(copy);
        }
        Ok(())
    }

    /// The pictures of a document's pages, in order.
    fn pages(&self, document: &Path) -> Vec<String> {
        let start = format!("{}-", document.file_stem().unwrap_or_default().to_string_lossy());
        let mut pages: Vec<String> = fs::read_dir(&self.folder)
            .into_iter()
            .flatten()
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .filter(|name| {
                name.strip_prefix(&start)
                    .and_then(|rest| rest.strip_suffix(".png"))
                    .is_some_and(|number| number.chars().all(|digit| digit.is_ascii_digit()))
            })
            .collect();
        pages.sort();
        pages
    }

    /// Writes `index.html`.
    pub(super) fn finish(self) -> Result<PathBuf, String> {
        let mut page = format!(
            "<!doctype html>\n<html lang=\"en-GB\">\n<meta charset=\"utf-8\">\n<title>{0}</title>\n<style>\
             body{{font:16px/1.5 sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;background:#f6f1e7;color:#1b2422}}\
             figure{{margin:0 0 2.5rem}}figcaption{{font-weight:700;margin:0 0 .5rem}}\
             img{{max-width:100%;border:1px solid #c9bda6}}</style>\n<h1>{0}</h1>\n",
            plain(&self.title)
        );
        page.push_str("<h2>Pictures</h2>\n");
        for (index, (caption, file)) in self.pictures.iter().enumerate() {
            let number = index.saturating_add(1);
            let _ = writeln!(page, "<figure><figcaption>{number}. {}</figcaption><img src=\"{file}\" alt=\"\"></figure>", plain(caption));
        }
        if !self.documents.is_empty() {
            page.push_str("<h2>Printed pages</h2>\n");
        }
        for document in &self.documents {
            let name = plain(&document.file_name().unwrap_or_default().to_string_lossy());
            let _ = writeln!(page, "<figure><figcaption><a href=\"{name}\">{name}</a></figcaption>");
            for picture in self.pages(document) {
                let _ = writeln!(page, "<img src=\"{}\" alt=\"\">", plain(&picture));
            }
            page.push_str("</figure>\n");
        }
        let path = self.folder.join("index.html");
        fs::write(&path, page).map_err(|error| error.to_string())?;
        Ok(path)
    }
}

fn plain(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
