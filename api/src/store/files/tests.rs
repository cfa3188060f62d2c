use super::*;
use crate::store::Store;
#[cfg(feature = "postgres")]
use crate::store::support::beside;
use crate::store::support::{
    COACH, Databases, FALLBACK, Site, buried_as, insert_organisation, insert_thread, on_each_site, thread as thread_of,
    tick,
};

const ROOM: u64 = 1 << 40;

fn name(byte: u8, number: u32) -> Name {
    Name { thread: thread_of(byte), author: PersonId::REPORTER, number }
}

fn new(byte: u8, number: u32, size: u64, tick: Tick) -> NewFile {
    NewFile { name: name(byte, number), size, tick, buried_as: buried_as(byte) }
}

/// Sends a whole file of the reporter's of one part, which is full of this byte.
pub(super) fn send(site: &mut Site, byte: u8, number: u32, tick: Tick) {
    send_as(site, PersonId::REPORTER, byte, number, tick);
}

fn send_as(site: &mut Site, author: PersonId, byte: u8, number: u32, tick: Tick) {
    let size = sealed_size(1).unwrap();
    let announced = NewFile { name: Name { author, ..name(byte, number) }, ..new(byte, number, size, tick) };
    assert_eq!(begin(&mut site.db, &announced, ROOM).unwrap(), 0);
    let bytes = vec![byte; part_size(size, 0)];
    let part = FilePut { number, part: 0, bytes: &bytes };
    assert_eq!(put(&mut site.db, thread_of(byte), author, &part).unwrap(), 1);
}

/// Announces a file of the reporter's of one part.
#[cfg(feature = "postgres")]
pub(in crate::store) fn announce(db: &mut Db, byte: u8, number: u32) -> Result<(), Error> {
    begin(db, &new(byte, number, sealed_size(1)?, tick(0, 19)), ROOM).map(drop)
}

/// Brings that part.
#[cfg(feature = "postgres")]
pub(in crate::store) fn bring(db: &mut Db, byte: u8, number: u32) -> Result<(), Error> {
    let bytes = vec![byte; part_size(sealed_size(1)?, 0)];
    put(db, thread_of(byte), PersonId::REPORTER, &FilePut { number, part: 0, bytes: &bytes }).map(drop)
}

/// Of each side one file that can be handed out, and one that waits.
pub(in crate::store) fn grown(site: &mut Site, byte: u8) {
    for author in [PersonId::REPORTER, COACH] {
        send_as(site, author, byte, 1, tick(0, 7));
        show_all(site, tick(0, 7));
        send_as(site, author, byte, 2, tick(0, 19));
    }
}

pub(super) fn show_all(site: &mut Site, up_to: Tick) {
    while is_due(&mut site.db, up_to).unwrap() {
        site.db.transaction(|db| show(db, up_to)).unwrap();
    }
}

/// The bytes of a part that lies in the database.
fn bytes(part: Part) -> Vec<u8> {
    let Part::Here(bytes) = part else { panic!("it lies elsewhere") };
    bytes
}

#[test]
fn what_is_whole_moves_when_its_tick_has_come_in_an_order_that_is_not_that_of_arrival() {
    on_each_site(|site| {
        for byte in 1..=60 {
            site.arrive(byte, tick(0, 7)).unwrap();
            send(site, byte, 1, tick(0, 7));
        }
        site.arrive(61, tick(0, 19)).unwrap();
        send(site, 61, 1, tick(0, 19));
        show_all(site, tick(0, 7));
        // As they lie: what an index holds is in order.
        let files: Vec<(Vec<u8>, i64)> = file::table.select((file::thread, file::size)).load(&mut site.db).unwrap();
        let parts: Vec<Vec<u8>> = file_part::table.select(file_part::bytes).load(&mut site.db).unwrap();
        let arrived: Vec<u8> = (1..=60).map(|byte| thread_of(byte).as_ref()[0]).collect();
        let files: Vec<u8> = files.iter().map(|(thread, _)| thread[0]).collect();
        for (order, arrived) in [(files, arrived), (parts.iter().map(|bytes| bytes[0]).collect(), (1..=60).collect())] {
            let in_place = order.iter().zip(&arrived).filter(|(one, other)| one == other).count();
            assert!(order.len() == 60 && in_place < 15, "{in_place} of {} stand where they came", order.len());
        }
        assert!(matches!(size(&mut site.db, &name(61, 1), COACH), Err(Error::NotFound)));
        assert_eq!(size(&mut site.db, &name(7, 1), COACH).unwrap(), sealed_size(1).unwrap());
        assert_eq!(bytes(part(&mut site.db, &name(7, 1), 0).unwrap()), vec![7; 262_144]);
        let left: i64 = staged_part::table.count().get_result(&mut site.db).unwrap();
        assert_eq!(left, 1);
    });
}

