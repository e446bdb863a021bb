// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/prices/ownhardwaremodel.h"

#include "app/viewmodels/formatting.h"
#include "app/viewmodels/typednumber.h"
#include "app/viewmodels/upstreamstate.h"
#include "core/configuration/scalars.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using core::Money;

namespace {

// Beyond these a figure is a slip of the finger.
constexpr qint64 MostMonths = 240;
constexpr qint64 MostWatts = 1'000'000;
constexpr qint64 MostTokens = 10'000'000;
constexpr qint64 Million = 1'000'000;
constexpr qint64 SecondsOfAnHour = 3'600;

core::Result<qint64> wholeWithin(const QString &text, qint64 least, qint64 most)
{
    const auto number = typednumber::whole(text);
    return number.ok() ? core::scalars::whole(QByteArray::number(*number), least, most) : number;
}

/// As capstan.yaml has it, whatever the language of the field; what is no number stays as typed.
QString written(const QString &field)
{
    const auto number = typednumber::decimal(field);
    return number.ok() ? QString::fromLatin1(*number) : field;
}

} // namespace

OwnHardwareModel::OwnHardwareModel(QObject *parent)
    : QObject(parent)
{
    m_kilowattHour = typednumber::text("0.32");
    work();
}

void OwnHardwareModel::apply(const core::Snapshot &snapshot)
{
    QString place;
    QString measured;
    QString load;
    const auto found = std::find_if(snapshot.upstreams.begin(),
                                    snapshot.upstreams.end(),
                                    [](const auto &each) { return each.ownHardware.has_value(); });
    if (found != snapshot.upstreams.end()) {
        const core::OwnHardwareCost &cost = *found->ownHardware;
        place = upstreamName(*found);
        measured = cost.perMillionTokens ? formatting::dollars(*cost.perMillionTokens) : u"–"_s;
        load = tr("%1/h, busy %2 of the last hour; %3 of it went by idle")
                   .arg(formatting::dollars(cost.perHour),
                        formatting::percent(cost.busyShare),
                        formatting::dollars(cost.idleInLastHour));
    }
    if (place != m_place || measured != m_measured || load != m_load) {
        m_place = place;
        m_measured = measured;
        m_load = load;
        Q_EMIT changed();
    }
}

void OwnHardwareModel::put(QString &field, const QString &text)
{
    if (field != text) {
        field = text;
        work();
        Q_EMIT edited();
    }
}

void OwnHardwareModel::work()
{
    m_result = u"–"_s;
    m_hour.clear();
    m_error.clear();
    const auto purchase = typednumber::dollars(m_purchase);
    const auto months = wholeWithin(m_months, 1, MostMonths);
    const auto watts = wholeWithin(m_watts, 0, MostWatts);
    const auto power = typednumber::dollars(m_kilowattHour);
    const auto tokens = wholeWithin(m_tokensPerSecond, 1, MostTokens);
    if (!purchase.ok() || !months.ok() || !watts.ok() || !power.ok() || !tokens.ok()) {
        m_error = !purchase.ok() ? tr("The purchase price is an amount in dollars.")
                  : !months.ok() ? tr("Written off over 1 to 240 months.")
                  : !watts.ok()  ? tr("The power is a whole number of watts.")
                  : !power.ok()  ? tr("The price of a kilowatt-hour is an amount in dollars.")
                                 : tr("The speed is a whole number of tokens a second.");
        return;
    }
    const core::OwnHardware machine{
        *purchase, static_cast<int>(*months), static_cast<int>(*watts), 0, *power};
    const Money hour = core::hardwareCost(machine, std::chrono::hours(1), static_cast<int>(*watts));
    const qint64 nanos = static_cast<qint64>(static_cast<__int128>(hour.nanos()) * Million /
                                             (*tokens * SecondsOfAnHour));
    m_result = formatting::dollars(Money::fromNanos(nanos));
    m_hour = tr("%1/h at full load").arg(formatting::dollars(hour));
}

QString OwnHardwareModel::configurationText() const
{
    return u"own_hardware:\n  %1: { purchase_usd: %2, lifetime_months: %3, watts: %4, "
           u"usd_per_kwh: %5 }"_s.arg(
               m_upstream, written(m_purchase), m_months, m_watts, written(m_kilowattHour));
}
