//! Closed lists: each item has a byte in encodings and a name in documents and commands. Neither, once given, changes
//! its meaning.

/// Declares a closed list: `Item = code "name"`, in the order of the list.
macro_rules! closed_list {
    ($(#[$doc:meta])* $list:ident { $($(#[$item_doc:meta])* $item:ident = $code:literal $name:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $list {
            $($(#[$item_doc])* #[doc = concat!("`", $name, "`")] $item,)*
        }

        impl $list {
            /// All of them, in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$item),*];

            /// The byte that stands for it.
            #[must_use]
            pub const fn code(self) -> u8 {
                match self { $(Self::$item => $code),* }
            }

            /// The one with this byte.
            #[must_use]
            pub const fn from_code(code: u8) -> Option<Self> {
                match code { $($code => Some(Self::$item),)* _ => None }
            }

            /// Its name in documents and commands.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$item => $name),* }
            }

            /// The one with this name.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$item),)* _ => None }
            }
        }
    };
}

pub(crate) use closed_list;
