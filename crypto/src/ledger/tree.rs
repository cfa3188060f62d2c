//! The Merkle tree of RFC 6962 §2.1 (hashing and proofs as restated in RFC 9162 §2.1) with SHA-256.
//!
//! Only complete subtrees have a stored node: (level, index) covers the leaves `index · 2^level` up to
//! `(index + 1) · 2^level`. Such a node never changes again, so appending only adds rows, and every root and
//! proof of every size there ever was can be made from the nodes. C2SP tlog-tiles cuts its tiles from the same grid.

use crate::codec::{Reader, Writer};
use crate::error::Error;
use crate::id::Digest;
use crate::primitives::sha256;
use alloc::vec::Vec;

/// Larger logs are refused when they are read, so that no arithmetic on sizes can overflow.
pub const MOST_ENTRIES: u64 = 1 << 48;

/// Hash of a leaf: SHA-256(0x00 ‖ entry).
#[must_use]
pub fn leaf_hash(entry: &[u8]) -> Digest {
    sha256(&[&[0], entry].concat())
}

/// Hash of an inner node: SHA-256(0x01 ‖ left ‖ right).
#[must_use]
pub fn node_hash(left: &Digest, right: &Digest) -> Digest {
    sha256(&[&[1], left.0.as_slice(), right.0.as_slice()].concat())
}

/// Size and root: all there is to say about a log at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// Entries in the log.
    pub size: u64,
    /// Root hash over them.
    pub root: Digest,
}

/// A complete subtree, to be stored for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node {
    /// 0 for a leaf; the subtree has `2^level` leaves.
    pub level: u8,
    /// Place among the nodes of its level, from the left, 0 first.
    pub index: u64,
    /// Root hash of the subtree.
    pub hash: Digest,
}

/// The right edge of the tree: one hash for each bit that is set in the size, the largest subtree first. Enough to
/// append and to know the root without reading a node.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frontier {
    size: u64,
    edge: Vec<Digest>,
}

impl Frontier {
    /// The empty log.
    #[must_use]
    pub const fn new() -> Self {
        Self { size: 0, edge: Vec::new() }
    }

    /// Entries so far; also the index of the next one.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// Appends a [`leaf_hash`] and returns the nodes that became complete by it: the leaf itself first, then each
    /// subtree that it closes, upwards. On average two.
    pub fn push(&mut self, leaf: Digest) -> Vec<Node> {
        let mut node = Node { level: 0, index: self.size, hash: leaf };
        let mut complete = alloc::vec![node];
        while node.index & 1 == 1
            && let Some(left) = self.edge.pop()
        {
            node = Node {
                level: node.level.saturating_add(1),
                index: node.index >> 1,
                hash: node_hash(&left, &node.hash),
            };
            complete.push(node);
        }
        self.edge.push(node.hash);
        self.size = self.size.saturating_add(1);
        complete
    }

    /// The hash of a complete subtree where it is one of the edge: what stands there need not be stored.
    #[must_use]
    pub fn node(&self, level: u8, index: u64) -> Option<Digest> {
        let subtrees = self.size.checked_shr(level.into())?;
        let place = usize::try_from(subtrees.count_ones()).ok()?.checked_sub(1)?;
        (subtrees & 1 == 1 && index == subtrees - 1).then(|| self.edge.get(place).copied())?
    }

    /// Size and root now. The root of nothing is SHA-256 of nothing.
    #[must_use]
    pub fn head(&self) -> Head {
        let root = self.edge.iter().rev().copied().reduce(|right, left| node_hash(&left, &right));
        Head { size: self.size, root: root.unwrap_or_else(|| sha256(&[])) }
    }

    /// Size (`u64`), then the hashes of the edge, 32 bytes each, the largest subtree first.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut writer = Writer::with_capacity(8);
        writer.u64(self.size);
        for hash in &self.edge {
            writer.bytes(&hash.0);
        }
        writer.finish()
    }

    /// Reads what [`Self::to_bytes`] wrote.
    ///
    /// # Errors
    /// [`Error::Malformed`] when the number of hashes does not follow from the size.
    pub fn parse(bytes: &[u8]) -> Result<Self, Error> {
        let mut reader = Reader::new(bytes);
        let size = reader.u64()?;
        if size > MOST_ENTRIES {
            return Err(Error::Malformed);
        }
        let edge = (0..size.count_ones()).map(|_| reader.array().map(Digest)).collect::<Result<_, _>>()?;
        reader.finish()?;
        Ok(Self { size, edge })
    }
}

/// Size and root of a whole log, entry by entry.
#[must_use]
pub fn head_of<T: AsRef<[u8]>>(entries: impl IntoIterator<Item = T>) -> Head {
    let mut frontier = Frontier::new();
    for entry in entries {
        frontier.push(leaf_hash(entry.as_ref()));
    }
    frontier.head()
}

/// Root of the first `size` leaves, from stored nodes. `read` gets level and index.
///
/// # Errors
/// Whatever `read` fails with.
pub fn root_at<E: From<Error>>(size: u64, mut read: impl FnMut(u8, u64) -> Result<Digest, E>) -> Result<Digest, E> {
    if size == 0 { Ok(sha256(&[])) } else { subtree(0, size, &mut read) }
}

/// The path by which everybody can recompute the root of `size` entries from entry `index`: the sibling of the
/// leaf first (RFC 9162 §2.1.3.1). `read` gets level and index of a stored node.
///
/// # Errors
/// [`Error::Ledger`] when there is no such entry; whatever `read` fails with.
pub fn inclusion_proof<E: From<Error>>(
    index: u64,
    size: u64,
    mut read: impl FnMut(u8, u64) -> Result<Digest, E>,
) -> Result<Vec<Digest>, E> {
    if index >= size || size > MOST_ENTRIES {
        return Err(Error::Ledger("there is no such entry").into());
    }
    let (mut low, mut high) = (0, size);
    let mut path = Vec::new();
    while high.saturating_sub(low) > 1 {
        let middle = split(low, high);
        if index < middle {
            path.push(subtree(middle, high, &mut read)?);
            high = middle;
        } else {
            path.push(subtree(low, middle, &mut read)?);
            low = middle;
        }
    }
    path.reverse();
    Ok(path)
}

