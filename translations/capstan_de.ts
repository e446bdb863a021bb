<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en_US">
<context>
    <name>Activity</name>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>erlaubt</translation>
    </message>
    <message>
        <source>warned</source>
        <translation>gewarnt</translation>
    </message>
    <message>
        <source>downgraded</source>
        <translation>herabgestuft</translation>
    </message>
    <message>
        <source>clamped</source>
        <translation>gekürzt</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>eingereiht</translation>
    </message>
    <message>
        <source>fallback</source>
        <translation>Ersatzmodell</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>client left</source>
        <translation>Client weg</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>recovered</source>
        <translation>wiederhergestellt</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
</context>
<context>
    <name>ActivityLog</name>
    <message>
        <source>Requests, newest first</source>
        <translation>Anfragen, neueste zuerst</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Reading the log…</source>
        <translation>Protokoll wird gelesen…</translation>
    </message>
    <message>
        <source>No request matches these filters.</source>
        <translation>Keine Anfrage passt zu diesen Filtern.</translation>
    </message>
    <message>
        <source>No request yet. The first one shows up here at once.</source>
        <translation>Noch keine Anfrage. Die erste erscheint hier sofort.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>ActivityLogHead</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Tokens in → out</source>
        <translation>Token ein → aus</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
</context>
<context>
    <name>ActivityModel</name>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Cost over</source>
        <translation>Kosten über</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>last 15 minutes</source>
        <translation>letzte 15 Minuten</translation>
    </message>
    <message>
        <source>last hour</source>
        <translation>letzte Stunde</translation>
    </message>
    <message>
        <source>last day</source>
        <translation>letzter Tag</translation>
    </message>
    <message>
        <source>last 7 days</source>
        <translation>letzte 7 Tage</translation>
    </message>
    <message>
        <source>last 30 days</source>
        <translation>letzte 30 Tage</translation>
    </message>
    <message numerus="yes">
        <source>more than %Ln match</source>
        <comment>requests</comment>
        <translation>
            <numerusform>mehr als %Ln passt</numerusform>
            <numerusform>mehr als %Ln passen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln match(es)</source>
        <comment>requests</comment>
        <translation>
            <numerusform>%Ln passt</numerusform>
            <numerusform>%Ln passen</numerusform>
        </translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
</context>
<context>
    <name>ActivityPage</name>
    <message>
        <source>held; new requests wait</source>
        <translation>angehalten; neue Anfragen warten</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>neueste zuerst</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Follow the list</source>
        <translation>Liste fortlaufen lassen</translation>
    </message>
    <message>
        <source>Hold the list</source>
        <translation>Liste anhalten</translation>
    </message>
    <message>
        <source>Save CSV</source>
        <translation>CSV speichern</translation>
    </message>
    <message>
        <source>Save all matching requests for a spreadsheet</source>
        <translation>Alle passenden Anfragen für eine Tabellenkalkulation speichern</translation>
    </message>
    <message>
        <source>Save JSON</source>
        <translation>JSON speichern</translation>
    </message>
    <message>
        <source>Save all matching requests for a program</source>
        <translation>Alle passenden Anfragen für ein Programm speichern</translation>
    </message>
</context>
<context>
    <name>AlertCentre</name>
    <message>
        <source>Muted budgets: %1</source>
        <translation>Stummgeschaltete Budgets: %1</translation>
    </message>
    <message>
        <source>Muted until you unmute</source>
        <translation>Stumm, bis Sie es aufheben</translation>
    </message>
    <message>
        <source>Muted until %1</source>
        <translation>Stumm bis %1</translation>
    </message>
    <message>
        <source>No address is set. Slack, Mattermost, Teams and others give one; it is kept as a secret under Settings, Credentials.</source>
        <translation>Keine Adresse eingetragen. Slack, Mattermost, Teams und andere geben eine; sie wird als Geheimnis unter Einstellungen, Zugangsdaten aufbewahrt.</translation>
    </message>
    <message>
        <source>Ready. Each crossing is told once.</source>
        <translation>Bereit. Jede Überschreitung wird einmal gemeldet.</translation>
    </message>
    <message>
        <source>Alerts sent: %1, the last %2.</source>
        <translation>Gesendete Warnungen: %1, die letzte %2.</translation>
    </message>
    <message>
        <source>The test message was taken.</source>
        <translation>Die Testnachricht wurde angenommen.</translation>
    </message>
</context>
<context>
    <name>AlertHistory</name>
    <message>
        <source>All crossings</source>
        <translation>Alle Überschreitungen</translation>
    </message>
    <message>
        <source>each is told once</source>
        <translation>jede wird einmal gemeldet</translation>
    </message>
    <message>
        <source>All crossings, newest first</source>
        <translation>Alle Überschreitungen, neueste zuerst</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Reading the alerts…</source>
        <translation>Warnungen werden gelesen…</translation>
    </message>
    <message>
        <source>No crossing matches these filters.</source>
        <translation>Keine Überschreitung passt zu diesen Filtern.</translation>
    </message>
    <message>
        <source>No budget has passed a mark yet.</source>
        <translation>Noch kein Budget hat eine Schwelle überschritten.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>Auswahl aufheben</translation>
    </message>
    <message numerus="yes">
        <source>Acknowledge %n</source>
        <comment>alerts that were chosen</comment>
        <translation>
            <numerusform>%n bestätigen</numerusform>
            <numerusform>%n bestätigen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlertHistoryModel</name>
    <message>
        <source>Which</source>
        <translation>Welche</translation>
    </message>
    <message>
        <source>caps reached</source>
        <translation>Limit erreicht</translation>
    </message>
    <message>
        <source>not acknowledged</source>
        <translation>nicht bestätigt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>last day</source>
        <translation>letzter Tag</translation>
    </message>
    <message>
        <source>last 7 days</source>
        <translation>letzte 7 Tage</translation>
    </message>
    <message>
        <source>last 30 days</source>
        <translation>letzte 30 Tage</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>spikes of spending</source>
        <translation>Ausreißer der Ausgaben</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>Wessen</translation>
    </message>
</context>
<context>
    <name>AlertListModel</name>
    <message>
        <source>%1 spent + %2 held of %3</source>
        <translation>%1 ausgegeben + %2 reserviert von %3</translation>
    </message>
</context>
<context>
    <name>AlertRules</name>
    <message>
        <source>There is no budget yet.</source>
        <translation>Es gibt noch kein Budget.</translation>
    </message>
    <message>
        <source>Told when the cap is reached.</source>
        <translation>Meldung, wenn das Limit erreicht ist.</translation>
    </message>
    <message>
        <source>Told at %1, and when the cap is reached.</source>
        <translation>Meldung bei %1 und wenn das Limit erreicht ist.</translation>
    </message>
    <message>
        <source>Write at most ten percentages up to %1, as 50, 80, 95.</source>
        <translation>Geben Sie höchstens zehn Prozentwerte bis %1 ein, etwa 50, 80, 95.</translation>
    </message>
</context>
<context>
    <name>AlertRulesCard</name>
    <message>
        <source>When to tell me</source>
        <translation>Wann ich informiert werde</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Marks, in percent of the limit</source>
        <translation>Schwellen in Prozent des Limits</translation>
    </message>
    <message>
        <source>none: at the cap only</source>
        <translation>keine: nur beim Limit</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>AlertToldCard</name>
    <message>
        <source>On this desktop</source>
        <translation>Auf diesem Desktop</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Crossings, an upstream that goes or comes back, and destinations that need you.</source>
        <translation>Überschreitungen, ein Upstream, der ausfällt oder zurückkommt, und Ziele, die Sie brauchen.</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>set</source>
        <translation>gesetzt</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet…</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>Test senden</translation>
    </message>
</context>
<context>
    <name>Alerts</name>
    <message>
        <source>cap, since deleted</source>
        <translation>Limit, inzwischen gelöscht</translation>
    </message>
    <message>
        <source>total cap</source>
        <translation>Gesamtlimit</translation>
    </message>
    <message>
        <source>cap per %1</source>
        <translation>Limit pro %1</translation>
    </message>
    <message>
        <source>hourly cap</source>
        <translation>Stundenlimit</translation>
    </message>
    <message>
        <source>daily cap</source>
        <translation>Tageslimit</translation>
    </message>
    <message>
        <source>weekly cap</source>
        <translation>Wochenlimit</translation>
    </message>
    <message>
        <source>monthly cap</source>
        <translation>Monatslimit</translation>
    </message>
    <message>
        <source>All tenants reached their %1</source>
        <translation>Alle Mandanten: %1 erreicht</translation>
    </message>
    <message>
        <source>All tenants passed %1 of their %2</source>
        <translation>Alle Mandanten: %1 vom %2 überschritten</translation>
    </message>
    <message>
        <source>%1 reached its %2</source>
        <translation>%1: %2 erreicht</translation>
    </message>
    <message>
        <source>%1 passed %2 of its %3</source>
        <translation>%1: %2 vom %3 überschritten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln Token</numerusform>
            <numerusform>%Ln Token</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln Anfrage</numerusform>
            <numerusform>%Ln Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>each tenant</source>
        <extracomment>%1 is a dimension or a tag&apos;s name: &quot;each agent&quot;</extracomment>
        <translation>jeder Mandant</translation>
    </message>
    <message>
        <source>All tenants</source>
        <translation>Alle Mandanten</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 spent far more than usual</source>
        <translation>%1 gab weit mehr aus als üblich</translation>
    </message>
    <message>
        <source>%1 in the hour from %2, usually %3</source>
        <extracomment>what was spent, when that hour began, what is usual</extracomment>
        <translation>%1 in der Stunde ab %2, üblich sind %3</translation>
    </message>
    <message>
        <source>each %1</source>
        <translation>je %1</translation>
    </message>
    <message>
        <source>%1, %2 in %3</source>
        <extracomment>whose, &quot;daily cap&quot;, &quot;tokens&quot;</extracomment>
        <translation>%1, %2 in %3</translation>
    </message>
</context>
<context>
    <name>AlertsPage</name>
    <message>
        <source>none open</source>
        <translation>keine offen</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n offen</numerusform>
            <numerusform>%n offen</numerusform>
        </translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Mute…</source>
        <translation>Stummschalten…</translation>
    </message>
    <message>
        <source>Acknowledge all</source>
        <translation>Alle bestätigen</translation>
    </message>
    <message>
        <source>When and where</source>
        <translation>Wann und wo</translation>
    </message>
    <message>
        <source>Part of the page</source>
        <translation>Teil der Seite</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>No budget stands above a mark.</source>
        <translation>Kein Budget liegt über einer Schwelle.</translation>
    </message>
    <message>
        <source>Open alerts</source>
        <translation>Offene Warnungen</translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>Light or dark</source>
        <translation>Hell oder dunkel</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Klein</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Groß</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Sehr groß</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Also of numbers, amounts and dates; from the next start on</source>
        <translation>Auch für Zahlen, Beträge und Daten; ab dem nächsten Start</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>With less of it nothing slides or fades, and nothing is lost</source>
        <translation>Mit weniger davon gleitet und blendet nichts, und nichts geht verloren</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
</context>
<context>
    <name>Autostart</name>
    <message>
        <source>%1 cannot be changed.</source>
        <translation>%1 ist nicht änderbar.</translation>
    </message>
    <message>
        <source>Give this user permission to write there.</source>
        <translation>Geben Sie diesem Benutzer dort Schreibrechte.</translation>
    </message>
</context>
<context>
    <name>BarLegend</name>
    <message>
        <source>Settled</source>
        <translation>Abgerechnet</translation>
    </message>
    <message>
        <source>Held for running calls</source>
        <translation>Für laufende Aufrufe reserviert</translation>
    </message>
    <message>
        <source>Soft mark</source>
        <translation>Warnschwelle</translation>
    </message>
    <message>
        <source>Hard cap</source>
        <translation>Hartes Limit</translation>
    </message>
</context>
<context>
    <name>Bars</name>
    <message>
        <source>near</source>
        <comment>its cap</comment>
        <translation>nahe am Limit</translation>
    </message>
    <message>
        <source>cap reached</source>
        <translation>Limit erreicht</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>spent %1</source>
        <translation>ausgegeben %1</translation>
    </message>
    <message>
        <source>held %1</source>
        <extracomment>reserved for calls that run</extracomment>
        <translation>reserviert %1</translation>
    </message>
    <message>
        <source>of %1</source>
        <comment>a cap</comment>
        <translation>von %1</translation>
    </message>
    <message>
        <source>no cap</source>
        <translation>kein Limit</translation>
    </message>
</context>
<context>
    <name>BindingLine</name>
    <message>
        <source>Change this cap</source>
        <translation>Dieses Limit ändern</translation>
    </message>
</context>
<context>
    <name>BudgetForm</name>
    <message>
        <source>“%1” is no mark.</source>
        <translation>„%1“ ist keine Schwelle.</translation>
    </message>
    <message>
        <source>Write per cents of the cap, like 80, 95.</source>
        <translation>Geben Sie Prozent des Limits ein, etwa 80, 95.</translation>
    </message>
    <message>
        <source>everybody</source>
        <extracomment>Several dimensions together, such as a tenant&apos;s calls to one model</extracomment>
        <translation>alle</translation>
    </message>
    <message>
        <source>dollars</source>
        <translation>Dollar</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>total</source>
        <translation>gesamt</translation>
    </message>
    <message>
        <source>refuse</source>
        <translation>ablehnen</translation>
    </message>
    <message>
        <source>wait</source>
        <translation>warten</translation>
    </message>
    <message>
        <source>downgrade</source>
        <translation>herabstufen</translation>
    </message>
    <message>
        <source>“%1” is no number.</source>
        <translation>„%1“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>Write a whole number above 0.</source>
        <translation>Geben Sie eine ganze Zahl über 0 ein.</translation>
    </message>
    <message>
        <source>“%1” is no number of seconds.</source>
        <translation>„%1“ ist keine Anzahl von Sekunden.</translation>
    </message>
    <message>
        <source>Write 1 to 300.</source>
        <translation>Geben Sie 1 bis 300 ein.</translation>
    </message>
    <message>
        <source>No model to downgrade to.</source>
        <translation>Kein Modell zum Herabstufen.</translation>
    </message>
    <message>
        <source>Name the model to use instead.</source>
        <translation>Nennen Sie das Modell, das stattdessen genutzt wird.</translation>
    </message>
    <message>
        <source>All tenants together</source>
        <translation>Alle Mandanten zusammen</translation>
    </message>
    <message>
        <source>Each %1</source>
        <extracomment>%1 is a dimension: &quot;Each tenant&quot;</extracomment>
        <translation>Je %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>tenant research</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>in total</source>
        <translation>insgesamt</translation>
    </message>
    <message>
        <source>per %1</source>
        <comment>hour, day, week or month</comment>
        <translation>pro %1</translation>
    </message>
    <message>
        <source>%1: at most %2 %3.</source>
        <comment>All tenants together: at most $5.00 per day.</comment>
        <translation>%1: höchstens %2 %3.</translation>
    </message>
    <message>
        <source>several</source>
        <translation>mehrere</translation>
    </message>
    <message>
        <source>each of them</source>
        <translation>jeder einzelne</translation>
    </message>
    <message>
        <source>Nothing is named.</source>
        <translation>Es ist nichts genannt.</translation>
    </message>
    <message>
        <source>Name it like %1.</source>
        <translation>Nennen Sie es wie %1.</translation>
    </message>
    <message>
        <source>rolling</source>
        <extracomment>a window that moves on: the last 24 hours at any time</extracomment>
        <translation>gleitend</translation>
    </message>
    <message>
        <source>“%1” is no length of time.</source>
        <translation>„%1“ ist keine Zeitspanne.</translation>
    </message>
    <message>
        <source>Write minutes, hours or days, like 90m, 24h or 7d, at most 366d.</source>
        <translation>Geben Sie Minuten, Stunden oder Tage ein, etwa 90m, 24h oder 7d, höchstens 366d.</translation>
    </message>
    <message>
        <source>in any %1</source>
        <comment>24 h</comment>
        <translation>gleitend je %1</translation>
    </message>
    <message>
        <source>What no longer fits goes to %1.</source>
        <comment>a model</comment>
        <translation>Was nicht mehr passt, geht an %1.</translation>
    </message>
    <message>
        <source>From %1 on, calls go to %2.</source>
        <comment>80 %, llama-8b</comment>
        <translation>Ab %1 gehen Aufrufe an %2.</translation>
    </message>
    <message>
        <source>It counts at once all that the log has of these calls.</source>
        <translation>Zählt sofort alles mit, was das Protokoll zu diesen Aufrufen enthält.</translation>
    </message>
    <message>
        <source>It counts at once what the log has of these calls in the last %1.</source>
        <comment>24 h</comment>
        <translation>Zählt sofort mit, was das Protokoll zu diesen Aufrufen aus den letzten %1 enthält.</translation>
    </message>
    <message>
        <source>It counts at once what the log has of these calls since %1.</source>
        <comment>today 00:00</comment>
        <translation>Zählt sofort mit, was das Protokoll zu diesen Aufrufen seit %1 enthält.</translation>
    </message>
    <message>
        <source>What it has counted so far is put aside.</source>
        <translation>Was es bisher gezählt hat, wird beiseitegelegt.</translation>
    </message>
    <message>
        <source>Running calls that do not fit then are cut.</source>
        <translation>Laufende Aufrufe, die dann nicht mehr passen, werden abgebrochen.</translation>
    </message>
    <message>
        <source>What its counters have counted stays.</source>
        <translation>Was seine Zähler gezählt haben, bleibt.</translation>
    </message>
    <message>
        <source>What it has counted stays: %1.</source>
        <translation>Was es gezählt hat, bleibt: %1.</translation>
    </message>
    <message>
        <source>It refuses nothing any more.</source>
        <translation>Es lehnt nichts mehr ab.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt…</translation>
    </message>
    <message>
        <source>Change it unseen</source>
        <translation>Ungeprüft ändern</translation>
    </message>
    <message>
        <source>Set it unseen</source>
        <translation>Ungeprüft festlegen</translation>
    </message>
    <message>
        <source>Change this budget</source>
        <translation>Budget ändern</translation>
    </message>
    <message>
        <source>Set this budget</source>
        <translation>Budget festlegen</translation>
    </message>
    <message>
        <source>Say how much first</source>
        <translation>Geben Sie zuerst an, wie viel</translation>
    </message>
    <message>
        <source>Nothing is changed yet</source>
        <translation>Noch ist nichts geändert</translation>
    </message>
    <message>
        <source>Waits until it is counted what this would have refused</source>
        <translation>Wartet, bis gezählt ist, was dies abgelehnt hätte</translation>
    </message>
    <message>
        <source>Without knowing what this would have refused</source>
        <translation>Ohne zu wissen, was dies abgelehnt hätte</translation>
    </message>
    <message>
        <source>There is a budget with the id %1 already.</source>
        <translation>Ein Budget mit der Kennung %1 gibt es schon.</translation>
    </message>
    <message>
        <source>Give another id, or change that budget.</source>
        <translation>Geben Sie eine andere Kennung an, oder ändern Sie jenes Budget.</translation>
    </message>
</context>
<context>
    <name>BudgetFormCard</name>
    <message>
        <source>New budget</source>
        <translation>Neues Budget</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Für wen</translation>
    </message>
    <message>
        <source>Name of that one</source>
        <translation>Name davon</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>Wie viel</translation>
    </message>
    <message>
        <source>100,000</source>
        <translation>100.000</translation>
    </message>
    <message>
        <source>Counted in</source>
        <translation>Gezählt in</translation>
    </message>
    <message>
        <source>Warn at, %</source>
        <translation>Warnen bei, %</translation>
    </message>
    <message>
        <source>Soft marks in per cent of the cap</source>
        <translation>Warnschwellen in Prozent des Limits</translation>
    </message>
    <message>
        <source>no warning</source>
        <translation>keine Warnung</translation>
    </message>
    <message>
        <source>At the cap</source>
        <translation>Beim Limit</translation>
    </message>
    <message>
        <source>At most, s</source>
        <translation>Höchstens, s</translation>
    </message>
    <message>
        <source>Use instead</source>
        <translation>Stattdessen</translation>
    </message>
    <message>
        <source>Longest wait in seconds</source>
        <translation>Längste Wartezeit in Sekunden</translation>
    </message>
    <message>
        <source>Model to use instead</source>
        <translation>Modell, das stattdessen genutzt wird</translation>
    </message>
    <message>
        <source>a cheaper model</source>
        <translation>ein günstigeres Modell</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>enforce</source>
        <translation>durchsetzen</translation>
    </message>
    <message>
        <source>only count</source>
        <translation>nur zählen</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Nichts ändern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the budget</source>
        <translation>Name des Budgets</translation>
    </message>
    <message>
        <source>for people; may be empty</source>
        <translation>für Menschen; darf leer sein</translation>
    </message>
    <message>
        <source>Change a budget</source>
        <translation>Budget ändern</translation>
    </message>
    <message>
        <source>Fewer options</source>
        <translation>Weniger Optionen</translation>
    </message>
    <message>
        <source>More options…</source>
        <translation>Weitere Optionen…</translation>
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
        <translation>noch keine Aufrufe</translation>
    </message>
    <message numerus="yes">
        <source>fullest of %Ln: %1</source>
        <translation>
            <numerusform>vollster von %Ln: %1</numerusform>
            <numerusform>vollster von %Ln: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>audit only</source>
        <translation>nur beobachten</translation>
    </message>
</context>
<context>
    <name>BudgetOptionFields</name>
    <message>
        <source>Cap at, %</source>
        <translation>Limit bei, %</translation>
    </message>
    <message>
        <source>Where the cap stands, in per cent of the amount</source>
        <translation>Wo das Limit liegt, in Prozent des Budgets</translation>
    </message>
    <message>
        <source>Long answers</source>
        <translation>Lange Antworten</translation>
    </message>
    <message>
        <source>shorten</source>
        <translation>kürzen</translation>
    </message>
    <message>
        <source>do not run</source>
        <translation>nicht ausführen</translation>
    </message>
    <message>
        <source>Calls that may cost more than is left</source>
        <translation>Aufrufe, die mehr kosten können, als übrig ist</translation>
    </message>
    <message>
        <source>Own budgets</source>
        <translation>Eigene Budgets</translation>
    </message>
    <message>
        <source>bind as well</source>
        <translation>gelten auch</translation>
    </message>
    <message>
        <source>go before</source>
        <translation>gehen vor</translation>
    </message>
    <message>
        <source>Budgets of one by name</source>
        <translation>Namentliche Budgets</translation>
    </message>
    <message>
        <source>Without tools</source>
        <translation>Ohne Werkzeuge</translation>
    </message>
    <message>
        <source>Tools that are taken away from the first warning on</source>
        <translation>Werkzeuge, die ab der ersten Warnung entfallen</translation>
    </message>
    <message>
        <source>web_search, code</source>
        <translation>web_search, code</translation>
    </message>
    <message>
        <source>Cheaper models</source>
        <translation>Günstigere Modelle</translation>
    </message>
    <message>
        <source>Name one</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Models that are asked for</source>
        <translation>Angefragte Modelle</translation>
    </message>
    <message>
        <source>models, or *</source>
        <translation>Modelle oder *</translation>
    </message>
    <message>
        <source>go to</source>
        <extracomment>between two models: calls to the first go to the second</extracomment>
        <translation>gehen an</translation>
    </message>
    <message>
        <source>Model to use instead</source>
        <translation>Modell, das stattdessen genutzt wird</translation>
    </message>
    <message>
        <source>a cheaper model</source>
        <translation>ein günstigeres Modell</translation>
    </message>
    <message>
        <source>Leave this model as it is</source>
        <translation>Dieses Modell lassen, wie es ist</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Id of the budget</source>
        <translation>Kennung des Budgets</translation>
    </message>
    <message>
        <source>Commands and the API call the budget so, for good.</source>
        <translation>So nennen Befehle und die API das Budget, auf Dauer.</translation>
    </message>
    <message>
        <source>Commands and the API call the budget so.</source>
        <translation>So nennen Befehle und die API das Budget.</translation>
    </message>
</context>
<context>
    <name>BudgetOptions</name>
    <message>
        <source>Nothing comes of it: it begins with the first warning, and none is set.</source>
        <translation>Ohne Wirkung: Es beginnt mit der ersten Warnung, und keine ist gesetzt.</translation>
    </message>
    <message>
        <source>“%1” is no share of the amount.</source>
        <translation>„%1“ ist kein Anteil des Budgets.</translation>
    </message>
    <message>
        <source>Write per cents, like 100 or 90.</source>
        <translation>Geben Sie Prozent ein, etwa 100 oder 90.</translation>
    </message>
    <message>
        <source>The whole amount may be spent.</source>
        <translation>Das ganze Budget darf ausgegeben werden.</translation>
    </message>
    <message>
        <source>The cap stands at %1; the rest of %2 is never spent.</source>
        <translation>Das Limit liegt bei %1; der Rest von %2 wird nie ausgegeben.</translation>
    </message>
    <message>
        <source>Calls keep the model that they ask for.</source>
        <translation>Aufrufe behalten das angefragte Modell.</translation>
    </message>
    <message>
        <source>From %1 of the amount on, the cheaper model answers.</source>
        <translation>Ab %1 des Budgets antwortet das günstigere Modell.</translation>
    </message>
    <message>
        <source>What no longer fits is answered by the cheaper model.</source>
        <translation>Was nicht mehr passt, beantwortet das günstigere Modell.</translation>
    </message>
    <message>
        <source>Calls may use all their tools.</source>
        <translation>Aufrufe dürfen alle ihre Werkzeuge nutzen.</translation>
    </message>
    <message>
        <source>From %1 of the amount on, the model is not offered these tools.</source>
        <translation>Ab %1 des Budgets werden dem Modell diese Werkzeuge nicht angeboten.</translation>
    </message>
    <message>
        <source>A call that may cost more than is left gets a shorter answer.</source>
        <translation>Ein Aufruf, der mehr kosten kann, als übrig ist, erhält eine kürzere Antwort.</translation>
    </message>
    <message>
        <source>A call that may cost more than is left is not run.</source>
        <translation>Ein Aufruf, der mehr kosten kann, als übrig ist, wird nicht ausgeführt.</translation>
    </message>
    <message>
        <source>Who has a budget by name is bound by that one alone.</source>
        <translation>Wer ein namentliches Budget hat, für den gilt nur dieses.</translation>
    </message>
    <message>
        <source>Who has a budget by name is bound by both.</source>
        <translation>Wer ein namentliches Budget hat, für den gelten beide.</translation>
    </message>
</context>
<context>
    <name>BudgetPast</name>
    <message>
        <source>%1: counting…</source>
        <comment>Last 7 days</comment>
        <translation>%1: wird gezählt…</translation>
    </message>
    <message>
        <source>%1: still counting; the ledger is long.</source>
        <translation>%1: wird noch gezählt; das Hauptbuch ist lang.</translation>
    </message>
    <message>
        <source>%1: would have refused %2 of all calls</source>
        <translation>%1: hätte von allen Aufrufen %2 abgelehnt</translation>
    </message>
    <message numerus="yes">
        <source>%1: matches more than %Ln call(s), would have refused %2</source>
        <translation>
            <numerusform>%1: passt auf mehr als %Ln Aufruf, hätte %2 abgelehnt</numerusform>
            <numerusform>%1: passt auf mehr als %Ln Aufrufe, hätte %2 abgelehnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: matches %Ln call(s), would have refused %2</source>
        <extracomment>%1 is &quot;Last 7 days&quot;, %2 the calls refused</extracomment>
        <translation>
            <numerusform>%1: passt auf %Ln Aufruf, hätte %2 abgelehnt</numerusform>
            <numerusform>%1: passt auf %Ln Aufrufe, hätte %2 abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 refused</source>
        <translation>%1: %2 abgelehnt</translation>
    </message>
    <message>
        <source>What it would have refused cannot be told: %1</source>
        <translation>Was es abgelehnt hätte, lässt sich nicht sagen: %1</translation>
    </message>
</context>
<context>
    <name>BudgetTable</name>
    <message>
        <source>All budgets</source>
        <translation>Alle Budgets</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>New budget</source>
        <translation>Neues Budget</translation>
    </message>
    <message>
        <source>No budget matches “%1”</source>
        <translation>Kein Budget passt zu „%1“</translation>
    </message>
    <message>
        <source>No budget yet, so nothing is refused. A budget caps what a tenant, an agent, a model or everybody may spend.</source>
        <translation>Noch kein Budget, also wird nichts abgelehnt. Ein Budget begrenzt, was ein Mandant, ein Agent, ein Modell oder alle ausgeben dürfen.</translation>
    </message>
</context>
<context>
    <name>BudgetWindowFields</name>
    <message>
        <source>Per</source>
        <translation>Pro</translation>
    </message>
    <message>
        <source>Per what</source>
        <translation>Pro was</translation>
    </message>
    <message>
        <source>Length of the rolling window</source>
        <translation>Länge des gleitenden Zeitraums</translation>
    </message>
    <message>
        <source>90m, 24h, 7d</source>
        <translation>90m, 24h, 7d</translation>
    </message>
    <message>
        <source>from</source>
        <translation>ab</translation>
    </message>
    <message>
        <source>First day of the week</source>
        <translation>Erster Tag der Woche</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Time zone of the window</source>
        <translation>Zeitzone des Zeitraums</translation>
    </message>
</context>
<context>
    <name>BurnCard</name>
    <message>
        <source>Total burn, all tenants, %1</source>
        <translation>Gesamtverbrauch, alle Mandanten, %1</translation>
    </message>
    <message>
        <source>total burn, all tenants</source>
        <translation>Gesamtverbrauch, alle Mandanten</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>5 min</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>How far back</source>
        <translation>Wie weit zurück</translation>
    </message>
    <message>
        <source>Tenants</source>
        <translation>Mandanten</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Stacked by</source>
        <translation>Gestapelt nach</translation>
    </message>
    <message>
        <source>Burn over time, now %1</source>
        <translation>Verbrauch im Zeitverlauf, jetzt %1</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>Um %1</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Burn at %1: %2</source>
        <translation>Verbrauch um %1: %2</translation>
    </message>
</context>
<context>
    <name>BurnHistory</name>
    <message>
        <source>others</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>5 min ago</source>
        <translation>vor 5 min</translation>
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
        <translation>jetzt</translation>
    </message>
    <message>
        <source>all tenants</source>
        <translation>alle Mandanten</translation>
    </message>
    <message>
        <source>%1 at its cap</source>
        <translation>%1 am Limit</translation>
    </message>
    <message>
        <source>%1/h</source>
        <comment>currency per hour</comment>
        <translation>%1/h</translation>
    </message>
    <message>
        <source>No pace yet</source>
        <translation>Noch kein Tempo</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Nothing was spent in that time</source>
        <translation>In dieser Zeit wurde nichts ausgegeben</translation>
    </message>
</context>
<context>
    <name>BurnMarks</name>
    <message>
        <source>all paused</source>
        <translation>alle pausiert</translation>
    </message>
    <message>
        <source>all resumed</source>
        <translation>alle fortgesetzt</translation>
    </message>
    <message>
        <source>%1 paused</source>
        <translation>%1 pausiert</translation>
    </message>
    <message>
        <source>%1 resumed</source>
        <translation>%1 fortgesetzt</translation>
    </message>
    <message>
        <source>%1 down</source>
        <translation>%1 nicht erreichbar</translation>
    </message>
    <message>
        <source>%1 up again</source>
        <translation>%1 wieder erreichbar</translation>
    </message>
</context>
<context>
    <name>CallRevenues</name>
    <message>
        <source>“%1” is no amount.</source>
        <translation>„%1“ ist kein Betrag.</translation>
    </message>
    <message>
        <source>Write dollars, for example %1.</source>
        <translation>Geben Sie Dollar ein, zum Beispiel %1.</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>An amount stands beside no feature.</source>
        <translation>Neben einem Betrag steht keine Funktion.</translation>
    </message>
    <message>
        <source>Name the feature.</source>
        <translation>Nennen Sie die Funktion.</translation>
    </message>
    <message>
        <source>“%1” stands there twice.</source>
        <translation>„%1“ steht zweimal da.</translation>
    </message>
    <message>
        <source>Take one of the lines away.</source>
        <translation>Entfernen Sie eine der Zeilen.</translation>
    </message>
    <message>
        <source>Revenue per feature…</source>
        <translation>Erlös je Funktion…</translation>
    </message>
    <message numerus="yes">
        <source>Revenue of %Ln feature(s)…</source>
        <translation>
            <numerusform>Erlös von %Ln Funktion…</numerusform>
            <numerusform>Erlös von %Ln Funktionen…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CapAmount</name>
    <message>
        <source>“%1” is not an amount.</source>
        <translation>„%1“ ist kein Betrag.</translation>
    </message>
    <message>
        <source>Type %1, or a change such as +2 or −10%.</source>
        <translation>Geben Sie %1 ein oder eine Änderung wie +2 oder −10%.</translation>
    </message>
    <message>
        <source>A cap is at least %1.</source>
        <translation>Ein Limit beträgt mindestens %1.</translation>
    </message>
    <message>
        <source>Pause the tenant to stop its calls.</source>
        <translation>Pausieren Sie den Mandanten, um seine Aufrufe anzuhalten.</translation>
    </message>
    <message>
        <source>A cap is at most %1.</source>
        <translation>Ein Limit beträgt höchstens %1.</translation>
    </message>
    <message>
        <source>Type a smaller amount.</source>
        <translation>Geben Sie einen kleineren Betrag ein.</translation>
    </message>
    <message>
        <source>“%1” is no whole number.</source>
        <translation>„%1“ ist keine ganze Zahl.</translation>
    </message>
    <message>
        <source>Type %1, or a change such as +500 or −10%.</source>
        <translation>Geben Sie %1 ein oder eine Änderung wie +500 oder −10%.</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>Anfragen</translation>
    </message>
</context>
<context>
    <name>CapChange</name>
    <message>
        <source>%1: told at the cap only</source>
        <translation>%1: Meldung nur beim Limit</translation>
    </message>
    <message>
        <source>%1: told at %2</source>
        <translation>%1: Meldung bei %2</translation>
    </message>
    <message>
        <source>%1: %2 until %3</source>
        <comment>research: +$20.00 until 21 Nov 18:00</comment>
        <translation>%1: %2 bis %3</translation>
    </message>
    <message>
        <source>%1: raise ended</source>
        <translation>%1: Erhöhung beendet</translation>
    </message>
    <message>
        <source>%1: cap %2 → %3</source>
        <translation>%1: Limit %2 → %3</translation>
    </message>
    <message>
        <source>%1: cap of %2 set</source>
        <translation>%1: Limit von %2 gesetzt</translation>
    </message>
    <message>
        <source>%1: cap of %2 removed</source>
        <translation>%1: Limit von %2 entfernt</translation>
    </message>
    <message>
        <source>%1: budget changed</source>
        <translation>%1: Budget geändert</translation>
    </message>
</context>
<context>
    <name>CapEditor</name>
    <message>
        <source>being set…</source>
        <translation>wird gesetzt…</translation>
    </message>
    <message>
        <source>no cap yet</source>
        <translation>noch kein Limit</translation>
    </message>
    <message>
        <source>from %1, being set…</source>
        <translation>bisher %1, wird gesetzt…</translation>
    </message>
    <message>
        <source>from %1</source>
        <comment>the cap before</comment>
        <translation>bisher %1</translation>
    </message>
    <message>
        <source>below %1 running calls are cut</source>
        <translation>unter %1 werden laufende Aufrufe abgebrochen</translation>
    </message>
    <message numerus="yes">
        <source>Cut %Ln running call(s)?</source>
        <translation>
            <numerusform>%Ln laufenden Aufruf abbrechen?</numerusform>
            <numerusform>%Ln laufende Aufrufe abbrechen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Lower to %1</source>
        <translation>Auf %1 senken</translation>
    </message>
    <message>
        <source>Cut running calls?</source>
        <translation>Laufende Aufrufe abbrechen?</translation>
    </message>
