<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en_US">
<context>
    <name>Activity</name>
    <message>
        <source>running</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>autorisée</translation>
    </message>
    <message>
        <source>warned</source>
        <translation>avertie</translation>
    </message>
    <message>
        <source>downgraded</source>
        <translation>rétrogradée</translation>
    </message>
    <message>
        <source>clamped</source>
        <translation>raccourcie</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>mise en attente</translation>
    </message>
    <message>
        <source>fallback</source>
        <translation>repli</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refusée</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échouée</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>coupée</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>arrêtée</translation>
    </message>
    <message>
        <source>client left</source>
        <translation>client parti</translation>
    </message>
    <message>
        <source>error</source>
        <translation>erreur</translation>
    </message>
    <message>
        <source>recovered</source>
        <translation>récupérée</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>non envoyée</translation>
    </message>
</context>
<context>
    <name>ActivityLog</name>
    <message>
        <source>Requests, newest first</source>
        <translation>Requêtes, les plus récentes d’abord</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Effacer les filtres</translation>
    </message>
    <message>
        <source>Reading the log…</source>
        <translation>Lecture du journal…</translation>
    </message>
    <message>
        <source>No request matches these filters.</source>
        <translation>Aucune requête ne correspond à ces filtres.</translation>
    </message>
    <message>
        <source>No request yet. The first one shows up here at once.</source>
        <translation>Aucune requête pour l’instant. La première apparaîtra ici aussitôt.</translation>
    </message>
</context>
<context>
    <name>ActivityLogHead</name>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Tokens in → out</source>
        <translation>Jetons entrée → sortie</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coût</translation>
    </message>
</context>
<context>
    <name>ActivityModel</name>
    <message>
        <source>Tenant</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Règle</translation>
    </message>
    <message>
        <source>Cost over</source>
        <translation>Coût supérieur à</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>last 15 minutes</source>
        <translation>15 dernières minutes</translation>
    </message>
    <message>
        <source>last hour</source>
        <translation>dernière heure</translation>
    </message>
    <message>
        <source>last day</source>
        <translation>dernier jour</translation>
    </message>
    <message>
        <source>last 7 days</source>
        <translation>7 derniers jours</translation>
    </message>
    <message>
        <source>last 30 days</source>
        <translation>30 derniers jours</translation>
    </message>
    <message numerus="yes">
        <source>more than %Ln match</source>
        <comment>requests</comment>
        <translation>
            <numerusform>plus de %Ln correspond</numerusform>
            <numerusform>plus de %Ln correspondent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln match(es)</source>
        <comment>requests</comment>
        <translation>
            <numerusform>%Ln correspond</numerusform>
            <numerusform>%Ln correspondent</numerusform>
        </translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
</context>
<context>
    <name>ActivityPage</name>
    <message>
        <source>held; new requests wait</source>
        <translation>figé&#x202f;; les nouvelles requêtes attendent</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>plus récentes d’abord</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Activité</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>Follow the list</source>
        <translation>Suivre la liste</translation>
    </message>
    <message>
        <source>Hold the list</source>
        <translation>Figer la liste</translation>
    </message>
</context>
<context>
    <name>AlertCentre</name>
    <message>
        <source>Muted budgets: %1</source>
        <translation>Budgets en sourdine&#xa0;: %1</translation>
    </message>
    <message>
        <source>Muted until you unmute</source>
        <translation>En sourdine jusqu’à ce que vous la leviez</translation>
    </message>
    <message>
        <source>Muted until %1</source>
        <translation>En sourdine jusqu’à %1</translation>
    </message>
    <message>
        <source>for an hour</source>
        <translation>pendant une heure</translation>
    </message>
    <message>
        <source>until tomorrow</source>
        <translation>jusqu’à demain</translation>
    </message>
    <message>
        <source>for a week</source>
        <translation>pendant une semaine</translation>
    </message>
    <message>
        <source>until I unmute</source>
        <translation>jusqu’à ce que je la lève</translation>
    </message>
    <message>
        <source>No address is set. Slack, Mattermost, Teams and others give one; it is kept as a secret under Settings, Credentials.</source>
        <translation>Aucune adresse n’est définie. Slack, Mattermost, Teams et d’autres en fournissent une&#x202f;; elle est gardée comme secret sous Paramètres, Identifiants.</translation>
    </message>
    <message>
        <source>Ready. Each crossing is told once.</source>
        <translation>Prêt. Chaque dépassement est signalé une seule fois.</translation>
    </message>
    <message>
        <source>Alerts sent: %1, the last %2.</source>
        <translation>Alertes envoyées&#xa0;: %1, la dernière %2.</translation>
    </message>
    <message>
        <source>The test message was taken.</source>
        <translation>Le message d’essai a été accepté.</translation>
    </message>
</context>
<context>
    <name>AlertHistory</name>
    <message>
        <source>All crossings</source>
        <translation>Tous les dépassements</translation>
    </message>
    <message>
        <source>each is told once</source>
        <translation>chacun est signalé une fois</translation>
    </message>
    <message>
        <source>All crossings, newest first</source>
        <translation>Tous les dépassements, les plus récents d’abord</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Effacer les filtres</translation>
    </message>
    <message>
        <source>Reading the alerts…</source>
        <translation>Lecture des alertes…</translation>
    </message>
    <message>
        <source>No crossing matches these filters.</source>
        <translation>Aucun dépassement ne correspond à ces filtres.</translation>
    </message>
    <message>
        <source>No budget has passed a mark yet.</source>
        <translation>Aucun budget n’a encore dépassé un seuil.</translation>
    </message>
</context>
<context>
    <name>AlertHistoryModel</name>
    <message>
        <source>Tenant</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Lesquelles</translation>
    </message>
    <message>
        <source>caps reached</source>
        <translation>plafonds atteints</translation>
    </message>
    <message>
        <source>not acknowledged</source>
        <translation>non acquittées</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>last day</source>
        <translation>dernier jour</translation>
    </message>
    <message>
        <source>last 7 days</source>
        <translation>7 derniers jours</translation>
    </message>
    <message>
        <source>last 30 days</source>
        <translation>30 derniers jours</translation>
    </message>
</context>
<context>
    <name>AlertListModel</name>
    <message>
        <source>%1 spent + %2 held of %3</source>
        <translation>%1 dépensés + %2 réservés sur %3</translation>
    </message>
</context>
<context>
    <name>AlertRules</name>
    <message>
        <source>There is no budget yet.</source>
        <translation>Il n’y a pas encore de budget.</translation>
    </message>
    <message>
        <source>Told when the cap is reached.</source>
        <translation>Signalé lorsque le plafond est atteint.</translation>
    </message>
    <message>
        <source>Told at %1, and when the cap is reached.</source>
        <translation>Signalé à %1 et lorsque le plafond est atteint.</translation>
    </message>
    <message>
        <source>Write at most ten percentages up to %1, as 50, 80, 95.</source>
        <translation>Saisissez au plus dix pourcentages jusqu’à %1, par exemple 50, 80, 95.</translation>
    </message>
</context>
<context>
    <name>AlertRulesCard</name>
    <message>
        <source>When to tell me</source>
        <translation>Quand m’avertir</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Marks, in percent of the limit</source>
        <translation>Seuils, en pour cent de la limite</translation>
    </message>
    <message>
        <source>none: at the cap only</source>
        <translation>aucun&#xa0;: au plafond seulement</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
</context>
<context>
    <name>AlertToldCard</name>
    <message>
        <source>On this desktop</source>
        <translation>Sur ce bureau</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Crossings, an upstream that goes or comes back, and destinations that need you.</source>
        <translation>Les dépassements, un serveur amont qui tombe ou revient, et les destinations qui ont besoin de vous.</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>set</source>
        <translation>défini</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>non défini</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Envoi…</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>Envoyer un essai</translation>
    </message>
</context>
<context>
    <name>Alerts</name>
    <message>
        <source>cap, since deleted</source>
        <translation>plafond, supprimé depuis</translation>
    </message>
    <message>
        <source>total cap</source>
        <translation>plafond total</translation>
    </message>
    <message>
        <source>cap per %1</source>
        <translation>plafond par %1</translation>
    </message>
    <message>
        <source>hourly cap</source>
        <translation>plafond horaire</translation>
    </message>
    <message>
        <source>daily cap</source>
        <translation>plafond quotidien</translation>
    </message>
    <message>
        <source>weekly cap</source>
        <translation>plafond hebdomadaire</translation>
    </message>
    <message>
        <source>monthly cap</source>
        <translation>plafond mensuel</translation>
    </message>
    <message>
        <source>All tenants reached their %1</source>
        <translation>Tous les comptes&#xa0;: %1 atteint</translation>
    </message>
    <message>
        <source>All tenants passed %1 of their %2</source>
        <translation>Tous les comptes&#xa0;: %1 du %2 dépassés</translation>
    </message>
    <message>
        <source>%1 reached its %2</source>
        <translation>%1&#xa0;: %2 atteint</translation>
    </message>
    <message>
        <source>%1 passed %2 of its %3</source>
        <translation>%1&#xa0;: %2 du %3 dépassés</translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln jeton</numerusform>
            <numerusform>%Ln jetons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln requête</numerusform>
            <numerusform>%Ln requêtes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>acquittée</translation>
    </message>
    <message>
        <source>each tenant</source>
        <translation>chaque compte</translation>
    </message>
    <message>
        <source>each value</source>
        <translation>chaque valeur</translation>
    </message>
    <message>
        <source>All tenants</source>
        <translation>Tous les comptes</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>AlertsPage</name>
    <message>
        <source>none open</source>
        <translation>aucune ouverte</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n ouverte</numerusform>
            <numerusform>%n ouvertes</numerusform>
        </translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alertes</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Lever la sourdine</translation>
    </message>
    <message>
        <source>Mute…</source>
        <translation>Mettre en sourdine…</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Mettre en sourdine</translation>
    </message>
    <message>
        <source>Acknowledge all</source>
        <translation>Tout acquitter</translation>
    </message>
    <message>
        <source>When and where</source>
        <translation>Quand et où</translation>
    </message>
    <message>
        <source>Part of the page</source>
        <translation>Partie de la page</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvertes</translation>
    </message>
    <message>
        <source>No budget stands above a mark.</source>
        <translation>Aucun budget n’est au-dessus d’un seuil.</translation>
    </message>
    <message>
        <source>Open alerts</source>
        <translation>Alertes ouvertes</translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>Light or dark</source>
        <translation>Clair ou sombre</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Petite</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normale</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Grande</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Très grande</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Also of numbers, amounts and dates; from the next start on</source>
        <translation>Aussi pour les nombres, les montants et les dates&#x202f;; dès le prochain démarrage</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Animations</translation>
    </message>
    <message>
        <source>With less of it nothing slides or fades, and nothing is lost</source>
        <translation>Réduites, rien ne glisse ni ne s’estompe, et rien ne se perd</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Réduites</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Toutes</translation>
    </message>
</context>
<context>
    <name>Autostart</name>
    <message>
        <source>%1 cannot be changed.</source>
        <translation>%1 ne peut pas être modifié.</translation>
    </message>
    <message>
        <source>Give this user permission to write there.</source>
        <translation>Donnez à cet utilisateur le droit d’y écrire.</translation>
    </message>
</context>
<context>
    <name>BarLegend</name>
    <message>
        <source>Settled</source>
        <translation>Comptabilisé</translation>
    </message>
    <message>
        <source>Held for running calls</source>
        <translation>Réservé pour les appels en cours</translation>
    </message>
    <message>
        <source>Soft mark</source>
        <translation>Seuil d’alerte</translation>
    </message>
    <message>
        <source>Hard cap</source>
        <translation>Plafond ferme</translation>
    </message>
</context>
<context>
    <name>Bars</name>
    <message>
        <source>near</source>
        <comment>its cap</comment>
        <translation>proche du plafond</translation>
    </message>
    <message>
        <source>cap reached</source>
        <translation>plafond atteint</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>spent %1</source>
        <translation>dépensé %1</translation>
    </message>
    <message>
        <source>held %1</source>
        <extracomment>reserved for calls that run</extracomment>
        <translation>réservé %1</translation>
    </message>
    <message>
        <source>of %1</source>
        <comment>a cap</comment>
        <translation>sur %1</translation>
    </message>
    <message>
        <source>no cap</source>
        <translation>sans plafond</translation>
    </message>
</context>
<context>
    <name>BindingLine</name>
    <message>
        <source>Change this cap</source>
        <translation>Modifier ce plafond</translation>
    </message>
</context>
<context>
    <name>BudgetForm</name>
    <message>
        <source>“%1” is no mark.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un seuil.</translation>
    </message>
    <message>
        <source>Write per cents of the cap, like 80, 95.</source>
        <translation>Saisissez des pourcentages du plafond, par exemple 80, 95.</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>tout le monde</translation>
    </message>
    <message>
        <source>dollars</source>
        <translation>dollars</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>jetons</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>requêtes</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>heure</translation>
    </message>
    <message>
        <source>day</source>
        <translation>jour</translation>
    </message>
    <message>
        <source>week</source>
        <translation>semaine</translation>
    </message>
    <message>
        <source>month</source>
        <translation>mois</translation>
    </message>
    <message>
        <source>total</source>
        <translation>total</translation>
    </message>
    <message>
        <source>refuse</source>
        <translation>refuser</translation>
    </message>
    <message>
        <source>wait</source>
        <translation>attendre</translation>
    </message>
    <message>
        <source>downgrade</source>
        <translation>rétrograder</translation>
    </message>
    <message>
        <source>“%1” is no number.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un nombre.</translation>
    </message>
    <message>
        <source>Write a whole number above 0.</source>
        <translation>Saisissez un nombre entier supérieur à 0.</translation>
    </message>
    <message>
        <source>“%1” is no number of seconds.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un nombre de secondes.</translation>
    </message>
    <message>
        <source>Write 1 to 300.</source>
        <translation>Saisissez de 1 à 300.</translation>
    </message>
    <message>
        <source>No model to downgrade to.</source>
        <translation>Aucun modèle vers lequel rétrograder.</translation>
    </message>
    <message>
        <source>Name the model to use instead.</source>
        <translation>Indiquez le modèle à utiliser à la place.</translation>
    </message>
    <message>
        <source>All tenants together</source>
        <translation>Tous les comptes ensemble</translation>
    </message>
    <message>
        <source>Each %1</source>
        <translation>Chaque %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>tenant research</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>in total</source>
        <translation>au total</translation>
    </message>
    <message>
        <source>per %1</source>
        <comment>hour, day, week or month</comment>
        <translation>par %1</translation>
    </message>
    <message>
        <source>%1: at most %2 %3.</source>
        <comment>All tenants together: at most $5.00 per day.</comment>
        <translation>%1&#xa0;: au plus %2 %3.</translation>
    </message>
    <message>
        <source>Last 7 days: counting…</source>
        <translation>7 derniers jours&#xa0;: calcul en cours…</translation>
    </message>
    <message>
        <source>%1: %2 refused</source>
        <translation>%1&#xa0;: %2 refus</translation>
    </message>
    <message>
        <source>What it would have refused cannot be told: %1</source>
        <translation>Impossible de dire ce qui aurait été refusé&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>Last 7 days: matches more than %Ln call(s), would have refused %1</source>
        <translation>
            <numerusform>7 derniers jours&#xa0;: concerne plus de %Ln appel, en aurait refusé %1</numerusform>
            <numerusform>7 derniers jours&#xa0;: concerne plus de %Ln appels, en aurait refusé %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last 7 days: matches %Ln call(s), would have refused %1</source>
        <translation>
            <numerusform>7 derniers jours&#xa0;: concerne %Ln appel, en aurait refusé %1</numerusform>
            <numerusform>7 derniers jours&#xa0;: concerne %Ln appels, en aurait refusé %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BudgetFormCard</name>
    <message>
        <source>New budget</source>
        <translation>Nouveau budget</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Pour qui</translation>
    </message>
    <message>
        <source>Name of that one</source>
        <translation>Son nom</translation>
    </message>
    <message>
        <source>each of them</source>
        <translation>chacun d’eux</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>Combien</translation>
    </message>
    <message>
        <source>$20.00</source>
        <translation>20,00 $</translation>
    </message>
    <message>
        <source>100,000</source>
        <translation>100 000</translation>
    </message>
    <message>
        <source>Counted in</source>
        <translation>Compté en</translation>
    </message>
    <message>
        <source>Per</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>Per what</source>
        <translation>Par quoi</translation>
    </message>
    <message>
        <source>Warn at, %</source>
        <translation>Avertir à, %</translation>
    </message>
    <message>
        <source>Soft marks in per cent of the cap</source>
        <translation>Seuils d’alerte en pour cent du plafond</translation>
    </message>
    <message>
        <source>no warning</source>
        <translation>sans avertissement</translation>
    </message>
    <message>
        <source>At the cap</source>
        <translation>Au plafond</translation>
    </message>
    <message>
        <source>At most, s</source>
        <translation>Au plus, s</translation>
    </message>
    <message>
        <source>Use instead</source>
        <translation>À la place</translation>
    </message>
    <message>
        <source>Longest wait in seconds</source>
        <translation>Attente maximale en secondes</translation>
    </message>
    <message>
        <source>Model to use instead</source>
        <translation>Modèle à utiliser à la place</translation>
    </message>
    <message>
        <source>a cheaper model</source>
        <translation>un modèle moins cher</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Mode</translation>
    </message>
    <message>
        <source>enforce</source>
        <translation>appliquer</translation>
    </message>
    <message>
        <source>only count</source>
        <translation>compter seulement</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Ne rien changer</translation>
    </message>
    <message>
        <source>Set this budget</source>
        <translation>Fixer ce budget</translation>
    </message>
    <message>
        <source>Say how much first</source>
        <translation>Indiquez d’abord combien</translation>
    </message>
