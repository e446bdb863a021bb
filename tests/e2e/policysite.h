// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "site.h"

#include <QFile>
#include <QTest>

using namespace e2e;
using namespace Qt::StringLiterals;

/// `cheap` costs a tenth of a cent a token, `dear` a whole one; neither charges for input.
inline const QByteArray Routes =
    "\n"
    "  cheap: { provider: vllm, physical_name: unpriced, price: { input: 0, output: 1000 } }\n"
    "  dear: { provider: vllm, physical_name: cent, price: { input: 0, output: 10000 } }\n"
    "routes:\n"
    "  /answer-routed: { tiers: { cheap: cheap, expensive: dear }, max_output_tokens: 75 }\n"
    "  /conversation-turn: { tiers: { cheap: cheap, expensive: dear }, max_output_tokens: 75 }\n"
    "policy: policy.yaml\n";

inline const QByteArray Policy =
    "version: \"1\"\n"
    "namespaces:\n"
    "  default:\n"
    "    rules:\n"
    "      - { id: shared, primitive: budget_threshold, period: daily, limit_usd: 0.10, action: "
    "deny }\n"
    "  demo:\n"
    "    rules:\n"
    "      - { id: demo-hourly-cap, primitive: budget_threshold, period: hourly, limit_usd: 1.00,\n"
    "          action: deny, deny_reason: \"Hourly budget exceeded\" }\n"
    "      - { id: demo-route-preference, primitive: route_preference, route_name: "
    "/conversation-turn,\n"
    "          prefer_tier: cheap }\n"
    "  saving:\n"
    "    rules:\n"
    "      - { id: saver, primitive: budget_threshold, period: daily, limit_usd: 1.00,\n"
    "          action: downgrade }\n"
    "  closed:\n"
    "    rules:\n"
    "      - { id: only-cheap, primitive: model_allow, models: [cheap], action: deny }\n";

/// Capstan with the policy in a file of its own.
class PolicySite
{
public:
    PolicySite()
        : site(wish())
    {
        write(Policy);
        started = site.start();
    }

    void write(const QByteArray &policy) const
    {
        QFile file(site.folder() + u"/policy.yaml"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(policy);
    }

    /// 75 tokens at most, and as many generated.
    test::Answer infer(const QByteArray &space, const QByteArray &more = {})
    {
        return site.post(
            "/infer",
            "{\"prompt\":\"[[tokens=75]] Summarise.\",\"tenant_id\":\"acme\"" +
                (space.isEmpty() ? QByteArray() : ",\"budget_namespace\":\"" + space + '"') + more +
                '}');
    }

    Site site;
    bool started = false;

private:
    static SiteWish wish()
    {
        SiteWish wish;
        wish.configuration = Routes;
        return wish;
    }
};
