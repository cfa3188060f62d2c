# The coach's desk. One noun per secret: wachtzin, herstelblad, woorden van {$naam}.

## The frame
desk-title = Bureau
desk-of = bureau van { $name }
desk-skip = Naar de gesprekken
desk-search = Zoek
desk-palette = Alles wat kan
desk-hide = Verberg alles
desk-hide-short = Verberg
desk-lock = Vergrendel
desk-menu = Meer
desk-back = Terug
desk-close = Sluit
desk-change = Wijzig
desk-cancel = Toch niet
desk-again = Probeer opnieuw
desk-print = Druk af
desk-save = Bewaar
desk-undo = Ongedaan maken
desk-nav = Gesprekken en bureau
desk-test = Testopstelling: hier horen geen echte gesprekken.
desk-hidden = Verborgen. { $key } om terug te keren
desk-hidden-title = Leeg blad
desk-hidden-back = Toon alles weer
desk-locked-title = Vergrendeld
desk-offline = Geen verbinding. Lezen wat open staat en schrijven kan; versturen en openen wacht.
desk-wait = Een ogenblik…
desk-wait-long = Dit duurt langer dan gewoonlijk. Je kan wachten of later terugkomen; er gaat niets verloren.

## Lock
desk-idle = { $minutes ->
    [one] Je bent even stil. Over 1 minuut vergrendelt je bureau.
   *[other] Je bent even stil. Over { $minutes } minuten vergrendelt je bureau.
  }
desk-idle-drafts = Wat je een melder aan het schrijven was, blijft bewaard als ontwerp.
desk-idle-notes = { $notes ->
    [one] Een notitie die je nog niet bewaarde, gaat dan verloren.
   *[other] { $notes } notities die je nog niet bewaarde, gaan dan verloren.
  }
desk-idle-stay = Ik ben er nog
desk-lock-drafts-title = { $drafts ->
    [one] Er staat nog 1 ding dat niet bewaard is
   *[other] Er staan nog { $drafts } dingen die niet bewaard zijn
  }
desk-lock-drafts = Ontwerpen van antwoorden liggen verzegeld op de server. Een notitie die je niet bewaart, bestanden die je koos, en wat de server nu niet kan aannemen, gaat bij het vergrendelen verloren.
desk-lock-drafts-stay = Ik blijf nog even
desk-lock-drafts-go = Vergrendel en wis het

## Unlock
desk-unlock-title = Ontgrendel je bureau
desk-unlock-lead = Je wachtzin verlaat dit toestel niet. Na { $minutes } minuten stilte gaat je bureau weer op slot.
desk-unlock-slug = Organisatie
desk-unlock-slug-hint = Het korte woord in het adres van jullie pagina.
desk-unlock-account = Korte naam
desk-unlock-account-hint = Die koos je toen je de uitnodiging aannam, bijvoorbeeld “ilse”.
desk-unlock-words = Wachtzin
desk-unlock-words-hint = Zes woorden, met spaties of streepjes ertussen.
desk-unlock-kit = Herstelblad
desk-unlock-kit-hint = De zeven groepen van je blad. Kleine letters mogen ook.
desk-unlock-show = Toon wat ik typ
desk-unlock-go = Ontgrendel
desk-unlocking = Ontgrendelen… een seconde of twee
desk-unlock-use-kit = Herstelblad gebruiken
desk-unlock-use-words = Wachtzin gebruiken
desk-unlock-unknown = “{ $word }” staat niet in de lijst. Bedoelde je “{ $nearest }”?
desk-unlock-take = Neem “{ $nearest }”
desk-unlock-other = Lukt geen van beide? Vraag een andere coach om je opnieuw uit te nodigen. Je oude gesprekken blijven bij wie ze kan openen.
desk-unlock-other-title = Een andere coach vragen
desk-unlock-invited = Ik heb een uitnodiging
desk-unlock-after-idle = Je bureau ging op slot omdat het even stil was.
desk-unlock-after-ended = Je bent ergens anders afgemeld. Daarom ging je bureau op slot.
desk-unlock-after-lock = Je bureau is op slot. Op dit toestel staat niets meer.
desk-unlock-held-back = Een antwoord dat nog wachtte, is niet verstuurd. Het staat als ontwerp in zijn gesprek.
desk-unlock-required-slug = Vul de organisatie in.
desk-unlock-required-account = Vul je korte naam in.
desk-unlock-required-words = Typ je wachtzin.
desk-unlock-required-kit = Typ de groepen van je herstelblad.
desk-unlock-count = { $words ->
    [one] Je typte 1 woord. Een wachtzin heeft er zes.
   *[other] Je typte { $words } woorden. Een wachtzin heeft er zes.
  }
