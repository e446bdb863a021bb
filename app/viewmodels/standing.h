// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

/// How something stands against its cap; every view tells the four apart by shape or word and
/// only then by colour.
namespace Standing { // NOLINT(readability-identifier-naming): QML wants a capital
Q_NAMESPACE
QML_ELEMENT

enum Kind {
    Calm,   ///< below the first soft mark, or without a cap
    Near,   ///< a soft mark was crossed
    Full,   ///< the cap is reached
    Paused, ///< a person paused it
};
Q_ENUM_NS(Kind)
} // namespace Standing
