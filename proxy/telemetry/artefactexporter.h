// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/telemetry/telemetrysettings.h"
#include "proxy/telemetry/exporter.h"
#include "proxy/telemetry/linefile.h"

#include <optional>

namespace proxy {

/// The two files of seed S3: telemetry.jsonl has every call, policy_decisions.jsonl every decision
/// (artefactlines.h). Fed like a server, so a crash loses no line; what was written before it is
/// recognised at the file's end and not written twice.
class ArtefactExporter final : public Exporter
{
public:
    explicit ArtefactExporter(const core::Artefacts &artefacts);

    void deliver(const Events &events, Done done) override;

private:
    using LineOf = QByteArray (*)(const core::CallEvent &event);
    struct Artefact
    {
        Artefact(const QString &path, const core::Artefacts &rules, LineOf line)
            : file(path, {rules.rotateBytes, rules.keep, rules.sync})
            , lineOf(line)
        {}
        LineFile file;
        LineOf lineOf;
        bool isKnown = false; ///< the file's end was looked at since it was opened
    };
    void add(const QString &path, LineOf lineOf);
    [[nodiscard]] core::Outcome write(Artefact &artefact, const Events &events) const;

    core::Artefacts m_rules;
    std::vector<std::unique_ptr<Artefact>> m_artefacts;
};

} // namespace proxy
