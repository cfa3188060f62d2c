use super::*;
use proptest::prelude::*;

fn about() -> About {
    About { backup: Bytes(vec![7; 16]), log: "log+1".into(), day: 20_000, epoch: Some(3), schema: vec!["1".into()] }
}

fn layout() -> Layout {
    let columns = [("id", Kind::Bytes), ("name", Kind::Text), ("number", Kind::Number), ("more", Kind::Bytes)];
    Layout { table: "thing".into(), columns: columns.map(|(name, kind)| (name.to_owned(), kind)).to_vec() }
}

fn written(rows: &[Vec<Value>], contents: &[u8]) -> (Vec<u8>, u64) {
    let mut writer = Writer::begin(Vec::new(), Contents::Data, &about()).unwrap();
    writer.table(&layout()).unwrap();
    for row in rows {
        writer.row(row).unwrap();
    }
    writer.file("log.secret", contents).unwrap();
    writer.finish().unwrap()
}

/// All of it, or why not.
fn read(bytes: &[u8], contents: Contents) -> Result<(About, Vec<Part>), Error> {
    let (mut reader, about) = Reader::begin(bytes, contents)?;
    let mut parts = Vec::new();
    while let Some(part) = reader.read_part()? {
        parts.push(part);
    }
    Ok((about, parts))
}

fn rows() -> impl Strategy<Value = Vec<Vec<Value>>> {
    let more = prop_oneof![Just(Value::Null), prop::collection::vec(any::<u8>(), 0..40).prop_map(Value::Bytes)];
    let row = (prop::collection::vec(any::<u8>(), 0..40), ".{0,20}", any::<i64>(), more)
        .prop_map(|(id, name, number, more)| vec![Value::Bytes(id), Value::Text(name), Value::Number(number), more]);
    prop::collection::vec(row, 0..6)
}

proptest! {
    #[test]
    fn what_is_written_is_read(rows in rows(), contents in prop::collection::vec(any::<u8>(), 0..80)) {
        let (bytes, records) = written(&rows, &contents);
        let (mut reader, told) = Reader::begin(bytes.as_slice(), Contents::Data).unwrap();
        prop_assert_eq!(told, about());
        prop_assert_eq!(reader.read_part().unwrap(), Some(Part::Table(layout())));
        for row in &rows {
            prop_assert_eq!(reader.read_part().unwrap(), Some(Part::Row(row.clone())));
        }
        prop_assert_eq!(reader.read_part().unwrap(), Some(Part::File("log.secret".into(), Zeroizing::new(contents))));
        prop_assert_eq!(reader.read_part().unwrap(), None);
        prop_assert_eq!(reader.read_part().unwrap(), None);
        prop_assert_eq!(reader.records(), records);
    }

    #[test]
    fn whatever_is_cut_off_or_added_is_noticed(rows in rows(), place: prop::sample::Index) {
        let (bytes, _) = written(&rows, b"contents");
        let cut = place.index(bytes.len());
        prop_assert!(read(&bytes[..cut], Contents::Data).is_err());
        prop_assert!(read(&[bytes.as_slice(), &[0]].concat(), Contents::Data).is_err());
    }

    #[test]
    fn arbitrary_bytes_are_no_backup_and_never_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(read(&bytes, Contents::Data).is_err());
        let (begin, _) = written(&[], b"");
        prop_assert!(read(&[&begin[..18], bytes.as_slice()].concat(), Contents::Data).is_err());
        let _ = read(&[&begin[..begin.len() - 13], bytes.as_slice()].concat(), Contents::Data);
    }
}

#[test]
fn a_file_says_what_it_holds_and_for_which_program() {
    let (mut bytes, _) = written(&[], b"");
    let refused = |bytes: &[u8], contents| read(bytes, contents).unwrap_err().to_string();
    assert!(refused(&bytes, Contents::Keys).contains("holds data"));
    bytes[17] = 2;
    assert!(refused(&bytes, Contents::Data).contains("holds keys"));
    bytes[16] = 2;
    assert!(refused(&bytes, Contents::Data).contains("newer program"));
    bytes[0] = b'M';
    assert!(refused(&bytes, Contents::Data).contains("no backup of this program"));
}

#[test]
fn a_backup_without_a_row_too_many_says_so() {
    let row = vec![Value::Bytes(vec![1]), Value::Text("a".into()), Value::Number(1), Value::Null];
    let (with, _) = written(std::slice::from_ref(&row), b"");
    let mut writer = Writer::begin(Vec::new(), Contents::Data, &about()).unwrap();
    writer.table(&layout()).unwrap();
    let short = row[..3].to_vec();
    writer.row(&short).unwrap();
    assert!(read(&writer.finish().unwrap().0, Contents::Data).is_err(), "a row of three values for four columns");
    // The count at the end is that of another number of rows.
    let length = with.len();
    let mut changed = with;
    changed[length - 1] ^= 1;
    assert!(read(&changed, Contents::Data).is_err());
}
