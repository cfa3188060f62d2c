//! Reading.

use super::Read;
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

/// No document is nested this deeply.
const MOST_DEPTH: u8 = 16;

/// A JSON value.
#[derive(Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number; no document has another.
    Number(u64),
    /// A text.
    Text(Cow<'a, str>),
    /// A list.
    List(Vec<Self>),
    /// Members in the order in which they are written.
    Object(Vec<(Cow<'a, str>, Self)>),
}

impl<'a> Value<'a> {
    pub(super) fn parse(bytes: &'a [u8]) -> Option<Self> {
        let mut parser = Parser(bytes);
        let value = parser.value(MOST_DEPTH)?;
        parser.skip_blanks();
        parser.0.is_empty().then_some(value)
    }

    /// A member of an object.
    #[must_use]
    pub fn member<T: Read>(&self, name: &str) -> Option<T> {
        self.find(name)?.map_or_else(T::absent, T::read)
    }

    /// Nothing in nothing for a value that is no object, or where the name stands twice.
    #[inline(never)]
    fn find(&self, name: &str) -> Option<Option<&Self>> {
        let Self::Object(members) = self else { return None };
        let mut found = None;
        for (_, value) in members.iter().filter(|(known, _)| known == name) {
            if found.replace(value).is_some() {
                return None;
            }
        }
        Some(found)
    }

    #[inline(never)]
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(super) const fn number(&self) -> Option<u64> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }
}

/// What is left.
struct Parser<'a>(&'a [u8]);

impl<'a> Parser<'a> {
    fn value(&mut self, depth: u8) -> Option<Value<'a>> {
        let depth = depth.checked_sub(1)?;
        self.skip_blanks();
        match self.0.first()? {
            b'{' => {
                let mut members = Vec::new();
                self.next();
                while self.goes_on(b'}', members.is_empty())? {
                    self.skip_blanks();
                    self.expect(b"\"")?;
                    let name = self.text()?;
                    self.skip_blanks();
                    self.expect(b":")?;
                    members.push((name, self.value(depth)?));
                }
                Some(Value::Object(members))
            }
            b'[' => {
                let mut items = Vec::new();
                self.next();
                while self.goes_on(b']', items.is_empty())? {
                    items.push(self.value(depth)?);
                }
                Some(Value::List(items))
            }
            b'"' => {
                self.next();
                self.text().map(Value::Text)
            }
            b't' => self.expect(b"true").map(|()| Value::Bool(true)),
            b'f' => self.expect(b"false").map(|()| Value::Bool(false)),
            b'n' => self.expect(b"null").map(|()| Value::Null),
            b'0'..=b'9' => self.number().map(Value::Number),
            _ => None,
        }
    }

    /// Digits, of which the first is a zero only where it is the only one.
    fn number(&mut self) -> Option<u64> {
        let digits = self.take_while(|byte| byte.is_ascii_digit());
        if matches!(digits, [b'0', _, ..]) {
            return None;
        }
        digits.iter().try_fold(0_u64, |number, digit| number.checked_mul(10)?.checked_add((digit - b'0').into()))
    }

    /// Whether there is a next item: the end is passed over, and so is the comma before any item but the first.
    fn goes_on(&mut self, end: u8, first: bool) -> Option<bool> {
        self.skip_blanks();
        if self.0.first() == Some(&end) {
            self.next();
            return Some(false);
        }
        if !first {
            self.expect(b",")?;
        }
        Some(true)
    }

    fn next(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn expect(&mut self, expected: &[u8]) -> Option<()> {
        self.0 = self.0.strip_prefix(expected)?;
        Some(())
    }

    fn take_while(&mut self, is: impl Fn(u8) -> bool) -> &'a [u8] {
        let length = self.0.iter().position(|byte| !is(*byte)).unwrap_or(self.0.len());
        let (taken, rest) = self.0.split_at_checked(length).unwrap_or((self.0, &[]));
        self.0 = rest;
        taken
    }

    fn skip_blanks(&mut self) {
        self.take_while(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t'));
    }

    /// The rest of a text whose first quotation mark is behind us.
    fn text(&mut self) -> Option<Cow<'a, str>> {
        let mut unescaped = Vec::new();
        loop {
            let plain = self.take_while(|byte| !matches!(byte, b'"' | b'\\' | ..b' '));
            match self.next()? {
                b'"' if unescaped.is_empty() => return core::str::from_utf8(plain).ok().map(Cow::Borrowed),
                b'"' => {
                    unescaped.extend_from_slice(plain);
                    return String::from_utf8(unescaped).ok().map(Cow::Owned);
                }
                b'\\' => {
                    unescaped.extend_from_slice(plain);
                    let letter = self.escape()?;
                    unescaped.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
                }
                _ => return None,
            }
        }
    }

    fn escape(&mut self) -> Option<char> {
        Some(match self.next()? {
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let mut code = self.unit()?;
                if code & 0xfc00 == 0xd800 {
                    self.expect(b"\\u")?;
                    let low = self.unit()? ^ 0xdc00;
                    if low > 0x3ff {
                        return None;
                    }
                    code = 0x1_0000 + ((code & 0x3ff) << 10 | low);
                }
                return char::from_u32(code);
            }
            same @ (b'"' | b'\\' | b'/') => same.into(),
            _ => return None,
        })
    }

    /// Four hexadecimal digits.
    fn unit(&mut self) -> Option<u32> {
        let mut unit = 0;
        for _ in 0..4 {
            unit = unit << 4 | char::from(self.next()?).to_digit(16)?;
        }
        Some(unit)
    }
}
