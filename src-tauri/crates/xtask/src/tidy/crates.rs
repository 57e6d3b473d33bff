//! Rules about which crate may lean on which.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::work::{Failure, answer};

/// Our own crates, and what each may lean on outside its tests.
const EDGES: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("keys", &[]),
    ("store", &["domain", "keys"]),
    ("documents", &["domain"]),
    ("exchange", &["domain", "keys"]),
    ("usecases", &["domain", "keys", "store", "documents", "exchange"]),
    ("chest", &["domain", "exchange", "keys", "usecases", "testkit"]),
    ("community-chest", &["domain", "usecases"]),
    ("testkit", &["domain", "keys", "store", "documents", "exchange", "usecases"]),
    ("journeys", &["domain", "keys", "store", "documents", "exchange", "usecases", "testkit"]),
    ("xtask", &[]),
];

/// What only these crates may name, in their tests too.
const HOMES: &[(&str, &[&str])] = &[
    ("rusqlite", &["store"]),
    ("krilla", &["documents"]),
    ("printpdf", &["documents"]),
    // Papers leave as PDF files and come back as PDF files; a journey fills in and scans them as a group does.
    ("lopdf", &["documents", "exchange", "journeys"]),
    ("tauri", &["community-chest"]),
    ("tauri-specta", &["community-chest"]),
    ("specta", &["community-chest"]),
    ("specta-typescript", &["community-chest"]),
    ("fantoccini", &["journeys"]),
];

/// What the rules may not have: input and output, a clock, chance, a wire format.
const NOT_IN_DOMAIN: &[&str] = &["serde", "serde_json", "tokio", "rand", "getrandom", "rusqlite", "tempfile"];

/// Crates that open network connections. Nothing a person runs may hold one of them.
const NETWORK: &[&str] =
    &["reqwest", "hyper", "hyper-util", "h2", "ureq", "curl", "rustls", "native-tls", "quinn", "tungstenite", "attohttpc"];

/// The systems that people run the program on.
const DESKTOPS: &[&str] = &["x86_64-unknown-linux-gnu", "x86_64-pc-windows-msvc", "aarch64-apple-darwin"];

pub(super) fn all() -> Result<Vec<String>, Failure> {
    let mut wrong = Vec::new();
    for desktop in DESKTOPS {
        let metadata = answer("cargo", &["metadata", "--format-version", "1", "--filter-platform", desktop])
            .and_then(|text| serde_json::from_str::<Value>(&text).ok())
            .ok_or_else(|| Failure::new("cargo metadata gave no answer"))?;
        wrong.extend(network(&metadata, desktop));
        if wrong.is_empty() {
            let members = members(&metadata);
            wrong.extend(members.iter().flat_map(|(name, dependencies)| edges(name, dependencies, &members)));
        }
        if !wrong.is_empty() {
            break;
        }
    }
    Ok(wrong)
}

/// A line of a crate's manifest: the crate it names, and whether only tests or build scripts use it.
struct Dependency {
    name: String,
    kind: Option<String>,
}

type Members = BTreeMap<String, Vec<Dependency>>;

fn members(metadata: &Value) -> Members {
    let ours: BTreeSet<&str> = texts(&metadata["workspace_members"]).collect();
    list(&metadata["packages"])
        .filter(|package| package["id"].as_str().is_some_and(|id| ours.contains(id)))
        .map(|package| {
            let dependencies = list(&package["dependencies"])
                .map(|dependency| Dependency { name: text(&dependency["name"]), kind: dependency["kind"].as_str().map(str::to_owned) })
                .collect();
            (text(&package["name"]), dependencies)
        })
        .collect()
}

fn edges(name: &str, dependencies: &[Dependency], members: &Members) -> Vec<String> {
    let Some((_, allowed)) = EDGES.iter().find(|(of, _)| *of == name) else {
        return vec![format!("{name}: a new crate needs its line in xtask/src/tidy/crates.rs")];
    };
    let mut wrong = Vec::new();
    for Dependency { name: on, kind } in dependencies {
        let only_tests = kind.as_deref() == Some("dev");
        if members.contains_key(on) && !only_tests && !allowed.contains(&on.as_str()) {
            wrong.push(format!("{name} leans on {on}; it may lean on {allowed:?}"));
        }
        if let Some((_, homes)) = HOMES.iter().find(|(of, _)| of == on)
            && !homes.contains(&name)
        {
            wrong.push(format!("{name} names {on}, which belongs to {homes:?}"));
        }
        if name == "domain" && !only_tests && NOT_IN_DOMAIN.contains(&on.as_str()) {
            wrong.push(format!("domain names {on}; the rules have no input, output, clock or chance"));
        }
    }
    wrong
}

/// The program opens no network connection: what people run holds no crate that could.
fn network(metadata: &Value, desktop: &str) -> Vec<String> {
    let names: BTreeMap<&str, String> =
        list(&metadata["packages"]).filter_map(|package| Some((package["id"].as_str()?, text(&package["name"])))).collect();
    let leans: BTreeMap<&str, Vec<&str>> = list(&metadata["resolve"]["nodes"])
        .filter_map(|node| {
            let on = list(&node["deps"])
                .filter(|dependency| list(&dependency["dep_kinds"]).any(|kind| kind["kind"].is_null()))
                .filter_map(|dependency| dependency["pkg"].as_str())
                .collect();
            Some((node["id"].as_str()?, on))
        })
        .collect();
    let mut wrong = Vec::new();
    for program in ["community-chest", "chest"] {
        let mut waiting: Vec<&str> = names.iter().filter(|(_, name)| name.as_str() == program).map(|(id, _)| *id).collect();
        let mut seen = BTreeSet::new();
        while let Some(id) = waiting.pop() {
            if !seen.insert(id) {
                continue;
            }
            if let Some(name) = names.get(id).filter(|name| NETWORK.contains(&name.as_str())) {
                wrong.push(format!("{program} on {desktop} holds {name}; it opens no network connection"));
            }
            waiting.extend(leans.get(id).into_iter().flatten());
        }
    }
    wrong
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn texts(value: &Value) -> impl Iterator<Item = &str> {
    list(value).filter_map(Value::as_str)
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{Dependency, Members, edges};

    fn wrong(name: &str, on: &str, kind: Option<&str>) -> usize {
        let mut members = Members::new();
        for ours in ["domain", "store", "testkit"] {
            members.insert(ours.to_owned(), Vec::new());
        }
        let dependency = Dependency { name: on.to_owned(), kind: kind.map(str::to_owned) };
        edges(name, &[dependency], &members).len()
    }

    #[test]
    fn the_rules_lean_on_nothing_of_ours() {
        assert_eq!(wrong("domain", "store", None), 1);
        assert_eq!(wrong("domain", "testkit", Some("dev")), 0);
        assert_eq!(wrong("store", "testkit", None), 1);
        assert_eq!(wrong("store", "domain", None), 0);
    }

    #[test]
    fn each_outside_crate_has_its_home() {
        assert_eq!(wrong("usecases", "rusqlite", None), 1);
        assert_eq!(wrong("usecases", "rusqlite", Some("dev")), 1);
        assert_eq!(wrong("store", "rusqlite", None), 0);
        assert_eq!(wrong("usecases", "printpdf", None), 1);
    }

    #[test]
    fn the_rules_have_no_wire_format() {
        assert_eq!(wrong("domain", "serde", None), 1);
    }

    #[test]
    fn a_crate_without_a_line_is_found() {
        assert_eq!(wrong("helpers", "store", None), 1);
    }
}
