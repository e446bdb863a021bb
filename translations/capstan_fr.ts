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
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
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
    <message>
        <source>Tag</source>
        <translation>Étiquette</translation>
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
    <message>
        <source>Save CSV</source>
        <translation>Enregistrer en CSV</translation>
    </message>
    <message>
        <source>Save all matching requests for a spreadsheet</source>
        <translation>Enregistrer toutes les requêtes correspondantes pour un tableur</translation>
    </message>
    <message>
        <source>Save JSON</source>
        <translation>Enregistrer en JSON</translation>
    </message>
    <message>
        <source>Save all matching requests for a program</source>
        <translation>Enregistrer toutes les requêtes correspondantes pour un programme</translation>
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
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>Ne rien choisir</translation>
    </message>
    <message numerus="yes">
        <source>Acknowledge %n</source>
        <comment>alerts that were chosen</comment>
        <translation>
            <numerusform>Acquitter %n</numerusform>
            <numerusform>Acquitter %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlertHistoryModel</name>
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
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>spikes of spending</source>
        <translation>pics de dépenses</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>À qui</translation>
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
        <extracomment>%1 is a dimension or a tag&apos;s name: &quot;each agent&quot;</extracomment>
        <translation>chaque compte</translation>
    </message>
    <message>
        <source>All tenants</source>
        <translation>Tous les comptes</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 spent far more than usual</source>
        <translation>%1 a dépensé bien plus que d’habitude</translation>
    </message>
    <message>
        <source>%1 in the hour from %2, usually %3</source>
        <extracomment>what was spent, when that hour began, what is usual</extracomment>
        <translation>%1 en une heure (début&#xa0;: %2), %3 d’habitude</translation>
    </message>
    <message>
        <source>each %1</source>
        <translation>chaque %1</translation>
    </message>
    <message>
        <source>%1, %2 in %3</source>
        <extracomment>whose, &quot;daily cap&quot;, &quot;tokens&quot;</extracomment>
        <translation>%1, %2 en %3</translation>
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
        <source>Mute…</source>
        <translation>Mettre en sourdine…</translation>
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
        <extracomment>Several dimensions together, such as a tenant&apos;s calls to one model</extracomment>
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
        <extracomment>%1 is a dimension: &quot;Each tenant&quot;</extracomment>
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
        <source>several</source>
        <translation>plusieurs</translation>
    </message>
    <message>
        <source>each of them</source>
        <translation>chacun d’eux</translation>
    </message>
    <message>
        <source>Nothing is named.</source>
        <translation>Rien n’est nommé.</translation>
    </message>
    <message>
        <source>Name it like %1.</source>
        <translation>Nommez comme %1.</translation>
    </message>
    <message>
        <source>rolling</source>
        <extracomment>a window that moves on: the last 24 hours at any time</extracomment>
        <translation>période glissante</translation>
    </message>
    <message>
        <source>“%1” is no length of time.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une durée.</translation>
    </message>
    <message>
        <source>Write minutes, hours or days, like 90m, 24h or 7d, at most 366d.</source>
        <translation>Saisissez des minutes, heures ou jours, par exemple 90m, 24h ou 7d, au plus 366d.</translation>
    </message>
    <message>
        <source>in any %1</source>
        <comment>24 h</comment>
        <translation>sur toute durée de %1</translation>
    </message>
    <message>
        <source>What no longer fits goes to %1.</source>
        <comment>a model</comment>
        <translation>Ce qui ne tient plus va à %1.</translation>
    </message>
    <message>
        <source>From %1 on, calls go to %2.</source>
        <comment>80 %, llama-8b</comment>
        <translation>À partir de %1, les appels vont à %2.</translation>
    </message>
    <message>
        <source>It counts at once all that the log has of these calls.</source>
        <translation>Il compte aussitôt tout ce que le journal a de ces appels.</translation>
    </message>
    <message>
        <source>It counts at once what the log has of these calls in the last %1.</source>
        <comment>24 h</comment>
        <translation>Il compte aussitôt ce que le journal a de ces appels depuis %1.</translation>
    </message>
    <message>
        <source>It counts at once what the log has of these calls since %1.</source>
        <comment>today 00:00</comment>
        <translation>Il compte aussitôt ce que le journal a de ces appels depuis %1.</translation>
    </message>
    <message>
        <source>What it has counted so far is put aside.</source>
        <translation>Ce qu’il a compté jusqu’ici est mis de côté.</translation>
    </message>
    <message>
        <source>Running calls that do not fit then are cut.</source>
        <translation>Les appels en cours qui ne tiennent plus sont coupés.</translation>
    </message>
    <message>
        <source>What its counters have counted stays.</source>
        <translation>Ce que ses compteurs ont compté reste.</translation>
    </message>
    <message>
        <source>What it has counted stays: %1.</source>
        <translation>Ce qu’il a compté reste&#xa0;: %1.</translation>
    </message>
    <message>
        <source>It refuses nothing any more.</source>
        <translation>Il ne refuse plus rien.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Comptage…</translation>
    </message>
    <message>
        <source>Change it unseen</source>
        <translation>Modifier à l’aveugle</translation>
    </message>
    <message>
        <source>Set it unseen</source>
        <translation>Fixer à l’aveugle</translation>
    </message>
    <message>
        <source>Change this budget</source>
        <translation>Modifier ce budget</translation>
    </message>
    <message>
        <source>Set this budget</source>
        <translation>Fixer ce budget</translation>
    </message>
    <message>
        <source>Say how much first</source>
        <translation>Indiquez d’abord combien</translation>
    </message>
    <message>
        <source>Nothing is changed yet</source>
        <translation>Rien n’est encore modifié</translation>
    </message>
    <message>
        <source>Waits until it is counted what this would have refused</source>
        <translation>Attend que soit compté ce que cela aurait refusé</translation>
    </message>
    <message>
        <source>Without knowing what this would have refused</source>
        <translation>Sans savoir ce que cela aurait refusé</translation>
    </message>
    <message>
        <source>There is a budget with the id %1 already.</source>
        <translation>Un budget porte déjà l’identifiant %1.</translation>
    </message>
    <message>
        <source>Give another id, or change that budget.</source>
        <translation>Donnez un autre identifiant, ou modifiez ce budget.</translation>
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
        <source>How much</source>
        <translation>Combien</translation>
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
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Name of the budget</source>
        <translation>Nom du budget</translation>
    </message>
    <message>
        <source>for people; may be empty</source>
        <translation>pour les humains&#x202f;; peut rester vide</translation>
    </message>
    <message>
        <source>Change a budget</source>
        <translation>Modifier un budget</translation>
    </message>
    <message>
        <source>Fewer options</source>
        <translation>Moins d’options</translation>
    </message>
    <message>
        <source>More options…</source>
        <translation>Plus d’options…</translation>
    </message>
</context>
<context>
    <name>BudgetListModel</name>
    <message>
        <source>%1/h</source>
        <comment>tokens or requests an hour</comment>
        <translation>%1/h</translation>
    </message>
    <message>
        <source>none has called yet</source>
        <translation>pas encore d’appels</translation>
    </message>
    <message numerus="yes">
        <source>fullest of %Ln: %1</source>
        <translation>
            <numerusform>le plus plein sur %Ln&#xa0;: %1</numerusform>
            <numerusform>le plus plein sur %Ln&#xa0;: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>audit only</source>
        <translation>observation seule</translation>
    </message>
</context>
<context>
    <name>BudgetOptionFields</name>
    <message>
        <source>Cap at, %</source>
        <translation>Plafond à, %</translation>
    </message>
    <message>
        <source>Where the cap stands, in per cent of the amount</source>
        <translation>Position du plafond, en pour cent du montant</translation>
    </message>
    <message>
        <source>Long answers</source>
        <translation>Réponses longues</translation>
    </message>
    <message>
        <source>shorten</source>
        <translation>raccourcir</translation>
    </message>
    <message>
        <source>do not run</source>
        <translation>ne pas lancer</translation>
    </message>
    <message>
        <source>Calls that may cost more than is left</source>
        <translation>Appels pouvant coûter plus que ce qui reste</translation>
    </message>
    <message>
        <source>Own budgets</source>
        <translation>Budgets propres</translation>
    </message>
    <message>
        <source>bind as well</source>
        <translation>s’ajoutent</translation>
    </message>
    <message>
        <source>go before</source>
        <translation>priment</translation>
    </message>
    <message>
        <source>Budgets of one by name</source>
        <translation>Budgets nominatifs</translation>
    </message>
    <message>
        <source>Without tools</source>
        <translation>Sans outils</translation>
    </message>
    <message>
        <source>Tools that are taken away from the first warning on</source>
        <translation>Outils retirés dès le premier avertissement</translation>
    </message>
    <message>
        <source>web_search, code</source>
        <translation>web_search, code</translation>
    </message>
    <message>
        <source>Cheaper models</source>
        <translation>Modèles moins chers</translation>
    </message>
    <message>
        <source>Name one</source>
        <translation>En indiquer un</translation>
    </message>
    <message>
        <source>Models that are asked for</source>
        <translation>Modèles demandés</translation>
    </message>
    <message>
        <source>models, or *</source>
        <translation>modèles, ou *</translation>
    </message>
    <message>
        <source>go to</source>
        <extracomment>between two models: calls to the first go to the second</extracomment>
        <translation>vont à</translation>
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
        <source>Leave this model as it is</source>
        <translation>Laisser ce modèle tel quel</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>Id of the budget</source>
        <translation>Identifiant du budget</translation>
    </message>
    <message>
        <source>Commands and the API call the budget so, for good.</source>
        <translation>Les commandes et l’API nomment ainsi le budget, définitivement.</translation>
    </message>
    <message>
        <source>Commands and the API call the budget so.</source>
        <translation>Les commandes et l’API nomment ainsi le budget.</translation>
    </message>
</context>
<context>
    <name>BudgetOptions</name>
    <message>
        <source>Nothing comes of it: it begins with the first warning, and none is set.</source>
        <translation>Sans effet&#xa0;: cela commence au premier avertissement, et aucun n’est fixé.</translation>
    </message>
    <message>
        <source>“%1” is no share of the amount.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une part du montant.</translation>
    </message>
    <message>
        <source>Write per cents, like 100 or 90.</source>
        <translation>Saisissez des pourcentages, par exemple 100 ou 90.</translation>
    </message>
    <message>
        <source>The whole amount may be spent.</source>
        <translation>Tout le montant peut être dépensé.</translation>
    </message>
    <message>
        <source>The cap stands at %1; the rest of %2 is never spent.</source>
        <translation>Le plafond est à %1&#x202f;; le reste de %2 n’est jamais dépensé.</translation>
    </message>
    <message>
        <source>Calls keep the model that they ask for.</source>
        <translation>Les appels gardent le modèle qu’ils demandent.</translation>
    </message>
    <message>
        <source>From %1 of the amount on, the cheaper model answers.</source>
        <translation>À partir de %1 du montant, le modèle moins cher répond.</translation>
    </message>
    <message>
        <source>What no longer fits is answered by the cheaper model.</source>
        <translation>Le modèle moins cher répond à ce qui ne tient plus.</translation>
    </message>
    <message>
        <source>Calls may use all their tools.</source>
        <translation>Les appels peuvent utiliser tous leurs outils.</translation>
    </message>
    <message>
        <source>From %1 of the amount on, the model is not offered these tools.</source>
        <translation>À partir de %1 du montant, ces outils ne sont plus proposés au modèle.</translation>
    </message>
    <message>
        <source>A call that may cost more than is left gets a shorter answer.</source>
        <translation>Un appel pouvant coûter plus que ce qui reste reçoit une réponse plus courte.</translation>
    </message>
    <message>
        <source>A call that may cost more than is left is not run.</source>
        <translation>Un appel pouvant coûter plus que ce qui reste n’est pas lancé.</translation>
    </message>
    <message>
        <source>Who has a budget by name is bound by that one alone.</source>
        <translation>Qui a un budget à son nom n’est tenu que par celui-ci.</translation>
    </message>
    <message>
        <source>Who has a budget by name is bound by both.</source>
        <translation>Qui a un budget à son nom est tenu par les deux.</translation>
    </message>
</context>
<context>
    <name>BudgetPast</name>
    <message>
        <source>%1: counting…</source>
        <comment>Last 7 days</comment>
        <translation>%1&#xa0;: calcul en cours…</translation>
    </message>
    <message>
        <source>%1: still counting; the ledger is long.</source>
        <translation>%1&#xa0;: calcul toujours en cours&#x202f;; le registre est long.</translation>
    </message>
    <message>
        <source>%1: would have refused %2 of all calls</source>
        <translation>%1&#xa0;: sur tous les appels, en aurait refusé %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: matches more than %Ln call(s), would have refused %2</source>
        <translation>
            <numerusform>%1&#xa0;: concerne plus de %Ln appel, en aurait refusé %2</numerusform>
            <numerusform>%1&#xa0;: concerne plus de %Ln appels, en aurait refusé %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: matches %Ln call(s), would have refused %2</source>
        <extracomment>%1 is &quot;Last 7 days&quot;, %2 the calls refused</extracomment>
        <translation>
            <numerusform>%1&#xa0;: concerne %Ln appel, en aurait refusé %2</numerusform>
            <numerusform>%1&#xa0;: concerne %Ln appels, en aurait refusé %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 refused</source>
        <translation>%1&#xa0;: %2 refus</translation>
    </message>
    <message>
        <source>What it would have refused cannot be told: %1</source>
        <translation>Impossible de dire ce qui aurait été refusé&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>BudgetTable</name>
    <message>
        <source>All budgets</source>
        <translation>Tous les budgets</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>New budget</source>
        <translation>Nouveau budget</translation>
    </message>
    <message>
        <source>No budget matches “%1”</source>
        <translation>Aucun budget ne correspond à «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>No budget yet, so nothing is refused. A budget caps what a tenant, an agent, a model or everybody may spend.</source>
        <translation>Pas encore de budget, donc rien n’est refusé. Un budget plafonne ce qu’un compte, un agent, un modèle ou tout le monde peut dépenser.</translation>
    </message>
</context>
<context>
    <name>BudgetWindowFields</name>
    <message>
        <source>Per</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>Per what</source>
        <translation>Par quoi</translation>
    </message>
    <message>
        <source>Length of the rolling window</source>
        <translation>Durée de la période glissante</translation>
    </message>
    <message>
        <source>90m, 24h, 7d</source>
        <translation>90m, 24h, 7d</translation>
    </message>
    <message>
        <source>from</source>
        <translation>dès</translation>
    </message>
    <message>
        <source>First day of the week</source>
        <translation>Premier jour de la semaine</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>Time zone of the window</source>
        <translation>Fuseau horaire de la période</translation>
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
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>À %1</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Burn at %1: %2</source>
        <translation>Consommation à %1&#xa0;: %2</translation>
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
    <message>
        <source>%1/h</source>
        <comment>currency per hour</comment>
        <translation>%1/h</translation>
    </message>
    <message>
        <source>No pace yet</source>
        <translation>Pas encore de rythme</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>Nothing was spent in that time</source>
        <translation>Rien n’a été dépensé pendant ce temps</translation>
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
    <name>CallRevenues</name>
    <message>
        <source>“%1” is no amount.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un montant.</translation>
    </message>
    <message>
        <source>Write dollars, for example %1.</source>
        <translation>Écrivez des dollars, par exemple %1.</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Fonction</translation>
    </message>
    <message>
        <source>An amount stands beside no feature.</source>
        <translation>Un montant n’a pas de fonction à côté de lui.</translation>
    </message>
    <message>
        <source>Name the feature.</source>
        <translation>Indiquez la fonction.</translation>
    </message>
    <message>
        <source>“%1” stands there twice.</source>
        <translation>«&#xa0;%1&#xa0;» y figure deux fois.</translation>
    </message>
    <message>
        <source>Take one of the lines away.</source>
        <translation>Retirez l’une des lignes.</translation>
    </message>
    <message>
        <source>Revenue per feature…</source>
        <translation>Revenu par fonction…</translation>
    </message>
    <message numerus="yes">
        <source>Revenue of %Ln feature(s)…</source>
        <translation>
            <numerusform>Revenu de %Ln fonction…</numerusform>
            <numerusform>Revenu de %Ln fonctions…</numerusform>
        </translation>
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
    <message>
        <source>“%1” is no whole number.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un nombre entier.</translation>
    </message>
    <message>
        <source>Type %1, or a change such as +500 or −10%.</source>
        <translation>Saisissez %1, ou un écart comme +500 ou −10%.</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>jetons</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>requêtes</translation>
    </message>
</context>
<context>
    <name>CapChange</name>
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
    <message>
        <source>%1: budget changed</source>
        <translation>%1&#xa0;: budget modifié</translation>
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
    <message>
        <source>Cut running calls?</source>
        <translation>Couper les appels en cours&#x202f;?</translation>
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
        <source>What it would have refused cannot be told: %1</source>
        <translation>Impossible de dire ce qui aurait été refusé&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1: counting…</source>
        <comment>Last 7 days</comment>
        <translation>%1&#xa0;: calcul en cours…</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of more than %Ln call(s) would have been refused</source>
        <translation>
            <numerusform>%1&#xa0;: %2 sur plus de %Ln appel aurait été refusé</numerusform>
            <numerusform>%1&#xa0;: %2 sur plus de %Ln appels auraient été refusés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of %Ln call(s) would have been refused</source>
        <extracomment>%1 is &quot;Last 7 days&quot;, %2 the calls refused</extracomment>
        <translation>
            <numerusform>%1&#xa0;: %2 sur %Ln appel aurait été refusé</numerusform>
            <numerusform>%1&#xa0;: %2 sur %Ln appels auraient été refusés</numerusform>
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
    <message>
        <source>another time</source>
        <translation>un autre moment</translation>
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
    <name>ConfigurationCheck</name>
    <message>
        <source>Listening</source>
        <translation>Écoute</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Order of the providers</source>
        <translation>Ordre des fournisseurs</translation>
    </message>
    <message>
        <source>Provider %1</source>
        <translation>Fournisseur %1</translation>
    </message>
    <message>
        <source>Model %1</source>
        <translation>Modèle %1</translation>
    </message>
    <message>
        <source>Route %1</source>
        <translation>Route %1</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>Routage</translation>
    </message>
    <message>
        <source>Rate limits</source>
        <translation>Limites de débit</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Politique</translation>
    </message>
    <message>
        <source>Keeping data</source>
        <translation>Conservation</translation>
    </message>
    <message>
        <source>Telemetry to %1</source>
        <translation>Télémétrie vers %1</translation>
    </message>
    <message>
        <source>Telemetry</source>
        <translation>Télémétrie</translation>
    </message>
    <message>
        <source>Cost of own hardware</source>
        <translation>Coût du matériel propre</translation>
    </message>
    <message>
        <source>Default budget</source>
        <translation>Budget par défaut</translation>
    </message>
    <message>
        <source>Other settings</source>
        <translation>Autres réglages</translation>
    </message>
    <message>
        <source>%1: new</source>
        <translation>%1 : nouveau</translation>
    </message>
    <message>
        <source>%1: gone</source>
        <translation>%1 : supprimé</translation>
    </message>
    <message>
        <source>%1: different</source>
        <translation>%1 : modifié</translation>
    </message>
    <message>
        <source>With this a start would fail. %1 Until then all stays as it is.</source>
        <translation>Avec cela, un démarrage échouerait. %1 D’ici là, tout reste en l’état.</translation>
    </message>
    <message>
        <source>It can be read. Different from the next start:</source>
        <translation>Il est lisible. Changera au prochain démarrage :</translation>
    </message>
    <message>
        <source>It can be read, and is in force as it stands.</source>
        <translation>Il est lisible et en vigueur tel quel.</translation>
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
    <message>
        <source>after the restart</source>
        <translation>après le redémarrage</translation>
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
    <message>
        <source>Every budget</source>
        <translation>Tous les budgets</translation>
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
    <message>
        <source>Less</source>
        <translation>Moins</translation>
    </message>
    <message>
        <source>Cached, cache write, reasoning…</source>
        <translation>En cache, écriture de cache, raisonnement…</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>En cache</translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation>Écriture de cache</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Raisonnement</translation>
    </message>
    <message>
        <source>of the answer</source>
        <translation>de la réponse</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coût</translation>
    </message>
    <message>
        <source>empty: by counts</source>
        <translation>vide&#xa0;: selon les jetons</translation>
    </message>
    <message>
        <source>Which attempt to correct</source>
        <translation>Tentative à corriger</translation>
    </message>
    <message>
        <source>By</source>
        <comment>who corrects a call</comment>
        <translation>Par</translation>
    </message>
    <message>
        <source>empty: the owner</source>
        <translation>vide&#xa0;: le propriétaire</translation>
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
    <message>
        <source>Reasoning is a part of the answer, and cannot be more.</source>
        <translation>Le raisonnement fait partie de la réponse et ne peut pas la dépasser.</translation>
    </message>
    <message>
        <source>Set one under Models &amp; prices, or write what it cost.</source>
        <translation>Fixez-en un sous Modèles et prix, ou indiquez le coût.</translation>
    </message>
    <message>
        <source>There is nothing to correct.</source>
        <translation>Il n’y a rien à corriger.</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <extracomment>%1 is a budget, the others amounts</extracomment>
        <translation>%1&#xa0;: %2 → %3</translation>
    </message>
    <message>
        <source>Attempt %1: %2</source>
        <translation>Tentative %1&#xa0;: %2</translation>
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
    <name>Currencies</name>
    <message>
        <source>1 USD = %1 %2, fixed</source>
        <translation>1 USD = %1 %2, fixe</translation>
    </message>
    <message>
        <source>1 USD = %1 %2, fixed on %3</source>
        <translation>1 USD = %1 %2, fixé le %3</translation>
    </message>
</context>
<context>
    <name>CurrencyLine</name>
    <message>
        <source>Currency</source>
        <translation>Devise</translation>
    </message>
    <message>
        <source>Code of the currency</source>
        <translation>Code de la devise</translation>
    </message>
    <message>
        <source>Units of it per US dollar</source>
        <translation>Unités par dollar US</translation>
    </message>
    <message>
        <source>Date of the rate</source>
        <translation>Date du taux</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>EUR</source>
        <translation>EUR</translation>
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
    <name>DaysFilterChip</name>
    <message>
        <source>%1 to %2</source>
        <comment>two days</comment>
        <translation>du %1 au %2</translation>
    </message>
    <message>
        <source>from … to …</source>
        <translation>du … au …</translation>
    </message>
    <message>
        <source>Write the first day and the last one, as 2026-11-01.</source>
        <translation>Indiquez le premier et le dernier jour, comme 2026-11-01.</translation>
    </message>
    <message>
        <source>The last day must not be before the first one.</source>
        <translation>Le dernier jour ne doit pas précéder le premier.</translation>
    </message>
</context>
<context>
    <name>DimensionList</name>
    <message>
        <source>not given</source>
        <translation>non indiqué</translation>
    </message>
    <message>
        <source>all budgets</source>
        <translation>tous les budgets</translation>
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
    <message>
        <source>Clear filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>Nothing matches “%1”</source>
        <translation>Rien ne correspond à «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Change its cap</source>
        <translation>Modifier son plafond</translation>
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
    <name>DowngradeList</name>
    <message>
        <source>A line of the cheaper models is only half written.</source>
        <translation>Une ligne des modèles moins chers n’est qu’à moitié remplie.</translation>
    </message>
    <message>
        <source>Name the model that is asked for and the one to use instead.</source>
        <translation>Indiquez le modèle demandé et celui à utiliser à la place.</translation>
    </message>
</context>
<context>
    <name>EarlierAlert</name>
    <message>
        <source>Acknowledge</source>
        <translation>Acquitter</translation>
    </message>
    <message>
        <source>Choose %1</source>
        <translation>Choisir %1</translation>
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
    <name>FileSaving</name>
    <message>
        <source>Cancelled. No file was saved.</source>
        <translation>Annulé. Aucun fichier n’a été enregistré.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Enregistrement…</translation>
    </message>
    <message numerus="yes">
        <source>Saving, %Ln request(s) so far…</source>
        <translation>
            <numerusform>Enregistrement, %Ln requête jusqu’ici…</numerusform>
            <numerusform>Enregistrement, %Ln requêtes jusqu’ici…</numerusform>
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
        <source>Found</source>
        <translation>Trouvé</translation>
    </message>
    <message>
        <source>Nothing is called “%1”</source>
        <translation>Rien ne s’appelle «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Find a tenant, key, model, request id, setting or action</source>
        <translation>Rechercher&#xa0;: compte, clé, modèle, id de requête, paramètre, action</translation>
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
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>key of %1</source>
        <translation>clé de %1</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>paramètres</translation>
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
        <source>%n of 4 steps done. Nothing is sent anywhere except to your own model server.</source>
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
    <message>
        <source>Warns at %1; refuses at %2</source>
        <extracomment>%1 is &quot;80 %, 95 %&quot;, %2 is &quot;100 %&quot;, of a cap</extracomment>
        <translation>Alerte à %1&#x202f;; refus à %2</translation>
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
    <message>
        <source>A tenant is whoever pays: a team, a project, a product. Its cap: %1.</source>
        <extracomment>%1 is &quot;Warns at 80 %, 95 %; refuses at 100 %&quot;</extracomment>
        <translation>Un compte est celui qui paie&#xa0;: une équipe, un projet, un produit. Son plafond&#xa0;: %1.</translation>
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
        <source>Give this invoice its number</source>
        <translation>Donner son numéro à cette facture</translation>
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
    <message>
        <source>Close invoice…</source>
        <translation>Clôturer la facture…</translation>
    </message>
    <message>
        <source>A period can be closed once, when it is over</source>
        <translation>Une période se clôture une seule fois, quand elle est finie</translation>
    </message>
    <message>
        <source>Save JSON</source>
        <translation>Enregistrer en JSON</translation>
    </message>
    <message>
        <source>Save this invoice for a program</source>
        <translation>Enregistrer cette facture pour un programme</translation>
    </message>
    <message>
        <source>Save text</source>
        <translation>Enregistrer en texte</translation>
    </message>
    <message>
        <source>Save this invoice&apos;s lines as a table of plain text</source>
        <translation>Enregistrer les lignes de cette facture en tableau de texte brut</translation>
    </message>
</context>
<context>
    <name>InvoiceDesk</name>
    <message>
        <source>Tenant</source>
        <translation>Compte</translation>
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
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Closed invoices</source>
        <translation>Factures clôturées</translation>
    </message>
    <message>
        <source>Choose a tenant and a period</source>
        <translation>Choisissez un compte et une période</translation>
    </message>
    <message>
        <source>%1 is to pay %2. The invoice gets its number and stays as it is for good; what is corrected later stands on the next one.</source>
        <translation>%1 doit payer %2. La facture reçoit son numéro et reste telle quelle pour de bon&#x202f;; les corrections ultérieures figureront sur la suivante.</translation>
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
    <message>
        <source>Backups</source>
        <translation>Sauvegardes</translation>
    </message>
    <message>
        <source>Back up to a file</source>
        <translation>Sauvegarder dans un fichier</translation>
    </message>
    <message>
        <source>To a file…</source>
        <translation>Dans un fichier…</translation>
    </message>
    <message>
        <source>Choose where the backup is written</source>
        <translation>Choisir où écrire la sauvegarde</translation>
    </message>
</context>
<context>
    <name>KeyChange</name>
    <message>
        <source>Key %1: now called %2</source>
        <translation>Clé %1&#xa0;: s’appelle maintenant %2</translation>
    </message>
    <message>
        <source>Key %1: changed</source>
        <translation>Clé %1&#xa0;: modifiée</translation>
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
    <message>
        <source>none; else an amount a day, like %1</source>
        <comment>$5.00</comment>
        <translation>aucun&#x202f;; sinon un montant par jour, comme %1</translation>
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
    <message numerus="yes">
        <source>%Ln request(s) an hour</source>
        <translation>
            <numerusform>%Ln requête par heure</numerusform>
            <numerusform>%Ln requêtes par heure</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s) an hour</source>
        <translation>
            <numerusform>%Ln jeton par heure</numerusform>
            <numerusform>%Ln jetons par heure</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeyRate</name>
    <message>
        <source>any a minute</source>
        <translation>sans limite/min</translation>
    </message>
    <message>
        <source>any an hour</source>
        <translation>sans limite/h</translation>
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
    <message>
        <source>hold or follow the log; choose an alert</source>
        <translation>figer ou suivre le journal&#xa0;; choisir une alerte</translation>
    </message>
    <message>
        <source>Shift ↑ ↓</source>
        <translation>Maj ↑ ↓</translation>
    </message>
    <message>
        <source>choose several alerts</source>
        <translation>choisir plusieurs alertes</translation>
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
    <message>
        <source>Requests an hour</source>
        <translation>Requêtes par heure</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>Tokens an hour</source>
        <translation>Jetons par heure</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Jetons</translation>
    </message>
    <message>
        <source>for good; else 30d, or 2026-12-31</source>
        <translation>sans fin&#x202f;; sinon 30d, ou 2026-12-31</translation>
    </message>
    <message>
        <source>Works until</source>
        <translation>Valable jusqu’au</translation>
    </message>
    <message>
        <source>Cap of its own, a day</source>
        <translation>Plafond propre, par jour</translation>
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
    <name>LabelFilterChip</name>
    <message>
        <source>by a part of the name…</source>
        <translation>par une partie du nom…</translation>
    </message>
    <message>
        <source>Write a part of the name, like research, agent:crawler or team:.</source>
        <translation>Écrivez une partie du nom, comme research, agent:crawler ou team:.</translation>
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
    <name>LogDialog</name>
    <message>
        <source>One JSON object a line. The reports are made of its calls; nothing of it is kept.</source>
        <translation>Un objet JSON par ligne. Les rapports portent sur ses appels ; rien n’en est conservé.</translation>
    </message>
    <message>
        <source>Report on a log</source>
        <translation>Rapport sur un journal</translation>
    </message>
    <message>
        <source>Logs of usage</source>
        <translation>Journaux d’usage</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Report on it</source>
        <translation>En faire le rapport</translation>
    </message>
    <message>
        <source>No file was chosen</source>
        <translation>Aucun fichier choisi</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>“%1” is no time. Write it as 2026-11-21, or 2026-11-21 08:30.</source>
        <translation>«&#xa0;%1&#xa0;» n’est ni une date ni une heure. Saisissez par exemple 2026-11-21, ou 2026-11-21 08:30.</translation>
    </message>
