// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

/// The sentences of core and proxy in the language of the window.
///
/// They are made in English, once: clients, logs and commands need one language, and the ledger
/// keeps what a call was told for years. So the window knows each sentence with its gaps
/// (sentencetable.h), finds what stands in them and fills it into the translation: amounts, counts
/// and times as the language writes them, sentences inside a sentence translated as well. Nothing
/// in core or proxy has to know of it. Any thread.
/// Failure: a sentence that is not known, such as a provider's own, stays as it is.
namespace sentences {

/// One sentence, or several with a blank between them.
[[nodiscard]] QString translated(const QString &english);

/// What was wrong, and behind it what to do about it.
[[nodiscard]] QString of(const core::Error &error);

/// Every known sentence, in English, with its gaps.
[[nodiscard]] QStringList known();

} // namespace sentences
