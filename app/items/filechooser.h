// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

/// Lets a person point at a file, or say where one is to be written, in the dialog of the desktop.
/// Needs a QApplication; without one nothing opens, and the name can still be typed.
class FileChooser : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString title MEMBER m_title NOTIFY changed FINAL)
    Q_PROPERTY(QString kind MEMBER m_kind NOTIFY changed FINAL)       ///< "Backups"
    Q_PROPERTY(QString pattern MEMBER m_pattern NOTIFY changed FINAL) ///< "*.db *.sqlite"
    Q_PROPERTY(QString folder MEMBER m_folder NOTIFY changed FINAL)   ///< where it begins
    /// A name for a file that is to be written; empty: one that there is is wanted.
    Q_PROPERTY(QString suggestion MEMBER m_suggestion NOTIFY changed FINAL)

public:
    using QObject::QObject;

    Q_INVOKABLE void open();

Q_SIGNALS:
    void changed();
    void chosen(const QString &file); ///< an absolute path

private:
    QString m_title;
    QString m_kind;
    QString m_pattern;
    QString m_folder;
    QString m_suggestion;
};
