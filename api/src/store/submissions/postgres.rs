//! The same in four statements for a whole batch. Other instances write too, so an insert that another one overtook
//! is judged again.

use super::{Seen, Submission, judge, same};
use crate::Error;
use crate::store::Db;
use crate::store::schema::{staged_thread, thread};
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Binary, Nullable};
use std::collections::BTreeSet;

#[derive(QueryableByName)]
struct Written {
    #[diesel(sql_type = Binary)]
    thread: Vec<u8>,
}

type Answers = Vec<Option<Result<(), Error>>>;

pub(super) fn stage(db: &mut Db, batch: &[&Submission]) -> Result<Vec<Result<(), Error>>, Error> {
    let mut answers: Answers = batch.iter().map(|_| None).collect();
    loop {
        // One submission per thread and pass: the next one sees what this one wrote.
        let mut threads = BTreeSet::new();
        let pass: Vec<(usize, &Submission)> = (0..)
            .zip(batch.iter().copied())
            .zip(&answers)
            .filter(|((_, submission), answer)| answer.is_none() && threads.insert(submission.message.thread))
            .map(|(open, _)| open)
            .collect();
        if pass.is_empty() {
            return Ok(answers.into_iter().flatten().collect());
        }
        one_pass(db, &pass, &mut answers)?;
    }
}

fn one_pass(db: &mut Db, pass: &[(usize, &Submission)], answers: &mut Answers) -> Result<(), Error> {
    hold(raw(db)?, pass)?;
    let mut write = Vec::with_capacity(pass.len());
    for ((index, submission), seen) in pass.iter().zip(look(raw(db)?, pass)?) {
        match judge(submission, &seen, || same(db, submission))? {
            Some(answer) => settle(answers, *index, answer),
            None => write.push((*index, *submission)),
        }
    }
    let created = insert_threads(raw(db)?, &write)?;
    write.retain(|(_, submission)| submission.thread.is_none() || created.contains(submission.message.thread.as_ref()));
    let written = insert_messages(raw(db)?, &write)?;
    for (index, submission) in write {
        if written.contains(submission.message.thread.as_ref()) {
            settle(answers, index, Ok(()));
        } else if submission.thread.is_some() {
            return Err(Error::Busy); // never a thread without its first message
        }
    }
    Ok(())
}

/// The connection underneath: arrays are PostgreSQL's own.
fn raw(db: &mut Db) -> Result<&mut PgConnection, Error> {
    match db {
        Db::Postgres(postgres) => Ok(postgres),
        Db::Sqlite(_) => Err(Error::Refused("a batch for PostgreSQL came to SQLite".into())),
    }
}

fn settle(answers: &mut Answers, index: usize, answer: Result<(), Error>) {
    if let Some(place) = answers.get_mut(index) {
        *place = Some(answer);
    }
}

/// Keeps the threads that are written to from being erased or moved until the commit.
fn hold(db: &mut PgConnection, pass: &[(usize, &Submission)]) -> Result<(), Error> {
    let ids: Vec<&[u8]> = pass.iter().map(|(_, submission)| submission.message.thread.as_ref()).collect();
    // In this order, for at its tick a thread goes from the one to the other.
    let _: Vec<Vec<u8>> = staged_thread::table
        .select(staged_thread::id)
        .filter(staged_thread::id.eq_any(&ids))
        .order(staged_thread::id)
        .for_key_share()
        .load(db)?;
    let _: Vec<Vec<u8>> =
        thread::table.select(thread::id).filter(thread::id.eq_any(&ids)).order(thread::id).for_key_share().load(db)?;
    Ok(())
}

