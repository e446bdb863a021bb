// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/upstream/providertype.h"

#include "core/base/jsonwriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace proxy {

using core::ProviderType;

namespace {

/// The version of Anthropic's API that the meter reads.
constexpr auto AnthropicVersion = "2023-06-01";

ServedModel fromCard(const QJsonValue &card)
{
    ServedModel model;
    model.id = card["id"_L1].toString().toUtf8();
    model.root = card["root"_L1].toString().toUtf8();
    model.parent = card["parent"_L1].toString().toUtf8();
    model.contextLength = card["max_model_len"_L1].toInteger(0);
    model.card = QJsonDocument(card.toObject()).toJson(QJsonDocument::Compact);
    return model;
}

/// Gemini says "models/NAME", Ollama "NAME:TAG".
ServedModel fromName(const QJsonValue &entry)
{
    ServedModel model;
    model.id = entry["name"_L1].toString().toUtf8();
    if (model.id.startsWith("models/")) {
        model.id.remove(0, 7);
    }
    return model;
}

/// In OpenAI's shape, for who asks Capstan.
QByteArray cardOf(const QByteArray &model, ProviderType type)
{
    core::JsonWriter card;
    card.text("id", model).text("object", "model").number("created", 0);
    card.text("owned_by",
              type == ProviderType::Anthropic ? "anthropic"
              : type == ProviderType::Gemini  ? "google"
                                              : "ollama");
    return card.toJson();
}

/// A LoRA adapter has no length of its own.
void takeLengthsOfParents(std::vector<ServedModel> &models)
{
    for (ServedModel &model : models) {
        for (const ServedModel &parent : models) {
            if (model.contextLength == 0 && !model.parent.isEmpty() && parent.id == model.parent) {
                model.contextLength = parent.contextLength;
            }
        }
    }
}

} // namespace

QByteArray keyHeaderOf(ProviderType type)
{
    switch (type) {
    case ProviderType::Anthropic:
        return "x-api-key";
    case ProviderType::Gemini:
        return "x-goog-api-key";
    case ProviderType::OpenAi:
    case ProviderType::Ollama:
        break;
    }
    return {};
}

HeaderList headersOf(ProviderType type)
{
    return type == ProviderType::Anthropic ? HeaderList{{"anthropic-version", AnthropicVersion}}
                                           : HeaderList();
}

QByteArray modelListPath(ProviderType type)
{
    switch (type) {
    case ProviderType::Anthropic:
        return "/v1/models?limit=1000";
    case ProviderType::Gemini:
        return "/v1beta/models?pageSize=1000";
    case ProviderType::Ollama:
        return "/api/tags";
    case ProviderType::OpenAi:
        break;
    }
    return "/v1/models";
}

std::vector<ServedModel> modelsFrom(ProviderType type, const QByteArray &json)
{
    const bool hasNames = type == ProviderType::Gemini || type == ProviderType::Ollama;
    const QJsonObject answer = QJsonDocument::fromJson(json).object();
    const QJsonArray entries = answer[hasNames ? "models"_L1 : "data"_L1].toArray();
    std::vector<ServedModel> models;
    for (const QJsonValue entry : entries) {
        ServedModel model = hasNames ? fromName(entry) : fromCard(entry);
        if (type != ProviderType::OpenAi) {
            model.card = cardOf(model.id, type);
        }
        if (!model.id.isEmpty()) {
            models.push_back(std::move(model));
        }
    }
    takeLengthsOfParents(models);
    return models;
}

} // namespace proxy
