### Drafted by us, to be read by a native speaker. Her secret is called: clé.

## Around every page

bar-name = { $org } · espace de parole
back = Retour
exit = Partir
exit-name = Partir, quitter cette page tout de suite
exit-blank = Un instant
exit-presses =
    { $n ->
        [one] Encore 1 fois Maj pour partir d'ici
       *[other] Encore { $n } fois Maj pour partir d'ici
    }
exit-explained = Quitter vite cette page
exit-ways = Appuyez sur « Partir », sur le premier lien de la page, ou trois fois de suite sur Maj. Ce que vous avez tapé disparaît et vous voyez une page sur la météo.
exit-limit = Soyons honnêtes : votre visite reste dans l'historique du navigateur. Ce que vous avez écrit, non. Dans une fenêtre privée, la visite n'y reste pas non plus.
crisis-lead = Vous n'en pouvez plus ? Vous ne devez pas nous attendre.
crisis-danger = Danger : { $phone }
crisis-line = { $name } : { $phone }
test-installation = Ceci est une installation d'essai. N'écrivez rien de réel ici.
try-again = Réessayer
role-coach = coach
role-fallback = personne de confiance externe

## Landing

land-title = Quelque chose ne va pas au travail ? Vous pouvez le dire ici, en sécurité.
land-lead = Pas de compte, pas de nom, pas d'e‑mail. Ce que vous écrivez est verrouillé pour { $readers }. Votre employeur ne peut pas l'ouvrir.
land-coach = { $coach } est coach ici, et ne prend pas parti.
land-code = Il vous faut le code de l’affiche : cinq mots, les mêmes pour tout le monde.
land-report = Racontez ce qui se passe
land-mailbox = J'ai déjà une clé
land-small = Les petites choses comptent.
land-unsure = Pas besoin d'être certain·e.
land-answer = Si vous écrivez aujourd'hui, vous lirez ici une réponse au plus tard { $day }.
land-device = { $own }, pas le réseau du travail. Sur un appareil de l'entreprise, quelqu'un peut voir ce que vous tapez.
land-device-own = Utilisez plutôt votre propre téléphone
land-compare = En cas de doute, comparez avec l'affiche : { $words }.
land-removal = À partir de { $day }, { $name } ne fait plus partie de ceux qui gardent la liste des coachs. En cas de doute, demandez au coach de vive voix.
land-facts = Bon à savoir avant de commencer
fact-who = Qui voit quoi ?
fact-who-text = Votre employeur ne voit jamais votre texte. Des chiffres généraux, oui : volontairement un peu flous, et jamais sur un groupe de moins de 30 personnes.
fact-kept = Nous ne gardons ni adresse IP, ni données de votre appareil, ni heure. Seulement le jour.
fact-limit = Ce que vous écrivez peut vous faire reconnaître. Nous le vérifions ensemble, sur cet appareil, avant tout envoi.
fact-break = Le coach garde tout pour lui, sauf si quelqu'un court un danger grave ou si un juge l'impose.
land-then = Ce qui se passe ensuite
then-now = Maintenant
then-now-text = Votre texte est verrouillé sur cet appareil. Vous recevez une clé pour revenir.
then-answer-text = Au plus tard ce jour-là, vous lisez une réponse dans votre propre boîte.
then-feedback = Dans les 3 mois
then-feedback-text = Vous apprenez ce qui en a été fait.
land-else = Plutôt une autre voie ?
quiet-title = Personne n'a regardé ici depuis longtemps
quiet-text = Depuis plus d'un mois, nous ne voyons aucun coach au travail. Vous pouvez écrire, mais la réponse peut ne pas venir. Parlez plutôt à quelqu'un en qui vous avez confiance.
quiet-yes = Je le sais et je veux quand même envoyer
closed-title = Cet espace est fermé
closed-text = Rien ne peut être envoyé ici pour le moment. Avec une clé, vous pouvez encore ouvrir votre conversation.
routes-lead = Vous ne dépendez pas de cette page. Vous pouvez aussi vous adresser à :
routes-confidant = la personne de confiance de votre entreprise, tenue au secret professionnel
routes-adviser = le conseiller en prévention aspects psychosociaux ou le service externe : une demande formelle n'est possible que là
routes-channel = le canal légal de signalement, pour une fraude ou une autre infraction
routes-union = votre syndicat ou votre médecin
routes-not-formal = Ce que vous écrivez ici n'est pas une demande formelle et ne la remplace pas. Le coach peut expliquer comment elle se passe ; c'est vous qui décidez.
distrust-title = Arrêtez-vous un instant. Cette page n'est pas correcte.
distrust-text = Ce que le serveur montre ne correspond pas au lien que vous avez reçu, ou à ce qu'il disait avant. C'est peut-être une erreur, ou quelqu'un qui regarde.
distrust-now = Ne tapez rien ici. Parlez au coach ou à une personne de confiance, de vive voix, et demandez le bon lien ou l'affiche.

