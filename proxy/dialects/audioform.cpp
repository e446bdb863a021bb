// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/dialects/audioform.h"

#include <QByteArrayMatcher>
#include <QRegularExpression>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <functional>

using namespace Qt::StringLiterals;

namespace proxy::openai {
namespace {

/// Opus of speech at its least, 6 kbit/s: nothing that transcribers read packs more time into it.
constexpr qint64 LeastBytesPerSecond = 750;
/// Of a part; a browser writes less than 300.
constexpr qsizetype MostHeaderBytes = 4'096;
constexpr qsizetype MostFieldBytes = 64 * 1'024;

constexpr auto InternalNames =
    std::to_array<QByteArrayView>({"priority", "vllm_xargs", "request_id", "kv_transfer_params"});

struct Part
{
    QByteArray name;
    QByteArrayView content;
};

core::Error wrong(const QString &what)
{
    return {core::ErrorCode::InvalidInput,
            u"The form %1."_s.arg(what),
            u"Send multipart/form-data with the parts file and model, each once."_s};
}

/// The text that stands between the parts; empty when the header does not say.
QByteArray delimiterOf(const QByteArray &contentType)
{
    static const QRegularExpression pattern(uR"re(boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70})))re"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const auto match = pattern.match(QString::fromLatin1(contentType));
    return match.hasMatch() ? "--" + (match.captured(1) + match.captured(2)).toLatin1()
                            : QByteArray();
}

QByteArray nameOf(QByteArrayView head)
{
    static const QRegularExpression pattern(
        uR"re(^content-disposition:[^\r\n]*[;\s]name="([^"\r\n]*)")re"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    const auto match = pattern.match(QString::fromLatin1(head));
    return match.captured(1).toLatin1();
}

/// Calls `take` for each part, from the first to the last; an error when the form is none.
core::Outcome eachPart(QByteArrayView form,
                       const QByteArray &delimiter,
                       const std::function<core::Outcome(const Part &)> &take)
{
    if (delimiter.isEmpty() || !form.startsWith(delimiter)) {
        return wrong(u"does not begin with its boundary"_s);
    }
    const QByteArray between = "\r\n" + delimiter;
    const QByteArrayMatcher matcher(between);
    qsizetype at = delimiter.size();
    while (form.sliced(at).startsWith("\r\n")) {
        const qsizetype begin = at + 2;
        const qsizetype end = matcher.indexIn(form.data(), form.size(), at);
        const QByteArrayView part = end < 0 ? QByteArrayView() : form.sliced(begin, end - begin);
        const qsizetype blank =
            part.first(std::min(part.size(), MostHeaderBytes)).indexOf("\r\n\r\n");
        if (blank < 0) {
            return wrong(u"has a part without an end"_s);
        }
        core::Outcome taken = take({nameOf(part.first(blank)), part.sliced(blank + 4)});
        if (!taken.ok()) {
            return taken;
        }
        at = end + between.size();
    }
    return form.sliced(at).startsWith("--") ? core::Outcome(core::Done{})
                                            : core::Outcome(wrong(u"does not end"_s));
}

/// Reads the parts that metering looks at.
class FormReader
{
public:
    FormReader() { m_facts.endpoint = Endpoint::Transcription; }

    core::Outcome take(const Part &part)
    {
        const QString name = QString::fromLatin1(part.name);
        if (std::ranges::find(InternalNames, part.name) != InternalNames.end()) {
            return wrong(u"has a part \"%1\", which is the owner's to set"_s.arg(name));
        }
        const bool isRead = part.name == "file" || part.name == "model" ||
                            part.name.startsWith("stream"); // and what it shall tell
        if (isRead && m_seen.contains(part.name)) {
            return wrong(u"has the part \"%1\" twice"_s.arg(name));
        }
        m_seen.append(part.name);
        if (part.name == "file") {
            m_facts.audioSeconds = longestAudio(part.content);
        } else if (part.content.size() > MostFieldBytes) {
            return wrong(u"has a part \"%1\" that is too long"_s.arg(name));
        } else if (part.name == "model") {
            m_facts.model = part.content.toByteArray().trimmed();
        } else if (part.name == "stream") {
            m_facts.stream = isOn(part);
        } else if (part.name == "stream_include_usage") {
            m_facts.includeUsage = isOn(part);
        } else if (part.name == "stream_continuous_usage_stats") {
            m_facts.continuousUsage = isOn(part);
        }
        return core::Done{};
    }

    [[nodiscard]] core::Result<CallFacts> facts()
    {
        if (!m_seen.contains("file")) {
            return wrong(u"has no part \"file\""_s);
        }
        m_facts.maxTokens = 0;
        return std::move(m_facts);
    }

private:
    static bool isOn(const Part &part) { return part.content == "true" || part.content == "1"; }

    CallFacts m_facts;
    QByteArrayList m_seen;
};

} // namespace

core::Result<CallFacts> readAudioForm(const BodyFile &form, const QByteArray &contentType)
{
    FormReader reader;
    const core::Outcome read = eachPart(form.bytes(),
                                        delimiterOf(contentType),
                                        [&reader](const Part &part) { return reader.take(part); });
    return read.ok() ? reader.facts() : core::Result<CallFacts>(read.error());
}

std::shared_ptr<const BodyFile>
withModel(const BodyFile &form, const QByteArray &contentType, const QByteArray &model)
{
    const QByteArrayView bytes = form.bytes();
    const QByteArray delimiter = delimiterOf(contentType);
    qsizetype begin = delimiter.size();
    qsizetype end = begin;
    QByteArray text = "\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\n" + model +
                      "\r\n" + delimiter; // a part of its own, where the client named none
    (void)eachPart(bytes, delimiter, [&](const Part &part) -> core::Outcome {
        if (part.name == "model") {
            begin = part.content.begin() - bytes.begin();
            end = part.content.end() - bytes.begin();
            text = model;
        }
        return core::Done{};
    });
    auto changed = std::make_shared<BodyFile>();
    changed->append(bytes.first(begin));
    changed->append(text);
    changed->append(bytes.sliced(end));
    return changed->hasFailed() ? nullptr : changed;
}

qint64 longestAudio(QByteArrayView file)
{
    // RIFF....WAVE, then "fmt ": the coding at 20, samples a second at 24, bytes a sample at 32.
    constexpr qsizetype HeadBytes = 36;
    constexpr qint64 ChunkHeadBytes = 8; // "data" and its length, before the first sample
    qint64 rate = LeastBytesPerSecond;
    qint64 bytes = file.size();
    if (file.size() > HeadBytes && file.startsWith("RIFF") && file.sliced(8, 8) == "WAVEfmt ") {
        const auto coding = qFromLittleEndian<quint16>(file.data() + 20);
        const qint64 samples = qFromLittleEndian<quint32>(file.data() + 24);
        const qint64 width = qFromLittleEndian<quint16>(file.data() + 32);
        const bool isPlain = coding == 1 || coding == 3; // integers, floats
        rate = isPlain ? std::max(samples * width, LeastBytesPerSecond) : rate;
        bytes -= HeadBytes + std::min<qint64>(ChunkHeadBytes, bytes - HeadBytes);
    }
    return (bytes + rate - 1) / rate;
}

} // namespace proxy::openai
