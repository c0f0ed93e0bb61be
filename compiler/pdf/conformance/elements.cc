// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "compiler/pdf/conformance/inspection.h"

namespace dossier::pdf::internal {

namespace {

/// The standard types (ISO 32000-1:2008, 14.8.4).
constexpr std::array<std::string_view, 49> kStandard = {
    "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index",
    "NonStruct", "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody",
    "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference",
    "BibEntry", "Code", "Link", "Annot", "Ruby", "Warichu", "RB", "RT", "RP", "WT", "WP", "Figure",
    "Formula", "Form"};

/// Who may stand below whom; types that are not listed may have any children.
struct Nesting {
  std::string_view parent;
  std::string_view children;  // separated and framed by blanks
  Rule rule;
};
constexpr Nesting kNesting[] = {
    {"Table", " TR THead TBody TFoot Caption ", Rule::kTablePart},
    {"THead", " TR ", Rule::kTablePart},
    {"TBody", " TR ", Rule::kTablePart},
    {"TFoot", " TR ", Rule::kTablePart},
    {"TR", " TH TD ", Rule::kTablePart},
    {"L", " L LI Caption ", Rule::kListPart},
    {"LI", " Lbl LBody ", Rule::kListPart},
    {"TOC", " TOC TOCI Caption ", Rule::kContentsPart},
};
/// And above whom.
constexpr Nesting kNeeds[] = {
    {" Table ", " THead TBody TFoot ", Rule::kTablePart},
    {" Table THead TBody TFoot ", " TR ", Rule::kTablePart},
    {" TR ", " TH TD ", Rule::kTablePart},
    {" L ", " LI ", Rule::kListPart},
    {" LI ", " LBody ", Rule::kListPart},
    {" TOC ", " TOCI ", Rule::kContentsPart},
};

bool Has(std::string_view list, const std::string& word) {
  return list.find(" " + word + " ") != list.npos;
}

/// RFC 3066: letters and digits in groups of up to eight, the first of letters.
bool IsLanguage(std::string_view tag) {
  std::size_t group = 0;
  bool first = true;
  for (const char c : tag) {
    if (c == '-') {
      if (group == 0) return false;
      group = 0;
      first = false;
      continue;
    }
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool digit = c >= '0' && c <= '9';
    if ((!letter && !(digit && !first)) || ++group > 8) return false;
  }
  return group > 0;
}

class ElementWalk {
 public:
  explicit ElementWalk(Inspection& inspection) : inspection_(inspection) {
    roles_ = inspection.document.getRoot().getKey("/StructTreeRoot").getKey("/RoleMap");
  }

  void Children(QPDFObjectHandle parent, const std::string& type, int page, int depth) {
    QPDFObjectHandle kids = parent.getKey("/K");
    if (!kids.isArray()) {
      if (!kids.isNull()) Kid(kids, parent, type, page, depth);
      return;
    }
    for (int i = 0; i < kids.getArrayNItems(); ++i) Kid(kids.getArrayItem(i), parent, type, page, depth);
  }

 private:
  void Kid(QPDFObjectHandle kid, QPDFObjectHandle parent, const std::string& parent_type, int page, int depth) {
    if (kid.isInteger()) {
      Claim(parent, page, static_cast<int>(kid.getIntValueAsInt()));
      return;
    }
    if (!kid.isDictionary()) return;
    const std::string kind = NameOf(kid.getKey("/Type"));
    const int own = PageOf(kid.getKey("/Pg"), page);
    if (kind == "MCR") {
      const QPDFObjectHandle number = kid.getKey("/MCID");
      if (QPDFObjectHandle(number).isInteger()) Claim(parent, own, QPDFObjectHandle(number).getIntValueAsInt());
    } else if (kind == "OBJR") {
      QPDFObjectHandle object = kid.getKey("/Obj");
      if (object.isIndirect()) inspection_.owner_of_annotation[object.getObjGen()] = parent.getObjGen();
    } else {
      Element(kid, parent, parent_type, own, depth);
    }
  }

  [[nodiscard]] int PageOf(QPDFObjectHandle page, int otherwise) const {
    const auto found = inspection_.page_of.find(page.getObjGen());
    return page.isDictionary() && found != inspection_.page_of.end() ? found->second : otherwise;
  }

