// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonValue>

namespace sim {

/// A JSON value as Python prints it: pydantic shows the offending input that way.
[[nodiscard]] QByteArray pythonRepr(const QJsonValue &value);

} // namespace sim
