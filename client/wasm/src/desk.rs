//! The coach's journeys.

use crate::failure::Failure;
use crate::fields::Fields;
use crate::operation;
use crate::sitting::{Journey, Outcome, Sitting, at_once, document, with_bytes};
use client::conversation::FileView;
use client::desk::{self, Changes, Desk, Joining, Newcomer, RosterChange};
use client::files::{NewFile, Which};
use client::organisation::{self, Address, Organisation, PersonView, View};
use client::state::Folder;
use crypto::Day;
use crypto::thread::Attachment;
use crypto::words::{look_alikes, nearest_word, unknown_words};
use serde::Serialize;

/// A desk that was unlocked.
#[derive(Serialize)]
struct Unlocked {
    organisation: View,
    /// The organisation's seven words.
    fingerprint: String,
    account: String,
    /// Nothing while no guardian has approved her.
    me: Option<PersonView>,
    /// Who came and went since the last time.
    roster_changed: Option<RosterChange>,
}

#[derive(Serialize)]
struct Unknown {
    word: String,
    nearest: &'static str,
}

pub(crate) fn journey(sitting: &mut Sitting, operation: u32, fields: &mut Fields<'_>) -> Result<Journey, Failure> {
    match operation {
        operation::INVITATION => Ok(look_at(sitting, fields.text()?)),
        operation::NEWCOMER => prepare(sitting, fields),
        operation::ACCEPT => Ok(accept(sitting)),
        operation::UNKNOWN_WORDS => {
            let unknown = unknown_words(&fields.text()?).into_iter();
            let unknown = unknown.map(|word| Unknown { nearest: nearest_word(&word), word });
            Ok(at_once(document(&unknown.collect::<Vec<_>>())))
        }
        operation::UNLOCK => unlock(sitting, fields),
        operation::INBOX..=operation::DRAFT
        | operation::LOG
        | operation::FETCH_FILE
        | operation::ENCLOSE
        | operation::GATE_CODE..=operation::REMOVE_GATE_CODE => Ok(at_desk(sitting, Act::parse(operation, fields)?)),
        operation::LOOK_ALIKES => Ok(at_once(document(&look_alikes(&fields.text()?)))),
        _ => Err(Failure::FAULT),
    }
}

fn look_at(sitting: &Sitting, invitation: String) -> Journey {
    let server = sitting.server();
    Box::pin(async move { document(&desk::look_at(&server, &invitation).await?) })
}

fn prepare(sitting: &mut Sitting, fields: &mut Fields<'_>) -> Result<Journey, Failure> {
    let (invitation, slug, name, account) = (fields.text()?, fields.text()?, fields.text()?, fields.text()?);
    let (server, kept, mut rng) = (sitting.server(), sitting.joining.clone(), sitting.generator());
    Ok(Box::pin(async move {
        let some = |text| Some(text).filter(|text: &&str| !text.is_empty());
        let newcomer = Newcomer { invitation: &invitation, name: some(&name), account: some(&account) };
        let joining = Joining::prepare(&server, &Address { slug, fingerprint: None }, &newcomer, &mut rng).await?;
        let answer = document(&joining.kept);
        *kept.borrow_mut() = Some(joining);
        answer
    }))
}

fn accept(sitting: &Sitting) -> Journey {
    let (server, kept) = (sitting.server(), sitting.joining.clone());
    Box::pin(async move {
        let joining = kept.borrow_mut().take().ok_or(Failure::FAULT)?;
        let answer = joining.hand_in(&server).await;
        if answer.is_err() {
            *kept.borrow_mut() = Some(joining);
        }
        document(&answer?)
    })
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
        fingerprint: organisation.words(),
        account,
        roster_changed: desk.roster_change(),
        me: desk.me().ok().map(|me| organisation.person_view(me)),
    }
}

/// What an unlocked desk is asked to do.
enum Act {
    Inbox,
    Show(usize),
    OpenAll(Vec<usize>),
    Reply(usize, String, Vec<Attachment>),
    Enclose(usize, u32, NewFile),
    TakeBack(usize, u32),
    Note(usize, String),
    Triage(usize, Changes),
    People,
    Approve(usize, bool),
    Draft(usize, String),
    Log(Day),
    GateCode,
    NewGateCode,
    AgreeGateCode(String),
    RemoveGateCode,
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
            operation::PEOPLE => Self::People,
            operation::APPROVE => Self::Approve(fields.number()?, fields.flag()?),
            operation::DRAFT => Self::Draft(fields.number()?, fields.text()?),
            operation::LOG => Self::Log(Day(fields.number()?)),
            operation::GATE_CODE => Self::GateCode,
            operation::NEW_GATE_CODE => Self::NewGateCode,
            operation::AGREE_GATE_CODE => Self::AgreeGateCode(fields.text()?),
            operation::REMOVE_GATE_CODE => Self::RemoveGateCode,
            operation::FETCH_FILE => Self::Fetch(fields.number()?, (fields.number()?, Which::Number(fields.number()?))),
            _ => return Err(Failure::FAULT),
        })
    }
}

fn at_desk(sitting: &mut Sitting, act: Act) -> Journey {
    let (kept, mut rng) = (sitting.desk.clone(), sitting.generator());
    Box::pin(async move {
        let mut desk = kept.borrow_mut().take().ok_or(Failure::because("locked"))?;
        let outcome: Outcome = async {
            match act {
                Act::Inbox => {
                    desk.look_again().await?;
                    document(&desk.inbox(&mut rng).await?)
                }
                Act::Show(n) => document(&desk.show(n, None, &mut rng).await?),
                Act::OpenAll(numbers) => document(&desk.show_new(&numbers, &mut rng).await?),
                Act::Reply(n, text, files) => document(&desk.name_files(n, &text, &files, &mut rng).await?),
                Act::Enclose(n, before, file) => {
                    let sent = desk.send_file(n, &file, before, &mut rng).await?;
                    with_bytes(&FileView::of(&sent), sent.to_bytes().into())
                }
                Act::TakeBack(n, sequence) => document(&desk.take_back(n, sequence, &mut rng).await?),
                Act::Note(n, text) => document(&desk.note(n, &text, &mut rng).await?),
                Act::Triage(n, changes) => document(&desk.triage(n, &changes, &mut rng).await?),
                Act::People => {
                    desk.look_again().await?;
                    document(&desk.people().await?)
                }
                Act::Draft(n, text) => document(&desk.draft(n, &text, &mut rng).await?),
                Act::Log(from) => document(&desk.log(from).await?),
                Act::GateCode => {
                    desk.look_again().await?;
                    document(&desk.gate_code().await?)
                }
                Act::NewGateCode => document(&desk.new_gate_code(&mut rng).await?),
                Act::AgreeGateCode(words) => document(&desk.agree_gate_code(&words).await?),
                Act::RemoveGateCode => document(&desk.remove_gate_code().await?),
                Act::Fetch(n, place) => with_bytes(&(), desk.fetch(n, place, &mut rng).await?.bytes),
                Act::Approve(n, guardian) => document(&desk.approve(n, guardian).await?),
            }
        }
        .await;
        *kept.borrow_mut() = Some(desk);
        outcome
    })
}
