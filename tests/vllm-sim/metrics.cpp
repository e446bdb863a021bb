// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics.h"

#include "jsonwriter.h"

#include <algorithm>
#include <functional>

namespace sim {

namespace {

constexpr qint64 BlockSize = 16; // tokens, vLLM's default
constexpr qint64 Blocks = 8'192; // 131,072 tokens: about what a 24 GB card leaves an 8B model

struct Model
{
    QByteArray labels;
    const ModelCounters *counters;
    ModelLoad load;
};

using Models = std::vector<Model>;

void head(QByteArray &out, const char *name, const char *type, const char *help)
{
    out += QByteArray("# HELP ") + name + " " + help + "\n# TYPE " + name + " " + type + "\n";
}

void line(QByteArray &out, const QByteArray &name, const QByteArray &labels, double value)
{
    out += name + "{" + labels + "} " + QByteArray::number(value, 'g', 17) + "\n";
}

struct Family
{
    const char *name;
    const char *type;
    const char *help;
    std::function<double(const Model &)> value;
};

void write(QByteArray &out, const Models &models, const Family &family)
{
    head(out, family.name, family.type, family.help);
    for (const Model &model : models) {
        line(out, family.name, model.labels, family.value(model));
    }
}

double cacheUse(const Model &model)
{
    const auto share = static_cast<double>(model.load.tokensHeld) / (Blocks * BlockSize);
    return std::min(1.0, share);
}

void writeSuccess(QByteArray &out, const Models &models)
{
    static const std::map<FinishReason, QByteArray> names = {{FinishReason::Stop, "stop"},
                                                             {FinishReason::Length, "length"},
                                                             {FinishReason::Abort, "abort"},
                                                             {FinishReason::Error, "error"}};
    head(out, "vllm:request_success_total", "counter", "Count of successfully processed requests.");
    for (const Model &model : models) {
        for (const auto &[reason, name] : names) {
            const auto found = model.counters->finished.find(reason);
            const auto count = found == model.counters->finished.end() ? 0 : found->second;
            line(out,
                 "vllm:request_success_total",
                 model.labels + ",finished_reason=\"" + name + "\"",
                 static_cast<double>(count));
        }
    }
}

void writeHistogram(QByteArray &out,
                    const Models &models,
                    const char *name,
                    Histogram ModelCounters::*member)
{
    head(out, name, "histogram", "Latency in seconds.");
    for (const Model &model : models) {
        (model.counters->*member).write(out, name, model.labels);
    }
}

const std::vector<Family> &families()
{
    const auto real = [](qint64 number) {
        return static_cast<double>(number);
    };
    static const std::vector<Family> all = {
        {"vllm:num_requests_running",
         "gauge",
         "Number of requests in model execution batches.",
         [=](const Model &m) {
             return real(m.load.running);
         }},
        {"vllm:num_requests_waiting",
         "gauge",
         "Number of requests waiting to be processed.",
         [=](const Model &m) {
             return real(m.load.waiting);
         }},
        {"vllm:kv_cache_usage_perc",
         "gauge",
         "KV-cache usage. 1 means 100 percent usage.",
         cacheUse},
        {"vllm:prompt_tokens_total",
         "counter",
         "Number of prefill tokens processed.",
         [=](const Model &m) {
             return real(m.counters->promptTokens);
         }},
        {"vllm:prompt_tokens_cached_total",
         "counter",
         "Number of cached prompt tokens.",
         [=](const Model &m) {
             return real(m.counters->cachedTokens);
         }},
        {"vllm:prefix_cache_queries_total",
         "counter",
         "Prefix cache queries, in tokens.",
         [=](const Model &m) {
             return real(m.counters->promptTokens);
         }},
        {"vllm:prefix_cache_hits_total",
         "counter",
         "Prefix cache hits, in tokens.",
         [=](const Model &m) {
             return real(m.counters->cachedTokens);
         }},
        {"vllm:generation_tokens_total",
         "counter",
         "Number of generation tokens processed.",
         [=](const Model &m) {
             return real(m.counters->generatedTokens);
         }},
        {"vllm:num_preemptions_total",
         "counter",
         "Cumulative number of preemptions.",
         [](const Model &) {
             return 0.0;
         }},
    };
    return all;
}

Models joined(const std::map<QByteArray, ModelCounters> &models,
              const std::map<QByteArray, ModelLoad> &loads)
{
    Models out;
    for (const auto &[name, counters] : models) {
        QByteArray quoted;
        appendString(quoted, name);
        const auto load = loads.find(name);
        out.push_back({"model_name=" + quoted + ",engine=\"0\"",
                       &counters,
                       load == loads.end() ? ModelLoad() : load->second});
    }
    return out;
}

} // namespace

QByteArray metricsText(const std::map<QByteArray, ModelCounters> &models,
                       const std::map<QByteArray, ModelLoad> &loads,
                       qint64 maxModelLength)
{
    const Models all = joined(models, loads);
    QByteArray out;
    for (const Family &family : families()) {
        write(out, all, family);
    }
    writeSuccess(out, all);
    writeHistogram(out, all, "vllm:time_to_first_token_seconds", &ModelCounters::firstToken);
    writeHistogram(out, all, "vllm:e2e_request_latency_seconds", &ModelCounters::endToEnd);
    head(out, "vllm:cache_config_info", "gauge", "Information of the LLMEngine CacheConfig");
    for (const Model &model : all) {
        line(out,
             "vllm:cache_config_info",
             model.labels + ",block_size=\"" + QByteArray::number(BlockSize) +
                 "\",num_gpu_blocks=\"" + QByteArray::number(Blocks) +
                 "\",enable_prefix_caching=\"True\",max_model_len=\"" +
                 QByteArray::number(maxModelLength) + "\"",
             1);
    }
    return out;
}

} // namespace sim
