//! What the server does by itself. Each job looks at the clock and at what is stored, never at what it did before: a
//! restart between any two steps changes nothing.

use crate::app::App;
use crate::ring::rotation;
use crypto::Day;
use std::time::Duration;

/// How often the clock is looked at.
const PULSE: Duration = Duration::from_secs(1);

/// Runs for as long as the server does.
pub async fn run(app: App) {
    let mut looked_after: Option<Day> = None;
    loop {
        let now = app.clock.now();
        let today = app.schedule.today(now);
        if looked_after != Some(today) {
            looked_after = Some(today);
            let (ring, store) = (app.ring.clone(), app.store.clone());
            if let Err(error) = rotation::look_after(ring, store, app.instance, now.as_second(), today).await {
                tracing::warn!(%error, "the release key ring was not looked after today");
            }
        }
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
