// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/policy/policy.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

#include <memory>
#include <optional>

/// The policy in force, and what its file would change, before it does. Knows no file: it asks, and
/// says what came of it.
class PolicyCare : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the SettingsModel")
    Q_PROPERTY(QString summary READ summary NOTIFY changed FINAL) ///< "Version 1, rules: 5"
    Q_PROPERTY(QString file READ file NOTIFY changed FINAL)       ///< empty: there is none
    Q_PROPERTY(QString note READ note NOTIFY changed FINAL)   ///< all but the rules, a line each
    Q_PROPERTY(QString rules READ rules NOTIFY changed FINAL) ///< those in force, a line each
    Q_PROPERTY(QString verdict READ verdict NOTIFY changed FINAL) ///< empty: not asked yet
    Q_PROPERTY(QString details READ details NOTIFY changed FINAL) ///< what would change: lines
    Q_PROPERTY(bool failed READ hasFailed NOTIFY changed FINAL)   ///< the file cannot be in force
    Q_PROPERTY(bool differs READ differs NOTIFY changed FINAL)

public:
    using QObject::QObject;
    using Shared = std::shared_ptr<const core::Policy>;

    void setInForce(const Shared &policy); ///< null: there is none
    /// Answers to requested(): the file as it is now.
    void take(const core::Result<std::optional<core::Policy>> &read);
    /// It was read again, asked for or because its file has changed. An error: the old one stays.
    void takeReload(const Shared &inForce, const core::Outcome &outcome);

    [[nodiscard]] QString summary() const;
    [[nodiscard]] QString file() const { return m_inForce ? m_inForce->file : QString(); }
    [[nodiscard]] QString note() const;
    [[nodiscard]] QString rules() const;
    [[nodiscard]] const QString &verdict() const { return m_verdict; }
    [[nodiscard]] QString details() const { return m_details.join(u'\n'); }
    [[nodiscard]] bool hasFailed() const { return m_failed; }
    [[nodiscard]] bool differs() const { return !m_details.isEmpty(); }

    Q_INVOKABLE void check();
    Q_INVOKABLE void reload(); ///< only where that changes something

Q_SIGNALS:
    void changed();
    void requested();
    void reloadRequested();

private:
    void clear();

    Shared m_inForce;
    QString m_verdict;
    QStringList m_details;
    bool m_failed = false;
};
