//! Reading is closed while the log contradicts what was kept of it outside, until guardians say which state goes on.
//!
//! Both heads are written down when reading is closed, so that everybody signs the same pair whatever is entered
//! meanwhile: who signs in to reconcile, and that a backup is made.

use super::super::connection::Db;
use super::super::installation::{self, Name};
use super::super::organisations;
use super::super::rosters;
use super::super::schema::ledger_head;
use super::{LogKeys, OPEN, SEALED, find_head, node, note, of_program};
use crate::Error;
use crypto::ledger::{Act, Checkpoint, Head, Reconciliation, SignedNote, consistency_proof};
use crypto::{Day, Digest, OrganisationId, PersonId, Signature};
use diesel::prelude::*;
use rand_core::CryptoRng;

/// Signatures that open reading again: two guardians of one organisation, one where it has only one.
const NEEDED: usize = 2;
/// Organisation, person, signature.
const SIGNATURE: usize = 16 + 16 + 64;

/// Why reading was closed, and who has said that it may open again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealing {
    /// The pin that the log contradicted.
    pub kept: String,
    /// The log's signed head when reading was closed.
    pub head: String,
    signatures: Vec<(OrganisationId, PersonId, Signature)>,
}

/// How far an organisation's guardians are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signed {
    /// Guardians who signed.
    pub signatures: usize,
    /// Guardians who have to.
    pub needed: usize,
}

impl Sealing {
    /// What guardians sign.
    ///
    /// # Errors
    /// [`Error::Crypto`].
    pub fn statement(&self) -> Result<Reconciliation, Error> {
        Ok(Reconciliation { kept: head_of(&self.kept)?, head: head_of(&self.head)? })
    }

