### Le bureau du coach. Un seul nom par secret : mots d’ouverture, feuille de secours, mots de { $name }. Projet, à relire.

## The frame
desk-title = Bureau
desk-of = bureau de { $name }
desk-skip = Vers les conversations
desk-search = Chercher
desk-palette = Tout ce qui est possible
desk-hide = Tout cacher
desk-hide-short = Cacher
desk-lock = Verrouiller
desk-menu = Plus
desk-back = Retour
desk-close = Fermer
desk-change = Modifier
desk-cancel = Finalement non
desk-again = Réessayer
desk-print = Imprimer
desk-save = Enregistrer
desk-undo = Annuler
desk-nav = Conversations et bureau
desk-test = Installation d’essai : aucune vraie conversation ici.
desk-hidden = Caché. { $key } pour revenir
desk-hidden-title = Page blanche
desk-hidden-back = Tout montrer
desk-locked-title = Verrouillé
desk-offline = Pas de connexion. Vous pouvez lire ce qui est ouvert et écrire ; envoyer et ouvrir attendent.
desk-wait = Un instant…
desk-wait-long = C’est plus long que d’habitude. Vous pouvez attendre ou revenir plus tard ; rien ne se perd.

## Lock
desk-idle = { $minutes ->
    [one] C’est calme ici. Votre bureau se verrouille dans 1 minute.
   *[other] C’est calme ici. Votre bureau se verrouille dans { $minutes } minutes.
  }
desk-idle-drafts = Ce que vous écriviez à une personne reste enregistré comme brouillon.
desk-idle-notes = { $notes ->
    [one] Une note que vous n’avez pas enregistrée sera perdue.
   *[other] { $notes } notes que vous n’avez pas enregistrées seront perdues.
  }
desk-idle-stay = Je suis encore là
desk-lock-drafts-title = { $drafts ->
    [one] 1 chose n’est pas encore enregistrée
   *[other] { $drafts } choses ne sont pas encore enregistrées
  }
desk-lock-drafts = Les brouillons de réponses sont scellés sur le serveur. Une note que vous n’enregistrez pas, des fichiers choisis, et ce que le serveur ne peut pas prendre maintenant, est perdu au verrouillage.
desk-lock-drafts-stay = Je reste encore un peu
desk-lock-drafts-go = Verrouiller et effacer

## Unlock
desk-unlock-title = Ouvrez votre bureau
desk-unlock-lead = Vos mots d’ouverture ne quittent pas cet appareil. Après { $minutes } minutes de silence, votre bureau se verrouille.
desk-unlock-slug = Organisation
desk-unlock-slug-hint = Le mot court dans l’adresse de votre page.
desk-unlock-account = Nom court
desk-unlock-account-hint = Vous l’avez choisi en acceptant l’invitation, par exemple « ilse ».
desk-unlock-words = Mots d’ouverture
desk-unlock-words-hint = Six mots, séparés par des espaces ou des traits d’union.
desk-unlock-kit = Feuille de secours
desk-unlock-kit-hint = Les sept groupes de votre feuille. Les minuscules conviennent aussi.
desk-unlock-show = Montrer ce que j’écris
desk-unlock-go = Ouvrir
desk-unlocking = Ouverture… une ou deux secondes
desk-unlock-use-kit = Utiliser la feuille de secours
desk-unlock-use-words = Utiliser les mots d’ouverture
desk-unlock-unknown = « { $word } » n’est pas dans la liste. Vouliez-vous dire « { $nearest } » ?
desk-unlock-take = Prendre « { $nearest } »
desk-unlock-other = Aucun des deux ne marche ? Demandez à un autre coach de vous faire réinviter. Vos anciennes conversations restent chez qui peut les ouvrir.
desk-unlock-other-title = Demander à un autre coach
desk-unlock-invited = J’ai une invitation
desk-unlock-after-idle = Votre bureau s’est verrouillé parce que c’était calme.
desk-unlock-after-ended = Vous avez été déconnecté ailleurs. Votre bureau s’est donc verrouillé.
desk-unlock-after-lock = Votre bureau est verrouillé. Il ne reste rien sur cet appareil.
desk-unlock-held-back = Une réponse qui attendait encore n’a pas été envoyée. Elle est un brouillon dans sa conversation.
desk-unlock-required-slug = Remplissez l’organisation.
desk-unlock-required-account = Remplissez votre nom court.
desk-unlock-required-words = Écrivez vos mots d’ouverture.
desk-unlock-required-kit = Écrivez les groupes de votre feuille de secours.
desk-unlock-count = { $words ->
    [one] Vous avez écrit 1 mot. Il en faut six.
   *[other] Vous avez écrit { $words } mots. Il en faut six.
  }