</context>
<context>
    <name>CapEditorView</name>
    <message>
        <source>They end with what they have; what they were metered is charged.</source>
        <translation>Sie enden mit dem, was sie haben; was gezählt wurde, wird berechnet.</translation>
    </message>
    <message>
        <source>Lower and cut</source>
        <translation>Senken und abbrechen</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Zurücksetzen</translation>
    </message>
</context>
<context>
    <name>CapField</name>
    <message>
        <source>Cap</source>
        <translation>Limit</translation>
    </message>
</context>
<context>
    <name>CapPast</name>
    <message>
        <source>What it would have refused cannot be told: %1</source>
        <translation>Was es abgelehnt hätte, lässt sich nicht sagen: %1</translation>
    </message>
    <message>
        <source>%1: counting…</source>
        <comment>Last 7 days</comment>
        <translation>%1: wird gezählt…</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of more than %Ln call(s) would have been refused</source>
        <translation>
            <numerusform>%1: %2 von mehr als %Ln Aufruf wäre abgelehnt worden</numerusform>
            <numerusform>%1: %2 von mehr als %Ln Aufrufen wären abgelehnt worden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of %Ln call(s) would have been refused</source>
        <extracomment>%1 is &quot;Last 7 days&quot;, %2 the calls refused</extracomment>
        <translation>
            <numerusform>%1: %2 von %Ln Aufruf wäre abgelehnt worden</numerusform>
            <numerusform>%1: %2 von %Ln Aufrufen wären abgelehnt worden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CapRaise</name>
    <message>
        <source>That is more than any cap may be.</source>
        <translation>Das ist mehr, als ein Limit sein darf.</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>tonight</source>
        <translation>heute Nacht</translation>
    </message>
    <message>
        <source>tomorrow night</source>
        <translation>morgen Nacht</translation>
    </message>
    <message>
        <source>Sunday night</source>
        <translation>Sonntagnacht</translation>
    </message>
    <message>
        <source>Cap %1 until %2, then %3 again</source>
        <translation>Limit %1 bis %2, danach wieder %3</translation>
    </message>
    <message>
        <source>another time</source>
        <translation>anderer Zeitpunkt</translation>
    </message>
</context>
<context>
    <name>CapTrack</name>
    <message>
        <source>Cap, %1</source>
        <translation>Limit, %1</translation>
    </message>
</context>
<context>
    <name>ChoiceMenu</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Nothing to choose from</source>
        <translation>Nichts zur Auswahl</translation>
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
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>What to write in your program</source>
        <translation>Was in Ihr Programm gehört</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>ConfigurationCheck</name>
    <message>
        <source>Listening</source>
        <translation>Erreichbarkeit</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Order of the providers</source>
        <translation>Reihenfolge der Anbieter</translation>
    </message>
    <message>
        <source>Provider %1</source>
        <translation>Anbieter %1</translation>
    </message>
    <message>
        <source>Model %1</source>
        <translation>Modell %1</translation>
    </message>
    <message>
        <source>Route %1</source>
        <translation>Route %1</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>Weiterleitung</translation>
    </message>
    <message>
        <source>Rate limits</source>
        <translation>Mengenbegrenzungen</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>Keeping data</source>
        <translation>Aufbewahrung</translation>
    </message>
    <message>
        <source>Telemetry to %1</source>
        <translation>Telemetrie an %1</translation>
    </message>
    <message>
        <source>Telemetry</source>
        <translation>Telemetrie</translation>
    </message>
    <message>
        <source>Cost of own hardware</source>
        <translation>Kosten eigener Hardware</translation>
    </message>
    <message>
        <source>Default budget</source>
        <translation>Standardbudget</translation>
    </message>
    <message>
        <source>Other settings</source>
        <translation>Andere Einstellungen</translation>
    </message>
    <message>
        <source>%1: new</source>
        <translation>%1: neu</translation>
    </message>
    <message>
        <source>%1: gone</source>
        <translation>%1: entfällt</translation>
    </message>
    <message>
        <source>%1: different</source>
        <translation>%1: anders</translation>
    </message>
    <message>
        <source>With this a start would fail. %1 Until then all stays as it is.</source>
        <translation>Damit würde ein Start scheitern. %1 Bis dahin bleibt alles, wie es ist.</translation>
    </message>
    <message>
        <source>It can be read. Different from the next start:</source>
        <translation>Sie lässt sich lesen. Ab dem nächsten Start ist anders:</translation>
    </message>
    <message>
        <source>It can be read, and is in force as it stands.</source>
        <translation>Sie lässt sich lesen und gilt so, wie sie ist.</translation>
    </message>
</context>
<context>
    <name>ConnectionLine</name>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>It is being tried</source>
        <translation>Wird gerade getestet</translation>
    </message>
    <message>
        <source>Try %1 now</source>
        <translation>%1 jetzt testen</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Change the address of %1</source>
        <translation>Adresse von %1 ändern</translation>
    </message>
    <message>
        <source>The configuration file, the environment or the command line says its address</source>
        <translation>Die Konfigurationsdatei, die Umgebung oder die Befehlszeile gibt die Adresse vor</translation>
    </message>
</context>
<context>
    <name>ConnectionList</name>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n Modell</numerusform>
            <numerusform>%n Modelle</numerusform>
        </translation>
    </message>
    <message>
        <source>answers in %1</source>
        <translation>antwortet in %1</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>key refused</source>
        <translation>Schlüssel abgelehnt</translation>
    </message>
    <message>
        <source>no model server</source>
        <translation>kein Modellserver</translation>
    </message>
    <message>
        <source>no model is loaded</source>
        <translation>kein Modell geladen</translation>
    </message>
    <message>
        <source>%1. Check the address, and that the server runs.</source>
        <translation>%1. Prüfen Sie die Adresse und ob der Server läuft.</translation>
    </message>
    <message>
        <source>%1: the key was refused, or there is none. Set it under Credentials.</source>
        <translation>%1: Der Schlüssel wurde abgelehnt oder fehlt. Setzen Sie ihn unter Zugangsdaten.</translation>
    </message>
    <message>
        <source>%1 for /v1/models. Give the server&apos;s own address, as http://localhost:8000.</source>
        <translation>%1 für /v1/models. Geben Sie die Adresse des Servers selbst an, etwa http://localhost:8000.</translation>
    </message>
    <message>
        <source>up</source>
        <translation>erreichbar</translation>
    </message>
    <message>
        <source>down</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>trying…</source>
        <translation>wird getestet…</translation>
    </message>
    <message>
        <source>works</source>
        <translation>funktioniert</translation>
    </message>
    <message>
        <source>does not work</source>
        <translation>funktioniert nicht</translation>
    </message>
    <message>
        <source>prefix hits %1</source>
        <translation>Präfixtreffer %1</translation>
    </message>
    <message>
        <source>first token %1</source>
        <translation>erstes Token %1</translation>
    </message>
    <message>
        <source>needs you</source>
        <translation>braucht Sie</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 wartend</translation>
    </message>
    <message>
        <source>up to date</source>
        <translation>aktuell</translation>
    </message>
    <message>
        <source>sent %1</source>
        <translation>gesendet: %1</translation>
    </message>
    <message>
        <source>refused %1</source>
        <translation>abgelehnt: %1</translation>
    </message>
    <message>
        <source>given up %1</source>
        <translation>aufgegeben: %1</translation>
    </message>
    <message>
        <source>after the restart</source>
        <translation>nach dem Neustart</translation>
    </message>
</context>
<context>
    <name>ConsequencePanel</name>
    <message>
        <source>Set cap</source>
        <translation>Limit setzen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Ctrl Z undoes it afterwards</source>
        <translation>Strg Z macht es danach rückgängig</translation>
    </message>
</context>
<context>
    <name>Consequences</name>
    <message>
        <source>No call is running</source>
        <translation>Kein Aufruf läuft</translation>
    </message>
    <message numerus="yes">
        <source>No running call is cut; the %Ln in flight still fit(s)</source>
        <translation>
            <numerusform>Kein laufender Aufruf wird abgebrochen; der %Ln laufende passt noch</numerusform>
            <numerusform>Kein laufender Aufruf wird abgebrochen; die %Ln laufenden passen noch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 is/are cut</source>
        <translation>
            <numerusform>%1, davon %Ln abgebrochen</numerusform>
            <numerusform>%1, davon %Ln abgebrochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %Ln of %1 is/are cut</source>
        <translation>
            <numerusform>%1, davon mindestens %Ln abgebrochen</numerusform>
            <numerusform>%1, davon mindestens %Ln abgebrochen</numerusform>
        </translation>
    </message>
    <message>
        <source>Room for new calls now: %1</source>
        <translation>Raum für neue Aufrufe jetzt: %1</translation>
    </message>
    <message>
        <source>Room for new calls stays %1; another cap is tighter</source>
        <translation>Raum für neue Aufrufe bleibt %1; ein anderes Limit ist enger</translation>
    </message>
    <message>
        <source>Room for new calls now: %1, was %2</source>
        <translation>Raum für neue Aufrufe jetzt: %1, zuvor %2</translation>
    </message>
    <message>
        <source>Reaches the cap %1 instead of %2</source>
        <comment>at 17:21 instead of 16:40</comment>
        <translation>Erreicht das Limit %1 statt %2</translation>
    </message>
    <message>
        <source>%1; it was %2</source>
        <comment>Lasts until Monday; it was 17:21</comment>
        <translation>%1; bisher %2</translation>
    </message>
    <message>
        <source>If you let go at %1</source>
        <translation>Wenn Sie bei %1 loslassen</translation>
    </message>
    <message>
        <source>With a cap of %1</source>
        <translation>Mit einem Limit von %1</translation>
    </message>
</context>
<context>
    <name>ControlCentre</name>
    <message>
        <source>%1 has no price. Its calls are refused.</source>
        <translation>%1 hat keinen Preis. Aufrufe werden abgelehnt.</translation>
    </message>
    <message>
        <source>Not done: %1</source>
        <translation>Nicht ausgeführt: %1</translation>
    </message>
    <message>
        <source>Every budget</source>
        <translation>Jedes Budget</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>CorrectionCard</name>
    <message>
        <source>Correct this request</source>
        <translation>Diese Anfrage korrigieren</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Korrigieren</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>Cached, cache write, reasoning…</source>
        <translation>Cache, Cache schreiben, Nachdenken…</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation>Cache schreiben</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Nachdenken</translation>
    </message>
    <message>
        <source>of the answer</source>
        <translation>von der Antwort</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>empty: by counts</source>
        <translation>leer: nach Token</translation>
    </message>
    <message>
        <source>Which attempt to correct</source>
        <translation>Welcher Versuch zu korrigieren ist</translation>
    </message>
    <message>
        <source>By</source>
        <comment>who corrects a call</comment>
        <translation>Durch</translation>
    </message>
    <message>
        <source>empty: the owner</source>
        <translation>leer: der Besitzer</translation>
    </message>
</context>
<context>
    <name>CorrectionEditor</name>
    <message>
        <source>Corrected to %1. It can be corrected again.</source>
        <translation>Auf %1 korrigiert. Eine erneute Korrektur ist möglich.</translation>
    </message>
    <message>
        <source>Was open when Capstan stopped, so it was charged the most it could cost: %1.</source>
        <translation>War offen, als Capstan stoppte, und wurde deshalb mit dem Höchstbetrag berechnet: %1.</translation>
    </message>
    <message>
        <source>Both counts are needed.</source>
        <translation>Beide Anzahlen sind nötig.</translation>
    </message>
    <message>
        <source>Write whole numbers of tokens, as vLLM&apos;s log or the client shows them.</source>
        <translation>Geben Sie ganze Tokenzahlen ein, wie sie das Protokoll von vLLM oder der Client zeigt.</translation>
    </message>
    <message>
        <source>%1 has no price.</source>
        <translation>%1 hat keinen Preis.</translation>
    </message>
    <message>
        <source>corrected in the window</source>
        <translation>im Fenster korrigiert</translation>
    </message>
    <message>
        <source>Comes to %1; gives back %2</source>
        <translation>Ergibt %1; gibt %2 zurück</translation>
    </message>
    <message>
        <source>Comes to %1; charges %2 more</source>
        <translation>Ergibt %1; berechnet %2 mehr</translation>
    </message>
    <message>
        <source>Reasoning is a part of the answer, and cannot be more.</source>
        <translation>Nachdenken ist ein Teil der Antwort und kann nicht mehr sein.</translation>
    </message>
    <message>
        <source>Set one under Models &amp; prices, or write what it cost.</source>
        <translation>Setzen Sie einen unter Modelle &amp; Preise, oder geben Sie die Kosten ein.</translation>
    </message>
    <message>
        <source>There is nothing to correct.</source>
        <translation>Es gibt nichts zu korrigieren.</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <extracomment>%1 is a budget, the others amounts</extracomment>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>Attempt %1: %2</source>
        <translation>Versuch %1: %2</translation>
    </message>
</context>
<context>
    <name>CredentialDialog</name>
    <message>
        <source>It goes into the keychain of this desktop and is never shown again.</source>
        <translation>Es kommt in den Schlüsselbund dieses Desktops und wird nie wieder angezeigt.</translation>
    </message>
    <message>
        <source>Paste it here</source>
        <translation>Hier einfügen</translation>
    </message>
    <message>
        <source>Make one up, to copy it</source>
        <translation>Eines erzeugen und kopieren</translation>
    </message>
    <message>
        <source>Keep in the keychain</source>
        <translation>Im Schlüsselbund ablegen</translation>
    </message>
    <message>
        <source>Nothing was typed</source>
        <translation>Nichts eingegeben</translation>
    </message>
    <message>
        <source>Only for this run</source>
        <translation>Nur für diesen Lauf</translation>
    </message>
    <message>
        <source>Kept in memory until Capstan is closed</source>
        <translation>Bleibt im Speicher, bis Capstan beendet wird</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Nichts ändern</translation>
    </message>
</context>
<context>
    <name>CredentialLine</name>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>set</source>
        <translation>gesetzt</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Ersetzen…</translation>
    </message>
    <message>
        <source>Set…</source>
        <translation>Setzen…</translation>
    </message>
    <message>
        <source>%1 of the environment goes first; unset it to use the keychain</source>
        <translation>%1 aus der Umgebung hat Vorrang; entfernen Sie es, um den Schlüsselbund zu nutzen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove: %1</source>
        <translation>Entfernen: %1</translation>
    </message>
</context>
<context>
    <name>CredentialList</name>
    <message>
        <source>Set by %1</source>
        <translation>Gesetzt durch %1</translation>
    </message>
    <message>
        <source>Set until Capstan is closed</source>
        <translation>Gesetzt, bis Capstan beendet wird</translation>
    </message>
    <message>
        <source>Set, from the keychain</source>
        <translation>Gesetzt, aus dem Schlüsselbund</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Nicht gesetzt</translation>
    </message>
    <message>
        <source>Asking the keychain</source>
        <translation>Schlüsselbund wird gefragt</translation>
    </message>
    <message>
        <source>The keychain does not give it</source>
        <translation>Der Schlüsselbund gibt es nicht heraus</translation>
    </message>
    <message>
        <source>Kept in a keychain that is not there</source>
        <translation>Liegt in einem Schlüsselbund, der nicht da ist</translation>
    </message>
    <message>
        <source>Credential of %1</source>
        <translation>Zugangsdaten von %1</translation>
    </message>
    <message>
        <source>API key of %1</source>
        <translation>API-Schlüssel von %1</translation>
    </message>
    <message>
        <source>Admin token</source>
        <translation>Admin-Token</translation>
    </message>
    <message>
        <source>Secret of internal services</source>
        <translation>Geheimnis interner Dienste</translation>
    </message>
    <message>
        <source>Langfuse public key</source>
        <translation>Öffentlicher Schlüssel von Langfuse</translation>
    </message>
    <message>
        <source>Langfuse secret key</source>
        <translation>Geheimer Schlüssel von Langfuse</translation>
    </message>
    <message>
        <source>Helicone API key</source>
        <translation>API-Schlüssel von Helicone</translation>
    </message>
    <message>
        <source>OpenTelemetry headers</source>
        <translation>OpenTelemetry-Header</translation>
    </message>
    <message>
        <source>Webhook address</source>
        <translation>Webhook-Adresse</translation>
    </message>
</context>
<context>
    <name>CredentialSection</name>
    <message>
        <source>Kept in the keychain of this desktop, in force at once. Capstan never shows a value again, only whether one is set.</source>
        <translation>Im Schlüsselbund dieses Desktops abgelegt, sofort gültig. Capstan zeigt nie wieder einen Wert, nur ob einer gesetzt ist.</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Erneut fragen</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Nicht ausgeführt</translation>
    </message>
    <message>
        <source>Remove: %1?</source>
        <translation>Entfernen: %1?</translation>
    </message>
    <message>
        <source>It is deleted from the keychain and cannot be brought back. What needs it stops working at once.</source>
        <translation>Es wird aus dem Schlüsselbund gelöscht und lässt sich nicht wiederherstellen. Was es braucht, funktioniert sofort nicht mehr.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Nichts ändern</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>Currencies</name>
    <message>
        <source>1 USD = %1 %2, fixed</source>
        <translation>1 USD = %1 %2, fest</translation>
    </message>
    <message>
        <source>1 USD = %1 %2, fixed on %3</source>
        <translation>1 USD = %1 %2, fest seit %3</translation>
    </message>
</context>
<context>
    <name>CurrencyLine</name>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Code of the currency</source>
        <translation>Kürzel der Währung</translation>
    </message>
    <message>
        <source>Units of it per US dollar</source>
        <translation>Einheiten je US-Dollar</translation>
    </message>
    <message>
        <source>Date of the rate</source>
        <translation>Datum des Kurses</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
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
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>pattern of QLocale</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>d MMM HH:mm</source>
        <comment>pattern of QLocale</comment>
        <translation>d. MMM HH:mm</translation>
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
        <translation>ddd d. MMM</translation>
    </message>
    <message>
        <source>dddd d MMMM, HH:mm</source>
        <comment>pattern of QLocale</comment>
        <translation>dddd, d. MMMM, HH:mm</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>heute %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>gestern %1</translation>
    </message>
</context>
<context>
    <name>DaysFilterChip</name>
    <message>
        <source>%1 to %2</source>
        <comment>two days</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>from … to …</source>
        <translation>von … bis …</translation>
    </message>
    <message>
        <source>Write the first day and the last one, as 2026-11-01.</source>
        <translation>Geben Sie den ersten und den letzten Tag ein, etwa 2026-11-01.</translation>
    </message>
    <message>
        <source>The last day must not be before the first one.</source>
        <translation>Der letzte Tag darf nicht vor dem ersten liegen.</translation>
    </message>
</context>
<context>
    <name>DimensionList</name>
    <message>
        <source>not given</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>all budgets</source>
        <translation>alle Budgets</translation>
    </message>
</context>
<context>
    <name>DimensionTable</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>Cap</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>Spend by %1</source>
        <translation>Ausgaben nach %1</translation>
    </message>
    <message>
        <source>%1, %2 today, %3 in 30 days</source>
        <translation>%1, heute %2, in 30 Tagen %3</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Nothing was spent in the last 30 days</source>
        <translation>In den letzten 30 Tagen wurde nichts ausgegeben</translation>
    </message>
    <message>
        <source>Budget for it</source>
        <translation>Budget dafür</translation>
    </message>
    <message>
        <source>Select a row first</source>
        <translation>Wählen Sie zuerst eine Zeile</translation>
    </message>
    <message>
        <source>From the ledger, settled calls; tenants are live</source>
        <translation>Aus dem Hauptbuch, abgerechnete Aufrufe; Mandanten sind live</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Nothing matches “%1”</source>
        <translation>Nichts passt zu „%1“</translation>
    </message>
    <message>
        <source>Change its cap</source>
        <translation>Limit ändern</translation>
    </message>
</context>
<context>
    <name>Dimensions</name>
    <message>
        <source>tenant</source>
        <translation>Mandant</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tenant(s)</source>
        <translation>
            <numerusform>%Ln Mandant</numerusform>
            <numerusform>%Ln Mandanten</numerusform>
        </translation>
    </message>
    <message>
        <source>agent</source>
        <translation>Agent</translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s)</source>
        <translation>
            <numerusform>%Ln Agent</numerusform>
            <numerusform>%Ln Agenten</numerusform>
        </translation>
    </message>
    <message>
        <source>user</source>
        <translation>Benutzer</translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s)</source>
        <translation>
            <numerusform>%Ln Benutzer</numerusform>
            <numerusform>%Ln Benutzer</numerusform>
        </translation>
    </message>
    <message>
        <source>key</source>
        <translation>Schlüssel</translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s)</source>
        <translation>
            <numerusform>%Ln Schlüssel</numerusform>
            <numerusform>%Ln Schlüssel</numerusform>
        </translation>
    </message>
    <message>
        <source>feature</source>
        <translation>Funktion</translation>
    </message>
    <message numerus="yes">
        <source>%Ln feature(s)</source>
        <translation>
            <numerusform>%Ln Funktion</numerusform>
            <numerusform>%Ln Funktionen</numerusform>
        </translation>
    </message>
    <message>
        <source>experiment</source>
        <translation>Experiment</translation>
    </message>
    <message numerus="yes">
        <source>%Ln experiment(s)</source>
        <translation>
            <numerusform>%Ln Experiment</numerusform>
            <numerusform>%Ln Experimente</numerusform>
        </translation>
    </message>
    <message>
        <source>namespace</source>
        <translation>Namensraum</translation>
    </message>
    <message numerus="yes">
        <source>%Ln namespace(s)</source>
        <translation>
            <numerusform>%Ln Namensraum</numerusform>
            <numerusform>%Ln Namensräume</numerusform>
        </translation>
    </message>
    <message>
        <source>team</source>
        <translation>Team</translation>
    </message>
    <message numerus="yes">
        <source>%Ln team(s)</source>
        <translation>
            <numerusform>%Ln Team</numerusform>
            <numerusform>%Ln Teams</numerusform>
        </translation>
    </message>
    <message>
        <source>provider</source>
        <translation>Anbieter</translation>
    </message>
    <message numerus="yes">
        <source>%Ln provider(s)</source>
        <translation>
            <numerusform>%Ln Anbieter</numerusform>
            <numerusform>%Ln Anbieter</numerusform>
        </translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message numerus="yes">
        <source>%Ln model(s)</source>
        <translation>
            <numerusform>%Ln Modell</numerusform>
            <numerusform>%Ln Modelle</numerusform>
        </translation>
    </message>
    <message>
        <source>route</source>
        <translation>Route</translation>
    </message>
    <message numerus="yes">
        <source>%Ln route(s)</source>
        <translation>
            <numerusform>%Ln Route</numerusform>
            <numerusform>%Ln Routen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DowngradeList</name>
    <message>
        <source>A line of the cheaper models is only half written.</source>
        <translation>Eine Zeile der günstigeren Modelle ist nur halb ausgefüllt.</translation>
    </message>
    <message>
        <source>Name the model that is asked for and the one to use instead.</source>
        <translation>Nennen Sie das angefragte Modell und das, das stattdessen genutzt wird.</translation>
    </message>
</context>
<context>
    <name>EarlierAlert</name>
    <message>
        <source>Acknowledge</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Choose %1</source>
        <translation>%1 auswählen</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
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
            <numerusform>%Ln laufender Aufruf</numerusform>
            <numerusform>%Ln laufende Aufrufe</numerusform>
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
        <translation>%1 Mio.</translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <comment>tokens per second</comment>
        <translation>%1 Tok/s</translation>
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
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
</context>
<context>
    <name>FileImport</name>
    <message>
        <source>Done.</source>
        <translation>Erledigt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s), %1</source>
        <translation>
            <numerusform>%Ln Aufruf, %1</numerusform>
            <numerusform>%Ln Aufrufe, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out: %Ln line(s).</source>
        <translation>
            <numerusform>Ausgelassen: %Ln Zeile.</numerusform>
            <numerusform>Ausgelassen: %Ln Zeilen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %L1: %2.</source>
        <translation>Zeile %L1: %2.</translation>
    </message>
    <message>
        <source>%1: input %2 → %3, output %4 → %5</source>
        <translation>%1: Eingabe %2 → %3, Ausgabe %4 → %5</translation>
    </message>
    <message>
        <source>%1, made from %2 to %3.</source>
        <translation>%1, vom %2 bis %3.</translation>
    </message>
    <message>
        <source>New: %1. Reports count them; no cap does, as they are history.</source>
        <translation>Neu: %1. Berichte zählen sie, kein Limit, denn sie sind Geschichte.</translation>
    </message>
    <message>
        <source>Nothing is new.</source>
        <translation>Nichts ist neu.</translation>
    </message>
    <message>
        <source>In the ledger already, and not counted again: %L1.</source>
        <translation>Schon im Hauptbuch und nicht noch einmal gezählt: %L1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln price(s).</source>
        <translation>
            <numerusform>%Ln Preis.</numerusform>
            <numerusform>%Ln Preise.</numerusform>
        </translation>
    </message>
    <message>
        <source>New: %L1, changed: %L2, as they are: %L3.</source>
        <translation>Neu: %L1, geändert: %L2, wie bisher: %L3.</translation>
    </message>
    <message>
        <source>Without effect, as yours go before: %L1.</source>
        <translation>Ohne Wirkung, weil Ihre vorgehen: %L1.</translation>
    </message>
    <message>
        <source>Imported before and not in this list, so taken away: %L1.</source>
        <translation>Früher importiert und nicht in dieser Liste, also entfernt: %L1.</translation>
    </message>
    <message>
        <source>Left out, as they are no price per token: %L1.</source>
        <translation>Ausgelassen, weil sie kein Preis je Token sind: %L1.</translation>
    </message>
    <message>
        <source>Providers: %L1, models: %L2.</source>
        <translation>Anbieter: %L1, Modelle: %L2.</translation>
    </message>
    <message>
        <source>Everything could be carried over.</source>
        <translation>Alles konnte übernommen werden.</translation>
    </message>
    <message numerus="yes">
        <source>Not carried over: %Ln thing(s).</source>
        <translation>
            <numerusform>Nicht übernommen: %Ln Angabe.</numerusform>
            <numerusform>Nicht übernommen: %Ln Angaben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileSaving</name>
    <message>
        <source>Cancelled. No file was saved.</source>
        <translation>Abgebrochen. Es wurde keine Datei gespeichert.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message numerus="yes">
        <source>Saving, %Ln request(s) so far…</source>
        <translation>
            <numerusform>Wird gespeichert, bisher %Ln Anfrage…</numerusform>
            <numerusform>Wird gespeichert, bisher %Ln Anfragen…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterChip</name>
    <message>
        <source>Filter; Delete takes it away</source>
        <translation>Filter; Entf entfernt ihn</translation>
    </message>
</context>
<context>
    <name>FindDialog</name>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Nothing is called “%1”</source>
        <translation>Nichts heißt „%1“</translation>
    </message>
    <message>
        <source>Find a tenant, key, model, request id, setting or action</source>
        <translation>Mandant, Schlüssel, Modell, Anfragekennung, Einstellung oder Aktion suchen</translation>
    </message>
</context>
<context>
    <name>FindModel</name>
    <message>
        <source>page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Tenants</source>
        <translation>Mandanten</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Models &amp; prices</source>
        <translation>Modelle &amp; Preise</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>New budget</source>
        <translation>Neues Budget</translation>
    </message>
    <message>
        <source>Pause or resume all</source>
        <translation>Alle pausieren oder fortsetzen</translation>
    </message>
    <message>
        <source>request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>key of %1</source>
        <translation>Schlüssel von %1</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>The test call was answered with %1: %2</source>
        <translation>Der Testaufruf wurde mit %1 beantwortet: %2</translation>
    </message>
    <message>
        <source>“%1” is no address. Give one as http://gpu-box:8000.</source>
        <translation>„%1“ ist keine Adresse. Geben Sie eine an wie http://gpu-box:8000.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>A price cannot be read. Give dollars per million tokens, as 0.30.</source>
        <translation>Ein Preis ist nicht lesbar. Geben Sie Dollar pro Million Token an, etwa 0,30.</translation>
    </message>
    <message>
        <source>first key</source>
        <translation>erster Schlüssel</translation>
    </message>
    <message>
        <source>Give the tenant a name, as research.</source>
        <translation>Geben Sie dem Mandanten einen Namen, etwa research.</translation>
    </message>
    <message>
        <source>port %1</source>
        <translation>Port %1</translation>
    </message>
    <message>
        <source>All is set up. Nothing is sent anywhere except to your own model server.</source>
        <translation>Alles ist eingerichtet. Nichts wird irgendwohin gesendet, außer an Ihren eigenen Modellserver.</translation>
    </message>
    <message numerus="yes">
        <source>%n of 4 steps done. Nothing is sent anywhere except to your own model server.</source>
        <translation>
            <numerusform>%n von vier Schritten erledigt. Nichts wird irgendwohin gesendet, außer an Ihren eigenen Modellserver.</numerusform>
            <numerusform>%n von vier Schritten erledigt. Nichts wird irgendwohin gesendet, außer an Ihren eigenen Modellserver.</numerusform>
        </translation>
    </message>
    <message>
        <source>Model server</source>
        <translation>Modellserver</translation>
    </message>
    <message>
        <source>%1 on %2 · %3</source>
        <translation>%1 auf %2 · %3</translation>
    </message>
    <message>
        <source>Looking for model servers…</source>
        <translation>Modellserver werden gesucht…</translation>
    </message>
    <message>
        <source>No model server answers on this computer&apos;s ports 8000 to 8009. Start vLLM, or give its address.</source>
        <translation>Auf den Ports 8000 bis 8009 dieses Rechners antwortet kein Modellserver. Starten Sie vLLM oder geben Sie die Adresse an.</translation>
    </message>
    <message>
        <source>Find the model server</source>
        <translation>Modellserver finden</translation>
    </message>
    <message>
        <source>a model server</source>
        <translation>Modellserver</translation>
    </message>
    <message>
        <source>Found %1 on %2</source>
        <translation>%1 auf %2 gefunden</translation>
    </message>
    <message numerus="yes">
        <source>Prices for %n model(s)</source>
        <translation>
            <numerusform>Preise für %n Modell</numerusform>
            <numerusform>Preise für %n Modelle</numerusform>
        </translation>
    </message>
    <message>
        <source>Price its models</source>
        <translation>Preise für die Modelle</translation>
    </message>
    <message>
        <source>%1 to %2 per million tokens</source>
        <translation>%1 bis %2 pro Million Token</translation>
    </message>
    <message>
        <source>From the list of %1: %2</source>
        <translation>Aus der Liste vom %1: %2</translation>
    </message>
    <message>
        <source>Make a tenant with a cap, and its key</source>
        <translation>Einen Mandanten mit Limit und Schlüssel anlegen</translation>
    </message>
    <message>
        <source>The first call was counted: %1</source>
        <translation>Der erste Aufruf wurde gezählt: %1</translation>
    </message>
    <message>
        <source>Waiting for the first call…</source>
        <translation>Warten auf den ersten Aufruf…</translation>
    </message>
    <message>
        <source>From here on every call of %1 shows up in the window.</source>
        <translation>Ab jetzt erscheint jeder Aufruf von %1 im Fenster.</translation>
    </message>
    <message>
        <source>It appears here with its cost the moment it has ended.</source>
        <translation>Er erscheint hier mit seinen Kosten, sobald er beendet ist.</translation>
    </message>
    <message>
        <source>Tenant %1, %2 a day</source>
        <translation>Mandant %1, %2 pro Tag</translation>
    </message>
    <message>
        <source>Warns at %1; refuses at %2</source>
        <extracomment>%1 is &quot;80 %, 95 %&quot;, %2 is &quot;100 %&quot;, of a cap</extracomment>
        <translation>Warnt bei %1; lehnt ab bei %2</translation>
    </message>
</context>
<context>
    <name>FirstRunPrices</name>
    <message>
        <source>No list has a price for %1. Say what its tokens shall count; you can change it at any time under Models &amp; prices.</source>
        <translation>Keine Liste hat einen Preis für %1. Sagen Sie, was seine Token kosten sollen; Sie können es jederzeit unter Modelle &amp; Preise ändern.</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Use these prices</source>
        <translation>Diese Preise verwenden</translation>
    </message>
</context>
<context>
    <name>FirstRunProgram</name>
    <message>
        <source>Change two lines in your program</source>
        <translation>Ändern Sie zwei Zeilen in Ihrem Programm</translation>
    </message>
    <message>
        <source>The key is shown only now. Copy it before you go on; a new one is a click away.</source>
        <translation>Der Schlüssel wird nur jetzt gezeigt. Kopieren Sie ihn, bevor Sie fortfahren; ein neuer ist einen Klick entfernt.</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet…</translation>
    </message>
    <message>
        <source>Send a test call</source>
        <translation>Testaufruf senden</translation>
    </message>
    <message>
        <source>One short question to the model, counted like any other</source>
        <translation>Eine kurze Frage an das Modell, gezählt wie jede andere</translation>
    </message>
    <message>
        <source>Open the window</source>
        <translation>Fenster öffnen</translation>
    </message>
</context>
<context>
    <name>FirstRunServer</name>
    <message>
        <source>Use this</source>
        <translation>Diesen verwenden</translation>
    </message>
    <message>
        <source>Address of a model server</source>
        <translation>Adresse eines Modellservers</translation>
    </message>
    <message>
        <source>Another address, as http://gpu-box:8000</source>
        <translation>Eine andere Adresse, etwa http://gpu-box:8000</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut suchen</translation>
    </message>
</context>
<context>
    <name>FirstRunStep</name>
    <message>
        <source>Step %1, done: %2</source>
        <translation>Schritt %1, erledigt: %2</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>Schritt %1: %2</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Go back to: %1</source>
        <translation>Zurück zu: %1</translation>
    </message>
</context>
<context>
    <name>FirstRunTenant</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the tenant</source>
        <translation>Name des Mandanten</translation>
    </message>
    <message>
        <source>Cap</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>pro Tag</translation>
    </message>
    <message>
        <source>Make the tenant and its key</source>
        <translation>Mandanten und Schlüssel anlegen</translation>
    </message>
    <message>
        <source>A tenant is whoever pays: a team, a project, a product. Its cap: %1.</source>
        <extracomment>%1 is &quot;Warns at 80 %, 95 %; refuses at 100 %&quot;</extracomment>
        <translation>Ein Mandant ist, wer bezahlt: ein Team, ein Projekt, ein Produkt. Sein Limit: %1.</translation>
    </message>
</context>
<context>
    <name>FirstRunView</name>
    <message>
        <source>First run</source>
        <translation>Erster Start</translation>
    </message>
    <message>
        <source>Skip, I will set it up myself</source>
        <translation>Überspringen, ich richte es selbst ein</translation>
    </message>
    <message>
        <source>Your first metered call</source>
        <translation>Ihr erster gezählter Aufruf</translation>
    </message>
    <message>
        <source>You can close this window. Capstan keeps counting.</source>
        <translation>Sie können dieses Fenster schließen. Capstan zählt weiter.</translation>
    </message>
