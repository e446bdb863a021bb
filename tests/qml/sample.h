// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sampleprices.h"
#include "samplesnapshot.h"

#include "app/viewmodels/controlcentre.h"

/// The invented afternoon for tests in QML: `import Capstan.Sample`, then Sample.centre.
class Sample : public QObject
{
    Q_OBJECT
    Q_PROPERTY(ControlCentre *centre READ centre CONSTANT FINAL)

public:
    Sample() { begin(); }
    [[nodiscard]] ControlCentre *centre() { return &m_centre; }

    Q_INVOKABLE void begin()
    {
        core::Snapshot snapshot = sample::withModels();
        snapshot.models = {{"qwen2.5-72b", sample::dollars("30.87"), sample::dollars("5.20")},
                           {"gpt-4o", sample::dollars("11"), sample::dollars("1.22")}};
        m_centre.apply(snapshot);
        sample::fillPrices(*m_centre.prices());
    }
    Q_INVOKABLE void becomeEmpty()
    {
        core::Snapshot nothing;
        nothing.at = sample::afternoon();
        nothing.zone = "Europe/Berlin";
        m_centre.apply(nothing);
    }
    /// As many tenants, none of whom has a cap.
    Q_INVOKABLE void becomeHuge(int tenants)
    {
        core::Snapshot snapshot = sample::snapshot();
        for (int i = 0; i < tenants; ++i) {
            core::Snapshot::Tenant tenant;
            tenant.name =
                "a-tenant-with-a-very-long-name-that-no-column-can-hold-" + QByteArray::number(i);
            tenant.spentToday = core::Money::fromDollars(i % 100);
            snapshot.tenants.push_back(tenant);
        }
        m_centre.apply(snapshot);
    }

private:
    class StillClock final : public core::Clock
    {
    public:
        [[nodiscard]] core::Time now() const override { return sample::afternoon(); }
    };
    StillClock m_clock;
    ControlCentre m_centre{m_clock};
};
