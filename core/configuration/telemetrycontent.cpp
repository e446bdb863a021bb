// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/configuration/telemetrycontent.h"

namespace core {
using namespace Qt::StringLiterals;

namespace {
constexpr qint64 Kilobyte = 1024;

void readPattern(const YamlNode &node, ContentRules &rules)
{
    const std::optional<QByteArray> text = node.text();
    if (!text) {
        return;
    }
    QRegularExpression pattern(QString::fromUtf8(*text));
    const bool matchesNothing = pattern.isValid() && pattern.match(QString()).hasMatch();
    if (!pattern.isValid()) {
        node.fail(u"is no regular expression: %1"_s.arg(pattern.errorString()),
                  u"Give one as Perl knows them: \"sk-[A-Za-z0-9]+\"."_s);
    } else if (matchesNothing) {
        node.fail(u"matches an empty text, so everything would be left out"_s,
                  u"Give an expression that matches at least one character."_s);
    } else {
        rules.patterns.push_back(std::move(pattern));
    }
}

void readKey(const YamlNode &node, ContentRules &rules)
{
    if (const auto text = node.text(); text && !text->isEmpty()) {
        rules.keys.push_back(*text);
    } else {
        node.fail(u"is no name"_s, u"Give the name of a JSON member, such as password."_s);
    }
}
} // namespace

void readContentRules(const YamlNode &node, ContentRules &rules)
{
    node.readMap({
        {"record",
         [&](const YamlNode &n) {
             n.oneOf(rules.isWanted, {{"true", true}, {"false", false}});
         },
         true},
        {"max_kilobytes",
         [&](const YamlNode &n) {
             qint64 kilobytes = rules.maximumBytes / Kilobyte;
             n.into(kilobytes, [](QByteArrayView text) {
                 return scalars::whole(text, 1, ContentRules::MostBytes / Kilobyte);
             });
             rules.maximumBytes = kilobytes * Kilobyte;
         }},
        {"redact",
         [&](const YamlNode &list) {
             list.readList([&](const YamlNode &n) { readPattern(n, rules); });
         }},
        {"redact_keys",
         [&](const YamlNode &list) {
             list.readList([&](const YamlNode &n) { readKey(n, rules); });
         }},
    });
}

} // namespace core
