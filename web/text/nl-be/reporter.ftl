### Words of the reporter's pages. She may be frightened, hurried and on a phone: short words, true promises.
### One noun for her secret: sleutel. A title never says what the page is for: it stays in the browser's history.

## Around every page

bar-name = { $org } · meldpunt
back = Terug
exit = Weg hier
exit-name = Weg hier, verlaat deze pagina meteen
exit-blank = Even geduld
exit-presses =
    { $n ->
        [one] Nog 1 keer Shift en je bent hier weg
       *[other] Nog { $n } keer Shift en je bent hier weg
    }
exit-explained = Snel weg van deze pagina
exit-ways = Druk op «Weg hier», op de eerste link van de pagina, of drie keer na elkaar op Shift. Wat je typte, is dan weg en je ziet een pagina over het weer.
exit-limit = Eerlijk gezegd: dat je hier was, blijft in de geschiedenis van je browser staan. Wat je schreef niet. Met een privévenster blijft ook het bezoek er niet in.
crisis-lead = Gaat het niet meer? Je hoeft niet op ons te wachten.
crisis-danger = Gevaar: { $phone }
crisis-line = { $name }: { $phone }
test-installation = Dit is een proefopstelling. Schrijf hier niets wat echt is.
try-again = Probeer opnieuw
role-coach = coach
role-fallback = vertrouwenspersoon van buiten

## Landing

land-title = Zit er iets niet goed op het werk? Hier kan je het veilig kwijt.
land-lead = Geen account, geen naam, geen e‑mail. Wat je schrijft, gaat op slot voor { $readers }. Je werkgever kan het niet openen.
land-coach = { $coach } is hier de coach, en die kiest geen kant.
land-code = Je hebt de code op de affiche nodig: vijf woorden, voor iedereen dezelfde.
land-report = Vertel wat er speelt
land-mailbox = Ik heb al een sleutel
land-small = Klein mag ook.
land-unsure = Je hoeft niet zeker te zijn.
land-answer = Schrijf je vandaag, dan lees je hier ten laatste { $day } een antwoord.
land-device = { $own }, niet het netwerk van het werk. Op een toestel van de zaak kan iemand zien wat je typt.
land-device-own = Gebruik liever je eigen gsm
land-compare = Vergelijk bij twijfel met de affiche: { $words }.
land-removal = { $name } valt op { $day } weg bij wie de lijst met coaches bewaakt. Twijfel je, vraag het de coach onder vier ogen.
land-facts = Wat je mag weten voor je begint
fact-who = Wie ziet wat?
fact-who-text = Je werkgever ziet nooit je tekst. Wel algemene cijfers, met opzet een beetje wazig, en nooit over een groep onder de 30 mensen.
fact-kept = We bewaren geen IP-adres, geen gegevens van je toestel en geen uur. Alleen de dag.
fact-limit = Wat je schrijft, kan je herkenbaar maken. Dat kijken we samen na, op dit toestel, voor je iets verstuurt.
fact-break = De coach houdt het voor zich, behalve als iemand ernstig gevaar loopt of als een rechter het oplegt.
land-then = Wat er dan gebeurt
then-now = Nu
then-now-text = Je tekst gaat op slot op dit toestel. Je krijgt een sleutel om terug te komen.
then-answer-text = Ten laatste die dag lees je een antwoord, in je eigen brievenbus.
then-feedback = Binnen 3 maanden
then-feedback-text = Je hoort wat ermee gebeurde.
land-else = Liever een andere weg?
quiet-title = Er keek hier al een tijd niemand
quiet-text = We zien al langer dan een maand geen coach aan het werk. Schrijven kan, maar een antwoord kan uitblijven. Spreek liever iemand aan die je vertrouwt.
quiet-yes = Ik weet het en wil toch versturen
closed-title = Dit meldpunt is dicht
closed-text = Hier kan nu niets verstuurd worden. Heb je een sleutel, dan kan je je gesprek nog openen.
routes-lead = Je bent niet op deze pagina aangewezen. Je kan ook terecht bij:
routes-confidant = de vertrouwenspersoon van je bedrijf: die heeft beroepsgeheim
routes-adviser = de preventieadviseur psychosociale aspecten of de externe dienst: alleen daar kan een formeel verzoek
routes-channel = het wettelijke meldkanaal, voor fraude of andere inbreuken
routes-union = je vakbond of je huisarts
routes-not-formal = Wat je hier schrijft, is geen formeel verzoek en vervangt dat ook niet. De coach kan uitleggen hoe zo'n verzoek werkt; jij beslist.
distrust-title = Stop hier even. Deze pagina klopt niet.
distrust-text = Wat de server toont, past niet bij de link die je kreeg of bij wat hij eerder zei. Dat kan een fout zijn, of iemand die meekijkt.
distrust-now = Typ hier niets. Spreek de coach of een vertrouwenspersoon aan, onder vier ogen, en vraag de juiste link of de affiche.

