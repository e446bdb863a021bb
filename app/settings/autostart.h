// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace app {

/// Starting at login, as the desktop's Autostart Specification has it: a file in the user's
/// autostart folder. The file is the setting; another tool may remove or hide it.
class Autostart
{
public:
    /// `program` is an absolute path; `folder` by default that of the user.
    explicit Autostart(QString program, QString folder = standardFolder());
    [[nodiscard]] static QString standardFolder();

    [[nodiscard]] bool isOn() const;
    [[nodiscard]] core::Outcome set(bool on) const;

private:
    [[nodiscard]] QString file() const;

    QString m_program;
    QString m_folder;
};

} // namespace app
