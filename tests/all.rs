#![doc = include_str!("README.md")]

#[cfg(test)]
mod architecture;
#[cfg(test)]
mod support;
