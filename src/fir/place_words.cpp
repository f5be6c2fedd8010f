#include "fir/place_words.h"

#include <algorithm>

namespace dossier::fir {
namespace {

using reading::Token;
using reading::TokenKind;

constexpr std::size_t kLedTokensMax = 4;  // of what stands at a place: "in our old bathroom at Siliguri"

}  // namespace

int PlaceWords::preposition(std::size_t i) const {
  if (one_of(i, {"near", "at", "outside", "opposite", "behind", "beside"})) return 4;
  if (one_of(i, {"in", "inside", "under", "below", "beneath"})) return 3;
  if (lower(i) == "on") return 2;
  if (lower(i) == "of") return 1;
  if (lower(i) == "from") return left_behind(i) ? 0 : 1;
  if (lower(i) == "to") return arrived(i) ? 3 : 0;
  // "Place: Ladies Hostel Block 9": the informant says it outright.
  if (one_of(i, {"place", "ghatnasthal", "sthan"}) && text_.text().before(i + 1).find(':') != std::string_view::npos)
    return 12;
  // "I locked my flat B-204, Shivdham Society": the verb leads to the place as a preposition does.
  if (one_of(i, {"locked", "closed", "village", "premises"})) return 3;
  return 0;
}

bool PlaceWords::left_behind(std::size_t from) const {
  return from > 0 && one_of(from - 1, {"came", "come", "coming", "returned", "returning", "back", "hail", "hails",
                                       "travelling", "going", "transferred", "brought", "bought", "call", "called"});
}

bool PlaceWords::arrived(std::size_t to) const {
  for (std::size_t back = 1; back <= 3 && back <= to && same_sentence(to - back, to); ++back) {
    if (one_of(to - back, {"went", "gone", "came", "come", "reached", "took", "brought", "entered", "gaya", "visited"}))
      return true;
  }
  return false;
}

bool PlaceWords::in_time(std::size_t i) const {
  const auto covers = [i](const auto& f) { return f.first <= i && i <= f.last; };
  return std::any_of(known_.dates.begin(), known_.dates.end(), covers) ||
         std::any_of(known_.times.begin(), known_.times.end(), covers) ||
         std::any_of(known_.amounts.begin(), known_.amounts.end(),
                     [&](const AmountFact& a) { return a.span.overlaps(tokens_[i].span); });
}

bool PlaceWords::belongs(std::size_t i) const {
  const Token& token = tokens_[i];
  if (in_time(i) || is(i, "wrong_verb") || is(i, "month_word")) return false;
  if (lower(i) == "i" || (lower(i) == "stop" && one_of(i + 1, {"me", "us", "him", "her", "my"}))) return false;
  if (place_noun(i) || is(i, "town")) return true;
  if (token.kind == TokenKind::number) return token.lower.size() <= 4;
  return token.capital || is(i, "place_adjective");
}

bool PlaceWords::small(std::size_t i) const {
  const auto word = lower(i);
  return word == "the" || word == "our" || word == "my" || word == "a" || word == "of" || word == "his" ||
         word == "no" || word == "s";
}

bool PlaceWords::ends_there(std::size_t i) const {
  return text_.text().before(i).find_first_of(",;(:") != std::string_view::npos;
}

bool PlaceWords::places_it(std::size_t i) const {
  if (i == 0 || !same_sentence(i - 1, i)) return false;
  if (lower(i) == "ke")
    return one_of(i + 1, {"paas", "pass", "samne", "saamne", "bahar", "baahar", "andar", "neeche", "niche", "peeche",
                          "pichhe", "upar", "kinare", "nazdeek", "aage"});
  return one_of(i, {"me", "mein", "par", "pe", "pr", "se"});
}

bool PlaceWords::beside_the_day(std::size_t i) const {
  return std::any_of(known_.dates.begin(), known_.dates.end(),
                     [&](const auto& d) { return tokens_[d.first].sentence == tokens_[i].sentence; });
}

bool PlaceWords::living_place(std::size_t first) const {
  for (std::size_t back = 1; back <= 3 && back <= first && same_sentence(first - back, first); ++back) {
    const auto word = lower(first - back);
    if (word == "resident" || word == "residing" || word == "resides" || word == "resid" || word == "live" ||
        word == "living" || word == "works" || word == "working" || word == "employed" || word == "treatment" ||
        word == "admitted" || word == "stitches" || word == "student" || word == "going" || word == "towards" ||
        word == "r" || word == "station") {
      return true;
    }
  }
  return false;
}

bool PlaceWords::names_a_station(std::size_t first, std::size_t last) const {
  const std::size_t from = first > 0 && same_sentence(first - 1, first) ? first - 1 : first;
  for (std::size_t i = from; i <= last + 2 && same_sentence(first, i); ++i) {
    const bool police = one_of(i, {"ps", "thana", "thane", "kotwali", "sho", "chowki"}) ||
                        (lower(i) == "police" && one_of(i + 1, {"station", "post", "chowki"}));
    const bool part_of_an_address = i > first && i < last && tokens_[i + 1].capital && ends_there(i);
    if (police && !part_of_an_address && (i <= last || !ends_there(i))) return true;
  }
  return false;
}

std::size_t PlaceWords::with_what_is_there(std::size_t first) const {
  if (first < 2 || !same_sentence(first - 2, first)) return first;
  const auto link = lower(first - 1);
  const bool joined = link == "at" || link == "in" || link == "near" || link == "of" ||
                      (text_.text().before(first) == ", " && place_noun(first - 1));
  const std::size_t noun = text_.text().before(first) == ", " ? first - 1 : first - 2;
  if (!joined || !place_noun(noun) || in_time(noun)) return first;
  const bool described = noun > 0 && same_sentence(noun - 1, noun) && text_.text().before(noun) == " " &&
                         !text_.filler(noun - 1) && !is(noun - 1, "wrong_verb") && !in_time(noun - 1) &&
                         tokens_[noun - 1].kind == TokenKind::word;
  return described ? noun - 1 : noun;
}

std::size_t PlaceWords::with_what_is_led_there(std::size_t first) const {
  if (first < 3 || !same_sentence(first - 3, first) || !one_of(first - 1, {"at", "in", "near", "of"})) return first;
  for (std::size_t i = first - 2; i + kLedTokensMax + 2 > first && same_sentence(i, first); --i) {
    const bool leader = one_of(i, {"at", "in", "near", "from", "outside", "inside", "behind", "to", "under", "my",
                                   "our", "the", "his", "her", "their"});
    if (leader) return i + 1 < first - 1 ? i + 1 : first;
    if (tokens_[i].kind != TokenKind::word || in_time(i) || is(i, "wrong_verb") || is(i, "person_noun") ||
        is(i, "kin") || is(i, "victim_kin") || is(i, "role") || ends_there(i + 1) || text_.filler(i) || i == 0 ||
        text_.mark_end(reading::Mark::name, i))
      return first;
  }
  return first;
}

bool PlaceWords::town(std::size_t i) const {
  return is(i, "town") && tokens_[i].capital;
}

bool PlaceWords::names_a_place(std::size_t first, std::size_t last) const {
  for (std::size_t i = first; i <= last; ++i) {
    if (town(i) || (tokens_[i].capital && !is(i, "place_noun"))) return true;
  }
  return false;
}

}  // namespace dossier::fir
