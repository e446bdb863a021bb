// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/dialects/chatrequest.h"

namespace proxy::chat {

/// One entry of `messages`; as read().
[[nodiscard]] core::Result<Message> readMessage(QByteArrayView object);
/// One entry of `tools`.
[[nodiscard]] core::Result<Tool> readTool(QByteArrayView object);

} // namespace proxy::chat
