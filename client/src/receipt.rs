//! Who opened my report: from the reply token alone, out of the whole published log. No request depends on which
//! entries are hers, but for the bodies, which are fetched in bundles of 256 among others that are nobody's.

mod proof;
mod trail;

use crate::conversation::Conversation;
use crate::ledger::{Kept, Log, complete_to, is_dated_right, witnessed};
use crate::mailbox::{Mailbox, Thread};
use crate::organisation::Organisation;
use crate::{Error, clock};
use chacha20::ChaCha20Rng;
use crypto::ledger::{Body, Frontier, Judged, Node, NoteKey, Part, Proof, TILE};
use crypto::wire::EpochDocument;
use crypto::{Day, PersonId, Sorted};
use proof::Tree;
pub use proof::{Proven, verify};
use rand_core::{Rng, SeedableRng};
use serde::Serialize;
use trail::{Found, Trail};

/// Bundles that are fetched at least, where there are so many.
const FEWEST_BUNDLES: usize = 4;
const SECONDS_OF_A_DAY: u64 = 86_400;
/// More numbers are not listed of one gap: one that the server made up must not exhaust a device. What a reporter looks
/// ahead is less.
const MOST_MISSING: usize = 100;

/// What the log says of a token's threads.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct View {
    /// Entries of the log that was computed anew.
    pub size: u64,
    /// The checkpoint, as the log signed it.
    pub checkpoint: String,
    /// Everything before this day stands in it; nothing before the first epoch was closed.
    pub complete_to: Option<String>,
    /// Who put a name under the log, and up to when; nobody where there is no witness.
    pub witnesses: Vec<WitnessView>,
    /// What was done with her threads, in the order of the log.
    pub accesses: Vec<AccessView>,
    /// What is not as it should be; empty where all is well.
    pub problems: Vec<ProblemView>,
}

/// Somebody outside who remembers the log.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct WitnessView {
    /// As she signs.
    pub name: String,
    /// The day on which she signed last.
    pub day: String,
}

/// One entry about a thread.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct AccessView {
    /// Place in the log.
    pub entry: u64,
    /// Counts with the thread's accesses, from 1; 0 for its arrival.
    pub number: u32,
    /// The day; nothing once the body was erased by age.
    pub day: Option<String>,
    /// What was done, as the log names it; `erased-body` once the body was erased by age.
    pub act: &'static str,
    /// Who did it; nothing for the reporter herself and the program.
    pub person: Option<String>,
    /// `coach`, `fallback`, …
    pub role: &'static str,
    /// What for.
    pub purpose: &'static str,
}

/// A file that proves one access.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct ProofView {
    /// Place in the log.
    pub entry: u64,
    /// C2SP tlog-proof.
    pub text: String,
}

/// Something that is not as it should be.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct ProblemView {
    /// `gap`: an access is left out; `twice`: one stands there twice; `unreadable`: an entry does not open for her;
    /// `changed`: a body is not the one the entry names; `unsigned`: whoever is named did not sign it; `unopened`:
    /// somebody answered and no opening of hers stands there; `unregistered`: the arrival does not; `dated`: the day of
    /// an entry does not fit its place; `forked`: the log is not the one that a witness signed.
    pub kind: &'static str,
    /// Place in the log, where there is one.
    pub entry: Option<u64>,
    /// Number of the access, where there is one.
    pub number: Option<u32>,
    /// Who is concerned.
    pub person: Option<String>,
}

/// The log, gone through with the threads of a token in mind.
struct Looked<'a> {
    log: Log<'a>,
    threads: Vec<Thread>,
    trails: Vec<Trail>,
    bodies: Sorted<u64, Option<Body>>,
}

