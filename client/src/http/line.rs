//! The way through somebody who can make requests when we cannot: in a browser the module hands each request out and
//! is called again with the answer.

use super::Request;
use std::future::poll_fn;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::Poll;

/// What a journey waits for.
pub enum Event {
    /// An answer to this request.
    Request(Request),
    /// Nothing but to be called again: so far it is.
    Progress {
        /// Done.
        done: usize,
        /// Of so many.
        total: usize,
    },
}

/// What came back.
pub enum Answer {
    /// The status, and the body.
    Status(u16, Vec<u8>),
    /// Nobody answered until patience ended.
    Nothing,
    /// Go on.
    Go,
}

/// Between a journey and whoever makes its requests: one event goes out, one answer comes in.
#[derive(Clone, Default)]
pub struct Line(Arc<Mutex<Ends>>);

#[derive(Default)]
struct Ends {
    out: Option<Event>,
    back: Option<Answer>,
}

impl Line {
    /// What the journey waits for now.
    #[must_use]
    pub fn take(&self) -> Option<Event> {
        self.ends().out.take()
    }

    /// Answers it; the journey has to be polled then.
    pub fn answer(&self, answer: Answer) {
        self.ends().back = Some(answer);
    }

    fn ends(&self) -> MutexGuard<'_, Ends> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) async fn exchange(&self, event: Event) -> Answer {
        self.ends().out = Some(event);
        poll_fn(|_| self.ends().back.take().map_or(Poll::Pending, Poll::Ready)).await
    }
}
