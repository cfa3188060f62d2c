# What an auditor reads: the log of openings, and whether it holds.

## The verdict
audit-unread = Pas encore contrôlé
audit-holds = Le journal est exact
audit-wrong = Le journal n’est pas exact
audit-fetching = Le journal arrive…
audit-counting = { $done } lignes sur { $total } recalculées
audit-counting-why = Ce navigateur recalcule lui-même tout le journal. Tant que ce n’est pas fini, cette page ne dit pas qu’il est exact.
audit-holds-lead = Le { $day }, ce navigateur a chargé tout le journal, { $size } lignes, et a recalculé chaque ligne. Elles se suivent et correspondent à la signature du journal.
audit-health = État du journal
audit-fact-complete = Complet jusqu’au
audit-complete = tout ce qui date d’avant le { $day }
audit-complete-none = aucun jour n’est encore clôturé
audit-fact-size = Taille
audit-size = { $size } lignes
audit-fact-root = Nombre de contrôle (root)
audit-copy = Tout copier
audit-copied = Copié
audit-fact-witness = Témoin extérieur
audit-witness = { $days ->
    [0] { $name } a signé le { $day }, aujourd’hui
    [one] { $name } a signé le { $day }, il y a 1 jour
   *[other] { $name } a signé le { $day }, il y a { $days } jours
  }
audit-witness-old = C’est long. Demandez si le témoin tourne encore.
audit-witness-none = Personne
audit-witness-none-why = Hors du serveur, personne ne se souvient de ce journal. Qui gère le serveur pourrait alors le réécrire depuis le début sans que cela se voie ici.
audit-witness-how = Comment devenir témoin vous-mêmes : voir docs/works-councils.md.
audit-fact-readable = Lisible avec votre clé
audit-readable = à partir du { $day }
audit-readable-none = aucune ligne. Votre clé ouvre ce qui se passe après votre approbation, dès que ce jour est clôturé.
audit-readable-months = Vous avez choisi les lignes à partir du { $day }. Ce qui est plus ancien est recalculé aussi, mais pas ouvert maintenant.
audit-fact-rest = Lignes qui ne figurent pas ici
audit-rest-padding = { $count } de remplissage, pour que personne dehors ne puisse compter ce qui se passe
audit-rest-sealed = { $count } d’autres organisations, ou d’avant votre arrivée
audit-rest-erased = { $count } effacées parce que trop anciennes
audit-exact = Cette page compte exactement. Ces nombres restent chez vous : la direction ne les voit nulle part, et cela doit rester ainsi. Aucun mot d’un message ne figure jamais ici.
audit-span = Lignes
audit-span-months = des 3 derniers mois
audit-span-all = depuis toujours
audit-again = Recalculer

## What is wrong
audit-wrong-title = { $count ->
    [one] 1 chose n’est pas exacte
   *[other] { $count } choses ne sont pas exactes
  }
audit-wrong-gap = Le numéro { $number } manque dans { $where }. Quelque chose s’est passé qui n’est pas dans le journal.
audit-wrong-twice = Le numéro { $number } figure deux fois dans { $where }. Deux actes ont reçu le même numéro.
audit-wrong-changed = Le contenu de la ligne { $entry } a été changé après coup.
audit-wrong-unsigned = La ligne { $entry } nomme { $name }, mais { $name } ne l’a pas signée. C’était peut-être quelqu’un d’autre.
audit-wrong-resealed = La ligne { $entry } a clôturé un jour. Ensuite, les clés de ce jour ont été échangées : vous ne voyez peut-être pas tout.
audit-wrong-dated = La ligne { $entry } porte un jour qui ne correspond pas à sa place dans le journal. L’horloge du serveur a peut-être été reculée.
audit-wrong-forked = Ce n’est pas le journal qu’un témoin extérieur a signé. Il en existe donc deux versions.
audit-wrong-rest = Le reste est recalculé aussi ; nous n’y avons rien trouvé.
audit-broken-title = Ce que le serveur a donné n’est pas le journal qui a été signé
audit-broken = Les lignes ne correspondent pas à la signature. C’est pourquoi nous n’en montrons aucune. C’est peut-être une erreur, peut-être voulu ; d’ici, on ne peut pas le voir.
audit-do-title = Que faire maintenant
audit-do-keep = Enregistrez maintenant les fichiers sous « Garder et montrer » ci-dessous. Ils montreront plus tard ce qu’il y avait aujourd’hui.
audit-do-again = Contrôlez sur un autre appareil, avec le programme : « micromoed audit verify ». S’il finit avec le code 11, ce n’est pas exact là non plus.
audit-do-call = Prévenez un gardien et qui gère le serveur, de préférence ensemble, et dites de quelle ligne il s’agit. Demandez que personne n’ouvre rien avant une explication.

