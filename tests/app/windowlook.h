// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop.h"

#include <QImage>
#include <QQuickItem>
#include <QQuickWindow>

/// Looks at a window as a person does: what is on it, where, and in which colours.
namespace look {

/// All that is visible below an item, also what a repeater or a list made.
[[nodiscard]] QList<QQuickItem *> shownItems(const QQuickItem &root);
/// What one can use now: the topmost dialog, the first run, or the page.
[[nodiscard]] QQuickItem &inFront(QQuickWindow &window);
/// The part of it, in the window's coordinates, that nothing clips away.
[[nodiscard]] QRectF seenPart(const QQuickItem &item);
/// As a failing test names it: class, object name and text.
[[nodiscard]] QByteArray nameOf(const QQuickItem &item);

/// WCAG 2.2, "contrast ratio": 1 to 21.
[[nodiscard]] double contrast(const QColor &a, const QColor &b);
/// The colour that most of that part of the picture has, in the window's coordinates.
[[nodiscard]] QColor paper(const QImage &picture, const QRectF &part);

/// What has a menu, in what one can use now.
[[nodiscard]] QList<QQuickItem *> openers(QQuickWindow &window);

/// The colour of a text as it is seen on that paper: it and what it stands in may be faded.
[[nodiscard]] QColor ink(const QQuickItem &text, const QColor &paper);
struct Legibility
{
    int texts = 0;
    QByteArray faint; ///< a line for each text below 4.5:1; empty is good
};
/// Of all that is written below that item, on the picture itself: the ink of each text against
/// what most of its place has.
[[nodiscard]] Legibility legibility(QQuickWindow &window, const QQuickItem &below);

/// From now on all colours of state and of series and the greys of text are one ink, and what is
/// behind a state has the colour of what it lies on. False when the theme has no such colours.
[[nodiscard]] bool drain(QQuickWindow &window);

/// The states in which the whole window is looked at: the pages, first run and each dialog.
[[nodiscard]] QStringList scenes();
/// Brings one up, with the invented afternoon behind it.
void show(Desktop &desktop, const QString &scene);

} // namespace look
