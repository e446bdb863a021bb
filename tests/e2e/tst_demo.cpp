// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/httpclient.h"
#include "tests/support/program.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
/// A demo's office makes its first calls within a second; a busy machine takes longer.
constexpr int PatienceMs = 60'000;

/// The value of a series of /metrics; nothing when it is not there.
std::optional<double> metric(quint16 port, const QByteArray &series)
{
    for (const QByteArray &line : test::HttpClient(port).get("/metrics").body().split('\n')) {
        if (line.startsWith(series + ' ')) {
            return line.mid(series.size() + 1).toDouble();
        }
    }
    return std::nullopt;
}
} // namespace

class TestDemo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // A newcomer sees everything move without a GPU, and nothing of it is left behind.
    void movesMoneyAndLeavesNothing()
    {
#ifdef __SANITIZE_THREAD__
        QSKIP("After Qt's vfork() for the demonstration's upstream, ThreadSanitizer of GCC 12 no "
              "longer sees the main thread's locks.");
#endif
        const QTemporaryDir home;
        QVERIFY(QDir(home.path()).mkpath(u"tmp"_s));
        QProcessEnvironment environment = test::plainEnvironment();
        environment.insert(u"HOME"_s, home.path());
        environment.insert(u"XDG_DATA_HOME"_s, home.filePath(u"data"_s));
        environment.insert(u"TMPDIR"_s, home.filePath(u"tmp"_s));
        test::Program capstan(
            u"capstan"_s, {u"--demo"_s, u"--headless"_s, u"--port"_s, u"0"_s}, environment);
        QVERIFY(capstan.isListening());

        const auto spent = [&] {
            return metric(capstan.port(), "capstan_spend_today_dollars").value_or(0);
        };
        QTRY_VERIFY_WITH_TIMEOUT(spent() > 0, PatienceMs);
        const double early = spent();
        QTRY_VERIFY_WITH_TIMEOUT(spent() > early, PatienceMs);
        const test::Answer budgets = test::HttpClient(capstan.port()).get("/api/admin/budgets");
        QVERIFY2(budgets.body().contains("tenant:research"), budgets.body());
        QVERIFY(!QDir(home.filePath(u"tmp"_s)).isEmpty());

        QCOMPARE(capstan.stop(), 0);
        QVERIFY(!QDir(home.filePath(u"data"_s)).exists());
        QVERIFY(QDir(home.filePath(u"tmp"_s)).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDemo)
#include "tst_demo.moc"
