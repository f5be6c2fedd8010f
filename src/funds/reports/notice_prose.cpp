#include "funds/reports/notice_prose.h"

#include "funds/reports/headline_strips.h"
#include "funds/reports/headline_values.h"
#include "funds/reports/notice_words.h"
#include "reading/phrases.h"

#include <algorithm>
#include <vector>

namespace dossier::funds {
namespace {

// "on or before 5:00 p.m. on Friday, 15 March 2024": words between the phrase and its day.
constexpr std::size_t kDayReach = 6;
constexpr std::size_t kDayWordsMax = 4;
// "Your share of the total drawdown of the Partnership amounts to": words between the label and its verb.
constexpr std::size_t kVerbReach = 14;

// The lines of a page outside its tables, as one running text.
Strip running_text(const reading::PageLayout& layout) {
  Strip all{{}, layout.page, false};
  for (const reading::Line& line : layout.text) {
    Strip strip = strip_of(line, layout.page);
    all.pieces.insert(all.pieces.end(), strip.pieces.begin(), strip.pieces.end());
  }
  // The end of a line ends no phrase.
  for (Piece& piece : all.pieces) piece.cell_start = false;
  return all;
}

std::optional<ProseDay> day_from(const Strip& strip, std::size_t from, const DocumentStyle& style) {
  for (std::size_t at = from; at < std::min(from + kDayReach, strip.pieces.size()); ++at) {
    std::string text;
    for (std::size_t i = at; i < std::min(at + kDayWordsMax, strip.pieces.size()); ++i) {
      text += (text.empty() ? "" : " ") + strip.pieces[i].text;
      std::string bare = without_trailing(text);
      if (bare.ends_with('.')) bare.pop_back();
      auto day = reading::read_date(bare, style.days);
      if (day && day->date && day->precision == DatePrecision::day) return ProseDay{*day, bare};
    }
    if (strip.pieces[at].text.size() > 3 && strip.pieces[at].text.ends_with('.')) return std::nullopt;
  }
  return std::nullopt;
}

const reading::PhraseTable<bool>& verbs() {
  static const reading::PhraseTable<bool> table = {{true,
                                                    {"is", "amounts to", "equals", "being", "totals", "betragt",
                                                     "belauft sich auf", "in hohe von", "s eleve a", "est de"}}};
  return table;
}

// "... sera versée": what is said of an amount that stands before it.
const reading::PhraseTable<bool>& promises() {
  static const reading::PhraseTable<bool> table = {
      {true,
       {"vous sera verse*", "vous seront verse*", "vous sera paye*", "will be paid to you",
        "will be distributed to you", "will be wired to you", "is payable to you", "is payable by you",
        "is due from you", "is due to you", "wird ihnen", "werden ihnen"}}};
  return table;
}

std::optional<ProseAmount> amount_at(const Strip& strip, std::size_t from, std::size_t to, const DocumentStyle& style) {
  auto value = value_after(strip, from, to, Wanted::money, style);
  if (!value || value->number.form != reading::NumberForm::plain || !value->number.dressed) return std::nullopt;
  const int power = value->number.power != 0 ? value->number.power : style.power_of_page(strip.page);
  auto amount = value->number.magnitude.to_money(power, style.minor_digits());
  if (!amount) return std::nullopt;
  return ProseAmount{*amount, value->printed, strip.page, value->box};
}

// "Une somme de 45 200,00 € vous sera versée": the figure right before what is said of it.
std::optional<ProseAmount> promised_amount(const Strip& strip, std::size_t promise, const DocumentStyle& style) {
  constexpr std::size_t kAmountWordsMax = 4;
  for (std::size_t n = std::min(kAmountWordsMax, promise); n > 0; --n) {
    if (auto amount = amount_at(strip, promise - n, promise - n + 1, style); amount) return amount;
  }
  return std::nullopt;
}

}  // namespace

std::optional<ProseDay> due_day_in_prose(std::span<const reading::PageLayout> layouts, const DocumentStyle& style) {
  std::optional<ProseDay> found;
  for (const reading::PageLayout& layout : layouts) {
    const Strip strip = running_text(layout);
    const Tokens tokens = tokens_of(strip);
    for (const auto& phrase : due_phrases().matches(tokens.text)) {
      auto day = day_from(strip, tokens.piece[phrase.at + phrase.length - 1] + 1, style);
      if (!day) continue;
      if (found && found->day.date != day->day.date) return std::nullopt;
      found = std::move(day);
    }
  }
  return found;
}

std::optional<ProseAmount> share_in_prose(std::span<const reading::PageLayout> layouts, const DocumentStyle& style) {
  std::vector<ProseAmount> found;
  for (const reading::PageLayout& layout : layouts) {
    const Strip strip = running_text(layout);
    const Tokens tokens = tokens_of(strip);
    const auto said = verbs().matches(tokens.text);
    for (const auto& label : notice_labels().matches(tokens.text)) {
      if (label.meaning != NoticeLabel::share) continue;
      const std::size_t end = label.at + label.length;
      auto verb =
          std::find_if(said.begin(), said.end(), [&](const auto& v) { return v.at >= end && v.at < end + kVerbReach; });
      if (verb == said.end()) continue;
      const std::size_t from = tokens.piece[verb->at + verb->length - 1] + 1;
      if (auto amount = amount_at(strip, from, strip.pieces.size(), style)) found.push_back(std::move(*amount));
    }
    for (const auto& promise : promises().matches(tokens.text)) {
      if (auto amount = promised_amount(strip, tokens.piece[promise.at], style)) found.push_back(std::move(*amount));
    }
  }
  const bool one = !found.empty() && std::all_of(found.begin(), found.end(), [&](const ProseAmount& amount) {
    return amount.amount == found.front().amount;
  });
  return one ? std::optional(std::move(found.front())) : std::nullopt;
}

}  // namespace dossier::funds
