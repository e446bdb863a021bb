// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/systemkeychain.h"

#include <QTimer>
#include <qt6keychain/keychain.h>

#include <memory>
#include <utility>

namespace app {
using namespace Qt::StringLiterals;

namespace {
constexpr auto Service = "org.capstan.Capstan"_L1;
/// A keychain answers in milliseconds; KWallet takes seconds to start.
constexpr std::chrono::seconds Patience{10};
/// Writing may open a dialogue in which a person types a password.
constexpr std::chrono::seconds PatienceForPeople{120};

/// What libsecret says in words only (tried: QtKeychain 0.13, gnome-keyring 42).
KeychainAnswer fromWords(const QString &words)
{
    if (words.contains("D-Bus"_L1) || words.contains("not provided by any .service"_L1) ||
        words.contains("ServiceUnknown"_L1)) {
        return KeychainAnswer::Missing;
    }
    if (words.contains("Object does not exist"_L1) || words.contains("locked"_L1)) {
        return KeychainAnswer::Locked; // no keyring was ever unlocked in this session
    }
    return KeychainAnswer::Failed;
}

KeychainAnswer answerOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::NoError:
        return KeychainAnswer::Done;
    case QKeychain::EntryNotFound:
        return KeychainAnswer::NotFound;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return KeychainAnswer::Locked;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return KeychainAnswer::Missing;
    default:
        return fromWords(job.errorString());
    }
}

KeychainReply replyOf(const QKeychain::Job &job)
{
    KeychainReply reply{answerOf(job), {}, job.errorString()};
    const auto *read = qobject_cast<const QKeychain::ReadPasswordJob *>(&job);
    if (read != nullptr && reply.answer == KeychainAnswer::Done) {
        reply.secret = core::Secret(read->textData().toUtf8());
    }
    return reply;
}
} // namespace

SystemKeychain::SystemKeychain(QObject *parent)
    : QObject(parent)
{}

void SystemKeychain::read(const QByteArray &name, Callback callback)
{
    start(new QKeychain::ReadPasswordJob(Service), name, Patience, callback);
}

void SystemKeychain::write(const QByteArray &name, const core::Secret &secret, Callback callback)
{
    auto *job = new QKeychain::WritePasswordJob(Service);
    job->setTextData(QString::fromUtf8(secret.expose()));
    start(job, name, PatienceForPeople, callback);
}

void SystemKeychain::remove(const QByteArray &name, Callback callback)
{
    start(new QKeychain::DeletePasswordJob(Service), name, PatienceForPeople, callback);
}

void SystemKeychain::start(QKeychain::Job *job,
                           const QByteArray &name,
                           std::chrono::milliseconds patience,
                           const Callback &callback)
{
    // Without a parent: a job that outlives us must be let end, its executor is the process's own.
    job->setKey(QString::fromUtf8(name));
    job->setInsecureFallback(false);
    const auto answered = std::make_shared<bool>(false);
    const auto stuck = std::make_shared<bool>(false);
    connect(job, &QKeychain::Job::finished, this, [this, answered, stuck, callback](auto *ended) {
        m_stuck -= std::exchange(*stuck, false) ? 1 : 0;
        if (!std::exchange(*answered, true)) { // 0.13 may say it twice
            callback(replyOf(*ended));
        }
    });
    if (m_stuck > 0) {
        patience = std::chrono::milliseconds(0); // it would only wait behind the stuck one
    }
    QTimer::singleShot(patience, this, [this, answered, stuck, callback] {
        if (!std::exchange(*answered, true)) {
            *stuck = true;
            ++m_stuck;
            callback({KeychainAnswer::Unresponsive, {}, u"no answer"_s});
        }
    });
    job->start();
}

} // namespace app
