# SPDX-License-Identifier: GPL-3.0-or-later
# Documents and fonts for the tests of the typesetting folders, built once.
if(NOT TARGET dossier_test_typesetting)
  add_library(dossier_test_typesetting STATIC ${PROJECT_SOURCE_DIR}/tests/support/typesetting.cc
    ${PROJECT_SOURCE_DIR}/tests/support/sample_briefs.cc
    ${PROJECT_SOURCE_DIR}/tests/support/hard_things.cc)
  add_library(dossier::test_typesetting ALIAS dossier_test_typesetting)
  target_link_libraries(dossier_test_typesetting PUBLIC dossier::fonts dossier::text dossier::crypto
    PRIVATE dossier_options)
  target_include_directories(dossier_test_typesetting PUBLIC ${PROJECT_SOURCE_DIR})
endif()
