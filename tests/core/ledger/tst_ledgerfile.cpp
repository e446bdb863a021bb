// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

#include "core/ledger/connection.h"
#include "core/ledger/schema.h"

#include <QProcess>

#include <cstdio>
#include <cstring>
#include <unistd.h>

using namespace samples;
using namespace Qt::StringLiterals;

namespace {
QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

void put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
}

/// Opens the ledger and keeps it until its standard input ends.
int ownUntilTold(const QString &path)
{
    const std::unique_ptr<Ledger> ledger = opened(path);
    std::puts("open");
    std::fflush(stdout);
    return std::getchar() == EOF ? 0 : 1;
}

/// Five holds, one settled, and no farewell.
int writeAndDie(const QString &path)
{
    const std::unique_ptr<Ledger> ledger = opened(path);
    const bool ok = ledger->write({hold(1), hold(2), hold(3), hold(4), hold(5)}).ok() &&
                    ledger->write({settlement(hold(2), 100)}).ok();
    _exit(ok ? 9 : 1);
}
} // namespace

class TestLedgerFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void climbsFromEveryOlderVersion_data();
    void climbsFromEveryOlderVersion();
    void isForItsOwnerOnly();
    void makesItsFolder();
    void refusesASecondProcessAndNamesTheFirst();
    void refusesASecondOwnerInThisProcess();
    void takesOverFromAProcessThatDied();
    void leavesForeignFilesAlone_data();
    void leavesForeignFilesAlone();
    void refusesAnewerVersion();
    void refusesABudgetThatItCannotRead();
};

void TestLedgerFile::climbsFromEveryOlderVersion_data()
{
    QTest::addColumn<int>("version");
    for (int version = 0; version <= schema::newestVersion(); ++version) {
        QTest::addRow("%d", version) << version;
    }
}

void TestLedgerFile::climbsFromEveryOlderVersion()
{
    QFETCH(int, version);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"ledger.db"_s);
    {
        const auto connection = Connection::open(path).value();
        QVERIFY(schema::claim(*connection).ok());
        QVERIFY(schema::migrate(*connection, version).ok());
        QCOMPARE(connection->integer(u"PRAGMA user_version"_s).value(), version);
        if (version > 0) {
            QVERIFY(connection->execute(u"INSERT INTO name (id, text) VALUES (41, x'616263')"_s));
        }
    }
    const auto ledger = opened(path);
    QVERIFY(ledger->write({settlement(hold(1, Noon, by("abc")), 5, "bucket")}).ok());
    QCOMPARE(ledger->verify().value(), std::vector<QString>());
    const auto connection = Connection::open(path).value();
    QCOMPARE(connection->integer(u"PRAGMA user_version"_s).value(), schema::newestVersion());
    if (version > 0) {
        QCOMPARE(connection->integer(u"SELECT tenant FROM attribution"_s).value(), 41);
    }
}

void TestLedgerFile::isForItsOwnerOnly()
{
    const Fixture f;
    QVERIFY(f.write({hold(1)}));
    const QFile::Permissions owner =
        QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
    for (const QString &ending : {u""_s, u"-wal"_s, u"-shm"_s}) {
        QCOMPARE(QFile::permissions(f.path + ending), owner);
    }
}

void TestLedgerFile::makesItsFolder()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a/b/ledger.db"_s);
    QVERIFY(Ledger::open(path, Durability::Power).ok());
    QVERIFY(QFile::exists(path));
    QVERIFY(!(QFile::permissions(folder.filePath(u"a/b"_s)) & QFile::ReadOther));
}

void TestLedgerFile::refusesASecondProcessAndNamesTheFirst()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"ledger.db"_s);
    QProcess owner;
    owner.start(QCoreApplication::applicationFilePath(), {u"--own"_s, path});
    QVERIFY(owner.waitForReadyRead());

    const auto second = Ledger::open(path, Durability::Process);
    QVERIFY(!second.ok());
    QCOMPARE(second.error().code, ErrorCode::Unavailable);
    QVERIFY(second.error().message.contains(QString::number(owner.processId())));
    QVERIFY(!second.error().remedy.isEmpty());

    owner.closeWriteChannel();
    QVERIFY(owner.waitForFinished());
    QVERIFY(Ledger::open(path, Durability::Process).ok());
}

