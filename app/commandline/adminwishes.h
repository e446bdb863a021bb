// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/adminwish.h"
#include "core/base/clock.h"

#include <QCommandLineParser>
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

namespace app {

using WishReader = core::Result<AdminWish> (*)(const QCommandLineParser &, const QStringList &);

// What each command makes of its words: `words` are as many as the command asks for.
[[nodiscard]] core::Result<AdminWish> createKey(const QCommandLineParser &parser,
                                                const QStringList &words);
[[nodiscard]] core::Result<AdminWish> listKeys(const QCommandLineParser &parser,
                                               const QStringList &words);
[[nodiscard]] core::Result<AdminWish> revokeKey(const QCommandLineParser &parser,
                                                const QStringList &words);
[[nodiscard]] core::Result<AdminWish> listBudgets(const QCommandLineParser &parser,
                                                  const QStringList &words);
[[nodiscard]] core::Result<AdminWish> setBudget(const QCommandLineParser &parser,
                                                const QStringList &words);
[[nodiscard]] core::Result<AdminWish> deleteBudget(const QCommandLineParser &parser,
                                                   const QStringList &words);
[[nodiscard]] core::Result<AdminWish> resetBudget(const QCommandLineParser &parser,
                                                  const QStringList &words);
[[nodiscard]] core::Result<AdminWish> raiseBudget(const QCommandLineParser &parser,
                                                  const QStringList &words);
[[nodiscard]] core::Result<AdminWish> endRaise(const QCommandLineParser &parser,
                                               const QStringList &words);
/// "tonight", "18:00" (the next one), "90m", "2h", "3d", or a time with its zone. Days and clocks
/// are those of `now`.
[[nodiscard]] std::optional<core::Time> untilFrom(const QString &text, const QDateTime &now);

[[nodiscard]] core::Result<AdminWish> listAlerts(const QCommandLineParser &parser,
                                                 const QStringList &words);
[[nodiscard]] core::Result<AdminWish> acknowledgeAlert(const QCommandLineParser &parser,
                                                       const QStringList &words);
[[nodiscard]] core::Result<AdminWish> muteAlerts(const QCommandLineParser &parser,
                                                 const QStringList &words);
[[nodiscard]] core::Result<AdminWish> unmuteAlerts(const QCommandLineParser &parser,
                                                   const QStringList &words);
[[nodiscard]] core::Result<AdminWish> testAlerts(const QCommandLineParser &parser,
                                                 const QStringList &words);

[[nodiscard]] inline core::Error wrongWords(const QString &message)
{
    return {core::ErrorCode::InvalidInput, message, QStringLiteral("See capstan --help.")};
}

[[nodiscard]] inline QByteArray compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

[[nodiscard]] inline QByteArray withId(const QByteArray &path, const QString &id)
{
    return path + "?id=" + id.toUtf8().toPercentEncoding();
}

} // namespace app
