//! The one gate through which sealed bytes reach staff. What passes here stands in the access log: the entry, the
//! ratchet's step and the reading are one transaction, and nothing leaves before its commit.
//!
//! [`Released`] and [`ReleasedCards`] have no public constructor, so no handler can make one, and what they hold is
//! read nowhere else.

use super::connection::Db;
use super::convert::{to_day, to_id, to_u32};
use super::files::{self, Name, Part};
use super::ledger::{self, Appended, Log, LogKeys, Written};
use super::schema::{case_record, enrolment, message, staged_message, thread};
use super::{cases, messages, threads};
use crate::Error;
use crate::ring::Ring;
use crypto::access::FilePass;
use crypto::case::RecordKind;
use crypto::ledger::{Act, ActorRole, ObjectKey, Purpose, Record, Release};
use crypto::roster::Role;
use crypto::thread::FilePlace;
use crypto::{Day, Digest, OrganisationId, PersonId, Secret, Signature, Tag, ThreadId, VerifyingKey};
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

/// Bodies that went through the gate. Nobody else can say so:
///
/// ```compile_fail
/// let released = api::store::gate::Released { threads: Vec::new(), head: String::new(), consistency: Vec::new() };
/// ```
///
/// though everybody may hand them on:
///
/// ```
/// fn answer(released: api::store::gate::Released) -> crypto::wire::Released {
///     released.into_document()
/// }
/// ```
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

/// A file that went through the gate: from now on its parts may.
pub struct ReleasedFile {
    place: FilePlace,
    person: PersonId,
    bytes: u64,
    head: String,
    consistency: Vec<Digest>,
    appended: Appended,
    proof: Vec<Digest>,
}

/// A sealed part of such a file.
pub struct ReleasedPart(Part);

/// Cards that went through the gate.
pub struct ReleasedCards(Vec<ReleasedCard>);

/// One of them.
pub struct ReleasedCard {
    thread: ThreadId,
    key_row: Option<Vec<u8>>,
    case_share: Secret<32>,
    card: Option<Vec<u8>>,
    clock_day: Day,
    answered: Option<Day>,
    from_reporter: u32,
    from_staff: u32,
    staff_spoke_last: bool,
}

/// Hands out bodies: for each access its entry, then the reading. All of them or none. `since` is the size of the
/// newest head the asker has seen.
///
/// # Errors
/// [`Error::Counters`] when a counter is not the next one; [`Error::Forbidden`] for who is not enrolled, be it that
/// there is no such thread, or whose signature does not hold; [`Error::Sealed`] while reading is closed.
pub fn release(
    db: &mut Db,
    means: &Means<'_>,
    asker: &Asker,
    accesses: &[Access],
    since: u64,
    rng: &mut impl CryptoRng,
) -> Result<Released, Error> {
    let (entered, log) = enter(db, means, asker, Act::BodyRelease, accesses, Digest::NONE, rng)?;
    let mut threads = Vec::with_capacity(entered.len());
    for (living, appended) in entered {
        threads.push(ReleasedThread {
            messages: messages::seen_by(db, living.id, asker.person)?,
            case_header: cases::header(db, living.id)?,
            records: cases::records(db, living.id, asker.person)?,
            proof: log.prove(db, appended.index)?,
            living,
            appended,
        });
    }
    Ok(Released { threads, consistency: log.prove_continuation(db, since)?, head: log.note })
}

/// Enters an access to one file of one thread: with what comes of it, its parts can be fetched for a while.
///
/// # Errors
/// As [`release`]; [`Error::NotFound`] for a file that is no more, is not whole, or is another's and waits for its tick.
pub fn release_file(
    db: &mut Db,
    means: &Means<'_>,
    asker: &Asker,
    access: &Access,
    (author, number): (PersonId, u32),
    since: u64,
    rng: &mut impl CryptoRng,
) -> Result<ReleasedFile, Error> {
    let (organisation, thread) = (asker.organisation, access.thread);
    let place = FilePlace { organisation, thread, author, number };
    let accesses = std::slice::from_ref(access);
    let (entered, log) = enter(db, means, asker, Act::AttachmentRelease, accesses, place.digest(), rng)?;
    let bytes = files::size(db, &Name { thread, author, number }, asker.person)?;
    let (_, appended) = entered.into_iter().next().ok_or(Error::NotFound)?;
    let proof = log.prove(db, appended.index)?;
    let consistency = log.prove_continuation(db, since)?;
    Ok(ReleasedFile { place, person: asker.person, bytes, head: log.note, consistency, appended, proof })
}

