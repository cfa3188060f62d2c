//! The one place that asks the system for randomness. Everything else is handed a generator.

use crate::Error;
use chacha20::ChaCha20Rng;
use rand_core::SeedableRng;

/// A generator with a fresh seed from the system.
///
/// # Errors
/// [`Error::Io`] when the system has no randomness to give.
#[expect(clippy::disallowed_methods, reason = "this is the one source")]
pub fn generator() -> Result<ChaCha20Rng, Error> {
    let mut seed = [0; 32];
    getrandom::fill(&mut seed).map_err(std::io::Error::from)?;
    Ok(ChaCha20Rng::from_seed(seed))
}

#[cfg(test)]
mod tests {
    use rand_core::Rng;

    #[test]
    fn two_generators_differ() {
        assert_ne!(super::generator().unwrap().next_u64(), super::generator().unwrap().next_u64());
    }
}
