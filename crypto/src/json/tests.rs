//! Against a general library: what both know, both read and write alike.

use super::*;
use alloc::string::ToString;
use proptest::prelude::*;
use serde_json::json;

fn plain(value: &Value<'_>) -> serde_json::Value {
    match value {
        Value::Null => serde_json::Value::Null,
        Value::Bool(value) => (*value).into(),
        Value::Number(number) => (*number).into(),
        Value::Text(text) => text.as_ref().into(),
        Value::List(items) => items.iter().map(plain).collect(),
        Value::Object(members) => {
            serde_json::Value::Object(members.iter().map(|(name, value)| (name.to_string(), plain(value))).collect())
        }
    }
}

fn any_json() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<u64>().prop_map(Into::into),
        any::<String>().prop_map(Into::into),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Into::into),
            prop::collection::btree_map(any::<String>(), inner, 0..6)
                .prop_map(|members| serde_json::Value::Object(members.into_iter().collect())),
        ]
    })
}

#[derive(Serialize)]
struct Sample<'a> {
    text: &'a str,
    numbers: &'a [u64],
    small: [u16; 3],
    yes: bool,
    nothing: Option<u8>,
    something: Option<u32>,
    list: Vec<Inner>,
    #[serde(flatten)]
    inner: Inner,
}

#[derive(Clone, Serialize)]
struct Inner {
    letter: char,
    #[serde(skip_serializing_if = "Option::is_none")]
    left_out: Option<u8>,
}

proptest! {
    #[test]
    fn what_a_library_writes_is_read_as_it_reads_it(json in any_json(), pretty: bool) {
        let bytes = if pretty { serde_json::to_vec_pretty(&json) } else { serde_json::to_vec(&json) }.unwrap();
        let expected: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        prop_assert_eq!(plain(&Value::parse(&bytes).unwrap()), expected);
    }

    #[test]
    fn what_is_written_is_read_by_a_library(text: String, numbers: Vec<u64>, yes: bool, count in 0_usize..4) {
        let inner = Inner { letter: 'é', left_out: None };
        let list = alloc::vec![inner.clone(); count];
        let sample =
            Sample { text: &text, numbers: &numbers, small: [0, 10, 65_535], yes, nothing: None, something: Some(7), list, inner };
        let read: serde_json::Value = serde_json::from_slice(&write(&sample).unwrap()).unwrap();
        prop_assert_eq!(read, serde_json::to_value(&sample).unwrap());
    }

    #[test]
    fn a_changed_byte_is_never_a_panic_and_never_another_text(text: String, place: prop::sample::Index, byte: u8) {
        let mut bytes = serde_json::to_vec(&json!({"a": [text, 7, null, {"b": true}]})).unwrap();
        let place = place.index(bytes.len());
        bytes[place] = byte;
        if let (Some(value), Ok(expected)) = (Value::parse(&bytes), serde_json::from_slice::<serde_json::Value>(&bytes)) {
            prop_assert_eq!(plain(&value), expected);
        }
    }
}

#[test]
fn escapes_are_those_of_the_standard() {
    for text in [r#""\"\\\/\b\f\n\r\t""#, r#""\u00e9\uD83D\ude00 \u0000""#, "\"\u{7f}é😀\""] {
        let expected: String = serde_json::from_str(text).unwrap();
        assert_eq!(read::<String>(text.as_bytes()).unwrap(), expected);
    }
    for text in
        [r#""\x""#, r#""\ud83d""#, r#""\ud83dA""#, r#""\ud83d\u0041""#, r#""\udc00""#, r#""\u00g0""#, "\"\n\"", "\"a"]
    {
        assert!(serde_json::from_str::<String>(text).is_err() && read::<String>(text.as_bytes()).is_err(), "{text}");
    }
    assert!(read::<String>(b"\"\xff\"").is_err());
}

#[test]
fn what_is_no_document_is_refused() {
    let deep = [&"[".repeat(17), "]".repeat(17).as_str()].concat();
    for text in [
        "",
        " ",
        "{",
        "[1",
        "[1,]",
        "[1 2]",
        "[,1]",
        "{\"a\"}",
        "{\"a\":}",
        "{a:1}",
        "tru",
        "nul",
        "1 1",
        "]",
        "00",
        "05",
        "2+",
        "1ee8",
        "-1",
        "1.5",
        "18446744073709551616",
        &deep,
    ] {
        assert_eq!(Value::parse(text.as_bytes()), None, "{text}");
    }
    for text in ["1.0", "1e3", "\"1\"", "null"] {
        assert!(read::<u64>(text.as_bytes()).is_err(), "{text}");
    }
    assert_eq!(read::<u64>(b" 18446744073709551615 "), Ok(u64::MAX));
    assert!(read::<u8>(b"256").is_err() && read::<bool>(b"1").is_err() && read::<Vec<u8>>(b"[1,-1]").is_err());
    assert_eq!(read::<Option<Vec<u8>>>(b"null"), Ok(None));
    assert_eq!(write(&1.5), Err(Error::Malformed));
}

#[test]
fn an_unknown_member_is_passed_over_and_a_known_one_stands_once() {
    use crate::wire::{Batches, Counter, ProblemDocument};
    let thread = "0a".repeat(32);
    let counter =
        |more: &str| read::<Counter>(alloc::format!(r#"{{"thread":"{thread}","counter":7{more}}}"#).as_bytes());
    assert_eq!(counter("").unwrap().counter, 7);
    assert_eq!(counter(r#","new":[{"counter":15}],"new":{}"#).unwrap().counter, 7);
    assert!(counter(r#","counter":7"#).is_err());
    assert!(read::<Counter>(b"{\"counter\":7}").is_err() && read::<Counter>(b"[]").is_err());
    let text = r#"{"batches":[{"number":1,"day":2,"headers":["AQI"]}],"more":false}"#;
    let batches: Batches = read(text.as_bytes()).unwrap();
    assert_eq!(batches.batches[0].headers[0].0, [1, 2]);
    assert_eq!(write(&batches).unwrap(), text.as_bytes());
    let problem: ProblemDocument = read(br#"{"type":"/problems/stale","title":"","status":409}"#).unwrap();
    assert_eq!((problem.r#type.as_str(), problem.detail), ("/problems/stale", None));
}
