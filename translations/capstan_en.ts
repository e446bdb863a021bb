<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_US">
<context>
    <name>ActivityModel</name>
    <message numerus="yes">
        <source>more than %Ln match</source>
        <comment>requests</comment>
        <translation>
            <numerusform>more than %Ln match</numerusform>
            <numerusform>more than %Ln match</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln match(es)</source>
        <comment>requests</comment>
        <translation>
            <numerusform>%Ln matches</numerusform>
            <numerusform>%Ln match</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlertHistory</name>
    <message numerus="yes">
        <source>Acknowledge %n</source>
        <comment>alerts that were chosen</comment>
        <translation>
            <numerusform>Acknowledge %n</numerusform>
            <numerusform>Acknowledge %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Alerts</name>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln token</numerusform>
            <numerusform>%Ln tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlertsPage</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BudgetListModel</name>
    <message numerus="yes">
        <source>fullest of %Ln: %1</source>
        <translation>
            <numerusform>fullest of %Ln: %1</numerusform>
            <numerusform>fullest of %Ln: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BudgetPast</name>
    <message numerus="yes">
        <source>%1: matches more than %Ln call(s), would have refused %2</source>
        <translation>
            <numerusform>%1: matches more than %Ln call, would have refused %2</numerusform>
            <numerusform>%1: matches more than %Ln calls, would have refused %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: matches %Ln call(s), would have refused %2</source>
        <extracomment>%1 is &quot;Last 7 days&quot;, %2 the calls refused</extracomment>
        <translation>
            <numerusform>%1: matches %Ln call, would have refused %2</numerusform>
            <numerusform>%1: matches %Ln calls, would have refused %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CallRevenues</name>
    <message numerus="yes">
        <source>Revenue of %Ln feature(s)…</source>
        <translation>
            <numerusform>Revenue of %Ln feature…</numerusform>
            <numerusform>Revenue of %Ln features…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CapEditor</name>
    <message numerus="yes">
        <source>Cut %Ln running call(s)?</source>
        <translation>
            <numerusform>Cut %Ln running call?</numerusform>
            <numerusform>Cut %Ln running calls?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CapPast</name>
    <message numerus="yes">
        <source>%1: %2 of more than %Ln call(s) would have been refused</source>
        <translation>
            <numerusform>%1: %2 of more than %Ln call would have been refused</numerusform>
            <numerusform>%1: %2 of more than %Ln calls would have been refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of %Ln call(s) would have been refused</source>
        <extracomment>%1 is &quot;Last 7 days&quot;, %2 the calls refused</extracomment>
        <translation>
            <numerusform>%1: %2 of %Ln call would have been refused</numerusform>
            <numerusform>%1: %2 of %Ln calls would have been refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConnectionList</name>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Consequences</name>
    <message numerus="yes">
        <source>No running call is cut; the %Ln in flight still fit(s)</source>
        <translation>
            <numerusform>No running call is cut; the %Ln in flight still fits</numerusform>
            <numerusform>No running call is cut; the %Ln in flight still fit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 is/are cut</source>
        <translation>
            <numerusform>%Ln of %1 is cut</numerusform>
            <numerusform>%Ln of %1 are cut</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %Ln of %1 is/are cut</source>
        <translation>
            <numerusform>At least %Ln of %1 is cut</numerusform>
            <numerusform>At least %Ln of %1 are cut</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Dimensions</name>
    <message numerus="yes">
        <source>%Ln tenant(s)</source>
        <translation>
            <numerusform>%Ln tenant</numerusform>
            <numerusform>%Ln tenants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s)</source>
        <translation>
            <numerusform>%Ln agent</numerusform>
            <numerusform>%Ln agents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s)</source>
        <translation>
            <numerusform>%Ln user</numerusform>
            <numerusform>%Ln users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s)</source>
        <translation>
            <numerusform>%Ln key</numerusform>
            <numerusform>%Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln feature(s)</source>
        <translation>
            <numerusform>%Ln feature</numerusform>
            <numerusform>%Ln features</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln experiment(s)</source>
        <translation>
            <numerusform>%Ln experiment</numerusform>
            <numerusform>%Ln experiments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln namespace(s)</source>
        <translation>
            <numerusform>%Ln namespace</numerusform>
            <numerusform>%Ln namespaces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln team(s)</source>
        <translation>
            <numerusform>%Ln team</numerusform>
            <numerusform>%Ln teams</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln provider(s)</source>
        <translation>
            <numerusform>%Ln provider</numerusform>
            <numerusform>%Ln providers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln model(s)</source>
        <translation>
            <numerusform>%Ln model</numerusform>
            <numerusform>%Ln models</numerusform>
        </translation>
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
    <name>Figures</name>
    <message numerus="yes">
        <source>%Ln running call(s)</source>
        <translation>
            <numerusform>%Ln running call</numerusform>
            <numerusform>%Ln running calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileImport</name>
    <message numerus="yes">
        <source>%Ln call(s), %1</source>
        <translation>
            <numerusform>%Ln call, %1</numerusform>
            <numerusform>%Ln calls, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out: %Ln line(s).</source>
        <translation>
            <numerusform>Left out: %Ln line.</numerusform>
            <numerusform>Left out: %Ln lines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln price(s).</source>
        <translation>
            <numerusform>%Ln price.</numerusform>
            <numerusform>%Ln prices.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not carried over: %Ln thing(s).</source>
        <translation>
            <numerusform>Not carried over: %Ln thing.</numerusform>
            <numerusform>Not carried over: %Ln things.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileSaving</name>
    <message numerus="yes">
        <source>Saving, %Ln request(s) so far…</source>
        <translation>
            <numerusform>Saving, %Ln request so far…</numerusform>
            <numerusform>Saving, %Ln requests so far…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message numerus="yes">
        <source>%n of 4 steps done. Nothing is sent anywhere except to your own model server.</source>
        <translation>
            <numerusform>%n of 4 steps done. Nothing is sent anywhere except to your own model server.</numerusform>
            <numerusform>%n of 4 steps done. Nothing is sent anywhere except to your own model server.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Prices for %n model(s)</source>
        <translation>
            <numerusform>Prices for %n model</numerusform>
            <numerusform>Prices for %n models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InvoiceDesk</name>
    <message numerus="yes">
        <source>%Ln call(s), %1 as metered</source>
        <translation>
            <numerusform>%Ln call, %1 as metered</numerusform>
            <numerusform>%Ln calls, %1 as metered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeyListModel</name>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) a minute</source>
        <translation>
            <numerusform>%Ln request a minute</numerusform>
            <numerusform>%Ln requests a minute</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s) a minute</source>
        <translation>
            <numerusform>%Ln token a minute</numerusform>
            <numerusform>%Ln tokens a minute</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) an hour</source>
        <translation>
            <numerusform>%Ln request an hour</numerusform>
            <numerusform>%Ln requests an hour</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s) an hour</source>
        <translation>
            <numerusform>%Ln token an hour</numerusform>
            <numerusform>%Ln tokens an hour</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LedgerRestore</name>
    <message numerus="yes">
        <source>%Ln call(s), %1, will not be counted any more.</source>
        <translation>
            <numerusform>%Ln call, %1, will not be counted any more.</numerusform>
            <numerusform>%Ln calls, %1, will not be counted any more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The backup counts %Ln call(s) more than the ledger.</source>
        <translation>
            <numerusform>The backup counts %Ln call more than the ledger.</numerusform>
            <numerusform>The backup counts %Ln calls more than the ledger.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cap(s) become what they were.</source>
        <translation>
            <numerusform>%Ln cap becomes what it was.</numerusform>
            <numerusform>%Ln caps become what they were.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) will not work any more.</source>
        <translation>
            <numerusform>%Ln key will not work any more.</numerusform>
            <numerusform>%Ln keys will not work any more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln revoked key(s) will work again.</source>
        <translation>
            <numerusform>%Ln revoked key will work again.</numerusform>
            <numerusform>%Ln revoked keys will work again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>%Ln call(s) refused today.</source>
        <translation>
            <numerusform>%Ln call refused today.</numerusform>
            <numerusform>%Ln calls refused today.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) let in before is/are finishing; the cost is already held.</source>
        <translation>
            <numerusform>%Ln call let in before is finishing; the cost is already held.</numerusform>
            <numerusform>%Ln calls let in before are finishing; the cost is already held.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) was/were open when Capstan stopped.</source>
        <translation>
            <numerusform>%Ln call was open when Capstan stopped.</numerusform>
            <numerusform>%Ln calls were open when Capstan stopped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <comment>notices</comment>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) used more than was held.</source>
        <translation>
            <numerusform>%Ln call used more than was held.</numerusform>
            <numerusform>%Ln calls used more than was held.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PolicyTrial</name>
    <message numerus="yes">
        <source>Of %Ln call(s), %1 would have been refused; %2 were.</source>
        <translation>
            <numerusform>Of %Ln call, %1 would have been refused; %2 were.</numerusform>
            <numerusform>Of %Ln calls, %1 would have been refused; %2 were.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PriceListModel</name>
    <message numerus="yes">
        <source>%Ln model(s)</source>
        <translation>
            <numerusform>%Ln model</numerusform>
            <numerusform>%Ln models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln without a price</source>
        <extracomment>%1 is &quot;12 models&quot;</extracomment>
        <translation>
            <numerusform>%1, %Ln without a price</numerusform>
            <numerusform>%1, %Ln without a price</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) was/were refused in the last 7 days, because a money cap applies to them.</source>
        <translation>
            <numerusform>%Ln call was refused in the last 7 days, because a money cap applies to them.</numerusform>
            <numerusform>%Ln calls were refused in the last 7 days, because a money cap applies to them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Shipped list: newest of %1, %n day(s) old.</source>
        <translation>
            <numerusform>Shipped list: newest of %1, %n day old.</numerusform>
            <numerusform>Shipped list: newest of %1, %n days old.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Imported list: newest of %1, %n day(s) old.</source>
        <translation>
            <numerusform>Imported list: newest of %1, %n day old.</numerusform>
            <numerusform>Imported list: newest of %1, %n days old.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PricePast</name>
    <message numerus="yes">
        <source>%Ln call(s) more would have been refused.</source>
        <translation>
            <numerusform>%Ln call more would have been refused.</numerusform>
            <numerusform>%Ln calls more would have been refused.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReconcileList</name>
    <message numerus="yes">
        <source>$%1 in %Ln call(s)</source>
        <translation>
            <numerusform>$%1 in %Ln call</numerusform>
            <numerusform>$%1 in %Ln calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportsModel</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunningListModel</name>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>New calls are refused until you resume. Let %Ln running call(s) finish, or cut it/them now?</source>
        <translation>
            <numerusform>New calls are refused until you resume. Let %Ln running call finish, or cut it now?</numerusform>
            <numerusform>New calls are refused until you resume. Let %Ln running calls finish, or cut them now?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln token</numerusform>
            <numerusform>%Ln tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsModel</name>
    <message numerus="yes">
        <source>The language is another from the next start of Capstan. %n running call(s) would be let end first.</source>
        <translation>
            <numerusform>The language is another from the next start of Capstan. %n running call would be let end first.</numerusform>
            <numerusform>The language is another from the next start of Capstan. %n running calls would be let end first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A change waits until the proxy is started again. %n running call(s) would be let end first.</source>
        <translation>
            <numerusform>A change waits until the proxy is started again. %n running call would be let end first.</numerusform>
            <numerusform>A change waits until the proxy is started again. %n running calls would be let end first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) leave(s) something out.</source>
        <translation>
            <numerusform>%n rule leaves something out.</numerusform>
            <numerusform>%n rules leave something out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message numerus="yes">
        <source>%Ln call(s) is/are running. Capstan can wait until it has/they have ended, or cut it/them now; what was used is counted either way.</source>
        <translation>
            <numerusform>%Ln call is running. Capstan can wait until it has ended, or cut it now; what was used is counted either way.</numerusform>
            <numerusform>%Ln calls are running. Capstan can wait until they have ended, or cut them now; what was used is counted either way.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Story</name>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln token</numerusform>
            <numerusform>%Ln tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TenantDetail</name>
    <message numerus="yes">
        <source>%Ln call(s) running</source>
        <translation>
            <numerusform>%Ln call running</numerusform>
            <numerusform>%Ln calls running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln of its counters begin at zero. The log and all totals stay.</source>
        <translation>
            <numerusform>Its %Ln counter begins at zero. The log and all totals stay.</numerusform>
            <numerusform>All %Ln of its counters begin at zero. The log and all totals stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TenantListModel</name>
    <message numerus="yes">
        <source>%Ln tenant(s)</source>
        <translation>
            <numerusform>%Ln tenant</numerusform>
            <numerusform>%Ln tenants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln budget(s)</source>
        <translation>
            <numerusform>%Ln budget</numerusform>
            <numerusform>%Ln budgets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Upstreams</name>
    <message numerus="yes">
        <source>%Ln model(s)</source>
        <translation>
            <numerusform>%Ln model</numerusform>
            <numerusform>%Ln models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln running</source>
        <comment>calls</comment>
        <translation>
            <numerusform>%Ln running</numerusform>
            <numerusform>%Ln running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <comment>calls</comment>
        <translation>
            <numerusform>%Ln waiting</numerusform>
            <numerusform>%Ln waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln upstream(s)</source>
        <translation>
            <numerusform>%Ln upstream</numerusform>
            <numerusform>%Ln upstreams</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln up</source>
        <comment>the servers answer</comment>
        <extracomment>&quot;3 up&quot;, of the upstreams</extracomment>
        <translation>
            <numerusform>%Ln up</numerusform>
            <numerusform>%Ln up</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::NewsWatch</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alerts</source>
        <translation>
            <numerusform>%n alert</numerusform>
            <numerusform>%n alerts</numerusform>
        </translation>
    </message>
</context>
</TS>
