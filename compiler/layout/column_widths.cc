// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/layout/column_widths.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string_view>
#include <utility>

#include "compiler/layout/layout.h"

namespace dossier::layout {
namespace {

/// Type of cells in hundredths of that of tables, largest first; below the last nobody reads on.
constexpr std::array<std::int64_t, 4> kSteps = {100, 90, 80, 70};

std::size_t ColumnsOf(const compose::Table& table, std::size_t most) {
  std::size_t columns = table.widths.size();
  for (const auto* rows : {&table.head, &table.rows}) {
    for (const compose::TableRow& row : *rows) {
      std::size_t count = 0;
      for (const compose::TableCell& cell : row.cells) {
        count += static_cast<std::size_t>(std::max(1, cell.columns));
      }
      columns = std::max(columns, count);
    }
  }
  return std::min(std::max<std::size_t>(columns, 1), most);
}

/// Finds what the longest words of each column need, from cells that stand in one column. Words
/// that surely fit into `enough` are not measured.
class WordMeasure {
 public:
  WordMeasure(const std::vector<Length>& enough, const TextStyle& text, Tools& tools)
      : enough_(enough), text_(text), tools_(tools), least_(enough.size()) {}

  std::vector<Length> Measure(const compose::Table& table) {
    AddRows(table.head, fonts::Style::kBold);
    AddRows(table.rows, fonts::Style::kRegular);
    return std::move(least_);
  }

 private:
  void AddRows(const std::vector<compose::TableRow>& rows, fonts::Style face) {
    face_ = face;
    for (const compose::TableRow& row : rows) {
      std::size_t at = 0;
      for (const compose::TableCell& cell : row.cells) {
        column_ = at;
        at += static_cast<std::size_t>(std::max(1, cell.columns));
        if (cell.columns <= 1 && column_ < least_.size()) {
          AddCell(cell);
        }
      }
    }
  }

  void AddCell(const compose::TableCell& cell) {
    for (const compose::Block& block : cell.content) {
      if (const auto* paragraph = std::get_if<compose::Paragraph>(&block.value)) {
        AddInlines(paragraph->content);
      }
    }
  }

  void AddInlines(const std::vector<compose::Inline>& content) {
    for (const compose::Inline& item : content) {
      if (const auto* run = std::get_if<compose::TextRun>(&item.value)) {
        AddWords(*run);
      } else if (const auto* link = std::get_if<compose::Link>(&item.value)) {
        AddInlines(link->content);
      }
    }
  }

  void AddWords(const compose::TextRun& run) {
    constexpr std::string_view kBlanks = " \t\n\r";
    const std::string_view text = run.text;
    for (std::size_t at = text.find_first_not_of(kBlanks); at < text.size();) {
      const std::size_t end = std::min(text.find_first_of(kBlanks, at), text.size());
      const std::string_view word = text.substr(at, end - at);
      if (!IsAddress(word)) {
        AddParts(run, word);
      }
      at = text.find_first_not_of(kBlanks, end);
    }
  }

  /// A line may end behind a hyphen.
  void AddParts(const compose::TextRun& run, std::string_view word) {
    while (!word.empty()) {
      const std::size_t end = std::min(word.find('-'), word.size() - 1);
      AddPart(run, word.substr(0, end + 1));
      word.remove_prefix(end + 1);
    }
  }

  void AddPart(const compose::TextRun& run, std::string_view part) {
    // No letter is wider than its type is high: most words need not be measured.
    const Length known = std::max(least_[column_], enough_[column_]);
    if (text_.size * static_cast<std::int64_t>(part.size()) + Padding() <= known) {
      return;
    }
    const bool bold = face_ == fonts::Style::kBold || run.face == compose::Face::kBold ||
                      run.face == compose::Face::kBoldItalic;
    const Length size = run.small || run.superscript ? text_.size * 9 / 10 : text_.size;
    const fonts::Style style = bold ? fonts::Style::kBold : fonts::Style::kRegular;
    Length width;
    for (const fonts::ShapedPiece& piece : tools_.shaper.Shape(style, part).pieces) {
      width +=
          WidthOf(piece.advance, size, tools_.shaper.fonts().MetricsOf(piece.font).units_per_em);
    }
    least_[column_] = std::max(least_[column_], width + Padding());
  }

  [[nodiscard]] static Length Padding() { return 2 * measure::kCellPadding; }

