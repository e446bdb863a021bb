// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/credentials/credentiallist.h"

#include <QSignalSpy>
#include <QTest>

using core::CredentialSource;
using core::CredentialState;
using namespace Qt::StringLiterals;

namespace {
std::vector<core::CredentialStanding> four()
{
    return {{"admin-token", "CAPSTAN_ADMIN_TOKEN", u"Admin token"_s, CredentialState::NotSet, {}},
            {"provider/vllm", {}, u"API key"_s, CredentialState::Set, CredentialSource::Keychain},
            {"helicone-api-key",
             "HELICONE_API_KEY",
             u"Helicone"_s,
             CredentialState::Set,
             CredentialSource::Environment},
            {"webhook-url", {}, u"Webhook"_s, CredentialState::Locked, {}}};
}

CredentialRow rowOf(const CredentialList &list, int row)
{
    return list.data(list.index(row), Qt::UserRole).value<CredentialRow>();
}
} // namespace

class TestCredentialList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsStateAndSourceOfEach()
    {
        CredentialList list;
        list.apply(four(), {});
        QCOMPARE(list.rowCount(), 4);
        QCOMPARE(rowOf(list, 0).stateText, u"Not set"_s);
        QVERIFY(!rowOf(list, 0).canRemove);
        QCOMPARE(rowOf(list, 1).stateText, u"Set, from the keychain"_s);
        QVERIFY(rowOf(list, 1).canRemove);
        QCOMPARE(rowOf(list, 2).stateText, u"Set by HELICONE_API_KEY"_s);
        QVERIFY(!rowOf(list, 2).canChange);
        QVERIFY(rowOf(list, 3).hasTrouble);
    }

    void changesOneRowInPlace()
    {
        CredentialList list;
        list.apply(four(), {});
        QSignalSpy changed(&list, &CredentialList::dataChanged);
        QSignalSpy reset(&list, &CredentialList::modelReset);
        auto standings = four();
        standings[0].state = CredentialState::Set;
        standings[0].source = CredentialSource::Session;
        list.apply(standings, {});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(rowOf(list, 0).stateText, u"Set until Capstan is closed"_s);
    }

    void saysWhatIsWrongWithTheKeychainOnce()
    {
        CredentialList list;
        QSignalSpy trouble(&list, &CredentialList::troubleChanged);
        list.apply(four(), {u"Locked."_s, u"Unlock it."_s});
        list.apply(four(), {u"Locked."_s, u"Unlock it."_s});
        QCOMPARE(trouble.count(), 1);
        QCOMPARE(list.trouble(), u"Locked."_s);
        QCOMPARE(list.remedy(), u"Unlock it."_s);
    }

    void passesWishesOnAndKeepsNoSecret()
    {
        CredentialList list;
        list.apply(four(), {});
        QByteArray told;
        connect(&list,
                &CredentialList::setRequested,
                this,
                [&told](const QByteArray &name, const core::Secret &secret) {
                    told = name + '=' + secret.expose();
                });
        QSignalSpy removed(&list, &CredentialList::removalRequested);
        list.set(u"provider/vllm"_s, u"new"_s);
        QCOMPARE(told, "provider/vllm=new"_ba);
        list.remove(u"provider/vllm"_s);
        QCOMPARE(removed.count(), 1);
        QCOMPARE(removed.at(0).at(0).toByteArray(), "provider/vllm"_ba);
    }
};

QTEST_GUILESS_MAIN(TestCredentialList)
#include "tst_credentiallist.moc"
