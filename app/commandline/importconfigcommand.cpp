// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/commands.h"
#include "app/import/seedconfiguration.h"

namespace app {

using namespace Qt::StringLiterals;

CommandResult importConfigCommand(const CommandCall &call)
{
    if (call.words.size() != 1) {
        return core::Error{core::ErrorCode::InvalidInput,
                           u"import-config takes one file."_s,
                           u"Usage: capstan import-config config.yaml|llm-router.toml"_s};
    }
    const QString file = call.words.first();
    const auto text = contentOf(file);
    if (!text) {
        return text.error();
    }
    const bool isToml = file.endsWith(".toml"_L1, Qt::CaseInsensitive);
    const auto seed = isToml ? readSeedToml(*text) : readSeedYaml(*text);
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
    return writeConfiguration(*seed);
}

} // namespace app
