// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/prices/priceeditor.h"

#include "app/viewmodels/formatting.h"
#include "app/viewmodels/sentences/sentences.h"
#include "app/viewmodels/typednumber.h"
#include "core/pricing/pricerecord.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using core::Money;

core::Result<qint64> rateFrom(const QString &text)
{
    const auto amount = typednumber::dollars(text);
    return amount.ok() ? core::Result<qint64>(amount->nanos()) : amount.error();
}

QString rateText(qint64 nanosPerMillion)
{
    return typednumber::amount(Money::fromNanos(nanosPerMillion));
}

namespace {

QString rateName(qint64 core::Rates::*rate)
{
    return rate == &core::Rates::input         ? PriceEditor::tr("Input")
           : rate == &core::Rates::cachedInput ? PriceEditor::tr("Cached input")
           : rate == &core::Rates::cacheWrite  ? PriceEditor::tr("Cache write")
                                               : PriceEditor::tr("Output");
}

QString sentenceFor(const core::PriceDoubt &doubt)
{
    const QString difference = doubt.isAbove
                                   //: %1 is "Output", %3 a price, %4 where it is from: "shipped"
                                   ? PriceEditor::tr("%1 is %2 times above the usual %3 (%4).")
                                   : PriceEditor::tr("%1 is %2 times below the usual %3 (%4).");
    return difference.arg(rateName(doubt.rate),
                          formatting::count(doubt.times),
                          formatting::exactDollars(Money::fromNanos(doubt.usual)),
                          priceSourceWord(doubt.source)) +
           u' ' + PriceEditor::tr("Was it meant per 1,000 tokens, or for another model?");
}

} // namespace

PriceEditor::PriceEditor(QObject *parent)
    : QObject(parent)
{
    connect(&m_removal, &PriceRemoval::confirmed, this, [this](const PriceChange &change) {
        m_touched = false;
        m_changing.reset();
        Q_EMIT changeRequested(change);
    });
}

void PriceEditor::setBooks(PriceBookPointer inForce, PriceBookPointer usual, core::Time now)
{
    m_inForce = std::move(inForce);
    m_usual = std::move(usual);
    m_now = now;
    if (!m_touched) {
        edit(m_model);
    }
    Q_EMIT changed();
}

const core::Price *PriceEditor::present() const
{
    return m_model.isEmpty() ? nullptr : m_inForce->find(m_model, m_now);
}

void PriceEditor::edit(const QString &model)
{
    m_model = model;
    m_name = model;
    m_fresh = false;
    m_changing.reset();
    fill(present());
    m_validFrom.clear();
    m_ownPrices.show(
        m_model.isEmpty() ? std::vector<core::Price>() : ownPricesOf(*m_inForce, ownName()), m_now);
    Q_EMIT changed();
}

void PriceEditor::fill(const core::Price *price)
{
    m_touched = false;
    m_refusal.clear();
    const auto text = [price](qint64 core::Rates::*rate) {
        return price != nullptr ? rateText(price->rates.*rate) : QString();
    };
    m_input = text(&core::Rates::input);
    m_cached = text(&core::Rates::cachedInput);
    m_output = text(&core::Rates::output);
    const bool writesDiffer = price != nullptr && price->rates.cacheWrite != price->rates.input;
    m_cacheWrite = writesDiffer ? rateText(price->rates.cacheWrite) : QString();
    const bool hasFee = price != nullptr && price->perRequest != Money();
    m_perRequest = hasFee ? typednumber::amount(price->perRequest) : QString();
    const bool hasAudio = price != nullptr && price->perAudioMinute;
    m_audioMinute = hasAudio ? typednumber::amount(*price->perAudioMinute) : QString();
}

void PriceEditor::begin()
{
    edit({});
    m_fresh = true;
    Q_EMIT changed();
}

void PriceEditor::put(QString &field, const QString &text)
{
    if (text != field) {
        field = text;
        m_touched = true;
        m_refusal.clear();
        Q_EMIT changed();
    }
}