#[test]
fn half_a_file_is_shown_to_nobody_but_its_author() {
    on_each_site(|site| {
        site.living(1);
        // More parts than one transaction moves.
        let size_of_it = sealed_size(40 * 262_144).unwrap();
        begin(&mut site.db, &new(1, 1, size_of_it, tick(0, 7)), ROOM).unwrap();
        for number in 0..parts(size_of_it) {
            assert!(!is_due(&mut site.db, tick(0, 7)).unwrap(), "part {number} is missing");
            assert!(matches!(size(&mut site.db, &name(1, 1), PersonId::REPORTER), Err(Error::NotFound)));
            let bytes = vec![number.to_le_bytes()[0]; part_size(size_of_it, number)];
            let part = FilePut { number: 1, part: number, bytes: &bytes };
            put(&mut site.db, thread_of(1), PersonId::REPORTER, &part).unwrap();
        }
        site.db.transaction(|db| show(db, tick(0, 7))).unwrap();
        assert!(is_due(&mut site.db, tick(0, 7)).unwrap());
        assert!(matches!(size(&mut site.db, &name(1, 1), COACH), Err(Error::NotFound)));
        assert_eq!(size(&mut site.db, &name(1, 1), PersonId::REPORTER).unwrap(), size_of_it);
        for number in 0..parts(size_of_it) {
            let bytes = bytes(part_for(&mut site.db, &name(1, 1), PersonId::REPORTER, number).unwrap());
            assert_eq!((bytes.len(), bytes[0]), (part_size(size_of_it, number), number.to_le_bytes()[0]));
        }
        show_all(site, tick(0, 7));
        assert_eq!(size(&mut site.db, &name(1, 1), COACH).unwrap(), size_of_it);
        let again = begin(&mut site.db, &new(1, 1, size_of_it, tick(1, 7)), ROOM).unwrap();
        assert_eq!(again, parts(size_of_it));
    });
}

/// Two instances at once; SQLite has one writer.
#[cfg(feature = "postgres")]
#[test]
fn what_is_just_being_shown_is_not_taken_away_by_halves() {
    on_each_site(|site| {
        if site.address.file().is_some() {
            return;
        }
        site.living(1);
        let size_of_it = sealed_size(u64::try_from((MOST_MOVED + 1) * PART_SIZE).unwrap()).unwrap();
        begin(&mut site.db, &new(1, 1, size_of_it, tick(0, 7)), ROOM).unwrap();
        for part in 0..parts(size_of_it) {
            let bytes = vec![1; part_size(size_of_it, part)];
            put(&mut site.db, thread_of(1), PersonId::REPORTER, &FilePut { number: 1, part, bytes: &bytes }).unwrap();
        }
        let Site { db, address, .. } = site;
        let removed = beside(db, address, |db| show(db, tick(0, 7)).map(drop), |db| remove(db, &name(1, 1)));
        assert!(matches!(removed, Err(Error::Conflict)), "{removed:?}");
        show_all(site, tick(0, 7));
        let kept: i64 = file_part::table.count().get_result(&mut site.db).unwrap();
        assert_eq!(kept, i64::from(parts(size_of_it)));
    });
}

