// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

/// The model server behind Capstan, in words.
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

public:
    QString name;
    bool reachable = false;
    QString state;
    QString load;
    QString place;
    QString running;
    QString waiting;
    QString cache;
    QString output;
    friend bool operator==(const UpstreamTexts &, const UpstreamTexts &) = default;
};

/// Shows the first upstream, or the first that is down.
class UpstreamState : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ControlCentre")
    Q_PROPERTY(UpstreamTexts texts READ texts NOTIFY changed FINAL)

public:
    using QObject::QObject;
    void apply(const core::Snapshot &snapshot);
    [[nodiscard]] const UpstreamTexts &texts() const { return m_texts; }

Q_SIGNALS:
    void changed();

private:
    UpstreamTexts m_texts;
};

/// "vLLM :8000": what people call it, and its port.
[[nodiscard]] QString upstreamName(const core::UpstreamStatus &status);
