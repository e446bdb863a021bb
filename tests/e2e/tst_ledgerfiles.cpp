// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "site.h"

#include "core/ledger/connection.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace e2e;
using namespace Qt::StringLiterals;
using core::Money;

namespace {
struct Ran
{
    int code = -1;
    QString out;
    QString err;
};

/// One of the commands, to its end.
Ran capstan(const QStringList &arguments)
{
    QProcess process;
    process.setProcessEnvironment(test::plainEnvironment());
    process.start(QStringLiteral(CAPSTAN_BINARY_DIR "/capstan"), arguments);
    Ran ran;
    if (process.waitForFinished()) {
        ran = {process.exitCode(),
               QString::fromUtf8(process.readAllStandardOutput()),
               QString::fromUtf8(process.readAllStandardError())};
    }
    return ran;
}

Ran verify(const QString &folder)
{
    return capstan({u"verify"_s, u"--data-dir"_s, folder});
}

QString folderOf(Site &site)
{
    return QFileInfo(site.ledgerFile()).absolutePath();
}

Money cents(qint64 count)
{
    return Money::fromNanos(count * Money::NanosPerDollar / 100);
}

qint64 openHolds(Site &site)
{
    const auto connection = core::Connection::openToRead(site.ledgerFile()).value();
    return connection->integer(u"SELECT count(*) FROM open_hold"_s).value();
}

Money spentBy(Site &site, const QByteArray &scope)
{
    const auto standing = site.standing(scope);
    return standing ? standing->spent : Money::fromNanos(-1);
}
} // namespace

/// verify, backup and restore through the real program, beside the real program.
class TestLedgerFiles : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

