// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/image/tiff_source.h"

#include <algorithm>
#include <array>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <string_view>

namespace dossier::image {
namespace {

TiffSource& SourceOf(thandle_t handle) { return *static_cast<TiffSource*>(handle); }

tmsize_t Read(thandle_t handle, void* into, tmsize_t wanted) {
  TiffSource& source = SourceOf(handle);
  if (wanted <= 0 || source.at >= source.file.size()) return 0;
  const std::size_t size = std::min(static_cast<std::size_t>(wanted), source.file.size() - source.at);
  std::memcpy(into, source.file.data() + source.at, size);
  source.at += size;
  return static_cast<tmsize_t>(size);
}

tmsize_t RefuseToWrite(thandle_t, void*, tmsize_t) { return 0; }

toff_t Seek(thandle_t handle, toff_t offset, int whence) {
  TiffSource& source = SourceOf(handle);
  const std::uint64_t base = whence == SEEK_CUR ? source.at : whence == SEEK_END ? source.file.size() : 0;
  source.at = base + offset;
  return source.at;
}

int Close(thandle_t) { return 0; }

toff_t Size(thandle_t handle) { return SourceOf(handle).file.size(); }

/// The file lies in memory as it is; libtiff only reads what it maps.
int Map(thandle_t handle, void** base, toff_t* size) {
  const ByteView file = SourceOf(handle).file;
  *base = const_cast<char*>(file.data());  // NOLINT: the library's signature
  *size = file.size();
  return 1;
}

void Unmap(thandle_t, void*, toff_t) {}

std::string Printed(const char* format, std::va_list arguments) {
  std::array<char, 300> text{};
  std::vsnprintf(text.data(), text.size(), format, arguments);
  return text.data();
}

int OnError(TIFF*, void* user, const char*, const char* format, std::va_list arguments) {
  auto& source = *static_cast<TiffSource*>(user);
  if (source.error.empty()) source.error = Printed(format, arguments);
  return 1;
}

/// Most warnings are about tags. A fax that ends too early and whatever libjpeg says of its data
/// (but for bytes too many) mean pixels that nobody sent.
int OnWarning(TIFF*, void* user, const char* module, const char* format, std::va_list arguments) {
  auto& source = *static_cast<TiffSource*>(user);
  const std::string_view from = module == nullptr ? "" : module;
  const std::string text = Printed(format, arguments);
  const auto says = [&](std::string_view words) { return text.find(words) != std::string::npos; };
  const bool fax_ends = from.substr(0, 3) == "Fax" && says("EOF");
  const bool jpeg = from == "JPEGLib" && !says("extraneous");
  if (source.damage.empty() && (fax_ends || jpeg)) source.damage = text;
  return 1;
}

}  // namespace

TiffHandle OpenTiff(TiffSource& source) {
  constexpr tmsize_t kMostMemory = tmsize_t{512} << 20;
  TIFFOpenOptions* options = TIFFOpenOptionsAlloc();
  if (options == nullptr) return nullptr;
  TIFFOpenOptionsSetMaxSingleMemAlloc(options, kMostMemory);
  TIFFOpenOptionsSetErrorHandlerExtR(options, OnError, &source);
  TIFFOpenOptionsSetWarningHandlerExtR(options, OnWarning, &source);
  TiffHandle tiff(TIFFClientOpenExt("picture", "r", &source, Read, RefuseToWrite, Seek, Close, Size, Map,
                                    Unmap, options));
  TIFFOpenOptionsFree(options);
  return tiff;
}

}  // namespace dossier::image
