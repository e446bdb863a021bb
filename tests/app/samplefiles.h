// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/controlcentre.h"

/// Files that a person points at, as they would be read.
namespace sample {

/// A backup of yesterday: 214 calls and a key less, a revoked key more.
void answer(LedgerRestore &restore);
/// 1,208 calls of three tenants, two lines that say nothing usable.
void answerWithUsage(FileImport &import);
/// A configuration that another gateway's file became.
void answerWithConfiguration(FileImport &import);
/// A policy that would have refused 31 calls of two tenants.
void answer(PolicyTrial &trial);

/// The button of that name, wherever it is shown; false when it is not.
[[nodiscard]] bool click(QObject &window, const QString &name);

} // namespace sample