private Q_SLOTS:
    void copiesAndProvesALedgerInUse()
    {
        Site site;
        QVERIFY(site.cap("acme", "10"));
        QCOMPARE(site.chat(chatBody("a b c")).status(), 200);
        const Ran proof = verify(folderOf(site));
        QVERIFY2(proof.code == 0, qPrintable(proof.out + proof.err));
        QVERIFY(proof.out.startsWith(u"OK: "_s));

        const QString copy = m_folder.filePath(u"ledger.db"_s);
        const QStringList backup{u"backup"_s, copy, u"--data-dir"_s, folderOf(site)};
        QCOMPARE(capstan(backup).err, QString());
        QCOMPARE(QFile::permissions(copy) & ~QFile::Permissions(0x7000),
                 QFile::ReadUser | QFile::WriteUser);
        QCOMPARE(verify(m_folder.path()).code, 0);
        const Ran again = capstan(backup);
        QCOMPARE(again.code, 1);
        QVERIFY(again.err.contains(u"is there already"_s));
        QCOMPARE(site.stop(), 0);
    }

    void putsABackupBack()
    {
        Site site;
        QVERIFY(site.cap("acme", "10"));
        QCOMPARE(site.chat(chatBody("a b c")).status(), 200);
        QTRY_COMPARE(openHolds(site), 0); // an answer comes before its settlement is on the disk
        const Money atBackup = spentBy(site, "acme");
        QVERIFY(atBackup > Money());
        const QString file = m_folder.filePath(u"friday.db"_s);
        QCOMPARE(capstan({u"backup"_s, file, u"--data-dir"_s, folderOf(site)}).code, 0);
        QCOMPARE(site.chat(chatBody("a b c d e f")).status(), 200);
        const Money later = spentBy(site, "acme");
        QVERIFY(later > atBackup);

        QCOMPARE(site.stop(), 0);
        const Ran done = capstan({u"restore"_s, file, u"--data-dir"_s, folderOf(site)});
        QVERIFY2(done.code == 0, qPrintable(done.err));
        QVERIFY(site.start());
        QCOMPARE(spentBy(site, "acme"), atBackup);
        QCOMPARE(site.stop(), 0);
        // The former ledger is whole, and can be put back in its turn.
        const QStringList aside = QDir(folderOf(site)).entryList({u"ledger.db.before-restore-*"_s});
        QCOMPARE(aside.size(), 1);
        const QString former = folderOf(site) + u'/' + aside.front();
        QCOMPARE(capstan({u"restore"_s, former, u"--data-dir"_s, folderOf(site)}).code, 0);
        QVERIFY(site.start());
        QCOMPARE(spentBy(site, "acme"), later);
        QCOMPARE(site.stop(), 0);
    }

    void putsABackupBackAtTheNextStartWhileItRuns()
    {
        Site site;
        QVERIFY(site.cap("acme", "10"));
        QCOMPARE(site.chat(chatBody("a b c")).status(), 200);
        QTRY_COMPARE(openHolds(site), 0);
        const Money atBackup = spentBy(site, "acme");
        const QString file = m_folder.filePath(u"monday.db"_s);
        QCOMPARE(capstan({u"backup"_s, file, u"--data-dir"_s, folderOf(site)}).code, 0);
        QCOMPARE(site.chat(chatBody("a b c d e f")).status(), 200);
        const Money later = spentBy(site, "acme");
        QVERIFY(later > atBackup);

        const QStringList restore{u"restore"_s, file, u"--data-dir"_s, folderOf(site)};
        const Ran asked = capstan(restore);
        QVERIFY2(asked.code == 0, qPrintable(asked.err));
        QVERIFY2(asked.out.contains(u"When it starts again"_s), qPrintable(asked.out));
        QCOMPARE(spentBy(site, "acme"), later); // the one that runs goes on with its own
        QCOMPARE(site.chat(chatBody("a b c d e f")).status(), 200);
        site.capstan().kill(); // whichever way it ends
        QVERIFY(site.start());
        QCOMPARE(spentBy(site, "acme"), atBackup);
        QCOMPARE(QDir(folderOf(site)).entryList({u"ledger.db.before-restore-*"_s}).size(), 1);
        QCOMPARE(site.stop(), 0);
        QVERIFY(site.start()); // and once only
        QCOMPARE(spentBy(site, "acme"), atBackup);
    }

    void saysWhatWasTamperedWithAndRestoresNoSuchFile()
    {
        Site site;
        QCOMPARE(site.chat(chatBody("a b c")).status(), 200);
        QCOMPARE(site.stop(), 0);
        {
            const auto connection = core::Connection::open(site.ledgerFile()).value();
            QVERIFY(connection->execute(u"DROP TRIGGER settlement_no_UPDATE"_s));
            QVERIFY(connection->execute(u"UPDATE settlement SET cost = cost - 1"_s));
        }
        const Ran proof = verify(folderOf(site));
        QCOMPARE(proof.code, 1);
        QVERIFY2(proof.out.contains(u"attempt 1 was changed."_s), qPrintable(proof.out));
        QVERIFY2(proof.out.contains(u"its entries say"_s), qPrintable(proof.out));
        QVERIFY(proof.err.contains(u"difference(s)"_s));

        const QString bad = m_folder.filePath(u"bad.db"_s);
        QVERIFY(QFile::copy(site.ledgerFile(), bad));
        const Ran restored = capstan({u"restore"_s, bad, u"--data-dir"_s, m_folder.path()});
        QCOMPARE(restored.code, 1);
        QVERIFY(restored.err.contains(u"is not sound"_s));
    }

    void refusesWhatItCannotUnderstand_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says");
        const QString none = m_folder.filePath(u"none"_s);
        QTest::newRow("no ledger")
            << QStringList{u"verify"_s, u"--data-dir"_s, none} << 1 << u"There is no ledger"_s;
        QTest::newRow("an argument too many")
            << QStringList{u"verify"_s, u"now"_s} << 2 << u"takes no argument"_s;
        QTest::newRow("no file") << QStringList{u"backup"_s} << 2 << u"the name of one file"_s;
        QTest::newRow("two files")
            << QStringList{u"restore"_s, u"a"_s, u"b"_s} << 2 << u"the name of one file"_s;
        QTest::newRow("an unknown option")
            << QStringList{u"backup"_s, u"a"_s, u"--fast"_s} << 2 << u"fast"_s;
        QTest::newRow("no backup there")
            << QStringList{u"restore"_s, none, u"--data-dir"_s, m_folder.path()} << 1
            << u"There is no ledger"_s;
        QTest::newRow("not a ledger") << QStringList{u"restore"_s,
                                                     QStringLiteral(CAPSTAN_SOURCE_DIR "/LICENSE"),
                                                     u"--data-dir"_s,
                                                     m_folder.path()}
                                      << 1 << u"is not a ledger"_s;
    }

    void refusesWhatItCannotUnderstand()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QString, says);
        const Ran ran = capstan(arguments);
        QCOMPARE(ran.code, code);
        QVERIFY2(ran.err.contains(says), qPrintable(ran.err));
        QCOMPARE(ran.err.count(u'\n'), 1);
    }

    /// The way a person repairs what a crash had to assume.
    void correctsACallThatACrashCharged()
    {
        Site site;
        QVERIFY(site.cap("acme", "10"));
        const QByteArray body =
            chatBody("[[sim:slow-tokens=5]] [[tokens=50]]", R"("max_tokens":50,)" + Streamed);
        {
            test::HttpClient client(site.port());
            QVERIFY(client.begin(
                test::requestBytes("POST", "/v1/chat/completions", body, payer("acme"))));
            QTRY_COMPARE(site.seenRequests().size(), 1);
            site.capstan().kill();
        }
        QVERIFY(site.start());
        QCOMPARE(spentBy(site, "acme"), cents(50)); // 50 tokens of a cent

        const QJsonObject call = recovered(site).at(0).toObject();
        QCOMPARE(call[u"tenant"_s].toString(), u"acme"_s);
        QCOMPARE(call[u"charged_usd"_s].toDouble(), 0.5);
        QVERIFY(call[u"corrected"_s].isNull());
        const QByteArray id = call[u"id"_s].toString().toUtf8();
        const QByteArray figures =
            R"("cost_usd":0.07,"input_tokens":0,"output_tokens":7,"reason":"its log")";
        const QByteArray correction = "{\"id\":\"" + id + "\"," + figures + '}';
        QCOMPARE(site.post("/api/admin/corrections", correction).status(), 201);
        QCOMPARE(spentBy(site, "acme"), cents(7));
        const QJsonObject after = recovered(site).at(0).toObject()[u"corrected"_s].toObject();
        QCOMPARE(after[u"reason"_s].toString(), u"its log"_s);
        QCOMPARE(after[u"by"_s].toString(), u"admin"_s);
        QCOMPARE(after[u"output_tokens"_s].toInt(), 7);

        for (const auto &[bad, status] : badCorrections(id, figures)) {
            QVERIFY2(site.post("/api/admin/corrections", bad).status() == status, bad.constData());
        }
        QCOMPARE(spentBy(site, "acme"), cents(7));
        QCOMPARE(site.stop(), 0);
        QVERIFY(site.start());
        QCOMPARE(spentBy(site, "acme"), cents(7));
        QCOMPARE(site.stop(), 0);
        QCOMPARE(verify(folderOf(site)).code, 0);
    }

