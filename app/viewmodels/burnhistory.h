// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/burnmarks.h"
#include "app/viewmodels/rowlistmodel.h"
#include "core/reports/spendhistory.h"
#include "core/snapshot.h"

#include <QStringList>
#include <QTimeZone>
#include <QtQml/qqmlregistration.h>

#include <array>
#include <deque>
#include <optional>

/// One line of the chart's legend.
struct BurnRow
{
    Q_GADGET
    QML_VALUE_TYPE(burnRow)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString text MEMBER text) ///< "2.31": dollars per hour
    Q_PROPERTY(int series MEMBER series) ///< which colour: 0..4, 5 is "others"

public:
    QString name;
    QString text;
    int series = 0;
};

struct BurnFacts
{
    int series = 0;
    QString name;
    qint64 perHour = 0;

    [[nodiscard]] int key() const { return series; }
    friend bool operator==(const BurnFacts &, const BurnFacts &) = default;
};

/// Something that happened while money burned: a cap reached or changed, a pause, no upstream.
struct BurnEvent
{
    Q_GADGET
    QML_VALUE_TYPE(burnEvent)
    Q_PROPERTY(double place MEMBER place) ///< 0..1 of the chart's width
    Q_PROPERTY(QString text MEMBER text)
    Q_PROPERTY(bool warns MEMBER warns)

public:
    core::Time time{};
    double place = 0;
    QString text;
    bool warns = false;

    [[nodiscard]] std::pair<qint64, QString> key() const
    {
        return {static_cast<qint64>(time.time_since_epoch().count()), text};
    }
    friend bool operator==(const BurnEvent &, const BurnEvent &) = default;
};

class BurnEventList : public RowListModel<BurnEvent>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ControlCentre")
public:
    using RowListModel::RowListModel;
    using RowListModel::synchronise;

private:
    [[nodiscard]] QVariant present(const BurnEvent &event) const override
    {
        return QVariant::fromValue(event);
    }
};

/// The burn of the last five minutes by tenant or model, a sample a second, or of a longer past
/// from the ledger. Five of each have a band of their own, dealt by rank when first seen spending
/// and kept while Capstan runs. The rows are the legend, the topmost band first.
class BurnHistory : public RowListModel<BurnFacts>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ControlCentre")
    Q_PROPERTY(BurnHistory::Range range READ range WRITE setRange NOTIFY viewChanged FINAL)
    Q_PROPERTY(BurnHistory::Split split READ split WRITE setSplit NOTIFY viewChanged FINAL)
    Q_PROPERTY(QString nowText READ nowText NOTIFY changed FINAL)   ///< "$6.42/h"
    Q_PROPERTY(QString unitText READ unitText NOTIFY changed FINAL) ///< "$/h"
    Q_PROPERTY(QString totalText READ totalText NOTIFY changed FINAL)
    Q_PROPERTY(QString totalRate READ totalRate NOTIFY changed FINAL) ///< the same as "$7.12/h"
    /// The moment that is looked at, 0..1 of the chart's width; below 0: now.
    Q_PROPERTY(double probeAt READ probeAt NOTIFY changed FINAL)
    Q_PROPERTY(QString probeText READ probeText NOTIFY changed FINAL) ///< "14:09:31"; "": now
    /// The series whose band and line stand out; -1: none.
    Q_PROPERTY(int pointed READ pointed WRITE setPointed NOTIFY pointedChanged FINAL)
    Q_PROPERTY(QString errorText READ errorText NOTIFY viewChanged FINAL)
    Q_PROPERTY(
        QString emptyText READ emptyText NOTIFY viewChanged FINAL) ///< while nothing is drawn
    Q_PROPERTY(QList<QString> scaleLabels READ scaleLabels NOTIFY scaleChanged FINAL)
    Q_PROPERTY(
        QList<QString> timeLabels READ timeLabels NOTIFY viewChanged FINAL) ///< left to right
    Q_PROPERTY(BurnEventList *events READ events CONSTANT FINAL)