/// The hashes by which everybody can check that the log of `old` entries is a beginning of the log of `new` ones
/// (RFC 9162 §2.1.4.1). Empty when `old` is 0 or equal to `new`. `read` gets level and index of a stored node.
///
/// # Errors
/// [`Error::Ledger`] when `old` is larger than `new`; whatever `read` fails with.
pub fn consistency_proof<E: From<Error>>(
    old: u64,
    new: u64,
    mut read: impl FnMut(u8, u64) -> Result<Digest, E>,
) -> Result<Vec<Digest>, E> {
    if old > new || new > MOST_ENTRIES {
        return Err(Error::Ledger("a log cannot become shorter").into());
    }
    let mut path = Vec::new();
    if old == 0 {
        return Ok(path);
    }
    let (mut low, mut high) = (0, new);
    // Descend to the subtree at whose right end the old log ended; the verifier knows it when it was the whole log.
    while old != high {
        let middle = split(low, high);
        if old <= middle {
            path.push(subtree(middle, high, &mut read)?);
            high = middle;
        } else {
            path.push(subtree(low, middle, &mut read)?);
            low = middle;
        }
    }
    if low != 0 {
        path.push(subtree(low, high, &mut read)?);
    }
    path.reverse();
    Ok(path)
}

/// Checks an [`inclusion_proof`] (RFC 9162 §2.1.3.2) of a [`leaf_hash`] against a head.
///
/// # Errors
/// [`Error::Ledger`].
pub fn verify_inclusion(leaf: &Digest, index: u64, head: &Head, proof: &[Digest]) -> Result<(), Error> {
    const REFUSED: Error = Error::Ledger("the entry is not in the log at this place");
    let mut last = head.size.checked_sub(1).ok_or(REFUSED)?;
    let mut place = index;
    if place > last {
        return Err(REFUSED);
    }
    let mut root = *leaf;
    for hash in proof {
        if last == 0 {
            return Err(REFUSED);
        }
        if place & 1 == 1 || place == last {
            root = node_hash(hash, &root);
            (place, last) = skip_missing_siblings(place, last);
        } else {
            root = node_hash(&root, hash);
        }
        (place, last) = (place >> 1, last >> 1);
    }
    if last == 0 && root == head.root { Ok(()) } else { Err(REFUSED) }
}

/// Checks a [`consistency_proof`] (RFC 9162 §2.1.4.2) between two heads.
///
/// # Errors
/// [`Error::Ledger`].
pub fn verify_consistency(old: &Head, new: &Head, proof: &[Digest]) -> Result<(), Error> {
    const REFUSED: Error = Error::Ledger("the newer log does not continue the older one");
    if old.size == 0 || old.size == new.size {
        let same = if old.size == new.size { old.root == new.root } else { old.root == sha256(&[]) };
        return if same && proof.is_empty() { Ok(()) } else { Err(REFUSED) };
    }
    if old.size > new.size {
        return Err(REFUSED);
    }
    let (mut place, mut last) = (old.size.saturating_sub(1), new.size.saturating_sub(1));
    let shift = place.trailing_ones();
    (place, last) = (place >> shift, last >> shift);
    let (first, rest) =
        if old.size.is_power_of_two() { (&old.root, proof) } else { proof.split_first().ok_or(REFUSED)? };
    let (mut old_root, mut new_root) = (*first, *first);
    for hash in rest {
        if last == 0 {
            return Err(REFUSED);
        }
        if place & 1 == 1 || place == last {
            old_root = node_hash(hash, &old_root);
            new_root = node_hash(hash, &new_root);
            (place, last) = skip_missing_siblings(place, last);
        } else {
            new_root = node_hash(&new_root, hash);
        }
        (place, last) = (place >> 1, last >> 1);
    }
    if last == 0 && old_root == old.root && new_root == new.root { Ok(()) } else { Err(REFUSED) }
}

/// At the right edge a subtree without a sibling is carried up unchanged: go to where it has one on its left.
const fn skip_missing_siblings(place: u64, last: u64) -> (u64, u64) {
    if place == 0 {
        return (place, last);
    }
    let shift = place.trailing_zeros();
    (place >> shift, last >> shift)
}

/// Where RFC 6962 cuts the leaves `low..high`: after the largest power of two smaller than their number.
fn split(low: u64, high: u64) -> u64 {
    let last = high.saturating_sub(low).saturating_sub(1);
    low.saturating_add(1 << last.checked_ilog2().unwrap_or(0))
}

/// Root of the leaves `low..high`, at least one, where `low` is a multiple of the next power of two: complete nodes
/// are read, the ragged right end is hashed together.
fn subtree<E>(low: u64, high: u64, read: &mut impl FnMut(u8, u64) -> Result<Digest, E>) -> Result<Digest, E> {
    let (mut low, mut parts) = (low, Vec::new());
    while let Some(level) = high.saturating_sub(low).checked_ilog2() {
        parts.push(read(u8::try_from(level).unwrap_or(u8::MAX), low >> level)?);
        low = low.saturating_add(1 << level);
    }
    let root = parts.into_iter().rev().reduce(|right, left| node_hash(&left, &right));
    Ok(root.unwrap_or_else(|| sha256(&[])))
}

#[cfg(test)]
mod tests;
