// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pricing/modelname.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {
namespace {

QStringView bareOf(QStringView name)
{
    constexpr auto CacheFolder = "models--"_L1;
    if (const auto folder = name.lastIndexOf(CacheFolder); folder >= 0) {
        const QStringView repository = name.sliced(folder + CacheFolder.size());
        const QStringView id = repository.first(std::max<qsizetype>(repository.indexOf(u'/'), 0));
        const QStringView whole = id.isEmpty() ? repository : id;
        const auto separator = whole.lastIndexOf("--"_L1);
        return separator < 0 ? whole : whole.sliced(separator + 2);
    }
    while (name.endsWith(u'/')) {
        name.chop(1);
    }
    return name.sliced(name.lastIndexOf(u'/') + 1);
}

} // namespace

ModelName::ModelName(QStringView name)
    : m_text(name.size())
{
    std::transform(
        name.begin(), name.end(), m_text.begin(), [](QChar c) { return c.toCaseFolded(); });
    m_bare = bareOf(full());
}

bool matchesGlob(QStringView pattern, QStringView name)
{
    const auto star = pattern.indexOf(u'*');
    if (star < 0) {
        return pattern == name;
    }
    if (!name.startsWith(pattern.first(star))) {
        return false;
    }
    name = name.sliced(star);
    pattern = pattern.sliced(star + 1);
    // Between stars the leftmost fit is as good as any; what follows the last one is anchored.
    for (auto next = pattern.indexOf(u'*'); next >= 0; next = pattern.indexOf(u'*')) {
        const auto at = name.indexOf(pattern.first(next));
        if (at < 0) {
            return false;
        }
        name = name.sliced(at + next);
        pattern = pattern.sliced(next + 1);
    }
    return name.endsWith(pattern);
}

} // namespace core
