//! What a transaction adds to the log, and how it is written.

use super::super::connection::Db;
use super::super::convert::from_u64;
use super::super::schema::{ledger_entry, ledger_head, ledger_node};
use super::LOWEST_STORED;
use crate::Error;
use crypto::ledger::Node;
use diesel::prelude::*;

/// New entries, column by column, and the head that covers them.
#[cfg_attr(feature = "postgres", derive(diesel::query_builder::QueryId))]
pub(super) struct Rows {
    pub(super) epoch: i32,
    pub(super) positions: Vec<i64>,
    pub(super) entries: Vec<Vec<u8>>,
    pub(super) bodies: Vec<Vec<u8>>,
    pub(super) size: i64,
    pub(super) frontier: Vec<u8>,
    pub(super) note: String,
}

impl Rows {
    /// # Errors
    /// What the database says.
    pub(super) fn write(self, db: &mut Db) -> Result<(), Error> {
        match db {
            Db::Sqlite(_) => self.write_each(db),
            #[cfg(feature = "postgres")]
            Db::Postgres(postgres) => Ok(self.execute(postgres).map(drop)?),
        }
    }

    fn write_each(self, db: &mut Db) -> Result<(), Error> {
        for ((position, entry), body) in self.positions.iter().zip(&self.entries).zip(&self.bodies) {
            diesel::insert_into(ledger_entry::table)
                .values((
                    ledger_entry::position.eq(position),
                    ledger_entry::epoch.eq(self.epoch),
                    ledger_entry::entry.eq(entry),
                    ledger_entry::body.eq(body),
                ))
                .execute(db)?;
        }
        diesel::update(ledger_head::table.find(1))
            .set((
                ledger_head::size.eq(self.size),
                ledger_head::frontier.eq(self.frontier),
                ledger_head::note.eq(self.note),
            ))
            .execute(db)?;
        Ok(())
    }
}

/// Stores the subtrees that became complete, from [`LOWEST_STORED`] upwards.
///
/// # Errors
/// What the database says.
pub(super) fn write_nodes(db: &mut Db, nodes: &[Node]) -> Result<(), Error> {
    for node in nodes.iter().filter(|node| node.level >= LOWEST_STORED) {
        diesel::insert_into(ledger_node::table)
            .values((
                ledger_node::level.eq(i32::from(node.level)),
                ledger_node::position.eq(from_u64(node.index)),
                ledger_node::hash.eq(node.hash.as_ref()),
            ))
            .execute(db)?;
    }
    Ok(())
}

/// The same in one statement: on the way to a server each costs a round trip, and the head is locked meanwhile.
#[cfg(feature = "postgres")]
mod postgres {
    use super::Rows;
    use diesel::pg::Pg;
    use diesel::prelude::*;
    use diesel::query_builder::{AstPass, QueryFragment};
    use diesel::sql_types::{Array, BigInt, Binary, Integer, Text};

    impl QueryFragment<Pg> for Rows {
        fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
            out.push_sql("WITH entries AS (INSERT INTO ledger_entry (epoch, position, entry, body) SELECT ");
            out.push_bind_param::<Integer, _>(&self.epoch)?;
            out.push_sql(", * FROM unnest(");
            out.push_bind_param::<Array<BigInt>, _>(&self.positions)?;
            out.push_sql(", ");
            out.push_bind_param::<Array<Binary>, _>(&self.entries)?;
            out.push_sql(", ");
            out.push_bind_param::<Array<Binary>, _>(&self.bodies)?;
            out.push_sql(")) UPDATE ledger_head SET size = ");
            out.push_bind_param::<BigInt, _>(&self.size)?;
            out.push_sql(", frontier = ");
            out.push_bind_param::<Binary, _>(&self.frontier)?;
            out.push_sql(", note = ");
            out.push_bind_param::<Text, _>(&self.note)?;
            out.push_sql(" WHERE one = 1");
            Ok(())
        }
    }

    impl RunQueryDsl<PgConnection> for Rows {}
}