</context>
<context>
    <name>Forecast</name>
    <message>
        <source>at %1</source>
        <comment>17:21</comment>
        <translation>um %1</translation>
    </message>
    <message>
        <source>at %1</source>
        <comment>Mon 17:21</comment>
        <translation>am %1</translation>
    </message>
    <message>
        <source>on %1</source>
        <comment>Monday</comment>
        <translation>am %1</translation>
    </message>
    <message>
        <source>on %1</source>
        <comment>1 Dec</comment>
        <translation>am %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <comment>17:21</comment>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <comment>Mon 17:21</comment>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <comment>Monday</comment>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <comment>1 Dec</comment>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>No pace yet</source>
        <translation>Noch kein Tempo</translation>
    </message>
    <message>
        <source>Cap reached, frees %1</source>
        <comment>at 00:00</comment>
        <translation>Limit erreicht, wird %1 frei</translation>
    </message>
    <message>
        <source>Cap reached</source>
        <translation>Limit erreicht</translation>
    </message>
    <message>
        <source>Reaches its cap %1 at this pace</source>
        <comment>at 17:21</comment>
        <translation>Erreicht bei diesem Tempo %1 das Limit</translation>
    </message>
    <message>
        <source>Lasts %1</source>
        <comment>until Monday</comment>
        <translation>Reicht %1</translation>
    </message>
    <message>
        <source>Lasts for years</source>
        <translation>Reicht für Jahre</translation>
    </message>
    <message>
        <source>no pace now</source>
        <translation>jetzt kein Tempo</translation>
    </message>
    <message>
        <source>full · frees %1</source>
        <comment>at 00:00</comment>
        <translation>voll · wird %1 frei</translation>
    </message>
    <message>
        <source>full</source>
        <comment>the cap is reached</comment>
        <translation>voll</translation>
    </message>
    <message>
        <source>reaches cap %1</source>
        <comment>17:34</comment>
        <translation>Limit erreicht: %1</translation>
    </message>
    <message>
        <source>lasts %1</source>
        <comment>until Monday</comment>
        <translation>reicht %1</translation>
    </message>
    <message>
        <source>lasts</source>
        <translation>reicht</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>The new configuration</source>
        <translation>Die neue Konfiguration</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>It is being read</source>
        <translation>Wird gerade gelesen</translation>
    </message>
    <message>
        <source>No file was chosen</source>
        <translation>Keine Datei ausgewählt</translation>
    </message>
    <message>
        <source>Save as capstan.yaml</source>
        <translation>Als capstan.yaml speichern</translation>
    </message>
    <message>
        <source>Into the folder for downloads; a file that is there is never overwritten</source>
        <translation>In den Ordner für Downloads; eine Datei, die dort steht, wird nie überschrieben</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ImportSection</name>
    <message>
        <source>Calls from before</source>
        <translation>Frühere Aufrufe</translation>
    </message>
    <message>
        <source>A log of usage, one JSON object a line. Reports count its calls; no cap does.</source>
        <translation>Ein Nutzungsprotokoll, ein JSON-Objekt je Zeile. Berichte zählen seine Aufrufe, kein Limit.</translation>
    </message>
    <message>
        <source>Import calls…</source>
        <translation>Aufrufe importieren…</translation>
    </message>
    <message>
        <source>Another gateway&apos;s configuration</source>
        <translation>Konfiguration eines anderen Gateways</translation>
    </message>
    <message>
        <source>A config.yaml or llm-router.toml, written anew as capstan.yaml, to copy or to save</source>
        <translation>Eine config.yaml oder llm-router.toml, neu geschrieben als capstan.yaml, zum Kopieren oder Speichern</translation>
    </message>
    <message>
        <source>Translate…</source>
        <translation>Übersetzen…</translation>
    </message>
    <message>
        <source>Logs of usage</source>
        <translation>Nutzungsprotokolle</translation>
    </message>
    <message>
        <source>Each call is counted once, however often its log is imported.</source>
        <translation>Jeder Aufruf zählt einmal, wie oft sein Protokoll auch importiert wird.</translation>
    </message>
    <message>
        <source>Import calls</source>
        <translation>Aufrufe importieren</translation>
    </message>
    <message>
        <source>Configurations</source>
        <translation>Konfigurationen</translation>
    </message>
    <message>
        <source>Nothing is changed: Capstan reads its own file, capstan.yaml, when it starts.</source>
        <translation>Nichts wird geändert: Capstan liest beim Start seine eigene Datei, capstan.yaml.</translation>
    </message>
    <message>
        <source>Translate a configuration</source>
        <translation>Eine Konfiguration übersetzen</translation>
    </message>
</context>
<context>
    <name>InvoiceCard</name>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>PDF speichern</translation>
    </message>
    <message>
        <source>Save this invoice to send it</source>
        <translation>Diese Rechnung zum Versenden speichern</translation>
    </message>
    <message>
        <source>Save lines</source>
        <translation>Positionen speichern</translation>
    </message>
    <message>
        <source>Save this invoice&apos;s lines for a spreadsheet</source>
        <translation>Positionen dieser Rechnung für eine Tabellenkalkulation speichern</translation>
    </message>
    <message>
        <source>Give this invoice its number</source>
        <translation>Dieser Rechnung ihre Nummer geben</translation>
    </message>
    <message>
        <source>Close for good</source>
        <translation>Endgültig abschließen</translation>
    </message>
    <message>
        <source>Later corrections stand on the next invoice</source>
        <translation>Spätere Korrekturen stehen auf der nächsten Rechnung</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>Offen lassen</translation>
    </message>
    <message>
        <source>All as FOCUS</source>
        <translation>Alle als FOCUS</translation>
    </message>
    <message>
        <source>Every tenant&apos;s charges in the columns that FinOps tools read</source>
        <translation>Entgelte aller Mandanten in den Spalten, die FinOps-Werkzeuge lesen</translation>
    </message>
    <message>
        <source>Mark-up in percent</source>
        <translation>Aufschlag in Prozent</translation>
    </message>
    <message>
        <source>Mark-up in percent, below zero for a discount</source>
        <translation>Aufschlag in Prozent, unter null für einen Nachlass</translation>
    </message>
    <message>
        <source>Change terms</source>
        <translation>Konditionen ändern</translation>
    </message>
    <message>
        <source>These terms are in force</source>
        <translation>Diese Konditionen gelten schon</translation>
    </message>
    <message>
        <source>Close invoice…</source>
        <translation>Rechnung abschließen…</translation>
    </message>
    <message>
        <source>A period can be closed once, when it is over</source>
        <translation>Ein Zeitraum lässt sich einmal abschließen, wenn er vorbei ist</translation>
    </message>
    <message>
        <source>Save JSON</source>
        <translation>JSON speichern</translation>
    </message>
    <message>
        <source>Save this invoice for a program</source>
        <translation>Diese Rechnung für ein Programm speichern</translation>
    </message>
    <message>
        <source>Save text</source>
        <translation>Text speichern</translation>
    </message>
    <message>
        <source>Save this invoice&apos;s lines as a table of plain text</source>
        <translation>Positionen dieser Rechnung als Tabelle in reinem Text speichern</translation>
    </message>
</context>
<context>
    <name>InvoiceDesk</name>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>%1, closed</source>
        <translation>%1, abgeschlossen</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s), %1 as metered</source>
        <translation>
            <numerusform>%Ln Aufruf, gezählt %1</numerusform>
            <numerusform>%Ln Aufrufe, gezählt %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; terms %2 %</source>
        <translation>%1; Konditionen %2&#x202f;%</translation>
    </message>
    <message>
        <source>Give percent from -100 to 1000, as 12.5.</source>
        <translation>Geben Sie Prozent von -100 bis 1000 an, etwa 12.5.</translation>
    </message>
    <message>
        <source>From the next invoice on; this one is closed.</source>
        <translation>Ab der nächsten Rechnung; diese ist abgeschlossen.</translation>
    </message>
    <message>
        <source>To pay: %1 instead of %2</source>
        <translation>Zu zahlen: %1 statt %2</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Closed invoices</source>
        <translation>Abgeschlossene Rechnungen</translation>
    </message>
    <message>
        <source>Choose a tenant and a period</source>
        <translation>Wählen Sie Mandant und Zeitraum</translation>
    </message>
    <message>
        <source>%1 is to pay %2. The invoice gets its number and stays as it is for good; what is corrected later stands on the next one.</source>
        <translation>%1 hat %2 zu zahlen. Die Rechnung erhält ihre Nummer und bleibt endgültig, wie sie ist; spätere Korrekturen stehen auf der nächsten.</translation>
    </message>
</context>
<context>
    <name>KeepingSection</name>
    <message>
        <source>Data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>Keep the detail of calls</source>
        <translation>Einzelheiten der Aufrufe aufbewahren</translation>
    </message>
    <message>
        <source>Days, and megabytes of the ledger; 0 does not limit. Totals are kept for good.</source>
        <translation>Tage und Megabyte des Hauptbuchs; 0 begrenzt nicht. Summen bleiben für immer.</translation>
    </message>
    <message>
        <source>Days of detail</source>
        <translation>Tage mit Einzelheiten</translation>
    </message>
    <message>
        <source>Megabytes of the ledger</source>
        <translation>Megabyte des Hauptbuchs</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>In force after the proxy is started again</source>
        <translation>Gilt, nachdem der Proxy neu gestartet wurde</translation>
    </message>
    <message>
        <source>Survive a power cut</source>
        <translation>Stromausfall überstehen</translation>
    </message>
    <message>
        <source>Each call then waits for the disk; a crash of Capstan alone loses nothing either way</source>
        <translation>Jeder Aufruf wartet dann auf die Festplatte; ein Absturz von Capstan allein verliert so oder so nichts</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>Reads the whole ledger: is every entry there and unchanged, do all sums agree?</source>
        <translation>Liest das ganze Hauptbuch: Ist jeder Eintrag da und unverändert, stimmen alle Summen überein?</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>A copy of one moment beside the ledger, while calls go on.</source>
        <translation>Eine Kopie eines Augenblicks neben dem Hauptbuch, während Aufrufe weiterlaufen.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Zurückspielen</translation>
    </message>
    <message>
        <source>Puts a backup in the ledger&apos;s place when Capstan starts again. What would be lost is shown before.</source>
        <translation>Setzt eine Sicherung an die Stelle des Hauptbuchs, wenn Capstan neu startet. Was verloren ginge, wird vorher gezeigt.</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Zurückspielen…</translation>
    </message>
    <message>
        <source>Call it off</source>
        <translation>Absagen</translation>
    </message>
    <message>
        <source>The ledger stays what it is</source>
        <translation>Das Hauptbuch bleibt, wie es ist</translation>
    </message>
    <message>
        <source>Start again now</source>
        <translation>Jetzt neu starten</translation>
    </message>
    <message>
        <source>Calls are running; stop them, or wait for their end</source>
        <translation>Aufrufe laufen; halten Sie sie an oder warten Sie ihr Ende ab</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>Back up to a file</source>
        <translation>In eine Datei sichern</translation>
    </message>
    <message>
        <source>To a file…</source>
        <translation>In eine Datei…</translation>
    </message>
    <message>
        <source>Choose where the backup is written</source>
        <translation>Wählen, wohin die Sicherung geschrieben wird</translation>
    </message>
</context>
<context>
    <name>KeyChange</name>
    <message>
        <source>Key %1: now called %2</source>
        <translation>Schlüssel %1: heißt jetzt %2</translation>
    </message>
    <message>
        <source>Key %1: changed</source>
        <translation>Schlüssel %1: geändert</translation>
    </message>
</context>
<context>
    <name>KeyDialog</name>
    <message>
        <source>Key for %1 created</source>
        <translation>Schlüssel für %1 erzeugt</translation>
    </message>
    <message>
        <source>New virtual key</source>
        <translation>Neuer virtueller Schlüssel</translation>
    </message>
    <message>
        <source>Key of %1</source>
        <translation>Schlüssel von %1</translation>
    </message>
</context>
<context>
    <name>KeyForm</name>
    <message>
        <source>all models</source>
        <translation>alle Modelle</translation>
    </message>
    <message>
        <source>any agent</source>
        <translation>jeder Agent</translation>
    </message>
    <message>
        <source>%1 a day</source>
        <translation>%1 pro Tag</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>none; else an amount a day, like %1</source>
        <comment>$5.00</comment>
        <translation>keines; sonst ein Betrag pro Tag, etwa %1</translation>
    </message>
</context>
<context>
    <name>KeyLine</name>
    <message>
        <source>%1 is revoked</source>
        <translation>%1 ist widerrufen</translation>
    </message>
    <message>
        <source>Rename or limit %1</source>
        <translation>%1 umbenennen oder begrenzen</translation>
    </message>
    <message>
        <source>Revoke %1…</source>
        <translation>%1 widerrufen…</translation>
    </message>
</context>
<context>
    <name>KeyListModel</name>
    <message>
        <source>agent %1</source>
        <translation>Agent %1</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n Modell</numerusform>
            <numerusform>%n Modelle</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 at a time</source>
        <translation>%1 gleichzeitig</translation>
    </message>
    <message>
        <source>revoked %1</source>
        <translation>widerrufen %1</translation>
    </message>
    <message>
        <source>expired %1</source>
        <translation>abgelaufen %1</translation>
    </message>
    <message>
        <source>never used</source>
        <translation>nie benutzt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) a minute</source>
        <translation>
            <numerusform>%Ln Anfrage pro Minute</numerusform>
            <numerusform>%Ln Anfragen pro Minute</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s) a minute</source>
        <translation>
            <numerusform>%Ln Token pro Minute</numerusform>
            <numerusform>%Ln Token pro Minute</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) an hour</source>
        <translation>
            <numerusform>%Ln Anfrage pro Stunde</numerusform>
            <numerusform>%Ln Anfragen pro Stunde</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s) an hour</source>
        <translation>
            <numerusform>%Ln Token pro Stunde</numerusform>
            <numerusform>%Ln Token pro Stunde</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeyRate</name>
    <message>
        <source>any a minute</source>
        <translation>beliebig pro Minute</translation>
    </message>
    <message>
        <source>any an hour</source>
        <translation>beliebig pro Stunde</translation>
    </message>
</context>
<context>
    <name>KeySection</name>
    <message>
        <source>Virtual keys</source>
        <translation>Virtuelle Schlüssel</translation>
    </message>
    <message>
        <source>No virtual key yet</source>
        <translation>Noch kein virtueller Schlüssel</translation>
    </message>
    <message>
        <source>Create key</source>
        <translation>Schlüssel erzeugen</translation>
    </message>
    <message>
        <source>Revoke %1?</source>
        <translation>%1 widerrufen?</translation>
    </message>
    <message>
        <source>%1 stops working at once and for good; calls with it are refused. What it has spent stays counted.</source>
        <translation>%1 funktioniert sofort und endgültig nicht mehr; Aufrufe damit werden abgelehnt. Was damit ausgegeben wurde, bleibt gezählt.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Nichts ändern</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Ctrl 1 … 7</source>
        <translation>Strg 1 … 7</translation>
    </message>
    <message>
        <source>go to a page</source>
        <translation>zu einer Seite wechseln</translation>
    </message>
    <message>
        <source>Ctrl K</source>
        <translation>Strg K</translation>
    </message>
    <message>
        <source>find anything</source>
        <translation>alles suchen</translation>
    </message>
    <message>
        <source>Ctrl F, /</source>
        <translation>Strg F, /</translation>
    </message>
    <message>
        <source>filter of the page</source>
        <translation>Filter der Seite</translation>
    </message>
    <message>
        <source>F6</source>
        <translation>F6</translation>
    </message>
    <message>
        <source>sidebar, content, inspector</source>
        <translation>Seitenleiste, Inhalt, Detailansicht</translation>
    </message>
    <message>
        <source>↑ ↓ Enter</source>
        <translation>↑ ↓ Eingabe</translation>
    </message>
    <message>
        <source>rows, open</source>
        <translation>Zeilen, öffnen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>put back, close</source>
        <translation>zurücksetzen, schließen</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>P</source>
        <translation>P</translation>
    </message>
    <message>
        <source>pause or resume the tenant</source>
        <translation>Mandanten pausieren oder fortsetzen</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>stop the running call</source>
        <translation>laufenden Aufruf stoppen</translation>
    </message>
    <message>
        <source>← →</source>
        <translation>← →</translation>
    </message>
    <message>
        <source>move the cap; Shift fine, Ctrl x10</source>
        <translation>Limit verschieben; Umschalt fein, Strg x10</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Pos1, Ende</translation>
    </message>
    <message>
        <source>cap at spent and held, old cap</source>
        <translation>Limit auf Ausgegeben und Reserviert, altes Limit</translation>
    </message>
    <message>
        <source>Ctrl N</source>
        <translation>Strg N</translation>
    </message>
    <message>
        <source>new budget</source>
        <translation>neues Budget</translation>
    </message>
    <message>
        <source>Ctrl Z</source>
        <translation>Strg Z</translation>
    </message>
    <message>
        <source>undo; with Shift redo</source>
        <translation>rückgängig; mit Umschalt wiederholen</translation>
    </message>
    <message>
        <source>Ctrl Shift P</source>
        <translation>Strg Umschalt P</translation>
    </message>
    <message>
        <source>pause all</source>
        <translation>alle pausieren</translation>
    </message>
    <message>
        <source>Ctrl W</source>
        <translation>Strg W</translation>
    </message>
    <message>
        <source>close the window, go on counting</source>
        <translation>Fenster schließen, weiter zählen</translation>
    </message>
    <message>
        <source>Ctrl Q</source>
        <translation>Strg Q</translation>
    </message>
    <message>
        <source>quit</source>
        <translation>beenden</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>hold or follow the log; choose an alert</source>
        <translation>Protokoll anhalten oder verfolgen; eine Warnung auswählen</translation>
    </message>
    <message>
        <source>Shift ↑ ↓</source>
        <translation>Umschalt ↑ ↓</translation>
    </message>
    <message>
        <source>choose several alerts</source>
        <translation>mehrere Warnungen auswählen</translation>
    </message>
</context>
<context>
    <name>KeyShown</name>
    <message>
        <source>Copy it now. Capstan keeps only a fingerprint and cannot show it again.</source>
        <translation>Kopieren Sie ihn jetzt. Capstan behält nur einen Fingerabdruck und kann ihn nicht noch einmal zeigen.</translation>
    </message>
    <message>
        <source>The new key</source>
        <translation>Der neue Schlüssel</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>Tenant, agent</source>
        <translation>Mandant, Agent</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Cap of its own</source>
        <translation>Eigenes Limit</translation>
    </message>
    <message>
        <source>I have stored the key</source>
        <translation>Ich habe den Schlüssel gesichert</translation>
    </message>
    <message>
        <source>Show the key</source>
        <translation>Schlüssel zeigen</translation>
    </message>
    <message>
        <source>Show in code</source>
        <translation>Im Code zeigen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Copy the key, or say that it is stored</source>
        <translation>Kopieren Sie den Schlüssel oder bestätigen Sie, dass er gesichert ist</translation>
    </message>
</context>
<context>
    <name>KeyWriting</name>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>for people, as notebooks</source>
        <translation>für Menschen, etwa notebooks</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>any agent</source>
        <translation>jeder Agent</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>all models; else names, as llama-*, bge-m3</source>
        <translation>alle Modelle; sonst Namen wie llama-*, bge-m3</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Begrenzung</translation>
    </message>
    <message>
        <source>Requests a minute</source>
        <translation>Anfragen pro Minute</translation>
    </message>
    <message>
        <source>Tokens a minute</source>
        <translation>Token pro Minute</translation>
    </message>
    <message>
        <source>At the same time</source>
        <translation>Gleichzeitig</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Nichts ändern</translation>
    </message>
    <message>
        <source>Create key</source>
        <translation>Schlüssel erzeugen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Requests an hour</source>
        <translation>Anfragen pro Stunde</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Tokens an hour</source>
        <translation>Token pro Stunde</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>for good; else 30d, or 2026-12-31</source>
        <translation>unbefristet; sonst 30d oder 2026-12-31</translation>
    </message>
    <message>
        <source>Works until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>Cap of its own, a day</source>
        <translation>Eigenes Limit pro Tag</translation>
    </message>
</context>
<context>
    <name>Keychains</name>
    <message>
        <source>Or start Capstan with the secret in its environment variable, or set it for this run only.</source>
        <translation>Oder starten Sie Capstan mit dem Geheimnis in seiner Umgebungsvariable, oder setzen Sie es nur für diesen Lauf.</translation>
    </message>
    <message>
        <source>The keychain is locked, or a secret was taken out of it.</source>
        <translation>Der Schlüsselbund ist gesperrt, oder ein Geheimnis wurde daraus entfernt.</translation>
    </message>
    <message>
        <source>Unlock it and ask again, or set the secret anew.</source>
        <translation>Entsperren Sie ihn und fragen Sie erneut, oder setzen Sie das Geheimnis neu.</translation>
    </message>
    <message>
        <source>This session has no keychain.</source>
        <translation>Diese Sitzung hat keinen Schlüsselbund.</translation>
    </message>
    <message>
        <source>Start gnome-keyring or KWallet.</source>
        <translation>Starten Sie gnome-keyring oder KWallet.</translation>
    </message>
    <message>
        <source>The keychain does not answer.</source>
        <translation>Der Schlüsselbund antwortet nicht.</translation>
    </message>
    <message>
        <source>Look for a password dialogue that waits behind other windows.</source>
        <translation>Suchen Sie nach einem Passwortdialog hinter anderen Fenstern.</translation>
    </message>
    <message>
        <source>The keychain failed: %1.</source>
        <translation>Der Schlüsselbund ist fehlgeschlagen: %1.</translation>
    </message>
    <message>
        <source>Try it again.</source>
        <translation>Versuchen Sie es erneut.</translation>
    </message>
</context>
<context>
    <name>LabelFilterChip</name>
    <message>
        <source>by a part of the name…</source>
        <translation>nach Teil des Namens…</translation>
    </message>
    <message>
        <source>Write a part of the name, like research, agent:crawler or team:.</source>
        <translation>Geben Sie einen Teil des Namens ein, etwa research, agent:crawler oder team:.</translation>
    </message>
</context>
<context>
    <name>LedgerCare</name>
    <message>
        <source>Copying…</source>
        <translation>Wird kopiert…</translation>
    </message>
    <message>
        <source>Reading every entry…</source>
        <translation>Jeder Eintrag wird gelesen…</translation>
    </message>
    <message>
        <source>Copied to %1</source>
        <translation>Kopiert nach %1</translation>
    </message>
    <message>
        <source>Every entry is there and unchanged, and all sums agree.</source>
        <translation>Jeder Eintrag ist da und unverändert, und alle Summen stimmen überein.</translation>
    </message>
    <message>
        <source>Keep the ledger as it is, and compare with a backup. Differences: %1. %2</source>
        <translation>Lassen Sie das Hauptbuch, wie es ist, und vergleichen Sie es mit einer Sicherung. Abweichungen: %1. %2</translation>
    </message>
</context>
<context>
    <name>LedgerRestore</name>
    <message numerus="yes">
        <source>%Ln call(s), %1, will not be counted any more.</source>
        <translation>
            <numerusform>%Ln Aufruf, %1, wird nicht mehr gezählt.</numerusform>
            <numerusform>%Ln Aufrufe, %1, werden nicht mehr gezählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>No call is lost.</source>
        <translation>Kein Aufruf geht verloren.</translation>
    </message>
    <message numerus="yes">
        <source>The backup counts %Ln call(s) more than the ledger.</source>
        <translation>
            <numerusform>Die Sicherung zählt %Ln Aufruf mehr als das Hauptbuch.</numerusform>
            <numerusform>Die Sicherung zählt %Ln Aufrufe mehr als das Hauptbuch.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cap(s) become what they were.</source>
        <translation>
            <numerusform>%Ln Limit wird, was es war.</numerusform>
            <numerusform>%Ln Limits werden, was sie waren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) will not work any more.</source>
        <translation>
            <numerusform>%Ln Schlüssel gilt nicht mehr.</numerusform>
            <numerusform>%Ln Schlüssel gelten nicht mehr.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln revoked key(s) will work again.</source>
        <translation>
            <numerusform>%Ln widerrufener Schlüssel gilt wieder.</numerusform>
            <numerusform>%Ln widerrufene Schlüssel gelten wieder.</numerusform>
        </translation>
    </message>
    <message>
        <source>The present ledger is kept beside it.</source>
        <translation>Das jetzige Hauptbuch wird daneben aufgehoben.</translation>
    </message>
    <message>
        <source>A backup takes the ledger&apos;s place when Capstan starts again. %1 must end before.</source>
        <translation>Eine Sicherung tritt an die Stelle des Hauptbuchs, wenn Capstan neu startet. Vorher müssen enden: %1.</translation>
    </message>
    <message>
        <source>A backup takes the ledger&apos;s place when Capstan starts again.</source>
        <translation>Eine Sicherung tritt an die Stelle des Hauptbuchs, wenn Capstan neu startet.</translation>
    </message>
    <message>
        <source>The backup took the ledger&apos;s place. The former ledger is kept as %1.</source>
        <translation>Die Sicherung ist an die Stelle des Hauptbuchs getreten. Das frühere ist aufgehoben als %1.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Last call</source>
        <translation>Letzter Aufruf</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Spent in all</source>
        <translation>Insgesamt ausgegeben</translation>
    </message>
    <message>
        <source>Spent this month</source>
        <translation>Diesen Monat ausgegeben</translation>
    </message>
    <message>
        <source>Spent today</source>
        <translation>Heute ausgegeben</translation>
    </message>
</context>
<context>
    <name>ListeningSection</name>
    <message>
        <source>Programs call %1 now.</source>
        <translation>Programme rufen jetzt %1 auf.</translation>
    </message>
    <message>
        <source>Address and port</source>
        <translation>Adresse und Port</translation>
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
        <translation>Ändern</translation>
    </message>
    <message>
        <source>In force after the proxy is started again</source>
        <translation>Gilt, nachdem der Proxy neu gestartet wurde</translation>
    </message>
    <message>
        <source>Every call needs a virtual key</source>
        <translation>Jeder Aufruf braucht einen virtuellen Schlüssel</translation>
    </message>
    <message>
        <source>Without it, programs on this computer may call without one</source>
        <translation>Sonst dürfen Programme auf diesem Rechner ohne einen aufrufen</translation>
    </message>
</context>
<context>
    <name>LiveRow</name>
    <message>
        <source>Stop %1, %2</source>
        <translation>%1 stoppen, %2</translation>
    </message>
</context>
<context>
    <name>LogDialog</name>
    <message>
        <source>One JSON object a line. The reports are made of its calls; nothing of it is kept.</source>
        <translation>Ein JSON-Objekt je Zeile. Die Berichte entstehen aus seinen Aufrufen; nichts davon wird behalten.</translation>
    </message>
    <message>
        <source>Report on a log</source>
        <translation>Über ein Protokoll berichten</translation>
    </message>
    <message>
        <source>Logs of usage</source>
        <translation>Nutzungsprotokolle</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Report on it</source>
        <translation>Darüber berichten</translation>
    </message>
    <message>
        <source>No file was chosen</source>
        <translation>Keine Datei ausgewählt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>“%1” is no time. Write it as 2026-11-21, or 2026-11-21 08:30.</source>
        <translation>„%1“ ist kein Zeitpunkt. Schreiben Sie ihn als 2026-11-21 oder 2026-11-21 08:30.</translation>
    </message>
</context>
<context>
    <name>MoreFiltersButton</name>
    <message>
        <source>More filters</source>
        <translation>Weitere Filter</translation>
    </message>
    <message>
        <source>By key, agent, user, team and what else a call can name</source>
        <translation>Nach Schlüssel, Agent, Benutzer, Team und was ein Aufruf sonst nennen kann</translation>
    </message>
</context>
<context>
    <name>MuteChange</name>
    <message>
        <source>%1: unmuted</source>
        <translation>%1: nicht mehr stumm</translation>
    </message>
    <message>
        <source>%1: muted</source>
        <translation>%1: stumm</translation>
    </message>
    <message>
        <source>%1: muted until %2</source>
        <comment>research, daily cap: muted until 21 Nov 18:00</comment>
        <translation>%1: stumm bis %2</translation>
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
        <translation>Jedes Budget</translation>
    </message>
    <message>
        <source>for an hour</source>
        <translation>für eine Stunde</translation>
    </message>
    <message>
        <source>until tomorrow</source>
        <translation>bis morgen</translation>
    </message>
    <message>
        <source>for a week</source>
        <translation>für eine Woche</translation>
    </message>
    <message>
        <source>until I unmute</source>
        <translation>bis ich es aufhebe</translation>
    </message>
    <message>
        <source>until a time</source>
        <translation>bis zu einem Zeitpunkt</translation>
    </message>
    <message>
        <source>Write until when.</source>
        <translation>Geben Sie ein, bis wann.</translation>
    </message>
    <message>
        <source>That is over already.</source>
        <translation>Das ist schon vorbei.</translation>
    </message>
    <message>
        <source>until you unmute</source>
        <translation>bis Sie es aufheben</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
</context>
<context>
    <name>MuteDialog</name>
    <message>
        <source>Mute alerts</source>
        <translation>Warnungen stummschalten</translation>
    </message>
    <message>
        <source>Crossings are kept all the same; nobody is told of them meanwhile.</source>
        <translation>Überschreitungen werden trotzdem festgehalten; nur werden sie so lange niemandem gemeldet.</translation>
    </message>
    <message>
        <source>What is muted</source>
        <translation>Was stumm ist</translation>
    </message>
    <message>
        <source>Every budget</source>
        <translation>Jedes Budget</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>Bis wann</translation>
    </message>
    <message>
        <source>Mute until</source>
        <translation>Stumm bis</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stummschalten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>MuteLine</name>
    <message>
        <source>Unmute</source>
        <translation>Stummschaltung aufheben</translation>
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
        <translation>nicht angegeben</translation>
    </message>
</context>
<context>
    <name>NamesButton</name>
    <message>
        <source>Choose one that has called before</source>
        <translation>Aus bisherigen Aufrufen wählen</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Wählen: %1</translation>
    </message>
</context>
<context>
    <name>NavigationItem</name>
    <message>
        <source>%1, %2 open</source>
        <translation>%1, %2 offen</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>%Ln call(s) refused today.</source>
        <translation>
            <numerusform>Heute %Ln Aufruf abgelehnt.</numerusform>
            <numerusform>Heute %Ln Aufrufe abgelehnt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The total cap for all tenants is reached.</source>
        <translation>Das Gesamtlimit für alle Mandanten ist erreicht.</translation>
    </message>
    <message>
        <source>The cap per %1 for all tenants is reached.</source>
        <extracomment>%1 is a length of time: &quot;6 h&quot;</extracomment>
        <translation>Das Limit pro %1 für alle Mandanten ist erreicht.</translation>
    </message>
    <message>
        <source>The hourly cap for all tenants is reached.</source>
        <translation>Das Stundenlimit für alle Mandanten ist erreicht.</translation>
    </message>
    <message>
        <source>The daily cap for all tenants is reached.</source>
        <translation>Das Tageslimit für alle Mandanten ist erreicht.</translation>
    </message>
    <message>
        <source>The weekly cap for all tenants is reached.</source>
        <translation>Das Wochenlimit für alle Mandanten ist erreicht.</translation>
    </message>
    <message>
        <source>The monthly cap for all tenants is reached.</source>
        <translation>Das Monatslimit für alle Mandanten ist erreicht.</translation>
    </message>
    <message>
        <source>New calls are refused.</source>
        <translation>Neue Aufrufe werden abgelehnt.</translation>
    </message>
    <message>
        <source>New calls are refused %1.</source>
        <translation>Neue Aufrufe werden %1 abgelehnt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) let in before is/are finishing; the cost is already held.</source>
        <translation>
            <numerusform>%Ln zuvor zugelassener Aufruf läuft noch zu Ende; die Kosten sind schon reserviert.</numerusform>
            <numerusform>%Ln zuvor zugelassene Aufrufe laufen noch zu Ende; die Kosten sind schon reserviert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Raise cap…</source>
        <translation>Limit erhöhen…</translation>
    </message>
    <message>
        <source>The ledger cannot be written. Every call is refused.</source>
        <translation>Das Hauptbuch ist nicht beschreibbar. Jeder Aufruf wird abgelehnt.</translation>
    </message>
    <message>
        <source>%1 has not answered since %2.</source>
        <translation>%1 antwortet seit %2 nicht.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) was/were open when Capstan stopped.</source>
        <translation>
            <numerusform>%Ln Aufruf war offen, als Capstan stoppte.</numerusform>
            <numerusform>%Ln Aufrufe waren offen, als Capstan stoppte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Counted at the upper bound, %1.</source>
        <translation>Mit dem Höchstbetrag gezählt, %1.</translation>
    </message>
    <message>
        <source>All tenants are paused. New calls are refused.</source>
        <translation>Alle Mandanten sind pausiert. Neue Aufrufe werden abgelehnt.</translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>Alle fortsetzen</translation>
    </message>
    <message>
        <source>Traffic reaches %1 past Capstan.</source>
        <translation>Aufrufe erreichen %1 an Capstan vorbei.</translation>
    </message>
    <message>
        <source>%1 and Capstan count differently.</source>
        <translation>%1 und Capstan zählen verschieden.</translation>
    </message>
    <message>
        <source>%1 takes nothing.</source>
        <translation>%1 nimmt nichts an.</translation>
    </message>
    <message>
        <source>Set a price…</source>
        <translation>Preis setzen…</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <comment>notices</comment>
        <translation>
            <numerusform>und %Ln weiterer</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>At least %1 prompt and %2 generated tokens reached %3 without passing Capstan. Find who calls it directly, and let only this machine reach its port.</source>
        <translation>Mindestens %1 Prompt-Token und %2 erzeugte Token erreichten %3 an Capstan vorbei. Finden Sie heraus, wer direkt aufruft, und lassen Sie nur diesen Rechner an den Port.</translation>
    </message>
    <message>
        <source>Capstan counted %1 prompt and %2 generated tokens that %3 did not: calls whose count was lost are charged what they may have used.</source>
        <translation>Capstan zählte %1 Prompt-Token und %2 erzeugte Token, die %3 nicht zählte: Aufrufe, deren Zählung verloren ging, werden mit dem möglichen Verbrauch berechnet.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) used more than was held.</source>
        <translation>
            <numerusform>%Ln Aufruf verbrauchte mehr, als reserviert war.</numerusform>
            <numerusform>%Ln Aufrufe verbrauchten mehr, als reserviert war.</numerusform>
        </translation>
    </message>
    <message>
        <source>Charged in full. %1 counts more tokens than Capstan expected of it.</source>
        <translation>Voll berechnet. %1 zählt mehr Token, als Capstan erwartet hat.</translation>
    </message>
</context>
<context>
    <name>OpenAlert</name>
    <message>
        <source>Adjust cap</source>
        <translation>Limit anpassen</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Mute until tomorrow</source>
        <translation>Bis morgen stummschalten</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>%1 by %2</source>
        <extracomment>&quot;$996 by 30 Nov&quot;: what will be spent by that day</extracomment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>no cap</source>
        <translation>kein Limit</translation>
    </message>
    <message>
        <source>No cap is set</source>
        <translation>Kein Limit gesetzt</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>cap reached</source>
        <translation>Limit erreicht</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 übrig</translation>
    </message>
    <message>
        <source>%1 plan</source>
        <comment>of $400.00 plan</comment>
        <translation>%1 geplant</translation>
    </message>
    <message>
        <source>no plan</source>
        <translation>kein Plan</translation>
    </message>
    <message>
        <source>%1 today</source>
        <comment>of $30.00 today</comment>
        <translation>heute %1</translation>
    </message>
    <message>
        <source>today, no cap</source>
        <translation>heute, kein Limit</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Ctrl K</source>
        <translation>Strg K</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Diese Woche</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>Point a program at the address below. Its first call shows up here at once, with its cost.</source>
        <translation>Richten Sie ein Programm auf die Adresse unten. Sein erster Aufruf erscheint hier sofort, mit seinen Kosten.</translation>
    </message>
    <message>
        <source>No calls yet</source>
        <translation>Noch keine Aufrufe</translation>
    </message>
    <message>
        <source>Running cost, solid · still held, striped</source>
        <translation>Laufende Kosten, gefüllt · noch reserviert, gestreift</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>Laufend</translation>
    </message>
    <message>
        <source>Top models today</source>
        <translation>Top-Modelle heute</translation>
    </message>
    <message>
        <source>Top tenants today</source>
        <translation>Top-Mandanten heute</translation>
    </message>
    <message>
        <source>Tenants</source>
        <translation>Mandanten</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Top of what</source>
        <translation>Wovon die ersten</translation>
    </message>
    <message>
        <source>In flight %1</source>
        <translation>Laufend %1</translation>
    </message>
    <message>
        <source>Top tenants</source>
        <translation>Top-Mandanten</translation>
    </message>
    <message>
        <source>Top models</source>
        <translation>Top-Modelle</translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>Upstream</translation>
    </message>
    <message>
        <source>What to list</source>
        <translation>Was aufgelistet wird</translation>
    </message>
    <message>
        <source>Upstreams</source>
        <translation>Upstreams</translation>
    </message>
