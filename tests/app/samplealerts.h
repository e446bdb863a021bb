// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class AlertHistoryModel;

namespace sample {

/// Answers the model's questions at once, from `count` crossings in all: the newest of the
/// invented afternoon first, ten minutes apart; each fifth is a cap, the first three are not
/// acknowledged.
void answer(AlertHistoryModel &model, int count);
/// Answers each of them with this sentence.
void refuse(AlertHistoryModel &model);

} // namespace sample
