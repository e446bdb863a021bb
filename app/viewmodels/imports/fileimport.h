// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/imports/pendinglook.h"
#include "core/base/result.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

/// What a file would bring.
struct ImportPreview
{
    QString summary;   ///< in one sentence
    QStringList lines; ///< what is new, what stays, what is left out and why
    QByteArray text;   ///< of a configuration: to copy or to save, as nothing is brought in
    bool changesSomething = true;
};

/// Takes a file of another program: first it says what that would add, change and refuse, then it
/// is done. Knows no service: it asks, and says what came of it.
class FileImport : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ControlCentre")
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed FINAL)
    Q_PROPERTY(bool ready READ isReady NOTIFY changed FINAL) ///< something can be brought in
    Q_PROPERTY(QString summary READ summary NOTIFY changed FINAL)
    Q_PROPERTY(QString details READ details NOTIFY changed FINAL) ///< lines
    Q_PROPERTY(QString text READ text NOTIFY changed FINAL)
    Q_PROPERTY(QString doneText READ doneText NOTIFY changed FINAL)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed FINAL)

public:
    using QObject::QObject;

    /// Where a configuration is saved; by default the person's folder for downloads.
    void setFolder(const QString &folder) { m_folder = folder; }
    void reset(); ///< nobody answers what is under way
    /// Answers to lookRequested() and importRequested().
    void take(const core::Result<ImportPreview> &preview);
    void finish(const core::Outcome &outcome);

    [[nodiscard]] bool isBusy() const { return m_look.waits() || m_importing; }
    [[nodiscard]] bool isReady() const;
    [[nodiscard]] const QString &summary() const { return m_preview.summary; }
    [[nodiscard]] QString details() const { return m_preview.lines.join(u'\n'); }
    [[nodiscard]] QString text() const { return QString::fromUtf8(m_preview.text); }
    [[nodiscard]] const QString &doneText() const { return m_doneText; }
    [[nodiscard]] const QString &errorText() const { return m_errorText; }

    Q_INVOKABLE void look(const QString &file);
    Q_INVOKABLE void bringIn(); ///< what was shown
    Q_INVOKABLE void save();    ///< the configuration, as a file
    Q_INVOKABLE void clear();   ///< another question: what was looked at is forgotten

Q_SIGNALS:
    void changed();
    void lookRequested(const QString &file);
    void importRequested();

private:
    QString m_folder;
    PendingLook m_look;
    bool m_importing = false;
    ImportPreview m_preview;
    QString m_doneText;
    QString m_errorText;
};
