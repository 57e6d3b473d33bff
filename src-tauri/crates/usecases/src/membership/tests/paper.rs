//! Papers and what is written on them (Appendix 1).

use super::*;
use domain::membership::PaperKind;

fn paper(member: MemberId, kind: PaperKind) -> TypedPaper {
    TypedPaper {
        member,
        kind,
        on: typed("2022-05-01"),
        level: None,
        certificate_on: TypedDate::default(),
        seen_by: String::new(),
        words: String::new(),
    }
}

fn missing_fields(open: &mut Open, typed: &TypedPaper) -> Vec<String> {
    faults(record_paper(open, typed)).into_iter().map(|(field, _)| field).collect()
}

#[test]
fn a_paper_asks_for_what_its_kind_needs_and_its_details_are_sealed() {
    let (_home, mut open, members) = partnership();
    let di = members[3];
    let dbs = TypedPaper { level: Some(DbsLevel::Enhanced), ..paper(di, PaperKind::Dbs) };
    assert_eq!(missing_fields(&mut open, &paper(di, PaperKind::Dbs)), ["level", "seenBy"]);
    assert_eq!(missing_fields(&mut open, &dbs), ["certificateOn", "seenBy"]);
    assert_eq!(missing_fields(&mut open, &paper(di, PaperKind::Identity)), ["seenBy"]);
    assert_eq!(missing_fields(&mut open, &paper(di, PaperKind::Training)), ["words"]);
    assert_eq!(missing_fields(&mut open, &paper(di, PaperKind::ExitInterview)), ["words"]);
    assert_eq!(found(&open, Rule::Dbs, "2022-06-01").2.len(), 10);
    let dbs = TypedPaper { certificate_on: typed("2022-04-20"), seen_by: "Winifred Quillon".to_owned(), ..dbs };
    record_paper(&mut open, &dbs).unwrap();
    let questionnaire =
        TypedPaper { level: Some(DbsLevel::Questionnaire), seen_by: "Joan Pelham".to_owned(), ..paper(members[4], PaperKind::Dbs) };
    record_paper(&mut open, &questionnaire).unwrap();
    record_paper(&mut open, &paper(di, PaperKind::Agreement)).unwrap();
    assert!(!stands_open(&open, "Winifred Quillon") && !stands_open(&open, "enhanced"));
    assert_eq!(found(&open, Rule::Dbs, "2022-06-01").2.len(), 8);
    assert_eq!(found(&open, Rule::Dbs, "2022-04-30").2.len(), 10, "as of a day before it was seen");
    let papers = person(&open, di).unwrap().papers;
    assert_eq!(papers.len(), 2);
    let seen = papers.iter().find(|line| line.kind == PaperKind::Dbs).unwrap();
    assert_eq!(
        (seen.level, seen.certificate_on, seen.seen_by.as_str()),
        (Some(DbsLevel::Enhanced), Some(day("2022-04-20")), "Winifred Quillon")
    );
    let line = desk(&open, day("2022-06-01")).unwrap().seats.into_iter().find(|line| line.member == di).unwrap();
    assert_eq!(line.missing, [PaperKind::Identity, PaperKind::Induction]);
}

#[test]
fn a_paper_entered_by_mistake_counts_no_more() {
    let (_home, mut open, members) = partnership();
    let id = record_paper(&mut open, &paper(members[3], PaperKind::Induction)).unwrap().value;
    assert_eq!(found(&open, Rule::Induction, "2022-06-01").1, 1);
    void_paper(&mut open, id).unwrap();
    assert_eq!(found(&open, Rule::Induction, "2022-06-01").1, 0);
    assert!(matches!(void_paper(&mut open, id), Err(Error::NotFound)));
    assert_eq!(person(&open, members[3]).unwrap().papers, []);
}

#[test]
fn somebody_who_left_is_still_heard_at_an_exit_interview_and_signs_nothing_more() {
    let (_home, mut open, members) = partnership();
    let di = members[3];
    let resigned = TypedSeatEnd { words: "Too far away now".to_owned(), ..ending(di, EndedBy::Resigned, "2022-09-01") };
    end_seat(&mut open, &resigned).unwrap();
    member::leave(&mut open, di, &typed("2022-09-01"), "").unwrap();
    assert!(record_paper(&mut open, &paper(di, PaperKind::Agreement)).is_err());
    let heard = TypedPaper { on: typed("2022-09-10"), words: "Was glad to serve".to_owned(), ..paper(di, PaperKind::ExitInterview) };
    let is_due =
        |open: &Open, on: &str| desk(open, day(on)).unwrap().due.contains(&Due::ExitInterview { member: di, since: day("2022-09-01") });
    assert!(is_due(&open, "2022-09-10"));
    record_paper(&mut open, &heard).unwrap();
    assert!(is_due(&open, "2022-09-09") && !is_due(&open, "2022-09-10"));
}
