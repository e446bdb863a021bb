// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/contentfilter.h"

#include "core/base/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace core {
using namespace Qt::StringLiterals;

namespace {

constexpr auto Redacted = "[redacted]"_L1;
constexpr auto CutMark = "... [cut]"_L1;
/// A role, a type, an id: an object that was begun keeps them, so that it can still be read.
constexpr qsizetype ShortText = 64;
/// What such short texts may take beyond the size.
constexpr qint64 Overdraft = 1'024;
/// Unbroken text of that length is data in base64, not words.
constexpr qsizetype DataLength = 512;
constexpr int DeepestNesting = 64;

QString dataMark(const QString &what, qsizetype bytes)
{
    return u"[%1, %2 bytes]"_s.arg(what).arg(bytes);
}

bool isMedia(const QString &type)
{
    constexpr std::array Types{"image"_L1,
                               "image_url"_L1,
                               "input_image"_L1,
                               "audio"_L1,
                               "audio_url"_L1,
                               "input_audio"_L1,
                               "file"_L1,
                               "input_file"_L1,
                               "video"_L1,
                               "video_url"_L1,
                               "document"_L1};
    return std::ranges::find(Types, type) != Types.end();
}

bool isDataCharacter(QChar character)
{
    const ushort c = character.unicode();
    const bool isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return isLetter || (c >= '0' && c <= '9') || c == '+' || c == '/' || c == '=' || c == '-' ||
           c == '_';
}

bool isData(const QString &text)
{
    return (text.startsWith("data:"_L1) && text.contains(";base64,"_L1)) ||
           (text.size() >= DataLength &&
            std::all_of(text.begin(), text.begin() + DataLength, isDataCharacter));
}

QByteArray textOf(const QJsonValue &value)
{
    if (value.isString()) {
        return quotedJson(value.toString().toUtf8());
    }
    const QJsonDocument document =
        value.isObject() ? QJsonDocument(value.toObject()) : QJsonDocument(value.toArray());
    return document.toJson(QJsonDocument::Compact);
}

} // namespace

ContentFilter::ContentFilter(const ContentRules &rules)
    : m_rules(rules)
{}

QByteArray ContentFilter::filtered(const QJsonValue &said)
{
    if (!said.isString() && !said.isObject() && !said.isArray()) {
        return {};
    }
    m_left = m_rules.maximumBytes;
    return textOf(value(said, 0));
}

QJsonValue ContentFilter::value(const QJsonValue &said, int depth)
{
    if (depth > DeepestNesting) {
        return QJsonValue(CutMark);
    }
    switch (said.type()) {
    case QJsonValue::String:
        return text(said.toString(), depth);
    case QJsonValue::Object:
        return object(said.toObject(), depth);
    case QJsonValue::Array:
        return list(said.toArray(), depth);
    case QJsonValue::Double: {
        // A number may be a card's or a telephone's.
        const QString digits =
            QString::number(said.toDouble(), 'f', QLocale::FloatingPointShortest);
        m_left -= digits.size();
        return redacted(digits) == digits ? said : QJsonValue(Redacted);
    }
    default:
        return said;
    }
}

QJsonValue ContentFilter::object(const QJsonObject &said, int depth)
{
    const QString type = said["type"_L1].toString();
    if (isMedia(type)) {
        const QString mark = dataMark(type, textOf(said).size());
        m_left -= mark.size();
        return QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, mark}};
    }
    QJsonObject kept;
    for (auto it = said.begin(); it != said.end() && m_left > -Overdraft; ++it) {
        m_left -= it.key().size();
        kept[redacted(it.key())] =
            isKey(it.key()) ? QJsonValue(Redacted) : value(it.value(), depth + 1);
    }
    return kept;
}

QJsonValue ContentFilter::list(const QJsonArray &said, int depth)
{
    QJsonArray kept;
    for (const QJsonValue one : said) {
        if (m_left <= 0) {
            break;
        }
        kept.append(value(one, depth + 1));
        m_left -= 2; // a comma and such
    }
    return kept;
}

QString ContentFilter::text(const QString &said, int depth)
{
    if (isData(said)) {
        QString mark = dataMark(u"data"_s, said.size());
        m_left -= mark.size();
        return mark;
    }
    if (!m_rules.keys.isEmpty() && (said.startsWith(u'{') || said.startsWith(u'['))) {
        const QJsonDocument inner = QJsonDocument::fromJson(said.toUtf8());
        if (!inner.isNull()) {
            const QJsonValue part =
                inner.isObject() ? QJsonValue(inner.object()) : QJsonValue(inner.array());
            return QString::fromUtf8(textOf(value(part, depth + 1)));
        }
    }
    return cut(redacted(said));
}

QString ContentFilter::redacted(QString said) const
{
    for (const QRegularExpression &pattern : m_rules.patterns) {
        if (!pattern.match(said).isValid()) {
            return u"[left out: a pattern could not be tried on it]"_s;
        }
        said.replace(pattern, QString(Redacted));
    }
    return said;
}

QString ContentFilter::cut(const QString &said)
{
    QByteArray bytes = said.toUtf8();
    const qint64 room = std::max<qint64>(m_left, 0);
    m_left -= bytes.size();
    if (said.size() <= ShortText || bytes.size() <= room) {
        return said;
    }
    qsizetype end = room;
    while (end > 0 && (static_cast<uchar>(bytes.at(end)) & 0xC0U) == 0x80U) {
        --end; // in the middle of a character
    }
    bytes.truncate(end);
    return QString::fromUtf8(bytes) + CutMark;
}

bool ContentFilter::isKey(const QString &name) const
{
    return std::ranges::any_of(m_rules.keys, [&name](const QByteArray &key) {
        return name.compare(QString::fromUtf8(key), Qt::CaseInsensitive) == 0;
    });
}

QByteArray CallContent::toJson() const
{
    QByteArray json = "{";
    const auto add = [&json](QByteArrayView name, const QByteArray &value) {
        if (!value.isEmpty()) {
            json += (json.size() > 1 ? "," : "") + name.toByteArray() + ':' + value;
        }
    };
    add("\"prompt\"", prompt);
    add("\"answer\"", answer);
    return json + '}';
}

CallContent CallContent::fromJson(const QByteArray &json)
{
    CallContent content;
    if (const auto prompt = findMember(json, "prompt")) {
        content.prompt = prompt->value(json).toByteArray();
    }
    if (const auto answer = findMember(json, "answer")) {
        content.answer = answer->value(json).toByteArray();
    }
    return content;
}

} // namespace core
