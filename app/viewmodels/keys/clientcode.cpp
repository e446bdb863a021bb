// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/keys/clientcode.h"

using namespace Qt::StringLiterals;

ClientCode
clientCode(ClientCode::Kind kind, const QString &url, const QString &key, const QString &model)
{
    switch (kind) {
    case ClientCode::Python:
        return {u"from openai import OpenAI\n"
                "client = OpenAI(\n"
                "    base_url=\"%1/v1\",\n"
                "    api_key=\"%2\",\n"
                ")"_s.arg(url, key),
                2};
    case ClientCode::JavaScript:
        return {u"import OpenAI from \"openai\";\n"
                "const client = new OpenAI({\n"
                "  baseURL: \"%1/v1\",\n"
                "  apiKey: \"%2\",\n"
                "});"_s.arg(url, key),
                2};
    case ClientCode::Curl:
        return {u"curl %1/v1/chat/completions \\\n"
                "  -H \"Authorization: Bearer %2\" \\\n"
                "  -H \"Content-Type: application/json\" \\\n"
                "  -d '{\"model\": \"%3\", \"messages\":\n"
                "       [{\"role\": \"user\", \"content\": \"Hello\"}]}'"_s.arg(url, key, model)};
    case ClientCode::Environment:
        break;
    }
    return {u"export OPENAI_BASE_URL=%1/v1\nexport OPENAI_API_KEY=%2"_s.arg(url, key)};
}