desk-unlock-wrong-words = Deze zes woorden openen dit bureau niet. Er is niets kwijt. Kijk de volgorde na, en of de korte naam klopt.
desk-unlock-wrong-kit = Dit herstelblad opent dit bureau niet. Er is niets kwijt. Kijk of het blad bij deze organisatie en deze korte naam hoort.
desk-unlock-typing-kit = Er zit een tikfout in het herstelblad. Kijk vooral naar B/8, S/5, Z/2 en G/6. Er is nog niets verstuurd.
desk-unlock-no-organisation = We kennen geen organisatie “{ $slug }”. Er is nog niets verstuurd. Kijk het adres na op jullie affiche.
desk-unlock-pending-title = Nog even wachten, { $account }
desk-unlock-pending = Je bureau is open, maar een bewaker moet je nog goedkeuren. Bel een van hen en lees je zeven woorden voor.
desk-unlock-pending-words = Jouw zeven woorden
desk-unlock-pending-who = Wie kan goedkeuren
desk-unlock-pending-look = Vergrendel, en kom later terug
desk-unlock-pending-lost = Je zeven woorden staan op je herstelblad.

## Errors: what happened, what is safe, what now
desk-error-unacknowledged = De server antwoordt niet. Wat je schreef staat nog hier. Probeer het straks opnieuw; dubbel tellen kan niet.
desk-error-busy = De server heeft het even te druk. Er is niets verloren. Probeer het over een minuut opnieuw.
desk-error-too-many = Dit is vaker dan we op korte tijd toelaten. Er is niets verloren. Wacht een paar minuten.
desk-error-forbidden = Dit mag je account niet. Er is niets veranderd. Vraag een bewaker van je organisatie.
desk-error-not-found = Dit bestaat niet op deze server. Er is niets veranderd. Kijk na of je op het goede adres bent.
desk-error-stale = Iemand anders was je net voor. Jouw tekst staat nog hier. Open het gesprek opnieuw en vergelijk.
desk-error-too-late = Te laat: de melder kan dit al lezen. Er is niets veranderd. Schrijf eventueel een rechtzetting.
desk-error-sealed = Lezen is gesloten tot het logboek is nagekeken. Nieuwe gesprekken komen nog binnen. Verwittig wie de server draait.
desk-error-stopped = Je stopte het. Wat al verstuurd is, hoeft niet opnieuw.
desk-error-no-room = De server heeft nu geen plaats voor deze bestanden. Stuur ze later, of stuur er minder.
desk-error-problem = De server weigerde dit. Er is niets veranderd. Probeer opnieuw, of geef de code hieronder door aan wie de server draait.
desk-error-distrust = Wat de server gaf, klopt niet met wat eerder vaststond. We tonen niets tot dat wel klopt. Verwittig een bewaker en wie de server draait.
desk-error-erased = Dit gesprek is gewist. Er staat niets meer van op de server. Je hoeft niets te doen.
desk-error-no-recipient = Er is niemand die dit mag lezen. Er is niets verstuurd. Vraag een bewaker wie in dienst is.
desk-error-too-long = Dit is te lang. Er is niets verstuurd en je tekst staat nog hier. Kort hem in, of maak er twee van.
desk-error-refused = Dit kan hier niet. Er is niets veranderd. De reden staat hieronder.
desk-error-usage = Iets van wat je typte, kan zo niet. Er is niets veranderd. De reden staat hieronder.
desk-error-typing = Er zit een tikfout in wat je typte. Er is nog niets verstuurd. Kijk het nog eens na.
desk-error-newer = Dit gesprek is geschreven met een nieuwere versie. Er is niets kwijt. Vernieuw deze pagina.
desk-error-module = Het slot kon niet geladen worden. Er is niets verstuurd. Vernieuw deze pagina, of neem een andere browser.
desk-error-uncompiled = Het bureau heeft WebAssembly nodig, en deze browser staat het niet toe: vaak is dat een extra veilige stand. Er is niets verstuurd. Zet die stand uit voor dit adres, of neem een andere browser.
desk-error-fault = Dit is een fout van ons. Wat op de server staat, is veilig. Vernieuw deze pagina en probeer opnieuw.
desk-error-code = Code: { $code }

