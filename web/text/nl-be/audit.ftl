# What an auditor reads: the log of openings, and whether it holds.

## The verdict
audit-unread = Nog niet nagekeken
audit-holds = Het logboek klopt
audit-wrong = Het logboek klopt niet
audit-fetching = Het logboek wordt opgehaald…
audit-counting = { $done } van { $total } regels nagerekend
audit-counting-why = Deze browser rekent het hele logboek zelf na. Tot dat klaar is, zegt deze pagina niet dat het klopt.
audit-holds-lead = Deze browser haalde op { $day } het hele logboek op, { $size } regels, en rekende elke regel na. Ze sluiten op elkaar aan en passen bij de handtekening van het logboek.
audit-health = Staat van het logboek
audit-fact-complete = Volledig tot
audit-complete = alles van voor { $day }
audit-complete-none = nog geen enkele dag afgesloten
audit-fact-size = Omvang
audit-size = { $size } regels
audit-fact-root = Controlegetal (root)
audit-copy = Kopieer alles
audit-copied = Gekopieerd
audit-fact-witness = Getuige van buiten
audit-witness = { $days ->
    [0] { $name } tekende op { $day }, vandaag
    [one] { $name } tekende op { $day }, 1 dag geleden
   *[other] { $name } tekende op { $day }, { $days } dagen geleden
  }
audit-witness-old = Dat is lang. Vraag of de getuige nog draait.
audit-witness-none = Niemand
audit-witness-none-why = Buiten de server onthoudt niemand dit logboek. Wie de server draait, kan het dan van voor af aan herschrijven zonder dat het hier opvalt.
audit-witness-how = Hoe jullie zelf getuige worden, staat in docs/works-councils.md.
audit-fact-readable = Leesbaar met jouw sleutel
audit-readable = vanaf { $day }
audit-readable-none = geen enkele regel. Jouw sleutel opent wat na je goedkeuring gebeurt, zodra die dag is afgesloten.
audit-readable-months = Je koos regels vanaf { $day }. Wat ouder is, is wel nagerekend, maar nu niet geopend.
audit-fact-rest = Regels die hier niet staan
audit-rest-padding = { $count } opvulling, zodat niemand buiten kan tellen hoeveel er gebeurt
audit-rest-sealed = { $count } van andere organisaties, of van voor jouw tijd
audit-rest-erased = { $count } gewist omdat ze te oud zijn
audit-exact = Deze pagina telt precies. Die aantallen blijven bij jou: de leiding krijgt ze nergens te zien, en dat moet zo blijven. Een woord van een melding staat hier nooit.
audit-span = Regels van
audit-span-months = de laatste 3 maanden
audit-span-all = altijd
audit-again = Reken opnieuw na

## What is wrong
audit-wrong-title = { $count ->
    [one] Er is 1 ding dat niet klopt
   *[other] Er zijn { $count } dingen die niet kloppen
  }
audit-wrong-gap = Nummer { $number } ontbreekt bij { $where }. Er is iets gebeurd dat niet in het logboek staat.
audit-wrong-twice = Nummer { $number } staat er twee keer bij { $where }. Twee handelingen kregen hetzelfde nummer.
audit-wrong-changed = De inhoud van regel { $entry } is achteraf veranderd.
audit-wrong-unsigned = Regel { $entry } noemt { $name }, maar { $name } ondertekende die niet. Misschien was het iemand anders.
audit-wrong-resealed = Regel { $entry } sloot een dag af. Daarna zijn de sleutels van die dag verwisseld, dus misschien zie je niet alles.
audit-wrong-dated = Regel { $entry } draagt een dag die niet past bij haar plaats in het logboek. Misschien is de klok van de server teruggezet.
audit-wrong-forked = Dit is niet het logboek waar een getuige van buiten voor tekende. Er zijn dus twee versies van.
audit-wrong-rest = De rest is ook nagerekend; daarin vonden we niets.
audit-broken-title = Wat de server gaf, is niet het logboek dat ondertekend is
audit-broken = De regels passen niet bij de handtekening. Daarom tonen we er geen enkele van. Dat kan een fout zijn, of opzet; van hieruit is dat niet te zien.
audit-do-title = Wat nu
audit-do-keep = Bewaar nu de bestanden bij “Bewaren en tonen” hieronder. Ze tonen later wat er vandaag stond.
audit-do-again = Kijk het na op een ander toestel, met het programma: “micromoed audit verify”. Eindigt dat met code 11, dan klopt het daar ook niet.
audit-do-call = Verwittig een bewaker en wie de server draait, liefst samen, en zeg welke regel het is. Vraag dat niemand nog iets opent tot het uitgelegd is.

