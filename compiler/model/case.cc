// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/model/case.h"

#include <algorithm>

namespace dossier::model {

const Person* Case::FindPerson(std::string_view id) const {
  const auto found = std::find_if(people.begin(), people.end(),
                                  [&](const Person& person) { return person.id.value == id; });
  return found == people.end() ? nullptr : &*found;
}

const Exhibit* Case::FindExhibit(std::string_view id) const {
  const auto found = std::find_if(exhibits.begin(), exhibits.end(),
                                  [&](const Exhibit& exhibit) { return exhibit.id.value == id; });
  return found == exhibits.end() ? nullptr : &*found;
}

const Argument* Case::FindArgument(std::string_view path) const {
  const auto found = std::find_if(arguments.begin(), arguments.end(),
                                  [&](const Argument& argument) { return argument.path == path; });
  return found == arguments.end() ? nullptr : &*found;
}

std::string SidecarPath(const Exhibit& exhibit, std::size_t part) {
  const bool several = exhibit.files.size() > 1;
  return "derived/ocr/" + exhibit.id.value + (several ? "-" + std::to_string(part + 1) : "") + ".json";
}

std::vector<Text> Case::PicturesOfArgument() const {
  std::vector<Text> pictures;
  for (const Argument& argument : arguments) {
    markdown::ForEachInline(argument.document, [&](const markdown::Inline& node) {
      if (node.kind != markdown::InlineKind::kPicture) return;
      Text& path = pictures.emplace_back();
      path.value = node.target;
      path.span = node.span;
    });
  }
  return pictures;
}

std::string Print::FontFamily() const {
  std::string name;
  bool begins = true;
  for (const char c : font.value) {
    const bool small = c >= 'a' && c <= 'z';
    name += c == '-' ? ' ' : begins && small ? static_cast<char>(c - 'a' + 'A') : c;
    begins = c == '-';
  }
  return name;
}

const LockedExhibit* Lock::Find(std::string_view id) const {
  const auto found = std::find_if(exhibits.begin(), exhibits.end(),
                                  [&](const LockedExhibit& exhibit) { return exhibit.id == id; });
  return found == exhibits.end() ? nullptr : &*found;
}

std::span<const Named<ExhibitKind>> ExhibitKindNames() {
  static constexpr Named<ExhibitKind> kNames[] = {
      {ExhibitKind::kStatement, "statement"},      {ExhibitKind::kWitness, "witness"},
      {ExhibitKind::kOfficial, "official"},        {ExhibitKind::kMedical, "medical"},
      {ExhibitKind::kIdentity, "identity"},        {ExhibitKind::kTravel, "travel"},
      {ExhibitKind::kJudgment, "judgment"},        {ExhibitKind::kLaw, "law"},
      {ExhibitKind::kDecision, "decision"},        {ExhibitKind::kNgoReport, "ngo-report"},
      {ExhibitKind::kIgoReport, "igo-report"},     {ExhibitKind::kStateReport, "state-report"},
      {ExhibitKind::kResolution, "resolution"},    {ExhibitKind::kMedia, "media"},
      {ExhibitKind::kSocial, "social"},            {ExhibitKind::kPhoto, "photo"},
      {ExhibitKind::kVideo, "video"},              {ExhibitKind::kLetter, "letter"},
      {ExhibitKind::kExpert, "expert"},            {ExhibitKind::kIndex, "index"},
      {ExhibitKind::kNote, "note"}};
  return kNames;
}

std::span<const Named<Nature>> NatureNames() {
  static constexpr Named<Nature> kNames[] = {{Nature::kFact, "fact"},
                                             {Nature::kAssessment, "assessment"}};
  return kNames;
}

std::span<const Named<Scope>> ScopeNames() {
  static constexpr Named<Scope> kNames[] = {
      {Scope::kIndividual, "individual"}, {Scope::kGroup, "group"}, {Scope::kCountry, "country"}};
  return kNames;
}

std::span<const Named<PersonKind>> PersonKindNames() {
  static constexpr Named<PersonKind> kNames[] = {{PersonKind::kPerson, "person"},
                                                 {PersonKind::kOrganisation, "organisation"}};
  return kNames;
}

std::span<const Named<Protection>> ProtectionNames() {
  static constexpr Named<Protection> kNames[] = {{Protection::kNone, "none"},
                                                 {Protection::kPseudonym, "pseudonym"},
                                                 {Protection::kRedact, "redact"}};
  return kNames;
}

std::span<const Named<InputStatus>> InputStatusNames() {
  static constexpr Named<InputStatus> kNames[] = {{InputStatus::kUsed, "used"},
                                                  {InputStatus::kWaived, "waived"},
                                                  {InputStatus::kRejected, "rejected"}};
  return kNames;
}

std::span<const Named<Print::Paper>> PaperNames() {
  static constexpr Named<Print::Paper> kNames[] = {{Print::Paper::kA4, "a4"},
                                                   {Print::Paper::kLetter, "letter"}};
  return kNames;
}

std::span<const Named<Print::Numbers>> NumberPlacementNames() {
  static constexpr Named<Print::Numbers> kNames[] = {{Print::Numbers::kHanging, "hanging"},
                                                     {Print::Numbers::kMargin, "margin"}};
  return kNames;
}

std::span<const Named<Print::Paragraphs>> ParagraphNumberingNames() {
  static constexpr Named<Print::Paragraphs> kNames[] = {
      {Print::Paragraphs::kThrough, "through"},
      {Print::Paragraphs::kBySection, "by-section"},
      {Print::Paragraphs::kNone, "none"}};
  return kNames;
}

std::span<const Named<Print::Notes>> NotePlacementNames() {
  static constexpr Named<Print::Notes> kNames[] = {{Print::Notes::kFoot, "foot"},
                                                   {Print::Notes::kEnd, "end"}};
  return kNames;
}

}  // namespace dossier::model
