//! Every method and exception on tables made by hand; and the published cases where somebody has the tables.

use super::*;

const CODE: &str = "112233";

/// Tables in which one sort code has these rows.
fn tables(rows: &[&str]) -> Tables {
    let weights: Vec<String> = rows.iter().map(|row| format!("112233 112233 {row}")).collect();
    let weights = weights.join("\n");
    Tables::parse(&weights, "112233 998877\n").unwrap()
}

/// Only the account is weighed, each digit by 1.
const PLAIN: &str = "0 0 0 0 0 0 1 1 1 1 1 1 1 1";
/// Only the last digit is weighed.
const LAST: &str = "0 0 0 0 0 0 0 0 0 0 0 0 0 1";

fn says(rows: &[String], account: &str) -> Outcome {
    tables(&rows.iter().map(String::as_str).collect::<Vec<_>>()).check(CODE, account)
}

fn passes(rows: &[String], account: &str) -> bool {
    match says(rows, account) {
        Outcome::Passes => true,
        Outcome::Fails => false,
        other @ (Outcome::NoRule | Outcome::NoTables | Outcome::BadNumbers) => panic!("{other:?}"),
    }
}

fn row(method: &str, weights: &str, exception: &str) -> String {
    format!("{method} {weights} {exception}")
}

#[test]
fn each_method_adds_up_in_its_own_way() {
    let ten = [row("MOD10", PLAIN, "")];
    assert!(passes(&ten, "00000055") && passes(&ten, "12340000") && !passes(&ten, "00000056"));
    let eleven = [row("MOD11", PLAIN, "")];
    assert!(passes(&eleven, "00000065") && !passes(&eleven, "00000055"));
    // 2 x 9 is 18, and 1 + 8 is 9; with the 1 beside it that is ten.
    let double = [row("DBLAL", "0 0 0 0 0 0 0 0 0 0 0 0 2 1", "")];
    assert!(passes(&double, "00000091") && !passes(&double, "00000092"));
    assert!(passes(&[row("DBLAL", "1 0 0 0 0 0 0 0 0 0 0 0 0 1", "")], "00000009"), "the sort code is weighed too");
}

#[test]
fn a_sort_code_in_no_row_has_no_rule_and_numbers_of_another_length_are_none() {
    let tables = tables(&[&row("MOD10", PLAIN, "")]);
    assert_eq!(tables.check("112234", "00000055"), Outcome::NoRule);
    assert_eq!(tables.check("11223", "00000055"), Outcome::BadNumbers);
    assert_eq!(tables.check(CODE, "0000055"), Outcome::BadNumbers);
    assert_eq!(tables.check(CODE, "0000005x"), Outcome::BadNumbers);
    // A short number is filled with zeros before it comes here.
    let typed = crate::payee::AccountDetails::parse("A", CODE, "000055").unwrap();
    assert_eq!(tables.check(&typed.sort_code, &typed.account_number), Outcome::Passes);
}

#[test]
fn two_rows_must_both_pass() {
    let rows = [row("MOD10", PLAIN, ""), row("MOD11", LAST, "")];
    assert!(passes(&rows, "00000910"), "both");
    assert!(!passes(&rows, "00000055"), "only the first");
    assert!(!passes(&rows, "00000900"), "only the second");
}

#[test]
fn exception_1_adds_27() {
    assert!(passes(&[row("DBLAL", LAST, "1")], "00000003") && !passes(&[row("DBLAL", LAST, "1")], "00000000"));
}

#[test]
fn exceptions_2_and_9_change_the_weights_and_then_the_sort_code() {
    // With a = 0 the weights of the row stand: the last digit by 11.
    let rows = [row("MOD11", LAST, "2"), row("MOD11", LAST, "9")];
    assert!(passes(&rows, "00000000") && !passes(&rows, "00000001"));
    // With a = 1 and g not 9: w 1, x 2, y 5, z 3, a 6, b 4, c 8, d 7, e 10, f 9, g 3, h 1. 2 + 4 + 15 + 9 + 6 + h = 36 + h.
    assert!(passes(&rows, "10000008"), "36 + 8 is four times eleven");
    assert!(!passes(&rows, "10000007"));
    // With g = 9 only c to h count: 27 + h.
    assert!(passes(&rows, "10000096") && !passes(&rows, "10000095"));
    // What the first does not pass may pass with 309634 in place of its sort code: 3 + h.
    let rows = [row("MOD11", LAST, "2"), row("MOD11", "1 0 0 0 0 0 0 0 0 0 0 0 0 1", "9")];
    assert!(passes(&rows, "00000008") && !passes(&rows, "00000009"));
}

