//! Who opened a report, out of the whole log.

use crate::failure::Failure;
use crate::fields::Fields;
use crate::operation;
use crate::sitting::{Journey, Sitting, document};
use client::mailbox::Mailbox;
use crypto::token::ReplyToken;

pub(crate) fn look(sitting: &Sitting, operation: u32, fields: &mut Fields<'_>) -> Result<Journey, Failure> {
    let token = fields.text()?;
    let (server, organisation) = (sitting.server(), sitting.organisation()?);
    Ok(Box::pin(async move {
        let token = ReplyToken::parse(organisation.id(), &token)?;
        let mailbox = Mailbox::of(&server, &organisation, token);
        if operation == operation::RECEIPT {
            document(&mailbox.receipt().await?)
        } else {
            document(&mailbox.proofs().await?)
        }
    }))
}
