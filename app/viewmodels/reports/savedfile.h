// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Files that the window makes for a person.
namespace savedfile {

/// In `folder`, or in the person's folder for downloads when that is empty:
/// "<stem>.csv"; "-2", "-3" ... when there is one already.
[[nodiscard]] QString freePath(const QString &folder, const QString &stem, const QString &ending);

/// Writes it, and says where it stands; or why it does not, and what to do.
[[nodiscard]] QString save(const QString &path, const QByteArray &content);
[[nodiscard]] QString savedText(const QString &path); ///< "Saved as ..."

} // namespace savedfile
