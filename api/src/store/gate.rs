//! The one gate through which sealed bytes reach staff. What passes here stands in the access log: the entry, the
//! ratchet's step and the reading are one transaction, and nothing leaves before its commit.
//!
//! [`Released`] and [`ReleasedCards`] have no public constructor, so no handler can make one, and what they hold is
//! read nowhere else.

use super::connection::Db;
use super::convert::{to_day, to_id, to_u32};
use super::ledger::{self, Appended, Log, LogKeys};
use super::schema::{case_record, enrolment, message, thread};
use super::{cases, messages, threads};
use crate::Error;
use crate::ring::Ring;
use crypto::case::RecordKind;
use crypto::ledger::{Act, ActorRole, ObjectKey, Purpose, Record, Release};
use crypto::roster::Role;
use crypto::{Day, Digest, OrganisationId, PersonId, Signature, Tag, ThreadId, VerifyingKey};
use diesel::prelude::*;
use rand_core::CryptoRng;
use std::collections::BTreeMap;

/// Who asks, as the roster knows her.
#[derive(Clone, Debug)]
pub struct Asker {
    /// Her name in the roster.
    pub person: PersonId,
    /// Her organisation.
    pub organisation: OrganisationId,
    /// The key she signs with.
    pub key: VerifyingKey,
    /// What she does.
    pub role: Role,
}

/// What a release takes from outside the database.
pub struct Means<'a> {
    /// Opens what is kept of a thread.
    pub ring: &'a Ring,
    /// Write the log.
    pub keys: &'a LogKeys,
    /// Names threads for auditors.
    pub objects: &'a ObjectKey,
    /// The installation's day.
    pub today: Day,
}

impl Means<'_> {
    /// Enters an act of the program, or of staff who sign it elsewhere, that concerns no thread.
    ///
    /// # Errors
    /// As [`ledger::note`].
    pub fn enter(
        &self,
        db: &mut Db,
        organisation: OrganisationId,
        act: Act,
        actor: Option<(PersonId, Role)>,
        reference: Digest,
        rng: &mut impl CryptoRng,
    ) -> Result<(), Error> {
        let mut record = ledger::of_program(act, self.today, reference);
        if let Some((person, role)) = actor {
            record = Record { actor: person, role: ActorRole::from(role), ..record };
        }
        ledger::note(db, self.keys, organisation, &record, rng)
    }
}

/// One access, as the asker signed it.
#[derive(Clone, Debug)]
pub struct Access {
    /// To which thread.
    pub thread: ThreadId,
    /// Tag, counter, purpose, day.
    pub release: Release,
    /// By her roster key.
    pub signature: Signature,
}

/// Bodies that went through the gate.
pub struct Released {
    threads: Vec<ReleasedThread>,
    head: String,
    consistency: Vec<Digest>,
}

/// One thread of them.
pub struct ReleasedThread {
    living: threads::Living,
    messages: Vec<messages::Stored>,
    case_header: Option<Vec<u8>>,
    records: Vec<Vec<u8>>,
    appended: Appended,
    proof: Vec<Digest>,
}

/// Cards that went through the gate.
pub struct ReleasedCards(Vec<ReleasedCard>);

/// One of them.
pub struct ReleasedCard {
    thread: ThreadId,
    key_row: Option<Vec<u8>>,
    case_share: crypto::Secret<32>,
    card: Option<Vec<u8>>,
    clock_day: Day,
    answered: Option<Day>,
    from_reporter: u32,
    from_staff: u32,
}

/// Hands out bodies: for each access its entry, then the reading. All of them or none. `since` is the size of the
/// newest head the asker has seen.
///
/// # Errors
/// [`Error::Counters`] when a counter is not the next one; [`Error::Forbidden`] for who is not enrolled or whose
/// signature does not hold; [`Error::NotFound`] for a thread that is no more; [`Error::Sealed`] while reading is closed.
pub fn release(
    db: &mut Db,
    means: &Means<'_>,
    asker: &Asker,
    accesses: &[Access],
    since: u64,
    rng: &mut impl CryptoRng,
) -> Result<Released, Error> {
    let (entered, head, size) = enter(db, means, asker, Act::BodyRelease, accesses, Digest::NONE, rng)?;
    let mut threads = Vec::with_capacity(entered.len());
    for (living, appended) in entered {
        threads.push(ReleasedThread {
            messages: messages::seen_by(db, living.id, asker.person)?,
            case_header: cases::header(db, living.id)?,
            records: cases::records(db, living.id, asker.person)?,
            proof: ledger::prove(db, appended.index, size)?,
            living,
            appended,
        });
    }
    Ok(Released { threads, head, consistency: ledger::prove_continuation(db, since, size)? })
}

/// Enters an access by which nothing but a reply comes in; answers the next counter.
///
/// # Errors
/// As [`release`].
pub fn enter_reply(
    db: &mut Db,
    means: &Means<'_>,
    asker: &Asker,
    access: &Access,
    reply: Digest,
    rng: &mut impl CryptoRng,
) -> Result<u32, Error> {
    if access.release.purpose != Purpose::Reply {
        return Err(Error::Malformed("a reply is signed for the purpose of replying"));
    }
    enter(db, means, asker, Act::Reply, std::slice::from_ref(access), reply, rng)?;
    Ok(access.release.counter.saturating_add(1))
}

type Entered = (Vec<(threads::Living, Appended)>, String, u64);