</context>
<context>
    <name>MoreFiltersButton</name>
    <message>
        <source>More filters</source>
        <translation>Plus de filtres</translation>
    </message>
    <message>
        <source>By key, agent, user, team and what else a call can name</source>
        <translation>Par clé, agent, utilisateur, équipe et tout ce qu’un appel peut nommer</translation>
    </message>
</context>
<context>
    <name>MuteChange</name>
    <message>
        <source>%1: unmuted</source>
        <translation>%1&#xa0;: alertes rétablies</translation>
    </message>
    <message>
        <source>%1: muted</source>
        <translation>%1&#xa0;: en sourdine</translation>
    </message>
    <message>
        <source>%1: muted until %2</source>
        <comment>research, daily cap: muted until 21 Nov 18:00</comment>
        <translation>%1&#xa0;: en sourdine jusqu’à %2</translation>
    </message>
</context>
<context>
    <name>MuteDesk</name>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Every budget</source>
        <translation>Tous les budgets</translation>
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
        <source>until a time</source>
        <translation>jusqu’à une date</translation>
    </message>
    <message>
        <source>Write until when.</source>
        <translation>Saisissez jusqu’à quand.</translation>
    </message>
    <message>
        <source>That is over already.</source>
        <translation>C’est déjà passé.</translation>
    </message>
    <message>
        <source>until you unmute</source>
        <translation>jusqu’à ce que vous la leviez</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>jusqu’à %1</translation>
    </message>
</context>
<context>
    <name>MuteDialog</name>
    <message>
        <source>Mute alerts</source>
        <translation>Mettre les alertes en sourdine</translation>
    </message>
    <message>
        <source>Crossings are kept all the same; nobody is told of them meanwhile.</source>
        <translation>Les dépassements sont conservés quand même&#x202f;; personne n’en est averti entre-temps.</translation>
    </message>
    <message>
        <source>What is muted</source>
        <translation>Ce qui est en sourdine</translation>
    </message>
    <message>
        <source>Every budget</source>
        <translation>Tous les budgets</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>Jusqu’à quand</translation>
    </message>
    <message>
        <source>Mute until</source>
        <translation>En sourdine jusqu’à</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Mettre en sourdine</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>MuteLine</name>
    <message>
        <source>Unmute</source>
        <translation>Lever la sourdine</translation>
    </message>
</context>
<context>
    <name>NameFilterChip</name>
    <message>
        <source>%1 · %2</source>
        <comment>name, id</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>non indiqué</translation>
    </message>
</context>
<context>
    <name>NamesButton</name>
    <message>
        <source>Choose one that has called before</source>
        <translation>Choisir parmi les appels passés</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Choisir&#xa0;: %1</translation>
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
    <message>
        <source>Upstreams</source>
        <translation>Serveurs amont</translation>
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
    <name>OwnPriceLine</name>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Change the price %1</source>
        <translation>Modifier le prix %1</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Remove the price %1</source>
        <translation>Supprimer le prix %1</translation>
    </message>
</context>
<context>
    <name>OwnPriceList</name>
    <message>
        <source>held before</source>
        <translation>appliqué auparavant</translation>
    </message>
    <message>
        <source>since the beginning</source>
        <translation>depuis le début</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>à partir du %1</translation>
    </message>
    <message>
        <source>held from %1</source>
        <translation>appliqué dès le %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>depuis le %1</translation>
    </message>
</context>
<context>
    <name>OwnPrices</name>
    <message>
        <source>Your prices</source>
        <translation>Vos prix</translation>
    </message>
</context>
<context>
    <name>PastRange</name>
    <message>
        <source>Over</source>
        <extracomment>Over which past: &quot;Over: 7 days&quot;</extracomment>
        <translation>Période</translation>
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
        <source>Last 7 days</source>
        <translation>Les 7 derniers jours</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Les 30 derniers jours</translation>
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
    <name>PauseChange</name>
    <message>
        <source>All tenants: paused</source>
        <translation>Tous les comptes&#xa0;: en pause</translation>
    </message>
    <message>
        <source>All tenants: resumed</source>
        <translation>Tous les comptes&#xa0;: repris</translation>
    </message>
    <message>
        <source>%1: paused</source>
        <translation>%1&#xa0;: en pause</translation>
    </message>
    <message>
        <source>%1: resumed</source>
        <translation>%1&#xa0;: repris</translation>
    </message>
</context>
<context>
    <name>PauseDialog</name>
    <message>
        <source>Pause %1?</source>
        <translation>Mettre %1 en pause&#x202f;?</translation>
    </message>
    <message>
        <source>Let them finish</source>
        <translation>Les laisser finir</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Mettre en pause</translation>
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
        <source>Leave it</source>
        <translation>Ne rien changer</translation>
    </message>
</context>
<context>
    <name>PolicyCare</name>
    <message>
        <source>%1: new</source>
        <translation>%1&#xa0;: nouvelle</translation>
    </message>
    <message>
        <source>%1: different</source>
        <translation>%1&#xa0;: modifiée</translation>
    </message>
    <message>
        <source>%1: gone</source>
        <translation>%1&#xa0;: supprimée</translation>
    </message>
    <message>
        <source>Its version, or the order of its rules</source>
        <translation>Sa version, ou l’ordre de ses règles</translation>
    </message>
    <message>
        <source>refuses</source>
        <translation>refuse</translation>
    </message>
    <message>
        <source>moves to a cheaper model</source>
        <translation>déplace vers un modèle moins cher</translation>
    </message>
    <message>
        <source>tells</source>
        <translation>avertit</translation>
    </message>
    <message>
        <source>There is none: budgets alone decide. The configuration file can name one.</source>
        <translation>Il n’y en a pas&#xa0;: seuls les budgets décident. Le fichier de configuration peut en nommer une.</translation>
    </message>
    <message>
        <source>Version %1, rules: %2</source>
        <translation>Version %1, règles&#xa0;: %2</translation>
    </message>
    <message>
        <source>With this nothing changes. %1</source>
        <translation>Ainsi, rien ne change. %1</translation>
    </message>
    <message>
        <source>It is in force as it stands in the file.</source>
        <translation>Elle est en vigueur telle qu’elle est dans le fichier.</translation>
    </message>
    <message>
        <source>Reading it again would change:</source>
        <translation>La relire changerait&#xa0;:</translation>
    </message>
    <message>
        <source>It was read again, and is in force.</source>
        <translation>Elle a été relue et est en vigueur.</translation>
    </message>
    <message>
        <source>The policy was not changed. %1</source>
        <translation>La politique n’a pas été modifiée. %1</translation>
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
    <name>PolicyLine</name>
    <message>
        <source>Policy</source>
        <translation>Politique</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Moins</translation>
    </message>
    <message>
        <source>Show rules</source>
        <translation>Voir les règles</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>Read the file as it is now; nothing is changed</source>
        <translation>Lit le fichier tel qu’il est&#x202f;; rien n’est modifié</translation>
    </message>
    <message>
        <source>Put in force</source>
        <translation>Mettre en vigueur</translation>
    </message>
    <message>
        <source>The next call is judged by it</source>
        <translation>Le prochain appel est jugé d’après elle</translation>
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
    <name>PriceChange</name>
    <message>
        <source>%1 in, %2 out</source>
        <comment>a price: $0.10 in, $0.30 out</comment>
        <translation>%1 en entrée, %2 en sortie</translation>
    </message>
    <message>
        <source>%1: your price removed</source>
        <translation>%1&#xa0;: votre prix supprimé</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
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
    <message>
        <source>Your first price</source>
        <translation>Votre premier prix</translation>
    </message>
    <message>
        <source>Your price from %1</source>
        <translation>Votre prix à partir du %1</translation>
    </message>
    <message>
        <source>From %1 prompt tokens on:</source>
        <translation>À partir de %1 jetons d’entrée&#xa0;:</translation>
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
    <message>
        <source>Audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>per minute</source>
        <translation>par minute</translation>
    </message>
    <message>
        <source>Remove my price…</source>
        <translation>Supprimer mon prix…</translation>
    </message>
    <message>
        <source>Cache write, fee, long prompts, source…</source>
        <translation>Écriture de cache, forfait, longs prompts, source…</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>empty: this window</source>
        <translation>vide&#xa0;: cette fenêtre</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>Relevé le</translation>
    </message>
    <message>
        <source>a day; empty: today</source>
        <translation>un jour&#xa0;; vide&#xa0;: aujourd’hui</translation>
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
    <message numerus="yes">
        <source>Shipped list: newest of %1, %n day(s) old.</source>
        <translation>
            <numerusform>Liste fournie&#xa0;: prix le plus récent du %1, il y a %n jour.</numerusform>
            <numerusform>Liste fournie&#xa0;: prix le plus récent du %1, il y a %n jours.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Imported list: newest of %1, %n day(s) old.</source>
        <translation>
            <numerusform>Liste importée&#xa0;: prix le plus récent du %1, il y a %n jour.</numerusform>
            <numerusform>Liste importée&#xa0;: prix le plus récent du %1, il y a %n jours.</numerusform>
        </translation>
    </message>
    <message>
        <source>from %1: %2</source>
        <extracomment>%1 is a day, %2 &quot;$0.12 in, $0.30 out&quot;</extracomment>
        <translation>à partir du %1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>PricePast</name>
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
    <message>
        <source>%1: counting…</source>
        <extracomment>%1 is &quot;Last 7 days&quot;</extracomment>
        <translation>%1&#xa0;: calcul en cours…</translation>
    </message>
    <message>
        <source>It ends before it begins.</source>
        <translation>La fin précède le début.</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 derniers jours</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 derniers jours</translation>
    </message>
    <message>
        <source>From – to</source>
        <translation>Du – au</translation>
    </message>
    <message>
        <source>From when?</source>
        <translation>Depuis quand&#x202f;?</translation>
    </message>
    <message>
        <source>%1: %2 spent in all; at this price it would have been %3.</source>
        <extracomment>%1 is &quot;Last 7 days&quot;</extracomment>
        <translation>%1&#xa0;: %2 dépensés en tout&#x202f;; à ce prix, cela aurait été %3.</translation>
    </message>
