### Words of the reporter's pages. She may be frightened, hurried, and reading on a phone: short words, true promises.

