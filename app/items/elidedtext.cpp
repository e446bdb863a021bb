// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "elidedtext.h"

#include <algorithm>

namespace {

/// What is painted last comes first.
QList<QQuickItem *> fromTheTop(const QQuickItem &item)
{
    QList<QQuickItem *> children = item.childItems();
    std::reverse(children.begin(), children.end());
    std::stable_sort(children.begin(),
                     children.end(),
                     [](const QQuickItem *a, const QQuickItem *b) { return a->z() > b->z(); });
    return children;
}

} // namespace

QQuickItem *ElidedText::at(QQuickItem *below, QPointF place) const
{
    for (QQuickItem *child : fromTheTop(*below)) {
        const QPointF inside = below->mapToItem(child, place);
        if (!child->isVisible() || !child->contains(inside)) {
            continue;
        }
        if (QQuickItem *found = at(child, inside)) {
            return found;
        }
        if (child->property("truncated").toBool()) {
            return child;
        }
    }
    return nullptr;
}
