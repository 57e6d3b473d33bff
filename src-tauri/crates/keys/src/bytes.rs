//! Length-prefixed fields, so that no two lists of fields give the same bytes.

/// Joins a domain name and fields, each behind its length.
pub(crate) fn join(domain: &str, fields: &[&[u8]]) -> Vec<u8> {
    let mut joined = Vec::with_capacity(64_usize.saturating_add(fields.iter().map(|f| f.len().saturating_add(8)).sum()));
    for field in std::iter::once(&domain.as_bytes()).chain(fields) {
        joined.extend_from_slice(&(field.len() as u64).to_le_bytes());
        joined.extend_from_slice(field);
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::join;

    #[test]
    fn moving_a_letter_between_fields_changes_the_bytes() {
        assert_ne!(join("a", &[b"bc", b"d"]), join("a", &[b"b", b"cd"]));
        assert_ne!(join("ab", &[b"c"]), join("a", &[b"bc"]));
    }
}
