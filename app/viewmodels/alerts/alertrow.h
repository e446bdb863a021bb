// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/records.h"

#include <QString>
#include <QTimeZone>
#include <QtQml/qqmlregistration.h>

/// One crossing in words.
struct AlertRow
{
    Q_GADGET
    QML_VALUE_TYPE(alertRow)
    Q_PROPERTY(QString key MEMBER key) ///< which crossing: a place in a list may be another's soon
    Q_PROPERTY(QString title MEMBER title) ///< "research passed 80 % of its daily cap"
    Q_PROPERTY(QString text MEMBER text)   ///< "$16.02 of $20.00"
    Q_PROPERTY(QString timeText MEMBER timeText)
    Q_PROPERTY(QString state MEMBER state)        ///< "acknowledged", or nothing
    Q_PROPERTY(QString budget MEMBER budget)      ///< its id
    Q_PROPERTY(QString counter MEMBER counter)    ///< "tenant:research": which of the budget's
    Q_PROPERTY(bool adjustable MEMBER adjustable) ///< the budget is still there
    Q_PROPERTY(bool hard MEMBER hard)
    Q_PROPERTY(bool chosen MEMBER chosen) ///< to be acknowledged with others

public:
    QString key;
    QString title;
    QString text;
    QString timeText;
    QString state;
    QString budget;
    QString counter;
    bool adjustable = false;
    bool hard = false;
    bool chosen = false;
};

namespace alertwords {

/// `budget` is null when it was deleted: then what the amounts count is not known, and left out. A
/// spike has none.
[[nodiscard]] AlertRow rowFor(const core::AlertRecord &record,
                              const core::Budget *budget,
                              core::Time now,
                              const QTimeZone &zone);
/// "$16.02", "1,204 tokens".
[[nodiscard]] QString amount(qint64 amount, core::Unit unit);
/// "All tenants", "research", "each tenant", "agent crawler · model llama-8b".
[[nodiscard]] QString whom(const core::Selector &selector);
/// Which goes by its name, where it has one.
[[nodiscard]] bool isOfKey(const core::Selector::Term &term);
/// A budget by its name, or by whom and what it limits: "research, daily cap", "research, daily cap
/// in tokens".
[[nodiscard]] QString budgetTitle(const core::Budget &budget);
/// "50 %, 80 %".
[[nodiscard]] QString marks(const std::vector<int> &marks);
/// "50, 80": for a field.
[[nodiscard]] QString plainMarks(const std::vector<int> &marks);

} // namespace alertwords
