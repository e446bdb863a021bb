// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/prices.h"

#include "core/ledger/ledger.h"
#include "core/pricing/pricerecord.h"
#include "proxy/ledgerwriter.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

namespace proxy {

using core::Price;
using core::PriceSource;

namespace {
bool isSame(const Price &a, const Price &b)
{
    return a.source == b.source && a.effectiveFrom == b.effectiveFrom &&
           a.model.compare(b.model, Qt::CaseInsensitive) == 0;
}

bool isOwn(const Price &price, const QString &model)
{
    return price.source == PriceSource::User &&
           price.model.compare(model, Qt::CaseInsensitive) == 0;
}

std::vector<Price> only(const std::vector<Price> &prices, PriceSource source)
{
    std::vector<Price> some;
    std::ranges::copy_if(prices, std::back_inserter(some), [source](const Price &price) {
        return price.source == source;
    });
    return some;
}

QString today(core::Time now)
{
    const auto milliseconds = std::chrono::floor<std::chrono::milliseconds>(now.time_since_epoch());
    return QDateTime::fromMSecsSinceEpoch(milliseconds.count(), Qt::UTC)
        .date()
        .toString(Qt::ISODate);
}
} // namespace

Prices::Prices(core::PriceBook base, LedgerWriter &ledger, const core::Clock &clock)
    : m_base(std::move(base))
    , m_ledger(ledger)
    , m_clock(clock)
{
    rebuild();
}

core::Outcome Prices::restore(const core::LedgerState &state)
{
    for (const core::SettingRecord &setting : state.settings) {
        auto price = core::priceIn(setting);
        if (!price.ok()) {
            return price.error();
        }
        if (*price) {
            m_overlay.push_back(**std::move(price));
        }
    }
    rebuild();
    return core::Done{};
}

std::shared_ptr<const core::PriceBook> Prices::current() const
{
    const std::lock_guard lock(m_mutex);
    return m_current;
}

std::shared_ptr<const core::PriceBook> Prices::withoutOwn() const
{
    const std::lock_guard lock(m_mutex);
    return m_withoutOwn;
}

void Prices::rebuild()
{
    auto book = std::make_shared<const core::PriceBook>(m_base.with(m_overlay));
    auto withoutOwn = std::make_shared<const core::PriceBook>(
        m_base.with(only(m_overlay, PriceSource::Imported)));
    const std::lock_guard lock(m_mutex);
    m_current = std::move(book);
    m_withoutOwn = std::move(withoutOwn);
}

void Prices::change(Change change, Answer answer)
{
    m_ledger.run(
        [this, change = std::move(change), answer = std::move(answer)](core::Ledger &ledger) {
            std::vector<Price> overlay = m_overlay;
            std::vector<core::LedgerRecord> records;
            for (core::SettingRecord &record : change(overlay)) {
                records.emplace_back(std::move(record));
            }
            if (records.empty()) {
                answer(core::Error{core::ErrorCode::NotFound,
                                   QStringLiteral("There is no such price of your own."),
                                   QStringLiteral("GET /api/admin/prices lists them.")});
                return;
            }
            const core::Outcome written = ledger.write(records);
            if (written.ok()) {
                m_overlay = std::move(overlay);
                rebuild();
            }
            answer(written);
        });
}

void Prices::set(const Price &price, const Answer &answer)
{
    Price own = price;
    own.source = PriceSource::User;
    if (own.sourceDate.isEmpty()) {
        own.sourceDate = today(m_clock.now());
    }
    if (const core::Outcome sound = core::check(own); !sound.ok()) {
        answer(sound);
        return;
    }
    change(
        [own](std::vector<Price> &overlay) {
            std::erase_if(overlay, [&own](const Price &other) { return isSame(own, other); });
            overlay.push_back(own);
            return std::vector{core::storedPrice(own)};
        },
        answer);
}

void Prices::remove(const QString &model, const Answer &answer)
{
    change(
        [model](std::vector<Price> &overlay) {
            std::vector<core::SettingRecord> records;
            std::erase_if(overlay, [&](const Price &price) {
                const bool goes = isOwn(price, model);
                if (goes) {
                    records.push_back(core::removedPrice(price));
                }
                return goes;
            });
            return records;
        },
        answer);
}

void Prices::setOwn(const QString &model, const std::vector<Price> &prices, const Answer &answer)
{
    for (const Price &price : prices) {
        if (const core::Outcome sound = core::check(price); !sound.ok()) {
            answer(sound);
            return;
        }
    }
    change(
        [model, prices](std::vector<Price> &overlay) {
            std::vector<core::SettingRecord> records;
            std::erase_if(overlay, [&](const Price &price) {
                const bool goes = isOwn(price, model);
                if (goes) {
                    records.push_back(core::removedPrice(price));
                }
                return goes;
            });
            for (Price price : prices) {
                price.source = PriceSource::User;
                records.push_back(core::storedPrice(price)); // after its own removal
                overlay.push_back(std::move(price));
            }
            return records;
        },
        answer);
}

void Prices::import(std::vector<Price> prices, const Answer &answer)
{
    change(
        [prices = std::move(prices)](std::vector<Price> &overlay) {
            std::vector<core::SettingRecord> records;
            for (const Price &before : only(overlay, PriceSource::Imported)) {
                records.push_back(core::removedPrice(before));
            }
            overlay = only(overlay, PriceSource::User);
            for (Price price : prices) {
                price.source = PriceSource::Imported;
                records.push_back(core::storedPrice(price));
                overlay.push_back(std::move(price));
            }
            return records;
        },
        answer);
}

} // namespace proxy
