//! Every row of the database in a form that both databases read: what a backup holds, and what a restore puts back.
//!
//! Tables are read whole, each in the order of its key: for what reporters sent that is a random order, so a copy does
//! not say when anything came. Sessions and leases are left out: they belong to the process that runs.

use super::connection::Db;
use super::dialect;
use super::schema;
use crate::Error;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Binary, Nullable, Text};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Whole numbers of either size.
    Number,
    /// Text.
    Text,
    /// Bytes.
    Bytes,
}

/// A field of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing.
    Null,
    /// A number.
    Number(i64),
    /// Text.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
}

type Take<'t> = &'t mut dyn FnMut(Vec<Value>) -> Result<(), Error>;

/// A table of this program's schema.
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// Its columns.
    pub columns: &'static [(&'static str, Kind)],
    each: fn(&mut Db, Take<'_>) -> Result<(), Error>,
    count: fn(&mut Db) -> Result<i64, Error>,
}

impl Table {
    /// Hands over every row, one at a time.
    ///
    /// # Errors
    /// What the database says, or `take`.
    pub fn each(&self, db: &mut Db, mut take: impl FnMut(Vec<Value>) -> Result<(), Error>) -> Result<(), Error> {
        (self.each)(db, &mut take)
    }
}

/// A Rust type of a column.
trait Field {
    const KIND: Kind;
    fn value(self) -> Value;
}

impl Field for i32 {
    const KIND: Kind = Kind::Number;
    fn value(self) -> Value {
        Value::Number(self.into())
    }
}

impl Field for i64 {
    const KIND: Kind = Kind::Number;
    fn value(self) -> Value {
        Value::Number(self)
    }
}

impl Field for String {
    const KIND: Kind = Kind::Text;
    fn value(self) -> Value {
        Value::Text(self)
    }
}

impl Field for Vec<u8> {
    const KIND: Kind = Kind::Bytes;
    fn value(self) -> Value {
        Value::Bytes(self)
    }
}

impl<F: Field> Field for Option<F> {
    const KIND: Kind = F::KIND;
    fn value(self) -> Value {
        self.map_or(Value::Null, F::value)
    }
}

macro_rules! tables {
    ($($table:ident by ($($key:ident),+): $($column:ident $type:ty),+;)+) => {
        /// The tables, each after those it refers to.
        pub const TABLES: &[Table] = &[$(Table {
            name: stringify!($table),
            columns: &[$((stringify!($column), <$type as Field>::KIND)),+],
            each: |db, take| {
                let rows = schema::$table::table
                    .select(($(schema::$table::$column,)+))
                    .order(($(schema::$table::$key,)+));
                match db {
                    Db::Sqlite(sqlite) => {
                        for row in rows.load_iter::<($($type,)+), diesel::connection::DefaultLoadingMode>(sqlite)? {
                            let ($($column,)+) = row?;
                            take(vec![$($column.value()),+])?;
                        }
                    }
                    #[cfg(feature = "postgres")]
                    Db::Postgres(postgres) => {
                        for row in rows.load_iter::<($($type,)+), diesel::pg::PgRowByRowLoadingMode>(postgres)? {
                            let ($($column,)+) = row?;
                            take(vec![$($column.value()),+])?;
                        }
                    }
                }
                Ok(())
            },
            count: |db| Ok(schema::$table::table.count().get_result(db)?),
        }),+];
    };
}

