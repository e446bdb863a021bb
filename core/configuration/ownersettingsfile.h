// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/configuration/ownersettings.h"

#include <QString>

namespace core {

/// settings.ini in the data folder: the one place of what is set in the window. Capstan alone
/// writes it; no secret stands in it.
///
/// Failure: an entry that cannot be used is an error that names file and entry; it is never
/// passed over in silence, as it may be the one that keeps others out.
class OwnerSettingsFile
{
public:
    /// An empty name: nothing is read, and nothing can be written.
    explicit OwnerSettingsFile(QString file);

    [[nodiscard]] const QString &file() const { return m_file; }
    [[nodiscard]] Result<OwnerSettings> read() const; ///< all absent when there is no file
    /// Replaces the file as a whole, durably.
    [[nodiscard]] Outcome write(const OwnerSettings &settings) const;

private:
    QString m_file;
};

} // namespace core
