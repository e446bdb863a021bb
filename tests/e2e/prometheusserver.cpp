// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "prometheusserver.h"

#include "tests/support/httpclient.h"

#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>

namespace e2e {
using namespace Qt::StringLiterals;

namespace {
constexpr int PatienceMs = 60'000;
}

PrometheusServer::PrometheusServer(quint16 target)
{
    QFile file(m_folder.filePath(u"prometheus.yml"_s));
    if (file.open(QIODevice::WriteOnly)) {
        file.write("global: { scrape_interval: 1s }\n"
                   "scrape_configs:\n"
                   "  - job_name: capstan\n"
                   "    static_configs: [ { targets: [ \"127.0.0.1:" +
                   QByteArray::number(target) + "\" ] } ]\n");
    }
    file.close();
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(u"prometheus"_s,
                    {u"--config.file="_s + file.fileName(),
                     u"--storage.tsdb.path="_s + m_folder.filePath(u"data"_s),
                     u"--web.listen-address=127.0.0.1:0"_s});
    static const QRegularExpression listening(
        uR"(msg="Listening on" address=127\.0\.0\.1:(\d+))"_s);
    QByteArray log;
    while (m_port == 0 && m_process.waitForReadyRead(PatienceMs)) {
        log += m_process.readAll();
        m_port = listening.match(QString::fromUtf8(log)).captured(1).toUShort();
    }
}

PrometheusServer::~PrometheusServer()
{
    m_process.kill();
    m_process.waitForFinished();
}

bool PrometheusServer::isPossible()
{
    return !QStandardPaths::findExecutable(u"prometheus"_s).isEmpty();
}

QJsonArray PrometheusServer::series(const QByteArray &expression) const
{
    return test::HttpClient(m_port)
        .get("/api/v1/query?query=" + expression.toPercentEncoding())
        .json()["data"_L1]["result"_L1]
        .toArray();
}

QString PrometheusServer::query(const QByteArray &expression) const
{
    return series(expression).at(0)["value"_L1][1].toString();
}

} // namespace e2e
