// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QQmlIncubationController>
#include <QTimer>

/// Makes what QML is to make asynchronously (a page that is opened) in slices that find room
/// between two frames. Qt Quick's own controller takes 10 ms of the thread at a time, which with a
/// snapshot and a frame in one turn is a stall where the cores are busy. Must outlive the engine.
/// GUI thread.
class Incubation final : public QObject, public QQmlIncubationController
{
    Q_OBJECT

public:
    explicit Incubation(QObject *parent = nullptr);

protected:
    void incubatingObjectCountChanged(int count) override;

private:
    QTimer m_pace; ///< runs while there is something to make
};