// S3-36: one writer, held by a QLockFile, on every system Qt runs on.
void TestLedgerFile::refusesASecondOwnerInThisProcess()
{
    const Fixture f;
    const auto second = Ledger::open(f.path, Durability::Process);
    QVERIFY(!second.ok());
    QVERIFY(second.error().message.contains(QString::number(getpid())));
}

void TestLedgerFile::takesOverFromAProcessThatDied()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"ledger.db"_s);
    QCOMPARE(QProcess::execute(QCoreApplication::applicationFilePath(), {u"--die"_s, path}), 9);
    QVERIFY(QFile::exists(path + u".lock"_s));

    const auto ledger = opened(path);
    const std::vector<OpenHold> open = ledger->load().value().openHolds;
    QCOMPARE(open.size(), 4U);
    QVERIFY(open.front().hold.bound == hold(1).bound);
    QCOMPARE(ledger->sum(Time{}, Time::max()).value().cost, Money::fromNanos(100));
    QCOMPARE(ledger->verify().value(), std::vector<QString>());
}

void TestLedgerFile::leavesForeignFilesAlone_data()
{
    QTest::addColumn<QByteArray>("content");
    QByteArray sound;
    {
        Fixture f;
        std::vector<LedgerRecord> holds;
        for (quint64 number = 1; number < 2'000; ++number) {
            holds.emplace_back(hold(number));
        }
        QVERIFY(f.write(holds));
        f.ledger.reset();
        sound = contentOf(f.path);
    }
    QByteArray otherProgram = sound;
    std::memset(otherProgram.data() + 68, 1, 4); // application_id
    QByteArray scribbled = sound;
    std::memset(scribbled.data() + sound.size() / 2, 0x5a, 8'192);
    QTest::newRow("text") << QByteArray("dear diary\n").repeated(100);
    QTest::newRow("short") << QByteArray("SQLite format 3");
    QTest::newRow("zeros") << QByteArray(4'096, '\0');
    QTest::newRow("another program's") << otherProgram;
    QTest::newRow("cut off") << sound.first(sound.size() / 2);
    QTest::newRow("scribbled over") << scribbled;
}

void TestLedgerFile::leavesForeignFilesAlone()
{
    QFETCH(QByteArray, content);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"ledger.db"_s);
    put(path, content);
    const auto ledger = Ledger::open(path, Durability::Process);
    QVERIFY(!ledger.ok());
    QCOMPARE(ledger.error().code, ErrorCode::Internal);
    QVERIFY(ledger.error().message.contains(path));
    QVERIFY(contentOf(path) == content);
}

void TestLedgerFile::refusesAnewerVersion()
{
    Fixture f;
    f.ledger.reset();
    {
        const auto connection = Connection::open(f.path).value();
        QVERIFY(connection->execute(u"PRAGMA user_version = 99"_s));
    }
    const QByteArray content = contentOf(f.path);
    const auto ledger = Ledger::open(f.path, Durability::Process);
    QVERIFY(!ledger.ok());
    QCOMPARE(ledger.error().code, ErrorCode::Conflict);
    QVERIFY(ledger.error().message.contains(u"99"_s));
    QVERIFY(contentOf(f.path) == content);
    QVERIFY(!QFile::exists(f.path + u"-wal"_s));
}

// A1: a cap that no code path evaluates must be a start-up error.
void TestLedgerFile::refusesABudgetThatItCannotRead()
{
    Fixture f;
    QVERIFY(f.write({BudgetUpsert{budget("", "day"), {}}}));
    const auto connection = Connection::open(f.path).value();
    QVERIFY(connection->execute(u"UPDATE budget SET json = '{\"limit\":'"_s));
    const auto state = f.ledger->load();
    QVERIFY(!state.ok());
    QVERIFY(state.error().message.contains(u"b-0123456789ab"_s));
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() == 3 && arguments.at(1) == "--own"_L1) {
        return ownUntilTold(arguments.at(2));
    }
    if (arguments.size() == 3 && arguments.at(1) == "--die"_L1) {
        return writeAndDie(arguments.at(2));
    }
    TestLedgerFile test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_ledgerfile.moc"
