//! Who is in office, who waits, and a guardian's signature.

use super::Desk;
use crate::Error;
use crate::organisation::PersonView;
use crypto::roster::{Chain, Pending, Roster, SignedRoster};
use crypto::wire::{self, RosterState};
use crypto::words::Fingerprint;
use crypto::{Day, PersonId, json};
use serde::Serialize;

/// Everybody.
#[derive(Debug, Serialize)]
pub struct People {
    /// Who accepted an invitation and is not in the roster.
    pub pending: Vec<PendingView>,
    /// Who is in office.
    pub people: Vec<PersonView>,
    /// A change that lacks signatures.
    pub proposal: Option<ProposalView>,
}

/// Somebody who waits.
#[derive(Debug, Serialize)]
pub struct PendingView {
    /// Her number in `desk approve`.
    pub n: usize,
    /// As she wrote it.
    pub name: String,
    /// As the invitation said.
    pub role: &'static str,
    /// What she reads aloud, and a guardian compares.
    pub words: String,
}

/// A change that lacks signatures.
#[derive(Debug, Serialize)]
pub struct ProposalView {
    /// Who would come in.
    pub adds: Vec<String>,
    /// Signatures under it.
    pub signatures: usize,
    /// Signatures needed.
    pub needed: u8,
}

/// How far an approval is.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Approval {
    /// Signatures under it.
    pub signatures: u8,
    /// Signatures needed.
    pub needed: u8,
}

impl Desk {
    /// Lists everybody, with the words to compare.
    ///
    /// # Errors
    /// What requests answer.
    pub async fn people(&mut self) -> Result<People, Error> {
        let (waiting, proposal) = self.waiting().await?;
        let organisation = &self.organisation;
        let pending = waiting
            .iter()
            .map(|person| PendingView {
                n: self.folder.state.person_number(person.id),
                name: person.name.clone(),
                role: person.role.name(),
                words: Fingerprint::of(&person.digest(organisation.id())).to_words(),
            })
            .collect();
        self.folder.save()?;
        let head = organisation.chain.head();
        let in_office = head.people.iter().filter(|person| person.in_office(organisation.today()));
        let people = in_office.map(|person| organisation.person_view(person)).collect();
        let proposal = proposal.and_then(|proposal| {
            let new = proposal.roster.people.iter().filter(|person| head.person(person.id).is_none());
            let adds: Vec<_> = new.map(|person| person.name.clone()).collect();
            (!adds.is_empty()).then_some(ProposalView {
                adds,
                signatures: proposal.signatures.len(),
                needed: organisation.chain.needed(&proposal.roster).ok()?,
            })
        });
        Ok(People { pending, people, proposal })
    }

    /// Signs the roster that takes a pending person in: the one that is proposed, or a new one. Compare her words by
    /// voice first.
    ///
    /// # Errors
    /// [`Error::Usage`] for an unknown number, or where another guardian decided otherwise about `guardian`;
    /// [`Error::Refused`] for somebody who is no guardian.
    pub async fn approve(&mut self, number: usize, guardian: bool) -> Result<Approval, Error> {
        self.guardian()?;
        let (waiting, proposal) = self.waiting().await?;
        for person in &waiting {
            self.folder.state.person_number(person.id);
        }
        self.folder.save()?;
        let wanted = self.folder.state.person(number)?;
        let pending = waiting
            .iter()
            .find(|person| person.id == wanted)
            .ok_or_else(|| Error::Refused("this person does not wait any more: see `desk people`".into()))?;
        let chain = &self.organisation.chain;
        let roster = match proposal.filter(|proposal| proposal.roster.person(wanted).is_some()) {
            Some(proposal) => agreed(chain, pending, guardian, proposal.roster)?,
            None => next(chain, pending, guardian, self.organisation.today().max(chain.head().day)),
        };
        self.sign_roster(roster).await
    }

    /// Refuses whoever may not sign rosters.
    pub(super) fn guardian(&self) -> Result<PersonId, Error> {
        let me = self.me()?;
        if me.guardian {
            Ok(me.id)
        } else {
            Err(Error::Refused("only guardians sign the roster, and you are none".into()))
        }
    }

