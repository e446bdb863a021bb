// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/rowlistmodel.h"
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

/// The burn of the last five minutes by tenant, a sample a second. Five tenants have a band of
/// their own, dealt by rank when first seen spending and kept while Capstan runs. The rows are
/// the legend, the topmost band first.
class BurnHistory : public RowListModel<BurnFacts>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ControlCentre")
    Q_PROPERTY(QString nowText READ nowText NOTIFY changed FINAL) ///< "$6.42/h"
    Q_PROPERTY(QString totalText READ totalText NOTIFY changed FINAL)
    /// The moment that is looked at, 0..1 of the chart's width; below 0: now.
    Q_PROPERTY(double probeAt READ probeAt NOTIFY changed FINAL)
    Q_PROPERTY(QString probeText READ probeText NOTIFY changed FINAL) ///< "14:09:31"; "": now
    Q_PROPERTY(QStringList scaleLabels READ scaleLabels NOTIFY scaleChanged FINAL)

public:
    static constexpr int Bands = 6; ///< five tenants and the others
    static constexpr std::chrono::minutes Range{5};

    struct Sample
    {
        core::Time at{};
        std::array<qint64, Bands> perHour{};
    };

    using RowListModel::RowListModel;

    void apply(const core::Snapshot &snapshot);
    /// Draws the present burn on as time passes; a sample a second at most. Does nothing while
    /// there is nothing to see.
    void tick(core::Time now);
    /// Something is being spent, or was within the range.
    [[nodiscard]] bool isLively() const;

    [[nodiscard]] const std::deque<Sample> &samples() const { return m_samples; }
    [[nodiscard]] core::Money scaleEnd() const { return m_scaleEnd; }
    [[nodiscard]] QString nowText() const;
    [[nodiscard]] QString totalText() const;
    [[nodiscard]] double probeAt() const;
    [[nodiscard]] QString probeText() const;
    [[nodiscard]] QStringList scaleLabels() const;

    /// Looks at the sample nearest to that fraction of the chart; the legend and the total show
    /// that moment until clearProbe(). Nothing happens without samples.
    Q_INVOKABLE void probe(double fraction);
    /// So many samples on from the one that is looked at, or from the newest.
    Q_INVOKABLE void moveProbe(int samples);
    Q_INVOKABLE void clearProbe();

Q_SIGNALS:
    void changed();
    void sampled(); ///< the chart has moved
    void scaleChanged();

private:
    [[nodiscard]] QVariant present(const BurnFacts &facts) const override;
    void dealSeries(const core::Snapshot &snapshot);
    void fitScale();
    void showLegend();
    void lookAt(std::optional<core::Time> moment);
    [[nodiscard]] const Sample *probed() const;
    [[nodiscard]] std::deque<Sample>::const_iterator nearest(core::Time moment) const;

    std::vector<QByteArray> m_named; ///< tenants with a band, by series
    std::array<qint64, Bands> m_present{};
    core::Money m_total;
    std::deque<Sample> m_samples;
    std::optional<core::Time> m_probe; ///< time of a sample; stays on it as the chart moves
    QTimeZone m_zone = QTimeZone::utc();
    core::Money m_scaleEnd;
    core::Money m_scaleStep;
};