core::Result<core::Price> PriceEditor::typed() const
{
    core::Price price;
    price.model = m_name.trimmed();
    const QString &cached = m_cached.trimmed().isEmpty() ? m_input : m_cached;
    // Whoever writes a cache is charged at least what reading fresh costs.
    const QString &cacheWrite = m_cacheWrite.trimmed().isEmpty() ? m_input : m_cacheWrite;
    using Field = std::pair<const QString *, qint64 core::Rates::*>;
    for (const auto &[text, rate] : {Field{&m_input, &core::Rates::input},
                                     Field{&cached, &core::Rates::cachedInput},
                                     Field{&cacheWrite, &core::Rates::cacheWrite},
                                     Field{&m_output, &core::Rates::output}}) {
        const auto read = rateFrom(*text);
        if (!read.ok()) {
            return read.error();
        }
        price.rates.*rate = *read;
    }
    if (const core::Outcome extras = readExtras(price); !extras.ok()) {
        return extras.error();
    }
    // Rates of long prompts are set by file or HTTP only; a change here must not lose them.
    if (const core::Price *before = m_fresh ? nullptr : edited();
        before != nullptr && before->source == core::PriceSource::User) {
        price.tiers = before->tiers;
    }
    price.source = core::PriceSource::User;
    price.sourceText = QStringLiteral("the window");
    price.sourceDate = formatting::local(m_now, QTimeZone::utc()).date().toString(Qt::ISODate);
    const core::Outcome possible = core::check(price);
    return possible.ok() ? core::Result<core::Price>(price) : possible.error();
}

core::Outcome PriceEditor::readExtras(core::Price &price) const
{
    const bool keepsDay = m_changing && m_changing->effectiveFrom == core::Time{};
    price.effectiveFrom = keepsDay ? core::Time{} : m_now;
    if (const QString minute = m_audioMinute.trimmed(); !minute.isEmpty()) {
        const auto amount = typednumber::dollars(minute);
        if (!amount.ok()) {
            return amount.error();
        }
        price.perAudioMinute = *amount;
    }
    if (const QString fee = m_perRequest.trimmed(); !fee.isEmpty()) {
        const auto amount = typednumber::dollars(fee);
        if (!amount.ok()) {
            return amount.error();
        }
        price.perRequest = *amount;
    }
    if (const QString from = m_validFrom.trimmed(); !from.isEmpty()) {
        const QDate day = QDate::fromString(from, Qt::ISODate);
        if (!day.isValid()) {
            return core::Error{core::ErrorCode::InvalidInput,
                               tr("“%1” is no day.").arg(from),
                               tr("Give one as 2026-12-01.")};
        }
        price.effectiveFrom =
            core::Time(std::chrono::seconds(day.startOfDay(QTimeZone::utc()).toSecsSinceEpoch()));
    }
    return core::Done{};
}

QString PriceEditor::errorText() const
{
    if (!m_refusal.isEmpty() || !m_touched) {
        return m_refusal;
    }
    const auto price = typed();
    return price.ok() ? QString() : sentences::of(price.error());
}

QString PriceEditor::doubtText() const
{
    const auto price = typed();
    if (!price.ok()) {
        return {};
    }
    QStringList doubts;
    for (const core::PriceDoubt &doubt : core::doubtsAbout(*price, *m_usual, m_now)) {
        doubts += sentenceFor(doubt);
    }
    return doubts.join(u'\n');
}

QString PriceEditor::exampleText() const
{
    const auto price = typed();
    if (!price.ok()) {
        return {};
    }
    core::TokenUsage usage;
    usage.input = 1000;
    usage.output = 500;
    const auto cost = core::charge(*price, usage);
    return cost.ok() ? tr("%1 tokens in, %2 out: %3")
                           .arg(formatting::count(usage.input),
                                formatting::count(usage.output),
                                formatting::callCost(*cost))
                     : QString();
}

std::optional<core::Price> PriceEditor::candidate() const
{
    const auto price = typed();
    return m_touched && price.ok() ? std::optional(*price) : std::nullopt;
}

bool PriceEditor::canSave() const
{
    return candidate().has_value();
}

void PriceEditor::save()
{
    const auto price = typed();
    if (m_touched && price.ok()) {
        const PriceChange change = withSaved(*price);
        m_model = m_changing ? m_model : price->model;
        m_fresh = false;
        m_touched = false;
        Q_EMIT changed();
        Q_EMIT changeRequested(change);
    }
}

bool PriceEditor::refuse(const QString &model, const QString &why)
{
    if (model != m_model) {
        return false;
    }
    m_refusal = why;
    m_touched = true;
    Q_EMIT changed();
    return true;
}