impl Mailbox<'_> {
    /// Computes the log anew and finds what was done with the threads of this token.
    ///
    /// # Errors
    /// What requests answer; [`Error::Distrust`] where the log contradicts itself; [`Error::Refused`] where there is
    /// nothing under this token.
    pub async fn receipt(&self) -> Result<View, Error> {
        let witnessed = witnessed(self.server()).await?;
        let mut kept = Kept::new(witnessed.as_ref().map(|judged| judged.checkpoint.head));
        let Looked { log, threads, trails, bodies } = self.look(|frontier, _| kept.pass(frontier)).await?;
        let (organisation, epochs) = (self.organisation(), log.epochs().await?);
        let complete_to = complete_to(&epochs);
        let (mut accesses, mut problems) = (Vec::new(), Vec::new());
        if !kept.is_met() {
            problems.push(ProblemView { kind: "forked", entry: None, number: None, person: None });
        }
        for (trail, thread) in trails.iter().zip(&threads) {
            let opened = read(trail, &bodies, organisation, &epochs, &mut accesses, &mut problems);
            problems.extend(trail.faults());
            problems.extend(look_back(trail, thread, &opened, complete_to, organisation));
        }
        accesses.sort_by_key(|access| access.entry);
        Ok(View {
            size: log.head.size,
            checkpoint: log.note.to_text(),
            complete_to: complete_to.map(clock::text),
            witnesses: WitnessView::all(witnessed),
            accesses,
            problems,
        })
    }

    /// A file for each access that proves it to others, offline and for years. Whoever holds one sees who wrote.
    ///
    /// # Errors
    /// As [`Self::receipt`].
    pub async fn proofs(&self) -> Result<Vec<ProofView>, Error> {
        let mut tree = Tree::default();
        let looked = self.look(|_, nodes| tree.grow(nodes)).await?;
        let mut proofs = Vec::new();
        for trail in &looked.trails {
            for found in trail.found() {
                let Some(Some(body)) = looked.bodies.get(&found.place) else { continue };
                let proof = Proof {
                    index: found.place,
                    path: tree.path(found.place, looked.log.head.size)?,
                    extra: trail.extra(found, body),
                    checkpoint: looked.log.note.clone(),
                };
                proofs.push(ProofView { entry: found.place, text: proof.to_text() });
            }
        }
        Ok(proofs)
    }

    async fn look(&self, mut each: impl FnMut(&Frontier, &[Node])) -> Result<Looked<'_>, Error> {
        let (threads, organisation) = (self.threads_there().await?, self.organisation());
        let log = Log::fetch(self.server(), &NoteKey::parse(&organisation.public.log_key)?).await?;
        let mut trails: Vec<Trail> = threads.iter().map(|thread| Trail::new(organisation.id(), thread)).collect();
        log.walk(|frontier, entry, nodes| {
            each(frontier, nodes);
            for trail in &mut trails {
                trail.see(frontier.size().saturating_sub(1), entry);
            }
        })
        .await?;
        let bodies = bodies(&log, &trails).await?;
        Ok(Looked { log, threads, trails, bodies })
    }
}

/// The bundles in which the found entries lie, and as many others. Which others follows from the thread: each bundle has
/// a rank that it keeps when the log grows, so that coming back does not tell them apart.
async fn bodies(log: &Log<'_>, trails: &[Trail]) -> Result<Sorted<u64, Option<Body>>, Error> {
    let all: Vec<Part<TILE>> = Part::cover(0, log.head.size).collect();
    let mut wanted: Vec<Part<TILE>> = Vec::new();
    let found = trails.iter().flat_map(Trail::found).map(|found| found.place);
    for part in found.filter_map(|place| Part::find(place.checked_div(TILE)?, log.head.size)) {
        if !wanted.contains(&part) {
            wanted.push(part);
        }
    }
    let most = wanted.len().saturating_mul(2).max(FEWEST_BUNDLES);
    if most >= all.len() {
        wanted = all;
    } else if let Some(trail) = trails.first() {
        let mut rng = ChaCha20Rng::from_seed(trail.decoys());
        let ranked = all.into_iter().map(|part| (rng.next_u64(), part));
        let mut others: Vec<_> = ranked.filter(|(_, part)| !wanted.contains(part)).collect();
        others.sort_unstable_by_key(|(rank, _)| *rank);
        wanted.extend(others.into_iter().map(|(_, part)| part).take(most.saturating_sub(wanted.len())));
        wanted.sort();
    }
    let mut bodies = Sorted::new();
    for (done, part) in (1..).zip(&wanted) {
        for (place, body) in log.bodies(*part).await? {
            if trails.iter().flat_map(Trail::found).any(|found| found.place == place) {
                bodies.insert(place, body);
            }
        }
        log.progress(done, u64::try_from(wanted.len()).unwrap_or(done)).await;
    }
    Ok(bodies)
}

