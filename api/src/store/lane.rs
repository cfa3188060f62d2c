//! The writer's lane: one thread, one connection, many acts per commit.
//!
//! There is no timer: while one commit is on its way to the disk the next batch gathers by itself. Every caller is
//! answered after the commit of her batch, never before; where a commit fails nobody is answered, and each hears
//! [`Error::Busy`] and asks again, which the natural keys make harmless.

mod queue;

use super::connection::{Address, Db};
use super::dialect::{self, Checkpoint};
use super::submissions::{self, Submission};
use crate::Error;
use diesel::Connection;
use queue::{Act, Answer, Batch, Next, Queue};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;
use tokio::sync::oneshot;

/// How long the lane rests before it uses the time to checkpoint.
const REST: Duration = Duration::from_millis(200);
/// Bytes that came since the last checkpoint, above which there is another between two batches. The log file is then
/// written from its beginning again, which costs less than making it anew.
const UNMOVED: usize = 48 << 20;
/// Bytes of the write-ahead log above which it is emptied, whoever reads: then readers kept it from beginning again.
const LONGEST_WAL: u64 = 256 << 20;
/// What a commit takes on a slow disk: the time in which an early answer is a lie.
const SLOW_DISK: Duration = Duration::from_millis(30);
/// Exit status after a failed write to the disk: what the page cache holds can no longer be trusted, and the log on
/// the disk is what counts.
const STORAGE_FAILED: i32 = 70;

pub(super) struct Lane {
    queue: Arc<Queue>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

impl Lane {
    pub(super) fn start(db: Db, address: Address) -> Result<Self, Error> {
        let queue = Arc::new(Queue::default());
        // Negative control of the kill test: such a program loses what it acknowledged, and the test must see it.
        let answers_early = cfg!(debug_assertions) && std::env::var_os("MICROMOED_FAULT_EARLY_ANSWER").is_some();
        let worker = Worker { queue: queue.clone(), db, address, unmoved: 0, answers_early };
        let thread = std::thread::Builder::new().name("writer".into()).spawn(move || worker.run())?;
        Ok(Self { queue, thread: Mutex::new(Some(thread)) })
    }

    pub(super) async fn submit(&self, submission: Submission) -> Result<(), Error> {
        let (sender, receiver) = oneshot::channel();
        self.queue.push_submission(submission, sender)?;
        receiver.await.unwrap_or(Err(Error::Busy))
    }

    /// `bytes`: how many it writes, where they are many.
    pub(super) async fn write<T, F>(&self, bytes: usize, act: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: FnOnce(&mut Db) -> Result<T, Error> + Send + 'static,
    {
        let (sender, receiver) = oneshot::channel();
        let act: Act = Box::new(move |db| {
            // Inside the batch's transaction this is a savepoint.
            let outcome = db.transaction(act);
            Box::new(move || drop(sender.send(outcome)))
        });
        self.queue.push_act(bytes, act)?;
        receiver.await.unwrap_or(Err(Error::Busy))
    }

    pub(super) async fn truncate_wal(&self) -> Result<(), Error> {
        let (sender, receiver) = oneshot::channel();
        self.queue.push_truncation(sender)?;
        receiver.await.unwrap_or(Err(Error::Busy))
    }

    pub(super) fn close(&self) {
        self.queue.close();
        let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(thread) = thread {
            drop(thread.join());
        }
    }
}

struct Worker {
    queue: Arc<Queue>,
    db: Db,
    address: Address,
    /// Bytes of submissions and of parts of files since the last checkpoint.
    unmoved: usize,
    answers_early: bool,
}

impl Worker {
    fn run(mut self) {
        let mut written = false;
        loop {
            match self.queue.next(if written { Some(REST) } else { None }) {
                Next::Batch(batch) => {
                    self.unmoved = self.unmoved.saturating_add(batch.weight());
                    self.run_batch(batch);
                    written = true;
                    if self.unmoved > UNMOVED {
                        let long = self.wal_length() > LONGEST_WAL;
                        self.checkpoint(if long { Checkpoint::Truncate } else { Checkpoint::Passive });
                    }
                }
                Next::Truncation(sender) => {
                    let outcome = dialect::checkpoint(&mut self.db, Checkpoint::Truncate);
                    drop(sender.send(outcome));
                }
                Next::Rest => {
                    self.checkpoint(Checkpoint::Passive);
                    written = false;
                }
                Next::Closed => {
                    self.checkpoint(Checkpoint::Truncate);
                    return;
                }
            }
        }
    }

