//! EXIF, which is a TIFF without a picture: read only to say what was in it, and for how the picture is to be turned.

use super::{Found, Gone};

/// The beginning of EXIF where JPEG keeps it; some programs write it into WebP, too.
pub(super) const PREFIX: &[u8] = b"Exif\0\0";

const ORIENTATION: u16 = 0x0112;
const EXIF: u16 = 0x8769;
const GPS: u16 = 0x8825;

/// Names what stands in EXIF that is going, and gives what has to stay of it: nothing but the orientation, where the
/// picture is to be turned.
pub(super) fn reduce(tiff: &[u8], found: &mut Found) -> Option<[u8; 26]> {
    let read = Tiff::of(tiff);
    let turned = read.as_ref().and_then(Tiff::orientation).map(only_orientation);
    if turned.is_none_or(|kept| kept != tiff) {
        let mut named = false;
        for gone in read.iter().flat_map(Tiff::contents) {
            found.add(gone);
            named = true;
        }
        if !named {
            found.add(Gone::Other);
        }
    }
    turned
}

/// A TIFF of one directory with one entry.
fn only_orientation(orientation: u8) -> [u8; 26] {
    let mut tiff = *b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x01\0\0\0\0\0\0";
    if let Some(place) = tiff.get_mut(19) {
        *place = orientation;
    }
    tiff
}

struct Tiff<'a> {
    bytes: &'a [u8],
    little: bool,
}

/// One entry of a directory.
struct Entry {
    tag: u16,
    /// Its value, where that is an address or a number of four bytes.
    value: u32,
    /// Its value as a number of two bytes.
    short: u16,
}

impl<'a> Tiff<'a> {
    fn of(bytes: &'a [u8]) -> Option<Self> {
        match bytes {
            [b'I', b'I', 42, 0, ..] => Some(Self { bytes, little: true }),
            [b'M', b'M', 0, 42, ..] => Some(Self { bytes, little: false }),
            _ => None,
        }
    }

    fn array<const N: usize>(&self, at: usize) -> Option<[u8; N]> {
        self.bytes.get(at..at.checked_add(N)?)?.try_into().ok()
    }

    fn u16(&self, at: usize) -> Option<u16> {
        self.array(at).map(if self.little { u16::from_le_bytes } else { u16::from_be_bytes })
    }

    fn u32(&self, at: usize) -> Option<u32> {
        self.array(at).map(if self.little { u32::from_le_bytes } else { u32::from_be_bytes })
    }

    fn address(&self, at: usize) -> Option<usize> {
        usize::try_from(self.u32(at)?).ok().filter(|address| *address > 0)
    }

    /// The entries of the directory at an address, as far as they are there.
    fn entries(&self, directory: Option<usize>) -> impl Iterator<Item = Entry> {
        let count = directory.and_then(|directory| self.u16(directory)).unwrap_or(0);
        (0..usize::from(count)).map_while(move |number| {
            let at = directory?.checked_add(2)?.checked_add(number.checked_mul(12)?)?;
            Some(Entry {
                tag: self.u16(at)?,
                value: self.u32(at.checked_add(8)?)?,
                short: self.u16(at.checked_add(8)?)?,
            })
        })
    }

    fn first(&self) -> Option<usize> {
        self.address(4)
    }

    /// The directory that an entry of the first one points at.
    fn below(&self, tag: u16) -> Option<usize> {
        self.entries(self.first()).find(|entry| entry.tag == tag).and_then(|entry| usize::try_from(entry.value).ok())
    }

    /// The directory after the first one: a small picture.
    fn second(&self) -> Option<usize> {
        let first = self.first()?;
        let count = usize::from(self.u16(first)?);
        self.address(first.checked_add(2)?.checked_add(count.checked_mul(12)?)?)
    }

    /// 2 to 8; 1 is how a picture stands anyway.
    fn orientation(&self) -> Option<u8> {
        let entry = self.entries(self.first()).find(|entry| entry.tag == ORIENTATION)?;
        u8::try_from(entry.short).ok().filter(|orientation| (2..=8).contains(orientation))
    }

    fn contents(&self) -> impl Iterator<Item = Gone> {
        let plain = self.entries(self.first()).chain(self.entries(self.below(EXIF)));
        let plain =
            plain.filter(|entry| ![ORIENTATION, EXIF, GPS].contains(&entry.tag)).map(|entry| meaning(entry.tag));
        let places = self.entries(self.below(GPS)).map(|entry| match entry.tag {
            0 => Gone::Other,
            7 | 29 => Gone::Date,
            _ => Gone::Place,
        });
        plain.chain(places).chain(self.second().map(|_| Gone::Thumbnail))
    }
}

fn meaning(tag: u16) -> Gone {
    match tag {
        0x000B | 0x010F | 0x0110 | 0x0131 | 0x013C | 0x927C | 0xA420 | 0xA431..=0xA435 | 0xC614 | 0xC62F => {
            Gone::Device
        }
        0x0132 | 0x882A | 0x9003 | 0x9004 | 0x9010..=0x9012 | 0x9290..=0x9292 => Gone::Date,
        0x013B | 0x8298 | 0x9C9D | 0xA430 => Gone::Author,
        0x010D | 0x010E | 0x9286 | 0x9C9B | 0x9C9C | 0x9C9E | 0x9C9F => Gone::Comment,
        0x8773 => Gone::Colours,
        _ => Gone::Other,
    }
}
