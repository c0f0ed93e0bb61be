// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/load/load_case.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compiler/load/companions.h"
#include "compiler/load/decoders.h"
#include "compiler/load/inventory.h"
#include "compiler/load/lock.h"
#include "compiler/load/places.h"
#include "compiler/load/reviews.h"
#include "compiler/load/text_file.h"
#include "compiler/markdown/parse.h"

namespace dossier::load {
namespace {

using diagnostics::Kind;
using diagnostics::Place;

constexpr std::string_view kHeaderPath = "dossier.yaml";

/// The files of one case on their way into the model.
class Reader {
 public:
  Reader(const io::FileSystem& files, Inventory& inventory, diagnostics::Sources& sources,
         diagnostics::Sink& sink)
      : files_(files), inventory_(inventory), sources_(sources), sink_(sink) {}

  /// One file, when it is there.
  template <typename T>
  void File(std::string_view path, T& out, void (*decode_fields)(Fields&, T&)) {
    if (!inventory_.Has(path)) return;
    inventory_.MarkUsed(path);
    ReadYaml(files_, path, path, sources_, sink_, out, decode_fields);
  }

  /// `name`.yaml and every file of the folder `name`.
  template <typename T>
  void FileOrFolder(std::string_view name, T& out, void (*decode_fields)(Fields&, T&)) {
    File(std::string(name) + ".yaml", out, decode_fields);
    for (const std::string& path : inventory_.FilesUnder(name, ".yaml")) {
      File(path, out, decode_fields);
    }
  }

  void Arguments(std::vector<model::Argument>& arguments) {
    for (const std::string& path : inventory_.FilesUnder("argument", ".md")) {
      inventory_.MarkUsed(path);
      const auto file = ReadSource(files_, path, path, sources_, sink_);
      if (!file) continue;
      std::optional<markdown::Document> document = markdown::Parse(sources_, *file, sink_);
      if (!document) continue;
      model::Argument& argument = arguments.emplace_back();
      argument.path = path;
      argument.document = std::move(*document);
    }
  }

