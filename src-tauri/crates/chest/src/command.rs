//! The commands, as they are typed and as they are done.

use crate::{pack, say, secret};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use usecases::register::{
    self, KdfCost, Passphrase, Person, RecoveryKey, RegisterKeySource, Surroundings, SystemSurroundings, Verification,
};
use usecases::{document, sample};

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    /// Say what can be done.
    Help,
    /// Prove a register or a backup.
    Verify {
        /// The folder, or the file in it.
        file: PathBuf,
        /// With the printed key instead of a passphrase.
        recovery: bool,
        /// Whose passphrase.
        member: Option<String>,
    },
    /// Give a member a new passphrase.
    Recover {
        /// The folder, or the file in it.
        file: PathBuf,
        /// Who.
        member: Option<String>,
    },
    /// Make a backup set.
    BackUp {
        /// The folder, or the file in it.
        file: PathBuf,
        /// Where the set goes.
        into: PathBuf,
        /// Whose passphrase.
        member: Option<String>,
    },
    /// Explain a pack.
    PackInspect {
        /// The pack.
        file: PathBuf,
        /// What opens it.
        key: Option<PathBuf>,
    },
    /// Prove a pack.
    PackVerify {
        /// The pack.
        file: PathBuf,
        /// What opens it.
        key: PathBuf,
        /// What proves its signature.
        from: PathBuf,
    },
    /// Make the sample.
    Demo {
        /// Where.
        folder: PathBuf,
    },
    /// Make every kind of document of the sample.
    Papers {
        /// Where.
        folder: PathBuf,
    },
    /// Measure.
    Bench {
        /// How many applications.
        applications: usize,
    },
    /// Measure packs.
    BenchPacks,
    /// Measure a statement.
    BenchStatement,
}

impl Command {
    /// Reads what was typed.
    pub(crate) fn read(words: &[String]) -> Result<Self, String> {
        let mut plain = Vec::new();
        let (mut recovery, mut member) = (false, None);
        let (mut key, mut from) = (None::<PathBuf>, None::<PathBuf>);
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match word.as_str() {
                "-h" | "--help" => return Ok(Self::Help),
                "--recovery-key" => recovery = true,
                "--member" => member = Some(words.next().ok_or("--member needs a name after it.")?.clone()),
                "--key" => key = Some(words.next().ok_or("--key needs a file after it.")?.into()),
                "--from" => from = Some(words.next().ok_or("--from needs a file after it.")?.into()),
                other if other.starts_with('-') => return Err(format!("There is no option {other}.")),
                other => plain.push(other),
            }
        }
        Ok(match plain.as_slice() {
            [] | ["help"] => Self::Help,
            ["verify", file] => Self::Verify { file: file.into(), recovery, member },
            ["recover", file] => Self::Recover { file: file.into(), member },
            ["back-up", file, into] => Self::BackUp { file: file.into(), into: into.into(), member },
            ["pack", "inspect", file] if from.is_none() => Self::PackInspect { file: file.into(), key },
            ["pack", "verify", file] => {
                let need = "To verify a pack, say --key and a key file, and --from and the sender's public key file.";
                let (Some(key), Some(from)) = (key, from) else { return Err(need.into()) };
                Self::PackVerify { file: file.into(), key, from }
            }
            ["demo", folder] => Self::Demo { folder: folder.into() },
            ["papers", folder] => Self::Papers { folder: folder.into() },
            ["bench"] => Self::Bench { applications: 10_000 },
            ["bench", "packs"] => Self::BenchPacks,
            ["bench", "statement"] => Self::BenchStatement,
            ["bench", number] => Self::Bench { applications: number.parse().map_err(|_| format!("{number} is no number."))? },
            ["verify" | "recover" | "back-up" | "pack" | "demo" | "papers" | "bench", ..] => {
                return Err("Something is missing, or there is too much.".into());
            }
            [other, ..] => return Err(format!("There is no command {other}.")),
        })
    }

    /// Does it. An error is the sentence to print.
    pub(crate) fn run(self) -> Result<(), String> {
        match self {
            Self::Help => Ok(()),
            Self::Verify { file, recovery, member } => verify(&file, recovery, member.as_deref()),
            Self::Recover { file, member } => recover(&file, member.as_deref()),
            Self::BackUp { file, into, member } => back_up(&file, &into, member.as_deref()),
            Self::PackInspect { file, key } => pack::inspect(&file, key.as_deref()),
            Self::PackVerify { file, key, from } => pack::verify(&file, &key, &from),
            Self::Demo { folder } => demo(&folder),
            Self::Papers { folder } => papers(&folder),
            Self::Bench { applications } => bench(applications),
            Self::BenchPacks => bench_packs(),
            Self::BenchStatement => bench_statement(),
        }
    }
}

