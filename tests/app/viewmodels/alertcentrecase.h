// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "samplealerts.h"
#include "samplesnapshot.h"

#include "app/viewmodels/alerts/alertcentre.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

/// The alerts of a Saturday afternoon.
class AlertCentreCase : public QObject
{
    Q_OBJECT

protected:
    [[nodiscard]] static AlertRow rowOf(const QAbstractItemModel &model, int row)
    {
        return model.data(model.index(row, 0), Qt::UserRole).value<AlertRow>();
    }
    void begin()
    {
        m_snapshot = sample::snapshot();
        m_centre = std::make_unique<AlertCentre>();
        m_centre->apply(m_snapshot);
    }

    core::Snapshot m_snapshot;
    std::unique_ptr<AlertCentre> m_centre;
};
