//! What the server does by itself. Each job looks at the clock and at what is stored, never at what it did before: a
//! restart between any two steps changes nothing.

mod retention;
mod shelving;

use crate::Error;
use crate::app::App;
use crate::ring::rotation;
pub use shelving::look_after_the_shelf;
use std::time::Duration;

/// How often the clock is looked at.
const PULSE: Duration = Duration::from_secs(1);
/// Pulses after which the work of the day is tried again when it failed: an hour, in which a full disk may be noticed
/// and a database come back, and which a day's log bears.
const RETRY: u32 = 3_600;
/// Pulses until a shelf that did not answer is asked again: ten minutes.
const RETRY_SHELF: u32 = 600;

/// Runs for as long as the server does: beside the other jobs, because a store elsewhere may take its time.
pub async fn run_shelf(app: App) {
    let mut rest = 0_u32;
    loop {
        rest = after_rest(rest, RETRY_SHELF, look_after_the_shelf(&app)).await;
        tokio::time::sleep(PULSE).await;
    }
}

/// Runs for as long as the server does.
pub async fn run(app: App) {
    let mut rest = 0_u32;
    loop {
        rest = after_rest(rest, RETRY, look_after_the_day(&app)).await;
        for (outcome, what) in [
            (app.catch_up().await, "tick"),
            (app.close_epoch_when_due().await, "closing of an epoch"),
            (app.pad_sometimes().await, "padding of the log"),
        ] {
            if let Err(error) = outcome {
                tracing::warn!(%error, what, "a job has to wait");
            }
        }
        tokio::time::sleep(PULSE).await;
    }
}

/// Rests for one pulse more, or does what is to be done; answers the pulses to rest before the next try: none where nothing
/// is left.
async fn after_rest(rest: u32, retry: u32, look_after: impl Future<Output = bool>) -> u32 {
    match rest.checked_sub(1) {
        Some(rest) => rest,
        None if look_after.await => 0,
        None => retry,
    }
}

/// Does what is done once a day, unless this process has done it today; answers whether nothing is left to do.
pub async fn look_after_the_day(app: &App) -> bool {
    let mut looked_after = app.looked_after.lock().await;
    let today = app.today();
    if *looked_after == Some(today) {
        return true;
    }
    let outcome = of_the_day(app).await;
    match &outcome {
        Ok(()) => *looked_after = Some(today),
        Err(Error::Refused(why)) if why == rotation::WAITS && app.clock.was_set() => {
            tracing::debug!(why, "the work of the day waits, since the test clock was set");
        }
        Err(error) => tracing::warn!(%error, "the work of the day has to wait"),
    }
    outcome.is_ok()
}

async fn of_the_day(app: &App) -> Result<(), Error> {
    let (now, today) = (app.clock.now().as_second(), app.today());
    rotation::look_after(app.ring.clone(), app.store.clone(), app.instance, now, today).await?;
    app.enter_keys().await?;
    app.bring_back().await?;
    retention::forget(app, now, today).await
}
