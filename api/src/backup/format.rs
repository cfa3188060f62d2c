//! What lies inside the envelope. Integers are big-endian.
//!
//! `micromoed backup` ‖ version (1) ‖ contents (1) ‖ records. A record is kind (1) ‖ length (4) ‖ that many bytes:
//!
//! | kind | bytes |
//! |---|---|
//! | 1 about | JSON, [`About`]; always first |
//! | 2 table | JSON, `{"table", "columns": [[name, "number" \| "text" \| "bytes"], …]}` |
//! | 3 row of that table | for each column 0, or 1 ‖ number (8), or 2 ‖ length (4) ‖ text, or 3 ‖ length (4) ‖ bytes |
//! | 4 file | length of the name (1) ‖ name ‖ bytes |
//! | 5 end | number of records before it (8); nothing follows |

use crate::Error;
use crate::store::copy::{Kind, Value};
use crypto::wire::Bytes;
use serde::{Deserialize, Serialize};
use std::io::{ErrorKind, Read, Write};
use zeroize::Zeroizing;

const MAGIC: &[u8; 16] = b"micromoed backup";
const VERSION: u8 = 1;
/// Longer records were not written by us: what an epoch sealed to many auditors stays far below.
const LONGEST: u32 = 256 << 20;

const ABOUT: u8 = 1;
const TABLE: u8 = 2;
const ROW: u8 = 3;
const FILE: u8 = 4;
const END: u8 = 5;

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contents {
    /// The database, and the server's own keys that stay.
    Data,
    /// The release key ring and the secrets that are destroyed in time.
    Keys,
}

impl Contents {
    const fn code(self) -> u8 {
        match self {
            Self::Data => 1,
            Self::Keys => 2,
        }
    }
}

/// What a backup says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// Random, the same in both files of one backup.
    pub backup: Bytes,
    /// The key of the access log: it names the installation.
    pub log: String,
    /// The day it was made, counted from 1970-01-01.
    pub day: u32,
    /// The epoch of the access log that was open.
    pub epoch: Option<u32>,
    /// The steps of the schema that the tables have.
    pub schema: Vec<String>,
}

/// One part of a backup.
#[derive(Debug, PartialEq, Eq)]
pub enum Part {
    /// The rows that follow are of this table.
    Table(Layout),
    /// A row.
    Row(Vec<Value>),
    /// A file: its name, and what is in it.
    File(String, Zeroizing<Vec<u8>>),
}

/// A table and its columns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layout {
    /// The table's name.
    pub table: String,
    /// Names and kinds, in the order of the values of a row.
    #[serde(with = "kinds")]
    pub columns: Vec<(String, Kind)>,
}

/// Writes one.
pub struct Writer<W> {
    to: W,
    records: u64,
}

impl<W: Write> Writer<W> {
    /// Begins with what it says of itself.
    ///
    /// # Errors
    /// [`Error::Io`].
    pub fn begin(mut to: W, contents: Contents, about: &About) -> Result<Self, Error> {
        to.write_all(MAGIC)?;
        to.write_all(&[VERSION, contents.code()])?;
        let mut writer = Self { to, records: 0 };
        writer.record(ABOUT, &serde_json::to_vec(about).unwrap_or_default())?;
        Ok(writer)
    }

    /// The rows that follow are of this table.
    ///
    /// # Errors
    /// [`Error::Io`].
    pub fn table(&mut self, layout: &Layout) -> Result<(), Error> {
        self.record(TABLE, &serde_json::to_vec(layout).unwrap_or_default())
    }

    /// A row.
    ///
    /// # Errors
    /// [`Error::Io`].
    pub fn row(&mut self, values: &[Value]) -> Result<(), Error> {
        let mut bytes = Vec::new();
        for value in values {
            match value {
                Value::Null => bytes.push(0),
                Value::Number(number) => {
                    bytes.push(1);
                    bytes.extend(number.to_be_bytes());
                }
                Value::Text(text) => put_prefixed(&mut bytes, 2, text.as_bytes())?,
                Value::Bytes(data) => put_prefixed(&mut bytes, 3, data)?,
            }
        }
        self.record(ROW, &bytes)
    }

