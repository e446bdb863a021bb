// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

/// The rules of the layers (README.md, "The map"), as pure functions of a file's path, relative to
/// the source folder, and its text. Each gives a sentence per violation.
namespace rules {

/// No file of the layers is longer; what is listed in rules.cpp is a table.
inline constexpr int LongestFile = 300;

[[nodiscard]] QStringList includes(const QString &path, const QString &text);
[[nodiscard]] QStringList qmlImports(const QString &path, const QString &text);
/// Names that only one file may use: QML files and the version of Qt.
[[nodiscard]] QStringList ownedNames(const QString &path, const QString &text);
[[nodiscard]] QStringList licence(const QString &path, const QString &text);
[[nodiscard]] QStringList length(const QString &path, const QString &text);

} // namespace rules
