// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "samplesnapshot.h"

#include "app/viewmodels/controlcentre.h"

#include <QTest>

#include <memory>

/// A control centre on the invented afternoon, which shows a snapshot that can be changed.
class ControlCentreCase : public QObject
{
    Q_OBJECT

protected:
    void begin()
    {
        m_centre = std::make_unique<ControlCentre>(m_clock);
        m_snapshot = sample::snapshot();
        m_centre->apply(m_snapshot);
    }

private:
    class StillClock final : public core::Clock
    {
    public:
        [[nodiscard]] core::Time now() const override { return sample::afternoon(); }
    };

    StillClock m_clock;

protected:
    std::unique_ptr<ControlCentre> m_centre;
    core::Snapshot m_snapshot;
};
