// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonwriter.h"

namespace sim {

static void appendControl(QByteArray &out, char c)
{
    switch (c) {
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    default:
        break;
    }
    constexpr char Digits[] = "0123456789abcdef";
    out += "\\u00";
    out += Digits[(c >> 4) & 0xf];
    out += Digits[c & 0xf];
}

void appendString(QByteArray &out, QByteArrayView text)
{
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            appendControl(out, c);
        } else {
            out += c;
        }
    }
    out += '"';
}

} // namespace sim
