//! Signed heads: C2SP tlog-checkpoint v1.0.0 without extension lines, signed by the log's key and cosigned by
//! witnesses (C2SP tlog-cosignature v1, Ed25519). A checkpoint kept elsewhere is a pin: what the log says now must
//! continue it.

use super::note::{NoteKey, NoteSignature, SignatureKind, SignedNote, from_base64, to_base64};
use super::tree::{Head, MOST_ENTRIES, verify_consistency};
use crate::error::Error;
use crate::id::{Digest, OrganisationId};
use crate::keys::{Signature, SigningKey, VerifyingKey};
use crate::label::Label;
use crate::primitives;
use alloc::format;
use alloc::string::{String, ToString};

/// Longer origins are refused.
const MOST_ORIGIN: usize = 255;
/// The standard's limit of a time, 2^63 − 1.
const LAST_TIME: u64 = u64::MAX >> 1;

/// The name of the log with this key: `micromoed.org/ledger/` and 26 digits of the key's digest. Two logs never share
/// a name, and nobody has to choose one.
#[must_use]
pub fn origin(key: &VerifyingKey) -> String {
    let digest = primitives::digest(Label::LEDGER_ORIGIN, OrganisationId::NONE, &[&key.0]).to_hex();
    format!("micromoed.org/ledger/{}", digest.get(..26).unwrap_or_default())
}

/// What a checkpoint says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// The log's name.
    pub origin: String,
    /// Its size and root.
    pub head: Head,
}

impl Checkpoint {
    /// The text that is signed: origin, size, root in base64, a line each.
    #[must_use]
    pub fn to_text(&self) -> String {
        format!("{}\n{}\n{}\n", self.origin, self.head.size, to_base64(&self.head.root.0))
    }

    /// Reads what [`Self::to_text`] wrote.
    ///
    /// # Errors
    /// [`Error::Malformed`], also for extension lines, which no monitor could audit.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let mut lines = text.strip_suffix('\n').ok_or(Error::Malformed)?.split('\n');
        let mut line = || lines.next().ok_or(Error::Malformed);
        let (origin, size, root) = (line()?, line()?, line()?);
        let head = Head {
            size: number(size).filter(|size| *size <= MOST_ENTRIES).ok_or(Error::Malformed)?,
            root: Digest::try_from(from_base64(root)?.as_slice())?,
        };
        let checkpoint = Self { origin: origin.to_string(), head };
        let fits = !origin.is_empty() && origin.len() <= MOST_ORIGIN && !origin.contains(|char| char < ' ');
        if fits && lines.next().is_none() { Ok(checkpoint) } else { Err(Error::Malformed) }
    }

    /// Reads a note and believes it only if the log signed it: the text names this log and every signature by its
    /// key holds, of which there is at least one.
    ///
    /// # Errors
    /// [`Error::Malformed`]; [`Error::Ledger`] for another log's checkpoint; [`Error::Signature`].
    pub fn open(note: &SignedNote, log: &NoteKey) -> Result<Self, Error> {
        let checkpoint = Self::parse(note.text())?;
        if checkpoint.origin != log.name() || log.kind() != SignatureKind::Ed25519 {
            return Err(Error::Ledger("this checkpoint is another log's"));
        }
        let mut held = false;
        for line in note.by(log) {
            log.key().verify_bytes(note.text().as_bytes(), &Signature::try_from(line.signature())?)?;
            held = true;
        }
        if held { Ok(checkpoint) } else { Err(Error::Signature) }
    }
}

impl Head {
    /// How this head, which the log shows now, stands to one that was kept (a pin, a witness's, a client's). The proof
    /// is [`super::consistency_proof`] from the kept size to this one; it is not looked at unless this is larger.
    #[must_use]
    pub fn standing(&self, kept: &Self, proof: &[Digest]) -> Standing {
        if self.size < kept.size {
            Standing::Behind
        } else if self == kept {
            Standing::Equal
        } else if self.size > kept.size && verify_consistency(kept, self, proof).is_ok() {
            Standing::Ahead
        } else {
            Standing::Forked
        }
    }
}

/// Where a log stands to what was kept of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It went on: the normal case.
    Ahead,
    /// Nothing happened.
    Equal,
    /// It is shorter: an older state was put back, or entries were cut off.
    Behind,
    /// It says something else about what was there, or cannot show that it does not.
    Forked,
}

impl Standing {
    /// Whether reading must stop until guardians reconcile.
    #[must_use]
    pub const fn is_sealed(self) -> bool {
        matches!(self, Self::Behind | Self::Forked)
    }
}

