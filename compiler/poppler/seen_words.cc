// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/poppler/seen_words.h"

#include <algorithm>
#include <cmath>

#include "compiler/poppler/library.h"

namespace dossier::poppler {
namespace {

constexpr ::poppler::ustring::value_type kBox = 0x25A0;

/// Hidden letters by their height on the page, to be asked for one place.
class HiddenPlaces {
 public:
  explicit HiddenPlaces(std::vector<HiddenLetter> letters) : letters_(std::move(letters)) {
    std::erase_if(letters_, [](const HiddenLetter& letter) {
      return !std::isfinite(letter.x) || !std::isfinite(letter.y) || !std::isfinite(letter.size);
    });
    std::sort(letters_.begin(), letters_.end(),
              [](const HiddenLetter& a, const HiddenLetter& b) { return a.y < b.y; });
    for (const HiddenLetter& letter : letters_) largest_ = std::max(largest_, letter.size);
  }

  /// The one that stands where the letter in `box` stands, or null.
  [[nodiscard]] const HiddenLetter* At(const ::poppler::rectf& box) const {
    const double x = (box.left() + box.right()) / 2;
    const double y = (box.top() + box.bottom()) / 2;
    const double reach = std::max<double>(largest_, 1);
    auto at =
        std::lower_bound(letters_.begin(), letters_.end(), y - reach,
                         [](const HiddenLetter& letter, double least) { return letter.y < least; });
    for (; at != letters_.end() && at->y <= y + reach; ++at) {
      const double wide = std::max({box.width() / 2, 0.15 * at->size, 0.5});
      const double high = std::max({box.height() / 2, 0.4 * at->size, 0.5});
      if (std::fabs(at->x - x) <= wide && std::fabs(at->y - y) <= high) return &*at;
    }
    return nullptr;
  }

 private:
  std::vector<HiddenLetter> letters_;
  float largest_ = 0;
};

}  // namespace

std::string SeenWords(const ::poppler::page& page, const std::vector<HiddenLetter>& hidden) {
  const HiddenPlaces places(hidden);
  std::string text;
  ::poppler::rectf last;
  for (const ::poppler::text_box& word : page.text_list()) {
    const ::poppler::ustring letters = word.text();
    ::poppler::ustring seen;
    for (std::size_t i = 0; i < letters.size(); ++i) {
      const HiddenLetter* hidden_letter = places.At(word.char_bbox(i));
      if (hidden_letter == nullptr) {
        seen.push_back(letters[i]);
      } else if (hidden_letter->covered && (seen.empty() || seen.back() != kBox)) {
        seen.push_back(kBox);
      }
    }
    if (seen.empty()) continue;
    const ::poppler::rectf box = word.bbox();
    if (!text.empty()) {
      const bool same_line =
          box.top() < last.bottom() && box.bottom() > last.top() && box.left() >= last.left();
      text += same_line ? ' ' : '\n';
    }
    text += ToUtf8(seen);
    last = box;
  }
  return text;
}

}  // namespace dossier::poppler
