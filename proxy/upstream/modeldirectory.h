// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot.h"

#include <QByteArray>

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace proxy {

/// Prompt tokens that a model's chat template adds, learnt by counting an empty conversation
/// (design section 4: the bound).
struct TemplateOverhead
{
    qint64 conversation = 0; ///< one empty message
    qint64 message = 0;      ///< each further one
    qint64 tools = 0;        ///< more, as soon as there are tools
};

/// One card of the upstream's /v1/models (vLLM entrypoints/openai/models/protocol.py).
struct ServedModel
{
    QByteArray id{};
    QByteArray root{};        ///< where it was loaded from; often the Hugging Face name
    QByteArray parent{};      ///< of a LoRA adapter
    qint64 contextLength = 0; ///< max_model_len; a LoRA has its parent's; 0 is unknown
    /// What the owner says of a model whose upstream does not tell; 0: nothing. For the bound.
    qint64 ownersContext = 0;
    std::optional<TemplateOverhead> overhead{};
    QByteArray card{}; ///< as the upstream sent it, JSON
};

/// What the upstream serves and how it is doing, shared by all workers. Any thread: readers get
/// an immutable list.
class ModelDirectory
{
public:
    using Models = std::vector<ServedModel>;

    ModelDirectory(QString name, QString url);

    [[nodiscard]] std::shared_ptr<const Models> models() const;
    /// The card of that id; of the first one when `id` is empty (vLLM serves its base model then).
    /// Null: none. A card never changes; a later one takes its place.
    [[nodiscard]] std::shared_ptr<const ServedModel> find(const QByteArray &id) const;
    [[nodiscard]] bool has(const QByteArray &id) const { return find(id) != nullptr; }
    /// False for an upstream that has no /v1/models: then it may serve whatever is configured.
    [[nodiscard]] bool isListed() const;
    void publishUnlisted();
    /// Replaces the list; overheads already learnt are kept.
    void publish(Models models);
    void learn(const QByteArray &id, const TemplateOverhead &overhead);
    /// A settlement was above its bound by this many prompt tokens.
    void raiseOverhead(const QByteArray &id, qint64 tokens);
    /// A settlement was above its bound: the owner is to see it in status().
    void wentAboveBound();

    void reached(core::Time now);
    void failed(core::Time now, const QString &error);
    /// Gauges of the upstream's /metrics; -1 where it has none.
    void gauges(int running, int waiting, double kvCacheUse);
    void generated(qint64 totalTokens, core::Time now); ///< its counter, for tokens per second
    /// What else its /metrics says, and what follows from it.
    void watched(const core::EngineFigures &engine,
                 const core::TrafficFinding &traffic,
                 const std::optional<core::OwnHardwareCost> &ownHardware);
    [[nodiscard]] core::UpstreamStatus status() const;
    [[nodiscard]] bool isReachable() const; ///< as status() says
    [[nodiscard]] bool isVllm() const;      ///< some model tells its context length
    /// The gauges that a choice between replicas looks at; zero where unknown.
    struct Load
    {
        bool isReachable = false;
        int waiting = 0;
        double kvCacheUse = 0;
    };
    [[nodiscard]] Load load() const;
    [[nodiscard]] quint64 revision() const; ///< grows with every change of status()

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const Models> m_models;
    core::UpstreamStatus m_status;
    bool m_isListed = true;
    quint64 m_revision = 1;
    qint64 m_generated = -1;
    core::Time m_generatedAt{};
};

} // namespace proxy