</context>
<context>
    <name>BurnCard</name>
    <message>
        <source>Total burn, all tenants, %1</source>
        <translation>Consommation totale, tous les comptes, %1</translation>
    </message>
    <message>
        <source>total burn, all tenants</source>
        <translation>consommation totale, tous les comptes</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>5 min</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 jours</translation>
    </message>
    <message>
        <source>How far back</source>
        <translation>Jusqu’où remonter</translation>
    </message>
    <message>
        <source>Tenants</source>
        <translation>Comptes</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Stacked by</source>
        <translation>Empilé par</translation>
    </message>
    <message>
        <source>Burn over time, now %1</source>
        <translation>Consommation dans le temps, actuellement %1</translation>
    </message>
    <message>
        <source>Burn at %1: %2 dollars per hour</source>
        <translation>Consommation à %1&#xa0;: %2 dollars par heure</translation>
    </message>
    <message>
        <source>No pace yet</source>
        <translation>Pas encore de rythme</translation>
    </message>
    <message>
        <source>Nothing was spent in that time</source>
        <translation>Rien n’a été dépensé pendant ce temps</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>À %1</translation>
    </message>
    <message>
        <source>$/h</source>
        <translation>$/h</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
</context>
<context>
    <name>BurnHistory</name>
    <message>
        <source>others</source>
        <translation>autres</translation>
    </message>
    <message>
        <source>5 min ago</source>
        <translation>il y a 5 min</translation>
    </message>
    <message>
        <source>4 min</source>
        <translation>4 min</translation>
    </message>
    <message>
        <source>3 min</source>
        <translation>3 min</translation>
    </message>
    <message>
        <source>2 min</source>
        <translation>2 min</translation>
    </message>
    <message>
        <source>1 min</source>
        <translation>1 min</translation>
    </message>
    <message>
        <source>now</source>
        <translation>maintenant</translation>
    </message>
    <message>
        <source>all tenants</source>
        <translation>tous les comptes</translation>
    </message>
    <message>
        <source>%1 at its cap</source>
        <translation>%1 au plafond</translation>
    </message>
</context>
<context>
    <name>BurnMarks</name>
    <message>
        <source>all paused</source>
        <translation>tout en pause</translation>
    </message>
    <message>
        <source>all resumed</source>
        <translation>tout repris</translation>
    </message>
    <message>
        <source>%1 paused</source>
        <translation>%1 en pause</translation>
    </message>
    <message>
        <source>%1 resumed</source>
        <translation>%1 repris</translation>
    </message>
    <message>
        <source>%1 down</source>
        <translation>%1 hors service</translation>
    </message>
    <message>
        <source>%1 up again</source>
        <translation>%1 de nouveau actif</translation>
    </message>
</context>
<context>
    <name>CapAmount</name>
    <message>
        <source>“%1” is not an amount.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un montant.</translation>
    </message>
    <message>
        <source>Type %1, or a change such as +2 or −10%.</source>
        <translation>Saisissez %1, ou un écart comme +2 ou −10%.</translation>
    </message>
    <message>
        <source>A cap is at least %1.</source>
        <translation>Un plafond est d’au moins %1.</translation>
    </message>
    <message>
        <source>Pause the tenant to stop its calls.</source>
        <translation>Mettez le compte en pause pour arrêter ses appels.</translation>
    </message>
    <message>
        <source>A cap is at most %1.</source>
        <translation>Un plafond est d’au plus %1.</translation>
    </message>
    <message>
        <source>Type a smaller amount.</source>
        <translation>Saisissez un montant plus petit.</translation>
    </message>
</context>
<context>
    <name>CapChange</name>
    <message>
        <source>All tenants</source>
        <translation>Tous les comptes</translation>
    </message>
    <message>
        <source>%1: told at the cap only</source>
        <translation>%1&#xa0;: signalé au plafond seulement</translation>
    </message>
    <message>
        <source>%1: told at %2</source>
        <translation>%1&#xa0;: signalé à %2</translation>
    </message>
    <message>
        <source>%1: %2 until %3</source>
        <comment>research: +$20.00 until 21 Nov 18:00</comment>
        <translation>%1&#xa0;: %2 jusqu’au %3</translation>
    </message>
    <message>
        <source>%1: raise ended</source>
        <translation>%1&#xa0;: relèvement terminé</translation>
    </message>
    <message>
        <source>%1: cap %2 → %3</source>
        <translation>%1&#xa0;: plafond %2 → %3</translation>
    </message>
    <message>
        <source>%1: cap of %2 set</source>
        <translation>%1&#xa0;: plafond de %2 fixé</translation>
    </message>
    <message>
        <source>%1: cap of %2 removed</source>
        <translation>%1&#xa0;: plafond de %2 supprimé</translation>
    </message>
</context>
<context>
    <name>CapEditor</name>
    <message>
        <source>being set…</source>
        <translation>en cours d’application…</translation>
    </message>
    <message>
        <source>no cap yet</source>
        <translation>pas encore de plafond</translation>
    </message>
    <message>
        <source>from %1, being set…</source>
        <translation>auparavant %1, en cours d’application…</translation>
    </message>
    <message>
        <source>from %1</source>
        <comment>the cap before</comment>
        <translation>auparavant %1</translation>
    </message>
    <message>
        <source>below %1 running calls are cut</source>
        <translation>sous %1, des appels en cours sont coupés</translation>
    </message>
    <message numerus="yes">
        <source>Cut %Ln running call(s)?</source>
        <translation>
            <numerusform>Couper %Ln appel en cours&#x202f;?</numerusform>
            <numerusform>Couper %Ln appels en cours&#x202f;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Lower to %1</source>
        <translation>Abaisser à %1</translation>
    </message>
</context>
<context>
    <name>CapEditorView</name>
    <message>
        <source>They end with what they have; what they were metered is charged.</source>
        <translation>Ils se terminent en l’état&#x202f;; ce qui a été compté est facturé.</translation>
    </message>
    <message>
        <source>Lower and cut</source>
        <translation>Abaisser et couper</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Rétablir</translation>
    </message>
</context>
<context>
    <name>CapField</name>
    <message>
        <source>Cap</source>
        <translation>Plafond</translation>
    </message>
</context>
<context>
    <name>CapPast</name>
    <message>
        <source>Last 7 days: counting…</source>
        <translation>7 derniers jours&#xa0;: calcul en cours…</translation>
    </message>
    <message>
        <source>What it would have refused cannot be told: %1</source>
        <translation>Impossible de dire ce qui aurait été refusé&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>Last 7 days: %1 of more than %Ln call(s) would have been refused</source>
        <translation>
            <numerusform>7 derniers jours&#xa0;: %1 sur plus de %Ln appel auraient été refusés</numerusform>
            <numerusform>7 derniers jours&#xa0;: %1 sur plus de %Ln appels auraient été refusés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last 7 days: %1 of %Ln call(s) would have been refused</source>
        <translation>
            <numerusform>7 derniers jours&#xa0;: %1 sur %Ln appel aurait été refusé</numerusform>
            <numerusform>7 derniers jours&#xa0;: %1 sur %Ln appels auraient été refusés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CapRaise</name>
    <message>
        <source>That is more than any cap may be.</source>
        <translation>C’est plus qu’un plafond ne peut valoir.</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 heure</translation>
    </message>
    <message>
        <source>tonight</source>
        <translation>ce soir à minuit</translation>
    </message>
    <message>
        <source>tomorrow night</source>
        <translation>demain à minuit</translation>
    </message>
    <message>
        <source>Sunday night</source>
        <translation>dimanche à minuit</translation>
    </message>
    <message>
        <source>Cap %1 until %2, then %3 again</source>
        <translation>Plafond de %1 jusqu’à %2, puis de nouveau %3</translation>
    </message>
</context>
<context>
    <name>CapTrack</name>
    <message>
        <source>Cap, %1</source>
        <translation>Plafond, %1</translation>
    </message>
</context>
<context>
    <name>ChoiceMenu</name>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Nothing to choose from</source>
        <translation>Rien à choisir</translation>
    </message>
</context>
<context>
    <name>CodeBlock</name>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>JavaScript</source>
        <translation>JavaScript</translation>
    </message>
    <message>
        <source>curl</source>
        <translation>curl</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Environnement</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>What to write in your program</source>
        <translation>Ce qu’il faut écrire dans votre programme</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
</context>
<context>
    <name>ConnectionLine</name>
    <message>
        <source>Test</source>
        <translation>Tester</translation>
    </message>
    <message>
        <source>It is being tried</source>
        <translation>Test en cours</translation>
    </message>
    <message>
        <source>Try %1 now</source>
        <translation>Tester %1 maintenant</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Change the address of %1</source>
        <translation>Modifier l’adresse de %1</translation>
    </message>
    <message>
        <source>The configuration file, the environment or the command line says its address</source>
        <translation>Le fichier de configuration, l’environnement ou la ligne de commande fixe son adresse</translation>
    </message>
</context>
<context>
    <name>ConnectionList</name>
    <message>
        <source>file</source>
        <translation>fichier</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n modèle</numerusform>
            <numerusform>%n modèles</numerusform>
        </translation>
    </message>
    <message>
        <source>answers in %1</source>
        <translation>répond en %1</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>pas de réponse</translation>
    </message>
    <message>
        <source>key refused</source>
        <translation>clé refusée</translation>
    </message>
    <message>
        <source>no model server</source>
        <translation>pas un serveur de modèles</translation>
    </message>
    <message>
        <source>no model is loaded</source>
        <translation>aucun modèle chargé</translation>
    </message>
    <message>
        <source>%1. Check the address, and that the server runs.</source>
        <translation>%1. Vérifiez l’adresse et que le serveur tourne.</translation>
    </message>
    <message>
        <source>%1: the key was refused, or there is none. Set it under Credentials.</source>
        <translation>%1&#xa0;: la clé a été refusée, ou il n’y en a pas. Définissez-la sous Identifiants.</translation>
    </message>
    <message>
        <source>%1 for /v1/models. Give the server&apos;s own address, as http://localhost:8000.</source>
        <translation>%1 pour /v1/models. Donnez l’adresse du serveur lui-même, par exemple http://localhost:8000.</translation>
    </message>
    <message>
        <source>up</source>
        <translation>actif</translation>
    </message>
    <message>
        <source>down</source>
        <translation>hors service</translation>
    </message>
    <message>
        <source>trying…</source>
        <translation>test en cours…</translation>
    </message>
    <message>
        <source>works</source>
        <translation>fonctionne</translation>
    </message>
    <message>
        <source>does not work</source>
        <translation>ne fonctionne pas</translation>
    </message>
    <message>
        <source>prefix hits %1</source>
        <translation>préfixes en cache %1</translation>
    </message>
    <message>
        <source>first token %1</source>
        <translation>premier jeton %1</translation>
    </message>
    <message>
        <source>needs you</source>
        <translation>a besoin de vous</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 en attente</translation>
    </message>
    <message>
        <source>up to date</source>
        <translation>à jour</translation>
    </message>
    <message>
        <source>sent %1</source>
        <translation>envoyés&#xa0;: %1</translation>
    </message>
    <message>
        <source>refused %1</source>
        <translation>refusés&#xa0;: %1</translation>
    </message>
    <message>
        <source>given up %1</source>
        <translation>abandonnés&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>ConsequencePanel</name>
    <message>
        <source>Set cap</source>
        <translation>Fixer le plafond</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Ctrl Z undoes it afterwards</source>
        <translation>Ctrl Z l’annule ensuite</translation>
    </message>
</context>
<context>
    <name>Consequences</name>
    <message>
        <source>No call is running</source>
        <translation>Aucun appel en cours</translation>
    </message>
    <message numerus="yes">
        <source>No running call is cut; the %Ln in flight still fit(s)</source>
        <translation>
            <numerusform>Aucun appel en cours n’est coupé&#x202f;; %Ln appel en cours tient encore</numerusform>
            <numerusform>Aucun appel en cours n’est coupé&#x202f;; les %Ln en cours tiennent encore</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 is/are cut</source>
        <translation>
            <numerusform>%Ln sur %1 est coupé</numerusform>
            <numerusform>%Ln sur %1 sont coupés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %Ln of %1 is/are cut</source>
        <translation>
            <numerusform>Au moins %Ln sur %1 est coupé</numerusform>
            <numerusform>Au moins %Ln sur %1 sont coupés</numerusform>
        </translation>
    </message>
    <message>
        <source>Room for new calls now: %1</source>
        <translation>Marge pour de nouveaux appels&#xa0;: %1</translation>
    </message>
    <message>
        <source>Room for new calls stays %1; another cap is tighter</source>
        <translation>La marge pour de nouveaux appels reste de %1&#x202f;; un autre plafond est plus serré</translation>
    </message>
    <message>
        <source>Room for new calls now: %1, was %2</source>
        <translation>Marge pour de nouveaux appels&#xa0;: %1, au lieu de %2</translation>
    </message>
    <message>
        <source>Reaches the cap %1 instead of %2</source>
        <comment>at 17:21 instead of 16:40</comment>
        <translation>Atteint le plafond %1 au lieu de %2</translation>
    </message>
    <message>
        <source>%1; it was %2</source>
        <comment>Lasts until Monday; it was 17:21</comment>
        <translation>%1&#x202f;; auparavant %2</translation>
    </message>
    <message>
        <source>If you let go at %1</source>
        <translation>Si vous lâchez à %1</translation>
    </message>
    <message>
        <source>With a cap of %1</source>
        <translation>Avec un plafond de %1</translation>
    </message>
</context>
<context>
    <name>ControlCentre</name>
    <message>
        <source>%1 has no price. Its calls are refused.</source>
        <translation>%1 n’a pas de prix. Ses appels sont refusés.</translation>
    </message>
    <message>
        <source>Not done: %1</source>
        <translation>Non effectué&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
</context>
<context>
    <name>CorrectionCard</name>
    <message>
        <source>Correct this request</source>
        <translation>Corriger cette requête</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Invite</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>jetons</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Corriger</translation>
    </message>
</context>
<context>
    <name>CorrectionEditor</name>
    <message>
        <source>Corrected to %1. It can be corrected again.</source>
        <translation>Corrigé à %1. Une nouvelle correction reste possible.</translation>
    </message>
    <message>
        <source>Was open when Capstan stopped, so it was charged the most it could cost: %1.</source>
        <translation>Était ouverte à l’arrêt de Capstan et a donc été facturée au maximum possible&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Both counts are needed.</source>
        <translation>Les deux nombres sont nécessaires.</translation>
    </message>
    <message>
        <source>Write whole numbers of tokens, as vLLM&apos;s log or the client shows them.</source>
        <translation>Saisissez des nombres entiers de jetons, tels que le journal de vLLM ou le client les affiche.</translation>
    </message>
    <message>
        <source>%1 has no price.</source>
        <translation>%1 n’a pas de prix.</translation>
    </message>
    <message>
        <source>Set one under Models &amp; prices.</source>
        <translation>Définissez-en un sous Modèles et prix.</translation>
    </message>
    <message>
        <source>corrected in the window</source>
        <translation>corrigé dans la fenêtre</translation>
    </message>
    <message>
        <source>Comes to %1; gives back %2</source>
        <translation>Revient à %1&#x202f;; rend %2</translation>
    </message>
    <message>
        <source>Comes to %1; charges %2 more</source>
        <translation>Revient à %1&#x202f;; facture %2 de plus</translation>
    </message>
</context>
<context>
    <name>CredentialDialog</name>
    <message>
        <source>It goes into the keychain of this desktop and is never shown again.</source>
        <translation>Il va dans le trousseau de ce bureau et ne sera plus jamais affiché.</translation>
    </message>
    <message>
        <source>Paste it here</source>
        <translation>Collez-le ici</translation>
    </message>
    <message>
        <source>Make one up, to copy it</source>
        <translation>En créer un, pour le copier</translation>
    </message>
    <message>
        <source>Keep in the keychain</source>
        <translation>Garder dans le trousseau</translation>
    </message>
    <message>
        <source>Nothing was typed</source>
        <translation>Rien n’a été saisi</translation>
    </message>
    <message>
        <source>Only for this run</source>
        <translation>Pour cette session seulement</translation>
    </message>
    <message>
        <source>Kept in memory until Capstan is closed</source>
        <translation>Gardé en mémoire jusqu’à la fermeture de Capstan</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Ne rien changer</translation>
    </message>
