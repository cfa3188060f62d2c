//! The words of a passphrase, while somebody types them. No server learns which: the whole list is here.

use crate::failure::Failure;
use crate::fields::Fields;
use crate::operation;
use crate::sitting::{Journey, at_once, document};
use crypto::words::{look_alikes, nearest_word, unknown_words};
use serde::Serialize;

#[derive(Serialize)]
struct Unknown {
    word: String,
    nearest: &'static str,
}

pub(crate) fn look(operation: u32, fields: &mut Fields<'_>) -> Result<Journey, Failure> {
    let typed = fields.text()?;
    if operation == operation::LOOK_ALIKES {
        return Ok(at_once(document(&look_alikes(&typed))));
    }
    let unknown = unknown_words(&typed).into_iter().map(|word| Unknown { nearest: nearest_word(&word), word });
    Ok(at_once(document(&unknown.collect::<Vec<_>>())))
}

/// Finds a sample word, and one that is typed wrong.
pub(crate) fn works() -> bool {
    unknown_words("Abacus abacos zoom") == ["abacos"] && nearest_word("abacos") == "abacus"
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_native_program_finds_the_sample() {
        assert!(super::works());
    }
}