</context>
<context>
    <name>PricePastLines</name>
    <message>
        <source>What it would have cost</source>
        <translation>Ce que cela aurait coûté</translation>
    </message>
    <message>
        <source>From when</source>
        <translation>Depuis quand</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>Jusqu’à quand</translation>
    </message>
    <message>
        <source>until now</source>
        <translation>jusqu’à maintenant</translation>
    </message>
</context>
<context>
    <name>PriceRemoval</name>
    <message>
        <source>Calls in the last 7 days: counting…</source>
        <translation>Appels des 7 derniers jours&#xa0;: calcul en cours…</translation>
    </message>
    <message>
        <source>Remove your price of %1?</source>
        <translation>Supprimer votre prix de %1&#x202f;?</translation>
    </message>
    <message>
        <source>Remove your price of %1 from %2?</source>
        <extracomment>%1 is a model, %2 a day</extracomment>
        <translation>Supprimer votre prix de %1 à partir du %2&#x202f;?</translation>
    </message>
    <message>
        <source>Nothing changes today.</source>
        <translation>Rien ne change aujourd’hui.</translation>
    </message>
    <message>
        <source>Nothing changes today: %1 holds.</source>
        <translation>Rien ne change aujourd’hui&#xa0;: %1 s’applique.</translation>
    </message>
    <message>
        <source>Then it has no price: a call to it is refused wherever a money cap applies.</source>
        <translation>Il n’a alors pas de prix&#xa0;: un appel est refusé partout où un plafond en argent s’applique.</translation>
    </message>
    <message>
        <source>Then %1 holds (%2), per million tokens.</source>
        <extracomment>%1 is &quot;$0.10 in, $0.30 out&quot;, %2 who says so: &quot;shipped&quot;</extracomment>
        <translation>Ensuite, %1 s’applique (%2), par million de jetons.</translation>
    </message>
    <message>
        <source>%1 from %2 will not come into force.</source>
        <translation>%1 à partir du %2 n’entrera pas en vigueur.</translation>
    </message>
    <message>
        <source>Nobody called it in the last 7 days.</source>
        <translation>Personne ne l’a appelé ces 7 derniers jours.</translation>
    </message>
    <message>
        <source>Calls in the last 7 days: %1 of %2, for %3 at your price.</source>
        <translation>Appels des 7 derniers jours&#xa0;: %1 de %2, pour %3 à votre prix.</translation>
    </message>
    <message>
        <source>Whom it touches cannot be told: %1</source>
        <translation>Impossible de dire qui cela touche&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>PriceRemovalDialog</name>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Ne rien changer</translation>
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
    <name>PriceTierList</name>
    <message>
        <source>From how many tokens of the prompt on?</source>
        <translation>À partir de combien de jetons du prompt&#xa0;?</translation>
    </message>
    <message>
        <source>Write a whole number such as 200000.</source>
        <translation>Écrivez un nombre entier tel que 200000.</translation>
    </message>
    <message>
        <source>long prompts</source>
        <translation>longs prompts</translation>
    </message>
    <message>
        <source>Another row begins at %1 tokens as well.</source>
        <translation>Une autre ligne commence aussi à %1 jetons.</translation>
    </message>
    <message>
        <source>Change or remove one of them.</source>
        <translation>Modifiez ou retirez l’une d’elles.</translation>
    </message>
    <message>
        <source>A row of the long prompts cannot be read.</source>
        <translation>Une ligne des longs prompts est illisible.</translation>
    </message>
    <message>
        <source>It says what is wrong.</source>
        <translation>Elle dit ce qui ne va pas.</translation>
    </message>
</context>
<context>
    <name>PriceTiers</name>
    <message>
        <source>Long prompts</source>
        <translation>Longs prompts</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>Ajouter une ligne</translation>
    </message>
    <message>
        <source>Other rates from so many tokens of the prompt on</source>
        <translation>D’autres tarifs à partir d’un certain nombre de jetons du prompt</translation>
    </message>
    <message>
        <source>From %1 prompt tokens on</source>
        <translation>À partir de %1 jetons du prompt</translation>
    </message>
    <message>
        <source>%1 from %2 prompt tokens on</source>
        <translation>%1 à partir de %2 jetons du prompt</translation>
    </message>
    <message>
        <source>From</source>
        <translation>À partir de</translation>
    </message>
    <message>
        <source>prompt tokens</source>
        <translation>jetons du prompt</translation>
    </message>
    <message>
        <source>Remove the row from %1 prompt tokens on</source>
        <translation>Retirer la ligne à partir de %1 jetons du prompt</translation>
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
        <source>Cache write</source>
        <translation>Écriture de cache</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Sortie</translation>
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
    <message>
        <source>Ctrl Z</source>
        <translation>Ctrl Z</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation>Rien n’a encore été modifié</translation>
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
    <message>
        <source>Minimise and go on</source>
        <translation>Réduire et continuer</translation>
    </message>
    <message>
        <source>Stop the proxy and quit</source>
        <translation>Arrêter le proxy et quitter</translation>
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
    <message>
        <source>Until when</source>
        <translation>Jusqu’à quand</translation>
    </message>
    <message>
        <source>18:00, 3d or 2026-12-01 18:00</source>
        <translation>18:00, 3d ou 2026-12-01 18:00</translation>
    </message>
    <message>
        <source>Say until when first</source>
        <translation>Indiquez d’abord jusqu’à quand</translation>
    </message>
