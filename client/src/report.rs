//! A report: sealed here to the people the reporter lets read it, and sent with a proof of work.

use crate::organisation::{self, Address, Organisation};
use crate::{ATTEMPTS, Error, Server, clock};
use crypto::roster::Person;
use crypto::thread::{Content, Creation, NewThread, create};
use crypto::token::{ReplyToken, ReporterKeys};
use crypto::wire::Accepted;
use crypto::work::{HIGHEST_DIFFICULTY, Work};
use crypto::{Day, PersonId, json};
use rand_core::CryptoRng;
use serde::Serialize;

/// Attempts between two looks at the difficulty.
const STRIDE: u64 = 1 << 16;

/// What somebody wants to tell, and who must not read it.
pub struct Draft<'a> {
    /// The text.
    pub text: &'a str,
    /// Names, or ids in hexadecimal, of people who get no key.
    pub exclude: &'a [String],
    /// Whether the outside confidant reads along in any case.
    pub with_fallback: bool,
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

/// A sealed report with its token, not yet acknowledged. Handed in again it is the same report, never a second one.
pub struct Sealed {
    token: ReplyToken,
    creation: Creation,
    readers: Vec<String>,
}

/// Seals and sends a report. The same bytes are sent until the server acknowledges them or patience ends.
///
/// # Errors
/// [`Error::Usage`] for names that mean nobody or several; as [`Sealed::new`] and [`Sealed::hand_in`].
pub async fn send(
    server: &Server,
    address: &Address,
    organisation: &Organisation,
    draft: &Draft<'_>,
    rng: &mut impl CryptoRng,
) -> Result<Sent, Error> {
    let excluded = draft.excluded(organisation)?;
    Sealed::new(organisation, draft.text, &excluded, draft.with_fallback, rng)?
        .hand_in(server, address, organisation)
        .await
}

/// Seals a report and does the work, without sending: the token, and the bytes of the request.
///
/// # Errors
/// [`Error::Usage`] for names that mean nobody or several; as [`Sealed::new`].
pub fn prepare(
    organisation: &Organisation,
    draft: &Draft<'_>,
    rng: &mut impl CryptoRng,
) -> Result<(ReplyToken, Creation), Error> {
    let excluded = draft.excluded(organisation)?;
    let Sealed { token, mut creation, .. } =
        Sealed::new(organisation, draft.text, &excluded, draft.with_fallback, rng)?;
    let day = organisation.today();
    let mut work = Work::new(organisation.id(), creation.header.thread, day);
    (creation.work_day, creation.work_nonce) = (day, search(&mut work, organisation.public.difficulty));
    Ok((token, creation))
}

impl Draft<'_> {
    fn excluded(&self, organisation: &Organisation) -> Result<Vec<PersonId>, Error> {
        self.exclude.iter().map(|name| organisation.reader_named(name).map(|person| person.id)).collect()
    }
}

impl Sealed {
    /// Seals a report to the people the reporter lets read it.
    ///
    /// # Errors
    /// [`crypto::Error::NoRecipient`] when nobody is left; [`crypto::Error::TooLong`].
    pub fn new(
        organisation: &Organisation,
        text: &str,
        excluded: &[PersonId],
        with_fallback: bool,
        rng: &mut impl CryptoRng,
    ) -> Result<Self, Error> {
        let token = ReplyToken::make(rng);
        let (creation, readers) =
            seal(organisation, &token.keys(organisation.id(), 0), text, (excluded, with_fallback), rng)?;
        Ok(Self { token, creation, readers })
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
        let accepted = hand_in(server, address, organisation, &mut self.creation).await?;
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
}

fn search(work: &mut Work, difficulty: u8) -> u64 {
    loop {
        if let Some(nonce) = work.search(difficulty, STRIDE) {
            return nonce;
        }
    }
}

fn seal(
    organisation: &Organisation,
    keys: &ReporterKeys,
    text: &str,
    (excluded, with_fallback): (&[PersonId], bool),
    rng: &mut impl CryptoRng,
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
    Ok((create(keys, new, rng)?, readers.into_iter().map(|person| person.name.clone()).collect()))
}

async fn hand_in(
    server: &Server,
    address: &Address,
    organisation: &Organisation,
    creation: &mut Creation,
) -> Result<Accepted, Error> {
    let (mut day, mut difficulty) = (organisation.today(), organisation.public.difficulty);
    let mut work = Work::new(organisation.id(), creation.header.thread, day);
    for _ in 0..ATTEMPTS {
        if difficulty > HIGHEST_DIFFICULTY {
            return Err(Error::distrust("the server asks for more work than it may"));
        }
        creation.work_day = day;
        creation.work_nonce = search(&mut work, difficulty);
        match server.post_bytes("/api/v1/threads", &creation.to_bytes()).await {
            Err(error) if error.is_problem("more-work") => {}
            answer => {
                return json::read(&answer?).map_err(|_| Error::Answer("the report was taken, the day is unclear"));
            }
        }
        let public = organisation::look(server, address).await?;
        if Day(public.today) != day {
            day = Day(public.today);
            work = Work::new(organisation.id(), creation.header.thread, day);
        }
        difficulty = public.difficulty.max(difficulty.saturating_add(1).min(HIGHEST_DIFFICULTY));
    }
    Err(Error::Unacknowledged("the server asks for more and more work".into()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organisation::tests::sample;
    use crypto::roster::Role;
    use crypto::{SealSecretKey, Secret};

    #[test]
    fn whoever_is_excluded_gets_no_key_and_the_fallback_steps_in() {
        let organisation = sample(&[("An Peeters", Role::Coach), ("Jo Bos", Role::Coach), ("Zoë", Role::Fallback)]);
        let mut rng = crate::entropy::generator().unwrap();
        let mut readers = |exclude: &[&str], with_fallback| {
            let exclude: Vec<String> = exclude.iter().map(|name| (*name).to_owned()).collect();
            let keys = ReplyToken::make(&mut rng).keys(organisation.id(), 0);
            let draft = Draft { text: "It is noisy", exclude: &exclude, with_fallback };
            let excluded = draft.excluded(&organisation)?;
            let (creation, readers) = seal(&organisation, &keys, draft.text, (&excluded, with_fallback), &mut rng)?;
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
