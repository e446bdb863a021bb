// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplesnapshot.h"

#include "app/viewmodels/reports/policytrial.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

core::WhatIfAnswer answer(qint64 refused)
{
    core::WhatIfAnswer answer;
    answer.calls = 2'214;
    answer.wouldRefuse = refused;
    answer.wasRefused = 2;
    answer.wouldDowngrade = 40;
    answer.spent = sample::dollars("41.87");
    answer.wouldSpend = sample::dollars("36.10");
    answer.hits = {{"office-hours",
                    "tenant:research",
                    refused,
                    sample::dollars("4.20"),
                    sample::afternoon() - 2h,
                    sample::afternoon()}};
    return answer;
}

struct Asked
{
    Asked() { trial.apply(sample::snapshot()); }
    [[nodiscard]] quint64 ticket() const { return wanted.constLast().constFirst().toULongLong(); }

    PolicyTrial trial;
    QSignalSpy wanted{&trial, &PolicyTrial::wanted};
};

} // namespace

/// Issue 3: what a policy would have done, before it is in force.
class PolicyTrialTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksAboutTheLastSevenDays()
    {
        Asked asked;
        asked.trial.look(u"/tmp/policy.yaml"_s);
        const QList<QVariant> question = asked.wanted.constLast();
        QCOMPARE(question.at(1).toString(), u"/tmp/policy.yaml"_s);
        const auto from = question.at(2).value<core::Time>();
        QCOMPARE(question.at(3).value<core::Time>() - from, core::Duration(7 * 24h));
        asked.trial.setRange(2);
        QCOMPARE(asked.wanted.constLast().at(3).value<core::Time>() -
                     asked.wanted.constLast().at(2).value<core::Time>(),
                 core::Duration(30 * 24h));
    }

    void saysWhomItHits()
    {
        Asked asked;
        asked.trial.look(u"/tmp/policy.yaml"_s);
        QVERIFY(asked.trial.isBusy());
        asked.trial.take(asked.ticket(), answer(31));
        QVERIFY(!asked.trial.isBusy());
        QCOMPARE(asked.trial.summary(),
                 u"Of 2,214 calls, 31 would have been refused; 2 were. "
                 "Moved to a cheaper model: 40; 0 were."_s);
        QCOMPARE(asked.trial.spending(), u"Spent: $41.87; it would have been $36.10."_s);
        const PolicyHitRow expected{u"tenant:research, by office-hours"_s,
                                    u"31"_s,
                                    u"first today 12:32; these calls cost $4.20"_s};
        QCOMPARE(asked.trial.rows().front(), expected);
    }

    void takesTheNewestAnswerOnly()
    {
        Asked asked;
        asked.trial.look(u"/tmp/a.yaml"_s);
        const quint64 old = asked.ticket();
        asked.trial.look(u"/tmp/b.yaml"_s);
        asked.trial.take(old, answer(31));
        QVERIFY(!asked.trial.isAnswered());
        asked.trial.refuse(asked.ticket(), u"b.yaml:3: unknown key."_s);
        QCOMPARE(asked.trial.errorText(), u"b.yaml:3: unknown key."_s);
        QVERIFY(!asked.trial.isBusy());
        asked.trial.clear(); // ends what is asked
        QVERIFY(asked.trial.errorText().isEmpty());
        QVERIFY(asked.wanted.constLast().at(1).toString().isEmpty());
    }
};

QTEST_GUILESS_MAIN(PolicyTrialTest)
#include "tst_policytrial.moc"
