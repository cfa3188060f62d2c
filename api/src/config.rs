//! What the program was told: defaults, then a TOML file, then `MICROMOED_<SECTION>__<KEY>` in the environment.
//! `deploy/config.example.toml` lists every key with its default.

mod shelf;

use crate::Error;
use crate::clock::{Schedule, Ticks};
use crypto::Digest;
use crypto::ledger::{NoteKey, SignatureKind};
use crypto::work::{HIGHEST_DIFFICULTY, NORMAL_DIFFICULTY};
use figment::Figment;
use figment::error::Kind;
use figment::providers::{Env, Format, Toml};
use jiff::civil::Time;
use jiff::tz::TimeZone;
use serde::{Deserialize, Deserializer};
pub use shelf::Shelf;
use std::path::Path;
use std::time::Duration;

/// All settings. They hold no secret: secrets are files.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// When what was sent is shown.
    pub mailbox: Mailbox,
    /// Where the server is reached.
    pub http: Http,
    /// How much it takes.
    pub limits: Limits,
    /// How long staff stay signed in.
    pub sessions: Sessions,
    /// Who looks after the access log.
    pub ledger: Ledger,
    /// Where files lie outside the database.
    pub shelf: Shelf,
    /// What it says.
    pub log: Log,
    /// For test installations only.
    pub test: Test,
    /// SHA-256 of what it was told by file and environment, as JSON with sorted keys: another one means that somebody
    /// changed a setting.
    #[serde(skip)]
    pub told: Option<Digest>,
}

/// When what was sent is shown.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Mailbox {
    /// Civil times such as `["07:00", "19:00"]`, or `"immediate"` for demonstrations and tests.
    #[serde(deserialize_with = "ticks")]
    pub ticks: Ticks,
    /// The zone of those times and of every day that is shown, by its IANA name.
    #[serde(deserialize_with = "zone")]
    pub time_zone: TimeZone,
}

impl Default for Mailbox {
    fn default() -> Self {
        Self {
            ticks: Ticks::Daily(vec![Time::constant(7, 0, 0, 0), Time::constant(19, 0, 0, 0)]),
            time_zone: TimeZone::get("Europe/Brussels").unwrap_or(TimeZone::UTC),
        }
    }
}

impl Mailbox {
    /// The ticks in their zone.
    #[must_use]
    pub fn schedule(&self) -> Schedule {
        Schedule::new(self.time_zone.clone(), self.ticks.clone())
    }
}

/// Where the server is reached.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Http {
    /// The address it listens on; port 0 takes a free one.
    pub listen: String,
    /// The public origins, such as `https://speak.example`: signatures are bound to one of them. None given: the
    /// address it listens on.
    pub origins: Vec<String>,
    /// Connections held at a time; more wait.
    pub connections: usize,
}

impl Default for Http {
    fn default() -> Self {
        Self { listen: "127.0.0.1:8080".into(), origins: Vec::new(), connections: 10_000 }
    }
}

/// Requests of a class per minute, whoever sends them: no address is ever looked at.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Pages and public documents.
    pub public: u32,
    /// New threads.
    pub reports: u32,
    /// Reading and writing with a reply token.
    pub mailbox: u32,
    /// Parts of files, 256 KiB each, on their way in or out.
    pub files: u32,
    /// Signing in.
    pub sign_in: u32,
    /// What staff do when signed in.
    pub desk: u32,
    /// What one thread or one account may ask of any of these; of parts of files ten times as many.
    pub one: u32,
    /// Zero bits of work a new thread must prove: each one more doubles what a flood costs, and what an old telephone
    /// needs. At most 18.
    pub work: u8,
    /// MiB of files that one organisation may keep.
    pub room: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            public: 60_000,
            reports: 6_000,
            mailbox: 12_000,
            files: 6_000,
            sign_in: 600,
            desk: 30_000,
            one: 240,
            work: NORMAL_DIFFICULTY,
            room: 10_240,
        }
    }
}

/// How long staff stay signed in.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Sessions {
    /// Minutes without a request after which a session ends.
    pub idle_minutes: u32,
    /// Hours after which it ends in any case.
    pub absolute_hours: u32,
}

impl Default for Sessions {
    fn default() -> Self {
        Self { idle_minutes: 30, absolute_hours: 12 }
    }
}

impl Sessions {
    /// Time without a request after which a session ends.
    #[must_use]
    pub fn idle(&self) -> Duration {
        Duration::from_secs(u64::from(self.idle_minutes).saturating_mul(60))
    }