fn look(db: &mut PgConnection, pass: &[(usize, &Submission)]) -> Result<Vec<Seen>, Error> {
    let messages = || pass.iter().map(|(_, submission)| &submission.message);
    let buried = pass.iter().map(|(_, submission)| submission.buried_as.0.to_vec());
    let organisations = pass.iter().map(|(_, submission)| Some(submission.thread.as_ref()?.organisation.to_vec()));
    Ok(diesel::sql_query(
        "SELECT EXISTS (SELECT 1 FROM thread t WHERE t.id = a.thread)
             OR EXISTS (SELECT 1 FROM staged_thread t WHERE t.id = a.thread) AS thread,
             EXISTS (SELECT 1 FROM tombstone t WHERE t.hash = a.buried) AS erased,
             EXISTS (SELECT 1 FROM message m
                     WHERE m.thread = a.thread AND m.author = a.author AND m.sequence = a.sequence)
             OR EXISTS (SELECT 1 FROM staged_message m
                     WHERE m.thread = a.thread AND m.author = a.author AND m.sequence = a.sequence) AS message,
             (SELECT max(r.number) FROM roster r WHERE r.organisation = a.organisation) AS roster
         FROM unnest($1, $2, $3, $4, $5) WITH ORDINALITY AS a (thread, buried, author, sequence, organisation, place)
         ORDER BY place",
    )
    .bind::<Array<Binary>, _>(messages().map(|message| message.thread.0.to_vec()).collect::<Vec<_>>())
    .bind::<Array<Binary>, _>(buried.collect::<Vec<_>>())
    .bind::<Array<Binary>, _>(messages().map(|message| message.author.0.to_vec()).collect::<Vec<_>>())
    .bind::<Array<BigInt>, _>(messages().map(|message| message.sequence).collect::<Vec<_>>())
    .bind::<Array<Nullable<Binary>>, _>(organisations.collect::<Vec<_>>())
    .load(db)?)
}

fn insert_threads(db: &mut PgConnection, write: &[(usize, &Submission)]) -> Result<BTreeSet<Vec<u8>>, Error> {
    let new = || write.iter().filter_map(|(_, submission)| Some((submission.thread.as_ref()?, &submission.message)));
    let written: Vec<Written> = diesel::sql_query(
        "INSERT INTO staged_thread (id, organisation, tick, header, ring_key, secrets)
         SELECT * FROM unnest($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING id AS thread",
    )
    .bind::<Array<Binary>, _>(new().map(|(_, message)| message.thread.0.to_vec()).collect::<Vec<_>>())
    .bind::<Array<Binary>, _>(new().map(|(thread, _)| thread.organisation.to_vec()).collect::<Vec<_>>())
    .bind::<Array<BigInt>, _>(new().map(|(_, message)| message.tick).collect::<Vec<_>>())
    .bind::<Array<Binary>, _>(new().map(|(thread, _)| &thread.header).collect::<Vec<_>>())
    .bind::<Array<BigInt>, _>(new().map(|(thread, _)| thread.ring_key).collect::<Vec<_>>())
    .bind::<Array<Binary>, _>(new().map(|(thread, _)| &thread.secrets).collect::<Vec<_>>())
    .load(db)?;
    Ok(written.into_iter().map(|row| row.thread).collect())
}

fn insert_messages(db: &mut PgConnection, write: &[(usize, &Submission)]) -> Result<BTreeSet<Vec<u8>>, Error> {
    let new = || write.iter().map(|(_, submission)| &submission.message);
    let written: Vec<Written> = diesel::sql_query(
        "INSERT INTO staged_message (thread, author, sequence, tick, bytes)
         SELECT * FROM unnest($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING thread",
    )
    .bind::<Array<Binary>, _>(new().map(|message| message.thread.0.to_vec()).collect::<Vec<_>>())
    .bind::<Array<Binary>, _>(new().map(|message| message.author.0.to_vec()).collect::<Vec<_>>())
    .bind::<Array<BigInt>, _>(new().map(|message| message.sequence).collect::<Vec<_>>())
    .bind::<Array<BigInt>, _>(new().map(|message| message.tick).collect::<Vec<_>>())
    .bind::<Array<Binary>, _>(new().map(|message| &message.bytes).collect::<Vec<_>>())
    .load(db)?;
    Ok(written.into_iter().map(|row| row.thread).collect())
}
