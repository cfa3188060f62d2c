//! The command lines `report`, `mailbox` and `desk`, for a program to mount. Secrets never come as arguments.

mod files;
mod io;
mod log;
mod output;
mod receipt;

pub use files::{FilesArgs, Pointer};
pub use io::Io;
pub use output::Output;

use crate::desk::{Changes, Desk, Newcomer, accept};
use crate::files::Fetched;
use crate::mailbox::Mailbox;
use crate::organisation::{self, Address};
use crate::report::{self, Draft};
use crate::state::Folder;
use crate::{Error, Server, Wait, clock, entropy};
use crypto::Day;
use crypto::ledger::Purpose;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// What may be named with `desk show --purpose`.
const PURPOSES: [Purpose; 4] = [Purpose::FirstReading, Purpose::FollowUp, Purpose::Handover, Purpose::LegalDuty];

/// The native client: the browser's journeys, for people who do not trust served code.
#[derive(Clone, Debug, clap::Subcommand)]
pub enum Command {
    /// Tell what is going on: text on standard input; prints the reply token.
    Report(ReportArgs),
    /// Read and answer with your reply token ($MICROMOED_TOKEN, or the first line of standard input).
    Mailbox(MailboxArgs),
    /// The desk of a coach, fallback or auditor ($MICROMOED_PASSPHRASE).
    Desk(DeskArgs),
}

/// Where an organisation is.
#[derive(Clone, Debug, clap::Args)]
pub struct Place {
    /// Address of the server: https://HOST[:PORT]
    #[arg(long, value_name = "URL")]
    server: String,
    /// Name of the organisation, SLUG or 'SLUG#fp=WORDS' with the seven words of its poster
    #[arg(long, value_name = "SLUG")]
    org: Address,
}

/// Arguments of `report`.
#[derive(Clone, Debug, clap::Args)]
pub struct ReportArgs {
    #[command(flatten)]
    place: Place,
    /// Somebody who must not read it; - takes names from the first lines of standard input, up to an empty one
    #[arg(long, value_name = "NAME")]
    exclude: Vec<String>,
    /// The outside confidant reads along
    #[arg(long)]
    with_fallback: bool,
    /// The code on the poster, where one is asked for; - takes it from a line of standard input, before the text
    #[arg(long, value_name = "WORDS")]
    gate_code: Option<String>,
    #[command(flatten)]
    files: FilesArgs,
}

/// Arguments of `mailbox`.
#[derive(Clone, Debug, clap::Args)]
pub struct MailboxArgs {
    #[command(flatten)]
    place: Place,
    #[command(subcommand)]
    act: MailboxCommand,
}

/// What can be done with a mailbox.
#[derive(Clone, Debug, clap::Subcommand)]
pub enum MailboxCommand {
    /// Show the messages, the status and what was promised
    Read,
    /// Add a message: text on standard input
    Say(FilesArgs),
    /// Take a message back that nobody can have read yet
    TakeBack {
        /// Its number, as `say` told it
        sequence: u32,
    },
    /// Erase everything, now
    Erase,
    /// Show who opened your report, from the whole access log
    Receipt,
    /// Save a file of a message
    Fetch {
        /// M.A: file A of message M, as `read` numbers them
        #[arg(value_name = "M.A")]
        file: Pointer,
        /// Where it goes; never over something else
        path: PathBuf,
    },
}

/// Arguments of `desk`.
#[derive(Clone, Debug, clap::Args)]
pub struct DeskArgs {
    #[command(flatten)]
    place: Place,
    /// Folder of this desk on this device: no key, no text
    #[arg(long, value_name = "DIR")]
    state: PathBuf,
    /// Your short name, where the folder does not know it yet
    #[arg(long, value_name = "NAME")]
    account: Option<String>,
    #[command(subcommand)]
    act: DeskCommand,
}

