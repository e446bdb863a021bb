// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/settings/settingsmodel.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

ServiceFacts facts()
{
    ServiceFacts facts;
    core::Provider vllm;
    vllm.name = "vllm";
    vllm.baseUrl = "http://localhost:8000/v1";
    facts.configuration.providers = {vllm};
    facts.configurationFile = u"/etc/office/capstan.yaml"_s;
    facts.settingsFile = u"/data/settings.ini"_s;
    facts.url = u"http://127.0.0.1:7007"_s;
    return facts;
}

core::Snapshot running(int count)
{
    core::Snapshot snapshot;
    snapshot.runningCount = count;
    return snapshot;
}

} // namespace

class TestSettingsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsAnotherPortAndWaitsForTheRestart();
    void takesNoAddressThatIsNone();
    void showsWhoElseSaysIt();
    void needsKeysBeyondThisMachine();
    void goesBackWhereItCannotBeKept();
    void changesTheLookAtOnce();
    void addsChangesAndRemovesUpstreams();
    void saysWhatRemovingAnUpstreamComesTo();
    void takesTheRemovalOfAnUpstreamBack();
    void tellsHowManyCallsWouldBeLetEnd();
    void keepsNothingInADemonstration();
    void keepsDetailForAsManyDays();
    void tellsWhoIsSentPromptsAndAnswers();
    void waitsForNobodyAfterARestart();
};

void TestSettingsModel::saysWhatRemovingAnUpstreamComesTo()
{
    SettingsModel model;
    model.setFacts(facts());
    core::Snapshot snapshot;
    core::UpstreamStatus first;
    first.name = u"vllm"_s;
    first.models = {"llama-3.1-8b", "bge-m3"};
    core::UpstreamStatus second;
    second.name = u"second"_s;
    second.models = {"llama-3.1-8b", "qwen2.5-72b", "gemma-3"};
    second.running = 2;
    snapshot.upstreams = {first, second};
    model.apply(snapshot);
    QCOMPARE(model.removalText(u"second"_s),
             u"Nobody else serves qwen2.5-72b, gemma-3: calls to it will be refused. "
             "It has 2 running calls now. It goes on serving until the proxy is started again."_s);
    snapshot.upstreams[0].models = second.models;
    snapshot.upstreams[1].running = -1; // not known
    model.apply(snapshot);
    QCOMPARE(model.removalText(u"second"_s),
             u"Other upstreams serve all of its models. "
             "It goes on serving until the proxy is started again."_s);
    QCOMPARE(model.removalText(u"third"_s),
             u"It is not in force yet; nothing changes for any call."_s);
}

void TestSettingsModel::takesTheRemovalOfAnUpstreamBack()
{
    SettingsModel model;
    model.setFacts(facts());
    QSignalSpy changes(&model, &SettingsModel::upstreamChanged);
    QVERIFY(model.saveUpstream(u"second"_s, u"http://a:1"_s));
    model.removeUpstream(u"second"_s);
    QCOMPARE(changes.size(), 2);
    const auto removal = changes.at(1).constFirst().value<UpstreamChange>();
    QCOMPARE(removal.text(), u"Upstream second removed"_s);
    QVERIFY(!model.canRemoveUpstream(u"second"_s));
    model.setUpstream(removal.reversed());
    QVERIFY(model.canRemoveUpstream(u"second"_s));
    QCOMPARE(model.owner().upstreams.front().baseUrl, "http://a:1");
    QCOMPARE(changes.size(), 2); // by nobody's hand
}

void TestSettingsModel::waitsForNobodyAfterARestart()
{
    LedgerCare care;
    QSignalSpy asked(&care, &LedgerCare::proofRequested);
    care.prove();
    care.reset();
    QVERIFY(!care.isBusy());
    QCOMPARE(care.proofText(), QString());
    care.prove();
    QCOMPARE(asked.count(), 2);
}

