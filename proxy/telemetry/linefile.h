// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QFile>
#include <QString>

namespace proxy {

/// A file of lines that only grows, until it is rotated: FILE becomes FILE.1, that one FILE.2, and
/// the oldest goes. Written under an exclusive advisory lock (flock), each time in one piece. A
/// last line that a crash tore is taken away when the file is opened.
class LineFile
{
public:
    struct Rules
    {
        qint64 rotateBytes = 0;
        int keep = 0;
        bool sync = false; ///< wait for the disk after each append()
    };

    LineFile(const QString &path, Rules rules);

    /// Unavailable when the folder or the file cannot be made, locked or written; then nothing is
    /// relied on: the next append() opens it anew.
    [[nodiscard]] core::Outcome append(const QByteArray &lines);
    /// The last bytes that are there, after opening: what may have been written before a crash.
    [[nodiscard]] core::Result<QByteArray> tail(qint64 bytes);

private:
    [[nodiscard]] core::Outcome open();
    [[nodiscard]] core::Outcome rotate();
    [[nodiscard]] bool mendEnd();
    [[nodiscard]] core::Error fault(const QString &what);

    QFile m_file;
    Rules m_rules;
};

} // namespace proxy