/// The log's own key. It signs checkpoints and nothing else.
#[derive(Clone)]
pub struct LogKey {
    key: SigningKey,
    public: NoteKey,
}

impl LogKey {
    /// # Errors
    /// Never in practice: the origin is a name.
    pub fn new(key: SigningKey) -> Result<Self, Error> {
        let verifying = key.verifying_key();
        let public = NoteKey::new(&origin(&verifying), SignatureKind::Ed25519, verifying)?;
        Ok(Self { key, public })
    }

    /// What everybody checks checkpoints with.
    #[must_use]
    pub const fn public(&self) -> &NoteKey {
        &self.public
    }

    /// A checkpoint of this head, signed by the log alone. Sign no head that does not continue the one before.
    ///
    /// # Errors
    /// [`Error::Ledger`] for a log past [`MOST_ENTRIES`].
    pub fn sign(&self, head: Head) -> Result<SignedNote, Error> {
        if head.size > MOST_ENTRIES {
            return Err(Error::Ledger("the log is full"));
        }
        let text = Checkpoint { origin: self.public.name().to_string(), head }.to_text();
        let signature = self.public.line(&self.key.sign_bytes(text.as_bytes()).0);
        let mut note = SignedNote::new(text);
        note.add(signature)?;
        Ok(note)
    }
}

/// A witness's line under a checkpoint: "at this time (seconds since 1970) this is the largest consistent log I saw".
/// She must have checked that it continues the last one she cosigned, and must remember it, before this is called.
///
/// # Errors
/// [`Error::Malformed`] for a text that is no checkpoint, a bad name, or a time past 2^63 − 1.
pub fn cosign(note: &SignedNote, name: &str, key: &SigningKey, time: u64) -> Result<NoteSignature, Error> {
    Checkpoint::parse(note.text())?;
    let public = NoteKey::new(name, SignatureKind::Cosignature, key.verifying_key())?;
    if time > LAST_TIME {
        return Err(Error::Malformed);
    }
    let signature = key.sign_bytes(cosigned(note, time).as_bytes());
    Ok(public.line(&[time.to_be_bytes().as_slice(), &signature.0].concat()))
}

/// Checks a witness's cosignatures and returns the newest time; `None` when she has no line here.
///
/// # Errors
/// [`Error::Malformed`]; [`Error::Signature`] when a line by her key does not hold.
pub fn cosignature_time(note: &SignedNote, witness: &NoteKey) -> Result<Option<u64>, Error> {
    Checkpoint::parse(note.text())?;
    if witness.kind() != SignatureKind::Cosignature {
        return Err(Error::Malformed);
    }
    let mut newest = None;
    for line in note.by(witness) {
        let (time, signature) = line.signature().split_first_chunk().ok_or(Error::Signature)?;
        let time = u64::from_be_bytes(*time);
        if time > LAST_TIME {
            return Err(Error::Signature);
        }
        let signature = Signature::try_from(signature).map_err(|_| Error::Signature)?;
        witness.key().verify_bytes(cosigned(note, time).as_bytes(), &signature)?;
        newest = newest.max(Some(time));
    }
    Ok(newest)
}

fn cosigned(note: &SignedNote, time: u64) -> String {
    format!("cosignature/v1\ntime {time}\n{}", note.text())
}

