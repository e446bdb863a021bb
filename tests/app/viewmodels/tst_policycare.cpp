// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/settings/policycare.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

core::PolicyRule rule(const QByteArray &id)
{
    core::PolicyRule rule;
    rule.id = id;
    rule.primitive = core::PolicyPrimitive::ModelAllow;
    return rule;
}

core::Policy policy(const std::vector<core::PolicyRule> &rules)
{
    core::Policy policy;
    policy.version = "1";
    policy.file = u"/etc/policy.yaml"_s;
    policy.namespaces = {{"default", rules}};
    return policy;
}

PolicyCare::Shared shared(const core::Policy &policy)
{
    return std::make_shared<core::Policy>(policy);
}

} // namespace

class TstPolicyCare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatIsInForce()
    {
        PolicyCare care;
        QVERIFY(care.summary().startsWith(u"There is none"_s));
        care.setInForce(shared(policy({rule("cheap"), rule("hours")})));
        QCOMPARE(care.summary(), u"Version 1, rules: 2"_s);
        QCOMPARE(care.file(), u"/etc/policy.yaml"_s);
        QCOMPARE(care.note(), u"Version 1, rules: 2\n/etc/policy.yaml"_s);
        QCOMPARE(care.rules(),
                 u"default · cheap · model_allow · refuses\n"
                 "default · hours · model_allow · refuses"_s);
    }

    void saysWhatTheFileWouldChangeBeforeItDoes()
    {
        PolicyCare care;
        QSignalSpy reload(&care, &PolicyCare::reloadRequested);
        care.setInForce(shared(policy({rule("cheap"), rule("hours")})));
        care.take(std::optional(policy({rule("cheap"), rule("hours")})));
        QVERIFY(!care.differs());
        QCOMPARE(care.verdict(), u"It is in force as it stands in the file."_s);
        care.reload();
        QCOMPARE(reload.count(), 0);
        core::PolicyRule other = rule("cheap");
        other.action = core::PolicyAction::Alert;
        care.take(std::optional(policy({other, rule("night")})));
        QCOMPARE(care.details(),
                 u"default · cheap: different\ndefault · night: new\ndefault · hours: gone"_s);
        care.reload();
        QCOMPARE(reload.count(), 1);
        care.takeReload(shared(policy({other, rule("night")})), core::Done{});
        QVERIFY(!care.differs());
        QVERIFY(care.rules().contains(u"night"_s));
    }

    void tellsAnOrderThatChanges()
    {
        PolicyCare care;
        care.setInForce(shared(policy({rule("cheap"), rule("hours")})));
        care.take(std::optional(policy({rule("hours"), rule("cheap")})));
        QCOMPARE(care.details(), u"Its version, or the order of its rules"_s);
    }

    void saysWhatIsWrongWithTheFile()
    {
        PolicyCare care;
        care.setInForce(shared(policy({rule("cheap")})));
        care.take(core::Error{core::ErrorCode::InvalidInput, u"No rules."_s, u"Give some."_s});
        QVERIFY(care.hasFailed());
        QVERIFY(!care.differs());
        QCOMPARE(care.verdict(), u"With this nothing changes. No rules. Give some."_s);
        care.takeReload(shared(policy({rule("cheap")})),
                        core::Error{core::ErrorCode::InvalidInput, u"No rules."_s, {}});
        QVERIFY(care.hasFailed());
        QVERIFY(care.verdict().startsWith(u"The policy was not changed. No rules."_s));
    }
};

QTEST_GUILESS_MAIN(TstPolicyCare)
#include "tst_policycare.moc"
