// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/credentials/credential.h"
#include "core/credentials/credentialname.h"

#include <QTest>

#include <set>
#include <thread>

using core::Credential;
using core::CredentialBox;
using core::CredentialSource;
using core::Secret;

class TestCredentialBox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void usesTheEnvironmentBeforeTheSessionAndThatBeforeTheKeychain()
    {
        CredentialBox box;
        QVERIFY(!box.find("admin-token").isSet());
        box.put("admin-token", CredentialSource::Keychain, Secret("kept"));
        QCOMPARE(box.find("admin-token").expose(), "kept");
        box.put("admin-token", CredentialSource::Session, Secret("typed"));
        QCOMPARE(box.find("admin-token").expose(), "typed");
        box.put("admin-token", CredentialSource::Environment, Secret("given"));
        QCOMPARE(box.find("admin-token").expose(), "given");
        QVERIFY(box.has("admin-token", CredentialSource::Keychain));
        box.put("admin-token", CredentialSource::Environment, Secret());
        box.put("admin-token", CredentialSource::Session, Secret());
        QCOMPARE(box.find("admin-token").expose(), "kept");
    }

    void tellsOfChangesOnlyAndOnlyWhoStillListens()
    {
        CredentialBox box;
        std::vector<QByteArray> told;
        auto subscription = box.onChange([&told](const QByteArray &name) { told.push_back(name); });
        box.put("a", CredentialSource::Keychain, Secret("1"));
        box.put("a", CredentialSource::Keychain, Secret("1")); // the same
        box.put("a", CredentialSource::Environment, Secret("2"));
        box.put("a", CredentialSource::Keychain, Secret("3")); // hidden by the environment
        QCOMPARE(told, (std::vector<QByteArray>{"a", "a"}));
        subscription.reset();
        box.put("b", CredentialSource::Session, Secret("4"));
        QCOMPARE(told.size(), std::size_t(2));
    }

    void givesTheRotatedSecretToWhoeverHoldsAnOldCredential()
    {
        const auto box = std::make_shared<CredentialBox>();
        const Credential key(box, core::credentials::ofProvider("vllm"));
        QVERIFY(!key.present().isSet());
        box->put("provider/vllm", CredentialSource::Keychain, Secret("old"));
        QCOMPARE(key.present().expose(), "old");
        box->put("provider/vllm", CredentialSource::Keychain, Secret("new"));
        QCOMPARE(key.present().expose(), "new");
        QCOMPARE(Credential(Secret("fixed")).present().expose(), "fixed");
        QVERIFY(!Credential().present().isSet());
    }

    void mayBeAskedWhileAnotherThreadRotates()
    {
        const auto box = std::make_shared<CredentialBox>();
        box->put("a", CredentialSource::Keychain, Secret("0"));
        std::thread writer([box] {
            for (int i = 1; i <= 10'000; ++i) {
                box->put("a", CredentialSource::Keychain, Secret(QByteArray::number(i)));
            }
        });
        int latest = 0;
        bool rises = true;
        while (latest < 10'000 && rises) {
            const int seen = box->find("a").expose().toInt();
            rises = seen >= latest;
            latest = seen;
        }
        writer.join();
        QVERIFY(rises);
    }

    void knowsWhatIsKeptAndNotGiven()
    {
        const auto box = std::make_shared<CredentialBox>();
        const core::Credential token(box, "admin-token");
        QVERIFY(!token.isMissing()); // nobody ever set one
        box->expect("admin-token", true);
        QVERIFY(token.isMissing());
        box->put("admin-token", CredentialSource::Keychain, Secret("x"));
        QVERIFY(!token.isMissing());
        box->put("admin-token", CredentialSource::Keychain, Secret());
        QVERIFY(token.isMissing());
        box->expect("admin-token", false);
        QVERIFY(!token.isMissing());
    }

    void namesEachKindOnceWithAVariableOfItsOwn()
    {
        std::set<QByteArray> names;
        std::set<QByteArray> variables;
        for (const core::CredentialKind &kind : core::credentialKinds()) {
            QVERIFY2(core::credentials::isName(kind.name), kind.name.constData());
            names.insert(kind.name);
            variables.insert(kind.variable);
        }
        QCOMPARE(names.size(), core::credentialKinds().size());
        QCOMPARE(variables.size(), core::credentialKinds().size());
        QVERIFY(core::credentials::isName("provider/openai"));
        QVERIFY(!core::credentials::isName(""));
        QVERIFY(!core::credentials::isName("../../etc"));
        QVERIFY(!core::credentials::isName("a b"));
    }
};

QTEST_APPLESS_MAIN(TestCredentialBox)
#include "tst_credentialbox.moc"