</context>
<context>
    <name>CredentialLine</name>
    <message>
        <source>locked</source>
        <translation>verrouillé</translation>
    </message>
    <message>
        <source>set</source>
        <translation>défini</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>non défini</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Remplacer…</translation>
    </message>
    <message>
        <source>Set…</source>
        <translation>Définir…</translation>
    </message>
    <message>
        <source>%1 of the environment goes first; unset it to use the keychain</source>
        <translation>%1 de l’environnement est prioritaire&#x202f;; supprimez-la pour utiliser le trousseau</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Remove: %1</source>
        <translation>Supprimer&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>CredentialList</name>
    <message>
        <source>Set by %1</source>
        <translation>Défini par %1</translation>
    </message>
    <message>
        <source>Set until Capstan is closed</source>
        <translation>Défini jusqu’à la fermeture de Capstan</translation>
    </message>
    <message>
        <source>Set, from the keychain</source>
        <translation>Défini, depuis le trousseau</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Non défini</translation>
    </message>
    <message>
        <source>Asking the keychain</source>
        <translation>Interrogation du trousseau</translation>
    </message>
    <message>
        <source>The keychain does not give it</source>
        <translation>Le trousseau ne le donne pas</translation>
    </message>
    <message>
        <source>Kept in a keychain that is not there</source>
        <translation>Gardé dans un trousseau absent</translation>
    </message>
    <message>
        <source>Credential of %1</source>
        <translation>Identifiants de %1</translation>
    </message>
    <message>
        <source>API key of %1</source>
        <translation>Clé d’API de %1</translation>
    </message>
    <message>
        <source>Admin token</source>
        <translation>Jeton d’administration</translation>
    </message>
    <message>
        <source>Secret of internal services</source>
        <translation>Secret des services internes</translation>
    </message>
    <message>
        <source>Langfuse public key</source>
        <translation>Clé publique Langfuse</translation>
    </message>
    <message>
        <source>Langfuse secret key</source>
        <translation>Clé secrète Langfuse</translation>
    </message>
    <message>
        <source>Helicone API key</source>
        <translation>Clé d’API Helicone</translation>
    </message>
    <message>
        <source>OpenTelemetry headers</source>
        <translation>En-têtes OpenTelemetry</translation>
    </message>
    <message>
        <source>Webhook address</source>
        <translation>Adresse du webhook</translation>
    </message>
</context>
<context>
    <name>CredentialSection</name>
    <message>
        <source>Kept in the keychain of this desktop, in force at once. Capstan never shows a value again, only whether one is set.</source>
        <translation>Gardés dans le trousseau de ce bureau, en vigueur aussitôt. Capstan ne réaffiche jamais une valeur, seulement si elle est définie.</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Redemander</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Non effectué</translation>
    </message>
    <message>
        <source>Remove: %1?</source>
        <translation>Supprimer&#xa0;: %1&#x202f;?</translation>
    </message>
    <message>
        <source>It is deleted from the keychain and cannot be brought back. What needs it stops working at once.</source>
        <translation>Il est supprimé du trousseau et ne peut pas être récupéré. Ce qui en a besoin cesse aussitôt de fonctionner.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Ne rien changer</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>HH:mm</source>
        <comment>pattern of QLocale</comment>
        <translation>HH:mm</translation>
    </message>
    <message>
        <source>HH:mm:ss</source>
        <comment>pattern of QLocale</comment>
        <translation>HH:mm:ss</translation>
    </message>
    <message>
        <source>HH:mm:ss.zzz</source>
        <comment>pattern of QLocale</comment>
        <translation>HH:mm:ss.zzz</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>pattern of QLocale</comment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>pattern of QLocale</comment>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>d MMM HH:mm</source>
        <comment>pattern of QLocale</comment>
        <translation>d MMM HH:mm</translation>
    </message>
    <message>
        <source>dddd</source>
        <comment>pattern of QLocale</comment>
        <translation>dddd</translation>
    </message>
    <message>
        <source>ddd HH:mm</source>
        <comment>pattern of QLocale</comment>
        <translation>ddd HH:mm</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>pattern of QLocale</comment>
        <translation>ddd d MMM</translation>
    </message>
    <message>
        <source>dddd d MMMM, HH:mm</source>
        <comment>pattern of QLocale</comment>
        <translation>dddd d MMMM, HH:mm</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>aujourd’hui %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>hier %1</translation>
    </message>
</context>
<context>
    <name>DimensionList</name>
    <message>
        <source>not given</source>
        <translation>non indiqué</translation>
    </message>
</context>
<context>
    <name>DimensionTable</name>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 jours</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 jours</translation>
    </message>
    <message>
        <source>Cap</source>
        <translation>Plafond</translation>
    </message>
    <message>
        <source>Spend by %1</source>
        <translation>Dépenses par %1</translation>
    </message>
    <message>
        <source>%1, %2 today, %3 in 30 days</source>
        <translation>%1, %2 aujourd’hui, %3 en 30 jours</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>Nothing was spent in the last 30 days</source>
        <translation>Rien n’a été dépensé ces 30 derniers jours</translation>
    </message>
    <message>
        <source>Budget for it</source>
        <translation>Budget pour cela</translation>
    </message>
    <message>
        <source>Select a row first</source>
        <translation>Sélectionnez d’abord une ligne</translation>
    </message>
    <message>
        <source>From the ledger, settled calls; tenants are live</source>
        <translation>Du registre, appels comptabilisés&#x202f;; les comptes sont en direct</translation>
    </message>
</context>
<context>
    <name>Dimensions</name>
    <message>
        <source>tenant</source>
        <translation>compte</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tenant(s)</source>
        <translation>
            <numerusform>%Ln compte</numerusform>
            <numerusform>%Ln comptes</numerusform>
        </translation>
    </message>
    <message>
        <source>agent</source>
        <translation>agent</translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s)</source>
        <translation>
            <numerusform>%Ln agent</numerusform>
            <numerusform>%Ln agents</numerusform>
        </translation>
    </message>
    <message>
        <source>user</source>
        <translation>utilisateur</translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s)</source>
        <translation>
            <numerusform>%Ln utilisateur</numerusform>
            <numerusform>%Ln utilisateurs</numerusform>
        </translation>
    </message>
    <message>
        <source>key</source>
        <translation>clé</translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s)</source>
        <translation>
            <numerusform>%Ln clé</numerusform>
            <numerusform>%Ln clés</numerusform>
        </translation>
    </message>
    <message>
        <source>feature</source>
        <translation>fonction</translation>
    </message>
    <message numerus="yes">
        <source>%Ln feature(s)</source>
        <translation>
            <numerusform>%Ln fonction</numerusform>
            <numerusform>%Ln fonctions</numerusform>
        </translation>
    </message>
    <message>
        <source>experiment</source>
        <translation>expérience</translation>
    </message>
    <message numerus="yes">
        <source>%Ln experiment(s)</source>
        <translation>
            <numerusform>%Ln expérience</numerusform>
            <numerusform>%Ln expériences</numerusform>
        </translation>
    </message>
    <message>
        <source>namespace</source>
        <translation>espace de noms</translation>
    </message>
    <message numerus="yes">
        <source>%Ln namespace(s)</source>
        <translation>
            <numerusform>%Ln espace de noms</numerusform>
            <numerusform>%Ln espaces de noms</numerusform>
        </translation>
    </message>
    <message>
        <source>team</source>
        <translation>équipe</translation>
    </message>
    <message numerus="yes">
        <source>%Ln team(s)</source>
        <translation>
            <numerusform>%Ln équipe</numerusform>
            <numerusform>%Ln équipes</numerusform>
        </translation>
    </message>
    <message>
        <source>provider</source>
        <translation>fournisseur</translation>
    </message>
    <message numerus="yes">
        <source>%Ln provider(s)</source>
        <translation>
            <numerusform>%Ln fournisseur</numerusform>
            <numerusform>%Ln fournisseurs</numerusform>
        </translation>
    </message>
    <message>
        <source>model</source>
        <translation>modèle</translation>
    </message>
    <message numerus="yes">
        <source>%Ln model(s)</source>
        <translation>
            <numerusform>%Ln modèle</numerusform>
            <numerusform>%Ln modèles</numerusform>
        </translation>
    </message>
    <message>
        <source>route</source>
        <translation>route</translation>
    </message>
    <message numerus="yes">
        <source>%Ln route(s)</source>
        <translation>
            <numerusform>%Ln route</numerusform>
            <numerusform>%Ln routes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EarlierAlert</name>
    <message>
        <source>Acknowledge</source>
        <translation>Acquitter</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>%1/h</source>
        <comment>per hour</comment>
        <translation>%1/h</translation>
    </message>
    <message numerus="yes">
        <source>%Ln running call(s)</source>
        <translation>
            <numerusform>%Ln appel en cours</numerusform>
            <numerusform>%Ln appels en cours</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the words of a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 M</source>
        <comment>millions</comment>
        <translation>%1 M</translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <comment>tokens per second</comment>
        <translation>%1 jet./s</translation>
    </message>
    <message>
        <source>%1&#x202f;%</source>
        <comment>percent</comment>
        <translation>%1&#x202f;%</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
</context>
<context>
    <name>FileChooser</name>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
</context>
<context>
    <name>FileImport</name>
    <message>
        <source>Done.</source>
        <translation>C’est fait.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s), %1</source>
        <translation>
            <numerusform>%Ln appel, %1</numerusform>
            <numerusform>%Ln appels, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out: %Ln line(s).</source>
        <translation>
            <numerusform>Laissé de côté : %Ln ligne.</numerusform>
            <numerusform>Laissé de côté : %Ln lignes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %L1: %2.</source>
        <translation>Ligne %L1 : %2.</translation>
    </message>
    <message>
        <source>%1: input %2 → %3, output %4 → %5</source>
        <translation>%1 : entrée %2 → %3, sortie %4 → %5</translation>
    </message>
    <message>
        <source>%1, made from %2 to %3.</source>
        <translation>%1, du %2 au %3.</translation>
    </message>
    <message>
        <source>New: %1. Reports count them; no cap does, as they are history.</source>
        <translation>Nouveau : %1. Les rapports les comptent, aucun plafond, car c’est du passé.</translation>
    </message>
    <message>
        <source>Nothing is new.</source>
        <translation>Rien n’est nouveau.</translation>
    </message>
    <message>
        <source>In the ledger already, and not counted again: %L1.</source>
        <translation>Déjà au registre et pas comptés à nouveau : %L1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln price(s).</source>
        <translation>
            <numerusform>%Ln prix.</numerusform>
            <numerusform>%Ln prix.</numerusform>
        </translation>
    </message>
    <message>
        <source>New: %L1, changed: %L2, as they are: %L3.</source>
        <translation>Nouveaux : %L1, modifiés : %L2, inchangés : %L3.</translation>
    </message>
    <message>
        <source>Without effect, as yours go before: %L1.</source>
        <translation>Sans effet, car les vôtres priment : %L1.</translation>
    </message>
    <message>
        <source>Imported before and not in this list, so taken away: %L1.</source>
        <translation>Importés auparavant et absents de cette liste, donc retirés : %L1.</translation>
    </message>
    <message>
        <source>Left out, as they are no price per token: %L1.</source>
        <translation>Laissés de côté, car ce ne sont pas des prix par jeton : %L1.</translation>
    </message>
    <message>
        <source>Providers: %L1, models: %L2.</source>
        <translation>Fournisseurs : %L1, modèles : %L2.</translation>
    </message>
    <message>
        <source>Everything could be carried over.</source>
        <translation>Tout a pu être repris.</translation>
    </message>
    <message numerus="yes">
        <source>Not carried over: %Ln thing(s).</source>
        <translation>
            <numerusform>Non repris : %Ln élément.</numerusform>
            <numerusform>Non repris : %Ln éléments.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterChip</name>
    <message>
        <source>Filter; Delete takes it away</source>
        <translation>Filtre&#x202f;; Suppr l’enlève</translation>
    </message>
</context>
<context>
    <name>FindDialog</name>
    <message>
        <source>Find a tenant, model, request id or action</source>
        <translation>Chercher un compte, un modèle, une requête ou une action</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Trouvé</translation>
    </message>
    <message>
        <source>Nothing is called “%1”</source>
        <translation>Rien ne s’appelle «&#xa0;%1&#xa0;»</translation>
    </message>
</context>
<context>
    <name>FindModel</name>
    <message>
        <source>page</source>
        <translation>page</translation>
    </message>
    <message>
        <source>action</source>
        <translation>action</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>Tenants</source>
        <translation>Comptes</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Activité</translation>
    </message>
    <message>
        <source>Models &amp; prices</source>
        <translation>Modèles et prix</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alertes</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Rapports</translation>
    </message>
    <message>
        <source>New budget</source>
        <translation>Nouveau budget</translation>
    </message>
    <message>
        <source>Pause or resume all</source>
        <translation>Tout mettre en pause ou reprendre</translation>
    </message>
    <message>
        <source>request</source>
        <translation>requête</translation>
    </message>
    <message>
        <source>tenant</source>
        <translation>compte</translation>
    </message>
    <message>
        <source>model</source>
        <translation>modèle</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>The test call was answered with %1: %2</source>
        <translation>L’appel d’essai a reçu la réponse %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>“%1” is no address. Give one as http://gpu-box:8000.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une adresse. Donnez-en une comme http://gpu-box:8000.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>A price cannot be read. Give dollars per million tokens, as 0.30.</source>
        <translation>Un prix est illisible. Donnez des dollars par million de jetons, par exemple 0,30.</translation>
    </message>
    <message>
        <source>first key</source>
        <translation>première clé</translation>
    </message>
    <message>
        <source>Give the tenant a name, as research.</source>
        <translation>Donnez un nom au compte, par exemple research.</translation>
    </message>
    <message>
        <source>port %1</source>
        <translation>le port %1</translation>
    </message>
    <message>
        <source>All is set up. Nothing is sent anywhere except to your own model server.</source>
        <translation>Tout est prêt. Rien n’est envoyé ailleurs qu’à votre propre serveur de modèles.</translation>
    </message>
    <message numerus="yes">
        <source>%n of four steps done. Nothing is sent anywhere except to your own model server.</source>
        <translation>
            <numerusform>%n étape sur quatre terminée. Rien n’est envoyé ailleurs qu’à votre propre serveur de modèles.</numerusform>
            <numerusform>%n étapes sur quatre terminées. Rien n’est envoyé ailleurs qu’à votre propre serveur de modèles.</numerusform>
        </translation>
    </message>
    <message>
        <source>Model server</source>
        <translation>Serveur de modèles</translation>
    </message>
    <message>
        <source>%1 on %2 · %3</source>
        <translation>%1 sur %2 · %3</translation>
    </message>
    <message>
        <source>Looking for model servers…</source>
        <translation>Recherche de serveurs de modèles…</translation>
    </message>
    <message>
        <source>No model server answers on this computer&apos;s ports 8000 to 8009. Start vLLM, or give its address.</source>
        <translation>Aucun serveur de modèles ne répond sur les ports 8000 à 8009 de cet ordinateur. Démarrez vLLM ou donnez son adresse.</translation>
    </message>
    <message>
        <source>Find the model server</source>
        <translation>Trouver le serveur de modèles</translation>
    </message>
    <message>
        <source>a model server</source>
        <translation>un serveur de modèles</translation>
    </message>
    <message>
        <source>Found %1 on %2</source>
        <translation>%1 trouvé sur %2</translation>
    </message>
    <message numerus="yes">
        <source>Prices for %n model(s)</source>
        <translation>
            <numerusform>Prix de %n modèle</numerusform>
            <numerusform>Prix de %n modèles</numerusform>
        </translation>
    </message>
    <message>
        <source>Price its models</source>
        <translation>Fixer le prix de ses modèles</translation>
    </message>
    <message>
        <source>%1 to %2 per million tokens</source>
        <translation>%1 à %2 par million de jetons</translation>
    </message>
    <message>
        <source>From the list of %1: %2</source>
        <translation>De la liste du %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Make a tenant with a cap, and its key</source>
        <translation>Créer un compte avec un plafond, et sa clé</translation>
    </message>
    <message>
        <source>The first call was counted: %1</source>
        <translation>Le premier appel a été compté&#xa0;: %1</translation>
    </message>
    <message>
        <source>Waiting for the first call…</source>
        <translation>En attente du premier appel…</translation>
    </message>
    <message>
        <source>From here on every call of %1 shows up in the window.</source>
        <translation>Désormais, chaque appel de %1 apparaît dans la fenêtre.</translation>
    </message>
    <message>
        <source>It appears here with its cost the moment it has ended.</source>
        <translation>Il apparaîtra ici avec son coût dès qu’il sera terminé.</translation>
    </message>
    <message>
        <source>Tenant %1, %2 a day</source>
        <translation>Compte %1, %2 par jour</translation>
    </message>
</context>
<context>
    <name>FirstRunPrices</name>
    <message>
        <source>No list has a price for %1. Say what its tokens shall count; you can change it at any time under Models &amp; prices.</source>
        <translation>Aucune liste n’a de prix pour %1. Indiquez ce que ses jetons doivent coûter&#x202f;; vous pourrez le changer à tout moment sous Modèles et prix.</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Sortie</translation>
    </message>
    <message>
        <source>Use these prices</source>
        <translation>Utiliser ces prix</translation>
    </message>
