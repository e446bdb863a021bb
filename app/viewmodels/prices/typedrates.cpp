// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/prices/typedrates.h"

#include "app/viewmodels/prices/priceeditor.h"

#include <utility>

core::Result<core::Rates> typedrates::read(const Texts &texts)
{
    const QString &cached = texts.cached.trimmed().isEmpty() ? texts.input : texts.cached;
    // Whoever writes a cache is charged at least what reading fresh costs.
    const QString &write = texts.cacheWrite.trimmed().isEmpty() ? texts.input : texts.cacheWrite;
    core::Rates rates;
    using Field = std::pair<const QString *, qint64 core::Rates::*>;
    for (const auto &[text, rate] : {Field{&texts.input, &core::Rates::input},
                                     Field{&cached, &core::Rates::cachedInput},
                                     Field{&write, &core::Rates::cacheWrite},
                                     Field{&texts.output, &core::Rates::output}}) {
        const auto amount = rateFrom(*text);
        if (!amount.ok()) {
            return amount.error();
        }
        rates.*rate = *amount;
    }
    return rates;
}

typedrates::Texts typedrates::texts(const core::Rates &rates)
{
    const bool writesDiffer = rates.cacheWrite != rates.input;
    return {rateText(rates.input),
            rateText(rates.cachedInput),
            writesDiffer ? rateText(rates.cacheWrite) : QString(),
            rateText(rates.output)};
}
