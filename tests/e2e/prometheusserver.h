// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>

namespace e2e {

/// Prometheus itself, reading one Capstan every second; killed with the object.
class PrometheusServer
{
public:
    explicit PrometheusServer(quint16 target);
    ~PrometheusServer();
    PrometheusServer(const PrometheusServer &) = delete;
    PrometheusServer &operator=(const PrometheusServer &) = delete;

    [[nodiscard]] static bool isPossible(); ///< it is installed
    [[nodiscard]] bool isListening() const { return m_port != 0; }
    /// The series that a query answers with; empty when there is none yet, or it is refused.
    [[nodiscard]] QJsonArray series(const QByteArray &expression) const;
    /// The value of the first of them; empty when there is none.
    [[nodiscard]] QString query(const QByteArray &expression) const;

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace e2e
