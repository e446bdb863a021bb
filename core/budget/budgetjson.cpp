// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/timetext.h"
#include "core/budget/budget.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <array>
#include <cmath>

namespace core {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<QLatin1StringView, 3> UnitNames{"usd"_L1, "tokens"_L1, "requests"_L1};
// The unit stands in the key, so that dollars are never taken for nano-dollars.
constexpr std::array<QLatin1StringView, 3> LimitKeys{
    "limit_nano_usd"_L1, "limit_tokens"_L1, "limit_requests"_L1};
constexpr std::array<QLatin1StringView, 3> RaiseKeys{
    "raise_nano_usd"_L1, "raise_tokens"_L1, "raise_requests"_L1};
constexpr std::array<QLatin1StringView, 2> ModeNames{"enforce"_L1, "audit"_L1};
constexpr std::array<QLatin1StringView, 3> HardNames{"refuse"_L1, "downgrade"_L1, "queue"_L1};

template <class Names, class Enum>
QString nameOf(const Names &names, Enum value)
{
    return names[static_cast<std::size_t>(value)];
}

/// Takes keys out of an object one by one and remembers what was wrong with them.
class Reader
{
public:
    Reader(QJsonObject object, QString path, QStringList &wrong)
        : m_object(std::move(object))
        , m_path(std::move(path))
        , m_wrong(wrong)
    {}

    QJsonValue take(QLatin1StringView key) { return m_object.take(key); }

    void complain(QLatin1StringView key, QLatin1StringView reason)
    {
        m_wrong += m_path + key + u' ' + reason;
    }

    QByteArray text(QLatin1StringView key, const QByteArray &missing)
    {
        const QJsonValue value = take(key);
        if (!value.isString() && !value.isUndefined()) {
            complain(key, "must be a text"_L1);
        }
        return value.isString() ? value.toString().toUtf8() : missing;
    }

    bool flag(QLatin1StringView key, bool missing)
    {
        const QJsonValue value = take(key);
        if (!value.isBool() && !value.isUndefined()) {
            complain(key, "must be true or false"_L1);
        }
        return value.toBool(missing);
    }

    qint64 integer(QLatin1StringView key, qint64 missing)
    {
        const QJsonValue value = take(key);
        return value.isUndefined() ? missing : wholeNumber(key, value);
    }

    qint64 wholeNumber(QLatin1StringView key, const QJsonValue &value)
    {
        // Two defaults, to tell an integer that is there from one that is not exact.
        if (value.toInteger(0) != value.toInteger(1)) {
            complain(key, "must be a whole number"_L1);
        }
        return value.toInteger();
    }

    int small(QLatin1StringView key, const QJsonValue &value)
    {
        const qint64 number = wholeNumber(key, value);
        const int narrow = static_cast<int>(number);
        if (narrow != number) {
            complain(key, "is out of range"_L1);
        }
        return narrow;
    }

    template <class Enum, std::size_t N>
    Enum choice(QLatin1StringView key, const std::array<QLatin1StringView, N> &names, Enum missing)
    {
        const QJsonValue value = take(key);
        for (std::size_t i = 0; i < N; ++i) {
            if (value.isString() && value.toString() == names[i]) {
                return static_cast<Enum>(i);
            }
        }
        if (!value.isUndefined()) {
            complain(key, "has an unknown value"_L1);
        }
        return missing;
    }

    QJsonArray list(QLatin1StringView key)
    {
        const QJsonValue value = take(key);
        if (!value.isArray() && !value.isUndefined()) {
            complain(key, "must be a list"_L1);
        }
        return value.toArray();
    }

    std::vector<QByteArray> texts(QLatin1StringView key)
    {
        std::vector<QByteArray> result;
        for (const QJsonValue entry : list(key)) {
            if (!entry.isString()) {
                complain(key, "must hold texts only"_L1);
            }
            result.push_back(entry.toString().toUtf8());
        }
        return result;
    }

