#include "funds/reports/reader.h"

#include "funds/reports/column_contents.h"
#include "funds/reports/forecasts.h"
#include "funds/reports/fund_tables.h"
#include "funds/reports/fund_talk.h"
#include "funds/reports/headline_scale.h"
#include "funds/reports/ledger_columns.h"
#include "funds/reports/ledger_layout.h"
#include "funds/reports/ledger_rows.h"
#include "funds/reports/notice.h"
#include "funds/reports/passages.h"
#include "funds/reports/passed_over.h"
#include "funds/reports/period_grid.h"
#include "funds/reports/printed_totals.h"
#include "funds/reports/recall_notes.h"
#include "funds/reports/repeated_tables.h"
#include "funds/reports/sections.h"
#include "funds/reports/signs.h"
#include "funds/reports/stray_rows.h"
#include "funds/reports/style.h"
#include "funds/reports/table_headings.h"
#include "funds/reports/table_scale.h"
#include "funds/reports/titles.h"
#include "funds/reports/vocabulary.h"
#include "funds/reports/year_sections.h"
#include "reading/fold.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>
#include <utility>

namespace dossier::funds {
namespace {

using reading::PageLayout;
using reading::Table;

bool says_figures(const ReportedFigures& f) {
  return f.pic || f.nav || f.total_calls || f.total_distributions || f.commitment || f.unfunded || f.dpi || f.tvpi ||
         f.rvpi || f.irr;
}

// Reads the pages of one fund.
class FundReader {
 public:
  FundReader(const FundPart& part, const DocumentStyle& style, const std::string& file, DocumentReading& out)
      : part_(part), layouts_(part.pages), style_(style), file_(file), out_(out), scale_(style) {}

  void read() {
    for (const auto& layout : layouts_) read_tables(layout);
    Headline headline = read_scaled_headline(layouts_, ledger_tables_, style_, file_, drafts_);
    auto passages = read_passages(layouts_, file_);
    if (part_.text_shared) headline.figures = {};
    flag_what_was_passed_over();
    if (drafts_.empty() && statement_.empty() && portfolio_rows_ == 0 && !part_.text_shared) read_as_notice();
    if (!drafts_.empty() || says_figures(headline.figures) || talks_of_a_fund(passages))
      std::move(unread_.begin(), unread_.end(), std::back_inserter(out_.flags));
    build_ledger(std::move(headline), passages);
    if (part_.text_shared) return;  // its passages came with the pages themselves
    std::move(passages.begin(), passages.end(), std::back_inserter(out_.passages));
  }

 private:
  void read_tables(const PageLayout& layout) {
    ledger_tables_.emplace_back(layout.tables.size(), false);
    read_stray_rows(layout);
    double previous_bottom = 0;
    for (std::size_t i = 0; i < layout.tables.size(); ++i) {
      int ledgers = ledgers_;
      ledger_tables_.back()[i] = read_table(layout, i, previous_bottom);
      // Only what follows a ledger table at once can be its continuation.
      if (ledgers_ == ledgers) last_columns_.reset();
      // What stands beside a table is not above the next one.
      bool beside = i + 1 < layout.tables.size() && layout.tables[i + 1].box.y0 < layout.tables[i].box.y1;
      if (!beside) previous_bottom = layout.tables[i].box.y1;
    }
    if (!layout.text.empty()) tail_ = titles_below(layout, previous_bottom);
    lines_below_ = std::count_if(layout.text.begin(), layout.text.end(),
                                 [&](const reading::Line& line) { return line.box.y0 >= previous_bottom; });
    for (const Table& table : layout.tables) gather_notes(table);
    if (last_columns_ && last_page_ == layout.page) flag_lines_like_rows(layout, previous_bottom);
  }

  // Rows of so many lines that they were not seen as a part of the table above them.
  void flag_lines_like_rows(const PageLayout& layout, double bottom) {
    for (const reading::Line& line : layout.text) {
      if (line.box.y0 < bottom || !looks_like_row(line, *last_columns_, style_)) continue;
      unread_.push_back({FlagCode::row_unread,
                         "\"" + line.text() + "\" stands below a table as if it were a row of it; it was not read",
                         {file_, {}, layout.page, line.box}});
    }
  }

