//! What waits for the writer: two bounded queues, reports first.

use super::super::connection::Db;
use super::super::submissions::Submission;
use crate::Error;
use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::oneshot;

/// Jobs that may wait in each queue. Routes take bodies of tens of kilobytes, and few parts of files at a time, so acts
/// stay in the same bounds of bytes.
const MOST_WAITING: usize = 512;
/// Bytes of submissions that may wait.
const MOST_WAITING_BYTES: usize = 16 << 20;
/// Jobs of one commit.
const MOST_JOBS: usize = 256;
/// Of which submissions, so that acts get their turn in a flood of reports.
const MOST_SUBMISSIONS: usize = 192;
/// Bytes of submissions of one commit.
const MOST_BYTES: usize = 4 << 20;

/// Runs inside a transaction; what it gives back tells the caller, once that transaction is durable.
pub(super) type Act = Box<dyn FnOnce(&mut Db) -> Answer + Send>;
pub(super) type Answer = Box<dyn FnOnce() + Send>;
type Reply = oneshot::Sender<Result<(), Error>>;

/// The jobs of one commit.
#[derive(Default)]
pub(super) struct Batch {
    pub(super) submissions: Vec<(Submission, Reply)>,
    pub(super) acts: Vec<Act>,
    /// Bytes that the acts write, as far as they are many.
    act_bytes: usize,
}

impl Batch {
    /// Bytes of the submissions and the large acts in it.
    pub(super) fn weight(&self) -> usize {
        self.submissions.iter().fold(self.act_bytes, |bytes, (submission, _)| bytes.saturating_add(submission.weight()))
    }
}

/// What the writer does next.
pub(super) enum Next {
    Batch(Batch),
    Truncation(Reply),
    /// Nothing came for as long as the writer wanted to wait.
    Rest,
    /// Closed, and everything that was queued is done.
    Closed,
}

#[derive(Default)]
struct Waiting {
    submissions: VecDeque<(Submission, Reply)>,
    submission_bytes: usize,
    acts: VecDeque<(usize, Act)>,
    truncations: Vec<Reply>,
    closed: bool,
    /// The writer sleeps, and nobody has woken it yet: under load each call to do so would be for nothing.
    sleeps: bool,
}

impl Waiting {
    fn batch(&mut self) -> Batch {
        let mut batch = Batch::default();
        let mut bytes = 0_usize;
        while batch.submissions.len() < MOST_SUBMISSIONS
            && bytes < MOST_BYTES
            && let Some((submission, reply)) = self.submissions.pop_front()
        {
            bytes = bytes.saturating_add(submission.weight());
            batch.submissions.push((submission, reply));
        }
        self.submission_bytes = self.submission_bytes.saturating_sub(bytes);
        let acts = self.acts.len().min(MOST_JOBS.saturating_sub(batch.submissions.len()));
        for (bytes, act) in self.acts.drain(..acts) {
            batch.act_bytes = batch.act_bytes.saturating_add(bytes);
            batch.acts.push(act);
        }
        batch
    }
}

#[derive(Default)]
pub(super) struct Queue {
    waiting: Mutex<Waiting>,
    changed: Condvar,
}

impl Queue {
    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn open(&self) -> Result<MutexGuard<'_, Waiting>, Error> {
        let waiting = self.lock();
        if waiting.closed { Err(Error::Busy) } else { Ok(waiting) }
    }

    pub(super) fn push_submission(&self, submission: Submission, reply: Reply) -> Result<(), Error> {
        let mut waiting = self.open()?;
        let bytes = waiting.submission_bytes.saturating_add(submission.weight());
        if waiting.submissions.len() >= MOST_WAITING || bytes > MOST_WAITING_BYTES {
            return Err(Error::Busy);
        }
        waiting.submission_bytes = bytes;
        waiting.submissions.push_back((submission, reply));
        self.wake(waiting);
        Ok(())
    }

    pub(super) fn push_act(&self, bytes: usize, act: Act) -> Result<(), Error> {
        let mut waiting = self.open()?;
        if waiting.acts.len() >= MOST_WAITING {
            return Err(Error::Busy);
        }
        waiting.acts.push_back((bytes, act));
        self.wake(waiting);
        Ok(())
    }

    pub(super) fn push_truncation(&self, reply: Reply) -> Result<(), Error> {
        let mut waiting = self.open()?;
        waiting.truncations.push(reply);
        self.wake(waiting);
        Ok(())
    }

    fn wake(&self, mut waiting: MutexGuard<'_, Waiting>) {
        let sleeps = std::mem::take(&mut waiting.sleeps);
        drop(waiting);
        if sleeps {
            self.changed.notify_one();
        }
    }

    /// Waits for something to do, at most as long as `patience` where one is given.
    pub(super) fn next(&self, patience: Option<Duration>) -> Next {
        let mut waiting = self.lock();
        loop {
            if !waiting.submissions.is_empty() || !waiting.acts.is_empty() {
                return Next::Batch(waiting.batch());
            }
            if let Some(reply) = waiting.truncations.pop() {
                return Next::Truncation(reply);
            }
            if waiting.closed {
                return Next::Closed;
            }
            waiting.sleeps = true;
            match patience {
                None => waiting = self.changed.wait(waiting).unwrap_or_else(PoisonError::into_inner),
                Some(patience) => {
                    let (guard, result) =
                        self.changed.wait_timeout(waiting, patience).unwrap_or_else(PoisonError::into_inner);
                    waiting = guard;
                    if result.timed_out() && waiting.submissions.is_empty() && waiting.acts.is_empty() {
                        return Next::Rest;
                    }
                }
            }
        }
    }

    /// Sends everybody away who waits now.
    pub(super) fn refuse_waiting(&self) {
        let mut waiting = self.lock();
        let (closed, sleeps) = (waiting.closed, waiting.sleeps);
        *waiting = Waiting { closed, sleeps, ..Waiting::default() };
    }

    pub(super) fn close(&self) {
        let mut waiting = self.lock();
        waiting.closed = true;
        self.wake(waiting);
    }

    pub(super) fn is_closed(&self) -> bool {
        self.lock().closed
    }
}
