//! A report: sealed here to the people the reporter lets read it, and sent with a proof of work.

use crate::organisation::{self, Address, Organisation};
use crate::{ATTEMPTS, Error, Server, Wait, clock};
use crypto::roster::Person;
use crypto::thread::{Content, Creating, Creation, NewThread};
use crypto::token::{ReplyToken, ReporterKeys};
use crypto::wire::Accepted;
use crypto::work::{HIGHEST_DIFFICULTY, Work};
use crypto::{Day, OrganisationId, PersonId, SigningKey, json};
use rand_core::CryptoRng;
use serde::Serialize;

/// Attempts between two words about how far it is.
const STRIDE: u64 = 1 << 10;

/// As many attempts as take as long as sealing to one recipient, measured without compiled code: what a bar counts in.
const STEP: u64 = 3_000;

/// What somebody wants to tell, and who must not read it.
pub struct Draft<'a> {
    /// The text.
    pub text: &'a str,
    /// Names, or ids in hexadecimal, of people who get no key.
    pub exclude: &'a [String],
    /// Whether the outside confidant reads along in any case.
    pub with_fallback: bool,
    /// The code on the poster, where the organisation asks for one.
    pub gate_code: Option<&'a str>,
}

/// A report that was stored.
#[derive(Serialize)]
pub struct Sent {
    /// The reply token: shown once, kept by the reporter alone.
    pub token: String,
    /// The thread id, in hexadecimal.
    pub id: String,
    /// The day from which the legal clock runs.
    pub day: String,
    /// The last day of the promised answer.
    pub answer_by: String,
    /// The last day of the promised feedback.
    pub feedback_by: String,
    /// Who can read it.
    pub readers: Vec<String>,
}

/// A reply token and the work for its thread, begun while the reporter still writes.
pub struct Begun {
    organisation: OrganisationId,
    token: ReplyToken,
    keys: ReporterKeys,
    work: Work,
}

/// A sealed report with its token, not yet acknowledged. Handed in again it is the same report, never a second one.
pub struct Sealed {
    token: ReplyToken,
    creation: Creation,
    readers: Vec<String>,
    work: Work,
}

/// Seals and sends a report. The same bytes are sent until the server acknowledges them or patience ends.
///
/// # Errors
/// [`Error::Usage`] for names that mean nobody or several, and for a gate code that is missing or not the one that
/// everybody has; as [`Sealed::new`] and [`Sealed::hand_in`].
pub async fn send(
    server: &Server,
    address: &Address,
    organisation: &Organisation,
    draft: &Draft<'_>,
    rng: &mut impl CryptoRng,
) -> Result<Sent, Error> {
    let (excluded, key) = (draft.excluded(organisation)?, draft.gate_key(organisation)?);
    let begun = Begun::new(organisation, rng);
    let to = (excluded.as_slice(), draft.with_fallback);
    let mut sealed = Sealed::new(server, organisation, begun, draft.text, to, key.as_ref(), rng).await?;
    sealed.hand_in(server, address, organisation).await
}

/// Seals a report and does the work, without sending: the token, and the bytes of the request.
///
/// # Errors
/// [`Error::Usage`] as with [`send`]; as [`Sealed::new`].
pub fn prepare(
    organisation: &Organisation,
    draft: &Draft<'_>,
    rng: &mut impl CryptoRng,
) -> Result<(ReplyToken, Creation), Error> {
    let (excluded, key) = (draft.excluded(organisation)?, draft.gate_key(organisation)?);
    let Begun { token, keys, mut work, .. } = Begun::new(organisation, rng);
    let (mut creation, _) =
        seal(organisation, &keys, draft.text, (&excluded, draft.with_fallback), rng, async |_| {}).wait()?;
    (creation.work_day, creation.work_nonce) =
        (work.day(), search(&mut work, organisation.public.difficulty, async |_| {}).wait());
    if let Some(key) = &key {
        creation.sign_gate(key);
    }
    Ok((token, creation))
}

impl Begun {
    /// A new token.
    pub fn new(organisation: &Organisation, rng: &mut impl CryptoRng) -> Self {
        let token = ReplyToken::make(rng);
        let keys = token.keys(organisation.id(), 0);
        let work = Work::new(organisation.id(), keys.thread(), organisation.today());
        Self { organisation: organisation.id(), token, keys, work }
    }

