// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/policydesk.h"

#include "app/viewmodels/reports/policytrial.h"
#include "app/viewmodels/sentences/sentences.h"
#include "core/base/filecontent.h"
#include "core/whatif/proposedpolicy.h"
#include "core/whatif/whatifjson.h"

namespace app {

using namespace Qt::StringLiterals;

PolicyDesk::PolicyDesk(PolicyTrial &trial, QString ledgerFile, core::Configuration configuration)
    : m_trial(trial)
    , m_ledgerFile(std::move(ledgerFile))
    , m_configuration(std::move(configuration))
{
    m_thread.setMaxThreadCount(1);
    connect(&trial,
            &PolicyTrial::wanted,
            this,
            [this](quint64 ticket, const QString &file, core::Time from, core::Time to) {
                ask({ticket, file, from, to});
            });
    trial.clear(); // what the former desk was asked for
}

PolicyDesk::~PolicyDesk()
{
    ++m_ticket;
    m_thread.waitForDone();
}

void PolicyDesk::ask(const Question &question)
{
    m_ticket = question.ticket;
    if (question.file.isEmpty()) {
        return;
    }
    m_thread.start([this, question] {
        const auto answer = answerTo(question);
        QMetaObject::invokeMethod(
            this,
            [this, ticket = question.ticket, answer] { tell(ticket, answer); },
            Qt::QueuedConnection);
    });
}

core::Result<core::WhatIfAnswer> PolicyDesk::answerTo(const Question &question) const
{
    const auto text = core::fileContent(question.file, core::MostTextBytes);
    if (!text.ok()) {
        return text.error();
    }
    const auto policy = core::proposedPolicy(*text, question.file, m_ledgerFile, m_configuration);
    if (!policy.ok()) {
        return policy.error();
    }
    const auto budgets = core::storedBudgets(m_ledgerFile);
    if (!budgets.ok()) {
        return budgets.error();
    }
    core::WhatIfQuestion proposed;
    proposed.budgets = *budgets;
    proposed.policy = *policy;
    proposed.from = question.from;
    proposed.to = question.to;
    return core::replay(m_ledgerFile, proposed, [this, ticket = question.ticket](double) {
        return ticket == m_ticket;
    });
}

void PolicyDesk::tell(quint64 ticket, const core::Result<core::WhatIfAnswer> &answer)
{
    if (answer.ok()) {
        m_trial.take(ticket, *answer);
    } else {
        m_trial.refuse(ticket, sentences::of(answer.error()));
    }
}

} // namespace app