## Who sees what

who-title = Wie ziet wat?
who-lead = Nooit is nooit. Niet omdat we het beloven, maar omdat er geen sleutel voor bestaat.
who-server = Wie de server laat draaien
who-management = De directie
who-reporter = Jij
who-coach = { $name } en andere coaches
who-fallback = De vertrouwenspersoon van buiten
who-auditor = Wie controleert (zoals de ondernemingsraad)
who-thief = Wie de gegevens steelt
who-see-text = Tekst en gesprek
who-see-labels = Onderwerp, stand, termijnen
who-see-notes = Notities van coaches
who-see-figures = Cijfers
who-see-log = Logboek van openingen
who-server-text = Nooit leesbaar. Wel de dag, een ruwe grootte, hoeveel gesprekken er zijn en welke coach aan het werk is.
who-server-labels = verzegeld
who-server-notes = verzegeld
who-server-figures = wat gepubliceerd is
who-server-log = regels zonder inhoud
who-management-text = nooit
who-management-labels = nooit
who-management-notes = nooit
who-management-figures = wat gepubliceerd is
who-management-log = nooit
who-reporter-text = je eigen gesprek, met je sleutel
who-reporter-labels = van je eigen gesprek
who-reporter-notes = nooit
who-reporter-figures = dezelfde als de directie
who-reporter-log = wie jouw melding opende, en op welke dag
who-coach-text = van meldingen die voor hen op slot gingen
who-coach-labels = ja
who-coach-notes = van hun eigen gesprekken
who-coach-figures = maken ze
who-coach-log = eigen openingen
who-fallback-text = enkel van meldingen waar jij om vraagt, of waar jij een coach uitsluit
who-fallback-labels = van die meldingen
who-fallback-notes = van die meldingen
who-fallback-figures = geen
who-fallback-log = eigen openingen
who-auditor-text = nooit
who-auditor-labels = nooit
who-auditor-notes = nooit
who-auditor-figures = kijkt ze na
who-auditor-log = alles, en kan het zelf narekenen
who-thief-text = Onleesbaar. Wel hoeveel gesprekken er zijn, en wie van de coaches ze opende. Niet wie schreef, en niet wat.
who-thief-labels = verzegeld
who-thief-notes = verzegeld
who-thief-figures = wat gepubliceerd is
who-thief-log = regels zonder inhoud
who-given = Geeft een coach je gesprek later aan iemand anders, dan lees je dat in je brievenbus.
who-figures = De cijfers zijn met opzet een beetje wazig, en gaan nooit over een groep onder de 30 mensen.

## The report: questions

