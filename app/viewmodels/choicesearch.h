// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

/// Finds, among the choices of a menu, those that contain what is typed.
class ChoiceSearch : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QList<QString> all READ all WRITE setAll NOTIFY changed FINAL)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY changed FINAL)
    Q_PROPERTY(QList<QString> found READ found NOTIFY changed FINAL)
    Q_PROPERTY(bool many READ isMany NOTIFY changed FINAL) ///< worth a field to search in

public:
    using QObject::QObject;

    [[nodiscard]] const QStringList &all() const { return m_all; }
    void setAll(const QStringList &all);
    [[nodiscard]] const QString &text() const { return m_text; }
    void setText(const QString &text);
    [[nodiscard]] const QStringList &found() const { return m_found; }
    [[nodiscard]] bool isMany() const;
    /// Where one of the found stands among all; -1 when there is no such one.
    [[nodiscard]] Q_INVOKABLE int placeOf(int found) const;

Q_SIGNALS:
    void changed();

private:
    void search();

    QStringList m_all;
    QString m_text;
    QStringList m_found;
    std::vector<int> m_places; ///< of the found
};
