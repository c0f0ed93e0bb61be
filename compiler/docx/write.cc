// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/docx/write.h"

#include <memory>
#include <utility>
#include <vector>

#include "compiler/archive/pack.h"
#include "compiler/docx/part_writer.h"
#include "compiler/docx/parts.h"
#include "compiler/docx/section.h"

namespace dossier::docx {
namespace {

constexpr std::string_view kWordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
constexpr std::string_view kCoreType = "application/vnd.openxmlformats-package.core-properties+xml";
constexpr std::string_view kCoreRelation = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

/// The parts of the file as they come.
class Package {
 public:
  /// A part under word/ whose type is told by `kind`.
  void AddWord(const std::string& name, std::string_view kind, Bytes content) {
    Add("word/" + name, std::string(kWordType) + std::string(kind) + "+xml", std::move(content));
  }
  void Add(const std::string& name, std::string type, Bytes content) {
    types_.emplace_back("/" + name, std::move(type));
    members_.push_back({name, std::move(content)});
  }
  void AddRelations(const std::string& name, const Relationships& relations) {
    if (!relations.empty()) members_.push_back({name, relations.Xml()});
  }
  void AddPictures(std::vector<archive::NewMember> pictures) {
    for (archive::NewMember& picture : pictures) members_.push_back(std::move(picture));
  }

  /// The list of types stands first, as Word writes it.
  Result<Bytes> Close() {
    Markup xml = Markup::File();
    xml.Begin("Types", {{"xmlns", "http://schemas.openxmlformats.org/package/2006/content-types"}});
    xml.Empty("Default", {{"Extension", "rels"}, {"ContentType", "application/vnd.openxmlformats-package.relationships+xml"}});
    xml.Empty("Default", {{"Extension", "xml"}, {"ContentType", "application/xml"}});
    xml.Empty("Default", {{"Extension", "png"}, {"ContentType", "image/png"}});
    for (const auto& [name, type] : types_) xml.Empty("Override", {{"PartName", name}, {"ContentType", type}});
    members_.insert(members_.begin(), {"[Content_Types].xml", xml.Take()});
    return archive::Pack(members_);
  }

 private:
  std::vector<std::pair<std::string, std::string>> types_;
  std::vector<archive::NewMember> members_;
};

layout::PageNumbers NumbersOf(const compose::Document& document, const WriteOptions& options) {
  layout::PageNumbers numbers;
  numbers.known = options.pages;
  numbers.complete = true;
  numbers.labels = std::make_shared<const layout::Labels>(layout::SurveyOf({&document.letterhead, &document.blocks}).labels);
  return numbers;
}

/// One file on its way.
class Writer {
 public:
  Writer(const compose::Document& document, const WriteOptions& options)
      : options_(options),
        numbers_(NumbersOf(document, options)),
        work_{.document = document,
              .numbers = numbers_,
              .places = Places(document),
              .page = layout::MeasureOf(document.page),
              .headings = layout::FindHeadings(document.blocks)} {}

  Result<Bytes> Run() {
    PartWriter body(work_, "w:document");
    PartWriter notes(work_, work_.notes_at_end() ? "w:endnotes" : "w:footnotes");
    if (work_.places.has_notes()) {
      work_.notes = &notes;
      notes.WriteNoteLine("separator", "w:separator", -1);
      notes.WriteNoteLine("continuationSeparator", "w:continuationSeparator", 0);
    }
    AddHeads(body.relationships());
    WriteBody(body);
    if (work_.failure) return *work_.failure;
    AddSurroundings(body, notes);
    package_.AddRelations("word/_rels/document.xml.rels", body.relationships());
    package_.AddPictures(work_.pictures.Take());
    return package_.Close();
  }

 private:
  void AddHeads(Relationships& relations) {
    const compose::RunningHead& running = work_.document.running;
    const bool shows = !running.left.empty() || !running.right.empty() || work_.document.page.section_in_head || !running.draft_mark.empty();
    if (shows) {
      work_.heads.head = relations.Add("header", "header1.xml");
      package_.AddWord("header1.xml", "header", HeadXml(work_, false));
    }
    if (!running.draft_mark.empty()) {
      work_.heads.first_head = relations.Add("header", "header2.xml");
      package_.AddWord("header2.xml", "header", HeadXml(work_, true));
    }
    if (!running.page_of.empty()) {
      work_.heads.foot = relations.Add("footer", "footer1.xml");
      package_.AddWord("footer1.xml", "footer", FootXml(work_));
    }
  }

  void WriteBody(PartWriter& body) {
    body.xml().Begin("w:body");
    body.Write(work_.document.letterhead, body.Whole());
    body.Write(work_.document.blocks, body.Whole());
    body.Finish();
    PutSection(work_, !body.has_sections(), body.has_sections(), body.xml());
  }

  void AddSurroundings(PartWriter& body, PartWriter& notes) {
    Relationships& relations = body.relationships();
    const auto add = [&](const std::string& name, std::string_view kind, Bytes content) {
      relations.Add(kind, name + ".xml");
      package_.AddWord(name + ".xml", kind, std::move(content));
    };
    add("styles", "styles", StylesXml(work_.document, work_.page.text_width()));
    add("settings", "settings", SettingsXml(work_, body.has_sections()));
    add("fontTable", "fontTable", FontTableXml(work_.document));
    if (!work_.bullets.empty()) add("numbering", "numbering", NumberingXml(work_));
    if (work_.notes != nullptr) {
      const std::string name = work_.notes_at_end() ? "endnotes" : "footnotes";
      add(name, name, notes.xml().Take());
      package_.AddRelations("word/_rels/" + name + ".xml.rels", notes.relationships());
    }
    package_.AddWord("document.xml", "document.main", body.xml().Take());
    package_.Add("docProps/core.xml", std::string(kCoreType), CorePropertiesXml(work_.document, options_.date));
    Relationships root;
    root.Add("officeDocument", "word/document.xml");
    root.Add(kCoreRelation, "docProps/core.xml");
    package_.AddRelations("_rels/.rels", root);
  }

  const WriteOptions& options_;
  layout::PageNumbers numbers_;
  Work work_;
  Package package_;
};

}  // namespace

Result<Bytes> Write(const compose::Document& document, const WriteOptions& options) {
  return Writer(document, options).Run();
}

}  // namespace dossier::docx
