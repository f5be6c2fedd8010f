#include "funds/reports/reader.h"

#include "funds/reports/fund_pages.h"
#include "funds/reports/fund_tables.h"
#include "funds/reports/fund_talk.h"
#include "funds/reports/headline_scale.h"
#include "funds/reports/ledger_layout.h"
#include "funds/reports/notice.h"
#include "funds/reports/passages.h"
#include "funds/reports/passed_over.h"
#include "funds/reports/printed_totals.h"
#include "funds/reports/recall_notes.h"
#include "funds/reports/repeated_tables.h"
#include "funds/reports/sections.h"
#include "funds/reports/signs.h"
#include "funds/reports/style.h"
#include "funds/reports/table_headings.h"
#include "funds/reports/wrapped_titles.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

namespace dossier::funds {
namespace {

using reading::PageLayout;

bool says_figures(const ReportedFigures& f) {
  return f.pic || f.nav || f.total_calls || f.total_distributions || f.commitment || f.unfunded || f.dpi || f.tvpi ||
         f.rvpi || f.irr;
}

// Reads the pages of one fund.
class FundReader {
 public:
  FundReader(const FundPart& part, const DocumentStyle& style, const std::string& file, DocumentReading& out)
      : part_(part), layouts_(part.pages), style_(style), file_(file), out_(out) {}

  void read() {
    take(read_fund_tables(layouts_, style_, file_));
    Headline headline = read_scaled_headline(layouts_, read_.taken, style_, file_, read_.drafts);
    auto passages = read_passages(layouts_, file_);
    if (part_.text_shared) headline.figures = {};
    flag_what_was_passed_over();
    if (read_.drafts.empty() && read_.statement.empty() && read_.portfolio.empty() && !part_.text_shared)
      read_as_notice();
    if (!read_.drafts.empty() || says_figures(headline.figures) || talks_of_a_fund(passages))
      std::move(read_.unread.begin(), read_.unread.end(), std::back_inserter(out_.flags));
    build_ledger(std::move(headline), passages);
    if (part_.text_shared) return;  // its passages came with the pages themselves
    std::move(passages.begin(), passages.end(), std::back_inserter(out_.passages));
  }

 private:
  // What the tables hold, and what of it is the document's.
  void take(TablesRead read) {
    read_ = std::move(read);
    out_.portfolio_rows.insert(out_.portfolio_rows.end(), read_.portfolio.begin(), read_.portfolio.end());
    std::move(read_.flags.begin(), read_.flags.end(), std::back_inserter(out_.flags));
  }

  // What no rule above took for a flow and yet looks like one.
  void flag_what_was_passed_over() {
    std::vector<Place> known;
    for (const DraftRow& draft : read_.drafts) known.push_back(draft.row.place);
    for (const StatementLine& line : read_.statement) known.push_back(line.place);
    for (const DatedNav& nav : read_.navs) known.push_back(nav.place);
    for (const PortfolioRow& row : out_.portfolio_rows) known.push_back(row.place);
    for (const Flag& flag : read_.unread) known.push_back(flag.place);
    for (const Flag& flag : out_.flags) known.push_back(flag.place);
    auto flags = passed_over_flows(layouts_, read_.taken, known, style_, file_);
    std::move(flags.begin(), flags.end(), std::back_inserter(read_.unread));
  }

  void read_as_notice() {
    auto notice = read_notice(layouts_, style_, file_);
    if (!notice) return;
    std::move(notice->rows.begin(), notice->rows.end(), std::back_inserter(read_.drafts));
    std::move(notice->flags.begin(), notice->flags.end(), std::back_inserter(out_.flags));
  }

  void build_ledger(Headline headline, const std::vector<Passage>& passages) {
    leave_out_repeated_tables(read_.drafts);
    if (read_.drafts.empty() && read_.statement.empty()) return;
    std::vector<std::string> notes;
    for (const Passage& passage : passages) notes.push_back(passage.text);
    notes.insert(notes.end(), read_.notes.begin(), read_.notes.end());
    Ledger ledger = facts_of(headline);
    take_statement_figures(read_.statement, headline.figures);
    mark_recallable_by_notes(read_.drafts, notes, style_.days);
    bool speaks_of_a_fund = says_figures(headline.figures) || talks_of_a_fund(passages) ||
                            std::any_of(read_.drafts.begin(), read_.drafts.end(),
                                        [](const DraftRow& d) { return d.kind_by == KindBy::title_or_type; });
    if (auto doubt = doubtful_scale(headline.figures, read_.drafts)) out_.flags.push_back(std::move(*doubt));
    auto settled =
        settle_signs(std::move(read_.drafts), headline.figures, notes, speaks_of_a_fund, style_.minor_digits());
    if (settled.transactions.empty() && read_.statement.empty() && !speaks_of_a_fund) return;
    std::move(settled.flags.begin(), settled.flags.end(), std::back_inserter(out_.flags));
    ledger.commitment = headline.figures.commitment;
    ledger.transactions = std::move(settled.transactions);
    ledger.signs = std::move(settled.convention);
    ledger.statement_lines = std::move(read_.statement);
    ledger.reported = std::move(headline.figures);
    take_navs(ledger);
    auto differing = flag_differing_totals(ledger);
    std::move(differing.begin(), differing.end(), std::back_inserter(out_.flags));
    out_.funds.push_back(std::move(ledger));
  }

  Ledger facts_of(const Headline& headline) const {
    Ledger ledger;
    if (headline.name) ledger.name = headline.name->value;
    if (!part_.name.empty()) ledger.name = part_.name;
    if (headline.gp) ledger.gp = headline.gp->value;
    ledger.vintage_year = headline.vintage_year;
    ledger.currency = style_.currency;
    if (headline.as_of) ledger.as_of = headline.as_of->value;
    return ledger;
  }

  // The values that tables list, and above them the one the report prints of its own day.
  void take_navs(Ledger& ledger) {
    ledger.nav_history = std::move(read_.navs);
    if (const auto& nav = ledger.reported.nav; nav && ledger.as_of) {
      std::erase_if(ledger.nav_history, [&](const DatedNav& known) { return known.date == *ledger.as_of; });
      ledger.nav_history.push_back({*ledger.as_of, nav->value, nav->printed, nav->place});
    }
    std::sort(ledger.nav_history.begin(), ledger.nav_history.end(),
              [](const DatedNav& x, const DatedNav& y) { return x.date < y.date; });
  }

  const FundPart& part_;
  std::span<const PageLayout> layouts_;
  const DocumentStyle& style_;
  const std::string& file_;
  DocumentReading& out_;
  TablesRead read_;
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
  for (std::size_t p = 0; p < layouts.size(); ++p) join_wrapped_titles(layouts[p], text.pages[p].width);
  const DocumentStyle style = settle_style(layouts, text);
  lay_out_ledgers(layouts, style);
  const std::vector<FundPart> parts = split_by_fund(std::move(layouts), style);
  for (const FundPart& part : parts) {
    const DocumentStyle own = parts.size() > 1 ? style_of_part(style, part.pages, part.text_shared) : style;
    FundReader(part, own, file, out).read();
  }
  bool unread =
      std::any_of(out.flags.begin(), out.flags.end(), [](const Flag& flag) { return leaves_unread(flag.code); });
  bool rows = std::any_of(out.funds.begin(), out.funds.end(), [](const Ledger& l) { return !l.transactions.empty(); });
  out.status = unread ? ReadingStatus::partial : rows ? ReadingStatus::read : ReadingStatus::no_ledger;
  return out;
}

}  // namespace dossier::funds
