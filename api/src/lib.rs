//! Room of api.
