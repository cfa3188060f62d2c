//! Headers that mean nothing, so that a desk's listing has the same length whether or not somebody reported.

use super::header::{Header, Parts, seal_stanzas, seed_digest};
use super::{ShareSlot, ThreadKey};
use crate::error::Error;
use crate::id::{Digest, OrganisationId, ThreadId};
use crate::keys::{SealSecretKey, Secret, SigningKey};
use crate::label::Label;
use crate::primitives;

/// The decoy of `slot` in `batch`: a real encoding to keys nobody has, the same at every call.
///
/// # Errors
/// None in practice; whatever sealing can answer.
pub fn decoy(key: &Secret<32>, organisation: OrganisationId, batch: u64, slot: u32) -> Result<Header, Error> {
    let fields: [&[u8]; 2] = [&batch.to_be_bytes(), &slot.to_be_bytes()];
    let mut rng = primitives::seeded(&primitives::expand(key, Label::DECOY, organisation, &fields));
    let mailbox = SigningKey::make(&mut rng);
    let thread = ThreadId(mailbox.verifying_key().0);
    let key = ThreadKey::new(organisation, thread, Secret::make(&mut rng));
    let nobody = [SealSecretKey::make(&mut rng).public()];
    let stanzas = seal_stanzas(Label::STANZA, organisation, thread, key.secret(), &nobody, &mut rng)?;
    let (_, commitment) = key.with_share(&Secret::make(&mut rng));
    let parts = Parts {
        key: &key,
        stanzas,
        commitment,
        share_slot: ShareSlot::Plain(Secret::make(&mut rng)).digest(organisation, thread),
        ledger_seed: seed_digest(organisation, thread, &key.ledger_seed()),
        first_message: Digest(primitives::random(&mut rng)),
    };
    Ok(Header::sign(parts, &mailbox))
}
