//! Arguments: fields one after the other, a length of four bytes (little endian) before each.

use crate::failure::Failure;

/// What is left of the arguments.
pub(crate) struct Fields<'a>(&'a [u8]);

impl<'a> Fields<'a> {
    pub(crate) const fn of(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    pub(crate) fn bytes(&mut self) -> Result<&'a [u8], Failure> {
        let (length, rest) = self.0.split_first_chunk().ok_or(Failure::FAULT)?;
        let length = usize::try_from(u32::from_le_bytes(*length)).map_err(|_| Failure::FAULT)?;
        let (field, rest) = rest.split_at_checked(length).ok_or(Failure::FAULT)?;
        self.0 = rest;
        Ok(field)
    }

    pub(crate) fn array<const N: usize>(&mut self) -> Result<[u8; N], Failure> {
        self.bytes()?.try_into().map_err(|_| Failure::FAULT)
    }

    pub(crate) fn text(&mut self) -> Result<String, Failure> {
        core::str::from_utf8(self.bytes()?).map(str::to_owned).map_err(|_| Failure::FAULT)
    }

    pub(crate) fn number<T: TryFrom<u64>>(&mut self) -> Result<T, Failure> {
        T::try_from(u64::from_le_bytes(self.array()?)).map_err(|_| Failure::FAULT)
    }

    #[cfg(any(feature = "report", feature = "office"))]
    pub(crate) fn flag(&mut self) -> Result<bool, Failure> {
        self.number::<u8>().map(|number| number != 0)
    }

    /// All the fields that are left.
    #[cfg(any(feature = "report", feature = "files", feature = "desk"))]
    pub(crate) fn rest<T>(&mut self, read: impl Fn(&mut Self) -> Result<T, Failure>) -> Result<Vec<T>, Failure> {
        let mut rest = Vec::new();
        while !self.0.is_empty() {
            rest.push(read(self)?);
        }
        Ok(rest)
    }
}

/// Adds a field.
pub(crate) fn push(out: &mut Vec<u8>, field: &[u8]) {
    out.extend_from_slice(&u32::try_from(field.len()).unwrap_or_default().to_le_bytes());
    out.extend_from_slice(field);
}
