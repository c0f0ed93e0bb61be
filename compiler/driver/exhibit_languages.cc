// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/exhibit_languages.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/driver/ocr_sidecars.h"
#include "compiler/foundation/joined.h"

namespace dossier::driver {
namespace {

using diagnostics::Id;
using diagnostics::Kind;

/// "zh" of "zh-Hant".
std::string_view Primary(std::string_view tag) { return tag.substr(0, tag.find('-')); }

/// Languages that statistics do not tell apart for sure, by one name.
std::string_view Family(std::string_view tag) {
  const std::string_view primary = Primary(tag);
  if (primary == "hr" || primary == "bs" || primary == "sr" || primary == "cnr") return "sh";
  if (primary == "nb" || primary == "nn") return "no";
  if (primary == "ms") return "id";
  if (primary == "prs" || primary == "tg") return "fa";  // Dari is written like Persian
  return primary;
}

/// True of page 3 and "1-4, 7".
bool Names(std::string_view pages, int page) {
  while (!pages.empty()) {
    const std::size_t comma = std::min(pages.find(','), pages.size());
    const std::string_view range = pages.substr(0, comma);
    pages.remove_prefix(std::min(pages.size(), comma + 1));
    int first = 0;
    const std::size_t digits = std::min(range.find_first_not_of(' '), range.size());
    const auto read = std::from_chars(range.data() + digits, range.data() + range.size(), first);
    int last = first;
    if (read.ec == std::errc() && read.ptr != range.data() + range.size()) {
      const std::size_t more = range.find_first_of("0123456789", static_cast<std::size_t>(read.ptr - range.data()));
      if (more != std::string_view::npos) std::from_chars(range.data() + more, range.data() + range.size(), last);
    }
    if (page >= first && page <= last) return true;
  }
  return false;
}

bool IsStated(const model::Exhibit& exhibit, const std::string& tag, int page) {
  return std::any_of(exhibit.languages.begin(), exhibit.languages.end(), [&](const model::PageLanguage& stated) {
    return (stated.pages.empty() || page == 0 || Names(stated.pages, page)) && Family(stated.language) == Family(tag);
  });
}

std::string Stated(const model::Exhibit& exhibit) {
  return Joined(exhibit.languages, ", ", &model::PageLanguage::language);
}

}  // namespace

void ReportLanguages(const model::Exhibit& exhibit, const ExhibitFile& file, Span place, diagnostics::Sink& sink) {
  if (exhibit.IsSurrogate() || !file.inspection.facts) return;
  const bool open = std::any_of(exhibit.languages.begin(), exhibit.languages.end(), [](const model::PageLanguage& stated) {
    return stated.language == "und" || stated.language == "mul";
  });
  if (open) return;
  const inspect::ExhibitFacts& facts = *file.inspection.facts;
  const bool paged = inspect::IsPaged(facts.media);
  std::map<std::string, std::vector<int>> unstated;
  for (std::size_t i = 0; i < facts.languages.size(); ++i) {
    const int page = paged ? static_cast<int>(i) + 1 : 0;
    const std::string& tag = facts.languages[i];
    const int stated_page = exhibit.files.size() == 1 ? page : 0;  // of parts nobody counts through
    if (!tag.empty() && !IsStated(exhibit, tag, stated_page)) unstated[tag].push_back(page);
  }
  for (const auto& [tag, pages] : unstated) {
    const std::string ranges = PageRanges(pages);
    const std::string where = !paged ? "its text" : (pages.size() == 1 ? "the text of page " : "the text of pages ") + ranges;
    sink.Report({.kind = Kind::kExhibitLanguage,
                 .args = {Id(exhibit.id.value), Id(Stated(exhibit)), Id(where), Id(tag)},
                 .place = place,
                 .exhibits = {exhibit.id.value},
                 .hint = paged ? diagnostics::Text("if so: language: [{0}, {language: {1}, pages: \"{2}\"}]", {Id(Stated(exhibit)), Id(tag), Id(ranges)})
                               : diagnostics::Text("if so: language: {0}", {Id(tag)}),
                 .certainty = diagnostics::Certainty::kProbable});
  }
}

}  // namespace dossier::driver
