// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplesnapshot.h"

#include "app/viewmodels/find/findmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class FindTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersPagesAndActionsBeforeAnythingIsTyped();
    void putsNamesThatBeginWithTheTextFirst();
    void leadsToATenant();
    void leadsToARequestByItsId();
    void findsNothingForWhatIsNotThere();
    void staysShortAmongTenThousandTenants();

private:
    [[nodiscard]] static QString title(const FindModel &find, int row)
    {
        return find.data(find.index(row), Qt::UserRole).value<FindHit>().title;
    }
};

void FindTest::offersPagesAndActionsBeforeAnythingIsTyped()
{
    FindModel find;
    find.apply(sample::snapshot());
    QCOMPARE(find.count(), static_cast<int>(FindModel::MostHits));
    QCOMPARE(title(find, 0), u"Overview"_s);
    QSignalSpy paused(&find, &FindModel::pauseAllWanted);
    find.setText(u"pause"_s);
    find.choose(0);
    QCOMPARE(paused.count(), 1);
}

void FindTest::putsNamesThatBeginWithTheTextFirst()
{
    FindModel find;
    const QAbstractItemModelTester tester(&find,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    core::Snapshot snapshot = sample::snapshot();
    snapshot.tenants.clear();
    for (const char *name : {"old-docs", "docs-search", "marketing"}) {
        snapshot.tenants.push_back({name, {}, {}, {}, 0, false, {}});
    }
    find.apply(snapshot);
    find.setText(u"DOCS"_s);
    QCOMPARE(find.count(), 2);
    QCOMPARE(title(find, 0), u"docs-search"_s);
    QCOMPARE(title(find, 1), u"old-docs"_s);
}

void FindTest::leadsToATenant()
{
    FindModel find;
    find.apply(sample::snapshot());
    QSignalSpy wanted(&find, &FindModel::tenantWanted);
    find.setText(u"evals"_s);
    find.choose(0);
    QCOMPARE(wanted.constFirst().constFirst().toString(), u"evals-nightly"_s);
    find.choose(99); // there is no such row
    QCOMPARE(wanted.count(), 1);
}

void FindTest::leadsToARequestByItsId()
{
    const core::RequestId id = core::RequestId::generate();
    QCOMPARE(requestIdFrom(QString::fromUtf8(id.toText())), std::optional(id));
    QVERIFY(!requestIdFrom(u"req-12"_s));
    QVERIFY(!requestIdFrom(u"req-zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz"_s));
    FindModel find;
    QSignalSpy wanted(&find, &FindModel::requestWanted);
    find.setText(QString::fromUtf8(id.toText()));
    QCOMPARE(find.count(), 1);
    find.choose(0);
    QCOMPARE(wanted.constFirst().constFirst().value<core::RequestId>(), id);
}

void FindTest::findsNothingForWhatIsNotThere()
{
    FindModel find;
    find.apply(sample::snapshot());
    find.setText(u"no such thing"_s);
    QCOMPARE(find.count(), 0);
}

void FindTest::staysShortAmongTenThousandTenants()
{
    core::Snapshot snapshot;
    for (int i = 0; i < 10'000; ++i) {
        snapshot.tenants.push_back({"team-" + QByteArray::number(i), {}, {}, {}, 0, false, {}});
    }
    FindModel find;
    find.apply(snapshot);
    find.setText(u"team-99"_s);
    QCOMPARE(find.count(), static_cast<int>(FindModel::MostHits));
    QCOMPARE(title(find, 0), u"team-99"_s);
}

QTEST_GUILESS_MAIN(FindTest)
#include "tst_find.moc"
