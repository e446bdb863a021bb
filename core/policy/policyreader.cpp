// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/policyreader.h"

#include "core/configuration/fields.h"
#include "core/configuration/scalars.h"
#include "core/configuration/yamlnode.h"
#include "core/policy/policyvalues.h"

#include <algorithm>
#include <utility>

namespace core {

using namespace Qt::StringLiterals;

namespace {
using Field = YamlNode::Field;
using fields::into;
using namespace policyvalues;

constexpr qint64 LongestBaselineHours = 31 * 24; ///< longer, and last quarter judges today
constexpr qint64 MostSamples = 1'000'000;
constexpr int HoursADay = 24;

template <class T>
auto oneOf(T &target, std::vector<std::pair<const char *, T>> words)
{
    return [&target, words = std::move(words)](const YamlNode &node) {
        node.oneOf(target, words);
    };
}

struct RuleReader
{
    PolicyRule rule;

    void read(const YamlNode &node);

private:
    void readDays(const YamlNode &node);
    void readGlobs(const YamlNode &node);
    [[nodiscard]] std::vector<Field> common();
    [[nodiscard]] std::vector<Field> ofAnomaly();
    [[nodiscard]] std::vector<Field> ofTimeWindow();
    [[nodiscard]] std::vector<Field> ofLists();
    [[nodiscard]] std::vector<Field> ofPrimitive();
    [[nodiscard]] std::vector<Field> ofThreshold();
    void addDenial(std::vector<Field> &fields);
};

Window rolling(std::chrono::hours length)
{
    return {.kind = WindowKind::Rolling, .length = length, .zone = {}};
}

void RuleReader::readDays(const YamlNode &node)
{
    rule.hours.days = 0;
    node.readList([this](const YamlNode &each) {
        int number = 0;
        each.into(number, day);
        rule.hours.days |= 1 << number;
    });
}

void RuleReader::readGlobs(const YamlNode &node)
{
    node.readList([this](const YamlNode &each) { each.into(rule.allowed.emplace_back(), text); });
    if (rule.allowed.empty()) {
        node.fail(u"is an empty list, which would allow nothing"_s,
                  u"List names; * stands for any text."_s);
    }
}

std::vector<Field> RuleReader::common()
{
    using enum PolicyPrimitive;
    return {{"id", into(rule.id, scalars::name), true},
            {"primitive",
             oneOf(rule.primitive,
                   {{"budget_threshold", BudgetThreshold},
                    {"route_preference", RoutePreference},
                    {"cost_anomaly", CostAnomaly},
                    {"model_allow", ModelAllow},
                    {"time_window", TimeWindow},
                    {"tag_rule", TagRule}}),
             true}};
}

void RuleReader::addDenial(std::vector<Field> &fields)
{
    fields.push_back(
        {"action",
         oneOf(rule.action, {{"deny", PolicyAction::Deny}, {"downgrade", PolicyAction::Downgrade}}),
         true});
    fields.push_back({"deny_reason", into(rule.denyReason, text)});
    fields.push_back({"downgrade_to_tier", into(rule.tier, scalars::name)});
}

std::vector<Field> RuleReader::ofThreshold()
{
    const auto calendar = [](WindowKind kind) {
        return Window{.kind = kind, .zone = {}};
    };
    using std::chrono::hours;
    std::vector<Field> fields{{"period",
                               oneOf(rule.window,
                                     {{"hourly", rolling(hours(1))},
                                      {"daily", rolling(hours(HoursADay))},
                                      {"weekly", rolling(hours(7 * HoursADay))},
                                      {"monthly", rolling(hours(30 * HoursADay))},
                                      {"calendar_day", calendar(WindowKind::Day)},
                                      {"calendar_week", calendar(WindowKind::Week)},
                                      {"calendar_month", calendar(WindowKind::Month)}}),
                               true},
                              {"limit_usd", into(rule.limit, scalars::positiveDollars), true},
                              {"zone", into(rule.hours.zone, zone)}};
    addDenial(fields);
    return fields;
}

std::vector<Field> RuleReader::ofAnomaly()
{
    return {{"baseline_window_hours",
             [this](const YamlNode &node) {
                 qint64 hours = rule.baseline.count();
                 node.into(hours, [](QByteArrayView value) {
                     return scalars::whole(value, 1, LongestBaselineHours);
                 });
                 rule.baseline = std::chrono::hours(hours);
             }},
            {"threshold_multiplier", into(rule.multiplier, multiplier)},
            {"min_samples",
             [this](const YamlNode &node) {
                 qint64 samples = rule.minimumSamples;
                 node.into(samples, [](QByteArrayView value) {
                     return scalars::whole(value, 1, MostSamples);
                 });
                 rule.minimumSamples = static_cast<int>(samples);
             }},
            {"action", oneOf(rule.action, {{"alert", PolicyAction::Alert}})}};
}

std::vector<Field> RuleReader::ofTimeWindow()
{
    std::vector<Field> fields{{"days",
                               [this](const YamlNode &node) {
                                   readDays(node);
                               }},
                              {"from", into(rule.hours.from, timeOfDay), true},
                              {"to", into(rule.hours.to, timeOfDay), true},
                              {"zone", into(rule.hours.zone, zone)}};
    addDenial(fields);
    return fields;
}

std::vector<Field> RuleReader::ofLists()
{
    const auto globs = [this](const YamlNode &node) {
        readGlobs(node);
    };
    std::vector<Field> fields;
    if (rule.primitive == PolicyPrimitive::ModelAllow) {
        fields = {{"models", globs, true}};
    } else {
        fields = {{"tag", into(rule.tag, scalars::name), true}, {"values", globs, true}};
    }
    addDenial(fields);
    return fields;
}

std::vector<Field> RuleReader::ofPrimitive()
{
    std::vector<Field> fields;
    switch (rule.primitive) {
    case PolicyPrimitive::BudgetThreshold:
        return ofThreshold(); // its sum is the namespace's: a route or feature has its own budget
    case PolicyPrimitive::RoutePreference:
        fields = {{"prefer_tier",
                   oneOf(rule.tier, {{"cheap", "cheap"_ba}, {"expensive", "expensive"_ba}}),
                   true}};
        break;
    case PolicyPrimitive::CostAnomaly:
        fields = ofAnomaly();
        break;
    case PolicyPrimitive::TimeWindow:
        fields = ofTimeWindow();
        break;
    case PolicyPrimitive::ModelAllow:
    case PolicyPrimitive::TagRule:
        fields = ofLists();
        break;
    }
    fields.push_back({"route_name", into(rule.routeName, scalars::routePath)});
    fields.push_back({"feature_id", into(rule.featureId, text)});
    return fields;
}

/// The primitive decides which keys a rule may have, so it is looked for before the rest.
void RuleReader::read(const YamlNode &node)
{
    std::vector<Field> fields = common();
    bool known = false;
    node.readEntries([&](const QByteArray &key, const YamlNode &value) {
        if (key == fields.at(1).name) {
            fields.at(1).read(value);
            known = true;
        }
    });
    if (known) {
        const std::vector<Field> own = ofPrimitive();
        fields.insert(fields.end(), own.begin(), own.end());
    }
    if (rule.primitive == PolicyPrimitive::RoutePreference) {
        rule.action = PolicyAction::Downgrade;
    } else if (rule.primitive == PolicyPrimitive::CostAnomaly) {
        rule.action = PolicyAction::Alert;
    }
    node.readMap(fields);
    if (rule.primitive == PolicyPrimitive::BudgetThreshold) {
        rule.window.zone = std::exchange(rule.hours.zone, {});
    } else if (rule.primitive == PolicyPrimitive::RoutePreference && rule.tier == "expensive") {
        rule.action = PolicyAction::Alert;
    }
}

void readRules(PolicyNamespace &space, const YamlNode &node)
{
    node.readList([&space](const YamlNode &each) {
        RuleReader reader;
        reader.read(each);
        if (std::ranges::count(space.rules, reader.rule.id, &PolicyRule::id) > 0) {
            each.fail(u"the id %1 stands twice in this namespace"_s.arg(
                          QString::fromUtf8(reader.rule.id)),
                      u"Give each rule an id of its own: decisions name it."_s);
        }
        space.rules.push_back(std::move(reader.rule));
    });
}

} // namespace

Policy readPolicy(const YamlNode &node)
{
    Policy policy;
    node.readMap({
        {"version", into(policy.version, text), true},
        {"namespaces",
         [&policy](const YamlNode &spaces) {
             spaces.readEntries([&policy](const QByteArray &name, const YamlNode &space) {
                 PolicyNamespace &read = policy.namespaces.emplace_back();
                 read.name = name;
                 space.readMap(
                     {{"rules", [&read](const YamlNode &rules) { readRules(read, rules); }, true}});
             });
         },
         true},
    });
    return policy;
}

Result<Policy> policyFrom(const QByteArray &text, const QString &name)
{
    YamlFile file{name, {}, {}};
    const std::optional<YamlNode> top = YamlNode::parse(text, file);
    Policy policy = top ? readPolicy(*top) : Policy();
    policy.file = name;
    if (file.error) {
        return *file.error;
    }
    if (!top) {
        return Error{ErrorCode::InvalidInput,
                     u"The policy %1 is empty."_s.arg(name),
                     u"Give version and namespaces."_s};
    }
    return policy;
}

} // namespace core
