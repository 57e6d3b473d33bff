//! How much work a guess at a passphrase costs (Argon2id).

use crate::KeyError;
use argon2::{Algorithm, Argon2, Params, Version};
use zeroize::Zeroizing;

/// The work of Argon2id. The fields are private: there is one real cost and one for tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KdfCost {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

/// Limits on what a vault file may ask for, so that a forged file cannot exhaust the machine.
const MOST_MEMORY_KIB: u32 = 1024 * 1024;
const MOST_PASSES: u32 = 32;
const MOST_LANES: u32 = 16;

impl KdfCost {
    /// 64 MiB, three passes, one lane: about 150 ms on an ordinary laptop.
    pub const fn standard() -> Self {
        Self { memory_kib: 64 * 1024, passes: 3, lanes: 1 }
    }

    /// A cost that protects nothing, for tests. A release build answers with [`KdfCost::standard`].
    pub const fn for_tests() -> Self {
        if cfg!(debug_assertions) { Self { memory_kib: 64, passes: 1, lanes: 1 } } else { Self::standard() }
    }

    /// The cost a vault file names, if it is one this program is willing to pay.
    pub(crate) fn stated(memory_kib: u32, passes: u32, lanes: u32) -> Result<Self, KeyError> {
        if memory_kib > MOST_MEMORY_KIB || passes > MOST_PASSES || lanes > MOST_LANES {
            return Err(KeyError::Malformed { what: "vault" });
        }
        Ok(Self { memory_kib, passes, lanes })
    }

    pub(crate) const fn memory_kib(self) -> u32 {
        self.memory_kib
    }

    pub(crate) const fn passes(self) -> u32 {
        self.passes
    }

    pub(crate) const fn lanes(self) -> u32 {
        self.lanes
    }

    /// Derives the key that closes a vault.
    pub(crate) fn derive(self, secret: &[u8], salt: &[u8]) -> Result<Zeroizing<[u8; 32]>, KeyError> {
        let params = Params::new(self.memory_kib, self.passes, self.lanes, Some(32)).map_err(|_| KeyError::Malformed { what: "vault" })?;
        let mut key = Zeroizing::new([0_u8; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(secret, salt, key.as_mut_slice())
            .map_err(|_| KeyError::Malformed { what: "vault" })?;
        Ok(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standard_cost_is_the_one_the_decision_names() {
        let cost = KdfCost::standard();
        assert_eq!((cost.memory_kib, cost.passes, cost.lanes), (65_536, 3, 1));
    }

    #[test]
    fn a_vault_cannot_ask_for_all_the_memory_there_is() {
        assert!(KdfCost::stated(u32::MAX, 3, 1).is_err());
        assert!(KdfCost::stated(65_536, 1000, 1).is_err());
        assert!(KdfCost::stated(65_536, 3, 1).is_ok());
    }
}
