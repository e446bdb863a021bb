// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "site.h"
#include "tests/support/receiver.h"

#include <QFile>
#include <QProcess>
#include <QTest>

#include <atomic>
#include <mutex>

using namespace e2e;
using namespace Qt::StringLiterals;

namespace {

/// A site whose webhook is `receiver`.
SiteWish tellingTo(const test::Receiver &receiver)
{
    SiteWish wish;
    wish.environment.insert(u"CAPSTAN_WEBHOOK_URL"_s,
                            QString::fromLatin1(receiver.url("/services/hidden-part")));
    return wish;
}

QStringList linesOf(test::Receiver &receiver)
{
    QStringList lines;
    for (const test::Received &request : receiver.received()) {
        lines += request.json()["text"_L1].toString().split(u'\n');
    }
    return lines;
}

bool waitForLines(test::Receiver &receiver, qsizetype count)
{
    return QTest::qWaitFor([&] { return linesOf(receiver).size() >= count; }, 30'000);
}

QJsonArray alertsOf(Site &site, const QByteArray &query = {})
{
    return site.get("/api/admin/alerts" + query).json()["alerts"_L1].toArray();
}

/// Spends so many cents.
int spend(Site &site, int cents)
{
    const QByteArray tokens = QByteArray::number(cents);
    return site.chat(chatBody("Hi [[tokens=" + tokens + "]]", "\"max_tokens\":" + tokens + ","))
        .status();
}

} // namespace

class TestAlerts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // S1-45: a soft mark at 80 % and the cap, each told once, although the process is killed
    // between: bash.08 of bash.10, then bash.10.
    void tellsEachCrossingOnceThroughAKill()
    {
        test::Receiver receiver;
        Site site(tellingTo(receiver));
        QVERIFY(site.isRunning());
        QVERIFY(site.cap("acme", "1"));
        QCOMPARE(spend(site, 80), 200);
        QVERIFY(waitForLines(receiver, 1));
        QTRY_VERIFY(site.get("/api/admin/alerts").body().contains(R"("spent":0.8)"));
        site.capstan().kill();
        QVERIFY(site.start());
        QCOMPARE(spend(site, 20), 200);
        QVERIFY(waitForLines(receiver, 2));
        QCOMPARE(site.stop(), 0);
        QVERIFY(site.start());
        QCOMPARE(site.stop(), 0); // it would have told again at its start, and before its end
        const QStringList lines = linesOf(receiver);
        QCOMPARE(lines,
                 QStringList({u"acme passed 80 % of the cap: $0.80 of $1.00."_s,
                              u"acme reached the cap: $1.00 of $1.00."_s}));
        QVERIFY(!site.capstan().errorText().contains("hidden-part"));
    }