</context>
<context>
    <name>RangeMenu</name>
    <message>
        <source>From</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>From when</source>
        <translation>Depuis quand</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Jusqu’à</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>Jusqu’à quand</translation>
    </message>
    <message>
        <source>open, or 2026-11-22</source>
        <translation>sans fin, ou 2026-11-22</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
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
    <name>ReportFilters</name>
    <message>
        <source>Calls of</source>
        <translation>Appels de</translation>
    </message>
    <message>
        <source>What a call of each feature brings in, so that the report tells the margin</source>
        <translation>Ce que rapporte un appel de chaque fonction, pour que le rapport donne la marge</translation>
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
        <source>Saved as %1</source>
        <translation>Enregistré sous %1</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Utilisation</translation>
    </message>
    <message>
        <source>How many calls and tokens, how fast, and what they cost?</source>
        <translation>Combien d’appels et de jetons, à quelle vitesse, et à quel coût&#xa0;?</translation>
    </message>
    <message>
        <source>Cost by tag</source>
        <translation>Coût par étiquette</translation>
    </message>
    <message>
        <source>What was spent under each tag, or each value of one?</source>
        <translation>Qu’a-t-on dépensé sous chaque étiquette, ou chaque valeur de l’une d’elles&#xa0;?</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Fournisseurs</translation>
    </message>
    <message>
        <source>Calls, tokens, cost and last call of each provider.</source>
        <translation>Appels, jetons, coût et dernier appel de chaque fournisseur.</translation>
    </message>
    <message>
        <source>Savings</source>
        <translation>Économies</translation>
    </message>
    <message>
        <source>What did caches and cheaper routes save, at today&apos;s prices?</source>
        <translation>Qu’ont économisé les caches et les routes moins chères, aux prix actuels&#xa0;?</translation>
    </message>
    <message>
        <source>Models compared</source>
        <translation>Modèles comparés</translation>
    </message>
    <message>
        <source>What would the same tokens have cost at each other model?</source>
        <translation>Qu’auraient coûté les mêmes jetons avec chaque autre modèle&#xa0;?</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Marge</translation>
    </message>
    <message>
        <source>Margin of revenue</source>
        <translation>Marge sur revenu</translation>
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
    <message>
        <source>The ledger</source>
        <translation>Le registre</translation>
    </message>
    <message>
        <source>A log…</source>
        <translation>Un journal…</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Étiquette</translation>
    </message>
    <message>
        <source>minute</source>
        <translation>minute</translation>
    </message>
    <message>
        <source>last hour</source>
        <translation>dernière heure</translation>
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
    <name>RequestFilterChip</name>
    <message>
        <source>Request</source>
        <translation>Requête</translation>
    </message>
    <message>
        <source>by its id…</source>
        <translation>par son id…</translation>
    </message>
    <message>
        <source>This is no request id. It stands in each answer&apos;s header x-request-id: req- and 32 hex digits.</source>
        <translation>Ce n’est pas un id de requête. Il figure dans l’en-tête x-request-id de chaque réponse&#xa0;: req- et 32 chiffres hexadécimaux.</translation>
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
    <name>RevenueDialog</name>
    <message>
        <source>Revenue per call</source>
        <translation>Revenu par appel</translation>
    </message>
    <message>
        <source>What a call brings in, in dollars. The report adds what is left of it, the margin; nothing of it is kept.</source>
        <translation>Ce que rapporte un appel, en dollars. Le rapport ajoute ce qu’il en reste, la marge&#xa0;; rien n’en est conservé.</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Fonction</translation>
    </message>
    <message>
        <source>a feature</source>
        <translation>une fonction</translation>
    </message>
    <message>
        <source>Revenue of a call of %1, in dollars</source>
        <translation>Revenu d’un appel de %1, en dollars</translation>
    </message>
    <message>
        <source>$ per call</source>
        <translation>$ par appel</translation>
    </message>
    <message>
        <source>Take this feature away</source>
        <translation>Retirer cette fonction</translation>
    </message>
    <message>
        <source>Choose a feature</source>
        <translation>Choisir une fonction</translation>
    </message>
    <message>
        <source>Name one</source>
        <translation>En indiquer une</translation>
    </message>
    <message>
        <source>Every call</source>
        <translation>Chaque appel</translation>
    </message>
    <message>
        <source>Every other call</source>
        <translation>Tout autre appel</translation>
    </message>
    <message>
        <source>Revenue of a call of any other feature, in dollars</source>
        <translation>Revenu d’un appel de toute autre fonction, en dollars</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
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
    <name>Sentences</name>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>%1 (%2), %3</source>
        <translation>%1 (%2), %3</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 at %2 (%3)</source>
        <translation>%1 chez %2 (%3)</translation>
    </message>
    <message>
        <source>next</source>
        <translation>suivant</translation>
    </message>
    <message>
        <source>There is no alert %1.</source>
        <translation>L’alerte %1 n’existe pas.</translation>
    </message>
    <message>
        <source>GET /api/admin/alerts lists them.</source>
        <translation>GET /api/admin/alerts les énumère.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>That time is past.</source>
        <translation>Ce moment est passé.</translation>
    </message>
    <message>
        <source>Give a time to come.</source>
        <translation>Donnez un moment à venir.</translation>
    </message>
    <message>
        <source>Capstan does not run.</source>
        <translation>Capstan ne fonctionne pas.</translation>
    </message>
    <message>
        <source>Start it, or use `capstan check-config --connect`.</source>
        <translation>Démarrez-le, ou utilisez `capstan check-config --connect`.</translation>
    </message>
    <message>
        <source>%1 is no percentage up to %2.</source>
        <translation>%1 n’est pas un pourcentage jusqu’à %2.</translation>
    </message>
    <message>
        <source>Write marks as 50,80,95.</source>
        <translation>Écrivez les seuils comme 50,80,95.</translation>
    </message>
    <message>
        <source>There are %1 marks.</source>
        <translation>Il y a %1 seuils.</translation>
    </message>
    <message>
        <source>Give at most ten.</source>
        <translation>Donnez-en dix au plus.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; %2.</source>
        <translation>« %1 » %2.</translation>
    </message>
    <message>
        <source>Write US dollars as a decimal number with at most nine decimals, for example 0.15.</source>
        <translation>Écrivez les dollars US en nombre décimal à neuf décimales au plus, par exemple 0.15.</translation>
    </message>
    <message>
        <source>is not a decimal number</source>
        <translation>n’est pas un nombre décimal</translation>
    </message>
    <message>
        <source>is finer than a billionth of a dollar</source>
        <translation>est plus fin qu’un milliardième de dollar</translation>
    </message>
    <message>
        <source>is beyond 9.2 billion dollars</source>
        <translation>dépasse 9,2 milliards de dollars</translation>
    </message>
    <message>
        <source>The mark-up is no percentage from -100 to 1000 with up to four decimals.</source>
        <translation>La majoration n’est pas un pourcentage de -100 à 1000 à quatre décimales au plus.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in the zone &quot;%2&quot; is no period of days.</source>
        <translation>« %1 » dans le fuseau « %2 » n’est pas une période de jours.</translation>
    </message>
    <message>
        <source>Write 2026-10 for a month, 2026-10-05 for a day, or 2026-10-01..2026-10-15; and a zone such as Europe/Berlin.</source>
        <translation>Écrivez 2026-10 pour un mois, 2026-10-05 pour un jour, ou 2026-10-01..2026-10-15 ; et un fuseau comme Europe/Berlin.</translation>
    </message>
    <message>
        <source>An invoice in the ledger cannot be read: %1</source>
        <translation>Une facture du registre est illisible : %1</translation>
    </message>
    <message>
        <source>Run capstan verify, and restore a backup.</source>
        <translation>Lancez capstan verify, et restaurez une sauvegarde.</translation>
    </message>
    <message>
        <source>The period %1 to %2 of %3 is closed, and overlaps.</source>
        <translation>La période du %1 au %2 de %3 est close et se chevauche.</translation>
    </message>
    <message>
        <source>The period %1 to %2 of %3 is closed already.</source>
        <translation>La période du %1 au %2 de %3 est déjà close.</translation>
    </message>
    <message>
        <source>The period %1 to %2 of %3 is not over yet.</source>
        <translation>La période du %1 au %2 de %3 n’est pas encore terminée.</translation>
    </message>
    <message>
        <source>What was billed stays; corrections stand on the next invoice.</source>
        <translation>Ce qui a été facturé reste ; les corrections figurent sur la facture suivante.</translation>
    </message>
    <message>
        <source>Another invoice was closed at the same moment.</source>
        <translation>Une autre facture a été close au même moment.</translation>
    </message>
    <message>
        <source>Nothing was changed; close it again.</source>
        <translation>Rien n’a été modifié ; clôturez-la de nouveau.</translation>
    </message>
    <message>
        <source>The budget %1 is not valid: %2.</source>
        <translation>Le budget %1 n’est pas valable : %2.</translation>
    </message>
    <message>
        <source>Correct these fields; nothing was changed.</source>
        <translation>Corrigez ces champs ; rien n’a été modifié.</translation>
    </message>
    <message>
        <source>hard_mark_ppm must be above 0 and at most 1000000</source>
        <translation>hard_mark_ppm doit dépasser 0 et valoir 1000000 au plus</translation>
    </message>
    <message>
        <source>soft_marks_ppm must rise, each above 0 and at most hard_mark_ppm</source>
        <translation>soft_marks_ppm doivent croître, chacun au-dessus de 0 et au plus hard_mark_ppm</translation>
    </message>
    <message>
        <source>at_soft.downgrades needs model names in from and to</source>
        <translation>at_soft.downgrades demande des noms de modèles dans from et to</translation>
    </message>
    <message>
        <source>at_soft.downgrades leads from %1 to itself</source>
        <translation>at_soft.downgrades mène de %1 à lui-même</translation>
    </message>
    <message>
        <source>at_soft.disable_tools holds an empty name</source>
        <translation>at_soft.disable_tools contient un nom vide</translation>
    </message>
    <message>
        <source>queue_for_s must be 1 to 300 where at_hard is queue</source>
        <translation>queue_for_s doit valoir 1 à 300 lorsque l’on attend</translation>
    </message>
    <message>
        <source>at_hard is downgrade, but at_soft.downgrades names no model</source>
        <translation>il faut rétrograder, mais at_soft.downgrades ne nomme aucun modèle</translation>
    </message>
    <message>
        <source>the raise must be above 0, and the raised limit an amount that can be counted</source>
        <translation>le relèvement doit dépasser 0, et le plafond relevé rester dénombrable</translation>
    </message>
    <message>
        <source>id must be 1 to 64 printable ASCII characters without a space</source>
        <translation>id doit comporter 1 à 64 caractères ASCII imprimables sans espace</translation>
    </message>
    <message>
        <source>name must have at most 200 characters</source>
        <translation>le nom doit avoir au plus 200 caractères</translation>
    </message>
    <message>
        <source>yields_to_exact needs a selector with a wildcard</source>
        <translation>yields_to_exact demande un sélecteur avec joker</translation>
    </message>
    <message>
        <source>the limit must be above 0</source>
        <translation>le plafond doit dépasser 0</translation>
    </message>
    <message>
        <source>the limit times hard_mark_ppm is 0: no call could ever pass</source>
        <translation>le plafond multiplié par hard_mark_ppm vaut 0 : aucun appel ne passerait jamais</translation>
    </message>
    <message>
        <source>window: %1</source>
        <translation>période : %1</translation>
    </message>
    <message>
        <source>There is no budget %1.</source>
        <translation>Le budget %1 n’existe pas.</translation>
    </message>
    <message>
        <source>List the budgets to see their ids.</source>
        <translation>La liste des budgets montre leurs identifiants.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no counter of the budget %2 (&quot;%3&quot;).</source>
        <translation>« %1 » n’est pas un compteur du budget %2 (« %3 »).</translation>
    </message>
    <message>
        <source>Give a label such as tenant:research, or none for all of them.</source>
        <translation>Donnez une étiquette comme tenant:research, ou aucune pour tous.</translation>
    </message>
    <message>
        <source>An opening of the budget %1 has not one value for each wildcard.</source>
        <translation>Un solde d’ouverture du budget %1 n’a pas une valeur par joker.</translation>
    </message>
    <message>
        <source>Take the openings from the ledger for this very budget.</source>
        <translation>Prenez dans le registre les soldes d’ouverture de ce budget.</translation>
    </message>
    <message>
        <source>The budget %1 cannot be read: %2.</source>
        <translation>Le budget %1 est illisible : %2.</translation>
    </message>
    <message>
        <source>Correct these keys; nothing was changed.</source>
        <translation>Corrigez ces clés ; rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The scope has no key.</source>
        <translation>La portée n’a pas de clé.</translation>
    </message>
    <message>
        <source>Name whose it is, for example user and ann.</source>
        <translation>Dites à qui elle est, par exemple user et ann.</translation>
    </message>
    <message>
        <source>There is no scope of the type &quot;%1&quot;.</source>
        <translation>Il n’y a pas de portée du type « %1 ».</translation>
    </message>
    <message>
        <source>Give task, user, session, org, tenant, agent, feature or team.</source>
        <translation>Donnez task, user, session, org, tenant, agent, feature ou team.</translation>
    </message>
    <message>
        <source>The selector part %1 has no value.</source>
        <translation>La partie %1 du sélecteur n’a pas de valeur.</translation>
    </message>
    <message>
        <source>The selector part %1 has a broken %-escape.</source>
        <translation>La partie %1 du sélecteur a un échappement % erroné.</translation>
    </message>
    <message>
        <source>The selector part %1 is not tag:&lt;name&gt;:&lt;value&gt;.</source>
        <translation>La partie %1 du sélecteur n’est pas tag:&lt;name&gt;:&lt;value&gt;.</translation>
    </message>
    <message>
        <source>The selector part %1 is not dimension:value.</source>
        <translation>La partie %1 du sélecteur n’est pas dimension:valeur.</translation>
    </message>
    <message>
        <source>The selector part %1 names an unknown dimension.</source>
        <translation>La partie %1 du sélecteur nomme une dimension inconnue.</translation>
    </message>
    <message>
        <source>The selector names %1 twice.</source>
        <translation>Le sélecteur nomme %1 deux fois.</translation>
    </message>
    <message>
        <source>The scope %1 names an unknown dimension.</source>
        <translation>La portée %1 nomme une dimension inconnue.</translation>
    </message>
    <message>
        <source>The scope %1 has no value.</source>
        <translation>La portée %1 n’a pas de valeur.</translation>
    </message>
    <message>
        <source>Write lifetime, rolling:24h, rolling:90m, hour, day, week, week:sunday or month, where needed with a zone as in day@Europe/Berlin.</source>
        <translation>Écrivez lifetime, rolling:24h, rolling:90m, hour, day, week, week:sunday ou month, au besoin avec un fuseau comme day@Europe/Berlin.</translation>
    </message>
    <message>
        <source>The window %1 is not known.</source>
        <translation>La période %1 est inconnue.</translation>
    </message>
    <message>
        <source>The window %1 has no readable length or first day.</source>
        <translation>La période %1 n’a pas de durée ou de premier jour lisible.</translation>
    </message>
    <message>
        <source>The window %1 cannot have that zone.</source>
        <translation>La période %1 ne peut pas avoir ce fuseau.</translation>
    </message>
    <message>
        <source>A rolling window is 1 minute to 366 days long, not %1.</source>
        <translation>Une période glissante dure de 1 minute à 366 jours, et non %1.</translation>
    </message>
    <message>
        <source>A week starts on one of seven days.</source>
        <translation>Une semaine commence l’un de sept jours.</translation>
    </message>
    <message>
        <source>The time zone %1 is not known to this machine.</source>
        <translation>Le fuseau horaire %1 n’est pas connu de cette machine.</translation>
    </message>
    <message>
        <source>%1 is no time with a zone.</source>
        <translation>%1 n’est pas une heure avec fuseau.</translation>
    </message>
    <message>
        <source>Write it like 2026-12-31T23:59:59Z, or null for none.</source>
        <translation>Écrivez-la comme 2026-12-31T23:59:59Z, ou null pour aucune.</translation>
    </message>
    <message>
        <source>%1 is no text of at most %2 bytes without control characters.</source>
        <translation>%1 n’est pas un texte d’au plus %2 octets sans caractères de contrôle.</translation>
    </message>
    <message>
        <source>Give a short name.</source>
        <translation>Donnez un nom court.</translation>
    </message>
    <message>
        <source>models is no list of at most %1 names.</source>
        <translation>models n’est pas une liste d’au plus %1 noms.</translation>
    </message>
    <message>
        <source>Give names, in which * stands for any text: [&quot;llama-*&quot;]; an empty list allows all.</source>
        <translation>Donnez des noms où * vaut tout texte : [&quot;llama-*&quot;] ; une liste vide les autorise tous.</translation>
    </message>
    <message>
        <source>The member %1 is unknown.</source>
        <translation>Le membre %1 est inconnu.</translation>
    </message>
    <message>
        <source>Give name, tenant, agent, models, limits and expires_at.</source>
        <translation>Donnez name, tenant, agent, models, limits et expires_at.</translation>
    </message>
    <message>
        <source>limits is no object.</source>
        <translation>limits n’est pas un objet.</translation>
    </message>
    <message>
        <source>Write {&quot;requests_per_minute&quot;:60}.</source>
        <translation>Écrivez {&quot;requests_per_minute&quot;:60}.</translation>
    </message>
    <message>
        <source>tenant is empty.</source>
        <translation>Le compte est vide.</translation>
    </message>
    <message>
        <source>Say who pays for the calls of this key.</source>
        <translation>Dites qui paie les appels de cette clé.</translation>
    </message>
    <message>
        <source>Give any of requests_per_minute, requests_per_hour, tokens_per_minute, tokens_per_hour and parallel, each a whole number of at least 1.</source>
        <translation>Donnez requests_per_minute, requests_per_hour, tokens_per_minute, tokens_per_hour ou parallel, chacun un entier d’au moins 1.</translation>
    </message>
    <message>
        <source>The limit %1 is unknown.</source>
        <translation>La limite %1 est inconnue.</translation>
    </message>
    <message>
        <source>The limit %1 is out of range.</source>
        <translation>La limite %1 est hors limites.</translation>
    </message>
    <message>
        <source>There is no key %1.</source>
        <translation>La clé %1 n’existe pas.</translation>
    </message>
    <message>
        <source>List the keys to see their ids.</source>
        <translation>La liste des clés montre leurs identifiants.</translation>
    </message>
    <message>
        <source>The key is revoked.</source>
        <translation>La clé est révoquée.</translation>
    </message>
    <message>
        <source>A key keeps its tenant.</source>
        <translation>Une clé garde son compte.</translation>
    </message>
    <message>
        <source>Make another key.</source>
        <translation>Créez une autre clé.</translation>
    </message>
    <message>
        <source>Capstan is stopping, so nothing was changed.</source>
        <translation>Capstan s’arrête : rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Capstan is stopping, so the ledger was not asked.</source>
        <translation>Capstan s’arrête : le registre n’a pas été consulté.</translation>
    </message>
    <message>
        <source>Try again when it has started.</source>
        <translation>Réessayez lorsqu’il aura démarré.</translation>
    </message>
    <message>
        <source>There is no recovered call %1, attempt %2.</source>
        <translation>Il n’y a pas d’appel récupéré %1, tentative %2.</translation>
    </message>
    <message>
        <source>Only calls that were open at a crash, and whose detail is still kept, can be corrected; GET /api/admin/recovered lists them.</source>
        <translation>Seuls les appels ouverts lors d’un arrêt brutal, dont le détail est encore conservé, peuvent être corrigés ; GET /api/admin/recovered les énumère.</translation>
    </message>
    <message>
        <source>The price of &quot;%1&quot;, key &quot;%2&quot;, %3.</source>
        <translation>Le prix de « %1 », clé « %2 », %3.</translation>
    </message>
    <message>
        <source>Prices are US dollars per million tokens, for example 0.15; zero is a price too.</source>
        <translation>Les prix sont en dollars US par million de jetons, par exemple 0.15 ; zéro est aussi un prix.</translation>
    </message>
    <message>
        <source>is below zero</source>
        <translation>est inférieur à zéro</translation>
    </message>
    <message>
        <source>does not ascend from above zero</source>
        <translation>n’est pas croissant à partir de plus de zéro</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>est vide</translation>
    </message>
    <message>
        <source>is below zero or above $1000</source>
        <translation>est inférieur à zéro ou supérieur à 1000 $</translation>
    </message>
    <message>
        <source>A call was reported with a negative number of tokens or priced below zero.</source>
        <translation>Un appel a été signalé avec un nombre de jetons négatif ou un prix inférieur à zéro.</translation>
    </message>
    <message>
        <source>Charge its upper bound instead, and look at what the upstream reports as usage.</source>
        <translation>Facturez plutôt sa borne supérieure, et regardez ce que le serveur amont signale comme usage.</translation>
    </message>
    <message>
        <source>%1: byte %2: %3.</source>
        <translation>%1 : octet %2 : %3.</translation>
    </message>
    <message>
        <source>byte %1: %2</source>
        <translation>octet %1 : %2</translation>
    </message>
    <message>
        <source>Correct the JSON there.</source>
        <translation>Corrigez-y le JSON.</translation>
    </message>
    <message>
        <source>is not &quot;%1&quot;</source>
        <translation>n’est pas « %1 »</translation>
    </message>
    <message>
        <source>Convert the prices to it.</source>
        <translation>Convertissez-y les prix.</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; has two prices from the same moment.</source>
        <translation>%1 : « %2 » a deux prix à partir du même moment.</translation>
    </message>
    <message>
        <source>Remove one, or date them with &quot;effective_from&quot;.</source>
        <translation>Retirez-en un, ou datez-les avec « effective_from ».</translation>
    </message>
    <message>
        <source>%1, entry %2 (%3)</source>
        <translation>%1, entrée %2 (%3)</translation>
    </message>
    <message>
        <source>%1, tier %2</source>
        <translation>%1, palier %2</translation>
    </message>
    <message>
        <source>The price list is not in this program.</source>
        <translation>La liste de prix manque dans ce programme.</translation>
    </message>
    <message>
        <source>Install Capstan again.</source>
        <translation>Réinstallez Capstan.</translation>
    </message>
    <message>
        <source>%1 is no JSON object.</source>
        <translation>%1 n’est pas un objet JSON.</translation>
    </message>
    <message>
        <source>%1 is no JSON object: %2.</source>
        <translation>%1 n’est pas un objet JSON : %2.</translation>
    </message>
    <message>
        <source>The price</source>
        <translation>Le prix</translation>
    </message>
    <message>
        <source>The stored setting %1</source>
        <translation>Le réglage enregistré %1</translation>
    </message>
    <message>
        <source>%1: key &quot;%2&quot; %3.</source>
        <translation>%1 : clé « %2 » %3.</translation>
    </message>
    <message>
        <source>is unknown</source>
        <translation>est inconnu</translation>
    </message>
    <message>
        <source>Remove it, or correct its spelling.</source>
        <translation>Retirez-la, ou corrigez son orthographe.</translation>
    </message>
    <message>
        <source>is missing or not a text</source>
        <translation>manque ou n’est pas un texte</translation>
    </message>
    <message>
        <source>Write it between quotes.</source>
        <translation>Écrivez-le entre guillemets.</translation>
    </message>
    <message>
        <source>is missing or not a list with something in it</source>
        <translation>manque ou n’est pas une liste non vide</translation>
    </message>
    <message>
        <source>Write it in [ ].</source>
        <translation>Écrivez-le entre [ ].</translation>
    </message>
    <message>
        <source>is missing or not a whole number</source>
        <translation>manque ou n’est pas un nombre entier</translation>
    </message>
    <message>
        <source>Give a number of tokens.</source>
        <translation>Donnez un nombre de jetons.</translation>
    </message>
    <message>
        <source>is not a date</source>
        <translation>n’est pas une date</translation>
    </message>
    <message>
        <source>Write it as 2026-07-24.</source>
        <translation>Écrivez-la comme 2026-07-24.</translation>
    </message>
    <message>
        <source>Give US dollars per million tokens; 0 if it is free.</source>
        <translation>Donnez des dollars US par million de jetons ; 0 si c’est gratuit.</translation>
    </message>
    <message>
        <source>is wrong: %1</source>
        <translation>est faux : %1</translation>
    </message>
    <message>
        <source>Give a file in the format of LiteLLM&apos;s model_prices_and_context_window.json.</source>
        <translation>Donnez un fichier au format du model_prices_and_context_window.json de LiteLLM.</translation>
    </message>
    <message>
        <source>it is not an object of models</source>
        <translation>ce n’est pas un objet de modèles</translation>
    </message>
    <message>
        <source>no model in it has a price per token</source>
        <translation>aucun modèle n’y a de prix par jeton</translation>
    </message>
    <message>
        <source>%1 cannot be read as a price list.</source>
        <translation>%1 ne peut pas être lu comme liste de prix.</translation>
    </message>
    <message>
        <source>Give the path of a file in LiteLLM&apos;s format.</source>
        <translation>Donnez le chemin d’un fichier au format de LiteLLM.</translation>
    </message>
    <message>
        <source>That range has more than %1 periods.</source>
        <translation>Cet intervalle a plus de %1 périodes.</translation>
    </message>
    <message>
        <source>Give a shorter range, or a longer period (per=day).</source>
        <translation>Donnez un intervalle plus court, ou une période plus longue (per=day).</translation>
    </message>
    <message>
        <source>There is no report &quot;%1&quot;.</source>
        <translation>Le rapport « %1 » n’existe pas.</translation>
    </message>
    <message>
        <source>There are: %1.</source>
        <translation>Il y a : %1.</translation>
    </message>
    <message>
        <source>The query parameter %1 %2.</source>
        <translation>Le paramètre %1 %2.</translation>
    </message>
    <message>
        <source>is no date, time or duration</source>
        <translation>n’est ni une date, ni une heure, ni une durée</translation>
    </message>
    <message>
        <source>is no amount in dollars</source>
        <translation>n’est pas un montant en dollars</translation>
    </message>
    <message>
        <source>is not a number from 0 to %1</source>
        <translation>n’est pas un nombre de 0 à %1</translation>
    </message>
    <message>
        <source>Write limit=100.</source>
        <translation>Écrivez limit=100.</translation>
    </message>
    <message>
        <source>has no dimension &quot;%1&quot;</source>
        <translation>n’a pas de dimension « %1 »</translation>
    </message>
    <message>
        <source>Write by=tenant or by=tenant,model.</source>
        <translation>Écrivez by=tenant ou by=tenant,model.</translation>
    </message>
    <message>
        <source>is no period</source>
        <translation>n’est pas une période</translation>
    </message>
    <message>
        <source>Write per=minute, hour, day, week or month.</source>
        <translation>Écrivez per=minute, hour, day, week ou month.</translation>
    </message>
    <message>
        <source>is unknown here</source>
        <translation>est inconnu ici</translation>
    </message>
    <message>
        <source>is given twice</source>
        <translation>est donné deux fois</translation>
    </message>
    <message>
        <source>Give it once.</source>
        <translation>Donnez-le une fois.</translation>
    </message>
    <message>
        <source>is no IANA time zone</source>
        <translation>n’est pas un fuseau IANA</translation>
    </message>
    <message>
        <source>Write zone=Europe/Berlin.</source>
        <translation>Écrivez zone=Europe/Berlin.</translation>
    </message>
    <message>
        <source>is not before to</source>
        <translation>n’est pas avant to</translation>
    </message>
    <message>
        <source>Give a range with something in it.</source>
        <translation>Donnez un intervalle non vide.</translation>
    </message>
    <message>
        <source>There are from, to, zone, by, per, threshold, revenue, tag, limit, offset, and the dimensions: tenant, agent, model, …</source>
        <translation>Il y a from, to, zone, by, per, threshold, revenue, tag, limit, offset, et les dimensions : tenant, agent, model, …</translation>
    </message>
    <message>
        <source>%1 steps cannot be shown.</source>
        <translation>%1 pas ne peuvent pas être affichés.</translation>
    </message>
    <message>
        <source>Ask for 1 to 1,000 steps.</source>
        <translation>Demandez 1 à 1 000 pas.</translation>
    </message>
    <message>
        <source>The simulation was stopped.</source>
        <translation>La simulation a été arrêtée.</translation>
    </message>
    <message>
        <source>Start it again.</source>
        <translation>Relancez-la.</translation>
    </message>
    <message>
        <source>At least %1 prompt and %2 generated tokens reached %3 without passing Capstan.</source>
        <translation>Au moins %1 jetons de prompt et %2 jetons générés ont atteint %3 sans passer par Capstan.</translation>
    </message>
    <message>
        <source>Find who calls it directly, and let only this machine reach its port.</source>
        <translation>Trouvez qui l’appelle directement, et ne laissez que cette machine atteindre son port.</translation>
    </message>
    <message>
        <source>Capstan counted %1 prompt and %2 generated tokens that %3 did not: calls whose count was lost are charged what they may have used.</source>
        <translation>Capstan a compté %1 jetons de prompt et %2 jetons générés que %3 n’a pas comptés : les appels dont le compte s’est perdu sont facturés de ce qu’ils ont pu utiliser.</translation>
    </message>
    <message>
        <source>%1 has %2 %3, %4 has %5: a difference of %6.</source>
        <translation>%1 a %2 %3, %4 en a %5 : une différence de %6.</translation>
    </message>
    <message>
        <source>%1 accounts for %2 nano-dollars in %3 calls, %4 has %5 in %6: a difference of %7.</source>
        <translation>%1 rend compte de %2 nanodollars en %3 appels, %4 en a %5 en %6 : une différence de %7.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no code of another currency.</source>
        <translation>« %1 » n’est pas le code d’une autre devise.</translation>
    </message>
    <message>
        <source>Write three letters as EUR, GBP or JPY; US dollars need no rate.</source>
        <translation>Écrivez trois lettres comme EUR, GBP ou JPY ; le dollar US n’a pas besoin de taux.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no rate.</source>
        <translation>« %1 » n’est pas un taux.</translation>
    </message>
    <message>
        <source>Write how many units one US dollar is worth, above 0 and at most a million, with at most nine decimals: 0.92.</source>
        <translation>Écrivez combien d’unités vaut un dollar US, plus de 0 et un million au plus, avec neuf décimales au plus : 0,92.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no date.</source>
        <translation>« %1 » n’est pas une date.</translation>
    </message>
    <message>
        <source>Write it as 2026-11-02, or leave it out.</source>
        <translation>Écrivez-la comme 2026-11-02, ou omettez-la.</translation>
    </message>
    <message>
        <source>The budget for %1 is %2: %3 spent, %4 held by running calls, and this call may need up to %5.</source>
        <translation>Le budget de %1 est de %2 : %3 dépensés, %4 réservés par des appels en cours, et cet appel peut demander jusqu’à %5.</translation>
    </message>
    <message>
        <source>Room comes back as running calls end.</source>
        <translation>De la place se libère à mesure que les appels en cours se terminent.</translation>
    </message>
    <message>
        <source>A max_tokens of at most %1 would pass.</source>
        <translation>Un max_tokens d’au plus %1 passerait.</translation>
    </message>
    <message>
        <source>It frees at %1.</source>
        <translation>Il se libère le %1.</translation>
    </message>
    <message>
        <source>The owner can raise it in Capstan.</source>
        <translation>Le propriétaire peut le relever dans Capstan.</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>tout le monde</translation>
    </message>
    <message>
        <source>All calls are paused by the owner of this Capstan.</source>
        <translation>Tous les appels sont suspendus par le propriétaire de ce Capstan.</translation>
    </message>
    <message>
        <source>Tenant %1 is paused by the owner of this Capstan.</source>
        <translation>Le compte %1 est suspendu par le propriétaire de ce Capstan.</translation>
    </message>
    <message>
        <source>Ask them to resume it.</source>
        <translation>Demandez-lui de reprendre.</translation>
    </message>
    <message>
        <source>Model %1 has no price, and a budget in dollars applies to this call.</source>
        <translation>Le modèle %1 n’a pas de prix, et un budget en dollars s’applique à cet appel.</translation>
    </message>
    <message>
        <source>The owner can set its price in Capstan.</source>
        <translation>Le propriétaire peut fixer son prix dans Capstan.</translation>
    </message>
    <message>
        <source>The model &quot;%1&quot; does not exist.</source>
        <translation>Le modèle « %1 » n’existe pas.</translation>
    </message>
    <message>
        <source>The upstream serves no model.</source>
        <translation>Le serveur amont ne sert aucun modèle.</translation>
    </message>
    <message>
        <source>Served are: %1.</source>
        <translation>Modèles servis : %1.</translation>
    </message>
    <message>
        <source>The provider %1, to which this model goes, does not serve %2.</source>
        <translation>Le fournisseur %1, auquel mène ce modèle, ne sert pas %2.</translation>
    </message>
    <message>
        <source>Use /v1/chat/completions, which all of them do.</source>
        <translation>Utilisez /v1/chat/completions, que tous servent.</translation>
    </message>
    <message>
        <source>The call was ended because its budget was lowered.</source>
        <translation>L’appel a été interrompu parce que son budget a été abaissé.</translation>
    </message>
    <message>
        <source>The call was stopped by the owner of this Capstan.</source>
        <translation>L’appel a été arrêté par le propriétaire de ce Capstan.</translation>
    </message>
    <message>
        <source>The model server does not accept connections.</source>
        <translation>Le serveur de modèles n’accepte pas de connexions.</translation>
    </message>
    <message>
        <source>Try again when it is up.</source>
        <translation>Réessayez lorsqu’il fonctionne.</translation>
    </message>
    <message>
        <source>The model server did not answer in time.</source>
        <translation>Le serveur de modèles n’a pas répondu à temps.</translation>
    </message>
    <message>
        <source>The model server broke its answer off.</source>
        <translation>Le serveur de modèles a interrompu sa réponse.</translation>
    </message>
    <message>
        <source>The model server refused Capstan&apos;s credential.</source>
        <translation>Le serveur de modèles a refusé l’identifiant de Capstan.</translation>
    </message>
    <message>
        <source>The owner can set it in Capstan.</source>
        <translation>Le propriétaire peut le définir dans Capstan.</translation>
    </message>
    <message>
        <source>The model server failed with status %1.</source>
        <translation>Le serveur de modèles a échoué avec l’état %1.</translation>
    </message>
    <message>
        <source>The rate limit for %1 is %2 requests a minute: %3 used, and this call asks for %4.</source>
        <translation>Le débit de %1 est limité à %2 requêtes par minute : %3 utilisées, et cet appel en demande %4.</translation>
    </message>
    <message>
        <source>The rate limit for %1 is %2 requests an hour: %3 used, and this call asks for %4.</source>
        <translation>Le débit de %1 est limité à %2 requêtes par heure : %3 utilisées, et cet appel en demande %4.</translation>
    </message>
    <message>
        <source>The rate limit for %1 is %2 tokens a minute: %3 used, and this call asks for %4.</source>
        <translation>Le débit de %1 est limité à %2 jetons par minute : %3 utilisés, et cet appel en demande %4.</translation>
    </message>
    <message>
        <source>The rate limit for %1 is %2 tokens an hour: %3 used, and this call asks for %4.</source>
        <translation>Le débit de %1 est limité à %2 jetons par heure : %3 utilisés, et cet appel en demande %4.</translation>
    </message>
    <message>
        <source>The rate limit for %1 is %2 parallel requests: %3 used, and this call asks for %4.</source>
        <translation>%1 est limité à %2 requêtes simultanées : %3 utilisées, et cet appel en demande %4.</translation>
    </message>
    <message>
        <source>It will never pass; lower max_tokens or shorten the prompt.</source>
        <translation>Il ne passera jamais ; réduisez max_tokens ou raccourcissez le prompt.</translation>
    </message>
    <message>
        <source>Try again in %1 s.</source>
        <translation>Réessayez dans %1 s.</translation>
    </message>
    <message>
        <source>The rule %1 of the policy does not allow this call: %2.</source>
        <translation>La règle %1 de la politique n’autorise pas cet appel : %2.</translation>
    </message>
    <message>
        <source>Ask the owner of this Capstan.</source>
        <translation>Demandez au propriétaire de ce Capstan.</translation>
    </message>
    <message>
        <source>model_not_allowed</source>
        <translation>modèle non autorisé</translation>
    </message>
    <message>
        <source>outside_time_window</source>
        <translation>hors des heures autorisées</translation>
    </message>
    <message>
        <source>tag_not_allowed</source>
        <translation>étiquette non autorisée</translation>
    </message>
    <message>
        <source>cost_anomaly_detected: current=%1 exceeds baseline=%2 * %3</source>
        <translation>coût inhabituel : %1 au lieu de %2 d’habitude, plus de %3 fois plus</translation>
    </message>
    <message>
        <source>No model may serve this request: %1.</source>
        <translation>Aucun modèle ne peut servir cette requête : %1.</translation>
    </message>
    <message>
        <source>No provider can serve this model now: %1.</source>
        <translation>Aucun fournisseur ne peut servir ce modèle maintenant : %1.</translation>
    </message>
    <message>
        <source>no target of it can serve now</source>
        <translation>aucune de ses cibles ne peut servir maintenant</translation>
    </message>
    <message>
        <source>failed a moment ago</source>
        <translation>a échoué à l’instant</translation>
    </message>
    <message>
        <source>has no price</source>
        <translation>n’a pas de prix</translation>
    </message>
    <message>
        <source>does not serve it</source>
        <translation>ne le sert pas</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>injoignable</translation>
    </message>
    <message>
        <source>dearer than what the task has left</source>
        <translation>plus cher que ce qui reste à la tâche</translation>
    </message>
    <message>
        <source>slower than allowed</source>
        <translation>plus lent que permis</translation>
    </message>
    <message>
        <source>not local, and the budget is nearly spent</source>
        <translation>pas local, et le budget est presque épuisé</translation>
    </message>
    <message>
        <source>not good enough</source>
        <translation>pas assez bon</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>choisi</translation>
    </message>
    <message>
        <source>%1 is not something that Capstan answers.</source>
        <translation>Capstan ne répond pas à %1.</translation>
    </message>
    <message>
        <source>Allowed there: %1.</source>
        <translation>Autorisé à cet endroit : %1.</translation>
    </message>
    <message>
        <source>Capstan is being stopped.</source>
        <translation>Capstan est en train de s’arrêter.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>This key expired at %1.</source>
        <translation>Cette clé a expiré le %1.</translation>
    </message>
    <message>
        <source>This key was revoked at %1.</source>
        <translation>Cette clé a été révoquée le %1.</translation>
    </message>
    <message>
        <source>Ask the owner of this Capstan for a new one.</source>
        <translation>Demandez-en une nouvelle au propriétaire de ce Capstan.</translation>
    </message>
    <message>
        <source>This Capstan asks every caller for a key: send Authorization: Bearer sk-cap-….</source>
        <translation>Ce Capstan demande une clé à chacun : envoyez Authorization: Bearer sk-cap-….</translation>
    </message>
    <message>
        <source>Its owner makes one with `capstan key create`.</source>
        <translation>Son propriétaire en crée une avec `capstan key create`.</translation>
    </message>
    <message>
        <source>This key is not known here.</source>
        <translation>Cette clé n’est pas connue ici.</translation>
    </message>
    <message>
        <source>Check that all of it was copied, or ask the owner of this Capstan for a new one.</source>
        <translation>Vérifiez qu’elle a été copiée en entier, ou demandez-en une nouvelle au propriétaire de ce Capstan.</translation>
    </message>
    <message>
        <source>This key may not use the model &quot;%1&quot;.</source>
        <translation>Cette clé ne peut pas utiliser le modèle « %1 ».</translation>
    </message>
    <message>
        <source>It may use: %1.</source>
        <translation>Elle peut utiliser : %1.</translation>
    </message>
    <message>
        <source>Capstan cannot write its ledger, so it lets no call through.</source>
        <translation>Capstan ne peut pas écrire son registre et ne laisse donc passer aucun appel.</translation>
    </message>
    <message>
        <source>Check the disk it is on.</source>
        <translation>Vérifiez le disque sur lequel il se trouve.</translation>
    </message>
    <message>
        <source>Name one, for example tenant-1 or agent:summariser.</source>
        <translation>Nommez-en un, par exemple tenant-1 ou agent:summariser.</translation>
    </message>
    <message>
        <source>%1 is longer than %2 bytes, has control characters or is not UTF-8.</source>
        <translation>%1 dépasse %2 octets, contient des caractères de contrôle ou n’est pas en UTF-8.</translation>
    </message>
    <message>
        <source>Send a short name.</source>
        <translation>Envoyez un nom court.</translation>
    </message>
    <message>
        <source>%1 is not a configured route.</source>
        <translation>%1 n’est pas une route configurée.</translation>
    </message>
    <message>
        <source>%1 is not a tier of %2.</source>
        <translation>%1 n’est pas un niveau de %2.</translation>
    </message>
    <message>
        <source>Its tiers: %1.</source>
        <translation>Ses niveaux : %1.</translation>
    </message>
    <message>
        <source>The request body is longer than this server takes.</source>
        <translation>Le corps de la requête est plus long que ce serveur n’accepte.</translation>
    </message>
    <message>
        <source>There is no room for the file that is sent.</source>
        <translation>Il n’y a pas de place pour le fichier envoyé.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; %2.</source>
        <translation>Le champ « %1 » %2.</translation>
    </message>
    <message>
        <source>Correct the field &quot;%1&quot; of the request.</source>
        <translation>Corrigez le champ « %1 » de la requête.</translation>
    </message>
    <message>
        <source>Correct it, or call a provider that speaks OpenAI&apos;s dialect.</source>
        <translation>Corrigez-le, ou appelez un fournisseur qui parle le dialecte d’OpenAI.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; of this request cannot be given to the provider of this model.</source>
        <translation>Le champ « %1 » de cette requête ne peut pas être transmis au fournisseur de ce modèle.</translation>
    </message>
    <message>
        <source>Leave &quot;%1&quot; out, or call a model whose provider speaks OpenAI&apos;s dialect.</source>
        <translation>Omettez « %1 », ou appelez un modèle dont le fournisseur parle le dialecte d’OpenAI.</translation>
    </message>
    <message>
        <source>The field &quot;cache_control&quot; asks for a cache entry of one hour (ttl &quot;1h&quot;), which costs more than any price that Capstan has.</source>
        <translation>Le champ « cache_control » demande une entrée de cache d’une heure (ttl « 1h »), qui coûte plus que tout prix connu de Capstan.</translation>
    </message>
    <message>
        <source>Leave &quot;ttl&quot; out: the entry then lives for five minutes.</source>
        <translation>Omettez « ttl » : l’entrée vit alors cinq minutes.</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>manque</translation>
    </message>
    <message>
        <source>is missing, or empty</source>
        <translation>manque ou est vide</translation>
    </message>
    <message>
        <source>is not written &quot;%1&quot;</source>
        <translation>ne s’écrit pas « %1 »</translation>
    </message>
    <message>
        <source>is no string</source>
        <translation>n’est pas un texte</translation>
    </message>
    <message>
        <source>is neither true nor false</source>
        <translation>n’est ni true ni false</translation>
    </message>
    <message>
        <source>would change the price, which nobody has told Capstan</source>
        <translation>changerait le prix, que Capstan ne connaît pas</translation>
    </message>
    <message>
        <source>lets the provider run tools, whose use has no bound</source>
        <translation>laisse le fournisseur exécuter des outils dont l’usage n’a pas de limite</translation>
    </message>
    <message>
        <source>has a tool that the provider runs (%1), whose use has no bound</source>
        <translation>contient un outil que le fournisseur exécute (%1) et dont l’usage n’a pas de limite</translation>
    </message>
    <message>
        <source>names a tool that the provider would run itself: what that costs has no bound.</source>
        <translation>nomme un outil que le fournisseur exécuterait lui-même : son coût n’a pas de limite.</translation>
    </message>
    <message>
        <source>Functions of your own are fine</source>
        <translation>Vos propres fonctions conviennent</translation>
    </message>
    <message>
        <source>is not supported: the call could not be cut</source>
        <translation>n’est pas pris en charge : l’appel ne pourrait pas être coupé</translation>
    </message>
    <message>
        <source>is neither a text nor a list of items</source>
        <translation>n’est ni un texte ni une liste d’éléments</translation>
    </message>
    <message>
        <source>is no whole number from 1 to %1</source>
        <translation>n’est pas un nombre entier de 1 à %1</translation>
    </message>
    <message>
        <source>is no whole number from %1 to %2</source>
        <translation>n’est pas un nombre entier de %1 à %2</translation>
    </message>
    <message>
        <source>is no list of objects with each member once</source>
        <translation>n’est pas une liste d’objets où chaque membre figure une fois</translation>
    </message>
    <message>
        <source>is no object with each member once</source>
        <translation>n’est pas un objet où chaque membre figure une fois</translation>
    </message>
    <message>
        <source>is no list of objects</source>
        <translation>n’est pas une liste d’objets</translation>
    </message>
    <message>
        <source>is neither a text nor a list of texts, or is there twice</source>
        <translation>n’est ni un texte ni une liste de textes, ou figure deux fois</translation>
    </message>
    <message>
        <source>is neither text nor token ids nor a list of one of them</source>
        <translation>n’est ni un texte, ni des numéros de jetons, ni une liste de l’un d’eux</translation>
    </message>
    <message>
        <source>is allowed only with &quot;stream&quot;: true</source>
        <translation>n’est permis qu’avec &quot;stream&quot;: true</translation>
    </message>
    <message>
        <source>cannot be streamed</source>
        <translation>ne peut pas être diffusé en flux</translation>
    </message>
    <message>
        <source>has too many entries</source>
        <translation>a trop d’entrées</translation>
    </message>
    <message>
        <source>is no data URL in base64</source>
        <translation>n’est pas une URL de données en base64</translation>
    </message>
    <message>
        <source>has no image</source>
        <translation>n’a pas d’image</translation>
    </message>
    <message>
        <source>is neither a text nor a list of parts</source>
        <translation>n’est ni un texte ni une liste de parties</translation>
    </message>
    <message>
        <source>has a call without a name, or whose arguments are no JSON object</source>
        <translation>contient un appel sans nom, ou dont les arguments ne sont pas un objet JSON</translation>
    </message>
    <message>
        <source>has one without a name</source>
        <translation>en contient un sans nom</translation>
    </message>
    <message>
        <source>The form %1.</source>
        <translation>Le formulaire %1.</translation>
    </message>
    <message>
        <source>Send multipart/form-data with the parts file and model, each once.</source>
        <translation>Envoyez multipart/form-data avec les parties file et model, une fois chacune.</translation>
    </message>
    <message>
        <source>does not begin with its boundary</source>
        <translation>ne commence pas par sa limite</translation>
    </message>
    <message>
        <source>has a part without an end</source>
        <translation>a une partie sans fin</translation>
    </message>
    <message>
        <source>does not end</source>
        <translation>ne se termine pas</translation>
    </message>
    <message>
        <source>has a part &quot;%1&quot;, which is the owner&apos;s to set</source>
        <translation>a une partie « %1 », qu’il revient au propriétaire de fixer</translation>
    </message>
    <message>
        <source>has the part &quot;%1&quot; twice</source>
        <translation>a deux fois la partie « %1 »</translation>
    </message>
    <message>
        <source>has a part &quot;%1&quot; that is too long</source>
        <translation>a une partie « %1 » trop longue</translation>
    </message>
    <message>
        <source>has no part &quot;file&quot;</source>
        <translation>n’a pas de partie « file »</translation>
    </message>
    <message>
        <source>The JSON text %1 at byte %2.</source>
        <translation>Le texte JSON %1 à l’octet %2.</translation>
    </message>
    <message>
        <source>Send one well-formed JSON object.</source>
        <translation>Envoyez un objet JSON bien formé.</translation>
    </message>
    <message>
        <source>names &quot;%1&quot; twice, the second time</source>
        <translation>nomme deux fois « %1 », la seconde</translation>
    </message>
    <message>
        <source>has a name written with an escape</source>
        <translation>a un nom écrit avec un échappement</translation>
    </message>
    <message>
        <source>The Content-Type must be application/json.</source>
        <translation>Le Content-Type doit être application/json.</translation>
    </message>
    <message>
        <source>Send a JSON body with that header.</source>
        <translation>Envoyez un corps JSON avec cet en-tête.</translation>
    </message>
    <message>
        <source>The Content-Type must be multipart/form-data.</source>
        <translation>Le Content-Type doit être multipart/form-data.</translation>
    </message>
    <message>
        <source>Send the file and the model as the parts of a form.</source>
        <translation>Envoyez le fichier et le modèle comme parties d’un formulaire.</translation>
    </message>
    <message>
        <source>%1: is set but empty.</source>
        <translation>%1 : est défini mais vide.</translation>
    </message>
    <message>
        <source>Give it a value, or unset it.</source>
        <translation>Donnez-lui une valeur, ou retirez-la.</translation>
    </message>
    <message>
        <source>%1: cannot be read: %2.</source>
        <translation>%1 : est illisible : %2.</translation>
    </message>
    <message>
        <source>Give the name of a readable file to --config.</source>
        <translation>Donnez un fichier lisible à --config.</translation>
    </message>
    <message>
        <source>%1: is larger than 4 MiB.</source>
        <translation>%1 : dépasse 4 Mio.</translation>
    </message>
    <message>
        <source>Give a configuration file.</source>
        <translation>Donnez un fichier de configuration.</translation>
    </message>
    <message>
        <source>providers.%1: %2 is not set, so its models are not available.</source>
        <translation>providers.%1 : %2 n’est pas défini, ses modèles ne sont donc pas disponibles.</translation>
    </message>
    <message>
        <source>%1 is not set, so it will refuse what is sent.</source>
        <translation>%1 n’est pas défini, ce qui est envoyé sera donc refusé.</translation>
    </message>
    <message>
        <source>%1 is not set, so everything waits until the keychain has %2.</source>
        <translation>%1 n’est pas défini, tout attend donc que le trousseau ait %2.</translation>
    </message>
    <message>
        <source>its address is http, so the credential and the names of tenants and users travel unprotected.</source>
        <translation>son adresse est en http : l’identifiant et les noms des comptes et utilisateurs voyagent sans protection.</translation>
    </message>
    <message>
        <source>is not a dimension</source>
        <translation>n’est pas une dimension</translation>
    </message>
    <message>
        <source>Give tenant, agent, user, key, feature, experiment, namespace, team, provider, model or route.</source>
        <translation>Donnez tenant, agent, user, key, feature, experiment, namespace, team, provider, model ou route.</translation>
    </message>
    <message>
        <source>is not an origin</source>
        <translation>n’est pas une origine</translation>
    </message>
    <message>
        <source>Give a scheme, a host and perhaps a port: https://chat.example.</source>
        <translation>Donnez un schéma, un hôte et au besoin un port : https://chat.example.</translation>
    </message>
    <message>
        <source>limits nothing</source>
        <translation>ne limite rien</translation>
    </message>
    <message>
        <source>Give requests_per_minute, requests_per_hour, tokens_per_minute, tokens_per_hour or parallel.</source>
        <translation>Donnez requests_per_minute, requests_per_hour, tokens_per_minute, tokens_per_hour ou parallel.</translation>
    </message>
    <message>
        <source>does not say whose calls it limits</source>
        <translation>ne dit pas de qui les appels sont limités</translation>
    </message>
    <message>
        <source>Give per (a dimension), match (a selector, or &quot;*&quot; for all), or both.</source>
        <translation>Donnez per (une dimension), match (un sélecteur, ou &quot;*&quot; pour tous), ou les deux.</translation>
    </message>
    <message>
        <source>names one dimension in per and in match</source>
        <translation>nomme une même dimension dans per et match</translation>
    </message>
    <message>
        <source>Leave one of them out.</source>
        <translation>Omettez l’un des deux.</translation>
    </message>
    <message>
        <source>Give sqlite:///absolute/path/ledger.db, postgresql://user:password@host/database for a copy there, or unset DATABASE_URL.</source>
        <translation>Donnez sqlite:///absolute/path/ledger.db, postgresql://user:password@host/database pour y avoir une copie, ou retirez DATABASE_URL.</translation>
    </message>
    <message>
        <source>is not an address of an SQLite file</source>
        <translation>n’est pas l’adresse d’un fichier SQLite</translation>
    </message>
    <message>
        <source>does not name a file by an absolute path</source>
        <translation>ne nomme pas un fichier par un chemin absolu</translation>
    </message>
    <message>
        <source>is not a usable token</source>
        <translation>n’est pas un jeton utilisable</translation>
    </message>
    <message>
        <source>Give 1 to 200 ASCII characters without blanks.</source>
        <translation>Donnez 1 à 200 caractères ASCII sans espace.</translation>
    </message>
    <message>
        <source>would refuse every call</source>
        <translation>refuserait tous les appels</translation>
    </message>
    <message>
        <source>Give a fraction above 0, up to 1; pause a tenant to refuse its calls.</source>
        <translation>Donnez une fraction au-dessus de 0 et jusqu’à 1 ; suspendez un compte pour refuser ses appels.</translation>
    </message>
    <message>
        <source>BUDGET_SOFT_CAP: is above BUDGET_HARD_CAP.</source>
        <translation>BUDGET_SOFT_CAP : dépasse BUDGET_HARD_CAP.</translation>
    </message>
    <message>
        <source>Give a soft cap that is at most the hard cap, which is 1 by default.</source>
        <translation>Donnez un seuil qui ne dépasse pas le plafond, lequel vaut 1 par défaut.</translation>
    </message>
    <message>
        <source>has both price and cost_per_1k_*</source>
        <translation>a à la fois price et cost_per_1k_*</translation>
    </message>
    <message>
        <source>Keep one of the two.</source>
        <translation>Gardez l’un des deux.</translation>
    </message>
    <message>
        <source>falls back to itself</source>
        <translation>se replie sur lui-même</translation>
    </message>
    <message>
        <source>Name other models under fallbacks.</source>
        <translation>Nommez d’autres modèles sous fallbacks.</translation>
    </message>
    <message>
        <source>Give provider and physical_name, or a list of such pairs under targets.</source>
        <translation>Donnez provider et physical_name, ou une liste de telles paires sous targets.</translation>
    </message>
    <message>
        <source>has both targets and a provider of its own</source>
        <translation>a à la fois targets et un provider propre</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing</source>
        <translation>« %1 » manque</translation>
    </message>
    <message>
        <source>near is above exceeded</source>
        <translation>near dépasse exceeded</translation>
    </message>
    <message>
        <source>Give a near mark below the exceeded one.</source>
        <translation>Donnez un near inférieur à exceeded.</translation>
    </message>
    <message>
        <source>is not allowed here</source>
        <translation>n’est pas permis ici</translation>
    </message>
    <message>
        <source>Allowed: %1.</source>
        <translation>Permis : %1.</translation>
    </message>
    <message>
        <source>only one of cost_per_1k_prompt and cost_per_1k_completion is given</source>
        <translation>un seul de cost_per_1k_prompt et cost_per_1k_completion est donné</translation>
    </message>
    <message>
        <source>Give both (0 is a real price), or a price in dollars per million tokens.</source>
        <translation>Donnez les deux (0 est un vrai prix), ou un prix en dollars par million de jetons.</translation>
    </message>
    <message>
        <source>Give a decimal number from 0 to %1 %2, like 0.15.</source>
        <translation>Donnez un nombre décimal de 0 à %1 %2, comme 0.15.</translation>
    </message>
    <message>
        <source>is not a number of %1</source>
        <translation>n’est pas un nombre de %1</translation>
    </message>
    <message>
        <source>is too many %1</source>
        <translation>est trop : %1</translation>
    </message>
    <message>
        <source>dollars per million tokens</source>
        <translation>dollars par million de jetons</translation>
    </message>
    <message>
        <source>dollars per thousand tokens</source>
        <translation>dollars par millier de jetons</translation>
    </message>
    <message>
        <source>Give a whole number from %1 to %2.</source>
        <translation>Donnez un entier de %1 à %2.</translation>
    </message>
    <message>
        <source>is not a whole number</source>
        <translation>n’est pas un nombre entier</translation>
    </message>
    <message>
        <source>is out of range</source>
        <translation>est hors limites</translation>
    </message>
    <message>
        <source>is not a port</source>
        <translation>n’est pas un port</translation>
    </message>
    <message>
        <source>is not a number of milliseconds up to one hour</source>
        <translation>n’est pas un nombre de millisecondes d’au plus une heure</translation>
    </message>
    <message>
        <source>is not an amount of dollars</source>
        <translation>n’est pas un montant en dollars</translation>
    </message>
    <message>
        <source>Give a decimal number, zero or more, like 0.002.</source>
        <translation>Donnez un nombre décimal d’au moins zéro, comme 0.002.</translation>
    </message>
    <message>
        <source>is not an amount of dollars above zero</source>
        <translation>n’est pas un montant en dollars supérieur à zéro</translation>
    </message>
    <message>
        <source>Give a decimal number above 0 and below 9 billion, like 25.50.</source>
        <translation>Donnez un nombre décimal au-dessus de 0 et sous 9 milliards, comme 25.50.</translation>
    </message>
    <message>
        <source>is not a fraction from 0 to 1</source>
        <translation>n’est pas une fraction de 0 à 1</translation>
    </message>
    <message>
        <source>Give a decimal number with at most six decimals, like 0.8.</source>
        <translation>Donnez un nombre décimal à six décimales au plus, comme 0.8.</translation>
    </message>
    <message>
        <source>is not an IP address</source>
        <translation>n’est pas une adresse IP</translation>
    </message>
    <message>
        <source>Give one like 127.0.0.1 (this machine only), 0.0.0.0 or ::1.</source>
        <translation>Donnez-en une comme 127.0.0.1 (cette machine seule), 0.0.0.0 ou ::1.</translation>
    </message>
    <message>
        <source>is not an http address</source>
        <translation>n’est pas une adresse http</translation>
    </message>
    <message>
        <source>Give one like http://localhost:8000/v1.</source>
        <translation>Donnez-en une comme http://localhost:8000/v1.</translation>
    </message>
    <message>
        <source>has a user, a query or a fragment</source>
        <translation>contient un utilisateur, une requête ou un fragment</translation>
    </message>
    <message>
        <source>Give the address alone; a key belongs into a variable (api_key_env).</source>
        <translation>Donnez l’adresse seule ; une clé va dans une variable (api_key_env).</translation>
    </message>
    <message>
        <source>is not a name</source>
        <translation>n’est pas un nom</translation>
    </message>
    <message>
        <source>is not the name of an environment variable</source>
        <translation>n’est pas le nom d’une variable d’environnement</translation>
    </message>
    <message>
        <source>Give letters, digits and _, like OPENAI_API_KEY; never the key itself.</source>
        <translation>Donnez des lettres, chiffres et _, comme OPENAI_API_KEY ; jamais la clé elle-même.</translation>
    </message>
    <message>
        <source>is not a route</source>
        <translation>n’est pas une route</translation>
    </message>
    <message>
        <source>Give a path like /answer-routed.</source>
        <translation>Donnez un chemin comme /answer-routed.</translation>
    </message>
    <message>
        <source>is not a path</source>
        <translation>n’est pas un chemin</translation>
    </message>
    <message>
        <source>Give a path.</source>
        <translation>Donnez un chemin.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be read: %2</source>
        <translation>« %1 » est illisible : %2</translation>
    </message>
    <message>
        <source>Give a readable file, or the policy itself.</source>
        <translation>Donnez un fichier lisible, ou la politique elle-même.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is empty</source>
        <translation>« %1 » est vide</translation>
    </message>
    <message>
        <source>Give version and namespaces.</source>
        <translation>Donnez version et namespaces.</translation>
    </message>
    <message>
        <source>%1 is not one of the %2</source>
        <translation>%1 ne fait pas partie de : %2</translation>
    </message>
    <message>
        <source>is no regular expression: %1</source>
        <translation>n’est pas une expression régulière : %1</translation>
    </message>
    <message>
        <source>Give one as Perl knows them: &quot;sk-[A-Za-z0-9]+&quot;.</source>
        <translation>Donnez-en une comme en Perl : &quot;sk-[A-Za-z0-9]+&quot;.</translation>
    </message>
    <message>
        <source>matches an empty text, so everything would be left out</source>
        <translation>correspond à un texte vide, tout serait donc omis</translation>
    </message>
    <message>
        <source>Give an expression that matches at least one character.</source>
        <translation>Donnez une expression qui correspond à au moins un caractère.</translation>
    </message>
    <message>
        <source>is no name</source>
        <translation>n’est pas un nom</translation>
    </message>
    <message>
        <source>Give the name of a JSON member, such as password.</source>
        <translation>Donnez le nom d’un membre JSON, comme password.</translation>
    </message>
    <message>
        <source>is an address of Langfuse</source>
        <translation>est une adresse de Langfuse</translation>
    </message>
    <message>
        <source>Give type: langfuse and the server&apos;s own address as url.</source>
        <translation>Donnez type: langfuse et l’adresse du serveur même comme url.</translation>
    </message>
    <message>
        <source>has no url</source>
        <translation>n’a pas d’url</translation>
    </message>
    <message>
        <source>Give the collector&apos;s address: http://localhost:4318.</source>
        <translation>Donnez l’adresse du collecteur : http://localhost:4318.</translation>
    </message>
    <message>
        <source>Give the name of a file.</source>
        <translation>Donnez le nom d’un fichier.</translation>
    </message>
    <message>
        <source>%1: is not UTF-8 text</source>
        <translation>%1 : n’est pas du texte UTF-8</translation>
    </message>
    <message>
        <source>Save the file as UTF-8.</source>
        <translation>Enregistrez le fichier en UTF-8.</translation>
    </message>
    <message>
        <source>%1: holds more than one YAML document</source>
        <translation>%1 : contient plus d’un document YAML</translation>
    </message>
    <message>
        <source>Only the first would count; remove the line ---.</source>
        <translation>Seul le premier compterait ; retirez la ligne ---.</translation>
    </message>
    <message>
        <source>%1: is not valid YAML: %2</source>
        <translation>%1 : n’est pas du YAML valable : %2</translation>
    </message>
    <message>
        <source>Indent with blanks and put text with special characters in quotes.</source>
        <translation>Indentez avec des espaces et mettez entre guillemets le texte à caractères spéciaux.</translation>
    </message>
    <message>
        <source>is an unknown key</source>
        <translation>est une clé inconnue</translation>
    </message>
    <message>
        <source>is %1 where a map (key: value) belongs</source>
        <translation>est %1 là où il faut une table (clé: valeur)</translation>
    </message>
    <message>
        <source>is %1 where a list belongs</source>
        <translation>est %1 là où il faut une liste</translation>
    </message>
    <message>
        <source>is %1 where a single value belongs</source>
        <translation>est %1 là où il faut une valeur seule</translation>
    </message>
    <message>
        <source>a map</source>
        <translation>une table</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>une liste</translation>
    </message>
    <message>
        <source>a single value</source>
        <translation>une valeur seule</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vide</translation>
    </message>
    <message>
        <source>Give keys with values, or leave it out.</source>
        <translation>Donnez des clés avec valeurs, ou omettez-le.</translation>
    </message>
    <message>
        <source>a key is not a word</source>
        <translation>une clé n’est pas un mot</translation>
    </message>
    <message>
        <source>Give a plain name before the colon.</source>
        <translation>Donnez un nom simple avant les deux-points.</translation>
    </message>
    <message>
        <source>stands twice</source>
        <translation>figure deux fois</translation>
    </message>
    <message>
        <source>Give [ ... ], or leave it out.</source>
        <translation>Donnez [ ... ], ou omettez-le.</translation>
    </message>
    <message>
        <source>Give one value, or leave it out.</source>
        <translation>Donnez une valeur, ou omettez-le.</translation>
    </message>
    <message>
        <source>${ has no }</source>
        <translation>${ n’a pas de }</translation>
    </message>
    <message>
        <source>Close it: ${NAME}.</source>
        <translation>Fermez-le : ${NAME}.</translation>
    </message>
    <message>
        <source>${%1} is not set</source>
        <translation>${%1} n’est pas défini</translation>
    </message>
    <message>
        <source>Set that environment variable, or write ${NAME:-default}.</source>
        <translation>Définissez cette variable d’environnement, ou écrivez ${NAME:-défaut}.</translation>
    </message>
    <message>
        <source>is an empty list, which would allow nothing</source>
        <translation>est une liste vide, qui n’autoriserait rien</translation>
    </message>
    <message>
        <source>List names; * stands for any text.</source>
        <translation>Énumérez des noms ; * vaut tout texte.</translation>
    </message>
    <message>
        <source>the id %1 stands twice in this namespace</source>
        <translation>l’identifiant %1 figure deux fois dans cet espace de noms</translation>
    </message>
    <message>
        <source>Give each rule an id of its own: decisions name it.</source>
        <translation>Donnez à chaque règle son identifiant : les décisions le nomment.</translation>
    </message>
    <message>
        <source>The policy %1 is empty.</source>
        <translation>La politique %1 est vide.</translation>
    </message>
    <message>
        <source>is empty or too long</source>
        <translation>est vide ou trop long</translation>
    </message>
    <message>
        <source>Give a text of 1 to 300 bytes.</source>
        <translation>Donnez un texte de 1 à 300 octets.</translation>
    </message>
    <message>
        <source>is not a time zone</source>
        <translation>n’est pas un fuseau horaire</translation>
    </message>
    <message>
        <source>Give an IANA name such as Europe/Berlin.</source>
        <translation>Donnez un nom IANA comme Europe/Berlin.</translation>
    </message>
    <message>
        <source>is not a multiplier</source>
        <translation>n’est pas un facteur</translation>
    </message>
    <message>
        <source>Give a number above 0 and up to 1000.</source>
        <translation>Donnez un nombre au-dessus de 0 et jusqu’à 1000.</translation>
    </message>
    <message>
        <source>is not a time of day</source>
        <translation>n’est pas une heure</translation>
    </message>
    <message>
        <source>Give hours and minutes, for example 08:30.</source>
        <translation>Donnez des heures et minutes, par exemple 08:30.</translation>
    </message>
    <message>
        <source>is not a day</source>
        <translation>n’est pas un jour</translation>
    </message>
    <message>
        <source>Give mon, tue, wed, thu, fri, sat or sun.</source>
        <translation>Donnez mon, tue, wed, thu, fri, sat ou sun.</translation>
    </message>
    <message>
        <source>%1 is not a quality</source>
        <translation>%1 n’est pas une qualité</translation>
    </message>
    <message>
        <source>Give low, medium, high or critical.</source>
        <translation>Donnez low, medium, high ou critical.</translation>
    </message>
    <message>
        <source>The webhook does not answer (%1).</source>
        <translation>Le webhook ne répond pas (%1).</translation>
    </message>
    <message>
        <source>The alerts wait and are sent when it does.</source>
        <translation>Les alertes attendent et partiront dès qu’il répondra.</translation>
    </message>
    <message>
        <source>The webhook cannot take alerts now (%1).</source>
        <translation>Le webhook ne peut pas prendre d’alertes pour l’instant (%1).</translation>
    </message>
    <message>
        <source>Sending goes on by itself.</source>
        <translation>L’envoi reprendra de lui-même.</translation>
    </message>
    <message>
        <source>The webhook refuses alerts (%1).</source>
        <translation>Le webhook refuse les alertes (%1).</translation>
    </message>
    <message>
        <source>Make a new address in the chat and set it; what waits is kept for a day.</source>
        <translation>Créez une nouvelle adresse dans la messagerie et indiquez-la ; ce qui attend est gardé un jour.</translation>
    </message>
    <message>
        <source>The webhook&apos;s address is no http or https address.</source>
        <translation>L’adresse du webhook n’est pas une adresse http ou https.</translation>
    </message>
    <message>
        <source>Set the right one.</source>
        <translation>Indiquez la bonne.</translation>
    </message>
    <message>
        <source>No webhook address is set.</source>
        <translation>Aucune adresse de webhook n’est définie.</translation>
    </message>
    <message>
        <source>Set CAPSTAN_WEBHOOK_URL, or keep it with `capstan credential set webhook-url`.</source>
        <translation>Définissez CAPSTAN_WEBHOOK_URL, ou gardez-la avec `capstan credential set webhook-url`.</translation>
    </message>
    <message>
        <source>The keys could not be looked up now.</source>
        <translation>Les clés n’ont pas pu être vérifiées pour l’instant.</translation>
    </message>
    <message>
        <source>Try again in a minute; what is queued is kept.</source>
        <translation>Réessayez dans une minute ; ce qui attend est conservé.</translation>
    </message>
    <message>
        <source>Its owner has to look at the plan there: what is queued is kept.</source>
        <translation>Son propriétaire doit y vérifier l’abonnement : ce qui attend est conservé.</translation>
    </message>
    <message>
        <source>This is an organisation&apos;s key, or one without the right to write.</source>
        <translation>C’est une clé d’organisation, ou sans droit d’écriture.</translation>
    </message>
    <message>
        <source>Make an API key in the project&apos;s own settings.</source>
        <translation>Créez une clé d’API dans les réglages du projet.</translation>
    </message>
    <message>
        <source>The keys are not known there.</source>
        <translation>Les clés n’y sont pas connues.</translation>
    </message>
    <message>
        <source>Langfuse&apos;s regions are apart: the EU is https://cloud.langfuse.com, the US https://us.cloud.langfuse.com, Japan https://jp.cloud.langfuse.com, HIPAA https://hipaa.cloud.langfuse.com.</source>
        <translation>Les régions de Langfuse sont séparées : UE https://cloud.langfuse.com, États-Unis https://us.cloud.langfuse.com, Japon https://jp.cloud.langfuse.com, HIPAA https://hipaa.cloud.langfuse.com.</translation>
    </message>
    <message>
        <source>Give the one where the project was made.</source>
        <translation>Donnez celle où le projet a été créé.</translation>
    </message>
    <message>
        <source>Copy both again from the project&apos;s settings.</source>
        <translation>Recopiez les deux depuis les réglages du projet.</translation>
    </message>
    <message>
        <source>%1 does not answer (%2).</source>
        <translation>%1 ne répond pas (%2).</translation>
    </message>
    <message>
        <source>Check the address and the network; what is queued is kept.</source>
        <translation>Vérifiez l’adresse et le réseau ; ce qui attend est conservé.</translation>
    </message>
    <message>
        <source>%1 answers, but not as Langfuse does (%2).</source>
        <translation>%1 répond, mais pas comme Langfuse (%2).</translation>
    </message>
    <message>
        <source>Give the server&apos;s own address, without a path of its API.</source>
        <translation>Donnez l’adresse du serveur même, sans chemin de son API.</translation>
    </message>
    <message>
        <source>Langfuse %1 is there.</source>
        <translation>Langfuse %1 est là.</translation>
    </message>
    <message>
        <source>Langfuse %1 refuses the keys: %2.</source>
        <translation>Langfuse %1 refuse les clés : %2.</translation>
    </message>
    <message>
        <source>Langfuse %1, project &quot;%2&quot; of %3, by %4.</source>
        <translation>Langfuse %1, projet « %2 » de %3, par %4.</translation>
    </message>
    <message>
        <source>the old ingestion API</source>
        <translation>l’ancienne API d’ingestion</translation>
    </message>
    <message>
        <source>The public key does not begin with pk-lf-: check it, as Langfuse looks at the secret key only.</source>
        <translation>La clé publique ne commence pas par pk-lf- : vérifiez-la, car Langfuse ne regarde que la clé secrète.</translation>
    </message>
    <message>
        <source>An OTLP receiver</source>
        <translation>Un récepteur OTLP</translation>
    </message>
    <message>
        <source>Not tried.</source>
        <translation>Non essayé.</translation>
    </message>
    <message>
        <source>Its API key is not there.</source>
        <translation>Sa clé d’API manque.</translation>
    </message>
    <message>
        <source>Set it.</source>
        <translation>Indiquez-la.</translation>
    </message>
    <message>
        <source>Helicone (which does not tell whose key it is)</source>
        <translation>Helicone (qui ne dit pas à qui est la clé)</translation>
    </message>
    <message>
        <source>%1 at %2.</source>
        <translation>%1 à %2.</translation>
    </message>
    <message>
        <source>%1 answers with %2.</source>
        <translation>%1 répond par %2.</translation>
    </message>
    <message>
        <source>It refuses the credential.</source>
        <translation>Elle refuse l’identifiant.</translation>
    </message>
    <message>
        <source>Give the right one.</source>
        <translation>Donnez le bon.</translation>
    </message>
    <message>
        <source>Check the address: it is the receiver&apos;s base, without /v1/traces.</source>
        <translation>Vérifiez l’adresse : c’est la base du récepteur, sans /v1/traces.</translation>
    </message>
    <message>
        <source>It refuses the data (%1: %2).</source>
        <translation>La destination refuse les données (%1 : %2).</translation>
    </message>
    <message>
        <source>It could not store the call: %1.</source>
        <translation>La destination n’a pas pu enregistrer l’appel : %1.</translation>
    </message>
    <message>
        <source>It does not answer (%1).</source>
        <translation>La destination ne répond pas (%1).</translation>
    </message>
    <message>
        <source>Everything waits and is sent when it does.</source>
        <translation>Tout attend et partira dès qu’elle répondra.</translation>
    </message>
    <message>
        <source>It asks for fewer requests (429).</source>
        <translation>La destination demande moins de requêtes (429).</translation>
    </message>
    <message>
        <source>It has suspended the account (%1).</source>
        <translation>La destination a suspendu le compte (%1).</translation>
    </message>
    <message>
        <source>Look there; what waits is kept.</source>
        <translation>Regardez-y ; ce qui attend est conservé.</translation>
    </message>
    <message>
        <source>It refuses the credential (%1).</source>
        <translation>La destination refuse l’identifiant (%1).</translation>
    </message>
    <message>
        <source>Give the right one; what waits is kept.</source>
        <translation>Donnez le bon ; ce qui attend est conservé.</translation>
    </message>
    <message>
        <source>It knows no such address (%1).</source>
        <translation>La destination ne connaît pas cette adresse (%1).</translation>
    </message>
    <message>
        <source>Check the URL of this destination, and whether the server is recent enough; what waits is kept.</source>
        <translation>Vérifiez l’URL de cette destination et que le serveur est assez récent ; ce qui attend est conservé.</translation>
    </message>
    <message>
        <source>The batch is too large for it (413).</source>
        <translation>Le lot est trop grand pour elle (413).</translation>
    </message>
    <message>
        <source>It has a fault (%1).</source>
        <translation>La destination a une panne (%1).</translation>
    </message>
    <message>
        <source>Sending is tried again.</source>
        <translation>L’envoi sera réessayé.</translation>
    </message>
    <message>
        <source>It answers with %1.</source>
        <translation>La destination répond par %1.</translation>
    </message>
    <message>
        <source>Check its address and its account; what waits is kept.</source>
        <translation>Vérifiez son adresse et son compte ; ce qui attend est conservé.</translation>
    </message>
    <message>
        <source>The public or the secret key is not there.</source>
        <translation>La clé publique ou la clé secrète manque.</translation>
    </message>
    <message>
        <source>Set both.</source>
        <translation>Indiquez les deux.</translation>
    </message>
    <message>
        <source>The two keys are swapped: the public one begins with pk-lf-, the secret one with sk-lf-.</source>
        <translation>Les deux clés sont inversées : la publique commence par pk-lf-, la secrète par sk-lf-.</translation>
    </message>
    <message>
        <source>This does not answer as Langfuse does.</source>
        <translation>Ceci ne répond pas comme Langfuse.</translation>
    </message>
    <message>
        <source>Check the URL: it is the server&apos;s own address, without a path of its API.</source>
        <translation>Vérifiez l’URL : c’est l’adresse du serveur même, sans chemin de son API.</translation>
    </message>
    <message>
        <source>It refuses the credential: %1.</source>
        <translation>La destination refuse l’identifiant : %1.</translation>
    </message>
    <message>
        <source>It did not take everything: %1.</source>
        <translation>La destination n’a pas tout pris : %1.</translation>
    </message>
    <message>
        <source>The file %1 cannot be opened: %2.</source>
        <translation>Le fichier %1 ne peut pas être ouvert : %2.</translation>
    </message>
    <message>
        <source>The file %1 cannot be mended: %2.</source>
        <translation>Le fichier %1 ne peut pas être réparé : %2.</translation>
    </message>
    <message>
        <source>The file %1 is locked by another program: %2.</source>
        <translation>Le fichier %1 est verrouillé par un autre programme : %2.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2.</source>
        <translation>Le fichier %1 ne peut pas être écrit : %2.</translation>
    </message>
    <message>
        <source>Give this user write permission there, and free space.</source>
        <translation>Donnez à cet utilisateur le droit d’y écrire, et de l’espace libre.</translation>
    </message>
    <message>
        <source>DATABASE_URL is not an address that PostgreSQL can use.</source>
        <translation>DATABASE_URL n’est pas une adresse utilisable par PostgreSQL.</translation>
    </message>
    <message>
        <source>Give postgresql://user:password@host:5432/database.</source>
        <translation>Donnez postgresql://user:password@host:5432/database.</translation>
    </message>
    <message>
        <source>PostgreSQL refuses: %1 (%2).</source>
        <translation>PostgreSQL refuse : %1 (%2).</translation>
    </message>
    <message>
        <source>Let the user of DATABASE_URL create the table capstan_call and insert into it.</source>
        <translation>Laissez l’utilisateur de DATABASE_URL créer la table capstan_call et y insérer.</translation>
    </message>
    <message>
        <source>PostgreSQL does not answer.</source>
        <translation>PostgreSQL ne répond pas.</translation>
    </message>
    <message>
        <source>Check the host of DATABASE_URL and the network.</source>
        <translation>Vérifiez l’hôte de DATABASE_URL et le réseau.</translation>
    </message>
    <message>
        <source>PostgreSQL cannot be reached: %1.</source>
        <translation>PostgreSQL est injoignable : %1.</translation>
    </message>
    <message>
        <source>Start the server, or correct DATABASE_URL.</source>
        <translation>Démarrez le serveur, ou corrigez DATABASE_URL.</translation>
    </message>
    <message>
        <source>The address of the PostgreSQL database is not there.</source>
        <translation>L’adresse de la base PostgreSQL manque.</translation>
    </message>
    <message>
        <source>Set DATABASE_URL.</source>
        <translation>Définissez DATABASE_URL.</translation>
    </message>
    <message>
        <source>%1 may not write there.</source>
        <translation>%1 ne peut pas y écrire.</translation>
    </message>
    <message>
        <source>An event of the outbox cannot be read: %1.</source>
        <translation>Un évènement de la boîte d’envoi est illisible : %1.</translation>
    </message>
    <message>
        <source>It is left out; the ledger holds the call.</source>
        <translation>Il est omis ; le registre garde l’appel.</translation>
    </message>
    <message>
        <source>Please report this.</source>
        <translation>Veuillez le signaler.</translation>
    </message>
    <message>
        <source>%1 sent more than %2 bytes of headers</source>
        <translation>%1 a envoyé plus de %2 octets d’en-têtes</translation>
    </message>
    <message>
        <source>%1 sent nothing for %2 ms</source>
        <translation>%1 n’a rien envoyé pendant %2 ms</translation>
    </message>
    <message>
        <source>the answer is larger than 64 MiB</source>
        <translation>la réponse dépasse 64 Mio</translation>
    </message>
    <message>
        <source>The answer is larger than 256 MiB.</source>
        <translation>La réponse dépasse 256 Mio.</translation>
    </message>
    <message>
        <source>An event is larger than 4 MiB.</source>
        <translation>Un évènement dépasse 4 Mio.</translation>
    </message>
    <message>
        <source>The model list was answered with status %1.</source>
        <translation>La liste des modèles a reçu l’état %1.</translation>
    </message>
    <message>
        <source>Failed to connect to %1 port %2 after %3 ms: %4</source>
        <translation>Pas de connexion à %1, port %2, après %3 ms : %4</translation>
    </message>
    <message>
        <source>Couldn&apos;t connect to server</source>
        <translation>Le serveur n’accepte pas de connexion</translation>
    </message>
    <message>
        <source>Could not resolve host: %1</source>
        <translation>Le nom d’hôte %1 est introuvable</translation>
    </message>
    <message>
        <source>Connection timed out after %1 milliseconds</source>
        <translation>Pas de connexion en %1 ms</translation>
    </message>
    <message>
        <source>Connection timeout after %1 ms</source>
        <translation>Pas de connexion en %1 ms</translation>
    </message>
    <message>
        <source>Recv failure: Connection reset by peer</source>
        <translation>L’autre côté a coupé la connexion</translation>
    </message>
    <message>
        <source>Empty reply from server</source>
        <translation>Le serveur a répondu par du vide</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>La connexion a été refusée</translation>
    </message>
    <message>
        <source>Port %1 is taken: another program listens on %2.</source>
        <translation>Le port %1 est pris : un autre programme écoute sur %2.</translation>
    </message>
    <message>
        <source>Stop that program (`ss -ltnp sport = :%1` names it), or choose another port.</source>
        <translation>Arrêtez ce programme (`ss -ltnp sport = :%1` le nomme), ou choisissez un autre port.</translation>
    </message>
    <message>
        <source>Port %1 may not be opened by this user.</source>
        <translation>Cet utilisateur ne peut pas ouvrir le port %1.</translation>
    </message>
    <message>
        <source>Choose a port of 1024 or above.</source>
        <translation>Choisissez un port à partir de 1024.</translation>
    </message>
    <message>
        <source>%1 is not an address of this machine.</source>
        <translation>%1 n’est pas une adresse de cette machine.</translation>
    </message>
    <message>
        <source>Listen on 127.0.0.1, or on 0.0.0.0 for all addresses.</source>
        <translation>Écoutez sur 127.0.0.1, ou sur 0.0.0.0 pour toutes les adresses.</translation>
    </message>
    <message>
        <source>Cannot listen on %1: %2.</source>
        <translation>Impossible d’écouter sur %1 : %2.</translation>
    </message>
    <message>
        <source>Choose another address or port.</source>
        <translation>Choisissez une autre adresse ou un autre port.</translation>
    </message>
    <message>
        <source>There is no valid address to listen on.</source>
        <translation>Il n’y a pas d’adresse valable où écouter.</translation>
    </message>
    <message>
        <source>Give an IPv4 or IPv6 address, for example 127.0.0.1.</source>
        <translation>Donnez une adresse IPv4 ou IPv6, par exemple 127.0.0.1.</translation>
    </message>
    <message>
        <source>The %1 %2 cannot be used: %3.</source>
        <translation>%2 (%1) est inutilisable : %3.</translation>
    </message>
    <message>
        <source>The %1 %2 cannot be used.</source>
        <translation>%2 (%1) est inutilisable.</translation>
    </message>
    <message>
        <source>Give PEM files that this user may read, the key without a pass phrase, under server.tls.</source>
        <translation>Donnez sous server.tls des fichiers PEM lisibles par cet utilisateur, la clé sans phrase secrète.</translation>
    </message>
    <message>
        <source>There is no configuration file to read a policy from.</source>
        <translation>Il n’y a pas de fichier de configuration d’où lire une politique.</translation>
    </message>
    <message>
        <source>Start Capstan with --config FILE.</source>
        <translation>Démarrez Capstan avec --config FICHIER.</translation>
    </message>
    <message>
        <source>That is no name of a secret.</source>
        <translation>Ce n’est pas le nom d’un secret.</translation>
    </message>
    <message>
        <source>capstan credential list shows the names.</source>
        <translation>capstan credential list montre les noms.</translation>
    </message>
    <message>
        <source>That is no usable secret.</source>
        <translation>Ce n’est pas un secret utilisable.</translation>
    </message>
    <message>
        <source>Give one line of text with 1 to 2000 bytes.</source>
        <translation>Donnez une ligne de texte de 1 à 2000 octets.</translation>
    </message>
    <message>
        <source>The secret is kept, but %1 cannot be written.</source>
        <translation>Le secret est conservé, mais %1 ne peut pas être écrit.</translation>
    </message>
    <message>
        <source>Give this user permission to write it, and set it again: the next start would not look for it.</source>
        <translation>Donnez à cet utilisateur le droit de l’écrire, et définissez-le de nouveau : le prochain démarrage ne le chercherait pas.</translation>
    </message>
    <message>
        <source>The settings cannot be kept in %1.</source>
        <translation>Les réglages ne peuvent pas être conservés dans %1.</translation>
    </message>
    <message>
        <source>Give this user permission to write there.</source>
        <translation>Donnez à cet utilisateur le droit d’y écrire.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 est illisible.</translation>
    </message>
    <message>
        <source>Correct it or delete it; it holds what was set in the window.</source>
        <translation>Corrigez-le ou supprimez-le ; il contient ce qui a été réglé dans la fenêtre.</translation>
    </message>
    <message>
        <source>Delete that line or the file.</source>
        <translation>Supprimez cette ligne ou le fichier.</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>pas de réponse</translation>
    </message>
    <message>
        <source>The ledger is behind: its writer waits for the disk.</source>
        <translation>Le registre est en retard : son écriture attend le disque.</translation>
    </message>
    <message>
        <source>Look at the disk that the ledger is on, and ask again.</source>
        <translation>Regardez le disque du registre, et redemandez.</translation>
    </message>
    <message>
        <source>The ledger %1 is damaged: %2.</source>
        <translation>Le registre %1 est endommagé : %2.</translation>
    </message>
    <message>
        <source>Put a backup in its place, or move the file away to start a new ledger.</source>
        <translation>Mettez une sauvegarde à sa place, ou écartez le fichier pour en commencer un nouveau.</translation>
    </message>
    <message>
        <source>The ledger %1 cannot be written: %2.</source>
        <translation>Le registre %1 ne peut pas être écrit : %2.</translation>
    </message>
    <message>
        <source>Free space on that disk; Capstan tries again by itself.</source>
        <translation>Libérez de l’espace sur ce disque ; Capstan réessaie de lui-même.</translation>
    </message>
    <message>
        <source>The ledger %1 cannot be opened for writing: %2.</source>
        <translation>Le registre %1 ne peut pas être ouvert en écriture : %2.</translation>
    </message>
    <message>
        <source>Give this user write permission to the file and its folder.</source>
        <translation>Donnez à cet utilisateur le droit d’écrire dans le fichier et son dossier.</translation>
    </message>
    <message>
        <source>The ledger %1 is locked by another program: %2.</source>
        <translation>Le registre %1 est verrouillé par un autre programme : %2.</translation>
    </message>
    <message>
        <source>Close the program that has the file open; ask Capstan&apos;s own commands instead.</source>
        <translation>Fermez le programme qui a ouvert le fichier ; utilisez plutôt les commandes de Capstan.</translation>
    </message>
    <message>
        <source>The ledger %1 refused a statement: %2.</source>
        <translation>Le registre %1 a refusé une instruction : %2.</translation>
    </message>
    <message>
        <source>Please report this with the message.</source>
        <translation>Veuillez signaler ceci avec le message.</translation>
    </message>
    <message>
        <source>The ledger %1 cannot be opened: %2.</source>
        <translation>Le registre %1 ne peut pas être ouvert : %2.</translation>
    </message>
    <message>
        <source>The ledger %1 cannot be read: %2.</source>
        <translation>Le registre %1 ne peut pas être lu : %2.</translation>
    </message>
    <message>
        <source>Give this user permission to read the file, and to write to its folder.</source>
        <translation>Donnez à cet utilisateur le droit de lire le fichier et d’écrire dans son dossier.</translation>
    </message>
    <message>
        <source>Give this user permission to read and write the file.</source>
        <translation>Donnez à cet utilisateur le droit de lire et d’écrire le fichier.</translation>
    </message>
    <message>
        <source>The ledger %1 has version %2; this Capstan reads version %3.</source>
        <translation>Le registre %1 est de version %2 ; ce Capstan lit la version %3.</translation>
    </message>
    <message>
        <source>Start Capstan once, so that it brings the ledger up to date.</source>
        <translation>Démarrez Capstan une fois, pour qu’il mette le registre à jour.</translation>
    </message>
    <message>
        <source>There is no ledger %1.</source>
        <translation>Le registre %1 n’existe pas.</translation>
    </message>
    <message>
        <source>Start Capstan once, or name its data folder.</source>
        <translation>Démarrez Capstan une fois, ou nommez son dossier de données.</translation>
    </message>
    <message>
        <source>The ledger&apos;s key %1 cannot be read: %2</source>
        <translation>La clé %1 du registre est illisible : %2</translation>
    </message>
    <message>
        <source>The file is damaged; restore it from a backup.</source>
        <translation>Le fichier est endommagé ; restaurez-le d’une sauvegarde.</translation>
    </message>
    <message>
        <source>The folder %1 for the ledger cannot be made.</source>
        <translation>Le dossier %1 du registre ne peut pas être créé.</translation>
    </message>
    <message>
        <source>Choose a data folder that this user may write to.</source>
        <translation>Choisissez un dossier de données où cet utilisateur peut écrire.</translation>
    </message>
    <message>
        <source>The settlement of %1 has a negative amount.</source>
        <translation>Le règlement de %1 a un montant négatif.</translation>
    </message>
    <message>
        <source>The hold of %1 has a negative bound.</source>
        <translation>La réservation de %1 a une borne négative.</translation>
    </message>
    <message>
        <source>The correction of %1 has a negative amount.</source>
        <translation>La correction de %1 a un montant négatif.</translation>
    </message>
    <message>
        <source>It was not written; please report this.</source>
        <translation>Elle n’a pas été écrite ; veuillez le signaler.</translation>
    </message>
    <message>
        <source>The ledger %1 is in use by process %2 (%3).</source>
        <translation>Le registre %1 est utilisé par le processus %2 (%3).</translation>
    </message>
    <message>
        <source>Quit that Capstan, or use another data folder.</source>
        <translation>Quittez cet autre Capstan, ou utilisez un autre dossier de données.</translation>
    </message>
    <message>
        <source>The lock file %1.lock cannot be made.</source>
        <translation>Le fichier de verrou %1.lock ne peut pas être créé.</translation>
    </message>
    <message>
        <source>Give this user write permission to its folder.</source>
        <translation>Donnez à cet utilisateur le droit d’écrire dans son dossier.</translation>
    </message>
    <message>
        <source>Put a backup in its place: capstan restore FILE.</source>
        <translation>Mettez une sauvegarde à sa place : capstan restore FICHIER.</translation>
    </message>
    <message>
        <source>The disk did not take %1</source>
        <translation>Le disque n’a pas pris %1</translation>
    </message>
    <message>
        <source>Check that disk.</source>
        <translation>Vérifiez ce disque.</translation>
    </message>
    <message>
        <source>The file %1 cannot be made</source>
        <translation>Le fichier %1 ne peut pas être créé</translation>
    </message>
    <message>
        <source>Give a folder that this user may write to.</source>
        <translation>Donnez un dossier où cet utilisateur peut écrire.</translation>
    </message>
    <message>
        <source>The copy %1 was not made: %2</source>
        <translation>La copie %1 n’a pas été faite : %2</translation>
    </message>
    <message>
        <source>The file %1 cannot be moved to %2</source>
        <translation>Le fichier %1 ne peut pas être déplacé vers %2</translation>
    </message>
    <message>
        <source>Nothing was replaced.</source>
        <translation>Rien n’a été remplacé.</translation>
    </message>
    <message>
        <source>Give this user write permission to the folder.</source>
        <translation>Donnez à cet utilisateur le droit d’écrire dans le dossier.</translation>
    </message>
    <message>
        <source>The ledger %1 cannot be kept as %2</source>
        <translation>Le registre %1 ne peut pas être conservé sous %2</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 existe déjà.</translation>
    </message>
    <message>
        <source>Give the name of a new file; backups are never overwritten.</source>
        <translation>Donnez le nom d’un nouveau fichier ; une sauvegarde n’est jamais écrasée.</translation>
    </message>
    <message>
        <source>The backup %1 is not sound: %2</source>
        <translation>La sauvegarde %1 n’est pas saine : %2</translation>
    </message>
    <message>
        <source>Choose another backup.</source>
        <translation>Choisissez une autre sauvegarde.</translation>
    </message>
    <message>
        <source>The ledger %1 has version %2; this Capstan knows versions up to %3.</source>
        <translation>Le registre %1 est de version %2 ; ce Capstan connaît les versions jusqu’à %3.</translation>
    </message>
    <message>
        <source>Start the newer Capstan that wrote it, or use another data folder.</source>
        <translation>Démarrez le Capstan plus récent qui l’a écrit, ou utilisez un autre dossier de données.</translation>
    </message>
    <message>
        <source>The file %1 is not a ledger: %2.</source>
        <translation>Le fichier %1 n’est pas un registre : %2.</translation>
    </message>
    <message>
        <source>Move the file away, or use another data folder.</source>
        <translation>Écartez le fichier, ou utilisez un autre dossier de données.</translation>
    </message>
    <message>
        <source>%1 (while bringing it from version %2 to %3)</source>
        <translation>%1 (lors du passage de la version %2 à %3)</translation>
    </message>
    <message>
        <source>it is damaged (%1)</source>
        <translation>il est endommagé (%1)</translation>
    </message>
    <message>
        <source>it does not begin as an SQLite database does</source>
        <translation>il ne commence pas comme une base SQLite</translation>
    </message>
    <message>
        <source>it is a database of another program</source>
        <translation>c’est la base de données d’un autre programme</translation>
    </message>
    <message>
        <source>Budget %1 in the ledger %2 cannot be read: %3</source>
        <translation>Le budget %1 du registre %2 est illisible : %3</translation>
    </message>
    <message>
        <source>%1 of %2, attempt %3</source>
        <translation>%1 de %2, tentative %3</translation>
    </message>
    <message>
        <source>Link %1 of the chain (%2) does not follow from the one before: a link was changed or removed.</source>
        <translation>Le maillon %1 de la chaîne (%2) ne découle pas du précédent : un maillon a été modifié ou retiré.</translation>
    </message>
    <message>
        <source>The table %1 has %2 row(s) that no link names: they were added past Capstan.</source>
        <translation>La table %1 a %2 lignes qu’aucun maillon ne nomme : elles ont été ajoutées hors de Capstan.</translation>
    </message>
    <message>
        <source>There are more differences in the chain.</source>
        <translation>Il y a d’autres différences dans la chaîne.</translation>
    </message>
    <message>
        <source>The %1 is missing.</source>
        <translation>Il manque : %1.</translation>
    </message>
    <message>
        <source>The %1 was changed.</source>
        <translation>A été modifié : %1.</translation>
    </message>
    <message>
        <source>The packed sums of %1 seconds from %2 UTC are not those of their roll-ups.</source>
        <translation>Les sommes compactées de %1 secondes à partir de %2 UTC ne sont pas celles de leurs cumuls.</translation>
    </message>
    <message>
        <source>The roll-up of %1 seconds from %2 UTC for tenant &apos;%3&apos; says %4 nano-dollars in %6 calls, its entries say %5 in %7.</source>
        <translation>Le cumul de %1 secondes à partir de %2 UTC pour le compte « %3 » dit %4 nanodollars en %6 appels, ses écritures disent %5 en %7.</translation>
    </message>
    <message>
        <source>The roll-up of %1 UTC says %2 nano-dollars in %3 calls; its entries, with those that were pruned, say %4 in %5.</source>
        <translation>Le cumul du %1 UTC dit %2 nanodollars en %3 appels ; ses écritures, avec celles qui ont été élaguées, disent %4 en %5.</translation>
    </message>
    <message>
        <source>The roll-ups of the hours of %1 UTC do not add up to that day.</source>
        <translation>Les cumuls des heures du %1 UTC ne totalisent pas ce jour.</translation>
    </message>
    <message>
        <source>The roll-ups of minutes and quarters from %1 UTC do not add up to that hour.</source>
        <translation>Les cumuls des minutes et quarts d’heure à partir de %1 UTC ne totalisent pas cette heure.</translation>
    </message>
    <message>
        <source>The roll-up by tag of %1 seconds from %2 UTC is not what its entries say.</source>
        <translation>Le cumul par étiquette de %1 secondes à partir de %2 UTC n’est pas ce que disent ses écritures.</translation>
    </message>
    <message>
        <source>The roll-ups by tag of the hours of %1 UTC do not add up to that day.</source>
        <translation>Les cumuls par étiquette des heures du %1 UTC ne totalisent pas ce jour.</translation>
    </message>
    <message>
        <source>Reports do not find the roll-ups of %1 seconds from %2 UTC.</source>
        <translation>Les rapports ne trouvent pas les cumuls de %1 secondes à partir de %2 UTC.</translation>
    </message>
    <message>
        <source>The stored total of bucket &apos;%1&apos; (slot %2) has %3 from settlements, the entries say %4.</source>
        <translation>Le total enregistré de « %1 » (tranche %2) a %3 de règlements, les écritures disent %4.</translation>
    </message>
    <message>
        <source>The hold of request %1, attempt %2, should be either open or ended, and is not.</source>
        <translation>La réservation de la requête %1, tentative %2, devrait être ouverte ou terminée, et ne l’est pas.</translation>
    </message>
    <message>
        <source>Request %1, attempt %2, is listed as open but has no hold.</source>
        <translation>La requête %1, tentative %2, figure comme ouverte mais n’a pas de réservation.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Le dossier %1 ne peut pas être créé.</translation>
    </message>
    <message>
        <source>Check who may write there.</source>
        <translation>Vérifiez qui peut y écrire.</translation>
    </message>
    <message>
        <source>The invoice cannot be written to %1.</source>
        <translation>La facture ne peut pas être écrite dans %1.</translation>
    </message>
    <message>
        <source>Name a file in a folder that this user may write to.</source>
        <translation>Nommez un fichier dans un dossier où cet utilisateur peut écrire.</translation>
    </message>
    <message>
        <source>The backup took the ledger&apos;s place.</source>
        <translation>La sauvegarde a pris la place du registre.</translation>
    </message>
    <message>
        <source>The former ledger is kept as %1.</source>
        <translation>L’ancien registre est conservé sous %1.</translation>
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
        <source>is no currency with its rate</source>
        <translation>n’est pas une devise avec son taux</translation>
    </message>
    <message>
        <source>&quot;%1&quot; %2</source>
        <translation>« %1 » %2</translation>
    </message>
    <message>
        <source>%1: its value %2.</source>
        <translation>%1 : la valeur %2.</translation>
    </message>
    <message>
        <source>Write for example &quot;tenant:research&quot;, &quot;tenant:*,model:llama-8b&quot; or &quot;tag:project:*&quot;; known are tenant, agent, user, key, feature, experiment, namespace, team, provider, model, route and tag:&lt;name&gt;; task and session, which are tags, and org, which is a tenant.</source>
        <translation>Écrivez par exemple &quot;tenant:research&quot;, &quot;tenant:*,model:llama-8b&quot; ou &quot;tag:project:*&quot; ; sont connus tenant, agent, user, key, feature, experiment, namespace, team, provider, model, route et tag:&lt;name&gt; ; task et session, qui sont des étiquettes, et org, qui est un compte.</translation>
    </message>
    <message>
        <source>The scope %1 is not one tenant, user, task or the like.</source>
        <translation>La portée %1 n’est pas un seul compte, utilisateur, une seule tâche ou semblable.</translation>
    </message>
    <message>
        <source>%1 cannot be removed: %2.</source>
        <translation>%1 ne peut pas être supprimé : %2.</translation>
    </message>
    <message>
        <source>Remove it before Capstan starts again, or it takes the ledger&apos;s place.</source>
        <translation>Supprimez-le avant le prochain démarrage de Capstan, sinon il prendra la place du registre.</translation>
    </message>
    <message>
        <source>The log is empty.</source>
        <translation>Le journal est vide.</translation>
    </message>
    <message>
        <source>No line of the log can be used.</source>
        <translation>Aucune ligne du journal n’est utilisable.</translation>
    </message>
    <message>
        <source>Give JSON lines that have at least a timestamp and estimated_cost_usd.</source>
        <translation>Donnez des lignes JSON qui ont au moins un timestamp et estimated_cost_usd.</translation>
    </message>
    <message>
        <source>it is no JSON object</source>
        <translation>ce n’est pas un objet JSON</translation>
    </message>
    <message>
        <source>it has no timestamp</source>
        <translation>elle n’a pas de timestamp</translation>
    </message>
    <message>
        <source>its estimated_cost_usd is no amount</source>
        <translation>son estimated_cost_usd n’est pas un montant</translation>
    </message>
    <message>
        <source>it was denied, and cost nothing</source>
        <translation>elle a été refusée et n’a rien coûté</translation>
    </message>
    <message>
        <source>Give the path of a file that this user may read.</source>
        <translation>Donnez le chemin d’un fichier que cet utilisateur peut lire.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 n’est pas lisible : %2.</translation>
    </message>
    <message>
        <source>%1 has more than %2 MB, and is not read.</source>
        <translation>%1 fait plus de %2 Mo et n’est pas lu.</translation>
    </message>
    <message>
        <source>Give the path of another file, or this one in parts.</source>
        <translation>Indiquez le chemin d’un autre fichier, ou celui-ci en plusieurs parties.</translation>
    </message>
    <message>
        <source>The budget %1 comes from BUDGET_DEFAULT_LIMIT, and is put back at the next start.</source>
        <translation>Le budget %1 vient de BUDGET_DEFAULT_LIMIT et sera rétabli au prochain démarrage.</translation>
    </message>
    <message>
        <source>Change BUDGET_DEFAULT_LIMIT and start Capstan again, or set a budget for the one that it is too small for.</source>
        <translation>Modifiez BUDGET_DEFAULT_LIMIT et redémarrez Capstan, ou fixez un budget pour celui à qui il ne suffit pas.</translation>
    </message>
    <message>
        <source>The budget %1 comes from the policy, and is put back at the next start.</source>
        <translation>Le budget %1 vient de la politique et sera rétabli au prochain démarrage.</translation>
    </message>
    <message>
        <source>Change that rule in the policy&apos;s file, and load it again.</source>
        <translation>Modifiez cette règle dans le fichier de la politique et rechargez-le.</translation>
    </message>
    <message>
        <source>is above $5000 per million tokens (was it a price per token?)</source>
        <translation>dépasse 5000&#xa0;$ par million de jetons (était-ce un prix par jeton&#xa0;?)</translation>
    </message>
    <message>
        <source>is below $0.00001 per million tokens (is it a price per token?)</source>
        <translation>est inférieur à 0,00001&#xa0;$ par million de jetons (est-ce un prix par jeton&#xa0;?)</translation>
    </message>
    <message>
        <source>Make room there, or let this user write there.</source>
        <translation>Libérez-y de la place, ou autorisez cet utilisateur à y écrire.</translation>
    </message>
    <message>
        <source>The log was not saved to its end.</source>
        <translation>Le journal n’a pas été enregistré jusqu’à la fin.</translation>
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
    <message>
        <source>The window shows amounts and takes caps in %1. Ledger, exports, invoices and prices of models stay in US dollars.</source>
        <translation>La fenêtre montre les montants et prend les plafonds en %1. Registre, exports, factures et prix des modèles restent en dollars US.</translation>
    </message>
    <message>
        <source>US dollars. For another currency: its code, how many units one dollar is worth, and since when, as EUR, %1, 2026-11-02.</source>
        <translation>Dollars US. Pour une autre devise : son code, combien d’unités vaut un dollar, et depuis quand, comme EUR, %1, 2026-11-02.</translation>
    </message>
    <message>
        <source>%1 keeps the prompt and the answer of every call of every tenant, up to %2 KiB of each.</source>
        <extracomment>%1 is a place that calls are told to; %2 a number</extracomment>
        <translation>%1 conserve l’invite et la réponse de chaque appel de chaque compte, jusqu’à %2 Kio de chacune.</translation>
    </message>
    <message>
        <source>%1 gets the prompt and the answer of every call of every tenant, up to %2 KiB of each.</source>
        <translation>%1 reçoit l’invite et la réponse de chaque appel de chaque compte, jusqu’à %2 Kio de chacune.</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) leave(s) something out.</source>
        <translation>
            <numerusform>%n règle omet quelque chose.</numerusform>
            <numerusform>%n règles omettent quelque chose.</numerusform>
        </translation>
    </message>
    <message>
        <source>never kept</source>
        <translation>jamais conservées</translation>
    </message>
    <message>
        <source>sent to %1</source>
        <translation>envoyées à %1</translation>
    </message>
    <message>
        <source>Relayed byte for byte and forgotten: never logged, never in the ledger, and sent to nobody else. Only capstan.yaml can say otherwise, for one telemetry destination at a time.</source>
        <translation>Relayées octet par octet et oubliées&#xa0;: jamais dans le journal, jamais dans le registre, et envoyées à personne d’autre. Seul capstan.yaml peut en décider autrement, pour une destination de télémétrie à la fois.</translation>
    </message>
    <message>
        <source>Until it has taken them they wait in the data folder; Capstan&apos;s log and the ledger&apos;s entries never have them. capstan.yaml says so, under content.</source>
        <translation>Jusqu’à leur remise, elles attendent dans le dossier de données&#x202f;; le journal de Capstan et les entrées du registre ne les contiennent jamais. capstan.yaml en décide ainsi, sous content.</translation>
    </message>
    <message>
        <source>It is not in force yet; nothing changes for any call.</source>
        <translation>Il n’est pas encore en vigueur&#x202f;; rien ne change pour aucun appel.</translation>
    </message>
    <message>
        <source>Other upstreams serve all of its models.</source>
        <translation>D’autres serveurs amont servent tous ses modèles.</translation>
    </message>
    <message>
        <source>Nobody else serves %1: calls to it will be refused.</source>
        <translation>Personne d’autre ne sert %1&#xa0;: les appels seront refusés.</translation>
    </message>
    <message>
        <source>It has %1 now.</source>
        <extracomment>%1 is &quot;2 running calls&quot;</extracomment>
        <translation>Il a actuellement %1.</translation>
    </message>
    <message>
        <source>It goes on serving until the proxy is started again.</source>
        <translation>Il continue de servir jusqu’au redémarrage du proxy.</translation>
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
</context>
<context>
    <name>SettingsSections</name>
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
        <source>One number</source>
        <translation>Un seul nombre</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Démarrage</translation>
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
    <message>
        <source>This desktop has no tray for Capstan to go on in. Quitting stops the proxy: programs that call it get no answer then.</source>
        <translation>Ce bureau n’a pas de zone de notification où Capstan pourrait continuer. Quitter arrête le proxy&#xa0;: les programmes qui l’appellent ne reçoivent alors plus de réponse.</translation>
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
    <name>StartingSection</name>
    <message>
        <source>Start at login</source>
        <translation>Démarrer à l’ouverture de session</translation>
    </message>
    <message>
        <source>Counts from the moment you log in</source>
        <translation>Compte dès que vous ouvrez la session</translation>
    </message>
    <message>
        <source>Configuration file</source>
        <translation>Fichier de configuration</translation>
    </message>
    <message>
        <source>There is none, and none is needed.</source>
        <translation>Il n’y en a pas, et il n’en faut pas.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>Read the file as it is now; nothing is changed</source>
        <translation>Lit le fichier tel qu’il est ; rien n’est modifié</translation>
    </message>
    <message>
        <source>Start again now</source>
        <translation>Redémarrer maintenant</translation>
    </message>
    <message>
        <source>Running calls are let end first</source>
        <translation>Les appels en cours se terminent d’abord</translation>
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
    <message>
        <source>%1 at %2 per million</source>
        <comment>4,375 tokens, at a price</comment>
        <translation>%1 à %2 par million</translation>
    </message>
    <message>
        <source>for the request itself</source>
        <translation>pour la requête elle-même</translation>
    </message>
    <message>
        <source>for a minute of audio</source>
        <translation>pour une minute d’audio</translation>
    </message>
    <message>
        <source>set in this window</source>
        <translation>défini dans cette fenêtre</translation>
    </message>
    <message>
        <source>answered from the cache</source>
        <translation>réponse tirée du cache</translation>
    </message>
    <message>
        <source>waited for room in a budget</source>
        <translation>attente de place dans un budget</translation>
    </message>
    <message>
        <source>So far, in %1</source>
        <translation>Jusqu’ici, en %1</translation>
    </message>
    <message>
        <source>metered</source>
        <translation>au compteur</translation>
    </message>
    <message>
        <source>held for the rest, at most</source>
        <translation>réservé pour la suite, au plus</translation>
    </message>
    <message>
        <source>so far; it runs</source>
        <translation>jusqu’ici&#x202f;; en cours</translation>
    </message>
    <message>
        <source>waited for room; when it was let in:</source>
        <translation>a attendu de la place&#xa0;; à son admission&#xa0;:</translation>
    </message>
    <message>
        <source>Decision, at %1</source>
        <translation>Décision, à %1</translation>
    </message>
    <message>
        <source>Cut by %1, at %2</source>
        <extracomment>%1 is a budget, %2 the time</extracomment>
        <translation>Coupée par %1, à %2</translation>
    </message>
    <message>
        <source>settled, with this call</source>
        <translation>comptabilisé, avec cet appel</translation>
    </message>
    <message>
        <source>+ held by running calls</source>
        <translation>+ réservé par les appels en cours</translation>
    </message>
    <message>
        <source>past the cap of %1 by</source>
        <translation>au-delà du plafond de %1 de</translation>
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
    <message>
        <source>%1 settled + %2 held of %3</source>
        <translation>%1 comptabilisé + %2 réservé sur %3</translation>
    </message>
    <message>
        <source>nobody has called yet</source>
        <translation>personne n’a encore appelé</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln of its counters begin at zero. The log and all totals stay.</source>
        <translation>
            <numerusform>Son %Ln compteur repart de zéro. Le journal et tous les totaux restent.</numerusform>
            <numerusform>Ses %Ln compteurs repartent tous de zéro. Le journal et tous les totaux restent.</numerusform>
        </translation>
    </message>
    <message>
        <source>put back at the next start</source>
        <translation>rétabli au prochain démarrage</translation>
    </message>
    <message>
        <source>No call is running. From then on every call is refused, until you resume.</source>
        <translation>Aucun appel en cours. Dès lors, chaque appel est refusé jusqu’à la reprise.</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>C’est irréversible.</translation>
    </message>
    <message>
        <source>Calls that are cut do not come back.</source>
        <translation>Les appels coupés ne reviennent pas.</translation>
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
        <source>Count %1 from zero?</source>
        <translation>Compter %1 à partir de zéro&#x202f;?</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Remettre à zéro</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Its other counters, the fullest first</source>
        <translation>Ses autres compteurs, le plus plein d’abord</translation>
    </message>
    <message>
        <source>Show this counter</source>
        <translation>Afficher ce compteur</translation>
    </message>
    <message>
        <source>Change this cap</source>
        <translation>Modifier ce plafond</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
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
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>Cette période</translation>
    </message>
