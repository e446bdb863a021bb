// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxy/telemetry/httpexporter.h"

#include <map>
#include <vector>

namespace proxy {

/// Counts calls as OpenTelemetry's GenAI metrics and seed S3's two counters (S3-33), and posts
/// where they stand to `<url>/v1/metrics`. Cumulative since this process began, so a lost post is
/// made good by the next and needs no queue. Only what is bounded becomes an attribute: operation,
/// provider and model; never a tenant, a user or a count.
class OtlpMetrics
{
public:
    OtlpMetrics(const ExportSite &site, const core::Destination &destination);

    void count(const Events &events);
    /// Does nothing when nothing was counted, or the last post is still under way.
    void post();
    [[nodiscard]] bool isPosting() const { return m_isPosting; }
    [[nodiscard]] QByteArray body(core::Time now) const;

private:
    struct Histogram
    {
        std::vector<qint64> buckets;
        qint64 count = 0;
        qint64 sum = 0; ///< tokens, or microseconds

        void add(qint64 value, const std::vector<qint64> &bounds);
    };
    using Histograms = std::map<QByteArray, Histogram>; ///< by the attributes' JSON

    void count(const core::CallEvent &event);
    [[nodiscard]] QByteArray
    attributesOf(const core::CallEvent &event, QByteArrayView extra, const QByteArray &value) const;
    [[nodiscard]] QByteArray times(core::Time now) const;
    [[nodiscard]] QByteArray tokenJson(core::Time now) const;
    [[nodiscard]] QByteArray
    secondsJson(QByteArrayView name, const Histograms &histograms, core::Time now) const;
    [[nodiscard]] QByteArray costJson(core::Time now) const;
    [[nodiscard]] QByteArray requestsJson(core::Time now) const;

    const ExportSite &m_site;
    const core::Destination &m_destination;
    core::Time m_startedAt;
    Histograms m_tokens;
    Histograms m_durations;
    Histograms m_firstChunks;
    std::map<QByteArray, core::Money> m_cost;
    std::map<QByteArray, qint64> m_requests;
    std::unique_ptr<Fetch> m_fetch;
    bool m_isPosting = false;
};

} // namespace proxy
