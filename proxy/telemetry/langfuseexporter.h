// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/telemetry/otlpexporter.h"

namespace proxy {

/// Calls as generations in Langfuse. Asks the server for its version first and chooses by it:
/// OTLP from 3.22 on (Langfuse Cloud takes nothing else since 16 November 2026), the old ingestion
/// API before. Looks again once a day, and at once when the server refuses what it was sent as
/// being of the wrong kind.
class LangfuseExporter final : public OtlpExporter
{
public:
    LangfuseExporter(const ExportSite &site, const core::Destination &destination);

    /// The old API takes 3.5 MB; a call is two events of some 1.5 kB there.
    [[nodiscard]] int mostEvents() const override { return 200; }
    void deliver(const Events &events, Done done) override;

private:
    enum class Way : quint8 { Unknown, Otlp, Ingestion };

    void ask(const Events &events, Done done);
    void takeVersion(const FetchResult &result, const Events &events, const Done &done);
    void send(const Events &events, Done done);
    void sendOtlp(const Events &events, Done done);
    void sendIngestion(const Events &events, Done done);
    [[nodiscard]] HeaderList headers() const;

    Way m_way = Way::Unknown;
    core::Time m_askedAt{};
};

namespace langfuse {
/// Base64 of "public:secret" for HTTP's Basic scheme.
[[nodiscard]] QByteArray authorization(const core::Secret &publicKey, const core::Secret &secret);
/// What is wrong with a pair of keys before anybody is asked; empty: nothing to be seen.
[[nodiscard]] QString faultOf(const core::Secret &publicKey, const core::Secret &secret);
/// Whether a server of that version takes OTLP.
[[nodiscard]] bool takesOtlp(const QString &version);
} // namespace langfuse
} // namespace proxy