</context>
<context>
    <name>TenantTableTitles</name>
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
    <message>
        <source>Filter budgets</source>
        <translation>Filtrer les budgets</translation>
    </message>
    <message>
        <source>Select a budget to see and change its cap</source>
        <translation>Sélectionnez un budget pour voir et modifier son plafond</translation>
    </message>
</context>
<context>
    <name>TimeFilterChip</name>
    <message>
        <source>from … to …</source>
        <translation>du … au …</translation>
    </message>
    <message>
        <source>Write from when, or until when.</source>
        <translation>Saisissez depuis quand, ou jusqu’à quand.</translation>
    </message>
    <message>
        <source>The end must be after the beginning.</source>
        <translation>La fin doit être après le début.</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>jusqu’au %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>depuis le %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>two times</comment>
        <translation>du %1 au %2</translation>
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
    <name>TypedFilterMenu</name>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
</context>
<context>
    <name>TypedMoment</name>
    <message>
        <source>“%1” is no time.</source>
        <translation>«&#xa0;%1&#xa0;» n’est ni une heure ni une date.</translation>
    </message>
    <message>
        <source>Type a time of day (18:00), a length from now (90m, 2h, 3d) or a day (2026-12-01, or with 18:00).</source>
        <translation>Saisissez une heure (18:00), une durée à partir de maintenant (90m, 2h, 3d) ou un jour (2026-12-01, ou avec 18:00).</translation>
    </message>
    <message>
        <source>“%1” is over.</source>
        <translation>«&#xa0;%1&#xa0;» est passé.</translation>
    </message>
    <message>
        <source>Type a time that is to come.</source>
        <translation>Saisissez un moment à venir.</translation>
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
    <name>UpstreamChange</name>
    <message>
        <source>Upstream %1 added</source>
        <translation>Serveur amont %1 ajouté</translation>
    </message>
    <message>
        <source>Upstream %1 removed</source>
        <translation>Serveur amont %1 supprimé</translation>
    </message>
    <message>
        <source>Upstream %1: %2</source>
        <translation>Serveur amont %1&#xa0;: %2</translation>
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
    <message>
        <source>Remove %1?</source>
        <translation>Supprimer %1&#x202f;?</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Supprimer…</translation>
    </message>
