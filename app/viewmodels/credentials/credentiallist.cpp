// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/credentials/credentiallist.h"

using namespace Qt::StringLiterals;
using core::CredentialSource;
using core::CredentialState;

namespace {
QString sourceText(const core::CredentialStanding &standing)
{
    switch (standing.source.value_or(CredentialSource::Keychain)) {
    case CredentialSource::Environment:
        return u"Set by %1"_s.arg(QString::fromUtf8(standing.variable));
    case CredentialSource::Session:
        return u"Set until Capstan is closed"_s;
    case CredentialSource::Keychain:
        break;
    }
    return u"Set, from the keychain"_s;
}

QString stateText(const core::CredentialStanding &standing)
{
    switch (standing.state) {
    case CredentialState::NotSet:
        return u"Not set"_s;
    case CredentialState::Pending:
        return u"Asking the keychain"_s;
    case CredentialState::Set:
        return sourceText(standing);
    case CredentialState::Locked:
        return u"The keychain does not give it"_s;
    case CredentialState::Missing:
        return u"Kept in a keychain that is not there"_s;
    }
    return {};
}
} // namespace

QVariant CredentialList::present(const CredentialFacts &facts) const
{
    const core::CredentialStanding &standing = facts.standing;
    const bool isSet = standing.state == CredentialState::Set;
    const bool isGiven = standing.source == CredentialSource::Environment;
    CredentialRow row;
    row.name = QString::fromUtf8(standing.name);
    row.purpose = standing.purpose;
    row.stateText = stateText(standing);
    row.variable = QString::fromUtf8(standing.variable);
    row.isSet = isSet;
    row.hasTrouble =
        standing.state == CredentialState::Locked || standing.state == CredentialState::Missing;
    row.canChange = !isGiven;
    row.canRemove = isSet && !isGiven;
    return QVariant::fromValue(row);
}

void CredentialList::apply(const std::vector<core::CredentialStanding> &standings,
                           const core::KeychainTrouble &trouble)
{
    std::vector<CredentialFacts> facts;
    facts.reserve(standings.size());
    for (const core::CredentialStanding &standing : standings) {
        facts.push_back({standing});
    }
    synchronise(std::move(facts));
    if (trouble != m_trouble) {
        m_trouble = trouble;
        Q_EMIT troubleChanged();
    }
}

void CredentialList::set(int row, const QString &secret)
{
    if (has(row)) {
        Q_EMIT setRequested(at(row).key(), core::Secret(secret.toUtf8()));
    }
}

void CredentialList::setForThisRun(int row, const QString &secret)
{
    if (has(row)) {
        Q_EMIT setForThisRunRequested(at(row).key(), core::Secret(secret.toUtf8()));
    }
}

void CredentialList::remove(int row)
{
    if (has(row)) {
        Q_EMIT removalRequested(at(row).key());
    }
}

void CredentialList::askAgain()
{
    Q_EMIT askAgainRequested();
}
