#![doc = include_str!("strip/README.md")]

mod crc;
mod exif;
mod found;
mod gif;
mod heic;
mod jpeg;
mod office;
mod pdf;
mod png;
mod webp;

use crate::closed::closed_list;
use alloc::vec::Vec;
use found::{Found, holds};
use zeroize::Zeroizing;

closed_list! {
    /// What a file is, by its bytes and not by its name.
    Kind {
        Jpeg = 1 "jpeg",
        Png = 2 "png",
        Webp = 3 "webp",
        Gif = 4 "gif",
        /// Pictures of the HEIF family, as telephones make them.
        Heic = 5 "heic",
        Pdf = 6 "pdf",
        /// Documents, sheets and slides: Office Open XML, OpenDocument, and the older ones.
        Office = 7 "office",
        Other = 8 "other",
    }
}

closed_list! {
    /// What was found and taken out, for the list that a person is shown.
    Gone {
        Place = 1 "place",
        /// Camera, telephone, lens, serial numbers, programs.
        Device = 2 "device",
        Date = 3 "date",
        Author = 4 "author",
        Thumbnail = 5 "thumbnail",
        /// Titles, captions, keywords.
        Comment = 6 "comment",
        /// A colour profile: colours may look a little different without it.
        Colours = 7 "colours",
        /// What was hung behind the file's end: a second picture, a short film.
        Appended = 8 "appended",
        Other = 9 "other",
    }
}

closed_list! {
    /// What can be said of the result.
    Assurance {
        /// Only what draws the picture was kept.
        Removed = 1 "removed",
        /// What is known to stand there was overwritten; more may be left.
        BestEffort = 2 "best_effort",
        /// Nothing was done: every byte is as it was.
        Untouched = 3 "untouched",
    }
}

/// A file after its treatment.
pub struct Stripped {
    /// To be sent in place of the file.
    pub bytes: Zeroizing<Vec<u8>>,
    /// What it is.
    pub kind: Kind,
    /// What was taken out, each once, in the order of the list.
    pub gone: Vec<Gone>,
    /// What can be said of it.
    pub assurance: Assurance,
}

impl Kind {
    /// Recognises a file by its first bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        match bytes {
            [0xFF, 0xD8, 0xFF, ..] => Self::Jpeg,
            [0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Self::Png,
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Self::Webp,
            [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Self::Gif,
            [_, _, _, _, b'f', b't', b'y', b'p', ..] if heic::is_one(bytes) => Self::Heic,
            // Readers look for it in the first kilobyte.
            _ if holds(bytes.get(..1_024).unwrap_or(bytes), b"%PDF-") => Self::Pdf,
            [b'P', b'K', 3, 4, ..] if office::is_one(bytes) => Self::Office,
            // The compound file of former versions.
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => Self::Office,
            _ => Self::Other,
        }
    }

    /// The ending of a neutral name and the media type, where the bytes tell.
    #[must_use]
    pub const fn ending(self) -> Option<&'static str> {
        match self {
            Self::Jpeg => Some("jpg"),
            Self::Png => Some("png"),
            Self::Webp => Some("webp"),
            Self::Gif => Some("gif"),
            Self::Heic => Some("heic"),
            Self::Pdf => Some("pdf"),
            Self::Office | Self::Other => None,
        }
    }
}

/// Takes out of a file what says who made it, where, when and with what. The picture itself keeps every byte. A file that
/// is not in the form it claims to be comes back as it was, and the assurance says so.
#[must_use]
pub fn strip(bytes: &[u8]) -> Stripped {
    let kind = Kind::of(bytes);
    match kind.strip(bytes).filter(|(kept, _)| kind.rests(kept)) {
        Some((kept, gone)) => Stripped { bytes: kept, kind, gone, assurance: kind.promises() },
        None => {
            let bytes = Zeroizing::new(bytes.to_vec());
            Stripped { bytes, kind, gone: Vec::new(), assurance: Assurance::Untouched }
        }
    }
}

impl Kind {
    /// What is left of a file, and what is gone; none where it is not in form.
    fn strip(self, bytes: &[u8]) -> Option<(Zeroizing<Vec<u8>>, Vec<Gone>)> {
        let mut found = Found::default();
        let kept = match self {
            Self::Jpeg => jpeg::strip(bytes, &mut found),
            Self::Png => png::strip(bytes, &mut found),
            Self::Webp => webp::strip(bytes, &mut found),
            Self::Gif => gif::strip(bytes, &mut found),
            Self::Heic => heic::strip(bytes, &mut found),
            Self::Pdf => pdf::strip(bytes, &mut found),
            Self::Office => office::strip(bytes, &mut found),
            Self::Other => return None,
        };
        Some((Zeroizing::new(kept.ok()?), found.list()))
    }

    /// Reads what is left once more: it is the same kind of file, in form, and nothing else has to go.
    fn rests(self, kept: &[u8]) -> bool {
        Self::of(kept) == self && self.strip(kept).is_some_and(|(again, gone)| *again == *kept && gone.is_empty())
    }

    const fn promises(self) -> Assurance {
        match self {
            Self::Jpeg | Self::Png | Self::Webp | Self::Gif => Assurance::Removed,
            Self::Heic | Self::Pdf | Self::Office => Assurance::BestEffort,
            Self::Other => Assurance::Untouched,
        }
    }
}

#[cfg(test)]
mod tests;