    void expectNothingElse()
    {
        for (const QString &key : m_object.keys()) {
            m_wrong += m_path + key + u" is not a known key"_s;
        }
    }

private:
    QJsonObject m_object;
    QString m_path;
    QStringList &m_wrong;
};

QJsonArray toArray(const std::vector<QByteArray> &texts)
{
    QJsonArray array;
    for (const QByteArray &text : texts) {
        array.append(QString::fromUtf8(text));
    }
    return array;
}

QJsonObject toJson(const SoftActions &actions)
{
    QJsonArray downgrades;
    for (const SoftActions::Downgrade &rule : actions.downgrades) {
        downgrades.append(
            QJsonObject{{u"from"_s, toArray(rule.from)}, {u"to"_s, QString::fromUtf8(rule.to)}});
    }
    return {{u"downgrades"_s, downgrades}, {u"disable_tools"_s, toArray(actions.disableTools)}};
}

SoftActions readActions(const QJsonValue &json, QStringList &wrong)
{
    SoftActions actions;
    if (json.isUndefined()) {
        return actions;
    }
    if (!json.isObject()) {
        wrong += u"at_soft must be an object"_s;
        return actions;
    }
    Reader reader(json.toObject(), u"at_soft."_s, wrong);
    for (const QJsonValue entry : reader.list("downgrades"_L1)) {
        Reader rule(entry.toObject(), u"at_soft.downgrades."_s, wrong);
        actions.downgrades.push_back({rule.texts("from"_L1), rule.text("to"_L1, {})});
        rule.expectNothingElse();
    }
    actions.disableTools = reader.texts("disable_tools"_L1);
    reader.expectNothingElse();
    return actions;
}

template <class T>
T parsed(const Result<T> &result, QLatin1StringView key, QStringList &wrong)
{
    if (!result) {
        wrong += key + u": "_s + result.error().message;
        return {};
    }
    return *result;
}

void readMarks(Budget &budget, Reader &reader)
{
    budget.hardMark =
        reader.small("hard_mark_ppm"_L1, reader.integer("hard_mark_ppm"_L1, Budget::Whole));
    const QJsonValue marks = reader.take("soft_marks_ppm"_L1);
    if (marks.isUndefined()) {
        return;
    }
    if (!marks.isArray()) {
        reader.complain("soft_marks_ppm"_L1, "must be a list"_L1);
    }
    budget.softMarks.clear();
    for (const QJsonValue mark : marks.toArray()) {
        budget.softMarks.push_back(reader.small("soft_marks_ppm"_L1, mark));
    }
}

void readRaise(Budget &budget, Reader &reader)
{
    constexpr QLatin1StringView UntilKey = "raise_until"_L1;
    const QLatin1StringView key = RaiseKeys[static_cast<std::size_t>(budget.unit)];
    const qint64 by = reader.integer(key, 0);
    const QByteArray until = reader.text(UntilKey, {});
    if (by == 0 && until.isEmpty()) {
        return;
    }
    const auto time = timeFromText(QString::fromUtf8(until));
    if (!time) {
        reader.complain(UntilKey, "must be a time such as 2026-11-21T18:00:00Z"_L1);
        return;
    }
    budget.raise = Raise{by, *time};
}

Budget readBudget(const QJsonObject &json, QStringList &wrong)
{
    Reader reader(json, {}, wrong);
    Budget budget;
    budget.id = reader.text("id"_L1, {});
    budget.name = QString::fromUtf8(reader.text("name"_L1, {}));
    budget.selector = parsed(Selector::parse(reader.text("selector"_L1, {})), "selector"_L1, wrong);
    budget.window = parsed(Window::parse(reader.text("window"_L1, "lifetime")), "window"_L1, wrong);
    budget.unit = reader.choice("unit"_L1, UnitNames, Unit::Usd);
    budget.limit = reader.integer(LimitKeys[static_cast<std::size_t>(budget.unit)], 0);
    readMarks(budget, reader);
    readRaise(budget, reader);
    budget.mode = reader.choice("mode"_L1, ModeNames, BudgetMode::Enforce);
    budget.atHard = reader.choice("at_hard"_L1, HardNames, HardAction::Refuse);
    budget.atSoft = readActions(reader.take("at_soft"_L1), wrong);
    budget.queueFor = std::chrono::seconds(reader.integer("queue_for_s"_L1, 0));
    budget.clamp = reader.flag("clamp"_L1, true);
    budget.yieldsToExact = reader.flag("yields_to_exact"_L1, false);
    reader.expectNothingElse();
    return budget;
}

} // namespace

QJsonObject Budget::toJson() const
{
    QJsonArray marks;
    for (const int mark : softMarks) {
        marks.append(mark);
    }
    QJsonObject json{{u"id"_s, QString::fromUtf8(id)},
                     {u"name"_s, name},
                     {u"selector"_s, QString::fromUtf8(selector.toText())},
                     {u"window"_s, QString::fromUtf8(window.toText())},
                     {u"unit"_s, nameOf(UnitNames, unit)},
                     {nameOf(LimitKeys, unit), limit},
                     {u"soft_marks_ppm"_s, marks},
                     {u"hard_mark_ppm"_s, hardMark},
                     {u"mode"_s, nameOf(ModeNames, mode)},
                     {u"at_hard"_s, nameOf(HardNames, atHard)},
                     {u"at_soft"_s, core::toJson(atSoft)},
                     {u"queue_for_s"_s, qint64(queueFor.count())},
                     {u"clamp"_s, clamp},
                     {u"yields_to_exact"_s, yieldsToExact}};
    if (raise) {
        json.insert(nameOf(RaiseKeys, unit), raise->by);
        json.insert(u"raise_until"_s, textOf(raise->until));
    }
    return json;
}

Result<Budget> Budget::fromJson(const QJsonObject &json)
{
    QStringList wrong;
    const Budget budget = readBudget(json, wrong);
    if (!wrong.isEmpty()) {
        return Error{ErrorCode::InvalidInput,
                     u"The budget %1 cannot be read: %2."_s.arg(QString::fromUtf8(budget.id),
                                                                wrong.join(u"; "_s)),
                     u"Correct these keys; nothing was changed."_s};
    }
    const Outcome outcome = budget.validate();
    return outcome ? Result<Budget>(budget) : outcome.error();
}

} // namespace core
