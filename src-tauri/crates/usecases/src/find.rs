//! Finding as one types: over everything this member may see, the likeliest first.

use crate::Open;
use crate::case::{Case, texts};

/// The most that is given.
const MOST: usize = 30;
/// How many characters of a text are shown around what was found.
const SNIPPET: usize = 90;

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FoundWhat {
    /// An application without a grant.
    Application(domain::id::ApplicationId),
    /// A grant.
    Grant(domain::id::GrantId),
    /// A member of the partnership.
    Member(uuid::Uuid),
    /// A line of the plan.
    Activity(String),
}

/// One thing found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What.
    pub what: FoundWhat,
    /// The group's, member's or line's name; the reference when the name is sealed to others.
    pub title: String,
    /// The reference, or the code of a line.
    pub reference: Option<String>,
    /// The words around what was found, where it stands elsewhere than in the name or the reference.
    pub snippet: Option<String>,
    /// Whether it is under embargo.
    pub sealed: bool,
}

/// How near a thing is to what was typed: the nearest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Nearness {
    /// The reference or the name starts with it.
    Starts,
    /// The name or the reference has it.
    Contains,
    /// It stands elsewhere.
    Elsewhere,
}

/// Finds what has every typed word in it, the likeliest first. What is sealed to others is found by its reference alone.
pub fn find(open: &Open, typed: &str) -> Vec<Found> {
    let words: Vec<String> = typed.split_whitespace().map(str::to_lowercase).collect();
    if words.is_empty() {
        return Vec::new();
    }
    let whole = words.join(" ");
    let mut cases: Vec<(Nearness, &Case)> = open
        .cases()
        .filter(|case| words.iter().all(|word| case.findable.contains(word.as_str())))
        .map(|case| (nearness(&whole, &words, case.group_name().unwrap_or_default(), &case.reference().unwrap_or_default()), case))
        .collect();
    // The newest of those that are equally near come first.
    cases.sort_by(|(near, case), (other_near, other)| near.cmp(other_near).then_with(|| other.row.reference.cmp(&case.row.reference)));
    cases.truncate(MOST);
    let mut found: Vec<(Nearness, Found)> =
        cases.into_iter().map(|(near, case)| (near, of_case(case, &words, near == Nearness::Elsewhere))).collect();

    for (id, name) in open.people() {
        found.extend(named(&whole, &words, name, "").map(|near| {
            let what = FoundWhat::Member(id);
            (near, Found { what, title: name.to_owned(), reference: None, snippet: None, sealed: false })
        }));
    }
    for activity in &open.plan().activities {
        found.extend(named(&whole, &words, &activity.name, &activity.code).map(|near| {
            let (what, reference) = (FoundWhat::Activity(activity.code.clone()), Some(activity.code.clone()));
            (near, Found { what, title: activity.name.clone(), reference, snippet: None, sealed: false })
        }));
    }
    // Equally near things keep their order: groups, people, lines of the plan.
    found.sort_by_key(|(near, _)| *near);
    found.truncate(MOST);
    found.into_iter().map(|(_, found)| found).collect()
}

fn nearness(whole: &str, words: &[String], name: &str, reference: &str) -> Nearness {
    named(whole, words, name, reference).unwrap_or(Nearness::Elsewhere)
}

/// How near a name and a reference or code are; none when a word is in neither.
fn named(whole: &str, words: &[String], name: &str, reference: &str) -> Option<Nearness> {
    let (name, reference) = (name.to_lowercase(), reference.to_lowercase());
    if reference.starts_with(whole) || name.starts_with(whole) {
        Some(Nearness::Starts)
    } else if words.iter().all(|word| name.contains(word.as_str()) || reference.contains(word.as_str())) {
        Some(Nearness::Contains)
    } else {
        None
    }
}

fn of_case(case: &Case, words: &[String], elsewhere: bool) -> Found {
    let reference = case.reference();
    let title = case.group_name().map(str::to_owned).or_else(|| reference.clone()).unwrap_or_default();
    let snippet = if elsewhere { snippet(case, words) } else { None };
    let what = case.grant_id().map_or_else(|| FoundWhat::Application(case.id()), FoundWhat::Grant);
    Found { what, title, reference, snippet, sealed: case.is_sealed() }
}

/// The line around the first word that is in neither the name nor the reference, as it was written.
fn snippet(case: &Case, words: &[String]) -> Option<String> {
    let name = case.group_name().unwrap_or_default().to_lowercase();
    let reference = case.reference().unwrap_or_default().to_lowercase();
    let word = words.iter().find(|word| !name.contains(word.as_str()) && !reference.contains(word.as_str()))?;
    texts(case).iter().flat_map(|text| text.lines()).find_map(|line| around(line, word))
}

/// About ninety characters of a line around a word, cut between words.
fn around(line: &str, word: &str) -> Option<String> {
    // Small letters may be longer or shorter than what they were written as, so each keeps the place it came from.
    let mut small = String::new();
    let mut place = Vec::new();
    for (index, c) in line.chars().enumerate() {
        for lower in c.to_lowercase() {
            small.push(lower);
            place.resize(small.len(), index);
        }
    }
    let at = small.find(word)?;
    let hit = place.get(at).copied()?;
    let letters: Vec<char> = line.chars().collect();
    if letters.len() <= SNIPPET {
        return Some(line.trim().to_owned());
    }
    let from = hit.saturating_sub(SNIPPET / 3).min(letters.len().saturating_sub(SNIPPET));
    let to = from.saturating_add(SNIPPET).min(letters.len());
    let shown = letters.get(from..to)?;
    let spaces = |range: std::ops::Range<usize>| shown.get(range).into_iter().flatten().position(|c| c.is_whitespace());
    // A word cut in half is left out, unless it is the one that was found.
    let skip = if from == 0 { 0 } else { spaces(0..hit.saturating_sub(from)).map_or(0, |space| space.saturating_add(1)) };
    let found_ends = hit.saturating_sub(from).saturating_add(word.chars().count());
    let keep = if to == letters.len() {
        shown.len()
    } else {
        shown.iter().rposition(|c| c.is_whitespace()).filter(|space| *space >= found_ends).unwrap_or(shown.len())
    };
    let middle: String = shown.get(skip..keep)?.iter().collect();
    let (before, after) = (if from == 0 { "" } else { "…" }, if to == letters.len() { "" } else { "…" });
    Some(format!("{before}{}{after}", middle.trim()))
}

#[cfg(test)]
mod tests {
    use super::around;

    #[test]
    fn a_short_line_is_shown_whole_and_a_long_one_around_the_word_between_words() {
        assert_eq!(around("Chalk and SIGNS ", "signs").as_deref(), Some("Chalk and SIGNS"));
        assert_eq!(around("Chalk and signs", "vests"), None);
        let long = "We meet every Thursday in the hall and we would like a quiet room with growing plants for young people of the whole estate, all year round.";
        let shown = around(long, "quiet").unwrap();
        assert_eq!(shown, "…the hall and we would like a quiet room with growing plants for young people of the…");
        assert!(shown.chars().count() <= 92);
        assert!(around(long, "thursday").unwrap().starts_with("We meet every Thursday"));
        assert!(around(long, "round").unwrap().ends_with("all year round."));
    }

    #[test]
    fn letters_that_grow_when_made_small_are_found_where_they_stand() {
        assert_eq!(around("İİİİ Müllerstraße", "müller").as_deref(), Some("İİİİ Müllerstraße"));
        let long = format!("{} Müller {}", "İ".repeat(120), "x".repeat(120));
        assert!(around(&long, "müller").unwrap().contains("Müller"));
    }
}
