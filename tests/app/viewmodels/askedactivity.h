// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "samplesnapshot.h"

#include "app/viewmodels/activity/activitymodel.h"

#include <optional>
#include <vector>

/// A model with its questions written down instead of answered.
struct Asked
{
    using Cursor = std::optional<core::ActivityCursor>;
    struct Question
    {
        quint64 ticket = 0;
        core::ActivityFilter filter;
        Cursor before;
    };

    Asked()
    {
        QObject::connect(
            &model,
            &ActivityModel::pageWanted,
            &model,
            [this](quint64 ticket, const core::ActivityFilter &filter, const Cursor &before) {
                questions.push_back({ticket, filter, before});
            });
        model.apply(sample::snapshot());
        model.setShown(true);
    }
    void answerLast(const core::ActivityPage &page)
    {
        model.takePage(questions.back().ticket, page);
    }
    [[nodiscard]] core::Snapshot next()
    {
        ++snapshot.revision;
        return snapshot;
    }
    [[nodiscard]] ActivityLine line(int row) const
    {
        return model.data(model.index(row), Qt::UserRole).value<ActivityLine>();
    }

    core::Snapshot snapshot = sample::snapshot();
    ActivityModel model;
    std::vector<Question> questions;
};