 private:
  const io::FileSystem& files_;
  Inventory& inventory_;
  diagnostics::Sources& sources_;
  diagnostics::Sink& sink_;
};

void MarkExhibitFiles(const model::Case& loaded, Inventory& inventory) {
  for (const model::Exhibit& exhibit : loaded.exhibits) {
    for (const model::ExhibitPart& part : exhibit.files) {
      inventory.MarkOpened(part.file.value);
      inventory.MarkUsed(part.transcript.value);
    }
  }
}

/// The template, the logo, the portraits and the figures, where they are files of the case.
void MarkPrintedFiles(const model::Case& loaded, Inventory& inventory) {
  if (loaded.header.HasOwnTemplate()) inventory.MarkUsed(loaded.header.template_name.value);
  if (loaded.header.print.HasOwnGuide()) inventory.MarkUsed(loaded.header.print.citations.value);
  inventory.MarkUsed(loaded.header.print.logo.value);
  for (const model::Person& person : loaded.people) inventory.MarkUsed(person.portrait.value);
  for (const model::Text& picture : loaded.PicturesOfArgument()) inventory.MarkUsed(picture.value);
}

/// What a machine read of the exhibits; whether it is still of use is for the driver to say.
void MarkSidecars(const model::Case& loaded, Inventory& inventory) {
  for (const model::Exhibit& exhibit : loaded.exhibits) {
    for (std::size_t part = 0; part < exhibit.files.size(); ++part) inventory.MarkUsed(SidecarPath(exhibit, part));
  }
}

void MarkLockedFiles(const model::Lock* lock, Inventory& inventory) {
  inventory.MarkUsed(kLockPath);
  if (lock == nullptr) {
    for (const std::string& path : inventory.FilesUnder("derived", "")) inventory.MarkUsed(path);
    return;
  }
  for (const model::LockedExhibit& exhibit : lock->exhibits) {
    for (const model::LockedPages& pages : exhibit.derived) inventory.MarkUsed(pages.path);
  }
}

/// A fact may be stated once of each subject.
void ReportDuplicateFacts(const std::vector<model::Fact>& facts, diagnostics::Sink& sink) {
  std::map<std::string_view, std::vector<const Spanned<std::string>*>> by_subject;
  for (const model::Fact& fact : facts) by_subject[fact.subject.value].push_back(&fact.id);
  for (auto& [subject, ids] : by_subject) ReportDuplicateIds(std::move(ids), sink);
}

/// What no single file can show.
void CheckAcrossFiles(const model::Case& loaded, diagnostics::Sink& sink) {
  ReportDuplicateIds(loaded.people, sink);
  ReportDuplicateIds(loaded.exhibits, sink);
  ReportDuplicateIds(loaded.sections, sink);
  ReportDuplicateFacts(loaded.facts, sink);
  ReportDuplicateIds(loaded.lists, sink);
  ReportDuplicateIds(loaded.claims, sink);
  ReportDuplicateIds(loaded.figures, sink);
  ReportDuplicateIds(loaded.indexes, sink);
  ReportDuplicateIds(loaded.events, sink);
  ReportDuplicateGrounds(loaded.grounds, sink);
  CheckPlaces(loaded.arguments, sink);
}

void ReadAll(Reader& reader, model::Case& loaded) {
  reader.File(kHeaderPath, loaded.header, DecodeHeader);
  reader.File("people.yaml", loaded.people, DecodePeople);
  reader.FileOrFolder("exhibits", loaded, DecodeExhibits);
  reader.FileOrFolder("grounds", loaded.grounds, DecodeGrounds);
  reader.File("decision.yaml", loaded.decisions, DecodeDecisions);
  reader.File("facts.yaml", loaded, DecodeFacts);
  reader.File("events.yaml", loaded.events, DecodeEvents);
  reader.File("author.yaml", loaded.author, DecodeAuthor);
  reader.File(kReviewsPath, loaded.reviews, DecodeReviews);
  reader.Arguments(loaded.arguments);
}

bool HasErrorsSince(const diagnostics::Sink& sink, std::size_t before) {
  for (std::size_t i = before; i < sink.findings().size(); ++i) {
    if (sink.findings()[i].EffectiveLevel() == diagnostics::Level::kError) return true;
  }
  return false;
}

}  // namespace

std::optional<model::Case> LoadCase(const io::FileSystem& files, diagnostics::Sources& sources,
                                    diagnostics::Sink& sink, const LoadOptions& options) {
  const std::size_t before = sink.findings().size();
  const Result<std::vector<io::Entry>> entries = files.List();
  if (!entries) {
    sink.Report({.kind = Kind::kFileUnreadable,
                 .args = {entries.failure().reason},
                 .place = Place::InFile(".")});
    return std::nullopt;
  }
  Inventory inventory(*entries);
  model::Case loaded;
  Reader reader(files, inventory, sources, sink);
  if (options.inputs != nullptr) *options.inputs = inventory.Inputs();
  if (!inventory.Has(kHeaderPath)) {
    sink.Report({.kind = Kind::kCaseFileMissing,
                 .place = Place::InFile(std::string(kHeaderPath)),
                 .hint = "name the folder of a case, or make one with `dossier init`"});
    return std::nullopt;
  }
  ReadAll(reader, loaded);
  CheckAcrossFiles(loaded, sink);
  FindTimeProofs(inventory, loaded);
  MarkExhibitFiles(loaded, inventory);
  MarkPrintedFiles(loaded, inventory);
  MarkCompanions(loaded, inventory);
  MarkSidecars(loaded, inventory);
  MarkLockedFiles(options.lock, inventory);
  // After a broken file one cannot say what it would have used.
  const bool complete = !HasErrorsSince(sink, before);
  if (complete) inventory.ReportUnused(sink);
  const bool loads = complete && inventory.HasWholeText();
  inventory.ReportNotRegular(loads, sink);
  loaded.inputs = inventory.Inputs();
  if (options.inputs != nullptr) *options.inputs = loaded.inputs;
  if (!loads) return std::nullopt;
  return loaded;
}

}  // namespace dossier::load
