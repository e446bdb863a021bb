// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace proxy {

/// What a chat's incoming webhook is posted, one line a sentence. {"text": ...} is what Slack,
/// Mattermost, Rocket.Chat, Zulip (slack_incoming), Google Chat and Discord (its address followed
/// by /slack) all take; Teams' workflows want an Adaptive Card, and are known by their host.
/// Names come from callers: nothing in them is read as a command, a link or a mention.
[[nodiscard]] QByteArray webhookBody(const QByteArray &url, const QStringList &lines);

/// Why an address cannot be one; empty when it can. Never repeats the address.
[[nodiscard]] QString whyNoWebhook(const QByteArray &url);

} // namespace proxy
