// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "script.h"

#include <QHash>

#include <limits>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

struct Term
{
    double byDefault; ///< NaN: the number has to be given
    void (*apply)(Script &script, double value);
};

qint64 whole(double value)
{
    return static_cast<qint64>(value);
}

constexpr double Required = std::numeric_limits<double>::quiet_NaN();
constexpr double LargestNumber = 1e9; // larger ones are slips, and would overflow microseconds

const QHash<QByteArray, Term> &terms()
{
    static const QHash<QByteArray, Term> all = {
        {"slow",
         {500,
          [](Script &s, double v) {
              s.delayMs = whole(v);
          }}},
        {"ttft",
         {Required,
          [](Script &s, double v) {
              s.firstTokenMs = whole(v);
          }}},
        {"slow-tokens",
         {5,
          [](Script &s, double v) {
              s.tokensPerSecond = v;
          }}},
        {"hang",
         {1,
          [](Script &s, double) {
              s.hang = true;
          }}},
        {"close-before-head",
         {1,
          [](Script &s, double) {
              s.closeBeforeHead = true;
          }}},
        {"cut",
         {3,
          [](Script &s, double v) {
              s.cutAfter = whole(v);
          }}},
        {"cut-mid-event",
         {3,
          [](Script &s, double v) {
              s.cutInsideAfter = whole(v);
          }}},
        {"split",
         {1,
          [](Script &s, double v) {
              s.splitBytes = whole(v);
          }}},
        {"429",
         {1,
          [](Script &s, double v) {
              s.status = 429;
              s.retryAfterSeconds = whole(v);
          }}},
        {"500",
         {1,
          [](Script &s, double) {
              s.status = 500;
          }}},
        {"503",
         {1,
          [](Script &s, double) {
              s.status = 503;
          }}},
        {"malformed",
         {1,
          [](Script &s, double v) {
              s.malformedAfter = whole(v);
          }}},
        {"error-mid-stream",
         {3,
          [](Script &s, double v) {
              s.errorAfter = whole(v);
          }}},
        {"never-ending",
         {1,
          [](Script &s, double) {
              s.neverEnding = true;
          }}},
        {"overshoot",
         {1,
          [](Script &s, double v) {
              s.overshoot = whole(v);
          }}},
        {"usage-missing",
         {1,
          [](Script &s, double) {
              s.usageMissing = true;
          }}},
        {"duplicate-usage",
         {1,
          [](Script &s, double) {
              s.duplicateUsage = true;
          }}},
        {"crlf",
         {1,
          [](Script &s, double) {
              s.crlf = true;
          }}},
        {"keepalive",
         {1,
          [](Script &s, double) {
              s.keepAlive = true;
          }}},
        {"speculative",
         {4,
          [](Script &s, double v) {
              s.speculative = whole(v);
          }}},
        {"tokens",
         {Required,
          [](Script &s, double v) {
              s.answerTokens = whole(v);
          }}},
        {"tool-call",
         {1,
          [](Script &s, double) {
              s.toolCall = true;
          }}},
        {"reasoning",
         {8,
          [](Script &s, double v) {
              s.reasoningTokens = whole(v);
          }}},
        {"cached",
         {16,
          [](Script &s, double v) {
              s.cachedTokens = whole(v);
          }}},
    };
    return all;
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
    const auto known = terms().constFind(equals < 0 ? term : term.left(equals));
    if (known == terms().constEnd()) {
        return badTerm(term, u"is not known"_s);
    }
    bool isNumber = true;
    const double value = equals < 0 ? known->byDefault : term.mid(equals + 1).toDouble(&isNumber);
    if (!isNumber || !(value >= 0 && value <= LargestNumber)) {
        return badTerm(term, u"needs a number from 0 to 1e9"_s);
    }
    known->apply(script, value);
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
