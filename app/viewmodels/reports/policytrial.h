// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/rowlistmodel.h"
#include "core/snapshot.h"
#include "core/whatif/whatif.h"

#include <QTimeZone>
#include <QtQml/qqmlregistration.h>

/// Whom a proposed policy would have refused.
struct PolicyHitRow
{
    Q_GADGET
    QML_VALUE_TYPE(policyHitRow)
    Q_PROPERTY(QString name MEMBER name)       ///< "tenant:research", by "daily-cap"
    Q_PROPERTY(QString refused MEMBER refused) ///< "31"
    Q_PROPERTY(QString detail MEMBER detail)   ///< "first Thu 10:11; these calls cost $4.20"

public:
    QString name;
    QString refused;
    QString detail;

    [[nodiscard]] const QString &key() const { return name; }
    friend bool operator==(const PolicyHitRow &, const PolicyHitRow &) = default;
};

/// What a policy in a file would have done to the calls of the last days, before anybody puts it in
/// force. Knows no ledger: it asks with a ticket and takes the newest answer only. Rows are whom it
/// hits, hardest first.
class PolicyTrial : public RowListModel<PolicyHitRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ReportsModel")
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed FINAL)
    Q_PROPERTY(bool answered READ isAnswered NOTIFY changed FINAL)
    Q_PROPERTY(QList<QString> ranges READ ranges CONSTANT FINAL)
    Q_PROPERTY(int range READ range WRITE setRange NOTIFY changed FINAL)
    Q_PROPERTY(QString summary READ summary NOTIFY changed FINAL) ///< calls refused and moved
    Q_PROPERTY(QString spending READ spending NOTIFY changed FINAL)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed FINAL)

public:
    explicit PolicyTrial(QObject *parent = nullptr);

    void apply(const core::Snapshot &snapshot);
    /// Answers to wanted().
    void take(quint64 ticket, const core::WhatIfAnswer &answer);
    void refuse(quint64 ticket, const QString &why);

    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] bool isAnswered() const { return !m_summary.isEmpty(); }
    [[nodiscard]] QStringList ranges() const;
    [[nodiscard]] int range() const { return m_range; }
    void setRange(int range); ///< asks again
    [[nodiscard]] const QString &summary() const { return m_summary; }
    [[nodiscard]] const QString &spending() const { return m_spending; }
    [[nodiscard]] const QString &errorText() const { return m_errorText; }

    Q_INVOKABLE void look(const QString &file);
    Q_INVOKABLE void clear(); ///< also ends what is being asked

Q_SIGNALS:
    void changed();
    /// A ticket without a file ends the question before it.
    void wanted(quint64 ticket, const QString &file, core::Time from, core::Time to);

private:
    [[nodiscard]] QVariant present(const PolicyHitRow &row) const override
    {
        return QVariant::fromValue(row);
    }
    void ask();
    void forget();

    QTimeZone m_zone;
    core::Time m_now{};
    quint64 m_ticket = 0;
    QString m_file;
    int m_range = 1;
    bool m_busy = false;
    QString m_summary;
    QString m_spending;
    QString m_errorText;
};