/// A part of a file whose release stands in the log: the pass says so.
///
/// # Errors
/// [`Error::Forbidden`] for a pass that is another's or over, and for who is not enrolled any more; [`Error::NotFound`]
/// for what is no more.
pub fn file_part(
    db: &mut Db,
    asker: &Asker,
    pass: &FilePass,
    (key, minute): (&Secret<32>, u32),
    part: u32,
) -> Result<ReleasedPart, Error> {
    if !pass.holds(key, asker.person, minute) {
        return Err(Error::Forbidden("this pass is over or somebody else's: ask for the file again"));
    }
    let FilePlace { thread, author, number, .. } = pass.place;
    threads::require_enrolled(db, thread, asker.person)?;
    files::part_for(db, &Name { thread, author, number }, asker.person, part).map(ReleasedPart)
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

/// What was entered, and the log it stands in.
type Entered = (Vec<(threads::Living, Appended)>, Written);

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
        // First: among the headers that she is served are made-up ones, and what is not hers must be as what is not there.
        threads::require_enrolled(db, access.thread, asker.person)?;
        let mut living = threads::living(db, means.ring, access.thread)?;
        if living.organisation.1 != asker.organisation {
            return Err(Error::NotFound);
        }
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
    Ok((entered, log.finish(db)?))
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

type CardRow = (Vec<u8>, Option<Vec<u8>>, i32, Option<i32>, i32, i64, Vec<u8>);

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
            thread::staff_spoke_last,
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
    // Her own answer that waits for its tick is given, to her; a colleague's is not there yet.
    let own: Vec<Vec<u8>> = staged_message::table
        .filter(staged_message::author.eq(person))
        .select(staged_message::thread)
        .distinct()
        .load(db)?;
    let mut card = |(id, key_row, clock_day, answered, by_staff, ring_key, secrets): CardRow| -> Result<_, Error> {
        let name: ThreadId = to_id(&id)?;
        let (from_reporter, from_staff) = counts.get(&id).copied().unwrap_or_default();
        let safekeeping = match threads::open(ring, entered.organisation, name, ring_key, secrets) {
            Err(Error::NotFound) => return Ok(None),
            opened => opened?,
        };
        Ok(Some(ReleasedCard {
            thread: name,
            key_row,
            case_share: safekeeping.case_share,
            card: sealed.remove(&id),
            clock_day: to_day(clock_day),
            answered: answered.map(to_day),
            from_reporter,
            from_staff,
            staff_spoke_last: by_staff != 0 || own.contains(&id),
        }))
    };
    rows.into_iter().filter_map(|row| card(row).transpose()).collect::<Result<_, Error>>().map(ReleasedCards)
}

mod document;

#[cfg(test)]
mod tests {
    mod measured;

    use super::*;
    use crate::store::support::{COACH, FALLBACK, Site, TODAY, on_each_site, sign_key, thread as thread_of, tick};
    use crypto::SigningKey;
    use crypto::ledger::{Checkpoint, SignedNote, verify_inclusion};

    fn size(site: &mut Site) -> u64 {
        ledger::find_head(&mut site.db).unwrap().unwrap().size
    }

    fn released(site: &mut Site, asker: &Asker, accesses: &[Access]) -> Result<Released, Error> {
        site.act(|db, means, rng| release(db, means, asker, accesses, 0, rng))
    }

