// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "compiler/foundation/date.h"
#include "compiler/foundation/digest.h"
#include "compiler/foundation/span.h"
#include "compiler/markdown/tree.h"
#include "compiler/model/citation.h"
#include "compiler/model/claims.h"
#include "compiler/model/localized.h"
#include "compiler/model/names.h"

/// The case as its files state it: product of `load`. Ids are unique, enumerations closed, dates
/// exist; whether ids refer to anything is the business of `resolve`.
namespace dossier::model {

using Text = Spanned<std::string>;

/// A date of the case: partial, pending (expected, not yet there) or absent.
struct CaseDate {
  std::optional<Date> date;
  bool pending = false;
  Span span;
};

// ---- dossier.yaml

struct Filing {
  Text id;
  CaseDate date;
  std::string supplements;  // id of an earlier filing, or empty
};

struct ProcedureDecision {
  std::string by;  // organisation, or empty
  CaseDate date, served, final;
  std::string outcome;
  Span span;
};

struct Procedure {
  Text id;
  std::string kind;  // asylum, subsequent, appeal, removal, ...
  std::vector<Text> applicants;
  CaseDate lodged, hearing, final, removal;
  std::vector<ProcedureDecision> decisions;
};

/// A criterion that the filing rests on: asked of each of the persons, of each applicant when none
/// is named.
struct Plea {
  Text criterion;
  std::vector<Text> for_persons;
};

/// How this case wants its filing printed; what is not said is as the template has it.
struct Print {
  enum class Paper { kA4, kLetter };
  enum class Paragraphs { kThrough, kBySection, kNone };
  enum class Notes { kFoot, kEnd };
  enum class Numbers { kHanging, kMargin };
  std::vector<LocalizedText> letterhead;  // lines at the head of the first page
  Text logo;                              // a picture in the case folder, or empty
  std::optional<Paper> paper;
  std::optional<int> margin_left, margin_right, margin_top, margin_bottom;  // millimetres
  Text font;                              // id of a family, "liberation-serif", or empty
  std::optional<Paragraphs> paragraphs;   // how the paragraphs of the argument are numbered
  std::optional<Numbers> numbers;         // where the numbers of paragraphs stand
  std::optional<Notes> notes;
  std::optional<bool> hyphenate;
  Text citations;  // a guide to citation, or a path of one in the case; empty: labels of exhibits
  std::vector<std::pair<Text, LocalizedText>> words;  // of the catalogue, said otherwise

  /// The guide to citation is a file of the case: "styles/office.yaml".
  [[nodiscard]] bool HasOwnGuide() const { return citations.value.ends_with(".yaml"); }
  /// The family in the words of its makers: "Liberation Serif"; empty for the one of the program.
  [[nodiscard]] std::string FontFamily() const;
};

struct Header {
  Text id;
  LocalizedText title;
  Text language;
  Text template_name;
  Text forum;
  std::vector<Text> rules;
  std::vector<Text> applicants;
  std::vector<Text> submitted_by;
  std::vector<Plea> pleads;
  std::vector<Filing> filings;
  std::vector<Procedure> procedures;
  Print print;

