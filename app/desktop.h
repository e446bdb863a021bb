// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/incubation.h"
#include "app/viewmodels/controlcentre.h"
#include "app/viewmodels/shell.h"
#include "core/base/clock.h"

#include <QObject>
#include <QQmlApplicationEngine>
#include <QTimer>

#include <memory>

class QQuickWindow;

/// The window: QML engine, view models, and nothing else. Needs a QGuiApplication (a
/// QApplication for the tray). GUI thread only.
class Desktop final : public QObject
{
    Q_OBJECT

public:
    enum class Scheme { System, Light, Dark };

    explicit Desktop(QObject *parent = nullptr);
    /// For tests and pictures, which own the time. The clock must outlive the desktop.
    explicit Desktop(const core::Clock &clock, QObject *parent = nullptr);
    ~Desktop() override;

    /// Give it snapshots, connect its wishes.
    [[nodiscard]] ControlCentre &controlCentre() { return m_controlCentre; }
    /// What closing the window means; without one who listens nothing happens.
    [[nodiscard]] Shell &shell() { return m_shell; }

    /// Loads the window the first time, then brings it to the front. False when QML could not be
    /// loaded; the reason is on standard error.
    [[nodiscard]] bool show();
    /// nullptr before show().
    [[nodiscard]] QQuickWindow *window() const;

    void setScheme(Scheme scheme);
    void setReducedMotion(bool reduced);
    void setTextSize(int size); ///< 0 small, 1 normal, 2 large, 3 largest

private:
    void sweepAfterFrames();
    void setOnWindow(const char *property, const QVariant &value);

    core::SystemClock m_systemClock;
    ControlCentre m_controlCentre;
    Shell m_shell;
    Incubation m_incubation;
    std::unique_ptr<QQmlApplicationEngine> m_engine; ///< goes first: QML looks at the view models
    QVariantMap m_settings;
    QTimer m_sweep; ///< runs from a frame to the collection of QML's garbage, if that is due
    int m_framesSinceSweep = 0;
};
