// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of PriceEditor that shows a price in its fields, and reads one from them.
#include "app/viewmodels/formatting.h"
#include "app/viewmodels/prices/priceeditor.h"
#include "app/viewmodels/prices/typedrates.h"
#include "app/viewmodels/typednumber.h"

using namespace Qt::StringLiterals;
using core::Money;

namespace {

constexpr QLatin1StringView Window{"the window"}; ///< as the ledger keeps it, in every language

core::Result<QDate> dayFrom(const QString &text)
{
    const QDate day = QDate::fromString(text, Qt::ISODate);
    return day.isValid() ? core::Result<QDate>(day)
                         : core::Error{core::ErrorCode::InvalidInput,
                                       PriceEditor::tr("“%1” is no day.").arg(text),
                                       PriceEditor::tr("Give one as 2026-12-01.")};
}

/// Nothing for an empty field.
core::Result<std::optional<Money>> feeFrom(const QString &text)
{
    if (text.trimmed().isEmpty()) {
        return std::optional<Money>();
    }
    const auto amount = typednumber::dollars(text.trimmed());
    return amount.ok() ? core::Result<std::optional<Money>>(*amount) : amount.error();
}

} // namespace

bool isOfTheWindow(const core::Price &price)
{
    return price.source == core::PriceSource::User && price.sourceText == Window;
}

void PriceEditor::fill(const core::Price *price)
{
    const core::Price shown = price != nullptr ? *price : core::Price();
    const auto rates = price != nullptr ? typedrates::texts(shown.rates) : typedrates::Texts();
    m_input = rates.input;
    m_cached = rates.cached;
    m_cacheWrite = rates.cacheWrite;
    m_output = rates.output;
    const bool hasFee = shown.perRequest != Money();
    m_perRequest = hasFee ? typednumber::amount(shown.perRequest) : QString();
    m_audioMinute = shown.perAudioMinute ? typednumber::amount(*shown.perAudioMinute) : QString();
    // Figures of somebody else's that a person changes are no longer his.
    const bool isSaid = shown.source == core::PriceSource::User && !isOfTheWindow(shown);
    m_source = isSaid ? shown.sourceText : QString();
    m_sourceDay = isSaid ? shown.sourceDate : QString();
    m_tiers.begin(shown.tiers);
    m_touched = false;
    m_refusal.clear();
}

core::Result<core::Price> PriceEditor::typed() const
{
    core::Price price;
    price.model = m_name.trimmed();
    price.source = core::PriceSource::User;
    const auto rates = typedrates::read({m_input, m_cached, m_cacheWrite, m_output});
    if (!rates.ok()) {
        return rates.error();
    }
    price.rates = *rates;
    const auto tiers = m_tiers.tiers();
    if (!tiers.ok()) {
        return tiers.error();
    }
    price.tiers = *tiers;
    if (const core::Outcome extras = readExtras(price); !extras.ok()) {
        return extras.error();
    }
    if (const core::Outcome source = readSource(price); !source.ok()) {
        return source.error();
    }
    const core::Outcome possible = core::check(price);
    return possible.ok() ? core::Result<core::Price>(price) : possible.error();
}

core::Outcome PriceEditor::readExtras(core::Price &price) const
{
    const auto minute = feeFrom(m_audioMinute);
    const auto fee = feeFrom(m_perRequest);
    if (!minute.ok() || !fee.ok()) {
        return minute.ok() ? fee.error() : minute.error();
    }
    price.perAudioMinute = *minute;
    price.perRequest = fee->value_or(Money());
    const bool keepsDay = m_changing && m_changing->effectiveFrom == core::Time{};
    price.effectiveFrom = keepsDay ? core::Time{} : m_now;
    if (const QString from = m_validFrom.trimmed(); !from.isEmpty()) {
        const auto day = dayFrom(from);
        if (!day.ok()) {
            return day.error();
        }
        price.effectiveFrom =
            core::Time(std::chrono::seconds(day->startOfDay(QTimeZone::utc()).toSecsSinceEpoch()));
    }
    return core::Done{};
}

core::Outcome PriceEditor::readSource(core::Price &price) const
{
    const QString source = m_source.trimmed();
    price.sourceText = source.isEmpty() ? QString(Window) : source;
    QDate day = formatting::local(m_now, QTimeZone::utc()).date();
    if (const QString typedDay = m_sourceDay.trimmed(); !typedDay.isEmpty()) {
        const auto read = dayFrom(typedDay);
        if (!read.ok()) {
            return read.error();
        }
        day = *read;
    }
    price.sourceDate = day.toString(Qt::ISODate);
    return core::Done{};
}