desk-unlock-wrong-words = Ces six mots n’ouvrent pas ce bureau. Rien n’est perdu. Vérifiez l’ordre, et si le nom court est juste.
desk-unlock-wrong-kit = Cette feuille de secours n’ouvre pas ce bureau. Rien n’est perdu. Vérifiez qu’elle appartient à cette organisation et à ce nom court.
desk-unlock-typing-kit = Il y a une faute de frappe dans la feuille de secours. Regardez surtout B/8, S/5, Z/2 et G/6. Rien n’a encore été envoyé.
desk-unlock-no-organisation = Nous ne connaissons pas d’organisation « { $slug } ». Rien n’a encore été envoyé. Vérifiez l’adresse sur votre affiche.
desk-unlock-pending-title = Encore un peu de patience, { $account }
desk-unlock-pending = Votre bureau est ouvert, mais un gardien doit encore vous approuver. Appelez-en un et lisez vos sept mots à voix haute.
desk-unlock-pending-words = Vos sept mots
desk-unlock-pending-who = Qui peut approuver
desk-unlock-pending-look = Verrouiller, et revenir plus tard
desk-unlock-pending-lost = Vos sept mots sont sur votre feuille de secours.

## Errors: what happened, what is safe, what now
desk-error-unacknowledged = Le serveur ne répond pas. Ce que vous avez écrit est encore ici. Réessayez tout à l’heure ; rien ne peut compter deux fois.
desk-error-busy = Le serveur est trop occupé. Rien n’est perdu. Réessayez dans une minute.
desk-error-too-many = C’est plus souvent que ce que nous permettons en peu de temps. Rien n’est perdu. Attendez quelques minutes.
desk-error-forbidden = Votre compte ne peut pas faire cela. Rien n’a changé. Demandez à un gardien de votre organisation.
desk-error-not-found = Ceci n’existe pas sur ce serveur. Rien n’a changé. Vérifiez que vous êtes à la bonne adresse.
desk-error-stale = Quelqu’un d’autre vous a précédé. Votre texte est encore ici. Rouvrez la conversation et comparez.
desk-error-too-late = Trop tard : la personne peut déjà lire ceci. Rien n’a changé. Écrivez au besoin une rectification.
desk-error-sealed = La lecture est fermée jusqu’au contrôle du journal. De nouvelles conversations arrivent toujours. Prévenez qui gère le serveur.
desk-error-stopped = Vous l’avez arrêté. Ce qui est déjà envoyé ne l’est pas une deuxième fois.
desk-error-no-room = Le serveur n’a pas de place pour ces fichiers. Envoyez-les plus tard, ou moins à la fois.
desk-error-problem = Le serveur a refusé. Rien n’a changé. Réessayez, ou donnez le code ci-dessous à qui gère le serveur.
desk-error-distrust = Ce que le serveur a donné ne correspond pas à ce qui était établi. Nous ne montrons rien avant que cela corresponde. Prévenez un gardien et qui gère le serveur.
desk-error-erased = Cette conversation est effacée. Il n’en reste rien sur le serveur. Vous n’avez rien à faire.
desk-error-no-recipient = Personne ne peut lire ceci. Rien n’a été envoyé. Demandez à un gardien qui est en fonction.
desk-error-too-long = C’est trop long. Rien n’a été envoyé et votre texte est encore ici. Raccourcissez-le, ou faites-en deux.
desk-error-refused = Ce n’est pas possible ici. Rien n’a changé. La raison est ci-dessous.
desk-error-usage = Quelque chose que vous avez écrit ne convient pas. Rien n’a changé. La raison est ci-dessous.
desk-error-typing = Il y a une faute de frappe. Rien n’a encore été envoyé. Relisez encore une fois.
desk-error-newer = Cette conversation est écrite avec une version plus récente. Rien n’est perdu. Rechargez cette page.
desk-error-module = La serrure n’a pas pu être chargée. Rien n’a été envoyé. Rechargez cette page, ou prenez un autre navigateur.
desk-error-uncompiled = Le bureau a besoin de WebAssembly, et ce navigateur ne le permet pas : c’est souvent un mode de sécurité renforcée. Rien n’a été envoyé. Désactivez ce mode pour cette adresse, ou prenez un autre navigateur.
desk-error-fault = C’est une erreur de notre part. Ce qui est sur le serveur est en sécurité. Rechargez cette page et réessayez.
desk-error-code = Code : { $code }

