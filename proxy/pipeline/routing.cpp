// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/pipeline/routing.h"

#include "core/routing/balance.h"
#include "proxy/pipeline/autoroute.h"
#include "proxy/pipeline/namedroutes.h"
#include "proxy/pipeline/refusals.h"
#include "proxy/upstream/upstreams.h"

#include <QVarLengthArray>

#include <algorithm>
#include <utility>

namespace proxy {

using core::RouteDecision;

namespace {

constexpr qsizetype UsualTargets = 8; // more take an allocation

/// Finds the targets of names, each name once, however its fallbacks run in circles.
class Planner
{
public:
    explicit Planner(const WorkerContext &worker)
        : m_worker(worker)
    {}

    void add(const QByteArray &name)
    {
        if (const core::Model *model = m_worker.upstreams.logical(name)) {
            addLogical(*model);
        } else if (Upstream *upstream = m_worker.upstreams.serving(name)) {
            if (auto served = upstream->provider.models.find(name)) {
                targets.push_back({upstream, std::move(served)});
            }
        }
    }

    void addLogical(const core::Model &model)
    {
        if (m_visited.contains(&model)) {
            return;
        }
        m_visited.append(&model);
        addReplicas(model);
        for (const QByteArray &fallback : model.fallbacks) {
            add(fallback);
        }
    }

    void addReplicas(const core::Model &model)
    {
        std::vector<Target> replicas;
        QVarLengthArray<core::BalancedTarget, UsualTargets> loads;
        replicas.reserve(model.targets.size());
        for (const core::ModelTarget &one : model.targets) {
            if (auto target = available(model, one)) {
                if (model.targets.size() > 1) {
                    loads.append(loadOf(*target, one.weight));
                }
                replicas.push_back(std::move(*target));
            }
        }
        if (replicas.size() < 2) {
            std::ranges::move(replicas, std::back_inserter(targets));
            return;
        }
        targets.reserve(targets.size() + replicas.size() + model.fallbacks.size());
        for (const std::size_t index :
             core::balance({loads.constData(), static_cast<std::size_t>(loads.size())})) {
            targets.push_back(std::move(replicas[index]));
        }
    }

    std::vector<Target> targets;
    std::vector<RouteDecision::Considered> absent; ///< configured, and why they can't serve

private:
    std::optional<Target> available(const core::Model &model, const core::ModelTarget &one)
    {
        Upstream *const upstream = m_worker.upstreams.named(one.provider);
        const char *because = "not a provider";
        if (upstream != nullptr && upstream->isAvailable()) {
            ModelDirectory &directory = upstream->provider.models;
            auto served = directory.find(one.physicalName);
            if (!served && !directory.isListed()) {
                served = std::make_shared<const ServedModel>(ServedModel{.id = one.physicalName});
            }
            if (served) {
                const auto &price = one.price ? one.price : model.price;
                return Target{upstream,
                              std::move(served),
                              model.maxTokens,
                              model.contextLength,
                              price ? &*price : nullptr};
            }
            because = directory.isReachable() ? "does not serve it" : "not reachable";
        }
        core::RouteCandidate candidate;
        candidate.model = one.physicalName;
        candidate.provider = one.provider;
        candidate.unavailable = upstream != nullptr && !upstream->isAvailable()
                                    ? upstream->settings().whyUnavailable().toUtf8()
                                    : QByteArray(because);
        absent.push_back({std::move(candidate), {}, "unavailable"});
        return std::nullopt;
    }

    static core::BalancedTarget loadOf(const Target &target, int weight)
    {
        const Provider &provider = target.upstream->provider;
        const ModelDirectory::Load load = provider.models.load();
        return {provider.health.view(target.model->id),
                weight,
                load.isReachable,
                load.waiting,
                load.kvCacheUse};
    }

    const WorkerContext &m_worker;
    QVarLengthArray<const core::Model *, UsualTargets> m_visited;
};

/// 503 with the reason of each target.
ApiError nobodyServes(const std::vector<RouteDecision::Considered> &absent)
{
    ApiError error;
    error.status = 503;
    error.type = "upstream_error";
    error.code = "no_available_provider";
    error.message = "No provider can serve this model now:";
    for (const RouteDecision::Considered &one : absent) {
        error.message += ' ' + one.candidate.model + " at " + one.candidate.provider + " (" +
                         one.candidate.unavailable + ")" + (&one == &absent.back() ? "." : ",");
    }
    return error;
}

ApiError noTarget(const WorkerContext &worker,
                  const QByteArray &asked,
                  const std::vector<RouteDecision::Considered> &absent)
{
    if (!worker.upstreams.isAnyReachable()) {
        return upstreamFailure({UpstreamFailure::Connect, {}, false});
    }
    if (!absent.empty()) {
        return nobodyServes(absent);
    }
    std::vector<ServedModel> served;
    for (const core::Model &model : worker.settings.models) {
        served.emplace_back().id = model.name;
    }
    for (const auto &upstream : worker.upstreams.all()) {
        const auto models = upstream->provider.models.models();
        served.insert(served.end(), models->begin(), models->end());
    }
    return unknownModel(asked, served);
}

RoutePlan planNamed(const WorkerContext &worker, const QByteArray &name)
{
    Planner planner(worker);
    planner.add(name);
    RoutePlan plan;
    plan.targets = std::move(planner.targets);
    plan.record = worker.namedRoutes.recordOf(plan.targets, planner.absent);
    if (plan.targets.empty()) {
        plan.error = noTarget(worker, name, planner.absent);
    }
    return plan;
}

} // namespace

std::vector<Target> targetsOf(const WorkerContext &worker, const QByteArray &name)
{
    Planner planner(worker);
    planner.add(name);
    return std::move(planner.targets);
}

std::vector<Target> replicasOf(const WorkerContext &worker, const core::Model &model)
{
    Planner planner(worker);
    planner.addReplicas(model);
    return std::move(planner.targets);
}

RoutePlan planRoute(const WorkerContext &worker, const RequestContext &context)
{
    const bool isAutomatic = worker.settings.routing.isOn && context.facts.model == AutomaticModel;
    return isAutomatic ? planAutomatic(worker, context) : planNamed(worker, context.facts.model);
}

} // namespace proxy