question-of = Vraag { $n } van { $total }
on = Verder
to-check = Terug naar het overzicht
skip = Sla over
skip-clear = Wis en sla over
optional = Mag je openlaten.
optional-many = Mag je openlaten. Meer dan één mag.
story-title = Wat kan er volgens jou anders?
story-hint = Schrijf zoals je praat. Namen hoeven niet.
story-missing = Schrijf in een paar woorden wat er speelt. Eén zin is genoeg.
story-readers = Dit leest straks: { $readers }.
story-code = Straks vragen we de code op de affiche.
code-tab = Code
code-title = Welke code staat er op de affiche?
code-hint = Vijf woorden, voor iedereen dezelfde. Je vindt ze op de affiche op je werk. Zo weten we dat je hier werkt, en niet wie je bent.
code-typing = Typ de vijf woorden zoals ze op de affiche staan.
code-other = Dit is niet de code die iedereen heeft. Gebruik ze niet: ze zou kunnen verraden wie je bent. Kijk eerst elk woord na op de affiche.
code-away = We kunnen de code nu niet nakijken. Er is niets verstuurd en wat je typte, staat er nog. Probeer opnieuw.
code-changed = De code is intussen veranderd. Wat je schreef, staat er nog. Kijk wat er nu op de affiche staat.
code-none = Ik heb geen code
code-none-text = Vraag waar de affiche hangt, of ga er even langs. Iedereen heeft dezelfde code, dus wie ze gebruikt, blijft onbekend. Je kan ook een andere weg kiezen.
story-straight = Meteen naar het nakijken
story-nowhere = Je kan op elk moment stoppen. Er wordt niets bewaard zolang je niet verstuurt. Na 20 minuten stilte maken we het scherm leeg; we vragen het eerst.
urgency-title = Hoe snel moet iemand dit lezen?
urgency-u0 = Kan wachten
urgency-u1 = Liefst binnen de week
urgency-u2 = Zo snel mogelijk
urgency-u3 = Er is nu gevaar
danger-first = Wij lezen dit niet meteen. Bel nu.
danger-hour = De coach kan dit pas { $when } openen. Je melding mag je daarna nog versturen.
danger-later = De coach leest niet op elk moment. Je melding mag je daarna nog versturen.
effect-title = Wat doet het met jou of met de groep?
effect-rest = Ik slaap er slecht van of voel me er slecht door
effect-joy = Ik ga met minder zin werken
effect-away = Ik denk eraan om weg te gaan
effect-team = De hele groep heeft er last van
effect-others = Wie op ons werk rekent, merkt het ook
wants-title = Wat zou jou helpen?
want-vent = Het gewoon kwijt kunnen
want-advice = Raad
want-talk = Een gesprek
want-change = Dat er iets verandert
wants-talk-note = Praten kan ook zonder je naam: je spreekt af in je brievenbus.
topics-title = Waarover gaat het het meest?
topics-hint = Kies er hoogstens drie. Weet je het niet, sla dan over.
topics-full = Drie gekozen. Wil je een ander, vink er dan eerst een uit.
topics-integrity = Voor fraude of andere inbreuken bestaat een wettelijk meldkanaal, dat je beter beschermt. Schrijven kan hier ook: de coach legt uit hoe het werkt en geeft niets door zonder jouw ja.
topic-bullying = Pesten of uitsluiten
topic-sexual = Ongewenst seksueel gedrag
topic-aggression = Agressie, roepen, dreigen
topic-third_party = Agressie door klanten
topic-discrimination = Discriminatie of racisme
topic-favouritism = Voortrekken, ongelijke behandeling
topic-cliques = Kliekjes en roddels
topic-conflict = Conflict dat blijft hangen
topic-leadership = Manier van leidinggeven
topic-micromgmt = Te veel controle, te weinig vertrouwen
topic-recognition = Te weinig waardering
topic-growth = Onduidelijk groeipad
topic-evaluation = Evaluatie of beloning
topic-workload = Werkdruk en tempo
topic-roster = Uren, planning, bereikbaarheid
topic-clarity = Onduidelijke taken of tegenstrijdige opdrachten
topic-communication = Communicatie en informatie
topic-change = Verandering of onzekerheid
topic-environment = Werkplek, lawaai, materiaal
topic-safety = Onveilige situatie
topic-wellbeing = Het gaat niet goed met mij of een collega
topic-privacy = Privacy of controle op personeel
topic-integrity = Fraude, integriteit, regels
topic-retaliation = Nadeel na een melding
topic-idea = Idee of verbetering
topic-positive = Iets wat goed gaat
topic-unsure = Iets anders, of ik weet het niet
readers-title = Wie mag dit níét lezen?
readers-hint = Vink aan wie geen sleutel krijgt. Niemand aanvinken mag.
readers-now = Nu leest dit: { $readers }.
readers-none = Nu leest niemand dit.
readers-nobody = Er blijft niemand over om dit te lezen. Laat minstens één persoon toe.
readers-fallback = Laat ook { $name } meelezen, de vertrouwenspersoon van buiten
readers-no-fallback = Er is nog geen vertrouwenspersoon van buiten aangeduid.
unchecked-yet = We kijken de namen nog na. Dat duurt enkele tellen.
unchecked-away = We kunnen de namen nu niet nakijken: er is geen verbinding met de server. Je tekst staat nog hier. Probeer opnieuw, of sla deze vraag over.
compose-urgency = Hoe snel
compose-effect = Wat het doet
compose-wants = Wat zou helpen
compose-topics = Onderwerp

