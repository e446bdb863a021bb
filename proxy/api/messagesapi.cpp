// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/api/messagesapi.h"

#include "proxy/dialects/anthropic.h"

namespace proxy {

bool isOfMessages(QByteArrayView path)
{
    return path.startsWith("/v1/messages");
}

void MessagesAnswer::respond(int status, const HeaderList &headers, const QByteArray &body)
{
    m_client->respond(status, headers, status < 400 ? body : anthropic::errorBody(status, body));
}

} // namespace proxy