fn enter(
    db: &mut Db,
    means: &Means<'_>,
    asker: &Asker,
    act: Act,
    accesses: &[Access],
    reference: Digest,
    rng: &mut impl CryptoRng,
) -> Result<Entered, Error> {
    let mut log = Log::hold(db, means.keys)?;
    let mut entered = Vec::with_capacity(accesses.len());
    let mut stale = Vec::new();
    for access in accesses {
        let mut living = threads::living(db, means.ring, access.thread)?;
        if living.organisation.1 != asker.organisation {
            return Err(Error::NotFound);
        }
        threads::require_enrolled(db, access.thread, asker.person)?;
        let counter = living.safekeeping.ratchet.counter();
        if access.release.counter != counter || access.release.day != means.today {
            stale.push((access.thread, counter));
            continue;
        }
        let step = living.advance(db, means.ring, rng)?;
        let holds = access.release.verify(asker.organisation, &asker.key, &access.signature).is_ok();
        if !holds || step.tag() != access.release.tag {
            return Err(Error::Forbidden("the signature under this access does not hold"));
        }
        let record = Record {
            day: means.today,
            act,
            actor: asker.person,
            role: ActorRole::from(asker.role),
            purpose: access.release.purpose,
            counter,
            object: means.objects.pseudonym(asker.organisation, &access.thread),
            reference,
            signature: access.signature,
        };
        let appended = log.append(asker.organisation, &record, Some(&step), rng)?;
        entered.push((living, appended));
    }
    if !stale.is_empty() {
        return Err(Error::Counters(stale));
    }
    let size = log.size();
    let head = log.finish(db)?;
    Ok((entered, head, size))
}

/// Enters a sitting with the cards.
///
/// # Errors
/// [`Error::Forbidden`] when the signature does not hold or is not of today; as [`Log::hold`].
pub fn enter_cards(
    db: &mut Db,
    means: &Means<'_>,
    asker: &Asker,
    signature: Signature,
    rng: &mut impl CryptoRng,
) -> Result<EnteredCards, Error> {
    let release = Release { tag: Tag::NONE, counter: 0, purpose: Purpose::Cards, day: means.today };
    if release.verify(asker.organisation, &asker.key, &signature).is_err() {
        return Err(Error::Forbidden("the signature under this access does not hold"));
    }
    let record = Record {
        actor: asker.person,
        role: ActorRole::from(asker.role),
        purpose: Purpose::Cards,
        signature,
        ..Record::of_program(Act::CardsListed, means.today)
    };
    ledger::note(db, means.keys, asker.organisation, &record, rng)?;
    Ok(EnteredCards { person: asker.person, organisation: asker.organisation })
}

/// Proof that a sitting stands in the log; with it the cards can be read.
pub struct EnteredCards {
    person: PersonId,
    organisation: OrganisationId,
}

type CardRow = (Vec<u8>, Option<Vec<u8>>, i32, Option<i32>, i64, Vec<u8>);

/// The cards of the threads she is enrolled in, after the commit of their entry.
///
/// # Errors
/// [`Error::Crypto`] when the safekeeping of one does not open; what the database says.
pub fn cards(db: &mut Db, ring: &Ring, entered: EnteredCards) -> Result<ReleasedCards, Error> {
    let person = entered.person.as_ref();
    let rows: Vec<CardRow> = enrolment::table
        .inner_join(thread::table.on(thread::id.eq(enrolment::thread)))
        .filter(enrolment::person.eq(person))
        .select((
            enrolment::thread,
            enrolment::key_row,
            thread::clock_day,
            thread::answered_day,
            thread::ring_key,
            thread::secrets,
        ))
        .order(enrolment::thread)
        .load(db)?;
    let sealed: Vec<(Vec<u8>, Vec<u8>)> = case_record::table
        .inner_join(enrolment::table.on(enrolment::thread.eq(case_record::thread)))
        .filter(enrolment::person.eq(person).and(case_record::kind.eq(i32::from(RecordKind::Card.code()))))
        .select((case_record::thread, case_record::bytes))
        .load(db)?;
    let mut sealed: BTreeMap<Vec<u8>, Vec<u8>> = sealed.into_iter().collect();
    let counted: Vec<(Vec<u8>, Vec<u8>, i64)> = message::table
        .inner_join(enrolment::table.on(enrolment::thread.eq(message::thread)))
        .filter(enrolment::person.eq(person))
        .group_by((message::thread, message::author))
        .select((message::thread, message::author, diesel::dsl::count_star()))
        .load(db)?;
    let mut counts: BTreeMap<Vec<u8>, (u32, u32)> = BTreeMap::new();
    for (id, author, count) in counted {
        let (from_reporter, from_staff) = counts.entry(id).or_default();
        let side = if author == PersonId::REPORTER.as_ref() { from_reporter } else { from_staff };
        *side = side.saturating_add(to_u32(count));
    }
    let card = |(id, key_row, clock_day, answered, ring_key, secrets): CardRow| {
        let name: ThreadId = to_id(&id)?;
        let (from_reporter, from_staff) = counts.get(&id).copied().unwrap_or_default();
        let safekeeping = threads::open(ring, entered.organisation, name, ring_key, secrets)?;
        Ok(ReleasedCard {
            thread: name,
            key_row,
            case_share: safekeeping.case_share,
            card: sealed.remove(&id),
            clock_day: to_day(clock_day),
            answered: answered.map(to_day),
            from_reporter,
            from_staff,
        })
    };
    rows.into_iter().map(card).collect::<Result<_, Error>>().map(ReleasedCards)
}

mod document;