</context>
<context>
    <name>FirstRunProgram</name>
    <message>
        <source>Change two lines in your program</source>
        <translation>Changez deux lignes dans votre programme</translation>
    </message>
    <message>
        <source>The key is shown only now. Copy it before you go on; a new one is a click away.</source>
        <translation>La clé n’est affichée que maintenant. Copiez-la avant de continuer&#x202f;; une nouvelle est à un clic.</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Envoi…</translation>
    </message>
    <message>
        <source>Send a test call</source>
        <translation>Envoyer un appel d’essai</translation>
    </message>
    <message>
        <source>One short question to the model, counted like any other</source>
        <translation>Une courte question au modèle, comptée comme les autres</translation>
    </message>
    <message>
        <source>Open the window</source>
        <translation>Ouvrir la fenêtre</translation>
    </message>
</context>
<context>
    <name>FirstRunServer</name>
    <message>
        <source>Use this</source>
        <translation>Utiliser celui-ci</translation>
    </message>
    <message>
        <source>Address of a model server</source>
        <translation>Adresse d’un serveur de modèles</translation>
    </message>
    <message>
        <source>Another address, as http://gpu-box:8000</source>
        <translation>Une autre adresse, par exemple http://gpu-box:8000</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>L’essayer</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Chercher à nouveau</translation>
    </message>
</context>
<context>
    <name>FirstRunStep</name>
    <message>
        <source>Step %1, done: %2</source>
        <translation>Étape %1, terminée&#xa0;: %2</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>Étape %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Go back to: %1</source>
        <translation>Revenir à&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>FirstRunTenant</name>
    <message>
        <source>Warns at 80 % and 95 %, refuses at 100 %</source>
        <translation>Avertit à 80&#x202f;% et 95&#x202f;%, refuse à 100&#x202f;%</translation>
    </message>
    <message>
        <source>A tenant is whoever pays: a team, a project, a product. It warns at 80 % and 95 % of its cap and refuses at 100 %.</source>
        <translation>Un compte est celui qui paie&#xa0;: une équipe, un projet, un produit. Il est averti à 80&#x202f;% et 95&#x202f;% de son plafond, et refusé à 100&#x202f;%.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Name of the tenant</source>
        <translation>Nom du compte</translation>
    </message>
    <message>
        <source>Cap</source>
        <translation>Plafond</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>par jour</translation>
    </message>
    <message>
        <source>Make the tenant and its key</source>
        <translation>Créer le compte et sa clé</translation>
    </message>
</context>
<context>
    <name>FirstRunView</name>
    <message>
        <source>First run</source>
        <translation>Premier démarrage</translation>
    </message>
    <message>
        <source>Skip, I will set it up myself</source>
        <translation>Passer, je m’en occupe moi-même</translation>
    </message>
    <message>
        <source>Your first metered call</source>
        <translation>Votre premier appel compté</translation>
    </message>
    <message>
        <source>You can close this window. Capstan keeps counting.</source>
        <translation>Vous pouvez fermer cette fenêtre. Capstan continue de compter.</translation>
    </message>
</context>
<context>
    <name>Forecast</name>
    <message>
        <source>at %1</source>
        <comment>17:21</comment>
        <translation>à %1</translation>
    </message>
    <message>
        <source>at %1</source>
        <comment>Mon 17:21</comment>
        <translation>%1</translation>
    </message>
    <message>
        <source>on %1</source>
        <comment>Monday</comment>
        <translation>%1</translation>
    </message>
    <message>
        <source>on %1</source>
        <comment>1 Dec</comment>
        <translation>le %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <comment>17:21</comment>
        <translation>jusqu’à %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <comment>Mon 17:21</comment>
        <translation>jusqu’à %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <comment>Monday</comment>
        <translation>jusqu’à %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <comment>1 Dec</comment>
        <translation>jusqu’au %1</translation>
    </message>
    <message>
        <source>No pace yet</source>
        <translation>Pas encore de rythme</translation>
    </message>
    <message>
        <source>Cap reached, frees %1</source>
        <comment>at 00:00</comment>
        <translation>Plafond atteint, libéré %1</translation>
    </message>
    <message>
        <source>Cap reached</source>
        <translation>Plafond atteint</translation>
    </message>
    <message>
        <source>Reaches its cap %1 at this pace</source>
        <comment>at 17:21</comment>
        <translation>Atteint son plafond %1 à ce rythme</translation>
    </message>
    <message>
        <source>Lasts %1</source>
        <comment>until Monday</comment>
        <translation>Suffit %1</translation>
    </message>
    <message>
        <source>Lasts for years</source>
        <translation>Suffit pour des années</translation>
    </message>
    <message>
        <source>no pace now</source>
        <translation>aucun rythme actuellement</translation>
    </message>
    <message>
        <source>full · frees %1</source>
        <comment>at 00:00</comment>
        <translation>plein · libéré %1</translation>
    </message>
    <message>
        <source>full</source>
        <comment>the cap is reached</comment>
        <translation>plein</translation>
    </message>
    <message>
        <source>reaches cap %1</source>
        <comment>17:34</comment>
        <translation>plafond atteint&#xa0;: %1</translation>
    </message>
    <message>
        <source>lasts %1</source>
        <comment>until Monday</comment>
        <translation>suffit %1</translation>
    </message>
    <message>
        <source>lasts</source>
        <translation>suffit</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>The new configuration</source>
        <translation>La nouvelle configuration</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Examiner</translation>
    </message>
    <message>
        <source>It is being read</source>
        <translation>En cours de lecture</translation>
    </message>
    <message>
        <source>No file was chosen</source>
        <translation>Aucun fichier choisi</translation>
    </message>
    <message>
        <source>Save as capstan.yaml</source>
        <translation>Enregistrer sous capstan.yaml</translation>
    </message>
    <message>
        <source>Into the folder for downloads; a file that is there is never overwritten</source>
        <translation>Dans le dossier des téléchargements ; un fichier existant n’est jamais écrasé</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>ImportSection</name>
    <message>
        <source>Calls from before</source>
        <translation>Appels d’avant</translation>
    </message>
    <message>
        <source>A log of usage, one JSON object a line. Reports count its calls; no cap does.</source>
        <translation>Un journal d’usage, un objet JSON par ligne. Les rapports comptent ses appels, aucun plafond.</translation>
    </message>
    <message>
        <source>Import calls…</source>
        <translation>Importer des appels…</translation>
    </message>
    <message>
        <source>Another gateway&apos;s configuration</source>
        <translation>Configuration d’une autre passerelle</translation>
    </message>
    <message>
        <source>A config.yaml or llm-router.toml, written anew as capstan.yaml, to copy or to save</source>
        <translation>Un config.yaml ou llm-router.toml, récrit en capstan.yaml, à copier ou à enregistrer</translation>
    </message>
    <message>
        <source>Translate…</source>
        <translation>Traduire…</translation>
    </message>
    <message>
        <source>Logs of usage</source>
        <translation>Journaux d’usage</translation>
    </message>
    <message>
        <source>Each call is counted once, however often its log is imported.</source>
        <translation>Chaque appel est compté une fois, quel que soit le nombre d’importations.</translation>
    </message>
    <message>
        <source>Import calls</source>
        <translation>Importer des appels</translation>
    </message>
    <message>
        <source>Configurations</source>
        <translation>Configurations</translation>
    </message>
    <message>
        <source>Nothing is changed: Capstan reads its own file, capstan.yaml, when it starts.</source>
        <translation>Rien n’est modifié : au démarrage, Capstan lit son propre fichier, capstan.yaml.</translation>
    </message>
    <message>
        <source>Translate a configuration</source>
        <translation>Traduire une configuration</translation>
    </message>
</context>
<context>
    <name>InvoiceCard</name>
    <message>
        <source>Invoice</source>
        <translation>Facture</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>Enregistrer en PDF</translation>
    </message>
    <message>
        <source>Save this invoice to send it</source>
        <translation>Enregistrer cette facture pour l’envoyer</translation>
    </message>
    <message>
        <source>Save lines</source>
        <translation>Enregistrer les lignes</translation>
    </message>
    <message>
        <source>Save this invoice&apos;s lines for a spreadsheet</source>
        <translation>Enregistrer les lignes de cette facture pour un tableur</translation>
    </message>
    <message>
        <source>Close month…</source>
        <translation>Clôturer le mois…</translation>
    </message>
    <message>
        <source>Give this invoice its number</source>
        <translation>Donner son numéro à cette facture</translation>
    </message>
    <message>
        <source>A month can be closed once, when it is over</source>
        <translation>Un mois se clôture une seule fois, quand il est terminé</translation>
    </message>
    <message>
        <source>Close for good</source>
        <translation>Clôturer pour de bon</translation>
    </message>
    <message>
        <source>Later corrections stand on the next invoice</source>
        <translation>Les corrections ultérieures figureront sur la facture suivante</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>Laisser ouvert</translation>
    </message>
    <message>
        <source>All as FOCUS</source>
        <translation>Tout en FOCUS</translation>
    </message>
    <message>
        <source>Every tenant&apos;s charges in the columns that FinOps tools read</source>
        <translation>Les frais de chaque compte, dans les colonnes que lisent les outils FinOps</translation>
    </message>
    <message>
        <source>Mark-up in percent</source>
        <translation>Majoration en pourcentage</translation>
    </message>
    <message>
        <source>Mark-up in percent, below zero for a discount</source>
        <translation>Majoration en pourcentage, négative pour une remise</translation>
    </message>
    <message>
        <source>Change terms</source>
        <translation>Changer les conditions</translation>
    </message>
    <message>
        <source>These terms are in force</source>
        <translation>Ces conditions sont en vigueur</translation>
    </message>
</context>
<context>
    <name>InvoiceDesk</name>
    <message>
        <source>Tenant</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mois</translation>
    </message>
    <message>
        <source>Choose a tenant and a month</source>
        <translation>Choisissez un compte et un mois</translation>
    </message>
    <message>
        <source>%1, closed</source>
        <translation>%1, clôturée</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s), %1 as metered</source>
        <translation>
            <numerusform>%Ln appel, %1 au compteur</numerusform>
            <numerusform>%Ln appels, %1 au compteur</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; terms %2 %</source>
        <translation>%1&#x202f;; conditions %2&#x202f;%</translation>
    </message>
    <message>
        <source>Give percent from -100 to 1000, as 12.5.</source>
        <translation>Donnez un pourcentage de -100 à 1000, comme 12.5.</translation>
    </message>
    <message>
        <source>From the next invoice on; this one is closed.</source>
        <translation>À partir de la prochaine facture ; celle-ci est close.</translation>
    </message>
    <message>
        <source>To pay: %1 instead of %2</source>
        <translation>À payer : %1 au lieu de %2</translation>
    </message>
</context>
<context>
    <name>KeepingSection</name>
    <message>
        <source>Data folder</source>
        <translation>Dossier de données</translation>
    </message>
    <message>
        <source>Keep the detail of calls</source>
        <translation>Conserver le détail des appels</translation>
    </message>
    <message>
        <source>Days, and megabytes of the ledger; 0 does not limit. Totals are kept for good.</source>
        <translation>Jours, et mégaoctets du registre&#x202f;; 0 ne limite pas. Les totaux sont gardés pour toujours.</translation>
    </message>
    <message>
        <source>Days of detail</source>
        <translation>Jours de détail</translation>
    </message>
    <message>
        <source>Megabytes of the ledger</source>
        <translation>Mégaoctets du registre</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>In force after the proxy is started again</source>
        <translation>En vigueur après le redémarrage du proxy</translation>
    </message>
    <message>
        <source>Survive a power cut</source>
        <translation>Survivre à une coupure de courant</translation>
    </message>
    <message>
        <source>Each call then waits for the disk; a crash of Capstan alone loses nothing either way</source>
        <translation>Chaque appel attend alors le disque&#x202f;; un plantage de Capstan seul ne perd rien dans les deux cas</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sauvegarde</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Sauvegarder maintenant</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Preuve</translation>
    </message>
    <message>
        <source>Reads the whole ledger: is every entry there and unchanged, do all sums agree?</source>
        <translation>Lit tout le registre&#xa0;: chaque écriture est-elle présente et inchangée, toutes les sommes concordent-elles&#x202f;?</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>A copy of one moment beside the ledger, while calls go on.</source>
        <translation>Une copie d’un instant à côté du registre, pendant que les appels continuent.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restauration</translation>
    </message>
    <message>
        <source>Puts a backup in the ledger&apos;s place when Capstan starts again. What would be lost is shown before.</source>
        <translation>Met une sauvegarde à la place du registre au prochain démarrage de Capstan. Ce qui serait perdu est montré avant.</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Restaurer…</translation>
    </message>
    <message>
        <source>Call it off</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>The ledger stays what it is</source>
        <translation>Le registre reste tel quel</translation>
    </message>
    <message>
        <source>Start again now</source>
        <translation>Redémarrer maintenant</translation>
    </message>
    <message>
        <source>Calls are running; stop them, or wait for their end</source>
        <translation>Des appels sont en cours ; arrêtez-les ou attendez leur fin</translation>
    </message>
</context>
<context>
    <name>KeyDialog</name>
    <message>
        <source>Key for %1 created</source>
        <translation>Clé créée pour %1</translation>
    </message>
    <message>
        <source>New virtual key</source>
        <translation>Nouvelle clé virtuelle</translation>
    </message>
    <message>
        <source>Key of %1</source>
        <translation>Clé de %1</translation>
    </message>
</context>
<context>
    <name>KeyForm</name>
    <message>
        <source>all models</source>
        <translation>tous les modèles</translation>
    </message>
    <message>
        <source>any agent</source>
        <translation>tout agent</translation>
    </message>
    <message>
        <source>%1 a day</source>
        <translation>%1 par jour</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
</context>
<context>
    <name>KeyLine</name>
    <message>
        <source>%1 is revoked</source>
        <translation>%1 est révoquée</translation>
    </message>
    <message>
        <source>Rename or limit %1</source>
        <translation>Renommer ou limiter %1</translation>
    </message>
    <message>
        <source>Revoke %1…</source>
        <translation>Révoquer %1…</translation>
    </message>
</context>
<context>
    <name>KeyListModel</name>
    <message>
        <source>agent %1</source>
        <translation>agent %1</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n modèle</numerusform>
            <numerusform>%n modèles</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 at a time</source>
        <translation>%1 à la fois</translation>
    </message>
    <message>
        <source>revoked %1</source>
        <translation>révoquée %1</translation>
    </message>
    <message>
        <source>expired %1</source>
        <translation>expirée %1</translation>
    </message>
    <message>
        <source>never used</source>
        <translation>jamais utilisée</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) a minute</source>
        <translation>
            <numerusform>%Ln requête par minute</numerusform>
            <numerusform>%Ln requêtes par minute</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s) a minute</source>
        <translation>
            <numerusform>%Ln jeton par minute</numerusform>
            <numerusform>%Ln jetons par minute</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeySection</name>
    <message>
        <source>Virtual keys</source>
        <translation>Clés virtuelles</translation>
    </message>
    <message>
        <source>No virtual key yet</source>
        <translation>Pas encore de clé virtuelle</translation>
    </message>
    <message>
        <source>Create key</source>
        <translation>Créer une clé</translation>
    </message>
    <message>
        <source>Revoke %1?</source>
        <translation>Révoquer %1&#x202f;?</translation>
    </message>
    <message>
        <source>%1 stops working at once and for good; calls with it are refused. What it has spent stays counted.</source>
        <translation>%1 cesse de fonctionner aussitôt et pour de bon&#x202f;; les appels avec elle sont refusés. Ce qu’elle a dépensé reste compté.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Ne rien changer</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Révoquer</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Ctrl 1 … 7</source>
        <translation>Ctrl 1 … 7</translation>
    </message>
    <message>
        <source>go to a page</source>
        <translation>aller à une page</translation>
    </message>
    <message>
        <source>Ctrl K</source>
        <translation>Ctrl K</translation>
    </message>
    <message>
        <source>find anything</source>
        <translation>tout rechercher</translation>
    </message>
    <message>
        <source>Ctrl F, /</source>
        <translation>Ctrl F, /</translation>
    </message>
    <message>
        <source>filter of the page</source>
        <translation>filtre de la page</translation>
    </message>
    <message>
        <source>F6</source>
        <translation>F6</translation>
    </message>
    <message>
        <source>sidebar, content, inspector</source>
        <translation>barre latérale, contenu, inspecteur</translation>
    </message>
    <message>
        <source>↑ ↓ Enter</source>
        <translation>↑ ↓ Entrée</translation>
    </message>
    <message>
        <source>rows, open</source>
        <translation>lignes, ouvrir</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>put back, close</source>
        <translation>rétablir, fermer</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>hold or follow the log</source>
        <translation>figer ou suivre le journal</translation>
    </message>
    <message>
        <source>P</source>
        <translation>P</translation>
    </message>
    <message>
        <source>pause or resume the tenant</source>
        <translation>mettre le compte en pause ou le reprendre</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Suppr</translation>
    </message>
    <message>
        <source>stop the running call</source>
        <translation>arrêter l’appel en cours</translation>
    </message>
    <message>
        <source>← →</source>
        <translation>← →</translation>
    </message>
    <message>
        <source>move the cap; Shift fine, Ctrl x10</source>
        <translation>déplacer le plafond&#x202f;; Maj fin, Ctrl x10</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Début, Fin</translation>
    </message>
    <message>
        <source>cap at spent and held, old cap</source>
        <translation>plafond au dépensé et réservé, ancien plafond</translation>
    </message>
    <message>
        <source>Ctrl N</source>
        <translation>Ctrl N</translation>
    </message>
    <message>
        <source>new budget</source>
        <translation>nouveau budget</translation>
    </message>
    <message>
        <source>Ctrl Z</source>
        <translation>Ctrl Z</translation>
    </message>
    <message>
        <source>undo; with Shift redo</source>
        <translation>annuler&#x202f;; avec Maj, rétablir</translation>
    </message>
    <message>
        <source>Ctrl Shift P</source>
        <translation>Ctrl Maj P</translation>
    </message>
    <message>
        <source>pause all</source>
        <translation>tout mettre en pause</translation>
    </message>
    <message>
        <source>Ctrl W</source>
        <translation>Ctrl W</translation>
    </message>
    <message>
        <source>close the window, go on counting</source>
        <translation>fermer la fenêtre, continuer à compter</translation>
    </message>
    <message>
        <source>Ctrl Q</source>
        <translation>Ctrl Q</translation>
    </message>
    <message>
        <source>quit</source>
        <translation>quitter</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Raccourcis</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>KeyShown</name>
    <message>
        <source>Copy it now. Capstan keeps only a fingerprint and cannot show it again.</source>
        <translation>Copiez-la maintenant. Capstan ne garde qu’une empreinte et ne peut pas la réafficher.</translation>
    </message>
    <message>
        <source>The new key</source>
        <translation>La nouvelle clé</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>Tenant, agent</source>
        <translation>Compte, agent</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Cap of its own</source>
        <translation>Plafond propre</translation>
    </message>
    <message>
        <source>I have stored the key</source>
        <translation>J’ai enregistré la clé</translation>
    </message>
    <message>
        <source>Show the key</source>
        <translation>Afficher la clé</translation>
    </message>
    <message>
        <source>Show in code</source>
        <translation>Afficher dans le code</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Copy the key, or say that it is stored</source>
        <translation>Copiez la clé, ou indiquez qu’elle est enregistrée</translation>
    </message>