    /// Length (4) ‖ pin ‖ length (4) ‖ head ‖ signatures.
    fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        for text in [&self.kept, &self.head] {
            bytes.extend(u32::try_from(text.len()).unwrap_or(u32::MAX).to_be_bytes());
            bytes.extend(text.as_bytes());
        }
        for (organisation, person, signature) in &self.signatures {
            bytes.extend([organisation.as_ref(), person.as_ref(), &signature.0].concat());
        }
        bytes
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let text = |bytes: &[u8]| {
            let (length, rest) = bytes.split_first_chunk()?;
            let (text, rest) = rest.split_at_checked(usize::try_from(u32::from_be_bytes(*length)).ok()?)?;
            Some((str::from_utf8(text).ok()?.to_owned(), rest.to_vec()))
        };
        let (kept, rest) = text(bytes)?;
        let (head, rest) = text(&rest)?;
        let signature = |bytes: &[u8]| {
            let (organisation, rest) = bytes.split_first_chunk()?;
            let (person, signature) = rest.split_first_chunk()?;
            Some((OrganisationId(*organisation), PersonId(*person), Signature::try_from(signature).ok()?))
        };
        let signatures = rest.chunks(SIGNATURE).map(signature).collect::<Option<_>>()?;
        Some(Self { kept, head, signatures })
    }

    /// How many guardians in office today have signed, each signature checked, and how many have to.
    ///
    /// # Errors
    /// What the database says.
    pub fn signed(&self, db: &mut Db, organisation: OrganisationId, today: Day) -> Result<Signed, Error> {
        let statement = self.statement()?;
        let key = organisations::of_identity(db, organisation)?.key;
        let chain = rosters::chain(db, key)?;
        let guardians: Vec<_> = chain.head().guardians(today).collect();
        let has_signed = |guardian: &&&crypto::roster::Person| {
            let key = guardian.verifying_key();
            self.signatures.iter().any(|(of, person, signature)| {
                (*of, *person) == (organisation, guardian.id)
                    && key.as_ref().is_some_and(|key| statement.verify(organisation, key, signature).is_ok())
            })
        };
        // An organisation without a guardian cannot open anything.
        let needed = guardians.len().clamp(1, NEEDED);
        Ok(Signed { signatures: guardians.iter().filter(has_signed).count().min(needed), needed })
    }

    /// Whether this signature is one of them.
    #[must_use]
    pub fn has(&self, organisation: OrganisationId, person: PersonId, signature: &Signature) -> bool {
        self.signatures.contains(&(organisation, person, *signature))
    }

    fn opened(&self, db: &mut Db, today: Day) -> Result<bool, Error> {
        for (organisation, _, _) in &self.signatures {
            let Signed { signatures, needed } = self.signed(db, *organisation, today)?;
            if signatures >= needed {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// Whether reading is closed.
///
/// # Errors
/// What the database says.
pub fn is_sealed(db: &mut Db) -> Result<bool, Error> {
    let mode: Option<String> = ledger_head::table.find(1).select(ledger_head::mode).first(db).optional()?;
    Ok(mode.is_some_and(|mode| mode != OPEN))
}

/// What is known of the last time reading was closed.
///
/// # Errors
/// [`Error::Crypto`] for a damaged row; what the database says.
pub fn sealing(db: &mut Db) -> Result<Option<Sealing>, Error> {
    let bytes = installation::find(db, Name::Sealing)?;
    bytes.map(|bytes| Sealing::from_bytes(&bytes).ok_or(Error::Crypto(crypto::Error::Malformed))).transpose()
}

/// Closes reading, enters that, and writes down the pin that was contradicted and the head.
///
/// # Errors
/// What the database says.
pub fn seal(db: &mut Db, keys: &LogKeys, kept: &str, today: Day, rng: &mut impl CryptoRng) -> Result<(), Error> {
    set_mode(db, SEALED)?;
    note(db, keys, OrganisationId::NONE, &of_program(Act::Sealed, today, Digest::NONE), rng)?;
    let head = find_head(db)?.ok_or(Error::Sealed)?.note;
    put(db, &Sealing { kept: kept.into(), head, signatures: Vec::new() })
}

/// Keeps a guardian's signature, which the caller checked. With the last one that is needed reading opens: the caller
/// enters that in the same transaction.
///
/// # Errors
/// What the database says.
pub fn sign(
    db: &mut Db,
    sealing: &mut Sealing,
    organisation: OrganisationId,
    (person, signature): (PersonId, Signature),
    today: Day,
) -> Result<Signed, Error> {
    sealing.signatures.retain(|(of, by, _)| (*of, *by) != (organisation, person));
    sealing.signatures.push((organisation, person, signature));
    put(db, sealing)?;
    let signed = sealing.signed(db, organisation, today)?;
    if signed.signatures >= signed.needed {
        set_mode(db, OPEN)?;
    }
    Ok(signed)
}

/// The head's note, where guardians have reconciled the log with this pin, or with a newer one of another instance, and
/// it went on from there: then the pin was only not replaced yet.
///
/// # Errors
/// What the database says.
pub fn reconciled(db: &mut Db, kept: &str, today: Day) -> Result<Option<String>, Error> {
    let Some(sealing) = sealing(db)? else { return Ok(None) };
    let (kept, Reconciliation { kept: known, head: from }) = (head_of(kept)?, sealing.statement()?);
    let covered = kept == known || kept.size < known.size;
    if !covered || is_sealed(db)? || !sealing.opened(db, today)? {
        return Ok(None);
    }
    let Some(now) = find_head(db)? else { return Ok(None) };
    let proof = consistency_proof(from.size, now.size, |level, position| node(db, level, position))?;
    Ok((!now.frontier.head().standing(&from, &proof).is_sealed()).then_some(now.note))
}

fn put(db: &mut Db, sealing: &Sealing) -> Result<(), Error> {
    installation::put(db, Name::Sealing, &sealing.to_bytes())
}

fn set_mode(db: &mut Db, mode: &str) -> Result<(), Error> {
    diesel::update(ledger_head::table.find(1)).set(ledger_head::mode.eq(mode)).execute(db)?;
    Ok(())
}

/// What a note of our own says; its signature was checked when it was taken in.
fn head_of(note: &str) -> Result<Head, Error> {
    Ok(Checkpoint::parse(SignedNote::parse(note)?.text())?.head)
}

/// Closes reading and says nothing of why.
#[cfg(test)]
pub(crate) fn seal_now(db: &mut Db) {
    set_mode(db, SEALED).unwrap();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_down_is_read() {
        let signature = |byte| (OrganisationId([byte; 16]), PersonId([byte; 16]), Signature([byte; 64]));
        for signatures in [vec![], vec![signature(1)], vec![signature(1), signature(2)]] {
            let sealing = Sealing { kept: "pin\n".into(), head: "head — one\n".into(), signatures };
            let bytes = sealing.to_bytes();
            assert_eq!(Sealing::from_bytes(&bytes), Some(sealing));
            for cut in (1..bytes.len()).filter(|cut| !(bytes.len() - cut).is_multiple_of(SIGNATURE)) {
                assert_eq!(Sealing::from_bytes(&bytes[..cut]), None, "{cut}");
            }
        }
    }
}
