//! The gate code: making one, taking it away. Each is a version of the roster that guardians sign.

use super::Desk;
use super::people::{Approval, follow};
use crate::{Error, clock};
use crypto::gate::GateCode;
use crypto::roster::{PeriodKey, Roster};
use rand_core::CryptoRng;
use serde::Serialize;

/// What is asked of reporters.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct GateCodeView {
    /// The day of the version that brought the code of now; nothing where everybody may report.
    pub since: Option<String>,
    /// Whether the code before it counts on.
    pub former: bool,
    /// A change that lacks signatures.
    pub proposal: Option<GateProposal>,
}

/// A change of the gate code that lacks signatures.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct GateProposal {
    /// Whether no code would be asked for any more; else a new one.
    pub removes: bool,
    /// Whether she has signed it.
    pub mine: bool,
    /// Signatures under it.
    pub signatures: usize,
    /// Signatures needed.
    pub needed: u8,
}

/// A code that was made: nobody can show it again.
#[derive(Serialize)]
pub struct NewGateCode {
    /// The words for the poster.
    pub code: String,
    /// Signatures under the roster that names it.
    pub signatures: u8,
    /// Signatures needed.
    pub needed: u8,
}

impl Desk {
    /// Whether reporters are asked for a code.
    ///
    /// # Errors
    /// What requests answer.
    pub async fn gate_code(&self) -> Result<GateCodeView, Error> {
        let (chain, me) = (&self.organisation.chain, self.me()?.id);
        let head = chain.head();
        let since = head.gates.last().and_then(|gate| {
            let mut versions = (1..=head.number).filter_map(|number| chain.version(number));
            versions.find(|version| version.gates.contains(gate)).map(|version| clock::text(version.day))
        });
        let proposal = self.waiting().await?.1.filter(|proposal| changes_code_only(head, &proposal.roster));
        let proposal = proposal.and_then(|proposal| {
            Some(GateProposal {
                removes: proposal.roster.gates.is_empty(),
                mine: proposal.signatures.iter().any(|(signer, _)| *signer == me),
                signatures: proposal.signatures.len(),
                needed: chain.needed(&proposal.roster).ok()?,
            })
        });
        Ok(GateCodeView { since, former: head.gates.len() > 1, proposal })
    }

    /// Makes a code, and signs the roster that names it beside the one before. It counts once enough guardians have
    /// signed.
    ///
    /// # Errors
    /// [`Error::Refused`] for somebody who is no guardian, and while another change waits; what requests answer.
    pub async fn new_gate_code(&self, rng: &mut impl CryptoRng) -> Result<NewGateCode, Error> {
        self.guardian()?;
        self.proposed().await?;
        let chain = &self.organisation.chain;
        let periods = (1..=chain.head().number).filter_map(|number| chain.version(number));
        let last = periods.flat_map(|version| &version.gates).map(|gate| gate.period).max().unwrap_or_default();
        let code = GateCode::make(rng);
        let new = code.public(chain.organisation(), last.saturating_add(1));
        let Approval { signatures, needed } = self.sign_roster(self.with_gates(self.gates_before(new))).await?;
        Ok(NewGateCode { code: code.text().to_owned(), signatures, needed })
    }

    /// Signs the code that another guardian made: what she gave out is what the roster will name.
    ///
    /// # Errors
    /// [`Error::Refused`] where nothing waits; [`Error::Usage`] for other words than the proposed ones.
    pub async fn agree_gate_code(&self, words: &str) -> Result<Approval, Error> {
        let Some((roster, new)) =
            self.proposed().await?.and_then(|roster| roster.gates.last().cloned().map(|new| (roster, new)))
        else {
            return Err(Error::Refused("no code waits for a signature".into()));
        };
        let code = GateCode::parse(words).map_err(|error| Error::Usage(error.to_string()))?;
        if code.public(self.organisation.id(), new.period) != new {
            return Err(Error::Usage("these are not the words that were proposed: look at each word once more".into()));
        }
        if roster.gates != self.gates_before(new) {
            return Err(Error::distrust("the proposed roster takes a code away besides"));
        }
        self.sign_roster(roster).await
    }

    /// Signs the roster that asks for no code: the one that is proposed, or a new one.
    ///
    /// # Errors
    /// [`Error::Refused`] where none is asked for, and for somebody who is no guardian.
    pub async fn remove_gate_code(&self) -> Result<Approval, Error> {
        if self.organisation.chain.head().gates.is_empty() {
            return Err(Error::Refused("no code is asked for".into()));
        }
        let agreed = self.proposed().await?.filter(|roster| roster.gates.is_empty());
        self.sign_roster(agreed.unwrap_or_else(|| self.with_gates(Vec::new()))).await
    }

    /// The change of the code that waits for signatures. Making another would drop whatever waits, so somebody who
    /// waits comes first.
    async fn proposed(&self) -> Result<Option<Roster>, Error> {
        let proposed = self.waiting().await?.1.map(|proposal| proposal.roster);
        let other = |roster: &Roster| !changes_code_only(self.organisation.chain.head(), roster);
        if proposed.as_ref().is_some_and(other) {
            return Err(Error::Refused("another change of the roster waits for a signature: that comes first".into()));
        }
        Ok(proposed)
    }

    /// The code of now, for whoever is just writing, and the new one.
    fn gates_before(&self, new: PeriodKey) -> Vec<PeriodKey> {
        self.organisation.chain.head().gates.last().cloned().into_iter().chain([new]).collect()
    }

    fn with_gates(&self, gates: Vec<PeriodKey>) -> Roster {
        let chain = &self.organisation.chain;
        Roster { gates, ..follow(chain, self.organisation.today().max(chain.head().day)) }
    }
}

/// Whether this version follows the head and differs from it in its codes alone.
fn changes_code_only(head: &Roster, next: &Roster) -> bool {
    let Roster { number, previous, organisation, day, .. } = next.clone();
    next.gates != head.gates
        && Roster { number, previous, organisation, day, gates: next.gates.clone(), ..head.clone() } == *next
}
