// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "site.h"

#include "core/base/jsontext.h"

#include <QFile>

namespace e2e {
using namespace Qt::StringLiterals;

namespace {

const QByteArray Models = R"(
models:
  cent: { provider: vllm, physical_name: cent, price: { input: 0, output: 10000 } }
  cent-and-mill:
    provider: vllm
    physical_name: cent-and-mill
    price: { input: 1000, output: 10000 }
)";

QStringList simulationArguments(const QStringList &more)
{
    // keep-alive: an idle connection that Capstan keeps shall not be closed in the middle of a
    // test.
    QStringList arguments{u"--port"_s, u"0"_s, u"--keep-alive"_s, u"0"_s};
    for (const QByteArray &model : {Cent, CentAndMill, Unpriced}) {
        arguments << u"--model"_s << QString::fromLatin1(model);
    }
    return arguments + more;
}

} // namespace

Site::Site(SiteWish wish)
    : m_wish(std::move(wish))
    , m_simulation(u"vllm-sim"_s, simulationArguments(m_wish.simulation))
{
    QFile file(m_folder.filePath(u"capstan.yaml"_s));
    if (file.open(QIODevice::WriteOnly)) {
        file.write(Models + m_wish.configuration);
    }
    file.close();
    if (m_wish.prepare) {
        m_wish.prepare(ledgerFile());
    }
    if (m_simulation.isListening()) {
        (void)start(); // isRunning() tells
    }
}

QStringList Site::arguments() const
{
    return {u"--headless"_s,
            u"--port"_s,
            u"0"_s,
            u"--data-dir"_s,
            m_folder.filePath(u"data"_s),
            u"--upstream"_s,
            u"http://127.0.0.1:%1/v1"_s.arg(m_simulation.port()),
            u"--config"_s,
            m_folder.filePath(u"capstan.yaml"_s)};
}

bool Site::start()
{
    m_capstan.reset();
    m_capstan = std::make_unique<test::Program>(u"capstan"_s, arguments(), m_wish.environment);
    return m_capstan->isListening();
}

QString Site::ledgerFile() const
{
    return m_folder.filePath(u"data/ledger.db"_s);
}

test::Answer Site::get(const QByteArray &path)
{
    return test::HttpClient(port()).get(path);
}

test::Answer Site::post(const QByteArray &path, const QByteArray &body, const QByteArray &headers)
{
    return test::HttpClient(port()).post(path, body, headers);
}

test::Answer Site::chat(const QByteArray &body, const QByteArray &tenant)
{
    return post("/v1/chat/completions", body, payer(tenant));
}

bool Site::cap(const QByteArray &scope, const QByteArray &dollars)
{
    const QByteArray body = R"({"scope":")" + scope + R"(","limit":)" + dollars + '}';
    return post("/api/budget", body).status() == 201;
}

bool Site::setBudget(const QByteArray &json)
{
    return post("/api/admin/budgets", json).status() == 201;
}

std::optional<Standing> Site::standing(const QByteArray &scope)
{
    return readStanding(get("/api/budget?scope=" + scope));
}

QJsonArray Site::seenRequests(const QByteArray &id)
{
    const QByteArray query = id.isEmpty() ? QByteArray() : "?id=" + id;
    return test::HttpClient(m_simulation.port())
        .get("/sim/requests" + query)
        .json()["requests"_L1]
        .toArray();
}

QJsonObject Site::seenCounters()
{
    return test::HttpClient(m_simulation.port()).get("/sim/counters").json();
}

core::Money moneyIn(const QByteArray &json, QByteArrayView member)
{
    const auto found = core::findMember(json, member);
    if (!found) {
        return core::Money::maximum();
    }
    const auto money = core::Money::parse(found->value(json));
    return money.ok() ? *money : core::Money::maximum();
}

std::optional<Standing> readStanding(const test::Answer &answer)
{
    if (answer.status() != 200) {
        return std::nullopt;
    }
    const QByteArray &json = answer.body();
    return Standing{moneyIn(json, "limit"), moneyIn(json, "spent"), moneyIn(json, "reserved")};
}

QByteArray chatBody(const QByteArray &content, const QByteArray &more, const QByteArray &model)
{
    return R"({"model":")" + model + R"(",)" + more + R"("messages":[{"role":"user","content":")" +
           content + R"("}]})";
}

QByteArray payer(const QByteArray &tenant, const QByteArray &agent, const QByteArray &user)
{
    QByteArray lines = "x-tenant-id: " + tenant + "\r\n";
    if (!agent.isEmpty()) {
        lines += "x-agent-id: " + agent + "\r\n";
    }
    if (!user.isEmpty()) {
        lines += "x-user-id: " + user + "\r\n";
    }
    return lines;
}

bool isLongRun()
{
    return qEnvironmentVariableIsSet("CAPSTAN_LONG_TESTS") ||
           qEnvironmentVariableIsSet("CAPSTAN_LONG");
}

} // namespace e2e