    /// A file.
    ///
    /// # Errors
    /// [`Error::Io`].
    pub fn file(&mut self, name: &str, contents: &[u8]) -> Result<(), Error> {
        let length = u8::try_from(name.len()).map_err(|_| too_long())?;
        let bytes = Zeroizing::new([&[length], name.as_bytes(), contents].concat());
        self.record(FILE, &bytes)
    }

    /// Ends it; answers where it was written, and how many records it has.
    ///
    /// # Errors
    /// [`Error::Io`].
    pub fn finish(mut self) -> Result<(W, u64), Error> {
        let records = self.records;
        self.record(END, &records.to_be_bytes())?;
        Ok((self.to, records))
    }

    fn record(&mut self, kind: u8, bytes: &[u8]) -> Result<(), Error> {
        let length = u32::try_from(bytes.len()).ok().filter(|length| *length <= LONGEST).ok_or_else(too_long)?;
        self.to.write_all(&[kind])?;
        self.to.write_all(&length.to_be_bytes())?;
        self.to.write_all(bytes)?;
        self.records = self.records.saturating_add(1);
        Ok(())
    }
}

fn put_prefixed(to: &mut Vec<u8>, kind: u8, bytes: &[u8]) -> Result<(), Error> {
    to.push(kind);
    to.extend(u32::try_from(bytes.len()).map_err(|_| too_long())?.to_be_bytes());
    to.extend(bytes);
    Ok(())
}

fn too_long() -> Error {
    Error::Refused("something in the database is too long for a backup".into())
}

/// Reads one.
pub struct Reader<R> {
    from: R,
    records: u64,
    width: usize,
    over: bool,
}

impl<R: Read> Reader<R> {
    /// Begins with what it says of itself.
    ///
    /// # Errors
    /// [`Error::Refused`] for anything but a backup with these contents that this program can read.
    pub fn begin(mut from: R, contents: Contents) -> Result<(Self, About), Error> {
        let mut head = [0; 18];
        from.read_exact(&mut head).map_err(damaged)?;
        match head.split_first_chunk() {
            Some((MAGIC, [VERSION, code])) if *code == contents.code() => {}
            Some((MAGIC, [VERSION, _])) => {
                return Err(Error::Refused(match contents {
                    Contents::Data => {
                        "this file holds keys: name the one with the data first, this one with --keys".into()
                    }
                    Contents::Keys => "the file named with --keys holds data: name it first".into(),
                }));
            }
            Some((MAGIC, _)) => {
                return Err(Error::Refused("this backup was made by a newer program: take that".into()));
            }
            _ => return Err(Error::Refused("the file opens, but what is in it is no backup of this program".into())),
        }
        let mut reader = Self { from, records: 0, width: 0, over: false };
        match reader.record()? {
            (ABOUT, bytes) => Ok((reader, serde_json::from_slice(&bytes).map_err(|_| malformed())?)),
            _ => Err(malformed()),
        }
    }

    /// The next part; nothing after the last one, if it is all there.
    ///
    /// # Errors
    /// [`Error::Refused`] when it is damaged or cut short.
    pub fn read_part(&mut self) -> Result<Option<Part>, Error> {
        if self.over {
            return Ok(None);
        }
        let before = self.records;
        Ok(Some(match self.record()? {
            (TABLE, bytes) => {
                let layout: Layout = serde_json::from_slice(&bytes).map_err(|_| malformed())?;
                self.width = layout.columns.len();
                Part::Table(layout)
            }
            (ROW, bytes) => Part::Row(read_row(&bytes, self.width).ok_or_else(malformed)?),
            (FILE, bytes) => read_file(&bytes).ok_or_else(malformed)?,
            (END, bytes) if bytes.as_slice() == before.to_be_bytes() => {
                // Only behind the very last byte is it known that none is missing.
                if self.from.read(&mut [0]).map_err(damaged)? > 0 {
                    return Err(malformed());
                }
                self.over = true;
                return Ok(None);
            }
            _ => return Err(malformed()),
        }))
    }

