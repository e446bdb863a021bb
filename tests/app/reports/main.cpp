// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Qt Quick Test for the reports page, with answers that the test gives when it wants to.
#include "samplereports.h"
#include "samplesnapshot.h"

#include "app/viewmodels/controlcentre.h"

#include <QApplication>
#include <QQmlEngine>
#include <QtQml/qqmlextensionplugin.h>
#include <QtQuickTest/quicktest.h>

Q_IMPORT_QML_PLUGIN(CapstanPlugin)
Q_IMPORT_QML_PLUGIN(Capstan_AppPlugin)

/// The window's model and the ledger behind it, both invented.
class Office : public QObject
{
    Q_OBJECT
    Q_PROPERTY(ControlCentre *centre READ centre CONSTANT FINAL)
    Q_PROPERTY(bool holdsBack READ holdsBack WRITE setHoldsBack FINAL)
    Q_PROPERTY(int rows READ rows WRITE setRows FINAL)

public:
    Office()
    {
        m_centre.apply(sample::snapshot());
        InvoiceDesk &desk = *m_centre.reports()->invoices();
        connect(&desk, &InvoiceDesk::invoiceWanted, this, &Office::makeInvoice);
        connect(&desk, &InvoiceDesk::printWanted, &desk, [&desk](const auto &, const auto &path) {
            desk.printed(path, {});
        });
        connect(&desk, &InvoiceDesk::closeWanted, this, [this, &desk] {
            m_isClosed = true;
            desk.closed({});
        });
    }

    [[nodiscard]] ControlCentre *centre() { return &m_centre; }
    [[nodiscard]] bool holdsBack() const { return m_answers.holdsBack; }
    void setHoldsBack(bool holdsBack) { m_answers.holdsBack = holdsBack; }
    [[nodiscard]] int rows() const { return m_answers.rows; }
    void setRows(int rows) { m_answers.rows = rows; }

    Q_INVOKABLE void answer() { m_answers.answer(); }
    Q_INVOKABLE void fail(const QString &why) { m_answers.fail(why); }
    Q_INVOKABLE int cancelled() const { return m_answers.cancelled; }
    Q_INVOKABLE QString lastAsked() const
    {
        return QString::fromUtf8(m_answers.asked.back().second.name);
    }

private:
    void makeInvoice(quint64 ticket, const QByteArray &tenant, const core::Span &period)
    {
        core::Invoice invoice;
        invoice.number = m_isClosed ? 7 : 0;
        invoice.tenant = tenant;
        invoice.period = period;
        core::InvoiceLine line;
        line.calls = 3;
        line.amount = core::Money::fromDollars(12);
        line.cost = line.amount;
        invoice.lines = {line};
        m_centre.reports()->invoices()->take(ticket, invoice);
    }

    bool m_isClosed = false;
    core::SystemClock m_clock;
    ControlCentre m_centre{m_clock};
    sample::ReportAnswers m_answers{*m_centre.reports()};
};

class Setup : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void qmlEngineAvailable(QQmlEngine *engine)
    {
        engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
        m_office = std::make_unique<Office>(); // needs the application, as this object must not
        qmlRegisterSingletonInstance("Capstan.Sample", 1, 0, "Office", m_office.get());
    }
    void cleanupTestCase() { m_office.reset(); }

private:
    std::unique_ptr<Office> m_office;
};

int main(int argc, char **argv)
{
    const QApplication application(argc, argv); // for Qt Charts; Qt Quick Test makes a lesser one
    Setup setup;
    return quick_test_main_with_setup(argc, argv, "reports", QUICK_TEST_SOURCE_DIR, &setup);
}
#include "main.moc"
