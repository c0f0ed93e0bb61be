// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/text/hyphenate.h"

#include <hyphen.h>
#include <stdio.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>

#include <array>
#include <deque>
#include <optional>
#include <string>
#include <unordered_map>

#include "compiler/foundation/check.h"
#include "compiler/foundation/utf8.h"

namespace dossier::text {
namespace {

constexpr int kLeastBefore = 2;  // letters
constexpr int kLeastBehind = 3;
constexpr std::size_t kLongestWord = 200;  // bytes

constexpr std::array<PinnedDictionary, 3> kDictionaries = {{
    {"/usr/share/hyphen/hyph_en_GB.dic",
     "9fdc97f7faabcda30c15a9d53bc7fbf21daec795fb3c9a9588f7bdb30c563f41", "en", "hyphen-en-gb"},
    {"/usr/share/hyphen/hyph_lt_LT.dic",
     "376e9fbdc09db5feb0025181d84242b6e01e02f413301f7d059fd99dc0597316", "lt", "hyphen-lt"},
    {"/usr/share/hyphen/hyph_ru_RU.dic",
     "022b669c16d98e5ccd92a78a157adb6bfef9e262c30b741b5ad3636dba7edde7", "ru", "hyphen-ru"},
}};

struct FreeDictionary {
  void operator()(HyphenDict* dictionary) const { hnj_hyphen_free(dictionary); }
};
using Dictionary = std::unique_ptr<HyphenDict, FreeDictionary>;

/// Dictionaries name their character set in their first line. In UTF-8, so that words need not be
/// converted one by one.
std::optional<std::string> InUtf8(ByteView file) {
  const std::size_t line = file.find('\n');
  if (line == file.npos) {
    return std::nullopt;
  }
  std::string charset(file.substr(0, line));
  while (!charset.empty() && (charset.back() == '\r' || charset.back() == ' ')) {
    charset.pop_back();
  }
  const ByteView patterns = file.substr(line + 1);
  if (charset == "UTF-8") {
    return std::string(file);
  }
  // "ISO8859-13" is ISO 8859-13 to everyone but ICU, which wants the hyphen.
  if (charset.starts_with("ISO8859")) {
    charset.insert(3, "-");
  }
  std::string out(patterns.size() * 3 + 16, '\0');
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t size =
      ucnv_convert("UTF-8", charset.c_str(), out.data(), static_cast<std::int32_t>(out.size()),
                   patterns.data(), static_cast<std::int32_t>(patterns.size()), &status);
  if (U_FAILURE(status)) {
    return std::nullopt;
  }
  out.resize(static_cast<std::size_t>(size));
  return "UTF-8\n" + out;
}

Dictionary Read(ByteView file) {
  std::optional<std::string> text = InUtf8(file);
  if (!text) {
    return nullptr;
  }
  FILE* stream = fmemopen(text->data(), text->size(), "r");
  if (stream == nullptr) {
    return nullptr;
  }
  Dictionary dictionary(hnj_hyphen_load_file(stream));
  fclose(stream);
  return dictionary;
}

bool IsLowerCase(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const utf8::Decoded decoded = utf8::DecodeAt(word, at);
    if (u_islower(static_cast<UChar32>(decoded.code)) == 0) {
      return false;
    }
    at += decoded.size;
  }
  return true;
}

std::vector<std::uint32_t> Cuts(HyphenDict* dictionary, std::string_view word) {
  std::vector<std::uint32_t> cuts;
  if (word.size() < kLeastBefore + kLeastBehind || word.size() > kLongestWord ||
      !IsLowerCase(word)) {
    return cuts;
  }
  std::string marks(word.size() + 5, '\0');
  char** replaced = nullptr;
  int* position = nullptr;
  int* cut = nullptr;
  const int failed = hnj_hyphen_hyphenate3(dictionary, word.data(), static_cast<int>(word.size()),
                                           marks.data(), nullptr, &replaced, &position, &cut,
                                           kLeastBefore, kLeastBehind, kLeastBefore, kLeastBehind);
  std::size_t letter = 0;
  for (std::size_t at = 0; failed == 0 && at < word.size(); ++letter) {
    at += utf8::DecodeAt(word, at).size;
    // Cuts that change the spelling are not made.
    const bool plain = replaced == nullptr || replaced[letter] == nullptr;
    if (at < word.size() && (marks[letter] & 1) != 0 && plain) {
      cuts.push_back(static_cast<std::uint32_t>(at));
    }
  }
  for (std::size_t i = 0; replaced != nullptr && i < word.size(); ++i) {
    free(replaced[i]);
  }
  free(replaced);
  free(position);
  free(cut);
  return cuts;
}

}  // namespace

std::span<const PinnedDictionary> PinnedDictionaries() { return kDictionaries; }

struct Hyphenation::State {
  struct Language {
    Bytes file;
    bool read = false;  // when the first word asks
    Dictionary dictionary;
    std::deque<std::string> keys;
    std::unordered_map<std::string_view, std::vector<std::uint32_t>> known;
  };
  std::array<Language, kDictionaries.size()> languages;
  std::vector<std::uint32_t> none;
};

namespace {

/// American English is cut elsewhere than British.
std::optional<std::size_t> IndexOf(std::string_view language) {
  const std::string_view primary = language.substr(0, language.find('-'));
  for (std::size_t i = 0; i < kDictionaries.size(); ++i) {
    if (kDictionaries[i].language == primary && language != "en-US") {
      return i;
    }
  }
  return std::nullopt;
}

}  // namespace

Hyphenation::Hyphenation(std::unique_ptr<State> state) : state_(std::move(state)) {}
Hyphenation::~Hyphenation() = default;
Hyphenation::Hyphenation(Hyphenation&&) noexcept = default;
Hyphenation& Hyphenation::operator=(Hyphenation&&) noexcept = default;

Result<Hyphenation> Hyphenation::Load(std::vector<Bytes> files,
                                      const std::function<Digest(ByteView)>& digest_of) {
  DOSSIER_CHECK(files.size() == kDictionaries.size(), "the caller reads every dictionary");
  auto state = std::make_unique<State>();
  for (std::size_t i = 0; i < files.size(); ++i) {
    const PinnedDictionary& pinned = kDictionaries[i];
    if (digest_of(files[i]).ToHex() != pinned.sha256) {
      return Failure{std::string(pinned.path) + " (package " + std::string(pinned.package) +
                     ") is not the pinned version"};
    }
    state->languages[i].file = std::move(files[i]);
  }
  return Hyphenation(std::move(state));
}

bool Hyphenation::Knows(std::string_view language) const { return IndexOf(language).has_value(); }

const std::vector<std::uint32_t>& Hyphenation::Find(std::string_view language,
                                                    std::string_view word) {
  const std::optional<std::size_t> index = IndexOf(language);
  if (!index) {
    return state_->none;
  }
  State::Language& one = state_->languages[*index];
  if (!one.read) {
    one.dictionary = Read(one.file);
    one.read = true;
  }
  if (one.dictionary == nullptr) {
    return state_->none;
  }
  if (const auto found = one.known.find(word); found != one.known.end()) {
    return found->second;
  }
  const std::string& key = one.keys.emplace_back(word);
  return one.known.emplace(key, Cuts(one.dictionary.get(), key)).first->second;
}

}  // namespace dossier::text