fn world() -> Arc<dyn Surroundings> {
    Arc::new(SystemSurroundings)
}

/// The member who is meant: the only one there is, or the one who is named.
fn person(file: &Path, wanted: Option<&str>) -> Result<Person, String> {
    let mut here = register::inspect(file).map_err(|error| say::error(&error))?.people;
    let everybody = here.iter().map(|person| person.name.as_str()).collect::<Vec<_>>().join(", ");
    if let Some(wanted) = wanted {
        here.retain(|person| person.name.to_lowercase() == wanted.to_lowercase());
    }
    match here.len() {
        1 => here.pop().ok_or_else(String::new),
        0 => Err(format!("Nobody of this name has a passphrase here. Those who have: {everybody}.")),
        _ => Err(format!("Say who you are with --member NAME. These people have a passphrase: {everybody}.")),
    }
}

fn verify(file: &Path, recovery: bool, member: Option<&str>) -> Result<(), String> {
    let found = if recovery {
        let typed = secret::ask("The printed recovery key")?;
        let key = RecoveryKey::typed(&typed).map_err(|_| say::WRONG_RECOVERY_KEY.to_owned())?;
        register::verify(file, &RegisterKeySource::Recovery(&key), &SystemSurroundings)
    } else {
        let person = person(file, member)?;
        let passphrase = Passphrase::typed(&secret::ask(&format!("Passphrase of {}", person.name))?);
        let source = RegisterKeySource::Member { member_id: person.member_id, passphrase: &passphrase };
        register::verify(file, &source, &SystemSurroundings)
    };
    let found = found.map_err(|error| say::error(&error))?;
    println!("The register is whole.");
    counts(&found);
    Ok(())
}

fn counts(found: &Verification) {
    println!("Every page of the file is as it was written, and every record points to one that is there.");
    println!(
        "The journal proves itself: {} events, {} of them signed, {} erased.",
        found.journal.events, found.journal.signatures, found.journal.erased
    );
    println!("Its end is {} ({}).", found.journal.head.seq, found.journal.head.hex());
    println!("Schema version {}.", found.schema_version);
    for (table, rows) in &found.rows {
        println!("  {rows:>8}  {table}");
    }
}

fn recover(file: &Path, member: Option<&str>) -> Result<(), String> {
    let person = person(file, member)?;
    let key = secret::ask("The printed recovery key")?;
    let passphrase = register::draw_passphrase(&SystemSurroundings);
    // Before anything is changed: if the program is stopped after that, the words are already on paper.
    println!("{} gets a new passphrase. Write it down now. It is shown once:\n\n  {}\n", person.name, passphrase.words());
    let recovered = register::recover(file, &key, person.member_id, &passphrase, KdfCost::standard(), world());
    let (open, renewed) =
        recovered.map_err(|error| format!("{}\nNothing was changed: the new passphrase opens nothing.", say::error(&error)))?;
    let closed = open.close();
    println!("The new passphrase opens the register. The old one does not open it any more.");
    println!("The recovery key has been out of its envelope, so it has ended too. Destroy the paper.");
    println!("This is the new recovery key. Put it on paper, twice, in sealed envelopes:\n\n  {}\n", renewed.printed().as_str());
    println!("Its fingerprint, for the outside of the envelopes: {}", renewed.fingerprint());
    println!("The program can print a new page instead: sign in, and choose Members.");
    closed.map_err(|error| say::error(&error))
}

fn back_up(file: &Path, into: &Path, member: Option<&str>) -> Result<(), String> {
    let person = person(file, member)?;
    let passphrase = Passphrase::typed(&secret::ask(&format!("Passphrase of {}", person.name))?);
    let mut open = register::open(file, person.member_id, &passphrase, world()).map_err(|error| say::error(&error))?;
    let set = register::back_up_to(&mut open, into).map_err(|error| say::error(&error))?.value;
    open.close().map_err(|error| say::error(&error))?;
    println!("The backup was made, read back and proved: {} events.", set.events);
    println!("It is in {}.", set.folder.display());
    Ok(())
}

