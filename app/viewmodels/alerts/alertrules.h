// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <optional>

/// When the owner is told: the marks of one budget at a time, shown and edited.
class AlertRules : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ControlCentre")
    Q_PROPERTY(QList<QString> budgets READ budgets NOTIFY listed FINAL) ///< "research, daily cap"
    Q_PROPERTY(
        int current READ current WRITE setCurrent NOTIFY changed FINAL)      ///< -1: there is none
    Q_PROPERTY(QString marks READ marks WRITE setMarks NOTIFY changed FINAL) ///< "50, 80, 95"
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed FINAL)
    Q_PROPERTY(QString summary READ summary NOTIFY changed FINAL) ///< what is in force
    Q_PROPERTY(bool edited READ isEdited NOTIFY changed FINAL)

public:
    using QObject::QObject;

    void apply(const core::Snapshot &snapshot);

    [[nodiscard]] const QStringList &budgets() const { return m_titles; }
    [[nodiscard]] int current() const;
    void setCurrent(int index);
    [[nodiscard]] QString marks() const;
    void setMarks(const QString &text);
    [[nodiscard]] const QString &errorText() const { return m_error; }
    [[nodiscard]] QString summary() const;
    [[nodiscard]] bool isEdited() const { return m_draft.has_value(); }
    /// Asks for the marks as typed; says in place what is wrong with them.
    Q_INVOKABLE void save();
    Q_INVOKABLE void putBack();

Q_SIGNALS:
    void listed();
    void changed();
    void changeRequested(const core::Budget &before, const core::Budget &after);

private:
    [[nodiscard]] const core::Budget *chosen() const;

    std::vector<core::Budget> m_budgets; ///< that a person may change
    QStringList m_titles;
    quint64 m_revision = 0; ///< of the snapshot's budgets
    quint64 m_keyNames = 0; ///< of which m_titles are
    QByteArray m_chosen;    ///< its id
    std::optional<QString> m_draft;
    QString m_error;
};