#[test]
fn only_what_is_unfinished_and_old_is_forgotten() {
    on_each_site(|site| {
        site.living(1);
        let large = sealed_size(600_000).unwrap();
        for (number, begun) in [(1, tick(0, 7)), (2, tick(0, 19))] {
            begin(&mut site.db, &new(1, number, large, begun), ROOM).unwrap();
            let part = FilePut { number, part: 0, bytes: &[7; 262_144] };
            put(&mut site.db, thread_of(1), PersonId::REPORTER, &part).unwrap();
        }
        send(site, 1, 3, tick(0, 7));
        assert_eq!(forget_unfinished(&mut site.db, tick(-1, 19)).unwrap(), 0);
        assert_eq!(forget_unfinished(&mut site.db, tick(0, 7)).unwrap(), 2);
        assert_eq!(forget_unfinished(&mut site.db, tick(0, 7)).unwrap(), 0);
        let left: Vec<i32> =
            staged_file::table.select(staged_file::number).order(staged_file::number).load(&mut site.db).unwrap();
        assert_eq!(left, [2, 3]);
    });
}

#[test]
fn each_author_has_files_of_her_own() {
    on_each_site(|site| {
        site.living(1);
        send(site, 1, 1, tick(0, 7));
        let hers = Name { author: COACH, ..name(1, 1) };
        let size_of_it = sealed_size(1).unwrap();
        assert_eq!(begin(&mut site.db, &NewFile { name: hers, ..new(1, 1, size_of_it, tick(0, 7)) }, ROOM).unwrap(), 0);
        for reader in [PersonId::REPORTER, COACH] {
            assert!(matches!(part_for(&mut site.db, &hers, reader, 0), Err(Error::NotFound)));
        }
        let part = FilePut { number: 1, part: 0, bytes: &[9; 262_144] };
        put(&mut site.db, thread_of(1), COACH, &part).unwrap();
        for reader in [PersonId::REPORTER, FALLBACK] {
            assert!(matches!(part_for(&mut site.db, &hers, reader, 0), Err(Error::NotFound)), "her tick has not come");
            assert!(matches!(size(&mut site.db, &hers, reader), Err(Error::NotFound)));
        }
        assert_eq!(bytes(part_for(&mut site.db, &hers, COACH, 0).unwrap())[0], 9);
        assert_eq!(size(&mut site.db, &hers, COACH).unwrap(), size_of_it);
        show_all(site, tick(0, 7));
        for (name, byte) in [(&hers, 9), (&name(1, 1), 1)] {
            for reader in [PersonId::REPORTER, COACH, FALLBACK] {
                assert_eq!(bytes(part_for(&mut site.db, name, reader, 0).unwrap())[0], byte);
            }
        }
        assert!(matches!(put(&mut site.db, thread_of(1), FALLBACK, &part), Err(Error::NotFound)));
    });
}

#[test]
fn a_full_disk_says_try_again_and_takes_nothing_with_it() {
    let databases = Databases::make();
    let address = databases.each().remove(0);
    let store = Store::open(&address, 1).unwrap();
    let (new, bytes) = (new(1, 1, sealed_size(1).unwrap(), tick(0, 7)), vec![1; 262_144]);
    let bring = async || {
        let bytes = bytes.clone();
        let act = move |db: &mut Db| {
            put(db, thread_of(1), PersonId::REPORTER, &FilePut { number: 1, part: 0, bytes: &bytes })
        };
        store.write(act).await
    };
    actix_web::rt::System::new().block_on(async {
        let begun = store.write(move |db| {
            insert_organisation(db);
            insert_thread(db, thread_of(1), 0, 1, b"");
            begin(db, &new, ROOM)
        });
        assert_eq!(begun.await.unwrap(), 0);
        let fill = |db: &mut Db| Ok(diesel::sql_query("PRAGMA max_page_count = 1").execute(db)?);
        store.write(fill).await.unwrap();
        let refused = bring().await.unwrap_err();
        assert_eq!(refused.problem().status(), 503, "{refused}");
        // Whoever cleared up finds a writer that began anew.
        assert_eq!(bring().await.unwrap(), 1);
    });
    store.close();
}
