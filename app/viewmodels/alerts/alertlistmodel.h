// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/alerts/alertrow.h"
#include "app/viewmodels/rowlistmodel.h"
#include "core/snapshot.h"

#include <QTimeZone>
#include <QtQml/qqmlregistration.h>

struct AlertFacts
{
    core::AlertRecord record;
    core::Budget budget;
    QString live; ///< where it stands now
    int day = 0;  ///< "today" becomes "yesterday" at midnight

    [[nodiscard]] QByteArray key() const;
    friend bool operator==(const AlertFacts &a, const AlertFacts &b)
    {
        return a.key() == b.key() && a.live == b.live && a.day == b.day && a.budget == b.budget;
    }
};

/// Crossings that still stand, newest first: the bucket's window still runs, this is the highest
/// mark reached in it, and nobody has acknowledged it.
class AlertListModel : public RowListModel<AlertFacts>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ControlCentre")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    explicit AlertListModel(QObject *parent = nullptr);

    void apply(const core::Snapshot &snapshot);
    [[nodiscard]] int count() const { return rowCount(); }

    Q_INVOKABLE void acknowledge(const QString &key); ///< of its row; nothing when it is gone
    /// The crossings of its budget are not told again today.
    Q_INVOKABLE void muteUntilTomorrow(const QString &key);

Q_SIGNALS:
    void countChanged();
    void acknowledgeRequested(const core::AlertRecord &alert);
    void muteRequested(const QByteArray &budgetId, core::Time until);

private:
    [[nodiscard]] QVariant present(const AlertFacts &facts) const override;
    [[nodiscard]] const core::AlertRecord *find(const QString &key) const; ///< nullptr: gone

    core::Time m_now{};
    QTimeZone m_zone;
};