    #[test]
    fn what_is_released_stands_in_the_log_under_the_signed_head_and_opens_for_the_reporter() {
        on_each_site(|site| {
            site.living(1);
            for counter in 1..=3 {
                let (asker, access) = (site.asker(COACH), site.access(1, counter, Purpose::FollowUp));
                let released = released(site, &asker, std::slice::from_ref(&access)).unwrap();
                let note = SignedNote::parse(&released.head).unwrap();
                let head = Checkpoint::open(&note, site.keys.log.public()).unwrap().head;
                assert_eq!(head.size, size(site));
                let [one] = released.threads.as_slice() else { panic!("one thread was asked for") };
                let Appended { index, entry, body } = &one.appended;
                verify_inclusion(&entry.leaf(), *index, &head, &one.proof).unwrap();
                let record = site.step(1, counter).open(site.identity, entry, body).unwrap();
                assert_eq!((record.actor, record.counter, record.day), (COACH, counter, TODAY));
                assert_eq!(record.signature, access.signature);
                record.verify_release(site.identity, entry.tag, &asker.key).unwrap();
                let stored = ledger::rows::entries(&mut site.db, &(*index..index + 1)).unwrap();
                assert_eq!(stored, [(*index, entry.to_bytes().to_vec())]);
                assert_eq!(one.messages.len(), 1);
            }
        });
    }

    #[test]
    fn accesses_that_do_not_hold_are_refused_and_leave_no_trace() {
        on_each_site(|site| {
            site.living(1);
            site.living(2);
            site.arrive(3, tick(0, 19)).unwrap();
            let (coach, before) = (site.asker(COACH), size(site));
            let good = site.access(1, 1, Purpose::FirstReading);
            let signed = |release: Release, key: &SigningKey| Access {
                thread: thread_of(1),
                signature: release.sign(coach.organisation, key),
                release,
            };
            let tag = signed(Release { tag: site.step(1, 2).tag(), ..good.release }, &sign_key(COACH));
            let other_purpose =
                Access { release: Release { purpose: Purpose::Export, ..good.release }, ..good.clone() };
            let other_thread = Access { thread: thread_of(2), ..good.clone() };
            for (what, access) in [
                ("somebody else's signature", signed(good.release, &sign_key(FALLBACK))),
                ("another tag, signed", tag),
                ("another purpose than was signed", other_purpose),
                ("another thread than was signed", other_thread),
            ] {
                let refused = released(site, &coach, &[access]);
                assert!(matches!(refused, Err(Error::Forbidden(_))), "{what}");
            }
            for (what, asker) in [
                ("not enrolled", site.asker(FALLBACK)),
                ("another key", Asker { key: sign_key(FALLBACK).verifying_key(), ..coach.clone() }),
            ] {
                let refused = released(site, &asker, std::slice::from_ref(&good));
                assert!(matches!(refused, Err(Error::Forbidden(_))), "{what}");
            }
            let stranger = Asker { organisation: OrganisationId([9; 16]), ..coach.clone() };
            assert!(matches!(released(site, &stranger, std::slice::from_ref(&good)), Err(Error::NotFound)));
            // What waits for its tick, and what is not there at all.
            for byte in [3, 4] {
                let access = site.access(byte, 1, Purpose::FirstReading);
                assert!(matches!(released(site, &coach, &[access]), Err(Error::Forbidden(_))), "{byte}");
            }
            assert_eq!(size(site), before);
            released(site, &coach, &[good]).unwrap();
            assert_eq!(size(site), before + 1);
        });
    }

    #[test]
    fn stale_counters_are_all_told_and_nothing_is_released() {
        on_each_site(|site| {
            for byte in [1, 2, 3] {
                site.living(byte);
            }
            let (coach, before) = (site.asker(COACH), size(site));
            let yesterday = {
                let mut access = site.access(3, 1, Purpose::FollowUp);
                access.release.day = Day(TODAY.0 - 1);
                access
            };
            let accesses = [site.access(1, 1, Purpose::FollowUp), site.access(2, 2, Purpose::FollowUp), yesterday];
            let Err(Error::Counters(counters)) = released(site, &coach, &accesses) else {
                panic!("these counters are stale")
            };
            assert_eq!(counters, [(thread_of(2), 1), (thread_of(3), 1)]);
            assert_eq!(size(site), before);
            let accesses = [1, 2, 3].map(|byte| site.access(byte, 1, Purpose::FollowUp));
            assert_eq!(released(site, &coach, &accesses).unwrap().threads.len(), 3);
        });
    }

