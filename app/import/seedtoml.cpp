// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import/seedconfiguration.h"

#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#include <algorithm>
#include <array>
#include <toml++/toml.h>

namespace app {

using namespace Qt::StringLiterals;

namespace {

struct KnownProvider
{
    QByteArrayView name;
    QByteArrayView type;
    QByteArrayView baseUrl;
};
/// The seed's clients had these addresses in their code.
constexpr std::array KnownProviders{
    KnownProvider{"claude", "anthropic", "https://api.anthropic.com"},
    KnownProvider{"openai", "openai", "https://api.openai.com/v1"},
    KnownProvider{"gemini", "gemini", "https://generativelanguage.googleapis.com"},
    KnownProvider{"ollama", "ollama", "http://localhost:11434"},
};

QByteArray bytesOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

QByteArray textOf(const toml::node &node)
{
    return bytesOf(node.value_or(std::string_view()));
}

/// A price as it is written: a double would carry 0.0008 as something beside it.
QByteArray decimalOf(const toml::node &node)
{
    constexpr int Digits = 12; // more than any price has
    const auto number = node.value<double>();
    return number ? QByteArray::number(*number, 'g', Digits) : QByteArray();
}

/// Takes seed S2's file apart; every key that finds no place is noted.
class SeedToml
{
public:
    [[nodiscard]] SeedConfiguration read(const toml::table &top)
    {
        m_seed.routes = true;
        for (const auto &[key, node] : top) {
            const QByteArray section = bytesOf(key.str());
            if (section == "providers" && node.is_array()) {
                each(*node.as_array(), [this](const toml::table &one) { readProvider(one); });
            } else if (section == "budget" && node.is_table()) {
                readBudget(*node.as_table());
            } else if (section != "routing_rules") {
                drop(section, "Capstan has nothing like it.");
            }
        }
        sortByPriority();
        // Last: the rules name providers, whose models must be known.
        if (const toml::array *rules = top["routing_rules"].as_array()) {
            each(*rules, [this](const toml::table &one) { readRule(one); });
        }
        return std::move(m_seed);
    }

private:
    void drop(const QByteArray &key, const QByteArray &because)
    {
        m_seed.notCarried.push_back(QString::fromUtf8(key + ": " + because));
    }

    template <class Read>
    static void each(const toml::array &array, Read read)
    {
        for (const toml::node &node : array) {
            if (const toml::table *table = node.as_table()) {
                read(*table);
            }
        }
    }

    static SeedConfiguration::Provider begun(const QByteArray &name)
    {
        SeedConfiguration::Provider provider;
        provider.name = name;
        provider.type = "openai";
        for (const KnownProvider &known : KnownProviders) {
            if (known.name == name) {
                provider.type = known.type.toByteArray();
                provider.baseUrl = known.baseUrl.toByteArray();
            }
        }
        return provider;
    }

    void readProvider(const toml::table &table)
    {
        SeedConfiguration::Provider provider =
            begun(bytesOf(table["name"].value_or(std::string_view())));
        SeedConfiguration::Model model;
        qint64 priority = std::numeric_limits<qint64>::max();
        const QByteArray path = "providers." + provider.name + '.';
        for (const auto &[key, node] : table) {
            const QByteArray name = bytesOf(key.str());
            if (name == "endpoint") {
                provider.baseUrl = textOf(node);
            } else if (name == "api_key_env") {
                provider.apiKeyVariable = textOf(node);
            } else if (name == "model") {
                model.physicalName = textOf(node);
            } else if (name == "priority") {
                priority = node.value_or(priority);
            } else if (name == "timeout_ms") {
                provider.timeoutMs = node.value<qint64>();
            } else if (name == "rate_limit_rpm") {
                provider.requestsPerMinute = node.value<qint64>();
            } else if (name == "cost_per_1k_tokens") {
                takePrice(path + name, node, model);
            } else if (name != "name") {
                drop(path + name, "Capstan has nothing like it.");
            }
        }
        model.provider = provider.name;
        model.name = model.physicalName;
        m_seed.providers.push_back(provider);
        m_models.emplace_back(priority, model);
    }

