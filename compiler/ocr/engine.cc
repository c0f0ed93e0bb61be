// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/ocr/engine.h"

#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <exception>
#include <new>

namespace dossier::ocr {
namespace {

using reading::Box;
using reading::LanguageData;
using reading::Line;
using reading::Word;

constexpr std::string_view kSuffix = ".traineddata";

// tesseract takes a plain function to read its files with. For the time of one `Open`.
thread_local std::span<const LanguageData> offered;

bool ReadOffered(const char* path, std::vector<char>* content) {
  std::string_view name = path;
  name.remove_prefix(std::min(name.rfind('/') + 1, name.size()));
  if (name.ends_with(kSuffix)) name.remove_suffix(kSuffix.size());
  for (const LanguageData& data : offered) {
    if (data.name != name) continue;
    content->assign(data.bytes.begin(), data.bytes.end());
    return true;
  }
  return false;
}

/// The word under the iterator; empty when there is none.
Word WordAt(const tesseract::ResultIterator& at, const Picture& picture) {
  Word word;
  const std::unique_ptr<char[]> text(at.GetUTF8Text(tesseract::RIL_WORD));
  if (text == nullptr) return word;
  word.text = text.get();
  std::erase_if(word.text, [](char c) { return static_cast<unsigned char>(c) <= 0x20; });
  const auto confidence = static_cast<int>(std::lround(at.Confidence(tesseract::RIL_WORD)));
  word.confidence = std::clamp(confidence, 0, 100);
  Box box;
  if (at.BoundingBox(tesseract::RIL_WORD, &box.left, &box.top, &box.right, &box.bottom)) {
    word.box = {.left = std::clamp(box.left, 0, picture.width),
                .top = std::clamp(box.top, 0, picture.height),
                .right = std::clamp(box.right, 0, picture.width),
                .bottom = std::clamp(box.bottom, 0, picture.height)};
  }
  return word;
}

std::vector<Line> LinesOf(tesseract::ResultIterator& at, const Picture& picture) {
  std::vector<Line> lines;
  do {
    if (lines.empty() || at.IsAtBeginningOf(tesseract::RIL_TEXTLINE)) lines.emplace_back();
    Word word = WordAt(at, picture);
    if (!word.text.empty()) lines.back().words.push_back(std::move(word));
  } while (at.Next(tesseract::RIL_WORD));
  std::erase_if(lines, [](const Line& line) { return line.words.empty(); });
  return lines;
}

}  // namespace

struct Engine::State {
  tesseract::TessBaseAPI api;
};

Engine::Engine(std::unique_ptr<State> state) : state_(std::move(state)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Result<Engine> Engine::Open(std::span<const LanguageData> data) {
  if (data.empty()) return Failure{"no language is given"};
  std::string names;
  for (const LanguageData& entry : data) names += (names.empty() ? "" : "+") + entry.name;
  try {
    auto state = std::make_unique<State>();
    offered = data;
    // The path is never opened; a path that is given keeps TESSDATA_PREFIX out.
    const int failed = state->api.Init("/", 0, names.c_str(), tesseract::OEM_LSTM_ONLY, nullptr, 0, nullptr, nullptr,
                                       false, &ReadOffered);
    offered = {};
    std::vector<std::string> loaded;
    state->api.GetLoadedLanguagesAsVector(&loaded);
    if (failed != 0 || loaded.size() < data.size()) {
      return Failure{"the data of " + names + " is damaged or of another version of tesseract"};
    }
    return Engine(std::move(state));
  } catch (const std::bad_alloc&) {
    return Failure{"it needs more memory than allowed"};
  } catch (const std::exception& error) {
    return Failure{std::string("the data of ") + names + " cannot be used: " + error.what()};
  }
}

Result<std::vector<Line>> Engine::Read(const Picture& picture, Layout layout) {
  if (picture.width < 1 || picture.height < 1 ||
      picture.grey.size() != static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height)) {
    return Failure{"the picture is empty"};
  }
  try {
    tesseract::TessBaseAPI& api = state_->api;
    api.SetPageSegMode(layout == Layout::kPage ? tesseract::PSM_AUTO : tesseract::PSM_SINGLE_BLOCK);
    api.SetImage(reinterpret_cast<const unsigned char*>(picture.grey.data()), picture.width, picture.height, 1,
                 picture.width);
    constexpr int kUsual = 300;  // tesseract guesses badly where nothing is known
    api.SetSourceResolution(picture.dpi > 0 ? picture.dpi : kUsual);
    if (api.Recognize(nullptr) != 0) return Failure{"its picture cannot be read"};
    const std::unique_ptr<tesseract::ResultIterator> words(api.GetIterator());
    std::vector<Line> lines = words == nullptr ? std::vector<Line>() : LinesOf(*words, picture);
    api.Clear();
    return lines;
  } catch (const std::bad_alloc&) {
    return Failure{"it needs more memory than allowed"};
  } catch (const std::exception& error) {
    return Failure{std::string("its picture cannot be read: ") + error.what()};
  }
}

std::string Version() { return std::string("tesseract ") + tesseract::TessBaseAPI::Version(); }

}  // namespace dossier::ocr
