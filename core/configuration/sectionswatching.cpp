// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/configuration/sections.h"

// The sections about watching: own_hardware, metrics and alerts.

namespace core {
using namespace Qt::StringLiterals;

namespace {
/// The scalar as a whole number of a range.
auto whole(int &target, qint64 least, qint64 most)
{
    return [&target, least, most](const YamlNode &node) {
        node.into(target, [least, most](QByteArrayView text) -> Result<int> {
            const Result<qint64> number = scalars::whole(text, least, most);
            return number.ok() ? Result<int>(static_cast<int>(*number)) : number.error();
        });
    };
}

auto money(Money &target)
{
    return [&target](const YamlNode &node) {
        node.into(target, scalars::dollars);
    };
}
} // namespace

void SectionReader::readOwnHardware(const QByteArray &provider, const YamlNode &node)
{
    constexpr qint64 LongestMonths = 240; ///< twenty years: older than any accelerator in use
    constexpr qint64 MostWatts = 1'000'000;
    OwnHardware hardware;
    node.readMap({
        {"purchase_usd", money(hardware.purchase), true},
        {"lifetime_months", whole(hardware.lifetimeMonths, 1, LongestMonths)},
        {"watts", whole(hardware.watts, 0, MostWatts), true},
        {"idle_watts", whole(hardware.idleWatts, 0, MostWatts)},
        {"usd_per_kwh", money(hardware.perKilowattHour), true},
    });
    references.push_back({Reference::To::Provider, provider, node});
    configuration.ownHardware.emplace_back(provider, hardware);
}

void SectionReader::readMetrics(const YamlNode &node)
{
    node.readMap({
        {"legacy_names",
         [this](const YamlNode &n) {
             n.oneOf(configuration.legacyMetrics, {{"true", true}, {"false", false}});
         }},
    });
}

void SectionReader::readAlerts(const YamlNode &node)
{
    node.readMap({
        {"spikes",
         [this](const YamlNode &n) {
             n.oneOf(configuration.spikeAlerts, {{"true", true}, {"false", false}});
         }},
    });
}

} // namespace core
