//! Values by key in a sorted list, for thousands of them: each use of a standard map adds 20 kB to what a browser loads.

use alloc::vec::Vec;

/// Values by key, in the order of the keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sorted<K, V>(Vec<(K, V)>);

impl<K, V> Default for Sorted<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Ord, V> Sorted<K, V> {
    /// An empty one.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    // A search of its own, and not in line: the standard one is inlined wherever it is called.
    #[inline(never)]
    fn search(&self, key: &K) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| known.cmp(key))
    }

    /// The value of this key.
    #[must_use]
    pub fn get(&self, key: &K) -> Option<&V> {
        self.search(key).ok().and_then(|place| self.0.get(place)).map(|(_, value)| value)
    }

    /// Whether this key has a value.
    #[must_use]
    pub fn contains_key(&self, key: &K) -> bool {
        self.search(key).is_ok()
    }

    /// Puts a value in, and gives back the one that was there.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        match self.search(&key) {
            Ok(place) => self.0.get_mut(place).map(|(_, known)| core::mem::replace(known, value)),
            Err(place) => {
                self.0.insert(place, (key, value));
                None
            }
        }
    }

    /// Puts in what comes of the value that is there.
    pub fn change(&mut self, key: K, change: impl FnOnce(Option<&V>) -> V) {
        let value = change(self.get(&key));
        self.insert(key, value);
    }

    /// Takes a value out.
    pub fn remove(&mut self, key: &K) -> Option<V> {
        self.search(key).ok().map(|place| self.0.remove(place).1)
    }

    /// Keeps only what `keep` says yes to.
    pub fn retain(&mut self, keep: impl Fn(&K) -> bool) {
        self.0.retain(|(key, _)| keep(key));
    }

    /// All keys.
    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.iter().map(|(key, _)| key)
    }

    /// All of them.
    pub fn iter(&self) -> core::slice::Iter<'_, (K, V)> {
        self.0.iter()
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for Sorted<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(items: I) -> Self {
        let mut sorted = Self::new();
        for (key, value) in items {
            sorted.insert(key, value);
        }
        sorted
    }
}

impl<K, V> IntoIterator for Sorted<K, V> {
    type Item = (K, V);
    type IntoIter = alloc::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a, K: Ord, V> IntoIterator for &'a Sorted<K, V> {
    type Item = &'a (K, V);
    type IntoIter = core::slice::Iter<'a, (K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::collections::BTreeMap;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_holds_what_a_standard_map_holds_in_the_same_order(steps: Vec<(bool, u8, u32)>) {
            let (mut sorted, mut map) = (Sorted::new(), BTreeMap::new());
            for (put, key, value) in steps {
                if put {
                    prop_assert_eq!(sorted.insert(key, value), map.insert(key, value));
                    sorted.change(key, |value| value.map_or(0, |value| value / 2));
                    map.entry(key).and_modify(|value| *value /= 2);
                } else {
                    prop_assert_eq!(sorted.remove(&key), map.remove(&key));
                }
                prop_assert_eq!(sorted.get(&key), map.get(&key));
                prop_assert_eq!(sorted.contains_key(&key), map.contains_key(&key));
            }
            sorted.retain(|key| key % 3 > 0);
            map.retain(|key, _| key % 3 > 0);
            prop_assert!(sorted.keys().eq(map.keys()));
            prop_assert_eq!(&sorted, &map.clone().into_iter().collect::<Sorted<_, _>>());
            prop_assert!(sorted.into_iter().eq(map));
        }
    }
}
