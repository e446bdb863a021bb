// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/imports/fileimport.h"
#include "core/ledger/records.h"
#include "core/pricing/price.h"

#include <QThreadPool>

#include <functional>
#include <vector>

class ControlCentre;

namespace app {

class ServiceHost;

/// Reads the files that a person brings from other programs, in a thread of its own, and hands to
/// the service just what was shown of them. Main thread.
class ImportDesk : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it; the service has started.
    ImportDesk(ControlCentre &centre, ServiceHost &service);
    ~ImportDesk() override; ///< waits for what is being read

private:
    /// What is shown of a file, and what is kept until a person says yes.
    template <class Kept>
    struct Found
    {
        ImportPreview preview;
        Kept kept;
    };
    template <class Kept>
    void look(FileImport &import,
              std::function<core::Result<Found<Kept>>()> read,
              std::function<void(const Kept &)> keep);
    void lookAtUsage(FileImport &import, const QString &file);
    void lookAtPrices(FileImport &import, const QString &file);
    void lookAtConfiguration(FileImport &import, const QString &file);

    ServiceHost &m_service;
    std::vector<core::LedgerRecord> m_usage;
    std::vector<core::Price> m_prices;
    QThreadPool m_thread;
};

} // namespace app