## Accept an invitation
desk-accept-title = Acceptez votre invitation
desk-accept-paste = Invitation
desk-accept-paste-hint = Collez toute l’invitation. Elle est dans la lettre ou le message que vous avez reçu.
desk-accept-look = Vérifier
desk-accept-required = Collez ici votre invitation.
desk-accept-typing = Cette invitation est incomplète ou contient une faute de frappe. Rien n’a encore été envoyé. Collez-la à nouveau en entier.
desk-accept-gone = Nous ne connaissons pas cette invitation, ou elle a déjà servi. Rien n’a changé. Demandez-en une nouvelle à qui vous l’a donnée.
desk-accept-step = Étape { $step } sur 4
desk-accept-who-title = Qui vous serez ici
desk-accept-who-organisation = Organisation
desk-accept-who-role = Votre rôle
desk-accept-who-first = Vous êtes la première personne. La liste de qui est en fonction commence par vous.
desk-accept-who-by = Qui vous a invité
desk-accept-who-by-first = Qui gère le serveur a fait cette invitation.
desk-accept-who-by-other = Quelqu’un de cette organisation. Le serveur ne garde pas qui. En cas de doute, appelez d’abord.
desk-accept-who-next = Ensuite un gardien vous approuve. Vous lui lirez vos sept mots.
desk-accept-name = Votre nom, comme on le verra
desk-accept-account = Votre nom court, pour ouvrir le bureau
desk-accept-account-hint = Minuscules, chiffres et traits d’union. Laissez vide : nous le ferons à partir de votre nom.
desk-accept-name-required = Remplissez votre nom.
desk-accept-account-form = Prenez de 2 à 40 minuscules, chiffres ou traits d’union.
desk-accept-who-go = Faire mes clés
desk-accept-making = Création des clés sur cet appareil… une ou deux secondes
desk-accept-nothing-yet = Rien n’existe encore sur le serveur. Si vous fermez cette page, votre invitation reste valable.
desk-accept-words-title = Vos mots d’ouverture
desk-accept-words-lead = Ces six mots ouvrent votre bureau. Écrivez-les sur papier, dans cet ordre. Personne ne peut les refaire, nous non plus.
desk-accept-words-other = D’autres mots
desk-accept-words-other-hint = Vous recevez alors aussi une nouvelle feuille de secours.
desk-accept-words-go = Je les ai notés
desk-accept-kit-title = Votre feuille de secours
desk-accept-kit-lead = Pour le jour où vous perdez vos mots d’ouverture. Gardez cette feuille ailleurs que vos mots, sous clé.
desk-accept-kit-go = La feuille est en sécurité
desk-accept-kit-saved = Enregistré. Elle est maintenant aussi sur cet appareil : mettez-la en lieu sûr.
desk-accept-kit-save = Enregistrer comme fichier
desk-accept-kit-file = feuille-de-secours.txt
desk-accept-check-title = Une petite vérification
desk-accept-check-lead = Recopiez depuis votre papier. Ainsi nous savons tous deux que c’est juste. Votre compte n’existe qu’après.
desk-accept-check-word = Mot { $number } de vos mots d’ouverture
desk-accept-check-group = Groupe { $number } de votre feuille de secours
desk-accept-check-wrong-word = Ce n’est pas le mot { $number }. Regardez votre papier ; le reste peut rester.
desk-accept-check-wrong-group = Ce n’est pas le groupe { $number }. Regardez votre feuille ; le reste peut rester.
desk-accept-check-go = Créer mon compte
desk-accept-check-sending = Votre compte est en cours de création…
desk-accept-taken = Le nom court « { $account } » est pris, ou l’invitation a servi entre-temps. Rien n’a été créé. Revenez et choisissez un autre nom court.
desk-accept-done-title = Bienvenue, { $name }
desk-accept-done-account = Votre nom court est { $account }. Vous l’écrivez pour ouvrir le bureau.
desk-accept-done-pending = Encore une étape : un gardien doit vous approuver. Appelez, et lisez ces sept mots à voix haute. Ne les envoyez pas : c’est votre voix qui compte.
desk-accept-done-first = Voici les mots de { $slug }. Ils vont sur l’affiche : qui écrit peut vérifier avec eux que c’est la vraie page.
desk-accept-done-poster = Imprimer l’affiche
desk-accept-done-unlock = Ouvrir mon bureau
desk-accept-mine = Vos sept mots

## Roles
desk-role-coach = coach
desk-role-fallback = personne de confiance hors hiérarchie
desk-role-auditor = contrôle
desk-role-management = direction
desk-guardian = gardien
desk-deputy = remplaçant

## Views and list
desk-view-today = Aujourd’hui
desk-view-me = M’attend
desk-view-reporter = Attend la personne
desk-view-aftercare = Suivi
desk-view-closed = Clôturé
desk-view-all = Tout
desk-view-count = { $count ->
    [one] conversation
   *[other] conversations
  }
desk-list = Conversations : { $view }
desk-list-loading = Vos conversations sont cherchées et ouvertes sur cet appareil…
desk-list-progress = { $done } sur { $total } ouvertes sur cet appareil
desk-list-last = dernière
desk-list-first = première
desk-row-new = Nouvelle conversation
desk-row-new-line = Le texte ne s’ouvre que si vous le demandez.
desk-row-damaged = La fiche est illisible
desk-row-damaged-line = La conversation peut être intacte. Ouvrez-la pour voir.
desk-row-erased = Effacé
desk-row-erased-line = Effacé à la demande de la personne, ou parce que le délai était écoulé.
desk-row-plain = Pas encore de thème
desk-row-no-line = Pas encore de ligne. Ouvrez la conversation et écrivez-en une avec { $key }.
desk-row-no-line-plain = Pas encore de ligne. Ouvrez la conversation et écrivez-en une.
desk-row-marked = marqué
desk-marking = Choisir
desk-marking-done = Terminé
desk-marking-lead = Touchez les conversations que vous voulez marquer.
desk-marked = { $count ->
    [one] 1 conversation marquée.
   *[other] { $count } conversations marquées.
  }
