// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The policy as the settings show it, of a real service: what its file would change, before it
// does.
#include "app/viewmodels/controlcentre.h"
#include "app/windowedservice.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QByteArray policy(const QByteArray &rules)
{
    return "version: \"1\"\nnamespaces:\n  default:\n    rules:\n" + rules;
}

QByteArray rule(const QByteArray &id)
{
    return "      - { id: " + id + ", primitive: model_allow, models: [cent], action: deny }\n";
}

} // namespace

class TstPolicyWish : public QObject
{
    Q_OBJECT

    core::SystemClock m_clock;
    ControlCentre m_centre{m_clock};
    QTemporaryDir m_folder;
    std::unique_ptr<app::WindowedService> m_windowed;

    QString write(const QString &name, const QByteArray &content)
    {
        QFile file(m_folder.filePath(name));
        const bool ok = file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
        return ok ? file.fileName() : QString();
    }
    [[nodiscard]] PolicyCare &care() { return *m_centre.settings()->policy(); }

private Q_SLOTS:
    void initTestCase()
    {
        const QString file = write(u"policy.yaml"_s, policy(rule("only-cent")));
        app::CommandLine line;
        line.port = 0;
        line.dataDir = m_folder.filePath(u"data"_s);
        line.configFile = write(u"capstan.yaml"_s, "policy: \"" + file.toUtf8() + "\"\n");
        m_windowed = std::make_unique<app::WindowedService>(m_centre);
        QVERIFY(m_windowed->prepare(line).ok());
        QVERIFY(m_windowed->start().ok());
    }

    void showsThePolicyInForce()
    {
        QCOMPARE(care().summary(), u"Version 1, rules: 1"_s);
        QVERIFY(care().file().endsWith(u"policy.yaml"_s));
        care().check();
        QVERIFY(!care().differs());
    }

    void putsWhatTheFileSaysInForce()
    {
        write(u"policy.yaml"_s, policy(rule("only-cent") + rule("night")));
        care().check();
        QCOMPARE(care().details(), u"default · night: new"_s);
        QVERIFY(!care().rules().contains(u"night"_s)); // only said so far
        care().reload();
        QTRY_VERIFY(care().rules().contains(u"night"_s));
        QTRY_VERIFY(!care().differs());
    }

    void saysWhatIsWrongAndKeepsTheOldOne()
    {
        write(u"policy.yaml"_s, policy("      - { id: broken, primitive: nonsense }\n"));
        care().check();
        QVERIFY(care().hasFailed());
        QVERIFY2(care().verdict().contains(u"nonsense"_s), qPrintable(care().verdict()));
        QVERIFY(care().rules().contains(u"night"_s));
    }
};

QTEST_MAIN(TstPolicyWish)
#include "tst_policywish.moc"
