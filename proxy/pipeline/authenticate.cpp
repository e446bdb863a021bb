// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/pipeline/authenticate.h"

#include "core/base/jsontext.h"
#include "proxy/accounts.h"
#include "proxy/pipeline/refusals.h"

namespace proxy {

namespace {

/// Where OpenAI's and Anthropic's clients put it.
QByteArray presentedKey(const HttpRequest &request)
{
    const QByteArray bearer = headerValue(request.headers, "authorization");
    if (bearer.size() > 7 && bearer.first(7).compare("bearer ", Qt::CaseInsensitive) == 0) {
        return bearer.sliced(7).trimmed();
    }
    return headerValue(request.headers, "x-api-key");
}

ApiError unauthorised(QByteArray code, QByteArray message)
{
    ApiError error;
    error.status = 401;
    error.code = std::move(code);
    error.message = std::move(message);
    error.headers = {{"www-authenticate", "Bearer"}, {"x-should-retry", "false"}};
    return error;
}

std::optional<ApiError> check(const core::KeyFacts &key, core::Time now)
{
    const QByteArray remedy = " Ask the owner of this Capstan for a new one.";
    switch (key.stateAt(now)) {
    case core::KeyState::Active:
        break;
    case core::KeyState::Expired:
        return unauthorised("key_expired",
                            "This key expired at " + timeText(key.expiresAt) + '.' + remedy);
    case core::KeyState::Revoked:
        return unauthorised("key_revoked",
                            "This key was revoked at " + timeText(key.revokedAt) + '.' + remedy);
    }
    return std::nullopt;
}

} // namespace

Caller authenticate(const WorkerContext &worker, const HttpRequest &request)
{
    const QByteArray text = presentedKey(request);
    if (!text.startsWith(core::VirtualKeyPrefix)) {
        if (!worker.settings.requireKeys) {
            return {};
        }
        return {{},
                unauthorised("key_required",
                             "This Capstan asks every caller for a key: send Authorization: "
                             "Bearer sk-cap-…. Its owner makes one with `capstan key create`.")};
    }
    std::shared_ptr<const core::VirtualKey> key = worker.accounts.keyRing()->find(text);
    if (!key) {
        return {{},
                unauthorised("invalid_api_key",
                             "This key is not known here. Check that all of it was copied, or ask "
                             "the owner of this Capstan for a new one.")};
    }
    auto refusal = check(key->facts, worker.clock.now());
    return {std::move(key), std::move(refusal)};
}

std::optional<ApiError> checkModel(const core::VirtualKey *key, const QByteArray &model)
{
    if (key == nullptr || key->facts.allows(model)) {
        return std::nullopt;
    }
    QByteArray names;
    for (const QByteArray &name : key->facts.models) {
        names += (names.isEmpty() ? "" : ", ") + name;
    }
    ApiError error;
    error.status = 403;
    error.code = "model_not_allowed";
    error.type = "permission_error";
    error.param = "model";
    error.message = "This key may not use the model " + core::quotedJson(model) +
                    ". It may use: " + names + '.';
    error.headers = {{"x-should-retry", "false"}};
    return error;
}

} // namespace proxy