## Photos and files

files-title = Wil je er foto's of bestanden bij doen?
files-hint = Mag je openlaten. Een foto van een planning, bijvoorbeeld, of van je scherm.
files-over = Meer dan 10 gaan niet tegelijk. Stuur de andere later, in je brievenbus.
files-look = Kijk zelf nog eens goed: staat er een gezicht, een naam of een spiegelbeeld op?
files-away = Dit stuk van de pagina kwam niet. Je tekst staat er nog. Ga verder zonder: bestanden kan je later in je brievenbus toevoegen.
row-files = Foto's en bestanden
files-count =
    { $n ->
        [one] 1 bestand
       *[other] { $n } bestanden
    }
files-after = Eerst vertrekt je tekst, daarna de bestanden.
pass-title = Je bestanden gaan nu mee
pass-open = Je tekst is er al. Laat dit blad open tot ook de bestanden er zijn.
pass-arrived = aangekomen
pass-stopped = gestopt
pass-without = Ga verder zonder
pass-broken-title = De verbinding viel weg
pass-broken = Je tekst is er al, en wat van de bestanden verstuurd is, blijft. Sluit of vernieuw dit blad niet.
pass-on = Stuur de rest
pass-failed-title =
    { $n ->
        [one] Eén bestand kwam niet aan
       *[other] { $n } bestanden kwamen niet aan
    }
pass-failed = Je tekst is er wel. Probeer het hier opnieuw, of later met je sleutel, in je brievenbus.
pass-done-title = Je bestanden zijn aangekomen
pass-done = Ze staan op slot bij je tekst. Bewaar je sleutel voor je dit blad sluit.
pass-full = De server heeft hiervoor nu geen plaats. Stuur het later, of geef het in een gesprek.
pass-heavy = Dit is te zwaar voor dit toestel. Een kleiner bestand lukt misschien wel.
pass-fault = Dit lukte niet.

## The report: what could give her away

marks-tab = Nakijken
marks-title =
    { $n ->
        [one] Eén stukje kan je herkenbaar maken
       *[other] { $n } stukjes kunnen je herkenbaar maken
    }
marks-title-none = We vonden niets opvallends
marks-lead = Kijk mee als een collega: staat er iets in wat alleen jij kan weten? Jij kiest wat blijft.
marks-lead-none = Dat betekent niet dat niemand je herkent. Denk aan wat alleen jij kan weten.
marks-offer = { $words } → { $other }
marks-replace = Vervang
marks-leave = Laat staan
marks-undo = Zet «{ $words }» terug
marks-left =
    { $n ->
        [one] Nog 1 stukje.
       *[other] Nog { $n } stukjes.
    }
marks-none-left = Alles bekeken.
marks-here-only = Dit nakijken gebeurt op dit toestel. Er vertrekt niets.
kind-name = naam
kind-day = dag
kind-time = uur
kind-job = functie
kind-number = aantal mensen
kind-only = alleen jij
kind-quote = letterlijke woorden
other-name = een collega
other-day = onlangs
other-time = op een bepaald moment
other-job = iemand van het team
other-number = enkele mensen
other-only = iemand
other-quote = iets kwetsends

## The report: check and send

