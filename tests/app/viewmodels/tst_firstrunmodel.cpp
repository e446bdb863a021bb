// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/displaycurrency.h"
#include "app/viewmodels/firstrun/firstrun.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

UpstreamFinding found(std::vector<QByteArray> models)
{
    UpstreamFinding finding;
    finding.kind = UpstreamFinding::Kind::Works;
    finding.version = "0.11.2";
    finding.models = std::move(models);
    return finding;
}

/// Knows one model: $0.10 and $0.30 per million tokens.
std::shared_ptr<const core::PriceBook> book()
{
    core::Price price;
    price.model = u"known"_s;
    price.rates = {100'000'000, 100'000'000, 100'000'000, 300'000'000};
    price.source = core::PriceSource::Shipped;
    price.sourceDate = u"2026-11-14"_s;
    return std::make_shared<core::PriceBook>(std::vector<core::Price>{price});
}

void atThePrices(FirstRun &run, std::vector<QByteArray> models)
{
    run.setBook(book());
    run.begin();
    run.takeFinding("http://localhost:8000/v1", found(std::move(models)));
    run.endSearch();
    run.useServer(0);
    run.takeServer();
}

core::Snapshot after(int running, const core::Money &spent)
{
    core::Snapshot snapshot;
    snapshot.listeningOn = u"http://127.0.0.1:7007"_s;
    core::KeyFacts key;
    key.id = "k-1";
    key.lastUsedAt = core::Time(1h);
    snapshot.keys = {key};
    core::Snapshot::Tenant tenant;
    tenant.name = "research";
    tenant.spentToday = spent;
    tenant.running = running;
    snapshot.tenants = {tenant};
    return snapshot;
}

} // namespace

class TestFirstRunModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatAnswersAndNothingElse();
    void triesTheAddressThatIsTyped();
    void pricesWhatNoListKnows();
    void needsNoPriceOfItsOwnForKnownModels();
    void makesATenantWithItsCapAndKey();
    void changesTheCapInsteadOfMakingASecond();
    void waitsUntilTheFirstCallHasEnded();
    void goesOnAfterARefusal();
    void forgetsTheKeyWhenItIsLeft();
    void tellsOfTheMarksOfItsCap();
    void takesTheCapInTheCurrencyThatIsShown();
};

void TestFirstRunModel::tellsOfTheMarksOfItsCap()
{
    QCOMPARE(FirstRun::marksText(), u"Warns at 80\u202f%, 95\u202f%; refuses at 100\u202f%"_s);
}

void TestFirstRunModel::takesTheCapInTheCurrencyThatIsShown()
{
    QCOMPARE(FirstRun::capSign(), u"$"_s);
    const auto euro = core::DisplayCurrency::from("EUR", "0.5", {});
    QVERIFY(euro.ok());
    displaycurrency::use(*euro);
    QCOMPARE(FirstRun::capSign(), u"€"_s);
    displaycurrency::use(std::nullopt);
}

void TestFirstRunModel::showsWhatAnswersAndNothingElse()
{
    FirstRun run;
    QSignalSpy search(&run, &FirstRun::searchRequested);
    run.begin();
    QCOMPARE(search.count(), 1);
    QVERIFY(run.isSearching());
    run.takeFinding("http://localhost:8001/v1", UpstreamFinding());
    run.endSearch();
    QVERIFY(run.servers().isEmpty());
    QVERIFY(run.searchText().contains(u"8000"_s));
    run.takeFinding("http://localhost:8000/v1", found({"a", "b"}));
    run.takeFinding("http://localhost:8000/v1", found({"a", "b"}));
    QCOMPARE(run.servers(), QList<QString>{u"vLLM 0.11.2 on port 8000 · a, b"_s});
}

void TestFirstRunModel::triesTheAddressThatIsTyped()
{
    FirstRun run;
    QSignalSpy wish(&run, &FirstRun::addressRequested);
    run.begin();
    run.tryAddress(u"gpu box"_s);
    QCOMPARE(wish.count(), 0);
    QVERIFY(run.errorText().contains(u"“gpu box”"_s));
    run.tryAddress(u" http://gpu:8000/ "_s);
    QCOMPARE(wish.at(0).at(0).toByteArray(), "http://gpu:8000"_ba);
    UpstreamFinding silent;
    silent.detail = u"Connection refused"_s;
    run.takeFinding("http://gpu:8000", silent);
    run.endSearch();
    QVERIFY2(run.searchText().contains(u"Connection refused"_s), qPrintable(run.searchText()));
}

