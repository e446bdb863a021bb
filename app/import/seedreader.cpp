// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import/seedconfiguration.h"

namespace app {

using namespace Qt::StringLiterals;

core::Result<SeedConfiguration> readSeed(const QByteArray &text, const QString &file)
{
    const bool isToml = file.endsWith(".toml"_L1, Qt::CaseInsensitive);
    auto seed = isToml ? readSeedToml(text) : readSeedYaml(text);
    if (!seed) {
        core::Error error = seed.error();
        error.message = file + u": "_s + error.message;
        return error;
    }
    if (seed->providers.empty() && seed->models.empty()) {
        return core::Error{core::ErrorCode::InvalidInput,
                           u"%1 names neither providers nor models."_s.arg(file),
                           u"Give a config.yaml or llm-router.toml of another gateway."_s};
    }
    return seed;
}

} // namespace app