tables! {
    installation by (name): name String, value Vec<u8>;
    organisation by (id): id Vec<u8>, slug String, identity Option<Vec<u8>>, name String, locale String, questions String;
    invitation by (hash): hash Vec<u8>, organisation Vec<u8>, role String, name Option<String>, until_day i32;
    person by (id): id Vec<u8>, organisation Vec<u8>, account String, name String, role String, state String,
        record Vec<u8>, login_key Vec<u8>, recovery_key Vec<u8>, batch_seen i64;
    vault by (person): person Vec<u8>, version i64, bytes Vec<u8>;
    roster by (organisation, number): organisation Vec<u8>, number i32, bytes Vec<u8>;
    roster_proposal by (organisation): organisation Vec<u8>, bytes Vec<u8>;
    roster_attestation by (organisation): organisation Vec<u8>, day i32, bytes Vec<u8>;
    batch by (organisation, number): organisation Vec<u8>, number i64, day i32, slots i32, roster i32;
    thread by (id): id Vec<u8>, organisation Vec<u8>, header Vec<u8>, batch i64, slot i32, day i32, clock_day i32,
        answered_day Option<i32>, ring_key i64, secrets Vec<u8>, staff_spoke_last i32;
    message by (thread, author, sequence): thread Vec<u8>, author Vec<u8>, sequence i64, day i32, bytes Vec<u8>;
    staged_thread by (id): id Vec<u8>, organisation Vec<u8>, tick i64, header Vec<u8>, ring_key i64, secrets Vec<u8>;
    staged_message by (thread, author, sequence): thread Vec<u8>, author Vec<u8>, sequence i64, tick i64,
        bytes Vec<u8>;
    staged_file by (thread, author, number): thread Vec<u8>, author Vec<u8>, number i32, organisation Vec<u8>, size i64,
        missing i32, tick i64;
    staged_part by (thread, author, number, part): thread Vec<u8>, author Vec<u8>, number i32, part i32, bytes Vec<u8>;
    file by (thread, author, number): thread Vec<u8>, author Vec<u8>, number i32, organisation Vec<u8>, size i64;
    file_part by (thread, author, number, part): thread Vec<u8>, author Vec<u8>, number i32, part i32, bytes Vec<u8>;
    shelved_part by (thread, author, number, part): thread Vec<u8>, author Vec<u8>, number i32, part i32,
        secret Vec<u8>, object Vec<u8>;
    discarded_object by (object): object Vec<u8>;
    enrolment by (thread, person): thread Vec<u8>, person Vec<u8>, key_row Option<Vec<u8>>;
    barred by (thread, person): thread Vec<u8>, person Vec<u8>;
    case_file by (thread): thread Vec<u8>, header Vec<u8>;
    case_record by (thread, kind, author, sequence): thread Vec<u8>, kind i32, author Vec<u8>, sequence i64,
        bytes Vec<u8>;
    tombstone by (hash): hash Vec<u8>, until_day i32;
    pending_entry by (id): id Vec<u8>, organisation Vec<u8>, ring_key i64, sealed Vec<u8>;
    ledger_entry by (position): position i64, epoch i32, entry Vec<u8>, body Vec<u8>;
    ledger_node by (level, position): level i32, position i64, hash Vec<u8>;
    ledger_head by (one): one i32, size i64, frontier Vec<u8>, note String, mode String, epoch i32;
    ledger_checkpoint by (size): size i64, epoch i32, note String;
    ledger_cosignature by (size, witness): size i64, witness String, line String;
    ledger_epoch by (number): number i32, day i32, state String, encapsulations Vec<u8>;
}

/// Tables that no copy holds.
#[cfg(test)]
const LEFT_OUT: [&str; 3] = ["__diesel_schema_migrations", "lease", "session"];

