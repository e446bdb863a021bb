// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonArray>

#include <vector>

namespace proxy::openai {

/// Puts a streamed answer together again, for destinations that may have it: what each choice said,
/// thought and called, up to a size.
class StreamedAnswer
{
public:
    explicit StreamedAnswer(qint64 maximumBytes);

    void take(QByteArrayView data); ///< of one event; a damaged one says nothing
    /// One message for each choice that said something.
    [[nodiscard]] QJsonArray messages() const;

private:
    struct ToolCall
    {
        QByteArray id;
        QByteArray name;
        QByteArray arguments;
    };
    struct Choice
    {
        QByteArray content;
        QByteArray reasoning;
        QByteArray finishReason;
        std::vector<ToolCall> toolCalls;
    };

    /// Far more than a model calls at once.
    static constexpr std::size_t MostToolCalls = 128;

    [[nodiscard]] Choice &first();
    void takeTyped(QByteArrayView type, QByteArrayView data);
    void startBlock(QByteArrayView block);
    void takeBlockDelta(QByteArrayView delta);
    void takeChoice(QByteArrayView choice);
    void takeDelta(QByteArrayView delta, Choice &choice);
    void takeToolCall(QByteArrayView call, Choice &choice);
    void append(QByteArray &text, QByteArrayView value);
    [[nodiscard]] static QJsonObject messageOf(const Choice &choice);

    qint64 m_left;
    std::vector<Choice> m_choices;
    QByteArray m_output; ///< JSON: the whole answer, where the stream ends with it
};

/// The same of a whole answer: of a chat or a completion its choices, of other APIs their own list
/// of what was said. Empty where there is none.
[[nodiscard]] QJsonArray messagesOf(const QByteArray &answer);

} // namespace proxy::openai