  // Rows that a page break left alone belong to the section of the table before them.
  void read_stray_rows(const PageLayout& layout) {
    constexpr std::ptrdiff_t kFooterLinesMax = 2;
    if (!last_columns_ || last_page_ + 1 != layout.page || lines_below_ > kFooterLinesMax) return;
    const auto table = stray_rows(layout, *last_columns_, style_);
    if (!table) return;
    auto columns = plan_ledger_columns(*table, style_, &*last_columns_);
    if (columns) take_rows(*table, std::move(*columns), layout.page);
  }

  // Footnotes set right below a table look like rows of one cell.
  void gather_notes(const Table& table) {
    constexpr std::size_t kNoteBytesMin = 16;
    for (const auto& row : table.rows) {
      if (filled_cells(row) == 1 && row.text().size() >= kNoteBytesMin) table_notes_.push_back(row.text());
    }
  }

  // What sort of table it is, by its columns; false when it is left to the reader of labels and values.
  bool read_table(const PageLayout& layout, std::size_t index, double previous_bottom) {
    const Table& table = layout.tables[index];
    if (auto rows = portfolio_.read(table, style_, file_)) {
      portfolio_rows_ += rows->size();
      std::move(rows->begin(), rows->end(), std::back_inserter(out_.portfolio_rows));
      return true;
    }
    if (auto history = nav_history_.read(table, style_, file_)) {
      std::move(history->begin(), history->end(), std::back_inserter(navs_));
      return true;
    }
    if (auto lines = read_statement(table, style_, file_, style_.power_of_page(layout.page))) {
      std::move(lines->begin(), lines->end(), std::back_inserter(statement_));
      return true;
    }
    go_on_beside(table);
    bool may_continue = last_columns_ && (layout.page > last_page_ ? index == 0 : index > 0);
    const LedgerColumns* before = may_continue ? &*last_columns_ : nullptr;
    const std::vector<std::string> titles = titles_above(layout, table, previous_bottom);
    if (before != nullptr && only_totals_of(table, *before)) {
      take_rows(table, carried_over(table, *before), layout.page);
      return true;
    }
    const bool titled = titled_as_flows(titles);
    // Values of the fund over time are no flows, even right below a table of flows with columns at the same places.
    if (!titled && table.columns == 2 && titled_as_values(titles)) return false;
    if (read_as_grid(layout, table, titles)) return true;
    auto columns = plan_ledger_columns(table, style_, before, titled);
    if (!columns) {
      flag_unread_flows(table, may_continue, titled);
      return false;
    }
    if (!titles.empty() && foretells(titles.front())) return true;  // what is planned has not flowed
    remember_beside(*columns, layout.page);
    begin_section(layout, *columns, titles, index);
    take_rows(table, std::move(*columns), layout.page);
    return true;
  }

  // A grid of years by quarters under a title that says what its amounts are.
  bool read_as_grid(const PageLayout& layout, const Table& table, const std::vector<std::string>& titles) {
    for (const std::string& title : titles) {
      const auto kind = section_kind(title);
      if (!kind) continue;
      auto rows = read_period_grid(layout, table, title, *kind, style_, file_);
      if (!rows) return false;
      ++ledgers_;
      for (DraftRow& row : rows->rows) row.table = ledgers_;
      std::move(rows->rows.begin(), rows->rows.end(), std::back_inserter(drafts_));
      std::move(rows->flags.begin(), rows->flags.end(), std::back_inserter(out_.flags));
      return true;
    }
    return false;
  }

  void take_rows(const Table& table, LedgerColumns columns, int page) {
    auto rows =
        read_ledger_rows(table, columns, style_, section_, file_, scale_.of(table, columns, section_.title, page));
    ++ledgers_;
    for (DraftRow& row : rows.rows) row.table = ledgers_;
    std::move(rows.rows.begin(), rows.rows.end(), std::back_inserter(drafts_));
    std::move(rows.flags.begin(), rows.flags.end(), std::back_inserter(out_.flags));
    last_columns_ = std::move(columns);
    last_page_ = page;
  }

