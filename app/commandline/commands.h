// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/billing/invoice.h"
#include "core/configuration/configuration.h"

#include <QProcessEnvironment>
#include <QStringList>
#include <QTextStream>

#include <optional>
#include <vector>

namespace app {

/// Writes an invoice to a file, as a PDF; null in builds without the desktop.
using InvoicePrinter = core::Outcome (*)(const core::Invoice &invoice, const QString &file);

/// `capstan report …`, `decisions …`, `price …`, `import …`, `import-config …`, `simulate …`,
/// `invoice …`: one answer on `out`, or one error on `err`. The program's exit code; nothing when
/// the arguments begin with none of these.
[[nodiscard]] std::optional<int> runCommand(const QStringList &arguments,
                                            const QProcessEnvironment &environment,
                                            QTextStream &out,
                                            QTextStream &err,
                                            InvoicePrinter printer = nullptr);

/// A command's arguments, taken apart, and what it works on.
struct CommandCall
{
    QStringList words; ///< after the command itself: "set", "llama-8b"
    std::vector<std::pair<QByteArray, QByteArray>> options;
    core::Configuration configuration;
    QString ledgerFile;
    InvoicePrinter printInvoice = nullptr;

    [[nodiscard]] std::optional<QByteArray> option(QByteArrayView name) const;
};
/// What a command prints, or why it could not.
using CommandResult = core::Result<QByteArray>;

[[nodiscard]] CommandResult reportCommand(const CommandCall &call);
[[nodiscard]] CommandResult decisionsCommand(const CommandCall &call);
[[nodiscard]] CommandResult priceCommand(const CommandCall &call);
[[nodiscard]] CommandResult importCommand(const CommandCall &call);
[[nodiscard]] CommandResult simulateCommand(const CommandCall &call);
[[nodiscard]] CommandResult importConfigCommand(const CommandCall &call);
[[nodiscard]] CommandResult invoiceCommand(const CommandCall &call);

} // namespace app
