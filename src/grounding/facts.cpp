#include "grounding/facts.h"

#include "reading/dates.h"
#include "reading/fold.h"

#include <algorithm>
#include <string_view>

namespace dossier::grounding {

using reading::Text;
using reading::Token;
using reading::TokenKind;

std::vector<Fact> find_facts(const Text& text) {
  detail::Scan scan{text, std::vector<bool>(text.tokens().size(), false), {}};
  detail::find_quotations(scan);
  detail::find_dates(scan);
  detail::find_sections(scan);
  detail::find_times(scan);
  detail::find_numbers(scan);
  detail::find_names(scan);
  std::stable_sort(scan.facts.begin(), scan.facts.end(),
                   [](const Fact& a, const Fact& b) { return a.first < b.first; });
  return std::move(scan.facts);
}

namespace {

bool is_year(std::string_view key) {
  return key.size() == 6 && key.ends_with("e0") && (key.starts_with("19") || key.starts_with("20"));
}

// Whether the date "2026-05-05" has the day "5e0#".
bool is_day_of(std::string_view date, std::string_view place) {
  constexpr std::size_t kDayAt = 8;
  if (date.size() != kDayAt + 2) return false;
  const std::string_view day = date.substr(date[kDayAt] == '0' ? kDayAt + 1 : kDayAt);
  return place == std::string(day) + "e0#";
}

}  // namespace

bool supports(const Fact& source, const Fact& claim) {
  if (source.kind == FactKind::date && claim.kind == FactKind::date)
    return source.key == claim.key || source.key.starts_with(claim.key + "-");
  if (source.kind == FactKind::date && claim.kind == FactKind::number)  // "in 2023", "the fifth of May"
    return claim.context == "day" ? is_day_of(source.key, claim.key)
                                  : is_year(claim.key) && source.key.starts_with(claim.key.substr(0, 4) + "-");
  if (source.kind == FactKind::time && claim.kind == FactKind::time) return time_supports(source, claim);
  return source.kind == claim.kind && source.key == claim.key &&
         (claim.context.empty() || claim.context == source.context);
}

namespace detail {

void Scan::take(FactKind kind, std::size_t first, std::size_t last, std::string key, std::string context) {
  for (std::size_t i = first; i <= last; ++i) used[i] = true;
  facts.push_back({kind, std::string(text.slice(text.span_of(first, last))), std::move(key), std::move(context),
                   token(first).sentence, first, last});
}

// ---- dates ----

namespace {

constexpr std::size_t kDateTokensMax = 4;  // "Q1 '23" has three, "15 January , 2023" too

// A day is written 2023-01-15, a month 2023-01: the longer supports the shorter. Quarters and halves have the same last
// days, so they keep their letter. Where day and month could be swapped only the same writing is the same date.
std::string key_of(const reading::DateText& read, std::string_view written) {
  const std::string folded = reading::fold(written);
  if (read.status == reading::DateText::Status::ambiguous) return "?" + folded;
  const std::string day = read.date->iso();
  if (read.precision == DatePrecision::day) return day;
  if (read.precision == DatePrecision::month) return day.substr(0, 7);
  const bool half = folded.find('h') != std::string::npos;
  return day.substr(0, 7) + (half ? "/half" : "/quarter");
}

}  // namespace

void find_dates(Scan& scan) {
  const std::size_t count = scan.text.tokens().size();
  const auto is_number = [&](std::size_t i) { return i < count && scan.token(i).kind == TokenKind::number; };
  for (std::size_t first = 0; first < count; ++first) {
    if (!is_number(first) && !is_number(first + 1)) continue;  // "15 January", "January 15", "Q1": one of the two is
    for (std::size_t length = std::min(kDateTokensMax, count - first); length > 0; --length) {
      const std::size_t last = first + length - 1;
      if (!scan.same_sentence(first, last)) continue;
      const std::string_view written = scan.text.slice(scan.text.span_of(first, last));
      const auto read = reading::read_date(written);
      if (!read || !read->date) continue;
      scan.take(FactKind::date, first, last, key_of(*read, written));
      first = last;
      break;
    }
  }
}

// ---- quotations ----

void find_quotations(Scan& scan) {
  const auto& tokens = scan.text.tokens();
  for (std::size_t first = 0; first < tokens.size(); ++first) {
    if (!tokens[first].quoted) continue;
    std::size_t last = first;
    while (last + 1 < tokens.size() && tokens[last + 1].quoted && scan.same_sentence(first, last + 1)) ++last;
    std::string words;
    for (std::size_t i = first; i <= last; ++i) words += (words.empty() ? "" : " ") + tokens[i].lower;
    scan.facts.push_back({FactKind::quotation,
                          std::string(scan.text.slice(scan.text.span_of(first, last))),
                          std::move(words),
                          {},
                          tokens[first].sentence,
                          first,
                          last});
    first = last;
  }
}

}  // namespace detail
}  // namespace dossier::grounding