  void Claim(QPDFObjectHandle element, int page, int mark) {
    const bool there = page >= 0 && static_cast<std::size_t>(page) < inspection_.marks.size() &&
                       inspection_.marks[static_cast<std::size_t>(page)].contains(mark);
    const bool free = inspection_.owner_of_mark.emplace(std::pair(page, mark), element.getObjGen()).second;
    if (!there || !free) inspection_.Report(Rule::kElementWithoutMark, page);
  }

  void Element(QPDFObjectHandle element, QPDFObjectHandle parent, const std::string& parent_type, int page, int depth) {
    const bool known = inspection_.type_of_element.contains(element.getObjGen());
    if (!element.isIndirect() || known || element.getKey("/P").getObjGen() != parent.getObjGen()) {
      inspection_.Report(Rule::kElementParent, page);
    }
    if (known || depth > kDeepest) return;
    const std::string type = TypeOf(element, page);
    inspection_.type_of_element[element.getObjGen()] = type;
    Nest(parent_type, type, page);
    CheckOne(element, type, page);
    Children(element, type, page, depth + 1);
    if (type == "Table") Rows(element, page);
  }

  /// The standard type behind the names of the role map.
  std::string TypeOf(QPDFObjectHandle element, int page) {
    std::string type = NameOf(element.getKey("/S"));
    for (int step = 0; step < 10 && !IsStandard(type) && roles_.isDictionary(); ++step) {
      type = NameOf(roles_.getKey("/" + type));
    }
    if (!IsStandard(type)) inspection_.Report(Rule::kElementType, page, type);
    return type;
  }

  static bool IsStandard(const std::string& type) {
    return std::find(kStandard.begin(), kStandard.end(), type) != kStandard.end();
  }

  void Nest(const std::string& parent, const std::string& type, int page) {
    for (const Nesting& rule : kNesting) {
      if (rule.parent == parent && !Has(rule.children, type)) inspection_.Report(rule.rule, page, type);
    }
    for (const Nesting& rule : kNeeds) {
      if (Has(rule.children, type) && !Has(rule.parent, parent)) inspection_.Report(rule.rule, page, type);
    }
  }

  void CheckOne(QPDFObjectHandle element, const std::string& type, int page) {
    const std::string language = TextOf(element.getKey("/Lang"));
    if (element.hasKey("/Lang") && !IsLanguage(language)) {
      inspection_.Report(Rule::kLanguageMalformed, page, language);
    }
    if (type == "Figure" || type == "Formula") Figure(element, type, page);
    if (type == "TH" && Attribute(element, "/Scope").isNull() && Attribute(element, "/Headers").isNull()) {
      inspection_.Report(Rule::kHeadWithoutScope, page);
    }
    if (type == "Note") Note(element, page);
    if (type.size() == 2 && type[0] == 'H') Heading(type[1] - '0', page);
  }

  void Figure(QPDFObjectHandle element, const std::string& type, int page) {
    if (TextOf(element.getKey("/Alt")).empty() && TextOf(element.getKey("/ActualText")).empty()) {
      inspection_.Report(Rule::kFigureWithoutWords, page);
    }
    if (type == "Figure" && !Attribute(element, "/BBox").isArray()) {
      inspection_.Report(Rule::kFigureWithoutBox, page);
    }
  }

  void Note(QPDFObjectHandle element, int page) {
    const QPDFObjectHandle id = element.getKey("/ID");
    if (!QPDFObjectHandle(id).isString()) {
      inspection_.Report(Rule::kNoteWithoutId, page);
    } else if (!notes_.insert(QPDFObjectHandle(id).getStringValue()).second) {
      inspection_.Report(Rule::kNoteIdTwice, page);
    }
  }

  void Heading(int level, int page) {
    if (heading_ == 0 && level != 1) inspection_.Report(Rule::kHeadingFirst, page);
    if (heading_ > 0 && level > heading_ + 1) inspection_.Report(Rule::kHeadingSkipped, page);
    heading_ = level;
  }

  /// An attribute of an element: of one dictionary, or of the first of several that has it.
  static QPDFObjectHandle Attribute(QPDFObjectHandle element, const std::string& key) {
    QPDFObjectHandle attributes = element.getKey("/A");
    if (attributes.isDictionary()) return attributes.getKey(key);
    for (int i = 0; attributes.isArray() && i < attributes.getArrayNItems(); ++i) {
      QPDFObjectHandle one = attributes.getArrayItem(i);
      if (one.isDictionary() && one.hasKey(key)) return one.getKey(key);
    }
    return QPDFObjectHandle::newNull();
  }