## Conversations
audit-thread = conversation { $thread }
audit-thread-opening = conversation { $thread } · ouverture { $number }
audit-thread-number = conversation { $thread } · numéro { $number }
audit-thread-some = une conversation
audit-threads-title = Par conversation
audit-threads-lead = Dans sa conversation, chaque ouverture et chaque réponse reçoit le numéro suivant. Si un numéro manque, quelque chose a été omis.
audit-threads-names = Personne ne voit ici de quelle conversation il s’agit. Les noms « conversation 1, 2, 3 » ne valent que pour cet aperçu, et chaque année une conversation reçoit un nouveau pseudonyme.
audit-threads-none = Aucune conversation n’apparaît dans ces lignes.
audit-threads-more = Montrer les { $count } conversations
audit-col-thread = Conversation
audit-col-openings = Ouvertures
audit-col-by = Ouverte par
audit-col-first = Premier jour
audit-col-last = Dernier jour
audit-col-numbers = Numéros
audit-numbers-whole = { $from } à { $to }, sans trou
audit-numbers-none = pas encore
audit-numbers-missing = manque : { $numbers }
audit-numbers-twice = en double : { $numbers }

## Lines
audit-lines-title = Ce qui s’est passé
audit-filter-kind = Quoi
audit-filter-all = tout
audit-filter-person = Qui
audit-filter-anybody = tout le monde
audit-kind-opened = ouvert ou copié
audit-kind-answered = répondu
audit-kind-thread = arrivé, effacé, transmis
audit-kind-people = personnes et clés
audit-kind-server = le serveur
audit-kind-figures = chiffres pour la direction
audit-kind-log = le journal lui-même
audit-lines-found = { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
  }
audit-lines-empty = Il n’y a encore rien ici que votre clé ouvre. Un jour apparaît dès qu’il est clôturé ; c’est le plus souvent la nuit.
audit-lines-none = Aucune ligne ne correspond à ce choix.
audit-lines-more = Montrer aussi les lignes plus anciennes ({ $left })
audit-who-operator = La personne qui gère le serveur
audit-who-program = Le programme

audit-act-thread-registered = Un message est arrivé
audit-act-thread-erased = La personne qui a écrit a effacé une conversation
audit-act-body-release = { $name } a ouvert une conversation
audit-act-attachment-release = { $name } a ouvert un fichier
audit-act-case-release = { $name } a ouvert un dossier
audit-act-cards-listed = { $name } a chargé la liste de ce qui était déjà ouvert
audit-act-reply-sent = { $name } a répondu à une personne
audit-act-export-made = { $name } a fait une copie d’une conversation
audit-act-share-release = { $name } a donné une part d’une clé
audit-act-thread-erased-by-staff = { $name } a effacé une conversation
audit-act-thread-expired = Une conversation a été effacée parce que son délai était passé
audit-act-thread-given = { $name } a aussi confié une conversation à quelqu’un d’autre
audit-act-thread-stepped-aside = { $name } s’est retiré·e d’une conversation
audit-act-thread-taken-over = { $name } a repris une conversation
audit-act-thread-handed-over = { $name } a transmis une conversation
audit-act-staff-invited = { $name } a invité quelqu’un
audit-act-staff-accepted = Quelqu’un a accepté une invitation
audit-act-roster-changed = La liste des personnes en fonction a changé
audit-act-staff-login-key-changed = { $name } a changé une clé d’entrée
audit-act-staff-second-factor-changed = { $name } a changé la deuxième étape de l’ouverture
audit-act-staff-session-opened = { $name } a ouvert un bureau
audit-act-organisation-created = L’organisation a été créée
audit-act-config-changed = { $name } a changé les réglages du serveur
audit-act-binary-changed = À partir d’ici, une autre version du programme tourne
audit-act-command-run = { $name } a donné une commande au serveur
audit-act-backup-made = { $name } a fait une copie de réserve
audit-act-backup-restored = { $name } a remis une copie de réserve
audit-act-release-key-rotated = Une nouvelle clé pour permettre les ouvertures est en service
audit-act-release-key-destroyed = Une ancienne clé a été détruite. Ce qu’elle fermait, plus personne ne l’ouvre
audit-act-trend-committed = Le bruit pour de nouveaux chiffres a été fixé
audit-act-trend-released = Des chiffres pour la direction ont paru
audit-act-trend-opened = Le bruit de chiffres a été montré à une personne assermentée
audit-act-epoch-opened = Un nouveau jour du journal a commencé
audit-act-epoch-closed = Un jour du journal a été clôturé
audit-act-ledger-sealed = Le journal s’est fermé : quelque chose ne correspondait pas à ce que le serveur gardait. La lecture est alors fermée
audit-act-ledger-reconciled = Des gardiens ont rouvert le journal après sa fermeture
audit-act-audit-key-changed = Les personnes qui peuvent lire ces lignes ont changé
audit-act-ledger-bodies-erased = Le contenu d’anciennes lignes a été effacé
audit-act-other = { $name } a fait quelque chose pour lequel cette page n’a pas encore de mot ({ $act })

