// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsontext.h"

#include "core/base/jsonreader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {
namespace {

Error invalid(const QString &what, qsizetype offset)
{
    return {ErrorCode::InvalidInput,
            u"The JSON text %1 at byte %2."_s.arg(what).arg(offset),
            u"Send one well-formed JSON object."_s};
}

/// Sorted rather than compared pair by pair: a body of a million names must not take minutes.
std::optional<Error> findRepeatedName(const std::vector<JsonMember> &members)
{
    std::vector<const JsonMember *> sorted;
    sorted.reserve(members.size());
    for (const JsonMember &member : members) {
        sorted.push_back(&member);
    }
    const auto before = [](const JsonMember *a, const JsonMember *b) {
        const int order = a->name.compare(b->name);
        return order != 0 ? order < 0 : a->begin < b->begin;
    };
    std::sort(sorted.begin(), sorted.end(), before);
    const auto same = [](const JsonMember *a, const JsonMember *b) {
        return a->name == b->name;
    };
    const auto twice = std::adjacent_find(sorted.begin(), sorted.end(), same);
    if (twice == sorted.end()) {
        return std::nullopt;
    }
    const JsonMember &second = **(twice + 1);
    return invalid(u"names \"%1\" twice, the second time"_s.arg(QString::fromUtf8(second.name)),
                   second.begin);
}

} // namespace

std::optional<JsonMember> findMember(QByteArrayView text, QByteArrayView name)
{
    JsonMembers members(text);
    JsonMember member;
    while (members.next(member)) {
        if (member.name == name) {
            return member;
        }
    }
    return std::nullopt;
}

Result<std::vector<JsonMember>> membersOf(QByteArrayView text)
{
    JsonReader reader(text);
    std::vector<JsonMember> members;
    if (!reader.readObject(members)) {
        return invalid(reader.problem(), reader.offset());
    }
    for (const JsonMember &member : members) {
        if (member.name.contains('\\')) {
            return invalid(u"has a name written with an escape"_s, member.begin);
        }
    }
    if (auto error = findRepeatedName(members)) {
        return *std::move(error);
    }
    return members;
}

JsonRange rangeWithComma(QByteArrayView text, const JsonMember &member)
{
    const char *const after = jsonscan::skipSpace(text.begin() + member.valueEnd, text.end());
    if (after < text.end() && *after == ',') {
        const char *const next = jsonscan::skipSpace(after + 1, text.end());
        return {member.begin, next - text.begin()};
    }
    qsizetype before = member.begin - 1;
    while (before > 0 && text[before] != ',' && text[before] != '{') {
        --before;
    }
    const bool hasComma = before > 0 && text[before] == ',';
    return {hasComma ? before : member.begin, member.valueEnd};
}

QByteArray withoutMember(const QByteArray &text, const JsonMember &member)
{
    const JsonRange range = rangeWithComma(text, member);
    QByteArray rest;
    rest.reserve(text.size() - (range.end - range.begin));
    rest.append(text.constData(), range.begin);
    rest.append(text.constData() + range.end, text.size() - range.end);
    return rest;
}

QByteArray withMember(const QByteArray &text, QByteArrayView name, QByteArrayView value)
{
    QByteArray edited = text;
    if (const auto member = findMember(text, name)) {
        edited.replace(member->valueBegin, member->valueEnd - member->valueBegin, value);
        return edited;
    }
    const qsizetype end = text.lastIndexOf('}');
    const bool isEmpty = text.first(std::max<qsizetype>(end, 0)).trimmed().endsWith('{');
    return edited.insert(end, (isEmpty ? "" : ",") + quotedJson(name) + ':' + value.toByteArray());
}

} // namespace core
