// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import/seedconfiguration.h"

#include <yaml-cpp/yaml.h>

namespace app {

using namespace Qt::StringLiterals;

namespace {

QByteArray textOf(const YAML::Node &node)
{
    return node.IsScalar() ? QByteArray::fromStdString(node.Scalar()) : QByteArray();
}

/// Takes seed S4's file apart; every key that finds no place is noted.
class SeedYaml
{
public:
    [[nodiscard]] SeedConfiguration read(const YAML::Node &top)
    {
        eachOf(top, {}, [this](const QByteArray &section, const YAML::Node &node) {
            if (section == "providers") {
                eachOf(node, section, [this](const QByteArray &name, const YAML::Node &one) {
                    readProvider(name, one);
                });
            } else if (section == "models") {
                eachOf(node, section, [this](const QByteArray &name, const YAML::Node &one) {
                    readModel(name, one);
                });
            } else if (section == "rate_limits") {
                readLimits(node);
            } else if (section == "logging") {
                drop(section, "Capstan never logs prompts or answers, and always counts usage.");
            } else {
                drop(section, "Capstan has nothing like it.");
            }
        });
        return std::move(m_seed);
    }

private:
    void drop(const QByteArray &key, const char *because)
    {
        m_seed.notCarried.push_back(QString::fromUtf8(key + ": " + because));
    }

    template <class Read>
    void eachOf(const YAML::Node &map, const QByteArray &key, Read read)
    {
        if (!map.IsMap()) {
            drop(key.isEmpty() ? QByteArray("the file") : key, "It is no map.");
            return;
        }
        for (const auto &entry : map) {
            read(textOf(entry.first), entry.second);
        }
    }

    std::optional<qint64> number(const QByteArray &key, const YAML::Node &node)
    {
        bool isNumber = false;
        const qint64 value = textOf(node).toLongLong(&isNumber);
        if (!isNumber) {
            drop(key, "It is no whole number.");
        }
        return isNumber ? std::optional(value) : std::nullopt;
    }

    QByteArray price(const QByteArray &key, const YAML::Node &node)
    {
        const auto amount = perMillion(textOf(node));
        if (!amount) {
            drop(key, "It is no price in dollars.");
        }
        return amount ? *amount : QByteArray();
    }

    void readProvider(const QByteArray &name, const YAML::Node &node)
    {
        SeedConfiguration::Provider provider;
        provider.name = name;
        // The seed knew its one local dialect, Ollama's, by this name.
        provider.type = name == "local" ? "ollama" : "openai";
        const QByteArray path = "providers." + name;
        eachOf(node, path, [&](const QByteArray &key, const YAML::Node &value) {
            const QByteArray full = path + '.' + key;
            if (key == "base_url") {
                provider.baseUrl = textOf(value);
            } else if (key == "api_key_env") {
                provider.apiKeyVariable = textOf(value);
            } else if (key == "timeout") {
                const auto seconds = number(full, value);
                provider.timeoutMs = seconds ? std::optional(*seconds * 1'000) : std::nullopt;
            } else if (key == "max_retries") {
                provider.maxRetries = number(full, value);
            } else {
                drop(full, "Capstan has nothing like it.");
            }
        });
        m_seed.providers.push_back(provider);
    }

    void readModel(const QByteArray &name, const YAML::Node &node)
    {
        SeedConfiguration::Model model;
        model.name = name;
        const QByteArray path = "models." + name;
        eachOf(node, path, [&](const QByteArray &key, const YAML::Node &value) {
            const QByteArray full = path + '.' + key;
            if (key == "provider") {
                model.provider = textOf(value);
            } else if (key == "physical_name") {
                model.physicalName = textOf(value);
            } else if (key == "max_tokens") {
                model.maxTokens = number(full, value);
            } else if (key == "cost_per_1k_prompt") {
                model.inputPerMillion = price(full, value);
            } else if (key == "cost_per_1k_completion") {
                model.outputPerMillion = price(full, value);
            } else {
                drop(full, "Capstan has nothing like it.");
            }
        });
        m_seed.models.push_back(model);
    }

    void readLimits(const YAML::Node &node)
    {
        eachOf(node, "rate_limits", [this](const QByteArray &key, const YAML::Node &value) {
            const QByteArray full = "rate_limits." + key;
            if (key == "default_per_agent_per_minute") {
                m_seed.agentPerMinute = number(full, value);
            } else if (key == "default_per_microdao_per_hour") {
                m_seed.tenantPerHour = number(full, value); // a microDAO is a tenant here
            } else {
                drop(full, "Capstan has nothing like it.");
            }
        });
    }

    SeedConfiguration m_seed;
};

} // namespace

core::Result<SeedConfiguration> readSeedYaml(const QByteArray &text)
{
    try {
        return SeedYaml().read(YAML::Load(text.toStdString()));
    } catch (const YAML::Exception &exception) {
        return core::Error{core::ErrorCode::InvalidInput,
                           u"Line %1 is not valid YAML: %2."_s.arg(exception.mark.line + 1)
                               .arg(QString::fromStdString(exception.msg)),
                           u"Give the config.yaml that the other proxy was started with."_s};
    }
}

} // namespace app
