// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/budget/budgetengine.h"
#include "core/ledger/records.h"
#include "core/reports/attributions.h"

#include <vector>

namespace core {

/// One recorded request, as small as a million of them allow.
struct RecordedCall
{
    Time at{};
    Time endedAt{}; ///< settled or released; Time::max() while it runs; `at` of a refusal
    RequestId id;
    qint64 attribution = 0; ///< of Traffic::attributionOf
    qint64 tags = 0;
    Amounts bound;
    Amounts actual; ///< nothing of a release or a refusal
    TokenUsage usage;
    int attempt = 1;
    bool wasAdmitted = true;
    bool wasDowngraded = false;
    int asked = 0; ///< of Traffic::askedModel; 0: the model it was served by
};

/// Recorded calls admitted, or refused by a budget, in a span, oldest first. Refusals by a policy
/// count when they are wanted.
///
/// Failure: the connection's error.
class Traffic
{
public:
    explicit Traffic(Connection &connection)
        : m_connection(connection)
        , m_attributions(connection)
    {}

    enum class PolicyRefusals : quint8 { Without, With };
    [[nodiscard]] Result<std::vector<RecordedCall>> in(Span span, PolicyRefusals refusals);
    /// The model that a downgraded call asked for.
    [[nodiscard]] QByteArray askedModel(const RecordedCall &call) const
    {
        return call.asked == 0 ? QByteArray()
                               : m_askedModels[static_cast<std::size_t>(call.asked - 1)];
    }
    /// Null when it cannot be read. Lives as long as this object.
    [[nodiscard]] const Attribution *attributionOf(const RecordedCall &call);

private:
    [[nodiscard]] bool readSettled(Span span, std::vector<RecordedCall> &calls);
    [[nodiscard]] bool readUnsettled(Span span, std::vector<RecordedCall> &calls);
    [[nodiscard]] bool
    readRefused(Span span, PolicyRefusals refusals, std::vector<RecordedCall> &calls);
    [[nodiscard]] int askedIn(const QByteArray &reason);

    Connection &m_connection;
    Attributions m_attributions;
    std::vector<QByteArray> m_askedModels;
    QHash<std::pair<qint64, qint64>, Attribution> m_known;
};

} // namespace core
