// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/barfigures.h"
#include "core/snapshot.h"

#include <QObject>
#include <QTimeZone>
#include <QtQml/qqmlregistration.h>

class BudgetDirectory;
struct BoundBudget;

/// Spend against one cap: the gauge, the foot's bar and the tiles show it.
struct SpendCard
{
    Q_GADGET
    QML_VALUE_TYPE(spendCard)
    Q_PROPERTY(BarFigures bar MEMBER bar)
    Q_PROPERTY(bool hasCap MEMBER hasCap)
    Q_PROPERTY(Standing::Kind standing MEMBER standing)
    Q_PROPERTY(QString figure MEMBER figure)       ///< "$41.87"
    Q_PROPERTY(QString ofText MEMBER ofText)       ///< "of $60.00 today", "of $350.00 plan"
    Q_PROPERTY(QString capText MEMBER capText)     ///< "of $60.00"
    Q_PROPERTY(QString heldText MEMBER heldText)   ///< with figure and leftText, adds up to the cap
    Q_PROPERTY(QString leftText MEMBER leftText)   ///< "–" without a cap
    Q_PROPERTY(QString leftWords MEMBER leftWords) ///< "$15.01 left", "cap reached"
    Q_PROPERTY(QString forecast MEMBER forecast)   ///< "Reaches its cap at 17:21 at this pace"
    /// The forecast is worth a look: the cap is reached before its window ends, or is reached.
    Q_PROPERTY(bool forecastWarns MEMBER forecastWarns)
    Q_PROPERTY(bool hasPace MEMBER hasPace)

public:
    BarFigures bar;
    bool hasCap = false;
    Standing::Kind standing = Standing::Calm;
    QString figure;
    QString ofText;
    QString capText;
    QString heldText;
    QString leftText;
    QString leftWords;
    QString forecast;
    bool forecastWarns = false;
    bool hasPace = false;
    friend bool operator==(const SpendCard &, const SpendCard &) = default;
};

/// The figures of the overview page and of the foot that stands on every page.
class OverviewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ControlCentre")
    Q_PROPERTY(SpendCard today READ today NOTIFY todayChanged FINAL)
    Q_PROPERTY(SpendCard week READ week NOTIFY weekChanged FINAL)
    Q_PROPERTY(SpendCard month READ month NOTIFY monthChanged FINAL)
    /// Nothing was ever spent and nothing runs: the page says how to begin.
    Q_PROPERTY(bool untouched READ isUntouched NOTIFY placeChanged FINAL)
    Q_PROPERTY(QString baseUrl READ baseUrl NOTIFY placeChanged FINAL) ///< for OPENAI_BASE_URL

public:
    using QObject::QObject;
    void apply(const core::Snapshot &snapshot, const BudgetDirectory &directory);

    [[nodiscard]] const SpendCard &today() const { return m_today; }
    [[nodiscard]] const SpendCard &week() const { return m_week; }
    [[nodiscard]] const SpendCard &month() const { return m_month; }
    [[nodiscard]] bool isUntouched() const { return m_untouched; }
    [[nodiscard]] const QString &baseUrl() const { return m_baseUrl; }

Q_SIGNALS:
    void todayChanged();
    void weekChanged();
    void monthChanged();
    void placeChanged();

private:
    SpendCard m_today;
    SpendCard m_week;
    SpendCard m_month;
    bool m_untouched = true;
    QString m_baseUrl;
};
