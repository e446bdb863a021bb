// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/configuration/configuration.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

/// capstan.yaml as it is now, read as the next start will read it: what would be wrong, or
/// different, before anything is started again. Knows no file: it asks, and says what came of it.
class ConfigurationCheck : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ControlCentre")
    Q_PROPERTY(QString file READ file NOTIFY changed FINAL) ///< its path; empty: there is none
    Q_PROPERTY(QString verdict READ verdict NOTIFY changed FINAL) ///< empty: not asked yet
    Q_PROPERTY(bool failed READ hasFailed NOTIFY changed FINAL)   ///< a start would fail
    Q_PROPERTY(QString details READ details NOTIFY changed FINAL) ///< differences, warnings: lines
    Q_PROPERTY(bool differs READ differs NOTIFY changed FINAL) ///< a start would change something

public:
    using QObject::QObject;

    /// What is in force, and the file that a start would read.
    void setFacts(const core::Configuration &inForce, const QString &file);
    /// Answers to requested().
    void take(const core::Result<core::Configuration> &ofNextStart, const QString &file);

    [[nodiscard]] const QString &file() const { return m_file; }
    [[nodiscard]] const QString &verdict() const { return m_verdict; }
    [[nodiscard]] bool hasFailed() const { return m_failed; }
    [[nodiscard]] QString details() const { return m_details.join(u'\n'); }
    [[nodiscard]] bool differs() const { return m_differs; }

    Q_INVOKABLE void check();
    Q_INVOKABLE void startAgain(); ///< only where that changes something

Q_SIGNALS:
    void changed();
    void requested();
    void restartRequested();

private:
    core::Configuration m_inForce;
    QString m_file;
    QString m_verdict;
    bool m_failed = false;
    bool m_differs = false;
    QStringList m_details;
};
