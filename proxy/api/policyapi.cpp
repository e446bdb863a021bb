// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/api/policyapi.h"

#include "core/base/jsonwriter.h"
#include "proxy/apierror.h"
#include "proxy/mailbox.h"
#include "proxy/policygate.h"

namespace proxy {

namespace {
QByteArray summary(const std::shared_ptr<const core::Policy> &policy)
{
    if (!policy) {
        return R"({"version":null,"namespaces":0,"rules":0})";
    }
    std::size_t rules = 0;
    for (const core::PolicyNamespace &space : policy->namespaces) {
        rules += space.rules.size();
    }
    return core::JsonWriter()
        .text("version", policy->version)
        .number("namespaces", static_cast<qint64>(policy->namespaces.size()))
        .number("rules", static_cast<qint64>(rules))
        .toJson();
}
} // namespace

void reloadPolicy(const WorkerContext &worker, const std::shared_ptr<ClientStream> &client)
{
    const auto answer = [&worker, client](const core::Outcome &outcome) {
        worker.mailbox.post([&worker, client, outcome] {
            if (outcome.ok()) {
                respondJson(*client, 200, summary(worker.policy.policy()));
            } else {
                respondError(*client, ApiError::from(outcome.error()));
            }
        });
    };
    worker.policy.reload(worker.accounts, answer);
}

} // namespace proxy
