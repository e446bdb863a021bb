// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/api/routes.h"

#include <QSet>
#include <QTest>

using namespace proxy;

class tst_Routes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A path that reaches an upstream is either metered or one of these, known to generate
    /// nothing (vllm-protocol section 1.1). A new route that is neither fails here.
    void metersEveryRouteThatIsNotKnownToBeFree()
    {
        const QSet<QByteArray> generatesNothing{
            "/tokenize", "/detokenize", "/version", "/load", "/v1/messages/count_tokens"};
        int metered = 0;
        for (const Route &route : routes()) {
            if (route.kind == RouteKind::Free) {
                QVERIFY2(generatesNothing.contains(route.path.toByteArray()),
                         route.path.toByteArray());
            }
            metered += route.kind == RouteKind::Metered ? 1 : 0;
            if (route.kind == RouteKind::Own) {
                QVERIFY2(route.own != OwnRoute::None, route.path.toByteArray());
            }
        }
        QCOMPARE(metered, 4);
    }

    void namesEachRouteOnce()
    {
        QSet<QByteArray> seen;
        for (const Route &route : routes()) {
            const QByteArray name = route.method.toByteArray() + ' ' + route.path.toByteArray();
            QVERIFY2(!seen.contains(name), name);
            seen.insert(name);
        }
    }

    void knowsNothingElse_data()
    {
        QTest::addColumn<QByteArray>("path");
        for (const char *path : {"/invocations",
                                 "/generative_scoring",
                                 "/pooling",
                                 "/classify",
                                 "/score",
                                 "/rerank",
                                 "/v1/chat/completions/",
                                 "/v1/chat/completions/batch",
                                 "//v1/chat/completions",
                                 "/V1/chat/completions",
                                 "/v1/chat/completions/render",
                                 "/metrics/",
                                 "/sleep",
                                 "/"}) {
            QTest::newRow(path) << QByteArray(path);
        }
    }
    void knowsNothingElse()
    {
        QFETCH(QByteArray, path);
        const RouteMatch match = findRoute("POST", path);
        QVERIFY(match.route == nullptr);
        QVERIFY(match.allowed.isEmpty());
    }

    void namesTheMethodsOfAPath()
    {
        QCOMPARE(findRoute("PUT", "/api/budget").allowed, QByteArray("GET, POST, DELETE"));
        QCOMPARE(findRoute("GET", "/v1/chat/completions").allowed, QByteArray("POST"));
        QVERIFY(findRoute("DELETE", "/api/budget").route != nullptr);
    }
};

QTEST_APPLESS_MAIN(tst_Routes)
#include "tst_routes.moc"
