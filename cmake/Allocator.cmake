# SPDX-FileCopyrightText: 2026 The Capstan authors
# SPDX-License-Identifier: GPL-3.0-or-later
# capstan_allocator: mimalloc in the place of malloc. A call crosses threads (worker, ledger) with some
# hundred small allocations, which cost it 13 % less time of the processor than with glibc's; memory
# grows by 3 MB (tests/bench/run). Sanitizers bring their own.
add_library(capstan_allocator INTERFACE)
if(NOT CAPSTAN_SANITIZE)
    find_package(mimalloc REQUIRED)
    # Nothing calls it by name: the linker would leave it out.
    target_link_options(capstan_allocator INTERFACE LINKER:--no-as-needed)
    target_link_libraries(capstan_allocator INTERFACE mimalloc)
endif()
