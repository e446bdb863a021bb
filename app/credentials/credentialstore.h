// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/credentialindex.h"
#include "app/credentials/keychain.h"
#include "core/base/result.h"
#include "core/credentials/credentialname.h"
#include "core/credentials/credentialstanding.h"

#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace app {

/// The one class between the secrets of this run (core::CredentialBox) and the keychain: reads
/// what is kept there at the start and whenever another Capstan (the command line) changes it,
/// writes what the owner sets. Never blocks. Main thread.
///
/// Failure: a secret that is kept but not given leaves its state Locked or Missing and trouble()
/// with a sentence and a way out; it is asked for again now and then for the first minutes.
class CredentialStore : public QObject
{
    Q_OBJECT

public:
    CredentialStore(std::shared_ptr<core::CredentialBox> box,
                    std::unique_ptr<Keychain> keychain,
                    const QString &indexFile = CredentialIndex::standardFile(),
                    QObject *parent = nullptr);

    /// Secrets beside the fixed kinds: the upstreams' keys.
    void addKinds(const std::vector<core::CredentialKind> &kinds);
    /// Tells the box what is kept, so that until the keychain has given it nothing is open.
    void expectKept();
    /// Asks the keychain for everything the index names; loaded() once all have answered.
    void load();

    using Answer = std::function<void(const core::Outcome &)>;
    /// Keeps a secret in the keychain. One line of text, at most 2000 bytes.
    void keep(const QByteArray &name, const core::Secret &secret, const Answer &answer);
    /// For this run only: what the owner may choose where there is no keychain.
    [[nodiscard]] core::Outcome holdForThisRun(const QByteArray &name, const core::Secret &secret);
    /// From the keychain and this run. Of one from the environment nothing can be removed.
    void remove(const QByteArray &name, const Answer &answer);

    [[nodiscard]] std::vector<core::CredentialStanding> standings() const;
    [[nodiscard]] core::KeychainTrouble trouble() const;

Q_SIGNALS:
    void changed(); ///< standings() or trouble()
    void loaded();

private:
    void readNext();
    void took(const QByteArray &name, const KeychainReply &reply);
    void watchIndex();
    [[nodiscard]] core::Outcome check(const QByteArray &name, const core::Secret &secret) const;
    [[nodiscard]] core::CredentialState stateOf(const QByteArray &name) const;
    void note(KeychainAnswer answer, const QString &detail);

    std::shared_ptr<core::CredentialBox> m_box;
    std::unique_ptr<Keychain> m_keychain;
    CredentialIndex m_index;
    std::vector<core::CredentialKind> m_kinds;
    QByteArrayList m_toRead;
    bool m_isReading = false;
    QHash<QByteArray, core::CredentialState> m_kept; ///< of what the index names
    KeychainAnswer m_lastAnswer = KeychainAnswer::Done;
    QString m_lastDetail;
    QFileSystemWatcher m_watcher;
    QTimer m_settle; ///< one look for the several notices that one write causes
    QTimer m_retry;
    int m_retries = 0;
};

} // namespace app
