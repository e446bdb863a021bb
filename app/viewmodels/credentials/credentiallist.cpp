// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/credentials/credentiallist.h"

#include "core/credentials/credentialname.h"

#include <QRandomGenerator>

#include <array>

using core::CredentialSource;
using core::CredentialState;

namespace {
/// The purposes that core::credentialKinds() has.
[[maybe_unused]] constexpr std::array Purposes{
    QT_TRANSLATE_NOOP("CredentialList", "Admin token"),
    QT_TRANSLATE_NOOP("CredentialList", "Secret of internal services"),
    QT_TRANSLATE_NOOP("CredentialList", "Langfuse public key"),
    QT_TRANSLATE_NOOP("CredentialList", "Langfuse secret key"),
    QT_TRANSLATE_NOOP("CredentialList", "Helicone API key"),
    QT_TRANSLATE_NOOP("CredentialList", "OpenTelemetry headers"),
    QT_TRANSLATE_NOOP("CredentialList", "Webhook address")};

QString sourceText(const core::CredentialStanding &standing)
{
    switch (standing.source.value_or(CredentialSource::Keychain)) {
    case CredentialSource::Environment:
        return CredentialList::tr("Set by %1").arg(QString::fromUtf8(standing.variable));
    case CredentialSource::Session:
        return CredentialList::tr("Set until Capstan is closed");
    case CredentialSource::Keychain:
        break;
    }
    return CredentialList::tr("Set, from the keychain");
}

QString stateText(const core::CredentialStanding &standing)
{
    switch (standing.state) {
    case CredentialState::NotSet:
        return CredentialList::tr("Not set");
    case CredentialState::Pending:
        return CredentialList::tr("Asking the keychain");
    case CredentialState::Set:
        return sourceText(standing);
    case CredentialState::Locked:
        return CredentialList::tr("The keychain does not give it");
    case CredentialState::Missing:
        return CredentialList::tr("Kept in a keychain that is not there");
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
    row.purpose = tr(standing.purpose.toUtf8().constData()); // others were made in this language
    row.stateText = stateText(standing);
    row.variable = QString::fromUtf8(standing.variable);
    row.isSet = isSet;
    row.hasTrouble =
        standing.state == CredentialState::Locked || standing.state == CredentialState::Missing;
    row.canChange = !isGiven;
    row.canRemove = isSet && !isGiven;
    row.canBeMade = standing.name == core::credentials::AdminToken ||
                    standing.name == core::credentials::InternalSecret;
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
    synchronise(facts);
    if (trouble != m_trouble) {
        m_trouble = trouble;
        Q_EMIT troubleChanged();
    }
}

void CredentialList::setError(const QString &error)
{
    if (error != m_error) {
        m_error = error;
        Q_EMIT errorTextChanged();
    }
}

QString CredentialList::makeToken()
{
    constexpr std::size_t Words = 4; // 256 bits: nobody guesses them
    std::array<quint64, Words> random{};
    QRandomGenerator::system()->fillRange(random.data(), Words);
    const QByteArray bytes(reinterpret_cast<const char *>(random.data()), sizeof random);
    return QString::fromLatin1(
        bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

void CredentialList::set(const QString &name, const QString &secret)
{
    Q_EMIT setRequested(name.toUtf8(), core::Secret(secret.toUtf8()));
}

void CredentialList::setForThisRun(const QString &name, const QString &secret)
{
    Q_EMIT setForThisRunRequested(name.toUtf8(), core::Secret(secret.toUtf8()));
}

void CredentialList::remove(const QString &name)
{
    Q_EMIT removalRequested(name.toUtf8());
}

void CredentialList::askAgain()
{
    Q_EMIT askAgainRequested();
}
