// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/prices/pricepast.h"

#include "app/viewmodels/formatting.h"
#include "app/viewmodels/prices/priceeditor.h"
#include "app/viewmodels/typedmoment.h"

namespace {

/// As long as a person thinks between two digits.
constexpr std::chrono::milliseconds Rest{300};
/// The same reader is asked by the form for new budgets, from 1 on, and about caps, from 2^32.
constexpr quint64 FirstTicket = quint64{2} << 32;
constexpr std::chrono::hours WeekLength{7 * 24};
constexpr std::chrono::hours MonthLength{30 * 24};

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
    askSoon();
}

void PricePast::askSoon()
{
    ++m_ticket; // an answer under way is to another question
    if (m_asked) {
        //: %1 is "Last 7 days"
        show(tr("%1: counting…").arg(ranges().at(m_range)));
        m_pause.start();
    } else {
        m_pause.stop();
        show({});
    }
}

core::Result<core::Span> PricePast::span() const
{
    if (!isTyped()) {
        return core::Span{m_now - (m_range == Week ? WeekLength : MonthLength), m_now};
    }
    const auto from = typedMoment(m_from, m_now, m_zone);
    const auto to = m_to.trimmed().isEmpty() ? std::optional(TypedMoment{m_now, m_now})
                                             : typedMoment(m_to, m_now, m_zone);
    const auto wrong = [](const QString &why) {
        return core::Error{core::ErrorCode::InvalidInput, why, {}};
    };
    if (!from || !to) {
        return wrong(noMoment(from ? m_to : m_from));
    }
    return from->begins < to->ends ? core::Result<core::Span>(core::Span{from->begins, to->ends})
                                   : wrong(tr("It ends before it begins."));
}

void PricePast::ask()
{
    if (!m_asked) {
        return;
    }
    const auto asked = span();
    if (!asked.ok()) {
        show(asked.error().message);
        return;
    }
    core::WhatIfQuestion question;
    question.price = m_asked;
    question.from = asked->begins;
    question.to = asked->ends;
    core::ActivityFilter matching;
    matching.from = question.from;
    matching.to = question.to;
    matching.values = {{core::Dimension::Model, m_asked->model.toUtf8()}};
    Q_EMIT wanted(++m_ticket, question, matching);
}

void PricePast::setNow(core::Time now, const QTimeZone &zone)
{
    m_now = now;
    m_zone = zone;
}

QStringList PricePast::ranges()
{
    return {tr("Last 7 days"), tr("Last 30 days"), tr("From – to")};
}

void PricePast::setRange(int range)
{
    if (range != m_range && range >= Week && range <= Typed) {
        m_range = range;
        Q_EMIT rangeChanged();
        if (isTyped() && m_from.isEmpty()) {
            ++m_ticket;
            m_pause.stop();
            show(m_asked ? tr("From when?") : QString());
        } else {
            askSoon();
        }
    }
}

void PricePast::setFrom(const QString &from)
{
    if (from != m_from) {
        m_from = from;
        Q_EMIT rangeChanged();
        askSoon();
    }
}

void PricePast::setTo(const QString &to)
{
    if (to != m_to) {
        m_to = to;
        Q_EMIT rangeChanged();
        askSoon();
    }
}

void PricePast::take(quint64 ticket, const core::WhatIfAnswer &answer)
{
    if (ticket != m_ticket) {
        return;
    }
    //: %1 is "Last 7 days"
    QString text = tr("%1: %2 spent in all; at this price it would have been %3.")
                       .arg(ranges().at(m_range),
                            formatting::money(answer.spent),
                            formatting::money(answer.wouldSpend));
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
