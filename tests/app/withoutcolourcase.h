// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lookcase.h"

/// What tests share that look for a sign beside colour.
class WithoutColourCase : public LookCase
{
    Q_OBJECT

protected:
    static constexpr int LeastSeen = 5; ///< pixels

    /// Pixels that a person sees to be lighter or darker.
    [[nodiscard]] static int difference(const QImage &a, const QImage &b);
    /// The first that is shown of that type, or has that name; nullptr: none is.
    [[nodiscard]] QQuickItem *shown(const QString &type) const;
    /// Null when nothing of that type is shown.
    [[nodiscard]] QImage pictureOf(const QString &type) const;
    [[nodiscard]] QImage pictureOf(const QQuickItem &item) const;
};