/// What can be done at a desk.
#[derive(Clone, Debug, clap::Subcommand)]
pub enum DeskCommand {
    /// Accept an invitation; prints passphrase and recovery kit, once
    Accept {
        /// As it was printed; - takes it from the first line of standard input
        invitation: String,
        /// Your name as others will see it
        #[arg(long)]
        name: Option<String>,
    },
    /// Show who is in office and who waits, with the words to compare
    People,
    /// Sign somebody in, after comparing her words by voice
    Approve {
        /// Her number in `people`
        n: usize,
        /// She becomes a guardian, too
        #[arg(long)]
        guardian: bool,
    },
    /// The code on the poster that reporters need: show whether one is asked for, or change that as a guardian
    GateCode {
        /// Nothing: only show it
        #[command(subcommand)]
        act: Option<GateCodeCommand>,
    },
    /// Where reading is closed: show what the access log contradicts, and sign as a guardian that it goes on
    Reconcile {
        /// Only show it
        #[arg(long)]
        look: bool,
    },
    /// Take in what is new and list all threads
    Inbox,
    /// Open a thread; this stands in the access log
    Show {
        /// Its number in `inbox`
        n: usize,
        /// What for: first_reading, follow_up, handover or legal_duty
        #[arg(long, value_name = "P", value_parser = purpose)]
        purpose: Option<Purpose>,
    },
    /// Save a file of a message; this stands in the access log, too
    Fetch {
        /// The thread's number in `inbox`
        n: usize,
        /// M.A: file A of message M, as `show` numbers them
        #[arg(value_name = "M.A")]
        file: Pointer,
        /// Where it goes; never over something else
        path: PathBuf,
    },
    /// Answer the reporter: text on standard input
    Reply {
        /// The thread's number in `inbox`
        n: usize,
        /// Files that go along
        #[command(flatten)]
        files: FilesArgs,
    },
    /// Take a reply back that nobody can have read yet
    TakeBack {
        /// The thread's number in `inbox`
        n: usize,
        /// The reply's number, as `reply` told it
        sequence: u32,
    },
    /// Note something among coaches: text on standard input
    Note {
        /// The thread's number in `inbox`
        n: usize,
    },
    /// Set labels: category= severity= status= urgency= themes=A,B flags=A,B keeper= unit= line=
    Triage {
        /// The thread's number in `inbox`
        n: usize,
        /// key=value; an empty value takes the label away
        #[arg(required = true, value_name = "KEY=VALUE")]
        changes: Vec<String>,
    },
    /// For an auditor: read the access log, computed anew
    Log {
        /// So many days back; 0 for all of it
        #[arg(long, value_name = "N", default_value = "92")]
        days: u32,
    },
    #[command(hide = true)]
    /// Not in this release
    Export(Later),
    #[command(hide = true)]
    /// Not in this release
    Give(Later),
    #[command(hide = true)]
    /// Not in this release
    Trends(Later),
}

/// What a guardian can do with the gate code.
#[derive(Clone, Debug, clap::Subcommand)]
pub enum GateCodeCommand {
    /// Make a new code and show it, once; the one before counts on until the next
    New,
    /// Sign a code that another guardian made, as it stands on her poster
    Agree {
        /// The five words; - takes them from a line of standard input
        words: String,
    },
    /// Ask for no code any more, or agree with another guardian who wants that
    Remove,
}

/// Whatever follows a command that is not built yet.
#[derive(Clone, Debug, clap::Args)]
pub struct Later {
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, hide = true)]
    rest: Vec<String>,
}

/// Runs a command with the input, the environment and the terminal of this process.
///
/// # Errors
/// As [`run`].
pub fn run_here(command: Command) -> Result<Output, Error> {
    let input = std::io::stdin();
    let mut io = Io {
        ask: input.is_terminal().then_some(|prompt| rpassword::prompt_password(prompt)),
        input: &mut input.lock(),
        messages: &mut std::io::stderr(),
        environment: &|name| std::env::var(name).ok(),
    };
    run(command, &mut io)
}

/// Runs a command.
///
/// # Errors
/// Any; [`Error::exit_code`] is the program's.
pub fn run(command: Command, io: &mut Io<'_>) -> Result<Output, Error> {
    match command {
        Command::Report(args) => run_report(&args, io),
        Command::Mailbox(args) => run_mailbox(args, io),
        Command::Desk(args) => run_desk(args, io),
    }
}