/// Whether no table holds a row.
///
/// # Errors
/// What the database says.
pub fn is_empty(db: &mut Db) -> Result<bool, Error> {
    for table in TABLES {
        if dialect::has_table(db, table.name)? && (table.count)(db)? > 0 {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Rows of one statement: far below the number of values that either database takes at once.
pub const MOST_ROWS: usize = 64;

/// Binds every value of every row in turn; a missing one by what its column holds.
macro_rules! bind_all {
    ($query:expr, $columns:expr, $rows:expr) => {{
        let mut query = $query;
        for (value, (_, kind)) in $rows.iter().flat_map(|row| row.iter().zip($columns)) {
            query = match (value, kind) {
                (Value::Number(number), _) => query.bind::<BigInt, _>(*number),
                (Value::Text(text), _) => query.bind::<Text, _>(text.clone()),
                (Value::Bytes(bytes), _) => query.bind::<Binary, _>(bytes.clone()),
                (Value::Null, Kind::Number) => query.bind::<Nullable<BigInt>, _>(None::<i64>),
                (Value::Null, Kind::Text) => query.bind::<Nullable<Text>, _>(None::<String>),
                (Value::Null, Kind::Bytes) => query.bind::<Nullable<Binary>, _>(None::<Vec<u8>>),
            };
        }
        query
    }};
}

/// Puts rows into a table, at most [`MOST_ROWS`] of them. Names come from a copy, perhaps one of an older schema: they
/// are taken as names or not at all.
///
/// # Errors
/// [`Error::Refused`] for names and rows that are none; what the database says.
pub fn put(db: &mut Db, table: &str, columns: &[(String, Kind)], rows: &[Vec<Value>]) -> Result<(), Error> {
    let is_name = |name: &str| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    let names: Vec<&str> = columns.iter().map(|(name, _)| name.as_str()).collect();
    let fit = rows.len() <= MOST_ROWS && rows.iter().all(|row| row.len() == columns.len());
    if !fit || !names.iter().all(|name| is_name(name)) || !is_name(table) || table.starts_with("__") {
        return Err(Error::Refused("the backup has rows that fit no table".into()));
    }
    if rows.is_empty() {
        return Ok(());
    }
    let width = columns.len();
    let place = |number: usize| match db {
        Db::Sqlite(_) => format!("?{}", number.saturating_add(1)),
        #[cfg(feature = "postgres")]
        Db::Postgres(_) => format!("${}", number.saturating_add(1)),
    };
    let row = |row: usize| {
        let places: Vec<String> =
            (0..width).map(|column| place(row.saturating_mul(width).saturating_add(column))).collect();
        format!("({})", places.join(", "))
    };
    let values: Vec<String> = (0..rows.len()).map(row).collect();
    let statement = format!("INSERT INTO {table} ({}) VALUES {}", names.join(", "), values.join(", "));
    match db {
        Db::Sqlite(sqlite) => {
            let query = diesel::sql_query(statement).into_boxed::<diesel::sqlite::Sqlite>();
            bind_all!(query, columns, rows).execute(sqlite)?
        }
        #[cfg(feature = "postgres")]
        Db::Postgres(postgres) => {
            let query = diesel::sql_query(statement).into_boxed::<diesel::pg::Pg>();
            bind_all!(query, columns, rows).execute(postgres)?
        }
    };
    Ok(())
}

/// All there is, to be compared.
#[cfg(test)]
pub(crate) fn all(db: &mut Db) -> Vec<(&'static str, Vec<Vec<Value>>)> {
    let rows = |table: &Table| {
        let mut rows = Vec::new();
        table
            .each(db, |row| {
                rows.push(row);
                Ok(())
            })
            .unwrap();
        (table.name, rows)
    };
    TABLES.iter().map(rows).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::support::{Databases, on_each_site, tick};
    use crate::store::{files, migrations};

    #[derive(QueryableByName)]
    struct Line {
        #[diesel(sql_type = Text)]
        line: String,
    }

    fn columns(db: &mut Db) -> Vec<String> {
        let query = match db {
            Db::Sqlite(_) => {
                "SELECT t.name || '.' || c.name AS line FROM sqlite_master t, pragma_table_info(t.name) c
                 WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'"
            }
            #[cfg(feature = "postgres")]
            Db::Postgres(_) => {
                "SELECT table_name || '.' || column_name AS line FROM information_schema.columns
                 WHERE table_schema = 'public'"
            }
        };
        let lines: Vec<Line> = diesel::sql_query(query).load(db).unwrap();
        let mut names: Vec<String> = lines.into_iter().map(|line| line.line).collect();
        names.retain(|name| !LEFT_OUT.iter().any(|table| name.starts_with(&format!("{table}."))));
        names.sort();
        names
    }

    #[test]
    fn a_copy_holds_every_column_of_every_table() {
        let databases = Databases::make();
        for address in databases.each() {
            let mut db = Db::open_writer(&address).unwrap();
            migrations::run(&mut db).unwrap();
            let mut known: Vec<String> = TABLES
                .iter()
                .flat_map(|table| table.columns.iter().map(|(column, _)| format!("{}.{column}", table.name)))
                .collect();
            known.sort();
            assert_eq!(columns(&mut db), known);
            assert!(is_empty(&mut db).unwrap());
        }
    }

    #[test]
    fn what_one_database_held_the_other_holds_alike() {
        let mut copies = Vec::new();
        on_each_site(|site| {
            site.living(1);
            files::tests::grown(site, 1);
            files::shelved::tests::one_of_each(site);
            for byte in [9, 2, 5] {
                site.arrive(byte, tick(3, 7)).unwrap();
            }
            let copy = all(&mut site.db);
            let (_, waiting) = copy.iter().find(|(name, _)| *name == "staged_thread").unwrap();
            let ids: Vec<_> = waiting.iter().map(|row| format!("{:?}", row[0])).collect();
            assert!(ids.len() == 3 && ids.is_sorted(), "the order of arrivals is in the copy");
            copies.push(copy);
        });
        let databases = Databases::make();
        for (address, copy) in
            databases.each().iter().flat_map(|address| copies.iter().map(move |copy| (address, copy)))
        {
            let mut db = Db::open_writer(address).unwrap();
            migrations::run(&mut db).unwrap();
            migrations::revert(&mut db).unwrap();
            migrations::run(&mut db).unwrap();
            for (table, (name, rows)) in TABLES.iter().zip(copy) {
                let columns: Vec<_> = table.columns.iter().map(|(name, kind)| ((*name).to_owned(), *kind)).collect();
                for rows in rows.chunks(MOST_ROWS) {
                    put(&mut db, name, &columns, rows).unwrap();
                }
            }
            assert!(!is_empty(&mut db).unwrap());
            assert_eq!(&all(&mut db), copy);
        }
    }

    #[test]
    fn names_that_are_none_reach_no_statement() {
        let databases = Databases::make();
        for address in databases.each() {
            let mut db = Db::open_writer(&address).unwrap();
            migrations::run(&mut db).unwrap();
            let row = vec![vec![Value::Text("a".into()), Value::Bytes(vec![1])]];
            let columns = |first: &str| vec![(first.to_owned(), Kind::Text), ("value".to_owned(), Kind::Bytes)];
            for (table, column) in [
                ("installation (name) VALUES ('x');--", "name"),
                ("", "name"),
                ("__diesel_schema_migrations", "version"),
                ("installation", "name) VALUES ('x');--"),
                ("no_such_table", "name"),
            ] {
                assert!(put(&mut db, table, &columns(column), &row).is_err(), "{table} {column}");
            }
            put(&mut db, "installation", &columns("name"), &row).unwrap();
        }
    }
}
