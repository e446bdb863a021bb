// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QImage>
#include <QQuickWindow>

/// Goes to a page and waits until it is there and laid out: the first time it is made, between some
/// frames.
inline void showPage(QQuickWindow &window, int page)
{
    window.setProperty("page", page);
    const QDeadlineTimer patience(std::chrono::seconds(20));
    while (window.property("shown").toInt() != page && !patience.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    }
    static_cast<void>(window.grabWindow()); // its items have their places with the first frame
}
