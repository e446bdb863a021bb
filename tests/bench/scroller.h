// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QQuickItem>

class QQuickWindow;

namespace bench {

/// Rolls through the log of the activity page, back and forth, by a few pixels with every frame:
/// the window then draws as often as it can.
class Scroller : public QObject
{
    Q_OBJECT

public:
    explicit Scroller(QQuickWindow &window);

    /// False: there is no log, or it is too short to be moved.
    [[nodiscard]] bool start();
    void stop();

private:
    void move();

    QQuickWindow &m_window;
    QPointer<QQuickItem> m_list;
    double m_step = 0; ///< pixels a frame
};

} // namespace bench