public:
    enum Range { FiveMinutes, Hour, Day, Month };
    Q_ENUM(Range)
    enum Split { ByTenant, ByModel };
    Q_ENUM(Split)

    static constexpr int Bands = 6; ///< five tenants and the others
    static constexpr int TimeLabels = 6;

    struct Sample
    {
        core::Time at{};
        std::array<qint64, Bands> perHour{};
    };

    using RowListModel::RowListModel;

    void apply(const core::Snapshot &snapshot);
    void retell(); ///< amounts are shown in another currency: scale and texts anew
    /// Draws the present burn on as time passes; a sample a second at most. Does nothing while
    /// there is nothing to see.
    void tick(core::Time now);
    /// The past that was asked for; another one than is wanted by now is left alone.
    void takePast(const core::SpendHistory &past);
    void refusePast(const core::SpendHistoryQuery &query, const QString &why);
    void addEvent(core::Time time, const QString &text);
    /// Something is being spent, or was within the last five minutes.
    [[nodiscard]] bool isLively() const;

    [[nodiscard]] Range range() const { return m_range; }
    void setRange(Range range);
    [[nodiscard]] Split split() const { return m_split; }
    void setSplit(Split split);
    [[nodiscard]] const std::deque<Sample> &samples() const;
    [[nodiscard]] core::Duration length() const;      ///< of the range
    [[nodiscard]] core::Duration longestStep() const; ///< samples further apart are a gap
    [[nodiscard]] core::Time end() const;             ///< at the right edge
    [[nodiscard]] core::Money scaleEnd() const { return m_scaleEnd; }
    [[nodiscard]] QString nowText() const;
    [[nodiscard]] static QString unitText();
    [[nodiscard]] QString totalText() const;
    [[nodiscard]] QString totalRate() const;
    [[nodiscard]] double probeAt() const;
    [[nodiscard]] QString probeText() const;
    [[nodiscard]] int pointed() const { return m_pointed; }
    void setPointed(int series);
    [[nodiscard]] const QString &errorText() const { return m_error; }
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] QStringList scaleLabels() const;
    [[nodiscard]] QStringList timeLabels() const;
    [[nodiscard]] BurnEventList *events() { return &m_events; }

    /// Looks at the sample nearest to that fraction of the chart; the legend and the total show
    /// that moment until clearProbe(). Nothing happens without samples.
    Q_INVOKABLE void probe(double fraction);
    /// The same, and points at the band at that height of the chart, 0 at its foot and 1 at its
    /// top.
    Q_INVOKABLE void probe(double fraction, double height);
    /// Points at the line so many further down the legend; the first or the last, from none.
    Q_INVOKABLE void movePointed(int lines);
    /// So many samples on from the one that is looked at, or from the newest.
    Q_INVOKABLE void moveProbe(int samples);
    Q_INVOKABLE void clearProbe();

Q_SIGNALS:
    void changed();
    void pointedChanged();
    void sampled(); ///< the chart has moved
    void scaleChanged();
    void viewChanged();
    void pastWanted(const core::SpendHistoryQuery &query);

private:
    /// Of one split.
    struct Live
    {
        std::vector<QByteArray> named;   ///< those with a band, by series
        std::vector<std::size_t> places; ///< where each of them was in the last snapshot
        std::array<qint64, Bands> present{};
        std::deque<Sample> samples;

        [[nodiscard]] std::size_t seriesOf(const QByteArray &name) const;
        void deal(const QByteArray &name); ///< a band, if one is free
        template <class List>
        void dealToDearest(const List &list);
        /// Of `list`, which is in the same order each time, for the most part.
        template <class List>
        [[nodiscard]] qint64 perHourOf(std::size_t series, const List &list);
    };

    [[nodiscard]] QVariant present(const BurnFacts &facts) const override;
    /// Tenants or models.
    template <class List>
    static void takePresent(Live &live, const List &list);
    [[nodiscard]] Live &live() { return m_live[static_cast<std::size_t>(m_split)]; }
    [[nodiscard]] const Live &live() const { return m_live[static_cast<std::size_t>(m_split)]; }
    void show(); ///< another range or split
    void askForPast();
    void collectEvents(const core::Snapshot &snapshot);
    void addEvent(const BurnEvent &event);
    void placeEvents();
    void fitScale();
    void showLegend();
    void lookAt(std::optional<core::Time> moment);
    [[nodiscard]] double placeOf(core::Time time) const;
    [[nodiscard]] const Sample *probed() const;
    [[nodiscard]] core::Money shownTotal() const; ///< of the moment that is looked at
    [[nodiscard]] std::deque<Sample>::const_iterator nearest(core::Time moment) const;

    Range m_range = FiveMinutes;
    Split m_split = ByTenant;
    std::array<Live, 2> m_live; ///< by Split
    std::deque<Sample> m_past;
    core::SpendHistoryQuery m_asked; ///< what m_past is, or will be
    bool m_waits = false;            ///< for the answer
    QString m_error;
    core::Money m_total;
    std::optional<core::Time> m_probe; ///< time of a sample; stays on it as the chart moves
    int m_pointed = -1;
    core::Time m_now{};
    QTimeZone m_zone = QTimeZone::utc();
    core::Money m_scaleEnd;
    core::Money m_scaleStep;
    std::vector<BurnEvent> m_alerts;
    std::vector<BurnEvent> m_changes; ///< the newest last
    BurnMarks m_marks;
    BurnEventList m_events; ///< within the range
};
