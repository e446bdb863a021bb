// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/settings/configurationcheck.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

core::Provider provider(const QByteArray &name)
{
    core::Provider provider;
    provider.name = name;
    return provider;
}

} // namespace

class TstConfigurationCheck : public QObject
{
    Q_OBJECT

    core::Configuration m_inForce;

private Q_SLOTS:
    void initTestCase() { m_inForce.providers.push_back(provider("vllm")); }

    void asksOnlyWhenItIsWanted()
    {
        ConfigurationCheck check;
        QSignalSpy requested(&check, &ConfigurationCheck::requested);
        QSignalSpy restart(&check, &ConfigurationCheck::restartRequested);
        check.setFacts(m_inForce, u"/etc/capstan.yaml"_s);
        QVERIFY(check.verdict().isEmpty());
        QCOMPARE(requested.count(), 0);
        check.check();
        QCOMPARE(requested.count(), 1);
        check.take(m_inForce, u"/etc/capstan.yaml"_s);
        QCOMPARE(check.verdict(), u"It can be read, and is in force as it stands."_s);
        check.startAgain(); // for nothing
        QCOMPARE(restart.count(), 0);
    }

    void saysWhatAStartWouldChange()
    {
        ConfigurationCheck check;
        check.setFacts(m_inForce, {});
        core::Configuration next = m_inForce;
        next.server.port = 8008;
        next.providers.push_back(provider("cloud"));
        next.warnings.push_back(u"providers.cloud: KEY is not set."_s);
        check.take(next, u"/etc/capstan.yaml"_s); // written since the start
        QCOMPARE(check.file(), u"/etc/capstan.yaml"_s);
        QCOMPARE(check.details(),
                 u"Listening: different\nProvider cloud: new\nproviders.cloud: KEY is not set."_s);
        QVERIFY(check.differs());
        QSignalSpy restart(&check, &ConfigurationCheck::restartRequested);
        check.startAgain();
        QCOMPARE(restart.count(), 1);
        check.setFacts(next, u"/etc/capstan.yaml"_s); // it has started
        QVERIFY(!check.differs());
        QVERIFY(check.details().isEmpty());
    }

    void saysWhyAStartWouldFail()
    {
        ConfigurationCheck check;
        check.setFacts(m_inForce, {});
        check.take(core::Error{core::ErrorCode::InvalidInput,
                               u"capstan.yaml:3: rulez: is not known"_s,
                               u"Give rules."_s},
                   u"capstan.yaml"_s);
        QVERIFY(check.hasFailed());
        QVERIFY(!check.differs());
        QCOMPARE(check.verdict(),
                 u"With this a start would fail. capstan.yaml:3: rulez: is not known. Give rules. "
                 "Until then all stays as it is."_s);
    }
};

QTEST_GUILESS_MAIN(TstConfigurationCheck)
#include "tst_configurationcheck.moc"