desk-marked-unread = { $count ->
    [one] Vous n’en avez pas lu 1 cette fois-ci. Ouvrez-la d’abord.
   *[other] Vous n’en avez pas lu { $count } cette fois-ci. Ouvrez-les d’abord.
  }
desk-unmark = Ne plus rien marquer
desk-chip-answer = réponse { $day }
desk-chip-answer-today = réponse aujourd’hui
desk-chip-answer-late = réponse en retard
desk-chip-feedback = retour { $day }
desk-chip-feedback-today = retour aujourd’hui
desk-chip-feedback-late = retour en retard
desk-new = { $count ->
    [one] 1 nouvelle conversation. Le texte ne s’ouvre que si vous l’ouvrez ; chaque ouverture est notée au journal.
   *[other] { $count } nouvelles. Le texte ne s’ouvre que si vous les ouvrez ; chaque ouverture est notée au journal.
  }
desk-open-all = { $count ->
    [one] Ouvrir la nouvelle
   *[other] Ouvrir toutes les nouvelles
  }
desk-open-all-title = { $count ->
    [one] Ouvrir 1 (1 ligne au journal)
   *[other] Ouvrir { $count } ({ $count } lignes au journal)
  }
desk-open-all-note = La personne peut voir que vous avez ouvert, et quel jour.
desk-opening = { $done } sur { $total } ouvertes
desk-open-stop = Arrêter après celle-ci
desk-open-stopping = S’arrête après cette série…
desk-open-done = { $count ->
    [one] 1 conversation ouverte
   *[other] { $count } conversations ouvertes
  }
desk-refresh-short = Actualiser
desk-empty = Rien ne vous attend. Respirez un instant.
desk-empty-next = Prochaine date : { $day }, { $what ->
    [answer] une réponse
   *[feedback] un retour
  }.
desk-empty-view = Il n’y a rien ici.
desk-searching = Chercher dans les fiches et les conversations ouvertes
desk-search-clear = Effacer
desk-search-clear-name = Effacer la recherche
desk-search-found = { $count ->
    [0] Introuvable dans les conversations ouvertes.
    [one] 1 trouvée
   *[other] { $count } trouvées
  }
desk-search-unopened = { $count ->
    [one] 1 est encore nouvelle ; nous n’y cherchons pas.
   *[other] { $count } sont encore nouvelles ; nous n’y cherchons pas.
  }

## First day
desk-first-title = Votre premier jour
desk-first-lead = Trois choses de deux minutes. Elles se cochent toutes seules.
desk-first-poster = Imprimer l’affiche
desk-first-poster-why = Avec les mots de votre organisation.
desk-first-poster-do = Montrer l’affiche
desk-first-trial = Envoyez-vous un essai
desk-first-trial-why = Avec votre téléphone ; répondez, puis effacez-le ensemble.
desk-first-trial-do = Voir s’il est arrivé
desk-first-second = Faire approuver une deuxième personne
desk-first-second-why = Pour qu’il y ait quelqu’un en votre absence.
desk-first-second-do = Vers les personnes
desk-first-away = Cacher cette carte
desk-done = fait
desk-not-done = à faire

