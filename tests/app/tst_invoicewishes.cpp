// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// From the reports page to the ledger and the printer, through the real service and reader.
#include "../core/ledger/samples.h"

#include "app/service/ledgerreader.h"
#include "app/service/servicehost.h"
#include "app/viewmodels/controlcentre.h"
#include "app/wishes.h"
#include "core/billing/invoices.h"

#include <QFile>

using namespace samples;
using namespace Qt::StringLiterals;

namespace {
/// A service on a ledger that has one call of last month, at $2.50.
struct Office
{
    Office()
    {
        {
            const auto ledger = opened(file);
            const HoldRecord call = hold(1, lastMonth().begins + 36h);
            if (!ledger->write({call, settlement(call, 2'500'000'000)})) {
                qFatal("not written");
            }
        }
        proxy::Settings settings;
        settings.port = 0;
        settings.ledgerFile = file;
        settings.zone = "UTC";
        service = std::make_unique<app::ServiceHost>(settings);
        if (!service->start().ok()) {
            qFatal("not started");
        }
        reader = std::make_unique<app::LedgerReader>(file);
        app::connectInvoices(centre, *reader, *service);
        desk.setFolder(folder.path());
        core::Snapshot snapshot;
        snapshot.at = clock.now();
        snapshot.zone = "UTC";
        snapshot.tenants.resize(1);
        snapshot.tenants.front().name = "research";
        centre.apply(snapshot);
        desk.setShown(true);
        desk.tenant()->choose(u"research"_s);
    }
    ~Office() { service->stop(std::chrono::seconds(5)); }

    static core::Span lastMonth()
    {
        const auto month = QDateTime::currentDateTimeUtc().date().addMonths(-1);
        return *core::billingPeriod(month.toString(u"yyyy-MM"_s).toLatin1(), "UTC");
    }

    QTemporaryDir folder;
    QString file = folder.filePath(u"ledger.db"_s);
    core::SystemClock clock;
    ControlCentre centre{clock};
    InvoiceDesk &desk = *centre.reports()->invoices();
    std::unique_ptr<app::ServiceHost> service;
    std::unique_ptr<app::LedgerReader> reader;
};
} // namespace

class InvoiceWishesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // S4-26
    void closesAMonthInTheLedger()
    {
        Office office;
        QTRY_VERIFY(office.desk.isReady());
        QCOMPARE(office.desk.title(), u"Draft"_s);
        QCOMPARE(office.desk.payable(), u"$2.50"_s);
        office.desk.askToClose();
        office.desk.close();
        QTRY_COMPARE(office.desk.title(), u"CAP-000001, closed"_s);
        QVERIFY(office.desk.errorText().isEmpty());
        const auto kept = core::closedInvoices(office.file, "research").value();
        QCOMPARE(kept.size(), 1U);
        QCOMPARE(kept.front().amount(), Money::fromNanos(2'500'000'000));
        // Somebody else is faster: the window says so.
        office.service->closeInvoice("research", Office::lastMonth());
        QTRY_VERIFY2(office.desk.errorText().contains(u"closed"_s),
                     qPrintable(office.desk.errorText()));
    }

    void printsAPdf()
    {
        Office office;
        QTRY_VERIFY(office.desk.isReady());
        office.desk.savePdf();
        const QString month = office.desk.month()->chosen();
        QFile pdf(office.folder.filePath(u"invoice-research-%1-draft.pdf"_s.arg(month)));
        QVERIFY2(pdf.open(QIODevice::ReadOnly), qPrintable(office.desk.savedText()));
        QVERIFY(pdf.readAll().startsWith("%PDF-"));
        QVERIFY(office.desk.savedText().startsWith(u"Saved as"_s));
        office.desk.setFolder(u"/proc/nowhere"_s);
        office.desk.savePdf();
        QVERIFY2(!office.desk.savedText().startsWith(u"Saved"_s),
                 qPrintable(office.desk.savedText()));
    }
};

QTEST_MAIN(InvoiceWishesTest)
#include "tst_invoicewishes.moc"
