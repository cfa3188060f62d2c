//! Whose keys may read: fetching an organisation and believing only what its roster chain proves.

use crate::{Error, Server, clock};
use crypto::gate::GateCode;
use crypto::ledger::{Entry, Record};
use crypto::roster::{Attestation, Chain, Person, QUIET_DAYS, REMOVAL_DAYS, Role};
use crypto::wire::PublicOrganisation;
use crypto::words::Fingerprint;
use crypto::{Day, OrganisationId, PersonId, SealPublicKey, SigningKey};
use serde::Serialize;

/// An organisation as somebody names it: `SLUG` or `SLUG#fp=WORDS`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// Its name in addresses, which proves nothing.
    pub slug: String,
    /// Seven words from a poster: what proves it.
    pub fingerprint: Option<Fingerprint>,
}

/// An organisation whose roster chain was checked.
pub struct Organisation {
    /// What was served.
    pub public: PublicOrganisation,
    /// The roster, version by version.
    pub chain: Chain,
    /// The keys that the newest version names.
    pub keys: Vec<SealPublicKey>,
}

#[cfg(feature = "office")]
impl std::str::FromStr for Address {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let (slug, fingerprint) = match text.split_once("#fp=") {
            Some((slug, words)) => {
                (slug, Some(Fingerprint::parse(words).map_err(|error| Error::Usage(error.to_string()))?))
            }
            None => (text, None),
        };
        if is_name(slug) {
            Ok(Self { slug: slug.into(), fingerprint })
        } else {
            Err(Error::Usage("an organisation is named like `team-blue` or `team-blue#fp=WORDS`".into()))
        }
    }
}

