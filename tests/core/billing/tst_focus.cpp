// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The columns and rules are those of FOCUS 1.2 (focus.finops.org), feature level "Mandatory".
#include "samples.h"

#include "core/billing/invoices.h"
#include "core/reports/reports.h"

#include <QRegularExpression>

#include <algorithm>

using namespace samples;
using namespace Qt::StringLiterals;

namespace {
struct Column
{
    const char *name;
    bool mayBeNull;
};
/// Every mandatory column, and whether it allows nulls.
constexpr Column Mandatory[] = {
    {"BilledCost", false},      {"BillingAccountId", false},  {"BillingAccountName", true},
    {"BillingCurrency", false}, {"BillingPeriodEnd", false},  {"BillingPeriodStart", false},
    {"ChargeCategory", false},  {"ChargeClass", true},        {"ChargeDescription", true},
    {"ChargePeriodEnd", false}, {"ChargePeriodStart", false}, {"ContractedCost", false},
    {"EffectiveCost", false},   {"InvoiceIssuerName", false}, {"ListCost", false},
    {"PricingQuantity", true},  {"PricingUnit", true},        {"ProviderName", false},
    {"PublisherName", false},   {"ServiceCategory", false},   {"ServiceName", false}};

const Span October = billingPeriod("2026-10", {}).value();

struct Books : Fixture
{
    Books()
    {
        call(October.begins + 1h, "a", 500);
        call(October.begins + 25h, "a", 300);
        call(October.begins + 1h, "b", 100);
        if (!write({storedTerms("a", BillingTerms::fromPercent("10").value())})) {
            qFatal("not written");
        }
    }
    void call(Time at, const QByteArray &tenant, qint64 nanos)
    {
        HoldRecord record = hold(++number, at, by(tenant));
        record.attribution.of(Dimension::Provider) = "vllm";
        if (!write({record, settlement(record, nanos)})) {
            qFatal("not written");
        }
    }
    [[nodiscard]] Report focus() const
    {
        return Reports::open(path).value()->run({.name = "focus", .now = Noon}).value();
    }
    quint64 number = 0;
};

ReportCell cell(const Report &report, std::size_t row, const char *column)
{
    const auto at = std::find(report.columns.begin(), report.columns.end(), column);
    return report.rows.at(row).at(static_cast<std::size_t>(at - report.columns.begin()));
}
Money sum(const Report &report, const char *column)
{
    Money total;
    for (std::size_t row = 0; row < report.rows.size(); ++row) {
        total += std::get<Money>(cell(report, row, column));
    }
    return total;
}
} // namespace

class TestFocus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasEveryMandatoryColumn();
    void writesTimesInUtcAndPeriodsHalfOpen();
    void usesOnlyAllowedValues();
    void billsWithTheMarkup();
    void keepsAClosedPeriodAndMarksItsCorrections();
};

void TestFocus::hasEveryMandatoryColumn()
{
    const Report report = Books().focus();
    QCOMPARE(report.rows.size(), 3U); // a on two days, b on one
    for (const Column &column : Mandatory) {
        QCOMPARE(std::count(report.columns.begin(), report.columns.end(), column.name), 1);
        for (std::size_t row = 0; row < report.rows.size() && !column.mayBeNull; ++row) {
            QVERIFY2(!std::holds_alternative<std::monostate>(cell(report, row, column.name)),
                     column.name);
        }
    }
    // Names of our own begin with x_; all others are in Pascal case.
    const QRegularExpression name(u"^(x_)?([A-Z][a-z]+)+$"_s);
    for (const QByteArray &column : report.columns) {
        QVERIFY2(name.match(QString::fromLatin1(column)).hasMatch(), column);
    }
}

void TestFocus::writesTimesInUtcAndPeriodsHalfOpen()
{
    const Report report = Books().focus();
    QCOMPARE(cell(report, 0, "BillingPeriodStart"), ReportCell(QByteArray("2026-10-01T00:00:00Z")));
    QCOMPARE(cell(report, 0, "BillingPeriodEnd"), ReportCell(QByteArray("2026-11-01T00:00:00Z")));
    QCOMPARE(cell(report, 0, "ChargePeriodStart"), ReportCell(QByteArray("2026-10-01T00:00:00Z")));
    QCOMPARE(cell(report, 0, "ChargePeriodEnd"), ReportCell(QByteArray("2026-10-02T00:00:00Z")));
}

void TestFocus::usesOnlyAllowedValues()
{
    const Report report = Books().focus();
    for (std::size_t row = 0; row < report.rows.size(); ++row) {
        QCOMPARE(cell(report, row, "ChargeCategory"), ReportCell(QByteArray("Usage")));
        QCOMPARE(cell(report, row, "ChargeClass"), ReportCell());
        QCOMPARE(cell(report, row, "BillingCurrency"), ReportCell(QByteArray("USD")));
        QCOMPARE(cell(report, row, "ServiceCategory"),
                 ReportCell(QByteArray("AI and Machine Learning")));
        // "Usage" must have a quantity: 30 + 4 + 3 + 20 tokens.
        QCOMPARE(cell(report, row, "PricingQuantity"), ReportCell(qint64{57}));
    }
}

// a: 500 + 300 and 10 %; b: 100.
void TestFocus::billsWithTheMarkup()
{
    const Report report = Books().focus();
    QCOMPARE(sum(report, "ListCost"), Money::fromNanos(900));
    QCOMPARE(sum(report, "BilledCost"), Money::fromNanos(550 + 330 + 100));
}

void TestFocus::keepsAClosedPeriodAndMarksItsCorrections()
{
    Books books;
    QVERIFY(books.write({closingOf(books.path, "a", October, Noon).value()}));
    books.call(October.ends - 1s, "a", 40); // ended after it was closed
    const Report before = books.focus();
    QCOMPARE(sum(before, "BilledCost"), Money::fromNanos(880 + 100)); // not billed yet
    QCOMPARE(before.rows.size(), 2U);
    QCOMPARE(cell(before, 0, "InvoiceId"), ReportCell(QByteArray("CAP-000001")));

    const Span november = billingPeriod("2026-11", {}).value();
    QVERIFY(books.write({closingOf(books.path, "a", november, november.ends).value()}));
    const Report after = books.focus();
    QCOMPARE(after.rows.size(), 3U);
    QCOMPARE(sum(after, "BilledCost"), Money::fromNanos(880 + 44 + 100));
    qsizetype corrections = 0;
    for (std::size_t row = 0; row < after.rows.size(); ++row) {
        if (cell(after, row, "ChargeClass") == ReportCell(QByteArray("Correction"))) {
            ++corrections;
            QCOMPARE(cell(after, row, "BilledCost"), ReportCell(Money::fromNanos(44)));
            QCOMPARE(cell(after, row, "InvoiceId"), ReportCell(QByteArray("CAP-000002")));
        }
    }
    QCOMPARE(corrections, 1);
}

QTEST_GUILESS_MAIN(TestFocus)
#include "tst_focus.moc"
