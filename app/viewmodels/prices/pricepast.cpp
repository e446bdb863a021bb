// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/prices/pricepast.h"

#include "app/viewmodels/formatting.h"
#include "app/viewmodels/prices/priceeditor.h"

namespace {

/// As long as a person thinks between two digits.
constexpr std::chrono::milliseconds Rest{300};
/// The same reader is asked by the form for new budgets, from 1 on, and about caps, from 2^32.
constexpr quint64 FirstTicket = quint64{2} << 32;

} // namespace

PricePast::PricePast(const PriceEditor &editor, QObject *parent)
    : QObject(parent)
    , m_editor(editor)
    , m_ticket(FirstTicket)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(Rest);
    connect(&m_pause, &QTimer::timeout, this, &PricePast::ask);
    connect(&editor, &PriceEditor::changed, this, &PricePast::look);
}

void PricePast::look()
{
    std::optional<core::Price> typed = m_editor.candidate();
    if (typed) {
        typed->effectiveFrom = {}; // as if it had been so all the time
    }
    if (typed == m_asked) {
        return;
    }
    m_asked = typed;
    ++m_ticket; // an answer under way is to another question
    if (m_asked) {
        show(tr("Last 7 days: counting…"));
        m_pause.start();
    } else {
        m_pause.stop();
        show({});
    }
}

void PricePast::ask()
{
    if (!m_asked) {
        return;
    }
    core::WhatIfQuestion question;
    question.price = m_asked;
    question.from = m_now - Range;
    question.to = m_now;
    core::ActivityFilter matching;
    matching.from = question.from;
    matching.to = question.to;
    matching.values = {{core::Dimension::Model, m_asked->model.toUtf8()}};
    Q_EMIT wanted(++m_ticket, question, matching);
}

void PricePast::take(quint64 ticket, const core::WhatIfAnswer &answer)
{
    if (ticket != m_ticket) {
        return;
    }
    QString text = tr("Last 7 days: %1 spent in all; at this price it would have been %2.")
                       .arg(formatting::money(answer.spent), formatting::money(answer.wouldSpend));
    if (answer.newlyRefused > 0) {
        text += u' ' + tr("%Ln call(s) more would have been refused.",
                          nullptr,
                          formatting::countable(answer.newlyRefused));
    }
    show(text);
}

void PricePast::refuse(quint64 ticket, const QString &why)
{
    if (ticket == m_ticket) {
        show(tr("What it would have cost cannot be told: %1").arg(why));
    }
}

void PricePast::show(const QString &text)
{
    if (text != m_text) {
        m_text = text;
        Q_EMIT changed();
    }
}