## Accept an invitation
desk-accept-title = Neem je uitnodiging aan
desk-accept-paste = Uitnodiging
desk-accept-paste-hint = Plak de hele uitnodiging. Je vindt ze in de brief of het bericht dat je kreeg.
desk-accept-look = Kijk na
desk-accept-required = Plak hier je uitnodiging.
desk-accept-typing = Deze uitnodiging is niet volledig of er zit een tikfout in. Er is nog niets verstuurd. Plak ze nog eens in haar geheel.
desk-accept-gone = Deze uitnodiging kennen we niet, of ze is al gebruikt. Er is niets veranderd. Vraag een nieuwe aan wie ze je gaf.
desk-accept-step = Stap { $step } van 4
desk-accept-who-title = Wie je hier zal zijn
desk-accept-who-organisation = Organisatie
desk-accept-who-role = Je rol
desk-accept-who-first = Jij bent de eerste. Met jou begint de lijst van wie in dienst is.
desk-accept-who-by = Wie jou uitnodigde
desk-accept-who-by-first = Wie de server draait, maakte deze uitnodiging.
desk-accept-who-by-other = Iemand van deze organisatie. De server bewaart niet wie. Twijfel je, bel dan eerst.
desk-accept-who-next = Na je aanvraag keurt een bewaker je goed. Jij leest dan je zeven woorden voor.
desk-accept-name = Je naam, zoals melders hem zien
desk-accept-account = Je korte naam, om te ontgrendelen
desk-accept-account-hint = Kleine letters, cijfers en streepjes. Laat leeg: dan maken we hem van je naam.
desk-accept-name-required = Vul je naam in.
desk-accept-account-form = Neem 2 tot 40 kleine letters, cijfers of streepjes.
desk-accept-who-go = Maak mijn sleutels
desk-accept-making = Sleutels maken op dit toestel… een seconde of twee
desk-accept-nothing-yet = Er bestaat nog niets op de server. Sluit je dit blad, dan blijft je uitnodiging geldig.
desk-accept-words-title = Je wachtzin
desk-accept-words-lead = Met deze zes woorden open je je bureau. Schrijf ze op papier, in deze volgorde. Niemand kan ze opnieuw maken, ook wij niet.
desk-accept-words-other = Andere woorden
desk-accept-words-other-hint = Dan krijg je ook een nieuw herstelblad.
desk-accept-words-go = Ik heb ze opgeschreven
desk-accept-kit-title = Je herstelblad
desk-accept-kit-lead = Voor de dag dat je je wachtzin kwijt bent. Leg dit blad op een andere plek dan je wachtzin, achter slot.
desk-accept-kit-go = Het blad ligt veilig
desk-accept-kit-saved = Bewaard. Nu staat het ook op dit toestel: verplaats het naar een veilige plek.
desk-accept-kit-save = Bewaar als bestand
desk-accept-kit-file = herstelblad.txt
desk-accept-check-title = Even nakijken
desk-accept-check-lead = Typ over van je papier. Zo weten we allebei dat het goed staat. Daarna pas bestaat je account.
desk-accept-check-word = Woord { $number } van je wachtzin
desk-accept-check-group = Groep { $number } van je herstelblad
desk-accept-check-wrong-word = Dit is niet woord { $number }. Kijk op je papier; de rest mag blijven staan.
desk-accept-check-wrong-group = Dit is niet groep { $number }. Kijk op je blad; de rest mag blijven staan.
desk-accept-check-go = Maak mijn account
desk-accept-check-sending = Je account wordt gemaakt…
desk-accept-taken = De korte naam “{ $account }” is al bezet, of de uitnodiging is intussen gebruikt. Er is niets gemaakt. Ga terug en kies een andere korte naam.
desk-accept-done-title = Welkom, { $name }
desk-accept-done-account = Je korte naam is { $account }. Die typ je bij het ontgrendelen.
desk-accept-done-pending = Nog één stap: een bewaker moet je goedkeuren. Bel, en lees deze zeven woorden voor. Stuur ze niet: het gaat om je stem.
desk-accept-done-first = Dit zijn de woorden van { $slug }. Ze horen op de affiche: wie een melding schrijft, kan er mee nagaan dat dit de echte pagina is.
desk-accept-done-poster = Druk de affiche af
desk-accept-done-unlock = Open mijn bureau
desk-accept-mine = Jouw zeven woorden

## Roles
desk-role-coach = coach
desk-role-fallback = vertrouwenspersoon buiten de lijn
desk-role-auditor = nakijker
desk-role-management = leiding
desk-guardian = bewaker
desk-deputy = vervanger

## Views and list
desk-view-today = Vandaag
desk-view-me = Wacht op mij
desk-view-reporter = Wacht op melder
desk-view-aftercare = Nazorg
desk-view-closed = Afgesloten
desk-view-all = Alles
desk-view-count = { $count ->
    [one] gesprek
   *[other] gesprekken
  }
desk-list = Gesprekken: { $view }
desk-list-loading = Je gesprekken worden opgehaald en op dit toestel geopend…
desk-list-progress = { $done } van { $total } op dit toestel geopend
desk-list-last = laatste
desk-list-first = eerste
desk-row-new = Nieuw gesprek
desk-row-new-line = De tekst opent pas als jij dat vraagt.
desk-row-damaged = Kaart kan niet gelezen worden
desk-row-damaged-line = Het gesprek zelf kan nog heel zijn. Open het om te kijken.
desk-row-erased = Gewist
desk-row-erased-line = Gewist op vraag van de melder, of omdat de bewaartijd om was.
desk-row-plain = Nog geen thema
desk-row-no-line = Nog geen regel. Open het gesprek en schrijf er een met { $key }.
desk-row-no-line-plain = Nog geen regel. Open het gesprek en schrijf er een.
desk-row-marked = aangeduid
desk-marking = Duid aan
desk-marking-done = Klaar
desk-marking-lead = Tik op de gesprekken die je wilt aanduiden.
desk-marked = { $count ->
    [one] 1 gesprek aangeduid.
   *[other] { $count } gesprekken aangeduid.
  }
