// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Qt Quick Test for whole pages: tst_*.qml beside this file, each with a control centre of its own.
#include "sampleactivity.h"
#include "samplealerts.h"
#include "sampleprices.h"
#include "samplesnapshot.h"

#include "app/viewmodels/controlcentre.h"

#include <QApplication>
#include <QQmlEngine>
#include <QtQml/qqmlextensionplugin.h>
#include <QtQuickTest/quicktest.h>

Q_IMPORT_QML_PLUGIN(CapstanPlugin)
Q_IMPORT_QML_PLUGIN(Capstan_AppPlugin)

namespace {

class StillClock final : public core::Clock
{
public:
    [[nodiscard]] core::Time now() const override { return sample::afternoon(); }
};

const StillClock Clock;
constexpr char NoLedger[] = "The ledger cannot be read: disk I/O error. Check the disk.";

} // namespace

/// What the pages are shown with. Each state is that of the whole window.
class Sample : public QObject
{
    Q_OBJECT
    Q_PROPERTY(ControlCentre *centre READ centre CONSTANT FINAL)
    /// One that nobody has told anything, and nobody answers.
    Q_PROPERTY(ControlCentre *silent READ silent CONSTANT FINAL)
    /// How often the engine was asked for something, by the wish's name.
    Q_PROPERTY(QList<QString> wishes READ wishes NOTIFY wished FINAL)

public:
    Sample()
    {
        AlertCentre *alerts = m_centre.alerts();
        connect(alerts, &AlertCentre::acknowledgeRequested, this, [this] { wish("acknowledge"); });
        connect(alerts, &AlertCentre::acknowledgeAllRequested, this, [this] {
            wish("acknowledge all");
        });
        connect(alerts, &AlertCentre::muteRequested, this, [this] { wish("mute"); });
        connect(alerts, &AlertCentre::unmuteRequested, this, [this] { wish("unmute"); });
        connect(alerts, &AlertCentre::webhookTestRequested, this, [this] { wish("test"); });
        connect(&m_centre, &ControlCentre::budgetChangeRequested, this, [this] { wish("budget"); });
        connect(m_centre.burn(),
                &BurnHistory::pastWanted,
                this,
                [this](const core::SpendHistoryQuery &query) { m_chartAsked = query; });
        connect(m_centre.dimension(),
                &DimensionList::historyWanted,
                this,
                [this](const core::SpendHistoryQuery &query) { m_listAsked = query; });
    }
    [[nodiscard]] ControlCentre *centre() { return &m_centre; }
    [[nodiscard]] ControlCentre *silent() { return &m_silent; }
    [[nodiscard]] const QStringList &wishes() const { return m_wishes; }

    Q_INVOKABLE void lively(int rows)
    {
        answer(rows);
        m_centre.apply(sample::snapshot());
        again();
    }
    Q_INVOKABLE void empty()
    {
        answer(0);
        m_centre.apply(sample::untouched());
        again();
    }
    Q_INVOKABLE void failing()
    {
        leaveUnanswered();
        sample::refuse(*m_centre.alerts()->history());
        ActivityModel &log = *m_centre.activity();
        connect(&log, &ActivityModel::pageWanted, &log, [&log](quint64 ticket) {
            log.takeError(ticket, QString::fromLatin1(NoLedger));
        });
        again();
    }
    /// The ledger answers nothing that was asked for prices, the chart and the dimensions.
    Q_INVOKABLE void refuseSums()
    {
        m_centre.prices()->refuseReport("cost", QString::fromLatin1(NoLedger));
        m_centre.burn()->refusePast(m_chartAsked, QString::fromLatin1(NoLedger));
        m_centre.dimension()->refuse(m_listAsked, QString::fromLatin1(NoLedger));
    }
    Q_INVOKABLE void withMute()
    {
        core::Snapshot snapshot = sample::snapshot();
        snapshot.alertMutes = {{{}, snapshot.at, core::Time::max()}};
        m_centre.apply(snapshot);
    }
    Q_INVOKABLE void withPrices()
    {
        m_centre.apply(sample::withModels());
        sample::fillPrices(*m_centre.prices());
    }
    Q_INVOKABLE void withManyModels(int count)
    {
        core::Snapshot snapshot = sample::withModels();
        for (int i = 0; i < count; ++i) {
            snapshot.upstreams.front().models.push_back(
                "a-model-with-a-very-long-name-that-no-column-can-hold-" + QByteArray::number(i));
        }
        m_centre.apply(snapshot);
    }
    Q_INVOKABLE void withTenants(int count)
    {
        core::Snapshot snapshot = sample::snapshot();
        for (int i = 0; i < count; ++i) {
            core::Snapshot::Tenant tenant;
            tenant.name = "tenant-" + QByteArray::number(i);
            tenant.spentToday = core::Money::fromDollars(i % 100);
            tenant.burnPerHour = core::Money::fromDollars(1);
            snapshot.tenants.push_back(tenant);
        }
        m_centre.apply(snapshot);
    }
    Q_INVOKABLE void withoutUpstream()
    {
        core::Snapshot snapshot = sample::snapshot();
        snapshot.upstreams.front().reachable = false;
        snapshot.upstreams.front().lastError = QStringLiteral("connection refused");
        m_centre.apply(snapshot);
    }
    Q_INVOKABLE void withUpstreams(int count) { m_centre.apply(sample::withUpstreams(count)); }
    Q_INVOKABLE void withWebhook()
    {
        core::Snapshot snapshot = sample::snapshot();
        core::DestinationStatus webhook;
        webhook.name = "webhook";
        webhook.type = "webhook";
        snapshot.destinations = {webhook};
        m_centre.apply(snapshot);
    }

Q_SIGNALS:
    void wished();

private:
    void wish(const char *what)
    {
        m_wishes += QString::fromLatin1(what);
        Q_EMIT wished();
    }
    void leaveUnanswered()
    {
        m_centre.activity()->disconnect(m_centre.activity());
        m_centre.activity()->story()->disconnect(m_centre.activity()->story());
        m_centre.alerts()->history()->disconnect(m_centre.alerts()->history());
    }
    void answer(int rows)
    {
        m_centre.activity()->disconnect(m_centre.activity());
        m_centre.activity()->story()->disconnect(m_centre.activity()->story());
        sample::answer(*m_centre.activity(), rows);
        sample::answer(*m_centre.alerts()->history(), rows);
    }
    /// Whoever is shown asks once more.
    void again()
    {
        m_wishes.clear();
        m_centre.alerts()->history()->clearFilters();
        m_centre.alerts()->history()->time()->choose(
            m_centre.alerts()->history()->time()->choices().first());
        m_centre.alerts()->history()->clearFilters();
        m_centre.activity()->clearFilters();
    }

    core::SpendHistoryQuery m_chartAsked;
    core::SpendHistoryQuery m_listAsked;
    ControlCentre m_centre{Clock};
    ControlCentre m_silent{Clock};
    QStringList m_wishes;
};

class Setup : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void qmlEngineAvailable(QQmlEngine *engine)
    {
        engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
        qmlRegisterSingletonType<Sample>(
            "Capstan.Sample", 1, 0, "Sample", [](QQmlEngine *, QJSEngine *) -> QObject * {
                return new Sample;
            });
    }
};

int main(int argc, char **argv)
{
    const QApplication application(argc, argv); // for Qt Charts; Qt Quick Test makes a lesser one
    Setup setup;
    return quick_test_main_with_setup(argc, argv, "pages", QUICK_TEST_SOURCE_DIR, &setup);
}
#include "main.moc"
