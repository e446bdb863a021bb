// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/activity/storymodel.h"

#include "app/viewmodels/formatting.h"
#include "app/viewmodels/sentences/sentences.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

void StoryModel::show(const core::RequestId &id)
{
    if (m_id == id) {
        return;
    }
    clear();
    m_id = id;
    m_texts.id = QString::fromUtf8(id.toText());
    Q_EMIT changed();
    Q_EMIT wanted(id);
}

void StoryModel::refresh()
{
    if (m_id && isRunning()) {
        Q_EMIT wanted(*m_id);
    }
}

void StoryModel::retell()
{
    if (m_id) {
        Q_EMIT wanted(*m_id);
    }
}

void StoryModel::readAgain(const core::RequestId &id)
{
    if (m_id == id) {
        Q_EMIT wanted(id);
    }
}

void StoryModel::take(const core::RequestId &id, const std::optional<core::RequestStory> &story)
{
    if (m_id != id) {
        return;
    }
    m_errorText = story ? QString() : tr("This request is no longer in the ledger.");
    m_story = story;
    if (story) {
        m_correction.show(*story);
    }
    tell();
}

bool StoryModel::isRunning() const
{
    return m_story && !m_story->attempts.empty() && !m_story->attempts.back().settled &&
           m_story->attempts.back().outcome == core::CallOutcome::Running;
}

void StoryModel::tell()
{
    const std::optional<StorySoFar> soFar = isRunning() ? m_soFar : std::nullopt;
    if (m_story) {
        m_texts = textsOf(*m_story, soFar);
    }
    synchronise(m_story ? storyOf(*m_story, m_zone, soFar) : std::vector<StoryLine>());
    Q_EMIT changed();
}

void StoryModel::apply(const core::Snapshot &snapshot)
{
    m_zone = formatting::zoneOf(snapshot.zone);
    if (!m_id) {
        return;
    }
    const auto call = std::ranges::find(snapshot.running, *m_id, &core::RunningCall::id);
    const bool runs = call != snapshot.running.end();
    follow(runs ? call->hold : core::HoldId::None);
    auto soFar = runs ? std::optional(StorySoFar::of(*call, snapshot.at)) : std::nullopt;
    if (soFar) {
        soFar->admission = m_admission;
    }
    if (std::exchange(m_soFar, soFar) != soFar && isRunning()) {
        tell();
    }
}

void StoryModel::follow(core::HoldId hold)
{
    if (std::exchange(m_hold, hold) == hold) {
        return;
    }
    m_admission.reset();
    if (hold != core::HoldId::None) {
        Q_EMIT admissionWanted(hold);
    }
}

void StoryModel::takeAdmission(core::HoldId hold, const core::AdmissionRecord &admission)
{
    if (m_hold != hold) {
        return;
    }
    m_admission = admission;
    if (m_soFar) {
        m_soFar->admission = admission;
    }
    if (isRunning()) {
        tell();
    }
}

void StoryModel::takeError(const core::RequestId &id, const QString &why)
{
    if (m_id == id) {
        m_errorText = sentences::translated(why);
        Q_EMIT changed();
    }
}

QString StoryModel::id() const
{
    return m_id ? QString::fromUtf8(m_id->toText()) : QString();
}

void StoryModel::clear()
{
    m_id.reset();
    m_texts = {};
    m_errorText.clear();
    m_correction.clear();
    m_story.reset();
    m_soFar.reset();
    follow(core::HoldId::None);
    synchronise({});
    Q_EMIT changed();
}

QString StoryModel::asText() const
{
    QString text = m_texts.id + u"\n"_s + m_texts.title + u", "_s + m_texts.exact + u'\n';
    for (const StoryLine &line : rows()) {
        text += (line.heading ? u"\n"_s : u"  "_s) + line.text;
        text += line.value.isEmpty() ? u"\n"_s : u": "_s + line.value + u'\n';
    }
    return text;
}
