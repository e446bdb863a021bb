// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/pipeline/cacheuse.h"

#include "core/base/jsontext.h"
#include "proxy/pipeline/relay.h"
#include "proxy/responsecache.h"
#include "proxy/upstream/upstreams.h"

#include <QCryptographicHash>

namespace proxy {

namespace {

/// With its length in front, so that no two lists of parts read alike.
void add(QCryptographicHash &hash, QByteArrayView part)
{
    hash.addData(QByteArray::number(part.size()) + ':');
    hash.addData(part);
}

bool wasServedAsAsked(const RequestContext &context)
{
    switch (context.decision) {
    case core::Decision::Allow:
    case core::Decision::Warn:
    case core::Decision::Queue:
        return context.disabledTools.empty();
    default:
        return false; // clamped, downgraded, or another model stood in
    }
}

} // namespace

CacheUse cacheUseOf(const WorkerContext &worker, const RequestContext &context)
{
    const core::Model *model = worker.upstreams.logical(context.facts.model);
    const QByteArray control = headerValue(context.request.headers, "cache-control").toLower();
    const bool isForm = context.request.form != nullptr; // a key over a file would read it all
    if (model == nullptr || !model->cacheSeconds || isForm || control.contains("no-store")) {
        return {};
    }
    QByteArray body = context.request.body;
    for (const QByteArrayView name : {"user", "metadata"}) {
        if (const auto member = core::findMember(body, name)) {
            body = core::withoutMember(body, *member);
        }
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    add(hash, context.attribution.of(core::Dimension::Tenant));
    add(hash, context.upstreamPath);
    add(hash, context.facts.model);
    add(hash, body);
    return {hash.result(), !control.contains("no-cache")};
}

void keepAnswer(const WorkerContext &worker, const RequestContext &context, const RelayEnd &end)
{
    const core::Model *model = worker.upstreams.logical(context.facts.model);
    if (end.kept.isEmpty() || model == nullptr || !model->cacheSeconds ||
        !wasServedAsAsked(context)) {
        return;
    }
    worker.cache.put(context.cacheKey,
                     {end.contentType, end.kept, context.model.id, context.facts.stream},
                     worker.clock.now() + std::chrono::seconds(*model->cacheSeconds));
}

core::Price cachePrice()
{
    core::Price price;
    price.sourceText = QStringLiteral("cache");
    return price;
}

} // namespace proxy
