#![doc = include_str!("README.md")]

#[cfg(test)]
mod architecture;
#[cfg(test)]
mod faults;
#[cfg(test)]
mod scenarios;
#[cfg(test)]
mod support;
