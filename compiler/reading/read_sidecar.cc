// SPDX-License-Identifier: GPL-3.0-or-later
#include <initializer_list>
#include <limits>

#include "compiler/json/parse.h"
#include "compiler/reading/sidecar.h"

namespace dossier::reading {
namespace {

using json::Value;

constexpr int kMost = std::numeric_limits<int>::max();

/// Takes values out of the tree. After the first mistake everything reads as zero or empty, and the
/// caller asks once at the end.
class Fields {
 public:
  [[nodiscard]] bool ok() const { return ok_; }
  void Fail() { ok_ = false; }

  int Number(const Value* value, int least, int most) {
    const std::int64_t* number = value == nullptr ? nullptr : value->integer();
    if (number == nullptr || *number < least || *number > most) return ok_ = false, least;
    return static_cast<int>(*number);
  }
  std::string Text(const Value* value) {
    const std::string* text = value == nullptr ? nullptr : value->string();
    if (text == nullptr) return ok_ = false, std::string();
    return *text;
  }
  Digest Sha256(const Value* value) {
    const auto digest = Digest::FromHex(Text(value));
    if (!digest) return ok_ = false, Digest();
    return *digest;
  }
  const Value::Array& Items(const Value* value) {
    static const Value::Array kNone;
    const Value::Array* items = value == nullptr ? nullptr : value->array();
    if (items == nullptr) return ok_ = false, kNone;
    return *items;
  }
  /// An object of these keys and no others.
  void Keys(const Value& value, std::initializer_list<std::string_view> keys) {
    const Value::Object* members = value.object();
    if (members == nullptr || members->size() != keys.size()) return Fail();
    std::size_t i = 0;
    for (const std::string_view key : keys) {
      if ((*members)[i++].first != key) Fail();
    }
  }

 private:
  bool ok_ = true;
};

Word ReadWord(const Value& value, Fields& fields) {
  const Value::Array& items = fields.Items(&value);
  if (items.size() != 6) return fields.Fail(), Word();
  Word word{.text = fields.Text(&items[0]), .confidence = fields.Number(&items[1], 0, 100), .box = {}};
  word.box = {.left = fields.Number(&items[2], 0, kMost),
              .top = fields.Number(&items[3], 0, kMost),
              .right = fields.Number(&items[4], 0, kMost),
              .bottom = fields.Number(&items[5], 0, kMost)};
  return word;
}

Line ReadLine(const Value& value, Fields& fields) {
  fields.Keys(value, {"text", "words"});
  Line line;
  for (const Value& word : fields.Items(value.Find("words"))) line.words.push_back(ReadWord(word, fields));
  if (fields.Text(value.Find("text")) != TextOf(line)) fields.Fail();
  return line;
}

Page ReadPage(const Value& value, Fields& fields) {
  fields.Keys(value, {"page", "languages", "dpi", "width", "height", "confidence", "lines"});
  Page page{.number = fields.Number(value.Find("page"), 1, kMost), .languages = {}, .lines = {}};
  for (const Value& name : fields.Items(value.Find("languages"))) page.languages.push_back(fields.Text(&name));
  page.dpi = fields.Number(value.Find("dpi"), 0, kMost);
  page.width = fields.Number(value.Find("width"), 0, kMost);
  page.height = fields.Number(value.Find("height"), 0, kMost);
  for (const Value& line : fields.Items(value.Find("lines"))) page.lines.push_back(ReadLine(line, fields));
  if (fields.Number(value.Find("confidence"), 0, 100) != ConfidenceOf(page)) fields.Fail();
  return page;
}

void ReadData(const Value* value, Fields& fields, Sidecar& sidecar) {
  const Value::Object* members = value == nullptr ? nullptr : value->object();
  if (members == nullptr) return fields.Fail();
  for (const auto& [name, digest] : *members) sidecar.data.emplace_back(name, fields.Sha256(&digest));
}

}  // namespace

Result<Sidecar> ReadSidecar(std::string_view text) {
  const Result<Value> tree = json::Parse(text);
  if (!tree) return Failure{"it is no JSON: " + tree.failure().reason};
  Fields fields;
  if (fields.Number(tree->Find("format"), 0, kMost) != kSidecarFormat || !fields.ok()) {
    return Failure{"it is of another format than this program writes"};
  }
  fields.Keys(*tree, {"format", "what", "exhibit", "file", "sha256", "program", "data", "words", "pages"});
  Sidecar sidecar{.exhibit = fields.Text(tree->Find("exhibit")),
                  .file = fields.Text(tree->Find("file")),
                  .sha256 = fields.Sha256(tree->Find("sha256")),
                  .program = fields.Text(tree->Find("program")),
                  .data = {},
                  .pages = {}};
  ReadData(tree->Find("data"), fields, sidecar);
  for (const Value& page : fields.Items(tree->Find("pages"))) {
    sidecar.pages.push_back(ReadPage(page, fields));
    const std::size_t count = sidecar.pages.size();
    if (count > 1 && sidecar.pages[count - 2].number >= sidecar.pages[count - 1].number) fields.Fail();
  }
  if (!fields.ok()) return Failure{"it was changed by hand, or is damaged"};
  return sidecar;
}

}  // namespace dossier::reading
