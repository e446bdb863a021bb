// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleservice.h"

using namespace Qt::StringLiterals;

namespace {

ServiceFacts serviceFacts()
{
    ServiceFacts facts;
    core::Provider vllm;
    vllm.name = "vllm";
    vllm.baseUrl = "http://127.0.0.1:8000";
    core::Provider remote;
    remote.name = "openai";
    remote.baseUrl = "https://api.openai.com/v1";
    facts.configuration.providers = {vllm, remote};
    facts.configuration.server.dataDir = u"/home/ada/.local/share/capstan"_s;
    facts.configuration.written = {u"providers.openai.base_url"_s, u"server.durability"_s};
    facts.configurationFile = u"/home/ada/.config/capstan/capstan.yaml"_s;
    facts.settingsFile = u"/home/ada/.local/share/capstan/settings.ini"_s;
    facts.url = u"http://127.0.0.1:7007"_s;
    return facts;
}

std::vector<core::CredentialStanding> secrets()
{
    using core::CredentialSource;
    using core::CredentialState;
    return {{"admin-token", "CAPSTAN_ADMIN_TOKEN", u"Admin token"_s, CredentialState::NotSet, {}},
            {"provider/openai",
             {},
             u"Key of openai"_s,
             CredentialState::Set,
             CredentialSource::Keychain},
            {"helicone-api-key",
             "HELICONE_API_KEY",
             u"Helicone API key"_s,
             CredentialState::Set,
             CredentialSource::Environment},
            {"webhook-url", {}, u"Webhook address"_s, CredentialState::Locked, {}}};
}

} // namespace

namespace sample {

UpstreamFinding finding()
{
    UpstreamFinding found;
    found.kind = UpstreamFinding::Kind::Works;
    found.version = "0.11.2";
    found.models = {"qwen2.5-72b", "llama-3.1-8b", "bge-m3"};
    found.time = std::chrono::milliseconds(3);
    return found;
}

void fillSettings(SettingsModel &settings)
{
    settings.setFacts(serviceFacts());
    settings.credentials()->apply(secrets(),
                                  {u"The keychain is locked."_s, u"Unlock it, then ask again."_s});
    const auto find = [list = settings.upstreams()](const QString &name, const auto &found) {
        const auto row = std::ranges::find(list->rows(), name, &ConnectionRow::name);
        list->takeFinding(name, row == list->rows().end() ? QString() : row->address, found);
    };
    find(u"vllm"_s, finding());
    UpstreamFinding refused;
    refused.kind = UpstreamFinding::Kind::KeyRefused;
    refused.status = 401;
    find(u"openai"_s, refused);
}

} // namespace sample
