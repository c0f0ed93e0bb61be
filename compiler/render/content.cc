// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/render/content.h"

#include <charconv>
#include <cstdint>

namespace dossier::render {
namespace {

void PutInt(std::int64_t value, std::string& out) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  out.append(digits, end);
}

/// Thousandths as a decimal fraction without idle zeros; no floating point, so no locale and no
/// rounding.
void PutThousandths(std::int64_t raw, std::string& out) {
  if (raw < 0) {
    out.push_back('-');
    raw = -raw;
  }
  PutInt(raw / 1000, out);
  std::int64_t rest = raw % 1000;
  if (rest == 0) {
    return;
  }
  char digits[4] = {'.', static_cast<char>('0' + rest / 100),
                    static_cast<char>('0' + rest / 10 % 10), static_cast<char>('0' + rest % 10)};
  std::size_t size = 4;
  while (digits[size - 1] == '0') {
    --size;
  }
  out.append(digits, size);
}

void Put(Length length, std::string& out) {
  PutThousandths(length.raw(), out);
  out.push_back(' ');
}

void PutColour(std::uint32_t rgb, std::string& out) {
  for (const unsigned shift : {16u, 8u, 0u}) {
    PutThousandths(static_cast<std::int64_t>((rgb >> shift) & 0xFF) * 1000 / 255, out);
    out.push_back(' ');
  }
  out += "rg\n";
}

void PutGlyph(std::uint32_t cid, std::string& out) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  const char hex[4] = {kDigits[cid >> 12 & 0xF], kDigits[cid >> 8 & 0xF], kDigits[cid >> 4 & 0xF],
                       kDigits[cid & 0xF]};
  out.append(hex, 4);
}

/// Writes the glyphs of a run as TJ arrays, with the difference between the width that the font
/// dictionary declares and the advance that was laid out as an adjustment.
class GlyphWriter {
 public:
  GlyphWriter(const paginate::GlyphRun& run, const FontUse& use, std::string& out)
      : run_(run), use_(use), out_(out) {}

  void Write() {
    const bool leftward = RunsToTheLeft(run_);
    EachCluster(run_, [&](const Cluster& cluster) {
      // Some readers turn /ActualText around in text that runs to the left.
      const bool actual = !leftward && !cluster.text.empty() && !MapSays(cluster, run_, use_);
      if (actual) {
        Close();
        out_ += "/Span<</ActualText<FEFF" + Utf16Hex(cluster.text) + ">>>BDC\n";
      }
      for (std::size_t i = cluster.begin; i < cluster.end; ++i) {
        PutOne(run_.glyphs[i]);
      }
      if (actual) {
        Close();
        out_ += "EMC\n";
      }
    });
    Close();
    Raise(0);
  }

 private:
  [[nodiscard]] std::int64_t Thousandths(std::int64_t units) const {
    const std::int64_t scaled = units * 1000;
    const std::int64_t half = scaled < 0 ? -use_.units_per_em / 2 : use_.units_per_em / 2;
    return (scaled + half) / use_.units_per_em;
  }

  void PutOne(const paginate::GlyphRun::Glyph& glyph) {
    Raise(glyph.y_offset);
    const std::int64_t place = Thousandths(target_ + glyph.x_offset);
    if (place != reached_) {
      Open(false);
      PutInt(reached_ - place, out_);
      reached_ = place;
    }
    Open(true);
    const std::uint32_t cid = use_.cid.at(glyph.id);
    PutGlyph(cid, out_);
    reached_ += use_.widths[cid];
    target_ += glyph.advance;
  }

  /// Opens the array, and a string in it or none.
  void Open(bool string) {
    if (!array_) {
      out_.push_back('[');
      array_ = true;
    }
    if (string != string_) {
      out_.push_back(string ? '<' : '>');
      string_ = string;
    }
  }

  void Close() {
    if (array_) {
      Open(false);
      out_ += "]TJ\n";
      array_ = false;
    }
  }

