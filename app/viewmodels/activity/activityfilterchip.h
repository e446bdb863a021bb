// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

/// One filter of the log: what may be chosen and what is.
class ActivityFilterChip : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ActivityModel")
    Q_PROPERTY(QString name READ name CONSTANT FINAL)           ///< "Tenant"
    Q_PROPERTY(QString label READ label NOTIFY changed FINAL)   ///< "Tenant: research", "Tenant"
    Q_PROPERTY(QString chosen READ chosen NOTIFY changed FINAL) ///< empty: any
    Q_PROPERTY(bool active READ isActive NOTIFY changed FINAL)
    /// Those that contain what is searched for.
    Q_PROPERTY(QStringList choices READ choices NOTIFY choicesChanged FINAL)
    Q_PROPERTY(bool many READ isMany NOTIFY choicesChanged FINAL) ///< worth a field to search in

public:
    ActivityFilterChip(const QString &name, const QStringList &all, QObject *parent = nullptr);

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] QString label() const;
    [[nodiscard]] const QString &chosen() const { return m_chosen; }
    [[nodiscard]] bool isActive() const { return !m_chosen.isEmpty(); }
    [[nodiscard]] QStringList choices() const;
    [[nodiscard]] bool isMany() const;
    /// Place of the chosen one among all; -1 when none is.
    [[nodiscard]] qsizetype index() const { return m_all.indexOf(m_chosen); }

    void setAll(const QStringList &all);
    Q_INVOKABLE void search(const QString &text);
    Q_INVOKABLE void choose(const QString &choice);
    Q_INVOKABLE void clear() { choose({}); }

Q_SIGNALS:
    void changed();
    void choicesChanged();

private:
    QString m_name;
    QStringList m_all;
    QString m_search;
    QString m_chosen;
};