## Conversations
audit-thread = gesprek { $thread }
audit-thread-opening = gesprek { $thread } · opening { $number }
audit-thread-number = gesprek { $thread } · nummer { $number }
audit-thread-some = een gesprek
audit-threads-title = Per gesprek
audit-threads-lead = Elke opening en elk antwoord krijgt in zijn gesprek een volgnummer. Ontbreekt er een nummer, dan is er iets weggelaten.
audit-threads-names = Welk gesprek het is, ziet hier niemand. De namen “gesprek 1, 2, 3” gelden alleen voor dit overzicht, en elk jaar krijgt een gesprek een nieuwe schuilnaam.
audit-threads-none = In deze regels komt geen gesprek voor.
audit-threads-more = Toon alle { $count } gesprekken
audit-col-thread = Gesprek
audit-col-openings = Openingen
audit-col-by = Geopend door
audit-col-first = Eerste dag
audit-col-last = Laatste dag
audit-col-numbers = Nummers
audit-numbers-whole = { $from } tot { $to }, zonder gat
audit-numbers-none = nog geen
audit-numbers-missing = ontbreekt: { $numbers }
audit-numbers-twice = dubbel: { $numbers }

## Lines
audit-lines-title = Wat er gebeurde
audit-filter-kind = Wat
audit-filter-all = alles
audit-filter-person = Wie
audit-filter-anybody = iedereen
audit-kind-opened = geopend of gekopieerd
audit-kind-answered = geantwoord
audit-kind-thread = gekomen, gewist, doorgegeven
audit-kind-people = mensen en sleutels
audit-kind-server = de server
audit-kind-figures = cijfers voor de leiding
audit-kind-log = het logboek zelf
audit-lines-found = { $count ->
    [one] 1 regel
   *[other] { $count } regels
  }
audit-lines-empty = Hier staat nog niets dat jouw sleutel opent. Een dag komt erin zodra hij is afgesloten; meestal is dat ’s nachts.
audit-lines-none = Geen enkele regel past bij deze keuze.
audit-lines-more = Toon nog oudere regels ({ $left })
audit-who-operator = Wie de server draait
audit-who-program = Het programma

audit-act-thread-registered = Een melding kwam binnen
audit-act-thread-erased = De melder wiste een gesprek
audit-act-body-release = { $name } opende een gesprek
audit-act-attachment-release = { $name } opende een bestand
audit-act-case-release = { $name } opende een dossier
audit-act-cards-listed = { $name } haalde de lijst op van wat al geopend was
audit-act-reply-sent = { $name } schreef een melder terug
audit-act-export-made = { $name } maakte een kopie van een gesprek
audit-act-share-release = { $name } gaf een deel van een sleutel vrij
audit-act-thread-erased-by-staff = { $name } wiste een gesprek
audit-act-thread-expired = Een gesprek werd gewist omdat de bewaartijd om was
audit-act-thread-given = { $name } gaf een gesprek ook aan iemand anders
audit-act-thread-stepped-aside = { $name } trok zich terug uit een gesprek
audit-act-thread-taken-over = { $name } nam een gesprek over
audit-act-thread-handed-over = { $name } gaf een gesprek door
audit-act-staff-invited = { $name } nodigde iemand uit
audit-act-staff-accepted = Iemand nam een uitnodiging aan
audit-act-roster-changed = De lijst van wie in dienst is, veranderde
audit-act-staff-login-key-changed = { $name } veranderde een sleutel om binnen te komen
audit-act-staff-second-factor-changed = { $name } veranderde de tweede stap bij het ontgrendelen
audit-act-staff-session-opened = { $name } ontgrendelde een bureau
audit-act-organisation-created = De organisatie werd aangemaakt
audit-act-config-changed = { $name } veranderde de instellingen van de server
audit-act-binary-changed = Vanaf hier draait een andere versie van het programma
audit-act-command-run = { $name } gaf de server een opdracht
audit-act-backup-made = { $name } maakte een reservekopie
audit-act-backup-restored = { $name } zette een reservekopie terug
audit-act-release-key-rotated = Er kwam een nieuwe sleutel om openingen vrij te geven
audit-act-release-key-destroyed = Een oude sleutel werd vernietigd. Wat daarmee op slot ging, opent niemand meer
audit-act-trend-committed = De ruis voor nieuwe cijfers werd vastgelegd
audit-act-trend-released = Er verschenen cijfers voor de leiding
audit-act-trend-opened = De ruis van cijfers werd aan een beëdigde nakijker getoond
audit-act-epoch-opened = Een nieuwe dag in het logboek begon
audit-act-epoch-closed = Een dag in het logboek werd afgesloten
audit-act-ledger-sealed = Het logboek ging op slot: iets klopte niet met wat de server onthield. Lezen is dan gesloten
audit-act-ledger-reconciled = Bewakers openden het logboek weer nadat het op slot ging
audit-act-audit-key-changed = Wie deze regels kan lezen, veranderde
audit-act-ledger-bodies-erased = De inhoud van oude regels werd gewist
audit-act-other = { $name } deed iets waar deze pagina nog geen woord voor heeft ({ $act })

