#include "funds/reader.h"

#include "funds/headline.h"
#include "funds/ledger_columns.h"
#include "funds/ledger_rows.h"
#include "funds/passages.h"
#include "funds/signs.h"
#include "funds/style.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace dossier::funds {
namespace {

using reading::PageLayout;
using reading::Table;

constexpr double kTitleReach = 90;  // points above a table within which a line can be its title
constexpr std::size_t kTitleBytesMax = 110;

// Whether another table stands beside this one, so that a line can only title the table it stands over.
bool has_neighbour(const PageLayout& layout, const Table& table) {
  return std::any_of(layout.tables.begin(), layout.tables.end(), [&](const Table& other) {
    return &other != &table && other.box.y0 < table.box.y1 && other.box.y1 > table.box.y0;
  });
}

// Lines that may title a table: short and above it, the nearest first.
std::vector<const reading::Line*> titles_above(const PageLayout& layout, const Table& table, double top_limit) {
  std::vector<const reading::Line*> titles;
  bool neighbour = has_neighbour(layout, table);
  for (const auto& line : layout.text) {
    bool above =
        line.box.y1 <= table.box.y0 + 3 && line.box.y1 > table.box.y0 - kTitleReach && line.box.y0 >= top_limit;
    bool beside = neighbour && (line.box.x0 > table.box.x1 || line.box.x1 < table.box.x0);
    if (above && !beside && line.text().size() <= kTitleBytesMax) titles.push_back(&line);
  }
  std::reverse(titles.begin(), titles.end());
  return titles;
}

class ReportReader {
 public:
  ReportReader(const reading::PagedText& text, const std::string& file) : text_(text), file_(file) { out_.file = file; }

  DocumentReading read() && {
    for (const auto& page : text_.pages) {
      look_at_page(page);
      layouts_.push_back(reading::find_tables(page, is_table_header));
    }
    style_ = settle_style(layouts_, text_);
    for (const auto& layout : layouts_) read_tables(layout);
    Headline headline = read_headline(layouts_, ledger_tables_, style_, file_);
    out_.passages = read_passages(layouts_, file_);
    build_ledger(std::move(headline));
    settle_status();
    return std::move(out_);
  }

 private:
  void look_at_page(const reading::Page& page) {
    if (!page.trouble.empty()) flag(FlagCode::page_unreadable, page.trouble, page.number, {});
    if (page.image_only())
      flag(FlagCode::needs_ocr,
           fmt::format("page {} is an image without text: it needs text recognition (OCR) before it can be read",
                       page.number),
           page.number, {});
    auto hidden = std::find_if(page.words.begin(), page.words.end(), [](const reading::Word& w) { return w.hidden; });
    if (hidden != page.words.end()) {
      flag(FlagCode::hidden_text,
           fmt::format("page {} holds text that a reader does not see; it was kept apart and not read", page.number),
           page.number, hidden->box);
    }
  }

  void read_tables(const PageLayout& layout) {
    ledger_tables_.emplace_back(layout.tables.size(), false);
    double previous_bottom = 0;
    for (std::size_t i = 0; i < layout.tables.size(); ++i) {
      const Table& table = layout.tables[i];
      bool may_continue = last_columns_ && i == 0 && layout.page > last_page_;
      auto columns = plan_ledger_columns(table, style_, may_continue ? &*last_columns_ : nullptr);
      if (columns) {
        ledger_tables_.back()[i] = true;
        begin_section(layout, table, *columns, previous_bottom, i);
        int power = scale_of(*columns, layout.page);
        auto rows = read_ledger_rows(table, *columns, style_, section_, file_, power);
        std::move(rows.rows.begin(), rows.rows.end(), std::back_inserter(drafts_));
        std::move(rows.flags.begin(), rows.flags.end(), std::back_inserter(out_.flags));
        last_columns_ = std::move(columns);
        last_page_ = layout.page;
      }
      previous_bottom = table.box.y1;
    }
    if (!layout.text.empty()) tail_ = titles_below(layout, previous_bottom);
  }

