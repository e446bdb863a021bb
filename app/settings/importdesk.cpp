// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/importdesk.h"

#include "app/import/seedconfiguration.h"
#include "app/service/servicehost.h"
#include "app/viewmodels/controlcentre.h"
#include "app/viewmodels/imports/importwords.h"
#include "core/base/filecontent.h"

#include <QDate>
#include <QFileInfo>

namespace app {

using namespace Qt::StringLiterals;

ImportDesk::ImportDesk(ControlCentre &centre, ServiceHost &service)
    : m_service(service)
{
    m_thread.setMaxThreadCount(1);
    FileImport &usage = *centre.settings()->usageImport();
    FileImport &prices = *centre.prices()->fileImport();
    FileImport &configuration = *centre.settings()->configurationImport();
    const auto reads = [this](FileImport &import, auto look) {
        import.reset();
        connect(&import,
                &FileImport::lookRequested,
                this,
                [this, &import, look](const QString &file) { (this->*look)(import, file); });
    };
    reads(usage, &ImportDesk::lookAtUsage);
    reads(prices, &ImportDesk::lookAtPrices);
    reads(configuration, &ImportDesk::lookAtConfiguration);
    connect(&usage, &FileImport::importRequested, this, [this] { m_service.addHistory(m_usage); });
    connect(&service, &ServiceHost::historyAdded, &usage, &FileImport::finish);
    connect(
        &prices, &FileImport::importRequested, this, [this] { m_service.importPrices(m_prices); });
    connect(&service, &ServiceHost::pricesImported, &prices, &FileImport::finish);
}

ImportDesk::~ImportDesk()
{
    m_thread.waitForDone();
}

template <class Kept>
void ImportDesk::look(FileImport &import,
                      std::function<core::Result<Found<Kept>>()> read,
                      std::function<void(const Kept &)> keep)
{
    m_thread.start([this, &import, read, keep] {
        const auto found = read();
        const auto tell = [&import, found, keep] {
            if (!found.ok()) {
                import.take(found.error());
                return;
            }
            keep(found->kept);
            import.take(found->preview);
        };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    });
}

void ImportDesk::lookAtUsage(FileImport &import, const QString &file)
{
    using Records = std::vector<core::LedgerRecord>;
    const auto read = [file, ledger = m_service.ledgerFile()]() -> core::Result<Found<Records>> {
        const auto lines = core::fileContent(file, core::MostLogBytes);
        if (!lines.ok()) {
            return lines.error();
        }
        const auto usage = core::parseUsage(*lines);
        if (!usage.ok()) {
            return usage.error();
        }
        const auto preview = core::previewOf(*usage, ledger);
        if (!preview.ok()) {
            return preview.error();
        }
        return Found<Records>{importwords::of(*preview, QTimeZone::systemTimeZone()),
                              usage->records};
    };
    look<Records>(import, read, [this](const Records &records) { m_usage = records; });
}

void ImportDesk::lookAtPrices(FileImport &import, const QString &file)
{
    using Prices = std::vector<core::Price>;
    const auto read = [file,
                       book = m_service.prices(),
                       now = m_service.clock().now()]() -> core::Result<Found<Prices>> {
        const auto content = core::fileContent(file, core::MostLogBytes);
        if (!content.ok()) {
            return content.error();
        }
        const auto list = core::parseLiteLlmPrices(
            *content, QFileInfo(file).fileName(), QDate::currentDate().toString(Qt::ISODate));
        if (!list.ok()) {
            return list.error();
        }
        return Found<Prices>{importwords::of(*list, *book, now), list->prices};
    };
    look<Prices>(import, read, [this](const Prices &prices) { m_prices = prices; });
}

void ImportDesk::lookAtConfiguration(FileImport &import, const QString &file)
{
    const auto read = [file]() -> core::Result<Found<core::Done>> {
        const auto text = core::fileContent(file, core::MostTextBytes);
        if (!text.ok()) {
            return text.error();
        }
        const auto seed = readSeed(*text, file);
        if (!seed.ok()) {
            return seed.error();
        }
        return Found<core::Done>{importwords::ofConfiguration(
                                     writeConfiguration(*seed),
                                     static_cast<int>(seed->providers.size()),
                                     static_cast<int>(seed->models.size()),
                                     QStringList(seed->notCarried.begin(), seed->notCarried.end())),
                                 {}};
    };
    look<core::Done>(import, read, [](const core::Done &) {});
}

} // namespace app