    /// Time after which a session ends in any case.
    #[must_use]
    pub fn absolute(&self) -> Duration {
        Duration::from_secs(u64::from(self.absolute_hours).saturating_mul(3600))
    }
}

/// Who looks after the access log.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Ledger {
    /// Keys of the witnesses whose names may stand under checkpoints, as `audit witness` prints them.
    #[serde(deserialize_with = "witnesses")]
    pub witnesses: Vec<NoteKey>,
}

/// What the server says on stderr.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Log {
    /// The least it says.
    pub level: Level,
    /// JSON lines instead of text.
    pub json: bool,
}

/// How much the server says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// What failed.
    Error,
    /// And what somebody should look at.
    Warn,
    /// And what it does by itself.
    #[default]
    Info,
}

/// For test installations only: either key marks the data folder as one, for ever.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Test {
    /// Whether the clock can be set over the local socket.
    pub clock: bool,
}

impl Config {
    /// Reads the file, where one is given, and the environment.
    ///
    /// # Errors
    /// [`Error::Usage`] naming the key, and for an unknown one the nearest that is known.
    pub fn load(file: Option<&Path>) -> Result<Self, Error> {
        let mut settings = Figment::new();
        if let Some(file) = file {
            if !file.is_file() {
                return Err(Error::Usage(format!("there is no configuration file {}", file.display())));
            }
            settings = settings.merge(Toml::file_exact(file));
        }
        // `MICROMOED_TOKEN` and its like have no section and are no settings.
        let environment = Env::prefixed("MICROMOED_").filter(|key| key.as_str().contains("__")).split("__");
        let settings = settings.merge(environment);
        let read = |error: figment::Error| Error::Usage(sentence(&error));
        let told: serde_json::Value = settings.extract().map_err(read)?;
        let told = Some(Digest::plain(told.to_string().as_bytes()));
        let config = Self { told, ..settings.extract().map_err(read)? };
        if config.limits.work > HIGHEST_DIFFICULTY {
            return Err(Error::Usage(format!(
                "limits.work: no client does more than {HIGHEST_DIFFICULTY} bits of work"
            )));
        }
        config.shelf.is_configured()?;
        Ok(config)
    }

    /// Whether this makes the installation one for tests.
    #[must_use]
    pub fn is_test(&self) -> bool {
        self.test.clock || self.mailbox.ticks == Ticks::Immediate
    }
}

/// The first thing that is wrong, in a sentence.
fn sentence(error: &figment::Error) -> String {
    let place = if error.path.is_empty() { String::new() } else { format!("{}: ", error.path.join(".")) };
    match &error.kind {
        Kind::UnknownField(name, known) => {
            let section = match error.path.split_last() {
                Some((last, section)) if last == name => section,
                _ => error.path.as_slice(),
            };
            let full = |key: &str| section.iter().map(String::as_str).chain([key]).collect::<Vec<_>>().join(".");
            let nearest = known
                .iter()
                .max_by(|left, right| strsim::jaro_winkler(left, name).total_cmp(&strsim::jaro_winkler(right, name)));
            match nearest {
                Some(nearest) => {
                    format!("the settings have no key {}; did you mean {}?", full(name), full(nearest))
                }
                None => format!("the settings have no key {}", full(name)),
            }
        }
        kind => format!("{place}{kind}"),
    }
}

#[derive(Deserialize)]
#[serde(untagged)]
enum TicksText {
    Word(String),
    Times(Vec<String>),
}

fn ticks<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Ticks, D::Error> {
    let expected = || serde::de::Error::custom("expected \"immediate\" or civil times such as [\"07:00\", \"19:00\"]");
    match TicksText::deserialize(deserializer).map_err(|_| expected())? {
        TicksText::Word(word) if word == "immediate" => Ok(Ticks::Immediate),
        TicksText::Word(_) => Err(expected()),
        TicksText::Times(times) => {
            let times: Result<Vec<Time>, _> = times.iter().map(|time| time.parse::<Time>()).collect();
            let mut times = times.map_err(|_| expected())?;
            times.sort_unstable();
            times.dedup();
            if times.is_empty() { Err(expected()) } else { Ok(Ticks::Daily(times)) }
        }
    }
}

