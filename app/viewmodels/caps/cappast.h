// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/caps/pastrange.h"
#include "core/reports/activity.h"
#include "core/whatif/whatif.h"

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <optional>

class CapEditor;

/// What the cap that is being moved would have refused in the last seven days, or over another
/// range: one line under the other consequences. Asked for when the post rests for a moment.
class CapPast : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ControlCentre")
    Q_PROPERTY(TimeFilterChip *range READ range CONSTANT FINAL) ///< cleared: the last seven days
    Q_PROPERTY(QString text READ text NOTIFY changed FINAL)     ///< empty: nothing is being changed
    Q_PROPERTY(bool refuses READ refuses NOTIFY changed FINAL)  ///< some would have been

public:
    explicit CapPast(const CapEditor &editor, QObject *parent = nullptr);

    void look(); ///< the editor has moved
    void take(quint64 ticket, const core::WhatIfAnswer &answer, const core::ActivityCount &matched);
    void refuse(quint64 ticket, const QString &why);

    [[nodiscard]] TimeFilterChip *range() { return &m_range; }
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] bool refuses() const { return m_refuses; }

Q_SIGNALS:
    void changed();
    void wanted(quint64 ticket,
                const core::WhatIfQuestion &question,
                const core::ActivityFilter &matching);

private:
    void askSoon();
    void ask();
    void show(const QString &text, bool refuses);

    const CapEditor &m_editor;
    PastRange m_range;
    QTimer m_pause; ///< the pointer still moves
    std::optional<core::Budget> m_asked;
    quint64 m_ticket;
    QString m_text;
    bool m_refuses = false;
};
