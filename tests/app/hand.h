// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQuickItem>
#include <QQuickWindow>

/// What a person had to do: every click and drag, and every key that was struck.
struct Effort
{
    int clicks = 0;
    int keys = 0;
};

/// A person's hand at a window: real mouse and key events on what is seen, and nothing else. Things
/// are named by their object name, buttons also by what they say, and whatever the Tab key comes to
/// also by what a screen reader calls it; of two with one name the topmost is meant. What waits
/// gives up after a minute, because all of this machine may be busy: a warning says what there was
/// none of, and the answer is false.
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
    [[nodiscard]] bool click(const QString &name);
    /// With the Tab key, until it has the focus; false too when Tab never comes to it.
    [[nodiscard]] bool goTo(const QString &name);
    /// With the keyboard, wherever it stands: goes to it and strikes Return.
    [[nodiscard]] bool press(const QString &name);
    void strike(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    /// Into whatever has the focus.
    void type(const QString &text);
    /// Into that field, once it has the focus; then Return.
    [[nodiscard]] bool enter(const QString &field, const QString &text);
    /// Goes to that field and puts this in the place of what it holds; then Return.
    [[nodiscard]] bool enterAnew(const QString &field, const QString &text);
    /// That one of a list of choices, with the mouse; a long list is searched for it.
    [[nodiscard]] bool choose(const QString &name, const QString &choice);
    /// The first or the last of a list of choices, with the keyboard.
    [[nodiscard]] bool chooseFirst(const QString &name) { return chooseAtTheEnd(name, Qt::Key_Up); }
    [[nodiscard]] bool chooseLast(const QString &name)
    {
        return chooseAtTheEnd(name, Qt::Key_Down);
    }

    [[nodiscard]] const Effort &effort() const { return m_effort; }

private:
    [[nodiscard]] bool isReady(const QString &name) const;
    [[nodiscard]] bool hasFocus(const QString &name) const;
    [[nodiscard]] bool chooseAtTheEnd(const QString &name, Qt::Key towards);

    QQuickWindow &m_window;
    Effort m_effort;
};