</context>
<context>
    <name>KeyWriting</name>
    <message>
        <source>Tenant</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>for people, as notebooks</source>
        <translation>pour les humains, par exemple notebooks</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>any agent</source>
        <translation>tout agent</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>all models; else names, as llama-*, bge-m3</source>
        <translation>tous les modèles&#x202f;; sinon des noms, comme llama-*, bge-m3</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sans limite</translation>
    </message>
    <message>
        <source>Requests a minute</source>
        <translation>Requêtes par minute</translation>
    </message>
    <message>
        <source>Tokens a minute</source>
        <translation>Jetons par minute</translation>
    </message>
    <message>
        <source>At the same time</source>
        <translation>En même temps</translation>
    </message>
    <message>
        <source>none; else dollars a day</source>
        <translation>aucun&#x202f;; sinon des dollars par jour</translation>
    </message>
    <message>
        <source>Cap of its own</source>
        <translation>Plafond propre</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Ne rien changer</translation>
    </message>
    <message>
        <source>Create key</source>
        <translation>Créer une clé</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
</context>
<context>
    <name>Keychains</name>
    <message>
        <source>Or start Capstan with the secret in its environment variable, or set it for this run only.</source>
        <translation>Ou démarrez Capstan avec le secret dans sa variable d’environnement, ou définissez-le pour cette session seulement.</translation>
    </message>
    <message>
        <source>The keychain is locked, or a secret was taken out of it.</source>
        <translation>Le trousseau est verrouillé, ou un secret en a été retiré.</translation>
    </message>
    <message>
        <source>Unlock it and ask again, or set the secret anew.</source>
        <translation>Déverrouillez-le et redemandez, ou redéfinissez le secret.</translation>
    </message>
    <message>
        <source>This session has no keychain.</source>
        <translation>Cette session n’a pas de trousseau.</translation>
    </message>
    <message>
        <source>Start gnome-keyring or KWallet.</source>
        <translation>Démarrez gnome-keyring ou KWallet.</translation>
    </message>
    <message>
        <source>The keychain does not answer.</source>
        <translation>Le trousseau ne répond pas.</translation>
    </message>
    <message>
        <source>Look for a password dialogue that waits behind other windows.</source>
        <translation>Cherchez une demande de mot de passe derrière d’autres fenêtres.</translation>
    </message>
    <message>
        <source>The keychain failed: %1.</source>
        <translation>Le trousseau a échoué&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Try it again.</source>
        <translation>Réessayez.</translation>
    </message>
</context>
<context>
    <name>LedgerCare</name>
    <message>
        <source>Copying…</source>
        <translation>Copie…</translation>
    </message>
    <message>
        <source>Reading every entry…</source>
        <translation>Lecture de chaque écriture…</translation>
    </message>
    <message>
        <source>Copied to %1</source>
        <translation>Copié vers %1</translation>
    </message>
    <message>
        <source>Every entry is there and unchanged, and all sums agree.</source>
        <translation>Chaque écriture est présente et inchangée, et toutes les sommes concordent.</translation>
    </message>
    <message>
        <source>Keep the ledger as it is, and compare with a backup. Differences: %1. %2</source>
        <translation>Gardez le registre tel quel et comparez-le à une sauvegarde. Écarts&#xa0;: %1. %2</translation>
    </message>
</context>
<context>
    <name>LedgerRestore</name>
    <message numerus="yes">
        <source>%Ln call(s), %1, will not be counted any more.</source>
        <translation>
            <numerusform>%Ln appel, %1, ne sera plus compté.</numerusform>
            <numerusform>%Ln appels, %1, ne seront plus comptés.</numerusform>
        </translation>
    </message>
    <message>
        <source>No call is lost.</source>
        <translation>Aucun appel n’est perdu.</translation>
    </message>
    <message numerus="yes">
        <source>The backup counts %Ln call(s) more than the ledger.</source>
        <translation>
            <numerusform>La sauvegarde compte %Ln appel de plus que le registre.</numerusform>
            <numerusform>La sauvegarde compte %Ln appels de plus que le registre.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cap(s) become what they were.</source>
        <translation>
            <numerusform>%Ln plafond redevient ce qu’il était.</numerusform>
            <numerusform>%Ln plafonds redeviennent ce qu’ils étaient.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) will not work any more.</source>
        <translation>
            <numerusform>%Ln clé ne marchera plus.</numerusform>
            <numerusform>%Ln clés ne marcheront plus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln revoked key(s) will work again.</source>
        <translation>
            <numerusform>%Ln clé révoquée marchera de nouveau.</numerusform>
            <numerusform>%Ln clés révoquées marcheront de nouveau.</numerusform>
        </translation>
    </message>
    <message>
        <source>The present ledger is kept beside it.</source>
        <translation>Le registre actuel est gardé à côté.</translation>
    </message>
    <message>
        <source>A backup takes the ledger&apos;s place when Capstan starts again. %1 must end before.</source>
        <translation>Une sauvegarde prendra la place du registre au prochain démarrage de Capstan. Doivent finir avant : %1.</translation>
    </message>
    <message>
        <source>A backup takes the ledger&apos;s place when Capstan starts again.</source>
        <translation>Une sauvegarde prendra la place du registre au prochain démarrage de Capstan.</translation>
    </message>
    <message>
        <source>The backup took the ledger&apos;s place. The former ledger is kept as %1.</source>
        <translation>La sauvegarde a pris la place du registre. L’ancien est gardé sous %1.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>Last call</source>
        <translation>Dernier appel</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Appels</translation>
    </message>
    <message>
        <source>Spent in all</source>
        <translation>Dépensé en tout</translation>
    </message>
    <message>
        <source>Spent this month</source>
        <translation>Dépensé ce mois-ci</translation>
    </message>
    <message>
        <source>Spent today</source>
        <translation>Dépensé aujourd’hui</translation>
    </message>
</context>
<context>
    <name>ListeningSection</name>
    <message>
        <source>Programs call %1 now.</source>
        <translation>Les programmes appellent %1 actuellement.</translation>
    </message>
    <message>
        <source>Address and port</source>
        <translation>Adresse et port</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>In force after the proxy is started again</source>
        <translation>En vigueur après le redémarrage du proxy</translation>
    </message>
    <message>
        <source>Every call needs a virtual key</source>
        <translation>Chaque appel exige une clé virtuelle</translation>
    </message>
    <message>
        <source>Without it, programs on this computer may call without one</source>
        <translation>Sinon, les programmes de cet ordinateur peuvent appeler sans clé</translation>
    </message>
</context>
<context>
    <name>LiveRow</name>
    <message>
        <source>Stop %1, %2</source>
        <translation>Arrêter %1, %2</translation>
    </message>
</context>
<context>
    <name>NavigationItem</name>
    <message>
        <source>%1, %2 open</source>
        <translation>%1, ouvertes&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>%Ln call(s) refused today.</source>
        <translation>
            <numerusform>%Ln appel refusé aujourd’hui.</numerusform>
            <numerusform>%Ln appels refusés aujourd’hui.</numerusform>
        </translation>
    </message>
    <message>
        <source>The total cap for all tenants is reached.</source>
        <translation>Le plafond total de tous les comptes est atteint.</translation>
    </message>
    <message>
        <source>The cap per %1 for all tenants is reached.</source>
        <extracomment>%1 is a length of time: &quot;6 h&quot;</extracomment>
        <translation>Le plafond par %1 de tous les comptes est atteint.</translation>
    </message>
    <message>
        <source>The hourly cap for all tenants is reached.</source>
        <translation>Le plafond horaire de tous les comptes est atteint.</translation>
    </message>
    <message>
        <source>The daily cap for all tenants is reached.</source>
        <translation>Le plafond quotidien de tous les comptes est atteint.</translation>
    </message>
    <message>
        <source>The weekly cap for all tenants is reached.</source>
        <translation>Le plafond hebdomadaire de tous les comptes est atteint.</translation>
    </message>
    <message>
        <source>The monthly cap for all tenants is reached.</source>
        <translation>Le plafond mensuel de tous les comptes est atteint.</translation>
    </message>
    <message>
        <source>New calls are refused.</source>
        <translation>Les nouveaux appels sont refusés.</translation>
    </message>
    <message>
        <source>New calls are refused %1.</source>
        <translation>Les nouveaux appels sont refusés %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) let in before is/are finishing; the cost is already held.</source>
        <translation>
            <numerusform>%Ln appel admis auparavant se termine&#x202f;; le coût est déjà réservé.</numerusform>
            <numerusform>%Ln appels admis auparavant se terminent&#x202f;; le coût est déjà réservé.</numerusform>
        </translation>
    </message>
    <message>
        <source>Raise cap…</source>
        <translation>Relever le plafond…</translation>
    </message>
    <message>
        <source>The ledger cannot be written. Every call is refused.</source>
        <translation>Le registre ne peut pas être écrit. Chaque appel est refusé.</translation>
    </message>
    <message>
        <source>%1 has not answered since %2.</source>
        <translation>%1 ne répond plus depuis %2.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) was/were open when Capstan stopped.</source>
        <translation>
            <numerusform>%Ln appel était ouvert à l’arrêt de Capstan.</numerusform>
            <numerusform>%Ln appels étaient ouverts à l’arrêt de Capstan.</numerusform>
        </translation>
    </message>
    <message>
        <source>Counted at the upper bound, %1.</source>
        <translation>Comptés au maximum possible, %1.</translation>
    </message>
    <message>
        <source>All tenants are paused. New calls are refused.</source>
        <translation>Tous les comptes sont en pause. Les nouveaux appels sont refusés.</translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>Tout reprendre</translation>
    </message>
    <message>
        <source>Traffic reaches %1 past Capstan.</source>
        <translation>Du trafic atteint %1 sans passer par Capstan.</translation>
    </message>
    <message>
        <source>%1 and Capstan count differently.</source>
        <translation>%1 et Capstan comptent différemment.</translation>
    </message>
    <message>
        <source>%1 takes nothing.</source>
        <translation>%1 n’accepte rien.</translation>
    </message>
    <message>
        <source>Set a price…</source>
        <translation>Définir un prix…</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <comment>notices</comment>
        <translation>
            <numerusform>et %Ln autre</numerusform>
            <numerusform>et %Ln autres</numerusform>
        </translation>
    </message>
    <message>
        <source>At least %1 prompt and %2 generated tokens reached %3 without passing Capstan. Find who calls it directly, and let only this machine reach its port.</source>
        <translation>Au moins %1 jetons d’invite et %2 jetons générés ont atteint %3 sans passer par Capstan. Trouvez qui l’appelle directement, et ne laissez que cette machine atteindre son port.</translation>
    </message>
    <message>
        <source>Capstan counted %1 prompt and %2 generated tokens that %3 did not: calls whose count was lost are charged what they may have used.</source>
        <translation>Capstan a compté %1 jetons d’invite et %2 jetons générés que %3 n’a pas comptés&#xa0;: les appels dont le compte s’est perdu sont facturés à ce qu’ils ont pu consommer.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) used more than was held.</source>
        <translation>
            <numerusform>%Ln appel a consommé plus que ce qui était réservé.</numerusform>
            <numerusform>%Ln appels ont consommé plus que ce qui était réservé.</numerusform>
        </translation>
    </message>
    <message>
        <source>Charged in full. %1 counts more tokens than Capstan expected of it.</source>
        <translation>Facturé en totalité. %1 compte plus de jetons que Capstan ne s’y attendait.</translation>
    </message>
</context>
<context>
    <name>OpenAlert</name>
    <message>
        <source>Adjust cap</source>
        <translation>Ajuster le plafond</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Acquitter</translation>
    </message>
    <message>
        <source>Mute until tomorrow</source>
        <translation>En sourdine jusqu’à demain</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>%1 by %2</source>
        <extracomment>&quot;$996 by 30 Nov&quot;: what will be spent by that day</extracomment>
        <translation>%1 d’ici le %2</translation>
    </message>
    <message>
        <source>no cap</source>
        <translation>sans plafond</translation>
    </message>
    <message>
        <source>No cap is set</source>
        <translation>Aucun plafond fixé</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>sur %1</translation>
    </message>
    <message>
        <source>cap reached</source>
        <translation>plafond atteint</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>reste %1</translation>
    </message>
    <message>
        <source>%1 plan</source>
        <comment>of $400.00 plan</comment>
        <translation>%1 prévus</translation>
    </message>
    <message>
        <source>no plan</source>
        <translation>sans prévision</translation>
    </message>
    <message>
        <source>%1 today</source>
        <comment>of $30.00 today</comment>
        <translation>%1 ce jour</translation>
    </message>
    <message>
        <source>today, no cap</source>
        <translation>aujourd’hui, sans plafond</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>Ctrl K</source>
        <translation>Ctrl K</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Cette semaine</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Ce mois-ci</translation>
    </message>
    <message>
        <source>Point a program at the address below. Its first call shows up here at once, with its cost.</source>
        <translation>Dirigez un programme vers l’adresse ci-dessous. Son premier appel apparaît ici aussitôt, avec son coût.</translation>
    </message>
    <message>
        <source>No calls yet</source>
        <translation>Pas encore d’appels</translation>
    </message>
    <message>
        <source>Running cost, solid · still held, striped</source>
        <translation>Coût en cours, plein · encore réservé, rayé</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Top models today</source>
        <translation>Principaux modèles du jour</translation>
    </message>
    <message>
        <source>Top tenants today</source>
        <translation>Principaux comptes du jour</translation>
    </message>
    <message>
        <source>Tenants</source>
        <translation>Comptes</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Top of what</source>
        <translation>Classement de quoi</translation>
    </message>
    <message>
        <source>In flight %1</source>
        <translation>En cours %1</translation>
    </message>
    <message>
        <source>Top tenants</source>
        <translation>Principaux comptes</translation>
    </message>
    <message>
        <source>Top models</source>
        <translation>Principaux modèles</translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>Serveur amont</translation>
    </message>
    <message>
        <source>What to list</source>
        <translation>Que lister</translation>
    </message>
</context>
<context>
    <name>OwnHardwareCard</name>
    <message>
        <source>Own hardware</source>
        <translation>Matériel propre</translation>
    </message>
    <message>
        <source>Own GPU</source>
        <translation>GPU propre</translation>
    </message>
    <message>
        <source>per million tokens, measured on %1</source>
        <translation>par million de jetons, mesuré sur %1</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>Achat</translation>
    </message>
    <message>
        <source>dollars</source>
        <translation>dollars</translation>
    </message>
    <message>
        <source>Written off</source>
        <translation>Amorti sur</translation>
    </message>
    <message>
        <source>months</source>
        <translation>mois</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Puissance</translation>
    </message>
    <message>
        <source>watts</source>
        <translation>watts</translation>
    </message>
    <message>
        <source>Electricity</source>
        <translation>Électricité</translation>
    </message>
    <message>
        <source>per kWh</source>
        <translation>par kWh</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Débit</translation>
    </message>
    <message>
        <source>tokens/s, all</source>
        <translation>jetons/s, total</translation>
    </message>
    <message>
        <source>per million tokens · %1</source>
        <translation>par million de jetons · %1</translation>
    </message>
    <message>
        <source>Copy for capstan.yaml</source>
        <translation>Copier pour capstan.yaml</translation>
    </message>
    <message>
        <source>With these lines Capstan measures the price</source>
        <translation>Avec ces lignes, Capstan mesure le prix</translation>
    </message>
