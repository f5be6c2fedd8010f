#include "funds/notice.h"

#include "funds/table_headings.h"
#include "funds/vocabulary.h"
#include "reading/fold.h"
#include "reading/phrases.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace dossier::funds {
namespace {

using reading::PageLayout;
using reading::PhraseTable;
using reading::TableRow;

constexpr std::size_t kTitleLines = 12;  // a notice says what it is near its top

constexpr std::size_t kBareTitleWords = 4;

enum class Label { due_date, share, net, total };

const PhraseTable<Label>& labels() {
  static const PhraseTable<Label> table = {
      {Label::due_date,
       {"due date",        "payment date",    "value date",       "payable on",   "due on",        "due by",
        "payable by",      "fallig am",       "falligkeit*",      "zahlbar bis",  "zahlungsdatum", "valuta",
        "date d echeance", "date de valeur",  "date de paiement", "payable le",   "a payer le",    "distribution date",
        "wire date",       "settlement date", "drawdown date",    "funding date", "zahlungstermin"}},
      {Label::share,
       {"your share",
        "lp share",
        "investor share",
        "your contribution",
        "your distribution",
        "your capital call",
        "amount due from you",
        "your portion",
        "investor s share",
        "ihr anteil",
        "anteil des anlegers",
        "votre quote part",
        "votre part",
        "amount called from you",
        "your gross distribution",
        "share of the investor",
        "investor amount",
        "amount payable by you",
        "amount payable to you",
        "quote part de l investisseur"}},
      {Label::total,
       {"capital call amount",
        "total capital call",
        "total distribution",
        "total drawdown",
        "summe kapitalabruf",
        "summe ausschuttung",
        "summe der ausschuttung",
        "total de l appel",
        "total de la distribution",
        "total call",
        "call amount",
        "total call",
        "amount called",
        "total amount due",
        "amount due",
        "distribution amount",
        "gross distribution",
        "gross amount",
        "total distribution",
        "total drawdown",
        "drawdown amount",
        "abrufbetrag",
        "ausschuttungsbetrag",
        "montant de l appel",
        "montant appele",
        "montant de la distribution",
        "gross call",
        "gross capital call",
        "gross drawdown",
        "gross capital distribution",
        "total gross call",
        "total due",
        "amount of this call",
        "amount of this distribution",
        "betrag"}},
      {Label::net,
       {"net amount due", "net amount", "net amount payable", "net cash due", "net due", "net call", "net capital call",
        "net drawdown", "montant net*", "nettobetrag", "net distribution", "net capital distribution", "net payable",
        "netto"}},
  };
  return table;
}

// "Capital Call Notice", "Drawdown notice no. 7", "Abrufschreiben", "Avis d'appel de fonds".
std::optional<RowKind> notice_kind(const std::string& title) {
  static const PhraseTable<bool> paper = {
      {true,
       {"notice", "notification", "abrufschreiben", "abrufmitteilung", "mitteilung*", "avis", "ausschuttungsmitteilung",
        "kapitalabrufschreiben", "funding notice", "anzeige", "abrufanzeige"}}};
  auto tokens = reading::fold_tokens(title);
  if (tokens.size() > 12 || !paper.find(tokens)) return std::nullopt;
  return row_kind_by_words(title);
}

struct Found {
  Money amount;
  std::string printed;
  Place place;
};

class NoticeReader {
 public:
  NoticeReader(std::span<const PageLayout> layouts, const DocumentStyle& style, const std::string& file)
      : layouts_(layouts), style_(style), file_(file) {}

  NoticeReading read(RowKind kind) {
    kind_ = kind;
    for (const PageLayout& layout : layouts_) {
      for (const auto& table : layout.tables) take_table(layout, table);
      for (const auto& line : layout.text) take_line(line, layout.page);
    }
    NoticeReading out;
    const std::optional<Found>& amount = share_ ? share_ : total_;
    Place first{file_, {}, layouts_.front().page, {}};
    if (!amount) {
      out.flags.push_back(
          {FlagCode::amount_missing, "this is a notice, but the investor's amount could not be told", first});
    } else if (!due_) {
      out.flags.push_back(
          {FlagCode::date_missing, "this is a notice, but the day the money is due could not be told", amount->place});
    } else {
      out.rows.push_back(row_of(kind, *amount));
      if (netted_) out.rows.push_back(row_of(other(kind), *netted_));
    }
    return out;
  }

 private:
  DraftRow row_of(RowKind kind, const Found& amount) const {
    Transaction t{.kind = kind, .date = *due_->date};
    t.precision = due_->precision;
    t.amount = amount.amount.abs();
    t.printed = amount.printed;
    t.date_printed = due_printed_;
    t.type = kind == RowKind::capital_call ? "Capital Call" : "Distribution";
    t.description = "noticed";
    t.status = RowStatus::noticed;
    t.place = amount.place;
    return DraftRow{std::move(t), KindBy::title_or_type, 0, {}};
  }

  std::optional<Found> found(const std::string& text, const reading::Box& box, int page) const {
    auto number = reading::read_number(text, style_.mark);
    if (!number || number->too_large || number->form != reading::NumberForm::plain || !number->dressed)
      return std::nullopt;
    auto amount = number->magnitude.to_money(number->power != 0 ? number->power : style_.power_of_page(page),
                                             style_.minor_digits());
    if (!amount) return std::nullopt;
    return Found{*amount, text, {file_, {}, page, box}};
  }

