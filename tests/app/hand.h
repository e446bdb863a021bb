// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQuickItem>
#include <QQuickWindow>

/// A person's hand at a window: real mouse and key events on what is seen. Things are named by
/// their object name, or buttons by what they say; of two with one name the topmost is meant.
/// What waits gives up after a minute, because all of this machine may be busy: a warning says
/// what there was none of, and the answer is false.
class Hand
{
public:
    explicit Hand(QQuickWindow &window)
        : m_window(window)
    {}

    [[nodiscard]] QQuickItem *find(const QString &name) const;

    /// Its middle in the window once it lies still; a null point when it never does.
    [[nodiscard]] QPoint restingPlace(const QString &name) const;
    /// With the mouse, once it can be pressed and has come to rest; true when it was hit.
    [[nodiscard]] bool click(const QString &name) const;
    /// With the keyboard, wherever it stands.
    [[nodiscard]] bool press(const QString &name) const;
    /// Into whatever has the focus.
    void type(const QString &text) const;
    /// Into that field, once it has the focus; then Return.
    [[nodiscard]] bool enter(const QString &field, const QString &text) const;
    /// That one of a list of choices, with the mouse; a long list is searched for it.
    [[nodiscard]] bool choose(const QString &name, const QString &choice) const;
    /// The last of a list of choices, with the keyboard.
    [[nodiscard]] bool chooseLast(const QString &name) const;

private:
    [[nodiscard]] bool isReady(const QString &name) const;

    QQuickWindow &m_window;
};