</context>
<context>
    <name>OwnHardwareModel</name>
    <message>
        <source>%1/h, busy %2 of the last hour; %3 of it went by idle</source>
        <translation>%1/h, occupé %2 de la dernière heure&#x202f;; %3 passés à vide</translation>
    </message>
    <message>
        <source>The purchase price is an amount in dollars.</source>
        <translation>Le prix d’achat est un montant en dollars.</translation>
    </message>
    <message>
        <source>Written off over 1 to 240 months.</source>
        <translation>Amortissement sur 1 à 240 mois.</translation>
    </message>
    <message>
        <source>The power is a whole number of watts.</source>
        <translation>La puissance est un nombre entier de watts.</translation>
    </message>
    <message>
        <source>The price of a kilowatt-hour is an amount in dollars.</source>
        <translation>Le prix du kilowattheure est un montant en dollars.</translation>
    </message>
    <message>
        <source>The speed is a whole number of tokens a second.</source>
        <translation>Le débit est un nombre entier de jetons par seconde.</translation>
    </message>
    <message>
        <source>%1/h at full load</source>
        <translation>%1/h à pleine charge</translation>
    </message>
</context>
<context>
    <name>PauseAllButton</name>
    <message>
        <source>Resume all</source>
        <translation>Tout reprendre</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>Tout mettre en pause</translation>
    </message>
    <message>
        <source>Ctrl Shift P</source>
        <translation>Ctrl Maj P</translation>
    </message>
</context>
<context>
    <name>PauseAllDialog</name>
    <message>
        <source>Pause all tenants?</source>
        <translation>Mettre tous les comptes en pause&#x202f;?</translation>
    </message>
    <message>
        <source>Let them finish</source>
        <translation>Les laisser finir</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>Tout mettre en pause</translation>
    </message>
    <message>
        <source>Cut them now</source>
        <translation>Les couper maintenant</translation>
    </message>
    <message>
        <source>Leave them running</source>
        <translation>Les laisser en marche</translation>
    </message>
</context>
<context>
    <name>PolicyDialog</name>
    <message>
        <source>The rules of the file are asked about every recorded call, among the budgets there are. Nothing is changed.</source>
        <translation>Les règles du fichier sont appliquées à chaque appel enregistré, parmi les budgets existants. Rien n’est modifié.</translation>
    </message>
    <message>
        <source>Try a policy</source>
        <translation>Essayer une politique</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Politiques</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Politique</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Comptage…</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Essayer</translation>
    </message>
    <message>
        <source>It is being tried</source>
        <translation>En cours d’essai</translation>
    </message>
    <message>
        <source>No file was chosen</source>
        <translation>Aucun fichier choisi</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>PolicyHitLine</name>
    <message>
        <source>%1 refused</source>
        <translation>%1 refusés</translation>
    </message>
</context>
<context>
    <name>PolicyTrial</name>
    <message numerus="yes">
        <source>Of %Ln call(s), %1 would have been refused; %2 were.</source>
        <translation>
            <numerusform>Sur %Ln appel, %1 auraient été refusés ; %2 l’ont été.</numerusform>
            <numerusform>Sur %Ln appels, %1 auraient été refusés ; %2 l’ont été.</numerusform>
        </translation>
    </message>
    <message>
        <source>Moved to a cheaper model: %1; %2 were.</source>
        <translation>Déplacés vers un modèle moins cher : %1 ; %2 l’ont été.</translation>
    </message>
    <message>
        <source>Answers cut shorter: %1.</source>
        <translation>Réponses raccourcies : %1.</translation>
    </message>
    <message>
        <source>last day</source>
        <translation>dernier jour</translation>
    </message>
    <message>
        <source>last 7 days</source>
        <translation>7 derniers jours</translation>
    </message>
    <message>
        <source>last 30 days</source>
        <translation>30 derniers jours</translation>
    </message>
    <message>
        <source>Spent: %1; it would have been %2.</source>
        <translation>Dépensé : %1 ; cela aurait été %2.</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>%1, par %2</translation>
    </message>
    <message>
        <source>first %1; these calls cost %2</source>
        <translation>premier %1 ; ces appels ont coûté %2</translation>
    </message>
</context>
<context>
    <name>PriceEditor</name>
    <message>
        <source>%1 tokens in, %2 out: %3</source>
        <translation>%1 jetons en entrée, %2 en sortie&#xa0;: %3</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Cached input</source>
        <translation>Entrée cache</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Sortie</translation>
    </message>
    <message>
        <source>%1 is %2 times above the usual %3 (%4).</source>
        <translation>%1&#xa0;: %2 fois au-dessus des %3 habituels (%4).</translation>
    </message>
    <message>
        <source>%1 is %2 times below the usual %3 (%4).</source>
        <translation>%1&#xa0;: %2 fois au-dessous des %3 habituels (%4).</translation>
    </message>
    <message>
        <source>Was it meant per 1,000 tokens, or for another model?</source>
        <translation>Était-ce pour 1&#x202f;000 jetons, ou pour un autre modèle&#x202f;?</translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation>Écriture de cache</translation>
    </message>
    <message>
        <source>“%1” is no day.</source>
        <translation>« %1 » n’est pas un jour.</translation>
    </message>
    <message>
        <source>Give one as 2026-12-01.</source>
        <translation>Donnez-en un comme 2026-12-01.</translation>
    </message>
</context>
<context>
    <name>PriceEditorCard</name>
    <message>
        <source>Price of %1</source>
        <translation>Prix de %1</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Retour à la liste</translation>
    </message>
    <message>
        <source>New price</source>
        <translation>Nouveau prix</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>le vôtre</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Cached input</source>
        <translation>Entrée cache</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Sortie</translation>
    </message>
    <message>
        <source>Remove my price</source>
        <translation>Supprimer mon prix</translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation>Enregistrer quand même</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Nothing was changed, or a price cannot be read</source>
        <translation>Rien n’a changé, ou un prix est illisible</translation>
    </message>
    <message>
        <source>Select a model to see and change its price</source>
        <translation>Sélectionnez un modèle pour voir et modifier son prix</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Moins</translation>
    </message>
    <message>
        <source>Cache write, fee, first day…</source>
        <translation>Écriture de cache, frais, premier jour…</translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation>Écriture de cache</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Frais</translation>
    </message>
    <message>
        <source>per request</source>
        <translation>par requête</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Valable dès</translation>
    </message>
    <message>
        <source>a day; empty: now</source>
        <translation>jour ; vide : dès maintenant</translation>
    </message>
</context>
<context>
    <name>PriceField</name>
    <message>
        <source>per million tokens</source>
        <translation>par million de jetons</translation>
    </message>
</context>
<context>
    <name>PriceListModel</name>
    <message numerus="yes">
        <source>%Ln model(s)</source>
        <translation>
            <numerusform>%Ln modèle</numerusform>
            <numerusform>%Ln modèles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln without a price</source>
        <extracomment>%1 is &quot;12 models&quot;</extracomment>
        <translation>
            <numerusform>%1, %Ln sans prix</numerusform>
            <numerusform>%1, %Ln sans prix</numerusform>
        </translation>
    </message>
    <message>
        <source>A call to it is refused wherever a money cap applies.</source>
        <translation>Un appel est refusé partout où un plafond en argent s’applique.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) was/were refused in the last 7 days, because a money cap applies to them.</source>
        <translation>
            <numerusform>%Ln appel a été refusé ces 7 derniers jours, car un plafond en argent s’applique.</numerusform>
            <numerusform>%Ln appels ont été refusés ces 7 derniers jours, car un plafond en argent s’applique.</numerusform>
        </translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>fourni</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importé</translation>
    </message>
    <message>
        <source>configured</source>
        <translation>configuré</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>le vôtre</translation>
    </message>
    <message>
        <source>free on purpose</source>
        <translation>gratuit exprès</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>depuis le %1</translation>
    </message>
    <message>
        <source>not served now</source>
        <translation>non servi actuellement</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>sur %1</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>pas de prix</translation>
    </message>
    <message>
        <source>refused %1</source>
        <translation>refusés&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>PricePast</name>
    <message>
        <source>Last 7 days: counting…</source>
        <translation>7 derniers jours&#xa0;: calcul en cours…</translation>
    </message>
    <message>
        <source>Last 7 days: %1 spent in all; at this price it would have been %2.</source>
        <translation>7 derniers jours : %1 dépensés en tout ; à ce prix, cela aurait été %2.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) more would have been refused.</source>
        <translation>
            <numerusform>%Ln appel de plus aurait été refusé.</numerusform>
            <numerusform>%Ln appels de plus auraient été refusés.</numerusform>
        </translation>
    </message>
    <message>
        <source>What it would have cost cannot be told: %1</source>
        <translation>Impossible de dire ce que cela aurait coûté : %1</translation>
    </message>
</context>
<context>
    <name>PriceTable</name>
    <message>
        <source>Models and prices</source>
        <translation>Modèles et prix</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>No model matches “%1”</source>
        <translation>Aucun modèle ne correspond à «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>No upstream has listed a model yet.</source>
        <translation>Aucun serveur amont n’a encore annoncé de modèle.</translation>
    </message>
    <message>
        <source>Yours wins over configured, configured over imported, imported over shipped. A price of 0.00 is a real price: the caps stay on.</source>
        <translation>Le vôtre l’emporte sur configuré, configuré sur importé, importé sur fourni. Un prix de 0,00 est un vrai prix&#xa0;: les plafonds restent en vigueur.</translation>
    </message>
    <message>
        <source>What they cost today is not known: %1</source>
        <translation>Leur coût du jour n’est pas connu&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>PriceTableHead</name>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>$ per million tokens</source>
        <translation>$ par million de jetons</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>En cache</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Sortie</translation>
    </message>
    <message>
        <source>Price from</source>
        <translation>Source du prix</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
</context>
<context>
    <name>PriceTableRow</name>
    <message>
        <source>%1, %2, input %3, output %4 dollars per million tokens, %5 %6</source>
        <translation>%1, %2, entrée %3, sortie %4 dollars par million de jetons, %5 %6</translation>
    </message>
</context>
<context>
    <name>PricesPage</name>
    <message>
        <source>Models &amp; prices</source>
        <translation>Modèles et prix</translation>
    </message>
    <message>
        <source>Add price</source>
        <translation>Ajouter un prix</translation>
    </message>
    <message>
        <source>%1 has no price</source>
        <translation>%1 n’a pas de prix</translation>
    </message>
    <message>
        <source>Set a price</source>
        <translation>Définir un prix</translation>
    </message>
    <message>
        <source>View calls</source>
        <translation>Voir les appels</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Utilisés</translation>
    </message>
    <message>
        <source>Whole price book</source>
        <translation>Toute la liste</translation>
    </message>
    <message>
        <source>Which models</source>
        <translation>Quels modèles</translation>
    </message>
    <message>
        <source>Filter models</source>
        <translation>Filtrer les modèles</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>Price lists</source>
        <translation>Listes de prix</translation>
    </message>
    <message>
        <source>A JSON file in LiteLLM&apos;s format. Its prices go before those shipped, and after yours; they replace what was imported before.</source>
        <translation>Un fichier JSON au format de LiteLLM. Ses prix passent avant ceux fournis et après les vôtres&#x202f;; ils remplacent ce qui a été importé auparavant.</translation>
    </message>
    <message>
        <source>Import prices</source>
        <translation>Importer des prix</translation>
    </message>
</context>
<context>
    <name>ProgressStripe</name>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>QMessageBox</name>
    <message>
        <source>Use a free port</source>
        <translation>Utiliser un port libre</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
</context>
<context>
    <name>QuitDialog</name>
    <message>
        <source>Quit Capstan?</source>
        <translation>Quitter Capstan&#x202f;?</translation>
    </message>
    <message>
        <source>Let them finish, then quit</source>
        <translation>Les laisser finir, puis quitter</translation>
    </message>
    <message>
        <source>Cut them and quit</source>
        <translation>Les couper et quitter</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Continuer</translation>
    </message>
</context>
<context>
    <name>RaiseCard</name>
    <message>
        <source>End it now</source>
        <translation>Y mettre fin</translation>
    </message>
    <message>
        <source>Raise otherwise…</source>
        <translation>Relever autrement…</translation>
    </message>
    <message>
        <source>Raise until…</source>
        <translation>Relever jusqu’à…</translation>
    </message>
    <message>
        <source>Raise by</source>
        <translation>Relever de</translation>
    </message>
    <message>
        <source>Raise by, dollars</source>
        <translation>Relever de, en dollars</translation>
    </message>
    <message>
        <source>until</source>
        <translation>jusqu’à</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Jusqu’à</translation>
    </message>
    <message>
        <source>Raise</source>
        <translation>Relever</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Ne rien changer</translation>
    </message>
</context>
<context>
    <name>ReconcileList</name>
    <message numerus="yes">
        <source>$%1 in %Ln call(s)</source>
        <translation>
            <numerusform>$%1 en %Ln appel</numerusform>
            <numerusform>$%1 en %Ln appels</numerusform>
        </translation>
    </message>
    <message>
        <source>Memory, as this window shows it</source>
        <translation>Mémoire, telle que cette fenêtre la montre</translation>
    </message>
    <message>
        <source>/metrics, as Prometheus reads it</source>
        <translation>/metrics, tel que Prometheus le lit</translation>
    </message>
    <message>
        <source>The ledger&apos;s entries</source>
        <translation>Écritures du registre</translation>
    </message>
    <message>
        <source>The ledger&apos;s totals</source>
        <translation>Totaux du registre</translation>
    </message>
    <message>
        <source>Acknowledged %1</source>
        <translation>Acquitté&#xa0;: %1</translation>
    </message>
    <message>
        <source>; %1 waits</source>
        <translation>, en attente&#xa0;: %1</translation>
    </message>
    <message>
        <source>; %1 was refused</source>
        <translation>, refusé&#xa0;: %1</translation>
    </message>
    <message>
        <source>; %1 was given up</source>
        <translation>, abandonné&#xa0;: %1</translation>
    </message>
    <message>
        <source>; %1 was before it</source>
        <translation>, auparavant&#xa0;: %1</translation>
    </message>
    <message>
        <source>All agree, to the nano-dollar.</source>
        <translation>Tout concorde, au nanodollar près.</translation>
    </message>
</context>
<context>
    <name>ReconcileSection</name>
    <message>
        <source>All that was ever spent is one number: in memory, in the ledger, in /metrics, and in what each destination acknowledged.</source>
        <translation>Tout ce qui a jamais été dépensé est un seul nombre&#xa0;: en mémoire, dans le registre, dans /metrics et dans ce que chaque destination a acquitté.</translation>
    </message>
    <message>
        <source>Compare all places</source>
        <translation>Comparer tous les endroits</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Comparaison…</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Every entry of the ledger is being added up</source>
        <translation>Toutes les écritures du registre sont en cours d’addition</translation>
    </message>
    <message>
        <source>Add up every entry and compare; calls go on meanwhile</source>
        <translation>Additionner toutes les écritures et comparer&#x202f;; les appels continuent entre-temps</translation>
    </message>
</context>
<context>
    <name>ReportChart</name>
    <message>
        <source>%1, the first %2 of %3</source>
        <translation>%1, les %2 premiers sur %3</translation>
    </message>
</context>
<context>
    <name>ReportChartCard</name>
    <message>
        <source>Arrow keys go from point to point</source>
        <translation>Les flèches vont d’un point à l’autre</translation>
    </message>
</context>
<context>
    <name>ReportList</name>
    <message>
        <source>Reports</source>
        <translation>Rapports</translation>
    </message>
</context>
<context>
    <name>ReportTableCard</name>
    <message>
        <source>Rows of the report</source>
        <translation>Lignes du rapport</translation>
    </message>
