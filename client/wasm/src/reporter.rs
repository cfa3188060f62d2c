//! The reporter's journeys.

use crate::failure::Failure;
use crate::fields::Fields;
use crate::operation;
use crate::sitting::{Journey, Outcome, Sitting, document};
use client::mailbox::Mailbox;
use client::organisation::{self, Address};
use client::report::Sealed;
use crypto::token::ReplyToken;
use std::rc::Rc;

/// What needs no server.
pub(crate) fn answer(sitting: &Sitting, operation: u32, fields: &mut Fields<'_>) -> Result<Option<Vec<u8>>, Failure> {
    if operation != operation::KEY {
        return Ok(None);
    }
    let organisation = sitting.organisation()?;
    let token = ReplyToken::parse(organisation.id(), &fields.text()?)?;
    document(&token.to_text(organisation.id()).as_str()).map(Some)
}

pub(crate) fn journey(
    sitting: &mut Sitting,
    operation: u32,
    fields: &mut Fields<'_>,
) -> Result<Option<Journey>, Failure> {
    let journey: Journey = match operation {
        operation::ORGANISATION => look(sitting, fields.text()?),
        operation::SEND => send(sitting, fields)?,
        operation::READ..=operation::RECEIPT => mailbox(sitting, operation, fields)?,
        _ => return Ok(None),
    };
    Ok(Some(journey))
}

fn look(sitting: &Sitting, slug: String) -> Journey {
    let (server, kept, today) = (sitting.server(), sitting.organisation.clone(), sitting.today);
    Box::pin(async move {
        let found = Rc::new(organisation::fetch(&server, &Address { slug, fingerprint: None }).await?);
        *kept.borrow_mut() = Some(found.clone());
        document(&found.view(today))
    })
}

fn send(sitting: &mut Sitting, fields: &mut Fields<'_>) -> Result<Journey, Failure> {
    let (attempt, text, with_fallback) = (fields.text()?, fields.text()?, fields.flag()?);
    let organisation = sitting.organisation()?;
    let excluded = fields.rest(|fields| Ok(organisation.reader_with_id(&fields.text()?)?))?;
    let (server, kept) = (sitting.server(), sitting.sealed.clone());
    let mut rng = sitting.generator();
    Ok(Box::pin(async move {
        let waiting = kept.borrow_mut().take().filter(|(known, _)| *known == attempt).map(|(_, sealed)| sealed);
        let mut sealed = match waiting {
            Some(sealed) => sealed,
            None => Sealed::new(&organisation, &text, &excluded, with_fallback, &mut rng)?,
        };
        let address = Address { slug: organisation.public.slug.clone(), fingerprint: None };
        let sent = sealed.hand_in(&server, &address, &organisation).await;
        if sent.is_err() {
            *kept.borrow_mut() = Some((attempt, sealed));
        }
        document(&sent?)
    }))
}

fn mailbox(sitting: &mut Sitting, operation: u32, fields: &mut Fields<'_>) -> Result<Journey, Failure> {
    let token = fields.text()?;
    let (text, sequence) = match operation {
        operation::SAY => (fields.text()?, 0),
        operation::TAKE_BACK => (String::new(), fields.number()?),
        _ => (String::new(), 0),
    };
    let (server, organisation, mut rng) = (sitting.server(), sitting.organisation()?, sitting.generator());
    Ok(Box::pin(async move {
        let token = ReplyToken::parse(organisation.id(), &token)?;
        let mailbox = Mailbox::of(&server, &organisation, token);
        let outcome: Outcome = match operation {
            operation::READ => document(&mailbox.read().await?),
            operation::SAY => document(&mailbox.say(&text, &mut rng).await?),
            operation::TAKE_BACK => document(&mailbox.take_back(sequence).await?),
            operation::WITHDRAW => document(&mailbox.withdraw(&mut rng).await?),
            operation::ERASE => document(&mailbox.erase().await?),
            operation::RECEIPT => document(&mailbox.receipt().await?),
            _ => Err(Failure::FAULT),
        };
        outcome
    }))
}
