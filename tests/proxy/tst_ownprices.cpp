// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person sets, takes away and takes back: in force at once, and again after a start.
#include "core/ledger/ledger.h"
#include "proxy/ledgerwriter.h"
#include "proxy/prices.h"

#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::Price;
using core::Time;

namespace {

const Time Now(std::chrono::hours(24 * 365 * 50));
constexpr std::chrono::hours Day{24};

class StillClock final : public core::Clock
{
public:
    [[nodiscard]] Time now() const override { return Now; }
};

Price price(qint64 input, Time from, core::PriceSource source = core::PriceSource::User)
{
    Price price;
    price.model = u"llama-8b"_s;
    price.rates = {input, input, input, input};
    price.effectiveFrom = from;
    price.source = source;
    price.sourceDate = u"2026-11-21"_s;
    return price;
}

} // namespace

class TstOwnPrices : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    StillClock m_clock;
    std::unique_ptr<proxy::LedgerWriter> m_ledger;
    std::unique_ptr<proxy::Prices> m_prices;

    void begin()
    {
        m_prices.reset();
        m_ledger.reset();
        m_ledger =
            proxy::LedgerWriter::start(m_folder.filePath(u"ledger.db"_s), core::Durability::Process)
                .value();
        const core::PriceBook shipped({price(1'000'000'000, {}, core::PriceSource::Shipped)});
        m_prices = std::make_unique<proxy::Prices>(shipped, *m_ledger, m_clock);
        const auto state = m_ledger->ask([](core::Ledger &ledger) { return ledger.load(); });
        QVERIFY(state.ok());
        QVERIFY(m_prices->restore(*state).ok());
    }
    core::Outcome set(const std::vector<Price> &prices)
    {
        std::promise<core::Outcome> done;
        m_prices->setOwn(u"Llama-8B"_s, prices, [&done](const core::Outcome &outcome) {
            done.set_value(outcome);
        });
        return done.get_future().get();
    }
    [[nodiscard]] qint64 inputAt(Time at) const
    {
        return m_prices->current()->find(u"llama-8b", at)->rates.input;
    }

private Q_SLOTS:
    void init() { begin(); }

    void replacesAllOfANameInOneGo()
    {
        QVERIFY(set({price(2'000'000'000, Now - Day), price(3'000'000'000, Now + Day)}).ok());
        QCOMPARE(inputAt(Now), 2'000'000'000);
        QCOMPARE(inputAt(Now + 2 * Day), 3'000'000'000);
        QVERIFY(set({price(4'000'000'000, Now - Day)}).ok());
        QCOMPARE(inputAt(Now), 4'000'000'000);
        QCOMPARE(inputAt(Now + 2 * Day), 4'000'000'000); // the planned one is gone
        begin();                                         // as after a start
        QCOMPARE(inputAt(Now), 4'000'000'000);
        QCOMPARE(inputAt(Now + 2 * Day), 4'000'000'000);
    }

    void takesAllAwayAndBack()
    {
        QVERIFY(set({price(2'000'000'000, Now - Day)}).ok());
        QVERIFY(set({}).ok());
        QCOMPARE(inputAt(Now), 1'000'000'000); // the shipped one
        QVERIFY(set({price(2'000'000'000, Now - Day)}).ok());
        begin();
        QCOMPARE(inputAt(Now), 2'000'000'000);
        QVERIFY(set({}).ok());
        begin();
        QCOMPARE(inputAt(Now), 1'000'000'000);
    }

    void changesNothingWhereOneOfThemCannotBe()
    {
        QVERIFY(set({price(2'000'000'000, Now - Day)}).ok());
        QVERIFY(!set({price(3'000'000'000, Now - Day), price(-1, Now + Day)}).ok());
        QCOMPARE(inputAt(Now), 2'000'000'000);
        QVERIFY(set({}).ok());
        QVERIFY(!set({}).ok()); // there is none to take away
    }
};

QTEST_GUILESS_MAIN(TstOwnPrices)
#include "tst_ownprices.moc"
