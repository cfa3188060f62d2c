//! What has had its time is gone from a running service, what has not stays, and the log holds all the same.

use crate::support::databases::{Database, databases};
use crate::support::people::Team;
use crate::support::program::verify;
use crate::support::service::{SLUG, Service, Ticks};
use crate::support::staff;

/// A clock that goes on for a day after its leap: on the day of the leap itself nothing is forgotten.
fn go_on_to(service: &Service, eve: &str, day: &str) {
    service.clock(&format!("{eve}T12:00:00Z"));
    service.clock(&format!("{day}T12:00:00Z"));
}

fn count(database: &Database, table: &str) -> usize {
    database.lines(&format!("SELECT CAST(count(*) AS TEXT) AS line FROM {table}"))[0].parse().unwrap()
}

/// Epochs of which some body is empty.
fn buried(database: &Database) -> Vec<String> {
    database.lines(
        "SELECT CAST(epoch AS TEXT) AS line FROM ledger_entry WHERE length(body) = 0 GROUP BY epoch ORDER BY epoch",
    )
}

#[test]
fn what_has_had_its_time_is_gone_and_the_log_holds() {
    for database in databases() {
        // So far ahead that the first epoch, which opened on the day this test is run, is old from the beginning.
        let mut team = Team::begin(&database, Ticks::Daily("2090-01-04T10:00:00Z"));
        let service = &team.service;
        let (kept, erased) = (team.report("this one stays"), team.report("away with it"));
        team.erase(&erased.token);
        service.invite(SLUG, "coach", "Bo Claes");
        staff::sign_in(service, &team.an);
        let there = || ["invitation", "tombstone", "session"].map(|table| count(&database, table));
        let [invitations, tombstones, sessions] = there();
        assert_eq!((invitations, tombstones), (1, 1));
        assert!(sessions >= 1);
        let hash = database.lines(&format!("SELECT {} AS line FROM tombstone", database.hex("hash"))).remove(0);

        // A month: the invitation holds through its last day.
        go_on_to(service, "2090-02-02", "2090-02-03");
        assert_eq!(there(), [1, 1, sessions]);
        service.clock("2090-02-04T12:00:00Z");
        assert_eq!(there(), [0, 1, sessions]);

        // Twelve months. These tests let a session last for 694 days.
        service.invite(SLUG, "coach", "Bo Claes");
        service.clock("2091-01-03T12:00:00Z");
        assert_eq!(there(), [1, 1, sessions], "a clock that has just leapt erases nothing");
        service.clock("2091-01-04T12:00:00Z");
        assert_eq!(there(), [0, 1, sessions]);
        service.clock("2091-01-05T12:00:00Z");
        assert_eq!(there(), [0, 0, sessions]);

        // Two years: the old sessions are over, the new one is not.
        staff::sign_in(service, &team.an);
        go_on_to(service, "2092-01-30", "2092-01-31");
        assert_eq!(there(), [0, 0, 1]);

        // Three years: the bodies of the day of the reports go, no others, and whatever else lives is there.
        go_on_to(service, "2093-01-03", "2093-01-04");
        assert_eq!((buried(&database), verify(&database)), (vec!["1".to_owned()], 0));
        service.clock("2093-01-05T12:00:00Z");
        assert_eq!((buried(&database), verify(&database)), (vec!["1".to_owned(), "2".to_owned()], 0));
        assert_eq!(team.read(&kept.token).messages.len(), 1);

        // Bodies that nobody had a right to empty are missing.
        let empty = database.literal(&[]);
        database.execute(&format!("UPDATE ledger_entry SET body = {empty} WHERE epoch = 3"));
        assert_eq!(verify(&database), 12);

        team.service.stop();
        database.has_forgotten(&crate::support::databases::unhex(&hash));
    }
}
