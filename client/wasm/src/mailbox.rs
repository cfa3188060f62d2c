//! Reading and answering with a reply token.

use crate::failure::Failure;
use crate::fields::Fields;
use crate::operation;
use crate::sitting::{Journey, Outcome, Sitting, at_once, document};
use client::mailbox::Mailbox;
use crypto::token::ReplyToken;

/// The token as it is written, from what somebody typed.
pub(crate) fn key(sitting: &Sitting, fields: &mut Fields<'_>) -> Result<Journey, Failure> {
    let organisation = sitting.organisation()?;
    let token = ReplyToken::parse(organisation.id(), &fields.text()?)?;
    Ok(at_once(document(&token.to_text(organisation.id()).as_str())))
}

pub(crate) fn act(sitting: &mut Sitting, operation: u32, fields: &mut Fields<'_>) -> Result<Journey, Failure> {
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
            _ => Err(Failure::FAULT),
        };
        outcome
    }))
}