</context>
<context>
    <name>ReportTableTitle</name>
    <message>
        <source>%1, sorted, largest first</source>
        <translation>%1, trié, les plus grands d’abord</translation>
    </message>
    <message>
        <source>%1, sorted, smallest first</source>
        <translation>%1, trié, les plus petits d’abord</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>%1, likely between %2 and %3</source>
        <translation>%1, probablement entre %2 et %3</translation>
    </message>
    <message>
        <source>Cost by tenant and feature</source>
        <translation>Coût par compte et fonction</translation>
    </message>
    <message>
        <source>Which tenant or feature burns the most per request?</source>
        <translation>Quel compte ou quelle fonction consomme le plus par requête&#x202f;?</translation>
    </message>
    <message>
        <source>Experiments: cost and outcome</source>
        <translation>Expériences&#xa0;: coût et résultat</translation>
    </message>
    <message>
        <source>Which experiment costs more without a better outcome?</source>
        <translation>Quelle expérience coûte plus sans meilleur résultat&#x202f;?</translation>
    </message>
    <message>
        <source>Slow routes and fallbacks</source>
        <translation>Routes lentes et replis</translation>
    </message>
    <message>
        <source>Budget pressure</source>
        <translation>Pression sur les budgets</translation>
    </message>
    <message>
        <source>Which budget namespaces are downgraded or refused?</source>
        <translation>Quels espaces de noms de budget sont rétrogradés ou refusés&#x202f;?</translation>
    </message>
    <message>
        <source>Expensive routes</source>
        <translation>Routes chères</translation>
    </message>
    <message>
        <source>Which routes cost more per request than the threshold?</source>
        <translation>Quelles routes coûtent par requête plus que le seuil&#x202f;?</translation>
    </message>
    <message>
        <source>Cost over time</source>
        <translation>Coût dans le temps</translation>
    </message>
    <message>
        <source>What was spent on what, per hour, day, week or month?</source>
        <translation>Qu’a-t-on dépensé et pour quoi, par heure, jour, semaine ou mois&#x202f;?</translation>
    </message>
    <message>
        <source>Totals and projection</source>
        <translation>Totaux et projection</translation>
    </message>
    <message>
        <source>What does a day cost, and what will the month?</source>
        <translation>Que coûte un jour, et que coûtera le mois&#x202f;?</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Prévision</translation>
    </message>
    <message>
        <source>What will the days left of this month cost?</source>
        <translation>Que coûteront les jours restants de ce mois&#x202f;?</translation>
    </message>
    <message>
        <source>Spikes</source>
        <translation>Pics</translation>
    </message>
    <message>
        <source>Which hours or days cost far more than usual?</source>
        <translation>Quelles heures ou quels jours coûtent bien plus que d’habitude&#x202f;?</translation>
    </message>
    <message>
        <source>Models without a price</source>
        <translation>Modèles sans prix</translation>
    </message>
    <message>
        <source>Which models were refused for want of a price?</source>
        <translation>Quels modèles ont été refusés faute de prix&#x202f;?</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Fonction</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Expérience</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Espace de noms</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Fallback</source>
        <translation>Repli</translation>
    </message>
    <message>
        <source>Total cost</source>
        <translation>Coût total</translation>
    </message>
    <message>
        <source>Per call</source>
        <translation>Par appel</translation>
    </message>
    <message>
        <source>Dearest call</source>
        <translation>Appel le plus cher</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Appels</translation>
    </message>
    <message>
        <source>Tokens in, mean</source>
        <translation>Jetons entrée, moy.</translation>
    </message>
    <message>
        <source>Tokens out, mean</source>
        <translation>Jetons sortie, moy.</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Réussis</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Autorisés</translation>
    </message>
    <message>
        <source>Downgraded</source>
        <translation>Rétrogradés</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusés</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Décisions</translation>
    </message>
    <message>
        <source>95 % within</source>
        <translation>95&#x202f;% en moins de</translation>
    </message>
    <message>
        <source>Mean time</source>
        <translation>Durée moyenne</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation>Jetons entrée</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>En cache</translation>
    </message>
    <message>
        <source>Tokens out</source>
        <translation>Jetons sortie</translation>
    </message>
    <message>
        <source>A day, mean</source>
        <translation>Par jour, moy.</translation>
    </message>
    <message>
        <source>Month so far</source>
        <translation>Mois en cours</translation>
    </message>
    <message>
        <source>Whole month</source>
        <translation>Mois entier</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Bas</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>Probable</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Haut</translation>
    </message>
    <message>
        <source>Days tested</source>
        <translation>Jours testés</translation>
    </message>
    <message>
        <source>Error, mean</source>
        <translation>Erreur, moy.</translation>
    </message>
    <message>
        <source>Error of “as yesterday”</source>
        <translation>Erreur de «&#xa0;comme hier&#xa0;»</translation>
    </message>
    <message>
        <source>Within the band</source>
        <translation>Dans la bande</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Habituel</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Last refused</source>
        <translation>Dernier refus</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>Which fallbacks or routes hide latency? Of the newest 50,000 calls.</source>
        <translation>Quels replis ou quelles routes masquent la latence&#x202f;? Sur les 50&#x202f;000 appels les plus récents.</translation>
    </message>
    <message>
        <source>Charges (FOCUS)</source>
        <translation>Frais (FOCUS)</translation>
    </message>
    <message>
        <source>Every tenant&apos;s charges a day, for FinOps tools.</source>
        <translation>Les frais de chaque compte par jour, pour les outils FinOps.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 ne peut pas être écrit&#xa0;: %2</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Enregistré sous %1</translation>
    </message>
</context>
<context>
    <name>ReportsModel</name>
    <message>
        <source>Above, $ per call</source>
        <translation>Au-dessus, $ par appel</translation>
    </message>
    <message>
        <source>Revenue, $ per call</source>
        <translation>Recette, $ par appel</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>today</source>
        <translation>aujourd’hui</translation>
    </message>
    <message>
        <source>last 24 hours</source>
        <translation>24 dernières heures</translation>
    </message>
    <message>
        <source>last 7 days</source>
        <translation>7 derniers jours</translation>
    </message>
    <message>
        <source>last 30 days</source>
        <translation>30 derniers jours</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>ce mois-ci</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>tout</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>Per</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>heure</translation>
    </message>
    <message>
        <source>day</source>
        <translation>jour</translation>
    </message>
    <message>
        <source>week</source>
        <translation>semaine</translation>
    </message>
    <message>
        <source>month</source>
        <translation>mois</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Write an amount in dollars, for example %1.</source>
        <translation>Saisissez un montant en dollars, par exemple %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln ligne</numerusform>
            <numerusform>%Ln lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>The first %1 of %2, as of %3</source>
        <translation>Les %1 premières sur %2, à %3</translation>
    </message>
    <message>
        <source>%1, as of %2</source>
        <translation>%1, à %2</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Annulé.</translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>Reports</source>
        <translation>Rapports</translation>
    </message>
    <message>
        <source>Save CSV</source>
        <translation>Enregistrer en CSV</translation>
    </message>
    <message>
        <source>Save the rows for a spreadsheet</source>
        <translation>Enregistrer les lignes pour un tableur</translation>
    </message>
    <message>
        <source>Save JSON</source>
        <translation>Enregistrer en JSON</translation>
    </message>
    <message>
        <source>Save the rows for a program</source>
        <translation>Enregistrer les lignes pour un programme</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Adding up…</source>
        <translation>Calcul en cours…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Effacer les filtres</translation>
    </message>
    <message>
        <source>No call matches these filters.</source>
        <translation>Aucun appel ne correspond à ces filtres.</translation>
    </message>
    <message>
        <source>Nothing to report in this time.</source>
        <translation>Rien à signaler pour cette période.</translation>
    </message>
    <message>
        <source>Hide invoice</source>
        <translation>Masquer la facture</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Facture</translation>
    </message>
    <message>
        <source>A tenant&apos;s month, to send and to close</source>
        <translation>Le mois d’un compte, à envoyer et à clôturer</translation>
    </message>
    <message>
        <source>Try a policy…</source>
        <translation>Essayer une politique…</translation>
    </message>
    <message>
        <source>What a policy in a file would have refused, or moved to a cheaper model</source>
        <translation>Ce qu’une politique dans un fichier aurait refusé ou déplacé vers un modèle moins cher</translation>
    </message>
</context>
<context>
    <name>RequestStory</name>
    <message>
        <source>Story of the request</source>
        <translation>Histoire de la requête</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Retour à la liste</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ce qui s’est passé</translation>
    </message>
    <message>
        <source>Open the budget</source>
        <translation>Ouvrir le budget</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Copier en texte</translation>
    </message>
    <message>
        <source>Select a request to read its whole story</source>
        <translation>Sélectionnez une requête pour lire toute son histoire</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Calls go on into the present ledger until Capstan starts again; then the backup takes its place.</source>
        <translation>Les appels continuent dans le registre actuel jusqu’au prochain démarrage de Capstan ; la sauvegarde prend alors sa place.</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Restaurer une sauvegarde</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sauvegardes</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sauvegarde</translation>
    </message>
    <message>
        <source>Proving every entry of the backup…</source>
        <translation>Vérification de chaque écriture de la sauvegarde…</translation>
    </message>
    <message>
        <source>Restore at the next start</source>
        <translation>Restaurer au prochain démarrage</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Examiner</translation>
    </message>
    <message>
        <source>It is being read</source>
        <translation>En cours de lecture</translation>
    </message>
    <message>
        <source>No file was chosen</source>
        <translation>Aucun fichier choisi</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Ne rien changer</translation>
    </message>
</context>
<context>
    <name>RestoreTable</name>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>In the backup</source>
        <translation>Dans la sauvegarde</translation>
    </message>
</context>
<context>
    <name>RunningList</name>
    <message>
        <source>Calls in flight</source>
        <translation>Appels en cours</translation>
    </message>
    <message>
        <source>No call is running</source>
        <translation>Aucun appel en cours</translation>
    </message>
</context>
<context>
    <name>RunningListModel</name>
    <message>
        <source>complete</source>
        <comment>a call</comment>
        <translation>terminé</translation>
    </message>
    <message>
        <source>cut</source>
        <comment>a call</comment>
        <translation>coupé</translation>
    </message>
    <message>
        <source>stopped</source>
        <comment>a call</comment>
        <translation>arrêté</translation>
    </message>
    <message>
        <source>left</source>
        <comment>a call</comment>
        <translation>client parti</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>a call</comment>
        <translation>échoué</translation>
    </message>
    <message>
        <source>recovered</source>
        <comment>a call</comment>
        <translation>récupéré</translation>
    </message>
    <message>
        <source>ended</source>
        <comment>a call</comment>
        <translation>fini</translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation>arrêt…</translation>
    </message>
    <message>
        <source>cost so far %1, at most %2</source>
        <translation>coût actuel %1, au plus %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln requête</numerusform>
            <numerusform>%Ln requêtes</numerusform>
        </translation>
    </message>
    <message>
        <source>No call is running. New calls are refused until you resume.</source>
        <translation>Aucun appel en cours. Les nouveaux appels sont refusés jusqu’à la reprise.</translation>
    </message>
    <message numerus="yes">
        <source>New calls are refused until you resume. Let %Ln running call(s) finish, or cut it/them now?</source>
        <translation>
            <numerusform>Les nouveaux appels sont refusés jusqu’à la reprise. Laisser finir %Ln appel en cours, ou le couper maintenant&#x202f;?</numerusform>
            <numerusform>Les nouveaux appels sont refusés jusqu’à la reprise. Laisser finir %Ln appels en cours, ou les couper maintenant&#x202f;?</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>stopped at $0.0023</comment>
        <translation>%1 à %2</translation>
    </message>
</context>
<context>
    <name>SettingsModel</name>
    <message>
        <source>“%1” is no IP address.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une adresse IP.</translation>
    </message>
    <message>
        <source>Give 127.0.0.1 for this computer only, 0.0.0.0 for all.</source>
        <translation>Donnez 127.0.0.1 pour cet ordinateur seulement, 0.0.0.0 pour tous.</translation>
    </message>
    <message>
        <source>“%1” is no port.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un port.</translation>
    </message>
    <message>
        <source>Give a number from 0 to 65535; 0 picks a free one.</source>
        <translation>Donnez un nombre de 0 à 65535&#x202f;; 0 en choisit un libre.</translation>
    </message>
    <message>
        <source>“%1” is no whole number.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un nombre entier.</translation>
    </message>
    <message>
        <source>Give days and megabytes as whole numbers; 0 does not limit.</source>
        <translation>Donnez des jours et des mégaoctets entiers&#x202f;; 0 ne limite pas.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>“%1” is no name for an upstream.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un nom de serveur amont.</translation>
    </message>
    <message>
        <source>Give a short word without blanks, as vllm.</source>
        <translation>Donnez un mot court sans espaces, par exemple vllm.</translation>
    </message>
    <message>
        <source>“%1” is no address of a server.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une adresse de serveur.</translation>
    </message>
    <message>
        <source>Give one as http://localhost:8000/v1.</source>
        <translation>Donnez-en une comme http://localhost:8000/v1.</translation>
    </message>
    <message>
        <source>Only programs on this computer can reach it</source>
        <translation>Seuls les programmes de cet ordinateur peuvent l’atteindre</translation>
    </message>
    <message>
        <source>Other computers can reach it; every call needs a virtual key</source>
        <translation>D’autres ordinateurs peuvent l’atteindre&#x202f;; chaque appel exige une clé virtuelle</translation>
    </message>
    <message>
        <source>Settings cannot be kept in a demonstration</source>
        <translation>Les paramètres ne sont pas conservés dans une démonstration</translation>
    </message>
    <message>
        <source>Set by the command line or the environment</source>
        <translation>Défini par la ligne de commande ou l’environnement</translation>
    </message>
    <message>
        <source>Set by %1, the environment or the command line</source>
        <translation>Défini par %1, l’environnement ou la ligne de commande</translation>
    </message>
    <message>
        <source>Always so where other computers can reach it</source>
        <translation>Toujours ainsi lorsque d’autres ordinateurs peuvent l’atteindre</translation>
    </message>
    <message>
        <source>What the command line, the environment or %1 says goes before what is set here; Capstan never changes that file. What is set here is kept in %2.</source>
        <translation>Ce que disent la ligne de commande, l’environnement ou %1 l’emporte sur ce qui est réglé ici&#x202f;; Capstan ne modifie jamais ce fichier. Ce qui est réglé ici est gardé dans %2.</translation>
    </message>
    <message>
        <source>The language is another from the next start of Capstan. No call is running.</source>
        <translation>La langue changera au prochain démarrage de Capstan. Aucun appel en cours.</translation>
    </message>
    <message numerus="yes">
        <source>The language is another from the next start of Capstan. %n running call(s) would be let end first.</source>
        <translation>
            <numerusform>La langue changera au prochain démarrage de Capstan. %n appel en cours pourrait d’abord finir.</numerusform>
            <numerusform>La langue changera au prochain démarrage de Capstan. %n appels en cours pourraient d’abord finir.</numerusform>
        </translation>
    </message>
    <message>
        <source>A change waits until the proxy is started again. No call is running.</source>
        <translation>Un changement attend le redémarrage du proxy. Aucun appel en cours.</translation>
    </message>
    <message numerus="yes">
        <source>A change waits until the proxy is started again. %n running call(s) would be let end first.</source>
        <translation>
            <numerusform>Un changement attend le redémarrage du proxy. %n appel en cours pourrait d’abord finir.</numerusform>
            <numerusform>Un changement attend le redémarrage du proxy. %n appels en cours pourraient d’abord finir.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsNotice</name>
    <message>
        <source>Dismiss</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Start it again now</source>
        <translation>Redémarrer maintenant</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Upstreams</source>
        <translation>Serveurs amont</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Identifiants</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Écoute</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Confidentialité</translation>
    </message>
    <message>
        <source>Keeping data</source>
        <translation>Conservation</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Démarrage</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>First run…</source>
        <translation>Premier démarrage…</translation>
    </message>
    <message>
        <source>Find a vLLM, make a tenant and a key, see the first call</source>
        <translation>Trouver un vLLM, créer un compte et une clé, voir le premier appel</translation>
    </message>
    <message>
        <source>Add upstream</source>
        <translation>Ajouter un serveur amont</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>Prompts and answers</source>
        <translation>Invites et réponses</translation>
    </message>
    <message>
        <source>Relayed byte for byte and forgotten: never logged, and never in the ledger. Nobody else is sent them unless capstan.yaml says so for a telemetry destination.</source>
        <translation>Relayées octet par octet et oubliées&#xa0;: jamais journalisées, jamais dans le registre. Personne d’autre ne les reçoit, sauf si capstan.yaml le prévoit pour une destination de télémétrie.</translation>
    </message>
    <message>
        <source>never kept</source>
        <translation>jamais conservées</translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation>Démarrer à l’ouverture de session</translation>
    </message>
    <message>
        <source>Counts from the moment you log in</source>
        <translation>Compte dès que vous ouvrez la session</translation>
    </message>
    <message>
        <source>One number</source>
        <translation>Un seul nombre</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Capstan goes on counting</source>
        <translation>Capstan continue de compter</translation>
    </message>
    <message>
        <source>The window is closed, the proxy runs. Open it again, or quit, from this icon.</source>
        <translation>La fenêtre est fermée, le proxy tourne. Rouvrez-la, ou quittez, depuis cette icône.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) is/are running. Capstan can wait until it has/they have ended, or cut it/them now; what was used is counted either way.</source>
        <translation>
            <numerusform>%Ln appel est en cours. Capstan peut attendre qu’il se termine ou le couper maintenant&#x202f;; ce qui a été consommé est compté dans les deux cas.</numerusform>
            <numerusform>%Ln appels sont en cours. Capstan peut attendre qu’ils se terminent ou les couper maintenant&#x202f;; ce qui a été consommé est compté dans les deux cas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Navigation</source>
        <translation>Navigation</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>Tenants</source>
        <translation>Comptes</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Activité</translation>
    </message>
    <message>
        <source>Models &amp; prices</source>
        <translation>Modèles et prix</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alertes</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Rapports</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
</context>
<context>
    <name>SpendGauge</name>
    <message>
        <source>Today: %1</source>
        <translation>Aujourd’hui&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>StopButton</name>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