/// Whether this can be the name of an organisation or an account: `[a-z0-9-]{2,40}`.
#[must_use]
pub fn is_name(text: &str) -> bool {
    (2..=40).contains(&text.len()) && text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

/// What the server says of an organisation, unchecked: for whoever makes the first roster.
pub(crate) async fn look(server: &Server, address: &Address) -> Result<PublicOrganisation, Error> {
    let answer = server.get(&["/api/v1/organisations/", &address.slug].concat()).await;
    let public: PublicOrganisation = answer.map_err(|error| match error {
        missing if missing.is_problem("not-found") => {
            Error::Refused(["this server has no organisation called ", &address.slug].concat())
        }
        other => other,
    })?;
    if public.slug == address.slug { Ok(public) } else { Err(Error::Answer("it speaks of another organisation")) }
}

/// Fetches an organisation and checks its chain and, when it is known, its fingerprint.
///
/// # Errors
/// What fetching answers; [`Error::Refused`] when nobody has accepted yet; [`Error::Distrust`] for another
/// organisation under this name; [`crypto::Error::Roster`].
pub async fn fetch(server: &Server, address: &Address) -> Result<Organisation, Error> {
    check(look(server, address).await?, address)
}

pub(crate) fn check(public: PublicOrganisation, address: &Address) -> Result<Organisation, Error> {
    let identity = public
        .identity
        .ok_or_else(|| Error::Refused("no coach has accepted the invitation of this organisation yet".into()))?;
    let chain = Chain::parse(public.roster.iter().map(|version| version.0.as_slice()))?;
    if chain.organisation() != identity {
        return Err(Error::distrust("the organisation's name and its roster do not belong together"));
    }
    if address.fingerprint.is_some_and(|expected| expected != Fingerprint::of(&chain.root_digest())) {
        return Err(Error::distrust("this is not the organisation whose words are on your poster"));
    }
    let keys = public.keys.iter().map(|key| SealPublicKey::try_from(key.0.as_slice())).collect::<Result<_, _>>()?;
    Ok(Organisation { public, chain, keys })
}

/// Which organisation it is: what a page asks of a module that comes second.
#[derive(Clone, Debug, Serialize)]
pub struct Named {
    /// Its id, in hexadecimal.
    pub id: String,
    /// Places of its seven words in the list.
    pub fingerprint: [u16; 7],
}

/// An organisation as a page shows it. Days are `YYYY-MM-DD`.
#[derive(Clone, Debug, Serialize)]
pub struct View {
    /// Its id, in hexadecimal.
    pub id: String,
    /// Its name in addresses.
    pub slug: String,
    /// Its name, as its guardians signed it.
    pub name: String,
    /// Its own language.
    pub locale: String,
    /// Places of its seven words in the list.
    pub fingerprint: [u16; 7],
    /// Who is in office.
    pub people: Vec<PersonView>,
    /// The installation's day.
    pub today: String,
    /// Clock times of the ticks, or `immediate`.
    pub ticks: Vec<String>,
    /// When what is sent now is shown, as civil time; nothing with immediate ticks.
    pub next_tick: Option<String>,
    /// Their time zone.
    pub time_zone: String,
    /// The day a report sent now would carry.
    pub day_if_sent_now: String,
    /// The last day of the answer promised to it.
    pub answer_by: String,
    /// The last day of the feedback promised to it.
    pub feedback_by: String,
    /// Since when no coach's desk stood behind this, where that is too long.
    pub quiet_since: Option<String>,
    /// Guardians removed by one signature, not yet in effect.
    pub removals: Vec<RemovalView>,
    /// Whether whoever reports needs the code on the poster.
    pub gate: bool,
    /// Whether this is a test installation.
    pub test: bool,
}

/// Somebody in office.
#[derive(Clone, Debug, Serialize)]
pub struct PersonView {
    /// In hexadecimal.
    pub id: String,
    /// As reporters see it.
    pub name: String,
    /// What she does.
    pub role: &'static str,
    /// Whether she signs rosters.
    pub guardian: bool,
    /// Whether she stands in for a coach.
    pub deputy: bool,
    /// The words of the record she came with; only where the list of words is at hand.
    pub words: Option<String>,
}

/// A removal that is announced.
#[derive(Clone, Debug, Serialize)]
pub struct RemovalView {
    /// Who.
    pub name: String,
    /// The first day on which she can be gone.
    pub on: String,
}

impl Organisation {
    /// Its id, which stands in every label.
    #[must_use]
    pub const fn id(&self) -> OrganisationId {
        self.chain.organisation()
    }

    /// The installation's day.
    #[must_use]
    pub const fn today(&self) -> Day {
        Day(self.public.today)
    }

    /// Which it is.
    #[must_use]
    pub fn named(&self) -> Named {
        Named { id: self.id().to_hex(), fingerprint: Fingerprint::of(&self.chain.root_digest()).to_numbers() }
    }

    /// The words on its poster.
    #[cfg(feature = "office")]
    #[must_use]
    pub fn words(&self) -> String {
        Fingerprint::of(&self.chain.root_digest()).to_words()
    }

    /// Whether the person whom a record of the log names signed it, with the key that the roster has for her.
    pub(crate) fn has_released(&self, entry: &Entry, record: &Record) -> bool {
        let key = self.chain.author_key(record.actor);
        key.is_some_and(|key| record.verify_release(self.id(), entry.tag, &key).is_ok())
    }

    /// The name of an author.
    #[must_use]
    pub fn name_of(&self, person: PersonId) -> &str {
        if person == PersonId::REPORTER {
            return "reporter";
        }
        self.chain.person_ever(person).map_or("somebody unknown", |person| &person.name)
    }

    /// What a reporter should know before she writes.
    #[cfg(feature = "office")]
    #[must_use]
    pub fn warnings(&self, address: &Address, device: Day) -> Vec<String> {
        let mut warnings = Vec::new();
        if address.fingerprint.is_none() {
            warnings.push(format!(
                "the organisation was not checked. Compare these words with the poster, or give them with \
                 --org '{}#fp=…': {}",
                address.slug,
                self.words()
            ));
        }
        if let Some(seen) = self.quiet_since(device) {
            warnings.push(format!("no coach has been here since {}", clock::text(seen)));
        }
        if self.public.test {
            warnings.push("this is a test installation: it gives no privacy of time".into());
        }
        warnings
    }

    /// The newest day on which a coach's desk stood behind this roster.
    #[must_use]
    pub fn attested(&self) -> Option<Day> {
        let attestation = self.public.attestation.as_ref()?;
        Attestation::parse(&self.chain, &attestation.0).ok().map(|attestation| attestation.day)
    }

    /// The last day a coach's desk stood behind this roster, where that is too long ago.
    #[must_use]
    pub fn quiet_since(&self, device: Day) -> Option<Day> {
        // A server that shows an old state would show an old day with it; a test installation has its own.
        let today = if self.public.test { self.today() } else { self.today().max(device) };
        let seen = self.attested().unwrap_or_default().max(self.chain.head().day);
        (today.since(seen) > QUIET_DAYS).then_some(seen)
    }

    /// Everything a page shows of it; `device` is the device's own day.
    #[must_use]
    pub fn view(&self, device: Day) -> View {
        let (head, day) = (self.chain.head(), Day(self.public.clock_day));
        let in_office = head.people.iter().filter(|person| person.in_office(self.today()));
        View {
            id: self.id().to_hex(),
            slug: self.public.slug.clone(),
            name: head.name.clone(),
            locale: self.public.locale.clone(),
            fingerprint: Fingerprint::of(&self.chain.root_digest()).to_numbers(),
            people: in_office.map(|person| self.person_view(person)).collect(),
            today: clock::text(self.today()),
            ticks: self.public.ticks.clone(),
            next_tick: self.public.next_tick.clone(),
            time_zone: self.public.time_zone.clone(),
            day_if_sent_now: clock::text(day),
            answer_by: clock::text(clock::answer_by(day)),
            feedback_by: clock::feedback_by(day, None),
            quiet_since: self.quiet_since(device).map(clock::text),
            removals: head
                .removals
                .iter()
                .map(|(person, since)| RemovalView {
                    name: self.name_of(*person).to_owned(),
                    on: clock::text(since.plus(REMOVAL_DAYS)),
                })
                .collect(),
            gate: !head.gates.is_empty(),
            test: self.public.test,
        }
    }

    /// The key of the gate code that somebody typed; none where everybody may report, whatever she typed.
    ///
    /// # Errors
    /// [`crypto::Error::Words`] for what is no code, [`crypto::Error::Gate`] for one that not everybody has.
    pub fn gate_key(&self, typed: &str) -> Result<Option<SigningKey>, crypto::Error> {
        let head = self.chain.head();
        if head.gates.is_empty() {
            return Ok(None);
        }
        head.gate_key(&GateCode::parse(typed)?).map(Some)
    }

    /// What a page shows of somebody in office.
    #[must_use]
    pub fn person_view(&self, person: &Person) -> PersonView {
        PersonView {
            id: person.id.to_hex(),
            name: person.name.clone(),
            role: person.role.name(),
            guardian: person.guardian,
            deputy: person.deputy,
            #[cfg(feature = "office")]
            words: self
                .chain
                .head()
                .seal_key(person, &self.keys)
                .ok()
                .and_then(|key| person.digest(self.id(), key))
                .map(|digest| Fingerprint::of(&digest).to_words()),
            #[cfg(not(feature = "office"))]
            words: None,
        }
    }

    /// The reader in office with this id.
    ///
    /// # Errors
    /// [`Error::Usage`] when nobody has it.
    pub fn reader_with_id(&self, id: &str) -> Result<PersonId, Error> {
        let reads = |person: &Person| person.role.reads() && person.in_office(self.today());
        let id = PersonId::from_hex(id).ok().filter(|id| self.chain.head().person(*id).is_some_and(reads));
        id.ok_or_else(|| Error::Usage("nobody in office has this id".into()))
    }

    /// The person a name means, among readers in office. Forgives case and spaces; a part of a name will do where
    /// it is nobody else's; the eight digits shown with a candidate tell namesakes apart.
    ///
    /// # Errors
    /// [`Error::Usage`] that lists the candidates, when several or none are meant.
    pub fn reader_named(&self, name: &str) -> Result<&Person, Error> {
        let readers: Vec<&Person> = [Role::Coach, Role::Fallback]
            .into_iter()
            .flat_map(|role| self.chain.head().in_office(role, self.today()))
            .collect();
        let words = |text: &str| text.split_whitespace().map(lower).collect::<Vec<_>>();
        let wanted = words(name);
        let exact = |person: &&&Person| {
            words(&person.name) == wanted || [short_id(person), person.id.to_hex()].contains(&name.trim().to_owned())
        };
        let partial = |person: &&&Person| {
            let parts = words(&person.name);
            !wanted.is_empty() && wanted.iter().all(|word| parts.contains(word))
        };
        let mut meant: Vec<&Person> = readers.iter().filter(exact).copied().collect();
        if meant.is_empty() {
            meant = readers.iter().filter(partial).copied().collect();
        }
        match meant.as_slice() {
            [one] => Ok(one),
            [] => Err(Error::Usage(format!("nobody is called “{name}”. There are: {}", list(&readers)))),
            several => Err(Error::Usage(format!("“{name}” may mean: {}", list(several)))),
        }
    }
}

/// A page hands a name in as it was shown: there only plain letters are worth their weight.
fn lower(word: &str) -> String {
    if cfg!(feature = "office") { word.to_lowercase() } else { word.to_ascii_lowercase() }
}

fn short_id(person: &Person) -> String {
    person.id.to_hex().chars().take(8).collect()
}

fn list(people: &[&Person]) -> String {
    let each = |person: &&Person| format!("{} ({}, {})", person.name, person.role.name(), short_id(person));
    people.iter().map(each).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crypto::roster::{Pending, Profile, Roster, SignedRoster};
    use crypto::wire::Bytes;
    use crypto::{Digest, SealSecretKey, Secret};

    /// A first coach and others, all in office, with keys from their place in the list.
    pub(crate) fn sample(people: &[(&str, Role)]) -> Organisation {
        let day = Day(20_000);
        let mut rows = Vec::new();
        for (place, (name, role)) in people.iter().enumerate() {
            let byte = u8::try_from(place).unwrap() + 1;
            let sign = SigningKey::from_seed(Secret::new([byte; 32]));
            let seal = SealSecretKey::from_seed(Secret::new([byte; 32])).public();
            let id = PersonId([byte; 16]);
            rows.push((Pending::make(OrganisationId::NONE, id, name, *role, &sign, seal.clone()), seal));
        }
        let (quorum, previous, organisation) = (1, Digest::NONE, OrganisationId::NONE);
        let roster = Roster {
            number: 1,
            previous,
            organisation,
            name: "Team".into(),
            profile: Profile::Plain,
            day,
            quorum,
            people: rows.iter().enumerate().map(|(place, (pending, _))| pending.to_person(place == 0, day)).collect(),
            removals: vec![],
            gates: vec![],
            issuers: vec![],
        };
        let signature = roster.sign(&SigningKey::from_seed(Secret::new([1; 32])));
        let signed = SignedRoster { signatures: vec![(PersonId([1; 16]), signature)], roster };
        let public = PublicOrganisation {
            slug: "team".into(),
            name: "Team".into(),
            locale: "en".into(),
            identity: Some(signed.roster.organisation_id()),
            roster: vec![Bytes(signed.to_bytes())],
            keys: rows.iter().map(|(_, key)| Bytes(key.as_bytes().to_vec())).collect(),
            attestation: None,
            today: day.0,
            clock_day: day.0,
            next_tick: None,
            difficulty: 0,
            ticks: vec![],
            log_key: String::new(),
            time_zone: "Europe/Brussels".into(),
            test: false,
        };
        check(public, &"team".parse().unwrap()).unwrap()
    }

    #[test]
    fn a_name_is_found_whatever_its_case_and_never_guessed() {
        use Role::{Auditor, Coach, Fallback};
        let organisation = sample(&[
            ("An Peeters", Coach),
            ("An Maes", Coach),
            ("Zoë de Vos", Fallback),
            ("Jo Bos", Auditor),
            ("an", Coach),
        ]);
        let named = |name: &str| organisation.reader_named(name).map(|person| person.name.clone());
        assert_eq!(named("  an   PEETERS ").unwrap(), "An Peeters");
        assert_eq!(named("maes").unwrap(), "An Maes");
        assert_eq!(named("ZOË").unwrap(), "Zoë de Vos");
        assert_eq!(named("An").unwrap(), "an");
        assert_eq!(named("03030303").unwrap(), "Zoë de Vos");
        for wrong in ["Jo Bos", "Peet", "", "An Peeters Maes"] {
            let error = named(wrong).unwrap_err();
            assert_eq!(error.exit_code(), 2);
            assert!(error.to_string().contains("An Maes (coach, 02020202)"), "{error}");
        }
        let twins = sample(&[("An Maes", Coach), ("An Peeters", Coach), ("an maes", Coach)]);
        let error = twins.reader_named("An Maes").unwrap_err().to_string();
        assert!(error.contains("01010101") && error.contains("03030303") && !error.contains("Peeters"), "{error}");
        assert!(twins.reader_named("an").is_err());
    }

    #[test]
    fn an_organisation_is_named_by_slug_and_words() {
        let organisation = sample(&[("An", Role::Coach)]);
        let address: Address = format!("team#fp={}", organisation.words()).parse().unwrap();
        assert!(check(organisation.public.clone(), &address).is_ok());
        assert!(organisation.warnings(&address, Day(20_000)).is_empty());
        assert_eq!(organisation.warnings(&"team".parse().unwrap(), Day(20_040)).len(), 2);
        let other: Address = format!("team#fp={}", sample(&[("Jo", Role::Coach)]).words()).parse().unwrap();
        assert!(matches!(check(organisation.public.clone(), &other), Err(Error::Distrust(_))));
        for wrong in ["", "t", "Team", "team/blue", "team#fp=", "team#fp=one.two"] {
            assert!(matches!(wrong.parse::<Address>(), Err(Error::Usage(_))), "{wrong}");
        }
    }

    #[test]
    fn another_identity_than_the_rosters_is_refused() {
        let mut public = sample(&[("An", Role::Coach)]).public;
        public.identity = Some(OrganisationId([9; 16]));
        assert!(matches!(check(public.clone(), &"team".parse().unwrap()), Err(Error::Distrust(_))));
        public.identity = None;
        assert!(matches!(check(public, &"team".parse().unwrap()), Err(Error::Refused(_))));
    }
}
