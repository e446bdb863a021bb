// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/rowlistmodel.h"
#include "app/viewmodels/settings/upstreamfinding.h"
#include "core/configuration/configuration.h"
#include "core/snapshot.h"

#include <QHash>
#include <QtQml/qqmlregistration.h>

#include <optional>

/// One place that Capstan talks to, and what its last try found.
struct ConnectionRow
{
    Q_GADGET
    QML_VALUE_TYPE(connectionRow)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString address MEMBER address)
    Q_PROPERTY(QString detail MEMBER detail) ///< "http://… · 5 models · vLLM 0.11.2", or what to do
    Q_PROPERTY(QString state MEMBER state) ///< "answers in 3 ms", "key refused", "trying…"
    Q_PROPERTY(bool works MEMBER works)
    Q_PROPERTY(bool fails MEMBER fails)
    Q_PROPERTY(bool testing MEMBER testing)
    Q_PROPERTY(bool editable MEMBER editable) ///< set in the window, or by nobody

public:
    QString name;
    QString address;
    QString detail;
    QString state;
    bool works = false;
    bool fails = false;
    bool testing = false;
    bool editable = false;
    bool isInForce = true; ///< the proxy calls this address now, not after its next start

    [[nodiscard]] const QString &key() const { return name; }
    friend bool operator==(const ConnectionRow &, const ConnectionRow &) = default;
};

/// The upstreams, or the places that calls are told to, each with a way to try it.
class ConnectionList : public RowListModel<ConnectionRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ControlCentre")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    using RowListModel::RowListModel;

    /// What is in force: another service has started, nothing was tried yet.
    void setUpstreams(const core::Configuration &configuration);
    /// What would be in force after the next start. What was found out of an address stays with
    /// it; another address has everything still before it.
    void wantUpstreams(const core::Configuration &configuration);
    void setDestinations(const core::TelemetrySettings &telemetry);
    /// How the upstreams are doing, where nobody has tried them by hand.
    void apply(const core::Snapshot &snapshot);
    /// The same for the destinations: what waits there, and what was lost.
    void applyDestinations(const core::Snapshot &snapshot);

    /// Passed over where the upstream has another address by now.
    void takeFinding(const QString &name, const QString &address, const UpstreamFinding &finding);
    void takeReport(const QString &name, bool works, const QString &reached, const QString &advice);

    [[nodiscard]] int count() const { return rowCount(); }
    Q_INVOKABLE void test(int row);

Q_SIGNALS:
    void countChanged();
    void testRequested(const QString &name, const QString &address);

private:
    [[nodiscard]] QVariant present(const ConnectionRow &row) const override
    {
        return QVariant::fromValue(row);
    }
    void put(const std::vector<ConnectionRow> &rows);
    void change(const ConnectionRow &row);
    [[nodiscard]] std::optional<ConnectionRow> named(const QString &name) const;

    QHash<QString, QString> m_inForce; ///< addresses of upstreams by name
};

/// "answers in 3 ms", "key refused": the chip of a finding.
[[nodiscard]] QString findingWord(const UpstreamFinding &finding);
/// "llama-3.1-8b, bge-m3", "12 models", "no model is loaded".
[[nodiscard]] QString findingModels(const UpstreamFinding &finding);
/// "vLLM 0.11.2 · llama-3.1-8b, bge-m3", or what went wrong and what to do about it.
[[nodiscard]] QString findingDetail(const UpstreamFinding &finding);