    /// Records so far.
    #[must_use]
    pub const fn records(&self) -> u64 {
        self.records
    }

    fn record(&mut self) -> Result<(u8, Zeroizing<Vec<u8>>), Error> {
        let (mut kind, mut length) = ([0; 1], [0; 4]);
        self.from.read_exact(&mut kind).map_err(damaged)?;
        self.from.read_exact(&mut length).map_err(damaged)?;
        let length = u32::from_be_bytes(length);
        if length > LONGEST {
            return Err(malformed());
        }
        let mut bytes = Zeroizing::new(Vec::new());
        let read = self.from.by_ref().take(length.into()).read_to_end(&mut bytes).map_err(damaged)?;
        if u32::try_from(read) != Ok(length) {
            return Err(malformed());
        }
        let [kind] = kind;
        if kind != END {
            self.records = self.records.saturating_add(1);
        }
        Ok((kind, bytes))
    }
}

fn read_row(mut bytes: &[u8], width: usize) -> Option<Vec<Value>> {
    let mut values = Vec::with_capacity(width);
    while values.len() < width {
        let (kind, rest) = bytes.split_first()?;
        let (value, rest) = match kind {
            0 => (Value::Null, rest),
            1 => {
                let (number, rest) = rest.split_first_chunk()?;
                (Value::Number(i64::from_be_bytes(*number)), rest)
            }
            2 | 3 => {
                let (length, rest) = rest.split_first_chunk()?;
                let (data, rest) = rest.split_at_checked(usize::try_from(u32::from_be_bytes(*length)).ok()?)?;
                let text = *kind == 2;
                let value =
                    if text { Value::Text(str::from_utf8(data).ok()?.into()) } else { Value::Bytes(data.into()) };
                (value, rest)
            }
            _ => return None,
        };
        values.push(value);
        bytes = rest;
    }
    (bytes.is_empty() && width > 0).then_some(values)
}

fn read_file(bytes: &[u8]) -> Option<Part> {
    let (length, rest) = bytes.split_first()?;
    let (name, contents) = rest.split_at_checked(usize::from(*length))?;
    Some(Part::File(str::from_utf8(name).ok()?.into(), Zeroizing::new(contents.into())))
}

fn malformed() -> Error {
    Error::Refused("the backup is damaged or cut short: nothing of it was taken".into())
}

fn damaged(error: std::io::Error) -> Error {
    match error.kind() {
        ErrorKind::InvalidData | ErrorKind::UnexpectedEof => malformed(),
        _ => error.into(),
    }
}

mod kinds {
    use crate::store::copy::Kind;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    const NAMES: [(Kind, &str); 3] = [(Kind::Number, "number"), (Kind::Text, "text"), (Kind::Bytes, "bytes")];

    pub(super) fn serialize<S: Serializer>(columns: &[(String, Kind)], serializer: S) -> Result<S::Ok, S::Error> {
        let name = |kind: &Kind| NAMES.iter().find(|(known, _)| known == kind).map_or("", |(_, name)| name);
        columns.iter().map(|(column, kind)| (column, name(kind))).collect::<Vec<_>>().serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<(String, Kind)>, D::Error> {
        let columns = Vec::<(String, String)>::deserialize(deserializer)?.into_iter();
        let kind = |(column, name): (String, String)| {
            let known = NAMES.iter().find(|(_, known)| *known == name);
            known.map(|(kind, _)| (column, *kind)).ok_or_else(|| serde::de::Error::custom("an unknown kind of column"))
        };
        columns.map(kind).collect()
    }
}

#[cfg(test)]
mod tests;