fn demo(folder: &Path) -> Result<(), String> {
    let (open, passphrase) = sample::create(folder, KdfCost::standard(), world()).map_err(|error| say::error(&error))?;
    println!("The sample partnership is in {}.", open.register().folder().display());
    println!("All of it is invented. Everybody in it has the same passphrase: {}.", passphrase.words());
    println!("In the sample it is always {}.", domain::date::written(open.today()));
    open.close().map_err(|error| say::error(&error))
}

/// Every kind of document in both sizes, from a sample that is made for it and taken away again.
fn papers(folder: &Path) -> Result<(), String> {
    let failed = |error: std::io::Error| format!("The folder cannot be written to: {error}.");
    std::fs::create_dir_all(folder).map_err(failed)?;
    let place = tempfile::tempdir().map_err(failed)?;
    let (open, _) = sample::create(place.path(), KdfCost::standard(), world()).map_err(|error| say::error(&error))?;
    let (mut count, mut pages) = (0_u32, 0_u32);
    for (name, kind, size) in sample::papers::all(&open).map_err(|error| say::error(&error))? {
        let printed = document::make(&open, kind, size).map_err(|error| format!("{name}: {}", say::error(&error)))?;
        let mut file = tempfile::NamedTempFile::new_in(folder).map_err(failed)?;
        file.write_all(&printed.bytes).map_err(failed)?;
        file.persist(folder.join(name)).map_err(|error| failed(error.error))?;
        (count, pages) = (count.saturating_add(1), pages.saturating_add(u32::from(printed.pages)));
    }
    open.close().map_err(|error| say::error(&error))?;
    println!("{count} documents with {pages} pages are in {}.", folder.display());
    Ok(())
}

#[cfg(feature = "bench")]
fn bench(applications: usize) -> Result<(), String> {
    crate::bench::run(applications)
}

#[cfg(feature = "bench")]
fn bench_packs() -> Result<(), String> {
    crate::bench_packs::run()
}

#[cfg(not(feature = "bench"))]
fn bench_packs() -> Result<(), String> {
    Err("To measure packs, build with: cargo run --release -p chest --features bench -- bench packs".to_owned())
}

#[cfg(feature = "bench")]
fn bench_statement() -> Result<(), String> {
    crate::bench_statement::run()
}

#[cfg(not(feature = "bench"))]
fn bench_statement() -> Result<(), String> {
    Err("To measure a statement, build with: cargo run --release -p chest --features bench -- bench statement".to_owned())
}

#[cfg(not(feature = "bench"))]
fn bench(applications: usize) -> Result<(), String> {
    Err(format!(
        "To measure on {applications} applications, build with: cargo run --release -p chest --features bench -- bench {applications}"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &[&str]) -> Result<Command, String> {
        Command::read(&words.iter().map(|&word| word.to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn what_is_typed_is_understood_or_refused_in_words() {
        assert_eq!(read(&[]), Ok(Command::Help));
        let verify = Command::Verify { file: "a/register.chest".into(), recovery: true, member: Some("Joan Pelham".into()) };
        assert_eq!(read(&["verify", "--recovery-key", "a/register.chest", "--member", "Joan Pelham"]), Ok(verify));
        assert_eq!(read(&["back-up", "a", "b"]), Ok(Command::BackUp { file: "a".into(), into: "b".into(), member: None }));
        assert_eq!(read(&["papers", "a"]), Ok(Command::Papers { folder: "a".into() }));
        assert_eq!(read(&["bench", "20"]), Ok(Command::Bench { applications: 20 }));
        assert_eq!(read(&["bench", "packs"]), Ok(Command::BenchPacks));
        assert_eq!(read(&["bench", "statement"]), Ok(Command::BenchStatement));
        let inspect = Command::PackInspect { file: "p.chestpack".into(), key: Some("me.key".into()) };
        assert_eq!(read(&["pack", "inspect", "p.chestpack", "--key", "me.key"]), Ok(inspect));
        let verify = Command::PackVerify { file: "p".into(), key: "k".into(), from: "c.pub".into() };
        assert_eq!(read(&["pack", "verify", "p", "--key", "k", "--from", "c.pub"]), Ok(verify));
        for wrong in [
            &["pack"][..],
            &["pack", "inspect"],
            &["pack", "verify", "p", "--key", "k"],
            &["pack", "inspect", "p", "--from", "c.pub"],
            &["pack", "open", "p"],
            &["verify"],
            &["verify", "a", "b"],
            &["destroy", "a"],
            &["demo", "--fast", "a"],
            &["verify", "a", "--member"],
            &["bench", "many"],
        ] {
            assert!(read(wrong).is_err(), "{wrong:?}");
        }
    }
}