void TestSettingsModel::tellsWhoIsSentPromptsAndAnswers()
{
    SettingsModel model;
    ServiceFacts some = facts();
    core::Destination silent;
    silent.name = "collector";
    some.configuration.telemetry.destinations = {silent};
    model.setFacts(some);
    QVERIFY(!model.texts().contentSent);
    QCOMPARE(model.texts().contentState, u"never kept"_s);

    core::Destination langfuse;
    langfuse.name = "langfuse";
    langfuse.type = core::DestinationType::Langfuse;
    langfuse.content.isWanted = true;
    langfuse.content.maximumBytes = 64 * 1024;
    langfuse.content.keys = {"password"};
    some.configuration.telemetry.destinations = {silent, langfuse};
    model.setFacts(some);
    QVERIFY(model.texts().contentSent);
    QCOMPARE(model.texts().contentState, u"sent to langfuse"_s);
    QVERIFY2(model.texts().contentNote.startsWith(
                 u"langfuse gets the prompt and the answer of every call of every tenant, up to "
                 "64 KiB of each. 1 rule"_s),
             qPrintable(model.texts().contentNote));
    QVERIFY(!model.texts().contentNote.contains(u"collector"_s));
}

void TestSettingsModel::keepsDetailForAsManyDays()
{
    SettingsModel model;
    model.setFacts(facts());
    QCOMPARE(model.texts().retentionDays, u"400"_s);
    QVERIFY(!model.setRetention(u"a year"_s, u"0"_s));
    QVERIFY(model.errorText().contains(u"“a year”"_s));
    QVERIFY(model.setRetention(u"90"_s, u"2000"_s));
    QCOMPARE(model.texts().retentionDays, u"90"_s);
    QCOMPARE(model.texts().retentionMegabytes, u"2000"_s);
    QVERIFY(model.waitsForRestart());
}

void TestSettingsModel::keepsAnotherPortAndWaitsForTheRestart()
{
    SettingsModel model;
    model.setFacts(facts());
    QSignalSpy kept(&model, &SettingsModel::keepRequested);
    QSignalSpy restarted(&model, &SettingsModel::restartRequested);
    QVERIFY(model.restartText().isEmpty());
    model.restartNow(); // nothing waits for it
    QCOMPARE(restarted.count(), 0);
    QVERIFY(model.setListen(u" 127.0.0.1 "_s, u"7008"_s));
    QCOMPARE(kept.count(), 1);
    QCOMPARE(kept.at(0).at(0).value<core::OwnerSettings>().port, std::optional<quint16>(7008));
    QCOMPARE(model.texts().port, u"7008"_s);
    QCOMPARE(model.texts().url, u"http://127.0.0.1:7007"_s); // still
    QVERIFY(!model.restartText().isEmpty());
    model.restartNow();
    QCOMPARE(restarted.count(), 1);
    ServiceFacts after = facts();
    after.owner = model.owner();
    model.setFacts(after);
    QVERIFY(model.restartText().isEmpty());
}

void TestSettingsModel::takesNoAddressThatIsNone()
{
    SettingsModel model;
    model.setFacts(facts());
    QSignalSpy kept(&model, &SettingsModel::keepRequested);
    QVERIFY(!model.setListen(u"here"_s, u"7008"_s));
    QVERIFY(model.errorText().contains(u"“here”"_s));
    QVERIFY(!model.setListen(u"127.0.0.1"_s, u"70080"_s));
    QVERIFY(model.errorText().contains(u"“70080”"_s));
    QCOMPARE(kept.count(), 0);
    model.clearError();
    QVERIFY(model.errorText().isEmpty());
}

void TestSettingsModel::showsWhoElseSaysIt()
{
    ServiceFacts given = facts();
    given.configuration.written = {u"server.port"_s};
    SettingsModel model;
    model.setFacts(given);
    QVERIFY2(model.texts().addressLock.contains(u"capstan.yaml"_s),
             qPrintable(model.texts().addressLock));
    QVERIFY(model.texts().durabilityLock.isEmpty());
    QVERIFY(model.texts().order.contains(u"/etc/office/capstan.yaml"_s));
    QVERIFY(model.texts().order.contains(u"/data/settings.ini"_s));
}

