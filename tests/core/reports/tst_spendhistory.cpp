// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

#include "core/reports/spendhistory.h"

using namespace samples;
using namespace Qt::StringLiterals;

class TestSpendHistory : public QObject
{
    Q_OBJECT

    quint64 m_number = 0;

    void spend(Fixture &books, const char *tenant, qint64 nanos, Time at)
    {
        const HoldRecord record = hold(++m_number, at, by(tenant, "model-of-"_ba + tenant));
        QVERIFY(books.write({record, settlement(record, nanos)}));
    }
    [[nodiscard]] static SpendHistory read(const Fixture &books, const SpendHistoryQuery &query)
    {
        return SpendHistoryReader::open(books.path).value()->read(query).value();
    }

private Q_SLOTS:
    // Three steps of an hour: 08:30 to 11:30.
    void addsUpEachStep()
    {
        Fixture books;
        spend(books, "a", 1, Noon - 1h);         // 09:30: the second step begins
        spend(books, "a", 2, Noon - 1min);       // 10:29: its last minute
        spend(books, "a", 4, Noon);              // 10:30: the third
        spend(books, "b", 8, Noon - 2h);         // 08:30: the first
        spend(books, "b", 16, Noon - 2h - 1min); // 08:29: before
        const auto history = read(books, {Dimension::Tenant, Noon - 2h, Noon + 1h, 3'600s, 20});
        QCOMPARE(history.lines.size(), std::size_t{2});
        QCOMPARE(history.lines[0].name, "b"_ba); // 8 is more than 1 + 2 + 4
        const auto nanos = [](std::initializer_list<qint64> list) {
            std::vector<Money> amounts;
            for (const qint64 each : list) {
                amounts.push_back(Money::fromNanos(each));
            }
            return amounts;
        };
        QCOMPARE(history.lines[0].spent, nanos({8, 0, 0}));
        QCOMPARE(history.lines[1].spent, nanos({0, 3, 4}));
        QCOMPARE(history.rest, nanos({0, 0, 0}));
    }

    void groupsByAnyDimension()
    {
        Fixture books;
        spend(books, "a", 1, Noon);
        const auto history = read(books, {Dimension::Model, Noon - 1h, Noon + 1h, 60s, 20});
        QCOMPARE(history.lines.front().name, "model-of-a"_ba);
        const auto unkeyed = read(books, {Dimension::Key, Noon - 1h, Noon + 1h, 60s, 20});
        QCOMPARE(unkeyed.lines.front().name, QByteArray()); // no call named one
    }

    void putsTheRestTogether()
    {
        Fixture books;
        for (const char *tenant : {"a", "b", "c"}) {
            spend(books, tenant, 10, Noon);
        }
        const auto history = read(books, {Dimension::Tenant, Noon, Noon + 1min, 60s, 1});
        QCOMPARE(history.lines.size(), std::size_t{1});
        QCOMPARE(history.rest.front().nanos(), 20);
    }

    void refusesMoreStepsThanAnybodySees()
    {
        const Fixture books;
        const auto reader = SpendHistoryReader::open(books.path).value();
        QVERIFY(!reader->read({Dimension::Tenant, Noon - 24h * 30, Noon, 60s, 20}).ok());
        QVERIFY(!reader->read({Dimension::Tenant, Noon, Noon, 60s, 20}).ok());
    }
};

QTEST_GUILESS_MAIN(TestSpendHistory)
#include "tst_spendhistory.moc"
