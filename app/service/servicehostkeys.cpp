// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ServiceHost that makes and changes virtual keys.
#include "app/service/servicehost.h"

using namespace Qt::StringLiterals;

namespace app {

namespace {

QString sentence(const core::Error &error)
{
    return error.message + u' ' + error.remedy;
}

} // namespace

void ServiceHost::createKey(quint64 ticket, const core::KeyFacts &facts)
{
    m_service.accounts().createKey(facts, [this, ticket](const core::Result<core::NewKey> &made) {
        const auto tell = [this, ticket, made] {
            if (made.ok()) {
                Q_EMIT keyMade(ticket, made->key.facts.id, made->text);
            } else {
                Q_EMIT keyRefused(ticket, sentence(made.error()));
            }
        };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    });
}

void ServiceHost::changeKey(quint64 ticket, const core::KeyFacts &facts)
{
    m_service.accounts().changeKey(facts, [this, ticket](const core::Outcome &outcome) {
        const auto tell = [this, ticket, outcome] {
            if (outcome.ok()) {
                Q_EMIT keyChanged(ticket);
            } else {
                Q_EMIT keyRefused(ticket, sentence(outcome.error()));
            }
        };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    });
}

void ServiceHost::putKeyBack(const core::KeyFacts &facts)
{
    // Not by its id, which a refused revocation goes by.
    m_service.accounts().changeKey(facts, answerFor(u"Key "_s + QString::fromUtf8(facts.id)));
}

void ServiceHost::revokeKey(const QByteArray &id)
{
    m_service.accounts().revokeKey(id, answerFor(QString::fromUtf8(id)));
}

} // namespace app
