// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxy/api/routes.h"

#include <QSet>
#include <QTest>

using namespace proxy;

namespace {

enum class Fate { Metered, Free, Own, Absent };

constexpr std::initializer_list<const char *> Metered{"/v1/chat/completions",
                                                      "/v1/completions",
                                                      "/v1/embeddings",
                                                      "/v1/messages",
                                                      "/v1/responses",
                                                      "/rerank",
                                                      "/v1/rerank",
                                                      "/v2/rerank",
                                                      "/score",
                                                      "/v1/score",
                                                      "/pooling",
                                                      "/classify",
                                                      "/v1/audio/transcriptions",
                                                      "/v1/audio/translations"};

} // namespace

class tst_Routes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Every path of vLLM's own list (vllm-protocol section 1.1) and what becomes of it here. A
    /// path that reaches an upstream is metered or known to generate nothing; what is neither is
    /// not answered at all.
    void decidesAboutEveryPathOfTheUpstream_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<Fate>("fate");
        const auto rows =
            [](Fate fate, const char *method, std::initializer_list<const char *> paths) {
                for (const char *path : paths) {
                    QTest::newRow(path) << QByteArray(method) << fate;
                }
            };
        rows(Fate::Metered, "POST", Metered);
        rows(Fate::Free, "POST", {"/tokenize", "/detokenize", "/v1/messages/count_tokens"});
        rows(Fate::Free, "GET", {"/version", "/load"});
        rows(Fate::Own, "GET", {"/v1/models", "/health", "/metrics"});
        // Runs inference under a name that no client needs, or what cannot be bounded.
        rows(Fate::Absent,
             "POST",
             {"/v1/chat/completions/batch",
              "/generative_scoring",
              "/inference/v1/generate",
              "/invocations",
              "/cohere/v2/chat",
              "/v2/embed",
              "/v1/responses/resp_1/cancel"});
        rows(Fate::Absent, "GET", {"/v1/responses/resp_1", "/v1/realtime"});
        // The operator's, or the engine's inside.
        rows(Fate::Absent,
             "POST",
             {"/abort_requests",
              "/v1/chat/completions/render",
              "/v1/completions/render",
              "/v1/chat/completions/derender",
              "/v1/completions/derender",
              "/v1/load_lora_adapter",
              "/v1/unload_lora_adapter",
              "/sleep",
              "/wake_up",
              "/reset_prefix_cache",
              "/reset_mm_cache",
              "/reset_encoder_cache",
              "/collective_rpc",
              "/pause",
              "/resume",
              "/start_profile",
              "/stop_profile",
              "/scale_elastic_ep"});
        rows(Fate::Absent,
             "GET",
             {"/is_sleeping",
              "/server_info",
              "/is_paused",
              "/get_world_size",
              "/is_scaling_elastic_ep",
              "/fault_tolerance/status",
              "/tokenizer_info",
              "/ping",
              "/docs",
              "/redoc",
              "/openapi.json"});
    }
    void decidesAboutEveryPathOfTheUpstream()
    {
        QFETCH(QByteArray, method);
        QFETCH(Fate, fate);
        const Route *route = findRoute(method, QTest::currentDataTag()).route;
        QCOMPARE(route != nullptr, fate != Fate::Absent);
        if (route != nullptr) {
            const RouteKind kind = fate == Fate::Metered ? RouteKind::Metered
                                   : fate == Fate::Free  ? RouteKind::Free
                                                         : RouteKind::Own;
            QCOMPARE(route->kind, kind);
        }
    }

    /// The other way round: a new route that is not on the lists above fails here.
    void metersEveryRouteThatIsNotKnownToBeFree()
    {
        const QSet<QByteArray> generatesNothing{
            "/tokenize", "/detokenize", "/version", "/load", "/v1/messages/count_tokens"};
        QSet<QByteArray> metered;
        for (const Route &route : routes()) {
            if (route.kind == RouteKind::Free) {
                QVERIFY2(generatesNothing.contains(route.path.toByteArray()),
                         route.path.toByteArray());
            }
            if (route.kind == RouteKind::Metered) {
                metered.insert(route.path.toByteArray());
                QVERIFY2(route.asksForKey(), route.path.toByteArray());
            }
            if (route.kind == RouteKind::Own) {
                QVERIFY2(route.own != OwnRoute::None, route.path.toByteArray());
            }
        }
        QCOMPARE(metered, QSet<QByteArray>(Metered.begin(), Metered.end()));
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
        for (const char *path : {"/v1/chat/completions/",
                                 "//v1/chat/completions",
                                 "/V1/chat/completions",
                                 "/v2/score",
                                 "/v1/pooling",
                                 "/metrics/",
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