void TestSettingsModel::needsKeysBeyondThisMachine()
{
    SettingsModel model;
    model.setFacts(facts());
    QVERIFY(!model.texts().requireKeys);
    model.setRequireKeys(true);
    QVERIFY(model.texts().requireKeys);
    QVERIFY(model.texts().requireKeysLock.isEmpty());
    model.setRequireKeys(false);
    QVERIFY(model.setListen(u"0.0.0.0"_s, u"7007"_s));
    QVERIFY(model.texts().isOpen);
    QVERIFY(model.texts().requireKeys);
    QVERIFY(!model.texts().requireKeysLock.isEmpty());
}

void TestSettingsModel::goesBackWhereItCannotBeKept()
{
    SettingsModel model;
    model.setFacts(facts());
    connect(&model, &SettingsModel::keepRequested, &model, [&model] {
        model.refuse({core::ErrorCode::Unavailable, u"The disk is full."_s, u"Make room."_s});
    });
    QVERIFY(!model.setListen(u"127.0.0.1"_s, u"7008"_s));
    QCOMPARE(model.errorText(), u"The disk is full. Make room."_s);
    QCOMPARE(model.texts().port, u"7007"_s);
    QVERIFY(model.restartText().isEmpty());
}

void TestSettingsModel::changesTheLookAtOnce()
{
    SettingsModel model;
    model.setFacts(facts());
    QSignalSpy look(&model, &SettingsModel::appearanceChanged);
    model.chooseScheme(2);
    model.chooseTextSize(3);
    model.chooseMotion(1);
    model.chooseMotion(1);
    QCOMPARE(look.count(), 3);
    QCOMPARE(model.scheme(), 2);
    QCOMPARE(model.textSize(), 3);
    QCOMPARE(model.motion(), 1);
    QVERIFY(model.restartText().isEmpty());
}

void TestSettingsModel::addsChangesAndRemovesUpstreams()
{
    SettingsModel model;
    model.setFacts(facts());
    QVERIFY(!model.saveUpstream(u"two words"_s, u"http://a:1"_s));
    QVERIFY(!model.saveUpstream(u"second"_s, u"a:1"_s));
    QVERIFY(model.saveUpstream(u"second"_s, u"http://a:1/"_s));
    QCOMPARE(model.upstreams()->count(), 2);
    QVERIFY(model.saveUpstream(u"second"_s, u"http://b:1"_s));
    QCOMPARE(model.owner().upstreams.size(), std::size_t(1));
    QCOMPARE(model.upstreams()->rows().at(1).address, u"http://b:1"_s);
    QVERIFY(model.canRemoveUpstream(u"second"_s));
    QVERIFY(!model.canRemoveUpstream(u"vllm"_s));
    model.removeUpstream(u"second"_s);
    QVERIFY(model.owner().upstreams.empty());
    QCOMPARE(model.upstreams()->count(), 1);
}

void TestSettingsModel::tellsHowManyCallsWouldBeLetEnd()
{
    SettingsModel model;
    model.setFacts(facts());
    model.setSurvivesPowerLoss(true);
    QVERIFY(model.restartText().contains(u"No call is running"_s));
    QSignalSpy changed(&model, &SettingsModel::changed);
    model.apply(running(3));
    QCOMPARE(changed.count(), 1);
    QVERIFY2(model.restartText().contains(u"3 running call"_s), qPrintable(model.restartText()));
}

void TestSettingsModel::keepsNothingInADemonstration()
{
    ServiceFacts demo = facts();
    demo.settingsFile.clear();
    SettingsModel model;
    model.setFacts(demo);
    QVERIFY(!model.texts().addressLock.isEmpty());
    QVERIFY(!model.texts().durabilityLock.isEmpty());
}

QTEST_GUILESS_MAIN(TestSettingsModel)
#include "tst_settingsmodel.moc"
