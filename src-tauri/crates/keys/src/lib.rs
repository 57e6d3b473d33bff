//! Passphrases, vaults, identities, sealing and signing.
