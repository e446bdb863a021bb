// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/activity/correctioneditor.h"

#include "app/viewmodels/formatting.h"
#include "app/viewmodels/sentences/sentences.h"
#include "app/viewmodels/typednumber.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
/// No model has a longer context; more is a slip of the finger.
constexpr qint64 MostTokens = 100'000'000;

std::optional<qint64> tokensFrom(const QString &text)
{
    const auto tokens = typednumber::whole(text);
    return tokens.ok() && *tokens <= MostTokens ? std::optional(*tokens) : std::nullopt;
}
} // namespace

void CorrectionEditor::setPrices(std::shared_ptr<const core::PriceBook> prices)
{
    m_prices = std::move(prices);
    Q_EMIT changed();
}

void CorrectionEditor::show(const core::RequestStory &story)
{
    const auto isRecovered = [](const core::AttemptStory &attempt) {
        return attempt.settled && attempt.settled->ending == core::Ending::Recovered;
    };
    const auto last = std::find_if(story.attempts.rbegin(), story.attempts.rend(), isRecovered);
    if (m_attempt && m_id == story.id && m_touched) {
        return; // the story was read again while somebody types
    }
    clear();
    m_id = story.id;
    if (last != story.attempts.rend()) {
        m_attempt = *last;
    }
    Q_EMIT changed();
}

void CorrectionEditor::clear()
{
    m_attempt.reset();
    m_input.clear();
    m_output.clear();
    m_reason.clear();
    m_refusal.clear();
    m_touched = false;
    Q_EMIT changed();
}

void CorrectionEditor::refuse(const core::RequestId &id, const QString &why)
{
    if (m_id == id) {
        m_refusal = sentences::translated(why);
        Q_EMIT changed();
    }
}

void CorrectionEditor::put(QString &field, const QString &text)
{
    if (text != field) {
        field = text;
        m_touched = true;
        m_refusal.clear();
        Q_EMIT changed();
    }
}

QString CorrectionEditor::chargedText() const
{
    if (!m_attempt) {
        return {};
    }
    const QString cost = formatting::exactMoney(m_attempt->costNow());
    return m_attempt->corrected
               ? tr("Corrected to %1. It can be corrected again.").arg(cost)
               : tr("Was open when Capstan stopped, so it was charged the most it could cost: %1.")
                     .arg(cost);
}

core::Result<CallCorrection> CorrectionEditor::typed() const
{
    using core::Error;
    using core::ErrorCode;
    const auto input = tokensFrom(m_input);
    const auto output = tokensFrom(m_output);
    if (!m_attempt || !input || !output) {
        return Error{ErrorCode::InvalidInput,
                     tr("Both counts are needed."),
                     tr("Write whole numbers of tokens, as vLLM's log or the client shows them.")};
    }
    const QString model = QString::fromUtf8(m_attempt->attribution.of(core::Dimension::Model));
    const core::Price *price = m_prices->find(model, m_attempt->admittedAt);
    if (price == nullptr) {
        return Error{ErrorCode::NotFound,
                     tr("%1 has no price.").arg(model),
                     tr("Set one under Models & prices.")};
    }
    CallCorrection correction{
        .id = m_id, .attempt = m_attempt->attempt, .usage = {}, .cost = {}, .reason = {}};
    correction.usage.input = *input;
    correction.usage.output = *output;
    correction.usage.quality = core::CountQuality::Estimated;
    const auto cost = core::charge(*price, correction.usage);
    if (!cost.ok()) {
        return cost.error();
    }
    correction.cost = *cost;
    const QString reason = m_reason.trimmed();
    correction.reason = (reason.isEmpty() ? tr("corrected in the window") : reason).toUtf8();
    return correction;
}

QString CorrectionEditor::errorText() const
{
    if (!m_refusal.isEmpty() || !m_touched || m_input.isEmpty() || m_output.isEmpty()) {
        return m_refusal;
    }
    const auto correction = typed();
    return correction.ok() ? QString() : sentences::of(correction.error());
}

QString CorrectionEditor::costText() const
{
    const auto correction = typed();
    if (!m_touched || !correction.ok()) {
        return {};
    }
    const core::Money less = m_attempt->costNow() - correction->cost;
    return less >= core::Money()
               ? tr("Comes to %1; gives back %2")
                     .arg(formatting::exactMoney(correction->cost), formatting::exactMoney(less))
               : tr("Comes to %1; charges %2 more")
                     .arg(formatting::exactMoney(correction->cost),
                          formatting::exactMoney(core::Money() - less));
}

bool CorrectionEditor::canSave() const
{
    return m_touched && m_refusal.isEmpty() && typed().ok();
}

void CorrectionEditor::save()
{
    const auto correction = typed();
    if (canSave() && correction.ok()) {
        m_touched = false;
        Q_EMIT saveRequested(*correction);
    }
}
