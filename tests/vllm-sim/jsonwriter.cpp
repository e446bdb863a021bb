// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonwriter.h"

#include <array>

namespace sim {

using Escapes = std::array<QByteArray, 128>;

static Escapes makeEscapes()
{
    Escapes escapes;
    for (int control = 0; control < 0x20; ++control) {
        escapes[static_cast<std::size_t>(control)] =
            "\\u" + QByteArray::number(control, 16).rightJustified(4, '0');
    }
    escapes['\n'] = "\\n";
    escapes['\r'] = "\\r";
    escapes['\t'] = "\\t";
    escapes['\b'] = "\\b";
    escapes['\f'] = "\\f";
    escapes['"'] = "\\\"";
    escapes['\\'] = "\\\\";
    return escapes;
}

QByteArrayView jsonEscape(char c)
{
    static const Escapes escapes = makeEscapes();
    const auto code = static_cast<unsigned char>(c);
    return code < escapes.size() ? QByteArrayView(escapes[code]) : QByteArrayView();
}

} // namespace sim
