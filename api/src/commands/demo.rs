//! `micromoed demo`: a server with a sample organisation and invented reports over half a year. Its data lie in a
//! folder of their own, which is removed when the program ends, however it ends.

mod fill;
mod sample;

use super::request::Request;
use super::{Place, serve};
use crate::app::App;
use crate::clock::{Clock, Ticks};
use crate::config::{Config, Level};
use crate::files::{self, Lock};
use crate::secrets::Folders;
use crate::store::installation::{self, Name};
use crate::store::{Address, Store};
use crate::{Error, entropy, jobs, server, socket, telemetry};
use fill::Tour;
use sample::Sample;
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::oneshot;

const SECONDS_OF_A_DAY: i64 = 86_400;

/// Where to listen.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Address and port; port 0 takes a free one [default: 127.0.0.1:8080]
    #[arg(long, value_name = "ADDRESS")]
    listen: Option<String>,
}

pub(super) fn run(place: &Place, arguments: Arguments) -> Result<(), Error> {
    if place.database.is_some() || place.release_keys.is_some() {
        return Err(Error::Usage("the demo brings a data folder of its own".into()));
    }
    let sample = Sample::read()?;
    let mut config = settings(place.settings()?, &sample);
    config.http.listen = arguments.listen.unwrap_or(config.http.listen);
    telemetry::start(&config.log);
    let (listener, origin) = serve::listen(&mut config.http)?;
    let server = config.http.origins.last().unwrap_or(&origin).clone();
    let folder = Throwaway::make()?;
    let _at_the_end = AtTheEnd(folder.clone());
    let data = folder.0.join("data");
    files::make_folder(&data)?;
    let _lock = Lock::take(&data)?;
    let store = Store::open(&Address::new(None, &data)?, serve::READERS)?;
    let outcome = actix_web::rt::System::new().block_on(async {
        let ahead = sample.days().saturating_mul(SECONDS_OF_A_DAY).saturating_neg();
        store.write(move |db| installation::put(db, Name::ClockShift, &ahead.to_be_bytes())).await?;
        let folders = Folders { release_keys: folder.0.join("release-keys"), data: data.clone() };
        let app = App::open(config, store.clone(), &folders).await?;
        actix_web::rt::spawn(socket::answer(socket::listen(&data)?, app.clone()));
        actix_web::rt::spawn(hang_up(folder.clone()));
        let (filled, wait) = oneshot::channel();
        let jobs_app = app.clone();
        actix_web::rt::spawn(async move {
            // The jobs would take the days that are filled in for a clock that jumps.
            if wait.await.is_ok() {
                jobs::run(jobs_app).await;
            }
        });
        let (folder, json) = (folder.clone(), place.json);
        server::serve(app, listener, move || {
            serve::announce(&origin);
            std::thread::spawn(move || {
                let told = catch_unwind(AssertUnwindSafe(|| {
                    let tour = fill::fill(&sample, &server, &folder.0, &data)?;
                    tell(&tour, json);
                    Ok::<(), Error>(())
                }));
                match told {
                    Ok(Ok(())) => drop(filled.send(())),
                    Ok(Err(error)) => folder.give_up(&error.to_string()),
                    Err(_) => folder.give_up("a part of it failed"),
                }
            });
        })
        .await
    });
    store.close();
    outcome
}

/// Days pass in seconds while the sample is filled in, so nobody is signed out meanwhile.
fn settings(mut config: Config, sample: &Sample) -> Config {
    config.mailbox.ticks = Ticks::Immediate;
    config.test.clock = true;
    config.log.level = Level::Warn;
    let days = u32::try_from(sample.days()).unwrap_or(u32::MAX).saturating_add(1);
    config.sessions.idle_minutes = days.saturating_mul(1440);
    config.sessions.absolute_hours = days.saturating_mul(24);
    config
}

/// Sets the clock to so many days ago, as anybody would.
fn set_clock(data: &Path, days_ago: u32) -> Result<(), Error> {
    // Half a second more, because a shift has whole seconds: at no days it is none.
    let half = jiff::SignedDuration::from_millis(500);
    let back = jiff::SignedDuration::from_hours(i64::from(days_ago).saturating_mul(24));
    let at = Clock::system().now().saturating_add(half.saturating_sub(back));
    let at = at.map_err(|_| Error::Refused("the clock cannot be set back so far".into()))?;
    socket::ask(data, &Request::Clock { at })?.map(drop).ok_or_else(|| Error::Refused("the server stopped".into()))
}

/// What to do next. Whoever closed stdout does not want it.
fn tell(tour: &Tour, json: bool) {
    let mut stdout = std::io::stdout().lock();
    let text = if json { tour.document().to_string() } else { tour.text() };
    drop(writeln!(stdout, "{text}").and_then(|()| stdout.flush()));
}

/// When the terminal is closed, nothing is left behind either.
async fn hang_up(folder: Throwaway) {
    if let Ok(mut closed) = signal(SignalKind::hangup())
        && closed.recv().await.is_some()
    {
        folder.remove();
        std::process::exit(0);
    }
}

/// A folder that is removed with everything in it.
#[derive(Clone)]
struct Throwaway(PathBuf);

/// Removes it even while another thread still fills it.
struct AtTheEnd(Throwaway);

impl Throwaway {
    fn make() -> Result<Self, Error> {
        let unique: [u8; 8] = *crypto::Secret::make(&mut entropy::generator()?).expose();
        let path = std::env::temp_dir().join(format!("micromoed-demo-{:016x}", u64::from_be_bytes(unique)));
        files::make_folder(&path)?;
        Ok(Self(path))
    }

    /// Somebody may be writing a file there at this moment.
    fn remove(&self) {
        for _ in 0..10 {
            match std::fs::remove_dir_all(&self.0) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => std::thread::yield_now(),
                _ => return,
            }
        }
    }

    fn give_up(&self, why: &str) {
        self.remove();
        drop(writeln!(std::io::stderr(), "micromoed: the demo could not be filled: {why}"));
        std::process::exit(1);
    }
}

impl Drop for AtTheEnd {
    fn drop(&mut self) {
        self.0.remove();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_throwaway_folder_goes_with_everything_in_it_whoever_still_knows_it() {
        let folder = Throwaway::make().unwrap();
        let (known, path) = (folder.clone(), folder.0.clone());
        std::fs::create_dir_all(path.join("desks/an")).unwrap();
        std::fs::write(path.join("desks/an/state"), b"1").unwrap();
        drop(AtTheEnd(folder));
        assert!(!path.exists());
        known.remove();
    }
}
