//! Times of day: how people type them, and how minutes write them.

use chrono::{NaiveTime, Timelike};

/// Why a text is not a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TimeProblem {
    /// Nothing was typed.
    #[error("no time")]
    Missing,
    /// It is no time of day.
    #[error("not a time")]
    NotATime,
}

/// Reads a time: `18:30`, `6:30pm`, `6.30 pm`, `7pm`. What says neither am nor pm is read by the clock of 24 hours, and then
/// needs its minutes.
pub fn parse(typed: &str) -> Result<NaiveTime, TimeProblem> {
    let bare: String = typed.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
    if bare.is_empty() {
        return Err(TimeProblem::Missing);
    }
    // `6.30 p.m.` as well as `6.30pm`.
    let bare = bare.replace("p.m.", "pm").replace("a.m.", "am").replace("p.m", "pm").replace("a.m", "am");
    let (digits, half) = match (bare.strip_suffix("am"), bare.strip_suffix("pm")) {
        (Some(digits), _) => (digits, Some(0)),
        (_, Some(digits)) => (digits, Some(12)),
        (None, None) => (bare.as_str(), None),
    };
    let (hour, minute) = match digits.split_once([':', '.']) {
        Some((hour, minute)) if minute.len() == 2 => (hour, minute),
        None if half.is_some() => (digits, "00"),
        Some(_) | None => return Err(TimeProblem::NotATime),
    };
    let number = |text: &str| {
        let plain = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| text.parse::<u32>().ok()).flatten()
    };
    let (hour, minute) = number(hour).zip(number(minute)).ok_or(TimeProblem::NotATime)?;
    let hour = match half {
        None => Some(hour),
        Some(half) => (1..=12).contains(&hour).then(|| hour.checked_rem(12).unwrap_or_default().saturating_add(half)),
    };
    hour.and_then(|hour| NaiveTime::from_hms_opt(hour, minute, 0)).ok_or(TimeProblem::NotATime)
}

/// `6:45pm`
pub fn written(time: NaiveTime) -> String {
    let (afternoon, hour) = time.hour12();
    format!("{hour}:{:02}{}", time.minute(), if afternoon { "pm" } else { "am" })
}

/// `18:45`, as it stands in the register.
pub fn code(time: NaiveTime) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_times_are_read_in_every_way_people_write_them() {
        for (typed, expected) in [
            ("18:30", "18:30"),
            ("6:30pm", "18:30"),
            ("6.30 pm", "18:30"),
            (" 6.30 P.M. ", "18:30"),
            ("7pm", "19:00"),
            ("7 am", "07:00"),
            ("12pm", "12:00"),
            ("12:15am", "00:15"),
            ("9.05", "09:05"),
            ("0:00", "00:00"),
        ] {
            assert_eq!(parse(typed).map(code).as_deref(), Ok(expected), "{typed}");
        }
        for typed in ["24:00", "18:60", "13pm", "0pm", "6:3pm", "six", "18", "1830", "6:30:00", "-1:30", "6:30 xm", "+6:30", "٦:٣٠"] {
            assert_eq!(parse(typed), Err(TimeProblem::NotATime), "{typed}");
        }
        assert_eq!(parse("  "), Err(TimeProblem::Missing));
    }

    #[test]
    fn what_is_written_and_what_is_kept_read_back() {
        for minute in 0..24 * 60 {
            let time = NaiveTime::from_hms_opt(minute / 60, minute % 60, 0).unwrap();
            assert_eq!(parse(&written(time)), Ok(time));
            assert_eq!(parse(&code(time)), Ok(time));
        }
        assert_eq!(written(NaiveTime::from_hms_opt(18, 45, 0).unwrap()), "6:45pm");
        assert_eq!(written(NaiveTime::from_hms_opt(12, 0, 0).unwrap()), "12:00pm");
    }
}