    /// Signs a version of the roster and hands it in.
    pub(super) async fn sign_roster(&self, roster: Roster) -> Result<Approval, Error> {
        let me = self.guardian()?;
        self.organisation.chain.needed(&roster)?;
        let signatures = vec![(me, roster.sign(&self.vault.sign))];
        let answer =
            self.server.post_bytes("/api/v1/desk/roster", &SignedRoster { roster, signatures }.to_bytes()).await?;
        let state: RosterState =
            json::read(&answer).map_err(|_| Error::Answer("the signature was taken, its effect is unclear"))?;
        Ok(Approval { signatures: state.signatures, needed: state.needed })
    }

    /// Records that hold, of people who are not in the roster, and what is proposed.
    pub(super) async fn waiting(&self) -> Result<(Vec<Pending>, Option<SignedRoster>), Error> {
        let people: wire::People = self.server.get("/api/v1/desk/people").await?;
        let organisation = self.organisation.id();
        let known = |id: PersonId| self.organisation.chain.person_ever(id).is_some();
        let records = people.pending.iter().filter_map(|record| Pending::parse(organisation, &record.0).ok());
        let proposal = people.proposal.and_then(|proposal| SignedRoster::parse(&proposal.0).ok());
        Ok((records.filter(|pending| !known(pending.id)).collect(), proposal))
    }
}

/// The roster after the head, as it is but for its day.
pub(super) fn follow(chain: &Chain, day: Day) -> Roster {
    let head = chain.head();
    let (number, previous) = (head.number.saturating_add(1), chain.head_digest());
    Roster { number, previous, organisation: chain.organisation(), day, ..head.clone() }
}

/// The roster after the head, with one person more.
pub(super) fn next(chain: &Chain, pending: &Pending, guardian: bool, day: Day) -> Roster {
    let (head, mut roster) = (chain.head(), follow(chain, day));
    roster.people.push(pending.to_person(guardian, day));
    let guardians = roster.people.iter().filter(|person| person.guardian).count();
    roster.quorum = if guardians > 1 { 2 } else { head.quorum };
    roster
}

/// The proposed roster, if it does what this guardian wants and nothing else.
fn agreed(chain: &Chain, pending: &Pending, guardian: bool, proposed: Roster) -> Result<Roster, Error> {
    if proposed == next(chain, pending, guardian, proposed.day) {
        return Ok(proposed);
    }
    if proposed == next(chain, pending, !guardian, proposed.day) {
        let what = if guardian { "does not make" } else { "makes" };
        let how = if guardian { "without" } else { "with" };
        return Err(Error::Usage(format!("the proposal {what} this person a guardian: sign it {how} --guardian")));
    }
    Err(Error::distrust("the proposed roster changes something else besides"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organisation::tests::sample;
    use crypto::roster::Role;
    use crypto::{SealSecretKey, Secret, SigningKey};

    #[test]
    fn the_next_roster_takes_one_person_in_and_asks_for_two_from_two_guardians_on() {
        let mut chain = sample(&[("An", Role::Coach), ("Jo", Role::Coach)]).chain;
        let pending = |byte: u8| {
            let sign = SigningKey::from_seed(Secret::new([byte; 32]));
            let seal = SealSecretKey::from_seed(Secret::new([byte; 32])).public();
            Pending::make(chain.organisation(), PersonId([byte; 16]), "Zoë", Role::Fallback, &sign, seal)
        };
        let (third, fourth) = (pending(3), pending(4));
        let first = next(&chain, &third, true, Day(20_001));
        assert_eq!(chain.needed(&first), Ok(1));
        assert_eq!(agreed(&chain, &third, true, first.clone()).unwrap(), first);
        assert_eq!(agreed(&chain, &third, false, first.clone()).unwrap_err().exit_code(), 2);
        assert!(matches!(agreed(&chain, &fourth, true, first.clone()), Err(Error::Distrust(_))));
        let renamed = Roster { name: "Other".into(), ..first.clone() };
        assert!(matches!(agreed(&chain, &third, true, renamed), Err(Error::Distrust(_))));

        let signature = first.sign(&SigningKey::from_seed(Secret::new([1; 32])));
        chain.append(&SignedRoster { roster: first, signatures: vec![(PersonId([1; 16]), signature)] }).unwrap();
        assert_eq!(chain.needed(&next(&chain, &fourth, false, Day(20_001))), Ok(2));
    }
}
