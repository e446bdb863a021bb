// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/ledger.h"

#include <QTemporaryDir>
#include <QtTest>

#include <chrono>

/// Records as the ledger's tests need them.
namespace samples {

using namespace core;
using namespace std::chrono_literals;

/// 2026-11-20 10:30:00 UTC, a Friday.
inline constexpr Time Noon{std::chrono::seconds{1'795'170'600}};

inline Attribution by(const QByteArray &tenant, const QByteArray &model = "llama-8b")
{
    Attribution attribution;
    attribution.of(Dimension::Tenant) = tenant;
    attribution.of(Dimension::Model) = model;
    return attribution;
}

inline HoldRecord hold(quint64 number, Time at = Noon, const Attribution &who = by("research"))
{
    HoldRecord record;
    record.id = {number, ~number};
    record.admittedAt = at;
    record.attribution = who;
    record.bound = {Money::fromNanos(5'000'000), 4'096, 1};
    return record;
}

/// Ends that hold at `nanos`, with 30 + 4 + 3 prompt and 20 output tokens, and one delta.
inline SettlementRecord
settlement(const HoldRecord &hold, qint64 nanos, const QByteArray &bucket = {})
{
    SettlementRecord record;
    record.id = hold.id;
    record.attempt = hold.attempt;
    record.admittedAt = hold.admittedAt;
    record.settledAt = hold.admittedAt + 2s;
    record.attribution = hold.attribution;
    record.usage = {30, 4, 3, 20, 5, CountQuality::Reported};
    record.cost = Money::fromNanos(nanos);
    record.priceSource = "shipped 2026-11-01";
    record.httpStatus = 200;
    if (!bucket.isEmpty()) {
        record.deltas = {{bucket, nanos, Time{}}};
    }
    return record;
}

inline Budget budget(const QByteArray &selector, const QByteArray &window, Unit unit = Unit::Usd)
{
    Budget record;
    record.id = "b-0123456789ab";
    record.selector = Selector::parse(selector).value();
    record.window = Window::parse(window).value();
    record.unit = unit;
    record.limit = 1'000'000'000;
    return record;
}

inline std::unique_ptr<Ledger> opened(const QString &path)
{
    auto ledger = Ledger::open(path, Durability::Process);
    if (!ledger) {
        qFatal("%s", qPrintable(ledger.error().message));
    }
    return std::move(ledger).value();
}

/// A ledger in a folder of its own.
struct Fixture
{
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("ledger.db"));
    std::unique_ptr<Ledger> ledger = opened(path);

    [[nodiscard]] bool write(const std::vector<LedgerRecord> &batch) const
    {
        const Outcome written = ledger->write(batch);
        if (!written) {
            qWarning("%s", qPrintable(written.error().message));
        }
        return written.ok();
    }
    void reopen()
    {
        ledger.reset();
        ledger = opened(path);
    }
    [[nodiscard]] Money total() const { return ledger->sum(Time{}, Time::max()).value().cost; }
    [[nodiscard]] std::vector<QString> differences() const { return ledger->verify().value(); }
};

} // namespace samples
