//! The wire documents as JSON (RFC 8259), read and written in a hundredth of what a general library weighs in a
//! browser: no floating point, no map, no message about what is wrong.

mod value;
mod writer;

pub use value::Value;

use crate::error::Error;
use alloc::string::String;
use alloc::vec::Vec;
use serde::Serialize;

/// What can be read from a JSON value.
pub trait Read: Sized {
    /// Nothing for a value of another kind.
    fn read(value: &Value<'_>) -> Option<Self>;

    /// What stands for a member that is not there.
    #[must_use]
    fn absent() -> Option<Self> {
        None
    }
}

/// Reads a document. Members that it does not know are passed over; one that it knows must not stand twice.
///
/// # Errors
/// [`Error::Malformed`].
pub fn read<T: Read>(bytes: &[u8]) -> Result<T, Error> {
    Value::parse(bytes).as_ref().and_then(T::read).ok_or(Error::Malformed)
}

/// Writes a document.
///
/// # Errors
/// [`Error::Malformed`] for what no document has: numbers with a fraction or a sign, variants with a content.
pub fn write(document: &impl Serialize) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    document.serialize(&mut writer::Writer(&mut bytes)).map(|()| bytes).map_err(|_| Error::Malformed)
}

impl Read for String {
    fn read(value: &Value<'_>) -> Option<Self> {
        value.text().map(Self::from)
    }
}

impl Read for bool {
    fn read(value: &Value<'_>) -> Option<Self> {
        match value {
            Value::Bool(value) => Some(*value),
            _ => None,
        }
    }
}

macro_rules! number {
    ($($name:ident),*) => {
        $(
            impl Read for $name {
                fn read(value: &Value<'_>) -> Option<Self> {
                    value.number()?.try_into().ok()
                }
            }
        )*
    };
}

number!(u8, u16, u32, u64);

impl<T: Read> Read for Option<T> {
    fn read(value: &Value<'_>) -> Option<Self> {
        match value {
            Value::Null => Some(None),
            other => T::read(other).map(Some),
        }
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(value: &Value<'_>) -> Option<Self> {
        let Value::List(items) = value else { return None };
        let mut all = Self::new();
        for item in items {
            all.push(T::read(item)?);
        }
        Some(all)
    }
}

#[cfg(test)]
mod tests;