private:
    [[nodiscard]] static QJsonArray recovered(Site &site)
    {
        const QByteArray list = site.get("/api/admin/recovered").body();
        return QJsonDocument::fromJson(list)[u"recovered"_s].toArray();
    }

    using Bad = std::pair<QByteArray, int>;
    [[nodiscard]] static std::vector<Bad> badCorrections(const QByteArray &id,
                                                         const QByteArray &figures)
    {
        const QByteArray named = "{\"id\":\"" + id + "\",";
        return {
            {named + figures + R"(,"colour":"red"})", 400},
            {named + figures + R"(,"attempt":0})", 400},
            {named + figures + R"(,"attempt":2})", 404},
            {named + figures + R"(,"reasoning_tokens":8})", 400}, // of 7
            {named + figures + R"(,"by":""})", 400},
            {named + R"("cost_usd":-1,"input_tokens":0,"output_tokens":7,"reason":"x"})", 400},
            {named + R"("cost_usd":"a","input_tokens":0,"output_tokens":7,"reason":"x"})", 400},
            {named + R"("cost_usd":1,"input_tokens":0,"output_tokens":7})", 400},
            {named + R"("cost_usd":1,"input_tokens":-1,"output_tokens":7,"reason":"x"})", 400},
            {R"({"id":"7",)" + figures + '}', 400},
            {R"({"id":"req-00000000000000000000000000000001",)" + figures + '}', 404},
            {"[]", 400},
            {"{}", 400},
        };
    }
};

QTEST_GUILESS_MAIN(TestLedgerFiles)
#include "tst_ledgerfiles.moc"
