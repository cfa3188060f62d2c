//! Writing.

use alloc::vec::Vec;
use core::fmt::{self, Display};
use serde::ser::{
    Error, Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple, Serializer,
};

/// A document so far. Whether a comma is due shows in its last byte.
pub(super) struct Writer<'a>(pub(super) &'a mut Vec<u8>);

/// No document has this.
#[derive(Debug)]
pub(super) struct Unknown;

impl Display for Unknown {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

impl core::error::Error for Unknown {}

impl Error for Unknown {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

impl Writer<'_> {
    #[inline(never)]
    fn raw(&mut self, text: &str) {
        self.0.extend_from_slice(text.as_bytes());
    }

    /// Digits come last first.
    #[inline(never)]
    fn number(&mut self, mut number: u64) {
        let start = self.0.len();
        loop {
            self.0.extend(u8::try_from(number % 10).ok().map(|digit| b'0' | digit));
            number /= 10;
            if number == 0 {
                break;
            }
        }
        self.0.get_mut(start..).unwrap_or_default().reverse();
    }

    #[inline(never)]
    fn text(&mut self, text: &str) {
        self.0.push(b'"');
        for byte in text.bytes() {
            match byte {
                b'"' | b'\\' => self.0.extend_from_slice(&[b'\\', byte]),
                b'\n' => self.raw("\\n"),
                ..b' ' => {
                    self.raw("\\u00");
                    let digit = |number: u8| if number < 10 { b'0' | number } else { b'a' - 10 + number };
                    self.0.extend_from_slice(&[digit(byte >> 4), digit(byte & 15)]);
                }
                byte => self.0.push(byte),
            }
        }
        self.0.push(b'"');
    }

    #[inline(never)]
    fn comma(&mut self) {
        if !matches!(self.0.last(), Some(b'[' | b'{')) {
            self.0.push(b',');
        }
    }

    #[inline(never)]
    fn name(&mut self, name: &str) {
        self.comma();
        self.text(name);
        self.0.push(b':');
    }
}

impl Serializer for &mut Writer<'_> {
    type Ok = ();
    type Error = Unknown;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Impossible<(), Unknown>;
    type SerializeTupleVariant = Impossible<(), Unknown>;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Impossible<(), Unknown>;

    fn serialize_bool(self, value: bool) -> Result<(), Unknown> {
        self.raw(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_i8(self, _: i8) -> Result<(), Unknown> {
        Err(Unknown)
    }

    fn serialize_i16(self, _: i16) -> Result<(), Unknown> {
        Err(Unknown)
    }

    fn serialize_i32(self, _: i32) -> Result<(), Unknown> {
        Err(Unknown)
    }

    fn serialize_i64(self, _: i64) -> Result<(), Unknown> {
        Err(Unknown)
    }

    fn serialize_u8(self, number: u8) -> Result<(), Unknown> {
        self.serialize_u64(number.into())
    }

    fn serialize_u16(self, number: u16) -> Result<(), Unknown> {
        self.serialize_u64(number.into())
    }

    fn serialize_u32(self, number: u32) -> Result<(), Unknown> {
        self.serialize_u64(number.into())
    }

    fn serialize_u64(self, number: u64) -> Result<(), Unknown> {
        self.number(number);
        Ok(())
    }

    fn serialize_f32(self, _: f32) -> Result<(), Unknown> {
        Err(Unknown)
    }

    fn serialize_f64(self, _: f64) -> Result<(), Unknown> {
        Err(Unknown)
    }

    fn serialize_char(self, letter: char) -> Result<(), Unknown> {
        self.serialize_str(letter.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, text: &str) -> Result<(), Unknown> {
        self.text(text);
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Unknown> {
        Err(Unknown)
    }

    fn serialize_none(self) -> Result<(), Unknown> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unknown> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Unknown> {
        self.raw("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Unknown> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Unknown> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Unknown> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Unknown> {
        Err(Unknown)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self, Unknown> {
        self.raw("[");
        Ok(self)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self, Unknown> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Impossible<(), Unknown>, Unknown> {
        Err(Unknown)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Impossible<(), Unknown>, Unknown> {
        Err(Unknown)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self, Unknown> {
        self.raw("{");
        Ok(self)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Unknown> {
        self.serialize_map(None)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Impossible<(), Unknown>, Unknown> {
        Err(Unknown)
    }

    fn collect_str<T: Display + ?Sized>(self, _: &T) -> Result<(), Unknown> {
        Err(Unknown)
    }
}

impl SerializeSeq for &mut Writer<'_> {
    type Ok = ();
    type Error = Unknown;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unknown> {
        self.comma();
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Unknown> {
        self.raw("]");
        Ok(())
    }
}

impl SerializeTuple for &mut Writer<'_> {
    type Ok = ();
    type Error = Unknown;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unknown> {
        SerializeSeq::serialize_element(self, value)
    }

    fn end(self) -> Result<(), Unknown> {
        SerializeSeq::end(self)
    }
}

impl SerializeMap for &mut Writer<'_> {
    type Ok = ();
    type Error = Unknown;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Unknown> {
        self.comma();
        key.serialize(&mut **self)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unknown> {
        self.raw(":");
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Unknown> {
        self.raw("}");
        Ok(())
    }
}

impl SerializeStruct for &mut Writer<'_> {
    type Ok = ();
    type Error = Unknown;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Unknown> {
        self.name(name);
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Unknown> {
        SerializeMap::end(self)
    }
}