audit-for-first-reading = om het voor het eerst te lezen
audit-for-follow-up = om er verder aan te werken
audit-for-reply = om te antwoorden
audit-for-handover = om het door te geven
audit-for-legal-duty = omdat een rechter of de overheid het vraagt
audit-for-export = om een kopie te bewaren
audit-for-cards = om de lijst te tonen
audit-for-erasure = om te wissen

## Files and paper
audit-keep-title = Bewaren en tonen
audit-keep-lead = Dit wordt op dit toestel gemaakt en gaat nergens heen. Bewaar het bij de ondernemingsraad of de gegevensbescherming, niet bij de leiding.
audit-keep-print = Druk een verklaring af
audit-keep-print-why = Eén blad: wat je nakeek, wanneer, en of het klopte. Om te ondertekenen en te tonen.
audit-keep-checkpoint = Bewaar het ijkpunt
audit-keep-checkpoint-why = De handtekening van het logboek van vandaag, zonder namen van mensen. Met “micromoed audit verify --since” zie je later of het logboek er nog op volgt.
audit-keep-csv = Bewaar de regels als tabel
audit-keep-csv-why = CSV, voor een rekenblad. Met namen en aantallen.
audit-keep-json = Bewaar alles als JSON
audit-keep-json-why = Voor wie het met een programma wil nakijken. Met namen en aantallen.
audit-statement-title = Verklaring over het logboek van openingen
audit-statement-what = Op { $day } heb ik het hele openbare logboek van deze dienst opgehaald en in mijn browser nagerekend, van de eerste regel tot de laatste.
audit-statement-organisation = Organisatie
audit-statement-server = Adres
audit-statement-witness = { $name } tekende op { $day }
audit-statement-lines = Regels geopend
audit-statement-result = Uitkomst
audit-statement-none = Het logboek klopt. Ik vond geen enkel probleem.
audit-statement-more = En nog { $count } meer: zie het bestand.
audit-statement-limit = Deze verklaring gaat over het logboek: of er iets uit weg is of aan veranderd. Ze zegt niet wat iemand met het gelezene deed. Ik las geen enkel woord van een melding.
audit-statement-name = Naam en functie
audit-statement-date = Plaats en datum
audit-statement-sign = Handtekening

## Somebody else
audit-door-title = Deze pagina is voor wie het logboek nakijkt
audit-door-lead = Hier rekent iemand van de ondernemingsraad of de gegevensbescherming na wie wat opende. Alleen een sleutel van een nakijker opent die regels.
audit-door-role = Jij bent hier { $role }. Er is niets misgegaan.
audit-door-desk = Naar mijn bureau
audit-door-again = Je ontgrendelt daar opnieuw. Wil je zelf nakijken, dan moet iemand je als nakijker uitnodigen.