/// Digits only, none of them a leading zero.
fn number(text: &str) -> Option<u64> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
    plain.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::Secret;
    use crate::ledger::tree::{Frontier, consistency_proof, leaf_hash};
    use proptest::prelude::*;

    fn log(seed: u8) -> LogKey {
        LogKey::new(SigningKey::from_seed(Secret::new([seed; 32]))).unwrap()
    }

    fn head(size: u64) -> Head {
        Head { size, root: Digest([5; 32]) }
    }

    #[test]
    fn a_checkpoint_of_the_go_checksum_database_holds() {
        // The example of C2SP tlog-checkpoint is this one under another name.
        let text = "go.sum database tree\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
        let line = "\u{2014} sum.golang.org Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n";
        let key = NoteKey::parse("sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8").unwrap();
        let note = SignedNote::parse(&format!("{text}\n{line}")).unwrap();
        assert_eq!(Checkpoint::parse(note.text()).unwrap().head.size, 20_852_163);
        let signature = Signature::try_from(note.by(&key).next().unwrap().signature()).unwrap();
        assert_eq!(key.key().verify_bytes(note.text().as_bytes(), &signature), Ok(()));
    }

    #[test]
    fn the_name_of_a_log_follows_from_its_key() {
        let (one, two) = (log(1), log(2));
        assert_eq!(one.public().name(), origin(one.public().key()));
        assert_eq!(one.public().name().len(), "micromoed.org/ledger/".len() + 26);
        assert_ne!(one.public().name(), two.public().name());
        assert_eq!(NoteKey::parse(&one.public().to_text()), Ok(one.public().clone()));
    }

    proptest! {
        #[test]
        fn checkpoints_round_trip_and_agree_with_tlog_tiles(size in 0..=MOST_ENTRIES, root: [u8; 32], origin in "[!-~]{1,40}") {
            let checkpoint = Checkpoint { origin: origin.clone(), head: Head { size, root: Digest(root) } };
            let text = checkpoint.to_text();
            prop_assert_eq!(Checkpoint::parse(&text), Ok(checkpoint));
            let theirs = tlog_tiles::Checkpoint::from_bytes(text.as_bytes()).unwrap();
            prop_assert_eq!((theirs.origin(), theirs.size(), theirs.hash().0), (origin.as_str(), size, root));
            prop_assert_eq!(theirs.to_bytes(), text.into_bytes());
        }

        #[test]
        fn a_flipped_bit_in_a_signed_checkpoint_is_refused(size in 0..1_000_u64, place: prop::sample::Index, bit in 0..8_u8) {
            let log = log(1);
            let mut bytes = log.sign(head(size)).unwrap().to_text().into_bytes();
            let place = place.index(bytes.len());
            bytes[place] ^= 1 << bit;
            let opened = String::from_utf8(bytes).map_err(|_| Error::Malformed).and_then(|note| {
                Checkpoint::open(&SignedNote::parse(&note)?, log.public())
            });
            prop_assert!(opened.is_err());
        }
    }

    #[test]
    fn malformed_checkpoints_are_refused() {
        let root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
        assert!(Checkpoint::parse(&format!("a\n0\n{root}\n")).is_ok());
        assert!(Checkpoint::parse(&format!("a\n{MOST_ENTRIES}\n{root}\n")).is_ok());
        for bad in [
            String::new(),
            "\n".into(),
            "a\n".into(),
            "a\n1\n".into(),
            format!("a\n1\n{root}"),
            format!("\n1\n{root}\n"),
            format!("a\n\n{root}\n"),
            format!("a\n01\n{root}\n"),
            format!("a\n00\n{root}\n"),
            format!("a\n+1\n{root}\n"),
            format!("a\n-1\n{root}\n"),
            format!("a\n 1\n{root}\n"),
            format!("a\n1 \n{root}\n"),
            format!("a\n1e3\n{root}\n"),
            format!("a\n0x1\n{root}\n"),
            format!("a\n\u{661}\n{root}\n"),
            format!("a\n{}\n{root}\n", MOST_ENTRIES + 1),
            format!("a\n18446744073709551616\n{root}\n"),
            "a\n1\n\n".into(),
            format!("a\n1\n{}\n", root.trim_end_matches('=')),
            format!("a\n1\n{root}{root}\n"),
            "a\n1\nAAAA\n".into(),
            format!("a\n1\n {root}\n"),
            format!("a\n1\n{root}\n\n"),
            format!("a\n1\n{root}\nextension\n"),
            format!("a\t\n1\n{root}\n"),
            format!("a\r\n1\r\n{root}\r\n"),
            format!("{}\n1\n{root}\n", "a".repeat(MOST_ORIGIN + 1)),
        ] {
            assert_eq!(Checkpoint::parse(&bad), Err(Error::Malformed), "{bad:?}");
        }
    }

    #[test]
    fn only_the_logs_own_signature_makes_a_checkpoint() {
        let (mine, other) = (log(1), log(2));
        let note = mine.sign(head(3)).unwrap();
        assert_eq!(Checkpoint::open(&note, mine.public()).unwrap().head, head(3));
        assert!(matches!(Checkpoint::open(&note, other.public()), Err(Error::Ledger(_))));

        // Our text, only somebody else's line under it.
        let mut forged = SignedNote::new(note.text().into());
        forged.add(other.public().line(&other.key.sign_bytes(note.text().as_bytes()).0)).unwrap();
        assert_eq!(Checkpoint::open(&forged, mine.public()), Err(Error::Signature));
        // A line of an unknown key beside ours changes nothing; a wrong one in our name does.
        let mut both = note.clone();
        both.add(other.public().line(&[0; 64])).unwrap();
        assert!(Checkpoint::open(&both, mine.public()).is_ok());
        both.add(mine.public().line(&[0; 64])).unwrap();
        assert_eq!(Checkpoint::open(&both, mine.public()), Err(Error::Signature));
        both.add(mine.public().line(&[0; 63])).unwrap();
        assert!(Checkpoint::open(&both, mine.public()).is_err());
        let doubled = format!("{}{}", note.to_text(), mine.public().line(&[0; 64]).to_text());
        let doubled = SignedNote::parse(&doubled).unwrap();
        assert_eq!(Checkpoint::open(&doubled, mine.public()), Err(Error::Signature));
        assert!(mine.sign(head(MOST_ENTRIES + 1)).is_err());
    }

    #[test]
    fn a_witness_signs_time_and_text_and_nothing_else_fits() {
        let log = log(1);
        let witness = SigningKey::from_seed(Secret::new([3; 32]));
        let public = NoteKey::new("works.example/w1", SignatureKind::Cosignature, witness.verifying_key()).unwrap();
        assert_eq!(NoteKey::parse(&public.to_text()), Ok(public.clone()));

        let mut note = log.sign(head(128)).unwrap();
        assert_eq!(cosignature_time(&note, &public), Ok(None));
        let line = cosign(&note, public.name(), &witness, 1_679_315_147).unwrap();
        let (time, signature) = line.signature().split_at(8);
        assert_eq!(time, 1_679_315_147_u64.to_be_bytes());
        let message = format!(
            "cosignature/v1\ntime 1679315147\n{}\n128\nBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQU=\n",
            log.public().name()
        );
        assert_eq!(
            witness.verifying_key().verify_bytes(message.as_bytes(), &Signature::try_from(signature).unwrap()),
            Ok(())
        );
        note.add(line.clone()).unwrap();
        let note = SignedNote::parse(&note.to_text()).unwrap();
        assert_eq!(cosignature_time(&note, &public), Ok(Some(1_679_315_147)));
        assert!(Checkpoint::open(&note, log.public()).is_ok());

        // Under another head, with another time, or cut short it does not hold.
        let mut moved = log.sign(head(256)).unwrap();
        moved.add(line.clone()).unwrap();
        assert_eq!(cosignature_time(&moved, &public), Err(Error::Signature));
        for (place, length) in [(0, 72), (7, 72), (8, 72), (71, 72), (0, 71), (0, 7)] {
            let mut bytes = line.signature().to_vec();
            bytes[place.min(length - 1)] ^= 1;
            bytes.truncate(length);
            let mut changed = log.sign(head(128)).unwrap();
            changed.add(public.line(&bytes)).unwrap();
            assert_eq!(cosignature_time(&changed, &public), Err(Error::Signature), "byte {place} of {length}");
        }
        assert!(cosign(&note, "works.example/w1", &witness, LAST_TIME).is_ok());
        assert!(cosign(&note, "works.example/w1", &witness, LAST_TIME + 1).is_err());
        assert!(cosign(&note, "two words", &witness, 1).is_err());
        assert!(cosign(&SignedNote::new("poem\n".into()), "works.example/w1", &witness, 1).is_err());
        assert!(cosignature_time(&note, log.public()).is_err());
    }

    #[test]
    fn a_pin_tells_going_on_from_going_back_and_from_forking() {
        let (mut frontier, mut nodes, mut heads) = (Frontier::new(), std::collections::BTreeMap::new(), Vec::new());
        for number in 0..40_u8 {
            heads.push(frontier.head());
            nodes.extend(
                frontier.push(leaf_hash(&[number])).into_iter().map(|node| ((node.level, node.index), node.hash)),
            );
        }
        let read = |level, index| nodes.get(&(level, index)).copied().ok_or(Error::Ledger("missing"));
        for (now, kept) in heads.iter().flat_map(|now| heads.iter().map(move |kept| (now, kept))) {
            let proof = consistency_proof(kept.size, now.size, read).unwrap_or_default();
            let expected = match now.size.cmp(&kept.size) {
                core::cmp::Ordering::Less => Standing::Behind,
                core::cmp::Ordering::Equal => Standing::Equal,
                core::cmp::Ordering::Greater => Standing::Ahead,
            };
            assert_eq!(now.standing(kept, &proof), expected);
            assert_eq!(expected.is_sealed(), now.size < kept.size);
            let forked = Head { root: Digest([9; 32]), ..*kept };
            if now.size >= kept.size {
                assert_eq!(now.standing(&forked, &proof), Standing::Forked);
                assert!(now.standing(&forked, &proof).is_sealed());
            }
        }
        assert_eq!(heads[9].standing(&heads[6], &[]), Standing::Forked);
    }
}