fn run_report(args: &ReportArgs, io: &mut Io<'_>) -> Result<Output, Error> {
    let server = connect(&args.place, io)?;
    let files = files::to_send(&args.files, io)?;
    let mut exclude = Vec::new();
    for name in &args.exclude {
        if name == "-" {
            exclude.extend(io.lines_to_an_empty_one()?);
        } else {
            exclude.push(name.clone());
        }
    }
    let code = args.gate_code.as_deref().map(|typed| gate_code(typed, io)).transpose()?;
    let text = io.text()?;
    let organisation = organisation::fetch(&server, &args.place.org).wait()?;
    for warning in organisation.warnings(&args.place.org, clock::today()) {
        io.warn(&warning);
    }
    let gate_code = code.as_ref().map(|code| code.as_str());
    let draft = Draft { text: &text, exclude: &exclude, with_fallback: args.with_fallback, gate_code };
    let sent = report::send(&server, &args.place.org, &organisation, &draft, &mut entropy::generator()?).wait()?;
    let mut missing = false;
    if !files.is_empty() {
        let mailbox = Mailbox::open(&server, &organisation, &sent.token)?;
        if let Err(error) = mailbox.attach("", &files, &mut entropy::generator()?).wait() {
            // The report is there, and its token must reach her.
            io.warn(&format!("the text arrived, the files did not: {error}. Send them with `mailbox say --attach`"));
            missing = true;
        }
    }
    Ok(Output::Sent { attached: if missing { 0 } else { files.len() }, missing, sent })
}

/// The words of a gate code, from the command line or from standard input.
fn gate_code(typed: &str, io: &mut Io<'_>) -> Result<Zeroizing<String>, Error> {
    if typed == "-" { io.line("the code on the poster") } else { Ok(typed.to_owned().into()) }
}

fn run_mailbox(args: MailboxArgs, io: &mut Io<'_>) -> Result<Output, Error> {
    let server = connect(&args.place, io)?;
    let token = io.token()?;
    let (text, files) = match &args.act {
        MailboxCommand::Say(files) => (Some(io.text()?), files::to_send(files, io)?),
        _ => (None, Vec::new()),
    };
    if let MailboxCommand::Fetch { path, .. } = &args.act {
        files::require_free(path)?;
    }
    let organisation = organisation::fetch(&server, &args.place.org).wait()?;
    for warning in organisation.warnings(&args.place.org, clock::today()) {
        io.warn(&warning);
    }
    let mailbox = Mailbox::open(&server, &organisation, &token)?;
    Ok(match args.act {
        MailboxCommand::Read => Output::Mailbox(mailbox.read().wait()?),
        MailboxCommand::Say(_) => {
            let (text, rng) = (text.as_ref().map_or("", |text| text.as_str()), &mut entropy::generator()?);
            // Without files there is nothing to look up before the message.
            let said =
                if files.is_empty() { mailbox.say(text, rng).wait() } else { mailbox.attach(text, &files, rng).wait() };
            Output::Said(said?)
        }
        MailboxCommand::TakeBack { sequence } => {
            mailbox.take_back(sequence).wait()?;
            Output::taken_back()
        }
        MailboxCommand::Erase => Output::Erased(mailbox.erase().wait()?),
        MailboxCommand::Receipt => Output::Receipt(mailbox.receipt().wait()?),
        MailboxCommand::Fetch { file, path } => save(&mailbox.fetch(file.message, file.file).wait()?, &path)?,
    })
}

fn save(fetched: &Fetched, path: &Path) -> Result<Output, Error> {
    files::write(path, fetched)?;
    Ok(Output::fetched(fetched, path))
}

