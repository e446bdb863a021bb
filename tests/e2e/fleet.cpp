// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet.h"

#include <QFile>
#include <QTest>

namespace e2e {
using namespace Qt::StringLiterals;

Fleet::Fleet(FleetWish wish)
{
    for (std::size_t i = 0; i < wish.simulations.size(); ++i) {
        m_simulations.push_back(
            std::make_unique<test::Program>(u"vllm-sim"_s, arguments(0, wish.simulations[i])));
        m_ports.push_back(m_simulations.back()->port());
        wish.configuration.replace('@' + QByteArray::number(i),
                                   "http://127.0.0.1:" + QByteArray::number(m_ports.back()));
    }
    QFile file(m_folder.filePath(u"capstan.yaml"_s));
    if (file.open(QIODevice::WriteOnly)) {
        file.write(wish.configuration);
    }
    file.close();
    const QStringList options{u"--headless"_s,
                              u"--port"_s,
                              u"0"_s,
                              u"--data-dir"_s,
                              m_folder.filePath(u"data"_s),
                              u"--config"_s,
                              file.fileName()};
    m_capstan = std::make_unique<test::Program>(u"capstan"_s, options, wish.environment);
}

QStringList Fleet::arguments(quint16 port, const QStringList &more) const
{
    QStringList options{u"--port"_s, QString::number(port), u"--keep-alive"_s, u"0"_s};
    if (!more.contains(u"--model"_s)) {
        options << u"--model"_s << QString::fromLatin1(Cent);
    }
    return options + more;
}

bool Fleet::isRunning() const
{
    return m_capstan->isListening() &&
           std::ranges::all_of(m_simulations, [](const auto &one) { return one->isListening(); });
}

bool Fleet::revive(std::size_t simulation, const QStringList &options)
{
    m_simulations[simulation].reset();
    m_simulations[simulation] =
        std::make_unique<test::Program>(u"vllm-sim"_s, arguments(m_ports[simulation], options));
    return m_simulations[simulation]->isListening();
}

QJsonArray Fleet::requestsOf(std::size_t simulation)
{
    return test::HttpClient(m_ports[simulation])
        .get("/sim/requests")
        .json()["requests"_L1]
        .toArray();
}

qsizetype Fleet::seenBy(std::size_t simulation)
{
    return requestsOf(simulation).size();
}

test::Answer Fleet::chat(const QByteArray &body, const QByteArray &headers)
{
    return test::HttpClient(port()).post("/v1/chat/completions", body, headers);
}

test::Answer Fleet::get(const QByteArray &path)
{
    return test::HttpClient(port()).get(path);
}

std::optional<LedgerRows> Fleet::ledgerNow() const
{
    return readLedger(m_folder.filePath(u"data/ledger.db"_s));
}

LedgerRows Fleet::ledger()
{
    const QString file = m_folder.filePath(u"data/ledger.db"_s);
    if (m_capstan->stop() != 0) {
        QTest::qFail("Capstan did not stop cleanly", __FILE__, __LINE__);
    }
    for (const QString &contradiction : verify(file)) {
        QTest::qFail(qPrintable(contradiction), __FILE__, __LINE__);
    }
    return readLedger(file).value_or(LedgerRows{});
}

QByteArray replicas(int count, int timeoutMs)
{
    QByteArray providers = "providers:\n";
    QByteArray targets;
    for (int i = 0; i < count; ++i) {
        const QByteArray name(1, static_cast<char>('a' + i));
        providers += "  " + name + ": { type: openai, base_url: \"@" + QByteArray::number(i) +
                     "/v1\", timeout_ms: " + QByteArray::number(timeoutMs) + " }\n";
        targets += "      - { provider: " + name + ", physical_name: cent }\n";
    }
    return providers + "models:\n  cent:\n    " + CentPrice + "\n    targets:\n" + targets;
}

} // namespace e2e