  // A new title begins a new section; a table without one at the top of a page goes on with the section before it.
  void begin_section(const PageLayout& layout, const Table& table, const LedgerColumns& columns, double previous_bottom,
                     std::size_t index) {
    std::vector<std::string> candidates;
    if (!columns.title.empty()) candidates.push_back(columns.title);
    for (const auto* line : titles_above(layout, table, previous_bottom)) candidates.push_back(line->text());
    if (index == 0) candidates.insert(candidates.end(), tail_.begin(), tail_.end());
    for (const std::string& title : candidates) {
      if (auto kind = section_kind(title)) {
        bool same = section_.kind == kind && index == 0 && columns.header_rows == 0;
        if (!same) section_ = Section{title, kind, {}, {}};
        return;
      }
    }
    bool goes_on = index == 0 && last_columns_ && columns.roles == last_columns_->roles && candidates.empty();
    if (!goes_on) section_ = Section{candidates.empty() ? std::string() : candidates.front(), std::nullopt, {}, {}};
  }

  // Lines below the last table of a page may title the first table of the next one.
  static std::vector<std::string> titles_below(const PageLayout& layout, double bottom) {
    std::vector<std::string> titles;
    for (auto line = layout.text.rbegin(); line != layout.text.rend() && titles.size() < 3; ++line) {
      if (line->box.y0 >= bottom && line->text().size() <= kTitleBytesMax) titles.push_back(line->text());
    }
    return titles;
  }

  int scale_of(const LedgerColumns& columns, int page) const {
    for (const FlowColumn& flow : columns.flows) {
      if (flow.index < columns.headers.size()) {
        if (int power = reading::find_scale_power(columns.headers[flow.index]); power != 0) return power;
      }
    }
    if (int power = reading::find_scale_power(section_.title); power != 0) return power;
    return style_.power_of_page(page);
  }

  std::vector<std::string> notes() const {
    std::vector<std::string> notes;
    for (const Passage& passage : out_.passages) notes.push_back(passage.text);
    return notes;
  }

  void build_ledger(Headline headline) {
    if (drafts_.empty()) return;
    auto settled = settle_signs(std::move(drafts_), headline.figures, notes(), style_.minor_digits());
    std::move(settled.flags.begin(), settled.flags.end(), std::back_inserter(out_.flags));
    Ledger ledger;
    if (headline.name) ledger.name = headline.name->value;
    if (headline.gp) ledger.gp = headline.gp->value;
    ledger.vintage_year = headline.vintage_year;
    ledger.currency = style_.currency;
    if (headline.as_of) ledger.as_of = headline.as_of->value;
    ledger.commitment = headline.figures.commitment;
    ledger.transactions = std::move(settled.transactions);
    ledger.signs = std::move(settled.convention);
    if (headline.figures.nav && ledger.as_of) {
      ledger.nav_history.push_back(
          {*ledger.as_of, headline.figures.nav->value, headline.figures.nav->printed, headline.figures.nav->place});
    }
    ledger.reported = std::move(headline.figures);
    out_.funds.push_back(std::move(ledger));
  }

  void settle_status() {
    bool unread = std::any_of(out_.flags.begin(), out_.flags.end(), [](const Flag& f) {
      return f.code == FlagCode::needs_ocr || f.code == FlagCode::page_unreadable ||
             f.code == FlagCode::amount_unreadable || f.code == FlagCode::amount_missing ||
             f.code == FlagCode::date_missing || f.code == FlagCode::date_impossible ||
             f.code == FlagCode::kind_unknown || f.code == FlagCode::amount_too_large ||
             f.code == FlagCode::limit_reached;
    });
    out_.status = unread ? ReadingStatus::partial : out_.funds.empty() ? ReadingStatus::no_ledger : ReadingStatus::read;
  }

  void flag(FlagCode code, std::string message, int page, const reading::Box& box) {
    out_.flags.push_back({code, std::move(message), {file_, {}, page, box}});
  }

  const reading::PagedText& text_;
  const std::string& file_;
  DocumentReading out_;
  std::vector<PageLayout> layouts_;
  std::vector<std::vector<bool>> ledger_tables_;
  DocumentStyle style_;
  std::vector<DraftRow> drafts_;
  Section section_;
  std::optional<LedgerColumns> last_columns_;
  int last_page_ = 0;
  std::vector<std::string> tail_;
};

}  // namespace

DocumentReading read_report(const reading::PagedText& text, const std::string& file) {
  return ReportReader(text, file).read();
}

}  // namespace dossier::funds