  static bool over(const std::vector<double>& x0, const std::vector<double>& x1, const LedgerColumns& columns) {
    return x0.front() < columns.column_x1.back() && x1.back() > columns.column_x0.front();
  }

  // Of two ledgers side by side the one that was read first is kept, for parts of it further down.
  void remember_beside(const LedgerColumns& columns, int page) {
    const bool beside =
        last_columns_ && last_page_ == page && !over(columns.column_x0, columns.column_x1, *last_columns_);
    if (beside && columns.header_rows > 0) beside_ = Beside{*last_columns_, section_};
  }

  // A part without headings goes on with the ledger it stands below, not with the one read last.
  void go_on_beside(const Table& table) {
    if (!beside_ || !last_columns_ || table.page != last_page_ || count_header_rows(table, style_) > 0) return;
    if (over(table.column_x0, table.column_x1, *last_columns_)) return;
    if (!over(table.column_x0, table.column_x1, beside_->columns)) return;
    std::swap(*last_columns_, beside_->columns);
    std::swap(section_, beside_->section);
  }

  static bool stand_at(const Table& table, const LedgerColumns& before) {
    if (before.column_x0.size() != table.columns) return false;
    for (std::size_t c = 0; c < table.columns; ++c) {
      if (table.column_x0[c] > before.column_x1[c] || table.column_x1[c] < before.column_x0[c]) return false;
    }
    return true;
  }

  // A page break may leave the totals of a table alone on the next page, maybe under its headings said again: they
  // check its rows, and are no figures of the report's own.
  static bool only_totals_of(const Table& table, const LedgerColumns& before) {
    return table.columns == before.roles.size() && table.columns > 2 && stand_at(table, before) &&
           !table.rows.back().header && std::all_of(table.rows.begin(), table.rows.end(), [](const auto& row) {
             return row.header || summary_row(row.cells.front().text) != SummaryRow::none;
           });
  }

  static LedgerColumns carried_over(const Table& table, const LedgerColumns& before) {
    LedgerColumns columns = before;
    columns.header_rows = 0;
    columns.goes_on = true;
    columns.column_x0 = table.column_x0;
    columns.column_x1 = table.column_x1;
    return columns;
  }

  static bool titled_as_values(const std::vector<std::string>& titles) {
    return std::any_of(titles.begin(), titles.end(), [](const std::string& title) {
      return figure_labels().find(reading::fold_tokens(title)) == HeadlineLabel::nav;
    });
  }

  static bool titled_as_flows(const std::vector<std::string>& titles) {
    return std::any_of(titles.begin(), titles.end(),
                       [](const std::string& title) { return section_kind(title).has_value(); });
  }

  // Rows that look like flows and yet are in no ledger are never passed over in silence.
  void flag_unread_flows(const Table& table, bool may_continue, bool titled) {
    if (headed_as_flows(table, style_) && lacks_years(table, style_)) {
      unread_.push_back({FlagCode::row_unread,
                         "the days of this table have no year that could be told; it was not read",
                         {file_, {}, table.page, table.box}});
      return;
    }
    const bool under_title = titled && holds_day_and_amount(table, style_);
    if (!looks_like_flows(table, style_) && !under_title) return;
    bool bare = count_header_rows(table, style_) == 0;
    bool goes_on = may_continue && bare;
    // Under headings that nobody knows rows that begin with their days are still likely to be flows.
    bool days_lead = table.rows.size() >= 2 && leads_with_days(table, style_);
    if (!goes_on && !days_lead && !under_title && !headed_as_flows(table, style_)) return;
    std::string message = goes_on
                              ? "these rows seem to go on from the table before, but its columns could not be found "
                                "again; they were not read"
                              : "this table has days and amounts, but its columns could not be told; it was not read";
    unread_.push_back({FlagCode::row_unread, std::move(message), {file_, {}, table.page, table.box}});
  }

