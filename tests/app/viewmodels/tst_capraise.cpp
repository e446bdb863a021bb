// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capsituation.h"

#include "app/viewmodels/caphistory.h"
#include "app/viewmodels/caps/cappast.h"
#include "app/viewmodels/caps/capraise.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using core::Money;

namespace {

CapSituation raised(const char *by)
{
    CapSituation situation = research();
    situation.budget.raise =
        core::Raise{sample::dollars(by).nanos(), situation.now + std::chrono::hours(2)};
    situation.state.limit += situation.budget.raise->by;
    situation.state.cap = situation.state.limit;
    return situation;
}

/// Midnight in Berlin is 23:00 UTC.
core::Time raiseEnd()
{
    return core::Time(std::chrono::sys_days(std::chrono::year(2026) / 11 / 21)) +
           std::chrono::hours(23);
}

} // namespace

class CapRaiseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForMoreUntilTonight()
    {
        CapRaise raise;
        raise.apply(research());
        QSignalSpy wishes(&raise, &CapRaise::changeRequested);
        raise.begin();
        QCOMPARE(raise.amountText(), u"5.00"_s); // a quarter of $20
        raise.type(u"+17.5"_s);
        QCOMPARE(raise.consequenceText(), u"Cap $37.50 until Sun 00:00, then $20.00 again"_s);
        QCOMPARE(wishes.count(), 0); // the consequence comes before the act
        raise.commit();
        const auto after = wishes.constFirst().at(1).value<core::Budget>();
        QCOMPARE(after.limit, sample::dollars("20").nanos());
        QCOMPARE(after.raise->by, sample::dollars("17.5").nanos());
        QCOMPARE(after.raise->until, raiseEnd());
    }

    // It is Saturday 14:32.
    void lastsUntilAnyTimeThatIsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("until");
        QTest::newRow("a time of day") << u"18:00"_s << u"18:00"_s;
        QTest::newRow("one of tomorrow") << u" 9:15 "_s << u"Sun 09:15"_s;
        QTest::newRow("minutes") << u"90m"_s << u"16:02"_s;
        QTest::newRow("days") << u"3d"_s << u"Tue 14:32"_s;
        QTest::newRow("a day") << u"2026-12-01"_s << u"1 Dec"_s;
        QTest::newRow("a day with its time") << u"2026-11-22 8:00"_s << u"Sun 08:00"_s;
    }
    void lastsUntilAnyTimeThatIsTyped()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, until);
        CapRaise raise;
        raise.apply(research());
        QSignalSpy wishes(&raise, &CapRaise::changeRequested);
        raise.begin();
        raise.type(u"5"_s);
        raise.chooseEnd(static_cast<int>(raise.ends().size()) - 1);
        QVERIFY(raise.isChoosing());
        raise.commit(); // until when?
        QVERIFY(wishes.isEmpty());
        raise.setUntilText(typed);
        QCOMPARE(raise.errorText(), QString());
        QCOMPARE(raise.consequenceText(), u"Cap $25.00 until %1, then $20.00 again"_s.arg(until));
        raise.commit();
        QCOMPARE(wishes.count(), 1);
    }

    void saysWhyATextIsNoTime()
    {
        CapRaise raise;
        raise.apply(research());
        raise.begin();
        raise.chooseEnd(static_cast<int>(raise.ends().size()) - 1);
        raise.setUntilText(u"later"_s);
        QVERIFY2(raise.errorText().startsWith(u"“later” is no time."_s),
                 qPrintable(raise.errorText()));
        raise.setUntilText(u"2026-11-20"_s);
        QCOMPARE(raise.errorText(), u"“2026-11-20” is over. Type a time that is to come."_s);
        QCOMPARE(raise.consequenceText(), QString());
    }

    // A snapshot comes four times a second: one always falls between the writing and the granting.
    void aGrantedRaiseIsShown()
    {
        CapRaise raise;
        raise.apply(research());
        raise.begin();
        raise.type(u"5"_s);
        raise.apply(research());
        raise.commit();
        QSignalSpy changed(&raise, &CapRaise::changed);
        CapSituation granted = research();
        granted.budget.raise = core::Raise{sample::dollars("5").nanos(), raiseEnd()};
        raise.apply(granted);
        QCOMPARE(changed.count(), 1); // with the very words of the consequence
        QCOMPARE(raise.raisedText(), u"Cap $25.00 until Sun 00:00, then $20.00 again"_s);
        raise.apply(granted);
        QCOMPARE(changed.count(), 1); // nothing new: the window sleeps
    }

    void anotherBudgetClosesTheForm()
    {
        CapRaise raise;
        raise.apply(research());
        raise.begin();
        QSignalSpy changed(&raise, &CapRaise::changed);
        CapSituation other = research();
        other.budget.id = "b-other";
        raise.apply(other);
        QVERIFY(!raise.isOpen());
        QCOMPARE(changed.count(), 1);
    }

    void saysWhyATextIsNoAmount()
    {
        CapRaise raise;
        raise.apply(research());
        raise.begin();
        raise.type(u"much"_s);
        QVERIFY(!raise.errorText().isEmpty());
        QSignalSpy wishes(&raise, &CapRaise::changeRequested);
        raise.commit();
        QCOMPARE(wishes.count(), 0);
    }

    void showsWhatIsInForceAndEndsIt()
    {
        CapRaise raise;
        raise.apply(raised("5"));
        QVERIFY(raise.isRaised());
        QCOMPARE(raise.raisedText(), u"Cap $25.00 until 16:32, then $20.00 again"_s);
        QSignalSpy wishes(&raise, &CapRaise::changeRequested);
        raise.endNow();
        QVERIFY(!wishes.constFirst().at(1).value<core::Budget>().raise);
        CapSituation later = raised("5");
        later.now += std::chrono::hours(2);
        raise.apply(later);
        QVERIFY(!raise.isRaised()); // by the clock
    }

    // With $5 more for a while, $16.96 are committed: a cap of $11.96 still cuts nobody.
    void theEditorCountsItIn()
    {
        CapEditor editor;
        editor.apply(raised("5"));
        QCOMPARE(editor.capText(), u"$20.00"_s);
        QVERIFY(editor.raisedPost() > editor.post());
        QCOMPARE(callsCut(raised("5"), sample::dollars("11.96").nanos()), 0);
        QVERIFY(callsCut(raised("5"), sample::dollars("11.95").nanos()) > 0);
        QCOMPARE(callsCut(research(), sample::dollars("16.96").nanos()), 0);
        editor.apply(research());
        QVERIFY(editor.raisedPost() < 0);
    }

    void theHistorySaysSo()
    {
        const core::Budget before = research().budget;
        const core::Budget after = raised("5").budget;
        QCOMPARE((CapChange{before, after}).text(), u"research: +$5.00 until 21 Nov 16:32"_s);
        QCOMPARE((CapChange{after, before}).text(), u"research: raise ended"_s);
    }

    void asksWhatTheCapWouldHaveRefused()
    {
        CapEditor editor;
        CapPast past(editor);
        connect(&editor, &CapEditor::changed, &past, &CapPast::look);
        editor.apply(research());
        QSignalSpy wanted(&past, &CapPast::wanted);
        editor.type(u"10"_s);
        QCOMPARE(past.text(), u"Last 7 days: counting…"_s);
        QVERIFY(wanted.wait());
        const auto ticket = wanted.constFirst().at(0).toULongLong();
        const auto question = wanted.constFirst().at(1).value<core::WhatIfQuestion>();
        QCOMPARE(question.budgets.front().limit, sample::dollars("10").nanos());
        core::WhatIfAnswer answer;
        answer.wouldRefuse = 3;
        past.take(ticket - 1, answer, {}); // to another question
        QCOMPARE(past.text(), u"Last 7 days: counting…"_s);
        past.take(ticket, answer, {1'234, false});
        QCOMPARE(past.text(), u"Last 7 days: 3 of 1,234 calls would have been refused"_s);
        QVERIFY(past.refuses());
        editor.putBack();
        QVERIFY(past.text().isEmpty());
    }

    void asksOverAnotherRange()
    {
        CapEditor editor;
        CapPast past(editor);
        connect(&editor, &CapEditor::changed, &past, &CapPast::look);
        editor.apply(research());
        QSignalSpy wanted(&past, &CapPast::wanted);
        editor.type(u"10"_s);
        past.range()->choose(u"30 days"_s);
        QCOMPARE(past.text(), u"Last 30 days: counting…"_s);
        QVERIFY(wanted.wait());
        QCOMPARE(wanted.count(), 1); // the first range was left before it was asked about
        const auto asked = wanted.takeFirst().at(1).value<core::WhatIfQuestion>();
        QCOMPARE(asked.to, research().now);
        QCOMPARE(asked.to - asked.from, core::Duration(std::chrono::hours(30 * 24)));
        QCOMPARE(past.range()->chooseRange(u"2026-11-02"_s, u"2026-11-03"_s), QString());
        QVERIFY(wanted.wait());
        const auto ticket = wanted.constFirst().at(0).toULongLong();
        const auto typed = wanted.constFirst().at(1).value<core::WhatIfQuestion>();
        QCOMPARE(typed.to - typed.from, core::Duration(std::chrono::hours(2 * 24))); // both whole
        core::WhatIfAnswer answer;
        answer.wouldRefuse = 3;
        past.take(ticket, answer, {40, false});
        QVERIFY2(past.text().endsWith(u": 3 of 40 calls would have been refused"_s),
                 qPrintable(past.text()));
        past.range()->clear();
        QCOMPARE(past.text(), u"Last 7 days: counting…"_s);
    }
};

QTEST_GUILESS_MAIN(CapRaiseTest)
#include "tst_capraise.moc"
