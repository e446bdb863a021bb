// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"

#include <QByteArray>
#include <QHash>
#include <QSet>

#include <array>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace core {

/// Where a secret came from. Of several, the first in this order is used: who starts Capstan with
/// a variable set wants that value for this run, as with every other setting; what was typed for
/// this run only goes before what the keychain has kept.
enum class CredentialSource : quint8 { Environment, Session, Keychain };

/// The secrets of this run, by name (credentialname.h). Every method may be called from any
/// thread. Nothing here is ever written anywhere; the box dies with the process.
class CredentialBox
{
public:
    /// The secret to use now; not set when there is none.
    [[nodiscard]] Secret find(const QByteArray &name) const;
    [[nodiscard]] bool has(const QByteArray &name, CredentialSource source) const;

    /// Puts, replaces, or with an unset secret takes away what one source says. Listeners are
    /// called, in this thread, when the secret to use has become another.
    void put(const QByteArray &name, CredentialSource source, Secret secret);

    /// Says that the owner has kept this one somewhere, so that without it nothing is open that it
    /// closes; or that it is kept no more.
    void expect(const QByteArray &name, bool isKept);
    /// It is kept, and not there: the keychain is locked, is gone, or has not answered yet.
    [[nodiscard]] bool isMissing(const QByteArray &name) const;

    /// Told the name of each secret that changed, in the thread that changed it: pass it on to
    /// your own. Ends when the returned handle is gone; it may outlive the box.
    using Listener = std::function<void(const QByteArray &name)>;
    using Subscription = std::shared_ptr<void>;
    [[nodiscard]] Subscription onChange(Listener listener);

private:
    static constexpr std::size_t Sources = 3;
    using Values = std::array<Secret, Sources>;
    [[nodiscard]] static Secret chosen(const Values &values);
    [[nodiscard]] std::vector<std::shared_ptr<Listener>> listeners();

    mutable std::mutex m_mutex; ///< guards what follows; not held while listeners run
    QHash<QByteArray, Values> m_values;
    QSet<QByteArray> m_expected;
    std::vector<std::weak_ptr<Listener>> m_listeners;
};

} // namespace core