    fn run_batch(&mut self, batch: Batch) {
        match self.commit(batch) {
            Ok(answers) => answers.into_iter().for_each(|answer| answer()),
            // The answers are gone with the batch: everybody hears that nothing was acknowledged.
            Err(error) => self.recover(&error),
        }
    }

    fn commit(&mut self, batch: Batch) -> Result<Vec<Answer>, Error> {
        // A server that went away and came back while nothing was to do is noticed here, before anything is lost.
        if dialect::begin(&mut self.db).is_err() {
            self.db = Db::open_writer(&self.address)?;
            dialect::begin(&mut self.db)?;
        }
        let mut answers = self.stage(batch.submissions);
        answers.extend(batch.acts.into_iter().map(|act| act(&mut self.db)));
        if self.answers_early {
            answers.drain(..).for_each(|answer| answer());
            std::thread::sleep(SLOW_DISK);
        }
        dialect::commit(&mut self.db)?;
        Ok(answers)
    }

    /// All submissions in one savepoint; where that fails as a whole, each in its own, so that one cannot hurt the rest.
    fn stage(&mut self, submissions: Vec<(Submission, oneshot::Sender<Result<(), Error>>)>) -> Vec<Answer> {
        if submissions.is_empty() {
            return Vec::new();
        }
        let together: Vec<&Submission> = submissions.iter().map(|(submission, _)| submission).collect();
        let outcomes = self.db.transaction(|db| submissions::stage(db, &together)).unwrap_or_else(|_| {
            let alone = |submission: &&Submission| {
                self.db.transaction(|db| submissions::stage(db, &[*submission])?.pop().unwrap_or(Err(Error::Busy)))
            };
            together.iter().map(alone).collect()
        });
        let answer = |((_, sender), outcome): ((_, oneshot::Sender<_>), Result<(), Error>)| -> Answer {
            Box::new(move || drop(sender.send(outcome)))
        };
        submissions.into_iter().zip(outcomes).map(answer).collect()
    }

    fn checkpoint(&mut self, how: Checkpoint) {
        self.unmoved = 0;
        match dialect::checkpoint(&mut self.db, how) {
            Ok(()) | Err(Error::Busy) => {}
            Err(error) => self.recover(&error),
        }
    }

    /// A full disk passes and a database server comes back: a new connection begins anew. Any other failure of our
    /// own file ends the process, and the next one reads what the log on the disk really holds.
    fn recover(&mut self, error: &Error) {
        tracing::error!(%error, "a commit failed and nothing of it was acknowledged");
        if self.address.file().is_some() && !passes(error) {
            std::process::exit(STORAGE_FAILED);
        }
        loop {
            match Db::open_writer(&self.address) {
                Ok(db) => {
                    self.db = db;
                    return;
                }
                Err(_) if self.queue.is_closed() => return,
                Err(_) => {
                    self.queue.refuse_waiting();
                    std::thread::sleep(REST);
                }
            }
        }
    }

    fn wal_length(&self) -> u64 {
        let wal = self.address.file().map(|file| {
            let mut wal = file.clone().into_os_string();
            wal.push("-wal");
            wal
        });
        wal.and_then(|wal| std::fs::metadata(wal).ok()).map_or(0, |wal| wal.len())
    }
}

/// Whether a failed commit of SQLite may pass.
fn passes(error: &Error) -> bool {
    matches!(error, Error::Database(failure) if failure.passes())
}

#[cfg(test)]
mod tests;
