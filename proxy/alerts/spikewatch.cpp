// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/alerts/spikewatch.h"

#include "core/alerts/spendspikes.h"
#include "core/ledger/ledger.h"
#include "proxy/ledgerwriter.h"
#include "proxy/reportdesk.h"

#include <QLoggingCategory>

#include <algorithm>
#include <utility>

namespace proxy {

namespace {
Q_LOGGING_CATEGORY(spikeLog, "capstan.alerts", QtInfoMsg)

const QByteArray LookedTo = "spikes-looked-to";

QByteArray textOf(core::Time time)
{
    return QByteArray::number(static_cast<qint64>(time.time_since_epoch().count()));
}
} // namespace

SpikeWatch::SpikeWatch(Parts parts)
    : m_parts(std::move(parts))
{}

void SpikeWatch::restore(const core::LedgerState &state)
{
    const auto known = std::ranges::find(state.settings, LookedTo, &core::SettingRecord::name);
    if (known != state.settings.end()) {
        m_lookedTo = core::Time(core::Duration(known->value.toLongLong()));
    }
}

void SpikeWatch::look()
{
    const core::Time now = m_parts.clock.now();
    const core::Time over = std::chrono::floor<std::chrono::hours>(now - Settling);
    if (m_isLooking.exchange(true)) {
        return;
    }
    m_lookedTo = std::min(m_lookedTo, over); // a clock that was ahead must not silence what comes
    const core::Span hours{std::max(m_lookedTo, over - MostHours), over};
    if (hours.begins == hours.ends) {
        m_isLooking = false;
        return;
    }
    m_parts.desk.run([this, hours](const QString &file) { judge(file, hours); });
}

void SpikeWatch::judge(const QString &ledgerFile, core::Span hours)
{
    const auto spikes = core::findSpikes(ledgerFile, hours);
    if (!spikes.ok()) {
        qCWarning(spikeLog).noquote() << spikes.error().message;
        m_isLooking = false;
        return;
    }
    keep(*spikes, hours);
}

void SpikeWatch::keep(const std::vector<core::SpendSpike> &spikes, core::Span hours)
{
    std::vector<core::AlertRecord> alerts;
    alerts.reserve(spikes.size());
    for (const core::SpendSpike &spike : spikes) {
        alerts.push_back(core::alertOf(spike, m_parts.clock.now()));
    }
    m_parts.ledger.run([this, alerts, hours](core::Ledger &ledger) {
        std::vector<core::LedgerRecord> batch(alerts.begin(), alerts.end());
        batch.emplace_back(core::SettingRecord{LookedTo, textOf(hours.ends)});
        const core::Outcome written = ledger.write(batch);
        if (written.ok()) {
            m_lookedTo = hours.ends;
            m_parts.found(alerts);
        } else {
            qCWarning(spikeLog).noquote() << written.error().message;
        }
        m_isLooking = false;
    });
}

} // namespace proxy