</context>
<context>
    <name>OwnHardwareCard</name>
    <message>
        <source>Own hardware</source>
        <translation>Eigene Hardware</translation>
    </message>
    <message>
        <source>Own GPU</source>
        <translation>Eigene GPU</translation>
    </message>
    <message>
        <source>per million tokens, measured on %1</source>
        <translation>pro Million Token, gemessen auf %1</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>Kaufpreis</translation>
    </message>
    <message>
        <source>dollars</source>
        <translation>Dollar</translation>
    </message>
    <message>
        <source>Written off</source>
        <translation>Abschreibung</translation>
    </message>
    <message>
        <source>months</source>
        <translation>Monate</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Leistung</translation>
    </message>
    <message>
        <source>watts</source>
        <translation>Watt</translation>
    </message>
    <message>
        <source>Electricity</source>
        <translation>Strom</translation>
    </message>
    <message>
        <source>per kWh</source>
        <translation>pro kWh</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>tokens/s, all</source>
        <translation>Token/s, alle</translation>
    </message>
    <message>
        <source>per million tokens · %1</source>
        <translation>pro Million Token · %1</translation>
    </message>
    <message>
        <source>Copy for capstan.yaml</source>
        <translation>Für capstan.yaml kopieren</translation>
    </message>
    <message>
        <source>With these lines Capstan measures the price</source>
        <translation>Mit diesen Zeilen misst Capstan den Preis</translation>
    </message>
</context>
<context>
    <name>OwnHardwareModel</name>
    <message>
        <source>%1/h, busy %2 of the last hour; %3 of it went by idle</source>
        <translation>%1/h, %2 der letzten Stunde ausgelastet; %3 davon im Leerlauf</translation>
    </message>
    <message>
        <source>The purchase price is an amount in dollars.</source>
        <translation>Der Kaufpreis ist ein Betrag in Dollar.</translation>
    </message>
    <message>
        <source>Written off over 1 to 240 months.</source>
        <translation>Abschreibung über 1 bis 240 Monate.</translation>
    </message>
    <message>
        <source>The power is a whole number of watts.</source>
        <translation>Die Leistung ist eine ganze Zahl von Watt.</translation>
    </message>
    <message>
        <source>The price of a kilowatt-hour is an amount in dollars.</source>
        <translation>Der Preis einer Kilowattstunde ist ein Betrag in Dollar.</translation>
    </message>
    <message>
        <source>The speed is a whole number of tokens a second.</source>
        <translation>Das Tempo ist eine ganze Zahl von Token pro Sekunde.</translation>
    </message>
    <message>
        <source>%1/h at full load</source>
        <translation>%1/h bei voller Last</translation>
    </message>
</context>
<context>
    <name>OwnPriceLine</name>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Change the price %1</source>
        <translation>Preis %1 ändern</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Remove the price %1</source>
        <translation>Preis %1 entfernen</translation>
    </message>
</context>
<context>
    <name>OwnPriceList</name>
    <message>
        <source>held before</source>
        <translation>galt zuvor</translation>
    </message>
    <message>
        <source>since the beginning</source>
        <translation>seit Beginn</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>held from %1</source>
        <translation>galt ab %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
</context>
<context>
    <name>OwnPrices</name>
    <message>
        <source>Your prices</source>
        <translation>Ihre Preise</translation>
    </message>
</context>
<context>
    <name>PastRange</name>
    <message>
        <source>Over</source>
        <extracomment>Over which past: &quot;Over: 7 days&quot;</extracomment>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
</context>
<context>
    <name>PauseAllButton</name>
    <message>
        <source>Resume all</source>
        <translation>Alle fortsetzen</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>Alle pausieren</translation>
    </message>
    <message>
        <source>Ctrl Shift P</source>
        <translation>Strg Umschalt P</translation>
    </message>
</context>
<context>
    <name>PauseAllDialog</name>
    <message>
        <source>Pause all tenants?</source>
        <translation>Alle Mandanten pausieren?</translation>
    </message>
    <message>
        <source>Let them finish</source>
        <translation>Zu Ende laufen lassen</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>Alle pausieren</translation>
    </message>
    <message>
        <source>Cut them now</source>
        <translation>Jetzt abbrechen</translation>
    </message>
    <message>
        <source>Leave them running</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
</context>
<context>
    <name>PauseChange</name>
    <message>
        <source>All tenants: paused</source>
        <translation>Alle Mandanten: pausiert</translation>
    </message>
    <message>
        <source>All tenants: resumed</source>
        <translation>Alle Mandanten: fortgesetzt</translation>
    </message>
    <message>
        <source>%1: paused</source>
        <translation>%1: pausiert</translation>
    </message>
    <message>
        <source>%1: resumed</source>
        <translation>%1: fortgesetzt</translation>
    </message>
</context>
<context>
    <name>PauseDialog</name>
    <message>
        <source>Pause %1?</source>
        <translation>%1 pausieren?</translation>
    </message>
    <message>
        <source>Let them finish</source>
        <translation>Zu Ende laufen lassen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Cut them now</source>
        <translation>Jetzt abbrechen</translation>
    </message>
    <message>
        <source>Leave them running</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Nichts ändern</translation>
    </message>
</context>
<context>
    <name>PolicyCare</name>
    <message>
        <source>%1: new</source>
        <translation>%1: neu</translation>
    </message>
    <message>
        <source>%1: different</source>
        <translation>%1: anders</translation>
    </message>
    <message>
        <source>%1: gone</source>
        <translation>%1: entfällt</translation>
    </message>
    <message>
        <source>Its version, or the order of its rules</source>
        <translation>Version oder Reihenfolge der Regeln</translation>
    </message>
    <message>
        <source>refuses</source>
        <translation>lehnt ab</translation>
    </message>
    <message>
        <source>moves to a cheaper model</source>
        <translation>verlegt auf ein günstigeres Modell</translation>
    </message>
    <message>
        <source>tells</source>
        <translation>meldet</translation>
    </message>
    <message>
        <source>There is none: budgets alone decide. The configuration file can name one.</source>
        <translation>Es gibt keine: Budgets allein entscheiden. Die Konfigurationsdatei kann eine nennen.</translation>
    </message>
    <message>
        <source>Version %1, rules: %2</source>
        <translation>Version %1, Regeln: %2</translation>
    </message>
    <message>
        <source>With this nothing changes. %1</source>
        <translation>Damit ändert sich nichts. %1</translation>
    </message>
    <message>
        <source>It is in force as it stands in the file.</source>
        <translation>Sie gilt so, wie sie in der Datei steht.</translation>
    </message>
    <message>
        <source>Reading it again would change:</source>
        <translation>Erneutes Lesen würde ändern:</translation>
    </message>
    <message>
        <source>It was read again, and is in force.</source>
        <translation>Sie wurde neu gelesen und gilt.</translation>
    </message>
    <message>
        <source>The policy was not changed. %1</source>
        <translation>Die Richtlinie wurde nicht geändert. %1</translation>
    </message>
</context>
<context>
    <name>PolicyDialog</name>
    <message>
        <source>The rules of the file are asked about every recorded call, among the budgets there are. Nothing is changed.</source>
        <translation>Die Regeln der Datei werden zu jedem aufgezeichneten Aufruf befragt, neben den Budgets, die es gibt. Nichts wird geändert.</translation>
    </message>
    <message>
        <source>Try a policy</source>
        <translation>Eine Richtlinie ausprobieren</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Richtlinien</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt…</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>It is being tried</source>
        <translation>Wird gerade ausprobiert</translation>
    </message>
    <message>
        <source>No file was chosen</source>
        <translation>Keine Datei ausgewählt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>PolicyHitLine</name>
    <message>
        <source>%1 refused</source>
        <translation>%1 abgelehnt</translation>
    </message>
</context>
<context>
    <name>PolicyLine</name>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>Show rules</source>
        <translation>Regeln zeigen</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Read the file as it is now; nothing is changed</source>
        <translation>Liest die Datei, wie sie jetzt ist; nichts wird geändert</translation>
    </message>
    <message>
        <source>Put in force</source>
        <translation>In Kraft setzen</translation>
    </message>
    <message>
        <source>The next call is judged by it</source>
        <translation>Der nächste Aufruf wird danach beurteilt</translation>
    </message>
</context>
<context>
    <name>PolicyTrial</name>
    <message numerus="yes">
        <source>Of %Ln call(s), %1 would have been refused; %2 were.</source>
        <translation>
            <numerusform>Von %Ln Aufruf wären %1 abgelehnt worden; %2 wurden es.</numerusform>
            <numerusform>Von %Ln Aufrufen wären %1 abgelehnt worden; %2 wurden es.</numerusform>
        </translation>
    </message>
    <message>
        <source>Moved to a cheaper model: %1; %2 were.</source>
        <translation>Auf ein günstigeres Modell verlegt: %1; %2 wurden es.</translation>
    </message>
    <message>
        <source>Answers cut shorter: %1.</source>
        <translation>Gekürzte Antworten: %1.</translation>
    </message>
    <message>
        <source>last day</source>
        <translation>letzter Tag</translation>
    </message>
    <message>
        <source>last 7 days</source>
        <translation>letzte 7 Tage</translation>
    </message>
    <message>
        <source>last 30 days</source>
        <translation>letzte 30 Tage</translation>
    </message>
    <message>
        <source>Spent: %1; it would have been %2.</source>
        <translation>Ausgegeben: %1; es wären %2 gewesen.</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>%1, durch %2</translation>
    </message>
    <message>
        <source>first %1; these calls cost %2</source>
        <translation>zuerst %1; diese Aufrufe kosteten %2</translation>
    </message>
</context>
<context>
    <name>PriceChange</name>
    <message>
        <source>%1 in, %2 out</source>
        <comment>a price: $0.10 in, $0.30 out</comment>
        <translation>%1 ein, %2 aus</translation>
    </message>
    <message>
        <source>%1: your price removed</source>
        <translation>%1: Ihr Preis entfernt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>PriceEditor</name>
    <message>
        <source>%1 tokens in, %2 out: %3</source>
        <translation>%1 Token ein, %2 aus: %3</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Cached input</source>
        <translation>Cache-Eingabe</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>%1 is %2 times above the usual %3 (%4).</source>
        <translation>%1 liegt %2-mal über den üblichen %3 (%4).</translation>
    </message>
    <message>
        <source>%1 is %2 times below the usual %3 (%4).</source>
        <translation>%1 liegt %2-mal unter den üblichen %3 (%4).</translation>
    </message>
    <message>
        <source>Was it meant per 1,000 tokens, or for another model?</source>
        <translation>War der Preis pro 1000 Token gemeint oder ein anderes Modell?</translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation>Cache schreiben</translation>
    </message>
    <message>
        <source>“%1” is no day.</source>
        <translation>„%1“ ist kein Tag.</translation>
    </message>
    <message>
        <source>Give one as 2026-12-01.</source>
        <translation>Geben Sie einen wie 2026-12-01 an.</translation>
    </message>
    <message>
        <source>Your first price</source>
        <translation>Ihr erster Preis</translation>
    </message>
    <message>
        <source>Your price from %1</source>
        <translation>Ihr Preis ab %1</translation>
    </message>
    <message>
        <source>From %1 prompt tokens on:</source>
        <translation>Ab %1 Prompt-Token:</translation>
    </message>
</context>
<context>
    <name>PriceEditorCard</name>
    <message>
        <source>Price of %1</source>
        <translation>Preis von %1</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>New price</source>
        <translation>Neuer Preis</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>Ihrer</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Cached input</source>
        <translation>Cache-Eingabe</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation>Trotzdem speichern</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Nothing was changed, or a price cannot be read</source>
        <translation>Nichts wurde geändert, oder ein Preis ist nicht lesbar</translation>
    </message>
    <message>
        <source>Select a model to see and change its price</source>
        <translation>Wählen Sie ein Modell, um seinen Preis zu sehen und zu ändern</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation>Cache schreiben</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Gebühr</translation>
    </message>
    <message>
        <source>per request</source>
        <translation>je Anfrage</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Gültig ab</translation>
    </message>
    <message>
        <source>a day; empty: now</source>
        <translation>Tag; leer: jetzt</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>per minute</source>
        <translation>je Minute</translation>
    </message>
    <message>
        <source>Remove my price…</source>
        <translation>Meinen Preis entfernen…</translation>
    </message>
    <message>
        <source>Cache write, fee, long prompts, source…</source>
        <translation>Cache schreiben, Gebühr, lange Prompts, Quelle…</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>empty: this window</source>
        <translation>leer: dieses Fenster</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>Gelesen am</translation>
    </message>
    <message>
        <source>a day; empty: today</source>
        <translation>Tag; leer: heute</translation>
    </message>
</context>
<context>
    <name>PriceField</name>
    <message>
        <source>per million tokens</source>
        <translation>pro Million Token</translation>
    </message>
</context>
<context>
    <name>PriceListModel</name>
    <message numerus="yes">
        <source>%Ln model(s)</source>
        <translation>
            <numerusform>%Ln Modell</numerusform>
            <numerusform>%Ln Modelle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln without a price</source>
        <extracomment>%1 is &quot;12 models&quot;</extracomment>
        <translation>
            <numerusform>%1, %Ln ohne Preis</numerusform>
            <numerusform>%1, %Ln ohne Preis</numerusform>
        </translation>
    </message>
    <message>
        <source>A call to it is refused wherever a money cap applies.</source>
        <translation>Ein Aufruf wird überall abgelehnt, wo ein Geldlimit gilt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) was/were refused in the last 7 days, because a money cap applies to them.</source>
        <translation>
            <numerusform>%Ln Aufruf wurde in den letzten 7 Tagen abgelehnt, weil ein Geldlimit gilt.</numerusform>
            <numerusform>%Ln Aufrufe wurden in den letzten 7 Tagen abgelehnt, weil ein Geldlimit gilt.</numerusform>
        </translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>mitgeliefert</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importiert</translation>
    </message>
    <message>
        <source>configured</source>
        <translation>konfiguriert</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>Ihrer</translation>
    </message>
    <message>
        <source>free on purpose</source>
        <translation>absichtlich kostenlos</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>not served now</source>
        <translation>derzeit nicht angeboten</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>auf %1</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>kein Preis</translation>
    </message>
    <message>
        <source>refused %1</source>
        <translation>abgelehnt: %1</translation>
    </message>
    <message numerus="yes">
        <source>Shipped list: newest of %1, %n day(s) old.</source>
        <translation>
            <numerusform>Mitgelieferte Liste: Stand %1, %n Tag alt.</numerusform>
            <numerusform>Mitgelieferte Liste: Stand %1, %n Tage alt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Imported list: newest of %1, %n day(s) old.</source>
        <translation>
            <numerusform>Importierte Liste: Stand %1, %n Tag alt.</numerusform>
            <numerusform>Importierte Liste: Stand %1, %n Tage alt.</numerusform>
        </translation>
    </message>
    <message>
        <source>from %1: %2</source>
        <extracomment>%1 is a day, %2 &quot;$0.12 in, $0.30 out&quot;</extracomment>
        <translation>ab %1: %2</translation>
    </message>
</context>
<context>
    <name>PricePast</name>
    <message numerus="yes">
        <source>%Ln call(s) more would have been refused.</source>
        <translation>
            <numerusform>%Ln Aufruf mehr wäre abgelehnt worden.</numerusform>
            <numerusform>%Ln Aufrufe mehr wären abgelehnt worden.</numerusform>
        </translation>
    </message>
    <message>
        <source>What it would have cost cannot be told: %1</source>
        <translation>Was es gekostet hätte, ist nicht zu sagen: %1</translation>
    </message>
    <message>
        <source>%1: counting…</source>
        <extracomment>%1 is &quot;Last 7 days&quot;</extracomment>
        <translation>%1: wird gezählt…</translation>
    </message>
    <message>
        <source>It ends before it begins.</source>
        <translation>Das Ende liegt vor dem Anfang.</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>From – to</source>
        <translation>Von – bis</translation>
    </message>
    <message>
        <source>From when?</source>
        <translation>Von wann?</translation>
    </message>
    <message>
        <source>%1: %2 spent in all; at this price it would have been %3.</source>
        <extracomment>%1 is &quot;Last 7 days&quot;</extracomment>
        <translation>%1: insgesamt %2 ausgegeben; zu diesem Preis wären es %3 gewesen.</translation>
    </message>
</context>
<context>
    <name>PricePastLines</name>
    <message>
        <source>What it would have cost</source>
        <translation>Was es gekostet hätte</translation>
    </message>
    <message>
        <source>From when</source>
        <translation>Von wann</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>Bis wann</translation>
    </message>
    <message>
        <source>until now</source>
        <translation>bis jetzt</translation>
    </message>
</context>
<context>
    <name>PriceRemoval</name>
    <message>
        <source>Calls in the last 7 days: counting…</source>
        <translation>Aufrufe in den letzten 7 Tagen: wird gezählt…</translation>
    </message>
    <message>
        <source>Remove your price of %1?</source>
        <translation>Ihren Preis für %1 entfernen?</translation>
    </message>
    <message>
        <source>Remove your price of %1 from %2?</source>
        <extracomment>%1 is a model, %2 a day</extracomment>
        <translation>Ihren Preis für %1 ab %2 entfernen?</translation>
    </message>
    <message>
        <source>Nothing changes today.</source>
        <translation>Heute ändert sich nichts.</translation>
    </message>
    <message>
        <source>Nothing changes today: %1 holds.</source>
        <translation>Heute ändert sich nichts: Es gilt %1.</translation>
    </message>
    <message>
        <source>Then it has no price: a call to it is refused wherever a money cap applies.</source>
        <translation>Dann hat es keinen Preis: Ein Aufruf wird überall abgelehnt, wo ein Geldlimit gilt.</translation>
    </message>
    <message>
        <source>Then %1 holds (%2), per million tokens.</source>
        <extracomment>%1 is &quot;$0.10 in, $0.30 out&quot;, %2 who says so: &quot;shipped&quot;</extracomment>
        <translation>Dann gilt %1 (%2), pro Million Token.</translation>
    </message>
    <message>
        <source>%1 from %2 will not come into force.</source>
        <translation>%1 ab %2 tritt nicht in Kraft.</translation>
    </message>
    <message>
        <source>Nobody called it in the last 7 days.</source>
        <translation>In den letzten 7 Tagen gab es keine Aufrufe.</translation>
    </message>
    <message>
        <source>Calls in the last 7 days: %1 of %2, for %3 at your price.</source>
        <translation>Aufrufe in den letzten 7 Tagen: %1 (%2), für %3 zu Ihrem Preis.</translation>
    </message>
    <message>
        <source>Whom it touches cannot be told: %1</source>
        <translation>Wen es betrifft, lässt sich nicht sagen: %1</translation>
    </message>
</context>
<context>
    <name>PriceRemovalDialog</name>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Nichts ändern</translation>
    </message>
</context>
<context>
    <name>PriceTable</name>
    <message>
        <source>Models and prices</source>
        <translation>Modelle und Preise</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>No model matches “%1”</source>
        <translation>Kein Modell passt zu „%1“</translation>
    </message>
    <message>
        <source>No upstream has listed a model yet.</source>
        <translation>Noch kein Upstream hat ein Modell gemeldet.</translation>
    </message>
    <message>
        <source>Yours wins over configured, configured over imported, imported over shipped. A price of 0.00 is a real price: the caps stay on.</source>
        <translation>Ihrer geht vor konfiguriert, konfiguriert vor importiert, importiert vor mitgeliefert. Ein Preis von 0,00 ist ein echter Preis: Die Limits gelten weiter.</translation>
    </message>
    <message>
        <source>What they cost today is not known: %1</source>
        <translation>Die heutigen Kosten sind nicht bekannt: %1</translation>
    </message>
</context>
<context>
    <name>PriceTableHead</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>$ per million tokens</source>
        <translation>$ pro Million Token</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Price from</source>
        <translation>Preis von</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
</context>
<context>
    <name>PriceTableRow</name>
    <message>
        <source>%1, %2, input %3, output %4 dollars per million tokens, %5 %6</source>
        <translation>%1, %2, Eingabe %3, Ausgabe %4 Dollar pro Million Token, %5 %6</translation>
    </message>
</context>
<context>
    <name>PriceTierList</name>
    <message>
        <source>From how many tokens of the prompt on?</source>
        <translation>Ab wie vielen Token des Prompts?</translation>
    </message>
    <message>
        <source>Write a whole number such as 200000.</source>
        <translation>Geben Sie eine ganze Zahl wie 200000 ein.</translation>
    </message>
    <message>
        <source>long prompts</source>
        <translation>lange Prompts</translation>
    </message>
    <message>
        <source>Another row begins at %1 tokens as well.</source>
        <translation>Eine weitere Zeile beginnt ebenfalls bei %1 Token.</translation>
    </message>
    <message>
        <source>Change or remove one of them.</source>
        <translation>Ändern oder entfernen Sie eine davon.</translation>
    </message>
    <message>
        <source>A row of the long prompts cannot be read.</source>
        <translation>Eine Zeile der langen Prompts ist nicht lesbar.</translation>
    </message>
    <message>
        <source>It says what is wrong.</source>
        <translation>Dort steht, was falsch ist.</translation>
    </message>
</context>
<context>
    <name>PriceTiers</name>
    <message>
        <source>Long prompts</source>
        <translation>Lange Prompts</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>Zeile hinzufügen</translation>
    </message>
    <message>
        <source>Other rates from so many tokens of the prompt on</source>
        <translation>Andere Preise ab einer Anzahl Token im Prompt</translation>
    </message>
    <message>
        <source>From %1 prompt tokens on</source>
        <translation>Ab %1 Prompt-Token</translation>
    </message>
    <message>
        <source>%1 from %2 prompt tokens on</source>
        <translation>%1 ab %2 Prompt-Token</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>prompt tokens</source>
        <translation>Prompt-Token</translation>
    </message>
    <message>
        <source>Remove the row from %1 prompt tokens on</source>
        <translation>Zeile ab %1 Prompt-Token entfernen</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Cached input</source>
        <translation>Cache-Eingabe</translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation>Cache schreiben</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
</context>
<context>
    <name>PricesPage</name>
    <message>
        <source>Models &amp; prices</source>
        <translation>Modelle &amp; Preise</translation>
    </message>
    <message>
        <source>Add price</source>
        <translation>Preis hinzufügen</translation>
    </message>
    <message>
        <source>%1 has no price</source>
        <translation>%1 hat keinen Preis</translation>
    </message>
    <message>
        <source>Set a price</source>
        <translation>Preis setzen</translation>
    </message>
    <message>
        <source>View calls</source>
        <translation>Aufrufe ansehen</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Whole price book</source>
        <translation>Ganze Preisliste</translation>
    </message>
    <message>
        <source>Which models</source>
        <translation>Welche Modelle</translation>
    </message>
    <message>
        <source>Filter models</source>
        <translation>Modelle filtern</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Price lists</source>
        <translation>Preislisten</translation>
    </message>
    <message>
        <source>A JSON file in LiteLLM&apos;s format. Its prices go before those shipped, and after yours; they replace what was imported before.</source>
        <translation>Eine JSON-Datei im Format von LiteLLM. Die Preise darin gehen mitgelieferten vor, aber nicht Ihren eigenen; sie ersetzen zuvor importierte.</translation>
    </message>
    <message>
        <source>Import prices</source>
        <translation>Preise importieren</translation>
    </message>
    <message>
        <source>Ctrl Z</source>
        <translation>Strg Z</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation>Noch wurde nichts geändert</translation>
    </message>
</context>
<context>
    <name>ProgressStripe</name>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>QMessageBox</name>
    <message>
        <source>Use a free port</source>
        <translation>Freien Port verwenden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>QuitDialog</name>
    <message>
        <source>Quit Capstan?</source>
        <translation>Capstan beenden?</translation>
    </message>
    <message>
        <source>Let them finish, then quit</source>
        <translation>Zu Ende laufen lassen, dann beenden</translation>
    </message>
    <message>
        <source>Cut them and quit</source>
        <translation>Abbrechen und beenden</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Weiterlaufen</translation>
    </message>
    <message>
        <source>Minimise and go on</source>
        <translation>Minimieren und weiterlaufen</translation>
    </message>
    <message>
        <source>Stop the proxy and quit</source>
        <translation>Proxy stoppen und beenden</translation>
    </message>
</context>
<context>
    <name>RaiseCard</name>
    <message>
        <source>End it now</source>
        <translation>Jetzt beenden</translation>
    </message>
    <message>
        <source>Raise otherwise…</source>
        <translation>Anders erhöhen…</translation>
    </message>
    <message>
        <source>Raise until…</source>
        <translation>Vorübergehend erhöhen…</translation>
    </message>
    <message>
        <source>Raise by</source>
        <translation>Erhöhen um</translation>
    </message>
    <message>
        <source>until</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Raise</source>
        <translation>Erhöhen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Nichts ändern</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>Bis wann</translation>
    </message>
    <message>
        <source>18:00, 3d or 2026-12-01 18:00</source>
        <translation>18:00, 3d oder 2026-12-01 18:00</translation>
    </message>
    <message>
        <source>Say until when first</source>
        <translation>Geben Sie zuerst an, bis wann</translation>
    </message>
</context>
<context>
    <name>RangeMenu</name>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>From when</source>
        <translation>Von wann</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>Bis wann</translation>
    </message>
    <message>
        <source>open, or 2026-11-22</source>
        <translation>offen oder 2026-11-22</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
</context>
<context>
    <name>ReconcileList</name>
    <message numerus="yes">
        <source>$%1 in %Ln call(s)</source>
        <translation>
            <numerusform>$%1 in %Ln Aufruf</numerusform>
            <numerusform>$%1 in %Ln Aufrufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Memory, as this window shows it</source>
        <translation>Speicher, wie dieses Fenster ihn zeigt</translation>
    </message>
    <message>
        <source>/metrics, as Prometheus reads it</source>
        <translation>/metrics, wie Prometheus es liest</translation>
    </message>
    <message>
        <source>The ledger&apos;s entries</source>
        <translation>Einträge des Hauptbuchs</translation>
    </message>
    <message>
        <source>The ledger&apos;s totals</source>
        <translation>Summen des Hauptbuchs</translation>
    </message>
    <message>
        <source>Acknowledged %1</source>
        <translation>Bestätigt: %1</translation>
    </message>
    <message>
        <source>; %1 waits</source>
        <translation>; wartend: %1</translation>
    </message>
    <message>
        <source>; %1 was refused</source>
        <translation>; abgelehnt: %1</translation>
    </message>
    <message>
        <source>; %1 was given up</source>
        <translation>; aufgegeben: %1</translation>
    </message>
    <message>
        <source>; %1 was before it</source>
        <translation>; davor: %1</translation>
    </message>
    <message>
        <source>All agree, to the nano-dollar.</source>
        <translation>Alle stimmen überein, auf den Nanodollar genau.</translation>
    </message>
</context>
<context>
    <name>ReconcileSection</name>
    <message>
        <source>All that was ever spent is one number: in memory, in the ledger, in /metrics, and in what each destination acknowledged.</source>
        <translation>Alles, was je ausgegeben wurde, ist eine Zahl: im Speicher, im Hauptbuch, in /metrics und in dem, was jedes Ziel bestätigt hat.</translation>
    </message>
    <message>
        <source>Compare all places</source>
        <translation>Alle Stellen vergleichen</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Wird verglichen…</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Every entry of the ledger is being added up</source>
        <translation>Alle Einträge des Hauptbuchs werden zusammengerechnet</translation>
    </message>
    <message>
        <source>Add up every entry and compare; calls go on meanwhile</source>
        <translation>Alle Einträge zusammenrechnen und vergleichen; Aufrufe laufen dabei weiter</translation>
    </message>
</context>
<context>
    <name>ReportChart</name>
    <message>
        <source>%1, the first %2 of %3</source>
        <translation>%1, die ersten %2 von %3</translation>
    </message>
</context>
<context>
    <name>ReportChartCard</name>
    <message>
        <source>Arrow keys go from point to point</source>
        <translation>Pfeiltasten gehen von Punkt zu Punkt</translation>
    </message>
</context>
<context>
    <name>ReportFilters</name>
    <message>
        <source>Calls of</source>
        <translation>Aufrufe aus</translation>
    </message>
    <message>
        <source>What a call of each feature brings in, so that the report tells the margin</source>
        <translation>Was ein Aufruf jeder Funktion einbringt, damit der Bericht die Marge nennt</translation>
    </message>
</context>
<context>
    <name>ReportList</name>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
</context>
<context>
    <name>ReportTableCard</name>
    <message>
        <source>Rows of the report</source>
        <translation>Zeilen des Berichts</translation>
    </message>
</context>
<context>
    <name>ReportTableTitle</name>
    <message>
        <source>%1, sorted, largest first</source>
        <translation>%1, sortiert, größte zuerst</translation>
    </message>
    <message>
        <source>%1, sorted, smallest first</source>
        <translation>%1, sortiert, kleinste zuerst</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>%1, likely between %2 and %3</source>
        <translation>%1, wahrscheinlich zwischen %2 und %3</translation>
    </message>
    <message>
        <source>Cost by tenant and feature</source>
        <translation>Kosten nach Mandant und Funktion</translation>
    </message>
    <message>
        <source>Which tenant or feature burns the most per request?</source>
        <translation>Welcher Mandant oder welche Funktion verbraucht je Anfrage am meisten?</translation>
    </message>
    <message>
        <source>Experiments: cost and outcome</source>
        <translation>Experimente: Kosten und Ergebnis</translation>
    </message>
    <message>
        <source>Which experiment costs more without a better outcome?</source>
        <translation>Welches Experiment kostet mehr ohne besseres Ergebnis?</translation>
    </message>
    <message>
        <source>Slow routes and fallbacks</source>
        <translation>Langsame Routen und Ersatzmodelle</translation>
    </message>
    <message>
        <source>Budget pressure</source>
        <translation>Budgetdruck</translation>
    </message>
    <message>
        <source>Which budget namespaces are downgraded or refused?</source>
        <translation>Welche Budget-Namensräume werden herabgestuft oder abgelehnt?</translation>
    </message>
    <message>
        <source>Expensive routes</source>
        <translation>Teure Routen</translation>
    </message>
    <message>
        <source>Which routes cost more per request than the threshold?</source>
        <translation>Welche Routen kosten je Anfrage mehr als der Schwellenwert?</translation>
    </message>
    <message>
        <source>Cost over time</source>
        <translation>Kosten im Zeitverlauf</translation>
    </message>
    <message>
        <source>What was spent on what, per hour, day, week or month?</source>
        <translation>Was wurde je Stunde, Tag, Woche oder Monat wofür ausgegeben?</translation>
    </message>
    <message>
        <source>Totals and projection</source>
        <translation>Summen und Hochrechnung</translation>
    </message>
    <message>
        <source>What does a day cost, and what will the month?</source>
        <translation>Was kostet ein Tag, und was wird der Monat kosten?</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Prognose</translation>
    </message>
    <message>
        <source>What will the days left of this month cost?</source>
        <translation>Was werden die restlichen Tage dieses Monats kosten?</translation>
    </message>
    <message>
        <source>Spikes</source>
        <translation>Ausreißer</translation>
    </message>
    <message>
        <source>Which hours or days cost far more than usual?</source>
        <translation>Welche Stunden oder Tage kosten weit mehr als üblich?</translation>
    </message>
    <message>
        <source>Models without a price</source>
        <translation>Modelle ohne Preis</translation>
    </message>
    <message>
        <source>Which models were refused for want of a price?</source>
        <translation>Welche Modelle wurden mangels Preis abgelehnt?</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namensraum</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Fallback</source>
        <translation>Ersatz</translation>
    </message>
    <message>
        <source>Total cost</source>
        <translation>Gesamtkosten</translation>
    </message>
    <message>
        <source>Per call</source>
        <translation>Je Aufruf</translation>
    </message>
    <message>
        <source>Dearest call</source>
        <translation>Teuerster Aufruf</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Tokens in, mean</source>
        <translation>Token ein, Mittel</translation>
    </message>
    <message>
        <source>Tokens out, mean</source>
        <translation>Token aus, Mittel</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Erfolgreich</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>Downgraded</source>
        <translation>Herabgestuft</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>95 % within</source>
        <translation>95&#x202f;% innerhalb</translation>
    </message>
    <message>
        <source>Mean time</source>
        <translation>Mittlere Dauer</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation>Token ein</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>Tokens out</source>
        <translation>Token aus</translation>
    </message>
    <message>
        <source>A day, mean</source>
        <translation>Ein Tag, Mittel</translation>
    </message>
    <message>
        <source>Month so far</source>
        <translation>Monat bisher</translation>
    </message>
    <message>
        <source>Whole month</source>
        <translation>Ganzer Monat</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>Wahrscheinlich</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Days tested</source>
        <translation>Getestete Tage</translation>
    </message>
    <message>
        <source>Error, mean</source>
        <translation>Fehler, Mittel</translation>
    </message>
    <message>
        <source>Error of “as yesterday”</source>
        <translation>Fehler von „wie gestern“</translation>
    </message>
    <message>
        <source>Within the band</source>
        <translation>Im Band</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Üblich</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Last refused</source>
        <translation>Zuletzt abgelehnt</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Which fallbacks or routes hide latency? Of the newest 50,000 calls.</source>
        <translation>Welche Ersatzmodelle oder Routen verdecken Latenz? Von den neuesten 50.000 Aufrufen.</translation>
    </message>
    <message>
        <source>Charges (FOCUS)</source>
        <translation>Entgelte (FOCUS)</translation>
    </message>
    <message>
        <source>Every tenant&apos;s charges a day, for FinOps tools.</source>
        <translation>Entgelte jedes Mandanten pro Tag, für FinOps-Werkzeuge.</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Nutzung</translation>
    </message>
    <message>
        <source>How many calls and tokens, how fast, and what they cost?</source>
        <translation>Wie viele Aufrufe und Token, wie schnell, und was kosteten sie?</translation>
    </message>
    <message>
        <source>Cost by tag</source>
        <translation>Kosten nach Schlagwort</translation>
    </message>
    <message>
        <source>What was spent under each tag, or each value of one?</source>
        <translation>Was wurde unter jedem Schlagwort oder jedem Wert eines Schlagworts ausgegeben?</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Calls, tokens, cost and last call of each provider.</source>
        <translation>Aufrufe, Token, Kosten und letzter Aufruf jedes Anbieters.</translation>
    </message>
    <message>
        <source>Savings</source>
        <translation>Ersparnis</translation>
    </message>
    <message>
        <source>What did caches and cheaper routes save, at today&apos;s prices?</source>
        <translation>Was haben Caches und günstigere Routen gespart, zu heutigen Preisen?</translation>
    </message>
    <message>
        <source>Models compared</source>
        <translation>Modelle im Vergleich</translation>
    </message>
    <message>
        <source>What would the same tokens have cost at each other model?</source>
        <translation>Was hätten dieselben Token bei jedem anderen Modell gekostet?</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Marge</translation>
    </message>
    <message>
        <source>Margin of revenue</source>
        <translation>Marge vom Erlös</translation>
    </message>
