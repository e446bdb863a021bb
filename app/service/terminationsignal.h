// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace app {

/// SIGTERM and SIGINT as a Qt signal. One per process; needs an application object, as it lives
/// off the event loop.
class TerminationSignal : public QObject
{
    Q_OBJECT

public:
    /// Keeps the signals from every thread that is started later. First thing in main().
    static void block();
    explicit TerminationSignal(QObject *parent = nullptr);
    ~TerminationSignal() override;

Q_SIGNALS:
    void received();

private:
    int m_descriptor = -1;
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace app
