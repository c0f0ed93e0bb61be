# SPDX-License-Identifier: GPL-3.0-or-later
# Declares one folder of compiler/ and writes its edges down once: the linker, the include check
# (tests/architecture) and the drawing in ARCHITECTURE.md all read this list.
#   dossier_stage(name SOURCES a.cc ... DEPENDS folder ... THIRD_PARTY target ...)
function(dossier_stage name)
  cmake_parse_arguments(arg "" "" "SOURCES;DEPENDS;THIRD_PARTY" ${ARGN})
  add_library(dossier_${name} STATIC ${arg_SOURCES})
  add_library(dossier::${name} ALIAS dossier_${name})
  list(TRANSFORM arg_DEPENDS PREPEND dossier:: OUTPUT_VARIABLE edges)
  target_include_directories(dossier_${name} PUBLIC ${PROJECT_SOURCE_DIR})
  target_compile_features(dossier_${name} PUBLIC cxx_std_20)
  target_link_libraries(dossier_${name} PUBLIC ${edges} PRIVATE dossier_options ${arg_THIRD_PARTY})
  string(REPLACE ";" " " edge_words "${arg_DEPENDS}")
  string(REPLACE ";" " " library_words "${arg_THIRD_PARTY}")
  set_property(GLOBAL APPEND_STRING PROPERTY DOSSIER_EDGES "${name}: ${edge_words} | ${library_words}\n")
endfunction()

# Declares the unit tests of one folder: tests/unit/<folder>/<stem>_test.cc.
function(dossier_unit_test folder)
  cmake_parse_arguments(arg "" "" "SOURCES;DEPENDS;THIRD_PARTY" ${ARGN})
  add_executable(unit_${folder} ${arg_SOURCES})
  list(TRANSFORM arg_DEPENDS PREPEND dossier:: OUTPUT_VARIABLE edges)
  target_include_directories(unit_${folder} PRIVATE ${PROJECT_SOURCE_DIR})
  target_compile_definitions(unit_${folder} PRIVATE DOSSIER_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  target_link_libraries(unit_${folder} PRIVATE dossier::${folder} ${edges} dossier_options GTest::gtest_main GTest::gmock ${arg_THIRD_PARTY})
  add_test(NAME unit_${folder} COMMAND unit_${folder} --gtest_brief=1)
endfunction()