desk-marked-unread = { $count ->
    [one] 1 daarvan las je deze keer nog niet. Open het eerst.
   *[other] { $count } daarvan las je deze keer nog niet. Open ze eerst.
  }
desk-unmark = Duid niets meer aan
desk-chip-answer = antwoord { $day }
desk-chip-answer-today = antwoord vandaag
desk-chip-answer-late = antwoord te laat
desk-chip-feedback = terugkoppeling { $day }
desk-chip-feedback-today = terugkoppeling vandaag
desk-chip-feedback-late = terugkoppeling te laat
desk-new = { $count ->
    [one] 1 nieuw gesprek. De tekst opent pas als jij het opent; elke opening komt in het logboek.
   *[other] { $count } nieuw. De tekst opent pas als jij ze opent; elke opening komt in het logboek.
  }
desk-open-all = { $count ->
    [one] Open het nieuwe
   *[other] Open alle nieuwe
  }
desk-open-all-title = { $count ->
    [one] Open 1 (1 regel in het logboek)
   *[other] Open { $count } ({ $count } regels in het logboek)
  }
desk-open-all-note = De melder kan zien dat jij opende, en op welke dag.
desk-opening = { $done } van { $total } geopend
desk-open-stop = Stop na deze
desk-open-stopping = Stopt na deze reeks…
desk-open-done = { $count ->
    [one] 1 gesprek geopend
   *[other] { $count } gesprekken geopend
  }
desk-refresh-short = Ververs
desk-empty = Er wacht niets op jou. Haal even adem.
desk-empty-next = Eerstvolgend: { $day }, { $what ->
    [answer] een antwoord
   *[feedback] een terugkoppeling
  }.
desk-empty-view = Hier staat niets.
desk-searching = Zoek in kaarten en geopende gesprekken
desk-search-clear = Wis
desk-search-clear-name = Wis zoekwoord
desk-search-found = { $count ->
    [0] Niet gevonden in geopende gesprekken.
    [one] 1 gevonden
   *[other] { $count } gevonden
  }
desk-search-unopened = { $count ->
    [one] 1 is nog nieuw; daarin zoeken we niet.
   *[other] { $count } zijn nog nieuw; daarin zoeken we niet.
  }

## First day
desk-first-title = Je eerste dag
desk-first-lead = Drie dingen van twee minuten. Ze vinken zichzelf af.
desk-first-poster = Druk de affiche af
desk-first-poster-why = Met de woorden van je organisatie erop.
desk-first-poster-do = Toon de affiche
desk-first-trial = Stuur jezelf een proefmelding
desk-first-trial-why = Met je gsm, antwoord erop, en wis ze daarna samen.
desk-first-trial-do = Kijk of ze er is
desk-first-second = Laat een tweede persoon goedkeuren
desk-first-second-why = Zodat er iemand is als jij weg bent.
desk-first-second-do = Naar de mensen
desk-first-away = Verberg deze kaart
desk-done = gedaan
desk-not-done = nog te doen

