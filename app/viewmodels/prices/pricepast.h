// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/activity.h"
#include "core/whatif/whatif.h"

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <optional>

class PriceEditor;

/// What the last seven days would have cost at the price that is being typed, before it is saved.
/// Asked for when the hand rests for a moment.
class PricePast : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the PriceListModel")
    Q_PROPERTY(QString text READ text NOTIFY changed FINAL) ///< empty: nothing is being changed

public:
    static constexpr std::chrono::hours Range{7 * 24};

    explicit PricePast(const PriceEditor &editor, QObject *parent = nullptr);

    void setNow(core::Time now) { m_now = now; }
    /// Answers to wanted().
    void take(quint64 ticket, const core::WhatIfAnswer &answer);
    void refuse(quint64 ticket, const QString &why);

    [[nodiscard]] const QString &text() const { return m_text; }

Q_SIGNALS:
    void changed();
    /// Among the budgets in force, which it does not know.
    void wanted(quint64 ticket,
                const core::WhatIfQuestion &question,
                const core::ActivityFilter &matching);

private:
    void look(); ///< something was typed
    void ask();
    void show(const QString &text);

    const PriceEditor &m_editor;
    QTimer m_pause;
    std::optional<core::Price> m_asked;
    core::Time m_now{};
    quint64 m_ticket;
    QString m_text;
};
