// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "options.h"

#include <QCommandLineParser>
#include <QFile>

#include <limits>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

core::Error badValue(const QString &option, const QString &value, const QString &wanted)
{
    return {core::ErrorCode::InvalidInput,
            u"--%1: '%2' is not %3"_s.arg(option, value, wanted),
            u"see vllm-sim --help"_s};
}

/// Reads numbers and remembers the first that is wrong, so that a list of options reads as a list.
class NumberReader
{
public:
    explicit NumberReader(const QCommandLineParser &parser)
        : m_parser(parser)
    {}

    template <class Number>
    void read(const QString &option, Number &into, double largest)
    {
        if (!m_parser.isSet(option)) {
            return;
        }
        bool ok = false;
        const double value = m_parser.value(option).toDouble(&ok);
        if (!ok || !(value >= 0 && value <= largest)) {
            const QString wanted = u"a number from 0 to %1"_s.arg(largest, 0, 'f', 0);
            m_error = m_error.value_or(badValue(option, m_parser.value(option), wanted));
            return;
        }
        into = static_cast<Number>(value);
    }

    [[nodiscard]] const std::optional<core::Error> &error() const { return m_error; }

private:
    const QCommandLineParser &m_parser;
    std::optional<core::Error> m_error;
};

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(u"A simulated vLLM: its HTTP dialect without a GPU."_s);
    parser.addHelpOption();
    parser.addOptions({
        {u"listen"_s, u"IPv4 address to listen on."_s, u"ADDRESS"_s, u"127.0.0.1"_s},
        {u"port"_s, u"Port; 0 picks a free one (default 8000)."_s, u"N"_s},
        {u"model"_s, u"A served model name; may be repeated."_s, u"NAME"_s},
        {u"max-model-len"_s, u"Context length in tokens (default 8192)."_s, u"N"_s},
        {u"tokens-per-second"_s, u"Pace of each stream; 0 is unpaced."_s, u"F"_s},
        {u"ttft-ms"_s, u"Delay of the first token."_s, u"MS"_s},
        {u"default-answer-tokens"_s, u"Middle of the answers' lengths (32)."_s, u"N"_s},
        {u"seed"_s, u"Varies lengths and words (default 1)."_s, u"N"_s},
        {u"api-key"_s, u"Key that /v1 then asks for."_s, u"KEY"_s},
        {u"no-render"_s, u"Answers 404 to the render routes."_s},
        {u"prompt-tokens-details"_s, u"Usage carries prompt_tokens_details."_s},
        {u"reasoning-parser"_s, u"Chat usage carries completion_tokens_details."_s},
        {u"keep-alive"_s, u"Seconds an idle connection may stay (5); 0: for ever."_s, u"S"_s},
        {u"script"_s, u"Trouble for every answer: a file, or terms."_s, u"FILE|TEXT"_s},
    });
}

/// A file's lines are one script; '#' starts a comment.
QByteArray scriptTerms(const QString &fileOrText)
{
    QFile file(fileOrText);
    if (fileOrText.isEmpty() || !file.open(QIODevice::ReadOnly)) {
        return fileOrText.toUtf8();
    }
    QByteArray terms;
    for (const QByteArray &line : file.readAll().split('\n')) {
        terms += line.split('#').first() + ' ';
    }
    return terms;
}

std::optional<core::Error> readNumbers(const QCommandLineParser &parser, Options &options)
{
    constexpr double LargestNumber = 1e9;
    NumberReader numbers(parser);
    numbers.read(u"port"_s, options.port, std::numeric_limits<quint16>::max());
    numbers.read(u"max-model-len"_s, options.maxModelLength, LargestNumber);
    numbers.read(u"tokens-per-second"_s, options.tokensPerSecond, LargestNumber);
    numbers.read(u"ttft-ms"_s, options.firstTokenMs, LargestNumber);
    numbers.read(u"default-answer-tokens"_s, options.defaultAnswerTokens, LargestNumber);
    numbers.read(u"seed"_s, options.seed, LargestNumber);
    numbers.read(u"keep-alive"_s, options.keepAliveSeconds, LargestNumber);
    return numbers.error();
}

} // namespace

core::Result<Options> readOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments) || !parser.positionalArguments().isEmpty()) {
        const QString text = parser.errorText();
        return core::Error{core::ErrorCode::InvalidInput,
                           text.isEmpty() ? u"Only options are expected"_s : text,
                           u"see vllm-sim --help"_s};
    }
    if (parser.isSet(u"help"_s)) {
        parser.showHelp();
    }
    Options options;
    if (const auto error = readNumbers(parser, options)) {
        return *error;
    }
    options.listenAddress = parser.value(u"listen"_s).toUtf8();
    options.apiKey = parser.value(u"api-key"_s).toUtf8();
    options.render = !parser.isSet(u"no-render"_s);
    options.promptTokensDetails = parser.isSet(u"prompt-tokens-details"_s);
    options.reasoningParser = parser.isSet(u"reasoning-parser"_s);
    for (const QString &model : parser.values(u"model"_s)) {
        options.models.append(model.toUtf8());
    }
    if (options.models.isEmpty()) {
        options.models.append("meta-llama/Llama-3.1-8B-Instruct");
    }
    const auto script = Script().with(scriptTerms(parser.value(u"script"_s)));
    if (!script) {
        return script.error();
    }
    options.script = *script;
    return options;
}

} // namespace sim
