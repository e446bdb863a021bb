// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/alertmutes.h"

namespace core {

namespace {
const QByteArray Prefix = "alert-mute:";

QByteArray numberOf(Time time)
{
    return QByteArray::number(static_cast<qint64>(time.time_since_epoch().count()));
}

Time timeOf(const QByteArray &text)
{
    return Time(Duration(text.toLongLong()));
}
} // namespace

bool AlertMutes::restore(const SettingRecord &setting)
{
    if (!setting.name.startsWith(Prefix)) {
        return false;
    }
    const QByteArrayList times = setting.value.split(' ');
    if (times.size() == 2) {
        put({setting.name.mid(Prefix.size()), timeOf(times[0]), timeOf(times[1])});
    }
    return true;
}

void AlertMutes::put(const AlertMute &mute)
{
    m_mutes.insert_or_assign(mute.budgetId, mute);
}

void AlertMutes::remove(const QByteArray &budgetId)
{
    m_mutes.erase(budgetId);
}

bool AlertMutes::covers(const QByteArray &budgetId, Time at) const
{
    const auto isCovered = [this, at](const QByteArray &id) {
        const auto it = m_mutes.find(id);
        return it != m_mutes.end() && it->second.since <= at && at < it->second.until;
    };
    return isCovered({}) || isCovered(budgetId);
}

std::vector<AlertMute> AlertMutes::inForce(Time now) const
{
    std::vector<AlertMute> list;
    for (const auto &[id, mute] : m_mutes) {
        if (now < mute.until) {
            list.push_back(mute);
        }
    }
    return list;
}

SettingRecord AlertMutes::setting(const AlertMute &mute)
{
    return {Prefix + mute.budgetId, numberOf(mute.since) + ' ' + numberOf(mute.until)};
}

SettingRecord AlertMutes::removal(const QByteArray &budgetId)
{
    return {Prefix + budgetId, {}};
}

} // namespace core
