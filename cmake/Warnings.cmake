# SPDX-FileCopyrightText: 2026 The Capstan authors
# SPDX-License-Identifier: GPL-3.0-or-later
# One place for what every target of ours is compiled with.
add_library(capstan_options INTERFACE)
target_compile_options(capstan_options INTERFACE -Wall -Wextra -Wconversion -Werror)
target_compile_definitions(capstan_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH QT_NO_KEYWORDS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_include_directories(capstan_options INTERFACE ${CMAKE_SOURCE_DIR})
if(CAPSTAN_SANITIZE)
    target_compile_options(capstan_options INTERFACE
        -fsanitize=${CAPSTAN_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all
        # GCC's own manual: the sanitizers' checks make this warning see what cannot happen.
        -Wno-maybe-uninitialized)
    target_link_options(capstan_options INTERFACE -fsanitize=${CAPSTAN_SANITIZE})
endif()
find_program(CAPSTAN_MOLD mold)
if(CAPSTAN_MOLD)
    # Linking some fifty test programs is what a rebuild waits for; mold takes a tenth of it.
    target_link_options(capstan_options INTERFACE -fuse-ld=mold)
endif()
