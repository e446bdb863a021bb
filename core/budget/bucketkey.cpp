// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/budget/bucketkey.h"

#include "core/budget/percentcode.h"

#include <algorithm>

namespace core {

namespace {

constexpr QByteArrayView Special = "|,";
constexpr std::array<QByteArrayView, 3> UnitNames{"usd", "tokens", "requests"};
constexpr qsizetype DefinitionFields = 4;
constexpr qsizetype Fields = 7;

std::optional<std::vector<QByteArray>> parseValues(const QByteArray &text)
{
    std::vector<QByteArray> values;
    if (text.isEmpty()) {
        return values;
    }
    for (const QByteArray &part : text.split(',')) {
        auto value = percentDecoded(part);
        if (!value || value->isEmpty()) {
            return std::nullopt;
        }
        values.push_back(std::move(*value));
    }
    return values;
}

} // namespace

QByteArray definitionOf(const Budget &budget)
{
    return percentEncoded(budget.id, Special) + '|' +
           UnitNames[static_cast<std::size_t>(budget.unit)].toByteArray() + '|' +
           percentEncoded(budget.selector.toText(), "|") + '|' +
           percentEncoded(budget.window.toText(), "|");
}

BucketKey BucketAddress::toKey() const
{
    QByteArray key = definition + '|';
    for (std::size_t i = 0; i < values.size(); ++i) {
        key += i == 0 ? "" : ",";
        key += percentEncoded(values[i], Special);
    }
    key += '|' + QByteArray::number(qint64(begins.time_since_epoch().count()));
    return key + '|' + QByteArray::number(epoch);
}

std::optional<BucketAddress> BucketAddress::fromKey(const BucketKey &key)
{
    const QList<QByteArray> fields = key.split('|');
    if (fields.size() != Fields) {
        return std::nullopt;
    }
    auto values = parseValues(fields[DefinitionFields]);
    bool beginIsNumber = false;
    bool epochIsNumber = false;
    const qint64 micros = fields[DefinitionFields + 1].toLongLong(&beginIsNumber);
    const qint64 epoch = fields[DefinitionFields + 2].toLongLong(&epochIsNumber);
    if (!values || !beginIsNumber || !epochIsNumber) {
        return std::nullopt;
    }
    return BucketAddress{fields.first(DefinitionFields).join('|'),
                         std::move(*values),
                         Time(Duration(micros)),
                         epoch};
}

QByteArray BucketAddress::budgetId() const
{
    return percentDecoded(definition.first(definition.indexOf('|'))).value_or(QByteArray());
}

std::optional<BudgetDefinition> definitionFrom(const QByteArray &definition)
{
    const QList<QByteArray> fields = definition.split('|');
    if (fields.size() != DefinitionFields) {
        return std::nullopt;
    }
    const auto id = percentDecoded(fields[0]);
    const auto unit = std::ranges::find(UnitNames, QByteArrayView(fields[1]));
    const auto terms = percentDecoded(fields[2]);
    const auto selector = Selector::parse(terms.value_or(QByteArray()));
    const auto window = percentDecoded(fields[3]);
    if (!id || unit == UnitNames.end() || !terms || !selector || !window) {
        return std::nullopt;
    }
    return BudgetDefinition{*id, static_cast<Unit>(unit - UnitNames.begin()), *selector, *window};
}

} // namespace core
