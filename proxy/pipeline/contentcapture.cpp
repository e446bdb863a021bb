// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/pipeline/contentcapture.h"

#include "core/telemetry/contentfilter.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace proxy {
using namespace Qt::StringLiterals;

namespace {

/// A secret that begins before the cut must be whole when the patterns look for it.
constexpr qint64 BeyondTheCut = 4 * 1024;

/// What the client said, whatever its API calls it. Instructions that stand apart go first.
QJsonValue promptIn(const QByteArray &body)
{
    const QJsonObject request = QJsonDocument::fromJson(body).object();
    QJsonArray messages = request["messages"_L1].toArray();
    if (messages.isEmpty() && request["input"_L1].isArray()) {
        messages = request["input"_L1].toArray();
    }
    for (const auto apart : {"system"_L1, "instructions"_L1}) {
        const QJsonValue text = request[apart];
        if (!messages.isEmpty() && (text.isString() || text.isArray())) {
            messages.prepend(QJsonObject{{u"role"_s, u"system"_s}, {u"content"_s, text}});
        }
    }
    if (!messages.isEmpty()) {
        return messages;
    }
    return request.contains("prompt"_L1) ? request["prompt"_L1] : request["input"_L1];
}

} // namespace

std::unique_ptr<ContentCapture> ContentCapture::forCall(const core::TelemetrySettings &settings)
{
    Wanted wanted;
    for (const core::Destination &destination : settings.destinations) {
        if (destination.content.isWanted) {
            wanted.push_back(&destination);
        }
    }
    return wanted.empty() ? nullptr
                          : std::unique_ptr<ContentCapture>(new ContentCapture(std::move(wanted)));
}

ContentCapture::ContentCapture(Wanted destinations)
    : m_destinations(std::move(destinations))
    , m_stream(largest(m_destinations) + BeyondTheCut)
{}

qint64 ContentCapture::largest(const Wanted &destinations)
{
    qint64 bytes = 0;
    for (const core::Destination *one : destinations) {
        bytes = std::max(bytes, one->content.maximumBytes);
    }
    return bytes;
}

void ContentCapture::takeRequest(const QByteArray &body)
{
    const QJsonValue prompt = promptIn(body);
    m_prompts.clear();
    for (const core::Destination *destination : m_destinations) {
        m_prompts.push_back(core::ContentFilter(destination->content).filtered(prompt));
    }
}

void ContentCapture::takeEvents(QByteArrayView events)
{
    // Our own translation is always sound.
    static_cast<void>(
        m_parser.feed(events, [this](const SseEvent &event) { m_stream.take(event.data); }));
}

std::vector<std::pair<QByteArray, core::CallContent>>
ContentCapture::contents(const QByteArray &body)
{
    const QJsonArray answer = body.isEmpty() ? m_stream.messages() : openai::messagesOf(body);
    std::vector<std::pair<QByteArray, core::CallContent>> list;
    for (std::size_t i = 0; i < m_destinations.size(); ++i) {
        core::CallContent content;
        content.prompt = i < m_prompts.size() ? m_prompts[i] : QByteArray();
        if (!answer.isEmpty()) {
            content.answer = core::ContentFilter(m_destinations[i]->content).filtered(answer);
        }
        list.emplace_back(m_destinations[i]->name, std::move(content));
    }
    return list;
}

} // namespace proxy
