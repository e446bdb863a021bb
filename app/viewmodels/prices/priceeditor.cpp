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
    const QString from = doubt.fromPromptTokens > 0
                             ? PriceEditor::tr("From %1 prompt tokens on:")
                                       .arg(formatting::count(doubt.fromPromptTokens)) +
                                   u' '
                             : QString();
    const QString difference = doubt.isAbove
                                   //: %1 is "Output", %3 a price, %4 where it is from: "shipped"
                                   ? PriceEditor::tr("%1 is %2 times above the usual %3 (%4).")
                                   : PriceEditor::tr("%1 is %2 times below the usual %3 (%4).");
    return from +
           difference.arg(rateName(doubt.rate),
                          formatting::count(doubt.times),
                          formatting::exactDollars(Money::fromNanos(doubt.usual)),
                          priceSourceWord(doubt.source)) +
           u' ' + PriceEditor::tr("Was it meant per 1,000 tokens, or for another model?");
}

/// What a call costs with so many tokens in, and five hundred out.
QString exampleFor(const core::Price &price, qint64 promptTokens)
{
    core::TokenUsage usage;
    usage.input = promptTokens;
    usage.output = 500;
    const auto cost = core::charge(price, usage);
    return cost.ok() ? PriceEditor::tr("%1 tokens in, %2 out: %3")
                           .arg(formatting::count(usage.input),
                                formatting::count(usage.output),
                                formatting::callCost(*cost))
                     : QString();
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
    connect(&m_tiers, &PriceTierList::edited, this, &PriceEditor::touch);
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
        touch();
    }
}

void PriceEditor::touch()
{
    m_touched = true;
    m_refusal.clear();
    Q_EMIT changed();
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
    QStringList examples{exampleFor(*price, 1000)};
    for (const core::Tier &tier : price->tiers) {
        examples += exampleFor(*price, tier.fromPromptTokens);
    }
    return examples.join(u'\n');
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
