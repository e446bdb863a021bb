// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/commands.h"
#include "app/import/seedconfiguration.h"
#include "core/base/filecontent.h"

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
    const auto text = core::fileContent(file, core::MostTextBytes);
    if (!text) {
        return text.error();
    }
    const auto seed = readSeed(*text, file);
    return seed ? CommandResult(writeConfiguration(*seed)) : seed.error();
}

} // namespace app
