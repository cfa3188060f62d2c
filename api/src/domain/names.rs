//! Names that people choose and that stand in addresses.

use crate::Error;

/// Path words and language codes, which no organisation may be called.
const RESERVED: [&str; 27] = [
    "api", "assets", "audit", "board", "config", "de", "demo", "desk", "docs", "en", "favicon", "fr", "health", "help",
    "ledger", "mailbox", "metrics", "nl", "nl-be", "problems", "receipt", "report", "robots", "site", "static",
    "trends", "who",
];
/// The languages there are texts in.
pub const LOCALES: [&str; 5] = ["nl-BE", "nl", "en", "fr", "de"];
const MOST_NAME: usize = 100;

/// Checks an organisation's name in addresses: `[a-z0-9-]{2,40}`, not a word used as a path.
///
/// # Errors
/// [`Error::Malformed`] saying what is allowed.
pub fn check_slug(slug: &str) -> Result<(), Error> {
    if RESERVED.contains(&slug) {
        return Err(Error::Malformed("this word is used in addresses: choose another name"));
    }
    if is_short_name(slug) { Ok(()) } else { Err(Error::Malformed("use 2 to 40 small letters, digits and hyphens")) }
}

/// Checks the short name somebody types at unlock.
///
/// # Errors
/// [`Error::Malformed`] saying what is allowed.
pub fn check_account(account: &str) -> Result<(), Error> {
    if is_short_name(account) { Ok(()) } else { Err(Error::Malformed("use 2 to 40 small letters, digits and hyphens")) }
}

/// Checks a name as people read it.
///
/// # Errors
/// [`Error::Malformed`] saying what is allowed.
pub fn check_name(name: &str) -> Result<(), Error> {
    let printable = name.chars().all(|letter| !letter.is_control());
    let length = name.trim().chars().count();
    if printable && length > 0 && length <= MOST_NAME && name.trim() == name {
        Ok(())
    } else {
        Err(Error::Malformed("a name has 1 to 100 printable characters"))
    }
}

fn is_short_name(name: &str) -> bool {
    let allowed = |letter: u8| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == b'-';
    (2..=40).contains(&name.len()) && name.bytes().all(allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_keep_their_own_words() {
        assert!(check_slug("zonnig-huis").is_ok());
        for bad in ["", "a", "desk", "nl", "Zon", "zon huis", "zon/huis", "zonné", &"a".repeat(41)] {
            assert!(check_slug(bad).is_err(), "{bad}");
        }
        assert!(RESERVED.is_sorted());
    }

    #[test]
    fn names_are_printable() {
        assert!(check_name("An Peeters-Özdemir").is_ok());
        for bad in ["", " ", " An", "An\n", "A\u{7}n", &"a".repeat(101)] {
            assert!(check_name(bad).is_err(), "{bad:?}");
        }
    }
}
