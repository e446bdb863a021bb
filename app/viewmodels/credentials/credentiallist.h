// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/rowlistmodel.h"
#include "core/base/secret.h"
#include "core/credentials/credentialstanding.h"

#include <QtQml/qqmlregistration.h>

/// One secret as the settings page shows it; never the secret itself.
struct CredentialRow
{
    Q_GADGET
    QML_VALUE_TYPE(credentialRow)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString purpose MEMBER purpose)     ///< "Langfuse secret key"
    Q_PROPERTY(QString stateText MEMBER stateText) ///< "Set, from the keychain"
    Q_PROPERTY(QString variable MEMBER variable)   ///< the environment variable; may be empty
    Q_PROPERTY(bool isSet MEMBER isSet)
    Q_PROPERTY(bool hasTrouble MEMBER hasTrouble) ///< kept, but not to be had now
    Q_PROPERTY(bool canChange MEMBER canChange) ///< one from the environment can't be changed here
    Q_PROPERTY(bool canRemove MEMBER canRemove)
    Q_PROPERTY(bool canBeMade MEMBER canBeMade) ///< Capstan's own: any random text will do

public:
    QString name;
    QString purpose;
    QString stateText;
    QString variable;
    bool isSet = false;
    bool hasTrouble = false;
    bool canChange = false;
    bool canRemove = false;
    bool canBeMade = false;
    friend bool operator==(const CredentialRow &, const CredentialRow &) = default;
};

struct CredentialFacts
{
    core::CredentialStanding standing;

    [[nodiscard]] QByteArray key() const { return standing.name; }
    friend bool operator==(const CredentialFacts &, const CredentialFacts &) = default;
};

/// The secrets, whether each is set and where from, and what is wrong with the keychain. What is
/// typed goes out with the wish and is kept nowhere here.
class CredentialList : public RowListModel<CredentialFacts>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ControlCentre")
    Q_PROPERTY(QString trouble READ trouble NOTIFY troubleChanged FINAL) ///< empty: none
    Q_PROPERTY(QString remedy READ remedy NOTIFY troubleChanged FINAL)
    /// Why the last change was not made; empty after one that was.
    Q_PROPERTY(QString errorText READ errorText NOTIFY errorTextChanged FINAL)

public:
    using RowListModel::RowListModel;

    void apply(const std::vector<core::CredentialStanding> &standings,
               const core::KeychainTrouble &trouble);

    [[nodiscard]] const QString &trouble() const { return m_trouble.message; }
    [[nodiscard]] const QString &remedy() const { return m_trouble.remedy; }

    [[nodiscard]] const QString &errorText() const { return m_error; }
    void setError(const QString &error);

    /// 256 random bits as text, for a token that Capstan itself asks for.
    [[nodiscard]] Q_INVOKABLE static QString makeToken();
    /// Sets or replaces the secret of that name, in the keychain. By name, as the list may change
    /// while a person is asked.
    Q_INVOKABLE void set(const QString &name, const QString &secret);
    /// The same until Capstan is closed: the way out where there is no keychain.
    Q_INVOKABLE void setForThisRun(const QString &name, const QString &secret);
    Q_INVOKABLE void remove(const QString &name);
    Q_INVOKABLE void askAgain(); ///< the keychain was unlocked

Q_SIGNALS:
    void troubleChanged();
    void errorTextChanged();
    void setRequested(const QByteArray &name, const core::Secret &secret);
    void setForThisRunRequested(const QByteArray &name, const core::Secret &secret);
    void removalRequested(const QByteArray &name);
    void askAgainRequested();

private:
    [[nodiscard]] QVariant present(const CredentialFacts &facts) const override;

    core::KeychainTrouble m_trouble;
    QString m_error;
};
