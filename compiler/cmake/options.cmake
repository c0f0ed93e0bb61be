# SPDX-License-Identifier: GPL-3.0-or-later
# One interface target carries warnings, hardening and sanitizers; every folder links it privately.
add_library(dossier_options INTERFACE)
target_compile_options(dossier_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast
  -Wno-restrict  # GCC 12 warns about std::string's own operator+ (GCC bug 105651)
  -fstack-protector-strong
  $<$<BOOL:${DOSSIER_WERROR}>:-Werror>)
if(CMAKE_BUILD_TYPE STREQUAL "Release")
  target_compile_definitions(dossier_options INTERFACE _FORTIFY_SOURCE=2)
endif()
if(DOSSIER_SANITIZE)
  target_compile_options(dossier_options INTERFACE -fsanitize=${DOSSIER_SANITIZE} -fno-omit-frame-pointer
    -fno-sanitize-recover=all)
  target_link_options(dossier_options INTERFACE -fsanitize=${DOSSIER_SANITIZE})
endif()
find_program(LLD ld.lld)
if(LLD)
  target_link_options(dossier_options INTERFACE -fuse-ld=lld)
endif()
# A program loads the libraries it calls, not those that a folder beside it links.
target_link_options(dossier_options INTERFACE LINKER:--as-needed)
