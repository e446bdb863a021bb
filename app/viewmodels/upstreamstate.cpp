// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/upstreamstate.h"

#include "app/viewmodels/formatting.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>
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

QString callsText(int running, int waiting)
{
    const QString runningText = Upstreams::tr("%Ln running", "calls", running);
    return waiting < 0 ? runningText
                       : runningText + u" · "_s + Upstreams::tr("%Ln waiting", "calls", waiting);
}

QString loadOf(const core::UpstreamStatus &status, int ourRunning)
{
    const QString known =
        Upstreams::tr("%Ln model(s)", nullptr, static_cast<int>(status.models.size()));
    const int running = status.running < 0 ? ourRunning : status.running;
    if (running == 0 && status.waiting <= 0) {
        return Upstreams::tr("idle") + u" · "_s + known;
    }
    const QString calls = callsText(running, status.waiting);
    return status.waiting < 0 ? calls + u" · "_s + known : calls;
}

QString loadFigures(const core::UpstreamStatus &status)
{
    const QString running = status.running < 0
                                ? Upstreams::tr("running unknown")
                                : Upstreams::tr("%Ln running", "calls", status.running);
    const QString waiting = status.waiting < 0
                                ? Upstreams::tr("waiting unknown")
                                : Upstreams::tr("%Ln waiting", "calls", status.waiting);
    //: "KV 38 %": how full a model server's cache of keys and values is
    const QString cache = Upstreams::tr("KV %1").arg(
        status.kvCacheUse < 0 ? Upstreams::tr("unknown") : formatting::percent(status.kvCacheUse));
    return running + u" · "_s + waiting + u" · "_s + cache;
}

QString figuresOf(const core::UpstreamStatus &status)
{
    const bool tellsLoad = status.running >= 0 || status.waiting >= 0 || status.kvCacheUse >= 0;
    const bool tellsOutput = status.outputTokensPerSecond >= 0;
    if (!tellsLoad) {
        return tellsOutput ? Upstreams::tr("load unknown")
                           : Upstreams::tr("load and output unknown");
    }
    const QString load = loadFigures(status);
    return tellsOutput ? load : load + u" · "_s + Upstreams::tr("output unknown");
}

/// What they say together; what Capstan itself has running where one of them does not tell.
QString loadOfAll(const core::Snapshot &snapshot)
{
    int running = 0;
    int waiting = 0;
    for (const core::UpstreamStatus &status : snapshot.upstreams) {
        running = running < 0 || status.running < 0 ? -1 : running + status.running;
        waiting = waiting < 0 || status.waiting < 0 ? -1 : waiting + status.waiting;
    }
    return callsText(running < 0 ? snapshot.runningCount : running, waiting);
}

UpstreamTexts textsOf(const core::UpstreamStatus &status, const core::Snapshot &snapshot)
{
    UpstreamTexts texts;
    texts.id = status.name;
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
    texts.rate = status.reachable && status.outputTokensPerSecond >= 0 ? texts.output : QString();
    texts.figures = status.reachable ? figuresOf(status) : texts.state;
    return texts;
}

QString partDown(int down, int count)
{
    //: "1 of 3 down", of the upstreams
    return Upstreams::tr("%1 of %2 down").arg(formatting::count(down), formatting::count(count));
}

/// The foot has room for one line: the only upstream, the only one in trouble, or all together.
UpstreamTexts
atAGlance(const std::vector<UpstreamTexts> &all, int down, const core::Snapshot &snapshot)
{
    const int count = static_cast<int>(all.size());
    if (count == 1 || down == 1) {
        return all.front(); // those in trouble come first
    }
    UpstreamTexts texts;
    texts.reachable = count > 0 && down == 0;
    texts.name = count == 0 ? Upstreams::tr("No upstream")
                            : Upstreams::tr("%Ln upstream(s)", nullptr, count);
    texts.state = count == 0  ? Upstreams::tr("not set")
                  : down == 0 ? Upstreams::tr("all up", "the servers answer")
                              : partDown(down, count);
    texts.load = texts.reachable ? loadOfAll(snapshot) : texts.state;
    return texts;
}

} // namespace

QString upstreamName(const core::UpstreamStatus &status)
{
    const QString name = status.name == "vllm"_L1 ? u"vLLM"_s : status.name;
    const int port = QUrl(status.url).port();
    return port > 0 ? u"%1 :%2"_s.arg(name, QString::number(port)) : name;
}

QString UpstreamState::summary() const
{
    if (m_count <= 1) {
        return m_count == 0  ? QString()
               : m_down == 0 ? m_texts.state
                             : Upstreams::tr("down", "the server does not answer");
    }
    //: "3 up", of the upstreams
    return m_down == 0 ? Upstreams::tr("%Ln up", "the servers answer", m_count)
                       : partDown(m_down, m_count);
}

void UpstreamState::apply(const core::Snapshot &snapshot)
{
    std::vector<UpstreamTexts> all;
    for (const core::UpstreamStatus &status : snapshot.upstreams) {
        all.push_back(textsOf(status, snapshot));
    }
    const auto up = std::stable_partition(
        all.begin(), all.end(), [](const UpstreamTexts &texts) { return !texts.reachable; });
    const int down = static_cast<int>(up - all.begin());
    const int count = static_cast<int>(all.size());
    UpstreamTexts texts = atAGlance(all, down, snapshot);
    m_list.apply(all);
    if (texts != m_texts || count != m_count || down != m_down) {
        m_texts = std::move(texts);
        m_count = count;
        m_down = down;
        Q_EMIT changed();
    }
}
