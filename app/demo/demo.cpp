// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demo.h"

#include "app/service/servicehost.h"

#include <QCoreApplication>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimeZone>

#include <utility>

namespace app {

using core::Dimension;

namespace {

constexpr std::chrono::milliseconds Tick{250};
constexpr std::chrono::seconds SimulatorStart{10};
const QByteArray Model = "meta-llama/Llama-3.1-70B-Instruct";

struct Plan
{
    const char *tenant;
    const char *agent;
    int callsPerMinute;
    int tokens;
    qint64 dailyCents; ///< 0: no cap of its own
};
/// Small caps, so that near, full and calm are all to be seen within a minute or two.
constexpr Plan Office[] = {
    {"research", "paper-crawler", 60, 700, 200},
    {"research", "figures", 20, 400, 0},
    {"code-review", "pr-bot", 40, 500, 150},
    {"support-bot", "triage", 50, 300, 200},
    {"evals-nightly", "bench", 30, 400, 25},
    {"docs-search", "answer", 25, 200, 100},
    {"marketing", "drafts", 8, 250, 100},
};

core::Budget dailyBudget(const QByteArray &id, const core::Selector &selector, qint64 cents)
{
    core::Budget budget;
    budget.id = id;
    budget.selector = selector;
    budget.window.kind = core::WindowKind::Day;
    budget.window.zone = QTimeZone::systemTimeZoneId();
    budget.limit = cents * core::Money::NanosPerDollar / 100;
    budget.softMarks = {800'000, 950'000};
    return budget;
}

} // namespace

Demo::Demo(QObject *parent)
    : QObject(parent)
    , m_random(QRandomGenerator::securelySeeded())
{
    m_timer.setInterval(Tick);
    connect(&m_timer, &QTimer::timeout, this, &Demo::tick);
}

Demo::~Demo()
{
    stopTenants();
    m_simulator.terminate();
    m_simulator.waitForFinished(2'000);
}

core::Result<QByteArray> Demo::startUpstream()
{
    const QString program = QCoreApplication::applicationDirPath() + QStringLiteral("/vllm-sim");
    m_simulator.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_simulator.start(program,
                      {QStringLiteral("--port"),
                       QStringLiteral("0"),
                       QStringLiteral("--model"),
                       QString::fromLatin1(Model),
                       QStringLiteral("--tokens-per-second"),
                       QStringLiteral("60")});
    const auto deadline = std::chrono::steady_clock::now() + SimulatorStart;
    while (m_simulator.state() != QProcess::NotRunning || m_simulator.bytesAvailable() > 0) {
        m_simulator.waitForReadyRead(100);
        const QByteArray line = m_simulator.readLine().trimmed();
        if (const qsizetype at = line.indexOf("http://"); at >= 0) {
            return line.mid(at) + "/v1";
        }
        if (std::chrono::steady_clock::now() > deadline) {
            break;
        }
    }
    return core::Error{core::ErrorCode::Unavailable,
                       QStringLiteral("The simulated vLLM (%1) does not start: %2.")
                           .arg(program, m_simulator.errorString()),
                       QStringLiteral("Build it with: cmake --build --preset release.")};
}

core::Price Demo::price()
{
    core::Price price;
    price.model = QString::fromLatin1(Model);
    price.rates = {.input = 2 * core::Money::NanosPerDollar,
                   .cachedInput = core::Money::NanosPerDollar,
                   .cacheWrite = 2 * core::Money::NanosPerDollar,
                   .output = 10 * core::Money::NanosPerDollar};
    price.source = core::PriceSource::Configuration;
    price.sourceText = QStringLiteral("demo");
    return price;
}

void Demo::startTenants(ServiceHost &service, const QString &url)
{
    m_url = url;
    service.setBudget(dailyBudget("demo-all", core::Selector(), 1'000));
    for (const Plan &plan : Office) {
        m_tenants.push_back({plan.tenant,
                             plan.agent,
                             plan.callsPerMinute,
                             plan.tokens,
                             std::make_unique<QNetworkAccessManager>()});
        if (plan.dailyCents > 0) {
            const core::Selector who({core::Selector::Term{Dimension::Tenant, {}, plan.tenant}});
            service.setBudget(dailyBudget(QByteArray("demo-") + plan.tenant, who, plan.dailyCents));
        }
    }
    m_timer.start();
}

void Demo::stopTenants()
{
    m_timer.stop();
    m_tenants.clear();
}

void Demo::tick()
{
    constexpr double TicksPerMinute = std::chrono::minutes(1) / Tick;
    for (const Tenant &tenant : m_tenants) {
        if (m_random.generateDouble() < tenant.callsPerMinute / TicksPerMinute) {
            call(tenant);
        }
    }
}

void Demo::call(const Tenant &tenant)
{
    QNetworkRequest request(QUrl(m_url + QStringLiteral("/v1/chat/completions")));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    request.setRawHeader("X-Tenant-Id", tenant.name);
    request.setRawHeader("X-Agent-Id", tenant.agent);
    const int tokens = tenant.tokens / 2 + static_cast<int>(m_random.bounded(tenant.tokens));
    const QByteArray body =
        R"({"model":")" + Model +
        R"(","stream":true,"max_tokens":2000,"messages":[{"role":"user","content":"[[tokens=)" +
        QByteArray::number(tokens) + R"(]] What is new today?"}]})";
    QNetworkReply *reply = tenant.network->post(request, body);
    connect(reply, &QNetworkReply::readyRead, reply, [reply] { reply->readAll(); });
    connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
}

} // namespace app
