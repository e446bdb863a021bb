// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/upstream/modeldirectory.h"

#include <algorithm>
#include <utility>

namespace proxy {

ModelDirectory::ModelDirectory(QString name, QString url)
    : m_models(std::make_shared<const Models>())
{
    m_status.name = std::move(name);
    m_status.url = std::move(url);
}

std::shared_ptr<const ModelDirectory::Models> ModelDirectory::models() const
{
    const std::lock_guard lock(m_mutex);
    return m_models;
}

std::shared_ptr<const ServedModel> ModelDirectory::find(const QByteArray &id) const
{
    const std::shared_ptr<const Models> list = models();
    const auto it = id.isEmpty() ? list->begin() : std::ranges::find(*list, id, &ServedModel::id);
    return it == list->end() ? nullptr : std::shared_ptr<const ServedModel>(list, &*it);
}

bool ModelDirectory::isListed() const
{
    const std::lock_guard lock(m_mutex);
    return m_isListed;
}

void ModelDirectory::publishUnlisted()
{
    publish({});
    const std::lock_guard lock(m_mutex);
    m_isListed = false;
}

void ModelDirectory::publish(Models models)
{
    const std::lock_guard lock(m_mutex);
    m_isListed = true;
    std::vector<QByteArray> names;
    for (ServedModel &model : models) {
        const auto known = std::ranges::find(*m_models, model.id, &ServedModel::id);
        if (!model.overhead && known != m_models->end()) {
            model.overhead = known->overhead;
        }
        names.push_back(model.id);
    }
    m_models = std::make_shared<const Models>(std::move(models));
    if (m_status.models != names) {
        m_status.models = std::move(names);
        ++m_revision;
    }
}

void ModelDirectory::learn(const QByteArray &id, const TemplateOverhead &overhead)
{
    const std::lock_guard lock(m_mutex);
    auto copy = std::make_shared<Models>(*m_models);
    const auto it = std::ranges::find(*copy, id, &ServedModel::id);
    if (it != copy->end()) {
        it->overhead = overhead;
        m_models = std::move(copy);
    }
}

void ModelDirectory::raiseOverhead(const QByteArray &id, qint64 tokens)
{
    const std::shared_ptr<const ServedModel> model = find(id);
    if (model && model->overhead) {
        TemplateOverhead raised = *model->overhead;
        raised.conversation += tokens;
        learn(model->id, raised);
    }
}

void ModelDirectory::wentAboveBound()
{
    const std::lock_guard lock(m_mutex);
    ++m_status.callsAboveBound;
    ++m_revision;
}

void ModelDirectory::reached(core::Time now)
{
    const std::lock_guard lock(m_mutex);
    if (!m_status.reachable) {
        m_status.reachable = true;
        m_status.since = now;
        m_status.lastError.clear();
        ++m_revision;
    }
}

void ModelDirectory::failed(core::Time now, const QString &error)
{
    const std::lock_guard lock(m_mutex);
    if (m_status.reachable || m_status.since == core::Time{} || m_status.lastError != error) {
        m_status.since =
            m_status.reachable || m_status.since == core::Time{} ? now : m_status.since;
        m_status.reachable = false;
        m_status.lastError = error;
        m_status.running = m_status.waiting = -1;
        m_status.kvCacheUse = m_status.outputTokensPerSecond = -1;
        m_generated = -1;
        ++m_revision;
    }
}

void ModelDirectory::gauges(int running, int waiting, double kvCacheUse)
{
    const std::lock_guard lock(m_mutex);
    if (m_status.running != running || m_status.waiting != waiting ||
        m_status.kvCacheUse != kvCacheUse) {
        m_status.running = running;
        m_status.waiting = waiting;
        m_status.kvCacheUse = kvCacheUse;
        ++m_revision;
    }
}

void ModelDirectory::generated(qint64 totalTokens, core::Time now)
{
    const std::lock_guard lock(m_mutex);
    // A counter that falls means that the upstream was restarted: no rate from this pair.
    if (m_generated >= 0 && totalTokens >= m_generated && now > m_generatedAt) {
        const std::chrono::duration<double> elapsed = now - m_generatedAt;
        const double rate = static_cast<double>(totalTokens - m_generated) / elapsed.count();
        if (rate != m_status.outputTokensPerSecond) {
            m_status.outputTokensPerSecond = rate;
            ++m_revision;
        }
    }
    m_generated = totalTokens;
    m_generatedAt = now;
}

void ModelDirectory::watched(const core::EngineFigures &engine,
                             const core::TrafficFinding &traffic,
                             const std::optional<core::OwnHardwareCost> &ownHardware)
{
    const std::lock_guard lock(m_mutex);
    if (m_status.engine != engine || m_status.traffic != traffic ||
        m_status.ownHardware != ownHardware) {
        m_status.engine = engine;
        m_status.traffic = traffic;
        m_status.ownHardware = ownHardware;
        ++m_revision;
    }
}

core::UpstreamStatus ModelDirectory::status() const
{
    const std::lock_guard lock(m_mutex);
    return m_status;
}

bool ModelDirectory::isReachable() const
{
    const std::lock_guard lock(m_mutex);
    return m_status.reachable;
}

bool ModelDirectory::isVllm() const
{
    const std::shared_ptr<const Models> list = models();
    return std::ranges::any_of(*list, [](const ServedModel &one) { return one.contextLength > 0; });
}

ModelDirectory::Load ModelDirectory::load() const
{
    const std::lock_guard lock(m_mutex);
    return {m_status.reachable, std::max(0, m_status.waiting), std::max(0.0, m_status.kvCacheUse)};
}

quint64 ModelDirectory::revision() const
{
    const std::lock_guard lock(m_mutex);
    return m_revision;
}

} // namespace proxy
