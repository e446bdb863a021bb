// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include <vector>

/// Names in one field, with commas between them: "web_search, code". Pure.
namespace namelist {

[[nodiscard]] inline QString text(const std::vector<QByteArray> &names)
{
    QStringList texts;
    for (const QByteArray &name : names) {
        texts += QString::fromUtf8(name);
    }
    return texts.join(QStringLiteral(", "));
}

/// Without the blanks around each; nothing between two commas is no name.
[[nodiscard]] inline std::vector<QByteArray> namesIn(const QString &text)
{
    std::vector<QByteArray> names;
    for (const QString &part : text.split(u',')) {
        if (!part.trimmed().isEmpty()) {
            names.push_back(part.trimmed().toUtf8());
        }
    }
    return names;
}

} // namespace namelist