check-tab = Overzicht
check-title = Kijk nog eens na. Er is nog niets verstuurd.
row-text = Wat er speelt
row-text-open = Toon je tekst ({ $n } tekens)
row-urgency = Hoe snel
row-effect = Wat het doet
row-wants = Wat zou helpen
row-topics = Onderwerp
row-may = Mag dit lezen
row-never = Mag dit nooit lezen
row-never-management = De directie. Nooit.
row-none = niet ingevuld
change = Wijzig
check-exact = Toon precies wat op slot gaat
check-line = Wordt op dit toestel op slot gedaan. Pas dan vertrekt er iets.
check-wait = Versturen kan zodra de namen nagekeken zijn.
check-drop = Toch niet, wis alles
send = Versleutel en verstuur
sealing-title = Je tekst gaat op slot
sealing-sealed = Op slot op dit toestel
sealing-sent = Verstuurd
sealing-stored = Bewaard op de server
sealing-yes = klaar
sealing-not-yet = nog niet
sealing-protected = Je browser staat in een extra veilige stand. Dit duurt een paar tellen; het blijft even veilig.
sealing-slow = Dit duurt langer dan gewoonlijk. Staat je browser in een extra veilige stand, dan is dat normaal; het blijft even veilig. Laat dit blad open.
sealing-long = De server antwoordt traag. Laat dit blad open: je tekst staat alleen hier.
fail-title = Het versturen lukte niet
fail-title-unsure = We weten niet zeker of het aankwam
fail-safe = Je tekst staat nog hier en nergens anders.
fail-unsure = Druk straks nog eens op «Versleutel en verstuur»: opnieuw proberen kan nooit dubbel tellen. Sluit of vernieuw dit blad niet.
fail-problem = De server nam het nu niet aan. Wacht een minuut en probeer opnieuw, of schrijf je tekst over op papier.
fail-nobody = Er blijft niemand over om dit te lezen. Wijzig wie dit mag lezen en probeer opnieuw.
fail-long = Je tekst is te lang voor één keer. Stuur een deel; de rest kan straks als vervolg.
fail-newer = Deze pagina is ouder dan de server. Kopieer je tekst, open de link opnieuw en plak hem daar.
fail-module = Je browser kan je tekst niet op slot doen, en open versturen doen we niet. Kopieer hem en probeer een andere browser, of kies een andere weg.
fail-distrust = Wat de server toont, klopt niet. Verstuur hier niets meer. Spreek de coach of een vertrouwenspersoon aan, onder vier ogen.
fail-fault = Er ging bij ons iets fout. Dat ligt niet aan jou. Probeer opnieuw, of schrijf je tekst over op papier.
fail-copy = Kopieer mijn tekst
fail-copy-not = Kopiëren mag niet van je browser. Duid de tekst aan en kopieer hem zelf, of schrijf hem over.

## The receipt

receipt-tab = Bewaar dit
receipt-title = Dank je. Je melding is aangekomen.
receipt-say = Aangekomen. Bewaar nu je sleutel.
receipt-arrived = Ze staat op slot op de server. Openen kan alleen door { $readers }.
receipt-arrived-hour = Ze staat op slot op de server. Openen kan vanaf { $when }, alleen door { $readers }.
receipt-sealed = Op slot in { $seconds } seconden, verstuurd, bewaard.
receipt-key-title = Dit is je sleutel
receipt-key = Hij is { $only } naar dit gesprek. We kunnen hem niet opnieuw maken.
receipt-key-only = de enige weg terug
key-spelled = Je sleutel, teken voor teken
copy = Kopieer
copied = Gekopieerd
copied-where = Je sleutel staat nu ook op het klembord van dit toestel.
copy-by-hand = Kopiëren mag niet van je browser. De groepjes zijn aangeduid: kopieer ze zelf of schrijf ze over.
clipboard-wipe = Wis klembord
clipboard-wiped = Het klembord is leeg.
save = Bewaar
saved = Bewaard
saved-where = Het heet notitie.txt en ligt nu op dit toestel. Wie het toestel gebruikt, kan het vinden.
print = Print
print-title = Mijn notitie
key-check-title = Even nakijken?
key-check-lead = We dekken je sleutel af en vragen één groepje. Zo weet je of je hem goed bewaarde.
key-check-cover = Dek af en vraag
key-check-ask = Welk groepje staat vierde?
key-check-look = Kijk na
key-check-show = Toon opnieuw
key-check-right = Klopt. Je hebt je sleutel.
key-check-other = Dit groepje staat niet in je sleutel. Kijk nog eens, of toon hem opnieuw.
key-check-place = Dat is het { $place } groepje.
ordinal-1 = eerste
ordinal-2 = tweede
ordinal-3 = derde
ordinal-4 = vierde
ordinal-5 = vijfde
ordinal-6 = zesde
ordinal-7 = zevende
receipt-then = Je volgende stappen
receipt-look = Kijk vanaf dan met je sleutel of er iets staat.
receipt-answer = Ten laatste dan lees je een antwoord.
receipt-feedback = Ten laatste dan hoor je wat ermee gebeurde.
receipt-hours = Nieuwe antwoorden verschijnen om { $hours }.
receipt-no-mail = We kunnen je niet verwittigen: we weten niet wie je bent. Noteer de dag voor jezelf.
receipt-calendar = Zet het in je agenda
receipt-calendar-what = Er komt alleen «Nakijken» in te staan, zonder adres.
calendar-title = Nakijken
done = Ik heb hem bewaard
done-ask = Heb je je sleutel ergens? Zonder sleutel kan je het antwoord later niet lezen, en wij kunnen hem niet opnieuw maken.
done-anyway = Ja, ga verder
hour = { $hour }{"\u00A0"}u
hour-today = vandaag om { $hour }{"\u00A0"}u
hour-tomorrow = morgen om { $hour }{"\u00A0"}u

