// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>

namespace core {

/// Of a log or a list that a program wrote: one of a million calls has a third of it.
inline constexpr qint64 MostLogBytes = qint64{1} << 30;
/// Of what is written by hand: a configuration of a thousand models has 200 kB.
inline constexpr qint64 MostTextBytes = qint64{4} << 20;

/// The whole of a file that a person named, if it has at most so many bytes; NotFound says why it
/// cannot be read, InvalidInput that it is larger. Waits for the disk; any thread.
[[nodiscard]] Result<QByteArray> fileContent(const QString &path, qint64 mostBytes);

/// The next part of a file that is being written; nothing behind the last one.
using FilePart = Result<std::optional<QByteArray>>;
/// Writes a file part by part, and its folder where there is none. It stands under its name once it
/// is whole; until then, and after a failure, whatever stood there does. Unavailable says why it
/// cannot be written; a part's own error ends it, too. Waits for the disk; any thread.
[[nodiscard]] Outcome saveFile(const QString &path, const std::function<FilePart()> &next);
[[nodiscard]] Outcome saveFile(const QString &path, const QByteArray &content);

} // namespace core
