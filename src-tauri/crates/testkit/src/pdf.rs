//! Reading a PDF back with poppler.

use std::io::Write;
use std::process::{Command, Stdio};
use std::thread;

/// The text of a PDF, with every run of white space made one space, so that a line break parts no sentence.
pub fn text_of(pdf: &[u8]) -> String {
    through("pdftotext", &["-enc", "UTF-8", "-", "-"], pdf).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How many pages a PDF has.
pub fn pages_of(pdf: &[u8]) -> usize {
    let info = through("pdfinfo", &["-"], pdf);
    let pages = info.lines().find_map(|line| line.strip_prefix("Pages:")).expect("pdfinfo says how many pages there are");
    pages.trim().parse().unwrap()
}

fn through(program: &str, arguments: &[&str], pdf: &[u8]) -> String {
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{program} is needed (Debian package poppler-utils): {error}"));
    let mut stdin = child.stdin.take().unwrap();
    let pdf = pdf.to_vec();
    let writing = thread::spawn(move || stdin.write_all(&pdf));
    let output = child.wait_with_output().unwrap();
    writing.join().unwrap().unwrap();
    assert!(output.status.success(), "{program} could not read the pages");
    String::from_utf8(output.stdout).unwrap()
}