## The mailbox

door-tab = Openen
door-title = Je sleutel
door-hint = 7 groepjes van 4. Streepjes en hoofdletters hoeven niet, plakken mag.
door-show = Toon
door-hide = Verberg
door-open = Open mijn brievenbus
door-lost = Ik heb mijn sleutel niet meer
door-lost-text = Dan kunnen we dit gesprek niet meer openen, jij niet en wij niet. Dat is de prijs van niemand te kunnen vinden. Je mag gerust opnieuw schrijven; zeg erbij dat het een vervolg is.
door-missing = Typ of plak je sleutel. Hij heeft 28 tekens.
door-length = Je sleutel is nog niet volledig: { $n } van de 28 tekens. Kijk welk groepje ontbreekt.
door-typing = Er zit een tikfout in, of de sleutel hoort bij een ander meldpunt. Kijk vooral naar B en 8, S en 5, Z en 2, G en 6. Je melding is niet weg.
door-unknown = Deze sleutel klopt, maar op deze server staat er niets bij. Misschien hoort hij bij een ander meldpunt. Kijk welke link of affiche je gebruikte.
door-restored = Deze dienst is teruggezet naar { $day }. Schreef je later? Stuur het dan opnieuw: wat na die dag kwam, is er niet meer.
door-erased = Dit gesprek is gewist, omdat jij dat vroeg of omdat de bewaartijd om is. Er is niets meer te lezen. Je mag altijd opnieuw schrijven.
door-away = We kregen geen antwoord van de server. Je sleutel staat nog hier en ging nergens heen. Probeer het over een minuut opnieuw.
door-module = Je browser kan de brievenbus niet openen. Je gesprek is niet weg. Probeer een andere of nieuwere browser.
door-fault = Er ging bij ons iets fout. Je gesprek is niet weg. Probeer het over een minuut opnieuw.
thread-tab = Brievenbus
thread-title = Je brievenbus
thread-key-still = Je sleutel staat hier nog één keer. Straks niet meer.
thread-before = Tot nu toe
thread-fresh = Nieuw sinds je laatste bericht
thread-no-links = Adressen in berichten zijn met opzet niet aanklikbaar.
thread-write = Schrijf terug
thread-talk = Vraag een gesprek
thread-closed = Dit gesprek is afgerond. Je kan nog reageren zolang het hier staat.
thread-stop = Stoppen
thread-withdraw = Trek mijn melding in
thread-erase = Wis mijn melding
thread-shut = Sluit de brievenbus

## Who opened it

