// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/upstreamstate.h"

#include "app/viewmodels/formatting.h"

#include <QCoreApplication>
#include <QUrl>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

struct Upstreams
{
    Q_DECLARE_TR_FUNCTIONS(Upstreams)
};

QString number(int value)
{
    return value < 0 ? Upstreams::tr("unknown") : formatting::count(value);
}

QString loadOf(const core::UpstreamStatus &status, int ourRunning)
{
    const QString known =
        Upstreams::tr("%Ln model(s)", nullptr, static_cast<int>(status.models.size()));
    const int running = status.running < 0 ? ourRunning : status.running;
    if (running == 0 && status.waiting <= 0) {
        return Upstreams::tr("idle") + u" · "_s + known;
    }
    const QString runningText = Upstreams::tr("%Ln running", "calls", running);
    return status.waiting < 0
               ? runningText + u" · "_s + known
               : runningText + u" · "_s + Upstreams::tr("%Ln waiting", "calls", status.waiting);
}

UpstreamTexts textsOf(const core::UpstreamStatus &status, const core::Snapshot &snapshot)
{
    UpstreamTexts texts;
    texts.name = upstreamName(status);
    texts.reachable = status.reachable;
    const QString since = formatting::clock(status.since, formatting::zoneOf(snapshot.zone));
    texts.state = status.reachable ? Upstreams::tr("up", "the server answers")
                                   : Upstreams::tr("down since %1").arg(since);
    texts.load = status.reachable ? loadOf(status, snapshot.runningCount) : texts.state;
    const QUrl url(status.url);
    texts.place = url.host() + (url.port() > 0 ? u":%1"_s.arg(url.port()) : QString());
    texts.running = number(status.running);
    texts.waiting = number(status.waiting);
    texts.cache =
        status.kvCacheUse < 0 ? Upstreams::tr("unknown") : formatting::percent(status.kvCacheUse);
    texts.output = status.outputTokensPerSecond < 0
                       ? Upstreams::tr("unknown")
                       : formatting::tokensPerSecond(std::llround(status.outputTokensPerSecond));
    return texts;
}

} // namespace

QString upstreamName(const core::UpstreamStatus &status)
{
    const QString name = status.name == "vllm"_L1 ? u"vLLM"_s : status.name;
    const int port = QUrl(status.url).port();
    return port > 0 ? u"%1 :%2"_s.arg(name, QString::number(port)) : name;
}

void UpstreamState::apply(const core::Snapshot &snapshot)
{
    UpstreamTexts texts;
    texts.name = Upstreams::tr("No upstream");
    texts.state = Upstreams::tr("not set");
    texts.load = texts.state;
    if (!snapshot.upstreams.empty()) {
        // With several, the one in trouble is the one to show.
        const auto down = std::find_if(snapshot.upstreams.begin(),
                                       snapshot.upstreams.end(),
                                       [](const auto &status) { return !status.reachable; });
        texts = textsOf(down == snapshot.upstreams.end() ? snapshot.upstreams.front() : *down,
                        snapshot);
    }
    if (texts != m_texts) {
        m_texts = texts;
        Q_EMIT changed();
    }
}
