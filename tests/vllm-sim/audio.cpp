// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio.h"

#include "completionrequest.h"
#include "plainroutes.h"

#include <QHash>
#include <QtEndian>

#include <cmath>

using namespace Qt::StringLiterals;

namespace sim {

/// The parts of a form by their names; good enough for what the tests send.
static QHash<QByteArray, QByteArray> partsOf(const HttpRequest &request)
{
    QHash<QByteArray, QByteArray> parts;
    const qsizetype mark = request.contentType.indexOf("boundary=");
    const QByteArray boundary =
        mark < 0 ? QByteArray() : request.contentType.sliced(mark + 9).replace('"', "");
    const QByteArray delimiter = "\r\n--" + boundary;
    const QByteArray body = "\r\n" + request.body;
    qsizetype at = body.indexOf(delimiter);
    while (at >= 0) {
        const qsizetype begin = at + delimiter.size();
        const qsizetype end = body.indexOf(delimiter, begin);
        const QByteArray part = end < 0 ? QByteArray() : body.sliced(begin, end - begin);
        const qsizetype blank = part.indexOf("\r\n\r\n");
        const qsizetype name = part.indexOf("name=\"");
        if (blank > 0 && name > 0) {
            const qsizetype close = part.indexOf('"', name + 6);
            parts.insert(part.sliced(name + 6, close - name - 6), part.sliced(blank + 4));
        }
        at = end;
    }
    return parts;
}

static double secondsOf(const QByteArray &file)
{
    constexpr qsizetype WavHead = 44;
    if (file.size() > WavHead && file.startsWith("RIFF")) {
        const auto bytes = qFromLittleEndian<quint32>(file.constData() + 28);
        return double(file.size() - WavHead) / bytes;
    }
    return double(file.size()) / 1'000;
}

/// All events at once; the counts are of tokens, never of seconds (vllm-protocol section 1.7).
static PlainAnswer::Content streamed(const QHash<QByteArray, QByteArray> &parts)
{
    const auto event = [](const QByteArray &members) {
        return R"(data: {"id":"trsc-1","object":"transcription.chunk","created":1755700000,)" +
               members + "}\n\n";
    };
    QByteArray events;
    for (const char *word : {"What ", "was ", "said."}) {
        events += event(R"("choices":[{"delta":{"content":")" + QByteArray(word) + "\"}}]");
    }
    if (parts.value("stream_include_usage") == "true") {
        events += event(R"("choices":[],"usage":{"prompt_tokens":8,"total_tokens":11,)"
                        R"("completion_tokens":3})");
    }
    return {200, events + "data: [DONE]\n\n", "text/event-stream; charset=utf-8"};
}

PlainAnswer::Content transcription(const HttpRequest &request, const Options &options, bool usage)
{
    const QHash<QByteArray, QByteArray> parts = partsOf(request);
    if (!parts.contains("file")) {
        return contentOf(missingField("file", {}));
    }
    QJsonObject body;
    if (parts.contains("model")) {
        body.insert("model"_L1, QString::fromUtf8(parts.value("model")));
    }
    const auto model = resolveModel(body, options);
    if (const auto *unknown = std::get_if<ApiError>(&model)) {
        return contentOf(*unknown);
    }
    if (parts.value("stream") == "true") {
        return streamed(parts);
    }
    const double seconds = secondsOf(parts.value("file"));
    const QByteArray text = R"("text":"What was said.")";
    if (parts.value("response_format") == "verbose_json") {
        return {200,
                R"({"task":"transcribe","language":"en","duration":")" +
                    QByteArray::number(seconds) + "\"," + text + R"(,"segments":null})"};
    }
    if (parts.value("response_format") == "text") {
        return {200, "What was said.\n", "text/plain; charset=utf-8"};
    }
    if (request.path.endsWith("translations") || !usage) {
        return {200, '{' + text + '}'};
    }
    const auto whole = static_cast<qint64>(std::ceil(seconds));
    return {200,
            '{' + text + R"(,"usage":{"type":"duration","seconds":)" + QByteArray::number(whole) +
                "}}"};
}

} // namespace sim
