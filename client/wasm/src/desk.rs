//! What a coach does every day.

use crate::failure::Failure;
use crate::fields::Fields;
use crate::operation;
use crate::sitting::{Journey, Outcome, Sitting, document, with_bytes};
use crate::unlocked::at_desk;
use client::conversation::FileView;
use client::desk::Changes;
use client::files::{NewFile, Which};
use crypto::thread::Attachment;

enum Act {
    Inbox,
    Show(usize),
    OpenAll(Vec<usize>),
    Reply(usize, String, Vec<Attachment>),
    Enclose(usize, u32, NewFile),
    TakeBack(usize, u32),
    Note(usize, String),
    Triage(usize, Changes),
    Draft(usize, String),
    Fetch(usize, (usize, Which)),
}

impl Act {
    fn parse(operation: u32, fields: &mut Fields<'_>) -> Result<Self, Failure> {
        Ok(match operation {
            operation::INBOX => Self::Inbox,
            operation::SHOW => Self::Show(fields.number()?),
            operation::OPEN_ALL => Self::OpenAll(fields.rest(Fields::number)?),
            operation::REPLY => {
                let (n, text) = (fields.number()?, fields.text()?);
                Self::Reply(n, text, fields.rest(|fields| Ok(Attachment::parse(fields.bytes()?)?))?)
            }
            operation::ENCLOSE => {
                let (n, before, ending) = (fields.number()?, fields.number()?, fields.text()?);
                Self::Enclose(n, before, NewFile { ending, bytes: fields.bytes()?.to_vec().into() })
            }
            operation::TAKE_REPLY_BACK => Self::TakeBack(fields.number()?, fields.number()?),
            operation::NOTE => Self::Note(fields.number()?, fields.text()?),
            operation::TRIAGE => Self::Triage(fields.number()?, Changes::parse(&fields.rest(Fields::text)?)?),
            operation::DRAFT => Self::Draft(fields.number()?, fields.text()?),
            _ => Self::Fetch(fields.number()?, (fields.number()?, Which::Number(fields.number()?))),
        })
    }
}

pub(crate) fn act(sitting: &mut Sitting, operation: u32, fields: &mut Fields<'_>) -> Result<Journey, Failure> {
    let act = Act::parse(operation, fields)?;
    Ok(at_desk(sitting, async move |desk, rng| -> Outcome {
        match act {
            Act::Inbox => {
                desk.look_again().await?;
                document(&desk.inbox(rng).await?)
            }
            Act::Show(n) => document(&desk.show(n, None, rng).await?),
            Act::OpenAll(numbers) => document(&desk.show_new(&numbers, rng).await?),
            Act::Reply(n, text, files) => document(&desk.name_files(n, &text, &files, rng).await?),
            Act::Enclose(n, before, file) => {
                let sent = desk.send_file(n, &file, before, rng).await?;
                with_bytes(&FileView::of(&sent), sent.to_bytes().into())
            }
            Act::TakeBack(n, sequence) => document(&desk.take_back(n, sequence, rng).await?),
            Act::Note(n, text) => document(&desk.note(n, &text, rng).await?),
            Act::Triage(n, changes) => document(&desk.triage(n, &changes, rng).await?),
            Act::Draft(n, text) => document(&desk.draft(n, &text, rng).await?),
            Act::Fetch(n, place) => with_bytes(&(), desk.fetch(n, place, rng).await?.bytes),
        }
    }))
}
