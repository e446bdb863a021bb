// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/httpclient.h"
#include "tests/support/program.h"

#include "core/base/money.h"

#include <QJsonArray>
#include <QProcessEnvironment>
#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <optional>

namespace e2e {

/// A model whose input is free and whose output costs one cent a token: every sum can be done in
/// one's head.
inline const QByteArray Cent = "cent";
/// The same with input at a tenth of a cent a token.
inline const QByteArray CentAndMill = "cent-and-mill";
/// A model in nobody's price list.
inline const QByteArray Unpriced = "unpriced";

/// What GET /api/budget says of a scope, to the nano-dollar.
struct Standing
{
    core::Money limit;
    core::Money spent;
    core::Money reserved;
};

/// What a test wants other than usual.
struct SiteWish
{
    QStringList simulation;   ///< further options of vllm-sim
    QByteArray configuration; ///< further sections of capstan.yaml
    QProcessEnvironment environment = test::plainEnvironment();
    /// Before the first start: what is in the ledger already.
    std::function<void(const QString &ledgerFile)> prepare{};
};

/// `capstan --headless` in front of `vllm-sim`, with a data folder of its own: the real programs,
/// over real sockets.
class Site
{
public:
    explicit Site(SiteWish wish = {});

    [[nodiscard]] bool isRunning() const { return m_capstan && m_capstan->isListening(); }
    /// Starts Capstan (again) on the same data; false when it does not listen.
    [[nodiscard]] bool start();
    /// SIGTERM: its exit code.
    [[nodiscard]] int stop() { return m_capstan->stop(); }

    [[nodiscard]] test::Program &capstan() { return *m_capstan; }
    [[nodiscard]] test::Program &simulation() { return m_simulation; }
    [[nodiscard]] quint16 port() const { return m_capstan->port(); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QString ledgerFile() const;
    [[nodiscard]] QStringList arguments() const; ///< of Capstan

    [[nodiscard]] test::Answer get(const QByteArray &path);
    [[nodiscard]] test::Answer
    post(const QByteArray &path, const QByteArray &body, const QByteArray &headers = {});
    [[nodiscard]] test::Answer chat(const QByteArray &body, const QByteArray &tenant = "acme");

    /// A cap for a scope through POST /api/budget; false when that is refused.
    [[nodiscard]] bool cap(const QByteArray &scope, const QByteArray &dollars);
    /// Any budget through POST /api/admin/budgets.
    [[nodiscard]] bool setBudget(const QByteArray &json);
    [[nodiscard]] std::optional<Standing> standing(const QByteArray &scope);

    /// /sim/requests, the newest last; optionally of one id only.
    [[nodiscard]] QJsonArray seenRequests(const QByteArray &id = {});
    [[nodiscard]] QJsonObject seenCounters();

private:
    QTemporaryDir m_folder;
    SiteWish m_wish;
    test::Program m_simulation;
    std::unique_ptr<test::Program> m_capstan;
};

/// The dollars of a member of a JSON object, exactly as they are written there.
[[nodiscard]] core::Money moneyIn(const QByteArray &json, QByteArrayView member);
[[nodiscard]] std::optional<Standing> readStanding(const test::Answer &answer);

/// The body of a chat: one user message, and more members, each with its comma.
[[nodiscard]] QByteArray
chatBody(const QByteArray &content, const QByteArray &more = {}, const QByteArray &model = Cent);
inline const QByteArray Streamed = R"("stream":true,)";
inline const QByteArray StreamedWithUsage =
    R"("stream":true,"stream_options":{"include_usage":true},)";

/// The lines of the headers that say who pays.
[[nodiscard]] QByteArray
payer(const QByteArray &tenant, const QByteArray &agent = {}, const QByteArray &user = {});

/// Whether the long run was asked for: tests/run --long.
[[nodiscard]] bool isLongRun();

} // namespace e2e
