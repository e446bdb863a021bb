// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What was typed into the correction of a call, as the ledger takes it.
#include "app/viewmodels/activity/correctioneditor.h"
#include "app/viewmodels/typednumber.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace {
/// No model has a longer context; more is a slip of the finger.
constexpr qint64 MostTokens = 100'000'000;

std::optional<qint64> tokensFrom(const QString &text)
{
    const auto tokens = typednumber::whole(text);
    return tokens.ok() && *tokens <= MostTokens ? std::optional(*tokens) : std::nullopt;
}
} // namespace

core::TokenUsage CorrectionEditor::usageNow() const
{
    return m_attempt->corrected ? m_attempt->corrected->usage
           : m_attempt->settled ? m_attempt->settled->usage
                                : core::TokenUsage();
}

core::Result<core::TokenUsage> CorrectionEditor::typedUsage() const
{
    const auto isEmpty = [](const QString *text) {
        return text->trimmed().isEmpty();
    };
    const std::array optional{&m_cached, &m_cacheWrite, &m_reasoning};
    const bool noCounts =
        isEmpty(&m_input) && isEmpty(&m_output) && std::ranges::all_of(optional, isEmpty);
    if (noCounts && !isEmpty(&m_cost)) {
        return usageNow();
    }
    core::TokenUsage usage;
    using Field = std::pair<const QString *, qint64 core::TokenUsage::*>;
    for (const auto &[text, count] : {Field{&m_input, &core::TokenUsage::input},
                                      Field{&m_output, &core::TokenUsage::output},
                                      Field{&m_cached, &core::TokenUsage::cachedInput},
                                      Field{&m_cacheWrite, &core::TokenUsage::cacheWrite},
                                      Field{&m_reasoning, &core::TokenUsage::reasoning}}) {
        const bool mayBeEmpty = text != &m_input && text != &m_output;
        const auto tokens =
            mayBeEmpty && isEmpty(text) ? std::optional<qint64>(0) : tokensFrom(*text);
        if (!tokens) {
            return core::Error{
                core::ErrorCode::InvalidInput,
                tr("Both counts are needed."),
                tr("Write whole numbers of tokens, as vLLM's log or the client shows them.")};
        }
        usage.*count = *tokens;
    }
    if (usage.reasoning > usage.output) {
        return core::Error{core::ErrorCode::InvalidInput,
                           tr("Reasoning is a part of the answer, and cannot be more."),
                           {}};
    }
    usage.quality = core::CountQuality::Estimated;
    return usage;
}

core::Result<core::Money> CorrectionEditor::typedCost(const core::TokenUsage &usage) const
{
    if (!m_cost.trimmed().isEmpty()) {
        return typednumber::dollars(m_cost);
    }
    const QString model = QString::fromUtf8(m_attempt->attribution.of(core::Dimension::Model));
    const core::Price *price = m_prices->find(model, m_attempt->admittedAt);
    if (price == nullptr) {
        return core::Error{core::ErrorCode::NotFound,
                           tr("%1 has no price.").arg(model),
                           tr("Set one under Models & prices, or write what it cost.")};
    }
    return core::charge(*price, usage);
}

core::Result<CallCorrection> CorrectionEditor::typed() const
{
    if (!m_attempt) {
        return core::Error{core::ErrorCode::NotFound, tr("There is nothing to correct."), {}};
    }
    const auto usage = typedUsage();
    if (!usage.ok()) {
        return usage.error();
    }
    const auto cost = typedCost(*usage);
    if (!cost.ok()) {
        return cost.error();
    }
    const QString reason = m_reason.trimmed();
    const QString by = m_by.trimmed();
    return CallCorrection{.id = m_id,
                          .attempt = m_attempt->attempt,
                          .usage = *usage,
                          .cost = *cost,
                          .by = by.isEmpty() ? QByteArrayLiteral("owner") : by.toUtf8(),
                          .reason =
                              (reason.isEmpty() ? tr("corrected in the window") : reason).toUtf8()};
}
