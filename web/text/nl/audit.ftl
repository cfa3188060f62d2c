### Only what differs from nl-BE.

audit-do-call = Waarschuw een bewaker en wie de server draait, liefst samen, en zeg welke regel het is. Vraag dat niemand nog iets opent tot het uitgelegd is.
audit-act-backup-made = { $name } maakte een back-up
audit-act-backup-restored = { $name } zette een back-up terug
audit-keep-csv-why = CSV, voor een spreadsheet. Met namen en aantallen.