## Case
desk-case-none = Choisissez une conversation à gauche.
desk-case-none-hint = { $open } ouvre celle qui est marquée.
desk-case-untitled = Conversation du { $day }
desk-case-opening = Ouverture…
desk-case-logged = L’ouverture est notée au journal. La personne voit le jour, pas l’heure.
desk-case-failed = Cette conversation ne s’est pas ouverte
desk-thread = Conversation
desk-reporter = Personne
desk-you = vous
desk-letter-signed = signature valable
desk-letter-held = La personne ne peut pas encore lire ceci. Lisible à partir de { $when }.
desk-take-back = Reprendre
desk-taken-back = Repris. La personne ne l’a pas lu. Votre texte est de nouveau dans le champ.
desk-taken-back-files = Les fichiers sont repris aussi. Choisissez-les à nouveau si vous voulez encore les envoyer.
desk-letter-plain = Les adresses dans un texte ne sont pas cliquables, exprès.
desk-letter-status = { $author } a mis l’état sur « { $status } ».
desk-letter-give = { $from } a transmis cette conversation à { $to }.
desk-letter-continued = Cette conversation en continue une autre.
desk-letter-lift = La personne laisse finalement { $name } lire aussi.
desk-letter-withdraw = La personne retire ceci. Ce que vous avez lu ne peut plus servir sans son accord.
desk-letter-talk = À propos d’un entretien en privé.
desk-letter-check-in = Réponse à la question si cela va mieux.
desk-letter-files = Fichiers.
desk-file-fetch = Chercher
desk-file-logged = Chaque fichier que vous allez chercher devient une ligne du journal. La personne qui a écrit la voit.
desk-file-fetching = En train d'arriver : { $percent } %
desk-file-stop = Arrêter
desk-file-save = Enregistrer
desk-file-picture = Photo : { $name }
desk-file-warning = Arrivé, et entier. Nous ne l'ouvrons pas ici : un document peut aller sur internet quand on l'ouvre, et montrer ainsi qui l'a lu. Ouvrez-le sans réseau. Ce que vous enregistrez se trouve sur cet appareil.
desk-file-damaged = Ce fichier est abîmé, ou ce n'est pas celui qui a été envoyé. Rien n'en a été montré.
desk-file-kind-image = photo
desk-file-kind-pdf = pdf
desk-file-kind-audio = son
desk-file-kind-video = film
desk-file-kind-other = fichier
desk-damage-unreadable = Un message est illisible. Le reste de la conversation est juste.
desk-damage-newer = Un message est écrit avec une version plus récente. Rechargez cette page pour le lire.
desk-damage-gap = Il manque un message ici. Ce qui est avant et après est authentique.
desk-damage-fork = Deux messages occupent la même place ici. Ne vous fiez à aucun avant d’avoir demandé.
desk-damage-unseen = Qui a écrit ceci n’avait pas encore vu un message antérieur. Lisez-les ensemble.
desk-damage-save = Enregistrer le rapport technique
desk-damage-file = rapport.txt
desk-erased-title = Cette conversation est effacée
desk-erased = À la demande de la personne, ou parce que le délai était écoulé. Il n’en reste rien sur le serveur ni sur cet appareil.
desk-case-another-roster = L’appareil de la personne qui écrit a reçu une autre liste de qui est en fonction que vous. Peut-être quelqu’un lui montre-t-il autre chose. Demandez-le aux autres gardiens, de vive voix.
desk-records-damaged = { $count ->
    [one] 1 note ou fiche de cette conversation est illisible. Le reste est juste.
   *[other] { $count } notes ou fiches de cette conversation sont illisibles. Le reste est juste.
  }

## Reply
desk-reply = Réponse à la personne
desk-reply-line = Va à : la personne · signé : { $name } · lisible à partir de { $when }
desk-reply-now = maintenant
desk-reply-at = { $time } h
desk-reply-today = ce jour { $time }
desk-reply-on = { $day } { $time }
desk-reply-send = Envoyer à la personne
desk-reply-files = Joindre des fichiers
desk-reply-files-where = La personne les récupère elle-même, peut-être sur un appareil que d’autres utilisent.
desk-reply-files-over = Une réponse en prend 10 au plus. Envoyez les autres avec la suivante.
desk-reply-template = Modèle
desk-reply-template-none = Choisir un modèle…
desk-reply-hole = Il y a encore « […] » dans votre texte. Remplissez-le d’abord.
desk-reply-empty = Écrivez d’abord quelque chose.
desk-reply-link = La personne ne peut pas cliquer dessus, exprès.
desk-reply-room = { $percent } % de { $most } ko remplis
desk-reply-over = Trop long pour un message. Faites-en deux.
desk-reply-pasted = Ceci ressemble à une note. La personne va le lire. Est-ce voulu ?
desk-reply-pasted-yes = Oui, c’est bon
desk-reply-pasted-no = L’enlever
desk-reply-held = Votre réponse part dans un instant. { $seconds ->
    [one] Encore 1 seconde.
   *[other] Encore { $seconds } secondes.
  }
desk-reply-sending = Mise sous clé et envoi…
desk-reply-sent = Envoyé, lisible à partir de { $when }. D’ici là vous pouvez le reprendre.
desk-reply-sent-now = Envoyé. La personne peut le lire maintenant.
desk-draft-kept = Brouillon enregistré
desk-draft-failed = Ce brouillon n’est pas encore enregistré.
desk-reply-failed = Votre réponse n’est pas partie. Le texte est de nouveau dans le champ.
desk-template-thanks = Merci, et lu
desk-template-thanks-text = Bonjour, merci d’avoir écrit ceci. Je l’ai lu calmement. Si je comprends bien, il s’agit de […]. Est-ce juste ? Je ne fais rien sans que vous sachiez quoi. Quel serait pour vous un premier petit pas en avant ?
desk-template-heavy = Récit lourd
desk-template-heavy-text = Ce que vous décrivez n’est pas rien, et ce n’est pas votre faute si cela vous pèse. Êtes-vous en sécurité en ce moment ? Vous pouvez tout raconter à votre rythme, ou ne pas le raconter. En plus de moi, vous pouvez aussi vous adresser à […].
desk-template-recognisable = Trop reconnaissable
desk-template-recognisable-text = Votre texte contient quelque chose qui permettrait à des collègues de vous reconnaître : […]. Je ne l’utiliserai pas. Puis-je reprendre seulement le thème : « […] » ?
desk-template-other-way = Une autre voie
desk-template-other-way-text = Ceci dépasse ce que je peux traiter. Il existe une voie légale qui vous protège mieux : […]. J’explique comment elle fonctionne, c’est vous qui décidez. Je ne transmets rien sans votre oui.
desk-template-about-coach = À propos du coach
desk-template-about-coach-text = Ce message concerne le coach. Le coach ne peut pas le lire. Je suis […] et c’est moi qui vous réponds.
desk-template-feedback = Retour
desk-template-feedback-text = Voici ce qui s’est passé : […]. Ceci n’a pas marché : […]. Je continue à suivre jusqu’à […]. Remarquez-vous déjà une différence ? Un mot suffit.
desk-template-silence = Pas de réaction après 14 jours
desk-template-silence-text = La porte reste ouverte. Vous n’avez rien à faire. Je regarde ici encore jusqu’au […].

