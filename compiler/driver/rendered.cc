// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/rendered.h"

#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "compiler/cache/store.h"
#include "compiler/crypto/sha256.h"
#include "compiler/driver/locate.h"
#include "compiler/worker/parallel.h"

namespace dossier::driver {
namespace {

using reading::Comparison;
using reading::Shown;

Comparison Unclear(std::string reason) {
  Comparison comparison;
  comparison.reason = std::move(reason);
  return comparison;
}

/// Questions about one page, which one worker answers.
struct PageQuestions {
  const ExhibitFile* file = nullptr;
  int page = 0;
  std::vector<reading::LanguageData> languages;
  std::vector<std::size_t> questions;
  std::vector<Bytes> answers;  // in step, one quotation each
  std::string failure;
};

std::string CacheKey(const RenderedQuestion& question, const std::vector<reading::LanguageData>& languages,
                     const OcrEngine& engine) {
  std::string machine = engine.version();
  for (const reading::LanguageData& data : languages) machine += "/" + data.name + engine.DigestOf(data.name).ToHex();
  return "rendered/" + std::to_string(reading::kReadingVersion) + "/" + question.file->inspection.sha256.ToHex() + "/" +
         std::to_string(question.page) + "/" + crypto::Sha256(question.text).ToHex() + "/" +
         crypto::Sha256(machine).ToHex();
}

/// Asks the worker; one answer a quotation, encoded alone so that each can be kept.
void Ask(const std::vector<RenderedQuestion>& questions, PageQuestions& page) {
  reading::QuotationsRequest request{
      .at = {.page = page.page, .data = page.languages, .file = page.file->bytes}, .quotations = {}};
  for (const std::size_t i : page.questions) request.quotations.push_back(questions[i].text);
  const worker::Outcome outcome = OcrEngine::Run(reading::kQuotationsTask, reading::Encode(request));
  if (outcome.status != worker::Status::kAnswered) {
    page.failure = outcome.reason;
    return;
  }
  if (outcome.messages.find("Out of memory") != std::string::npos) {
    page.failure = "its page needs more memory than allowed";
    return;
  }
  const auto shown = reading::DecodeShown(outcome.content);
  if (!shown || shown->size() != page.questions.size()) {
    page.failure = "the reader's answer makes no sense";
    return;
  }
  for (const Shown& entry : *shown) page.answers.push_back(reading::Encode(std::vector<Shown>{entry}));
}

Comparison Judge(ByteView answer) {
  const auto shown = reading::DecodeShown(answer);
  if (!shown || shown->size() != 1) return Unclear("the reader's answer makes no sense");
  return reading::Compare(shown->front());
}

class Comparing {
 public:
  Comparing(const std::vector<RenderedQuestion>& questions, int jobs)
      : questions_(questions), jobs_(jobs), cache_(cache::Store::Open(CacheFolder())), out_(questions.size()) {}

  std::vector<Comparison> Run() {
    if (questions_.empty()) return out_;
    if (!engine_.problem().empty()) {
      for (Comparison& entry : out_) entry = Unclear("pictures cannot be read here: " + engine_.problem());
      return out_;
    }
    for (std::size_t i = 0; i < questions_.size(); ++i) Sort(i);
    worker::ForEach(pages_.size(), jobs_, [&](std::size_t i) { Ask(questions_, pages_[i]); });
    std::vector<cache::Entry> entries;
    for (PageQuestions& page : pages_) Take(page, entries);
    cache_.Put(entries);
    return out_;
  }

 private:
  /// Answers it from the cache, or puts it to its page.
  void Sort(std::size_t i) {
    const RenderedQuestion& question = questions_[i];
    OcrEngine::Languages languages = engine_.LanguagesFor(question.tags);
    if (!languages.missing.empty()) {
      out_[i] = Unclear("nothing on this machine reads \"" + languages.missing + "\" (" + HowToRead(languages.missing) + ")");
      return;
    }
    keys_[i] = CacheKey(question, languages.data, engine_);
    if (const auto known = cache_.Get(keys_[i])) {
      out_[i] = Judge(*known);
      return;
    }
    const auto place = at_.try_emplace({question.file, question.page, question.tags}, pages_.size());
    if (place.second) {
      pages_.push_back({.file = question.file, .page = question.page, .languages = std::move(languages.data),
                        .questions = {}, .answers = {}, .failure = {}});
    }
    pages_[place.first->second].questions.push_back(i);
  }

  void Take(PageQuestions& page, std::vector<cache::Entry>& entries) {
    for (std::size_t j = 0; j < page.questions.size(); ++j) {
      const std::size_t i = page.questions[j];
      if (!page.failure.empty()) {
        out_[i] = Unclear(page.failure);
        continue;
      }
      out_[i] = Judge(page.answers[j]);
      entries.push_back({.key = keys_[i], .value = std::move(page.answers[j])});
    }
  }

  const std::vector<RenderedQuestion>& questions_;
  int jobs_;
  OcrEngine engine_;
  cache::Store cache_;
  std::vector<Comparison> out_;
  std::map<std::size_t, std::string> keys_;
  std::vector<PageQuestions> pages_;
  std::map<std::tuple<const ExhibitFile*, int, std::vector<std::string>>, std::size_t> at_;
};

}  // namespace

std::vector<Comparison> CompareRendered(const std::vector<RenderedQuestion>& questions, int jobs) {
  return Comparing(questions, jobs).Run();
}

}  // namespace dossier::driver