  void Raise(std::int32_t y_offset) {
    if (y_offset == raised_) {
      return;
    }
    Close();
    PutThousandths(y_offset * run_.size.raw() / use_.units_per_em, out_);
    out_ += " Ts\n";
    raised_ = y_offset;
  }

  const paginate::GlyphRun& run_;
  const FontUse& use_;
  std::string& out_;
  std::int64_t target_ = 0;   // font units laid out
  std::int64_t reached_ = 0;  // thousandths of an em that the reader has moved
  std::int32_t raised_ = 0;
  bool array_ = false;
  bool string_ = false;
};

/// Opens and closes marked content as the marks of what is drawn change.
class Marker {
 public:
  Marker(const paginate::Page& page, const structure::Tree* structure, std::string& out)
      : page_(page), structure_(structure), out_(out) {}

  void Go(const paginate::Marked& marked) {
    if (structure_ == nullptr || (open_ && marked == last_)) return;
    Close();
    if (marked.mark < 0) {
      out_ += kArtifacts[static_cast<std::size_t>(marked.artifact)];
    } else {
      const int element = page_.marks.at(static_cast<std::size_t>(marked.mark));
      out_.push_back('/');
      out_ += structure::StandardName(structure_->elements.at(static_cast<std::size_t>(element)));
      out_ += "<</MCID ";
      PutInt(marked.mark, out_);
      out_ += ">>BDC\n";
    }
    last_ = marked;
    open_ = true;
  }

  void Close() {
    if (open_) out_ += "EMC\n";
    open_ = false;
  }

 private:
  /// By `paginate::Artifact`.
  static constexpr std::string_view kArtifacts[] = {
      "/Artifact<</Type/Layout>>BDC\n",
      "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC\n",
      "/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC\n",
      "/Artifact<</Type/Pagination>>BDC\n"};

  const paginate::Page& page_;
  const structure::Tree* structure_;
  std::string& out_;
  paginate::Marked last_;
  bool open_ = false;
};

void PutText(const paginate::Page& page, const FontUses& uses, Marker& marker, std::string& out) {
  if (page.runs.empty()) {
    return;
  }
  out += "BT\n";
  int font = -1;
  Length size;
  std::uint32_t rgb = 0;
  for (const paginate::GlyphRun& run : page.runs) {
    if (run.glyphs.empty()) {
      continue;
    }
    marker.Go(run.marked);
    if (run.font != font || run.size != size) {
      out += "/F";
      PutInt(run.font, out);
      out.push_back(' ');
      Put(run.size, out);
      out += "Tf\n";
      font = run.font;
      size = run.size;
    }
    if (run.rgb != rgb) {
      PutColour(run.rgb, out);
      rgb = run.rgb;
    }
    out += "1 0 0 1 ";
    Put(run.x, out);
    Put(run.y, out);
    out += "Tm\n";
    GlyphWriter(run, uses.at(static_cast<std::size_t>(run.font)), out).Write();
  }
  marker.Close();
  out += "ET\n";
}

}  // namespace

std::string ContentOf(const paginate::Page& page, const structure::Tree* structure,
                      const FontUses& uses,
                      const std::function<std::string(const paginate::PlacedImage&)>& image_name) {
  std::string out;
  out.reserve(16384);
  Marker marker(page, structure, out);
  for (const paginate::PlacedImage& image : page.images) {
    marker.Go(image.marked);
    out += "q ";
    Put(image.box.right - image.box.left, out);
    out += "0 0 ";
    Put(image.box.top - image.box.bottom, out);
    Put(image.box.left, out);
    Put(image.box.bottom, out);
    out += "cm /" + image_name(image) + " Do Q\n";
  }
  if (!page.lines.empty()) marker.Go({});
  Length width = Length::FromRaw(-1);
  for (const paginate::Line& line : page.lines) {
    if (line.width != width) {
      Put(line.width, out);
      out += "w\n";
      width = line.width;
    }
    Put(line.x1, out);
    Put(line.y1, out);
    out += "m ";
    Put(line.x2, out);
    Put(line.y2, out);
    out += "l S\n";
  }
  marker.Close();
  PutText(page, uses, marker, out);
  return out;
}

}  // namespace dossier::render