## Case
desk-case-none = Kies links een gesprek.
desk-case-none-hint = Met { $open } open je wat is aangeduid.
desk-case-untitled = Gesprek van { $day }
desk-case-opening = Openen…
desk-case-logged = Openen komt in het logboek. De melder ziet de dag, niet het uur.
desk-case-failed = Dit gesprek ging niet open
desk-thread = Gesprek
desk-reporter = Melder
desk-you = jij
desk-letter-signed = handtekening klopt
desk-letter-held = De melder kan dit nog niet lezen. Leesbaar vanaf { $when }.
desk-take-back = Neem terug
desk-taken-back = Teruggenomen. De melder heeft dit niet gelezen. Je tekst staat weer in het vak.
desk-taken-back-files = De bestanden gingen mee terug. Kies ze opnieuw als je ze nog wil sturen.
desk-letter-plain = Adressen in een tekst kan je niet aanklikken, met opzet.
desk-letter-status = { $author } zette de stand op “{ $status }”.
desk-letter-give = { $from } gaf dit gesprek door aan { $to }.
desk-letter-continued = Dit gesprek gaat verder dan een eerder gesprek.
desk-letter-lift = De melder laat { $name } toch meelezen.
desk-letter-withdraw = De melder trekt dit in. Wat je las, mag je niet verder gebruiken zonder haar ja.
desk-letter-talk = Over een gesprek onder vier ogen.
desk-letter-check-in = Antwoord op de vraag of het nu beter gaat.
desk-letter-files = Bestanden.
desk-file-fetch = Haal op
desk-file-logged = Elk bestand dat je ophaalt, wordt een regel in het logboek. De melder ziet dat.
desk-file-fetching = Wordt opgehaald: { $percent } %
desk-file-stop = Stop
desk-file-save = Bewaar
desk-file-picture = Foto: { $name }
desk-file-warning = Opgehaald en gaaf. We openen het hier niet: een document kan bij het openen het internet op gaan en zo tonen wie het las. Open het zonder netwerk. Wat je bewaart, ligt op dit toestel.
desk-file-damaged = Dit bestand is beschadigd, of niet wat de melder stuurde. Er is niets van getoond.
desk-file-kind-image = foto
desk-file-kind-pdf = pdf
desk-file-kind-audio = geluid
desk-file-kind-video = film
desk-file-kind-other = bestand
desk-damage-unreadable = Eén bericht kan niet gelezen worden. De rest van het gesprek klopt.
desk-damage-newer = Eén bericht is geschreven met een nieuwere versie. Vernieuw deze pagina om het te lezen.
desk-damage-gap = Hier ontbreekt een bericht. Wat ervoor en erna staat, is echt.
desk-damage-fork = Hier staan twee berichten op dezelfde plaats. Vertrouw geen van beide voor je het navroeg.
desk-damage-unseen = Wie dit schreef, had een eerder bericht nog niet gezien. Lees ze samen.
desk-damage-save = Bewaar technisch verslag
desk-damage-file = verslag.txt
desk-erased-title = Dit gesprek is gewist
desk-erased = Op vraag van de melder, of omdat de bewaartijd om was. Er staat niets meer van op de server of op dit toestel.
desk-case-another-roster = Het toestel van de melder kreeg een andere lijst van wie in dienst is dan jij. Misschien toont iemand haar of hem iets apart. Vraag het de andere bewakers, onder vier ogen.
desk-records-damaged = { $count ->
    [one] 1 notitie of kaart van dit gesprek kan niet gelezen worden. De rest klopt.
   *[other] { $count } notities of kaarten van dit gesprek kunnen niet gelezen worden. De rest klopt.
  }

## Reply
desk-reply = Antwoord aan de melder
desk-reply-line = Gaat naar: de melder · ondertekend: { $name } · leesbaar vanaf { $when }
desk-reply-now = meteen
desk-reply-at = { $time } u
desk-reply-today = vandaag { $time }
desk-reply-on = { $day } { $time }
desk-reply-send = Verstuur naar de melder
desk-reply-files = Bestanden meesturen
desk-reply-files-where = De melder haalt ze zelf op, misschien op een toestel dat anderen gebruiken.
desk-reply-files-over = Meer dan 10 gaan niet in één antwoord. Stuur de andere met een volgend.
desk-reply-template = Sjabloon
desk-reply-template-none = Kies een sjabloon…
desk-reply-hole = Er staat nog “[…]” in je tekst. Vul dat eerst in.
desk-reply-empty = Schrijf eerst iets.
desk-reply-link = De melder kan hier niet op klikken, met opzet.
desk-reply-room = { $percent } % van { $most } kB gevuld
desk-reply-over = Te lang voor één bericht. Maak er twee van.
desk-reply-pasted = Dit lijkt op een notitie. De melder zal het lezen. Klopt dat?
desk-reply-pasted-yes = Ja, het mag
desk-reply-pasted-no = Neem het weer weg
desk-reply-held = Je antwoord vertrekt zo. { $seconds ->
    [one] Nog 1 tel.
   *[other] Nog { $seconds } tellen.
  }
desk-reply-sending = Wordt op slot gedaan en verstuurd…
desk-reply-sent = Verstuurd, leesbaar vanaf { $when }. Tot dan kan je het terugnemen.
desk-reply-sent-now = Verstuurd. De melder kan het nu lezen.
desk-draft-kept = Ontwerp bewaard
desk-draft-failed = Dit ontwerp is nog niet bewaard.
desk-reply-failed = Je antwoord vertrok niet. De tekst staat weer in het vak.
desk-template-thanks = Dank en gelezen
desk-template-thanks-text = Dag, dank je om dit te schrijven. Ik heb het rustig gelezen. Als ik het goed begrijp, gaat het over […]. Klopt dat? Ik doe niets zonder dat jij weet wat. Wat zou voor jou een eerste kleine stap vooruit zijn?
desk-template-heavy = Zwaar verhaal
desk-template-heavy-text = Wat je beschrijft is niet niks, en het is niet jouw fout dat je er last van hebt. Ben je nu veilig? Je mag hier alles in je eigen tempo vertellen, of niet vertellen. Je kan naast mij ook terecht bij […].
desk-template-recognisable = Te herkenbaar
desk-template-recognisable-text = In je tekst staat iets waaraan collega’s je kunnen herkennen: […]. Dat neem ik niet mee. Is het goed als ik alleen het thema gebruik: “[…]”?
desk-template-other-way = Andere weg
desk-template-other-way-text = Dit gaat verder dan wat ik mag behandelen. Er is een wettelijke weg die je beter beschermt: […]. Ik leg uit hoe die werkt, jij beslist. Ik geef niets door zonder jouw ja.
desk-template-about-coach = Over de coach
desk-template-about-coach-text = Deze melding gaat over de coach. De coach kan ze niet lezen. Ik ben […] en ik antwoord je.
desk-template-feedback = Terugkoppeling
desk-template-feedback-text = Dit is ermee gebeurd: […]. Dit lukte niet: […]. Dit volg ik nog op tot […]. Merk je er al iets van? Eén woord is genoeg.
desk-template-silence = Geen reactie na 14 dagen
desk-template-silence-text = De deur blijft open. Je hoeft niets te doen. Ik kijk hier nog tot […].