  // A new title begins a new section; "continued" and a table of the same columns without a title go on with the one
  // before.
  void begin_section(const PageLayout& layout, const LedgerColumns& columns, const std::vector<std::string>& titles,
                     std::size_t index) {
    std::vector<std::string> candidates;
    if (!columns.title.empty()) candidates.push_back(columns.title);
    candidates.insert(candidates.end(), titles.begin(), titles.end());
    if (index == 0) candidates.insert(candidates.end(), tail_.begin(), tail_.end());
    // A header repeated word for word is the same table, though an empty column on one page may have told it otherwise.
    bool same_header = last_columns_ && same_words(columns.headers, last_columns_->headers);
    bool same_columns = columns.goes_on || same_header || (last_columns_ && columns.roles == last_columns_->roles);
    bool breaks_over = index == 0 && layout.page > last_page_ && same_columns;
    const bool part = columns.goes_on && columns.header_rows == 0;  // of a table that stands in several pieces
    for (const std::string& title : candidates) {
      auto kind = section_kind(title);
      if (!kind) continue;
      // Above a further piece of a table a small letter begins the rest of a wrapped cell.
      if (part && title.front() >= 'a' && title.front() <= 'z') continue;
      const bool same_title = title == section_.title;
      bool goes_on = section_.kind == kind && (says_continued(title) || ((breaks_over || part) && same_title));
      if (!goes_on) section_ = Section{title, kind, {}, {}};
      return;
    }
    if (breaks_over || (same_columns && columns.header_rows == 0)) return;
    section_ = Section{candidates.empty() ? std::string() : candidates.front(), std::nullopt, {}, {}};
  }

  // The same words, though an empty column may have laid them into other cells.
  static bool same_words(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    auto sorted = [](const std::vector<std::string>& headers) {
      std::vector<std::string> words;
      for (const std::string& header : headers) {
        for (std::string& word : reading::fold_tokens(header)) words.push_back(std::move(word));
      }
      std::sort(words.begin(), words.end());
      return words;
    };
    const auto words = sorted(a);
    return !a.empty() && words == sorted(b);
  }

  // What no rule above took for a flow and yet looks like one.
  void flag_what_was_passed_over() {
    std::vector<Place> known;
    for (const DraftRow& draft : drafts_) known.push_back(draft.row.place);
    for (const StatementLine& line : statement_) known.push_back(line.place);
    for (const DatedNav& nav : navs_) known.push_back(nav.place);
    for (const PortfolioRow& row : out_.portfolio_rows) known.push_back(row.place);
    for (const Flag& flag : unread_) known.push_back(flag.place);
    for (const Flag& flag : out_.flags) known.push_back(flag.place);
    auto flags = passed_over_flows(layouts_, ledger_tables_, known, style_, file_);
    std::move(flags.begin(), flags.end(), std::back_inserter(unread_));
  }

  void read_as_notice() {
    auto notice = read_notice(layouts_, style_, file_);
    if (!notice) return;
    std::move(notice->rows.begin(), notice->rows.end(), std::back_inserter(drafts_));
    std::move(notice->flags.begin(), notice->flags.end(), std::back_inserter(out_.flags));
  }

  void build_ledger(Headline headline, const std::vector<Passage>& passages) {
    leave_out_repeated_tables(drafts_);
    if (drafts_.empty() && statement_.empty()) return;
    std::vector<std::string> notes;
    for (const Passage& passage : passages) notes.push_back(passage.text);
    notes.insert(notes.end(), table_notes_.begin(), table_notes_.end());
    Ledger ledger;
    if (headline.name) ledger.name = headline.name->value;
    if (!part_.name.empty()) ledger.name = part_.name;
    if (headline.gp) ledger.gp = headline.gp->value;
    ledger.vintage_year = headline.vintage_year;
    ledger.currency = style_.currency;
    if (headline.as_of) ledger.as_of = headline.as_of->value;
    take_statement_figures(statement_, headline.figures);
    mark_recallable_by_notes(drafts_, notes, style_.days);
    bool speaks_of_a_fund = says_figures(headline.figures) || talks_of_a_fund(passages) ||
                            std::any_of(drafts_.begin(), drafts_.end(),
                                        [](const DraftRow& d) { return d.kind_by == KindBy::title_or_type; });
    if (auto doubt = doubtful_scale(headline.figures, drafts_)) out_.flags.push_back(std::move(*doubt));
    auto settled = settle_signs(std::move(drafts_), headline.figures, notes, speaks_of_a_fund, style_.minor_digits());
    if (settled.transactions.empty() && statement_.empty() && !speaks_of_a_fund) return;
    std::move(settled.flags.begin(), settled.flags.end(), std::back_inserter(out_.flags));
    ledger.commitment = headline.figures.commitment;
    ledger.transactions = std::move(settled.transactions);
    ledger.signs = std::move(settled.convention);
    ledger.statement_lines = std::move(statement_);
    ledger.nav_history = std::move(navs_);
    if (const auto& nav = headline.figures.nav; nav && ledger.as_of) {
      std::erase_if(ledger.nav_history, [&](const DatedNav& known) { return known.date == *ledger.as_of; });
      ledger.nav_history.push_back({*ledger.as_of, nav->value, nav->printed, nav->place});
    }
    std::sort(ledger.nav_history.begin(), ledger.nav_history.end(),
              [](const DatedNav& x, const DatedNav& y) { return x.date < y.date; });
    ledger.reported = std::move(headline.figures);
    auto differing = flag_differing_totals(ledger);
    std::move(differing.begin(), differing.end(), std::back_inserter(out_.flags));
    out_.funds.push_back(std::move(ledger));
  }

