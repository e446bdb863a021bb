// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/accounts.h"
#include "proxy/pipeline/answerheaders.h"
#include "proxy/pipeline/cacheuse.h"
#include "proxy/pipeline/meteredcall.h"
#include "proxy/pipeline/refusals.h"
#include "proxy/pipeline/settlement.h"
#include "proxy/responsecache.h"

// A call that is answered from the cache: admitted like any other, with nothing to pay, so that
// limits on requests hold; written down with its source; and never sent.

namespace proxy {

using core::Dimension;

bool MeteredCall::answerFromCache()
{
    CacheUse use = cacheUseOf(m_worker, m_context);
    m_context.cacheKey = std::move(use.key);
    if (m_context.cacheKey.isEmpty() || !use.mayLook) {
        return false;
    }
    const auto answer = m_worker.cache.find(m_context.cacheKey, m_worker.clock.now());
    if (!answer) {
        return false;
    }
    m_context.cacheKey.clear(); // it is kept already
    m_context.attribution.of(Dimension::Provider) = CacheProvider.toByteArray();
    m_context.attribution.of(Dimension::Model) = answer->model;
    m_context.model.id = answer->model;
    m_context.price = cachePrice();
    m_context.bound.amounts = {core::Money(), 0, 1};
    const core::Admission admission =
        m_worker.accounts.admit(m_context.attribution, m_context.bound.amounts);
    if (const auto *refusal = std::get_if<core::Refusal>(&admission)) {
        m_context.budgets = refusal->budgets;
        const core::Headroom room = m_worker.accounts.headroom(m_context.attribution);
        turnAway(budgetRefusal(*refusal, m_context, room, m_worker.clock.now()),
                 core::Decision::Refuse);
        return true;
    }
    const core::Admitted &admitted = std::get<core::Admitted>(admission);
    m_context.hold = admitted.hold;
    m_context.warning = admitted.warning;
    m_context.rate = admitted.rate;
    m_context.budgets = admitted.budgets;
    m_context.admittedAt = m_context.dispatchedAt = m_worker.clock.now();
    m_worker.accounts.open({.hold = m_context.hold,
                            .record = holdOf(m_context),
                            .end = [](EndReason) {},
                            .durable =
                                [](bool) {
                                }});
    RelayEnd end;
    end.usage.quality = core::CountQuality::Reported; // nothing was read or generated
    end.status = 200;
    book(end);
    send(*answer);
    return true;
}

void MeteredCall::send(const ResponseCache::Answer &answer)
{
    HeaderList head{{"content-type", answer.contentType},
                    {"x-capstan-cache", "hit"},
                    {"x-capstan-provider", CacheProvider.toByteArray()}};
    addCapstanHeaders(m_context, m_worker.clock.now(), head);
    ClientStream &client = *m_context.client;
    if (answer.isStream) {
        client.begin(200, head);
        client.write(answer.body);
        client.end();
    } else {
        client.respond(200, head, answer.body);
    }
    done();
}

} // namespace proxy
