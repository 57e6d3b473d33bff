//! Writes every document in both sizes from invented data: `cargo run -p documents --example sheets -- FOLDER`.

mod invented;
mod meeting;
mod money;
mod panel;

use documents::{
    Document, DocumentError, Size, Wording, agenda, agreement, blank_form, completed_application, decision_letter, decision_sheet,
    feedback_form, meeting_notice, minutes, panel_report, payment_list, recovery_page, remittance_advice, reply_sheet, reviewers_booklet,
    spend_report, spendometer,
};
use std::{
    error::Error,
    fs,
    path::{Path, PathBuf},
    time::Instant,
};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args_os().nth(1).ok_or("name a folder")?;
    let folder = PathBuf::from(folder);
    fs::create_dir_all(&folder)?;
    let wording = Wording::bundled()?;
    for (size, suffix) in [(Size::Standard, ""), (Size::Large, "-large")] {
        let sheets = sheets(&wording, size)?;
        for (name, document) in sheets {
            save(&folder, &format!("{name}{suffix}"), &document)?;
        }
    }
    save(&folder, "recovery", &recovery_page(&invented::recovery(), &wording)?)?;
    time(&wording)?;
    Ok(())
}

fn sheets(wording: &Wording, size: Size) -> Result<Vec<(&'static str, Document)>, DocumentError> {
    let letter = |outcome| decision_letter(&invented::letter(outcome), wording, size);
    Ok(vec![
        ("agreement", agreement(&invented::agreement(), wording, size)?),
        ("blank-form", blank_form(&invented::blank_form(), wording, size)?),
        ("application", completed_application(&invented::application(), wording, size)?),
        ("feedback-form", feedback_form(&invented::feedback(), wording, size)?),
        ("letter-offer", letter(invented::offer())?),
        ("letter-part-offer", letter(invented::part_offer())?),
        ("letter-deferred", letter(invented::deferred())?),
        ("letter-declined", letter(invented::declined())?),
        ("booklet", reviewers_booklet(&panel::booklet(), wording, size)?),
        ("reply-sheet", reply_sheet(&panel::reply_sheet(), wording, size)?),
        ("reply-sheet-scored", reply_sheet(&panel::scored_reply_sheet(), wording, size)?),
        ("minutes-members", minutes(&meeting::minutes(), wording, size)?),
        ("minutes-public", minutes(&meeting::published_minutes(), wording, size)?),
        ("agenda-members", agenda(&meeting::agenda(), wording, size)?),
        ("agenda-public", agenda(&meeting::published_agenda(), wording, size)?),
        ("meeting-notice", meeting_notice(&meeting::notice(), wording, size)?),
        ("meeting-called-off", meeting_notice(&meeting::called_off(), wording, size)?),
        ("decision-sheet", decision_sheet(&meeting::decision_sheet(), wording, size)?),
        ("spendometer", spendometer(&money::spendometer(9), wording, size)?),
        ("spend-report", spend_report(&money::spend_report(), wording, size)?),
        ("payment-list", payment_list(&money::payment_list(false), wording, size)?),
        ("payment-list-waiting", payment_list(&money::payment_list(true), wording, size)?),
        ("remittance-advice", remittance_advice(&money::remittance_advice(), wording, size)?),
        ("panel-report", panel_report(&panel::report(), wording, size)?),
    ])
}

#[expect(clippy::print_stdout, reason = "an example tells what it wrote")]
#[expect(clippy::disallowed_methods, reason = "these sheets are no register: half a file does no harm")]
fn save(folder: &Path, name: &str, document: &Document) -> Result<(), Box<dyn Error>> {
    let path = folder.join(name).with_extension("pdf");
    fs::write(&path, &document.bytes)?;
    println!("{}: {} pages, {} bytes, “{}”", path.display(), document.pages, document.bytes.len(), document.title);
    Ok(())
}

/// How long one agreement takes, when the fonts have been read.
#[expect(clippy::print_stdout, reason = "an example tells what it measured")]
fn time(wording: &Wording) -> Result<(), DocumentError> {
    let view = invented::agreement();
    let mut times = Vec::new();
    for _ in 0..100 {
        let start = Instant::now();
        agreement(&view, wording, Size::Standard)?;
        times.push(start.elapsed());
    }
    times.sort_unstable();
    if let (Some(best), Some(median), Some(slow)) = (times.first(), times.get(49), times.get(94)) {
        println!("agreement: best {best:?}, median {median:?}, 95 in 100 within {slow:?}");
    }
    Ok(())
}
