// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/rowlistmodel.h"
#include "core/snapshot.h"

#include <QTimeZone>
#include <QtQml/qqmlregistration.h>

/// One crossing in words.
struct AlertRow
{
    Q_GADGET
    QML_VALUE_TYPE(alertRow)
    Q_PROPERTY(QString title MEMBER title) ///< "research passed 80 % of its daily cap"
    Q_PROPERTY(QString text MEMBER text)   ///< "$16.02 of $20.00"
    Q_PROPERTY(QString timeText MEMBER timeText)
    Q_PROPERTY(QString tenant MEMBER tenant)      ///< whose cap it is; empty: everybody's
    Q_PROPERTY(bool adjustable MEMBER adjustable) ///< the tenants page can change that cap
    Q_PROPERTY(bool hard MEMBER hard)

public:
    QString title;
    QString text;
    QString timeText;
    QString tenant;
    bool adjustable = false;
    bool hard = false;
};

struct AlertFacts
{
    core::AlertRecord record;
    core::Unit unit = core::Unit::Usd;
    QString capWords; ///< "daily cap"
    bool adjustable = false;
    QString live; ///< where it stands now; empty for an earlier one
    int day = 0;  ///< "today" becomes "yesterday" at midnight

    [[nodiscard]] QByteArray key() const;
    friend bool operator==(const AlertFacts &a, const AlertFacts &b)
    {
        return a.key() == b.key() && a.live == b.live && a.day == b.day &&
               a.capWords == b.capWords && a.adjustable == b.adjustable;
    }
};

/// Crossings, newest first: either the open ones (the bucket's window still runs and this is the
/// highest mark reached in it) or all earlier ones.
class AlertListModel : public RowListModel<AlertFacts>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ControlCentre")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum class Which { Open, Earlier };
    explicit AlertListModel(Which which, QObject *parent = nullptr);

    void apply(const core::Snapshot &snapshot);
    [[nodiscard]] int count() const { return rowCount(); }

Q_SIGNALS:
    void countChanged();

private:
    [[nodiscard]] QVariant present(const AlertFacts &facts) const override;

    Which m_which;
    core::Time m_now{};
    QTimeZone m_zone;
};
