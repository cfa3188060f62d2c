skip-link = Zum Inhalt
busy = Moment…
error-prefix = Fehler: { $title }
languages = Sprache
summary-title = Bitte schau hier kurz
counter-left = Noch etwa { $n } Zeichen
counter-over = Das ist zu lang für ein Mal. Schick diesen Teil; der Rest kann später folgen.

status-new = Angekommen
status-acked = Gelesen
status-dialogue = Im Gespräch
status-clarified = Verstanden
status-action = Wird bearbeitet
status-feedback = Rückmeldung gegeben
status-aftercare = Nachsorge
status-closed = Abgeschlossen
status-erased = Gelöscht
status-unknown = Unbekannt