#[test]
fn exception_3_asks_the_second_row_only_when_c_is_neither_6_nor_9() {
    let rows = [row("MOD10", LAST, ""), row("DBLAL", "0 0 0 0 0 0 0 0 0 0 0 0 1 0", "3")];
    assert!(passes(&rows, "00600010") && passes(&rows, "00900010") && !passes(&rows, "00500010") && passes(&rows, "00500000"));
    assert!(!passes(&rows, "00600011"), "the first is always asked");
}

#[test]
fn exception_4_compares_what_is_left_with_the_last_two_digits() {
    let rows = [row("MOD11", "0 0 0 0 0 0 1 1 1 1 1 1 0 0", "4")];
    assert!(passes(&rows, "55000010") && passes(&rows, "20000002") && !passes(&rows, "20000003"));
}

#[test]
fn exception_5_takes_another_sort_code_and_compares_the_last_digits() {
    // 998877: the first digit is 9 and not 1.
    let first = |account| passes(&[row("MOD11", "1 0 0 0 0 0 0 1 0 0 0 0 0 0", "5")], account);
    assert!(first("00000020"), "9 is left, and 11 - 9 is g");
    assert!(!first("00000030"));
    assert!(first("02000000") && !first("02000010"), "nothing is left, and g is 0");
    assert!(!first("03000000"), "1 is left: never right");
    let second = |account| passes(&[row("DBLAL", "1 0 0 0 0 0 0 1 0 0 0 0 0 0", "5")], account);
    assert!(second("00000001") && !second("00000002"), "9 is left, and 10 - 9 is h");
    assert!(second("01000000") && !second("01000001"), "nothing is left, and h is 0");
}

#[test]
fn exception_6_presumes_that_a_foreign_account_is_right() {
    let rows = [row("MOD11", PLAIN, "6"), row("DBLAL", PLAIN, "6")];
    assert!(passes(&rows, "40000011") && passes(&rows, "80000011") && !passes(&rows, "30000011") && !passes(&rows, "40000012"));
}

#[test]
fn exception_7_leaves_out_the_sort_code_and_ab_when_g_is_9() {
    let rows = [row("MOD10", "1 1 1 1 1 1 1 1 1 1 1 1 1 1", "7")];
    assert!(passes(&rows, "77000091") && !passes(&rows, "77000081"));
}

#[test]
fn exception_8_puts_090126_in_place_of_the_sort_code() {
    let rows = [row("MOD10", "1 1 1 1 1 1 0 0 0 0 0 0 0 1", "8")];
    assert!(passes(&rows, "00000002") && !passes(&rows, "00000008"));
}

#[test]
fn exceptions_10_and_11_pass_by_either_row() {
    let rows = [row("MOD11", PLAIN, "10"), row("MOD11", LAST, "11")];
    // 09 or 99 with g = 9: ab is left out, 9 + 2 is eleven.
    assert!(passes(&rows, "09000092") && passes(&rows, "99000092"));
    assert!(!passes(&rows, "19000094"), "otherwise all count, and the second does not pass either");
    assert!(passes(&rows, "10000000"), "the second row alone");
}

#[test]
fn exceptions_12_and_13_pass_by_either_row() {
    let rows = [row("MOD11", PLAIN, "12"), row("MOD11", LAST, "13")];
    assert!(passes(&rows, "00000065") && passes(&rows, "12000000") && !passes(&rows, "00000001"));
}

