// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a price on the form would have cost in the past.
#include "pricelistcase.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class PricePastTest : public PriceListCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void saysWhatTheLastWeekWouldHaveCost();
    void looksAtThePastThatOneChooses();
};

// Issue 3: what a price would have cost, before it is saved.
void PricePastTest::saysWhatTheLastWeekWouldHaveCost()
{
    PricePast &past = *m_list->past();
    QSignalSpy wanted(&past, &PricePast::wanted);
    m_list->editor()->edit(u"llama-3.1-8b"_s);
    QVERIFY(past.text().isEmpty()); // nothing was typed
    m_list->editor()->setInput(u"0.20"_s);
    QTRY_COMPARE(wanted.size(), 1);
    const auto question = wanted.constFirst().at(1).value<core::WhatIfQuestion>();
    QCOMPARE(question.price->rates.input, 200'000'000);
    QCOMPARE(question.price->effectiveFrom, core::Time{}); // all the time
    QCOMPARE(question.to - question.from, core::Duration(7 * 24h));
    core::WhatIfAnswer answer;
    answer.spent = sample::dollars("41.87");
    answer.wouldSpend = sample::dollars("52.10");
    answer.newlyRefused = 3;
    past.take(wanted.constFirst().constFirst().toULongLong() - 1, answer); // an old one
    QVERIFY(!past.text().contains(u"52.10"_s));
    past.take(wanted.constFirst().constFirst().toULongLong(), answer);
    QCOMPARE(past.text(),
             u"Last 7 days: $41.87 spent in all; at this price it would have been $52.10. "
             "3 calls more would have been refused."_s);
    m_list->editor()->save();
    QVERIFY(past.text().isEmpty());
}

// Issue 3: as `capstan simulate --price --from --to` does.
void PricePastTest::looksAtThePastThatOneChooses()
{
    PricePast &past = *m_list->past();
    QSignalSpy wanted(&past, &PricePast::wanted);
    const auto asked = [&wanted] {
        return wanted.constLast().at(1).value<core::WhatIfQuestion>();
    };
    m_list->editor()->edit(u"llama-3.1-8b"_s);
    m_list->editor()->setInput(u"0.20"_s);
    past.setRange(PricePast::Month);
    QCOMPARE(past.text(), u"Last 30 days: counting…"_s);
    QTRY_COMPARE(wanted.size(), 1);
    QCOMPARE(asked().to - asked().from, core::Duration(30 * 24h));
    past.setRange(PricePast::Typed);
    QCOMPARE(past.text(), u"From when?"_s);
    past.setFrom(u"2026-11-01"_s);
    past.setTo(u"2026-11-03"_s);
    QTRY_COMPARE(wanted.size(), 2);
    // 1 November 2026 in Berlin begins at 23:00 UTC of 31 October; three days, the last one whole.
    QCOMPARE(asked().from.time_since_epoch(), std::chrono::seconds(1'793'487'600));
    QCOMPARE(asked().to - asked().from, core::Duration(3 * 24h));
    past.setTo(u"2026-10-01"_s);
    QTRY_COMPARE(past.text(), u"It ends before it begins."_s);
    past.setFrom(u"soon"_s);
    QTRY_VERIFY(past.text().startsWith(u"“soon” is no time."_s));
    QCOMPARE(wanted.size(), 2);
}

QTEST_GUILESS_MAIN(PricePastTest)
#include "tst_pricepast.moc"
