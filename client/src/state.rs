//! What a desk keeps: what it saw last, and which number means which thread. It holds no key, no text and no token; the
//! vault and the key rows in it are sealed.

#[cfg(not(target_arch = "wasm32"))]
mod disk;

#[cfg(not(target_arch = "wasm32"))]
pub(crate) use disk::{hold, put};

use crate::Error;
use crypto::roster::Chain;
use crypto::wire::Bytes;
use crypto::{Day, Digest, PersonId, ThreadId};
use serde::{Deserialize, Serialize};

const VERSION: u32 = 1;

/// What is kept. Numbers are places in the lists, from 1: nothing is ever taken out of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct State {
    version: u32,
    /// The organisation's fingerprint: what this folder is bound to.
    pub organisation: String,
    /// The short name at unlock.
    pub account: String,
    /// Newest roster seen: number and digest.
    pub roster: Option<(u32, Digest)>,
    /// The log's key, pinned at first sight.
    pub log_key: Option<String>,
    /// Largest log head seen: size and root.
    pub ledger: Option<(u64, Digest)>,
    /// Counter of the newest vault seen.
    pub vault_counter: u64,
    /// Pending people by number.
    pub people: Vec<PersonId>,
    /// Threads by number.
    pub threads: Vec<KnownThread>,
}

/// A thread that has a number here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KnownThread {
    /// Which.
    pub id: ThreadId,
    /// The day it was listed with.
    pub day: u32,
    /// Its keys, sealed under the vault, once it was opened.
    pub row: Option<Bytes>,
}

/// What a desk keeps: in a folder on a disk, or in memory for one sitting.
pub struct Folder {
    #[cfg(not(target_arch = "wasm32"))]
    disk: Option<disk::Disk>,
    /// What is in it; [`Folder::save`] writes it.
    pub state: State,
    vault: Option<Vec<u8>>,
}

impl Folder {
    /// Opens a folder, or makes it (0700), and waits for another desk command that holds it.
    ///
    /// # Errors
    /// [`Error::Device`]; [`Error::Refused`] for a folder of a newer program or a damaged one.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn open(path: &std::path::Path) -> Result<Self, Error> {
        let (disk, state) = disk::Disk::open(path)?;
        Ok(Self { vault: disk.vault(), disk: Some(disk), state })
    }

    /// Nothing that outlives this sitting: what a browser keeps. Its pins are those of the vault.
    #[must_use]
    pub fn of_one_sitting() -> Self {
        Self {
            #[cfg(not(target_arch = "wasm32"))]
            disk: None,
            state: State { version: VERSION, ..State::default() },
            vault: None,
        }
    }

    /// Keeps the state.
    ///
    /// # Errors
    /// [`Error::Device`].
    pub fn save(&self) -> Result<(), Error> {
        #[cfg(not(target_arch = "wasm32"))]
        if let Some(disk) = &self.disk {
            disk.save(&self.state)?;
        }
        Ok(())
    }

    /// Keeps a copy of the sealed vault, and its counter.
    ///
    /// # Errors
    /// [`Error::Device`].
    pub fn save_vault(&mut self, counter: u64, sealed: &[u8]) -> Result<(), Error> {
        #[cfg(not(target_arch = "wasm32"))]
        if let Some(disk) = &self.disk {
            disk.save_vault(sealed)?;
        }
        self.vault = Some(sealed.into());
        self.state.vault_counter = counter;
        self.save()
    }

    /// The kept copy of the sealed vault.
    #[must_use]
    pub fn vault(&self) -> Option<&[u8]> {
        self.vault.as_deref()
    }
}

impl State {
    /// Binds the folder to an organisation, or checks that it is bound to this one.
    ///
    /// # Errors
    /// [`Error::Refused`].
    pub fn bind(&mut self, organisation: &str) -> Result<(), Error> {
        if self.organisation.is_empty() {
            self.organisation = organisation.into();
        }
        if self.organisation == organisation {
            Ok(())
        } else {
            Err(Error::Refused("this state folder belongs to another organisation: use another --state".into()))
        }
    }

    /// Checks a roster chain and the log's key against what was seen before, and keeps them.
    ///
    /// # Errors
    /// [`crypto::Error::Roster`]; [`Error::Distrust`] for another key of the log.
    pub fn pin(&mut self, chain: &Chain, log_key: &str) -> Result<(), Error> {
        if let Some((number, digest)) = &self.roster {
            chain.check_pin(*number, digest)?;
        }
        if self.log_key.as_deref().is_some_and(|pinned| pinned != log_key) {
            return Err(Error::distrust("the access log has another key than before"));
        }
        self.roster = Some((chain.head().number, chain.head_digest()));
        self.log_key = Some(log_key.into());
        Ok(())
    }

    /// The number of a thread, given now if it has none.
    pub fn number(&mut self, thread: ThreadId, day: Day) -> usize {
        place(&mut self.threads, |known| known.id == thread, || KnownThread { id: thread, day: day.0, row: None })
    }

    /// The thread with this number.
    ///
    /// # Errors
    /// [`Error::Usage`].
    pub fn thread(&self, number: usize) -> Result<&KnownThread, Error> {
        numbered(&self.threads, number)
            .ok_or_else(|| Error::Usage(format!("no thread has the number {number}: see `desk inbox`")))
    }

    /// What is known of a thread.
    pub fn known(&mut self, thread: ThreadId) -> Option<&mut KnownThread> {
        self.threads.iter_mut().find(|known| known.id == thread)
    }

    /// The number of a pending person, given now if she has none.
    pub fn person_number(&mut self, person: PersonId) -> usize {
        place(&mut self.people, |known| *known == person, || person)
    }

    /// The pending person with this number.
    ///
    /// # Errors
    /// [`Error::Usage`].
    pub fn person(&self, number: usize) -> Result<PersonId, Error> {
        numbered(&self.people, number)
            .copied()
            .ok_or_else(|| Error::Usage(format!("nobody has the number {number}: see `desk people`")))
    }
}

fn place<T>(list: &mut Vec<T>, is: impl Fn(&T) -> bool, make: impl FnOnce() -> T) -> usize {
    let found = list.iter().position(is);
    let place = found.unwrap_or(list.len());
    if found.is_none() {
        list.push(make());
    }
    place.saturating_add(1)
}

fn numbered<T>(list: &[T], number: usize) -> Option<&T> {
    number.checked_sub(1).and_then(|place| list.get(place))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organisation::tests::sample;
    use crypto::roster::Role;

    #[test]
    fn a_pin_refuses_another_past_and_another_log() {
        let (organisation, other) = (sample(&[("An", Role::Coach)]), sample(&[("Jo", Role::Coach)]));
        let mut state = State::default();
        state.pin(&organisation.chain, "log+1").unwrap();
        state.pin(&organisation.chain, "log+1").unwrap();
        assert!(matches!(state.pin(&organisation.chain, "log+2"), Err(Error::Distrust(_))));
        assert!(matches!(state.pin(&other.chain, "log+1"), Err(Error::Crypto(crypto::Error::Roster(_)))));
        state.roster = Some((2, Digest::NONE));
        assert!(matches!(state.pin(&organisation.chain, "log+1"), Err(Error::Crypto(crypto::Error::Roster(_)))));
    }
}
