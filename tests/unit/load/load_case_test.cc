// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/load/load_case.h"

#include <gtest/gtest.h>

#include "tests/unit/load/findings_as_text.h"

namespace dossier::load {
namespace {

constexpr const char* kHeader = R"(format: 1
id: sample
title: {en: Sample case, lt: Pavyzdinė byla}
language: en
template: appeal-brief
rules: [lt/foreigners-law]
applicants: [a-one]
pleads: [lt.utpi.87.1.1, {criterion: coe.pace1900, for: [a-one, a-two]}]
filings: [{id: f1, date: 2024-10-14}]
procedures:
  - {id: first, kind: asylum, applicants: [a-one], lodged: 2022-03-15, decisions: [{by: o-md, date: 2023-07-14, outcome: refused}]}
  - {id: second, kind: subsequent, lodged: 2024-01, hearing: pending}
)";

struct Loaded {
  diagnostics::Sources sources;
  diagnostics::Sink sink;
  std::vector<model::Input> inputs;
  std::optional<model::Case> content;

  [[nodiscard]] std::string Findings() const { return Lines(sources, sink); }
};

Loaded LoadFiles(const io::FileSystem& files, const model::Lock* lock = nullptr) {
  Loaded loaded;
  loaded.content =
      LoadCase(files, loaded.sources, loaded.sink, {.lock = lock, .inputs = &loaded.inputs});
  return loaded;
}

/// The file, beside a good dossier.yaml, must be refused with exactly these lines.
void CheckRefused(const std::string& path, const std::string& text, const std::string& lines) {
  const Loaded loaded = LoadFiles(MemoryFiles({{"dossier.yaml", kHeader}, {path, text}}));
  EXPECT_FALSE(loaded.content) << text;
  EXPECT_EQ(loaded.Findings(), lines) << text;
}

void CheckAccepted(const std::string& path, const std::string& text) {
  const Loaded loaded = LoadFiles(MemoryFiles({{"dossier.yaml", kHeader}, {path, text}}));
  EXPECT_TRUE(loaded.content) << text;
  EXPECT_EQ(loaded.Findings(), "") << text;
}

std::string OneExhibit(const std::string& more) {
  return "format: 1\nexhibits:\n- {id: e1, title: T, kind: note, scope: country, language: en" +
         (more.empty() ? "" : ", " + more) + "}\n";
}

TEST(LoadHeader, ReadsEveryKey) {
  const Loaded loaded = LoadFiles(MemoryFiles({{"dossier.yaml", kHeader}}));
  ASSERT_TRUE(loaded.content) << loaded.Findings();
  const model::Header& header = loaded.content->header;
  EXPECT_EQ(header.id.value, "sample");
  EXPECT_EQ(header.title.In("lt"), "Pavyzdinė byla");
  EXPECT_EQ(header.rules.at(0).value, "lt/foreigners-law");
  ASSERT_EQ(header.pleads.size(), 2U);
  EXPECT_EQ(header.pleads[0].criterion.value, "lt.utpi.87.1.1");
  EXPECT_TRUE(header.pleads[0].for_persons.empty());
  EXPECT_EQ(header.pleads[1].for_persons.at(1).value, "a-two");
  EXPECT_EQ(header.filings.at(0).date.date->ToString(), "2024-10-14");
  ASSERT_EQ(header.procedures.size(), 2U);
  EXPECT_EQ(header.procedures[0].decisions.at(0).outcome, "refused");
  EXPECT_EQ(header.procedures[1].lodged.date->ToString(), "2024-01");
  EXPECT_TRUE(header.procedures[1].hearing.pending);
  EXPECT_FALSE(header.procedures[1].removal.pending);
  EXPECT_FALSE(header.procedures[1].removal.date);
}

TEST(LoadHeader, AllMistakesOfAFileAreShown) {
  const Loaded loaded = LoadFiles(MemoryFiles({{"dossier.yaml", R"(format: 1
id: Bad Id
titel: Sample
language: english
template: appeal-brief
filings: [{id: f1, date: 2023-02-30}, {id: f1, date: someday}]
procedures: {kind: asylum}
)"}}));
  EXPECT_FALSE(loaded.content);
  EXPECT_EQ(
      loaded.Findings(),
      "dossier.yaml:2:5 D0108 \"Bad Id\" is not an id: small letters, digits, hyphens and dots\n"
      "dossier.yaml:1:1 D0102 the key \"title\" is missing\n"
      "dossier.yaml:4:11 D0105 \"english\" is not one of the values of \"language\" | write a "
      "language tag: en, lt, ru, kk\n"
      "dossier.yaml:6:26 D0106 \"2023-02-30\" is not a date that exists | this month has 28 days\n"
      "dossier.yaml:6:54 D0106 \"someday\" is not a date that exists | write 2023, 2023-12 or "
      "2023-12-21, or `pending` for a date that is still to come\n"
      "dossier.yaml:7:13 D0103 \"procedures\" wants a list, this is a map\n"
      "dossier.yaml:6:44 D0109 the id \"f1\" is used twice\n"
      "dossier.yaml:3:1 D0101 unknown key \"titel\" | did you mean \"title\"?\n");
}

TEST(LoadHeader, APackIsNamedOnce) {
  std::string twice = kHeader;
  twice.replace(twice.find("[lt/foreigners-law]"), 19, "[lt/a, lt/a]");
  EXPECT_EQ(LoadFiles(MemoryFiles({{"dossier.yaml", twice}})).Findings(),
            "dossier.yaml:6:15 D0109 the id \"lt/a\" is used twice\n");
}

TEST(LoadFormat, FirstAndRequired) {
  CheckRefused("people.yaml", "people: []\n",
               "people.yaml:1:1 D0102 the key \"format\" is missing | begin the file with the line "
               "`format: 1`\n");
  CheckRefused("people.yaml", "people: []\nformat: 1\n",
               "people.yaml:2:1 D0103 \"format\" wants the first line of the file, this is further "
               "down\n");
  CheckRefused("people.yaml", "format: 2\npeople: []\n",
               "people.yaml:1:9 D0107 format 2 is not read by this version | write `format: 1`\n");
  CheckRefused("people.yaml", "- a\n",
               "people.yaml:1:1 D0103 \"file\" wants a map that begins with `format: 1`, this is a "
               "list\n");
}

TEST(LoadPeople, ClosedSets) {
  CheckAccepted(
      "people.yaml",
      "format: 1\npeople:\n- {id: p1, name: {en: A, ru: Б}, variants: [no], kind: person, "
      "role: witness, protect: redact}\n- {id: o1, name: O, kind: organisation, group: g}\n");
  CheckRefused(
      "people.yaml", "format: 1\npeople:\n- {id: p1, name: A, kind: organization}\n",
      "people.yaml:3:27 D0105 \"organization\" is not one of the values of \"kind\" | did you "
      "mean \"organisation\"?\n");
  CheckRefused(
      "people.yaml", "format: 1\npeople:\n- {id: p1, name: A, protect: yes}\n",
      "people.yaml:3:30 D0105 \"yes\" is not one of the values of \"protect\" | one of none, "
      "pseudonym, redact\n");
  CheckRefused("people.yaml", "format: 1\npeople:\n- {id: p1, name: A}\n- {id: p1, name: B}\n",
               "people.yaml:4:8 D0109 the id \"p1\" is used twice\n");
  CheckRefused("people.yaml", "format: 1\npeople:\n- {id: p1, name: {english: A}}\n",
               "people.yaml:3:19 D0105 \"english\" is not one of the values of \"name\" | name a "
               "language: en, lt, ru, kk\n");
  CheckRefused("people.yaml",
               "format: 1\npeople:\n- {id: p1, name: }\n- {id: p2, name: {en: ''}}\n-\n",
               "people.yaml:3:12 D0110 \"name\" has no value | write a value, or delete it\n"
               "people.yaml:4:23 D0110 \"name\" has no value | write a value, or delete it\n"
               "people.yaml:5:1 D0110 \"people\" has no value | write a value, or delete it\n");
}

TEST(LoadExhibits, ReadsEveryKey) {
  const Loaded loaded = LoadFiles(MemoryFiles(
      {{"dossier.yaml", kHeader}, {"files/a.pdf", "x"}, {"exhibits/one.yaml", R"(format: 1
exhibits:
- id: e14
  title: {en: Report on the January events}
  kind: ngo-report
  nature: assessment
  scope: country
  publisher: omct
  origin: [o1, o2]
  surrogate: true
  label: A-14
  submitted: f1
  dates: {event: 2022-01, published: 2022-04, captured: 2024-09-30T10:12:00Z}
  parts: [{label: annex 1, file: files/a.pdf, transcript: files/a.vtt, transcript_by: Cara}]
  url: https://example.org/
  archived: https://example.org/a
  language: [no, {language: lt, pages: 1-3}]
  translation: {of: e13, by: A translator, certified: true}
)"}}));
  ASSERT_TRUE(loaded.content) << loaded.Findings();
  ASSERT_EQ(loaded.content->exhibits.size(), 1U);
  const model::Exhibit& exhibit = loaded.content->exhibits[0];
  EXPECT_EQ(exhibit.kind, model::ExhibitKind::kNgoReport);
  EXPECT_EQ(exhibit.nature, model::Nature::kAssessment);
  EXPECT_EQ(exhibit.origin, (std::vector<std::string>{"o1", "o2"}));
  EXPECT_TRUE(exhibit.surrogate);
  EXPECT_EQ(exhibit.captured.date->ToString(), "2024-09-30T10:12:00Z");
  EXPECT_EQ(exhibit.files.at(0).label, "annex 1");
  EXPECT_EQ(exhibit.files[0].transcript.value, "files/a.vtt");
  EXPECT_EQ(exhibit.files[0].transcript_by, "Cara");
  ASSERT_EQ(exhibit.languages.size(), 2U);
  EXPECT_EQ(exhibit.languages[0].language, "no") << "Norwegian, not a truth value";
  EXPECT_EQ(exhibit.languages[1].pages, "1-3");
  ASSERT_TRUE(exhibit.translation);
  EXPECT_TRUE(exhibit.translation->certified);
  EXPECT_EQ(loaded.inputs.size(), 3U);
}

TEST(LoadExhibits, ImplicitBooleans) {
  for (const std::string word : {"yes", "no", "on", "off", "y", "N", "TRUE"}) {
    CheckRefused("exhibits.yaml", OneExhibit("surrogate: " + word),
                 "exhibits.yaml:3:75 D0104 \"" + word +
                     "\" is not a boolean here; only true and false "
                     "are | write true or false\n");
  }
  CheckRefused(
      "exhibits.yaml", OneExhibit("surrogate: 'true'"),
      "exhibits.yaml:3:75 D0103 \"surrogate\" wants true or false, this is a quoted text\n");
  CheckRefused("exhibits.yaml", OneExhibit("surrogate: 1"),
               "exhibits.yaml:3:75 D0103 \"surrogate\" wants true or false, this is a word\n");
}

TEST(LoadExhibits, Paths) {
  for (const std::string path : {"../a.pdf", "/etc/passwd", "files/../../a", "files//a", "./a"}) {
    CheckRefused("exhibits.yaml", OneExhibit("file: " + path),
                 "exhibits.yaml:3:70 D0014 the path \"" + path +
                     "\" leads out of the case folder | "
                     "write it from the case folder on, without . and ..\n");
  }
  CheckRefused(
      "exhibits.yaml", OneExhibit("file: a, parts: [{file: b}]"),
      "exhibits.yaml:3:73 D0103 \"file\" wants to stand alone, this is beside \"parts\" | keep "
      "one of the two\n");
}

TEST(LoadExhibits, TranscriptsSayWhoMadeThem) {
  CheckRefused("exhibits.yaml", OneExhibit("file: a.wav, transcript: a.vtt"),
               "exhibits.yaml:3:77 D0102 the key \"transcript_by\" is missing | say who wrote the "
               "transcript: transcript_by: NAME\n");
  CheckRefused("exhibits.yaml", OneExhibit("file: a.wav, transcript_by: Cara"),
               "exhibits.yaml:3:77 D0102 the key \"transcript\" is missing | name the file: "
               "transcript: files/NAME.vtt\n");
  CheckRefused("exhibits.yaml", OneExhibit("transcript: a.vtt, transcript_by: Cara"),
               "exhibits.yaml:3:64 D0103 \"transcript\" wants to stand beside \"file\", this is "
               "without one | name the recording as \"file\", or put the transcript into its part\n");
}

TEST(LoadExhibits, IdsAreUniqueAcrossFiles) {
  const Loaded loaded = LoadFiles(MemoryFiles({{"dossier.yaml", kHeader},
                                               {"exhibits.yaml", OneExhibit("")},
                                               {"exhibits/more.yaml", OneExhibit("")}}));
  EXPECT_FALSE(loaded.content);
  EXPECT_EQ(loaded.Findings(), "exhibits/more.yaml:3:8 D0109 the id \"e1\" is used twice\n");
}

TEST(LoadFacts, AreStatedOnceOfEachSubject) {
  const auto load = [](const std::string& second) {
    return LoadFiles(MemoryFiles(
        {{"dossier.yaml", kHeader},
         {"facts.yaml", "format: 1\nfacts:\n- {id: held, value: \"true\", subject: p1}\n- {id: held, "
                        "value: \"false\", subject: " + second + "}\n"}}));
  };
  EXPECT_EQ(load("p2").Findings(), "");
  EXPECT_EQ(load("p1").Findings(), "facts.yaml:4:8 D0109 the id \"held\" is used twice\n");
}

TEST(LoadGrounds, ReadsEveryKey) {
  const Loaded loaded =
      LoadFiles(MemoryFiles({{"dossier.yaml", kHeader}, {"grounds.yaml", R"(format: 1
grounds:
- criterion: lt.utpi.87.1.1
  revision: 3
  for: [a-one]
  needs:
    individual: [{cite: "e02 p. 2", shows: case opened, date: 2019-05-04, quote: verbatim}]
    country: [{cite: e14, for: a-one}, {cite: e15 p. 3}]
  adverse: [{cite: "e01 p. 6", answered_by: ["e21 p. 3"]}]
  limbs: {flight: [{cite: e3, answered_by: e4}]}
  defeaters: {changed: [{cite: e5, shows: {en: words}}]}
  argument: argument/torture.md
)"}}));
  ASSERT_TRUE(loaded.content) << loaded.Findings();
  const model::Ground& ground = loaded.content->grounds.at(0);
  EXPECT_EQ(ground.revision, 3);
  ASSERT_EQ(ground.needs.size(), 2U);
  EXPECT_EQ(ground.needs[0].first.value, "individual");
  EXPECT_EQ(ground.needs[0].second.at(0).cite.text, "e02 p. 2");
  EXPECT_EQ(loaded.sources.TextOf(ground.needs[0].second[0].cite.span.file)
                .substr(ground.needs[0].second[0].cite.span.begin, 10),
            "\"e02 p. 2\"");
  EXPECT_EQ(ground.needs[1].second.size(), 2U);
  EXPECT_EQ(ground.adverse.at(0).answered_by.at(0).text, "e21 p. 3");
  EXPECT_EQ(ground.limbs.at(0).second.at(0).answered_by.at(0).text, "e4");
  EXPECT_EQ(ground.defeaters.at(0).first.value, "changed");
  EXPECT_EQ(ground.argument.value, "argument/torture.md");
}

TEST(LoadGrounds, OneEntryForACriterionAndSubject) {
  const std::string head = "format: 1\ngrounds:\n";
  CheckAccepted("grounds.yaml", head +
                                    "- {criterion: c.1, for: [a]}\n- {criterion: c.1, for: [b]}\n"
                                    "- {criterion: c.1}\n- {criterion: c.2, for: [a]}\n");
  CheckRefused(
      "grounds.yaml", head + "- {criterion: c.1, for: [a, b]}\n- {criterion: c.1, for: [b, a]}\n",
      "grounds.yaml:4:15 D0111 criterion c.1 has two entries for the same subject | put the "
      "evidence of both into one entry\n");
  CheckRefused(
      "grounds.yaml", head + "- {criterion: c.1}\n- {criterion: c.1}\n",
      "grounds.yaml:4:15 D0111 criterion c.1 has two entries for the same subject | put the "
      "evidence of both into one entry\n");
}

TEST(LoadDecision, ReadsAssertionsAndAnswers) {
  const Loaded loaded =
      LoadFiles(MemoryFiles({{"dossier.yaml", kHeader}, {"decision.yaml", R"(format: 1
decisions:
- exhibit: e01
  procedure: first
  for: [a-one]
  assertions:
  - {id: a1, page: 6, says: no risk, answers: [{cites: ["e21 p. 3", e22], text: words, argument: argument/x.md}]}
  - {id: a2, says: no proof}
)"}}));
  ASSERT_TRUE(loaded.content) << loaded.Findings();
  const model::AdverseDecision& decision = loaded.content->decisions.at(0);
  ASSERT_EQ(decision.assertions.size(), 2U);
  EXPECT_EQ(decision.assertions[0].page, "6");
  EXPECT_EQ(decision.assertions[0].answers.at(0).cites.size(), 2U);
  EXPECT_TRUE(decision.assertions[1].answers.empty());
}

TEST(LoadStory, FactsAndEvents) {
  CheckAccepted("facts.yaml",
                "format: 1\nfacts:\n- {id: left, value: true, cites: e1, subject: p}\n");
  CheckAccepted("events.yaml",
                "format: 1\nevents:\n- {id: v1, date: 2019-02-27, until: 2019-03, text: "
                "words, persons: [p], cites: [e1 p. 2]}\n");
  CheckRefused(
      "events.yaml", "format: 1\nevents:\n- {id: v1, date: 2019-13, text: [words]}\n",
      "events.yaml:3:18 D0106 \"2019-13\" is not a date that exists | write 2023, 2023-12 or "
      "2023-12-21, or `pending` for a date that is still to come\n"
      "events.yaml:3:33 D0103 \"text\" wants a text, or a text for each language, this is a "
      "list\n");
}

TEST(LoadAuthor, WaiversAndLevels) {
  CheckAccepted("author.yaml", R"(format: 1
waivers: [{code: D0217, exhibit: e1, reason: kept for the hearing, by: A Lawyer, until: 2025-01-01}]
acceptances: [{criterion: c.1, by: A Lawyer, date: 2024-10-01, reason: no more to be had}]
levels: {D0217: warning}
explanations: [{of: m1, by: A Lawyer, date: 2024-10-01, reason: a slip of the interpreter}]
)");
  CheckRefused(
      "author.yaml",
      "format: 1\nwaivers: [{code: D9999, reason: r, by: b, until: 2025}]\nlevels: "
      "{D0217: loud}\n",
      "author.yaml:2:18 D0105 \"D9999\" is not one of the values of \"code\" | write a code such "
      "as D0502; `dossier explain` names them all\n"
      "author.yaml:3:17 D0105 \"loud\" is not one of the values of \"D0217\" | one of error, "
      "warning, note\n");
}

TEST(LoadFiles, OneBrokenFileDoesNotHideTheOthers) {
  const Loaded loaded = LoadFiles(MemoryFiles({{"dossier.yaml", kHeader},
                                               {"people.yaml", "format: 1\npeople: \"open\nx: 1\n"},
                                               {"facts.yaml", "format: 1\nfact: []\n"}}));
  EXPECT_FALSE(loaded.content);
  EXPECT_EQ(
      loaded.Findings(),
      "people.yaml:2:9 D0009 this quotation mark is never closed | close it at the end of the "
      "value\n"
      "facts.yaml:1:1 D0103 \"file\" wants at least one of facts, lists, claims, figures, "
      "indexes, this is none of them\n"
      "facts.yaml:2:1 D0101 unknown key \"fact\" | did you mean \"facts\"?\n");
  EXPECT_EQ(loaded.inputs.size(), 3U) << "also a case that cannot be loaded lists its files";
}

TEST(LoadFiles, EveryFileIsAccountedFor) {
  MemoryFiles files({{"dossier.yaml", kHeader},
                     {"argument/one.md", "Words.\n"},
                     {"derived/e1.pdf", "x"},
                     {"derived/old.pdf", "x"},
                     {"exhibits.yaml", OneExhibit("file: files/a.pdf")},
                     {"files/a.pdf", "x"},
                     {"files/b.pdf", "x"},
                     {"notes.txt", "x"}});
  model::Lock lock;
  lock.exhibits.emplace_back().derived.emplace_back().path = "derived/e1.pdf";
  const Loaded loaded = LoadFiles(files, &lock);
  ASSERT_TRUE(loaded.content) << loaded.Findings();
  const std::string hint =
      " D0016 nothing in the case uses this file | register it, delete it, or "
      "waive this finding\n";
  EXPECT_EQ(loaded.Findings(),
            "derived/old.pdf" + hint + "files/b.pdf" + hint + "notes.txt" + hint);
  std::string inputs;
  for (const model::Input& input : loaded.content->inputs) {
    inputs += input.path + (input.status == model::InputStatus::kUsed ? " used\n" : " rejected\n");
  }
  EXPECT_EQ(
      inputs,
      "argument/one.md used\nderived/e1.pdf used\nderived/old.pdf rejected\ndossier.yaml used\n"
      "exhibits.yaml used\nfiles/a.pdf used\nfiles/b.pdf rejected\nnotes.txt rejected\n");
}

TEST(LoadFiles, LinksAndClosedFolders) {
  MemoryFiles files({{"dossier.yaml", kHeader}});
  files.AddOther(".git", io::EntryKind::kClosedFolder);
  files.AddOther("files/link.pdf", io::EntryKind::kSymlink);
  files.AddOther("locked", io::EntryKind::kClosedFolder);
  const Loaded loaded = LoadFiles(files);
  EXPECT_TRUE(loaded.content);
  EXPECT_EQ(
      loaded.Findings(),
      "files/link.pdf D0017 this is not a regular file: a symbolic link | put a copy of the file "
      "in its place\n"
      "locked D0002 cannot read this file: \n");
}

TEST(LoadFiles, ALinkAmongTheFilesOfExhibitsStopsNothing) {
  MemoryFiles files({{"dossier.yaml", kHeader},
                     {"exhibits.yaml", "format: 1\nexhibits:\n"
                                       "  - {id: e1, title: T, kind: letter, scope: individual, language: en, file: files/e1.pdf}\n"}});
  files.AddOther("files/e1.pdf", io::EntryKind::kSymlink);
  files.AddOther("files/other.pdf", io::EntryKind::kSymlink);
  const Loaded loaded = LoadFiles(files);
  EXPECT_TRUE(loaded.content);
  EXPECT_EQ(loaded.Findings(),
            "files/other.pdf D0017 this is not a regular file: a symbolic link | put a copy of the file in its place\n")
      << "that of the exhibit is reported by whoever reads it";
}

TEST(LoadFiles, ALinkAmongTheWordsOfTheCaseStopsIt) {
  MemoryFiles files({{"dossier.yaml", kHeader}});
  files.AddOther("argument/two.md", io::EntryKind::kSymlink);
  EXPECT_FALSE(LoadFiles(files).content);
  MemoryFiles folder({{"dossier.yaml", kHeader}});
  folder.AddOther("grounds", io::EntryKind::kClosedFolder);
  EXPECT_FALSE(LoadFiles(folder).content);
}

TEST(LoadFiles, EmptyFolderAndLargeFile) {
  EXPECT_EQ(
      LoadFiles(MemoryFiles({})).Findings(),
      "dossier.yaml D0001 there is no dossier.yaml here | name the folder of a case, or make one "
      "with `dossier init`\n");
  const Loaded loaded = LoadFiles(
      MemoryFiles({{"dossier.yaml", kHeader}, {"facts.yaml", std::string(200U << 20U, ' ')}}));
  EXPECT_EQ(loaded.Findings(),
            "facts.yaml D0005 this file has 209715200 bytes; at most 16777216 are read "
            "| split it into several files\n");
}

}  // namespace
}  // namespace dossier::load
