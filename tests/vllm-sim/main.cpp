// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "options.h"
#include "server.h"

#include <QCoreApplication>

#include <cstdio>

static int complain(const core::Error &error)
{
    std::fprintf(
        stderr, "vllm-sim: %s (%s)\n", qUtf8Printable(error.message), qUtf8Printable(error.remedy));
    return 2;
}

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto options = sim::readOptions(QCoreApplication::arguments());
    if (!options) {
        return complain(options.error());
    }
    sim::Server server(*options);
    const auto port = server.listen();
    if (!port) {
        return complain(port.error());
    }
    std::printf("listening on http://%s:%u\n", options->listenAddress.constData(), *port);
    std::fflush(stdout);
    server.run();
    return 0;
}