  /// The template is a file of the case: "templates/letter.xml".
  [[nodiscard]] bool HasOwnTemplate() const { return template_name.value.ends_with(".xml"); }
};

// ---- people.yaml

enum class PersonKind { kPerson, kOrganisation };
enum class Protection { kNone, kPseudonym, kRedact };

struct Person {
  Text id;
  LocalizedText name;
  std::vector<std::string> variants;
  PersonKind kind = PersonKind::kPerson;
  LocalizedText role;
  std::string group;  // organisations: those that share a group are one publisher
  LocalizedText about;               // who this is, in a few sentences
  std::vector<std::string> contact;  // address, telephone, e-mail, each as printed
  Text portrait;                     // a picture in the case folder, or empty
  Protection protect = Protection::kNone;
};

// ---- exhibits.yaml

enum class ExhibitKind {
  kStatement, kWitness, kOfficial, kMedical, kIdentity, kTravel, kJudgment, kLaw, kDecision,
  kNgoReport, kIgoReport, kStateReport, kResolution, kMedia, kSocial, kPhoto, kVideo, kLetter,
  kExpert, kIndex, kNote
};
enum class Nature { kFact, kAssessment };
enum class Scope { kIndividual, kGroup, kCountry };

struct ExhibitPart {
  std::string label;  // "annex 1"
  Text file;
  Text transcript;            // what is said in a recording, a file of its own; empty for none
  std::string transcript_by;  // who made it
};

struct Translation {
  Text of;
  std::string by;
  bool certified = false;
};

struct PageLanguage {
  std::string language;
  std::string pages;  // "1-3", or empty for the whole
};

/// What a ranking says of itself.
struct IndexEdition {
  std::string product;
  std::string edition;
  std::optional<Decimal> of;
};

/// How a copy of something online was made.
struct Capture {
  std::string by;
  std::string tool;
  bool html = false;        // the source of the page was kept
  bool screenshot = false;  // the whole page was kept as a picture
};

/// A step in the chain of custody.
struct CustodyStep {
  CaseDate at;
  std::string by;  // words, or an id of people.yaml
  std::string action;
  std::string tool;
};

/// What an exhibit was copied from, where its own files are working copies: those go into the
/// bundle, this stays as it is.
struct Original {
  Text file;            // in the case folder, or empty
  std::string held_by;  // who keeps it where it is not in the case
  Span span;
};

/// A file that proves when a file of the exhibit existed (RFC 3161 or OpenTimestamps).
struct TimeProof {
  Text file;
  std::string of;  // the file that it lies beside and must fit; empty: any file of the exhibit
};

/// What a letter is: one step of a correspondence.
struct Letter {
  std::string from;             // words, or an id of people.yaml
  std::vector<std::string> to;  // the same
  CaseDate sent;
  std::string channel;  // "post", "e-mail", "by hand", ...; words, or a word of the strings
  Text answers;         // id of the exhibit that it answers, or empty
};

/// A part of the register: an annex, a tab. One file of the register each.
struct Section {
  Text id;
  std::string label;  // "Annex 1"
  LocalizedText title;
};

struct Exhibit {
  Text id;
  LocalizedText title;
  ExhibitKind kind = ExhibitKind::kNote;
  Nature nature = Nature::kFact;
  Scope scope = Scope::kCountry;
  Text publisher;               // id in people.yaml, or empty
  std::vector<std::string> origin;  // primary sources it draws on
  bool surrogate = false;       // as stated; an entry without a file counts the same
  std::string label;            // printed label; given by `resolve` when empty
  Text submitted;               // id of a filing, or empty
  CaseDate event, published, captured, received;
  std::vector<ExhibitPart> files;  // empty: elsewhere; one unlabelled: `file:`
  std::string url, archived;
  std::vector<Text> identifiers;  // ECLI, CELEX, UN symbol, application number, ... as written
  std::vector<PageLanguage> languages;
  std::optional<Translation> translation;
  std::string author;
  std::optional<IndexEdition> index;
  CaseDate latest_edition;  // the day on which no later edition was found
  std::optional<Capture> capture;
  std::vector<CustodyStep> custody;
  std::string collected_by, received_from;  // words, or an id of people.yaml
  std::optional<Original> original;
  /// Those that the register lists, then those that lie beside a file of the exhibit.
  std::vector<TimeProof> proofs;
  std::optional<Letter> letter;
  std::string section;  // id of the part of the register that it stands in, or empty

