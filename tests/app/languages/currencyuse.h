// SPDX-FileCopyrightText: 2026 The Capstan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/capamount.h"
#include "app/viewmodels/displaycurrency.h"
#include "app/viewmodels/formatting.h"
#include "app/viewmodels/language.h"

using core::Money;

inline Money dollars(const char *decimal)
{
    return *Money::parse(decimal);
}

inline void use(const char *code, const char *rate, const char *date = "")
{
    displaycurrency::use(*core::DisplayCurrency::from(code, rate, date));
}