</context>
<context>
    <name>Story</name>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln jeton</numerusform>
            <numerusform>%Ln jetons</numerusform>
        </translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>tag %1</source>
        <translation>étiquette %1</translation>
    </message>
    <message>
        <source>all tenants</source>
        <translation>tous les comptes</translation>
    </message>
    <message>
        <source>%1: settled</source>
        <translation>%1&#xa0;: comptabilisé</translation>
    </message>
    <message>
        <source>+ held by other calls</source>
        <translation>+ réservé par d’autres appels</translation>
    </message>
    <message>
        <source>+ this call, at most</source>
        <translation>+ cet appel, au plus</translation>
    </message>
    <message>
        <source>stays under the cap of %1 by</source>
        <translation>reste sous le plafond de %1 de</translation>
    </message>
    <message>
        <source>would pass the cap of %1 by</source>
        <translation>dépasserait le plafond de %1 de</translation>
    </message>
    <message>
        <source>Budgets, at %1</source>
        <translation>Budgets, à %1</translation>
    </message>
    <message>
        <source>this call, at most</source>
        <translation>cet appel, au plus</translation>
    </message>
    <message>
        <source>of tokens, at most</source>
        <translation>de jetons, au plus</translation>
    </message>
    <message>
        <source>clamped to tokens out</source>
        <translation>raccourci, jetons en sortie</translation>
    </message>
    <message>
        <source>tokens out that would fit</source>
        <translation>jetons en sortie qui tiendraient</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>règle</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>attempt %1 of %2</source>
        <translation>essai %1 sur %2</translation>
    </message>
    <message>
        <source>path</source>
        <translation>chemin</translation>
    </message>
    <message>
        <source>answered with</source>
        <translation>réponse</translation>
    </message>
    <message>
        <source>Time, %1</source>
        <translation>Temps, %1</translation>
    </message>
    <message>
        <source>Capstan&apos;s own</source>
        <translation>Capstan lui-même</translation>
    </message>
    <message>
        <source>first token</source>
        <translation>premier jeton</translation>
    </message>
    <message>
        <source>answer, %1</source>
        <translation>réponse, %1</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>réponse</translation>
    </message>
    <message>
        <source>tokens in</source>
        <translation>jetons en entrée</translation>
    </message>
    <message>
        <source>tokens in, cached</source>
        <translation>jetons en entrée, en cache</translation>
    </message>
    <message>
        <source>tokens in, written to the cache</source>
        <translation>jetons en entrée, écrits en cache</translation>
    </message>
    <message>
        <source>tokens out</source>
        <translation>jetons en sortie</translation>
    </message>
    <message>
        <source>of them reasoning</source>
        <translation>dont raisonnement</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coût</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>pas de prix</translation>
    </message>
    <message>
        <source>price: %1</source>
        <translation>prix&#xa0;: %1</translation>
    </message>
    <message>
        <source>Corrected by %1</source>
        <translation>Corrigé par %1</translation>
    </message>
    <message>
        <source>%1, then %2</source>
        <translation>%1, puis %2</translation>
    </message>
    <message>
        <source>nothing was charged</source>
        <translation>rien n’a été facturé</translation>
    </message>
    <message>
        <source>not settled yet</source>
        <translation>pas encore comptabilisé</translation>
    </message>
    <message>
        <source>settled, reported by the upstream</source>
        <translation>comptabilisé, annoncé par le serveur amont</translation>
    </message>
    <message>
        <source>settled, last count of the stream</source>
        <translation>comptabilisé, dernier compte du flux</translation>
    </message>
    <message>
        <source>settled, estimated</source>
        <translation>comptabilisé, estimé</translation>
    </message>
    <message>
        <source>afterwards: %1</source>
        <translation>après coup&#xa0;: %1</translation>
    </message>
    <message>
        <source>chosen because</source>
        <translation>raison du choix</translation>
    </message>
    <message>
        <source>the model was named</source>
        <translation>modèle nommé</translation>
    </message>
    <message>
        <source>little is left of a budget</source>
        <translation>budget presque épuisé</translation>
    </message>
    <message>
        <source>by the rules</source>
        <translation>selon les règles</translation>
    </message>
</context>
<context>
    <name>StoryModel</name>
    <message>
        <source>This request is no longer in the ledger.</source>
        <translation>Cette requête n’est plus dans le registre.</translation>
    </message>
</context>
<context>
    <name>TenantDetail</name>
    <message>
        <source>near</source>
        <comment>its cap</comment>
        <translation>proche du plafond</translation>
    </message>
    <message>
        <source>full</source>
        <comment>its cap is reached</comment>
        <translation>plein</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>jetons</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>requêtes</translation>
    </message>
    <message>
        <source>all tenants</source>
        <translation>tous</translation>
    </message>
    <message>
        <source>each tenant</source>
        <translation>chacun</translation>
    </message>
    <message>
        <source>resets %1</source>
        <comment>the cap, at 00:00</comment>
        <translation>repart&#xa0;: %1</translation>
    </message>
    <message>
        <source>audit only</source>
        <translation>observation seule</translation>
    </message>
    <message>
        <source>All tenants</source>
        <translation>Tous les comptes</translation>
    </message>
    <message>
        <source>New daily cap</source>
        <translation>Nouveau plafond quotidien</translation>
    </message>
    <message>
        <source>No cap of its own</source>
        <translation>Pas de plafond propre</translation>
    </message>
    <message>
        <source>%1 spent today</source>
        <translation>%1 dépensés aujourd’hui</translation>
    </message>
    <message>
        <source>no call running</source>
        <translation>aucun appel en cours</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) running</source>
        <translation>
            <numerusform>%Ln appel en cours</numerusform>
            <numerusform>%Ln appels en cours</numerusform>
        </translation>
    </message>
    <message>
        <source>New calls are refused until you resume. Let %1 finish, or cut now?</source>
        <translation>Les nouveaux appels sont refusés jusqu’à la reprise. Laisser finir %1, ou couper maintenant&#x202f;?</translation>
    </message>
    <message>
        <source>%1 was counted so far; the cap of %2 is whole again. The log and all totals stay.</source>
        <translation>%1 ont été comptés jusqu’ici&#x202f;; le plafond de %2 redevient entier. Le journal et tous les totaux restent.</translation>
    </message>
</context>
<context>
    <name>TenantInspector</name>
    <message>
        <source>Inspector</source>
        <translation>Inspecteur</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Retour à la liste</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Mettre en pause</translation>
    </message>
    <message>
        <source>Reset…</source>
        <translation>Remettre à 0…</translation>
    </message>
    <message>
        <source>Remove cap</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Ne rien changer</translation>
    </message>
    <message>
        <source>Set a daily cap</source>
        <translation>Fixer un plafond quotidien</translation>
    </message>
    <message>
        <source>Other budgets of all tenants</source>
        <translation>Autres budgets de tous les comptes</translation>
    </message>
    <message>
        <source>Other budgets that bind %1</source>
        <translation>Autres budgets qui s’appliquent à %1</translation>
    </message>
    <message>
        <source>Pause %1?</source>
        <translation>Mettre %1 en pause&#x202f;?</translation>
    </message>
    <message>
        <source>Let them finish</source>
        <translation>Les laisser finir</translation>
    </message>
    <message>
        <source>Cut them now</source>
        <translation>Les couper maintenant</translation>
    </message>
    <message>
        <source>Leave them running</source>
        <translation>Les laisser en marche</translation>
    </message>
    <message>
        <source>Count %1 from zero?</source>
        <translation>Compter %1 à partir de zéro&#x202f;?</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Remettre à zéro</translation>
    </message>
</context>
<context>
    <name>TenantListModel</name>
    <message>
        <source>this week</source>
        <translation>cette semaine</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>ce mois-ci</translation>
    </message>
    <message>
        <source>in total</source>
        <translation>au total</translation>
    </message>
    <message>
        <source>this hour</source>
        <translation>cette heure</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tenant(s)</source>
        <translation>
            <numerusform>%Ln compte</numerusform>
            <numerusform>%Ln comptes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln budget(s)</source>
        <translation>
            <numerusform>%Ln budget</numerusform>
            <numerusform>%Ln budgets</numerusform>
        </translation>
    </message>
    <message>
        <source>paused by you</source>
        <translation>en pause par vous</translation>
    </message>
    <message>
        <source>paused by you %1</source>
        <comment>14:32</comment>
        <translation>en pause depuis %1</translation>
    </message>
    <message>
        <source>no cap</source>
        <translation>sans plafond</translation>
    </message>
    <message>
        <source>no calls yet</source>
        <translation>pas encore d’appels</translation>
    </message>
    <message>
        <source>near · %1 at this pace</source>
        <comment>17:21</comment>
        <translation>proche · plafond %1</translation>
    </message>
    <message>
        <source>near</source>
        <comment>its cap</comment>
        <translation>proche du plafond</translation>
    </message>
    <message>
        <source>All tenants</source>
        <translation>Tous les comptes</translation>
    </message>
</context>
<context>
    <name>TenantTable</name>
    <message>
        <source>Tenants</source>
        <translation>Comptes</translation>
    </message>
    <message>
        <source>No tenant matches “%1”</source>
        <translation>Aucun compte ne correspond à «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>No tenant has called yet</source>
        <translation>Aucun compte n’a encore appelé</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Effacer le filtre</translation>
    </message>
</context>
<context>
    <name>TenantTableHead</name>
    <message>
        <source>Tenant</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Comptabilisé</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Réservé</translation>
    </message>
    <message>
        <source>Cap</source>
        <translation>Plafond</translation>
    </message>
    <message>
        <source>Burn</source>
        <translation>Rythme</translation>
    </message>
</context>
<context>
    <name>TenantsPage</name>
    <message>
        <source>Tenants</source>
        <translation>Comptes</translation>
    </message>
    <message>
        <source>Ctrl Z</source>
        <translation>Ctrl Z</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>No cap was changed yet</source>
        <translation>Aucun plafond n’a encore été modifié</translation>
    </message>
    <message>
        <source>New budget</source>
        <translation>Nouveau budget</translation>
    </message>
    <message>
        <source>One is being written</source>
        <translation>Un autre est en cours d’écriture</translation>
    </message>
    <message>
        <source>Spend by</source>
        <translation>Dépenses par</translation>
    </message>
    <message>
        <source>Filter tenants</source>
        <translation>Filtrer les comptes</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>Filtrer par nom</translation>
    </message>
    <message>
        <source>Select a tenant to see and change its cap</source>
        <translation>Sélectionnez un compte pour voir et modifier son plafond</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Ctrl Z</source>
        <translation>Ctrl Z</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>TodayCard</name>
    <message>
        <source>Today, all tenants</source>
        <translation>Aujourd’hui, tous les comptes</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Dépensé</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Réservé</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Reste</translation>
    </message>
    <message>
        <source>Set a daily cap</source>
        <translation>Fixer un plafond quotidien</translation>
    </message>
</context>
<context>
    <name>TopModelList</name>
    <message>
        <source>%1 of %2 today</source>
        <translation>%1 sur %2 aujourd’hui</translation>
    </message>
</context>
<context>
    <name>TopModelsList</name>
    <message>
        <source>Top models today</source>
        <translation>Principaux modèles du jour</translation>
    </message>
    <message>
        <source>No model was called today</source>
        <translation>Aucun modèle n’a été appelé aujourd’hui</translation>
    </message>
</context>
<context>
    <name>TopTenantsList</name>
    <message>
        <source>Top tenants today</source>
        <translation>Principaux comptes du jour</translation>
    </message>
    <message>
        <source>no cap</source>
        <translation>sans plafond</translation>
    </message>
    <message>
        <source>No tenant has called today</source>
        <translation>Aucun compte n’a appelé aujourd’hui</translation>
    </message>
</context>
<context>
    <name>TrayState</name>
    <message>
        <source>%1   %2 of %3</source>
        <translation>%1   %2 sur %3</translation>
    </message>
    <message>
        <source>Near a cap</source>
        <translation>Proche d’un plafond</translation>
    </message>
    <message>
        <source>A cap is reached</source>
        <translation>Un plafond est atteint</translation>
    </message>
    <message>
        <source>All paused</source>
        <translation>Tout en pause</translation>
    </message>
    <message>
        <source>Upstream down</source>
        <translation>Serveur amont hors service</translation>
    </message>
    <message>
        <source>%1 today</source>
        <translation>%1 aujourd’hui</translation>
    </message>
</context>
<context>
    <name>TypedNumber</name>
    <message>
        <source>“%1” is no number.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un nombre.</translation>
    </message>
    <message>
        <source>Type it like %1.</source>
        <translation>Saisissez-le comme %1.</translation>
    </message>
    <message>
        <source>“%1” may be read in two ways.</source>
        <translation>«&#xa0;%1&#xa0;» peut se lire de deux façons.</translation>
    </message>
    <message>
        <source>Type %1 for thousands, or %2 for a fraction.</source>
        <translation>Saisissez %1 pour des milliers, ou %2 pour une fraction.</translation>
    </message>
    <message>
        <source>“%1” is no whole number.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un nombre entier.</translation>
    </message>
    <message>
        <source>Type digits only.</source>
        <translation>Saisissez uniquement des chiffres.</translation>
    </message>
</context>
<context>
    <name>UpstreamDialog</name>
    <message>
        <source>Any server that speaks the OpenAI API: vLLM, SGLang, a provider. Its key is set under Credentials.</source>
        <translation>Tout serveur qui parle l’API OpenAI&#xa0;: vLLM, SGLang, un fournisseur. Sa clé se définit sous Identifiants.</translation>
    </message>
    <message>
        <source>Add an upstream</source>
        <translation>Ajouter un serveur amont</translation>
    </message>
    <message>
        <source>Address of %1</source>
        <translation>Adresse de %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Name, as vllm-2</source>
        <translation>Nom, par exemple vllm-2</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Ne rien changer</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
</context>
<context>
    <name>UpstreamFacts</name>
    <message>
        <source>Upstream</source>
        <translation>Serveur amont</translation>
    </message>
    <message>
        <source>down</source>
        <translation>hors service</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation>Cache KV</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Sortie</translation>
    </message>
</context>
<context>
    <name>Upstreams</name>
    <message>
        <source>unknown</source>
        <translation>inconnu</translation>
    </message>
    <message numerus="yes">
        <source>%Ln model(s)</source>
        <translation>
            <numerusform>%Ln modèle</numerusform>
            <numerusform>%Ln modèles</numerusform>
        </translation>
    </message>
    <message>
        <source>idle</source>
        <translation>inactif</translation>
    </message>
    <message numerus="yes">
        <source>%Ln running</source>
        <comment>calls</comment>
        <translation>
            <numerusform>%Ln en cours</numerusform>
            <numerusform>%Ln en cours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <comment>calls</comment>
        <translation>
            <numerusform>%Ln en attente</numerusform>
            <numerusform>%Ln en attente</numerusform>
        </translation>
    </message>
    <message>
        <source>up</source>
        <comment>the server answers</comment>
        <translation>actif</translation>
    </message>
    <message>
        <source>down since %1</source>
        <translation>hors service depuis %1</translation>
    </message>
    <message>
        <source>No upstream</source>
        <translation>Aucun serveur amont</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>non défini</translation>
    </message>
</context>
<context>
    <name>Windows</name>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1 j</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semaine</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mois</translation>
    </message>
    <message>
        <source>Total cap</source>
        <translation>Plafond total</translation>
    </message>
    <message>
        <source>Cap per %1</source>
        <comment>6 h</comment>
        <translation>Plafond par %1</translation>
    </message>
    <message>
        <source>Hourly cap</source>
        <translation>Plafond horaire</translation>
    </message>
    <message>
        <source>Daily cap</source>
        <translation>Plafond quotidien</translation>
    </message>
    <message>
        <source>Weekly cap</source>
        <translation>Plafond hebdomadaire</translation>
    </message>
    <message>
        <source>Monthly cap</source>
        <translation>Plafond mensuel</translation>
    </message>
</context>
<context>
    <name>app::DesktopNotifier</name>
    <message>
        <source>Open Capstan</source>
        <translation>Ouvrir Capstan</translation>
    </message>
</context>
<context>
    <name>app::NewsWatch</name>
    <message>
        <source>%1 answers again</source>
        <translation>%1 répond de nouveau</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 ne répond pas</translation>
    </message>
    <message>
        <source>%1 takes nothing</source>
        <translation>%1 n’accepte rien</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alerts</source>
        <translation>
            <numerusform>%n alerte</numerusform>
            <numerusform>%n alertes</numerusform>
        </translation>
    </message>
    <message>
        <source>Traffic reaches %1 past Capstan</source>
        <translation>Du trafic atteint %1 sans passer par Capstan</translation>
    </message>
    <message>
        <source>%1 and Capstan count differently</source>
        <translation>%1 et Capstan comptent différemment</translation>
    </message>
</context>
<context>
    <name>app::ServiceHost</name>
    <message>
        <source>Acknowledge</source>
        <translation>Acquitter</translation>
    </message>
    <message>
        <source>Acknowledge all</source>
        <translation>Tout acquitter</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Mettre en sourdine</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Lever la sourdine</translation>
    </message>
</context>
<context>
    <name>app::TrayIcon</name>
    <message>
        <source>Resume all</source>
        <translation>Tout reprendre</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>Tout mettre en pause</translation>
    </message>
    <message>
        <source>Open Capstan</source>
        <translation>Ouvrir Capstan</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
</context>
</TS>
