// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/activity/storymodel.h"

#include <utility>

/// Collects the lines of a story in order; each part begins with a heading.
class StoryTeller
{
public:
    void part(const QString &glyph, const QString &title, Tone::Kind tone = Tone::Good)
    {
        StoryLine &line = add(title, {});
        line.heading = true;
        line.glyph = glyph;
        line.tone = tone;
    }
    /// Good until the next line comes.
    StoryLine &add(const QString &text, const QString &value)
    {
        StoryLine line;
        line.text = text;
        line.value = value;
        line.place = static_cast<int>(m_lines.size());
        m_lines.push_back(line);
        return m_lines.back();
    }
    [[nodiscard]] std::vector<StoryLine> lines() && { return std::move(m_lines); }

private:
    std::vector<StoryLine> m_lines;
};