    /// What was begun before, if it is for this organisation on its day; else a new one.
    pub fn resume(before: Option<Self>, organisation: &Organisation, rng: &mut impl CryptoRng) -> Self {
        let fits = |begun: &Self| begun.organisation == organisation.id() && begun.work.day() == organisation.today();
        before.filter(fits).unwrap_or_else(|| Self::new(organisation, rng))
    }

    /// Tries so many nonces; whether the work is done.
    pub fn work(&mut self, organisation: &Organisation, attempts: u64) -> bool {
        self.work.search(organisation.public.difficulty, attempts).is_some()
    }
}

impl Draft<'_> {
    fn excluded(&self, organisation: &Organisation) -> Result<Vec<PersonId>, Error> {
        self.exclude.iter().map(|name| organisation.reader_named(name).map(|person| person.id)).collect()
    }

    fn gate_key(&self, organisation: &Organisation) -> Result<Option<SigningKey>, Error> {
        organisation.gate_key(self.gate_code.unwrap_or_default()).map_err(|error| match error {
            crypto::Error::Words => Error::Usage("this organisation asks for the five words on its poster".into()),
            other => Error::Usage(other.to_string()),
        })
    }
}

impl Sealed {
    /// Seals a report to the people the reporter lets read it, signed with the gate code's key where there is one, and
    /// tells how far it is.
    ///
    /// # Errors
    /// [`crypto::Error::NoRecipient`] when nobody is left; [`crypto::Error::TooLong`].
    pub async fn new(
        server: &Server,
        organisation: &Organisation,
        begun: Begun,
        text: &str,
        to: (&[PersonId], bool),
        gate: Option<&SigningKey>,
        rng: &mut impl CryptoRng,
    ) -> Result<Self, Error> {
        let Begun { token, keys, work, .. } = begun;
        let left = work.expected(organisation.public.difficulty);
        let tell = async |sealed: u64| {
            let done = sealed.saturating_mul(STEP).saturating_add(work.tried());
            tell(server, done, SEALING.saturating_add(work.tried()).saturating_add(left)).await;
        };
        let (mut creation, readers) = seal(organisation, &keys, text, to, rng, tell).await?;
        if let Some(key) = gate {
            creation.sign_gate(key);
        }
        Ok(Self { token, creation, readers, work })
    }

    /// Works and sends; works on when more is asked by now.
    ///
    /// # Errors
    /// [`Error::Unacknowledged`]: hand it in again; what the server refuses.
    pub async fn hand_in(
        &mut self,
        server: &Server,
        address: &Address,
        organisation: &Organisation,
    ) -> Result<Sent, Error> {
        let accepted = self.work_and_send(server, address, organisation).await?;
        let day = Day(accepted.day);
        Ok(Sent {
            token: self.token.to_text(organisation.id()).as_str().into(),
            id: self.creation.header.thread.to_hex(),
            day: clock::text(day),
            answer_by: clock::text(clock::answer_by(day)),
            feedback_by: clock::feedback_by(day, None),
            readers: self.readers.clone(),
        })
    }

    async fn work_and_send(
        &mut self,
        server: &Server,
        address: &Address,
        organisation: &Organisation,
    ) -> Result<Accepted, Error> {
        let mut difficulty = organisation.public.difficulty;
        for _ in 0..ATTEMPTS {
            if difficulty > HIGHEST_DIFFICULTY {
                return Err(Error::distrust("the server asks for more work than it may"));
            }
            let tell = async |work: &Work| {
                let done = SEALING.saturating_add(work.tried());
                tell(server, done, done.saturating_add(work.expected(difficulty))).await;
            };
            self.creation.work_nonce = search(&mut self.work, difficulty, tell).await;
            self.creation.work_day = self.work.day();
            match server.post_bytes("/api/v1/threads", &self.creation.to_bytes()).await {
                Err(error) if error.is_problem("more-work") => {}
                answer => {
                    return json::read(&answer?).map_err(|_| Error::Answer("the report was taken, the day is unclear"));
                }
            }
            let public = organisation::look(server, address).await?;
            if Day(public.today) != self.work.day() {
                self.work = Work::new(organisation.id(), self.creation.header.thread, Day(public.today));
            }
            difficulty = public.difficulty.max(difficulty.saturating_add(1).min(HIGHEST_DIFFICULTY));
        }
        Err(Error::Unacknowledged("the server asks for more and more work".into()))
    }
}

/// All of sealing, in attempts: the message and the signature take as long as two steps.
const SEALING: u64 = (Creating::STEPS + 2) * STEP;

async fn tell(server: &Server, done: u64, total: u64) {
    let count = |count| usize::try_from(count).unwrap_or(usize::MAX);
    server.progress(count(done), count(total)).await;
}

