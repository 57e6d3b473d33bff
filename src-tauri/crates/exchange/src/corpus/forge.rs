//! Makes packs that the program itself never would: any archive, any manifest, signed and sealed by anybody.

use super::{Case, Refusal, Scene};
use crate::pack::{MANIFEST, SIGNATURE, SUMS, comment, sums, tape};
use crate::{FileEntry, Hostile, PackError, hex};
use keys::{Keyring, Recipient};
use serde_json::Value;

/// One entry of an archive, as wrong as one likes.
#[derive(Clone)]
pub(super) struct Piece {
    pub(super) name: Vec<u8>,
    pub(super) kind: u8,
    pub(super) bytes: Vec<u8>,
    /// Bytes of the header set before the sum is made.
    set: Vec<(usize, Vec<u8>)>,
    /// Bytes of the header set after it.
    set_after: Vec<(usize, Vec<u8>)>,
}

/// Where things stand in a header.
pub(super) const SIZE_AT: usize = 124;
pub(super) const LINK_AT: usize = 157;
pub(super) const MAGIC_AT: usize = 257;
pub(super) const PREFIX_AT: usize = 345;
pub(super) const SUM_AT: usize = 148;

impl Piece {
    pub(super) fn new(name: impl AsRef<[u8]>, bytes: impl AsRef<[u8]>) -> Self {
        Self { name: name.as_ref().to_vec(), kind: b'0', bytes: bytes.as_ref().to_vec(), set: Vec::new(), set_after: Vec::new() }
    }

    pub(super) fn kind(mut self, kind: u8) -> Self {
        self.kind = kind;
        self
    }

    pub(super) fn set(mut self, at: usize, bytes: impl AsRef<[u8]>) -> Self {
        self.set.push((at, bytes.as_ref().to_vec()));
        self
    }

    pub(super) fn set_after(mut self, at: usize, bytes: impl AsRef<[u8]>) -> Self {
        self.set_after.push((at, bytes.as_ref().to_vec()));
        self
    }

    /// The header, and the bytes filled up to whole blocks.
    pub(super) fn blocks(&self) -> Vec<u8> {
        let mut header = [0_u8; tape::BLOCK];
        let mut put = |at: usize, bytes: &[u8]| header[at..at + bytes.len()].copy_from_slice(bytes);
        put(0, &self.name[..self.name.len().min(100)]);
        put(100, b"0000600\x000000000\x000000000\0");
        put(SIZE_AT, format!("{:011o}", self.bytes.len()).as_bytes());
        put(136, b"00000000000\0        ");
        put(156, &[self.kind]);
        put(MAGIC_AT, b"ustar\x0000");
        for (at, bytes) in &self.set {
            put(*at, bytes);
        }
        let sum: u32 = header.iter().map(|byte| u32::from(*byte)).sum();
        header[SUM_AT..SUM_AT + 8].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
        for (at, bytes) in &self.set_after {
            header[*at..at + bytes.len()].copy_from_slice(bytes);
        }
        let mut blocks = [&header[..], &self.bytes].concat();
        blocks.resize(blocks.len().next_multiple_of(tape::BLOCK), 0);
        blocks
    }
}

/// An archive of pieces, with its end.
pub(super) fn tape_of(pieces: &[Piece]) -> Vec<u8> {
    let mut tape: Vec<u8> = pieces.iter().flat_map(Piece::blocks).collect();
    tape::end(&mut tape);
    tape
}

/// A pack on the bench.
pub(super) struct Forge<'a> {
    pub(super) scene: &'a Scene<'a>,
    pub(super) manifest: Value,
    pub(super) bodies: Vec<Piece>,
    pub(super) signer: &'a Keyring,
    /// The trusted comment, when it is not the one of the manifest.
    pub(super) comment: Option<String>,
}

