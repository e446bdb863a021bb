// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/reports/reportwords.h"
#include "app/viewmodels/rowlistmodel.h"

#include <QtQml/qqmlregistration.h>

/// One bar, or one column over time.
struct ReportPoint
{
    Q_GADGET
    QML_VALUE_TYPE(reportPoint)
    Q_PROPERTY(QString label MEMBER label) ///< "research · summaries", "Fri 20 Nov"
    Q_PROPERTY(QString text MEMBER text)  ///< "$41.87"; with a band "$38.10 – $44.02, likely $41"
    Q_PROPERTY(double share MEMBER share) ///< of the axis, 0..1
    Q_PROPERTY(double low MEMBER low)     ///< of the band; equals high where there is none
    Q_PROPERTY(double high MEMBER high)

public:
    QString label;
    QString text;
    double share = 0;
    double low = 0;
    double high = 0;
    int place = 0;

    [[nodiscard]] int key() const { return place; }
    friend bool operator==(const ReportPoint &, const ReportPoint &) = default;
};

/// A report as a picture: bars that stand under each other with their names and figures, or
/// columns in the order of time. Finished shares and texts; nothing is computed by the view.
class ReportChart : public RowListModel<ReportPoint>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ReportsModel")
    Q_PROPERTY(bool overTime READ isOverTime NOTIFY changed FINAL)
    Q_PROPERTY(int count READ count NOTIFY changed FINAL)
    Q_PROPERTY(int answer READ answer NOTIFY changed FINAL) ///< counts the reports that were shown
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL) ///< "Total cost, the first 12 of 40"
    Q_PROPERTY(QList<QString> ticks READ ticks NOTIFY changed FINAL)    ///< from the axis' foot up
    Q_PROPERTY(QList<QString> dates READ dates NOTIFY changed FINAL)    ///< below the columns
    Q_PROPERTY(QList<double> datesAt READ datesAt NOTIFY changed FINAL) ///< their middles, 0..1
    Q_PROPERTY(QString summary READ summary NOTIFY changed FINAL)       ///< for a screen reader

public:
    using RowListModel::RowListModel;

    /// Bars beyond these are in the table only.
    static constexpr int MostBars = 12;

    /// How the report was asked for.
    struct Frame
    {
        QTimeZone zone;
        QByteArray zoneId;
        std::optional<core::WindowKind> per; ///< periods without a call get a column of zero
        bool perMinute = false;              ///< minutes likewise
    };
    void setReport(const core::Report &report, const Frame &frame);

    [[nodiscard]] bool isOverTime() const { return m_overTime; }
    [[nodiscard]] int count() const { return rowCount(); }
    [[nodiscard]] int answer() const { return m_answer; }
    [[nodiscard]] const QString &title() const { return m_title; }
    [[nodiscard]] const QList<QString> &ticks() const { return m_ticks; }
    [[nodiscard]] const QList<QString> &dates() const { return m_dates; }
    [[nodiscard]] const QList<double> &datesAt() const { return m_datesAt; }
    [[nodiscard]] QString summary() const;
    Q_INVOKABLE ReportPoint pointAt(int place) const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QVariant present(const ReportPoint &point) const override
    {
        return QVariant::fromValue(point);
    }
    void setScale(double largest, reportwords::Kind kind);
    void setDates(const std::vector<ReportPoint> &points);

    int m_answer = 0;
    bool m_overTime = false;
    double m_end = 1; ///< of the axis
    QString m_title;
    QList<QString> m_ticks;
    QList<QString> m_dates;
    QList<double> m_datesAt;
};
