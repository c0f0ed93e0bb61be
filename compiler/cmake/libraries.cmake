# SPDX-License-Identifier: GPL-3.0-or-later
# Third-party libraries. Each is linked by exactly one folder (compiler/ARCHITECTURE.md says which).
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(LibXml2 REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n)
find_package(PNG REQUIRED)
find_package(JPEG REQUIRED)
find_package(TIFF REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(Boost REQUIRED COMPONENTS program_options)
find_package(nlohmann_json REQUIRED)
pkg_check_modules(YamlCpp REQUIRED IMPORTED_TARGET yaml-cpp)
pkg_check_modules(Md4c REQUIRED IMPORTED_TARGET md4c)
pkg_check_modules(HarfBuzz REQUIRED IMPORTED_TARGET harfbuzz)
pkg_check_modules(Qpdf REQUIRED IMPORTED_TARGET libqpdf)
pkg_check_modules(Seccomp REQUIRED IMPORTED_TARGET libseccomp)
pkg_check_modules(Exiv2 REQUIRED IMPORTED_TARGET exiv2)
pkg_check_modules(MediaInfo REQUIRED IMPORTED_TARGET libmediainfo)
pkg_check_modules(Zip REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(Zlib REQUIRED IMPORTED_TARGET zlib)
pkg_check_modules(GMime REQUIRED IMPORTED_TARGET gmime-3.0)
pkg_check_modules(PopplerCpp REQUIRED IMPORTED_TARGET poppler-cpp)
pkg_check_modules(Tesseract REQUIRED IMPORTED_TARGET tesseract)
if(DOSSIER_TESTS)
  find_package(GTest REQUIRED)
endif()

# Neither has compact_lang_det.
find_path(CLD2_INCLUDE_DIR cld2/public/compact_lang_det.h REQUIRED)
find_library(CLD2_LIBRARY cld2 REQUIRED)
add_library(Cld2::Cld2 UNKNOWN IMPORTED)
set_target_properties(Cld2::Cld2 PROPERTIES IMPORTED_LOCATION ${CLD2_LIBRARY}
  INTERFACE_INCLUDE_DIRECTORIES ${CLD2_INCLUDE_DIR})

# libhyphen has none either.
find_path(HYPHEN_INCLUDE_DIR hyphen.h REQUIRED)
find_library(HYPHEN_LIBRARY hyphen REQUIRED)
add_library(Hyphen::Hyphen UNKNOWN IMPORTED)
set_target_properties(Hyphen::Hyphen PROPERTIES IMPORTED_LOCATION ${HYPHEN_LIBRARY}
  INTERFACE_INCLUDE_DIRECTORIES ${HYPHEN_INCLUDE_DIR})

# libharu has no .pc file.
find_path(HPDF_INCLUDE_DIR hpdf.h REQUIRED)
find_library(HPDF_LIBRARY hpdf REQUIRED)
add_library(Hpdf::Hpdf UNKNOWN IMPORTED)
set_target_properties(Hpdf::Hpdf PROPERTIES IMPORTED_LOCATION ${HPDF_LIBRARY}
  INTERFACE_INCLUDE_DIRECTORIES ${HPDF_INCLUDE_DIR})