## Notes
desk-notes = Notes entre coachs
desk-notes-never = La personne ne peut jamais ouvrir ceci.
desk-note = Note pour les coachs, la personne ne peut jamais ouvrir ceci
desk-note-save = Enregistrer la note
desk-note-saving = Mise sous clé et enregistrement…
desk-note-saved = Note enregistrée
desk-note-none = Pas encore de notes.

## Triage
desk-triage = Étiquettes
desk-triage-open = Étiquettes et délais
desk-label-status = État
desk-label-category = Thème
desk-label-severity = Gravité
desk-label-urgency = Dans quel délai
desk-label-flags = Attention
desk-label-keeper = Qui suit
desk-label-line = Une ligne
desk-label-themes = Mots-clés
desk-label-unit = Service
desk-label-none = non rempli
desk-label-clear = Enlever
desk-label-find = Écrivez pour chercher
desk-label-nothing = Rien trouvé
desk-label-hint-line = Avec vos mots, sans noms. Seuls les coachs le voient.
desk-label-hint-themes = Séparés par des virgules.
desk-label-told = La personne lit : « { $told } »
desk-label-told-lead = La personne lit aussi ceci, à partir de { $when }.
desk-triaged = { $label } : { $value }
desk-triaged-status = La personne lit à partir de { $when } : « { $told } ». { $seconds ->
    [one] Encore 1 seconde.
   *[other] Encore { $seconds } secondes.
  }
desk-triaged-junk = { $count ->
    [one] 1 conversation marquée comme indésirable
   *[other] { $count } conversations marquées comme indésirables
  }
desk-undone = Annulé
desk-clock-answer = Première réponse
desk-clock-answer-by = au plus tard { $day }
desk-clock-answered = donnée le { $day }
desk-clock-late = en retard : { $day }
desk-clock-feedback = Retour
desk-readers = Qui peut lire
desk-excluded = Qui ne peut pas lire
desk-close-case = Clôturer

desk-category-bullying = Harcèlement moral ou exclusion
desk-category-sexual = Comportement sexuel non désiré
desk-category-aggression = Agressivité, cris, menaces
desk-category-third_party = Agressivité de clients
desk-category-discrimination = Discrimination ou racisme
desk-category-favouritism = Favoritisme, inégalité de traitement
desk-category-cliques = Clans et rumeurs
desk-category-conflict = Conflit qui s’enlise
desk-category-leadership = Style de direction
desk-category-micromgmt = Trop de contrôle, peu de confiance
desk-category-recognition = Manque de reconnaissance
desk-category-growth = Perspectives d’évolution floues
desk-category-evaluation = Évaluation ou rémunération
desk-category-workload = Charge et rythme de travail
desk-category-roster = Horaires, planning, disponibilité
desk-category-clarity = Tâches floues ou consignes contradictoires
desk-category-communication = Communication et information
desk-category-change = Changement ou incertitude
desk-category-environment = Lieu, bruit, matériel
desk-category-safety = Situation dangereuse
desk-category-wellbeing = Je ne vais pas bien / un·e collègue
desk-category-privacy = Vie privée, surveillance
desk-category-integrity = Fraude, intégrité, règles
desk-category-retaliation = Représailles après un signalement
desk-category-idea = Idée ou amélioration
desk-category-positive = Quelque chose qui va bien
desk-category-other = Autre
desk-severity-S1 = S1 agacement
desk-severity-S2 = S2 répété, touche la collaboration
desk-severity-S3 = S3 nuit à la santé ou à la sécurité
desk-severity-S4 = S4 punissable ou aigu
desk-short-S1 = S1 agacement
desk-short-S2 = S2 répété
desk-short-S3 = S3 nuisible
desk-short-S4 = S4 aigu
desk-urgency-U0 = Peut attendre
desk-urgency-U1 = De préférence cette semaine
desk-urgency-U2 = Dès que possible
desk-urgency-U3 = Il y a danger maintenant
desk-status-new = Nouveau
desk-status-acked = Confirmé
desk-status-dialogue = En conversation
desk-status-clarified = Évalué
desk-status-action = En action
desk-status-feedback = Retour donné
desk-status-aftercare = Suivi
desk-status-closed = Clôturé
desk-status-erased = Effacé
desk-told-new = Arrivé
desk-told-acked = Lu
desk-told-dialogue = En conversation
desk-told-clarified = Compris
desk-told-action = On y travaille
desk-told-feedback = Retour donné
desk-told-aftercare = Suivi
desk-told-closed = Terminé
desk-told-erased = Effacé
desk-flag-detriment-risk = Risque de préjudice
desk-flag-multiple-voices = Plusieurs voix
desk-flag-about-the-coach = Concerne le coach
desk-flag-junk = Indésirable

