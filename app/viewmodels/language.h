// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/configuration/ownersettings.h"

#include <QLocale>
#include <QString>
#include <QStringList>

/// The languages of the window. The one in force decides the sentences and how numbers, amounts and
/// dates are written; American English until use() says otherwise. What was said before a change
/// stays as it was: call use() before the window is made. Main thread.
/// Sentences of core and proxy: sentences/sentences.h. Amounts: displaycurrency.h.
namespace language {

using Choice = core::Appearance::Language;

/// By the places of Choice after System, each as its own speakers call it: "Deutsch".
[[nodiscard]] QStringList names();

/// The offered language that comes first among what the desktop asks for, with its country's way to
/// write numbers; English when it asks for none of them.
[[nodiscard]] QLocale ofSystem(const QLocale &system = QLocale::system());
[[nodiscard]] QLocale localeFor(Choice choice); ///< System: ofSystem()

/// Puts it in force. False when it is already.
bool use(const QLocale &locale);
[[nodiscard]] QLocale inForce();

} // namespace language
