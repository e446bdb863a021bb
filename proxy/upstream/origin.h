// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace proxy {

/// Scheme, host and port of a URL: no path, no user name, which may be secrets.
[[nodiscard]] QByteArray originOf(QByteArrayView url);
/// Whether the URL names this machine, where no proxy of the environment must come between.
[[nodiscard]] bool isLoopback(const QByteArray &url);

/// Whether a URL's host is an address of a private network (RFC 1918, loopback, link-local, IPv6
/// unique local) or "localhost".
[[nodiscard]] bool isPrivate(const QByteArray &url);

/// This machine or its own network: loopback, a private address, a name without a dot, or one
/// under .local, .lan, .internal or .home.arpa.
[[nodiscard]] bool isLocalNetwork(const QByteArray &url);

} // namespace proxy
