// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/configuration/fields.h"
#include "core/configuration/prices.h"
#include "core/configuration/sections.h"

#include <algorithm>

namespace core {

using namespace Qt::StringLiterals;
using namespace fields;

namespace {

constexpr int MostWeight = 1'000;                   ///< more is no share that one could see
constexpr qint64 MostCacheSeconds = 7 * 24 * 3'600; ///< no process lives much longer

Result<double> unitFraction(QByteArrayView text)
{
    const Result<int> parts = scalars::fraction(text);
    if (!parts.ok()) {
        return parts.error();
    }
    return *parts / 1'000'000.0;
}

void addPrice(Model &model, const PricePerThousand &perThousand, const YamlNode &node)
{
    if (perThousand.isGiven() && model.price) {
        node.fail(u"has both price and cost_per_1k_*"_s, u"Keep one of the two."_s);
    } else if (perThousand.isGiven()) {
        model.price = perThousand.toPrice(model.name, node);
    }
}

} // namespace

ModelTarget SectionReader::readTarget(const QByteArray &model, const YamlNode &node)
{
    ModelTarget target;
    node.readMap({
        {"provider",
         [&](const YamlNode &n) { refer(Reference::To::Provider, target.provider, n); },
         true},
        {"physical_name", into(target.physicalName, scalars::name), true},
        {"weight", into(target.weight, intFrom(1, MostWeight))},
        {"price",
         [&](const YamlNode &n) {
             target.price = readPrice(model, n);
         }},
    });
    return target;
}

/// Either one target, by provider and physical_name, or a list of them.
void SectionReader::readModel(const QByteArray &name, const YamlNode &node)
{
    Model model;
    model.name = name;
    ModelTarget only;
    PricePerThousand perThousand;
    node.readMap({
        {"provider",
         [&](const YamlNode &n) {
             refer(Reference::To::Provider, only.provider, n);
         }},
        {"physical_name", into(only.physicalName, scalars::name)},
        {"targets",
         [&](const YamlNode &list) {
             list.readList(
                 [&](const YamlNode &n) { model.targets.push_back(readTarget(name, n)); });
         }},
        {"quality", into(model.quality, unitFraction)},
        {"max_tokens", into(model.maxTokens, wholeFrom(1, MostTokens))},
        {"context_length", into(model.contextLength, wholeFrom(1, MostTokens))},
        {"price",
         [&](const YamlNode &n) {
             model.price = readPrice(name, n);
         }},
        {"cache_for_s", into(model.cacheSeconds, wholeFrom(1, MostCacheSeconds))},
        {"cost_per_1k_prompt", into(perThousand.prompt, scalars::dollarsPerThousand)},
        {"cost_per_1k_completion", into(perThousand.completion, scalars::dollarsPerThousand)},
        {"fallbacks",
         [&](const YamlNode &list) {
             list.readList([&](const YamlNode &n) {
                 refer(Reference::To::Model, model.fallbacks.emplace_back(), n);
             });
         }},
    });
    addOnlyTarget(model, only, node);
    addPrice(model, perThousand, node);
    if (std::ranges::find(model.fallbacks, name) != model.fallbacks.end()) {
        node.fail(u"falls back to itself"_s, u"Name other models under fallbacks."_s);
    }
    configuration.models.push_back(model);
}

void SectionReader::addOnlyTarget(Model &model, const ModelTarget &only, const YamlNode &node)
{
    const bool named = !only.provider.isEmpty() || !only.physicalName.isEmpty();
    const QString remedy =
        u"Give provider and physical_name, or a list of such pairs under targets."_s;
    if (!model.targets.empty()) {
        if (named) {
            node.fail(u"has both targets and a provider of its own"_s, remedy);
        }
    } else if (only.provider.isEmpty()) {
        node.fail(u"\"provider\" is missing"_s, remedy);
    } else if (only.physicalName.isEmpty()) {
        node.fail(u"\"physical_name\" is missing"_s, remedy);
    } else {
        model.targets.push_back(only);
    }
}

/// How "auto" is routed.
void SectionReader::readRouting(const YamlNode &node)
{
    RoutingRules &rules = configuration.routing;
    rules.isOn = true;
    const auto readModels = [this](std::vector<QByteArray> &models) {
        return [this, &models](const YamlNode &list) {
            list.readList(
                [&](const YamlNode &n) { refer(Reference::To::Model, models.emplace_back(), n); });
        };
    };
    node.readMap({
        {"mode",
         [&](const YamlNode &n) {
             n.oneOf(rules.mode,
                     {{"score", RoutingRules::Mode::Score},
                      {"legacy", RoutingRules::Mode::Legacy},
                      {"efficiency", RoutingRules::Mode::Efficiency}});
         }},
        {"models", readModels(rules.models)},
        {"task_types",
         [&](const YamlNode &types) {
             types.readEntries([&](const QByteArray &type, const YamlNode &list) {
                 readModels(rules.taskTypes.emplace_back(type, std::vector<QByteArray>()).second)(
                     list);
             });
         }},
        {"budget_marks",
         [&](const YamlNode &n) {
             RoutingRules::BudgetMarks marks;
             n.readMap({{"near", into(marks.near, scalars::fraction), true},
                        {"exceeded", into(marks.exceeded, scalars::fraction), true}});
             if (marks.near > marks.exceeded) {
                 n.fail(u"near is above exceeded"_s, u"Give a near mark below the exceeded one."_s);
             }
             rules.budgetMarks = marks;
         }},
        {"total_timeout_ms", into(rules.totalTimeout, scalars::milliseconds)},
    });
}

} // namespace core
