// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/dialects/answerfacts.h"

#include "core/base/jsonscan.h"
#include "core/base/jsontext.h"
#include "proxy/dialects/openai.h"

namespace proxy::openai {

namespace {

/// An upstream's own text goes into every destination: no longer than a name is.
QByteArray shortText(QByteArrayView value)
{
    constexpr qsizetype Longest = 200;
    return core::jsonString(value).value_or(QByteArray()).left(Longest);
}

QByteArray firstReason(QByteArrayView choices)
{
    core::JsonElements elements(choices);
    QByteArrayView choice;
    while (elements.next(choice)) {
        if (const auto reason = core::findMember(choice, "finish_reason")) {
            if (QByteArray text = shortText(reason->value(choice)); !text.isEmpty()) {
                return text;
            }
        }
    }
    return {};
}

} // namespace

AnswerFacts readAnswerFacts(QByteArrayView body)
{
    AnswerFacts facts;
    core::JsonMembers members(body);
    core::JsonMember member;
    while (members.next(member)) {
        const QByteArrayView value = member.value(body);
        if (member.name == "id") {
            facts.id = shortText(value);
        } else if (member.name == "model") {
            facts.model = shortText(value);
        } else if (member.name == "choices") {
            facts.finishReason = firstReason(value);
        } else if (member.name == "status" && facts.finishReason.isEmpty()) {
            facts.finishReason = shortText(value); // of /v1/responses
        }
    }
    return facts;
}

AnswerFacts StreamMeter::answerFacts() const
{
    return {shortText(m_id), shortText(m_model), shortText(m_finish)};
}

} // namespace proxy::openai