</context>
<context>
    <name>ReportsModel</name>
    <message>
        <source>Above, $ per call</source>
        <translation>Über, $ je Aufruf</translation>
    </message>
    <message>
        <source>Revenue, $ per call</source>
        <translation>Erlös, $ je Aufruf</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>last 24 hours</source>
        <translation>letzte 24 Stunden</translation>
    </message>
    <message>
        <source>last 7 days</source>
        <translation>letzte 7 Tage</translation>
    </message>
    <message>
        <source>last 30 days</source>
        <translation>letzte 30 Tage</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>diesen Monat</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Per</source>
        <translation>Pro</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Write an amount in dollars, for example %1.</source>
        <translation>Geben Sie einen Betrag in Dollar ein, zum Beispiel %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>The first %1 of %2, as of %3</source>
        <translation>Die ersten %1 von %2, Stand %3</translation>
    </message>
    <message>
        <source>%1, as of %2</source>
        <translation>%1, Stand %2</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The ledger</source>
        <translation>Das Hauptbuch</translation>
    </message>
    <message>
        <source>A log…</source>
        <translation>Ein Protokoll…</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>minute</source>
        <translation>Minute</translation>
    </message>
    <message>
        <source>last hour</source>
        <translation>letzte Stunde</translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>Save CSV</source>
        <translation>CSV speichern</translation>
    </message>
    <message>
        <source>Save the rows for a spreadsheet</source>
        <translation>Zeilen für eine Tabellenkalkulation speichern</translation>
    </message>
    <message>
        <source>Save JSON</source>
        <translation>JSON speichern</translation>
    </message>
    <message>
        <source>Save the rows for a program</source>
        <translation>Zeilen für ein Programm speichern</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Adding up…</source>
        <translation>Wird zusammengerechnet…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>No call matches these filters.</source>
        <translation>Kein Aufruf passt zu diesen Filtern.</translation>
    </message>
    <message>
        <source>Nothing to report in this time.</source>
        <translation>In dieser Zeit gibt es nichts zu berichten.</translation>
    </message>
    <message>
        <source>Hide invoice</source>
        <translation>Rechnung ausblenden</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>A tenant&apos;s month, to send and to close</source>
        <translation>Der Monat eines Mandanten, zum Versenden und Abschließen</translation>
    </message>
    <message>
        <source>Try a policy…</source>
        <translation>Richtlinie ausprobieren…</translation>
    </message>
    <message>
        <source>What a policy in a file would have refused, or moved to a cheaper model</source>
        <translation>Was eine Richtlinie in einer Datei abgelehnt oder auf ein günstigeres Modell verlegt hätte</translation>
    </message>
</context>
<context>
    <name>RequestFilterChip</name>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>by its id…</source>
        <translation>nach Kennung…</translation>
    </message>
    <message>
        <source>This is no request id. It stands in each answer&apos;s header x-request-id: req- and 32 hex digits.</source>
        <translation>Das ist keine Anfragekennung. Sie steht in jeder Antwort im Kopf x-request-id: req- und 32 Hexadezimalziffern.</translation>
    </message>
</context>
<context>
    <name>RequestStory</name>
    <message>
        <source>Story of the request</source>
        <translation>Verlauf der Anfrage</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Open the budget</source>
        <translation>Budget öffnen</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Select a request to read its whole story</source>
        <translation>Wählen Sie eine Anfrage, um ihren ganzen Verlauf zu lesen</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Calls go on into the present ledger until Capstan starts again; then the backup takes its place.</source>
        <translation>Aufrufe gehen weiter in das jetzige Hauptbuch, bis Capstan neu startet; dann tritt die Sicherung an seine Stelle.</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Eine Sicherung zurückspielen</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>Proving every entry of the backup…</source>
        <translation>Jeder Eintrag der Sicherung wird geprüft…</translation>
    </message>
    <message>
        <source>Restore at the next start</source>
        <translation>Beim nächsten Start zurückspielen</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>It is being read</source>
        <translation>Wird gerade gelesen</translation>
    </message>
    <message>
        <source>No file was chosen</source>
        <translation>Keine Datei ausgewählt</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Nichts ändern</translation>
    </message>
</context>
<context>
    <name>RestoreTable</name>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>In the backup</source>
        <translation>In der Sicherung</translation>
    </message>
</context>
<context>
    <name>RevenueDialog</name>
    <message>
        <source>Revenue per call</source>
        <translation>Erlös je Aufruf</translation>
    </message>
    <message>
        <source>What a call brings in, in dollars. The report adds what is left of it, the margin; nothing of it is kept.</source>
        <translation>Was ein Aufruf einbringt, in Dollar. Der Bericht ergänzt, was davon bleibt, die Marge; nichts davon wird aufbewahrt.</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>a feature</source>
        <translation>eine Funktion</translation>
    </message>
    <message>
        <source>Revenue of a call of %1, in dollars</source>
        <translation>Erlös eines Aufrufs von %1, in Dollar</translation>
    </message>
    <message>
        <source>$ per call</source>
        <translation>$ je Aufruf</translation>
    </message>
    <message>
        <source>Take this feature away</source>
        <translation>Diese Funktion entfernen</translation>
    </message>
    <message>
        <source>Choose a feature</source>
        <translation>Funktion wählen</translation>
    </message>
    <message>
        <source>Name one</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Every call</source>
        <translation>Jeder Aufruf</translation>
    </message>
    <message>
        <source>Every other call</source>
        <translation>Jeder andere Aufruf</translation>
    </message>
    <message>
        <source>Revenue of a call of any other feature, in dollars</source>
        <translation>Erlös eines Aufrufs jeder anderen Funktion, in Dollar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>RunningList</name>
    <message>
        <source>Calls in flight</source>
        <translation>Laufende Aufrufe</translation>
    </message>
    <message>
        <source>No call is running</source>
        <translation>Kein Aufruf läuft</translation>
    </message>
