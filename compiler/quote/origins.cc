// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "compiler/foundation/utf8.h"
#include "compiler/quote/normalise.h"

namespace dossier::quote {

void Origins::Add(const Piece& piece) {
  pieces_.push_back(piece);
  pieces_.back().at = size_;
  size_ += piece.width;
}

void Origins::AddVerbatim(std::uint32_t begin, std::uint32_t size) {
  const Piece& last = pieces_.back();
  const std::uint32_t next = last.begin + last.length + (size_ - last.at - last.width);
  if (next != begin) pieces_.push_back({.at = size_, .begin = begin});
  size_ += size;
}

Origin Origins::At(std::size_t index, std::string_view source) const {
  const auto after =
      std::upper_bound(pieces_.begin(), pieces_.end(), index,
                       [](std::size_t at, const Piece& piece) { return at < piece.at; });
  const Piece& piece = *(after - 1);
  const std::size_t behind = index - piece.at;
  if (behind < piece.width) {
    return {.begin = piece.begin,
            .end = piece.begin + piece.length,
            .rules = behind == 0 ? piece.rules : piece.rest,
            .joint = behind == 0 ? piece.joint : Joint::kNone};
  }
  const std::size_t first = piece.begin + piece.length;
  std::size_t begin = first + behind - piece.width;
  std::size_t end = begin + 1;
  while (begin > first && utf8::IsContinuation(source[begin])) --begin;
  while (end < source.size() && utf8::IsContinuation(source[end])) ++end;
  return {.begin = static_cast<std::uint32_t>(begin), .end = static_cast<std::uint32_t>(end)};
}

std::vector<std::uint32_t> Origins::Hyphens() const {
  std::vector<std::uint32_t> found;
  for (const Piece& piece : pieces_) {
    if (piece.joint == Joint::kHyphen) found.push_back(piece.at);
  }
  return found;
}

std::string_view Folded::SourceAt(std::size_t index) const {
  const Origin origin = At(index);
  return std::string_view(source).substr(origin.begin, origin.end - origin.begin);
}

std::size_t Folded::FirstFrom(std::size_t place, std::size_t from) const {
  std::size_t low = from;
  for (std::size_t high = size(); low < high;) {
    const std::size_t middle = low + (high - low) / 2;
    if (At(middle).begin < place) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

}  // namespace dossier::quote
