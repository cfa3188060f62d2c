//! Between the kept inputs and the folders that libFuzzer works in.

use fuzz::corpus;
use std::env;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match *arguments {
        ["names"] => {
            fuzz::parsers().for_each(|(name, _)| println!("{name}"));
            Ok(())
        }
        ["unpack", name, folder] => corpus::unpack(name, Path::new(folder)),
        ["pack", name, folder] => corpus::pack(name, Path::new(folder)),
        _ => {
            eprintln!("corpus names | unpack NAME FOLDER | pack NAME FOLDER");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
