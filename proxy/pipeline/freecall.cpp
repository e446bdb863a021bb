// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/pipeline/freecall.h"

#include "core/base/jsontext.h"
#include "proxy/pipeline/routing.h"
#include "proxy/upstream/upstreams.h"

#include <utility>

namespace proxy {

namespace {

/// Empty when there is none, or the body is no JSON: the upstream says so better than we could.
QByteArray modelNamedIn(const QByteArray &body)
{
    if (!core::membersOf(body).ok()) {
        return {};
    }
    const auto member = core::findMember(body, "model");
    return member ? core::jsonString(QByteArrayView(body).sliced(
                                         member->valueBegin, member->valueEnd - member->valueBegin))
                        .value_or(QByteArray())
                  : QByteArray();
}

} // namespace

FreeCall freeCall(const WorkerContext &worker, QByteArray body)
{
    const QByteArray name = modelNamedIn(body);
    const std::vector<Target> targets =
        name.isEmpty() ? std::vector<Target>() : targetsOf(worker, name);
    if (targets.empty()) {
        return {worker.upstreams.first(), std::move(body)};
    }
    const Target &target = targets.front();
    if (target.model->id != name) {
        body = core::withMember(body, "model", core::quotedJson(target.model->id));
    }
    return {*target.upstream, std::move(body)};
}

bool servesFree(const Upstream &upstream, QByteArrayView path)
{
    const core::ProviderType type = upstream.settings().type;
    return type == core::ProviderType::OpenAi ||
           (type == core::ProviderType::Anthropic && path == "/v1/messages/count_tokens");
}

} // namespace proxy
