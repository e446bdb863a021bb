// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQuickItem>

/// Finds what is elided under the pointer. In C++, as a picture in QML is a tree of which the
/// topmost item of a place is often an empty one: a list's highlight lies over its current row.
class ElidedText : public QObject
{
    Q_OBJECT
    QML_ELEMENT

public:
    using QObject::QObject;

    /// The topmost elided text at that place of the item, or null.
    [[nodiscard]] Q_INVOKABLE QQuickItem *at(QQuickItem *below, QPointF place) const;
};
