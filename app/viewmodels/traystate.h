// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot.h"

#include <QObject>
#include <QStringList>

struct SpendCard;

/// What can be read from the tray at a glance, in words and as one of five shapes (design: tray).
class TrayState : public QObject
{
    Q_OBJECT

public:
    enum class Kind : quint8 { Calm, Near, Over, Paused, Down };
    static constexpr std::size_t Shown = 3; ///< tenants in nearest(), at most
    using QObject::QObject;

    void apply(const core::Snapshot &snapshot, const SpendCard &today);

    /// The one that needs the owner most: upstream down, paused, over, near, calm.
    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] const QString &toolTip() const
    {
        return m_toolTip;
    } ///< "$41.87 of $60.00 today, ..."
    /// "A cap is reached"; empty while calm.
    [[nodiscard]] QString stateText() const;
    /// The three tenants nearest to their cap: "research  $15.92 of $20.00".
    [[nodiscard]] const QStringList &nearest() const { return m_nearest; }
    [[nodiscard]] bool isPausedAll() const { return m_pausedAll; }

Q_SIGNALS:
    void changed();

private:
    Kind m_kind = Kind::Calm;
    QString m_toolTip;
    QStringList m_nearest;
    bool m_pausedAll = false;
};
