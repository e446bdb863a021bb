// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/telemetry/httpexporter.h"

namespace proxy {

/// Calls to Helicone's manual log, one request each, as there is no batch. Success is the text
/// "ok": a 200 with an error in its body has failed. The id of a repetition is the same
/// (Helicone-Request-Id). Without content its messages have their shape and no word.
class HeliconeExporter final : public HttpExporter
{
public:
    using HttpExporter::HttpExporter;

    [[nodiscard]] int mostEvents() const override { return 1; }
    void deliver(const Events &events, Done done) override;

private:
    [[nodiscard]] Delivery read(const FetchResult &result) const;
};

namespace helicone {
/// The body: providerRequest, providerResponse, timing. `isCustom`: for /custom/v1/log, whose
/// provider has no address.
[[nodiscard]] QByteArray
logBody(const core::CallEvent &event, bool isCustom, const core::CallContent &content = {});
/// A UUID that follows from the request's id and attempt.
[[nodiscard]] QByteArray requestId(const core::CallEvent &event);
} // namespace helicone
} // namespace proxy
