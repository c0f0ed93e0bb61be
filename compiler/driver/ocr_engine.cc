// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/ocr_engine.h"

#include <array>

#include "compiler/crypto/sha256.h"
#include "compiler/driver/locate.h"
#include "compiler/io/case_folder.h"
#include "compiler/reading/languages.h"

namespace dossier::driver {
namespace {

constexpr std::uint64_t kMostDataBytes = std::uint64_t{128} << 20;
// Where Debian 12 and others install the data of tesseract 5.
constexpr std::array kDataFolders{"/usr/share/tesseract-ocr/5/tessdata", "/usr/share/tessdata"};

constexpr worker::Limits kPageLimits{.wall = std::chrono::milliseconds(180'000),
                                     .wall_per_page = std::chrono::milliseconds(60'000),
                                     .address_space = std::uint64_t{2} << 30};

}  // namespace

OcrEngine::OcrEngine() {
  worker::Outcome told = Run(reading::kEngineTask, {});
  if (told.status == worker::Status::kAnswered) {
    version_ = std::move(told.content);
  } else {
    problem_ = std::move(told.reason);
  }
}

worker::Outcome OcrEngine::Run(std::string_view task, ByteView input) {
  return worker::Run(Beside("dossier-worker-ocr"), {.task = task, .input = input, .limits = kPageLimits});
}

const OcrEngine::Data* OcrEngine::Load(const std::string& data_name) {
  const auto known = data_.find(data_name);
  if (known != data_.end()) return known->second ? &*known->second : nullptr;
  std::optional<Data>& entry = data_[data_name];
  for (const char* folder : kDataFolders) {
    io::ReadResult read = io::ReadNamedFile(std::string(folder) + "/" + data_name + ".traineddata", kMostDataBytes);
    if (!read) continue;
    entry = Data{.bytes = std::move(read).value(), .sha256 = {}};
    entry->sha256 = crypto::Sha256(entry->bytes);
    return &*entry;
  }
  return nullptr;
}

OcrEngine::Languages OcrEngine::LanguagesFor(const std::vector<std::string>& tags) {
  Languages languages;
  for (const std::string& tag : tags) {
    const std::string name(reading::DataNameOf(tag));
    const Data* data = name.empty() ? nullptr : Load(name);
    if (data == nullptr) {
      languages.missing = tag;
      return languages;
    }
    languages.data.push_back({.name = name, .bytes = data->bytes});
  }
  return languages;
}

const Digest& OcrEngine::DigestOf(const std::string& data_name) const { return data_.at(data_name)->sha256; }

std::vector<std::string> TagsOf(const model::Case& source, const model::Exhibit& exhibit, int page) {
  std::vector<reading::DeclaredLanguage> declared;
  for (const model::PageLanguage& language : exhibit.languages) {
    // "und" is a language that nobody has stated, "zxx" none.
    if (language.language == "und" || language.language == "zxx") continue;
    declared.push_back({.tag = language.language, .pages = language.pages});
  }
  std::vector<std::string> tags = reading::TagsForPage(declared, page);
  if (tags.empty()) tags.push_back(source.header.language.value);
  return tags;
}

std::string HowToRead(const std::string& tag) {
  const std::string_view name = reading::DataNameOf(tag);
  if (name.empty()) return "no data for it is known; register the language whose letters these are";
  return "apt install " + reading::PackageOf(name);
}

}  // namespace dossier::driver