  const std::vector<Length>& enough_;
  const TextStyle& text_;
  Tools& tools_;
  std::vector<Length> least_;
  fonts::Style face_ = fonts::Style::kRegular;
  std::size_t column_ = 0;
};

Length SumOf(const std::vector<Length>& widths) {
  return std::accumulate(widths.begin(), widths.end(), Length());
}

/// Gives columns that are too narrow what they need; the others share what is left.
std::vector<Length> Spread(const std::vector<Length>& shares, const std::vector<Length>& least) {
  std::vector<Length> widths = shares;
  std::vector<bool> fixed(shares.size(), false);
  for (bool again = true; again;) {
    again = false;
    Length taken, wanted;
    for (std::size_t i = 0; i < shares.size(); ++i) {
      if (!fixed[i] && widths[i] < least[i]) {
        fixed[i] = again = true;
      }
      (fixed[i] ? taken : wanted) += fixed[i] ? least[i] : shares[i];
    }
    const Length left = SumOf(shares) - taken;
    for (std::size_t i = 0; i < shares.size(); ++i) {
      widths[i] = fixed[i] ? least[i]
                           : Length::FromRaw(shares[i].raw() * left.raw() /
                                             std::max<std::int64_t>(1, wanted.raw()));
    }
  }
  return widths;
}

/// Where all together need too much: what is needed, but for no column more than `most`, so that
/// the short words of one stay whole beside the long ones of another.
std::vector<Length> Capped(const std::vector<Length>& least, Length whole) {
  std::vector<Length> rising = least;
  std::sort(rising.begin(), rising.end());
  Length left = whole;
  Length most;
  for (std::size_t i = 0; i < rising.size(); ++i) {
    most = left / static_cast<std::int64_t>(rising.size() - i);
    if (rising[i] > most) {
      break;
    }
    left -= rising[i];
  }
  std::vector<Length> widths;
  for (const Length need : least) {
    widths.push_back(std::min(need, most));
  }
  return widths;
}

std::vector<Length> EdgesOf(const std::vector<Length>& widths, const Column& column) {
  std::vector<Length> edges = {column.left};
  for (const Length width : widths) {
    edges.push_back(edges.back() + width);
  }
  edges.back() = column.left + column.width;
  return edges;
}

bool AllFit(const std::vector<Length>& widths, const std::vector<Length>& least) {
  return std::equal(widths.begin(), widths.end(), least.begin(),
                    [](Length width, Length need) { return width >= need; });
}

}  // namespace

std::vector<Length> ColumnShares(const compose::Table& table, Length whole, std::size_t most) {
  const std::size_t columns = ColumnsOf(table, most);
  const auto part = [&](std::size_t i) -> std::int64_t {
    return i < table.widths.size() ? std::clamp(table.widths[i], 1, 10000) : 1;
  };
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < columns; ++i) {
    sum += part(i);
  }
  std::vector<Length> shares;
  std::int64_t reached = 0;
  for (std::size_t i = 0; i < columns; ++i) {
    const Length begin = whole * reached / sum;
    reached += part(i);
    shares.push_back(whole * reached / sum - begin);
  }
  return shares;
}

ColumnPlan PlanColumns(const compose::Table& table, const Column& column, Tools& tools) {
  ColumnPlan plan;
  const std::vector<Length> shares = ColumnShares(table, column.width);
  const TextStyle full = column.tight ? column.text : kTableText.In(column.text);
  plan.text = full;
  if (AllFit(shares, WordMeasure(shares, full, tools).Measure(table))) {
    plan.edges = EdgesOf(shares, column);
    return plan;
  }
  const std::vector<Length> nothing(shares.size());
  for (const std::int64_t step : kSteps) {
    plan.text.size = full.size * step / 100;
    plan.text.leading = full.leading * step / 100;
    plan.smaller = step != kSteps.front();
    const std::vector<Length> least = WordMeasure(nothing, plan.text, tools).Measure(table);
    if (SumOf(least) <= column.width) {
      plan.edges = EdgesOf(Spread(shares, least), column);
      return plan;
    }
  }
  // Smaller type would not help.
  plan.text = full;
  plan.smaller = false;
  plan.edges =
      EdgesOf(Capped(WordMeasure(nothing, full, tools).Measure(table), column.width), column);
  return plan;
}

}  // namespace dossier::layout
