-- Subtrees of less than sixteen entries are made of the entries when somebody asks.
DELETE FROM ledger_node WHERE level < 4;