</context>
<context>
    <name>RunningListModel</name>
    <message>
        <source>complete</source>
        <comment>a call</comment>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>cut</source>
        <comment>a call</comment>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>stopped</source>
        <comment>a call</comment>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>left</source>
        <comment>a call</comment>
        <translation>Client weg</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>a call</comment>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>recovered</source>
        <comment>a call</comment>
        <translation>wiederhergestellt</translation>
    </message>
    <message>
        <source>ended</source>
        <comment>a call</comment>
        <translation>beendet</translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation>wird gestoppt…</translation>
    </message>
    <message>
        <source>cost so far %1, at most %2</source>
        <translation>Kosten bisher %1, höchstens %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln Anfrage</numerusform>
            <numerusform>%Ln Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>No call is running. New calls are refused until you resume.</source>
        <translation>Kein Aufruf läuft. Neue Aufrufe werden abgelehnt, bis Sie fortsetzen.</translation>
    </message>
    <message numerus="yes">
        <source>New calls are refused until you resume. Let %Ln running call(s) finish, or cut it/them now?</source>
        <translation>
            <numerusform>Neue Aufrufe werden abgelehnt, bis Sie fortsetzen. %Ln laufenden Aufruf zu Ende laufen lassen oder jetzt abbrechen?</numerusform>
            <numerusform>Neue Aufrufe werden abgelehnt, bis Sie fortsetzen. %Ln laufende Aufrufe zu Ende laufen lassen oder jetzt abbrechen?</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>stopped at $0.0023</comment>
        <translation>%1 bei %2</translation>
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
        <translation>%1 bei %2 (%3)</translation>
    </message>
    <message>
        <source>next</source>
        <translation>der Nächste</translation>
    </message>
    <message>
        <source>There is no alert %1.</source>
        <translation>Die Meldung %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>GET /api/admin/alerts lists them.</source>
        <translation>GET /api/admin/alerts zählt sie auf.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>That time is past.</source>
        <translation>Dieser Zeitpunkt ist vorbei.</translation>
    </message>
    <message>
        <source>Give a time to come.</source>
        <translation>Geben Sie einen künftigen Zeitpunkt an.</translation>
    </message>
    <message>
        <source>Capstan does not run.</source>
        <translation>Capstan läuft nicht.</translation>
    </message>
    <message>
        <source>Start it, or use `capstan check-config --connect`.</source>
        <translation>Starten Sie es, oder verwenden Sie `capstan check-config --connect`.</translation>
    </message>
    <message>
        <source>%1 is no percentage up to %2.</source>
        <translation>%1 ist keine Prozentzahl bis %2.</translation>
    </message>
    <message>
        <source>Write marks as 50,80,95.</source>
        <translation>Schreiben Sie Schwellen als 50,80,95.</translation>
    </message>
    <message>
        <source>There are %1 marks.</source>
        <translation>Es sind %1 Schwellen.</translation>
    </message>
    <message>
        <source>Give at most ten.</source>
        <translation>Geben Sie höchstens zehn an.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; %2.</source>
        <translation>„%1“ %2.</translation>
    </message>
    <message>
        <source>Write US dollars as a decimal number with at most nine decimals, for example 0.15.</source>
        <translation>Schreiben Sie US-Dollar als Dezimalzahl mit höchstens neun Stellen, zum Beispiel 0.15.</translation>
    </message>
    <message>
        <source>is not a decimal number</source>
        <translation>ist keine Dezimalzahl</translation>
    </message>
    <message>
        <source>is finer than a billionth of a dollar</source>
        <translation>ist feiner als ein Milliardstel Dollar</translation>
    </message>
    <message>
        <source>is beyond 9.2 billion dollars</source>
        <translation>liegt über 9,2 Milliarden Dollar</translation>
    </message>
    <message>
        <source>The mark-up is no percentage from -100 to 1000 with up to four decimals.</source>
        <translation>Der Aufschlag ist keine Prozentzahl von -100 bis 1000 mit höchstens vier Stellen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in the zone &quot;%2&quot; is no period of days.</source>
        <translation>„%1“ in der Zone „%2“ ist kein Zeitraum von Tagen.</translation>
    </message>
    <message>
        <source>Write 2026-10 for a month, 2026-10-05 for a day, or 2026-10-01..2026-10-15; and a zone such as Europe/Berlin.</source>
        <translation>Schreiben Sie 2026-10 für einen Monat, 2026-10-05 für einen Tag oder 2026-10-01..2026-10-15; und eine Zone wie Europe/Berlin.</translation>
    </message>
    <message>
        <source>An invoice in the ledger cannot be read: %1</source>
        <translation>Eine Rechnung im Hauptbuch ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>Run capstan verify, and restore a backup.</source>
        <translation>Rufen Sie capstan verify auf, und spielen Sie eine Sicherung ein.</translation>
    </message>
    <message>
        <source>The period %1 to %2 of %3 is closed, and overlaps.</source>
        <translation>Der Zeitraum %1 bis %2 von %3 ist abgeschlossen und überschneidet sich.</translation>
    </message>
    <message>
        <source>The period %1 to %2 of %3 is closed already.</source>
        <translation>Der Zeitraum %1 bis %2 von %3 ist schon abgeschlossen.</translation>
    </message>
    <message>
        <source>The period %1 to %2 of %3 is not over yet.</source>
        <translation>Der Zeitraum %1 bis %2 von %3 ist noch nicht vorbei.</translation>
    </message>
    <message>
        <source>What was billed stays; corrections stand on the next invoice.</source>
        <translation>Was berechnet wurde, bleibt; Berichtigungen stehen auf der nächsten Rechnung.</translation>
    </message>
    <message>
        <source>Another invoice was closed at the same moment.</source>
        <translation>Im selben Augenblick wurde eine andere Rechnung abgeschlossen.</translation>
    </message>
    <message>
        <source>Nothing was changed; close it again.</source>
        <translation>Es wurde nichts geändert; schließen Sie sie noch einmal ab.</translation>
    </message>
    <message>
        <source>The budget %1 is not valid: %2.</source>
        <translation>Das Budget %1 ist nicht gültig: %2.</translation>
    </message>
    <message>
        <source>Correct these fields; nothing was changed.</source>
        <translation>Berichtigen Sie diese Felder; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>hard_mark_ppm must be above 0 and at most 1000000</source>
        <translation>hard_mark_ppm muss über 0 und höchstens 1000000 sein</translation>
    </message>
    <message>
        <source>soft_marks_ppm must rise, each above 0 and at most hard_mark_ppm</source>
        <translation>soft_marks_ppm müssen steigen, jede über 0 und höchstens hard_mark_ppm</translation>
    </message>
    <message>
        <source>at_soft.downgrades needs model names in from and to</source>
        <translation>at_soft.downgrades braucht Modellnamen in from und to</translation>
    </message>
    <message>
        <source>at_soft.downgrades leads from %1 to itself</source>
        <translation>at_soft.downgrades führt von %1 zu sich selbst</translation>
    </message>
    <message>
        <source>at_soft.disable_tools holds an empty name</source>
        <translation>at_soft.disable_tools enthält einen leeren Namen</translation>
    </message>
    <message>
        <source>queue_for_s must be 1 to 300 where at_hard is queue</source>
        <translation>queue_for_s muss 1 bis 300 sein, wenn gewartet wird</translation>
    </message>
    <message>
        <source>at_hard is downgrade, but at_soft.downgrades names no model</source>
        <translation>es soll herabgestuft werden, aber at_soft.downgrades nennt kein Modell</translation>
    </message>
    <message>
        <source>the raise must be above 0, and the raised limit an amount that can be counted</source>
        <translation>die Erhöhung muss über 0 liegen und das erhöhte Limit zählbar sein</translation>
    </message>
    <message>
        <source>id must be 1 to 64 printable ASCII characters without a space</source>
        <translation>id muss aus 1 bis 64 druckbaren ASCII-Zeichen ohne Leerzeichen bestehen</translation>
    </message>
    <message>
        <source>name must have at most 200 characters</source>
        <translation>der Name darf höchstens 200 Zeichen haben</translation>
    </message>
    <message>
        <source>yields_to_exact needs a selector with a wildcard</source>
        <translation>yields_to_exact braucht einen Selektor mit Platzhalter</translation>
    </message>
    <message>
        <source>the limit must be above 0</source>
        <translation>das Limit muss über 0 liegen</translation>
    </message>
    <message>
        <source>the limit times hard_mark_ppm is 0: no call could ever pass</source>
        <translation>das Limit mal hard_mark_ppm ist 0: Kein Aufruf käme je durch</translation>
    </message>
    <message>
        <source>window: %1</source>
        <translation>Zeitraum: %1</translation>
    </message>
    <message>
        <source>There is no budget %1.</source>
        <translation>Das Budget %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>List the budgets to see their ids.</source>
        <translation>Die Liste der Budgets zeigt ihre Kennungen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no counter of the budget %2 (&quot;%3&quot;).</source>
        <translation>„%1“ ist kein Zähler des Budgets %2 („%3“).</translation>
    </message>
    <message>
        <source>Give a label such as tenant:research, or none for all of them.</source>
        <translation>Geben Sie etwas wie tenant:research an oder nichts für alle.</translation>
    </message>
    <message>
        <source>An opening of the budget %1 has not one value for each wildcard.</source>
        <translation>Ein Anfangsstand des Budgets %1 hat nicht für jeden Platzhalter einen Wert.</translation>
    </message>
    <message>
        <source>Take the openings from the ledger for this very budget.</source>
        <translation>Nehmen Sie die Anfangsstände dieses Budgets aus dem Hauptbuch.</translation>
    </message>
    <message>
        <source>The budget %1 cannot be read: %2.</source>
        <translation>Das Budget %1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>Correct these keys; nothing was changed.</source>
        <translation>Berichtigen Sie diese Einträge; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The scope has no key.</source>
        <translation>Der Bereich hat keinen Schlüssel.</translation>
    </message>
    <message>
        <source>Name whose it is, for example user and ann.</source>
        <translation>Sagen Sie, wessen er ist, zum Beispiel user und ann.</translation>
    </message>
    <message>
        <source>There is no scope of the type &quot;%1&quot;.</source>
        <translation>Einen Bereich der Art „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>Give task, user, session, org, tenant, agent, feature or team.</source>
        <translation>Nennen Sie task, user, session, org, tenant, agent, feature oder team.</translation>
    </message>
    <message>
        <source>The selector part %1 has no value.</source>
        <translation>Der Teil %1 des Selektors hat keinen Wert.</translation>
    </message>
    <message>
        <source>The selector part %1 has a broken %-escape.</source>
        <translation>Der Teil %1 des Selektors hat eine fehlerhafte Prozentfolge.</translation>
    </message>
    <message>
        <source>The selector part %1 is not tag:&lt;name&gt;:&lt;value&gt;.</source>
        <translation>Der Teil %1 des Selektors ist nicht tag:&lt;name&gt;:&lt;value&gt;.</translation>
    </message>
    <message>
        <source>The selector part %1 is not dimension:value.</source>
        <translation>Der Teil %1 des Selektors ist nicht Dimension:Wert.</translation>
    </message>
    <message>
        <source>The selector part %1 names an unknown dimension.</source>
        <translation>Der Teil %1 des Selektors nennt eine unbekannte Dimension.</translation>
    </message>
    <message>
        <source>The selector names %1 twice.</source>
        <translation>Der Selektor nennt %1 zweimal.</translation>
    </message>
    <message>
        <source>The scope %1 names an unknown dimension.</source>
        <translation>Der Bereich %1 nennt eine unbekannte Dimension.</translation>
    </message>
    <message>
        <source>The scope %1 has no value.</source>
        <translation>Der Bereich %1 hat keinen Wert.</translation>
    </message>
    <message>
        <source>Write lifetime, rolling:24h, rolling:90m, hour, day, week, week:sunday or month, where needed with a zone as in day@Europe/Berlin.</source>
        <translation>Schreiben Sie lifetime, rolling:24h, rolling:90m, hour, day, week, week:sunday oder month, wo nötig mit Zone wie in day@Europe/Berlin.</translation>
    </message>
    <message>
        <source>The window %1 is not known.</source>
        <translation>Der Zeitraum %1 ist unbekannt.</translation>
    </message>
    <message>
        <source>The window %1 has no readable length or first day.</source>
        <translation>Der Zeitraum %1 hat keine lesbare Länge oder keinen ersten Tag.</translation>
    </message>
    <message>
        <source>The window %1 cannot have that zone.</source>
        <translation>Der Zeitraum %1 kann diese Zone nicht haben.</translation>
    </message>
    <message>
        <source>A rolling window is 1 minute to 366 days long, not %1.</source>
        <translation>Ein gleitender Zeitraum ist 1 Minute bis 366 Tage lang, nicht %1.</translation>
    </message>
    <message>
        <source>A week starts on one of seven days.</source>
        <translation>Eine Woche beginnt an einem von sieben Tagen.</translation>
    </message>
    <message>
        <source>The time zone %1 is not known to this machine.</source>
        <translation>Die Zeitzone %1 ist diesem Rechner unbekannt.</translation>
    </message>
    <message>
        <source>%1 is no time with a zone.</source>
        <translation>%1 ist keine Zeit mit Zone.</translation>
    </message>
    <message>
        <source>Write it like 2026-12-31T23:59:59Z, or null for none.</source>
        <translation>Schreiben Sie sie wie 2026-12-31T23:59:59Z oder null für keine.</translation>
    </message>
    <message>
        <source>%1 is no text of at most %2 bytes without control characters.</source>
        <translation>%1 ist kein Text von höchstens %2 Byte ohne Steuerzeichen.</translation>
    </message>
    <message>
        <source>Give a short name.</source>
        <translation>Geben Sie einen kurzen Namen an.</translation>
    </message>
    <message>
        <source>models is no list of at most %1 names.</source>
        <translation>models ist keine Liste von höchstens %1 Namen.</translation>
    </message>
    <message>
        <source>Give names, in which * stands for any text: [&quot;llama-*&quot;]; an empty list allows all.</source>
        <translation>Geben Sie Namen an, in denen * für beliebigen Text steht: [&quot;llama-*&quot;]; eine leere Liste erlaubt alle.</translation>
    </message>
    <message>
        <source>The member %1 is unknown.</source>
        <translation>Das Feld %1 ist unbekannt.</translation>
    </message>
    <message>
        <source>Give name, tenant, agent, models, limits and expires_at.</source>
        <translation>Geben Sie name, tenant, agent, models, limits und expires_at an.</translation>
    </message>
    <message>
        <source>limits is no object.</source>
        <translation>limits ist kein Objekt.</translation>
    </message>
    <message>
        <source>Write {&quot;requests_per_minute&quot;:60}.</source>
        <translation>Schreiben Sie {&quot;requests_per_minute&quot;:60}.</translation>
    </message>
    <message>
        <source>tenant is empty.</source>
        <translation>Der Mandant ist leer.</translation>
    </message>
    <message>
        <source>Say who pays for the calls of this key.</source>
        <translation>Sagen Sie, wer für die Aufrufe dieses Schlüssels zahlt.</translation>
    </message>
    <message>
        <source>Give any of requests_per_minute, requests_per_hour, tokens_per_minute, tokens_per_hour and parallel, each a whole number of at least 1.</source>
        <translation>Geben Sie requests_per_minute, requests_per_hour, tokens_per_minute, tokens_per_hour oder parallel an, je eine ganze Zahl ab 1.</translation>
    </message>
    <message>
        <source>The limit %1 is unknown.</source>
        <translation>Die Grenze %1 ist unbekannt.</translation>
    </message>
    <message>
        <source>The limit %1 is out of range.</source>
        <translation>Die Grenze %1 liegt außerhalb des Bereichs.</translation>
    </message>
    <message>
        <source>There is no key %1.</source>
        <translation>Den Schlüssel %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>List the keys to see their ids.</source>
        <translation>Die Liste der Schlüssel zeigt ihre Kennungen.</translation>
    </message>
    <message>
        <source>The key is revoked.</source>
        <translation>Der Schlüssel ist widerrufen.</translation>
    </message>
    <message>
        <source>A key keeps its tenant.</source>
        <translation>Ein Schlüssel behält seinen Mandanten.</translation>
    </message>
    <message>
        <source>Make another key.</source>
        <translation>Erstellen Sie einen anderen Schlüssel.</translation>
    </message>
    <message>
        <source>Capstan is stopping, so nothing was changed.</source>
        <translation>Capstan wird gerade beendet; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Capstan is stopping, so the ledger was not asked.</source>
        <translation>Capstan wird gerade beendet; das Hauptbuch wurde nicht gefragt.</translation>
    </message>
    <message>
        <source>Try again when it has started.</source>
        <translation>Versuchen Sie es erneut, wenn es gestartet ist.</translation>
    </message>
    <message>
        <source>There is no recovered call %1, attempt %2.</source>
        <translation>Den wiederhergestellten Aufruf %1, Versuch %2, gibt es nicht.</translation>
    </message>
    <message>
        <source>Only calls that were open at a crash, and whose detail is still kept, can be corrected; GET /api/admin/recovered lists them.</source>
        <translation>Nur Aufrufe, die bei einem Absturz offen waren und deren Einzelheiten noch da sind, lassen sich berichtigen; GET /api/admin/recovered zählt sie auf.</translation>
    </message>
    <message>
        <source>The price of &quot;%1&quot;, key &quot;%2&quot;, %3.</source>
        <translation>Der Preis von „%1“, Eintrag „%2“, %3.</translation>
    </message>
    <message>
        <source>Prices are US dollars per million tokens, for example 0.15; zero is a price too.</source>
        <translation>Preise sind US-Dollar je Million Token, zum Beispiel 0.15; auch null ist ein Preis.</translation>
    </message>
    <message>
        <source>is below zero</source>
        <translation>liegt unter null</translation>
    </message>
    <message>
        <source>does not ascend from above zero</source>
        <translation>steigt nicht von über null an</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>ist leer</translation>
    </message>
    <message>
        <source>is below zero or above $1000</source>
        <translation>liegt unter null oder über 1000 $</translation>
    </message>
    <message>
        <source>A call was reported with a negative number of tokens or priced below zero.</source>
        <translation>Ein Aufruf wurde mit negativer Tokenzahl oder einem Preis unter null gemeldet.</translation>
    </message>
    <message>
        <source>Charge its upper bound instead, and look at what the upstream reports as usage.</source>
        <translation>Berechnen Sie stattdessen seine Obergrenze, und sehen Sie nach, was der Upstream als Nutzung meldet.</translation>
    </message>
    <message>
        <source>%1: byte %2: %3.</source>
        <translation>%1: Byte %2: %3.</translation>
    </message>
    <message>
        <source>byte %1: %2</source>
        <translation>Byte %1: %2</translation>
    </message>
    <message>
        <source>Correct the JSON there.</source>
        <translation>Berichtigen Sie dort das JSON.</translation>
    </message>
    <message>
        <source>is not &quot;%1&quot;</source>
        <translation>ist nicht „%1“</translation>
    </message>
    <message>
        <source>Convert the prices to it.</source>
        <translation>Rechnen Sie die Preise darin um.</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; has two prices from the same moment.</source>
        <translation>%1: „%2“ hat zwei Preise ab demselben Zeitpunkt.</translation>
    </message>
    <message>
        <source>Remove one, or date them with &quot;effective_from&quot;.</source>
        <translation>Entfernen Sie einen, oder datieren Sie sie mit „effective_from“.</translation>
    </message>
    <message>
        <source>%1, entry %2 (%3)</source>
        <translation>%1, Eintrag %2 (%3)</translation>
    </message>
    <message>
        <source>%1, tier %2</source>
        <translation>%1, Stufe %2</translation>
    </message>
    <message>
        <source>The price list is not in this program.</source>
        <translation>Die Preisliste fehlt in diesem Programm.</translation>
    </message>
    <message>
        <source>Install Capstan again.</source>
        <translation>Installieren Sie Capstan neu.</translation>
    </message>
    <message>
        <source>%1 is no JSON object.</source>
        <translation>%1 ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>%1 is no JSON object: %2.</source>
        <translation>%1 ist kein JSON-Objekt: %2.</translation>
    </message>
    <message>
        <source>The price</source>
        <translation>Der Preis</translation>
    </message>
    <message>
        <source>The stored setting %1</source>
        <translation>Die gespeicherte Einstellung %1</translation>
    </message>
    <message>
        <source>%1: key &quot;%2&quot; %3.</source>
        <translation>%1: Eintrag „%2“ %3.</translation>
    </message>
    <message>
        <source>is unknown</source>
        <translation>ist unbekannt</translation>
    </message>
    <message>
        <source>Remove it, or correct its spelling.</source>
        <translation>Entfernen Sie ihn, oder berichtigen Sie die Schreibweise.</translation>
    </message>
    <message>
        <source>is missing or not a text</source>
        <translation>fehlt oder ist kein Text</translation>
    </message>
    <message>
        <source>Write it between quotes.</source>
        <translation>Schreiben Sie ihn in Anführungszeichen.</translation>
    </message>
    <message>
        <source>is missing or not a list with something in it</source>
        <translation>fehlt oder ist keine Liste mit Inhalt</translation>
    </message>
    <message>
        <source>Write it in [ ].</source>
        <translation>Schreiben Sie ihn in [ ].</translation>
    </message>
    <message>
        <source>is missing or not a whole number</source>
        <translation>fehlt oder ist keine ganze Zahl</translation>
    </message>
    <message>
        <source>Give a number of tokens.</source>
        <translation>Geben Sie eine Anzahl Token an.</translation>
    </message>
    <message>
        <source>is not a date</source>
        <translation>ist kein Datum</translation>
    </message>
    <message>
        <source>Write it as 2026-07-24.</source>
        <translation>Schreiben Sie es als 2026-07-24.</translation>
    </message>
    <message>
        <source>Give US dollars per million tokens; 0 if it is free.</source>
        <translation>Geben Sie US-Dollar je Million Token an; 0, wenn es nichts kostet.</translation>
    </message>
    <message>
        <source>is wrong: %1</source>
        <translation>ist falsch: %1</translation>
    </message>
    <message>
        <source>Give a file in the format of LiteLLM&apos;s model_prices_and_context_window.json.</source>
        <translation>Geben Sie eine Datei im Format von LiteLLMs model_prices_and_context_window.json an.</translation>
    </message>
    <message>
        <source>it is not an object of models</source>
        <translation>es ist kein Objekt von Modellen</translation>
    </message>
    <message>
        <source>no model in it has a price per token</source>
        <translation>kein Modell darin hat einen Preis je Token</translation>
    </message>
    <message>
        <source>%1 cannot be read as a price list.</source>
        <translation>%1 lässt sich nicht als Preisliste lesen.</translation>
    </message>
    <message>
        <source>Give the path of a file in LiteLLM&apos;s format.</source>
        <translation>Geben Sie den Pfad einer Datei in LiteLLMs Format an.</translation>
    </message>
    <message>
        <source>That range has more than %1 periods.</source>
        <translation>Dieser Bereich hat mehr als %1 Abschnitte.</translation>
    </message>
    <message>
        <source>Give a shorter range, or a longer period (per=day).</source>
        <translation>Geben Sie einen kürzeren Bereich oder längere Abschnitte an (per=day).</translation>
    </message>
    <message>
        <source>There is no report &quot;%1&quot;.</source>
        <translation>Den Bericht „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>There are: %1.</source>
        <translation>Es gibt: %1.</translation>
    </message>
    <message>
        <source>The query parameter %1 %2.</source>
        <translation>Die Angabe %1 %2.</translation>
    </message>
    <message>
        <source>is no date, time or duration</source>
        <translation>ist weder Datum noch Zeit noch Dauer</translation>
    </message>
    <message>
        <source>is no amount in dollars</source>
        <translation>ist kein Betrag in Dollar</translation>
    </message>
    <message>
        <source>is not a number from 0 to %1</source>
        <translation>ist keine Zahl von 0 bis %1</translation>
    </message>
    <message>
        <source>Write limit=100.</source>
        <translation>Schreiben Sie limit=100.</translation>
    </message>
    <message>
        <source>has no dimension &quot;%1&quot;</source>
        <translation>hat keine Dimension „%1“</translation>
    </message>
    <message>
        <source>Write by=tenant or by=tenant,model.</source>
        <translation>Schreiben Sie by=tenant oder by=tenant,model.</translation>
    </message>
    <message>
        <source>is no period</source>
        <translation>ist kein Zeitraum</translation>
    </message>
    <message>
        <source>Write per=minute, hour, day, week or month.</source>
        <translation>Schreiben Sie per=minute, hour, day, week oder month.</translation>
    </message>
    <message>
        <source>is unknown here</source>
        <translation>ist hier unbekannt</translation>
    </message>
    <message>
        <source>is given twice</source>
        <translation>ist zweimal angegeben</translation>
    </message>
    <message>
        <source>Give it once.</source>
        <translation>Geben Sie es einmal an.</translation>
    </message>
    <message>
        <source>is no IANA time zone</source>
        <translation>ist keine IANA-Zeitzone</translation>
    </message>
    <message>
        <source>Write zone=Europe/Berlin.</source>
        <translation>Schreiben Sie zone=Europe/Berlin.</translation>
    </message>
    <message>
        <source>is not before to</source>
        <translation>liegt nicht vor to</translation>
    </message>
    <message>
        <source>Give a range with something in it.</source>
        <translation>Geben Sie einen Bereich mit Inhalt an.</translation>
    </message>
    <message>
        <source>There are from, to, zone, by, per, threshold, revenue, tag, limit, offset, and the dimensions: tenant, agent, model, …</source>
        <translation>Es gibt from, to, zone, by, per, threshold, revenue, tag, limit, offset und die Dimensionen: tenant, agent, model, …</translation>
    </message>
    <message>
        <source>%1 steps cannot be shown.</source>
        <translation>%1 Schritte lassen sich nicht zeigen.</translation>
    </message>
    <message>
        <source>Ask for 1 to 1,000 steps.</source>
        <translation>Verlangen Sie 1 bis 1.000 Schritte.</translation>
    </message>
    <message>
        <source>The simulation was stopped.</source>
        <translation>Die Simulation wurde beendet.</translation>
    </message>
    <message>
        <source>Start it again.</source>
        <translation>Starten Sie sie erneut.</translation>
    </message>
    <message>
        <source>At least %1 prompt and %2 generated tokens reached %3 without passing Capstan.</source>
        <translation>Mindestens %1 Prompt- und %2 erzeugte Token haben %3 an Capstan vorbei erreicht.</translation>
    </message>
    <message>
        <source>Find who calls it directly, and let only this machine reach its port.</source>
        <translation>Finden Sie heraus, wer ihn direkt aufruft, und lassen Sie nur diesen Rechner an seinen Port.</translation>
    </message>
    <message>
        <source>Capstan counted %1 prompt and %2 generated tokens that %3 did not: calls whose count was lost are charged what they may have used.</source>
        <translation>Capstan hat %1 Prompt- und %2 erzeugte Token gezählt, die %3 nicht zählte: Aufrufe, deren Zahl verloren ging, werden mit dem berechnet, was sie verbraucht haben können.</translation>
    </message>
    <message>
        <source>%1 has %2 %3, %4 has %5: a difference of %6.</source>
        <translation>%1 hat %2 %3, %4 hat %5: ein Unterschied von %6.</translation>
    </message>
    <message>
        <source>%1 accounts for %2 nano-dollars in %3 calls, %4 has %5 in %6: a difference of %7.</source>
        <translation>%1 weist %2 Nanodollar in %3 Aufrufen aus, %4 hat %5 in %6: ein Unterschied von %7.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no code of another currency.</source>
        <translation>„%1“ ist kein Kürzel einer anderen Währung.</translation>
    </message>
    <message>
        <source>Write three letters as EUR, GBP or JPY; US dollars need no rate.</source>
        <translation>Schreiben Sie drei Buchstaben wie EUR, GBP oder JPY; US-Dollar brauchen keinen Kurs.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no rate.</source>
        <translation>„%1“ ist kein Kurs.</translation>
    </message>
    <message>
        <source>Write how many units one US dollar is worth, above 0 and at most a million, with at most nine decimals: 0.92.</source>
        <translation>Schreiben Sie, wie viele Einheiten ein US-Dollar wert ist, über 0 und höchstens eine Million, mit höchstens neun Stellen: 0,92.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no date.</source>
        <translation>„%1“ ist kein Datum.</translation>
    </message>
    <message>
        <source>Write it as 2026-11-02, or leave it out.</source>
        <translation>Schreiben Sie es als 2026-11-02, oder lassen Sie es weg.</translation>
    </message>
    <message>
        <source>The budget for %1 is %2: %3 spent, %4 held by running calls, and this call may need up to %5.</source>
        <translation>Das Budget für %1 beträgt %2: %3 sind ausgegeben, %4 für laufende Aufrufe reserviert, und dieser Aufruf kann bis zu %5 brauchen.</translation>
    </message>
    <message>
        <source>Room comes back as running calls end.</source>
        <translation>Sobald laufende Aufrufe enden, wird wieder etwas frei.</translation>
    </message>
    <message>
        <source>A max_tokens of at most %1 would pass.</source>
        <translation>Ein max_tokens von höchstens %1 käme durch.</translation>
    </message>
    <message>
        <source>It frees at %1.</source>
        <translation>Es wird am %1 wieder frei.</translation>
    </message>
    <message>
        <source>The owner can raise it in Capstan.</source>
        <translation>In Capstan lässt es sich erhöhen.</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>All calls are paused by the owner of this Capstan.</source>
        <translation>Alle Aufrufe sind vom Besitzer dieses Capstan angehalten.</translation>
    </message>
    <message>
        <source>Tenant %1 is paused by the owner of this Capstan.</source>
        <translation>Der Mandant %1 ist vom Besitzer dieses Capstan angehalten.</translation>
    </message>
    <message>
        <source>Ask them to resume it.</source>
        <translation>Bitten Sie ihn, es fortzusetzen.</translation>
    </message>
    <message>
        <source>Model %1 has no price, and a budget in dollars applies to this call.</source>
        <translation>Das Modell %1 hat keinen Preis, und für diesen Aufruf gilt ein Budget in Dollar.</translation>
    </message>
    <message>
        <source>The owner can set its price in Capstan.</source>
        <translation>Sein Preis lässt sich in Capstan festlegen.</translation>
    </message>
    <message>
        <source>The model &quot;%1&quot; does not exist.</source>
        <translation>Das Modell „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>The upstream serves no model.</source>
        <translation>Der Upstream bedient kein Modell.</translation>
    </message>
    <message>
        <source>Served are: %1.</source>
        <translation>Bedient werden: %1.</translation>
    </message>
    <message>
        <source>The provider %1, to which this model goes, does not serve %2.</source>
        <translation>Der Anbieter %1, zu dem dieses Modell führt, bedient %2 nicht.</translation>
    </message>
    <message>
        <source>Use /v1/chat/completions, which all of them do.</source>
        <translation>Verwenden Sie /v1/chat/completions; das bedienen alle.</translation>
    </message>
    <message>
        <source>The call was ended because its budget was lowered.</source>
        <translation>Der Aufruf wurde beendet, weil sein Budget gesenkt wurde.</translation>
    </message>
    <message>
        <source>The call was stopped by the owner of this Capstan.</source>
        <translation>Der Aufruf wurde vom Besitzer dieses Capstan beendet.</translation>
    </message>
    <message>
        <source>The model server does not accept connections.</source>
        <translation>Der Modellserver nimmt keine Verbindungen an.</translation>
    </message>
    <message>
        <source>Try again when it is up.</source>
        <translation>Versuchen Sie es erneut, wenn er läuft.</translation>
    </message>
    <message>
        <source>The model server did not answer in time.</source>
        <translation>Der Modellserver hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The model server broke its answer off.</source>
        <translation>Der Modellserver hat seine Antwort abgebrochen.</translation>
    </message>
    <message>
        <source>The model server refused Capstan&apos;s credential.</source>
        <translation>Der Modellserver hat Capstans Zugangsdaten abgelehnt.</translation>
    </message>
    <message>
        <source>The owner can set it in Capstan.</source>
        <translation>Sie lassen sich in Capstan festlegen.</translation>
    </message>
    <message>
        <source>The model server failed with status %1.</source>
        <translation>Der Modellserver ist mit Status %1 gescheitert.</translation>
    </message>
    <message>
        <source>The rate limit for %1 is %2 requests a minute: %3 used, and this call asks for %4.</source>
        <translation>Die Rate für %1 ist auf %2 Anfragen in der Minute begrenzt: %3 sind verbraucht, und dieser Aufruf verlangt %4.</translation>
    </message>
    <message>
        <source>The rate limit for %1 is %2 requests an hour: %3 used, and this call asks for %4.</source>
        <translation>Die Rate für %1 ist auf %2 Anfragen in der Stunde begrenzt: %3 sind verbraucht, und dieser Aufruf verlangt %4.</translation>
    </message>
    <message>
        <source>The rate limit for %1 is %2 tokens a minute: %3 used, and this call asks for %4.</source>
        <translation>Die Rate für %1 ist auf %2 Token in der Minute begrenzt: %3 sind verbraucht, und dieser Aufruf verlangt %4.</translation>
    </message>
    <message>
        <source>The rate limit for %1 is %2 tokens an hour: %3 used, and this call asks for %4.</source>
        <translation>Die Rate für %1 ist auf %2 Token in der Stunde begrenzt: %3 sind verbraucht, und dieser Aufruf verlangt %4.</translation>
    </message>
    <message>
        <source>The rate limit for %1 is %2 parallel requests: %3 used, and this call asks for %4.</source>
        <translation>Für %1 sind %2 gleichzeitige Anfragen erlaubt: %3 laufen, und dieser Aufruf verlangt %4.</translation>
    </message>
    <message>
        <source>It will never pass; lower max_tokens or shorten the prompt.</source>
        <translation>So kommt er nie durch; senken Sie max_tokens oder kürzen Sie den Prompt.</translation>
    </message>
    <message>
        <source>Try again in %1 s.</source>
        <translation>Versuchen Sie es in %1 s erneut.</translation>
    </message>
    <message>
        <source>The rule %1 of the policy does not allow this call: %2.</source>
        <translation>Die Regel %1 der Richtlinie erlaubt diesen Aufruf nicht: %2.</translation>
    </message>
    <message>
        <source>Ask the owner of this Capstan.</source>
        <translation>Fragen Sie den Besitzer dieses Capstan.</translation>
    </message>
    <message>
        <source>model_not_allowed</source>
        <translation>Modell nicht erlaubt</translation>
    </message>
    <message>
        <source>outside_time_window</source>
        <translation>außerhalb der erlaubten Zeit</translation>
    </message>
    <message>
        <source>tag_not_allowed</source>
        <translation>Tag nicht erlaubt</translation>
    </message>
    <message>
        <source>cost_anomaly_detected: current=%1 exceeds baseline=%2 * %3</source>
        <translation>ungewöhnliche Kosten: %1 statt sonst %2, mehr als das %3-Fache</translation>
    </message>
    <message>
        <source>No model may serve this request: %1.</source>
        <translation>Kein Modell darf diese Anfrage bedienen: %1.</translation>
    </message>
    <message>
        <source>No provider can serve this model now: %1.</source>
        <translation>Kein Anbieter kann dieses Modell jetzt bedienen: %1.</translation>
    </message>
    <message>
        <source>no target of it can serve now</source>
        <translation>keines seiner Ziele kann jetzt bedienen</translation>
    </message>
    <message>
        <source>failed a moment ago</source>
        <translation>eben noch gescheitert</translation>
    </message>
    <message>
        <source>has no price</source>
        <translation>hat keinen Preis</translation>
    </message>
    <message>
        <source>does not serve it</source>
        <translation>bedient es nicht</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>dearer than what the task has left</source>
        <translation>teurer als der Rest der Aufgabe</translation>
    </message>
    <message>
        <source>slower than allowed</source>
        <translation>langsamer als erlaubt</translation>
    </message>
    <message>
        <source>not local, and the budget is nearly spent</source>
        <translation>nicht lokal, und das Budget ist fast verbraucht</translation>
    </message>
    <message>
        <source>not good enough</source>
        <translation>nicht gut genug</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
    <message>
        <source>%1 is not something that Capstan answers.</source>
        <translation>%1 beantwortet Capstan nicht.</translation>
    </message>
    <message>
        <source>Allowed there: %1.</source>
        <translation>Dort erlaubt: %1.</translation>
    </message>
    <message>
        <source>Capstan is being stopped.</source>
        <translation>Capstan wird gerade beendet.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>This key expired at %1.</source>
        <translation>Dieser Schlüssel ist am %1 abgelaufen.</translation>
    </message>
    <message>
        <source>This key was revoked at %1.</source>
        <translation>Dieser Schlüssel wurde am %1 widerrufen.</translation>
    </message>
    <message>
        <source>Ask the owner of this Capstan for a new one.</source>
        <translation>Bitten Sie den Besitzer dieses Capstan um einen neuen.</translation>
    </message>
    <message>
        <source>This Capstan asks every caller for a key: send Authorization: Bearer sk-cap-….</source>
        <translation>Dieses Capstan verlangt von jedem einen Schlüssel: Senden Sie Authorization: Bearer sk-cap-….</translation>
    </message>
    <message>
        <source>Its owner makes one with `capstan key create`.</source>
        <translation>Sein Besitzer erstellt einen mit `capstan key create`.</translation>
    </message>
    <message>
        <source>This key is not known here.</source>
        <translation>Dieser Schlüssel ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>Check that all of it was copied, or ask the owner of this Capstan for a new one.</source>
        <translation>Prüfen Sie, ob er ganz kopiert wurde, oder bitten Sie den Besitzer dieses Capstan um einen neuen.</translation>
    </message>
    <message>
        <source>This key may not use the model &quot;%1&quot;.</source>
        <translation>Dieser Schlüssel darf das Modell „%1“ nicht verwenden.</translation>
    </message>
    <message>
        <source>It may use: %1.</source>
        <translation>Erlaubt sind ihm: %1.</translation>
    </message>
    <message>
        <source>Capstan cannot write its ledger, so it lets no call through.</source>
        <translation>Capstan kann sein Hauptbuch nicht schreiben und lässt darum keinen Aufruf durch.</translation>
    </message>
    <message>
        <source>Check the disk it is on.</source>
        <translation>Prüfen Sie den Datenträger, auf dem es liegt.</translation>
    </message>
    <message>
        <source>Name one, for example tenant-1 or agent:summariser.</source>
        <translation>Nennen Sie einen, zum Beispiel tenant-1 oder agent:summariser.</translation>
    </message>
    <message>
        <source>%1 is longer than %2 bytes, has control characters or is not UTF-8.</source>
        <translation>%1 ist länger als %2 Byte, enthält Steuerzeichen oder ist kein UTF-8.</translation>
    </message>
    <message>
        <source>Send a short name.</source>
        <translation>Senden Sie einen kurzen Namen.</translation>
    </message>
    <message>
        <source>%1 is not a configured route.</source>
        <translation>%1 ist kein eingerichteter Weg.</translation>
    </message>
    <message>
        <source>%1 is not a tier of %2.</source>
        <translation>%1 ist keine Stufe von %2.</translation>
    </message>
    <message>
        <source>Its tiers: %1.</source>
        <translation>Seine Stufen: %1.</translation>
    </message>
    <message>
        <source>The request body is longer than this server takes.</source>
        <translation>Der Inhalt der Anfrage ist länger, als dieser Server annimmt.</translation>
    </message>
    <message>
        <source>There is no room for the file that is sent.</source>
        <translation>Für die gesendete Datei ist kein Platz.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; %2.</source>
        <translation>Das Feld „%1“ %2.</translation>
    </message>
    <message>
        <source>Correct the field &quot;%1&quot; of the request.</source>
        <translation>Berichtigen Sie das Feld „%1“ der Anfrage.</translation>
    </message>
    <message>
        <source>Correct it, or call a provider that speaks OpenAI&apos;s dialect.</source>
        <translation>Berichtigen Sie es, oder rufen Sie einen Anbieter, der OpenAIs Sprache spricht.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; of this request cannot be given to the provider of this model.</source>
        <translation>Das Feld „%1“ dieser Anfrage kann dem Anbieter dieses Modells nicht gegeben werden.</translation>
    </message>
    <message>
        <source>Leave &quot;%1&quot; out, or call a model whose provider speaks OpenAI&apos;s dialect.</source>
        <translation>Lassen Sie „%1“ weg, oder rufen Sie ein Modell, dessen Anbieter OpenAIs Sprache spricht.</translation>
    </message>
    <message>
        <source>The field &quot;cache_control&quot; asks for a cache entry of one hour (ttl &quot;1h&quot;), which costs more than any price that Capstan has.</source>
        <translation>Das Feld „cache_control“ verlangt einen Cache-Eintrag für eine Stunde (ttl „1h“), der mehr kostet als jeder Preis, den Capstan hat.</translation>
    </message>
    <message>
        <source>Leave &quot;ttl&quot; out: the entry then lives for five minutes.</source>
        <translation>Lassen Sie „ttl“ weg: Der Eintrag lebt dann fünf Minuten.</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>is missing, or empty</source>
        <translation>fehlt oder ist leer</translation>
    </message>
    <message>
        <source>is not written &quot;%1&quot;</source>
        <translation>wird nicht „%1“ geschrieben</translation>
    </message>
    <message>
        <source>is no string</source>
        <translation>ist kein Text</translation>
    </message>
    <message>
        <source>is neither true nor false</source>
        <translation>ist weder true noch false</translation>
    </message>
    <message>
        <source>would change the price, which nobody has told Capstan</source>
        <translation>würde den Preis ändern, und den kennt Capstan nicht</translation>
    </message>
    <message>
        <source>lets the provider run tools, whose use has no bound</source>
        <translation>lässt den Anbieter Werkzeuge ausführen, deren Nutzung keine Grenze hat</translation>
    </message>
    <message>
        <source>has a tool that the provider runs (%1), whose use has no bound</source>
        <translation>enthält ein Werkzeug, das der Anbieter ausführt (%1) und dessen Nutzung keine Grenze hat</translation>
    </message>
    <message>
        <source>names a tool that the provider would run itself: what that costs has no bound.</source>
        <translation>nennt ein Werkzeug, das der Anbieter selbst ausführen würde: Was das kostet, hat keine Grenze.</translation>
    </message>
    <message>
        <source>Functions of your own are fine</source>
        <translation>Eigene Funktionen sind möglich</translation>
    </message>
    <message>
        <source>is not supported: the call could not be cut</source>
        <translation>wird nicht unterstützt: Der Aufruf ließe sich nicht abbrechen</translation>
    </message>
    <message>
        <source>is neither a text nor a list of items</source>
        <translation>ist weder ein Text noch eine Liste von Elementen</translation>
    </message>
    <message>
        <source>is no whole number from 1 to %1</source>
        <translation>ist keine ganze Zahl von 1 bis %1</translation>
    </message>
    <message>
        <source>is no whole number from %1 to %2</source>
        <translation>ist keine ganze Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>is no list of objects with each member once</source>
        <translation>ist keine Liste von Objekten, in denen jedes Feld einmal steht</translation>
    </message>
    <message>
        <source>is no object with each member once</source>
        <translation>ist kein Objekt, in dem jedes Feld einmal steht</translation>
    </message>
    <message>
        <source>is no list of objects</source>
        <translation>ist keine Liste von Objekten</translation>
    </message>
    <message>
        <source>is neither a text nor a list of texts, or is there twice</source>
        <translation>ist weder ein Text noch eine Liste von Texten oder steht zweimal da</translation>
    </message>
    <message>
        <source>is neither text nor token ids nor a list of one of them</source>
        <translation>ist weder Text noch Token-Nummern noch eine Liste davon</translation>
    </message>
    <message>
        <source>is allowed only with &quot;stream&quot;: true</source>
        <translation>ist nur mit &quot;stream&quot;: true erlaubt</translation>
    </message>
    <message>
        <source>cannot be streamed</source>
        <translation>lässt sich nicht streamen</translation>
    </message>
    <message>
        <source>has too many entries</source>
        <translation>hat zu viele Einträge</translation>
    </message>
    <message>
        <source>is no data URL in base64</source>
        <translation>ist keine Daten-URL in Base64</translation>
    </message>
    <message>
        <source>has no image</source>
        <translation>hat kein Bild</translation>
    </message>
    <message>
        <source>is neither a text nor a list of parts</source>
        <translation>ist weder ein Text noch eine Liste von Teilen</translation>
    </message>
    <message>
        <source>has a call without a name, or whose arguments are no JSON object</source>
        <translation>enthält einen Aufruf ohne Namen oder mit Argumenten, die kein JSON-Objekt sind</translation>
    </message>
    <message>
        <source>has one without a name</source>
        <translation>enthält eines ohne Namen</translation>
    </message>
    <message>
        <source>The form %1.</source>
        <translation>Das Formular %1.</translation>
    </message>
    <message>
        <source>Send multipart/form-data with the parts file and model, each once.</source>
        <translation>Senden Sie multipart/form-data mit den Teilen file und model, je einmal.</translation>
    </message>
    <message>
        <source>does not begin with its boundary</source>
        <translation>beginnt nicht mit seiner Grenzzeile</translation>
    </message>
    <message>
        <source>has a part without an end</source>
        <translation>hat einen Teil ohne Ende</translation>
    </message>
    <message>
        <source>does not end</source>
        <translation>endet nicht</translation>
    </message>
    <message>
        <source>has a part &quot;%1&quot;, which is the owner&apos;s to set</source>
        <translation>hat einen Teil „%1“, den der Besitzer festlegt</translation>
    </message>
    <message>
        <source>has the part &quot;%1&quot; twice</source>
        <translation>hat den Teil „%1“ zweimal</translation>
    </message>
    <message>
        <source>has a part &quot;%1&quot; that is too long</source>
        <translation>hat einen zu langen Teil „%1“</translation>
    </message>
    <message>
        <source>has no part &quot;file&quot;</source>
        <translation>hat keinen Teil „file“</translation>
    </message>
    <message>
        <source>The JSON text %1 at byte %2.</source>
        <translation>Der JSON-Text %1 bei Byte %2.</translation>
    </message>
    <message>
        <source>Send one well-formed JSON object.</source>
        <translation>Senden Sie ein gültiges JSON-Objekt.</translation>
    </message>
    <message>
        <source>names &quot;%1&quot; twice, the second time</source>
        <translation>nennt „%1“ zweimal, das zweite Mal</translation>
    </message>
    <message>
        <source>has a name written with an escape</source>
        <translation>hat einen Namen mit einer Escape-Folge</translation>
    </message>
    <message>
        <source>The Content-Type must be application/json.</source>
        <translation>Der Content-Type muss application/json sein.</translation>
    </message>
    <message>
        <source>Send a JSON body with that header.</source>
        <translation>Senden Sie mit diesem Kopf einen JSON-Inhalt.</translation>
    </message>
    <message>
        <source>The Content-Type must be multipart/form-data.</source>
        <translation>Der Content-Type muss multipart/form-data sein.</translation>
    </message>
    <message>
        <source>Send the file and the model as the parts of a form.</source>
        <translation>Senden Sie Datei und Modell als Teile eines Formulars.</translation>
    </message>
    <message>
        <source>%1: is set but empty.</source>
        <translation>%1: ist gesetzt, aber leer.</translation>
    </message>
    <message>
        <source>Give it a value, or unset it.</source>
        <translation>Geben Sie einen Wert an, oder entfernen Sie die Variable.</translation>
    </message>
    <message>
        <source>%1: cannot be read: %2.</source>
        <translation>%1: ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>Give the name of a readable file to --config.</source>
        <translation>Geben Sie bei --config eine lesbare Datei an.</translation>
    </message>
    <message>
        <source>%1: is larger than 4 MiB.</source>
        <translation>%1: ist größer als 4 MiB.</translation>
    </message>
    <message>
        <source>Give a configuration file.</source>
        <translation>Geben Sie eine Konfigurationsdatei an.</translation>
    </message>
    <message>
        <source>providers.%1: %2 is not set, so its models are not available.</source>
        <translation>providers.%1: %2 ist nicht gesetzt, darum sind seine Modelle nicht verfügbar.</translation>
    </message>
    <message>
        <source>%1 is not set, so it will refuse what is sent.</source>
        <translation>%1 ist nicht gesetzt, darum wird abgelehnt, was gesendet wird.</translation>
    </message>
    <message>
        <source>%1 is not set, so everything waits until the keychain has %2.</source>
        <translation>%1 ist nicht gesetzt, darum wartet alles, bis im Schlüsselbund %2 steht.</translation>
    </message>
    <message>
        <source>its address is http, so the credential and the names of tenants and users travel unprotected.</source>
        <translation>die Adresse ist http, darum reisen Zugangsdaten und Namen von Mandanten und Benutzern ungeschützt.</translation>
    </message>
    <message>
        <source>is not a dimension</source>
        <translation>ist keine Dimension</translation>
    </message>
    <message>
        <source>Give tenant, agent, user, key, feature, experiment, namespace, team, provider, model or route.</source>
        <translation>Geben Sie tenant, agent, user, key, feature, experiment, namespace, team, provider, model oder route an.</translation>
    </message>
    <message>
        <source>is not an origin</source>
        <translation>ist keine Herkunft</translation>
    </message>
    <message>
        <source>Give a scheme, a host and perhaps a port: https://chat.example.</source>
        <translation>Geben Sie Schema, Rechner und vielleicht Port an: https://chat.example.</translation>
    </message>
    <message>
        <source>limits nothing</source>
        <translation>begrenzt nichts</translation>
    </message>
    <message>
        <source>Give requests_per_minute, requests_per_hour, tokens_per_minute, tokens_per_hour or parallel.</source>
        <translation>Geben Sie requests_per_minute, requests_per_hour, tokens_per_minute, tokens_per_hour oder parallel an.</translation>
    </message>
    <message>
        <source>does not say whose calls it limits</source>
        <translation>sagt nicht, wessen Aufrufe begrenzt werden</translation>
    </message>
    <message>
        <source>Give per (a dimension), match (a selector, or &quot;*&quot; for all), or both.</source>
        <translation>Geben Sie per (eine Dimension), match (einen Selektor oder &quot;*&quot; für alle) oder beides an.</translation>
    </message>
    <message>
        <source>names one dimension in per and in match</source>
        <translation>nennt dieselbe Dimension in per und match</translation>
    </message>
    <message>
        <source>Leave one of them out.</source>
        <translation>Lassen Sie eines davon weg.</translation>
    </message>
    <message>
        <source>Give sqlite:///absolute/path/ledger.db, postgresql://user:password@host/database for a copy there, or unset DATABASE_URL.</source>
        <translation>Geben Sie sqlite:///absolute/path/ledger.db an oder postgresql://user:password@host/database für eine Kopie dort, oder entfernen Sie DATABASE_URL.</translation>
    </message>
    <message>
        <source>is not an address of an SQLite file</source>
        <translation>ist keine Adresse einer SQLite-Datei</translation>
    </message>
    <message>
        <source>does not name a file by an absolute path</source>
        <translation>nennt keine Datei mit absolutem Pfad</translation>
    </message>
    <message>
        <source>is not a usable token</source>
        <translation>ist kein brauchbares Token</translation>
    </message>
    <message>
        <source>Give 1 to 200 ASCII characters without blanks.</source>
        <translation>Geben Sie 1 bis 200 ASCII-Zeichen ohne Leerzeichen an.</translation>
    </message>
    <message>
        <source>would refuse every call</source>
        <translation>würde jeden Aufruf ablehnen</translation>
    </message>
    <message>
        <source>Give a fraction above 0, up to 1; pause a tenant to refuse its calls.</source>
        <translation>Geben Sie einen Bruchteil über 0 bis 1 an; halten Sie einen Mandanten an, um seine Aufrufe abzulehnen.</translation>
    </message>
    <message>
        <source>BUDGET_SOFT_CAP: is above BUDGET_HARD_CAP.</source>
        <translation>BUDGET_SOFT_CAP: liegt über BUDGET_HARD_CAP.</translation>
    </message>
    <message>
        <source>Give a soft cap that is at most the hard cap, which is 1 by default.</source>
        <translation>Geben Sie eine Warnschwelle an, die höchstens das harte Limit ist; das ist sonst 1.</translation>
    </message>
    <message>
        <source>has both price and cost_per_1k_*</source>
        <translation>hat sowohl price als auch cost_per_1k_*</translation>
    </message>
    <message>
        <source>Keep one of the two.</source>
        <translation>Behalten Sie eines von beiden.</translation>
    </message>
    <message>
        <source>falls back to itself</source>
        <translation>weicht auf sich selbst aus</translation>
    </message>
    <message>
        <source>Name other models under fallbacks.</source>
        <translation>Nennen Sie unter fallbacks andere Modelle.</translation>
    </message>
    <message>
        <source>Give provider and physical_name, or a list of such pairs under targets.</source>
        <translation>Geben Sie provider und physical_name an oder eine Liste solcher Paare unter targets.</translation>
    </message>
    <message>
        <source>has both targets and a provider of its own</source>
        <translation>hat sowohl targets als auch einen eigenen provider</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing</source>
        <translation>„%1“ fehlt</translation>
    </message>
    <message>
        <source>near is above exceeded</source>
        <translation>near liegt über exceeded</translation>
    </message>
    <message>
        <source>Give a near mark below the exceeded one.</source>
        <translation>Geben Sie ein near unter exceeded an.</translation>
    </message>
    <message>
        <source>is not allowed here</source>
        <translation>ist hier nicht erlaubt</translation>
    </message>
    <message>
        <source>Allowed: %1.</source>
        <translation>Erlaubt: %1.</translation>
    </message>
    <message>
        <source>only one of cost_per_1k_prompt and cost_per_1k_completion is given</source>
        <translation>nur eines von cost_per_1k_prompt und cost_per_1k_completion ist angegeben</translation>
    </message>
    <message>
        <source>Give both (0 is a real price), or a price in dollars per million tokens.</source>
        <translation>Geben Sie beide an (0 ist ein Preis) oder einen Preis in Dollar je Million Token.</translation>
    </message>
    <message>
        <source>Give a decimal number from 0 to %1 %2, like 0.15.</source>
        <translation>Geben Sie eine Dezimalzahl von 0 bis %1 %2 an, wie 0.15.</translation>
    </message>
    <message>
        <source>is not a number of %1</source>
        <translation>ist keine Zahl von %1</translation>
    </message>
    <message>
        <source>is too many %1</source>
        <translation>ist zu viel: %1</translation>
    </message>
    <message>
        <source>dollars per million tokens</source>
        <translation>Dollar je Million Token</translation>
    </message>
    <message>
        <source>dollars per thousand tokens</source>
        <translation>Dollar je tausend Token</translation>
    </message>
    <message>
        <source>Give a whole number from %1 to %2.</source>
        <translation>Geben Sie eine ganze Zahl von %1 bis %2 an.</translation>
    </message>
    <message>
        <source>is not a whole number</source>
        <translation>ist keine ganze Zahl</translation>
    </message>
    <message>
        <source>is out of range</source>
        <translation>liegt außerhalb des Bereichs</translation>
    </message>
    <message>
        <source>is not a port</source>
        <translation>ist kein Port</translation>
    </message>
    <message>
        <source>is not a number of milliseconds up to one hour</source>
        <translation>ist keine Zahl von Millisekunden bis eine Stunde</translation>
    </message>
    <message>
        <source>is not an amount of dollars</source>
        <translation>ist kein Betrag in Dollar</translation>
    </message>
    <message>
        <source>Give a decimal number, zero or more, like 0.002.</source>
        <translation>Geben Sie eine Dezimalzahl ab null an, wie 0.002.</translation>
    </message>
    <message>
        <source>is not an amount of dollars above zero</source>
        <translation>ist kein Betrag in Dollar über null</translation>
    </message>
    <message>
        <source>Give a decimal number above 0 and below 9 billion, like 25.50.</source>
        <translation>Geben Sie eine Dezimalzahl über 0 und unter 9 Milliarden an, wie 25.50.</translation>
    </message>
    <message>
        <source>is not a fraction from 0 to 1</source>
        <translation>ist kein Bruchteil von 0 bis 1</translation>
    </message>
    <message>
        <source>Give a decimal number with at most six decimals, like 0.8.</source>
        <translation>Geben Sie eine Dezimalzahl mit höchstens sechs Stellen an, wie 0.8.</translation>
    </message>
    <message>
        <source>is not an IP address</source>
        <translation>ist keine IP-Adresse</translation>
    </message>
    <message>
        <source>Give one like 127.0.0.1 (this machine only), 0.0.0.0 or ::1.</source>
        <translation>Geben Sie eine an wie 127.0.0.1 (nur dieser Rechner), 0.0.0.0 oder ::1.</translation>
    </message>
    <message>
        <source>is not an http address</source>
        <translation>ist keine http-Adresse</translation>
    </message>
    <message>
        <source>Give one like http://localhost:8000/v1.</source>
        <translation>Geben Sie eine an wie http://localhost:8000/v1.</translation>
    </message>
    <message>
        <source>has a user, a query or a fragment</source>
        <translation>enthält Benutzer, Abfrage oder Fragment</translation>
    </message>
    <message>
        <source>Give the address alone; a key belongs into a variable (api_key_env).</source>
        <translation>Geben Sie nur die Adresse an; ein Schlüssel gehört in eine Variable (api_key_env).</translation>
    </message>
    <message>
        <source>is not a name</source>
        <translation>ist kein Name</translation>
    </message>
    <message>
        <source>is not the name of an environment variable</source>
        <translation>ist kein Name einer Umgebungsvariablen</translation>
    </message>
    <message>
        <source>Give letters, digits and _, like OPENAI_API_KEY; never the key itself.</source>
        <translation>Geben Sie Buchstaben, Ziffern und _ an, wie OPENAI_API_KEY; nie den Schlüssel selbst.</translation>
    </message>
    <message>
        <source>is not a route</source>
        <translation>ist kein Weg</translation>
    </message>
    <message>
        <source>Give a path like /answer-routed.</source>
        <translation>Geben Sie einen Pfad wie /answer-routed an.</translation>
    </message>
    <message>
        <source>is not a path</source>
        <translation>ist kein Pfad</translation>
    </message>
    <message>
        <source>Give a path.</source>
        <translation>Geben Sie einen Pfad an.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be read: %2</source>
        <translation>„%1“ ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>Give a readable file, or the policy itself.</source>
        <translation>Geben Sie eine lesbare Datei an oder die Richtlinie selbst.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is empty</source>
        <translation>„%1“ ist leer</translation>
    </message>
    <message>
        <source>Give version and namespaces.</source>
        <translation>Geben Sie version und namespaces an.</translation>
    </message>
    <message>
        <source>%1 is not one of the %2</source>
        <translation>%1 gehört nicht zu: %2</translation>
    </message>
    <message>
        <source>is no regular expression: %1</source>
        <translation>ist kein regulärer Ausdruck: %1</translation>
    </message>
    <message>
        <source>Give one as Perl knows them: &quot;sk-[A-Za-z0-9]+&quot;.</source>
        <translation>Geben Sie einen an, wie Perl ihn kennt: &quot;sk-[A-Za-z0-9]+&quot;.</translation>
    </message>
    <message>
        <source>matches an empty text, so everything would be left out</source>
        <translation>passt auf leeren Text, darum würde alles ausgelassen</translation>
    </message>
    <message>
        <source>Give an expression that matches at least one character.</source>
        <translation>Geben Sie einen Ausdruck an, der auf mindestens ein Zeichen passt.</translation>
    </message>
    <message>
        <source>is no name</source>
        <translation>ist kein Name</translation>
    </message>
    <message>
        <source>Give the name of a JSON member, such as password.</source>
        <translation>Geben Sie den Namen eines JSON-Felds an, etwa password.</translation>
    </message>
    <message>
        <source>is an address of Langfuse</source>
        <translation>ist eine Adresse von Langfuse</translation>
    </message>
    <message>
        <source>Give type: langfuse and the server&apos;s own address as url.</source>
        <translation>Geben Sie type: langfuse an und als url die Adresse des Servers selbst.</translation>
    </message>
    <message>
        <source>has no url</source>
        <translation>hat keine url</translation>
    </message>
    <message>
        <source>Give the collector&apos;s address: http://localhost:4318.</source>
        <translation>Geben Sie die Adresse des Sammlers an: http://localhost:4318.</translation>
    </message>
    <message>
        <source>Give the name of a file.</source>
        <translation>Geben Sie den Namen einer Datei an.</translation>
    </message>
    <message>
        <source>%1: is not UTF-8 text</source>
        <translation>%1: ist kein UTF-8-Text</translation>
    </message>
    <message>
        <source>Save the file as UTF-8.</source>
        <translation>Speichern Sie die Datei als UTF-8.</translation>
    </message>
    <message>
        <source>%1: holds more than one YAML document</source>
        <translation>%1: enthält mehr als ein YAML-Dokument</translation>
    </message>
    <message>
        <source>Only the first would count; remove the line ---.</source>
        <translation>Nur das erste würde zählen; entfernen Sie die Zeile ---.</translation>
    </message>
    <message>
        <source>%1: is not valid YAML: %2</source>
        <translation>%1: ist kein gültiges YAML: %2</translation>
    </message>
    <message>
        <source>Indent with blanks and put text with special characters in quotes.</source>
        <translation>Rücken Sie mit Leerzeichen ein, und setzen Sie Text mit Sonderzeichen in Anführungszeichen.</translation>
    </message>
    <message>
        <source>is an unknown key</source>
        <translation>ist ein unbekannter Eintrag</translation>
    </message>
    <message>
        <source>is %1 where a map (key: value) belongs</source>
        <translation>ist %1, wo eine Zuordnung (Schlüssel: Wert) stehen muss</translation>
    </message>
    <message>
        <source>is %1 where a list belongs</source>
        <translation>ist %1, wo eine Liste stehen muss</translation>
    </message>
    <message>
        <source>is %1 where a single value belongs</source>
        <translation>ist %1, wo ein einzelner Wert stehen muss</translation>
    </message>
    <message>
        <source>a map</source>
        <translation>eine Zuordnung</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a single value</source>
        <translation>ein einzelner Wert</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>Give keys with values, or leave it out.</source>
        <translation>Geben Sie Schlüssel mit Werten an, oder lassen Sie es weg.</translation>
    </message>
    <message>
        <source>a key is not a word</source>
        <translation>ein Schlüssel ist kein Wort</translation>
    </message>
    <message>
        <source>Give a plain name before the colon.</source>
        <translation>Geben Sie vor dem Doppelpunkt einen einfachen Namen an.</translation>
    </message>
    <message>
        <source>stands twice</source>
        <translation>steht zweimal da</translation>
    </message>
    <message>
        <source>Give [ ... ], or leave it out.</source>
        <translation>Geben Sie [ ... ] an, oder lassen Sie es weg.</translation>
    </message>
    <message>
        <source>Give one value, or leave it out.</source>
        <translation>Geben Sie einen Wert an, oder lassen Sie es weg.</translation>
    </message>
    <message>
        <source>${ has no }</source>
        <translation>${ hat kein }</translation>
    </message>
    <message>
        <source>Close it: ${NAME}.</source>
        <translation>Schließen Sie es: ${NAME}.</translation>
    </message>
    <message>
        <source>${%1} is not set</source>
        <translation>${%1} ist nicht gesetzt</translation>
    </message>
    <message>
        <source>Set that environment variable, or write ${NAME:-default}.</source>
        <translation>Setzen Sie diese Umgebungsvariable, oder schreiben Sie ${NAME:-Vorgabe}.</translation>
    </message>
    <message>
        <source>is an empty list, which would allow nothing</source>
        <translation>ist eine leere Liste, die nichts erlauben würde</translation>
    </message>
    <message>
        <source>List names; * stands for any text.</source>
        <translation>Zählen Sie Namen auf; * steht für beliebigen Text.</translation>
    </message>
    <message>
        <source>the id %1 stands twice in this namespace</source>
        <translation>die Kennung %1 steht zweimal in diesem Namensraum</translation>
    </message>
    <message>
        <source>Give each rule an id of its own: decisions name it.</source>
        <translation>Geben Sie jeder Regel eine eigene Kennung: Entscheidungen nennen sie.</translation>
    </message>
    <message>
        <source>The policy %1 is empty.</source>
        <translation>Die Richtlinie %1 ist leer.</translation>
    </message>
    <message>
        <source>is empty or too long</source>
        <translation>ist leer oder zu lang</translation>
    </message>
    <message>
        <source>Give a text of 1 to 300 bytes.</source>
        <translation>Geben Sie einen Text von 1 bis 300 Byte an.</translation>
    </message>
    <message>
        <source>is not a time zone</source>
        <translation>ist keine Zeitzone</translation>
    </message>
    <message>
        <source>Give an IANA name such as Europe/Berlin.</source>
        <translation>Geben Sie einen IANA-Namen wie Europe/Berlin an.</translation>
    </message>
    <message>
        <source>is not a multiplier</source>
        <translation>ist kein Faktor</translation>
    </message>
    <message>
        <source>Give a number above 0 and up to 1000.</source>
        <translation>Geben Sie eine Zahl über 0 bis 1000 an.</translation>
    </message>
    <message>
        <source>is not a time of day</source>
        <translation>ist keine Uhrzeit</translation>
    </message>
    <message>
        <source>Give hours and minutes, for example 08:30.</source>
        <translation>Geben Sie Stunden und Minuten an, zum Beispiel 08:30.</translation>
    </message>
    <message>
        <source>is not a day</source>
        <translation>ist kein Tag</translation>
    </message>
    <message>
        <source>Give mon, tue, wed, thu, fri, sat or sun.</source>
        <translation>Geben Sie mon, tue, wed, thu, fri, sat oder sun an.</translation>
    </message>
    <message>
        <source>%1 is not a quality</source>
        <translation>%1 ist keine Güte</translation>
    </message>
    <message>
        <source>Give low, medium, high or critical.</source>
        <translation>Geben Sie low, medium, high oder critical an.</translation>
    </message>
    <message>
        <source>The webhook does not answer (%1).</source>
        <translation>Der Webhook antwortet nicht (%1).</translation>
    </message>
    <message>
        <source>The alerts wait and are sent when it does.</source>
        <translation>Die Meldungen warten und werden gesendet, sobald er es tut.</translation>
    </message>
    <message>
        <source>The webhook cannot take alerts now (%1).</source>
        <translation>Der Webhook nimmt gerade keine Meldungen an (%1).</translation>
    </message>
    <message>
        <source>Sending goes on by itself.</source>
        <translation>Das Senden geht von selbst weiter.</translation>
    </message>
    <message>
        <source>The webhook refuses alerts (%1).</source>
        <translation>Der Webhook lehnt Meldungen ab (%1).</translation>
    </message>
    <message>
        <source>Make a new address in the chat and set it; what waits is kept for a day.</source>
        <translation>Erzeugen Sie im Chat eine neue Adresse und tragen Sie sie ein; was wartet, bleibt einen Tag lang.</translation>
    </message>
    <message>
        <source>The webhook&apos;s address is no http or https address.</source>
        <translation>Die Adresse des Webhooks ist keine http- oder https-Adresse.</translation>
    </message>
    <message>
        <source>Set the right one.</source>
        <translation>Tragen Sie die richtige ein.</translation>
    </message>
    <message>
        <source>No webhook address is set.</source>
        <translation>Es ist keine Webhook-Adresse eingetragen.</translation>
    </message>
    <message>
        <source>Set CAPSTAN_WEBHOOK_URL, or keep it with `capstan credential set webhook-url`.</source>
        <translation>Setzen Sie CAPSTAN_WEBHOOK_URL, oder hinterlegen Sie sie mit `capstan credential set webhook-url`.</translation>
    </message>
    <message>
        <source>The keys could not be looked up now.</source>
        <translation>Die Schlüssel ließen sich gerade nicht nachschlagen.</translation>
    </message>
    <message>
        <source>Try again in a minute; what is queued is kept.</source>
        <translation>Versuchen Sie es in einer Minute erneut; was wartet, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Its owner has to look at the plan there: what is queued is kept.</source>
        <translation>Der Besitzer muss dort nach dem Tarif sehen: Was wartet, bleibt erhalten.</translation>
    </message>
    <message>
        <source>This is an organisation&apos;s key, or one without the right to write.</source>
        <translation>Das ist ein Schlüssel der Organisation oder einer ohne Schreibrecht.</translation>
    </message>
    <message>
        <source>Make an API key in the project&apos;s own settings.</source>
        <translation>Erzeugen Sie einen API-Schlüssel in den Einstellungen des Projekts.</translation>
    </message>
    <message>
        <source>The keys are not known there.</source>
        <translation>Die Schlüssel sind dort nicht bekannt.</translation>
    </message>
    <message>
        <source>Langfuse&apos;s regions are apart: the EU is https://cloud.langfuse.com, the US https://us.cloud.langfuse.com, Japan https://jp.cloud.langfuse.com, HIPAA https://hipaa.cloud.langfuse.com.</source>
        <translation>Langfuses Regionen sind getrennt: EU ist https://cloud.langfuse.com, USA https://us.cloud.langfuse.com, Japan https://jp.cloud.langfuse.com, HIPAA https://hipaa.cloud.langfuse.com.</translation>
    </message>
    <message>
        <source>Give the one where the project was made.</source>
        <translation>Geben Sie die an, in der das Projekt angelegt wurde.</translation>
    </message>
    <message>
        <source>Copy both again from the project&apos;s settings.</source>
        <translation>Kopieren Sie beide noch einmal aus den Einstellungen des Projekts.</translation>
    </message>
    <message>
        <source>%1 does not answer (%2).</source>
        <translation>%1 antwortet nicht (%2).</translation>
    </message>
    <message>
        <source>Check the address and the network; what is queued is kept.</source>
        <translation>Prüfen Sie Adresse und Netz; was wartet, bleibt erhalten.</translation>
    </message>
    <message>
        <source>%1 answers, but not as Langfuse does (%2).</source>
        <translation>%1 antwortet, aber nicht wie Langfuse (%2).</translation>
    </message>
    <message>
        <source>Give the server&apos;s own address, without a path of its API.</source>
        <translation>Geben Sie die Adresse des Servers selbst an, ohne einen Pfad seiner API.</translation>
    </message>
    <message>
        <source>Langfuse %1 is there.</source>
        <translation>Langfuse %1 ist da.</translation>
    </message>
    <message>
        <source>Langfuse %1 refuses the keys: %2.</source>
        <translation>Langfuse %1 lehnt die Schlüssel ab: %2.</translation>
    </message>
    <message>
        <source>Langfuse %1, project &quot;%2&quot; of %3, by %4.</source>
        <translation>Langfuse %1, Projekt „%2“ von %3, über %4.</translation>
    </message>
    <message>
        <source>the old ingestion API</source>
        <translation>die alte Annahme-API</translation>
    </message>
    <message>
        <source>The public key does not begin with pk-lf-: check it, as Langfuse looks at the secret key only.</source>
        <translation>Der öffentliche Schlüssel beginnt nicht mit pk-lf-: Prüfen Sie ihn, denn Langfuse sieht nur auf den geheimen.</translation>
    </message>
    <message>
        <source>An OTLP receiver</source>
        <translation>Ein OTLP-Empfänger</translation>
    </message>
    <message>
        <source>Not tried.</source>
        <translation>Nicht versucht.</translation>
    </message>
    <message>
        <source>Its API key is not there.</source>
        <translation>Sein API-Schlüssel fehlt.</translation>
    </message>
    <message>
        <source>Set it.</source>
        <translation>Tragen Sie ihn ein.</translation>
    </message>
    <message>
        <source>Helicone (which does not tell whose key it is)</source>
        <translation>Helicone (das nicht sagt, wessen Schlüssel es ist)</translation>
    </message>
    <message>
        <source>%1 at %2.</source>
        <translation>%1 unter %2.</translation>
    </message>
    <message>
        <source>%1 answers with %2.</source>
        <translation>%1 antwortet mit %2.</translation>
    </message>
    <message>
        <source>It refuses the credential.</source>
        <translation>Es lehnt die Zugangsdaten ab.</translation>
    </message>
    <message>
        <source>Give the right one.</source>
        <translation>Geben Sie die richtigen an.</translation>
    </message>
    <message>
        <source>Check the address: it is the receiver&apos;s base, without /v1/traces.</source>
        <translation>Prüfen Sie die Adresse: Es ist die Basis des Empfängers, ohne /v1/traces.</translation>
    </message>
    <message>
        <source>It refuses the data (%1: %2).</source>
        <translation>Das Ziel lehnt die Daten ab (%1: %2).</translation>
    </message>
    <message>
        <source>It could not store the call: %1.</source>
        <translation>Das Ziel konnte den Aufruf nicht speichern: %1.</translation>
    </message>
    <message>
        <source>It does not answer (%1).</source>
        <translation>Das Ziel antwortet nicht (%1).</translation>
    </message>
    <message>
        <source>Everything waits and is sent when it does.</source>
        <translation>Alles wartet und wird gesendet, sobald es antwortet.</translation>
    </message>
    <message>
        <source>It asks for fewer requests (429).</source>
        <translation>Das Ziel verlangt weniger Anfragen (429).</translation>
    </message>
    <message>
        <source>It has suspended the account (%1).</source>
        <translation>Das Ziel hat das Konto gesperrt (%1).</translation>
    </message>
    <message>
        <source>Look there; what waits is kept.</source>
        <translation>Sehen Sie dort nach; was wartet, bleibt erhalten.</translation>
    </message>
    <message>
        <source>It refuses the credential (%1).</source>
        <translation>Das Ziel lehnt die Zugangsdaten ab (%1).</translation>
    </message>
    <message>
        <source>Give the right one; what waits is kept.</source>
        <translation>Geben Sie die richtigen an; was wartet, bleibt erhalten.</translation>
    </message>
    <message>
        <source>It knows no such address (%1).</source>
        <translation>Das Ziel kennt diese Adresse nicht (%1).</translation>
    </message>
    <message>
        <source>Check the URL of this destination, and whether the server is recent enough; what waits is kept.</source>
        <translation>Prüfen Sie die Adresse dieses Ziels und ob der Server neu genug ist; was wartet, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The batch is too large for it (413).</source>
        <translation>Das Paket ist dem Ziel zu groß (413).</translation>
    </message>
    <message>
        <source>It has a fault (%1).</source>
        <translation>Das Ziel hat einen Fehler (%1).</translation>
    </message>
    <message>
        <source>Sending is tried again.</source>
        <translation>Das Senden wird wiederholt.</translation>
    </message>
    <message>
        <source>It answers with %1.</source>
        <translation>Das Ziel antwortet mit %1.</translation>
    </message>
    <message>
        <source>Check its address and its account; what waits is kept.</source>
        <translation>Prüfen Sie Adresse und Konto; was wartet, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The public or the secret key is not there.</source>
        <translation>Der öffentliche oder der geheime Schlüssel fehlt.</translation>
    </message>
    <message>
        <source>Set both.</source>
        <translation>Tragen Sie beide ein.</translation>
    </message>
    <message>
        <source>The two keys are swapped: the public one begins with pk-lf-, the secret one with sk-lf-.</source>
        <translation>Die beiden Schlüssel sind vertauscht: Der öffentliche beginnt mit pk-lf-, der geheime mit sk-lf-.</translation>
    </message>
    <message>
        <source>This does not answer as Langfuse does.</source>
        <translation>Das antwortet nicht wie Langfuse.</translation>
    </message>
    <message>
        <source>Check the URL: it is the server&apos;s own address, without a path of its API.</source>
        <translation>Prüfen Sie die Adresse: Es ist die des Servers selbst, ohne einen Pfad seiner API.</translation>
    </message>
    <message>
        <source>It refuses the credential: %1.</source>
        <translation>Das Ziel lehnt die Zugangsdaten ab: %1.</translation>
    </message>
    <message>
        <source>It did not take everything: %1.</source>
        <translation>Das Ziel hat nicht alles angenommen: %1.</translation>
    </message>
    <message>
        <source>The file %1 cannot be opened: %2.</source>
        <translation>Die Datei %1 lässt sich nicht öffnen: %2.</translation>
    </message>
    <message>
        <source>The file %1 cannot be mended: %2.</source>
        <translation>Die Datei %1 lässt sich nicht ausbessern: %2.</translation>
    </message>
    <message>
        <source>The file %1 is locked by another program: %2.</source>
        <translation>Die Datei %1 ist von einem anderen Programm gesperrt: %2.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2.</source>
        <translation>Die Datei %1 lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>Give this user write permission there, and free space.</source>
        <translation>Geben Sie diesem Benutzer dort Schreibrecht, und schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>DATABASE_URL is not an address that PostgreSQL can use.</source>
        <translation>DATABASE_URL ist keine Adresse, die PostgreSQL verwenden kann.</translation>
    </message>
    <message>
        <source>Give postgresql://user:password@host:5432/database.</source>
        <translation>Geben Sie postgresql://user:password@host:5432/database an.</translation>
    </message>
    <message>
        <source>PostgreSQL refuses: %1 (%2).</source>
        <translation>PostgreSQL lehnt ab: %1 (%2).</translation>
    </message>
    <message>
        <source>Let the user of DATABASE_URL create the table capstan_call and insert into it.</source>
        <translation>Erlauben Sie dem Benutzer aus DATABASE_URL, die Tabelle capstan_call anzulegen und zu füllen.</translation>
    </message>
    <message>
        <source>PostgreSQL does not answer.</source>
        <translation>PostgreSQL antwortet nicht.</translation>
    </message>
    <message>
        <source>Check the host of DATABASE_URL and the network.</source>
        <translation>Prüfen Sie den Rechner aus DATABASE_URL und das Netz.</translation>
    </message>
    <message>
        <source>PostgreSQL cannot be reached: %1.</source>
        <translation>PostgreSQL ist nicht erreichbar: %1.</translation>
    </message>
    <message>
        <source>Start the server, or correct DATABASE_URL.</source>
        <translation>Starten Sie den Server, oder berichtigen Sie DATABASE_URL.</translation>
    </message>
    <message>
        <source>The address of the PostgreSQL database is not there.</source>
        <translation>Die Adresse der PostgreSQL-Datenbank fehlt.</translation>
    </message>
    <message>
        <source>Set DATABASE_URL.</source>
        <translation>Setzen Sie DATABASE_URL.</translation>
    </message>
    <message>
        <source>%1 may not write there.</source>
        <translation>%1 darf dort nicht schreiben.</translation>
    </message>
    <message>
        <source>An event of the outbox cannot be read: %1.</source>
        <translation>Ein Ereignis des Ausgangs ist nicht lesbar: %1.</translation>
    </message>
    <message>
        <source>It is left out; the ledger holds the call.</source>
        <translation>Es wird ausgelassen; der Aufruf steht im Hauptbuch.</translation>
    </message>
    <message>
        <source>Please report this.</source>
        <translation>Bitte melden Sie dies.</translation>
    </message>
    <message>
        <source>%1 sent more than %2 bytes of headers</source>
        <translation>%1 hat mehr als %2 Byte Kopfzeilen gesendet</translation>
    </message>
    <message>
        <source>%1 sent nothing for %2 ms</source>
        <translation>%1 hat %2 ms lang nichts gesendet</translation>
    </message>
    <message>
        <source>the answer is larger than 64 MiB</source>
        <translation>die Antwort ist größer als 64 MiB</translation>
    </message>
    <message>
        <source>The answer is larger than 256 MiB.</source>
        <translation>Die Antwort ist größer als 256 MiB.</translation>
    </message>
    <message>
        <source>An event is larger than 4 MiB.</source>
        <translation>Ein Ereignis ist größer als 4 MiB.</translation>
    </message>
    <message>
        <source>The model list was answered with status %1.</source>
        <translation>Die Liste der Modelle wurde mit Status %1 beantwortet.</translation>
    </message>
    <message>
        <source>Failed to connect to %1 port %2 after %3 ms: %4</source>
        <translation>Keine Verbindung zu %1, Port %2, nach %3 ms: %4</translation>
    </message>
    <message>
        <source>Couldn&apos;t connect to server</source>
        <translation>Der Server nimmt keine Verbindung an</translation>
    </message>
    <message>
        <source>Could not resolve host: %1</source>
        <translation>Der Rechnername %1 lässt sich nicht auflösen</translation>
    </message>
    <message>
        <source>Connection timed out after %1 milliseconds</source>
        <translation>Keine Verbindung innerhalb von %1 ms</translation>
    </message>
    <message>
        <source>Connection timeout after %1 ms</source>
        <translation>Keine Verbindung innerhalb von %1 ms</translation>
    </message>
    <message>
        <source>Recv failure: Connection reset by peer</source>
        <translation>Die Gegenseite hat die Verbindung getrennt</translation>
    </message>
    <message>
        <source>Empty reply from server</source>
        <translation>Der Server hat leer geantwortet</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>Die Verbindung wurde abgelehnt</translation>
    </message>
    <message>
        <source>Port %1 is taken: another program listens on %2.</source>
        <translation>Port %1 ist belegt: Ein anderes Programm lauscht auf %2.</translation>
    </message>
    <message>
        <source>Stop that program (`ss -ltnp sport = :%1` names it), or choose another port.</source>
        <translation>Beenden Sie jenes Programm (`ss -ltnp sport = :%1` nennt es), oder wählen Sie einen anderen Port.</translation>
    </message>
    <message>
        <source>Port %1 may not be opened by this user.</source>
        <translation>Port %1 darf dieser Benutzer nicht öffnen.</translation>
    </message>
    <message>
        <source>Choose a port of 1024 or above.</source>
        <translation>Wählen Sie einen Port ab 1024.</translation>
    </message>
    <message>
        <source>%1 is not an address of this machine.</source>
        <translation>%1 ist keine Adresse dieses Rechners.</translation>
    </message>
    <message>
        <source>Listen on 127.0.0.1, or on 0.0.0.0 for all addresses.</source>
        <translation>Lauschen Sie auf 127.0.0.1 oder auf 0.0.0.0 für alle Adressen.</translation>
    </message>
    <message>
        <source>Cannot listen on %1: %2.</source>
        <translation>Auf %1 lässt sich nicht lauschen: %2.</translation>
    </message>
    <message>
        <source>Choose another address or port.</source>
        <translation>Wählen Sie eine andere Adresse oder einen anderen Port.</translation>
    </message>
    <message>
        <source>There is no valid address to listen on.</source>
        <translation>Es gibt keine gültige Adresse zum Lauschen.</translation>
    </message>
    <message>
        <source>Give an IPv4 or IPv6 address, for example 127.0.0.1.</source>
        <translation>Geben Sie eine IPv4- oder IPv6-Adresse an, zum Beispiel 127.0.0.1.</translation>
    </message>
    <message>
        <source>The %1 %2 cannot be used: %3.</source>
        <translation>%2 (%1) lässt sich nicht verwenden: %3.</translation>
    </message>
    <message>
        <source>The %1 %2 cannot be used.</source>
        <translation>%2 (%1) lässt sich nicht verwenden.</translation>
    </message>
    <message>
        <source>Give PEM files that this user may read, the key without a pass phrase, under server.tls.</source>
        <translation>Geben Sie unter server.tls PEM-Dateien an, die dieser Benutzer lesen darf, den Schlüssel ohne Passwort.</translation>
    </message>
    <message>
        <source>There is no configuration file to read a policy from.</source>
        <translation>Es gibt keine Konfigurationsdatei, aus der sich eine Richtlinie lesen ließe.</translation>
    </message>
    <message>
        <source>Start Capstan with --config FILE.</source>
        <translation>Starten Sie Capstan mit --config DATEI.</translation>
    </message>
    <message>
        <source>That is no name of a secret.</source>
        <translation>Das ist kein Name eines Geheimnisses.</translation>
    </message>
    <message>
        <source>capstan credential list shows the names.</source>
        <translation>capstan credential list zeigt die Namen.</translation>
    </message>
    <message>
        <source>That is no usable secret.</source>
        <translation>Das ist kein brauchbares Geheimnis.</translation>
    </message>
    <message>
        <source>Give one line of text with 1 to 2000 bytes.</source>
        <translation>Geben Sie eine Zeile Text mit 1 bis 2000 Byte ein.</translation>
    </message>
    <message>
        <source>The secret is kept, but %1 cannot be written.</source>
        <translation>Das Geheimnis ist hinterlegt, aber %1 lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>Give this user permission to write it, and set it again: the next start would not look for it.</source>
        <translation>Geben Sie diesem Benutzer Schreibrecht dafür, und setzen Sie es erneut: Der nächste Start würde es nicht suchen.</translation>
    </message>
    <message>
        <source>The settings cannot be kept in %1.</source>
        <translation>Die Einstellungen lassen sich nicht in %1 aufheben.</translation>
    </message>
    <message>
        <source>Give this user permission to write there.</source>
        <translation>Geben Sie diesem Benutzer dort Schreibrecht.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Correct it or delete it; it holds what was set in the window.</source>
        <translation>Berichtigen oder löschen Sie es; es enthält, was im Fenster eingestellt wurde.</translation>
    </message>
    <message>
        <source>Delete that line or the file.</source>
        <translation>Löschen Sie diese Zeile oder die Datei.</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>The ledger is behind: its writer waits for the disk.</source>
        <translation>Das Hauptbuch ist im Rückstand: Es wartet auf den Datenträger.</translation>
    </message>
    <message>
        <source>Look at the disk that the ledger is on, and ask again.</source>
        <translation>Sehen Sie nach dem Datenträger des Hauptbuchs, und fragen Sie erneut.</translation>
    </message>
    <message>
        <source>The ledger %1 is damaged: %2.</source>
        <translation>Das Hauptbuch %1 ist beschädigt: %2.</translation>
    </message>
    <message>
        <source>Put a backup in its place, or move the file away to start a new ledger.</source>
        <translation>Legen Sie eine Sicherung an seine Stelle, oder schieben Sie die Datei beiseite, um ein neues zu beginnen.</translation>
    </message>
    <message>
        <source>The ledger %1 cannot be written: %2.</source>
        <translation>Das Hauptbuch %1 lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>Free space on that disk; Capstan tries again by itself.</source>
        <translation>Schaffen Sie dort Platz; Capstan versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>The ledger %1 cannot be opened for writing: %2.</source>
        <translation>Das Hauptbuch %1 lässt sich nicht zum Schreiben öffnen: %2.</translation>
    </message>
    <message>
        <source>Give this user write permission to the file and its folder.</source>
        <translation>Geben Sie diesem Benutzer Schreibrecht für die Datei und ihren Ordner.</translation>
    </message>
    <message>
        <source>The ledger %1 is locked by another program: %2.</source>
        <translation>Das Hauptbuch %1 ist von einem anderen Programm gesperrt: %2.</translation>
    </message>
    <message>
        <source>Close the program that has the file open; ask Capstan&apos;s own commands instead.</source>
        <translation>Schließen Sie das Programm, das die Datei offen hat; fragen Sie stattdessen Capstans eigene Befehle.</translation>
    </message>
    <message>
        <source>The ledger %1 refused a statement: %2.</source>
        <translation>Das Hauptbuch %1 hat eine Anweisung abgelehnt: %2.</translation>
    </message>
    <message>
        <source>Please report this with the message.</source>
        <translation>Bitte melden Sie dies mit der Nachricht.</translation>
    </message>
    <message>
        <source>The ledger %1 cannot be opened: %2.</source>
        <translation>Das Hauptbuch %1 lässt sich nicht öffnen: %2.</translation>
    </message>
    <message>
        <source>The ledger %1 cannot be read: %2.</source>
        <translation>Das Hauptbuch %1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>Give this user permission to read the file, and to write to its folder.</source>
        <translation>Geben Sie diesem Benutzer Leserecht für die Datei und Schreibrecht für ihren Ordner.</translation>
    </message>
    <message>
        <source>Give this user permission to read and write the file.</source>
        <translation>Geben Sie diesem Benutzer Lese- und Schreibrecht für die Datei.</translation>
    </message>
    <message>
        <source>The ledger %1 has version %2; this Capstan reads version %3.</source>
        <translation>Das Hauptbuch %1 hat Version %2; dieses Capstan liest Version %3.</translation>
    </message>
    <message>
        <source>Start Capstan once, so that it brings the ledger up to date.</source>
        <translation>Starten Sie Capstan einmal, damit es das Hauptbuch auf den neuen Stand bringt.</translation>
    </message>
    <message>
        <source>There is no ledger %1.</source>
        <translation>Das Hauptbuch %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>Start Capstan once, or name its data folder.</source>
        <translation>Starten Sie Capstan einmal, oder nennen Sie seinen Datenordner.</translation>
    </message>
    <message>
        <source>The ledger&apos;s key %1 cannot be read: %2</source>
        <translation>Der Schlüssel %1 des Hauptbuchs ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>The file is damaged; restore it from a backup.</source>
        <translation>Die Datei ist beschädigt; spielen Sie eine Sicherung ein.</translation>
    </message>
    <message>
        <source>The folder %1 for the ledger cannot be made.</source>
        <translation>Der Ordner %1 für das Hauptbuch lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>Choose a data folder that this user may write to.</source>
        <translation>Wählen Sie einen Datenordner, in den dieser Benutzer schreiben darf.</translation>
    </message>
    <message>
        <source>The settlement of %1 has a negative amount.</source>
        <translation>Die Abrechnung von %1 hat einen negativen Betrag.</translation>
    </message>
    <message>
        <source>The hold of %1 has a negative bound.</source>
        <translation>Die Reservierung von %1 hat eine negative Grenze.</translation>
    </message>
    <message>
        <source>The correction of %1 has a negative amount.</source>
        <translation>Die Berichtigung von %1 hat einen negativen Betrag.</translation>
    </message>
    <message>
        <source>It was not written; please report this.</source>
        <translation>Sie wurde nicht geschrieben; bitte melden Sie dies.</translation>
    </message>
    <message>
        <source>The ledger %1 is in use by process %2 (%3).</source>
        <translation>Das Hauptbuch %1 wird vom Prozess %2 (%3) verwendet.</translation>
    </message>
    <message>
        <source>Quit that Capstan, or use another data folder.</source>
        <translation>Beenden Sie jenes Capstan, oder verwenden Sie einen anderen Datenordner.</translation>
    </message>
    <message>
        <source>The lock file %1.lock cannot be made.</source>
        <translation>Die Sperrdatei %1.lock lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>Give this user write permission to its folder.</source>
        <translation>Geben Sie diesem Benutzer Schreibrecht für den Ordner.</translation>
    </message>
    <message>
        <source>Put a backup in its place: capstan restore FILE.</source>
        <translation>Legen Sie eine Sicherung an seine Stelle: capstan restore DATEI.</translation>
    </message>
    <message>
        <source>The disk did not take %1</source>
        <translation>Der Datenträger hat %1 nicht angenommen</translation>
    </message>
    <message>
        <source>Check that disk.</source>
        <translation>Prüfen Sie diesen Datenträger.</translation>
    </message>
    <message>
        <source>The file %1 cannot be made</source>
        <translation>Die Datei %1 lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>Give a folder that this user may write to.</source>
        <translation>Geben Sie einen Ordner an, in den dieser Benutzer schreiben darf.</translation>
    </message>
    <message>
        <source>The copy %1 was not made: %2</source>
        <translation>Die Kopie %1 wurde nicht angelegt: %2</translation>
    </message>
    <message>
        <source>The file %1 cannot be moved to %2</source>
        <translation>Die Datei %1 lässt sich nicht nach %2 verschieben</translation>
    </message>
    <message>
        <source>Nothing was replaced.</source>
        <translation>Es wurde nichts ersetzt.</translation>
    </message>
    <message>
        <source>Give this user write permission to the folder.</source>
        <translation>Geben Sie diesem Benutzer Schreibrecht für den Ordner.</translation>
    </message>
    <message>
        <source>The ledger %1 cannot be kept as %2</source>
        <translation>Das Hauptbuch %1 lässt sich nicht als %2 aufheben</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 ist schon da.</translation>
    </message>
    <message>
        <source>Give the name of a new file; backups are never overwritten.</source>
        <translation>Nennen Sie eine neue Datei; Sicherungen werden nie überschrieben.</translation>
    </message>
    <message>
        <source>The backup %1 is not sound: %2</source>
        <translation>Die Sicherung %1 ist nicht in Ordnung: %2</translation>
    </message>
    <message>
        <source>Choose another backup.</source>
        <translation>Wählen Sie eine andere Sicherung.</translation>
    </message>
    <message>
        <source>The ledger %1 has version %2; this Capstan knows versions up to %3.</source>
        <translation>Das Hauptbuch %1 hat Version %2; dieses Capstan kennt Versionen bis %3.</translation>
    </message>
    <message>
        <source>Start the newer Capstan that wrote it, or use another data folder.</source>
        <translation>Starten Sie das neuere Capstan, das es geschrieben hat, oder verwenden Sie einen anderen Datenordner.</translation>
    </message>
    <message>
        <source>The file %1 is not a ledger: %2.</source>
        <translation>Die Datei %1 ist kein Hauptbuch: %2.</translation>
    </message>
    <message>
        <source>Move the file away, or use another data folder.</source>
        <translation>Schieben Sie die Datei beiseite, oder verwenden Sie einen anderen Datenordner.</translation>
    </message>
    <message>
        <source>%1 (while bringing it from version %2 to %3)</source>
        <translation>%1 (beim Umstellen von Version %2 auf %3)</translation>
    </message>
    <message>
        <source>it is damaged (%1)</source>
        <translation>sie ist beschädigt (%1)</translation>
    </message>
    <message>
        <source>it does not begin as an SQLite database does</source>
        <translation>sie beginnt nicht wie eine SQLite-Datenbank</translation>
    </message>
    <message>
        <source>it is a database of another program</source>
        <translation>sie ist die Datenbank eines anderen Programms</translation>
    </message>
    <message>
        <source>Budget %1 in the ledger %2 cannot be read: %3</source>
        <translation>Das Budget %1 im Hauptbuch %2 ist nicht lesbar: %3</translation>
    </message>
    <message>
        <source>%1 of %2, attempt %3</source>
        <translation>%1 von %2, Versuch %3</translation>
    </message>
    <message>
        <source>Link %1 of the chain (%2) does not follow from the one before: a link was changed or removed.</source>
        <translation>Glied %1 der Kette (%2) folgt nicht aus dem davor: Ein Glied wurde geändert oder entfernt.</translation>
    </message>
    <message>
        <source>The table %1 has %2 row(s) that no link names: they were added past Capstan.</source>
        <translation>Die Tabelle %1 hat %2 Zeilen, die kein Glied nennt: Sie kamen an Capstan vorbei hinein.</translation>
    </message>
    <message>
        <source>There are more differences in the chain.</source>
        <translation>In der Kette gibt es weitere Unterschiede.</translation>
    </message>
    <message>
        <source>The %1 is missing.</source>
        <translation>Es fehlt: %1.</translation>
    </message>
    <message>
        <source>The %1 was changed.</source>
        <translation>Geändert wurde: %1.</translation>
    </message>
    <message>
        <source>The packed sums of %1 seconds from %2 UTC are not those of their roll-ups.</source>
        <translation>Die gepackten Summen von %1 Sekunden ab %2 UTC sind nicht die ihrer Zusammenfassungen.</translation>
    </message>
    <message>
        <source>The roll-up of %1 seconds from %2 UTC for tenant &apos;%3&apos; says %4 nano-dollars in %6 calls, its entries say %5 in %7.</source>
        <translation>Die Zusammenfassung von %1 Sekunden ab %2 UTC für den Mandanten „%3“ nennt %4 Nanodollar in %6 Aufrufen, ihre Einträge nennen %5 in %7.</translation>
    </message>
    <message>
        <source>The roll-up of %1 UTC says %2 nano-dollars in %3 calls; its entries, with those that were pruned, say %4 in %5.</source>
        <translation>Die Zusammenfassung von %1 UTC nennt %2 Nanodollar in %3 Aufrufen; ihre Einträge samt den gekürzten nennen %4 in %5.</translation>
    </message>
    <message>
        <source>The roll-ups of the hours of %1 UTC do not add up to that day.</source>
        <translation>Die Zusammenfassungen der Stunden des %1 UTC ergeben nicht diesen Tag.</translation>
    </message>
    <message>
        <source>The roll-ups of minutes and quarters from %1 UTC do not add up to that hour.</source>
        <translation>Die Zusammenfassungen der Minuten und Viertelstunden ab %1 UTC ergeben nicht diese Stunde.</translation>
    </message>
    <message>
        <source>The roll-up by tag of %1 seconds from %2 UTC is not what its entries say.</source>
        <translation>Die Zusammenfassung nach Tag von %1 Sekunden ab %2 UTC ist nicht, was ihre Einträge sagen.</translation>
    </message>
    <message>
        <source>The roll-ups by tag of the hours of %1 UTC do not add up to that day.</source>
        <translation>Die Zusammenfassungen nach Tag der Stunden des %1 UTC ergeben nicht diesen Tag.</translation>
    </message>
    <message>
        <source>Reports do not find the roll-ups of %1 seconds from %2 UTC.</source>
        <translation>Berichte finden die Zusammenfassungen von %1 Sekunden ab %2 UTC nicht.</translation>
    </message>
    <message>
        <source>The stored total of bucket &apos;%1&apos; (slot %2) has %3 from settlements, the entries say %4.</source>
        <translation>Die gespeicherte Summe von „%1“ (Abschnitt %2) hat %3 aus Abrechnungen, die Einträge nennen %4.</translation>
    </message>
    <message>
        <source>The hold of request %1, attempt %2, should be either open or ended, and is not.</source>
        <translation>Die Reservierung der Anfrage %1, Versuch %2, müsste offen oder beendet sein und ist es nicht.</translation>
    </message>
    <message>
        <source>Request %1, attempt %2, is listed as open but has no hold.</source>
        <translation>Die Anfrage %1, Versuch %2, gilt als offen, hat aber keine Reservierung.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>Check who may write there.</source>
        <translation>Prüfen Sie, wer dort schreiben darf.</translation>
    </message>
    <message>
        <source>The invoice cannot be written to %1.</source>
        <translation>Die Rechnung lässt sich nicht nach %1 schreiben.</translation>
    </message>
    <message>
        <source>Name a file in a folder that this user may write to.</source>
        <translation>Nennen Sie eine Datei in einem Ordner, in den dieser Benutzer schreiben darf.</translation>
    </message>
    <message>
        <source>The backup took the ledger&apos;s place.</source>
        <translation>Die Sicherung hat den Platz des Hauptbuchs eingenommen.</translation>
    </message>
    <message>
        <source>The former ledger is kept as %1.</source>
        <translation>Das frühere Hauptbuch liegt unter %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln Token</numerusform>
            <numerusform>%Ln Token</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln Anfrage</numerusform>
            <numerusform>%Ln Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>is no currency with its rate</source>
        <translation>ist keine Währung mit ihrem Kurs</translation>
    </message>
    <message>
        <source>&quot;%1&quot; %2</source>
        <translation>„%1“ %2</translation>
    </message>
    <message>
        <source>%1: its value %2.</source>
        <translation>%1: der Wert %2.</translation>
    </message>
    <message>
        <source>Write for example &quot;tenant:research&quot;, &quot;tenant:*,model:llama-8b&quot; or &quot;tag:project:*&quot;; known are tenant, agent, user, key, feature, experiment, namespace, team, provider, model, route and tag:&lt;name&gt;; task and session, which are tags, and org, which is a tenant.</source>
        <translation>Schreiben Sie zum Beispiel &quot;tenant:research&quot;, &quot;tenant:*,model:llama-8b&quot; oder &quot;tag:project:*&quot;; bekannt sind tenant, agent, user, key, feature, experiment, namespace, team, provider, model, route und tag:&lt;name&gt;; task und session, die Tags sind, und org, das ein Mandant ist.</translation>
    </message>
    <message>
        <source>The scope %1 is not one tenant, user, task or the like.</source>
        <translation>Der Bereich %1 ist nicht ein einzelner Mandant, Benutzer, eine Aufgabe oder dergleichen.</translation>
    </message>
    <message>
        <source>%1 cannot be removed: %2.</source>
        <translation>%1 lässt sich nicht löschen: %2.</translation>
    </message>
    <message>
        <source>Remove it before Capstan starts again, or it takes the ledger&apos;s place.</source>
        <translation>Löschen Sie die Datei, bevor Capstan wieder startet, sonst tritt sie an die Stelle des Hauptbuchs.</translation>
    </message>
    <message>
        <source>The log is empty.</source>
        <translation>Das Protokoll ist leer.</translation>
    </message>
    <message>
        <source>No line of the log can be used.</source>
        <translation>Keine Zeile des Protokolls ist brauchbar.</translation>
    </message>
    <message>
        <source>Give JSON lines that have at least a timestamp and estimated_cost_usd.</source>
        <translation>Geben Sie JSON-Zeilen an, die mindestens einen timestamp und estimated_cost_usd haben.</translation>
    </message>
    <message>
        <source>it is no JSON object</source>
        <translation>sie ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>it has no timestamp</source>
        <translation>sie hat keinen timestamp</translation>
    </message>
    <message>
        <source>its estimated_cost_usd is no amount</source>
        <translation>ihr estimated_cost_usd ist kein Betrag</translation>
    </message>
    <message>
        <source>it was denied, and cost nothing</source>
        <translation>sie wurde abgelehnt und kostete nichts</translation>
    </message>
    <message>
        <source>Give the path of a file that this user may read.</source>
        <translation>Geben Sie den Pfad einer Datei an, die dieser Benutzer lesen darf.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>%1 has more than %2 MB, and is not read.</source>
        <translation>%1 hat mehr als %2 MB und wird nicht gelesen.</translation>
    </message>
    <message>
        <source>Give the path of another file, or this one in parts.</source>
        <translation>Geben Sie den Pfad einer anderen Datei an, oder diese in Teilen.</translation>
    </message>
    <message>
        <source>The budget %1 comes from BUDGET_DEFAULT_LIMIT, and is put back at the next start.</source>
        <translation>Das Budget %1 kommt aus BUDGET_DEFAULT_LIMIT und wird beim nächsten Start wiederhergestellt.</translation>
    </message>
    <message>
        <source>Change BUDGET_DEFAULT_LIMIT and start Capstan again, or set a budget for the one that it is too small for.</source>
        <translation>Ändern Sie BUDGET_DEFAULT_LIMIT und starten Sie Capstan neu, oder setzen Sie ein eigenes Budget für den, dem es nicht reicht.</translation>
    </message>
    <message>
        <source>The budget %1 comes from the policy, and is put back at the next start.</source>
        <translation>Das Budget %1 kommt aus der Richtlinie und wird beim nächsten Start wiederhergestellt.</translation>
    </message>
    <message>
        <source>Change that rule in the policy&apos;s file, and load it again.</source>
        <translation>Ändern Sie diese Regel in der Datei der Richtlinie, und laden Sie sie neu.</translation>
    </message>
    <message>
        <source>is above $5000 per million tokens (was it a price per token?)</source>
        <translation>liegt über 5000 $ je Million Token (war es ein Preis je Token?)</translation>
    </message>
    <message>
        <source>is below $0.00001 per million tokens (is it a price per token?)</source>
        <translation>liegt unter 0,00001 $ je Million Token (ist es ein Preis je Token?)</translation>
    </message>
    <message>
        <source>Make room there, or let this user write there.</source>
        <translation>Schaffen Sie dort Platz, oder erlauben Sie diesem Benutzer, dort zu schreiben.</translation>
    </message>
    <message>
        <source>The log was not saved to its end.</source>
        <translation>Das Protokoll wurde nicht bis zum Ende gespeichert.</translation>
    </message>
