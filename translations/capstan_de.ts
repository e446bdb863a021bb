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
</context>
<context>
    <name>AlertHistoryModel</name>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
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
        <translation>jeder Mandant</translation>
    </message>
    <message>
        <source>each value</source>
        <translation>jeder Wert</translation>
    </message>
    <message>
        <source>All tenants</source>
        <translation>Alle Mandanten</translation>
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
        <source>Unmute</source>
        <translation>Stummschaltung aufheben</translation>
    </message>
    <message>
        <source>Mute…</source>
        <translation>Stummschalten…</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stummschalten</translation>
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
        <source>Last 7 days: counting…</source>
        <translation>Letzte 7 Tage: wird gezählt…</translation>
    </message>
    <message>
        <source>%1: %2 refused</source>
        <translation>%1: %2 abgelehnt</translation>
    </message>
    <message>
        <source>What it would have refused cannot be told: %1</source>
        <translation>Was es abgelehnt hätte, lässt sich nicht sagen: %1</translation>
    </message>
    <message numerus="yes">
        <source>Last 7 days: matches more than %Ln call(s), would have refused %1</source>
        <translation>
            <numerusform>Letzte 7 Tage: trifft auf mehr als %Ln Aufruf zu, hätte %1 abgelehnt</numerusform>
            <numerusform>Letzte 7 Tage: trifft auf mehr als %Ln Aufrufe zu, hätte %1 abgelehnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last 7 days: matches %Ln call(s), would have refused %1</source>
        <translation>
            <numerusform>Letzte 7 Tage: trifft auf %Ln Aufruf zu, hätte %1 abgelehnt</numerusform>
            <numerusform>Letzte 7 Tage: trifft auf %Ln Aufrufe zu, hätte %1 abgelehnt</numerusform>
        </translation>
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
        <source>each of them</source>
        <translation>jeder einzelne</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>Wie viel</translation>
    </message>
    <message>
        <source>$20.00</source>
        <translation>20,00 $</translation>
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
        <source>Per</source>
        <translation>Pro</translation>
    </message>
    <message>
        <source>Per what</source>
        <translation>Pro was</translation>
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
        <source>Set this budget</source>
        <translation>Budget festlegen</translation>
    </message>
    <message>
        <source>Say how much first</source>
        <translation>Geben Sie zuerst an, wie viel</translation>
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
        <source>Burn at %1: %2 dollars per hour</source>
        <translation>Verbrauch um %1: %2 Dollar pro Stunde</translation>
    </message>
    <message>
        <source>No pace yet</source>
        <translation>Noch kein Tempo</translation>
    </message>
    <message>
        <source>Nothing was spent in that time</source>
        <translation>In dieser Zeit wurde nichts ausgegeben</translation>
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
        <source>$/h</source>
        <translation>$/h</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
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
</context>
<context>
    <name>CapChange</name>
    <message>
        <source>All tenants</source>
        <translation>Alle Mandanten</translation>
    </message>
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
        <source>Last 7 days: counting…</source>
        <translation>Letzte 7 Tage: wird gezählt…</translation>
    </message>
    <message>
        <source>What it would have refused cannot be told: %1</source>
        <translation>Was es abgelehnt hätte, lässt sich nicht sagen: %1</translation>
    </message>
    <message numerus="yes">
        <source>Last 7 days: %1 of more than %Ln call(s) would have been refused</source>
        <translation>
            <numerusform>Letzte 7 Tage: %1 von mehr als %Ln Aufruf wären abgelehnt worden</numerusform>
            <numerusform>Letzte 7 Tage: %1 von mehr als %Ln Aufrufen wären abgelehnt worden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last 7 days: %1 of %Ln call(s) would have been refused</source>
        <translation>
            <numerusform>Letzte 7 Tage: %1 von %Ln Aufruf wäre abgelehnt worden</numerusform>
            <numerusform>Letzte 7 Tage: %1 von %Ln Aufrufen wären abgelehnt worden</numerusform>
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
        <source>Set one under Models &amp; prices.</source>
        <translation>Setzen Sie einen unter Modelle &amp; Preise.</translation>
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
    <name>DimensionList</name>
    <message>
        <source>not given</source>
        <translation>nicht angegeben</translation>
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
    <name>EarlierAlert</name>
    <message>
        <source>Acknowledge</source>
        <translation>Bestätigen</translation>
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
    <name>FilterChip</name>
    <message>
        <source>Filter; Delete takes it away</source>
        <translation>Filter; Entf entfernt ihn</translation>
    </message>
