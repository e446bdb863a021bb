// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/configuration/scalars.h"
#include "core/configuration/yamlnode.h"

#include <chrono>

/// Readers of single values, for the lists of fields that the sections are made of.
namespace core::fields {

inline constexpr qint64 MostTokens = 1LL << 31; ///< no model's context is longer

inline auto into(auto &target, auto parser)
{
    return [&target, parser](const YamlNode &node) {
        node.into(target, parser);
    };
}

inline auto wholeFrom(qint64 least, qint64 most)
{
    return [least, most](QByteArrayView text) {
        return scalars::whole(text, least, most);
    };
}

inline auto intFrom(int least, int most)
{
    return [least, most](QByteArrayView text) -> Result<int> {
        const Result<qint64> number = scalars::whole(text, least, most);
        if (!number) {
            return number.error();
        }
        return static_cast<int>(*number);
    };
}

inline auto secondsFrom(qint64 least, qint64 most)
{
    return [least, most](QByteArrayView text) -> Result<std::chrono::seconds> {
        const Result<qint64> number = scalars::whole(text, least, most);
        if (!number) {
            return number.error();
        }
        return std::chrono::seconds(*number);
    };
}

} // namespace core::fields
