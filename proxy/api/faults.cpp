// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/api/faults.h"

#include "core/base/jsontext.h"
#include "core/base/jsonwriter.h"

namespace proxy {

void Faults::add(QByteArrayView field, QByteArrayView message)
{
    const QByteArray location =
        "[\"body\"" + (field.isEmpty() ? QByteArray() : ',' + core::quotedJson(field)) + ']';
    m_list += (m_list.isEmpty() ? "" : ",") + core::JsonWriter()
                                                  .raw("loc", location)
                                                  .text("msg", message)
                                                  .text("type", "value_error")
                                                  .toJson();
}

core::Error Faults::error() const
{
    return {core::ErrorCode::InvalidInput, QString::fromUtf8('[' + m_list + ']'), {}};
}

} // namespace proxy
