// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/reading/codec.h"

#include <algorithm>
#include <limits>

#include "compiler/foundation/wire.h"
#include "compiler/worker/untrusted_text.h"

namespace dossier::reading {
namespace {

constexpr int kMost = std::numeric_limits<int>::max();
constexpr std::size_t kBoxSize = 4 * kWireNumberSize;
constexpr std::size_t kWordSize = kWireTextSize + kWireNumberSize + kBoxSize;
constexpr const char* kNonsense = "the reader's answer makes no sense";

int DecodeInt(WireReader& in, int least, int most) { return static_cast<int>(in.NumberWithin(least, most)); }

void EncodeBox(const Box& box, WireWriter& out) {
  for (const int side : {box.left, box.top, box.right, box.bottom}) out.Number(side);
}

Box DecodeBox(WireReader& in) {
  Box box;
  for (int* side : {&box.left, &box.top, &box.right, &box.bottom}) *side = DecodeInt(in, 0, kMost);
  return box;
}

/// One word: harmless, and without white space, so that a line can be taken apart again.
std::string DecodeWordText(WireReader& in) {
  std::string text = worker::CleanLine(in.Text());
  std::erase(text, ' ');
  return text;
}

void EncodeWord(const Word& word, WireWriter& out) {
  out.Text(word.text);
  out.Number(word.confidence);
  EncodeBox(word.box, out);
}

Word DecodeWord(WireReader& in) {
  Word word{.text = DecodeWordText(in), .confidence = DecodeInt(in, 0, 100), .box = {}};
  word.box = DecodeBox(in);
  return word;
}

void EncodeWords(const std::vector<Word>& words, WireWriter& out) {
  out.Count(words.size());
  for (const Word& word : words) EncodeWord(word, out);
}

std::vector<Word> DecodeWords(WireReader& in) {
  std::vector<Word> words(in.Count(kWordSize));
  for (Word& word : words) word = DecodeWord(in);
  return words;
}

void EncodeRequest(const PageRequest& request, WireWriter& out) {
  out.Number(request.page);
  out.Count(request.data.size());
  for (const LanguageData& data : request.data) {
    out.Text(data.name);
    out.Text(data.bytes);
  }
  out.Text(request.file);
}

PageRequest DecodeRequest(WireReader& in) {
  PageRequest request{.page = DecodeInt(in, 1, kMost), .data = {}, .file = {}};
  request.data.resize(in.Count(2 * kWireTextSize));
  for (LanguageData& data : request.data) {
    data.name = in.Text();
    data.bytes = in.View();
  }
  request.file = in.View();
  return request;
}

void EncodePassage(const Passage& passage, WireWriter& out) {
  out.Number(passage.page);
  out.Count(passage.layer.size());
  for (const LayerWord& word : passage.layer) {
    out.Text(word.text);
    EncodeBox(word.box, out);
    out.Flag(word.quoted);
    out.Flag(word.ink);
  }
  out.Count(passage.readings.size());
  for (const std::vector<Word>& reading : passage.readings) EncodeWords(reading, out);
}

Passage DecodePassage(WireReader& in) {
  Passage passage{.page = DecodeInt(in, 1, kMost), .layer = {}, .readings = {}};
  passage.layer.resize(in.Count(kWireTextSize + kBoxSize + 2 * kWireFlagSize));
  for (LayerWord& word : passage.layer) {
    word.text = DecodeWordText(in);
    word.box = DecodeBox(in);
    word.quoted = in.Flag();
    word.ink = in.Flag();
  }
  passage.readings.resize(in.Count(kWireNumberSize));
  for (std::vector<Word>& reading : passage.readings) reading = DecodeWords(in);
  return passage;
}

}  // namespace

Bytes Encode(const PageRequest& request) {
  WireWriter out;
  EncodeRequest(request, out);
  return std::move(out).Take();
}

Bytes Encode(const QuotationsRequest& request) {
  WireWriter out;
  EncodeRequest(request.at, out);
  out.Count(request.quotations.size());
  for (const std::string& quotation : request.quotations) out.Text(quotation);
  return std::move(out).Take();
}

Bytes Encode(const Page& page) {
  WireWriter out;
  for (const int number : {page.number, page.dpi, page.width, page.height}) out.Number(number);
  out.Count(page.languages.size());
  for (const std::string& language : page.languages) out.Text(language);
  out.Count(page.lines.size());
  for (const Line& line : page.lines) EncodeWords(line.words, out);
  return std::move(out).Take();
}

Bytes Encode(const std::vector<Shown>& shown) {
  WireWriter out;
  out.Count(shown.size());
  for (const Shown& entry : shown) {
    out.Flag(entry.font_missing);
    out.Count(entry.passages.size());
    for (const Passage& passage : entry.passages) EncodePassage(passage, out);
  }
  return std::move(out).Take();
}

Result<PageRequest> DecodePageRequest(ByteView bytes) {
  WireReader in(bytes);
  PageRequest request = DecodeRequest(in);
  if (!in.Finished()) return Failure{"the request makes no sense"};
  return request;
}

Result<QuotationsRequest> DecodeQuotationsRequest(ByteView bytes) {
  WireReader in(bytes);
  QuotationsRequest request{.at = DecodeRequest(in), .quotations = {}};
  request.quotations.resize(in.Count(kWireTextSize));
  for (std::string& quotation : request.quotations) quotation = in.Text();
  if (!in.Finished()) return Failure{"the request makes no sense"};
  return request;
}

Result<Page> DecodePage(ByteView bytes) {
  WireReader in(bytes);
  Page page{.number = DecodeInt(in, 1, kMost), .languages = {}, .lines = {}};
  for (int* number : {&page.dpi, &page.width, &page.height}) *number = DecodeInt(in, 0, kMost);
  page.languages.resize(in.Count(kWireTextSize));
  for (std::string& language : page.languages) language = worker::CleanLine(in.Text());
  page.lines.resize(in.Count(kWireNumberSize));
  for (Line& line : page.lines) {
    line.words = DecodeWords(in);
    std::erase_if(line.words, [](const Word& word) { return word.text.empty(); });
  }
  std::erase_if(page.lines, [](const Line& line) { return line.words.empty(); });
  if (!in.Finished()) return Failure{kNonsense};
  return page;
}

Result<std::vector<Shown>> DecodeShown(ByteView bytes) {
  WireReader in(bytes);
  std::vector<Shown> shown(in.Count(kWireFlagSize + kWireNumberSize));
  for (Shown& entry : shown) {
    entry.font_missing = in.Flag();
    entry.passages.resize(in.Count(3 * kWireNumberSize));
    for (Passage& passage : entry.passages) passage = DecodePassage(in);
  }
  if (!in.Finished()) return Failure{kNonsense};
  return shown;
}

}  // namespace dossier::reading
