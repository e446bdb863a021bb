// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledgerrows.h"
#include "site.h"
#include "tests/core/ledger/samples.h"
#include "tests/support/receiver.h"

#include "core/alerts/alertmarks.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

using namespace e2e;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::Time;

namespace {

constexpr qint64 NanosPerCent = 10'000'000;
constexpr int SpikeHoursAgo = 3;

Time hoursAgo(int hours)
{
    return std::chrono::floor<std::chrono::hours>(core::SystemClock().now()) - hours * 1h;
}

/// Thirty-six hours of 10 and 12 cents of two tenants, and then one hour in which one of them spent
/// $1.20, in two calls.
void writeHistory(const QString &ledgerFile)
{
    QDir().mkpath(QFileInfo(ledgerFile).path());
    const auto ledger = samples::opened(ledgerFile);
    std::vector<core::LedgerRecord> batch;
    quint64 number = 0;
    const auto spend = [&](const char *who, int ago, qint64 cents) {
        const auto call = samples::hold(++number, hoursAgo(ago) + 20min, samples::by(who));
        batch.emplace_back(call);
        batch.emplace_back(samples::settlement(call, cents * NanosPerCent));
    };
    for (int hour = 0; hour < 36; ++hour) {
        spend("acme", SpikeHoursAgo + 1 + hour, hour % 2 == 0 ? 10 : 12);
        spend("steady", SpikeHoursAgo + hour, hour % 2 == 0 ? 10 : 12);
    }
    spend("acme", SpikeHoursAgo, 100);
    spend("acme", SpikeHoursAgo, 20);
    if (const auto written = ledger->write(batch); !written.ok()) {
        qFatal("%s", qPrintable(written.error().message));
    }
}

QStringList linesOf(test::Receiver &receiver)
{
    QStringList lines;
    for (const test::Received &request : receiver.received()) {
        lines += request.json()["text"_L1].toString().split(u'\n');
    }
    return lines;
}

/// How many messages are durably told.
qint64 told(const Site &site)
{
    const auto ledger = core::Ledger::openReader(site.ledgerFile());
    const auto cursor = (*ledger)->alertMarks().cursor("webhook");
    return *cursor ? (*cursor)->sent : -1;
}

QJsonArray alertsOf(Site &site)
{
    return site.get("/api/admin/alerts").json()["alerts"_L1].toArray();
}

} // namespace

/// S1-33: a spike in spend is told once, when its hour is over.
class TestSpikes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Killed five times as soon as it serves, at moments that are another each time.
    void findsASpikeOnceThroughKills()
    {
        SiteWish wish;
        wish.prepare = writeHistory;
        Site site(wish);
        for (int i = 0; i < 5; ++i) {
            QVERIFY(site.isRunning());
            site.capstan().kill();
            QVERIFY(site.start());
        }
        QTRY_COMPARE(alertsOf(site).size(), 1);
        const QJsonObject alert = alertsOf(site).first().toObject();
        QCOMPARE(alert["label"_L1].toString(), u"tenant:acme"_s);
        QCOMPARE(alert["budget"_L1].toString(), u"spike"_s);
        QCOMPARE(alert["spent"_L1].toDouble(), 1.2);
        QCOMPARE(alert["usual"_L1].toDouble(), 0.11); // between 10 and 12 cents
        QCOMPARE(askedBehindTheLook(site), 1);
        QCOMPARE(site.stop(), 0);
        QCOMPARE(readLedger(site.ledgerFile())->alerts, 1);
        QCOMPARE(verify(site.ledgerFile()), std::vector<QString>());
    }

    // Killed once it was told, and not told again.
    void tellsTheWebhookOnceThroughAKill()
    {
        test::Receiver receiver;
        SiteWish wish;
        wish.prepare = writeHistory;
        wish.environment.insert(u"CAPSTAN_WEBHOOK_URL"_s, QString::fromLatin1(receiver.url("/")));
        Site site(wish);
        QVERIFY(site.isRunning());
        QTRY_COMPARE_WITH_TIMEOUT(linesOf(receiver).size(), 1, 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(told(site), 1, 30'000);
        const QString line = linesOf(receiver).first();
        QVERIFY2(line.startsWith(u"acme spent far more than usual: $1.20 in the hour from "_s),
                 qPrintable(line));
        QVERIFY(line.endsWith(u"usually $0.11."_s));
        site.capstan().kill();
        QVERIFY(site.start());
        QCOMPARE(askedBehindTheLook(site), 1);
        QCOMPARE(site.stop(), 0);
        QCOMPARE(linesOf(receiver).size(), 1);
    }

    void saysNothingWhereItIsSwitchedOff()
    {
        SiteWish wish;
        wish.prepare = writeHistory;
        wish.configuration = "alerts: { spikes: false }\n";
        Site site(wish);
        QVERIFY(site.isRunning());
        QCOMPARE(askedBehindTheLook(site), 0);
    }

private:
    /// How many alerts there are once the look of the start must have ended: a report waits in the
    /// same queue behind it, and a budget behind what it wrote.
    static qsizetype askedBehindTheLook(Site &site)
    {
        const bool isBehind = site.get("/api/reports/cost").status() == 200 && site.cap("x", "1");
        return isBehind ? alertsOf(site).size() : -1;
    }
};

QTEST_GUILESS_MAIN(TestSpikes)
#include "tst_spikes.moc"