  [[nodiscard]] bool IsSurrogate() const { return surrogate || files.empty(); }
};

/// Where `dossier ocr` keeps what it read of one file of an exhibit: "derived/ocr/e14.json", with
/// "-2" behind the id for the second part of several.
[[nodiscard]] std::string SidecarPath(const Exhibit& exhibit, std::size_t part);

// ---- grounds.yaml

/// What makes an item of a subsequent application new.
struct NewElement {
  CaseDate arose, known;
  bool presented_before = false;
  LocalizedText why_not_earlier;
  std::vector<Text> raises;  // criteria whose likelihood it raises
  LocalizedText how;
  Span span;
};

struct Item {
  Citation cite;
  LocalizedText shows;
  CaseDate date;
  std::vector<Text> for_persons;  // empty: everyone the ground is for
  Text quote;                     // verbatim words, or empty
  std::optional<NewElement> novelty;
};

/// Something that stands against a criterion, and what answers it.
struct AdverseItem {
  Citation cite;
  LocalizedText shows;
  Text quote;  // verbatim words of `cite`, or empty
  std::vector<Citation> answered_by;
};

struct Ground {
  Text criterion;
  int revision = 0;  // 0: not stated
  Span revision_span;
  std::vector<Text> for_persons;  // empty: the case itself
  std::vector<std::pair<Text, std::vector<Item>>> needs;
  std::vector<AdverseItem> adverse;
  std::vector<std::pair<Text, std::vector<AdverseItem>>> limbs;      // of `none` and exclusions
  std::vector<std::pair<Text, std::vector<AdverseItem>>> defeaters;  // of a presumption
  Text argument;  // path under argument/, or empty
};

// ---- decision.yaml

struct Answer {
  std::vector<Citation> cites;
  Text quote;  // verbatim words of one of them, or empty
  LocalizedText text;
  Text argument;
};

struct Assertion {
  Text id;
  std::string page;  // of the decision, as printed; empty when not known
  LocalizedText says;
  Text quote;  // the decision's own words, or empty
  std::vector<Answer> answers;
  Span span;
};

struct AdverseDecision {
  Text exhibit;    // the decision in the register; empty when it is not
  Text procedure;
  std::vector<Text> for_persons;
  std::vector<Assertion> assertions;
  Span span;
};

// ---- facts.yaml, events.yaml

/// A typed fact: what rules ask for in `when`.
/// A fact that was put to an authority.
struct Notification {
  Text to;
  CaseDate on;
  std::vector<Citation> cites;
};

struct Fact {
  Text id;
  std::string value;  // as written: "true", "2019-05-04", "45", words
  LocalizedText says;
  std::vector<Citation> cites;
  Text quote;  // verbatim words of one of them, or empty
  Text subject;
  bool material = false;
  bool unsupported = false;  // nothing but the person's own account shows it
  std::vector<Notification> notified;
};

struct Event {
  Text id;
  CaseDate date;
  CaseDate until;  // last day of a span, or absent
  LocalizedText text;
  std::vector<Text> persons;
  std::vector<Citation> cites;
  Text quote;  // verbatim words of one of them, or empty
  bool incident = false;  // rules may ask something of each
};

// ---- author.yaml

struct AuthorWaiver {
  Text code;       // "D0502"
  std::string criterion, subject, exhibit, file;  // what narrows it; empty: any
  std::string reason, by;
  CaseDate until;
  Span span;
};

struct Acceptance {
  std::string code;       // or empty
  std::string criterion;  // or empty
  std::string subject;
  std::string by, reason;
  CaseDate date;
  Span span;
};

/// Which text governs, where that is open.
struct LawChoice {
  Text choice;
  Text option;
  Text subject;  // empty: everyone
  std::string by;
  LocalizedText reason;
  CaseDate date;
  Span span;
};

/// A contradiction that a person has marked.
struct MaterialMark {
  Text id;
  LocalizedText says;
  std::vector<Citation> between;
  Text subject;  // empty: the case
  bool essential = false;
  std::string by, reason;
  CaseDate date;
  Span span;
};

struct Explanation {
  Text of;  // id of a mark
  std::string by, reason;
  std::vector<Citation> cites;
  CaseDate date;
  Span span;
};

struct Judgement {
  Text criterion;
  Text gate;
  Text subject;  // empty: everyone
  std::string by, reason;
  CaseDate date;
  Span span;
};

struct Author {
  std::vector<AuthorWaiver> waivers;
  std::vector<Acceptance> acceptances;
  std::vector<std::pair<Text, std::string>> levels;  // code -> error, warning, note
  std::vector<LawChoice> choices;
  std::vector<MaterialMark> material;
  std::vector<Explanation> explanations;
  std::vector<Judgement> judgements;
};

// ---- reviews.yaml

/// Somebody looked at an exhibit as it was then.
struct Review {
  Text exhibit;
  std::string by;
  std::vector<Digest> sha256;  // of its files, in their order
  CaseDate on;
  std::string note;
  Span span;
};

// ---- the whole

enum class InputStatus { kUsed, kWaived, kRejected };

struct Input {
  std::string path;
  InputStatus status = InputStatus::kUsed;
};

struct Argument {
  std::string path;
  markdown::Document document;
};

struct Case {
  Header header;
  std::vector<Person> people;
  std::vector<Exhibit> exhibits;
  std::vector<Section> sections;  // of the register, in the order of its files
  std::vector<Ground> grounds;
  std::vector<AdverseDecision> decisions;
  std::vector<Fact> facts;
  std::vector<FactList> lists;
  std::vector<Claim> claims;
  std::vector<Figure> figures;
  std::vector<IndexClaim> indexes;
  std::vector<Event> events;
  Author author;
  std::vector<Argument> arguments;
  std::vector<Review> reviews;
  std::vector<Input> inputs;  // every file of the folder, sorted by path