    #[test]
    fn a_sealed_log_releases_nothing_and_reports_still_come_in() {
        on_each_site(|site| {
            site.living(1);
            ledger::seal_now(&mut site.db);
            let (coach, access) = (site.asker(COACH), site.access(1, 1, Purpose::FollowUp));
            assert!(matches!(released(site, &coach, std::slice::from_ref(&access)), Err(Error::Sealed)));
            let reply = site.access(1, 1, Purpose::Reply);
            let replied = site.act(|db, means, rng| enter_reply(db, means, &coach, &reply, Digest::NONE, rng));
            assert!(matches!(replied, Err(Error::Sealed)));
            site.arrive(2, tick(0, 19)).unwrap();
            site.tick(tick(0, 19));
            assert!(threads::living(&mut site.db, &site.ring, thread_of(2)).is_ok());
        });
    }

    #[test]
    fn a_reply_stands_in_the_log_with_its_digest_and_only_for_its_purpose() {
        on_each_site(|site| {
            site.living(1);
            let (coach, reply) = (site.asker(COACH), Digest([5; 32]));
            let enter = |site: &mut Site, access: &Access| {
                site.act(|db, means, rng| enter_reply(db, means, &coach, access, reply, rng))
            };
            let other = site.access(1, 1, Purpose::FollowUp);
            assert!(matches!(enter(site, &other), Err(Error::Malformed(_))));
            let access = site.access(1, 1, Purpose::Reply);
            assert_eq!(enter(site, &access).unwrap(), 2);
            let index = size(site) - 1;
            let (_, entry) = ledger::rows::entries(&mut site.db, &(index..index + 1)).unwrap().remove(0);
            let body = ledger::rows::bodies(&mut site.db, &(index..index + 1)).unwrap().remove(0);
            let entry = crypto::ledger::Entry::parse(&entry).unwrap();
            let body = crypto::ledger::Body::try_from(body.as_slice()).unwrap();
            let record = site.step(1, 1).open(site.identity, &entry, &body).unwrap();
            assert_eq!((record.act, record.purpose, record.reference), (Act::Reply, Purpose::Reply, reply));
        });
    }

    #[test]
    fn cards_are_those_of_ones_own_threads_and_one_entry_a_sitting() {
        on_each_site(|site| {
            site.living(1);
            site.arrive(2, tick(0, 19)).unwrap();
            site.tick(tick(0, 19));
            threads::put_key_row(&mut site.db, thread_of(1), COACH, b"row").unwrap();
            let (coach, before) = (site.asker(COACH), size(site));
            let release = Release { tag: Tag::NONE, counter: 0, purpose: Purpose::Cards, day: TODAY };
            let sit = |site: &mut Site, release: Release, key: &SigningKey| {
                let signature = release.sign(coach.organisation, key);
                site.act(|db, means, rng| enter_cards(db, means, &coach, signature, rng))
            };
            let tomorrow = Release { day: TODAY.plus(1), ..release };
            assert!(matches!(sit(site, release, &sign_key(FALLBACK)), Err(Error::Forbidden(_))));
            assert!(matches!(sit(site, tomorrow, &sign_key(COACH)), Err(Error::Forbidden(_))));
            assert_eq!(size(site), before);
            let entered = sit(site, release, &sign_key(COACH)).unwrap();
            assert_eq!(size(site), before + 1);
            let ReleasedCards(listed) = cards(&mut site.db, &site.ring, entered).unwrap();
            let [card] = listed.as_slice() else { panic!("she is enrolled in one thread") };
            assert_eq!((card.thread, card.key_row.as_deref()), (thread_of(1), Some(b"row".as_slice())));
            assert!(card.case_share == Secret::new([1; 32]));
            assert_eq!((card.from_reporter, card.from_staff, card.answered), (1, 0, None));
            assert!(!card.staff_spoke_last);

            // What a colleague has waiting is not given yet; what she has waiting herself needs nothing of her.
            for (author, spoke) in [(FALLBACK, false), (COACH, true)] {
                messages::stage(&mut site.db, thread_of(1), author, 0, tick(1, 7), b"answer").unwrap();
                let entered = sit(site, release, &sign_key(COACH)).unwrap();
                let ReleasedCards(listed) = cards(&mut site.db, &site.ring, entered).unwrap();
                assert_eq!(listed[0].staff_spoke_last, spoke);
            }
        });
    }
}
