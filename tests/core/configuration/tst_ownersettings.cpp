// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/configuration/configurationreader.h"
#include "core/configuration/ownersettingsfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestOwnerSettings : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] QString write(const QString &name, const QByteArray &text) const
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (file.open(QIODevice::WriteOnly)) {
            file.write(text);
        }
        return path;
    }
    [[nodiscard]] core::Configuration read(const QByteArray &yaml,
                                           const core::OwnerSettings &owner) const
    {
        const QString file = yaml.isEmpty() ? QString() : write(u"capstan.yaml"_s, yaml);
        auto configuration = core::readConfiguration(file, QProcessEnvironment());
        Q_ASSERT(configuration.ok());
        layUnder(owner, *configuration);
        return *configuration;
    }

private Q_SLOTS:
    void readsWhatItHasWritten();
    void isEmptyWithoutAFile();
    void namesAnEntryItCannotUse();
    void saysWhereItCannotBeKept();
    void goesUnderWhatTheFileSays();
    void movesTheUpstreamThatNobodyNamed();
    void addsUpstreamsAfterThoseOfTheFile();
    void restartsForTheServiceButNotForColours();
};

void TestOwnerSettings::readsWhatItHasWritten()
{
    core::OwnerSettings settings;
    settings.listen = "0.0.0.0";
    settings.port = 7008;
    settings.durability = core::Durability::Power;
    settings.requireKeys = true;
    settings.retentionDays = 30;
    settings.retentionMegabytes = 0;
    settings.upstreams = {{"vllm", "http://127.0.0.1:8001/v1"}, {"other", "https://a.example"}};
    settings.appearance.scheme = core::Appearance::Scheme::Dark;
    settings.appearance.textSize = core::Appearance::TextSize::Large;
    settings.appearance.language = core::Appearance::Language::Chinese;
    settings.isWelcomed = true;
    const core::OwnerSettingsFile file(m_folder.filePath(u"new/folder/settings.ini"_s));
    QVERIFY(file.write(settings).ok());
    QCOMPARE(*file.read(), settings);
    // What is taken back is gone.
    settings.port.reset();
    settings.upstreams.pop_back();
    QVERIFY(file.write(settings).ok());
    QCOMPARE(*file.read(), settings);
}

void TestOwnerSettings::isEmptyWithoutAFile()
{
    QCOMPARE(*core::OwnerSettingsFile({}).read(), core::OwnerSettings());
    QCOMPARE(*core::OwnerSettingsFile(m_folder.filePath(u"none.ini"_s)).read(),
             core::OwnerSettings());
}

void TestOwnerSettings::namesAnEntryItCannotUse()
{
    const QString path = write(u"bad.ini"_s, "[server]\nport=none\n");
    const auto settings = core::OwnerSettingsFile(path).read();
    QVERIFY(!settings.ok());
    QVERIFY2(settings.error().message.contains(path + u": server/port: "_s),
             qPrintable(settings.error().message));
    QVERIFY(!settings.error().remedy.isEmpty());
}

void TestOwnerSettings::saysWhereItCannotBeKept()
{
    const QString path = write(u"plainfile"_s, "x") + u"/settings.ini"_s;
    const core::Outcome kept = core::OwnerSettingsFile(path).write({});
    QVERIFY(!kept.ok());
    QVERIFY(kept.error().message.contains(path));
}

void TestOwnerSettings::goesUnderWhatTheFileSays()
{
    core::OwnerSettings owner;
    owner.port = 7100;
    owner.durability = core::Durability::Power;
    const auto both = read("server: { port: 7007 }", owner);
    QCOMPARE(both.server.port, 7007); // the file says it, even as the built-in value
    QCOMPARE(both.server.durability, core::Durability::Power);
    QVERIFY(both.isWritten(u"server.port"));
    QVERIFY(!both.isWritten(u"server.durability"));
    QCOMPARE(read({}, owner).server.port, 7100);
    owner.retentionDays = 30;
    owner.retentionMegabytes = 2;
    const auto kept = read("retention: { days: 90 }", owner).retention;
    QCOMPARE(kept.days, 90);
    QCOMPARE(kept.bytes, qint64(2 * 1024 * 1024));
}

void TestOwnerSettings::movesTheUpstreamThatNobodyNamed()
{
    core::OwnerSettings owner;
    owner.upstreams = {{"vllm", "http://127.0.0.1:8001/v1"}};
    QCOMPARE(read({}, owner).providers.at(0).baseUrl, "http://127.0.0.1:8001/v1"_ba);
    const QByteArray named = "providers: { vllm: { type: openai, base_url: 'http://a:1' } }";
    QCOMPARE(read(named, owner).providers.at(0).baseUrl, "http://a:1"_ba);
}

void TestOwnerSettings::addsUpstreamsAfterThoseOfTheFile()
{
    core::OwnerSettings owner;
    owner.upstreams = {{"second", "https://b.example/v1"}};
    const auto configuration = read({}, owner);
    QCOMPARE(configuration.providers.size(), std::size_t(2));
    QCOMPARE(configuration.providers.at(0).name, "vllm"_ba);
    QCOMPARE(configuration.providers.at(1).name, "second"_ba);
}

void TestOwnerSettings::restartsForTheServiceButNotForColours()
{
    core::OwnerSettings before;
    core::OwnerSettings after;
    after.appearance.scheme = core::Appearance::Scheme::Light;
    after.isWelcomed = true;
    QVERIFY(!needsRestart(before, after));
    after.port = 7008;
    QVERIFY(needsRestart(before, after));
}

QTEST_GUILESS_MAIN(TestOwnerSettings)
#include "tst_ownersettings.moc"
