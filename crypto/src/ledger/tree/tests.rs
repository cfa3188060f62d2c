//! Against the vectors of Certificate Transparency and two independent implementations, `ct-merkle` and `tlog_tiles`.

use super::*;
use ct_merkle::mem_backed_tree::MemoryBackedTree;
use proptest::prelude::*;
use std::collections::BTreeMap;
use tlog_tiles::tlog;

/// Our log, and the nodes that `tlog_tiles` stores for the same leaves.
#[derive(Default)]
struct Logs {
    nodes: BTreeMap<(u8, u64), Digest>,
    heads: Vec<Head>,
    leaves: Vec<Digest>,
    tiles: Stored,
}

#[derive(Default)]
struct Stored(Vec<tlog::Hash>);

impl tlog::HashReader for Stored {
    fn read_hashes(&self, indexes: &[u64]) -> Result<Vec<tlog::Hash>, tlog::Error> {
        Ok(indexes.iter().map(|index| self.0[usize::try_from(*index).unwrap()]).collect())
    }
}

impl Logs {
    fn grown(size: u64) -> Self {
        let (mut logs, mut frontier) = (Self::default(), Frontier::new());
        logs.heads.push(frontier.head());
        for number in 0..size {
            let entry = number.to_be_bytes().repeat(6);
            logs.leaves.push(leaf_hash(&entry));
            let complete = frontier.push(leaf_hash(&entry));
            let stored = tlog::stored_hashes(number, &entry, &logs.tiles).unwrap();
            assert_eq!(complete.len(), stored.len());
            for (ours, theirs) in complete.iter().zip(&stored) {
                assert_eq!(ours.hash.0, theirs.0);
                assert_eq!(logs.nodes.insert((ours.level, ours.index), ours.hash), None, "a node is completed once");
            }
            logs.tiles.0.extend(stored);
            logs.heads.push(frontier.head());
        }
        logs
    }

    fn head(&self, size: u64) -> &Head {
        &self.heads[usize::try_from(size).unwrap()]
    }

    fn read(&self, level: u8, index: u64) -> Result<Digest, Error> {
        self.nodes.get(&(level, index)).copied().ok_or(Error::Ledger("a node is missing"))
    }

    fn inclusion(&self, index: u64, size: u64) -> Vec<Digest> {
        inclusion_proof(index, size, |level, index| self.read(level, index)).unwrap()
    }

    fn consistency(&self, old: u64, new: u64) -> Vec<Digest> {
        consistency_proof(old, new, |level, index| self.read(level, index)).unwrap()
    }
}

fn theirs(proof: &[Digest]) -> Vec<tlog::Hash> {
    proof.iter().map(|hash| tlog::Hash(hash.0)).collect()
}

fn hash(text: &str) -> Digest {
    Digest::from_hex(text).unwrap()
}

/// Leaves and roots of the test suite of Certificate Transparency's first implementation.
const LEAVES: [&[u8]; 8] = [
    b"",
    b"\x00",
    b"\x10",
    b"\x20\x21",
    b"\x30\x31",
    b"\x40\x41\x42\x43",
    b"\x50\x51\x52\x53\x54\x55\x56\x57",
    b"\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f",
];
const ROOTS: [&str; 9] = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

#[test]
fn the_published_roots_and_proof_come_out() {
    for (size, root) in ROOTS.iter().enumerate() {
        assert_eq!(head_of(&LEAVES[..size]), Head { size: u64::try_from(size).unwrap(), root: hash(root) });
    }
    let (mut frontier, mut nodes) = (Frontier::new(), BTreeMap::new());
    for leaf in LEAVES {
        nodes.extend(frontier.push(leaf_hash(leaf)).into_iter().map(|node| ((node.level, node.index), node.hash)));
    }
    let proof = consistency_proof(6, 8, |level, index| Ok::<_, Error>(nodes[&(level, index)])).unwrap();
    let published = [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        ROOTS[4],
    ];
    assert_eq!(proof, published.map(hash));
}