  [[nodiscard]] const Person* FindPerson(std::string_view id) const;
  [[nodiscard]] const Exhibit* FindExhibit(std::string_view id) const;
  [[nodiscard]] const Argument* FindArgument(std::string_view path) const;
  /// The files of the figures of the argument, each with its place, in order.
  [[nodiscard]] std::vector<Text> PicturesOfArgument() const;
};

// ---- dossier.lock

struct LockedFile {
  std::string path;
  Digest sha256;
};

/// Pages made of an exhibit that has none of its own.
struct LockedPages {
  std::string path;  // under derived/
  Digest sha256;
  int pages = 0;
  std::vector<int> paragraph_pages;  // page (from 1) on which paragraph n+1 begins
};

/// What a machine read off the pages of a file: its sidecar.
struct LockedReading {
  std::string path;  // `SidecarPath`
  Digest sha256;
};

struct LockedExhibit {
  std::string id;
  std::string label;
  std::vector<LockedFile> files;
  std::vector<LockedFile> companions;  // its original and its proofs of time
  std::vector<LockedPages> derived;  // in step with `files`; an empty path where none was needed
  std::vector<LockedReading> readings;  // in step with `files`; an empty path where there is none
};

/// What a filing is made with beside its exhibits, by name.
struct Surroundings {
  using Files = std::vector<std::pair<std::string, Digest>>;
  Files packs;
  Files templates;     // and the guide to citation
  Files pictures;      // the logo, portraits and figures, by path
  Files fonts;         // faces
  Files dictionaries;  // of hyphenation, by path
};

struct Lock {
  std::vector<LockedExhibit> exhibits;
  Surroundings around;

  [[nodiscard]] const LockedExhibit* Find(std::string_view id) const;
};

// ---- words of the closed sets

std::span<const Named<ExhibitKind>> ExhibitKindNames();
std::span<const Named<Nature>> NatureNames();
std::span<const Named<Scope>> ScopeNames();
std::span<const Named<PersonKind>> PersonKindNames();
std::span<const Named<Protection>> ProtectionNames();
std::span<const Named<InputStatus>> InputStatusNames();
std::span<const Named<Print::Paper>> PaperNames();
std::span<const Named<Print::Paragraphs>> ParagraphNumberingNames();
std::span<const Named<Print::Notes>> NotePlacementNames();
std::span<const Named<Print::Numbers>> NumberPlacementNames();

}  // namespace dossier::model
