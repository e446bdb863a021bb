// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/api/chatapi.h"

#include "core/base/jsontext.h"

namespace proxy {

namespace {
core::Error invalid(const QString &message)
{
    return {
        core::ErrorCode::InvalidInput,
        message,
        QStringLiteral(
            "Send "
            "{\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}],\"scope\":\"tenant-1\"}.")};
}
} // namespace

core::Result<ScopedChat> readScopedChat(const QByteArray &body, const QByteArray &defaultModel)
{
    const auto members = core::membersOf(body);
    if (!members.ok()) {
        return members.error();
    }
    const auto messages = core::findMember(body, "messages");
    const auto scope = core::findMember(body, "scope");
    if (!messages || body.at(messages->valueBegin) != '[') {
        return invalid(QStringLiteral("messages must be a list of messages."));
    }
    const auto text = scope ? core::jsonString(QByteArrayView(body).sliced(
                                  scope->valueBegin, scope->valueEnd - scope->valueBegin))
                            : std::nullopt;
    if (!text || text->isEmpty()) {
        return invalid(QStringLiteral("scope must be a text that is not empty."));
    }
    ScopedChat chat{*text, core::withoutMember(body, *scope)};
    if (!core::findMember(chat.body, "model") && !defaultModel.isEmpty()) {
        chat.body = core::withMember(chat.body, "model", core::quotedJson(defaultModel));
    }
    chat.body = core::withMember(chat.body, "stream", "true");
    return chat;
}

} // namespace proxy
