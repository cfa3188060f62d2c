//! What is rare at the desk: who comes, gate codes, the log.

use crate::failure::Failure;
use crate::fields::Fields;
use crate::operation;
use crate::sitting::{Journey, Outcome, Sitting, document};
use crate::unlocked::at_desk;
use client::desk::{self, Joining, Newcomer};
use client::organisation::Address;
use crypto::Day;

pub(crate) fn journey(sitting: &mut Sitting, operation: u32, fields: &mut Fields<'_>) -> Result<Journey, Failure> {
    match operation {
        operation::INVITATION => Ok(look_at(sitting, fields.text()?)),
        operation::NEWCOMER => prepare(sitting, fields),
        operation::ACCEPT => Ok(accept(sitting)),
        _ => act(sitting, operation, fields),
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

enum Act {
    People,
    Approve(usize, bool),
    Log(Day),
    GateCode,
    NewGateCode,
    AgreeGateCode(String),
    RemoveGateCode,
}

impl Act {
    fn parse(operation: u32, fields: &mut Fields<'_>) -> Result<Self, Failure> {
        Ok(match operation {
            operation::PEOPLE => Self::People,
            operation::APPROVE => Self::Approve(fields.number()?, fields.flag()?),
            operation::LOG => Self::Log(Day(fields.number()?)),
            operation::GATE_CODE => Self::GateCode,
            operation::NEW_GATE_CODE => Self::NewGateCode,
            operation::AGREE_GATE_CODE => Self::AgreeGateCode(fields.text()?),
            _ => Self::RemoveGateCode,
        })
    }
}

fn act(sitting: &mut Sitting, operation: u32, fields: &mut Fields<'_>) -> Result<Journey, Failure> {
    let act = Act::parse(operation, fields)?;
    Ok(at_desk(sitting, async move |desk, rng| -> Outcome {
        match act {
            Act::People => {
                desk.look_again().await?;
                document(&desk.people().await?)
            }
            Act::Approve(n, guardian) => document(&desk.approve(n, guardian).await?),
            Act::Log(from) => document(&desk.log(from).await?),
            Act::GateCode => {
                desk.look_again().await?;
                document(&desk.gate_code().await?)
            }
            Act::NewGateCode => document(&desk.new_gate_code(rng).await?),
            Act::AgreeGateCode(words) => document(&desk.agree_gate_code(&words).await?),
            Act::RemoveGateCode => document(&desk.remove_gate_code().await?),
        }
    }))
}