  void take_table(const PageLayout& layout, const reading::Table& table) {
    const auto share = share_column(layout, table);
    if (share) take_share(table, *share);
    for (const TableRow& row : table.rows) {
      for (std::size_t c = 0; c + 1 < row.cells.size(); ++c) {
        const auto& next = row.cells[c + 1];
        // What stands beside the investor's figures is the whole fund's.
        if (!share || row.cells[*share].text.empty()) take_pair(row.cells[c].text, next.text, next.box, table.page);
      }
    }
  }

  // The column of the investor's figures, by its heading in the table or in the line right above it.
  std::optional<std::size_t> share_column(const PageLayout& layout, const reading::Table& table) const {
    constexpr double kHeadingReach = 24;
    std::optional<std::size_t> share;
    const auto headers = header_texts(table, count_header_rows(table, style_));
    for (std::size_t c = 0; c < headers.size(); ++c) {
      if (column_role(headers[c]) == ColumnRole::investor_share) share = c;
    }
    for (const auto& line : layout.text) {
      if (share || line.box.y1 > table.box.y0 + 2 || line.box.y1 < table.box.y0 - kHeadingReach) continue;
      for (const auto& segment : line.segments) {
        if (line.segments.size() < 2 || column_role(segment.text) != ColumnRole::investor_share) continue;
        auto distance = [&](std::size_t c) { return std::abs(table.column_x1[c] - segment.box.x1); };
        share = 0;
        for (std::size_t c = 1; c < table.columns; ++c) {
          if (distance(c) < distance(*share)) share = c;
        }
      }
    }
    return share;
  }

  // The investor's figures, gross: the row that is called the call or distribution as a whole, else the total, else the
  // last one above a net amount. What is netted against a call is a distribution of its own when the net amount says
  // so.
  void take_share(const reading::Table& table, std::size_t share) {
    int best = -1;
    std::optional<Found> against;
    for (const TableRow& row : table.rows) {
      const auto& cell = row.cells[share];
      const std::string& label = row.cells.front().text;
      const auto meaning = labels().find(reading::fold_tokens(label));
      const auto amount = found(cell.text, cell.box, table.page);
      if (!amount) continue;
      // A sum below what is set off is net, whatever it is called.
      const bool sums = meaning == Label::total || summary_row(label) == SummaryRow::total;
      if (meaning == Label::net || (against && sums)) {
        if (best >= 0 && against && share_ && share_->amount - against->amount == amount->amount) netted_ = against;
        break;
      }
      const int rank = meaning == Label::total ? 2 : summary_row(label) == SummaryRow::total ? 1 : 0;
      if (row_kind_by_words(label) == other(kind_) && is_negative(cell.text)) {
        against = amount;
      } else if (rank >= best) {
        best = rank;
        share_ = amount;
      }
    }
  }

  static RowKind other(RowKind kind) {
    return kind == RowKind::capital_call ? RowKind::distribution : RowKind::capital_call;
  }

  bool is_negative(const std::string& text) const {
    const auto number = reading::read_number(text, style_.mark);
    return number && number->negative;
  }

  // "Due date: 17 May 2023", or the label and its value as two segments.
  void take_line(const reading::Line& line, int page) {
    for (std::size_t i = 0; i < line.segments.size(); ++i) {
      const auto& segment = line.segments[i];
      std::size_t colon = segment.text.find(':');
      if (colon != std::string::npos && colon + 1 < segment.text.size()) {
        take_pair(segment.text.substr(0, colon),
                  std::string(reading::trimmed(std::string_view(segment.text).substr(colon + 1))), segment.box, page);
      } else if (i + 1 < line.segments.size()) {
        take_pair(segment.text, line.segments[i + 1].text, line.segments[i + 1].box, page);
      }
    }
  }

  void take_pair(const std::string& label, const std::string& value, const reading::Box& box, int page) {
    auto meaning = labels().find(reading::fold_tokens(label));
    if (!meaning || value.empty()) return;
    if (*meaning == Label::due_date) {
      auto date = reading::read_date(value, style_.days);
      if (date && date->date && !due_) {
        due_ = date;
        due_printed_ = value;
      }
      return;
    }
    auto amount = found(value, box, page);
    if (!amount) return;
    if (*meaning == Label::share && !share_) share_ = amount;
    if (*meaning == Label::total && !total_) total_ = amount;
  }

  std::span<const PageLayout> layouts_;
  const DocumentStyle& style_;
  const std::string& file_;
  std::optional<Found> share_, total_;
  std::optional<Found> netted_;  // a distribution set off against the call, or a call against the distribution
  RowKind kind_ = RowKind::capital_call;
  std::optional<reading::DateText> due_;
  std::string due_printed_;
};

}  // namespace

std::optional<NoticeReading> read_notice(std::span<const PageLayout> layouts, const DocumentStyle& style,
                                         const std::string& file) {
  if (layouts.empty()) return std::nullopt;
  const auto& text = layouts.front().text;
  for (std::size_t i = 0; i < std::min(kTitleLines, text.size()); ++i) {
    if (text[i].segments.size() != 1) continue;
    std::string title = text[i].text();
    if (auto kind = notice_kind(title); kind && *kind != RowKind::adjustment)
      return NoticeReader(layouts, style, file).read(*kind);
    // "Kapitalabruf", "Appel de fonds": a bare title is a notice when a due date and an amount follow.
    auto kind = reading::fold_tokens(title).size() <= kBareTitleWords ? section_kind(title) : std::nullopt;
    if (!kind || *kind == RowKind::adjustment) continue;
    if (auto notice = NoticeReader(layouts, style, file).read(*kind); !notice.rows.empty()) return notice;
  }
  return std::nullopt;
}

}  // namespace dossier::funds
