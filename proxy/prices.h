// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/pricing/pricebook.h"

#include <QString>

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace core {
struct LedgerState;
struct SettingRecord;
} // namespace core

namespace proxy {

class LedgerWriter;

/// The price book that is in force, with what a person sets or imports laid over what was shipped
/// and configured. A change is durable first and then holds for the next call. Any thread;
/// answers come from the writer's thread, or at once from the caller's.
///
/// Failure: a change that cannot be written changes nothing.
class Prices
{
public:
    Prices(core::PriceBook base, LedgerWriter &ledger, const core::Clock &clock);

    /// Puts back what was set and imported earlier. Once, before the first call. An error names a
    /// stored price that cannot be read: a model must not become unpriced in silence.
    [[nodiscard]] core::Outcome restore(const core::LedgerState &state);

    /// The book in force. Keep it as long as a Price of it is used.
    [[nodiscard]] std::shared_ptr<const core::PriceBook> current() const;
    /// Without what a person set: what a price set by hand is compared with.
    [[nodiscard]] std::shared_ptr<const core::PriceBook> withoutOwn() const;

    using Answer = std::function<void(core::Outcome)>;
    /// A person's own price; replaces an earlier one of that name and date.
    void set(const core::Price &price, const Answer &answer);
    /// Takes a person's own prices of that name away; NotFound when there are none.
    void remove(const QString &model, const Answer &answer);
    /// A person's own prices of that name become these, each from its first day on, in one go;
    /// none of them takes all away.
    void setOwn(const QString &model, const std::vector<core::Price> &prices, const Answer &answer);
    /// Replaces all imported prices by these.
    void import(std::vector<core::Price> prices, const Answer &answer);

private:
    using Change = std::function<std::vector<core::SettingRecord>(std::vector<core::Price> &)>;
    void change(Change change, Answer answer);
    void rebuild();

    const core::PriceBook m_base;
    LedgerWriter &m_ledger;
    const core::Clock &m_clock;
    std::vector<core::Price> m_overlay; ///< the writer thread's, after restore()

    mutable std::mutex m_mutex; ///< guards what follows
    std::shared_ptr<const core::PriceBook> m_current;
    std::shared_ptr<const core::PriceBook> m_withoutOwn;
};

} // namespace proxy