fn run_desk(args: DeskArgs, io: &mut Io<'_>) -> Result<Output, Error> {
    if matches!(args.act, DeskCommand::Export(_) | DeskCommand::Give(_) | DeskCommand::Trends(_)) {
        return Err(Error::NotInThisRelease);
    }
    let server = connect(&args.place, io)?;
    if let Some(account) = args.account.as_deref().filter(|account| !organisation::is_name(account)) {
        return Err(Error::Usage(format!("“{account}” is no account: 2 to 40 of a-z, 0-9 and -")));
    }
    let mut rng = entropy::generator()?;
    if let DeskCommand::Accept { invitation, name } = &args.act {
        let typed = if invitation == "-" { io.line("the invitation")? } else { invitation.clone().into() };
        let newcomer = Newcomer { invitation: &typed, name: name.as_deref(), account: args.account.as_deref() };
        let mut folder = Folder::open(&args.state)?;
        return Ok(Output::Accepted(accept(&server, &args.place.org, &mut folder, &newcomer, &mut rng).wait()?));
    }
    let changes = match &args.act {
        DeskCommand::Triage { changes, .. } => Some(Changes::parse(changes)?),
        _ => None,
    };
    let text = match args.act {
        DeskCommand::Reply { .. } | DeskCommand::Note { .. } => Some(io.text()?),
        _ => None,
    };
    let text = text.as_ref().map_or("", |text| text.as_str());
    let files = match &args.act {
        DeskCommand::Reply { files, .. } => files::to_send(files, io)?,
        _ => Vec::new(),
    };
    if let DeskCommand::Fetch { path, .. } = &args.act {
        files::require_free(path)?;
    }
    let agreed = match &args.act {
        DeskCommand::GateCode { act: Some(GateCodeCommand::Agree { words }) } => Some(gate_code(words, io)?),
        _ => None,
    };
    let passphrase = io.passphrase()?;
    let organisation = organisation::fetch(&server, &args.place.org).wait()?;
    let folder = Folder::open(&args.state)?;
    if folder.state.organisation.is_empty() && args.place.org.fingerprint.is_none() {
        io.warn(&format!("the organisation was not checked; its words are: {}", organisation.words()));
    }
    let mut desk = Desk::unlock(server, organisation, folder, args.account.as_deref(), &passphrase).wait()?;
    Ok(match args.act {
        DeskCommand::People => Output::People(desk.people().wait()?),
        DeskCommand::Approve { n, guardian } => Output::Approval(desk.approve(n, guardian).wait()?),
        DeskCommand::GateCode { act: None } => Output::GateCode(desk.gate_code().wait()?),
        DeskCommand::GateCode { act: Some(GateCodeCommand::New) } => {
            Output::NewGateCode(desk.new_gate_code(&mut rng).wait()?)
        }
        DeskCommand::GateCode { act: Some(GateCodeCommand::Agree { .. }) } => {
            Output::Approval(desk.agree_gate_code(agreed.as_ref().map_or("", |words| words.as_str())).wait()?)
        }
        DeskCommand::GateCode { act: Some(GateCodeCommand::Remove) } => {
            Output::Approval(desk.remove_gate_code().wait()?)
        }
        DeskCommand::Reconcile { look: true } => Output::Standing(desk.look_at_log().wait()?),
        DeskCommand::Reconcile { look: false } => Output::Standing(desk.reconcile().wait()?),
        DeskCommand::Inbox => Output::Inbox(desk.inbox(&mut rng).wait()?),
        DeskCommand::Show { n, purpose } => Output::Show(Box::new(desk.show(n, purpose, &mut rng).wait()?)),
        DeskCommand::Fetch { n, file, path } => {
            save(&desk.fetch(n, (file.message, file.file), &mut rng).wait()?, &path)?
        }
        DeskCommand::Reply { n, .. } => Output::Replied(desk.reply_with(n, text, &files, &mut rng).wait()?),
        DeskCommand::TakeBack { n, sequence } => {
            desk.take_back(n, sequence, &mut rng).wait()?;
            Output::taken_back()
        }
        DeskCommand::Note { n } => Output::Noted(desk.note(n, text, &mut rng).wait()?),
        DeskCommand::Triage { n, .. } => {
            Output::Triaged(desk.triage(n, &changes.unwrap_or_default(), &mut rng).wait()?)
        }
        DeskCommand::Log { days } => {
            let from = if days == 0 { Day(0) } else { Day(desk.organisation().today().0.saturating_sub(days)) };
            Output::Log(desk.log(from).wait()?)
        }
        DeskCommand::Accept { .. } | DeskCommand::Export(_) | DeskCommand::Give(_) | DeskCommand::Trends(_) => {
            return Err(Error::NotInThisRelease);
        }
    })
}

fn connect(place: &Place, io: &Io<'_>) -> Result<Server, Error> {
    let proxy = io.environment("ALL_PROXY").or_else(|| io.environment("all_proxy"));
    Server::new(&place.server, proxy.as_deref())
}

fn purpose(name: &str) -> Result<Purpose, String> {
    let found = PURPOSES.into_iter().find(|purpose| purpose.name() == name);
    found.ok_or_else(|| format!("expected one of {}", PURPOSES.map(Purpose::name).join(", ")))
}

#[cfg(test)]
mod tests;