/// Who had a thread opened, as far as bodies still tell.
#[derive(Default)]
struct Opened {
    by: Vec<PersonId>,
    some_erased: bool,
}

/// Opens what was found.
fn read(
    trail: &Trail,
    bodies: &Sorted<u64, Option<Body>>,
    organisation: &Organisation,
    epochs: &[EpochDocument],
    accesses: &mut Vec<AccessView>,
    problems: &mut Vec<ProblemView>,
) -> Opened {
    let mut opened = Opened::default();
    for found in trail.found() {
        let problem = |kind, person| ProblemView { kind, entry: Some(found.place), number: Some(found.number), person };
        let Some(Some(body)) = bodies.get(&found.place) else {
            accesses.push(AccessView::without_body(found));
            opened.some_erased = true;
            continue;
        };
        if !found.entry.names(body) {
            problems.push(problem("changed", None));
            continue;
        }
        let Some(record) = trail.open(found, body) else {
            problems.push(problem("unreadable", None));
            continue;
        };
        let person = (record.actor != PersonId::REPORTER).then(|| organisation.name_of(record.actor).to_owned());
        if record.act.is_release() {
            if organisation.has_released(&found.entry, &record) {
                opened.by.push(record.actor);
            } else {
                problems.push(problem("unsigned", person.clone()));
            }
        }
        if !is_dated_right(epochs, found.place, &record) {
            problems.push(problem("dated", person.clone()));
        }
        accesses.push(AccessView {
            entry: found.place,
            number: found.number,
            day: Some(clock::text(record.day)),
            act: record.act.name(),
            person,
            role: record.role.name(),
            purpose: record.purpose.name(),
        });
    }
    opened
}

/// What the thread itself shows and the log must then hold, for days of which it holds everything.
fn look_back(
    trail: &Trail,
    thread: &Thread,
    opened: &Opened,
    complete_to: Option<Day>,
    organisation: &Organisation,
) -> Vec<ProblemView> {
    let is_past = |day: Day| complete_to.is_some_and(|end| day < end);
    let problem = |kind, person| ProblemView { kind, entry: None, number: None, person };
    let mut problems = Vec::new();
    if thread.day.is_some_and(is_past) && !trail.is_registered() {
        problems.push(problem("unregistered", None));
    }
    if opened.some_erased {
        return problems;
    }
    let conversation = Conversation::open(&thread.keys.content_key(), organisation, &thread.messages);
    let mut told = opened.by.clone();
    for (day, author) in conversation.answers() {
        if is_past(day) && !told.contains(&author) {
            told.push(author);
            problems.push(problem("unopened", Some(organisation.name_of(author).to_owned())));
        }
    }
    problems
}

impl ProblemView {
    /// Numbers of a thread's accesses that are left out, and numbers that stand there twice. They go on from `before`,
    /// or begin wherever they begin.
    pub(crate) fn of_numbers(numbers: impl Iterator<Item = u32>, mut before: Option<u32>) -> Vec<Self> {
        // The arrival has number 0: it is entered when its epoch closes, and may come after the first accesses.
        let mut numbers: Vec<u32> = numbers.filter(|number| *number > 0).collect();
        numbers.sort_unstable();
        let problem = |kind, number| Self { kind, entry: None, number: Some(number), person: None };
        let mut problems = Vec::new();
        for number in numbers {
            match before.replace(number) {
                Some(before) if before == number => problems.push(problem("twice", number)),
                Some(before) => {
                    let missing = (before.saturating_add(1)..number).take(MOST_MISSING);
                    problems.extend(missing.map(|missing| problem("gap", missing)));
                }
                None => {}
            }
        }
        problems
    }
}

impl WitnessView {
    pub(crate) fn all(witnessed: Option<Judged>) -> Vec<Self> {
        let view = |(name, time): (String, u64)| {
            let day = Day(u32::try_from(time / SECONDS_OF_A_DAY).unwrap_or_default());
            Self { name, day: clock::text(day) }
        };
        witnessed.map(|judged| judged.witnesses).unwrap_or_default().into_iter().map(view).collect()
    }
}

impl AccessView {
    const fn without_body(found: &Found) -> Self {
        Self {
            entry: found.place,
            number: found.number,
            day: None,
            act: "erased-body",
            person: None,
            role: "unnamed",
            purpose: "none",
        }
    }
}

#[cfg(test)]
mod tests;