</context>
<context>
    <name>UpstreamFacts</name>
    <message>
        <source>Upstream</source>
        <translation>Serveur amont</translation>
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
    <message>
        <source>Upstreams</source>
        <translation>Serveurs amont</translation>
    </message>
</context>
<context>
    <name>UpstreamLines</name>
    <message>
        <source>Upstreams</source>
        <translation>Serveurs amont</translation>
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
    <message>
        <source>running unknown</source>
        <translation>en cours&#xa0;: inconnu</translation>
    </message>
    <message>
        <source>waiting unknown</source>
        <translation>en attente&#xa0;: inconnu</translation>
    </message>
    <message>
        <source>KV %1</source>
        <extracomment>&quot;KV 38 %&quot;: how full a model server&apos;s cache of keys and values is</extracomment>
        <translation>KV %1</translation>
    </message>
    <message>
        <source>load unknown</source>
        <translation>charge inconnue</translation>
    </message>
    <message>
        <source>load and output unknown</source>
        <translation>charge et débit inconnus</translation>
    </message>
    <message>
        <source>output unknown</source>
        <translation>débit inconnu</translation>
    </message>
    <message>
        <source>%1 of %2 down</source>
        <extracomment>&quot;1 of 3 down&quot;, of the upstreams</extracomment>
        <translation>%1 sur %2 hors service</translation>
    </message>
    <message numerus="yes">
        <source>%Ln upstream(s)</source>
        <translation>
            <numerusform>%Ln serveur amont</numerusform>
            <numerusform>%Ln serveurs amont</numerusform>
        </translation>
    </message>
    <message>
        <source>all up</source>
        <comment>the servers answer</comment>
        <translation>tous actifs</translation>
    </message>
    <message>
        <source>down</source>
        <comment>the server does not answer</comment>
        <translation>hors service</translation>
    </message>
    <message numerus="yes">
        <source>%Ln up</source>
        <comment>the servers answer</comment>
        <extracomment>&quot;3 up&quot;, of the upstreams</extracomment>
        <translation>
            <numerusform>%Ln actif</numerusform>
            <numerusform>%Ln actifs</numerusform>
        </translation>
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
    <name>ZoneFilterChip</name>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
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
