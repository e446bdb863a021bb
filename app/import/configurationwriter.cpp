// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import/seedconfiguration.h"

#include <algorithm>
#include <yaml-cpp/yaml.h>

namespace app {

namespace {

/// Below it seed S2 thought of no shortage; it could not be set there.
constexpr const char *NearMark = "0.5";

std::string plain(const QByteArray &text)
{
    return text.toStdString();
}

/// Writes the sections one after the other. A map's entry with nothing to say is left out.
class Writer
{
public:
    explicit Writer(const SeedConfiguration &seed)
        : m_seed(seed)
    {}

    [[nodiscard]] QByteArray write()
    {
        for (const QString &sentence : m_seed.notCarried) {
            m_out << YAML::Comment("Not carried over: " + sentence.toStdString()) << YAML::Newline;
        }
        m_out << YAML::BeginMap;
        section("providers", m_seed.providers, [this](const auto &each) { write(each); });
        section("models", m_seed.models, [this](const auto &each) { write(each); });
        writeRouting();
        writePolicy();
        writeLimits();
        m_out << YAML::EndMap;
        return QByteArray(m_out.c_str()) + '\n';
    }

private:
    void entry(const char *key, const QByteArray &value)
    {
        if (!value.isEmpty()) {
            m_out << YAML::Key << key << YAML::Value << plain(value);
        }
    }
    void entry(const char *key, const std::optional<qint64> &value)
    {
        if (value) {
            m_out << YAML::Key << key << YAML::Value << *value;
        }
    }
    void begin(const char *key) { m_out << YAML::Key << key << YAML::Value << YAML::BeginMap; }
    void end() { m_out << YAML::EndMap; }

    template <class List, class Write>
    void section(const char *key, const List &list, Write write)
    {
        if (list.empty()) {
            return;
        }
        begin(key);
        for (const auto &each : list) {
            m_out << YAML::Key << plain(each.name) << YAML::Value << YAML::BeginMap;
            write(each);
            end();
        }
        end();
    }

    void write(const SeedConfiguration::Provider &provider)
    {
        entry("type", provider.type);
        entry("base_url", provider.baseUrl);
        entry("api_key_env", provider.apiKeyVariable);
        entry("timeout_ms", provider.timeoutMs);
        entry("max_retries", provider.maxRetries);
    }

    void write(const SeedConfiguration::Model &model)
    {
        entry("provider", model.provider);
        entry("physical_name", model.physicalName);
        entry("max_tokens", model.maxTokens);
        if (!model.inputPerMillion.isEmpty() && !model.outputPerMillion.isEmpty()) {
            begin("price");
            entry("input", model.inputPerMillion);
            entry("output", model.outputPerMillion);
            end();
        }
    }

    void names(const QByteArrayList &list)
    {
        m_out << YAML::Flow << YAML::BeginSeq;
        for (const QByteArray &name : list) {
            m_out << plain(name);
        }
        m_out << YAML::EndSeq;
    }

    void writeRouting()
    {
        if (!m_seed.routes || m_seed.models.empty()) {
            return;
        }
        begin("routing");
        entry("mode", QByteArray("legacy"));
        QByteArrayList models;
        for (const SeedConfiguration::Model &model : m_seed.models) {
            models.append(model.name);
        }
        m_out << YAML::Key << "models" << YAML::Value;
        names(models);
        if (!m_seed.taskTypes.empty()) {
            begin("task_types");
            for (const auto &[type, list] : m_seed.taskTypes) {
                m_out << YAML::Key << plain(type) << YAML::Value;
                names(list);
            }
            end();
        }
        if (!m_seed.exceededMark.isEmpty()) {
            const bool isLow = m_seed.exceededMark.toDouble() < QByteArray(NearMark).toDouble();
            begin("budget_marks");
            entry("near", isLow ? m_seed.exceededMark : QByteArray(NearMark));
            entry("exceeded", m_seed.exceededMark);
            end();
        }
        end();
    }

    void rule(const char *id, const char *period, const QByteArray &limit)
    {
        if (limit.isEmpty()) {
            return;
        }
        m_out << YAML::BeginMap;
        entry("id", QByteArray(id));
        entry("primitive", QByteArray("budget_threshold"));
        entry("period", QByteArray(period));
        entry("limit_usd", limit);
        entry("action", QByteArray("deny"));
        m_out << YAML::EndMap;
    }

    void writePolicy()
    {
        if (m_seed.dailyLimit.isEmpty() && m_seed.monthlyLimit.isEmpty()) {
            return;
        }
        begin("policy");
        m_out << YAML::Key << "version" << YAML::Value << YAML::DoubleQuoted << "1";
        begin("namespaces");
        begin("default");
        m_out << YAML::Key << "rules" << YAML::Value << YAML::BeginSeq;
        rule("daily", "calendar_day", m_seed.dailyLimit);
        rule("monthly", "calendar_month", m_seed.monthlyLimit);
        m_out << YAML::EndSeq;
        end();
        end();
        end();
    }

    void limit(const char *key, const QByteArray &who, const char *figure, qint64 value)
    {
        m_out << YAML::BeginMap;
        entry(key, who);
        entry(figure, std::optional(value));
        m_out << YAML::EndMap;
    }

    void writeLimits()
    {
        const bool any = m_seed.agentPerMinute || m_seed.tenantPerHour ||
                         std::ranges::any_of(m_seed.providers, [](const auto &each) {
                             return each.requestsPerMinute.has_value();
                         });
        if (!any) {
            return;
        }
        m_out << YAML::Key << "limits" << YAML::Value << YAML::BeginSeq;
        if (m_seed.agentPerMinute) {
            limit("per", "agent", "requests_per_minute", *m_seed.agentPerMinute);
        }
        if (m_seed.tenantPerHour) {
            limit("per", "tenant", "requests_per_hour", *m_seed.tenantPerHour);
        }
        for (const SeedConfiguration::Provider &provider : m_seed.providers) {
            if (provider.requestsPerMinute) {
                limit("match",
                      "provider:" + provider.name,
                      "requests_per_minute",
                      *provider.requestsPerMinute);
            }
        }
        m_out << YAML::EndSeq;
    }

    const SeedConfiguration &m_seed;
    YAML::Emitter m_out;
};

} // namespace

QByteArray writeConfiguration(const SeedConfiguration &seed)
{
    return Writer(seed).write();
}

} // namespace app
