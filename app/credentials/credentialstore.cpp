// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/credentialstore.h"

#include "app/credentials/keychaintrouble.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace app {
using namespace Qt::StringLiterals;
using core::CredentialSource;
using core::CredentialState;
using core::Secret;

namespace {
/// Windows keeps 2560 bytes; tokens have a few hundred.
constexpr qsizetype LongestSecret = 2'000;
constexpr std::chrono::milliseconds SettleTime{100};
/// A session's keychain is often unlocked some moments after its programs start.
constexpr std::chrono::seconds RetryInterval{10};
constexpr int MostRetries = 30;

core::Error errorOf(KeychainAnswer answer, const QString &detail)
{
    const core::KeychainTrouble trouble = troubleOf(answer, detail);
    return {core::ErrorCode::Unavailable, trouble.message, trouble.remedy};
}
} // namespace

CredentialStore::CredentialStore(std::shared_ptr<core::CredentialBox> box,
                                 std::unique_ptr<Keychain> keychain,
                                 const QString &indexFile,
                                 QObject *parent)
    : QObject(parent)
    , m_box(std::move(box))
    , m_keychain(std::move(keychain))
    , m_index(indexFile)
    , m_kinds(core::credentialKinds())
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(SettleTime);
    m_retry.setSingleShot(true);
    m_retry.setInterval(RetryInterval);
    connect(&m_settle, &QTimer::timeout, this, &CredentialStore::load);
    connect(&m_retry, &QTimer::timeout, this, &CredentialStore::load);
    connect(
        &m_watcher, &QFileSystemWatcher::directoryChanged, &m_settle, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_settle, qOverload<>(&QTimer::start));
    watchIndex();
}

/// The folder, too: the file is replaced as a whole when it is written.
void CredentialStore::watchIndex()
{
    const QFileInfo file(m_index.file());
    QDir().mkpath(file.absolutePath());
    for (const QString &path : {file.absolutePath(), file.absoluteFilePath()}) {
        if (QFileInfo::exists(path) && !m_watcher.files().contains(path) &&
            !m_watcher.directories().contains(path)) {
            m_watcher.addPath(path);
        }
    }
}

void CredentialStore::addKinds(const std::vector<core::CredentialKind> &kinds)
{
    m_kinds.insert(m_kinds.end(), kinds.begin(), kinds.end());
}

void CredentialStore::expectKept()
{
    for (const QByteArray &name : m_index.names()) {
        m_box->expect(name, true);
    }
}

void CredentialStore::load()
{
    watchIndex();
    expectKept();
    m_toRead = m_index.names();
    for (auto it = m_kept.begin(); it != m_kept.end();) {
        if (m_toRead.contains(it.key())) {
            ++it;
        } else { // another Capstan removed it
            m_box->put(it.key(), CredentialSource::Keychain, Secret());
            m_box->expect(it.key(), false);
            it = m_kept.erase(it);
        }
    }
    for (const QByteArray &name : std::as_const(m_toRead)) {
        if (m_kept.value(name, CredentialState::NotSet) != CredentialState::Set) {
            m_kept[name] = CredentialState::Pending;
        }
    }
    m_lastAnswer = KeychainAnswer::Done;
    if (!m_isReading) {
        m_isReading = true;
        readNext();
    }
}

void CredentialStore::readNext()
{
    if (m_toRead.isEmpty()) {
        m_isReading = false;
        Q_EMIT changed();
        Q_EMIT loaded();
        return;
    }
    const QByteArray name = m_toRead.takeFirst();
    m_keychain->read(name, [this, name](const KeychainReply &reply) {
        took(name, reply);
        readNext();
    });
}

void CredentialStore::took(const QByteArray &name, const KeychainReply &reply)
{
    note(reply.answer, reply.detail);
    if (reply.answer == KeychainAnswer::Done) {
        m_kept[name] = CredentialState::Set;
        m_box->put(name, CredentialSource::Keychain, reply.secret);
        return;
    }
    // What was read before stays in use: a keychain that was locked again takes nothing back.
    if (m_box->has(name, CredentialSource::Keychain)) {
        m_kept[name] = CredentialState::Set;
        return;
    }
    m_kept[name] = reply.answer == KeychainAnswer::Missing ? CredentialState::Missing
                                                           : CredentialState::Locked;
    if (m_retries < MostRetries && !m_retry.isActive()) {
        ++m_retries;
        m_retry.start();
    }
}

void CredentialStore::note(KeychainAnswer answer, const QString &detail)
{
    if (answer != KeychainAnswer::Done) {
        m_lastAnswer = answer;
        m_lastDetail = detail;
    }
}