impl<'a> Forge<'a> {
    /// The good pack, taken apart.
    pub(super) fn new(scene: &'a Scene<'a>) -> Self {
        let mut bodies = Vec::new();
        for (name, bytes) in &scene.contents.data {
            bodies.push(Piece::new(format!("data/{name}"), bytes.as_slice()));
        }
        for (sha256, file) in &scene.contents.files {
            bodies.push(Piece::new(format!("files/{sha256}.{}", file.ending), file.bytes.as_slice()));
        }
        let manifest = serde_json::to_value(&scene.manifest).unwrap();
        let mut forge = Self { scene, manifest, bodies, signer: scene.sender, comment: None };
        forge.list();
        forge
    }

    /// The good pack with its manifest altered.
    pub(super) fn with(scene: &'a Scene<'a>, alter: impl FnOnce(&mut Value)) -> Self {
        let mut forge = Self::new(scene);
        alter(&mut forge.manifest);
        forge
    }

    /// Names the bodies in the manifest, with their sizes and hashes.
    pub(super) fn list(&mut self) {
        let entry = |piece: &Piece| FileEntry {
            name: String::from_utf8_lossy(&piece.name).into_owned(),
            size: piece.bytes.len() as u64,
            sha256: hex::text(&hex::sha256(&piece.bytes)),
        };
        self.manifest["files"] = serde_json::to_value(self.bodies.iter().map(entry).collect::<Vec<_>>()).unwrap();
    }

    pub(super) fn head(&self) -> Vec<u8> {
        serde_json::to_vec_pretty(&self.manifest).unwrap()
    }

    pub(super) fn sign(&self, head: &[u8]) -> String {
        let word = |name: &str| self.manifest[name].as_str().unwrap_or_default().to_owned();
        let usual = || comment(word("packId").parse().unwrap_or_default(), &word("kind"));
        self.signer.sign(head, &self.comment.clone().unwrap_or_else(usual)).unwrap()
    }

    fn sums(&self) -> String {
        let files: Vec<FileEntry> = serde_json::from_value(self.manifest["files"].clone()).unwrap_or_default();
        sums(&files)
    }

    /// All entries, with a manifest that need not be the one on the bench.
    pub(super) fn pieces_with(&self, head: &[u8], signature: &[u8]) -> Vec<Piece> {
        let first = [Piece::new(MANIFEST, head), Piece::new(SIGNATURE, signature), Piece::new(SUMS, self.sums())];
        first.into_iter().chain(self.bodies.iter().cloned()).collect()
    }

    /// All entries, signed.
    pub(super) fn pieces(&self) -> Vec<Piece> {
        let head = self.head();
        self.pieces_with(&head, self.sign(&head).as_bytes())
    }

    /// The pack with other bytes as its manifest, signed, and sealed to me.
    pub(super) fn sealed_with(&self, head: &[u8]) -> Vec<u8> {
        seal(&tape_of(&self.pieces_with(head, self.sign(head).as_bytes())), self.scene.me)
    }

    /// The whole archive, signed.
    pub(super) fn tape(&self) -> Vec<u8> {
        tape_of(&self.pieces())
    }

    /// The pack, signed and sealed to me.
    pub(super) fn sealed(&self) -> Vec<u8> {
        seal(&self.tape(), self.scene.me)
    }
}

pub(super) fn seal(plain: &[u8], to: &Keyring) -> Vec<u8> {
    seal_to(plain, &[to.recipient()])
}

pub(super) fn seal_to(plain: &[u8], to: &[Recipient]) -> Vec<u8> {
    keys::seal(plain, to).unwrap()
}

pub(super) fn case(name: impl Into<String>, bytes: Vec<u8>, error: PackError) -> Case {
    Case { name: name.into(), bytes, refusal: Refusal::Exactly(error) }
}

pub(super) fn somehow(name: impl Into<String>, bytes: Vec<u8>) -> Case {
    Case { name: name.into(), bytes, refusal: Refusal::Somehow }
}

pub(super) fn hostile(why: Hostile) -> PackError {
    PackError::HostileEntry { why }
}