</context>
<context>
    <name>FindDialog</name>
    <message>
        <source>Find a tenant, model, request id or action</source>
        <translation>Mandant, Modell, Anfrage-ID oder Aktion suchen</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Nothing is called “%1”</source>
        <translation>Nichts heißt „%1“</translation>
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
        <source>%n of four steps done. Nothing is sent anywhere except to your own model server.</source>
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
        <source>Warns at 80 % and 95 %, refuses at 100 %</source>
        <translation>Warnt bei 80&#x202f;% und 95&#x202f;%, lehnt bei 100&#x202f;% ab</translation>
    </message>
    <message>
        <source>A tenant is whoever pays: a team, a project, a product. It warns at 80 % and 95 % of its cap and refuses at 100 %.</source>
        <translation>Ein Mandant ist, wer zahlt: ein Team, ein Projekt, ein Produkt. Er wird bei 80&#x202f;% und 95&#x202f;% seines Limits gewarnt und bei 100&#x202f;% abgelehnt.</translation>
    </message>
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
        <source>Close month…</source>
        <translation>Monat abschließen…</translation>
    </message>
    <message>
        <source>Give this invoice its number</source>
        <translation>Dieser Rechnung ihre Nummer geben</translation>
    </message>
    <message>
        <source>A month can be closed once, when it is over</source>
        <translation>Ein Monat lässt sich einmal abschließen, wenn er vorbei ist</translation>
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
</context>
<context>
    <name>InvoiceDesk</name>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Choose a tenant and a month</source>
        <translation>Wählen Sie einen Mandanten und einen Monat</translation>
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
        <source>hold or follow the log</source>
        <translation>Protokoll anhalten oder fortsetzen</translation>
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
        <source>none; else dollars a day</source>
        <translation>keines; sonst Dollar pro Tag</translation>
    </message>
    <message>
        <source>Cap of its own</source>
        <translation>Eigenes Limit</translation>
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
        <source>Remove my price</source>
        <translation>Meinen Preis entfernen</translation>
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
        <source>Cache write, fee, first day…</source>
        <translation>Cache schreiben, Gebühr, erster Tag…</translation>
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
</context>
<context>
    <name>PricePast</name>
    <message>
        <source>Last 7 days: counting…</source>
        <translation>Letzte 7 Tage: wird gezählt…</translation>
    </message>
    <message>
        <source>Last 7 days: %1 spent in all; at this price it would have been %2.</source>
        <translation>Letzte 7 Tage: %1 insgesamt ausgegeben; zu diesem Preis wären es %2 gewesen.</translation>
    </message>
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
        <source>Raise by, dollars</source>
        <translation>Erhöhen um, Dollar</translation>
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
        <source>%1 cannot be written: %2</source>
        <translation>%1 ist nicht beschreibbar: %2</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
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
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Start</translation>
    </message>
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
    <message>
        <source>Relayed byte for byte and forgotten: never logged, and never in the ledger. Nobody else is sent them unless capstan.yaml says so for a telemetry destination.</source>
        <translation>Byte für Byte weitergereicht und vergessen: nie protokolliert und nie im Hauptbuch. Niemand sonst erhält sie, außer capstan.yaml sieht es für ein Telemetrieziel vor.</translation>
    </message>
    <message>
        <source>never kept</source>
        <translation>nie aufbewahrt</translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation>Bei der Anmeldung starten</translation>
    </message>
    <message>
        <source>Counts from the moment you log in</source>
        <translation>Zählt ab Ihrer Anmeldung</translation>
    </message>
    <message>
        <source>One number</source>
        <translation>Eine Zahl</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
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
        <translation>Neue Aufrufe werden abgelehnt, bis Sie fortsetzen. %1 zu Ende laufen lassen oder jetzt abbrechen?</translation>
    </message>
    <message>
        <source>%1 was counted so far; the cap of %2 is whole again. The log and all totals stay.</source>
        <translation>%1 wurde bisher gezählt; das Limit von %2 ist wieder voll verfügbar. Protokoll und alle Summen bleiben.</translation>
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
        <source>Pause %1?</source>
        <translation>%1 pausieren?</translation>
    </message>
    <message>
        <source>Let them finish</source>
        <translation>Zu Ende laufen lassen</translation>
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
        <source>Count %1 from zero?</source>
        <translation>%1 wieder bei null zählen?</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Neu zählen</translation>
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
</context>
<context>
    <name>UpstreamFacts</name>
    <message>
        <source>Upstream</source>
        <translation>Upstream</translation>
    </message>
    <message>
        <source>down</source>
        <translation>nicht erreichbar</translation>
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
    <message>
        <source>Mute</source>
        <translation>Stummschalten</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Stummschaltung aufheben</translation>
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