fn witnesses<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<NoteKey>, D::Error> {
    let expected = || serde::de::Error::custom("expected keys of witnesses: a name, eight digits, base64, joined by +");
    let keys = Vec::<String>::deserialize(deserializer)?.into_iter().map(|text| NoteKey::parse(&text).ok());
    let keys: Option<Vec<NoteKey>> =
        keys.map(|key| key.filter(|key| key.kind() == SignatureKind::Cosignature)).collect();
    keys.ok_or_else(expected)
}

fn zone<'de, D: Deserializer<'de>>(deserializer: D) -> Result<TimeZone, D::Error> {
    let name = String::deserialize(deserializer)?;
    TimeZone::get(&name).map_err(|_| serde::de::Error::custom("expected a time zone such as \"Europe/Brussels\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(text: &str) -> Result<Config, Error> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("config.toml");
        std::fs::write(&file, text).unwrap();
        Config::load(Some(&file))
    }

    fn refused(text: &str) -> String {
        load(text).unwrap_err().to_string()
    }

    #[test]
    fn without_a_file_the_defaults_hold() {
        let config = Config::load(None).unwrap();
        assert!(!config.is_test());
        assert_eq!(config.sessions.idle(), Duration::from_secs(1800));
        assert_eq!(config.mailbox.time_zone.iana_name(), Some("Europe/Brussels"));
    }

    #[test]
    fn the_example_parses_and_states_the_defaults() {
        let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("../deploy/config.example.toml");
        let stated = Config { told: None, ..Config::load(Some(&example)).unwrap() };
        assert_eq!(format!("{stated:?}"), format!("{:?}", Config::default()));
    }

    #[test]
    fn other_settings_have_another_digest_in_whatever_order_they_stand() {
        let told = |text: &str| load(text).unwrap().told;
        let one = told("[limits]\nwork = 12\none = 7\n[log]\njson = true");
        assert_eq!(one, told("[log]\njson = true\n[limits]\none = 7\nwork = 12"));
        assert_ne!(one, told("[limits]\nwork = 12\none = 8\n[log]\njson = true"));
    }

    #[test]
    fn an_unknown_key_is_refused_with_the_nearest_one() {
        let message = refused("[mailbox]\ntikcs = \"immediate\"");
        assert!(message.contains("mailbox.tikcs") && message.contains("mailbox.ticks"), "{message}");
        let message = refused("[sesions]\nidle_minutes = 5");
        assert!(message.contains("no key sesions") && message.contains("sessions?"), "{message}");
    }

    #[test]
    fn a_wrong_value_is_refused_with_its_place() {
        for (text, place) in [
            ("[mailbox]\nticks = \"sometimes\"", "mailbox.ticks"),
            ("[mailbox]\nticks = []", "mailbox.ticks"),
            ("[mailbox]\nticks = [\"25:00\"]", "mailbox.ticks"),
            ("[mailbox]\ntime_zone = \"Europe/Atlantis\"", "mailbox.time_zone"),
            ("[sessions]\nidle_minutes = -1", "sessions.idle_minutes"),
            ("[ledger]\nwitnesses = [\"council\"]", "ledger.witnesses"),
            ("[log]\nlevel = \"loud\"", "log.level"),
            ("[limits]\nwork = 19", "limits.work"),
            ("[shelf]\nbucket = \"files\"", "shelf.endpoint"),
            ("[shelf]\nendpoint = \"http://store.example\"\nbucket = \"files\"", "shelf.endpoint"),
            ("[shelf]\nendpoint = \"https://store.example/files\"\nbucket = \"files\"", "shelf.endpoint"),
            ("[shelf]\nendpoint = \"https://id:secret@store.example\"\nbucket = \"files\"", "shelf.endpoint"),
            ("[shelf]\nendpoint = \"https://store.example\"", "shelf.bucket"),
            ("[shelf]\nendpoint = \"http://127.0.0.1:9\"\nbucket = \"files\"\nprefix = \"a/../b\"", "shelf.prefix"),
        ] {
            let message = refused(text);
            assert!(message.starts_with(place), "{message}");
        }
        assert!(refused("[mailbox").len() > 5);
        assert!(Config::load(Some(Path::new("nowhere.toml"))).is_err());
    }

    #[test]
    fn ticks_are_sorted_and_immediate_ones_make_a_test_installation() {
        let config = load("[mailbox]\nticks = [\"19:00\", \"07:00\"]").unwrap();
        assert_eq!(config.mailbox.ticks, Config::default().mailbox.ticks);
        assert!(load("[mailbox]\nticks = \"immediate\"").unwrap().is_test());
        assert!(load("[test]\nclock = true").unwrap().is_test());
    }
}
