//! A desk that was unlocked: in this module, or in another one of the same worker.

use crate::failure::Failure;
use crate::fields::{Fields, push};
use crate::operation;
use crate::sitting::{Ended, Journey, Outcome, Sitting, document};
use chacha20::ChaCha20Rng;
use client::desk::{Desk, Handed, RosterChange};
use client::organisation::{self, Address, Organisation, PersonView, View};
use client::state::Folder;
use crypto::vault::MasterKey;
use crypto::{Day, Digest, Secret};
use serde::Serialize;

/// A desk that was unlocked.
#[derive(Serialize)]
struct Unlocked {
    organisation: View,
    account: String,
    /// Nothing while no guardian has approved her.
    me: Option<PersonView>,
    /// Who came and went since the last time.
    roster_changed: Option<RosterChange>,
}

pub(crate) fn journey(sitting: &mut Sitting, operation: u32, fields: &mut Fields<'_>) -> Result<Journey, Failure> {
    match operation {
        operation::UNLOCK => unlock(sitting, fields),
        operation::HAND_OVER => Ok(at_desk(sitting, async |desk, _| Ok(handed(&desk.hand_over())))),
        _ => take_over(sitting, fields),
    }
}

fn unlock(sitting: &mut Sitting, fields: &mut Fields<'_>) -> Result<Journey, Failure> {
    let (slug, account, secret) = (fields.text()?, fields.text()?, fields.text()?);
    let (server, kept, today) = (sitting.server(), sitting.desk.clone(), sitting.today);
    let mut rng = sitting.generator();
    Ok(Box::pin(async move {
        let organisation = organisation::fetch(&server, &Address { slug, fingerprint: None }).await?;
        let folder = Folder::of_one_sitting();
        let mut desk = Desk::unlock(server, organisation, folder, Some(&account), &secret).await?;
        let unlocked = unlocked(&desk, account, today);
        if unlocked.roster_changed.is_some() {
            // Where it is not kept it is said once more next time.
            drop(desk.keep_roster(&mut rng).await);
        }
        let answer = document(&unlocked);
        *kept.borrow_mut() = Some(desk);
        answer
    }))
}

fn unlocked(desk: &Desk, account: String, today: Day) -> Unlocked {
    let organisation: &Organisation = desk.organisation();
    Unlocked {
        organisation: organisation.view(today),
        account,
        roster_changed: desk.roster_change(),
        me: desk.me().ok().map(|me| organisation.person_view(me)),
    }
}

fn handed(desk: &Handed) -> Ended {
    let (master, (number, roster), (size, root)) = (desk.master.secret().expose(), desk.roster, desk.ledger);
    let fields = [
        desk.slug.as_bytes(),
        &u64::from(number).to_le_bytes(),
        &roster.0,
        desk.log_key.as_bytes(),
        &size.to_le_bytes(),
        &root.0,
        &desk.vault,
        master,
    ];
    // Room for all of it: what grows leaves copies behind.
    let lengths = fields.iter().map(|field| field.len().saturating_add(4));
    let mut document = Vec::with_capacity(lengths.sum());
    fields.iter().for_each(|field| push(&mut document, field));
    Ended { document, bytes: None }
}

fn take_over(sitting: &Sitting, fields: &mut Fields<'_>) -> Result<Journey, Failure> {
    let mut fields = Fields::of(fields.bytes()?);
    let handed = Handed {
        slug: fields.text()?,
        roster: (fields.number()?, Digest(fields.array()?)),
        log_key: fields.text()?,
        ledger: (fields.number()?, Digest(fields.array()?)),
        vault: fields.bytes()?.to_vec(),
        master: MasterKey::new(Secret::new(fields.array()?)),
    };
    let (server, kept) = (sitting.server(), sitting.desk.clone());
    Ok(Box::pin(async move {
        *kept.borrow_mut() = Some(Desk::take_over(server, handed).await?);
        Ok(Ended::default())
    }))
}

/// Does something at the unlocked desk.
pub(crate) fn at_desk(
    sitting: &mut Sitting,
    act: impl AsyncFnOnce(&mut Desk, &mut ChaCha20Rng) -> Outcome + 'static,
) -> Journey {
    let (kept, mut rng) = (sitting.desk.clone(), sitting.generator());
    Box::pin(async move {
        let mut desk = kept.borrow_mut().take().ok_or(Failure::because("locked"))?;
        let outcome = act(&mut desk, &mut rng).await;
        *kept.borrow_mut() = Some(desk);
        outcome
    })
}