## Who sees what

who-title = Qui voit quoi ?
who-lead = Jamais veut dire jamais. Non parce que nous le promettons, mais parce qu'aucune clé n'existe.
who-server = La personne qui gère le serveur
who-management = La direction
who-reporter = Vous
who-coach = { $name } et d'autres coachs
who-fallback = La personne de confiance externe
who-auditor = Qui contrôle (comme le conseil d'entreprise)
who-thief = Qui vole les données
who-see-text = Texte et conversation
who-see-labels = Sujet, état, délais
who-see-notes = Notes des coachs
who-see-figures = Chiffres
who-see-log = Journal des ouvertures
who-server-text = Jamais lisible. Mais le jour, une taille approximative, le nombre de conversations et quel coach est au travail.
who-server-labels = scellé
who-server-notes = scellé
who-server-figures = ce qui est publié
who-server-log = des lignes sans contenu
who-management-text = jamais
who-management-labels = jamais
who-management-notes = jamais
who-management-figures = ce qui est publié
who-management-log = jamais
who-reporter-text = votre propre conversation, avec votre clé
who-reporter-labels = de votre propre conversation
who-reporter-notes = jamais
who-reporter-figures = les mêmes que la direction
who-reporter-log = qui a ouvert le vôtre, et quel jour
who-coach-text = des messages verrouillés pour eux
who-coach-labels = oui
who-coach-notes = de leurs propres conversations
who-coach-figures = ils les font
who-coach-log = leurs propres ouvertures
who-fallback-text = seulement si vous le demandez, ou si vous excluez un coach
who-fallback-labels = de ces messages
who-fallback-notes = de ces messages
who-fallback-figures = aucun
who-fallback-log = ses propres ouvertures
who-auditor-text = jamais
who-auditor-labels = jamais
who-auditor-notes = jamais
who-auditor-figures = les vérifie
who-auditor-log = tout, et peut le recalculer
who-thief-text = Illisible. Mais le nombre de conversations, et quels coachs les ont ouvertes. Pas qui a écrit, ni quoi.
who-thief-labels = scellé
who-thief-notes = scellé
who-thief-figures = ce qui est publié
who-thief-log = des lignes sans contenu
who-given = Si un coach confie plus tard votre conversation à quelqu'un d'autre, vous le lisez dans votre boîte.
who-figures = Les chiffres sont volontairement un peu flous, et jamais sur un groupe de moins de 30 personnes.

## The report: questions

question-of = Question { $n } sur { $total }
on = Continuer
to-check = Retour à l'aperçu
skip = Passer
skip-clear = Effacer et passer
optional = Vous pouvez laisser ouvert.
optional-many = Vous pouvez laisser ouvert. Plusieurs réponses possibles.
story-title = Qu'est-ce qui pourrait changer, selon vous ?
story-hint = Écrivez comme vous parlez. Pas besoin de noms.
story-missing = Écrivez en quelques mots ce qui se passe. Une phrase suffit.
story-readers = Ceci sera lu par : { $readers }.
story-code = Nous vous demanderons bientôt le code de l’affiche.
code-tab = Code
code-title = Quel code est écrit sur l’affiche ?
code-hint = Cinq mots, les mêmes pour tout le monde. Ils sont sur l’affiche à votre travail. Ainsi nous savons que vous travaillez ici, et non qui vous êtes.
code-typing = Écrivez les cinq mots comme sur l’affiche.
code-other = Ce n’est pas le code que tout le monde a. Ne l’utilisez pas : il pourrait révéler qui vous êtes. Comparez d’abord chaque mot avec l’affiche.
code-away = Nous ne pouvons pas vérifier le code maintenant. Rien n’est parti et votre texte est toujours là. Réessayez.
code-changed = Le code a changé entre-temps. Votre texte est toujours là. Regardez ce qui est écrit maintenant sur l’affiche.
code-none = Je n’ai pas de code
code-none-text = Demandez où se trouve l’affiche, ou passez la voir. Tout le monde a le même code : il ne dit pas qui l’utilise. Vous pouvez aussi choisir une autre voie.
story-straight = Directement à l'aperçu
story-nowhere = Vous pouvez arrêter à tout moment. Rien n'est gardé tant que vous n'envoyez pas. Après 20 minutes de silence, nous vidons l'écran ; nous demandons d'abord.
urgency-title = Dans quel délai faut-il lire ceci ?
urgency-u0 = Cela peut attendre
urgency-u1 = Si possible cette semaine
urgency-u2 = Le plus vite possible
urgency-u3 = Il y a un danger maintenant
danger-first = Nous ne lisons pas ceci tout de suite. Appelez maintenant.
danger-hour = Le coach ne pourra l'ouvrir que { $when }. Vous pouvez encore envoyer votre message ensuite.
danger-later = Le coach ne lit pas à tout moment. Vous pouvez encore envoyer votre message ensuite.
wants-title = Qu'est-ce qui vous aiderait ?
want-vent = Simplement pouvoir le dire
want-advice = Un conseil
want-talk = Un entretien
want-change = Que quelque chose change
wants-talk-note = Parler est possible sans donner votre nom : vous en convenez dans votre boîte.
topics-title = De quoi s'agit-il surtout ?
topics-hint = Choisissez-en trois au plus. Vous ne savez pas ? Passez.
topics-full = Trois choix. Pour un autre, décochez-en d'abord un.
topics-integrity = Pour une fraude ou une autre infraction, il existe un canal légal qui vous protège mieux. Vous pouvez aussi écrire ici : le coach explique et ne transmet rien sans votre oui.
topic-bullying = Harcèlement moral ou exclusion
topic-sexual = Comportement sexuel non désiré
topic-aggression = Agressivité, cris, menaces
topic-third_party = Agressivité de clients
topic-discrimination = Discrimination ou racisme
topic-favouritism = Favoritisme, inégalité de traitement
topic-cliques = Clans et rumeurs
topic-conflict = Conflit qui s'enlise
topic-leadership = Style de direction
topic-micromgmt = Trop de contrôle, peu de confiance
topic-recognition = Manque de reconnaissance
topic-growth = Perspectives d'évolution floues
topic-evaluation = Évaluation ou rémunération
topic-workload = Charge et rythme de travail
topic-roster = Horaires, planning, disponibilité
topic-clarity = Tâches floues ou consignes contradictoires
topic-communication = Communication et information
topic-change = Changement ou incertitude
topic-environment = Lieu, bruit, matériel
topic-safety = Situation dangereuse
topic-wellbeing = Je ne vais pas bien, ou un·e collègue
topic-privacy = Vie privée, surveillance
topic-integrity = Fraude, intégrité, règles
topic-retaliation = Ennuis après un signalement
topic-idea = Idée ou amélioration
topic-positive = Quelque chose qui va bien
topic-unsure = Autre chose, ou je ne sais pas
readers-title = Qui ne peut pas lire ceci ?
readers-hint = Cochez qui ne reçoit pas de clé. Ne cocher personne est permis.
readers-now = Maintenant ceci est lu par : { $readers }.
readers-none = Maintenant personne ne lit ceci.
readers-nobody = Il ne reste personne pour lire ceci. Laissez au moins une personne.
readers-fallback = Laisser lire aussi { $name }, personne de confiance externe
readers-no-fallback = Aucune personne de confiance externe n'est encore désignée.
unchecked-yet = Nous vérifions encore les noms. Cela prend quelques secondes.
unchecked-away = Nous ne pouvons pas vérifier les noms : pas de connexion au serveur. Votre texte est toujours ici. Réessayez, ou passez cette question.
compose-urgency = Délai
compose-wants = Ce qui aiderait
compose-topics = Sujet

## Photos and files

files-title = Voulez-vous ajouter des photos ou des fichiers ?
files-hint = Vous pouvez laisser vide. Une photo d'un horaire, par exemple, ou de votre écran.
files-over = Plus de 10 ne partent pas en une fois. Envoyez les autres plus tard, dans votre boîte.
files-look = Regardez bien vous-même : y voit-on un visage, un nom ou un reflet ?
files-away = Cette partie de la page n'est pas venue. Votre texte est toujours là. Continuez sans : vous pourrez ajouter des fichiers plus tard, dans votre boîte.
row-files = Photos et fichiers
files-count =
    { $n ->
        [one] 1 fichier
       *[other] { $n } fichiers
    }
files-after = Votre texte part d'abord, puis les fichiers.
pass-title = Vos fichiers partent maintenant
pass-open = Votre texte est déjà arrivé. Laissez cette page ouverte jusqu'à ce que les fichiers le soient aussi.
pass-arrived = arrivé
pass-stopped = arrêté
pass-without = Continuer sans
pass-broken-title = La connexion s'est coupée
pass-broken = Votre texte est déjà arrivé, et ce qui est parti des fichiers reste. Ne fermez pas cette page et ne la rechargez pas.
pass-on = Envoyer le reste
pass-failed-title =
    { $n ->
        [one] Un fichier n'est pas arrivé
       *[other] { $n } fichiers ne sont pas arrivés
    }
pass-failed = Votre texte, oui. Réessayez ici, ou plus tard avec votre clé, dans votre boîte.
pass-done-title = Vos fichiers sont arrivés
pass-full = Le serveur n'a pas de place pour ceci en ce moment. Envoyez-le plus tard, ou donnez-le lors d'un entretien.
pass-heavy = C'est trop lourd pour cet appareil. Un fichier plus petit passera peut-être.
pass-fault = Cela n'a pas marché.

## The report: what could give her away

marks-tab = Relire
marks-title =
    { $n ->
        [one] Un passage peut vous faire reconnaître
       *[other] { $n } passages peuvent vous faire reconnaître
    }
marks-title-none = Nous n'avons rien trouvé de frappant
marks-lead = Regardez avec les yeux d'un collègue : y a-t-il quelque chose qu'on ne peut savoir que par vous ? Vous choisissez ce qui reste.
marks-lead-none = Cela ne veut pas dire que personne ne vous reconnaîtra. Pensez à ce qu'on ne peut savoir que par vous.
marks-offer = { $words } → { $other }
marks-replace = Remplacer
marks-leave = Laisser
marks-undo = Remettre « { $words } »
marks-left =
    { $n ->
        [one] Encore 1 passage.
       *[other] Encore { $n } passages.
    }
marks-none-left = Tout est vu.
marks-here-only = Cette relecture se fait sur cet appareil. Rien n'en sort.
kind-name = nom
kind-day = jour
kind-time = heure
kind-job = fonction
kind-number = nombre de personnes
kind-only = rien que vous
kind-quote = mots exacts
other-name = un collègue
other-day = récemment
other-time = à un moment
other-job = quelqu'un de l'équipe
other-number = quelques personnes
other-only = quelqu'un
other-quote = quelque chose de blessant

## The report: check and send

check-tab = Aperçu
check-title = Relisez d'abord. Rien n'est encore envoyé.
row-text = Ce qui se passe
row-text-open = Montrer votre texte ({ $n } caractères)
row-urgency = Délai
row-wants = Ce qui aiderait
row-topics = Sujet
row-may = Peut lire ceci
row-never = Ne peut jamais lire ceci
row-never-management = La direction. Jamais.
row-none = non rempli
change = Modifier
check-exact = Montrer exactement ce qui sera verrouillé
check-line = C'est verrouillé sur cet appareil. Ensuite seulement, quelque chose part.
check-wait = Vous pourrez envoyer dès que les noms seront vérifiés.
check-drop = Finalement non, tout effacer
send = Chiffrer et envoyer
sealing-title = Votre texte est en cours de verrouillage
sealing-sealed = Verrouillé sur cet appareil
sealing-sent = Envoyé
sealing-stored = Gardé sur le serveur
sealing-yes = fait
sealing-not-yet = pas encore
sealing-protected = Votre navigateur est en mode de sécurité renforcée. Cela prend quelques secondes ; la protection reste la même.
sealing-slow = C'est plus long que d'habitude. Si votre navigateur est en mode extra sûr, c'est normal ; c'est tout aussi sûr. Laissez cette page ouverte.
sealing-long = Le serveur répond lentement. Laissez cette page ouverte : votre texte n'est qu'ici.
fail-title = L'envoi n'a pas réussi
fail-title-unsure = Nous ne sommes pas sûrs que c'est arrivé
fail-safe = Votre texte est toujours ici et nulle part ailleurs.
fail-unsure = Appuyez tout à l'heure encore sur « Chiffrer et envoyer » : réessayer ne compte jamais double. Ne fermez pas et ne rechargez pas cette page.
fail-problem = Le serveur ne l'a pas accepté. Attendez une minute et réessayez, ou recopiez votre texte sur papier.
fail-nobody = Il ne reste personne pour lire ceci. Modifiez qui peut lire et réessayez.
fail-long = Votre texte est trop long pour une fois. Envoyez une partie ; le reste peut suivre.
fail-newer = Cette page est plus ancienne que le serveur. Copiez votre texte, rouvrez le lien et collez-le là.
fail-module = Votre navigateur ne peut pas verrouiller votre texte, et nous ne l'envoyons pas ouvert. Copiez-le et essayez un autre navigateur, ou choisissez une autre voie.
fail-distrust = Ce que le serveur montre n'est pas correct. N'envoyez plus rien ici. Parlez au coach ou à une personne de confiance, de vive voix.
fail-fault = Quelque chose a raté de notre côté. Ce n'est pas votre faute. Réessayez, ou recopiez votre texte sur papier.
fail-copy = Copier mon texte
fail-copy-not = Votre navigateur n'autorise pas la copie. Sélectionnez le texte et copiez-le, ou recopiez-le.

## The receipt

receipt-tab = À garder
receipt-title = Merci. Votre message est arrivé.
receipt-say = Arrivé. Gardez maintenant votre clé.
receipt-arrived = Il est verrouillé sur le serveur. Seuls peuvent l'ouvrir : { $readers }.
receipt-arrived-hour = Il est verrouillé sur le serveur. Peuvent l'ouvrir, à partir de { $when } : { $readers }.
receipt-sealed = Verrouillé en { $seconds } seconde, envoyé, gardé.
receipt-key-title = Voici votre clé
receipt-key = C'est { $only } vers cette conversation. Nous ne pouvons pas la refaire.
receipt-key-only = le seul chemin de retour
key-spelled = Votre clé, signe par signe
copy = Copier
copied = Copié
copied-where = Votre clé se trouve maintenant aussi dans le presse-papiers de cet appareil.
copy-by-hand = Votre navigateur n'autorise pas la copie. Les groupes sont sélectionnés : copiez-les ou recopiez-les.
clipboard-wipe = Vider le presse-papiers
clipboard-wiped = Le presse-papiers est vide.
save = Enregistrer
saved = Enregistré
saved-where = Le fichier s'appelle notitie.txt et se trouve sur cet appareil. Qui utilise l'appareil peut le trouver.
print = Imprimer
print-title = Ma note
key-check-title = Vérifier un instant ?
key-check-lead = Nous couvrons votre clé et demandons un groupe. Ainsi vous savez si vous l'avez bien gardée.
key-check-cover = Couvrir et demander
key-check-ask = Quel est le quatrième groupe ?
key-check-look = Vérifier
key-check-show = Montrer à nouveau
key-check-right = C'est juste. Vous avez votre clé.
key-check-other = Ce groupe n'est pas dans votre clé. Regardez encore, ou montrez-la à nouveau.
key-check-place = C'est le { $place } groupe.
ordinal-1 = premier
ordinal-2 = deuxième
ordinal-3 = troisième
ordinal-4 = quatrième
ordinal-5 = cinquième
ordinal-6 = sixième
ordinal-7 = septième
receipt-then = Vos prochaines étapes
receipt-look = À partir de là, regardez avec votre clé s'il y a quelque chose.
receipt-answer = Au plus tard là, vous lisez une réponse.
receipt-feedback = Au plus tard là, vous apprenez ce qui en a été fait.
receipt-hours = Les nouvelles réponses apparaissent à { $hours }.
receipt-no-mail = Nous ne pouvons pas vous avertir : nous ne savons pas qui vous êtes. Notez le jour pour vous.
receipt-calendar = Le mettre dans votre agenda
receipt-calendar-what = On y lira seulement « À vérifier », sans adresse.
calendar-title = À vérifier
done = Je l'ai gardée
done-ask = Avez-vous votre clé quelque part ? Sans elle vous ne pourrez pas lire la réponse, et nous ne pouvons pas la refaire.
done-anyway = Oui, continuer
hour = { $hour }{"\u00A0"}h
hour-today = aujourd'hui { $hour }{"\u00A0"}h
hour-tomorrow = demain { $hour }{"\u00A0"}h

## The mailbox

door-tab = Ouvrir
door-title = Votre clé
door-hint = 7 groupes de 4. Tirets et majuscules inutiles, vous pouvez coller.
door-show = Montrer
door-hide = Cacher
door-open = Ouvrir ma boîte
door-lost = Je n'ai plus ma clé
door-lost-text = Alors cette conversation ne peut plus être ouverte, ni par vous ni par nous. C'est le prix pour que personne ne soit retrouvé. Vous pouvez écrire à nouveau ; dites que c'est une suite.
door-missing = Tapez ou collez votre clé. Elle a 28 signes.
door-length = Votre clé n'est pas encore complète : { $n } signes sur 28. Regardez quel groupe manque.
door-typing = Il y a une faute de frappe, ou la clé appartient à un autre espace. Regardez B et 8, S et 5, Z et 2, G et 6. Votre message n'est pas perdu.
door-unknown = Cette clé est juste, mais ce serveur n'a rien qui y corresponde. Peut-être appartient-elle à un autre espace. Regardez quel lien ou quelle affiche vous avez utilisé.
door-restored = Ce service a été remis dans l'état du { $day }. Si vous avez écrit plus tard, renvoyez votre message : ce qui est arrivé après ce jour n'est plus là.
door-erased = Cette conversation est effacée, à votre demande ou parce que le délai est passé. Il n'y a plus rien à lire. Vous pouvez toujours écrire à nouveau.
door-away = Le serveur n'a pas répondu. Votre clé est toujours ici et n'est partie nulle part. Réessayez dans une minute.
door-module = Votre navigateur ne peut pas ouvrir la boîte. Votre conversation n'est pas perdue. Essayez un navigateur plus récent ou un autre.
door-fault = Quelque chose a raté de notre côté. Votre conversation n'est pas perdue. Réessayez dans une minute.
thread-tab = Boîte
thread-title = Votre boîte
thread-key-still = Votre clé est montrée ici une dernière fois. Ensuite plus.
thread-before = Jusqu'ici
thread-fresh = Nouveau depuis votre dernier message
thread-no-links = Les adresses dans les messages ne sont volontairement pas cliquables.
thread-write = Répondre
thread-talk = Demander un entretien
thread-closed = Cette conversation est terminée. Vous pouvez encore réagir tant qu'elle est ici.
thread-stop = Arrêter
thread-withdraw = Retirer mon message
thread-erase = Effacer mon message
thread-shut = Fermer la boîte

## Who opened it

behind-away = Cette partie de la page n'est pas venue. Vérifiez votre connexion. Rien n'est perdu.
log-title = Qui a ouvert votre message ?
log-lead = Chaque ouverture est inscrite dans un journal que personne ne peut changer en cachette, même pas celui qui gère le serveur. Cet appareil télécharge tout le journal et le recalcule. Ainsi, personne ne voit quelles lignes parlent de vous.
log-loading = Le journal est recalculé…
log-empty = Le journal ne contient encore rien sur votre message. Ce qui se passe aujourd'hui y sera demain.
log-registered = Votre message est arrivé
log-opened = Ouvert par { $name }
log-answered = { $name } vous a répondu
log-file = { $name } a ouvert un fichier de cet échange
log-copied = { $name } a fait une copie de votre conversation
log-given = { $name } a aussi confié votre conversation à quelqu'un d'autre
log-over = { $name } a repris votre conversation
log-aside = { $name } s'est retiré·e de votre conversation
log-erased = Vous avez effacé votre message
log-gone = Votre conversation a été effacée
log-long-ago = Une ligne de plus de trois ans. Qui et quand ont été effacés depuis.
log-other = { $name } a fait quelque chose pour lequel cette page n'a pas encore de mot ({ $act })
log-for-first = pour le lire une première fois
log-for-follow = pour continuer à y travailler
log-for-handover = pour le transmettre
log-for-duty = parce qu'un juge ou une autorité le demande
log-holds = Tout le journal, { $count } lignes, a été recalculé sur cet appareil. Il est exact.
log-holds-short = Recalculé. Il est exact.
log-witness = { $name } a vérifié le { $day } que le journal n'avait pas été changé, et a signé.
log-complete = Tout ce qui date d'avant le { $day } s'y trouve. Ce qui a été ouvert ensuite apparaît un jour plus tard.
log-first = Le journal paraît une fois par jour. La première fois, c'est cette nuit.
log-limit = Vous voyez ici chaque ouverture par ce service. Ce que quelqu'un fait de ce qu'il a lu, le journal ne le voit pas.
log-protected = Votre navigateur est en mode de sécurité renforcée, et ne peut alors pas recalculer le journal. Désactivez ce mode pour cette adresse, ou regardez avec un autre navigateur. Votre boîte aux lettres, elle, fonctionne.
log-keep = Garder quelque chose à montrer plus tard
log-keep-what = Vous pouvez garder un fichier par ouverture. Qui contrôle le journal peut ainsi vérifier plus tard que l'ouverture y figurait vraiment, même sans ce service. Avec votre clé, vous pouvez toujours le refaire.
log-keep-do = Enregistrer un fichier par ouverture
log-wrong-title = Quelque chose ne va pas ici
log-wrong-gap = L'ouverture { $number } manque dans le journal.
log-wrong-twice = L'ouverture { $number } y figure deux fois.
log-wrong-unsigned = L'ouverture { $number } nomme { $name }, mais n'est pas signée par { $name }.
log-wrong-changed = Ce qui était écrit sur l'ouverture { $number } a été changé après coup.
log-wrong-unreadable = Ce qui est écrit sur l'ouverture { $number } ne s'ouvre pas avec votre clé.
log-wrong-unopened = { $name } vous a écrit, mais aucune ouverture par { $name } ne figure dans le journal.
log-wrong-dated = Le jour indiqué pour l'ouverture { $number } ne correspond pas à sa place dans le journal.
log-wrong-unregistered = L'arrivée de votre message ne figure pas dans le journal.
log-wrong-forked = Le journal n'est plus celui qu'un témoin extérieur a signé.
log-wrong-broken = Le journal reçu n'est pas celui qui a été signé. Réessayez plus tard. Si cela reste ainsi, parlez-en à quelqu'un qui contrôle le journal, comme le conseil d'entreprise.
log-wrong-do = Cela ne change rien à votre conversation. Montrez ceci à quelqu'un qui contrôle le journal, comme le conseil d'entreprise, si vous lui faites confiance.
log-save = Enregistrer ce qui est écrit ici dans un fichier
log-save-warning = Un tel fichier montre que vous avez écrit. Ne le gardez pas sur un appareil de l'entreprise.
clock-none-title = Pas encore de réponse
clock-none = C'est normal. Une réponse vient au plus tard { $day }.
clock-none-hour = C'est normal : les nouveaux messages s'ouvrent { $when }. Une réponse vient au plus tard { $day }.
clock-wait = Cela ne peut pas attendre ? Plus bas, vous voyez qui appeler maintenant.
clock-late-title = Le coach est en retard. Ce n'est pas votre faute.
clock-late = Vous auriez dû avoir une réponse au plus tard { $day }.
clock-late-feedback = Vous auriez dû savoir au plus tard { $day } ce qui en est advenu.
clock-late-now = Écrivez encore ici, ou allez voir la personne de confiance de votre entreprise ou le service externe. Vous ne devez pas attendre.
clock-feedback = Au plus tard { $day }, vous lisez ce qui en a été fait.
letter-you = Vous
letter-signed = signature correcte
letter-waiting = pas encore lisible pour le coach
letter-open = Montrer votre message
file-fetch = Récupérer
file-came = Le fichier est là
file-picture = Photo : { $name }
file-only-here = Vous le voyez seulement ici. Il n’est sur cet appareil que si vous l’enregistrez.
file-not-opened = Il est là, en entier. Nous ne l’ouvrons pas ici : un document peut aller sur internet quand on l’ouvre. Enregistrez-le et ouvrez-le sans réseau.
file-fetching = Le fichier est en train d'arriver
file-saved-where = Il se trouve maintenant sur cet appareil. Qui utilise l'appareil peut le trouver.
file-fetch-broken = Ce fichier est abîmé. Rien n'en a été gardé.
file-fetch-away = Il n'est pas venu. Réessayez.
letter-take-back = Reprendre
letter-take-back-until = Possible jusqu'à ce que le coach puisse le lire.
letter-damaged = Un message ne peut pas être lu. Le reste est correct.
letter-gap = Il manque un message ici. Ce qui est montré est correct.
letter-newer = Ce message demande une page plus récente. Fermez cette page et rouvrez le lien.
line-status = { $name } a mis ceci sur { $status }
line-give = { $from } a confié cette conversation à { $to }
line-continued = La conversation continue ici
line-lift = Vous avez finalement laissé lire { $name }
line-withdraw = Vous avez retiré votre message
line-check-in = Le coach demande comment cela va maintenant
done-said = Envoyé. Votre message se trouve ci-dessous.
done-taken = Repris. Personne n'a pu le lire.
done-withdrawn = Retiré. Le coach le lit et ne fait plus rien sans vous.
deed-late = Ce n'est plus possible : le coach peut déjà le lire. Votre message est toujours là. Écrivez ce que vous voulez corriger.
deed-away = Nous ne sommes pas sûrs que c'est arrivé. Ce que vous avez tapé est toujours ici. Réessayez : cela ne compte jamais double.
deed-fault = Cela n'a pas réussi. Rien n'est perdu : ce que vous avez tapé est toujours ici. Réessayez dans une minute.
write-tab = Écrire
write-title = Que voulez-vous encore dire ?
write-missing = Écrivez quelques mots. Une phrase suffit.
write-until = Le coach peut l'ouvrir { $when }. Jusque-là vous pouvez le reprendre.
write-at-once = Le coach peut l'ouvrir tout de suite.
write-not = Retour, ne rien faire
talk-title = Comment voulez-vous parler ?
talk-hint = Vous ne devez pas dire votre nom. Le coach propose des moments ici.
talk-call = Un appel, sans montrer mon numéro
talk-walk = Une promenade
talk-room = Un local hors du travail
talk-open = Cela m'est égal
talk-words = Voulez-vous ajouter quelque chose ? (vous pouvez laisser ouvert)
talk-ask = Chiffrer et demander
talk-message = Je voudrais un entretien.
withdraw-title = Retirer votre message ?
withdraw-what = Le coach lit que vous le retirez et n'entreprend plus rien.
withdraw-stays = La conversation reste ici. Vous pourrez encore écrire plus tard. Si tout doit disparaître, choisissez d'effacer.
withdraw-do = Oui, retirer
erase-title = Effacer votre message ?
erase-goes = Ce qui disparaît
erase-goes-text = Toute la conversation sur le serveur : vos messages et ceux du coach. Votre clé n'ouvre plus rien.
erase-stays = Ce qui reste
erase-stays-text = Ce que le coach a déjà lu, noté ou imprimé. Et, pour un temps, un morceau illisible dans une copie de secours, jusqu'à son expiration.
erase-copy = D'abord garder une copie sur cet appareil
erase-on = Continuer
erase-sure-title = Vraiment ? C'est sans retour.
erase-sure-text = Nous ne pouvons pas récupérer une conversation effacée, même si vous le demandez.
erase-do = Oui, effacer maintenant
erased-title = Effacé. Cette clé n'ouvre plus rien.
erased-text = Jetez aussi votre note avec la clé. Vous pouvez toujours écrire à nouveau.
erased-home = Au début

## Silence, and pages that stop

idle-title = Êtes-vous encore là ?
idle-text = C'est silencieux depuis un moment. Dans 2 minutes nous vidons l'écran, pour que personne ne lise.
idle-here = Je suis encore là
cleared-title = Écran vidé
cleared-text = Ce que vous avez tapé a disparu de cet appareil. Ce que vous aviez envoyé est toujours là. Vous pouvez recommencer.
noscript-title = Pourquoi il n'y a pas de formulaire ordinaire ici
noscript-why = Votre texte est verrouillé sur votre propre appareil, et c'est un script qui le fait. Sans scripts, il voyagerait ouvert. Nous ne faisons pas cela.
noscript-on = Autorisez les scripts pour cette adresse, ou ouvrez le lien dans un autre navigateur.
unready = Cette page ne fonctionne pas comme il faut. Ce que vous avez tapé n'est qu'ici. Notez-le ou copiez-le, puis rechargez la page.
notfound-title = Cette page n'existe pas
notfound-text = Rien n'est perdu. Vérifiez le lien : il est en entier sur l'affiche.
notfound-now = Parlez au coach si le lien ne marche pas.
broken-title = Nous n'y arrivons pas pour le moment
broken-text = Quelque chose a raté de notre côté. Ce n'est pas votre faute. Ce que vous aviez envoyé est toujours là.
broken-now = Attendez une minute et rouvrez le lien.
