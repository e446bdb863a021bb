// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/configuration/variablecheck.h"

#include <QFileInfo>
#include <QUrl>

#include <algorithm>
#include <array>

namespace core {

using namespace Qt::StringLiterals;

namespace {

struct Variable
{
    QLatin1StringView name;
    bool mayBeEmpty;
    bool (*isUsable)(const QString &value);
    QLatin1StringView fault;
    QLatin1StringView remedy;
};

/// It travels in an HTTP header, where blanks and control characters get lost.
bool isToken(const QString &value)
{
    return std::ranges::all_of(value.trimmed(), [](QChar c) { return c > u' ' && c <= u'~'; });
}

/// A query may be part of it: some receivers have their key there.
bool isWebAddress(const QString &value)
{
    const QUrl url(value, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() &&
           (url.scheme() == "https"_L1 || url.scheme() == "http"_L1);
}

/// "name=value,name=value"; a comma at the end does no harm.
bool isPairs(const QString &value)
{
    return std::ranges::all_of(value.split(u','), [](const QString &pair) {
        return pair.trimmed().isEmpty() || pair.trimmed().indexOf(u'=') > 0;
    });
}

/// A file that is there, or may be made with the folders before it.
bool isFile(const QString &value)
{
    QFileInfo there(value);
    if (there.isDir()) {
        return false;
    }
    if (there.exists()) {
        return there.isWritable();
    }
    while (!there.exists()) {
        there.setFile(there.absolutePath());
    }
    return there.isDir() && there.isWritable();
}

constexpr auto TokenFault = "is not a usable token"_L1;
constexpr auto TokenRemedy = "Give ASCII characters without blanks."_L1;
constexpr auto PairsFault = "is no list of name=value pairs"_L1;
constexpr auto PairsRemedy = "Give pairs with commas between them, like team=search,stage=live."_L1;
constexpr auto FileFault = "names no file that can be written"_L1;
constexpr auto FileRemedy = "Give the path of a file in a folder that this user may write to."_L1;

constexpr std::array Variables{
    Variable{"LLM_PROXY_SECRET"_L1, false, isToken, TokenFault, TokenRemedy},
    Variable{"CAPSTAN_WEBHOOK_URL"_L1,
             false,
             isWebAddress,
             "is no http or https address"_L1,
             "Give the whole address, like https://hooks.example.com/services/T0/B0."_L1},
    Variable{"LANGFUSE_BASE_URL"_L1,
             true,
             isWebAddress,
             "is no http or https address"_L1,
             "Give one like https://cloud.langfuse.com."_L1},
    Variable{"LANGFUSE_PUBLIC_KEY"_L1, true, isToken, TokenFault, TokenRemedy},
    Variable{"LANGFUSE_SECRET_KEY"_L1, true, isToken, TokenFault, TokenRemedy},
    Variable{"HELICONE_API_KEY"_L1, true, isToken, TokenFault, TokenRemedy},
    Variable{"OTEL_EXPORTER_OTLP_HEADERS"_L1, true, isPairs, PairsFault, PairsRemedy},
    Variable{"OTEL_RESOURCE_ATTRIBUTES"_L1, true, isPairs, PairsFault, PairsRemedy},
    Variable{"TELEMETRY_PATH"_L1, true, isFile, FileFault, FileRemedy},
    Variable{"DECISIONS_PATH"_L1, true, isFile, FileFault, FileRemedy},
};

} // namespace

Outcome checkVariables(const QProcessEnvironment &environment)
{
    for (const Variable &variable : Variables) {
        if (!environment.contains(variable.name)) {
            continue;
        }
        const QString value = environment.value(variable.name);
        if (value.trimmed().isEmpty()) {
            if (variable.mayBeEmpty) {
                continue;
            }
            return Error{ErrorCode::InvalidInput,
                         u"%1: is set but empty."_s.arg(variable.name),
                         u"Give it a value, or unset it."_s};
        }
        if (!variable.isUsable(value)) {
            return Error{ErrorCode::InvalidInput,
                         u"%1: %2."_s.arg(variable.name, variable.fault),
                         QString(variable.remedy)};
        }
    }
    return Done{};
}

} // namespace core
