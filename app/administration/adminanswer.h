// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/adminwish.h"

#include <QTextStream>

namespace app {

struct OutputStreams
{
    QTextStream &out;
    QTextStream &err;
};

/// Prints what the admin API answered, for people, or as it came. The program's exit code.
[[nodiscard]] int
showAnswer(const AdminWish &wish, int status, const QByteArray &body, OutputStreams to);

} // namespace app