    // What a chat cannot take waits for it, through a kill and an orderly end.
    void waitsForAWebhookThroughSeveralStarts()
    {
        std::atomic<bool> isUp = false;
        std::mutex mutex;
        QStringList taken;
        test::Receiver receiver([&](const test::Received &request) {
            if (!isUp) {
                return test::Reply{503, "no_service"};
            }
            const std::scoped_lock lock(mutex);
            taken += request.json()["text"_L1].toString().split(u'\n');
            return test::Reply{};
        });
        Site site(tellingTo(receiver));
        QVERIFY(site.isRunning());
        QVERIFY(site.cap("acme", "1"));
        QCOMPARE(spend(site, 80), 200);
        QVERIFY(receiver.waitForRequests(1));
        site.capstan().kill();
        QVERIFY(site.start());
        QCOMPARE(spend(site, 20), 200);
        QTRY_COMPARE(alertsOf(site).size(), 2);
        QCOMPARE(site.stop(), 0);
        isUp = true;
        QVERIFY(site.start());
        const auto count = [&] {
            const std::scoped_lock lock(mutex);
            return taken.size();
        };
        QVERIFY(QTest::qWaitFor([&] { return count() >= 2; }, 60'000));
        QCOMPARE(site.stop(), 0);
        QCOMPARE(taken,
                 QStringList({u"acme passed 80 % of the cap: $0.80 of $1.00."_s,
                              u"acme reached the cap: $1.00 of $1.00."_s}));
    }

    void listsAcknowledgesAndMutesOverHttp()
    {
        Site site;
        QVERIFY(site.isRunning());
        QVERIFY(site.cap("acme", "1"));
        QCOMPARE(spend(site, 80), 200);
        QTRY_COMPARE(alertsOf(site).size(), 1);
        const QJsonObject alert = alertsOf(site).first().toObject();
        QCOMPARE(alert["mark"_L1].toDouble(), 0.8);
        QCOMPARE(alert["label"_L1].toString(), u"tenant:acme"_s);
        QCOMPARE(alert["acknowledged"_L1].toBool(true), false);
        const QByteArray id = QByteArray::number(alert["id"_L1].toInteger());
        QCOMPARE(site.post("/api/admin/alerts/acknowledge", R"({"ids":[)" + id + "]}").status(),
                 200);
        QCOMPARE(alertsOf(site, "?open=true").size(), 0);
        QCOMPARE(alertsOf(site).first()["acknowledged"_L1].toBool(), true);
        QCOMPARE(site.post("/api/admin/alerts/acknowledge", R"({"ids":[99]})").status(), 404);
        QCOMPARE(site.post("/api/admin/alerts/acknowledge", R"({"all":false})").status(), 400);
        QCOMPARE(
            site.post("/api/admin/alerts/mute", R"({"until":"2001-01-01T00:00:00Z"})").status(),
            400);
        QCOMPARE(site.post("/api/admin/alerts/mute", R"({"budget":"b-none"})").status(), 404);
        QCOMPARE(site.post("/api/admin/alerts/mute", "{}").status(), 200);
        QCOMPARE(site.stop(), 0);
        QVERIFY(site.start());
        const QJsonObject again = site.get("/api/admin/alerts?limit=1").json();
        QCOMPARE(again["muted"_L1].toArray().size(), 1);
        QCOMPARE(again["alerts"_L1][0]["acknowledged"_L1].toBool(), true);
        QCOMPARE(site.get("/api/admin/alerts?open=yes").status(), 400);
        QCOMPARE(site.get("/api/admin/alerts?nonsense=1").status(), 400);
        QCOMPARE(site.post("/api/admin/alerts/test", "{}").status(), 503); // there is no webhook
    }

    void doesTheSameByCommand()
    {
        test::Receiver receiver;
        Site site(tellingTo(receiver));
        QVERIFY(site.isRunning());
        QVERIFY(site.cap("acme", "1"));
        QCOMPARE(spend(site, 80), 200);
        QVERIFY(waitForLines(receiver, 1));
        QByteArray out;
        QVERIFY(command(site, u"alert list --open"_s, &out));
        QVERIFY2(out.contains("acme passed 80 % of the cap"), out.constData());
        QVERIFY(command(site, u"alert acknowledge all"_s, &out));
        QVERIFY(command(site, u"alert list --open"_s, &out));
        QVERIFY2(!out.contains("acme"), out.constData());
        QVERIFY(command(site, u"alert mute 2h"_s, &out));
        QVERIFY(command(site, u"alert list"_s, &out));
        QVERIFY2(out.contains("Muted: every budget until 20"), out.constData());
        QVERIFY(command(site, u"alert unmute"_s, &out));
        QVERIFY(command(site, u"alert test"_s, &out));
        QVERIFY(linesOf(receiver).last().contains(u"test"));
        QVERIFY(!command(site, u"alert acknowledge soon"_s, &out));
    }

    void triesTheWebhookWithTheConfiguration()
    {
        test::Receiver receiver;
        SiteWish wish = tellingTo(receiver);
        QByteArray out;
        QVERIFY(run(wish.environment, {u"check-config"_s, u"--connect"_s}, &out));
        QVERIFY2(out.contains("OK: webhook"), out.constData());
        receiver.answer([](const test::Received &) {
            return test::Reply{.status = 404, .body = "no_service"};
        });
        QVERIFY(!run(wish.environment, {u"check-config"_s, u"--connect"_s}, &out));
        QVERIFY2(out.contains("no_service") && !out.contains("hidden-part"), out.constData());
    }

private:
    /// True when it ends with 0.
    static bool run(QProcessEnvironment environment, const QStringList &arguments, QByteArray *out)
    {
        QProcess process;
        QTemporaryDir home;
        environment.insert(u"XDG_CONFIG_HOME"_s, home.path());
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(CAPSTAN_BINARY_DIR "/capstan"), arguments);
        process.waitForFinished();
        *out = process.readAllStandardOutput();
        return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    }
    static bool command(Site &site, const QString &words, QByteArray *out)
    {
        return run(test::plainEnvironment(),
                   words.split(u' ') + QStringList{u"--data-dir"_s, site.folder() + u"/data"_s},
                   out);
    }
};

QTEST_GUILESS_MAIN(TestAlerts)
#include "tst_alerts.moc"
