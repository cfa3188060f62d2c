//! Where a command gets secrets and text from, and where it says what is no data.

use crate::Error;
use std::io::{self, BufRead, Read, Write};
use zeroize::Zeroizing;

const TOKEN: &str = "MICROMOED_TOKEN";
const PASSPHRASE: &str = "MICROMOED_PASSPHRASE";
/// Far above the largest message, which is refused with the exact excess.
const MOST_INPUT: u64 = 1_024 * 1_024;

/// A command's surroundings.
pub struct Io<'a> {
    /// Standard input.
    pub input: &'a mut dyn BufRead,
    /// Standard error.
    pub messages: &'a mut dyn Write,
    /// The environment.
    pub environment: &'a dyn Fn(&str) -> Option<String>,
    /// Where standard input is a terminal: asks for a secret there without showing it.
    pub ask: Option<fn(&str) -> io::Result<String>>,
}

impl Io<'_> {
    /// Says something to the person, as far as somebody listens.
    pub fn warn(&mut self, text: &str) {
        let _ = writeln!(self.messages, "Note: {text}");
    }

    /// A variable; an empty one is unset.
    pub(super) fn environment(&self, name: &str) -> Option<String> {
        (self.environment)(name).filter(|value| !value.trim().is_empty())
    }

    /// The reply token: from its variable, from the terminal, or the first line of standard input.
    pub(super) fn token(&mut self) -> Result<Zeroizing<String>, Error> {
        if let Some(token) = self.environment(TOKEN) {
            return Ok(Zeroizing::new(token));
        }
        if self.ask.is_some() {
            return self.secret(TOKEN, "Reply token: ");
        }
        self.line("the reply token").map_err(|_| {
            Error::Usage(format!(
                "there is no reply token: set {TOKEN}, or give it as the first line of standard input"
            ))
        })
    }

    /// The passphrase: from its variable or from the terminal.
    pub(super) fn passphrase(&self) -> Result<Zeroizing<String>, Error> {
        match self.environment(PASSPHRASE) {
            Some(passphrase) => Ok(Zeroizing::new(passphrase)),
            None => self.secret(PASSPHRASE, "Passphrase or recovery kit: "),
        }
    }

    fn secret(&self, variable: &str, prompt: &str) -> Result<Zeroizing<String>, Error> {
        let missing = || Error::Usage(format!("set {variable}: without a terminal nothing is asked"));
        let typed = Zeroizing::new(self.ask.ok_or_else(missing)?(prompt)?);
        if typed.trim().is_empty() { Err(missing()) } else { Ok(typed) }
    }

    /// One line of standard input.
    pub(super) fn line(&mut self, what: &str) -> Result<Zeroizing<String>, Error> {
        let mut line = Zeroizing::new(String::new());
        self.input.take(MOST_INPUT).read_line(&mut line).map_err(|_| unreadable())?;
        if line.trim().is_empty() {
            return Err(Error::Usage(format!("{what} is missing on the first line of standard input")));
        }
        Ok(Zeroizing::new(line.trim().to_owned()))
    }

    /// Lines up to an empty one, which is taken as well.
    pub(super) fn lines_to_an_empty_one(&mut self) -> Result<Vec<String>, Error> {
        let mut lines = Vec::new();
        loop {
            let mut line = String::new();
            let length = self.input.take(MOST_INPUT).read_line(&mut line).map_err(|_| unreadable())?;
            let name = line.trim();
            if name.is_empty() {
                return if length == 0 {
                    Err(Error::Usage("the names on standard input end with an empty line, then comes the text".into()))
                } else {
                    Ok(lines)
                };
            }
            lines.push(name.to_owned());
        }
    }

    /// All the rest of standard input, without one newline at its end.
    pub(super) fn text(&mut self) -> Result<Zeroizing<String>, Error> {
        if self.ask.is_some() {
            let _ = writeln!(self.messages, "Write, and end with Ctrl-D on a line of its own.");
        }
        let mut text = Zeroizing::new(String::new());
        let length = self.input.take(MOST_INPUT + 1).read_to_string(&mut text).map_err(|_| unreadable())?;
        if u64::try_from(length).is_ok_and(|length| length > MOST_INPUT) {
            return Err(Error::Refused("the text is far too long: a message takes 64 KiB".into()));
        }
        let cut = text.strip_suffix('\n').map(|text| text.strip_suffix('\r').unwrap_or(text)).unwrap_or(&text);
        if cut.trim().is_empty() {
            return Err(Error::Usage("there is no text on standard input".into()));
        }
        Ok(Zeroizing::new(cut.to_owned()))
    }
}

fn unreadable() -> Error {
    Error::Usage("standard input cannot be read: it should be UTF-8 text".into())
}
