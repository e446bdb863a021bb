// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "script.h"

#include <QByteArrayList>

#include <algorithm>
#include <array>
#include <limits>
#include <variant>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

using Member = std::variant<bool Script::*,
                            qint64 Script::*,
                            std::optional<qint64> Script::*,
                            std::optional<double> Script::*>;

struct Term
{
    QByteArrayView name;
    double byDefault; ///< NaN: the number has to be given
    Member member;    ///< takes the number
    int status = 0;   ///< the status it forces
};

constexpr double Required = std::numeric_limits<double>::quiet_NaN();
constexpr double LargestNumber = 1e9; // larger ones are slips, and would overflow microseconds

constexpr std::array Terms = {
    Term{"slow", 500, &Script::delayMs},
    Term{"ttft", Required, &Script::firstTokenMs},
    Term{"slow-tokens", 5, &Script::tokensPerSecond},
    Term{"hang", 1, &Script::hang},
    Term{"close-before-head", 1, &Script::closeBeforeHead},
    Term{"cut", 3, &Script::cutAfter},
    Term{"cut-mid-event", 3, &Script::cutInsideAfter},
    Term{"split", 1, &Script::splitBytes},
    Term{"429", 1, &Script::retryAfterSeconds, 429},
    Term{"500", 1, &Script::retryAfterSeconds, 500},
    Term{"503", 1, &Script::retryAfterSeconds, 503},
    Term{"malformed", 1, &Script::malformedAfter},
    Term{"error-mid-stream", 3, &Script::errorAfter},
    Term{"never-ending", 1, &Script::neverEnding},
    Term{"overshoot", 1, &Script::overshoot},
    Term{"hidden-prompt", 8, &Script::hiddenPromptTokens},
    Term{"usage-missing", 1, &Script::usageMissing},
    Term{"duplicate-usage", 1, &Script::duplicateUsage},
    Term{"crlf", 1, &Script::crlf},
    Term{"keepalive", 1, &Script::keepAlive},
    Term{"speculative", 4, &Script::speculative},
    Term{"tokens", Required, &Script::answerTokens},
    Term{"tool-call", 1, &Script::toolCall},
    Term{"reasoning", 8, &Script::reasoningTokens},
    Term{"cached", 16, &Script::cachedTokens},
};

void assign(bool &member, double value)
{
    member = value != 0;
}

void assign(qint64 &member, double value)
{
    member = static_cast<qint64>(value);
}

void assign(std::optional<qint64> &member, double value)
{
    member = static_cast<qint64>(value);
}

void assign(std::optional<double> &member, double value)
{
    member = value;
}

core::Error badTerm(const QByteArray &term, const QString &why)
{
    return {core::ErrorCode::InvalidInput,
            u"script: the term '%1' %2"_s.arg(QString::fromUtf8(term), why),
            u"the terms are listed in tests/vllm-sim/script.h"_s};
}

core::Result<core::Done> applyTerm(Script &script, const QByteArray &term)
{
    const qsizetype equals = term.indexOf('=');
    const QByteArray name = equals < 0 ? term : term.left(equals);
    const auto *const known =
        std::find_if(Terms.begin(), Terms.end(), [&](const Term &t) { return t.name == name; });
    if (known == Terms.end()) {
        return badTerm(term, u"is not known"_s);
    }
    bool isNumber = true;
    const double value = equals < 0 ? known->byDefault : term.mid(equals + 1).toDouble(&isNumber);
    if (!isNumber || !(value >= 0 && value <= LargestNumber)) {
        return badTerm(term, u"needs a number from 0 to 1e9"_s);
    }
    std::visit([&](auto member) { assign(script.*member, value); }, known->member);
    script.status = known->status != 0 ? known->status : script.status;
    return core::Done{};
}

} // namespace

core::Result<Script> Script::with(QByteArrayView text) const
{
    if (text.isEmpty()) { // nearly every request
        return *this;
    }
    Script changed = *this;
    QByteArray list = text.toByteArray();
    list.replace(',', ' ').replace(';', ' ');
    for (const QByteArray &term : list.simplified().split(' ')) {
        if (term.isEmpty()) {
            continue;
        }
        if (const auto applied = applyTerm(changed, term); !applied) {
            return applied.error();
        }
    }
    return changed;
}

core::Result<Script> Script::withMarksOf(const QByteArray &message) const
{
    constexpr QByteArrayView Open = "[[";
    constexpr QByteArrayView ScriptMark = "sim:";
    core::Result<Script> changed = *this;
    qsizetype at = message.indexOf(Open);
    while (at >= 0 && changed.ok()) {
        const qsizetype end = message.indexOf("]]", at);
        const QByteArray mark = message.mid(at + Open.size(), end - at - Open.size());
        if (end >= 0 && mark.startsWith(ScriptMark)) {
            changed = changed->with(QByteArrayView(mark).sliced(ScriptMark.size()));
        } else if (end >= 0 && mark.startsWith("tokens=")) {
            changed = changed->with(mark);
        }
        at = message.indexOf(Open, at + Open.size());
    }
    return changed;
}

} // namespace sim