async fn search(work: &mut Work, difficulty: u8, tell: impl AsyncFn(&Work)) -> u64 {
    loop {
        if let Some(nonce) = work.search(difficulty, STRIDE) {
            return nonce;
        }
        tell(work).await;
    }
}

/// `tell` hears how many steps are done.
async fn seal(
    organisation: &Organisation,
    keys: &ReporterKeys,
    text: &str,
    (excluded, with_fallback): (&[PersonId], bool),
    rng: &mut impl CryptoRng,
    tell: impl AsyncFn(u64),
) -> Result<(Creation, Vec<String>), Error> {
    let (roster, today) = (organisation.chain.head(), organisation.today());
    let readers: Vec<&Person> = roster.recipients(excluded, with_fallback, today)?;
    let recipients = readers
        .iter()
        .map(|person| Ok((person.id, roster.seal_key(person, &organisation.keys)?.clone())))
        .collect::<Result<Vec<_>, crypto::Error>>()?;
    let new = NewThread {
        recipients: &recipients,
        excluded,
        continues: None,
        roster_head: organisation.chain.head_digest(),
        content: Content::Text(text.into()),
    };
    let mut creating = Creating::begin(keys, new, rng)?;
    let mut done = 1;
    tell(done).await;
    while creating.step(rng)? {
        done += 1;
        tell(done).await;
    }
    Ok((creating.finish(), readers.into_iter().map(|person| person.name.clone()).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organisation::tests::sample;
    use crypto::roster::Role;
    use crypto::{SealSecretKey, Secret};

    #[test]
    fn work_that_was_begun_is_gone_on_with_on_its_day_and_begun_anew_on_the_next() {
        let mut organisation = sample(&[("An Peeters", Role::Coach)]);
        organisation.public.difficulty = 12;
        let mut rng = crate::entropy::generator().unwrap();
        let mut begun = Begun::new(&organisation, &mut rng);
        let thread = begun.keys.thread();
        let mut stretches = 1;
        while !begun.work(&organisation, 16) {
            stretches += 1;
            begun = Begun::resume(Some(begun), &organisation, &mut rng);
        }
        assert_eq!(begun.keys.thread(), thread);
        assert!(begun.work.tried() < stretches * 16, "what was tried is not tried again");
        let found = begun.work.search(12, 1).unwrap();
        assert!(crypto::work::achieved(organisation.id(), thread, organisation.today(), found) >= 12);
        organisation.public.today += 1;
        let next = Begun::resume(Some(begun), &organisation, &mut rng);
        assert!(next.keys.thread() != thread && next.work.tried() == 0);
        assert_eq!(next.work.day(), organisation.today());
    }

    #[test]
    fn whoever_is_excluded_gets_no_key_and_the_fallback_steps_in() {
        let organisation = sample(&[("An Peeters", Role::Coach), ("Jo Bos", Role::Coach), ("Zoë", Role::Fallback)]);
        let mut rng = crate::entropy::generator().unwrap();
        let mut readers = |exclude: &[&str], with_fallback| {
            let exclude: Vec<String> = exclude.iter().map(|name| (*name).to_owned()).collect();
            let keys = ReplyToken::make(&mut rng).keys(organisation.id(), 0);
            let draft = Draft { text: "It is noisy", exclude: &exclude, with_fallback, gate_code: None };
            let excluded = draft.excluded(&organisation)?;
            let to = (excluded.as_slice(), with_fallback);
            let (creation, readers) = seal(&organisation, &keys, draft.text, to, &mut rng, async |_| {}).wait()?;
            let opens = |byte| creation.header.open(&SealSecretKey::from_seed(Secret::new([byte; 32]))).is_ok();
            Ok::<_, Error>((readers.join(", "), [1, 2, 3].map(opens)))
        };
        assert_eq!(readers(&[], false).unwrap(), ("An Peeters, Jo Bos".into(), [true, true, false]));
        assert_eq!(readers(&[], true).unwrap(), ("An Peeters, Jo Bos, Zoë".into(), [true, true, true]));
        assert_eq!(readers(&["peeters"], false).unwrap(), ("Jo Bos, Zoë".into(), [false, true, true]));
        let everybody = readers(&["an", "jo", "zoë"], true).unwrap_err();
        assert!(matches!(everybody, Error::Crypto(crypto::Error::NoRecipient)));
        assert_eq!(readers(&["nobody"], false).unwrap_err().exit_code(), 2);
    }
}
