// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/configuration/environment.h"

#include <QTest>

using namespace core;
using namespace Qt::StringLiterals;

class TstEnvironment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isEmptyWithoutVariables();
    void readsTheVariablesOfTheSeeds();
    void namesTheVariableOfABadValue_data();
    void namesTheVariableOfABadValue();
    void showsNoSecretInAnError_data();
    void showsNoSecretInAnError();
    void takesBothSpellingsOfAnAbsoluteDatabasePath();
    void readsASoftCapOfZeroAsTheLeastMark();
    void takesTheSoftCapDownWithALowHardCap();
    void hidesTheAdminTokenInDebugOutput();
};

namespace {

QProcessEnvironment with(const QString &name, const QString &value)
{
    QProcessEnvironment environment;
    environment.insert(name, value);
    return environment;
}

} // namespace

void TstEnvironment::isEmptyWithoutVariables()
{
    const auto settings = readEnvironment(QProcessEnvironment());
    QVERIFY(settings);
    QCOMPARE(*settings, EnvironmentSettings());
    QCOMPARE(settings->budgetDefaults.softMark, 800'000);
    QCOMPARE(settings->budgetDefaults.hardMark, 1'000'000);
}

// S1-02, S1-09, S1-10, S1-11, S1-12, S1-15
void TstEnvironment::readsTheVariablesOfTheSeeds()
{
    QProcessEnvironment environment;
    environment.insert(u"VLLM_BASE_URL"_s, u"http://gpu.local:8000/v1/"_s);
    environment.insert(u"VLLM_MODEL"_s, u"meta-llama/Llama-3.1-8B-Instruct"_s);
    environment.insert(u"DATABASE_URL"_s, u"sqlite:///var/lib/capstan/led%20ger.db"_s);
    environment.insert(u"BUDGET_DEFAULT_LIMIT"_s, u"12.50"_s);
    environment.insert(u"BUDGET_SOFT_CAP"_s, u"0.5"_s);
    environment.insert(u"BUDGET_HARD_CAP"_s, u"0.95"_s);
    environment.insert(u"CAPSTAN_ADMIN_TOKEN"_s, u"s3cret"_s);
    const auto settings = readEnvironment(environment);
    QVERIFY2(settings.ok(), qPrintable(settings.ok() ? QString() : settings.error().message));
    QCOMPARE(settings->upstreamUrl, "http://gpu.local:8000/v1"_ba);
    QCOMPARE(settings->defaultModel, "meta-llama/Llama-3.1-8B-Instruct"_ba);
    QCOMPARE(settings->databaseFile, u"/var/lib/capstan/led ger.db"_s);
    QCOMPARE(settings->budgetDefaults.limit, Money::fromNanos(12'500'000'000));
    QCOMPARE(settings->budgetDefaults.softMark, 500'000);
    QCOMPARE(settings->budgetDefaults.hardMark, 950'000);
    QCOMPARE(settings->adminToken.expose(), "s3cret"_ba);
}

void TstEnvironment::namesTheVariableOfABadValue_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("value");
    const QList<std::pair<const char *, QStringList>> cases{
        {"VLLM_BASE_URL",
         {u""_s,
          u"localhost:8000"_s,
          u"ftp://x"_s,
          u"http://"_s,
          u"http://h:99999"_s,
          u"http://h:0"_s,
          u"http://a b"_s,
          u"http://h/?q"_s,
          u"http://h/#f"_s,
          u"http://"_s + QString(3000, u'h')}},
        {"VLLM_MODEL", {u""_s, u"two words"_s, u"a\nb"_s, QString(201, u'm')}},
        {"DATABASE_URL",
         {u""_s,
          u"postgresx://h/db"_s,
          u"postgres:h"_s,
          u"mysql://h"_s,
          u"sqlite://relative"_s,
          u"sqlite:///"_s,
          u"sqlite://"_s,
          u"sqlite::memory:"_s,
          u"sqlite:///x.db?mode=memory"_s,
          u"/plain/path.db"_s}},
        {"BUDGET_DEFAULT_LIMIT",
         {u""_s,
          u"abc"_s,
          u"nan"_s,
          u"inf"_s,
          u"-1"_s,
          u"0"_s,
          u"1e300"_s,
          u"99999999999"_s,
          u"0.0000000001"_s,
          u"1,5"_s,
          u"$5"_s,
          u" 5"_s}},
        {"BUDGET_SOFT_CAP", {u""_s, u"80%"_s, u"1.1"_s, u"-0.1"_s, u"nan"_s, u"0.1234567"_s}},
        {"BUDGET_HARD_CAP", {u""_s, u"0"_s, u"5"_s, u"-1"_s, u"inf"_s, u"one"_s}},
        {"CAPSTAN_ADMIN_TOKEN", {u""_s, u"with blank"_s, u"line\n"_s}},
    };
    for (const auto &[variable, values] : cases) {
        for (const QString &value : values) {
            QTest::addRow("%s=%s", variable, qPrintable(value.left(40)))
                << QString::fromLatin1(variable) << value;
        }
    }
}

void TstEnvironment::namesTheVariableOfABadValue()
{
    QFETCH(QString, variable);
    QFETCH(QString, value);
    const auto settings = readEnvironment(with(variable, value));
    QVERIFY(!settings);
    QCOMPARE(settings.error().code, ErrorCode::InvalidInput);
    QVERIFY2(settings.error().message.startsWith(variable + u": "_s),
             qPrintable(settings.error().message));
    QVERIFY(settings.error().message.endsWith(u'.'));
    QVERIFY(settings.error().remedy.endsWith(u'.'));
    QVERIFY(settings.error().message.size() < 200);
}

void TstEnvironment::showsNoSecretInAnError_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("value");
    QTest::newRow("database") << u"DATABASE_URL"_s << u"mysql://u:hunter2@h/db"_s;
    QTest::newRow("token") << u"CAPSTAN_ADMIN_TOKEN"_s << u"hunter2 x"_s;
    QTest::newRow("upstream") << u"VLLM_BASE_URL"_s << u"http://u:hunter2@h/v1"_s;
}

void TstEnvironment::showsNoSecretInAnError()
{
    QFETCH(QString, variable);
    QFETCH(QString, value);
    const auto settings = readEnvironment(with(variable, value));
    QVERIFY(!settings);
    QVERIFY(!settings.error().message.contains("hunter2"_L1));
    QVERIFY(!settings.error().remedy.contains("hunter2"_L1));
}

void TstEnvironment::takesBothSpellingsOfAnAbsoluteDatabasePath()
{
    for (const QString &url : {u"sqlite:///srv/l.db"_s, u"sqlite:////srv/l.db"_s}) {
        const auto settings = readEnvironment(with(u"DATABASE_URL"_s, url));
        QVERIFY(settings);
        QCOMPARE(settings->databaseFile, u"/srv/l.db"_s);
    }
}

// S1-10: 0 <= soft <= hard
void TstEnvironment::readsASoftCapOfZeroAsTheLeastMark()
{
    const auto settings = readEnvironment(with(u"BUDGET_SOFT_CAP"_s, u"0"_s));
    QVERIFY(settings);
    QCOMPARE(settings->budgetDefaults.softMark, 1);
}

void TstEnvironment::takesTheSoftCapDownWithALowHardCap()
{
    QProcessEnvironment environment = with(u"BUDGET_HARD_CAP"_s, u"0.5"_s);
    auto settings = readEnvironment(environment);
    QVERIFY(settings);
    QCOMPARE(settings->budgetDefaults.softMark, 500'000);

    environment.insert(u"BUDGET_SOFT_CAP"_s, u"0.6"_s);
    settings = readEnvironment(environment);
    QVERIFY(!settings);
    QVERIFY(settings.error().message.startsWith("BUDGET_SOFT_CAP: "_L1));
}

void TstEnvironment::hidesTheAdminTokenInDebugOutput()
{
    const auto settings = readEnvironment(with(u"CAPSTAN_ADMIN_TOKEN"_s, u"hunter2"_s));
    QString text;
    QDebug(&text) << settings->adminToken;
    QVERIFY(!text.contains("hunter2"_L1));
}

QTEST_GUILESS_MAIN(TstEnvironment)
#include "tst_environment.moc"
