// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/accounts.h"
#include "proxy/apierror.h"
#include "proxy/mailbox.h"

#include <memory>

namespace proxy {

/// Answers a wish once it has been fulfilled, in the worker's thread: `status` with `json`, which
/// may be empty, or what went wrong.
[[nodiscard]] inline Accounts::Answer
answerLater(Mailbox &mailbox, std::shared_ptr<ClientStream> client, int status, QByteArray json)
{
    return [&mailbox, client = std::move(client), status, json = std::move(json)](
               const core::Outcome &outcome) {
        mailbox.post([client, status, json, outcome] {
            if (!outcome.ok()) {
                respondError(*client, ApiError::from(outcome.error()));
            } else if (json.isEmpty()) {
                client->respond(status, {}, {});
            } else {
                respondJson(*client, status, json);
            }
        });
    };
}

} // namespace proxy
