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
    void findsTenantsOfTheLedgerAndOfKeys();
    void leadsToAKeyByItsNameOrId();
    void leadsToASectionOfTheSettings();
    void letsNoKindHideAnother();
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

// One of today, one of a key alone, and one of the ledger alone; each once.
void FindTest::findsTenantsOfTheLedgerAndOfKeys()
{
    core::Snapshot snapshot;
    snapshot.tenants.push_back({"team-now", {}, {}, {}, 0, false, {}});
    snapshot.keys.resize(2);
    snapshot.keys[0].tenant = "team-key";
    snapshot.keys[1].tenant = "team-now";
    FindModel find;
    QSignalSpy asked(find.knownTenants(), &LedgerFilterChip::namesWanted);
    find.apply(snapshot);
    QVERIFY(asked.isEmpty()); // before somebody looks
    find.look();
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.constFirst().constFirst().value<core::Dimension>(), core::Dimension::Tenant);
    find.setText(u"team"_s);
    QCOMPARE(find.count(), 2);
    find.knownTenants()->takeNames(core::Dimension::Tenant, {u"team-now"_s, u"team-old"_s});
    QCOMPARE(find.count(), 3); // at once, with the text as it is
    QCOMPARE(title(find, 0), u"team-now"_s);
    QCOMPARE(title(find, 1), u"team-old"_s);
    QCOMPARE(title(find, 2), u"team-key"_s);
    QSignalSpy wanted(&find, &FindModel::tenantWanted);
    find.choose(1);
    QCOMPARE(wanted.constFirst().constFirst().toString(), u"team-old"_s);
}

void FindTest::leadsToAKeyByItsNameOrId()
{
    core::Snapshot snapshot;
    snapshot.keys.resize(2);
    snapshot.keys[0].id = "k-0123456789ab";
    snapshot.keys[0].name = u"figure-builder"_s;
    snapshot.keys[0].tenant = "research";
    snapshot.keys[1].id = "k-ba9876543210"; // without a name
    FindModel find;
    find.apply(snapshot);
    QSignalSpy wanted(&find, &FindModel::keyWanted);
    find.setText(u"BUILDER"_s);
    QCOMPARE(find.count(), 1);
    QCOMPARE(title(find, 0), u"figure-builder"_s);
    QCOMPARE(find.rows().front().kind, u"key of research"_s);
    find.choose(0);
    QCOMPARE(wanted.takeFirst().constFirst().toString(), u"k-0123456789ab"_s);
    find.setText(u"k-0123"_s);
    QCOMPARE(title(find, 0), u"figure-builder"_s);
    find.setText(u"k-ba98"_s);
    QCOMPARE(title(find, 0), u"k-ba9876543210"_s);
    find.choose(0);
    QCOMPARE(wanted.takeFirst().constFirst().toString(), u"k-ba9876543210"_s);
}

void FindTest::leadsToASectionOfTheSettings()
{
    FindModel find;
    find.apply(sample::snapshot());
    find.setSections({u"Upstreams"_s, u"Credentials"_s});
    QSignalSpy wanted(&find, &FindModel::sectionWanted);
    QSignalSpy page(&find, &FindModel::pageWanted);
    find.setText(u"cred"_s);
    QCOMPARE(find.count(), 1);
    find.choose(0);
    QCOMPARE(wanted.constFirst().constFirst().toInt(), 1);
    find.setText(u"Settings"_s);
    find.choose(0);
    QCOMPARE(page.constFirst().constFirst().toInt(), 6);
}

void FindTest::letsNoKindHideAnother()
{
    core::Snapshot snapshot;
    for (int i = 0; i < 10'000; ++i) {
        snapshot.tenants.push_back({"team-" + QByteArray::number(i), {}, {}, {}, 0, false, {}});
    }
    snapshot.keys.resize(1);
    snapshot.keys.front().id = "k-0123456789ab";
    snapshot.keys.front().name = u"team-builder"_s;
    FindModel find;
    find.apply(snapshot);
    find.setText(u"team"_s);
    // Eleven tenants and the key.
    QCOMPARE(find.count(), static_cast<int>(FindModel::MostHits));
    QCOMPARE(title(find, 10), u"team-10"_s);
    QCOMPARE(title(find, 11), u"team-builder"_s);
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
