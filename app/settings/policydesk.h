// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/configuration/configuration.h"
#include "core/whatif/whatif.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>

class PolicyTrial;

namespace app {

/// Tries policies in files on the recorded calls, in a thread of its own. The next question, and
/// its own end, end the one that is being answered. Main thread.
class PolicyDesk : public QObject
{
    Q_OBJECT

public:
    /// The model outlives it. Routes and prices are those of `configuration`.
    PolicyDesk(PolicyTrial &trial, QString ledgerFile, core::Configuration configuration);
    ~PolicyDesk() override;

private:
    struct Question
    {
        quint64 ticket = 0;
        QString file;
        core::Time from{};
        core::Time to{};
    };
    void ask(const Question &question);
    [[nodiscard]] core::Result<core::WhatIfAnswer> answerTo(const Question &question) const;
    void tell(quint64 ticket, const core::Result<core::WhatIfAnswer> &answer);

    PolicyTrial &m_trial;
    const QString m_ledgerFile;
    const core::Configuration m_configuration;
    std::atomic<quint64> m_ticket{0}; ///< the newest; read by the thread to give up
    QThreadPool m_thread;
};

} // namespace app
