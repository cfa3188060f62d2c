skip-link = Zum Inhalt
busy = Moment…
error-prefix = Fehler: { $title }
languages = Sprache