#[test]
fn exception_14_tries_again_without_a_last_digit_of_0_1_or_9() {
    let rows = [row("MOD11", "0 0 0 0 0 0 8 7 6 5 4 3 2 1", "14")];
    // 5 x 2 + 1 x 1 is eleven. With a 0 after it: 5 x 3 + 1 x 2 = 17 is not, and 051 shifted is.
    assert!(passes(&rows, "00000051") && passes(&rows, "00000510") && passes(&rows, "00000519"));
    assert!(!passes(&rows, "00000512"));
}

#[test]
fn tables_that_are_not_as_published_are_refused_by_their_line() {
    let good = format!("112233 112233 MOD10 {PLAIN}");
    let refused = |weights: &str, substitutions: &str| {
        let problem = Tables::parse(weights, substitutions).unwrap_err();
        (problem.table, problem.line)
    };
    assert_eq!(Tables::parse(&format!("\u{feff}{good}\r\n\r\n"), "").unwrap().rules(), 1);
    assert_eq!(refused("", ""), (Table::Weights, 0));
    for bad in [
        "112233 112233 MOD12 0 0 0 0 0 0 1 1 1 1 1 1 1 1",
        "112233 112233 MOD10 0 0 0 0 0 0 1 1 1 1 1 1 1",
        "112233 112233 MOD10 0 0 0 0 0 0 1 1 1 1 1 1 1 1 15",
        "112233 112233 MOD10 0 0 0 0 0 0 1 1 1 1 1 1 1 1 1 1",
        "112234 112233 MOD10 0 0 0 0 0 0 1 1 1 1 1 1 1 1",
        "11223 112233 MOD10 0 0 0 0 0 0 1 1 1 1 1 1 1 1",
        "112233 112233 MOD10 0 0 0 0 0 0 1 1 1 1 1 1 1 x",
        "<html>",
    ] {
        assert_eq!(refused(&format!("{good}\n{bad}"), ""), (Table::Weights, 2), "{bad}");
    }
    assert_eq!(refused(&format!("{good}\n{good}\n{good}"), ""), (Table::Weights, 3), "never three rows");
    for bad in ["112233", "112233 44556", "112233 445566 1"] {
        assert_eq!(refused(&good, &format!("112234 445566\n{bad}")), (Table::Substitutions, 2), "{bad}");
    }
}

/// The cases of the published specification: sort code, account, and whether it passes.
const PUBLISHED: [(&str, &str, bool); 34] = [
    ("089999", "66374958", true),
    ("107999", "88837491", true),
    ("202959", "63748472", true),
    ("871427", "46238510", true),
    ("872427", "46238510", true),
    ("871427", "09123496", true),
    ("871427", "99123496", true),
    ("820000", "73688637", true),
    ("827999", "73988638", true),
    ("827101", "28748352", true),
    ("134020", "63849203", true),
    ("118765", "64371389", true),
    ("200915", "41011166", true),
    ("938611", "07806039", true),
    ("938600", "42368003", true),
    ("938063", "55065200", true),
    ("772798", "99345694", true),
    ("086090", "06774744", true),
    ("309070", "02355688", true),
    ("309070", "12345668", true),
    ("309070", "12345677", true),
    ("309070", "99345694", true),
    ("938063", "15764273", false),
    ("938063", "15764264", false),
    ("938063", "15763217", false),
    ("118765", "64371388", false),
    ("203099", "66831036", false),
    ("203099", "58716970", false),
    ("089999", "66374959", false),
    ("107999", "88837493", false),
    ("074456", "12345112", true),
    ("070116", "34012583", true),
    ("074456", "11104102", true),
    ("180002", "00000190", true),
];

/// Runs where `CHEST_MODULUS_TABLES` names a folder with `valacdos.txt` and `scsubtab.txt`. They are licensed, and not shipped.
#[test]
fn the_published_cases_come_out_as_published_where_the_tables_are() {
    let Some(folder) = std::env::var_os("CHEST_MODULUS_TABLES").map(std::path::PathBuf::from) else { return };
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    let tables = Tables::parse(&read("valacdos.txt"), &read("scsubtab.txt")).unwrap();
    for (sort_code, account, fits) in PUBLISHED {
        let expected = if fits { Outcome::Passes } else { Outcome::Fails };
        assert_eq!(tables.check(sort_code, account), expected, "{sort_code} {account}");
    }
}
