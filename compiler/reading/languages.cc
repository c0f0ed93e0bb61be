// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/reading/languages.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "compiler/foundation/utf8.h"

namespace dossier::reading {
namespace {

struct Entry {
  std::string_view tag;
  std::string_view data;
};

// Names as in the packages tesseract-ocr-* of Debian 12; tags with a script before those without.
constexpr std::array kEntries{
    Entry{"az-Cyrl", "aze_cyrl"}, Entry{"sr-Latn", "srp_latn"}, Entry{"uz-Cyrl", "uzb_cyrl"},
    Entry{"zh-Hant", "chi_tra"},  Entry{"am", "amh"},  Entry{"ar", "ara"},  Entry{"az", "aze"},
    Entry{"be", "bel"},  Entry{"bg", "bul"},  Entry{"bn", "ben"},  Entry{"bs", "bos"},
    Entry{"ca", "cat"},  Entry{"cs", "ces"},  Entry{"da", "dan"},  Entry{"de", "deu"},
    Entry{"el", "ell"},  Entry{"en", "eng"},  Entry{"es", "spa"},  Entry{"et", "est"},
    Entry{"fa", "fas"},  Entry{"fi", "fin"},  Entry{"fr", "fra"},  Entry{"he", "heb"},
    Entry{"hi", "hin"},  Entry{"hr", "hrv"},  Entry{"hu", "hun"},  Entry{"hy", "hye"},
    Entry{"it", "ita"},  Entry{"ja", "jpn"},  Entry{"ka", "kat"},  Entry{"kk", "kaz"},
    Entry{"ko", "kor"},  Entry{"ku", "kmr"},  Entry{"ky", "kir"},  Entry{"lt", "lit"},
    Entry{"lv", "lav"},  Entry{"mk", "mkd"},  Entry{"mn", "mon"},  Entry{"nb", "nor"},
    Entry{"nl", "nld"},  Entry{"nn", "nor"},  Entry{"no", "nor"},  Entry{"pl", "pol"},
    Entry{"ps", "pus"},  Entry{"pt", "por"},  Entry{"ro", "ron"},  Entry{"ru", "rus"},
    Entry{"sk", "slk"},  Entry{"sl", "slv"},  Entry{"sq", "sqi"},  Entry{"sr", "srp"},
    Entry{"sv", "swe"},  Entry{"sw", "swa"},  Entry{"ta", "tam"},  Entry{"tg", "tgk"},
    Entry{"ti", "tir"},  Entry{"tr", "tur"},  Entry{"tt", "tat"},  Entry{"ug", "uig"},
    Entry{"uk", "ukr"},  Entry{"ur", "urd"},  Entry{"uz", "uzb"},  Entry{"vi", "vie"},
    Entry{"zh", "chi_sim"},
};

bool IsOrBeginsWith(std::string_view tag, std::string_view subtags) {
  return tag.starts_with(subtags) && (tag.size() == subtags.size() || tag[subtags.size()] == '-');
}

/// "1-3, 7" holds 2.
bool Holds(std::string_view ranges, int page) {
  while (!ranges.empty()) {
    const std::size_t comma = std::min(ranges.find(','), ranges.size());
    std::string_view range = ranges.substr(0, comma);
    ranges.remove_prefix(std::min(comma + 1, ranges.size()));
    while (range.starts_with(' ')) range.remove_prefix(1);
    int first = 0;
    const auto [end, error] = std::from_chars(range.data(), range.data() + range.size(), first);
    if (error != std::errc()) continue;
    int last = first;
    const std::size_t digits = range.find_first_of("0123456789", static_cast<std::size_t>(end - range.data()));
    if (digits != std::string_view::npos) {
      std::from_chars(range.data() + digits, range.data() + range.size(), last);
    }
    if (page >= first && page <= last) return true;
  }
  return false;
}

}  // namespace

std::string_view DataNameOf(std::string_view tag) {
  for (const Entry& entry : kEntries) {
    if (IsOrBeginsWith(tag, entry.tag)) return entry.data;
  }
  return {};
}

std::string PackageOf(std::string_view data_name) {
  std::string package = "tesseract-ocr-" + std::string(data_name);
  std::replace(package.begin(), package.end(), '_', '-');
  return package;
}

std::vector<std::string> TagsByLetters(std::string_view text) {
  constexpr std::u32string_view kLithuanian = U"ąčęėįšųūžĄČĘĖĮŠŲŪŽ";
  bool cyrillic = false;
  bool lithuanian = false;
  for (const char32_t code : utf8::ToCodePoints(text)) {
    cyrillic = cyrillic || (code >= 0x400 && code <= 0x52F);
    lithuanian = lithuanian || kLithuanian.find(code) != kLithuanian.npos;
  }
  if (cyrillic) return {"ru"};
  return lithuanian ? std::vector<std::string>{"lt", "en"} : std::vector<std::string>{"en"};
}

std::vector<std::string> TagsForPage(const std::vector<DeclaredLanguage>& declared, int page) {
  std::vector<std::string> tags;
  for (const DeclaredLanguage& entry : declared) {
    const bool here = entry.pages.empty() || Holds(entry.pages, page);
    if (here && std::find(tags.begin(), tags.end(), entry.tag) == tags.end()) tags.push_back(entry.tag);
  }
  return tags;
}

}  // namespace dossier::reading
