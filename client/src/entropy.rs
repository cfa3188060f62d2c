//! The one place that asks the system for randomness. Everything else is handed a generator.

use crate::Error;
use chacha20::ChaCha20Rng;
use rand_core::SeedableRng;

/// A generator with a fresh seed from the system.
///
/// # Errors
/// [`Error::Device`] when the system has no randomness to give.
#[expect(clippy::disallowed_methods, reason = "this is the one source")]
pub fn generator() -> Result<ChaCha20Rng, Error> {
    let mut seed = zeroize::Zeroizing::new([0; 32]);
    getrandom::fill(seed.as_mut_slice()).map_err(|error| Error::Device(error.to_string()))?;
    Ok(ChaCha20Rng::from_seed(*seed))
}