</context>
<context>
    <name>SettingsModel</name>
    <message>
        <source>“%1” is no IP address.</source>
        <translation>„%1“ ist keine IP-Adresse.</translation>
    </message>
    <message>
        <source>Give 127.0.0.1 for this computer only, 0.0.0.0 for all.</source>
        <translation>Geben Sie 127.0.0.1 nur für diesen Rechner an, 0.0.0.0 für alle.</translation>
    </message>
    <message>
        <source>“%1” is no port.</source>
        <translation>„%1“ ist kein Port.</translation>
    </message>
    <message>
        <source>Give a number from 0 to 65535; 0 picks a free one.</source>
        <translation>Geben Sie eine Zahl von 0 bis 65535 an; 0 wählt einen freien.</translation>
    </message>
    <message>
        <source>“%1” is no whole number.</source>
        <translation>„%1“ ist keine ganze Zahl.</translation>
    </message>
    <message>
        <source>Give days and megabytes as whole numbers; 0 does not limit.</source>
        <translation>Geben Sie Tage und Megabyte als ganze Zahlen an; 0 begrenzt nicht.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>“%1” is no name for an upstream.</source>
        <translation>„%1“ ist kein Name für einen Upstream.</translation>
    </message>
    <message>
        <source>Give a short word without blanks, as vllm.</source>
        <translation>Geben Sie ein kurzes Wort ohne Leerzeichen an, etwa vllm.</translation>
    </message>
    <message>
        <source>“%1” is no address of a server.</source>
        <translation>„%1“ ist keine Serveradresse.</translation>
    </message>
    <message>
        <source>Give one as http://localhost:8000/v1.</source>
        <translation>Geben Sie eine an wie http://localhost:8000/v1.</translation>
    </message>
    <message>
        <source>Only programs on this computer can reach it</source>
        <translation>Nur Programme auf diesem Rechner erreichen ihn</translation>
    </message>
    <message>
        <source>Other computers can reach it; every call needs a virtual key</source>
        <translation>Andere Rechner erreichen ihn; jeder Aufruf braucht einen virtuellen Schlüssel</translation>
    </message>
    <message>
        <source>Settings cannot be kept in a demonstration</source>
        <translation>In einer Vorführung werden Einstellungen nicht aufbewahrt</translation>
    </message>
    <message>
        <source>Set by the command line or the environment</source>
        <translation>Von der Befehlszeile oder der Umgebung vorgegeben</translation>
    </message>
    <message>
        <source>Set by %1, the environment or the command line</source>
        <translation>Von %1, der Umgebung oder der Befehlszeile vorgegeben</translation>
    </message>
    <message>
        <source>Always so where other computers can reach it</source>
        <translation>Immer so, wenn andere Rechner ihn erreichen</translation>
    </message>
    <message>
        <source>What the command line, the environment or %1 says goes before what is set here; Capstan never changes that file. What is set here is kept in %2.</source>
        <translation>Was die Befehlszeile, die Umgebung oder %1 vorgibt, geht dem vor, was hier eingestellt ist; Capstan ändert jene Datei nie. Was hier eingestellt ist, steht in %2.</translation>
    </message>
    <message>
        <source>The language is another from the next start of Capstan. No call is running.</source>
        <translation>Die Sprache wechselt mit dem nächsten Start von Capstan. Kein Aufruf läuft.</translation>
    </message>
    <message numerus="yes">
        <source>The language is another from the next start of Capstan. %n running call(s) would be let end first.</source>
        <translation>
            <numerusform>Die Sprache wechselt mit dem nächsten Start von Capstan. %n laufender Aufruf würde erst zu Ende gelassen.</numerusform>
            <numerusform>Die Sprache wechselt mit dem nächsten Start von Capstan. %n laufende Aufrufe würden erst zu Ende gelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>A change waits until the proxy is started again. No call is running.</source>
        <translation>Eine Änderung wartet auf den Neustart des Proxys. Kein Aufruf läuft.</translation>
    </message>
    <message numerus="yes">
        <source>A change waits until the proxy is started again. %n running call(s) would be let end first.</source>
        <translation>
            <numerusform>Eine Änderung wartet auf den Neustart des Proxys. %n laufender Aufruf würde erst zu Ende gelassen.</numerusform>
            <numerusform>Eine Änderung wartet auf den Neustart des Proxys. %n laufende Aufrufe würden erst zu Ende gelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The window shows amounts and takes caps in %1. Ledger, exports, invoices and prices of models stay in US dollars.</source>
        <translation>Das Fenster zeigt Beträge und nimmt Limits in %1. Hauptbuch, Exporte, Rechnungen und Modellpreise bleiben in US-Dollar.</translation>
    </message>
    <message>
        <source>US dollars. For another currency: its code, how many units one dollar is worth, and since when, as EUR, %1, 2026-11-02.</source>
        <translation>US-Dollar. Für eine andere Währung: ihr Kürzel, wie viele Einheiten ein Dollar wert ist und seit wann, etwa EUR, %1, 2026-11-02.</translation>
    </message>
    <message>
        <source>%1 keeps the prompt and the answer of every call of every tenant, up to %2 KiB of each.</source>
        <extracomment>%1 is a place that calls are told to; %2 a number</extracomment>
        <translation>%1 bewahrt Prompt und Antwort jedes Aufrufs jedes Mandanten auf, jeweils bis zu %2 KiB.</translation>
    </message>
    <message>
        <source>%1 gets the prompt and the answer of every call of every tenant, up to %2 KiB of each.</source>
        <translation>%1 erhält Prompt und Antwort jedes Aufrufs jedes Mandanten, jeweils bis zu %2 KiB.</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) leave(s) something out.</source>
        <translation>
            <numerusform>%n Regel lässt etwas weg.</numerusform>
            <numerusform>%n Regeln lassen etwas weg.</numerusform>
        </translation>
    </message>
    <message>
        <source>never kept</source>
        <translation>nie aufbewahrt</translation>
    </message>
    <message>
        <source>sent to %1</source>
        <translation>gesendet an %1</translation>
    </message>
    <message>
        <source>Relayed byte for byte and forgotten: never logged, never in the ledger, and sent to nobody else. Only capstan.yaml can say otherwise, for one telemetry destination at a time.</source>
        <translation>Byte für Byte weitergereicht und vergessen: nie protokolliert, nie im Hauptbuch und an niemand anderen gesendet. Nur capstan.yaml kann es anders bestimmen, für jeweils ein Telemetrieziel.</translation>
    </message>
    <message>
        <source>Until it has taken them they wait in the data folder; Capstan&apos;s log and the ledger&apos;s entries never have them. capstan.yaml says so, under content.</source>
        <translation>Bis sie dort angenommen sind, warten sie im Datenordner; das Protokoll von Capstan und die Einträge des Hauptbuchs enthalten sie nie. So bestimmt es capstan.yaml unter content.</translation>
    </message>
    <message>
        <source>It is not in force yet; nothing changes for any call.</source>
        <translation>Er gilt noch nicht; für keinen Aufruf ändert sich etwas.</translation>
    </message>
    <message>
        <source>Other upstreams serve all of its models.</source>
        <translation>Andere Upstreams bedienen alle seine Modelle.</translation>
    </message>
    <message>
        <source>Nobody else serves %1: calls to it will be refused.</source>
        <translation>Niemand sonst bedient %1: Aufrufe dafür werden abgelehnt.</translation>
    </message>
    <message>
        <source>It has %1 now.</source>
        <extracomment>%1 is &quot;2 running calls&quot;</extracomment>
        <translation>Dort derzeit: %1.</translation>
    </message>
    <message>
        <source>It goes on serving until the proxy is started again.</source>
        <translation>Er bedient weiter, bis der Proxy neu gestartet wird.</translation>
    </message>