behind-away = Dit stuk van de pagina kwam niet. Kijk of je verbinding hebt. Er is niets verloren.
log-title = Wie opende je melding?
log-lead = Elke opening komt in een logboek dat niemand ongemerkt kan veranderen, ook niet wie de server draait. Dit toestel haalt het hele logboek op en rekent het na. Zo ziet niemand welke regels over jou gaan.
log-loading = Het logboek wordt nagerekend…
log-empty = Er staat nog niets over je melding in het logboek. Wat vandaag gebeurt, komt er morgen in.
log-registered = Je melding kwam binnen
log-opened = Geopend door { $name }
log-answered = { $name } schreef je terug
log-file = { $name } opende een bestand uit dit gesprek
log-copied = { $name } maakte een kopie van je gesprek
log-given = { $name } gaf je gesprek ook aan iemand anders
log-over = { $name } nam je gesprek over
log-aside = { $name } trok zich terug uit je gesprek
log-erased = Je wiste je melding
log-gone = Je gesprek werd gewist
log-long-ago = Een regel van meer dan drie jaar oud. Wie en wanneer is intussen gewist.
log-other = { $name } deed iets waar deze pagina nog geen woord voor heeft ({ $act })
log-for-first = om het voor het eerst te lezen
log-for-follow = om er verder aan te werken
log-for-handover = om het door te geven
log-for-duty = omdat een rechter of de overheid het vraagt
log-holds = Het hele logboek, { $count } regels, is op dit toestel nagerekend. Het klopt.
log-holds-short = Nagerekend. Het klopt.
log-witness = { $name } keek op { $day } na of het logboek niet veranderd was, en tekende ervoor.
log-complete = Alles van voor { $day } staat erin. Wat daarna openging, zie je een dag later.
log-first = Het logboek verschijnt één keer per dag. De eerste keer is vannacht.
log-limit = Je ziet hier elke opening langs deze dienst. Wat iemand doet met wat die gelezen heeft, ziet het logboek niet.
log-protected = Je browser staat in een extra veilige stand, en daarin kan hij het logboek niet narekenen. Zet die stand uit voor dit adres, of kijk met een andere browser. Je brievenbus werkt wel.
log-keep = Iets bewaren om later te tonen
log-keep-what = Per opening kan je een bestand bewaren. Wie het logboek nakijkt, kan er later mee nagaan dat de opening er echt in stond, ook zonder deze dienst. Met je sleutel kan je het altijd opnieuw maken.
log-keep-do = Bewaar een bestand per opening
log-wrong-title = Hier klopt iets niet
log-wrong-gap = Opening { $number } ontbreekt in het logboek.
log-wrong-twice = Opening { $number } staat er twee keer in.
log-wrong-unsigned = Opening { $number } noemt { $name }, maar is niet ondertekend door { $name }.
log-wrong-changed = Wat er over opening { $number } stond, is achteraf veranderd.
log-wrong-unreadable = Wat er over opening { $number } staat, gaat niet open met je sleutel.
log-wrong-unopened = { $name } schreef je, maar er staat geen opening door { $name } in het logboek.
log-wrong-dated = De dag die bij opening { $number } staat, past niet bij haar plaats in het logboek.
log-wrong-unregistered = Dat je melding binnenkwam, staat niet in het logboek.
log-wrong-forked = Het logboek is niet meer wat een getuige van buiten ondertekende.
log-wrong-broken = Het logboek dat we kregen, is niet het logboek dat ondertekend is. Probeer het later nog eens. Blijft het zo, zeg het aan iemand die het logboek nakijkt, zoals de ondernemingsraad.
log-wrong-do = Aan je gesprek zelf verandert dit niets. Toon dit aan iemand die het logboek nakijkt, zoals de ondernemingsraad, als je die vertrouwt.
log-save = Bewaar wat hier staat in een bestand
log-save-warning = Zo'n bestand toont dat jij schreef. Zet het niet op een toestel van de zaak.
clock-none-title = Nog geen antwoord
clock-none = Dat is normaal. Een antwoord komt ten laatste { $day }.
clock-none-hour = Dat is normaal: nieuwe berichten openen { $when }. Een antwoord komt ten laatste { $day }.
clock-wait = Kan het niet wachten? Onderaan staat wie je nu kan bellen.
clock-late-title = De coach is te laat. Dat ligt niet aan jou.
clock-late = Je had ten laatste { $day } een antwoord moeten krijgen.
clock-late-feedback = Je had ten laatste { $day } moeten horen wat ermee gebeurde.
clock-late-now = Schrijf hier gerust opnieuw, of stap naar de vertrouwenspersoon van je bedrijf of de externe dienst. Je hoeft niet te wachten.
clock-feedback = Ten laatste { $day } lees je wat ermee gebeurde.
letter-you = Jij
letter-signed = handtekening klopt
letter-waiting = nog niet te lezen voor de coach
letter-open = Toon je bericht
file-fetch = Haal op
file-came = Het bestand is er
file-picture = Foto: { $name }
file-only-here = Je ziet het alleen hier. Op dit toestel staat het pas als je het bewaart.
file-not-opened = Het is er, en het is gaaf. We openen het hier niet: een document kan bij het openen het internet op gaan. Bewaar het, en open het zonder netwerk.
file-fetching = Het bestand wordt opgehaald
file-saved-where = Het ligt nu op dit toestel. Wie het toestel gebruikt, kan het vinden.
file-fetch-broken = Dit bestand is beschadigd. Er is niets van bewaard.
file-fetch-away = Het ophalen lukte niet. Probeer het opnieuw.
letter-take-back = Neem terug
letter-take-back-until = Dat kan tot de coach het kan lezen.
letter-damaged = Eén bericht kan niet gelezen worden. De rest klopt.
letter-gap = Hier ontbreekt een bericht. Wat er staat, klopt.
letter-newer = Dit bericht vraagt een nieuwere pagina. Sluit dit blad en open de link opnieuw.
line-status = { $name } zette dit op { $status }
line-give = { $from } gaf dit gesprek aan { $to }
line-continued = Het gesprek loopt hier verder
line-lift = Jij liet { $name } toch meelezen
line-withdraw = Je trok je melding in
line-check-in = De coach vraagt hoe het nu gaat
done-said = Verstuurd. Je bericht staat hieronder.
done-taken = Teruggenomen. Niemand kon het lezen.
done-withdrawn = Ingetrokken. De coach leest dat en doet niets meer zonder jou.
deed-late = Dat kan niet meer: de coach kan het al lezen. Je bericht staat er nog. Schrijf gerust wat je wil rechtzetten.
deed-away = We weten niet zeker of het aankwam. Wat je typte, staat nog hier. Probeer het opnieuw: het kan nooit dubbel tellen.
deed-fault = Dat lukte niet. Er is niets verloren: wat je typte, staat nog hier. Probeer het over een minuut opnieuw.
write-tab = Schrijven
write-title = Wat wil je nog zeggen?
write-missing = Schrijf een paar woorden. Eén zin is genoeg.
write-until = De coach kan dit { $when } openen. Tot dan kan je het terugnemen.
write-at-once = De coach kan dit meteen openen.
write-not = Terug, niets doen
talk-title = Hoe wil je praten?
talk-hint = Je hoeft je naam niet te zeggen. De coach stelt hier momenten voor.
talk-call = Bellen, zonder mijn nummer te tonen
talk-walk = Een wandeling
talk-room = Een lokaal buiten het werk
talk-open = Dat maakt me niet uit
talk-words = Wil je er iets bij zeggen? (mag je openlaten)
talk-ask = Versleutel en vraag
talk-message = Ik wil graag een gesprek.
withdraw-title = Je melding intrekken?
withdraw-what = De coach leest dat je intrekt en onderneemt niets meer met je melding.
withdraw-stays = Het gesprek blijft hier staan. Je kan later toch weer schrijven. Wil je dat alles weg is, kies dan wissen.
withdraw-do = Ja, trek in
erase-title = Je melding wissen?
erase-goes = Wat er weg is
erase-goes-text = Het hele gesprek op de server: jouw berichten en die van de coach. Je sleutel opent dan niets meer.
erase-stays = Wat er blijft
erase-stays-text = Wat de coach al las, noteerde of afdrukte. En in een reservekopie nog even een onleesbaar stuk, tot ook die kopie vervalt.
erase-copy = Bewaar eerst een afschrift op dit toestel
erase-on = Ga verder
erase-sure-title = Zeker? Dit kan niet terug.
erase-sure-text = We kunnen een gewist gesprek niet terughalen, ook niet als je het ons vraagt.
erase-do = Ja, wis nu
erased-title = Gewist. Deze sleutel opent niets meer.
erased-text = Gooi ook je notitie met de sleutel weg. Je mag altijd opnieuw schrijven.
erased-home = Naar het begin