## Notes
desk-notes = Notities onder coaches
desk-notes-never = De melder kan dit nooit openen.
desk-note = Notitie voor coaches, de melder kan dit nooit openen
desk-note-save = Bewaar notitie
desk-note-saving = Wordt op slot gedaan en bewaard…
desk-note-saved = Notitie bewaard
desk-note-none = Nog geen notities.

## Triage
desk-triage = Labels
desk-triage-open = Labels en termijnen
desk-label-status = Stand
desk-label-category = Thema
desk-label-severity = Ernst
desk-label-urgency = Hoe snel
desk-label-flags = Let op
desk-label-keeper = Wie volgt op
desk-label-line = Eén regel
desk-label-themes = Trefwoorden
desk-label-unit = Afdeling
desk-label-none = niet ingevuld
desk-label-clear = Haal weg
desk-label-find = Typ om te zoeken
desk-label-nothing = Niets gevonden
desk-label-hint-line = In je eigen woorden, zonder namen. Alleen coaches zien dit.
desk-label-hint-themes = Gescheiden door komma’s.
desk-label-told = Melder leest: “{ $told }”
desk-label-told-lead = Dit leest de melder ook, vanaf { $when }.
desk-triaged = { $label }: { $value }
desk-triaged-status = De melder leest vanaf { $when }: “{ $told }”. { $seconds ->
    [one] Nog 1 tel.
   *[other] Nog { $seconds } tellen.
  }
desk-triaged-junk = { $count ->
    [one] 1 gesprek als rommel gemerkt
   *[other] { $count } gesprekken als rommel gemerkt
  }
desk-undone = Ongedaan gemaakt
desk-clock-answer = Eerste antwoord
desk-clock-answer-by = ten laatste { $day }
desk-clock-answered = gegeven op { $day }
desk-clock-late = te laat: { $day }
desk-clock-feedback = Terugkoppeling
desk-readers = Wie kan lezen
desk-excluded = Wie niet mag lezen
desk-close-case = Sluit af

desk-category-bullying = Pesten of uitsluiten
desk-category-sexual = Ongewenst seksueel gedrag
desk-category-aggression = Agressie, roepen, dreigen
desk-category-third_party = Agressie door klanten
desk-category-discrimination = Discriminatie of racisme
desk-category-favouritism = Voortrekken, ongelijke behandeling
desk-category-cliques = Kliekjes en roddels
desk-category-conflict = Conflict dat blijft hangen
desk-category-leadership = Manier van leidinggeven
desk-category-micromgmt = Te veel controle, te weinig vertrouwen
desk-category-recognition = Te weinig waardering
desk-category-growth = Onduidelijk groeipad
desk-category-evaluation = Evaluatie of beloning
desk-category-workload = Werkdruk en tempo
desk-category-roster = Uren, planning, bereikbaarheid
desk-category-clarity = Onduidelijke taken of tegenstrijdige opdrachten
desk-category-communication = Communicatie en informatie
desk-category-change = Verandering of onzekerheid
desk-category-environment = Werkplek, lawaai, materiaal
desk-category-safety = Onveilige situatie
desk-category-wellbeing = Het gaat niet goed met mij of een collega
desk-category-privacy = Privacy of controle op personeel
desk-category-integrity = Fraude, integriteit, regels
desk-category-retaliation = Nadeel na een melding
desk-category-idea = Idee of verbetering
desk-category-positive = Iets wat goed gaat
desk-category-other = Iets anders
desk-severity-S1 = S1 ergernis
desk-severity-S2 = S2 terugkerend, raakt de samenwerking
desk-severity-S3 = S3 schaadt gezondheid of veiligheid
desk-severity-S4 = S4 strafbaar of acuut
desk-short-S1 = S1 ergernis
desk-short-S2 = S2 terugkerend
desk-short-S3 = S3 schaadt
desk-short-S4 = S4 acuut
desk-urgency-U0 = Kan wachten
desk-urgency-U1 = Liefst binnen de week
desk-urgency-U2 = Zo snel mogelijk
desk-urgency-U3 = Er is nu gevaar
desk-status-new = Nieuw
desk-status-acked = Bevestigd
desk-status-dialogue = In gesprek
desk-status-clarified = Beoordeeld
desk-status-action = In actie
desk-status-feedback = Terugkoppeling gegeven
desk-status-aftercare = Nazorg
desk-status-closed = Afgesloten
desk-status-erased = Gewist
desk-told-new = Aangekomen
desk-told-acked = Gelezen
desk-told-dialogue = In gesprek
desk-told-clarified = Begrepen
desk-told-action = Er wordt aan gewerkt
desk-told-feedback = Terugkoppeling gegeven
desk-told-aftercare = Nazorg
desk-told-closed = Afgerond
desk-told-erased = Gewist
desk-flag-detriment-risk = Risico op nadeel
desk-flag-multiple-voices = Meerdere stemmen
desk-flag-about-the-coach = Gaat over de coach
desk-flag-junk = Rommel

