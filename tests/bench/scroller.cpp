// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scroller.h"

#include <QQuickWindow>

#include <algorithm>

namespace bench {

namespace {

/// Some 700 pixels a second at 60 frames: a brisk roll of the wheel.
constexpr double Step = 12;

double number(const QQuickItem &item, const char *property)
{
    return item.property(property).toDouble();
}

} // namespace

Scroller::Scroller(QQuickWindow &window)
    : m_window(window)
{}

bool Scroller::start()
{
    m_list = m_window.findChild<QQuickItem *>(QStringLiteral("activityLog"));
    if (m_list == nullptr || number(*m_list, "contentHeight") < 2 * m_list->height()) {
        return false;
    }
    m_step = Step;
    // With each frame that is about to be drawn, in this thread.
    connect(&m_window, &QQuickWindow::afterAnimating, this, &Scroller::move);
    move();
    return true;
}

void Scroller::stop()
{
    disconnect(&m_window, nullptr, this, nullptr);
}

void Scroller::move()
{
    if (m_list == nullptr) {
        return;
    }
    const double top = number(*m_list, "originY");
    const double bottom = top + number(*m_list, "contentHeight") - m_list->height();
    const double next = number(*m_list, "contentY") + m_step;
    if (next < top || next > bottom) {
        m_step = -m_step;
    }
    m_list->setProperty("contentY", std::clamp(next, top, std::max(top, bottom)));
    m_window.update();
}

} // namespace bench
