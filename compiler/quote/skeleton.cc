// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/quote/skeleton.h"

#include <algorithm>
#include <utility>

#include "compiler/foundation/utf8.h"

namespace dossier::quote {
namespace {

/// Letters for which another stands; the rest stand for themselves.
constexpr std::pair<char32_t, std::string_view> kStandIns[] = {
    {' ', ""},     {'!', "l"},    {',', "."},   {':', ";"},    {'0', "o"},     {'1', "l"},
    {'3', "з"},    {'5', "s"},    {'8', "B"},   {'I', "l"},    {'O', "o"},     {'S', "s"},
    {'b', "ll"},   {'d', "cl"},   {'e', "c"},   {'h', "ll"},   {'i', "l"},     {'j', "l"},
    {'m', "lll"},  {'n', "ll"},   {'r', "l"},   {'u', "ll"},   {'w', "vv"},    {'|', "l"},
    {U'ą', "a"},   {U'č', "c"},   {U'ę', "c"},  {U'ė', "c"},   {U'į', "l"},    {U'š', "s"},
    {U'ų', "ll"},  {U'ū', "ll"},  {U'ž', "z"},  {U'й', "и"},   {U'н', "и"},    {U'п', "и"},
    {U'ё', "е"},   {U'с', "е"},   {U'щ', "ш"},  {U'ъ', "ь"},   {U'э', "з"},    {U'о', "o"}};

const std::string_view* StandIn(char32_t code) {
  for (const auto& [letter, stand_in] : kStandIns) {
    if (letter == code) return &stand_in;
  }
  return nullptr;
}

/// The same by table for ASCII, which is nearly everything.
struct AsciiTable {
  const std::string_view* entries[128];
  AsciiTable() {
    for (char32_t code = 0; code < 128; ++code) entries[code] = StandIn(code);
  }
};

}  // namespace

Skeleton::Skeleton(std::string_view folded) {
  static const AsciiTable table;
  text_.reserve(folded.size() + folded.size() / 4);
  begins_.reserve(text_.capacity() + 1);
  for (std::size_t at = 0; at < folded.size();) {
    const auto byte = static_cast<unsigned char>(folded[at]);
    std::size_t size = 1;
    const std::string_view* stand_in = nullptr;
    if (byte < 0x80) {
      stand_in = table.entries[byte];
    } else {
      const utf8::Decoded decoded = utf8::DecodeAt(folded, at);
      size = decoded.size;
      stand_in = StandIn(decoded.code);
    }
    const std::string_view put = stand_in == nullptr ? folded.substr(at, size) : *stand_in;
    text_ += put;
    begins_.insert(begins_.end(), put.size(), static_cast<std::uint32_t>(at));
    at += size;
  }
  begins_.push_back(static_cast<std::uint32_t>(folded.size()));
}

std::size_t Skeleton::At(std::size_t folded) const {
  const auto found = std::lower_bound(begins_.begin(), begins_.end() - 1, folded);
  return static_cast<std::size_t>(found - begins_.begin());
}

}  // namespace dossier::quote