## People
desk-people = Mensen
desk-people-in-office = In dienst
desk-people-pending = Wacht op goedkeuring
desk-people-none = Niemand wacht op goedkeuring.
desk-people-words = Woorden van { $name }
desk-people-no-words = De sleutel van { $name } wordt nu niet gegeven.
desk-people-approve = Vergelijk de woorden
desk-people-guardians-only = Alleen een bewaker kan goedkeuren. Vraag het aan { $names }.
desk-people-proposal = { $signatures } van { $needed } handtekeningen onder de nieuwe lijst met { $names }.
desk-people-removal = { $name } gaat op { $day } uit de lijst van bewakers, met één handtekening. Wist je dat niet? Vraag het na voor die dag.
desk-people-quiet = Sinds { $day } bevestigde geen enkel bureau de lijst van wie in dienst is. Ontgrendelen en de lijst ophalen doet dat vanzelf.
desk-people-invite = Iemand uitnodigen doet wie de server draait.
desk-code-title = Wie mag schrijven
desk-code-open = Iedereen kan schrijven: er wordt geen code gevraagd.
desk-code-since = Wie schrijft, heeft de code op de affiche nodig. Deze geldt sinds { $day }.
desk-code-former = De code van ervoor geldt ook nog: wie net aan het schrijven is, wordt niet tegengehouden. Maak je er nog een, dan vervalt ze.
desk-code-make = Maak een code
desk-code-renew = Maak een nieuwe code
desk-code-remove = Vraag geen code meer
desk-code-made = Dit is de code. Je ziet ze alleen nu: druk de affiche af of schrijf ze over.
desk-code-print = Druk de affiche af
desk-code-counts = Ze geldt vanaf nu.
desk-code-second = Ze geldt zodra een andere bewaker tekent. Geef die deze woorden.
desk-code-proposal = Een andere bewaker maakte een code. Typ de woorden over die je kreeg, en teken mee.
desk-code-proposal-mine = Jouw code wacht op een andere bewaker.
desk-code-proposal-remove = Er is voorgesteld om geen code meer te vragen.
desk-code-signatures = { $signatures } van { $needed } handtekeningen.
desk-code-words = Woorden van de code
desk-code-wrong = Dat zijn niet de woorden die je collega maakte. Kijk elk woord na.
desk-code-agree = Teken mee
desk-code-why = Een code houdt buitenstaanders weg. Ze is voor iedereen dezelfde en zegt dus niet wie schrijft. Geef niemand een eigen code: het toestel van wie schrijft, weigert die.
desk-roster-changed = Wie hier meeleest of tekent, is veranderd sinds je vorige keer.
desk-roster-added = Erbij: { $name }, { $role }
desk-roster-removed = Weg: { $name }, { $role }
desk-roster-ask = Wist je dit niet? Vraag het een bewaker onder vier ogen, voor je iets opent.
desk-approve-title = Is dit { $name }?
desk-approve-role = Wil beginnen als { $role }
desk-approve-call = Bel { $name }. Laat haar of hem alle zeven de woorden voorlezen, in deze volgorde.
desk-approve-heard = Ik hoorde alle zeven
desk-approve-pick = Welk woord stond op plaats { $number }?
desk-approve-pick-lead = Nog twee woorden, om zeker te zijn dat het niet vanzelf ging.
desk-approve-pick-wrong = Dat is niet het woord op plaats { $number }. Bel opnieuw en luister alle zeven nog eens af.
desk-approve-guardian = Deze persoon wordt ook bewaker
desk-approve-guardian-hint = Een bewaker keurt mee goed wie erbij komt.
desk-approve-no = Ze kloppen niet
desk-approve-yes = Ze kloppen
desk-approve-sending = Je handtekening wordt gezet…
desk-approve-done = Goedgekeurd door { $by } op { $day }, per telefoon.
desk-approve-signatures = { $signatures } van { $needed } handtekeningen. De andere bewakers moeten nog.
desk-approve-refused-title = Niets is goedgekeurd
desk-approve-refused = De woorden van { $name } kloppen niet. Er is niets veranderd.
desk-approve-refused-old = Het kan een oude uitnodiging zijn: laat { $name } een nieuwe vragen.
desk-approve-refused-wrong = Het kan de verkeerde persoon zijn: kijk wie je belde.
desk-approve-refused-third = Is het geen van beide, dan deed iemand zich voor als { $name }. Verwittig de andere bewakers en wie de server draait.