    /// One flat price for both ways; it is what the seed charged.
    void takePrice(const QByteArray &key, const toml::node &node, SeedConfiguration::Model &model)
    {
        if (const auto price = perMillion(decimalOf(node))) {
            model.inputPerMillion = model.outputPerMillion = *price;
        } else {
            drop(key, "It is no price in dollars.");
        }
    }

    void sortByPriority()
    {
        std::ranges::stable_sort(m_models, {}, &std::pair<qint64, SeedConfiguration::Model>::first);
        for (const auto &[priority, model] : m_models) {
            m_seed.models.push_back(model);
        }
    }

    /// The model of a provider, by which Capstan routes.
    [[nodiscard]] QByteArray modelOf(const QByteArray &provider) const
    {
        const auto found =
            std::ranges::find(m_seed.models, provider, &SeedConfiguration::Model::provider);
        return found == m_seed.models.end() ? QByteArray() : found->name;
    }

    void readRule(const toml::table &table)
    {
        const QByteArray type = bytesOf(table["task_type"].value_or(std::string_view()));
        QByteArrayList providers{bytesOf(table["primary_provider"].value_or(std::string_view()))};
        if (const toml::array *chain = table["fallback_chain"].as_array()) {
            for (const toml::node &node : *chain) {
                providers.append(textOf(node));
            }
        }
        QByteArrayList models;
        for (const QByteArray &provider : providers) {
            if (const QByteArray model = modelOf(provider); !model.isEmpty()) {
                models.append(model);
            } else {
                drop("routing_rules." + type, "There is no provider \"" + provider + "\".");
            }
        }
        if (!type.isEmpty() && !models.isEmpty()) {
            m_seed.taskTypes.emplace_back(type, models);
        }
    }

    void readBudget(const toml::table &table)
    {
        for (const auto &[key, node] : table) {
            const QByteArray name = bytesOf(key.str());
            const QByteArray full = "budget." + name;
            if (name == "daily_limit_cents") {
                m_seed.dailyLimit = cents(full, node);
            } else if (name == "monthly_limit_cents") {
                m_seed.monthlyLimit = cents(full, node);
            } else if (name == "warn_threshold_percent") {
                takeMark(full, node);
            } else if (name == "per_task_limit_cents") {
                const QByteArray dollars = cents(full, node);
                drop(full,
                     "Set a budget of $" + dollars +
                         " for each value of the tag task_id, in the window or with `capstan "
                         "budget set`.");
            } else {
                drop(full, "Capstan has nothing like it.");
            }
        }
    }

    QByteArray cents(const QByteArray &key, const toml::node &node)
    {
        const auto amount = node.value<qint64>();
        if (!amount || *amount <= 0) { // S2-37
            drop(key, "It is no amount above 0.");
            return {};
        }
        return dollarsOf(*amount);
    }

    void takeMark(const QByteArray &key, const toml::node &node)
    {
        const double percent = node.value_or(0.0);
        if (percent <= 0 || percent > 100) {
            drop(key, "It is no percentage.");
            return;
        }
        m_seed.exceededMark = QByteArray::number(percent / 100, 'g', 6);
    }

    SeedConfiguration m_seed;
    std::vector<std::pair<qint64, SeedConfiguration::Model>> m_models; ///< by priority
};

} // namespace

core::Result<SeedConfiguration> readSeedToml(const QByteArray &text)
{
    const toml::parse_result parsed =
        toml::parse(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
    if (!parsed) {
        const toml::parse_error &error = parsed.error();
        const QByteArray what = bytesOf(error.description());
        return core::Error{core::ErrorCode::InvalidInput,
                           u"Line %1 is not valid TOML: %2."_s.arg(error.source().begin.line)
                               .arg(QString::fromUtf8(what)),
                           u"Give the llm-router.toml that the other router was started with."_s};
    }
    return SeedToml().read(parsed.table());
}

} // namespace app