core::Outcome CredentialStore::check(const QByteArray &name, const Secret &secret) const
{
    const QByteArray &text = secret.expose();
    if (!core::credentials::isName(name)) {
        return core::Error{core::ErrorCode::InvalidInput,
                           u"That is no name of a secret."_s,
                           u"capstan credential list shows the names."_s};
    }
    const auto isControl = [](char c) {
        return static_cast<unsigned char>(c) < ' ' || c == 127;
    };
    if (text.isEmpty() || text.size() > LongestSecret || std::ranges::any_of(text, isControl)) {
        return core::Error{core::ErrorCode::InvalidInput,
                           u"That is no usable secret."_s,
                           u"Give one line of text with 1 to 2000 bytes."_s};
    }
    return core::Done{};
}

void CredentialStore::keep(const QByteArray &name, const Secret &secret, const Answer &answer)
{
    if (const core::Outcome sound = check(name, secret); !sound.ok()) {
        answer(sound);
        return;
    }
    m_keychain->write(name, secret, [this, name, secret, answer](const KeychainReply &reply) {
        note(reply.answer, reply.detail);
        if (reply.answer != KeychainAnswer::Done) {
            Q_EMIT changed();
            answer(errorOf(reply.answer, reply.detail));
            return;
        }
        m_lastAnswer = KeychainAnswer::Done;
        m_kept[name] = CredentialState::Set;
        m_box->put(name, CredentialSource::Session, Secret()); // the newer one is the kept one
        m_box->put(name, CredentialSource::Keychain, secret);
        const bool listed = m_index.add(name);
        Q_EMIT changed();
        answer(listed ? core::Outcome(core::Done{})
                      : core::Error{
                            core::ErrorCode::Unavailable,
                            u"The secret is kept, but %1 cannot be written."_s.arg(m_index.file()),
                            u"Give this user permission to write it, and set it again: "
                            "the next start would not look for it."_s});
    });
}

core::Outcome CredentialStore::holdForThisRun(const QByteArray &name, const Secret &secret)
{
    core::Outcome sound = check(name, secret);
    if (sound.ok()) {
        m_box->put(name, CredentialSource::Session, secret);
        Q_EMIT changed();
    }
    return sound;
}

void CredentialStore::remove(const QByteArray &name, const Answer &answer)
{
    m_box->put(name, CredentialSource::Session, Secret());
    if (!m_index.names().contains(name)) {
        Q_EMIT changed();
        answer(core::Done{}); // nothing of ours is in the keychain
        return;
    }
    // Deleting in a locked keychain "succeeds" and leaves the entry there.
    if (!m_box->has(name, CredentialSource::Keychain)) {
        Q_EMIT changed();
        answer(errorOf(m_lastAnswer == KeychainAnswer::Done ? KeychainAnswer::Locked : m_lastAnswer,
                       m_lastDetail));
        return;
    }
    m_keychain->remove(name, [this, name, answer](const KeychainReply &reply) {
        note(reply.answer, reply.detail);
        const bool gone =
            reply.answer == KeychainAnswer::Done || reply.answer == KeychainAnswer::NotFound;
        if (gone && m_index.remove(name)) {
            m_lastAnswer = KeychainAnswer::Done;
            m_kept.remove(name);
            m_box->put(name, CredentialSource::Keychain, Secret());
            m_box->expect(name, false);
        }
        Q_EMIT changed();
        answer(gone ? core::Outcome(core::Done{}) : errorOf(reply.answer, reply.detail));
    });
}

CredentialState CredentialStore::stateOf(const QByteArray &name) const
{
    return m_box->find(name).isSet() ? CredentialState::Set
                                     : m_kept.value(name, CredentialState::NotSet);
}

std::vector<core::CredentialStanding> CredentialStore::standings() const
{
    std::vector<core::CredentialKind> kinds = m_kinds;
    for (auto it = m_kept.cbegin(); it != m_kept.cend(); ++it) {
        if (std::ranges::find(kinds, it.key(), &core::CredentialKind::name) == kinds.end()) {
            kinds.push_back({it.key(), {}, QString::fromUtf8(it.key())});
        }
    }
    std::vector<core::CredentialStanding> list;
    for (const core::CredentialKind &kind : kinds) {
        core::CredentialStanding standing{
            kind.name, kind.variable, kind.purpose, stateOf(kind.name), {}};
        for (const auto source : {CredentialSource::Environment,
                                  CredentialSource::Session,
                                  CredentialSource::Keychain}) {
            if (!standing.source && m_box->has(kind.name, source)) {
                standing.source = source;
            }
        }
        list.push_back(standing);
    }
    return list;
}

core::KeychainTrouble CredentialStore::trouble() const
{
    return troubleOf(m_lastAnswer, m_lastDetail);
}

} // namespace app