## Keys, palette
desk-help-title = Toetsen
desk-help-lead = Alles kan ook met muis of vinger.
desk-help-mode = Sneltoetsen
desk-help-mode-plain = aan
desk-help-mode-ctrl = met Ctrl
desk-help-mode-off = uit
desk-help-group-move = Bewegen
desk-help-group-case = In een gesprek
desk-help-group-label = Labels
desk-help-group-go = Naar
desk-help-group-desk = Bureau
desk-palette-find = Wat wil je doen?
desk-palette-none = Niets dat nu kan, heet zo.
desk-do-next = Volgende rij
desk-do-previous = Vorige rij
desk-do-first = Eerste rij
desk-do-last = Laatste rij
desk-do-open = Open gesprek
desk-do-next-for-me = Volgende die op mij wacht
desk-do-back-to-previous = Vorig gesprek
desk-do-leave = Terug naar de lijst
desk-do-mark = Duid aan
desk-do-mark-next = Duid aan en ga verder omlaag
desk-do-mark-previous = Duid aan en ga verder omhoog
desk-do-junk = Merk als rommel
desk-do-open-all = Open alle nieuwe
desk-do-refresh = Kijk of er iets nieuws is
desk-do-reply = Antwoord
desk-do-send = Verstuur of bewaar het vak waarin je typt
desk-do-note = Schrijf een notitie
desk-do-category = Thema
desk-do-severity = Ernst
desk-do-urgency = Hoe snel
desk-do-status = Stand
desk-do-flags = Let op
desk-do-keeper = Wie volgt op
desk-do-line = Eén regel
desk-do-themes = Trefwoorden
desk-do-unit = Afdeling
desk-do-close-case = Sluit gesprek af
desk-do-print-case = Druk gesprek af
desk-do-undo = Ongedaan maken
desk-do-go-today = Vandaag
desk-do-go-me = Wacht op mij
desk-do-go-reporter = Wacht op melder
desk-do-go-aftercare = Nazorg
desk-do-go-closed = Afgesloten
desk-do-go-all = Alles
desk-do-go-people = Mensen
desk-do-search = Zoek
desk-do-palette = Alles wat kan
desk-do-help = Toetsen
desk-do-hide = Verberg alles
desk-do-lock = Vergrendel
desk-do-poster = Affiche
desk-do-first-day = Je eerste dag

## Print
desk-print-title = Blad
desk-print-kit-title = Herstelblad
desk-print-kit-organisation = Organisatie
desk-print-kit-name = Naam
desk-print-kit-account = Korte naam
desk-print-kit-organisation-words = Woorden van de organisatie
desk-print-kit-own-words = Woorden van { $name }
desk-print-kit-how = Zo gebruik je dit blad
desk-print-kit-step1 = Ga naar je bureau en kies “Herstelblad gebruiken”.
desk-print-kit-step2 = Typ je korte naam en de zeven groepen hierboven.
desk-print-kit-step3 = Vraag daarna een bewaker om een nieuwe uitnodiging en maak een nieuw blad.
desk-print-kit-where = Waar ligt dit blad?
desk-poster-title = Zit er iets niet goed op het werk?
desk-poster-lead = Hier kan je het kwijt. Geen naam, geen account.
desk-poster-small = Klein mag ook.
desk-poster-who = Alleen wie je kiest, kan lezen wat je schrijft: { $names }.
desk-poster-device = Gebruik liever je eigen gsm, niet het netwerk van het werk.
desk-poster-code = De code, voor iedereen dezelfde:
desk-poster-words = Woorden van { $name }. Zie je ze ook op de pagina, dan is het de echte.
desk-poster-screen = Affiche
desk-poster-where = Hang ze waar mensen even alleen zijn.
desk-print-case-title = Druk dit gesprek af
desk-print-case-lead = Op papier is er geen slot meer. Leg vast wie dit blad krijgt.
desk-print-case-notes = Ook de notities onder coaches
desk-print-case-mask = Maak namen onleesbaar
desk-print-case-mask-hint = Namen, één per regel of met komma’s. Ze worden ███.
desk-print-case-warning = Bevat persoonlijke gegevens
desk-print-case-by = Afgedrukt door { $name } op { $day }

## The log, where its own words have not come yet
audit-title = Logboek
audit-of = logboek, voor { $name }
audit-unlock-title = Ontgrendel het logboek
audit-unlock-lead = Hier kijkt wie de ondernemingsraad of de gegevensbescherming vertegenwoordigt na wie wat opende. Er staat nooit een woord van een melding.
