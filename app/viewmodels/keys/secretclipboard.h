// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Puts a text with a secret on the clipboard, and takes it off after a minute when it is still
/// there. GUI thread.
void copySecret(const QString &text);