</context>
<context>
    <name>SettingsNotice</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Start it again now</source>
        <translation>Jetzt neu starten</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>First run…</source>
        <translation>Erster Start…</translation>
    </message>
    <message>
        <source>Find a vLLM, make a tenant and a key, see the first call</source>
        <translation>Ein vLLM finden, Mandanten und Schlüssel anlegen, den ersten Aufruf sehen</translation>
    </message>
    <message>
        <source>Add upstream</source>
        <translation>Upstream hinzufügen</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>Prompts and answers</source>
        <translation>Prompts und Antworten</translation>
    </message>
</context>
<context>
    <name>SettingsSections</name>
    <message>
        <source>Upstreams</source>
        <translation>Upstreams</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Zugangsdaten</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Erreichbarkeit</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Keeping data</source>
        <translation>Aufbewahrung</translation>
    </message>
    <message>
        <source>One number</source>
        <translation>Eine Zahl</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Start</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Capstan goes on counting</source>
        <translation>Capstan zählt weiter</translation>
    </message>
    <message>
        <source>The window is closed, the proxy runs. Open it again, or quit, from this icon.</source>
        <translation>Das Fenster ist geschlossen, der Proxy läuft. Über dieses Symbol öffnen Sie es wieder oder beenden Capstan.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) is/are running. Capstan can wait until it has/they have ended, or cut it/them now; what was used is counted either way.</source>
        <translation>
            <numerusform>%Ln Aufruf läuft. Capstan kann warten, bis er beendet ist, oder ihn jetzt abbrechen; was verbraucht wurde, wird so oder so gezählt.</numerusform>
            <numerusform>%Ln Aufrufe laufen. Capstan kann warten, bis sie beendet sind, oder sie jetzt abbrechen; was verbraucht wurde, wird so oder so gezählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>This desktop has no tray for Capstan to go on in. Quitting stops the proxy: programs that call it get no answer then.</source>
        <translation>Dieser Desktop hat keinen Infobereich, in dem Capstan weiterlaufen könnte. Beenden stoppt den Proxy: Programme, die ihn aufrufen, bekommen dann keine Antwort.</translation>
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
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Tenants</source>
        <translation>Mandanten</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Models &amp; prices</source>
        <translation>Modelle &amp; Preise</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
</context>
<context>
    <name>SpendGauge</name>
    <message>
        <source>Today: %1</source>
        <translation>Heute: %1</translation>
    </message>
</context>
<context>
    <name>StartingSection</name>
    <message>
        <source>Start at login</source>
        <translation>Bei der Anmeldung starten</translation>
    </message>
    <message>
        <source>Counts from the moment you log in</source>
        <translation>Zählt ab Ihrer Anmeldung</translation>
    </message>
    <message>
        <source>Configuration file</source>
        <translation>Konfigurationsdatei</translation>
    </message>
    <message>
        <source>There is none, and none is needed.</source>
        <translation>Es gibt keine, und es braucht keine.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Read the file as it is now; nothing is changed</source>
        <translation>Liest die Datei, wie sie jetzt ist; nichts wird geändert</translation>
    </message>
    <message>
        <source>Start again now</source>
        <translation>Jetzt neu starten</translation>
    </message>
    <message>
        <source>Running calls are let end first</source>
        <translation>Laufende Aufrufe dürfen vorher enden</translation>
    </message>
</context>
<context>
    <name>StopButton</name>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
</context>
<context>
    <name>Story</name>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln Token</numerusform>
            <numerusform>%Ln Token</numerusform>
        </translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>tag %1</source>
        <translation>Tag %1</translation>
    </message>
    <message>
        <source>all tenants</source>
        <translation>alle Mandanten</translation>
    </message>
    <message>
        <source>%1: settled</source>
        <translation>%1: abgerechnet</translation>
    </message>
    <message>
        <source>+ held by other calls</source>
        <translation>+ von anderen Aufrufen reserviert</translation>
    </message>
    <message>
        <source>+ this call, at most</source>
        <translation>+ dieser Aufruf, höchstens</translation>
    </message>
    <message>
        <source>stays under the cap of %1 by</source>
        <translation>bleibt unter dem Limit von %1 um</translation>
    </message>
    <message>
        <source>would pass the cap of %1 by</source>
        <translation>würde das Limit von %1 überschreiten um</translation>
    </message>
    <message>
        <source>Budgets, at %1</source>
        <translation>Budgets, um %1</translation>
    </message>
    <message>
        <source>this call, at most</source>
        <translation>dieser Aufruf, höchstens</translation>
    </message>
    <message>
        <source>of tokens, at most</source>
        <translation>an Token, höchstens</translation>
    </message>
    <message>
        <source>clamped to tokens out</source>
        <translation>gekürzt auf Token aus</translation>
    </message>
    <message>
        <source>tokens out that would fit</source>
        <translation>Token aus, die passen würden</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>attempt %1 of %2</source>
        <translation>Versuch %1 von %2</translation>
    </message>
    <message>
        <source>path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>answered with</source>
        <translation>beantwortet mit</translation>
    </message>
    <message>
        <source>Time, %1</source>
        <translation>Zeit, %1</translation>
    </message>
    <message>
        <source>Capstan&apos;s own</source>
        <translation>Capstan selbst</translation>
    </message>
    <message>
        <source>first token</source>
        <translation>erstes Token</translation>
    </message>
    <message>
        <source>answer, %1</source>
        <translation>Antwort, %1</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>tokens in</source>
        <translation>Token ein</translation>
    </message>
    <message>
        <source>tokens in, cached</source>
        <translation>Token ein, aus dem Cache</translation>
    </message>
    <message>
        <source>tokens in, written to the cache</source>
        <translation>Token ein, in den Cache geschrieben</translation>
    </message>
    <message>
        <source>tokens out</source>
        <translation>Token aus</translation>
    </message>
    <message>
        <source>of them reasoning</source>
        <translation>davon Nachdenken</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>kein Preis</translation>
    </message>
    <message>
        <source>price: %1</source>
        <translation>Preis: %1</translation>
    </message>
    <message>
        <source>Corrected by %1</source>
        <translation>Korrigiert durch %1</translation>
    </message>
    <message>
        <source>%1, then %2</source>
        <translation>%1, dann %2</translation>
    </message>
    <message>
        <source>nothing was charged</source>
        <translation>nichts wurde berechnet</translation>
    </message>
    <message>
        <source>not settled yet</source>
        <translation>noch nicht abgerechnet</translation>
    </message>
    <message>
        <source>settled, reported by the upstream</source>
        <translation>abgerechnet, vom Upstream gemeldet</translation>
    </message>
    <message>
        <source>settled, last count of the stream</source>
        <translation>abgerechnet, letzter Stand des Streams</translation>
    </message>
    <message>
        <source>settled, estimated</source>
        <translation>abgerechnet, geschätzt</translation>
    </message>
    <message>
        <source>afterwards: %1</source>
        <translation>nachträglich: %1</translation>
    </message>
    <message>
        <source>chosen because</source>
        <translation>Grund der Wahl</translation>
    </message>
    <message>
        <source>the model was named</source>
        <translation>Modell genannt</translation>
    </message>
    <message>
        <source>little is left of a budget</source>
        <translation>Budget fast verbraucht</translation>
    </message>
    <message>
        <source>by the rules</source>
        <translation>nach den Regeln</translation>
    </message>
    <message>
        <source>%1 at %2 per million</source>
        <comment>4,375 tokens, at a price</comment>
        <translation>%1 zu %2 pro Million</translation>
    </message>
    <message>
        <source>for the request itself</source>
        <translation>für die Anfrage selbst</translation>
    </message>
    <message>
        <source>for a minute of audio</source>
        <translation>für eine Minute Audio</translation>
    </message>
    <message>
        <source>set in this window</source>
        <translation>in diesem Fenster gesetzt</translation>
    </message>
    <message>
        <source>answered from the cache</source>
        <translation>aus dem Cache beantwortet</translation>
    </message>
    <message>
        <source>waited for room in a budget</source>
        <translation>auf Platz in einem Budget gewartet</translation>
    </message>
    <message>
        <source>So far, in %1</source>
        <translation>Bisher, in %1</translation>
    </message>
    <message>
        <source>metered</source>
        <translation>gezählt</translation>
    </message>
    <message>
        <source>held for the rest, at most</source>
        <translation>für den Rest reserviert, höchstens</translation>
    </message>
    <message>
        <source>so far; it runs</source>
        <translation>bisher; läuft noch</translation>
    </message>
    <message>
        <source>waited for room; when it was let in:</source>
        <translation>auf Platz gewartet; beim Einlass:</translation>
    </message>
    <message>
        <source>Decision, at %1</source>
        <translation>Entscheidung, um %1</translation>
    </message>
    <message>
        <source>Cut by %1, at %2</source>
        <extracomment>%1 is a budget, %2 the time</extracomment>
        <translation>Abgebrochen durch %1, um %2</translation>
    </message>
    <message>
        <source>settled, with this call</source>
        <translation>abgerechnet, mit diesem Aufruf</translation>
    </message>
    <message>
        <source>+ held by running calls</source>
        <translation>+ von laufenden Aufrufen reserviert</translation>
    </message>
    <message>
        <source>past the cap of %1 by</source>
        <translation>über dem Limit von %1 um</translation>
    </message>
</context>
<context>
    <name>StoryModel</name>
    <message>
        <source>This request is no longer in the ledger.</source>
        <translation>Diese Anfrage ist nicht mehr im Hauptbuch.</translation>
    </message>
</context>
<context>
    <name>TenantDetail</name>
    <message>
        <source>near</source>
        <comment>its cap</comment>
        <translation>nahe am Limit</translation>
    </message>
    <message>
        <source>full</source>
        <comment>its cap is reached</comment>
        <translation>voll</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>all tenants</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>each tenant</source>
        <translation>jeder</translation>
    </message>
    <message>
        <source>resets %1</source>
        <comment>the cap, at 00:00</comment>
        <translation>beginnt neu: %1</translation>
    </message>
    <message>
        <source>audit only</source>
        <translation>nur beobachten</translation>
    </message>
    <message>
        <source>All tenants</source>
        <translation>Alle Mandanten</translation>
    </message>
    <message>
        <source>New daily cap</source>
        <translation>Neues Tageslimit</translation>
    </message>
    <message>
        <source>No cap of its own</source>
        <translation>Kein eigenes Limit</translation>
    </message>
    <message>
        <source>%1 spent today</source>
        <translation>heute %1 ausgegeben</translation>
    </message>
    <message>
        <source>no call running</source>
        <translation>kein Aufruf läuft</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) running</source>
        <translation>
            <numerusform>%Ln Aufruf läuft</numerusform>
            <numerusform>%Ln Aufrufe laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>New calls are refused until you resume. Let %1 finish, or cut now?</source>
        <translation>Neue Aufrufe werden abgelehnt, bis Sie fortsetzen. Derzeit: %1. Zu Ende laufen lassen oder jetzt abbrechen?</translation>
    </message>
    <message>
        <source>%1 was counted so far; the cap of %2 is whole again. The log and all totals stay.</source>
        <translation>%1 wurde bisher gezählt; das Limit von %2 ist wieder voll verfügbar. Protokoll und alle Summen bleiben.</translation>
    </message>
    <message>
        <source>%1 settled + %2 held of %3</source>
        <translation>%1 abgerechnet + %2 reserviert von %3</translation>
    </message>
    <message>
        <source>nobody has called yet</source>
        <translation>noch keine Aufrufe</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln of its counters begin at zero. The log and all totals stay.</source>
        <translation>
            <numerusform>Sein %Ln Zähler beginnt bei null. Protokoll und alle Summen bleiben.</numerusform>
            <numerusform>Alle seine %Ln Zähler beginnen bei null. Protokoll und alle Summen bleiben.</numerusform>
        </translation>
    </message>
    <message>
        <source>put back at the next start</source>
        <translation>beim nächsten Start wiederhergestellt</translation>
    </message>
    <message>
        <source>No call is running. From then on every call is refused, until you resume.</source>
        <translation>Kein Aufruf läuft. Ab dann wird jeder Aufruf abgelehnt, bis Sie fortsetzen.</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Calls that are cut do not come back.</source>
        <translation>Abgebrochene Aufrufe kommen nicht zurück.</translation>
    </message>
</context>
<context>
    <name>TenantInspector</name>
    <message>
        <source>Inspector</source>
        <translation>Detailansicht</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Reset…</source>
        <translation>Neu zählen…</translation>
    </message>
    <message>
        <source>Remove cap</source>
        <translation>Limit entfernen</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Nichts ändern</translation>
    </message>
    <message>
        <source>Set a daily cap</source>
        <translation>Tageslimit setzen</translation>
    </message>
    <message>
        <source>Other budgets of all tenants</source>
        <translation>Andere Budgets aller Mandanten</translation>
    </message>
    <message>
        <source>Other budgets that bind %1</source>
        <translation>Andere Budgets, die für %1 gelten</translation>
    </message>
    <message>
        <source>Count %1 from zero?</source>
        <translation>%1 wieder bei null zählen?</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Neu zählen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Its other counters, the fullest first</source>
        <translation>Seine anderen Zähler, der vollste zuerst</translation>
    </message>
    <message>
        <source>Show this counter</source>
        <translation>Diesen Zähler zeigen</translation>
    </message>
    <message>
        <source>Change this cap</source>
        <translation>Dieses Limit ändern</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
</context>
<context>
    <name>TenantListModel</name>
    <message>
        <source>this week</source>
        <translation>diese Woche</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>diesen Monat</translation>
    </message>
    <message>
        <source>in total</source>
        <translation>insgesamt</translation>
    </message>
    <message>
        <source>this hour</source>
        <translation>diese Stunde</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tenant(s)</source>
        <translation>
            <numerusform>%Ln Mandant</numerusform>
            <numerusform>%Ln Mandanten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln budget(s)</source>
        <translation>
            <numerusform>%Ln Budget</numerusform>
            <numerusform>%Ln Budgets</numerusform>
        </translation>
    </message>
    <message>
        <source>paused by you</source>
        <translation>von Ihnen pausiert</translation>
    </message>
    <message>
        <source>paused by you %1</source>
        <comment>14:32</comment>
        <translation>von Ihnen pausiert %1</translation>
    </message>
    <message>
        <source>no cap</source>
        <translation>kein Limit</translation>
    </message>
    <message>
        <source>no calls yet</source>
        <translation>noch keine Aufrufe</translation>
    </message>
    <message>
        <source>near · %1 at this pace</source>
        <comment>17:21</comment>
        <translation>nahe · Limit um %1</translation>
    </message>
    <message>
        <source>near</source>
        <comment>its cap</comment>
        <translation>nahe am Limit</translation>
    </message>
    <message>
        <source>All tenants</source>
        <translation>Alle Mandanten</translation>
    </message>
</context>
<context>
    <name>TenantTable</name>
    <message>
        <source>Tenants</source>
        <translation>Mandanten</translation>
    </message>
    <message>
        <source>No tenant matches “%1”</source>
        <translation>Kein Mandant passt zu „%1“</translation>
    </message>
    <message>
        <source>No tenant has called yet</source>
        <translation>Noch kein Mandant hat aufgerufen</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter löschen</translation>
    </message>
</context>
<context>
    <name>TenantTableHead</name>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Abgerechnet</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Reserviert</translation>
    </message>
    <message>
        <source>Cap</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>Burn</source>
        <translation>Verbrauch</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>Dieser Zeitraum</translation>
    </message>
</context>
<context>
    <name>TenantTableTitles</name>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Abgerechnet</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Reserviert</translation>
    </message>
    <message>
        <source>Cap</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>Burn</source>
        <translation>Verbrauch</translation>
    </message>
</context>
<context>
    <name>TenantsPage</name>
    <message>
        <source>Tenants</source>
        <translation>Mandanten</translation>
    </message>
    <message>
        <source>Ctrl Z</source>
        <translation>Strg Z</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>No cap was changed yet</source>
        <translation>Noch kein Limit wurde geändert</translation>
    </message>
    <message>
        <source>New budget</source>
        <translation>Neues Budget</translation>
    </message>
    <message>
        <source>One is being written</source>
        <translation>Eines wird gerade geschrieben</translation>
    </message>
    <message>
        <source>Spend by</source>
        <translation>Ausgaben nach</translation>
    </message>
    <message>
        <source>Filter tenants</source>
        <translation>Mandanten filtern</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>Nach Namen filtern</translation>
    </message>
    <message>
        <source>Select a tenant to see and change its cap</source>
        <translation>Wählen Sie einen Mandanten, um sein Limit zu sehen und zu ändern</translation>
    </message>
    <message>
        <source>Filter budgets</source>
        <translation>Budgets filtern</translation>
    </message>
    <message>
        <source>Select a budget to see and change its cap</source>
        <translation>Wählen Sie ein Budget, um sein Limit zu sehen und zu ändern</translation>
    </message>
</context>
<context>
    <name>TimeFilterChip</name>
    <message>
        <source>from … to …</source>
        <translation>von … bis …</translation>
    </message>
    <message>
        <source>Write from when, or until when.</source>
        <translation>Geben Sie ein, von wann oder bis wann.</translation>
    </message>
    <message>
        <source>The end must be after the beginning.</source>
        <translation>Das Ende muss nach dem Anfang liegen.</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>two times</comment>
        <translation>%1 bis %2</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Ctrl Z</source>
        <translation>Strg Z</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>TodayCard</name>
    <message>
        <source>Today, all tenants</source>
        <translation>Heute, alle Mandanten</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Ausgegeben</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Reserviert</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Übrig</translation>
    </message>
    <message>
        <source>Set a daily cap</source>
        <translation>Tageslimit setzen</translation>
    </message>
</context>
<context>
    <name>TopModelList</name>
    <message>
        <source>%1 of %2 today</source>
        <translation>%1 von %2 heute</translation>
    </message>
</context>
<context>
    <name>TopModelsList</name>
    <message>
        <source>Top models today</source>
        <translation>Top-Modelle heute</translation>
    </message>
    <message>
        <source>No model was called today</source>
        <translation>Heute wurde kein Modell aufgerufen</translation>
    </message>
</context>
<context>
    <name>TopTenantsList</name>
    <message>
        <source>Top tenants today</source>
        <translation>Top-Mandanten heute</translation>
    </message>
    <message>
        <source>no cap</source>
        <translation>kein Limit</translation>
    </message>
    <message>
        <source>No tenant has called today</source>
        <translation>Heute hat kein Mandant aufgerufen</translation>
    </message>
</context>
<context>
    <name>TrayState</name>
    <message>
        <source>%1   %2 of %3</source>
        <translation>%1   %2 von %3</translation>
    </message>
    <message>
        <source>Near a cap</source>
        <translation>Nahe am Limit</translation>
    </message>
    <message>
        <source>A cap is reached</source>
        <translation>Ein Limit ist erreicht</translation>
    </message>
    <message>
        <source>All paused</source>
        <translation>Alle pausiert</translation>
    </message>
    <message>
        <source>Upstream down</source>
        <translation>Upstream nicht erreichbar</translation>
    </message>
    <message>
        <source>%1 today</source>
        <translation>heute %1</translation>
    </message>
</context>
<context>
    <name>TypedFilterMenu</name>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
</context>
<context>
    <name>TypedMoment</name>
    <message>
        <source>“%1” is no time.</source>
        <translation>„%1“ ist kein Zeitpunkt.</translation>
    </message>
    <message>
        <source>Type a time of day (18:00), a length from now (90m, 2h, 3d) or a day (2026-12-01, or with 18:00).</source>
        <translation>Geben Sie eine Uhrzeit (18:00), eine Dauer ab jetzt (90m, 2h, 3d) oder einen Tag ein (2026-12-01, auch mit 18:00).</translation>
    </message>
    <message>
        <source>“%1” is over.</source>
        <translation>„%1“ ist vorbei.</translation>
    </message>
    <message>
        <source>Type a time that is to come.</source>
        <translation>Geben Sie einen künftigen Zeitpunkt ein.</translation>
    </message>
</context>
<context>
    <name>TypedNumber</name>
    <message>
        <source>“%1” is no number.</source>
        <translation>„%1“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>Type it like %1.</source>
        <translation>Geben Sie sie wie %1 ein.</translation>
    </message>
    <message>
        <source>“%1” may be read in two ways.</source>
        <translation>„%1“ lässt sich auf zwei Arten lesen.</translation>
    </message>
    <message>
        <source>Type %1 for thousands, or %2 for a fraction.</source>
        <translation>Geben Sie %1 für Tausender oder %2 für einen Bruchteil ein.</translation>
    </message>
    <message>
        <source>“%1” is no whole number.</source>
        <translation>„%1“ ist keine ganze Zahl.</translation>
    </message>
    <message>
        <source>Type digits only.</source>
        <translation>Geben Sie nur Ziffern ein.</translation>
    </message>
</context>
<context>
    <name>UpstreamChange</name>
    <message>
        <source>Upstream %1 added</source>
        <translation>Upstream %1 hinzugefügt</translation>
    </message>
    <message>
        <source>Upstream %1 removed</source>
        <translation>Upstream %1 entfernt</translation>
    </message>
    <message>
        <source>Upstream %1: %2</source>
        <translation>Upstream %1: %2</translation>
    </message>
</context>
<context>
    <name>UpstreamDialog</name>
    <message>
        <source>Any server that speaks the OpenAI API: vLLM, SGLang, a provider. Its key is set under Credentials.</source>
        <translation>Jeder Server mit der OpenAI-API: vLLM, SGLang, ein Anbieter. Sein Schlüssel wird unter Zugangsdaten gesetzt.</translation>
    </message>
    <message>
        <source>Add an upstream</source>
        <translation>Upstream hinzufügen</translation>
    </message>
    <message>
        <source>Address of %1</source>
        <translation>Adresse von %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name, as vllm-2</source>
        <translation>Name, etwa vllm-2</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Nichts ändern</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 entfernen?</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
</context>
<context>
    <name>UpstreamFacts</name>
    <message>
        <source>Upstream</source>
        <translation>Upstream</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Laufend</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation>KV-Cache</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Upstreams</source>
        <translation>Upstreams</translation>
    </message>
</context>
<context>
    <name>UpstreamLines</name>
    <message>
        <source>Upstreams</source>
        <translation>Upstreams</translation>
    </message>
</context>
<context>
    <name>Upstreams</name>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln model(s)</source>
        <translation>
            <numerusform>%Ln Modell</numerusform>
            <numerusform>%Ln Modelle</numerusform>
        </translation>
    </message>
    <message>
        <source>idle</source>
        <translation>untätig</translation>
    </message>
    <message numerus="yes">
        <source>%Ln running</source>
        <comment>calls</comment>
        <translation>
            <numerusform>%Ln laufend</numerusform>
            <numerusform>%Ln laufend</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <comment>calls</comment>
        <translation>
            <numerusform>%Ln wartend</numerusform>
            <numerusform>%Ln wartend</numerusform>
        </translation>
    </message>
    <message>
        <source>up</source>
        <comment>the server answers</comment>
        <translation>erreichbar</translation>
    </message>
    <message>
        <source>down since %1</source>
        <translation>nicht erreichbar seit %1</translation>
    </message>
    <message>
        <source>No upstream</source>
        <translation>Kein Upstream</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>running unknown</source>
        <translation>laufend unbekannt</translation>
    </message>
    <message>
        <source>waiting unknown</source>
        <translation>wartend unbekannt</translation>
    </message>
    <message>
        <source>KV %1</source>
        <extracomment>&quot;KV 38 %&quot;: how full a model server&apos;s cache of keys and values is</extracomment>
        <translation>KV %1</translation>
    </message>
    <message>
        <source>load unknown</source>
        <translation>Last unbekannt</translation>
    </message>
    <message>
        <source>load and output unknown</source>
        <translation>Last und Ausgabe unbekannt</translation>
    </message>
    <message>
        <source>output unknown</source>
        <translation>Ausgabe unbekannt</translation>
    </message>
    <message>
        <source>%1 of %2 down</source>
        <extracomment>&quot;1 of 3 down&quot;, of the upstreams</extracomment>
        <translation>%1 von %2 nicht erreichbar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln upstream(s)</source>
        <translation>
            <numerusform>%Ln Upstream</numerusform>
            <numerusform>%Ln Upstreams</numerusform>
        </translation>
    </message>
    <message>
        <source>all up</source>
        <comment>the servers answer</comment>
        <translation>alle erreichbar</translation>
    </message>
    <message>
        <source>down</source>
        <comment>the server does not answer</comment>
        <translation>nicht erreichbar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln up</source>
        <comment>the servers answer</comment>
        <extracomment>&quot;3 up&quot;, of the upstreams</extracomment>
        <translation>
            <numerusform>%Ln erreichbar</numerusform>
            <numerusform>%Ln erreichbar</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Windows</name>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1 d</translation>
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
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Total cap</source>
        <translation>Gesamtlimit</translation>
    </message>
    <message>
        <source>Cap per %1</source>
        <comment>6 h</comment>
        <translation>Limit pro %1</translation>
    </message>
    <message>
        <source>Hourly cap</source>
        <translation>Stundenlimit</translation>
    </message>
    <message>
        <source>Daily cap</source>
        <translation>Tageslimit</translation>
    </message>
    <message>
        <source>Weekly cap</source>
        <translation>Wochenlimit</translation>
    </message>
    <message>
        <source>Monthly cap</source>
        <translation>Monatslimit</translation>
    </message>
</context>
<context>
    <name>ZoneFilterChip</name>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
</context>
<context>
    <name>app::DesktopNotifier</name>
    <message>
        <source>Open Capstan</source>
        <translation>Capstan öffnen</translation>
    </message>
</context>
<context>
    <name>app::NewsWatch</name>
    <message>
        <source>%1 answers again</source>
        <translation>%1 antwortet wieder</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 antwortet nicht</translation>
    </message>
    <message>
        <source>%1 takes nothing</source>
        <translation>%1 nimmt nichts an</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alerts</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Traffic reaches %1 past Capstan</source>
        <translation>Aufrufe erreichen %1 an Capstan vorbei</translation>
    </message>
    <message>
        <source>%1 and Capstan count differently</source>
        <translation>%1 und Capstan zählen verschieden</translation>
    </message>
</context>
<context>
    <name>app::ServiceHost</name>
    <message>
        <source>Acknowledge</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Acknowledge all</source>
        <translation>Alle bestätigen</translation>
    </message>
</context>
<context>
    <name>app::TrayIcon</name>
    <message>
        <source>Resume all</source>
        <translation>Alle fortsetzen</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>Alle pausieren</translation>
    </message>
    <message>
        <source>Open Capstan</source>
        <translation>Capstan öffnen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
</TS>
