// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/upstream/upstreams.h"

#include "proxy/metrics/callmetrics.h"

#include <QLoggingCategory>

#include <algorithm>

namespace proxy {

Q_LOGGING_CATEGORY(upstreamLog, "capstan.upstream", QtInfoMsg)

Upstreams::Upstreams(const Settings &settings,
                     const Providers &providers,
                     UpstreamClient &client,
                     const core::Clock &clock)
{
    for (const std::unique_ptr<Provider> &provider : providers) {
        m_all.push_back(std::make_unique<Upstream>(*provider, client, clock));
    }
    for (const core::Model &model : settings.models) {
        m_logical.insert(model.name, &model);
    }
}

Upstream *Upstreams::named(const QByteArray &provider) const
{
    const auto it = std::ranges::find_if(
        m_all, [&provider](const auto &one) { return one->settings().id == provider; });
    return it == m_all.end() ? nullptr : it->get();
}

Upstream *Upstreams::serving(const QByteArray &model) const
{
    const auto it = std::ranges::find_if(
        m_all, [&model](const auto &one) { return one->provider.models.has(model); });
    return it == m_all.end() ? nullptr : it->get();
}

const core::Model *Upstreams::logical(const QByteArray &name) const
{
    return m_logical.isEmpty() ? nullptr : m_logical.value(name, nullptr);
}

bool Upstreams::isAnyReachable() const
{
    return std::ranges::any_of(m_all,
                               [](const auto &one) { return one->provider.models.isReachable(); });
}

bool Upstreams::areAllKnown()
{
    m_areAllKnown = m_areAllKnown || std::ranges::all_of(m_all, [](const auto &one) {
                        return one->provider.models.status().since != core::Time{};
                    });
    return m_areAllKnown;
}

void Upstreams::refresh(const std::function<void()> &then)
{
    const auto left = std::make_shared<std::size_t>(m_all.size());
    const auto answered = [left, then] {
        if (--*left == 0 && then) {
            then();
        }
    };
    for (const auto &one : m_all) {
        if (one->isAvailable()) {
            one->probe.refresh(answered);
        }
    }
    for (const auto &one : m_all) {
        if (!one->isAvailable()) {
            answered();
        }
    }
}

void Upstreams::startPolling(const CallMetrics &metrics)
{
    for (const auto &one : m_all) {
        if (one->settings().unavailable.isEmpty()) {
            one->probe.startPolling(
                [this] { warnOfClashes(); },
                [&metrics, provider = one->settings().id] { return metrics.use(provider); });
        }
    }
}

/// Once for each name that a later provider lists, too: calls for it never get there.
void Upstreams::warnOfClashes()
{
    for (const auto &one : m_all) {
        for (const ServedModel &model : *one->provider.models.models()) {
            const Upstream *const serving = this->serving(model.id);
            if (serving == one.get() || serving == nullptr || m_logical.contains(model.id) ||
                m_warned.contains(model.id)) {
                continue;
            }
            m_warned.insert(model.id);
            qCWarning(upstreamLog).noquote()
                << QStringLiteral("The model %1 is listed by %2 and by %3; calls for it go to %2, "
                                  "which stands first. Name both as its targets under models to "
                                  "use both.")
                       .arg(QString::fromUtf8(model.id),
                            serving->settings().name,
                            one->settings().name);
        }
    }
}

} // namespace proxy
