//! Names of things on the wire: fixed-size bytes, typed so that none can stand for another.

use core::cmp::Ordering;
use core::fmt;

macro_rules! fixed_bytes {
    ($(#[$doc:meta])* $name:ident, $size:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash)]
        pub struct $name(pub [u8; $size]);

        impl $name {
            /// Length in bytes.
            pub const SIZE: usize = $size;

            /// Lower-case hexadecimal, for names in documents and paths.
            #[must_use]
            pub fn to_hex(&self) -> alloc::string::String {
                crate::codec::to_hex(&self.0)
            }

            /// Reads what [`Self::to_hex`] writes.
            ///
            /// # Errors
            /// [`crate::Error::Malformed`] when the text is not exactly that.
            pub fn from_hex(text: &str) -> Result<Self, crate::Error> {
                crate::codec::from_hex(text).map(Self)
            }
        }

        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                Some(self.cmp(other))
            }
        }

        impl Ord for $name {
            fn cmp(&self, other: &Self) -> Ordering {
                compare(&self.0, &other.0)
            }
        }

        impl AsRef<[u8]> for $name {
            fn as_ref(&self) -> &[u8] {
                &self.0
            }
        }

        impl TryFrom<&[u8]> for $name {
            type Error = crate::Error;

            fn try_from(bytes: &[u8]) -> Result<Self, crate::Error> {
                bytes.try_into().map(Self).map_err(|_| crate::Error::Malformed)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(formatter, "{}({})", stringify!($name), self.to_hex())
            }
        }
    };
}

/// Not in line: for arrays the comparison of each place weighs a kilobyte.
#[inline(never)]
fn compare(one: &[u8], other: &[u8]) -> Ordering {
    one.cmp(other)
}

fixed_bytes!(
    /// First 16 bytes of the SHA-256 of roster version 1: stands in every label.
    OrganisationId, 16
);
fixed_bytes!(
    /// A random name of a member of staff, never reused. All zero stands for the reporter.
    PersonId, 16
);
fixed_bytes!(
    /// Public half of a thread's mailbox key.
    ThreadId, 32
);
fixed_bytes!(
    /// First half of an entry of the access log: who holds the thread's ledger seed finds it again.
    Tag, 16
);
fixed_bytes!(
    /// A pseudonym of a thread for one year, for the auditor alone. All zero where an act concerns no thread.
    ObjectId, 16
);
fixed_bytes!(
    /// A SHA-256 over a labelled transcript.
    Digest, 32
);

impl Digest {
    /// Plain SHA-256, without a label: of what other people's tools compute as well (`sha256sum`).
    #[must_use]
    pub fn plain(bytes: &[u8]) -> Self {
        crate::primitives::sha256(bytes)
    }
}

impl OrganisationId {
    /// What stands in the labels of roster version 1, which has no identifier yet.
    pub const NONE: Self = Self([0; 16]);
}

impl PersonId {
    /// The reporter, who has no name.
    pub const REPORTER: Self = Self([0; 16]);
}

impl Tag {
    /// What is signed where an act concerns no thread.
    pub const NONE: Self = Self([0; 16]);
}

impl ObjectId {
    /// The act concerns no thread.
    pub const NONE: Self = Self([0; 16]);
}

impl Digest {
    /// What stands where there is nothing before.
    pub const NONE: Self = Self([0; 32]);
}

/// Days since 1970-01-01 in the installation's time zone. Nothing finer than a day is ever kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Day(pub u32);

impl Day {
    /// The day `days` later.
    #[must_use]
    pub const fn plus(self, days: u32) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// Days from `earlier` to this day, 0 when it is not earlier.
    #[must_use]
    pub const fn since(self, earlier: Self) -> u32 {
        self.0.saturating_sub(earlier.0)
    }
}
