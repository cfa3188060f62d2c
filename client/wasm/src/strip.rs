//! Taking out of a file what tells who made it.

use crate::failure::Failure;
use crate::fields::Fields;
use crate::sitting::{Journey, at_once, with_bytes};

pub(crate) fn strip(fields: &mut Fields<'_>) -> Result<Journey, Failure> {
    let ending = fields.text()?;
    let (file, view) = client::strip::strip(fields.bytes()?, &ending);
    Ok(at_once(with_bytes(&view, file.bytes)))
}

/// Strips a sample: a picture of one dot, with a comment.
pub(crate) fn works() -> bool {
    const HEAD: &[u8] = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff";
    const COMMENT: &[u8] = b"!\xfe\x04Mine\0";
    const DOT: &[u8] = b",\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;";
    let (file, view) = client::strip::strip(&[HEAD, COMMENT, DOT].concat(), "");
    *file.bytes == [HEAD, DOT].concat() && view.gone == ["comment"] && view.assurance == "removed"
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_native_program_strips_the_sample() {
        assert!(super::works());
    }
}
