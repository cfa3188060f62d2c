//! The roster as the desk minds it every day: who came and went, and that a coach stands behind it.

use super::Desk;
use crate::Error;
use crate::organisation::{Organisation, PersonView};
use crypto::PersonId;
use crypto::roster::{Attestation, Role, Roster};
use rand_core::CryptoRng;
use serde::Serialize;

/// Days after which a coach's desk stands behind the roster anew.
const ATTEST_DAYS: u32 = 7;

/// Who came and went since this coach's vault was saved last.
#[derive(Debug, Serialize)]
pub struct RosterChange {
    /// Who is in the roster now and was not.
    pub added: Vec<PersonView>,
    /// Who was in it and is not any more.
    pub removed: Vec<PersonView>,
}

impl Desk {
    /// What changed in the roster since the vault was saved last; nothing where nobody but she herself came or went.
    #[must_use]
    pub fn roster_change(&self) -> Option<RosterChange> {
        change(&self.organisation, self.vault.roster.0, self.vault.person)
    }

    /// Keeps the roster of now as the one that was seen.
    ///
    /// # Errors
    /// What the request answers.
    pub async fn keep_roster(&mut self, rng: &mut impl CryptoRng) -> Result<(), Error> {
        self.save_vault(&[], rng).await
    }

    /// A coach's desk says "this head, this day" when that is more than a week old.
    pub(super) async fn attest(&self) -> Result<(), Error> {
        let (organisation, me) = (&self.organisation, self.me()?);
        let today = organisation.today();
        let fresh = organisation.attested().is_some_and(|day| today.since(day) <= ATTEST_DAYS);
        if me.role != Role::Coach || fresh {
            return Ok(());
        }
        let attestation = Attestation::make(&organisation.chain, today, me.id, &self.vault.sign);
        match self.server.post_bytes("/api/v1/desk/attestation", &attestation.to_bytes()).await {
            // Another desk was faster: that is as good.
            Ok(_) | Err(Error::Problem(_)) => Ok(()),
            Err(error) => Err(error),
        }
    }
}

fn change(organisation: &Organisation, seen: u32, me: PersonId) -> Option<RosterChange> {
    let (head, seen) = (organisation.chain.head(), organisation.chain.version(seen)?);
    let only_in = |one: &Roster, other: &Roster| -> Vec<PersonView> {
        let gone = one.people.iter().filter(|person| person.id != me && other.person(person.id).is_none());
        gone.map(|person| organisation.person_view(person)).collect()
    };
    let (added, removed) = (only_in(head, seen), only_in(seen, head));
    (!added.is_empty() || !removed.is_empty()).then_some(RosterChange { added, removed })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::people::next;
    use crate::organisation::tests::sample;
    use crypto::roster::{Pending, SignedRoster};
    use crypto::{Day, SealSecretKey, Secret, SigningKey};

    #[test]
    fn who_came_and_went_since_a_roster_is_told_and_oneself_is_not() {
        let mut organisation = sample(&[("An", Role::Coach), ("Jo", Role::Coach)]);
        let an = PersonId([1; 16]);
        assert!(change(&organisation, 1, an).is_none());
        let chain = &organisation.chain;
        let sign = SigningKey::from_seed(Secret::new([3; 32]));
        let seal = SealSecretKey::from_seed(Secret::new([3; 32])).public();
        let pending = Pending::make(chain.organisation(), PersonId([3; 16]), "Zoë", Role::Fallback, &sign, seal);
        let mut roster = next(chain, &pending, false, Day(20_001));
        roster.people.retain(|person| person.id != PersonId([2; 16]));
        let signatures = vec![(an, roster.sign(&SigningKey::from_seed(Secret::new([1; 32]))))];
        organisation.chain.append(&SignedRoster { roster, signatures }).unwrap();
        let told = change(&organisation, 1, an).unwrap();
        let named = |people: &[PersonView]| -> Vec<_> {
            people.iter().map(|person| (person.name.clone(), person.role)).collect()
        };
        assert_eq!(named(&told.added), [("Zoë".to_owned(), "fallback")]);
        assert_eq!(named(&told.removed), [("Jo".to_owned(), "coach")]);
        assert!(change(&organisation, 2, an).is_none());
        assert!(change(&organisation, 1, PersonId([3; 16])).unwrap().added.is_empty(), "she knows that she came");
    }
}