## Silence, and pages that stop

idle-title = Ben je er nog?
idle-text = Je bent even stil. Over 2 minuten maken we het scherm leeg, zodat niemand meeleest.
idle-here = Ik ben er nog
cleared-title = Scherm leeggemaakt
cleared-text = Wat je typte, is weg van dit toestel. Wat je eerder verstuurde, is er nog. Begin gerust opnieuw.
noscript-title = Waarom hier geen gewoon formulier staat
noscript-why = Je tekst gaat op slot op je eigen toestel, en dat doet een script. Staan scripts uit, dan zou je tekst open over het net gaan. Dat doen we niet.
noscript-on = Zet scripts aan voor dit adres, of open de link in een andere browser.
unready = Deze pagina werkt niet zoals het moet. Wat je typte, staat alleen hier. Schrijf het over of kopieer het, en vernieuw dan de pagina.
notfound-title = Deze pagina is er niet
notfound-text = Er is niets verloren. Kijk de link na: op de affiche staat hij voluit.
notfound-now = Spreek de coach aan als de link niet werkt.
broken-title = Het lukt ons even niet
broken-text = Er ging bij ons iets fout. Dat ligt niet aan jou. Wat je eerder verstuurde, is er nog.
broken-now = Wacht een minuut en open de link opnieuw.