  const FundPart& part_;
  std::span<const PageLayout> layouts_;
  const DocumentStyle& style_;
  const std::string& file_;
  DocumentReading& out_;
  std::vector<std::vector<bool>> ledger_tables_;
  std::vector<DraftRow> drafts_;
  std::vector<StatementLine> statement_;
  std::vector<DatedNav> navs_;
  std::vector<Flag> unread_;  // of tables that may be ledgers, if the paper is one of a fund
  PortfolioReader portfolio_;
  NavHistoryReader nav_history_;
  std::size_t portfolio_rows_ = 0;
  Section section_;
  std::optional<LedgerColumns> last_columns_;
  struct Beside {
    LedgerColumns columns;
    Section section;
  };
  std::optional<Beside> beside_;  // the other of two ledgers side by side
  int last_page_ = 0;
  int ledgers_ = 0;  // ledger tables so far
  TableScale scale_;
  std::vector<std::string> tail_;
  std::ptrdiff_t lines_below_ = 0;  // the last table of the page before
  std::vector<std::string> table_notes_;
};

void look_at_page(const reading::Page& page, const std::string& file, std::vector<Flag>& flags) {
  auto flag = [&](FlagCode code, std::string message, const reading::Box& box) {
    flags.push_back({code, std::move(message), {file, {}, page.number, box}});
  };
  if (!page.trouble.empty()) flag(FlagCode::page_unreadable, page.trouble, {});
  if (page.image_only()) {
    flag(FlagCode::needs_ocr,
         "the page is an image without text: it needs text recognition (OCR) before it can be read", {});
  }
  auto hidden = std::find_if(page.words.begin(), page.words.end(), [](const reading::Word& w) { return w.hidden; });
  if (hidden != page.words.end()) {
    flag(FlagCode::hidden_text,
         fmt::format("page {} holds text that a reader does not see; it was kept apart and not read", page.number),
         hidden->box);
  }
}

}  // namespace

DocumentReading read_report(const reading::PagedText& text, const std::string& file) {
  DocumentReading out;
  out.file = file;
  for (const auto& page : text.pages) look_at_page(page, file, out.flags);
  std::vector<PageLayout> layouts = reading::find_tables(text.pages, {is_table_header, is_total_line});
  for (const PageLayout& layout : layouts) out.tables_found += static_cast<int>(layout.tables.size());
  DocumentStyle style = settle_style(layouts, text);
  lay_out_ledgers(layouts, style);
  for (const FundPart& part : split_by_fund(std::move(layouts), style)) FundReader(part, style, file, out).read();
  bool unread =
      std::any_of(out.flags.begin(), out.flags.end(), [](const Flag& flag) { return leaves_unread(flag.code); });
  bool rows = std::any_of(out.funds.begin(), out.funds.end(), [](const Ledger& l) { return !l.transactions.empty(); });
  out.status = unread ? ReadingStatus::partial : rows ? ReadingStatus::read : ReadingStatus::no_ledger;
  return out;
}

}  // namespace dossier::funds
