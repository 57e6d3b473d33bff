//! Many agreements in one run, by us and by programs that print the same words in the same sizes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::python::Environment;
use crate::work::{Failure, Outcome, Work, answer, program, root, target};

/// The rivals of one day, by exact version, so that figures can be repeated.
const PACKAGES: &[&str] = &["typst==0.15.0", "weasyprint==70.0", "reportlab==5.1.0"];

/// Who prints, by which script, and what part of the run: the slowest prints a tenth.
const RIVALS: &[(&str, &str, usize)] = &[
    ("Typst 0.15 (its compiler kept, from Python)", "with_typst.py", 1),
    ("ReportLab 5.1", "with_reportlab.py", 1),
    ("WeasyPrint 70", "with_weasyprint.py", 10),
];

/// One line of the table.
struct Figures {
    name: String,
    count: usize,
    median: f64,
    p95: f64,
    whole: f64,
    /// Milliseconds that processors worked for each: what other programs do beside us changes it least.
    work: f64,
    bytes: u64,
    peak_mb: f64,
    pages: String,
    tagged: String,
}

/// Prints so many agreements with each, and then the table.
pub(crate) fn run(work: &mut Work, count: &str) -> Outcome {
    let number: usize = count.parse().map_err(|_| Failure::new(format!("{count} is no number of agreements")))?;
    let count = number.max(20);
    let repeat = format!("cargo xtask bench print {count}");
    let environment = Environment::open("print", PACKAGES)?;
    work.cargo("Build of the press", &["build", "--release", "--package", "documents", "--features", "bench", "--example", "press"])?;
    work.step("Agreements", &repeat, || table(&environment, count))
}

fn table(environment: &Environment, count: usize) -> Outcome {
    let press = target().join("release/examples").join(program("press"));
    let folder = target().join("print-bench");
    fs::create_dir_all(&folder)?;
    let words = folder.join("words.json");
    keep(&words, said(Command::new(&press).arg("words"))?.as_bytes())?;
    println!("   Load when we begin: {}", load());
    let mut all = Vec::new();
    for (name, mode) in [("Community Chest", "ours"), ("the same pages by krilla 0.8", "krilla")] {
        let file = folder.join(format!("{mode}.pdf"));
        said(Command::new(&press).args(["save", mode]).arg(&file))?;
        all.push(figures(name, said(Command::new(&press).arg(mode).arg(count.to_string()))?.as_str(), &file)?);
        shown(all.last());
    }
    for (name, script, part) in RIVALS {
        let script = root().join("src-tauri/benches/print").join(script);
        let file = folder.join(script.with_extension("pdf").file_name().unwrap_or_default());
        let rival = || {
            let mut command = environment.python();
            command.arg(&script).arg(&words).arg(root().join("assets/fonts"));
            command
        };
        said(rival().arg("save").arg(&file))?;
        all.push(figures(name, said(rival().arg((count / part).to_string()))?.as_str(), &file)?);
        shown(all.last());
    }
    // Once more at the end: the machine may have grown busier or quieter meanwhile.
    let again = said(Command::new(&press).arg("ours").arg(count.to_string()))?;
    all.push(figures("Community Chest, once more", &again, &folder.join("ours.pdf"))?);
    let two: Value = parsed(&said(Command::new(&press).arg("two").arg(count.to_string()))?)?;
    println!("   Load at the end: {}", load());
    println!(
        "\n| {count} agreements | pages | tagged | median ms | p95 ms | whole run s | processor ms each | of ours | bytes | peak MB |"
    );
    println!("|---|--:|---|--:|--:|--:|--:|--:|--:|--:|");
    let ours = all.first().map_or(1., |figures| figures.work);
    for figures in &all {
        let ratio = figures.work / ours;
        let Figures { name, count: printed, median, p95, whole, work, bytes, peak_mb, pages, tagged } = figures;
        let name = if *printed == count { name.clone() } else { format!("{name}, {printed} of them") };
        println!("| {name} | {pages} | {tagged} | {median:.2} | {p95:.2} | {whole:.2} | {work:.2} | {ratio:.1} | {bytes} | {peak_mb:.0} |");
    }
    println!("\nOurs on two threads: {} s in all.", two["seconds"]);
    println!("{}", said(Command::new(&press).args(["steps", "200"]))?);
    Ok(())
}

fn shown(figures: Option<&Figures>) {
    if let Some(figures) = figures {
        println!("   {}: median {:.2} ms", figures.name, figures.median);
    }
}

fn figures(name: &str, line: &str, file: &Path) -> Result<Figures, Failure> {
    let value = parsed(line)?;
    let mut times: Vec<f64> = value["ms"].as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    if times.is_empty() {
        return Err(Failure::new(format!("{name} printed nothing")));
    }
    let (count, whole) = (times.len(), times.iter().sum::<f64>() / 1000.);
    times.sort_by(f64::total_cmp);
    let at = |hundredths: usize| times.get(count * hundredths / 100).copied().unwrap_or_default();
    let about = answer("pdfinfo", &[&file.display().to_string()]).ok_or_else(|| Failure::new(format!("{name} wrote no sound PDF")))?;
    let line = |start: &str| about.lines().find_map(|line| line.strip_prefix(start)).unwrap_or_default().trim().to_owned();
    let work = value["processor_ms"].as_f64().unwrap_or_default() / f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    Ok(Figures {
        name: name.to_owned(),
        work,
        count,
        median: at(50),
        p95: at(95),
        whole,
        bytes: value["bytes"].as_u64().unwrap_or_default(),
        peak_mb: value["peak_kb"].as_f64().unwrap_or_default() / 1024.,
        pages: line("Pages:"),
        tagged: line("Tagged:"),
    })
}

fn parsed(line: &str) -> Result<Value, Failure> {
    serde_json::from_str(line).map_err(|error| Failure::new(format!("{error}: {line}")))
}

/// What a program says. Its complaints are shown.
fn said(command: &mut Command) -> Result<String, Failure> {
    let name: PathBuf = command.get_program().into();
    let output = command.stderr(Stdio::inherit()).output()?;
    if !output.status.success() {
        return Err(Failure::new(format!("{} ended with {}", name.display(), output.status)));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// How busy the machine is, where the system tells.
fn load() -> String {
    fs::read_to_string("/proc/loadavg").map_or_else(|_| "not known".to_owned(), |load| load.trim().to_owned())
}

#[expect(clippy::disallowed_methods, reason = "words to print once more are no register: half a file does no harm")]
fn keep(path: &Path, bytes: &[u8]) -> Outcome {
    Ok(fs::write(path, bytes)?)
}
