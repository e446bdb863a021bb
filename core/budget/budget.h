// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"
#include "core/budget/selector.h"
#include "core/budget/window.h"

#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace core {

enum class Unit : quint8 { Usd, Tokens, Requests };
enum class BudgetMode : quint8 { Enforce, Audit }; ///< Audit counts and alerts, refuses nothing
enum class HardAction : quint8 { Refuse, Downgrade, Queue };

/// What happens from the first soft mark on, beside the warning.
struct SoftActions
{
    struct Downgrade
    {
        std::vector<QByteArray> from; ///< model names; "*" is any
        QByteArray to;
        friend bool operator==(const Downgrade &, const Downgrade &) = default;
    };
    std::vector<Downgrade> downgrades;    ///< first match wins
    std::vector<QByteArray> disableTools; ///< names taken out of the forwarded `tools`

    friend bool operator==(const SoftActions &, const SoftActions &) = default;
};

/// More room for a while, on top of the limit: it falls back by itself.
struct Raise
{
    qint64 by = 0; ///< in the budget's unit; > 0
    Time until{};  ///< a window that ends before keeps the raise to its end
    friend bool operator==(const Raise &, const Raise &) = default;
};

/// A cap over everything its selector matches, per window. Fractions are parts per million, so
/// that no floating point decides about money.
struct Budget
{
    static constexpr int Whole = 1'000'000;

    QByteArray id; ///< stable, unique: "b-" + 12 hex digits, or "default:<scope>"
    QString name;  ///< for people; may be empty
    Selector selector;
    Window window;
    Unit unit = Unit::Usd;
    qint64 limit = 0;                    ///< nano-dollars, tokens or requests; > 0
    std::vector<int> softMarks{800'000}; ///< ascending, each in (0, hardMark]
    int hardMark = Whole;                ///< in (0, Whole]
    BudgetMode mode = BudgetMode::Enforce;
    HardAction atHard = HardAction::Refuse;
    SoftActions atSoft;
    std::chrono::seconds queueFor{0}; ///< HardAction::Queue: wait at most this long, 1..300 s
    bool clamp = true;                ///< may lower max_tokens to what is affordable
    bool yieldsToExact = false;       ///< a default: not for values that a budget names exactly
    std::optional<Raise> raise;       ///< stays when it is over, and changes nothing then

    /// As it judges at that time: its limit is higher while a raise lasts. The rest (and its raise)
    /// is the same.
    [[nodiscard]] Budget inForceAt(Time now) const;
    [[nodiscard]] bool isRaisedAt(Time now) const { return raise && now < raise->until; }
    /// limit x hardMark, rounded down: what settled + held may never pass. Without a raise.
    [[nodiscard]] qint64 cap() const;
    /// limit x mark, rounded up: the amount at which that mark is crossed.
    [[nodiscard]] qint64 markAmount(int mark) const;
    /// The same two of another limit.
    [[nodiscard]] static qint64 capOf(qint64 limit, int hardMark);
    [[nodiscard]] static qint64 markAmountOf(qint64 limit, int mark);

    /// InvalidInput with the JSON key and the reason for every field out of range.
    [[nodiscard]] Outcome validate() const;
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Result<Budget> fromJson(const QJsonObject &json); ///< validates

    friend bool operator==(const Budget &, const Budget &) = default;
};

[[nodiscard]] QByteArray newBudgetId();

} // namespace core
