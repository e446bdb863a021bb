// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/rowlistmodel.h"
#include "core/snapshot.h"

#include <QtQml/qqmlregistration.h>

/// A model server behind Capstan, in words; what it does not tell is "unknown", never zero.
struct UpstreamTexts
{
    Q_GADGET
    QML_VALUE_TYPE(upstreamTexts)
    Q_PROPERTY(QString name MEMBER name) ///< "vLLM :8000"
    Q_PROPERTY(bool reachable MEMBER reachable)
    Q_PROPERTY(QString state MEMBER state) ///< "up", "down since 09:15"
    Q_PROPERTY(QString load MEMBER load)   ///< "7 running · 0 waiting", "idle · 3 models"
    Q_PROPERTY(QString place MEMBER place) ///< host and port
    Q_PROPERTY(QString running MEMBER running)
    Q_PROPERTY(QString waiting MEMBER waiting)
    Q_PROPERTY(QString cache MEMBER cache)
    Q_PROPERTY(QString output MEMBER output)
    Q_PROPERTY(QString rate MEMBER rate) ///< "413 tok/s"; empty: down, or untold
    /// "7 running · 0 waiting · KV 38 %", "down since 09:15", "load and output unknown"
    Q_PROPERTY(QString figures MEMBER figures)

public:
    QString id; ///< of the provider in the configuration
    QString name;
    bool reachable = false;
    QString state;
    QString load;
    QString place;
    QString running;
    QString waiting;
    QString cache;
    QString output;
    QString rate;
    QString figures;

    [[nodiscard]] const QString &key() const { return id; }
    friend bool operator==(const UpstreamTexts &, const UpstreamTexts &) = default;
};

/// Each upstream, those in trouble first and else as they are configured.
class UpstreamList : public RowListModel<UpstreamTexts>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the UpstreamState")

public:
    using RowListModel::RowListModel;
    void apply(const std::vector<UpstreamTexts> &upstreams) { synchronise(upstreams); }

private:
    [[nodiscard]] QVariant present(const UpstreamTexts &texts) const override
    {
        return QVariant::fromValue(texts);
    }
};

/// The upstreams at a glance, and each of them.
class UpstreamState : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ControlCentre")
    /// Of the only one, or of the only one that is down; else of all together.
    Q_PROPERTY(UpstreamTexts texts READ texts NOTIFY changed FINAL)
    Q_PROPERTY(UpstreamList *list READ list CONSTANT FINAL)
    Q_PROPERTY(bool several READ areSeveral NOTIFY changed FINAL)
    Q_PROPERTY(bool allReachable READ areAllReachable NOTIFY changed FINAL)
    Q_PROPERTY(QString summary READ summary NOTIFY changed FINAL) ///< "up", "1 of 3 down"

public:
    using QObject::QObject;
    void apply(const core::Snapshot &snapshot);
    [[nodiscard]] const UpstreamTexts &texts() const { return m_texts; }
    [[nodiscard]] UpstreamList *list() { return &m_list; }
    [[nodiscard]] bool areSeveral() const { return m_count > 1; }
    [[nodiscard]] bool areAllReachable() const { return m_down == 0; }
    [[nodiscard]] QString summary() const; ///< empty without any

Q_SIGNALS:
    void changed();

private:
    UpstreamTexts m_texts;
    UpstreamList m_list;
    int m_count = 0;
    int m_down = 0;
};

/// "vLLM :8000": what people call it, and its port.
[[nodiscard]] QString upstreamName(const core::UpstreamStatus &status);
