// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

#include <vector>

/// One filter of the log: what may be chosen and what is.
class ActivityFilterChip : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ActivityModel")
    Q_PROPERTY(QString name READ name CONSTANT FINAL)           ///< "Tenant"
    Q_PROPERTY(QString label READ label NOTIFY changed FINAL)   ///< "Tenant: research", "Tenant"
    Q_PROPERTY(QString chosen READ chosen NOTIFY changed FINAL) ///< empty: any
    /// All that are chosen; more than one only where several may be.
    Q_PROPERTY(QList<QString> picked READ picked NOTIFY changed FINAL)
    Q_PROPERTY(bool several READ allowsSeveral CONSTANT FINAL) ///< choosing adds, or takes away
    /// The choice that asks for a range in words instead; empty: there is none.
    Q_PROPERTY(QString rangeChoice READ rangeChoice CONSTANT FINAL)
    Q_PROPERTY(bool active READ isActive NOTIFY changed FINAL)
    Q_PROPERTY(QList<QString> choices READ choices NOTIFY choicesChanged FINAL)
    /// Of the chosen one among the choices, which QML would make a string of each to find out; -1:
    /// it is none of them.
    Q_PROPERTY(int place READ place NOTIFY placeChanged FINAL)

public:
    enum class Picks : quint8 { One, Several };
    ActivityFilterChip(const QString &name, const QStringList &all, Picks picks = Picks::One);

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] QString label() const;
    [[nodiscard]] QString chosen() const;
    [[nodiscard]] const QStringList &picked() const { return m_picked; }
    [[nodiscard]] bool allowsSeveral() const { return m_picks == Picks::Several; }
    [[nodiscard]] virtual QString rangeChoice() const { return {}; }
    [[nodiscard]] bool isActive() const { return !m_picked.isEmpty(); }
    [[nodiscard]] const QStringList &choices() const { return m_all; }
    /// Place of the chosen one among all; -1 when none is.
    [[nodiscard]] qsizetype index() const { return m_all.indexOf(chosen()); }
    [[nodiscard]] int place() const { return static_cast<int>(index()); }
    [[nodiscard]] std::vector<qsizetype> indices() const; ///< of several; those that are offered

    void setAll(const QStringList &all);
    Q_INVOKABLE void choose(const QString &choice);
    Q_INVOKABLE void clear();
    /// The choices are about to be shown; those that are not known yet are asked for.
    Q_INVOKABLE virtual void look() {}
    /// What is wrong with a range as it was typed, in a sentence; empty: it is chosen now.
    Q_INVOKABLE virtual QString chooseRange(const QString &from, const QString &to);

Q_SIGNALS:
    void changed();
    void choicesChanged();
    void placeChanged();

protected:
    void pick(const QStringList &picked);
    [[nodiscard]] const QStringList &all() const { return m_all; }

private:
    QString m_name;
    QStringList m_all;
    Picks m_picks;
    QStringList m_picked;
};
