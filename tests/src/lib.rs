//! Room of tests.
