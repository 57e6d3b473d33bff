//! The pictures of a journey with a line beneath each, on one page to look through.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

#[derive(Debug)]
pub(super) struct Album {
    folder: PathBuf,
    title: String,
    pictures: Vec<(String, String)>,
}

impl Album {
    pub(super) fn new(folder: &Path, title: &str) -> Self {
        let _ = fs::remove_dir_all(folder);
        Self {
            folder: folder.to_owned(),
            title: title.to_owned(),
            pictures: Vec::new(),
        }
    }

    /// Takes the next picture.
    pub(super) fn add(
        &mut self,
        caption: &str,
        take: impl FnOnce(&Path) -> Result<(), String>,
    ) -> Result<(), String> {
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

    /// Copies the documents and writes `index.html`.
    pub(super) fn finish(self, documents: &[PathBuf]) -> Result<PathBuf, String> {
        let mut page = format!(
            "<!doctype html>\n<html lang=\"en-GB\">\n<meta charset=\"utf-8\">\n<title>{0}</title>\n<style>\
             body{{font:16px/1.5 sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;background:#f6f1e7;color:#1b2422}}\
             figure{{margin:0 0 2.5rem}}figcaption{{font-weight:700;margin:0 0 .5rem}}\
             img{{max-width:100%;border:1px solid #c9bda6}}</style>\n<h1>{0}</h1>\n",
            plain(&self.title)
        );
        if !documents.is_empty() {
            page.push_str("<h2>Documents</h2>\n<ul>\n");
            for document in documents {
                let name = document.file_name().unwrap_or_default().to_string_lossy();
                fs::copy(document, self.folder.join(name.as_ref()))
                    .map_err(|error| error.to_string())?;
                let _ = writeln!(page, "<li><a href=\"{0}\">{0}</a></li>", plain(&name));
            }
            page.push_str("</ul>\n");
        }
        page.push_str("<h2>Pictures</h2>\n");
        for (index, (caption, file)) in self.pictures.iter().enumerate() {
            let number = index.saturating_add(1);
            let _ = writeln!(
                page,
                "<figure><figcaption>{number}. {}</figcaption><img src=\"{file}\" alt=\"\"></figure>",
                plain(caption)
            );
        }
        let path = self.folder.join("index.html");
        fs::write(&path, page).map_err(|error| error.to_string())?;
        Ok(path)
    }
}

fn plain(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}
