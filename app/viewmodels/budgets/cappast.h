// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/activity.h"
#include "core/whatif/whatif.h"

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

class CapEditor;

/// What a budget would have refused in the last seven days: the question to the ledger.
struct PastQuestion
{
    static constexpr std::chrono::hours Range{7 * 24};

    core::WhatIfQuestion question;
    core::ActivityFilter matching; ///< the calls that it is for
};
[[nodiscard]] PastQuestion pastQuestionOf(const core::Budget &budget, core::Time now);

/// What the cap that is being moved would have refused in the last seven days, below the pointer's
/// pace: asked for once the post rests. Belongs to its editor.
class CapPast : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the CapEditor")
    /// "Last 7 days: would have refused 14 of 2,113 calls, $0.42"; empty while nothing is moved.
    Q_PROPERTY(QString text READ text NOTIFY changed FINAL)
    Q_PROPERTY(bool refuses READ refuses NOTIFY changed FINAL)

public:
    explicit CapPast(CapEditor &editor);

    /// Answers to wanted().
    void take(quint64 ticket, const core::WhatIfAnswer &answer, const core::ActivityCount &matched);
    void refuse(quint64 ticket, const QString &why);

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] bool refuses() const { return m_refuses; }

Q_SIGNALS:
    void changed();
    void wanted(quint64 ticket,
                const core::WhatIfQuestion &question,
                const core::ActivityFilter &matching);

private:
    void follow();
    void ask();
    void show(const QString &text, bool refuses);

    CapEditor &m_editor;
    QTimer m_rest;
    qint64 m_limit = 0; ///< that was asked about
    /// Apart from the tickets of the form for new budgets, whose answers come the same way.
    quint64 m_ticket = quint64{1} << 32;
    QString m_text;
    bool m_refuses = false;
};