## People
desk-people = Personnes
desk-people-in-office = En fonction
desk-people-pending = Attend l’approbation
desk-people-none = Personne n’attend d’approbation.
desk-people-words = Mots de { $name }
desk-people-no-words = La clé de { $name } n’est pas donnée pour le moment.
desk-people-approve = Comparer les mots
desk-people-guardians-only = Seul un gardien peut approuver. Demandez à { $names }.
desk-people-proposal = { $signatures } signatures sur { $needed } sous la nouvelle liste avec { $names }.
desk-people-removal = { $name } quitte la liste des gardiens le { $day }, par une seule signature. Vous ne le saviez pas ? Renseignez-vous avant ce jour.
desk-people-quiet = Depuis le { $day } aucun bureau n’a confirmé la liste de qui est en fonction. Ouvrir le bureau et charger la liste le fait tout seul.
desk-people-invite = Inviter quelqu’un, c’est le rôle de qui gère le serveur.
desk-code-title = Qui peut écrire
desk-code-open = Tout le monde peut écrire : aucun code n’est demandé.
desk-code-since = Pour écrire, il faut le code de l’affiche. Celui-ci vaut depuis le { $day }.
desk-code-former = Le code d’avant vaut encore : qui est en train d’écrire n’est pas arrêté. Si vous en faites un autre, il tombe.
desk-code-make = Faire un code
desk-code-renew = Faire un nouveau code
desk-code-remove = Ne plus demander de code
desk-code-made = Voici le code. Vous ne le voyez que maintenant : imprimez l’affiche ou recopiez-le.
desk-code-print = Imprimer l’affiche
desk-code-counts = Il vaut dès maintenant.
desk-code-second = Il vaut dès qu’un autre gardien signe. Donnez-lui ces mots.
desk-code-proposal = Un autre gardien a fait un code. Recopiez les mots reçus, et signez aussi.
desk-code-proposal-mine = Votre code attend un autre gardien.
desk-code-proposal-remove = Il est proposé de ne plus demander de code.
desk-code-signatures = { $signatures } signatures sur { $needed }.
desk-code-words = Mots du code
desk-code-wrong = Ce ne sont pas les mots que votre collègue a faits. Vérifiez chaque mot.
desk-code-agree = Signer aussi
desk-code-why = Un code tient à l’écart les gens du dehors. Il est le même pour tout le monde et ne dit donc pas qui écrit. Ne donnez à personne un code à part : l’appareil de qui écrit le refuse.
desk-roster-changed = Les personnes qui lisent ou signent ici ont changé depuis la dernière fois.
desk-roster-added = Nouveau : { $name }, { $role }
desk-roster-removed = Parti : { $name }, { $role }
desk-roster-ask = Vous ne le saviez pas ? Demandez-le de vive voix à un gardien avant d’ouvrir quoi que ce soit.
desk-approve-title = Est-ce bien { $name } ?
desk-approve-role = Veut commencer comme { $role }
desk-approve-call = Appelez { $name }. Faites-vous lire les sept mots, dans cet ordre.
desk-approve-heard = J’ai entendu les sept
desk-approve-pick = Quel mot était à la place { $number } ?
desk-approve-pick-lead = Encore deux mots, pour être sûr que ce n’était pas machinal.
desk-approve-pick-wrong = Ce n’est pas le mot à la place { $number }. Rappelez et écoutez encore les sept.
desk-approve-guardian = Cette personne devient aussi gardien
desk-approve-guardian-hint = Un gardien approuve avec les autres qui vient s’ajouter.
desk-approve-no = Ils ne correspondent pas
desk-approve-yes = Ils correspondent
desk-approve-sending = Votre signature est apposée…
desk-approve-done = Approuvé par { $by } le { $day }, par téléphone.
desk-approve-signatures = { $signatures } signatures sur { $needed }. Les autres gardiens doivent encore signer.
desk-approve-refused-title = Rien n’a été approuvé
desk-approve-refused = Les mots de { $name } ne correspondent pas. Rien n’a changé.
desk-approve-refused-old = C’est peut-être une ancienne invitation : que { $name } en demande une nouvelle.
desk-approve-refused-wrong = C’est peut-être la mauvaise personne : vérifiez qui vous avez appelé.
desk-approve-refused-third = Si ce n’est ni l’un ni l’autre, quelqu’un s’est fait passer pour { $name }. Prévenez les autres gardiens et qui gère le serveur.

