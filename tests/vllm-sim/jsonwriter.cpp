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
    qsizetype from = 0; // what needs no escape goes in runs: this is the hottest loop there is
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char c = text[at];
        const bool isControl = static_cast<unsigned char>(c) < 0x20;
        if (c != '"' && c != '\\' && !isControl) {
            continue;
        }
        out.append(text.sliced(from, at - from));
        from = at + 1;
        if (isControl) {
            appendControl(out, c);
        } else {
            out.append('\\').append(c);
        }
    }
    out.append(text.sliced(from)).append('"');
}

} // namespace sim
