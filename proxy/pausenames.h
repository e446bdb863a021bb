// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QByteArray>

namespace proxy {

/// How the ledger's settings remember who is paused: the name says whom, the value since when.
inline const QByteArray PausedAll = "paused-all";
inline const QByteArray PausedPrefix = "paused:";

[[nodiscard]] inline QByteArray pauseText(core::Time time)
{
    return QByteArray::number(static_cast<qint64>(time.time_since_epoch().count()));
}
[[nodiscard]] inline core::Time pauseTime(const QByteArray &text)
{
    return core::Time(core::Duration(text.toLongLong()));
}

} // namespace proxy