## Keys, palette
desk-help-title = Touches
desk-help-lead = Tout est possible aussi à la souris ou au doigt.
desk-help-mode = Raccourcis
desk-help-mode-plain = activés
desk-help-mode-ctrl = avec Ctrl
desk-help-mode-off = désactivés
desk-help-group-move = Se déplacer
desk-help-group-case = Dans une conversation
desk-help-group-label = Étiquettes
desk-help-group-go = Aller à
desk-help-group-desk = Bureau
desk-palette-find = Que voulez-vous faire ?
desk-palette-none = Rien de possible maintenant ne porte ce nom.
desk-do-next = Ligne suivante
desk-do-previous = Ligne précédente
desk-do-first = Première ligne
desk-do-last = Dernière ligne
desk-do-open = Ouvrir la conversation
desk-do-next-for-me = La suivante qui m’attend
desk-do-back-to-previous = Conversation précédente
desk-do-leave = Retour à la liste
desk-do-mark = Marquer
desk-do-mark-next = Marquer et continuer vers le bas
desk-do-mark-previous = Marquer et continuer vers le haut
desk-do-junk = Marquer comme indésirable
desk-do-open-all = Ouvrir toutes les nouvelles
desk-do-refresh = Voir s’il y a du nouveau
desk-do-reply = Répondre
desk-do-send = Envoyer ou enregistrer le champ où vous écrivez
desk-do-note = Écrire une note
desk-do-category = Thème
desk-do-severity = Gravité
desk-do-urgency = Dans quel délai
desk-do-status = État
desk-do-flags = Attention
desk-do-keeper = Qui suit
desk-do-line = Une ligne
desk-do-themes = Mots-clés
desk-do-unit = Service
desk-do-close-case = Clôturer la conversation
desk-do-print-case = Imprimer la conversation
desk-do-undo = Annuler
desk-do-go-today = Aujourd’hui
desk-do-go-me = M’attend
desk-do-go-reporter = Attend la personne
desk-do-go-aftercare = Suivi
desk-do-go-closed = Clôturé
desk-do-go-all = Tout
desk-do-go-people = Personnes
desk-do-search = Chercher
desk-do-palette = Tout ce qui est possible
desk-do-help = Touches
desk-do-hide = Tout cacher
desk-do-lock = Verrouiller
desk-do-poster = Affiche
desk-do-first-day = Votre premier jour

## Print
desk-print-title = Feuille
desk-print-kit-title = Feuille de secours
desk-print-kit-organisation = Organisation
desk-print-kit-name = Nom
desk-print-kit-account = Nom court
desk-print-kit-organisation-words = Mots de l’organisation
desk-print-kit-own-words = Mots de { $name }
desk-print-kit-how = Comment utiliser cette feuille
desk-print-kit-step1 = Allez à votre bureau et choisissez « Utiliser la feuille de secours ».
desk-print-kit-step2 = Écrivez votre nom court et les sept groupes ci-dessus.
desk-print-kit-step3 = Demandez ensuite à un gardien une nouvelle invitation et faites une nouvelle feuille.
desk-print-kit-where = Où se trouve cette feuille ?
desk-poster-title = Quelque chose ne va pas au travail ?
desk-poster-lead = Vous pouvez le dire ici. Sans nom, sans compte.
desk-poster-small = Les petites choses comptent aussi.
desk-poster-who = Seules les personnes que vous choisissez peuvent lire ce que vous écrivez : { $names }.
desk-poster-device = Utilisez plutôt votre propre téléphone, pas le réseau du travail.
desk-poster-code = Le code, le même pour tout le monde :
desk-poster-words = Mots de { $name }. Si vous les voyez aussi sur la page, c’est la vraie.
desk-poster-screen = Affiche
desk-poster-where = Mettez-la là où l’on est seul un instant.
desk-print-case-title = Imprimer cette conversation
desk-print-case-lead = Le papier n’a pas de serrure. Notez qui reçoit cette feuille.
desk-print-case-notes = Aussi les notes entre coachs
desk-print-case-mask = Rendre des noms illisibles
desk-print-case-mask-hint = Des noms, un par ligne ou séparés par des virgules. Ils deviennent ███.
desk-print-case-warning = Contient des données personnelles
desk-print-case-by = Imprimé par { $name } le { $day }

## The log, where its own words have not come yet
audit-title = Journal
audit-of = journal, pour { $name }
audit-unlock-title = Ouvrez le journal
audit-unlock-lead = Ici, une personne du conseil d’entreprise ou de la protection des données contrôle qui a ouvert quoi. Jamais un mot d’un message n’y figure.