  static int Span(QPDFObjectHandle cell, const std::string& key) {
    QPDFObjectHandle span = Attribute(cell, key);
    return span.isInteger() ? std::clamp(span.getIntValueAsInt(), 1, 1000) : 1;
  }

  /// Every row must be as wide as the first, counting cells that reach down into it.
  void Rows(QPDFObjectHandle table, int page) {
    std::vector<int> reaching;  // by column: rows that a cell above still takes
    int width = -1;
    for (const QPDFObjectHandle& row : RowsOf(table, 0)) {
      int column = 0;
      const auto skip = [&] {
        while (static_cast<std::size_t>(column) < reaching.size() && reaching[static_cast<std::size_t>(column)] > 0) {
          --reaching[static_cast<std::size_t>(column++)];
        }
      };
      for (QPDFObjectHandle cell : Dictionaries(QPDFObjectHandle(row).getKey("/K"))) {
        skip();
        const int columns = Span(cell, "/ColSpan");
        const int rows = Span(cell, "/RowSpan");
        if (reaching.size() < static_cast<std::size_t>(column + columns)) reaching.resize(static_cast<std::size_t>(column + columns), 0);
        for (int i = 0; i < columns; ++i) reaching[static_cast<std::size_t>(column + i)] = rows - 1;
        column += columns;
      }
      skip();
      if (width < 0) width = column;
      if (column != width) inspection_.Report(Rule::kTableIrregular, page);
    }
  }

  std::vector<QPDFObjectHandle> RowsOf(QPDFObjectHandle part, int depth) {
    std::vector<QPDFObjectHandle> rows;
    for (QPDFObjectHandle kid : Dictionaries(part.getKey("/K"))) {
      const std::string type = NameOf(kid.getKey("/S"));
      if (type == "TR") {
        rows.push_back(kid);
      } else if (depth == 0 && Has(" THead TBody TFoot ", type)) {
        const std::vector<QPDFObjectHandle> inner = RowsOf(kid, 1);
        rows.insert(rows.end(), inner.begin(), inner.end());
      }
    }
    return rows;
  }

  static std::vector<QPDFObjectHandle> Dictionaries(QPDFObjectHandle kids) {
    std::vector<QPDFObjectHandle> found;
    if (kids.isDictionary()) found.push_back(kids);
    for (int i = 0; kids.isArray() && i < kids.getArrayNItems(); ++i) {
      if (QPDFObjectHandle kid = kids.getArrayItem(i); kid.isDictionary()) found.push_back(kid);
    }
    return found;
  }

  Inspection& inspection_;
  QPDFObjectHandle roles_;
  std::set<std::string> notes_;
  int heading_ = 0;
};

}  // namespace

void CheckElements(Inspection& inspection) {
  QPDFObjectHandle catalog = inspection.document.getRoot();
  const std::string language = TextOf(catalog.getKey("/Lang"));
  if (language.empty()) {
    inspection.Report(Rule::kLanguageMissing, -1);
  } else if (!IsLanguage(language)) {
    inspection.Report(Rule::kLanguageMalformed, -1, language);
  }
  QPDFObjectHandle info = catalog.getKey("/MarkInfo");
  const auto says = [&](const char* key) {
    return info.isDictionary() && info.getKey(key).isBool() && info.getKey(key).getBoolValue();
  };
  if (!says("/Marked")) inspection.Report(Rule::kNotMarked, -1);
  if (says("/Suspects")) inspection.Report(Rule::kSuspects, -1);
  QPDFObjectHandle root = catalog.getKey("/StructTreeRoot");
  if (!root.isDictionary() || root.getKey("/K").isNull()) {
    inspection.Report(Rule::kNoStructure, -1);
    return;
  }
  ElementWalk(inspection).Children(root, "", -1, 0);
  for (std::size_t page = 0; page < inspection.marks.size(); ++page) {
    for (const int mark : inspection.marks[page]) {
      if (!inspection.owner_of_mark.contains({static_cast<int>(page), mark})) {
        inspection.Report(Rule::kMarkWithoutElement, static_cast<int>(page), std::to_string(mark));
      }
    }
  }
}

}  // namespace dossier::pdf::internal