void TestFirstRunModel::pricesWhatNoListKnows()
{
    FirstRun run;
    QSignalSpy wish(&run, &FirstRun::priceRequested);
    atThePrices(run, {"known", "new-a", "new-b"});
    QCOMPARE(run.step(), FirstRun::Prices);
    QCOMPARE(run.unpricedText(), u"new-a, new-b"_s);
    QCOMPARE(run.priceDetail(),
             u"From the list of 14 Nov 2026: $0.10 to $0.30 per million tokens"_s);
    run.setOutputPrice(u"cheap"_s);
    run.usePrices();
    QCOMPARE(wish.count(), 0);
    QVERIFY(!run.errorText().isEmpty());
    run.setOutputPrice(u"0,50"_s); // as a German types it
    run.usePrices();
    QCOMPARE(wish.count(), 2);
    const auto price = wish.at(0).at(0).value<core::Price>();
    QCOMPARE(price.model, u"new-a"_s);
    QCOMPARE(price.rates.input, qint64(100'000'000));  // $0.10
    QCOMPARE(price.rates.output, qint64(500'000'000)); // $0.50
    QCOMPARE(run.step(), FirstRun::Tenant);
}

void TestFirstRunModel::needsNoPriceOfItsOwnForKnownModels()
{
    FirstRun run;
    QSignalSpy wish(&run, &FirstRun::priceRequested);
    atThePrices(run, {"known"});
    QVERIFY(run.unpricedText().isEmpty());
    run.setInputPrice({}); // is not asked for
    run.usePrices();
    QCOMPARE(wish.count(), 0);
    QCOMPARE(run.step(), FirstRun::Tenant);
}

void TestFirstRunModel::makesATenantWithItsCapAndKey()
{
    FirstRun run;
    QSignalSpy cap(&run, &FirstRun::capRequested);
    QSignalSpy key(&run, &FirstRun::keyRequested);
    atThePrices(run, {"known"});
    run.usePrices();
    run.setCap(u"much"_s);
    run.makeTenant();
    QCOMPARE(cap.count() + key.count(), 0);
    QVERIFY(!run.errorText().isEmpty());
    run.setCap(u"17.50"_s);
    run.setTenant(u"sales"_s);
    run.makeTenant();
    run.makeTenant(); // on its way
    QCOMPARE(cap.count(), 1);
    const auto budget = cap.at(0).at(0).value<core::Budget>();
    QCOMPARE(budget.selector.toText(), "tenant:sales"_ba);
    QCOMPARE(budget.limit, qint64(17'500'000'000)); // $17.50
    QVERIFY(budget.validate().ok());
    QCOMPARE(key.at(0).at(0).value<core::KeyFacts>().tenant, "sales"_ba);
    run.takeKey("k-1", core::Secret("sk-cap-x"));
    QCOMPARE(run.step(), FirstRun::Program);
    QVERIFY(run.code().text.contains(u"sk-cap-x"_s));
}

void TestFirstRunModel::changesTheCapInsteadOfMakingASecond()
{
    FirstRun run;
    QSignalSpy cap(&run, &FirstRun::capRequested);
    atThePrices(run, {"known"});
    run.usePrices();
    run.makeTenant();
    run.takeKey("k-1", core::Secret("sk-cap-x"));
    run.back(FirstRun::Tenant);
    QVERIFY(!run.code().text.contains(u"sk-cap-x"_s));
    run.setCap(u"5"_s);
    run.makeTenant();
    QCOMPARE(cap.count(), 2);
    QCOMPARE(cap.at(1).at(0).value<core::Budget>().id, cap.at(0).at(0).value<core::Budget>().id);
}

void TestFirstRunModel::waitsUntilTheFirstCallHasEnded()
{
    FirstRun run;
    atThePrices(run, {"known"});
    run.usePrices();
    run.makeTenant();
    run.takeKey("k-1", core::Secret("sk-cap-x"));
    run.apply(after(1, core::Money()));
    QVERIFY(!run.hasArrived());
    run.apply(after(0, core::Money::fromNanos(2'300'000)));
    QVERIFY(run.hasArrived());
    QCOMPARE(run.callTitle(), u"The first call was counted: $0.0023"_s);
}

void TestFirstRunModel::goesOnAfterARefusal()
{
    FirstRun run;
    atThePrices(run, {"known"});
    run.usePrices();
    run.makeTenant();
    QVERIFY(run.isBusy());
    run.refuse(u"The disk is full."_s);
    QVERIFY(!run.isBusy());
    QCOMPARE(run.errorText(), u"The disk is full."_s);
    run.takeKey("k-1", core::Secret("sk-cap-x")); // of nothing that was asked for
    QCOMPARE(run.step(), FirstRun::Tenant);
}

void TestFirstRunModel::forgetsTheKeyWhenItIsLeft()
{
    FirstRun run;
    QSignalSpy left(&run, &FirstRun::left);
    atThePrices(run, {"known"});
    run.usePrices();
    run.makeTenant();
    run.takeKey("k-1", core::Secret("sk-cap-x"));
    run.leave();
    QVERIFY(!run.isOpen());
    QVERIFY(!run.code().text.contains(u"sk-cap-x"_s));
    QCOMPARE(left.count(), 1);
}

QTEST_MAIN(TestFirstRunModel)
#include "tst_firstrunmodel.moc"
