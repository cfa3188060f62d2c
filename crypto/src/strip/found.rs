//! What was found, and how texts of unknown form are sorted into the list: by the names that stand in them.

use super::Gone;
use alloc::vec::Vec;

/// What was taken out so far.
#[derive(Default)]
pub(super) struct Found(Vec<Gone>);

/// Names in XMP, whatever prefix they have there.
const NAMES: [(&[u8], Gone); 19] = [
    (b"GPS", Gone::Place),
    (b"Location", Gone::Place),
    (b"City", Gone::Place),
    (b"Country", Gone::Place),
    (b":Make", Gone::Device),
    (b":Model", Gone::Device),
    (b"CreatorTool", Gone::Device),
    (b"Producer", Gone::Device),
    (b"Software", Gone::Device),
    (b"Serial", Gone::Device),
    (b"Date", Gone::Date),
    (b":creator", Gone::Author),
    (b":Author", Gone::Author),
    (b":rights", Gone::Author),
    (b"Thumbnail", Gone::Thumbnail),
    (b":description", Gone::Comment),
    (b":title", Gone::Comment),
    (b":subject", Gone::Comment),
    (b"Comment", Gone::Comment),
];

impl Found {
    pub(super) fn add(&mut self, gone: Gone) {
        if !self.0.contains(&gone) {
            self.0.push(gone);
        }
    }

    /// XMP: what it speaks of.
    pub(super) fn xmp(&mut self, text: &[u8]) {
        let mut named = false;
        for (name, gone) in NAMES {
            if holds(text, name) {
                self.add(gone);
                named = true;
            }
        }
        if !named {
            self.add(Gone::Other);
        }
    }

    /// Photoshop's block: IPTC records (`1C 02` and a number), and a small picture.
    pub(super) fn photoshop(&mut self, block: &[u8]) {
        let mut named = false;
        for window in block.windows(3) {
            let [0x1C, 2, number] = *window else { continue };
            named = true;
            self.add(match number {
                26 | 27 | 90 | 92 | 95 | 100 | 101 => Gone::Place,
                65 | 70 => Gone::Device,
                55 | 60 | 62 | 63 => Gone::Date,
                80 | 85 | 110 | 115 | 116 | 122 => Gone::Author,
                5 | 25 | 40 | 105 | 120 => Gone::Comment,
                _ => Gone::Other,
            });
        }
        for name in [b"8BIM\x04\x09", b"8BIM\x04\x0C"] {
            if holds(block, name) {
                self.add(Gone::Thumbnail);
                named = true;
            }
        }
        if !named {
            self.add(Gone::Other);
        }
    }

    /// Each once, in the order of the list.
    pub(super) fn list(mut self) -> Vec<Gone> {
        self.0.sort_unstable();
        self.0
    }
}

/// Where `part` stands in `bytes`. Its first byte is looked for alone: a document is read a dozen times.
pub(super) fn place(bytes: &[u8], part: &[u8]) -> Option<usize> {
    let first = part.first()?;
    let mut at = 0_usize;
    loop {
        let rest = bytes.get(at..)?;
        at = at.saturating_add(rest.iter().position(|byte| byte == first)?);
        if bytes.get(at..)?.starts_with(part) {
            return Some(at);
        }
        at = at.saturating_add(1);
    }
}

/// Whether `part` stands in `bytes`.
pub(super) fn holds(bytes: &[u8], part: &[u8]) -> bool {
    place(bytes, part).is_some()
}
