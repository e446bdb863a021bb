// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/telemetry/artefactexporter.h"

#include "proxy/telemetry/artefactlines.h"

namespace proxy {

namespace {
/// Above what one batch of 200 lines may hold: names are 256 bytes at most.
constexpr qint64 LookedAt = 1024 * 1024;
} // namespace

ArtefactExporter::ArtefactExporter(const core::Artefacts &artefacts)
    : m_rules(artefacts)
{
    add(artefacts.telemetryFile, artefacts::telemetryLine);
    add(artefacts.decisionsFile, artefacts::decisionLine);
}

void ArtefactExporter::add(const QString &path, LineOf lineOf)
{
    if (!path.isEmpty()) {
        m_artefacts.push_back(std::make_unique<Artefact>(path, m_rules, lineOf));
    }
}

core::Outcome ArtefactExporter::write(Artefact &artefact, const Events &events) const
{
    QByteArray former;
    if (!artefact.isKnown) {
        auto tail = artefact.file.tail(LookedAt);
        if (!tail.ok()) {
            return tail.error();
        }
        former = std::move(*tail);
    }
    QByteArray lines;
    for (const core::OutboxEvent &event : events) {
        const QByteArray line = artefact.lineOf(event.event);
        if (!line.isEmpty() && !former.contains(artefacts::identity(event.event))) {
            lines += line + '\n';
        }
    }
    core::Outcome written = lines.isEmpty() ? core::Done{} : artefact.file.append(lines);
    // After a fault nobody knows how much of it is there.
    artefact.isKnown = written.ok();
    return written;
}

void ArtefactExporter::deliver(const Events &events, Done done)
{
    Delivery delivery;
    for (const auto &artefact : m_artefacts) {
        if (const core::Outcome written = write(*artefact, events); !written.ok()) {
            delivery.kind = Delivery::Kind::Later;
            delivery.message = written.error().message + u' ' + written.error().remedy;
        }
    }
    done(delivery);
}

} // namespace proxy
