// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/whatif/traffic.h"
#include "core/whatif/whatif.h"

#include <map>
#include <utility>

namespace core {

/// Adds up what a replay finds, call by call.
class Tally
{
public:
    explicit Tally(const WhatIfQuestion &question)
        : m_question(question)
    {}

    struct Verdict
    {
        Replayed would = Replayed::Admitted;
        Money costs;
        bool warned = false;
    };
    void count(const RecordedCall &call, const Verdict &verdict);
    /// A refusal, by a budget's bucket or by a rule in a namespace.
    void refuse(const RecordedCall &call, const QByteArray &who, const QByteArray &label);
    [[nodiscard]] WhatIfAnswer finish();

private:
    const WhatIfQuestion &m_question;
    std::map<std::pair<QByteArray, QByteArray>, WhatIfAnswer::Hit> m_hits;
    WhatIfAnswer m_answer;
};

} // namespace core
