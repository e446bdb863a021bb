// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "samplesnapshot.h"
#include "windowlook.h"

#include <QObject>

#include <memory>

/// What tests share that look at the whole window, on the invented afternoon; nothing moves in it.
class LookCase : public QObject
{
    Q_OBJECT

protected:
    static constexpr QSize Usual{1280, 800};
    static constexpr QSize Smallest{800, 600};

    /// Whatever QML complains of fails the test from now on.
    static void failOnComplaints();
    /// A new window; the one before is gone.
    void begin();
    [[nodiscard]] QQuickWindow &window() const { return *m_desktop->window(); }
    [[nodiscard]] ControlCentre &centre() const { return m_desktop->controlCentre(); }
    /// One of look::scenes(), at that size.
    void bringUp(const QString &scene, const QSize &size);
    /// Until nothing moves any more; null when that never comes.
    [[nodiscard]] QImage restingPicture() const;

    class StillClock final : public core::Clock
    {
    public:
        [[nodiscard]] core::Time now() const override { return sample::afternoon(); }
    };
    StillClock m_clock;
    std::unique_ptr<Desktop> m_desktop;
};