#[test]
fn roots_and_proofs_are_those_of_two_other_implementations_at_every_size() {
    let mut ct = MemoryBackedTree::<sha2::Sha256, Vec<u8>>::new();
    let logs = Logs::grown(600);
    for size in 0..=600 {
        let head = logs.head(size);
        assert_eq!(tlog::tree_hash(size, &logs.tiles).unwrap().0, head.root.0, "size {size}");
        assert_eq!(root_at(size, |level, index| logs.read(level, index)), Ok(head.root));
        if size > 0 {
            ct.push((size - 1).to_be_bytes().repeat(6));
            assert_eq!(ct.root().as_bytes().as_slice(), head.root.0);
        }
        for index in [0, size / 3, size / 2, size.saturating_sub(2), size.saturating_sub(1)] {
            if index >= size {
                continue;
            }
            let proof = logs.inclusion(index, size);
            assert_eq!(tlog::prove_record(size, index, &logs.tiles).unwrap(), theirs(&proof));
            let bytes: Vec<u8> = proof.iter().flat_map(|hash| hash.0).collect();
            assert_eq!(ct.prove_inclusion(usize::try_from(index).unwrap()).as_bytes(), bytes);
            let leaf = &logs.leaves[usize::try_from(index).unwrap()];
            assert_eq!(verify_inclusion(leaf, index, head, &proof), Ok(()));
        }
        for old in [1, size / 3, size / 2, size.saturating_sub(1)] {
            if old == 0 || old >= size {
                continue;
            }
            let proof = logs.consistency(old, size);
            assert_eq!(tlog::prove_tree(size, old, &logs.tiles).unwrap(), theirs(&proof));
            let bytes: Vec<u8> = proof.iter().flat_map(|hash| hash.0).collect();
            assert_eq!(ct.prove_consistency(usize::try_from(size - old).unwrap()).as_bytes(), bytes);
            assert_eq!(verify_consistency(logs.head(old), head, &proof), Ok(()));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn random_proofs_agree_and_hold_and_nothing_else_passes(size in 1..600_u64, pairs in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 20)) {
        let logs = Logs::grown(size);
        for (one, two) in pairs {
            let new = u64::try_from(two.index(usize::try_from(size).unwrap())).unwrap() + 1;
            let old = u64::try_from(one.index(usize::try_from(new).unwrap())).unwrap() + 1;
            let (old_head, new_head) = (logs.head(old), logs.head(new));

            let proof = logs.consistency(old, new);
            prop_assert_eq!(verify_consistency(old_head, new_head, &proof), Ok(()));
            // `tlog_tiles` writes down one hash more for equal sizes; RFC 9162 has none there.
            if old < new {
                prop_assert_eq!(tlog::prove_tree(new, old, &logs.tiles).unwrap(), theirs(&proof));
            }
            refuses_changes(&proof, |proof| verify_consistency(old_head, new_head, proof).is_err());
            let forked = Head { root: Digest([1; 32]), ..*old_head };
            prop_assert!(verify_consistency(&forked, new_head, &proof).is_err());
            if old < new {
                prop_assert!(verify_consistency(new_head, old_head, &proof).is_err());
                let resized = Head { size: old + 1, ..*old_head };
                prop_assert!(verify_consistency(&resized, new_head, &proof).is_err());
            }

            let index = old - 1;
            let leaf = logs.leaves[usize::try_from(index).unwrap()];
            let proof = logs.inclusion(index, new);
            prop_assert_eq!(verify_inclusion(&leaf, index, new_head, &proof), Ok(()));
            prop_assert_eq!(tlog::prove_record(new, index, &logs.tiles).unwrap(), theirs(&proof));
            refuses_changes(&proof, |proof| verify_inclusion(&leaf, index, new_head, proof).is_err());
            prop_assert!(verify_inclusion(&Digest([1; 32]), index, new_head, &proof).is_err());
            prop_assert!(verify_inclusion(&leaf, index + 1, new_head, &proof).is_err());
        }
    }

    #[test]
    fn a_frontier_round_trips_and_goes_on_as_if_never_stored(size in 0..300_u64) {
        let mut frontier = Frontier::new();
        for number in 0..size {
            frontier.push(leaf_hash(&number.to_be_bytes()));
        }
        let bytes = frontier.to_bytes();
        let mut read = Frontier::parse(&bytes).unwrap();
        prop_assert_eq!(&read, &frontier);
        prop_assert_eq!(read.push(Digest([1; 32])), frontier.push(Digest([1; 32])));
        prop_assert_eq!(read.head(), frontier.head());
        prop_assert!(Frontier::parse(&bytes[1..]).is_err());
        prop_assert!(Frontier::parse(&[bytes.as_slice(), &[0]].concat()).is_err());
        prop_assert!(Frontier::parse(&[bytes.as_slice(), &[0; 32]].concat()).is_err());
    }

    #[test]
    fn no_numbers_and_no_proof_make_a_check_fall_over(index: u64, old: u64, new: u64, hashes in 0..70_usize) {
        let (proof, root) = (vec![Digest([3; 32]); hashes], Digest([4; 32]));
        let heads = (Head { size: old, root }, Head { size: new, root });
        prop_assert!(verify_inclusion(&root, index, &heads.1, &proof).is_err());
        prop_assert!(old == new || verify_consistency(&heads.0, &heads.1, &proof).is_err());
    }
}

fn refuses_changes(proof: &[Digest], refused: impl Fn(&[Digest]) -> bool) {
    for place in 0..proof.len() {
        let mut changed = proof.to_vec();
        changed[place].0[place % 32] ^= 1;
        assert!(refused(&changed), "hash {place} changed");
    }
    assert!(proof.is_empty() || refused(&proof[1..]));
    assert!(proof.is_empty() || refused(&proof[..proof.len() - 1]));
    assert!(refused(&[proof, &[Digest([2; 32])]].concat()));
}

#[test]
fn the_edge_knows_the_nodes_that_it_is_made_of_and_no_others() {
    let logs = Logs::grown(70);
    let mut frontier = Frontier::new();
    for size in 0..=70_u64 {
        let known = |(level, index)| frontier.node(level, index).map(|hash| (level, index, hash));
        let places = (0..=64).flat_map(|level| (0..=size + 1).map(move |index| (level, index)));
        let known: Vec<_> = places.filter_map(known).collect();
        assert_eq!(known.len(), usize::try_from(size.count_ones()).unwrap());
        assert!(known.iter().all(|(level, index, hash)| logs.read(*level, *index).unwrap() == *hash));
        logs.leaves.get(usize::try_from(size).unwrap()).map(|leaf| frontier.push(*leaf));
    }
}

#[test]
fn the_edges_of_the_domain_are_answered() {
    let logs = Logs::grown(9);
    let read = |level, index| logs.read(level, index);
    assert!(inclusion_proof(9, 9, read).is_err());
    assert!(inclusion_proof(0, 0, read).is_err());
    assert!(inclusion_proof(0, u64::MAX, read).is_err());
    assert!(consistency_proof(9, 8, read).is_err());
    assert!(consistency_proof(1, u64::MAX, read).is_err());
    assert_eq!(inclusion_proof(0, 10, read), Err(Error::Ledger("a node is missing")));
    assert_eq!(consistency_proof(0, 9, read), Ok(Vec::new()));
    assert_eq!(consistency_proof(9, 9, read), Ok(Vec::new()));
    let (nothing, nine) = (logs.head(0), logs.head(9));
    assert_eq!(verify_consistency(nothing, nine, &[]), Ok(()));
    assert!(verify_consistency(nothing, nine, &[Digest::NONE]).is_err());
    assert!(verify_consistency(&Head { root: Digest::NONE, ..*nothing }, nine, &[]).is_err());
    assert!(verify_consistency(&Head { root: Digest::NONE, ..*nine }, nine, &[]).is_err());
    assert!(Frontier::parse(&[(MOST_ENTRIES + 1).to_be_bytes().as_slice(), &[0; 64]].concat()).is_err());
}
