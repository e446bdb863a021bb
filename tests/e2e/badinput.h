// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace e2e {

/// The columns and rows of requests that must be refused: each endpoint, each member.
void addBadRequests();
/// Those that ask for what a person does in the window (addBadRequests() calls it).
void addOwnersWishes();
/// Those to /api/admin/budgets and /api/admin/pause (likewise).
void addBudgetsAndPauses();
/// "GET /path", its body (null: none), and the status and the name that the refusal has.
void row(const char *name,
         const QByteArray &request,
         const QByteArray &body,
         int status,
         const QByteArray &named);
/// The columns and rows of starts that must fail: each flag, variable and configuration key.
void addBadStarts();

} // namespace e2e
