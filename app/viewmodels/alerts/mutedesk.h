// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/activity/activityfilterchip.h"
#include "app/viewmodels/alerts/budgetchoices.h"
#include "app/viewmodels/rowlistmodel.h"

#include <QTimeZone>

/// One budget of which nobody is told, or all of them.
struct MuteRow
{
    Q_GADGET
    QML_VALUE_TYPE(muteRow)
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString title MEMBER title) ///< "research, daily cap", "Every budget"
    Q_PROPERTY(QString until MEMBER until) ///< "until today 18:00"

public:
    QString key;
    QString title;
    QString until;
};

struct MuteFacts
{
    core::AlertMute mute;
    QString title;
    qint64 day = 0; ///< "tomorrow" becomes "today" at midnight

    [[nodiscard]] const QByteArray &key() const { return mute.budgetId; }
    friend bool operator==(const MuteFacts &, const MuteFacts &) = default;
};

/// What is muted, one by one, and what a person mutes: one budget or all, until when they say.
class MuteDesk : public RowListModel<MuteFacts>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the AlertCentre")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    Q_PROPERTY(ActivityFilterChip *budget READ budget CONSTANT FINAL) ///< none chosen: every one
    Q_PROPERTY(QList<QString> choices READ choices CONSTANT FINAL)    ///< until when
    Q_PROPERTY(int choice READ choice WRITE setChoice NOTIFY changed FINAL)
    Q_PROPERTY(bool typed READ isTyped NOTIFY changed FINAL) ///< the choice is a time to be typed
    Q_PROPERTY(QString until READ until WRITE setUntil NOTIFY changed FINAL) ///< as it is typed
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed FINAL)

public:
    explicit MuteDesk(QObject *parent = nullptr);

    void apply(const core::Snapshot &snapshot);

    [[nodiscard]] int count() const { return rowCount(); }
    [[nodiscard]] ActivityFilterChip *budget() { return &m_budget; }
    [[nodiscard]] QStringList choices() const;
    [[nodiscard]] int choice() const { return m_choice; }
    void setChoice(int choice);
    [[nodiscard]] bool isTyped() const;
    [[nodiscard]] const QString &until() const { return m_until; }
    void setUntil(const QString &until);
    [[nodiscard]] const QString &errorText() const { return m_errorText; }

    Q_INVOKABLE void mute(); ///< what is chosen, or says what is wrong with the time
    Q_INVOKABLE void unmute(const QString &key);

Q_SIGNALS:
    void countChanged();
    void changed();
    void muteRequested(const QByteArray &budgetId, core::Time until);
    void unmuteRequested(const QByteArray &budgetId);

private:
    [[nodiscard]] QVariant present(const MuteFacts &facts) const override;
    [[nodiscard]] std::optional<core::Time> chosenEnd() const;

    ActivityFilterChip m_budget;
    BudgetChoices m_budgets;
    int m_choice = 0;
    QString m_until;
    QString m_errorText;
    core::Time m_now{};
    QTimeZone m_zone;
};
