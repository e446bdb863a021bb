// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/metrics/families.h"

namespace proxy {

void addDestinationFamilies(const std::vector<core::DestinationStatus> &destinations,
                            MetricFamilies &families)
{
    prometheus::MetricFamily queue = gaugeFamily("capstan_destination_queue_events",
                                                 "Events that the destination still has to get.");
    prometheus::MetricFamily blocked = gaugeFamily(
        "capstan_destination_blocked", "1 while nothing is taken until a person does something.");
    prometheus::MetricFamily sent =
        counterFamily("capstan_destination_sent_total", "Events that it acknowledged.");
    prometheus::MetricFamily rejected =
        counterFamily("capstan_destination_rejected_total", "Events that it refused for good.");
    prometheus::MetricFamily dropped =
        counterFamily("capstan_destination_dropped_total",
                      "Events given up unsent, as the queue was too long or they were too old.");
    for (const core::DestinationStatus &status : destinations) {
        const MetricLabels labels{{"destination", status.name}, {"type", status.type}};
        addSample(queue, labels, static_cast<double>(status.queued));
        addSample(blocked, labels, status.state == core::DestinationStatus::State::Blocked ? 1 : 0);
        addSample(sent, labels, static_cast<double>(status.sent));
        addSample(rejected, labels, static_cast<double>(status.rejected));
        addSample(dropped, labels, static_cast<double>(status.dropped));
    }
    for (prometheus::MetricFamily *family : {&queue, &blocked, &sent, &rejected, &dropped}) {
        families.push_back(std::move(*family));
    }
}

} // namespace proxy
