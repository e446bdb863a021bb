// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>

/// Where the window offers what a route of the API, a field of one, or an option of a command does:
/// a property or an invokable of a view model, or why a window has no use for it ("no: …").
namespace places {

/// By "POST /api/admin/pause", "POST /api/admin/pause tenant", "capstan price --input".
[[nodiscard]] const QHash<QByteArray, QByteArray> &all();

} // namespace places
