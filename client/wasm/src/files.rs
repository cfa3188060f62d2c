//! Files with a reply token: most people send none, so this comes only for those who do.

use crate::failure::Failure;
use crate::fields::Fields;
use crate::operation;
use crate::sitting::{Journey, Outcome, Sitting, document, with_bytes};
use client::files::{NewFile, Which};
use client::mailbox::Mailbox;
use crypto::thread::Attachment;
use crypto::token::ReplyToken;
use serde::Serialize;

/// A file that waits for a message to name it.
#[derive(Serialize)]
struct Sent {
    number: u32,
}

enum Act {
    Attach(u32, NewFile),
    Name(String, Vec<Attachment>),
    Fetch(usize, Which),
}

impl Act {
    fn parse(operation: u32, fields: &mut Fields<'_>) -> Result<Self, Failure> {
        Ok(match operation {
            operation::ATTACH => {
                let (before, ending) = (fields.number()?, fields.text()?);
                Self::Attach(before, NewFile { ending, bytes: fields.bytes()?.to_vec().into() })
            }
            operation::NAME_FILES => {
                Self::Name(fields.text()?, fields.rest(|fields| Ok(Attachment::parse(fields.bytes()?)?))?)
            }
            _ => Self::Fetch(fields.number()?, Which::Number(fields.number()?)),
        })
    }
}

pub(crate) fn act(sitting: &mut Sitting, operation: u32, fields: &mut Fields<'_>) -> Result<Journey, Failure> {
    let (token, act) = (fields.text()?, Act::parse(operation, fields)?);
    let (server, organisation, mut rng) = (sitting.server(), sitting.organisation()?, sitting.generator());
    Ok(Box::pin(async move {
        let token = ReplyToken::parse(organisation.id(), &token)?;
        let mailbox = Mailbox::of(&server, &organisation, token);
        let outcome: Outcome = match act {
            Act::Attach(before, file) => {
                let sent = mailbox.send_file(&file, before).await?;
                with_bytes(&Sent { number: sent.number }, sent.to_bytes().into())
            }
            Act::Name(text, files) => document(&mailbox.name_files(&text, &files, &mut rng).await?),
            Act::Fetch(message, file) => with_bytes(&(), mailbox.fetch(message, file).await?.bytes),
        };
        outcome
    }))
}