audit-for-first-reading = pour la lire une première fois
audit-for-follow-up = pour continuer à y travailler
audit-for-reply = pour répondre
audit-for-handover = pour la transmettre
audit-for-legal-duty = parce qu’un juge ou une autorité le demande
audit-for-export = pour garder une copie
audit-for-cards = pour montrer la liste
audit-for-erasure = pour effacer

## Files and paper
audit-keep-title = Garder et montrer
audit-keep-lead = Ceci est fait sur cet appareil et ne va nulle part. Gardez-le au conseil d’entreprise ou à la protection des données, pas à la direction.
audit-keep-print = Imprimer une déclaration
audit-keep-print-why = Une feuille : ce que vous avez contrôlé, quand, et si c’était exact. À signer et à montrer.
audit-keep-checkpoint = Enregistrer le repère
audit-keep-checkpoint-why = La signature du journal d’aujourd’hui, sans noms de personnes. Avec « micromoed audit verify --since », vous verrez plus tard si le journal en est encore la suite.
audit-keep-csv = Enregistrer les lignes en tableau
audit-keep-csv-why = CSV, pour un tableur. Avec noms et nombres.
audit-keep-json = Tout enregistrer en JSON
audit-keep-json-why = Pour qui veut contrôler avec un programme. Avec noms et nombres.
audit-statement-title = Déclaration sur le journal des ouvertures
audit-statement-what = Le { $day }, j’ai chargé tout le journal public de ce service et mon navigateur l’a recalculé, de la première ligne à la dernière.
audit-statement-organisation = Organisation
audit-statement-server = Adresse
audit-statement-witness = { $name } a signé le { $day }
audit-statement-lines = Lignes ouvertes
audit-statement-result = Résultat
audit-statement-none = Le journal est exact. Je n’ai trouvé aucun problème.
audit-statement-more = Et encore { $count } : voir le fichier.
audit-statement-limit = Cette déclaration porte sur le journal : si quelque chose y manque ou y a été changé. Elle ne dit pas ce que quelqu’un a fait de ce qu’il a lu. Je n’ai lu aucun mot d’un message.
audit-statement-name = Nom et fonction
audit-statement-date = Lieu et date
audit-statement-sign = Signature

## Somebody else
audit-door-title = Cette page est pour qui contrôle le journal
audit-door-lead = Ici, une personne du conseil d’entreprise ou de la protection des données recalcule qui a ouvert quoi. Seule une clé de contrôle ouvre ces lignes.
audit-door-role = Votre rôle ici : { $role }. Rien ne s’est mal passé.
audit-door-desk = Vers mon bureau
audit-door-again = Vous l’ouvrez là une nouvelle fois. Pour contrôler vous-même, quelqu’un doit vous inviter pour le contrôle.
