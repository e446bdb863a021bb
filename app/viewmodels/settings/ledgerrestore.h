// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/imports/pendinglook.h"
#include "app/viewmodels/rowlistmodel.h"
#include "core/ledger/ledgercontents.h"
#include "core/snapshot.h"

#include <QTimeZone>
#include <QtQml/qqmlregistration.h>

/// One line of the comparison between the ledger and a backup.
struct RestoreRow
{
    Q_GADGET
    QML_VALUE_TYPE(restoreRow)
    Q_PROPERTY(QString name MEMBER name) ///< "Spent this month"
    Q_PROPERTY(QString now MEMBER now)
    Q_PROPERTY(QString then MEMBER then)

public:
    QString name;
    QString now;
    QString then;

    [[nodiscard]] const QString &key() const { return name; }
    friend bool operator==(const RestoreRow &, const RestoreRow &) = default;
};

/// A ledger and the backup that may take its place.
struct RestoreComparison
{
    core::LedgerContents now;
    core::LedgerContents then; ///< the backup's
};

/// Puts a backup in the ledger's place at the next start: what it holds and what would be lost is
/// shown before, and until that start it can be called off. Knows no ledger: it asks, and says what
/// came of it. Rows are the comparison; none while no backup was read.
class LedgerRestore : public RowListModel<RestoreRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ControlCentre")
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed FINAL)
    Q_PROPERTY(bool ready READ isReady NOTIFY changed FINAL)       ///< a sound backup was read
    Q_PROPERTY(bool prepared READ isPrepared NOTIFY changed FINAL) ///< waits for the next start
    Q_PROPERTY(bool canStartAgain READ canStartAgain NOTIFY changed FINAL)
    Q_PROPERTY(QString lossText READ lossText NOTIFY changed FINAL)
    Q_PROPERTY(QString stateText READ stateText NOTIFY changed FINAL) ///< empty: nothing to say
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed FINAL)

public:
    explicit LedgerRestore(QObject *parent = nullptr);

    void apply(const core::Snapshot &snapshot);
    /// What the last start did: under which name the former ledger is kept; empty: nothing.
    void setFormer(const QString &file);
    /// Whether one waits for the next start; nobody answers what is under way.
    void begin(bool prepared);
    /// Answers to lookRequested() and to what was asked for then.
    void take(const core::Result<RestoreComparison> &comparison);
    void finish(const core::Outcome &outcome, bool prepared);

    [[nodiscard]] bool isBusy() const { return m_look.waits() || m_preparing; }
    [[nodiscard]] bool isReady() const { return m_ready; }
    [[nodiscard]] bool isPrepared() const { return m_prepared; }
    [[nodiscard]] bool canStartAgain() const { return m_prepared && m_running == 0 && !isBusy(); }
    [[nodiscard]] const QString &lossText() const { return m_lossText; }
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] const QString &errorText() const { return m_errorText; }

    Q_INVOKABLE void look(const QString &file);
    Q_INVOKABLE void prepare(); ///< what was looked at
    Q_INVOKABLE void cancel();
    Q_INVOKABLE void startAgain();
    Q_INVOKABLE void clear(); ///< another question

Q_SIGNALS:
    void changed();
    void lookRequested(const QString &file, core::Time monthBegan, core::Time dayBegan);
    void prepareRequested(const QString &file);
    void cancelRequested();
    void startAgainRequested();

private:
    [[nodiscard]] QVariant present(const RestoreRow &row) const override
    {
        return QVariant::fromValue(row);
    }
    [[nodiscard]] std::vector<RestoreRow> rowsOf(const RestoreComparison &both) const;
    void fail(const core::Error &error);

    QTimeZone m_zone;
    core::Time m_now{};
    int m_running = 0;
    QString m_file;
    QString m_former;
    PendingLook m_look;
    bool m_preparing = false; ///< or being called off
    bool m_ready = false;
    bool m_prepared = false;
    QString m_lossText;
    QString m_errorText;
};
