// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/activity.h"
#include "core/whatif/whatif.h"

#include <QObject>
#include <QTimeZone>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <optional>

class PriceEditor;

/// What the last days, or a time that a person types, would have cost at the price that is being
/// typed, before it is saved. Asked for when the hand rests for a moment.
class PricePast : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the PriceListModel")
    Q_PROPERTY(QString text READ text NOTIFY changed FINAL) ///< empty: nothing is being changed
    Q_PROPERTY(QList<QString> ranges READ ranges CONSTANT FINAL)
    Q_PROPERTY(int range READ range WRITE setRange NOTIFY rangeChanged FINAL)
    Q_PROPERTY(bool typed READ isTyped NOTIFY rangeChanged FINAL) ///< the range is from ... to
    Q_PROPERTY(QString from READ from WRITE setFrom NOTIFY rangeChanged FINAL) ///< "2026-11-01"
    Q_PROPERTY(QString to READ to WRITE setTo NOTIFY rangeChanged FINAL)       ///< ""; until now

public:
    enum Range { Week, Month, Typed };

    explicit PricePast(const PriceEditor &editor, QObject *parent = nullptr);

    void setNow(core::Time now, const QTimeZone &zone);
    /// Answers to wanted().
    void take(quint64 ticket, const core::WhatIfAnswer &answer);
    void refuse(quint64 ticket, const QString &why);

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] static QStringList ranges();
    [[nodiscard]] int range() const { return m_range; }
    void setRange(int range);
    [[nodiscard]] bool isTyped() const { return m_range == Typed; }
    [[nodiscard]] const QString &from() const { return m_from; }
    void setFrom(const QString &from);
    [[nodiscard]] const QString &to() const { return m_to; }
    void setTo(const QString &to);

Q_SIGNALS:
    void changed();
    void rangeChanged();
    /// Among the budgets in force, which it does not know.
    void wanted(quint64 ticket,
                const core::WhatIfQuestion &question,
                const core::ActivityFilter &matching);

private:
    void look(); ///< something was typed
    void ask();
    void askSoon();
    [[nodiscard]] core::Result<core::Span> span() const;
    void show(const QString &text);

    const PriceEditor &m_editor;
    QTimer m_pause;
    std::optional<core::Price> m_asked;
    core::Time m_now{};
    QTimeZone m_zone = QTimeZone::utc();
    int m_range = Week;
    QString m_from;
    QString m_to;
    quint64 m_ticket;
    QString m_text;
};
