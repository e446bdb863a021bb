// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is said before one's own price is taken away, and what is taken.
#include "pricelistcase.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class PriceRemovalTest : public PriceListCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void saysWhatTakingOnesOwnPriceAwayComesTo();
    void saysThatAModelWillHaveNoPrice();
    void takesAwayOnlyThePriceThatIsToCome();
};

void PriceRemovalTest::saysWhatTakingOnesOwnPriceAwayComesTo()
{
    PriceEditor &editor = *m_list->editor();
    PriceRemoval &removal = *editor.removal();
    QSignalSpy changes(&editor, &PriceEditor::changeRequested);
    QSignalSpy asked(m_list.get(), &PriceListModel::reportWanted);
    editor.edit(u"llama-3.1-8b"_s);
    QVERIFY(!editor.isOwn());
    editor.askRemoval();
    QVERIFY(!removal.isAsking());
    editor.edit(u"qwen2.5-72b"_s);
    QVERIFY(editor.isOwn());
    editor.askRemoval();
    QCOMPARE(removal.title(), u"Remove your price of qwen2.5-72b?"_s);
    QCOMPARE(removal.text(),
             u"Then $0.40 in, $1.20 out holds (shipped), per million tokens.\n"
             "Calls in the last 7 days: counting…"_s);
    const auto query = asked.constFirst().constFirst().value<core::ReportQuery>();
    QCOMPARE(query.now - query.from, core::Duration(7 * 24h));
    core::Report report;
    report.name = "cost";
    report.columns = {"tenant", "model", "total_cost_usd", "request_count"};
    report.rows = {
        {QByteArray("research"), QByteArray("qwen2.5-72b"), sample::dollars("3.10"), qint64{12}},
        {QByteArray("support"), QByteArray("qwen2.5-72b"), sample::dollars("0.40"), qint64{3}},
        {QByteArray("support"), QByteArray("llama-3.1-8b"), sample::dollars("9.00"), qint64{90}}};
    m_list->takeReport(report);
    // 12 + 3 calls, $3.10 + $0.40; llama-3.1-8b keeps its price.
    QVERIFY(removal.text().endsWith(
        u"\nCalls in the last 7 days: 15 of 2 tenants, for $3.50 at your price."_s));
    QCOMPARE(row(u"qwen2.5-72b"_s).today, u"$29.64"_s); // it is no answer to that
    removal.leave();
    QVERIFY(!removal.isAsking());
    QCOMPARE(changes.count(), 0);
    editor.askRemoval();
    removal.confirm();
    const auto change = changes.constFirst().constFirst().value<PriceChange>();
    QCOMPARE(change.model, u"qwen2.5-72b"_s);
    QCOMPARE(change.before.size(), 1U);
    QVERIFY(change.after.empty());
    QCOMPARE(change.text(), u"qwen2.5-72b: your price removed"_s);
}

void PriceRemovalTest::saysThatAModelWillHaveNoPrice()
{
    m_list->editor()->edit(u"whisper-large-v3"_s);
    m_list->editor()->askRemoval();
    QVERIFY(m_list->editor()->removal()->text().startsWith(
        u"Then it has no price: a call to it is refused wherever a money cap applies."_s));
    m_list->refuseReport("cost", u"The ledger cannot be read."_s);
    QVERIFY(m_list->editor()->removal()->text().endsWith(
        u"Whom it touches cannot be told: The ledger cannot be read."_s));
}

void PriceRemovalTest::takesAwayOnlyThePriceThatIsToCome()
{
    sample::planPrice(*m_list);
    PriceEditor &editor = *m_list->editor();
    QSignalSpy changes(&editor, &PriceEditor::changeRequested);
    editor.edit(u"qwen2.5-72b"_s);
    editor.askRemovalOf(0);
    QCOMPARE(editor.removal()->title(), u"Remove your price of qwen2.5-72b from 1 Dec 2026?"_s);
    QCOMPARE(editor.removal()->text(),
             u"Nothing changes today: $6.40 in, $17.20 out holds. "
             "$5.00 in, $15.00 out from 1 Dec 2026 will not come into force."_s);
    editor.removal()->confirm();
    const auto change = changes.constFirst().constFirst().value<PriceChange>();
    QCOMPARE(change.after.size(), 1U);
    QCOMPARE(change.after.front().rates.input, 6'400'000'000);
}

QTEST_GUILESS_MAIN(PriceRemovalTest)
#include "tst_priceremoval.moc"
