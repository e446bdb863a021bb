// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/api/inferapi.h"

#include "core/base/jsontext.h"
#include "core/base/jsonwriter.h"
#include "core/policy/policybudgets.h"
#include "proxy/api/faults.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <utility>

namespace proxy {

using namespace Qt::StringLiterals;

namespace {

/// A text field; absent and null leave `target` as it is.
void take(const QJsonObject &json, const char *name, QByteArray &target, Faults &faults)
{
    const QJsonValue value = json.value(QLatin1StringView(name));
    if (value.isString()) {
        target = value.toString().toUtf8();
    } else if (!value.isUndefined() && !value.isNull()) {
        faults.add(name, "must be a text");
    }
}

void demand(const char *name, const QByteArray &value, Faults &faults)
{
    if (value.trimmed().isEmpty()) {
        faults.add(name, "is required and must not be blank");
    }
}

QByteArray firstAnswer(const QJsonObject &completion)
{
    const QJsonObject choice = completion.value("choices"_L1).toArray().first().toObject();
    return choice.value("message"_L1).toObject().value("content"_L1).toString().toUtf8();
}
} // namespace

core::Result<InferRequest> readInferRequest(const QByteArray &body)
{
    Faults faults;
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject()) {
        faults.add({}, "must be a JSON object");
        return faults.error();
    }
    const QJsonObject json = document.object();
    InferRequest infer;
    const std::array<std::pair<const char *, QByteArray InferRequest::*>, 8> fields{{
        {"prompt", &InferRequest::prompt},
        {"tenant_id", &InferRequest::tenant},
        {"caller_id", &InferRequest::caller},
        {"feature_id", &InferRequest::feature},
        {"experiment_id", &InferRequest::experiment},
        {"budget_namespace", &InferRequest::budgetNamespace},
        {"model_tier", &InferRequest::tier},
        {"route_name", &InferRequest::routeName},
    }};
    for (const auto &[name, member] : fields) {
        take(json, name, infer.*member, faults);
    }
    demand("prompt", infer.prompt, faults);
    demand("tenant_id", infer.tenant, faults);
    if (infer.tier != "cheap" && infer.tier != "expensive") {
        faults.add("model_tier", "must be cheap or expensive");
    }
    if (faults.any()) {
        return faults.error();
    }
    return infer;
}

QByteArray chatOf(const InferRequest &infer, const QByteArray &model, qint64 maxOutputTokens)
{
    const QByteArray message =
        core::JsonWriter().text("role", "user").text("content", infer.prompt).toJson();
    return core::JsonWriter()
        .text("model", model)
        .raw("messages", '[' + message + ']')
        .number("max_tokens", maxOutputTokens)
        .toJson();
}

HeaderList attributionOf(const InferRequest &infer)
{
    return {{"x-tenant-id", infer.tenant},
            {"x-agent-id", infer.caller},
            {"x-feature-id", infer.feature},
            {"x-experiment-id", infer.experiment},
            {"x-budget-namespace", infer.budgetNamespace}};
}

void respondDetail(ClientStream &client, int status, const QByteArray &detail)
{
    client.respond(status,
                   {{"content-type", "application/json"}},
                   core::JsonWriter().raw("detail", detail).toJson());
}

InferAnswer::InferAnswer(std::shared_ptr<ClientStream> client,
                         QByteArray tier,
                         std::shared_ptr<const core::Policy> policy)
    : ShapedAnswer(std::move(client))
    , m_tier(std::move(tier))
    , m_policy(std::move(policy))
{}

void InferAnswer::respond(int status, const HeaderList &headers, const QByteArray &body)
{
    const bool good = status >= 200 && status < 300;
    ShapedAnswer::respond(status, headers, good ? answer(headers, body) : denial(body));
}

/// S3-02
QByteArray InferAnswer::answer(const HeaderList &headers, const QByteArray &body) const
{
    const QJsonObject completion = QJsonDocument::fromJson(body).object();
    const QJsonObject usage = completion.value("usage"_L1).toObject();
    const QByteArray cost = headerValue(headers, "x-capstan-cost-usd");
    const QByteArray tier = headerValue(headers, "x-capstan-tier");
    core::JsonWriter json;
    json.text("request_id", headerValue(headers, "x-capstan-request-id"))
        .text("answer", firstAnswer(completion))
        .text("selected_model", headerValue(headers, "x-capstan-model"))
        .raw("estimated_cost_usd", cost.isEmpty() ? "0" : cost)
        .number("tokens_in", usage.value("prompt_tokens"_L1).toInteger())
        .number("tokens_out", usage.value("completion_tokens"_L1).toInteger())
        .text("policy_decision", headerValue(headers, "x-capstan-policy-decision"))
        .textOrNull("policy_reason", headerValue(headers, "x-capstan-policy-reason"))
        .text("effective_model_tier", tier.isEmpty() ? m_tier : tier);
    return json.toJson();
}

/// S3-04: an object, as the seed's program sends it (its README shows a text).
QByteArray InferAnswer::denial(const QByteArray &body) const
{
    const QJsonObject error = QJsonDocument::fromJson(body).object().value("error"_L1).toObject();
    const QByteArray budget = error.value("budget"_L1).toString().toUtf8();
    const core::PolicyRule *rule = m_policy ? core::policyRule(*m_policy, budget) : nullptr;
    const QByteArray message = error.value("message"_L1).toString().toUtf8();
    core::JsonWriter detail;
    if (rule != nullptr) {
        detail.text("error", "budget_exceeded")
            .text("reason", rule->denyReason.isEmpty() ? "budget_exceeded"_ba : rule->denyReason)
            .text("policy_id", rule->id);
    } else {
        const QByteArray policyId = error.value("policy_id"_L1).toString().toUtf8();
        const QByteArray reason = error.value("reason"_L1).toString().toUtf8();
        detail.text("error", error.value("code"_L1).toString().toUtf8())
            .text("reason", reason.isEmpty() ? message : reason)
            .textOrNull("policy_id", policyId.isEmpty() ? budget : policyId);
    }
    detail.text("message", message);
    return core::JsonWriter().raw("detail", detail.toJson()).toJson();
}

} // namespace proxy
