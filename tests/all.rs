#![doc = include_str!("README.md")]

#[cfg(test)]
mod architecture;
#[cfg(test)]
mod attacks;
#[cfg(test)]
mod cli;
#[cfg(test)]
mod faults;
#[cfg(test)]
mod privacy;
#[cfg(test)]
mod scenarios;
#[cfg(test)]
mod support;
