#include "fir/place_words.h"
#include "fir/things.h"

#include <algorithm>
#include <array>

namespace dossier::fir {
namespace {

using reading::Token;
using reading::TokenKind;

constexpr std::size_t kPlaceTokensMax = 7;
constexpr std::size_t kSignedPlaceTokensMax = 3;
constexpr int kBesideTheHour = 4;          // weight of a name that stands alone there
constexpr std::size_t kStationWithin = 4;  // tokens from a town to the word that makes it the station's or the home's

class PlaceReader : PlaceWords {
 public:
  PlaceReader(const reading::CueText& text, const Knowledge& knowledge, Facts& facts)
      : PlaceWords(text, knowledge, facts), facts_(facts) {}

  void run() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (const int weight = preposition(i); weight > 0) consider_after(i, weight);
      if (place_noun(i)) consider_before(i);
      if (in_time(i)) consider_beside_the_hour(i);
    }
    conclude();
    compare_towns();
  }

 private:
  // The words behind a preposition while they name a place; it must hold a noun of place, or be a proper name.
  void consider_after(std::size_t i, int weight) {
    std::size_t first = i + 1;
    while (same_sentence(i, first) && small(first) && lower(first) != "of" && first < i + 3) ++first;
    std::size_t last = first, content = 0, nouns = 0, capitals = 0;
    for (std::size_t at = first; same_sentence(i, at) && at < first + kPlaceTokensMax; ++at) {
      if (at > first && text_.text().before(at).find_first_of(",;(") != std::string_view::npos &&
          nouns + capitals > 0 && !tokens_[at].capital)
        break;
      const bool link = at > first && (small(at) || lower(at) == "in" || lower(at) == "near" || lower(at) == "at") &&
                        same_sentence(i, at + 1) && belongs(at + 1);
      if (!belongs(at) && !link) {
        // One plain word may stand before the noun: "petrol pump", "vegetable market".
        if (!(same_sentence(i, at + 1) && place_noun(at + 1) && !text_.filler(at) &&
              tokens_[at].kind == TokenKind::word && !is(at, "wrong_verb") && !in_time(at)))
          break;
        ++content;
        last = at;
        continue;
      }
      if (link && !belongs(at)) continue;
      nouns += place_noun(at) || is(at, "town");
      capitals += tokens_[at].capital;
      ++content;
      last = at;
    }
    if (content == 0 || (nouns == 0 && (capitals == 0 || weight < 3))) return;
    if (nouns == 0 && same_sentence(i, last + 1) && is(last + 1, "vehicle")) return;  // "in a Omni van"
    offer(first, last,
          weight + static_cast<int>(nouns > 0) * 3 + static_cast<int>(capitals > 0) * 2 +
              static_cast<int>(std::min<std::size_t>(content, 4)));
  }

  // Hindi order: "Chowk bazar me", "railway crossing ke paas", "mandi gate Khanna pe", "gate no 2 ke bahar".
  void consider_before(std::size_t i) {
    std::size_t last = i;
    while (same_sentence(i, last + 1) && last < i + 2 && !ends_there(last + 1) &&
           (lower(last + 1) == "no" || town(last + 1) || (tokens_[last + 1].capital && !in_time(last + 1)) ||
            (tokens_[last + 1].kind == TokenKind::number && !in_time(last + 1))))
      ++last;
    while (last > i && !places_it(last + 1)) --last;
    if (!places_it(last + 1) || one_of(last + 2, {"rehta", "rehte", "rehti", "rahta", "rahte", "rahti"})) return;
    std::size_t first = i;
    while (first > 0 && i - first < 3 && same_sentence(first - 1, i) && !ends_there(first) &&
           (tokens_[first - 1].capital || is(first - 1, "place_noun")) && !in_time(first - 1))
      --first;
    offer(first, last, 6 + static_cast<int>(first < i || last > i) * 3);
  }

  // "18 April 2026, raat 8:30, Phulwari Sharif.": a name that stands alone between commas behind the day or the hour.
  void consider_beside_the_hour(std::size_t i) {
    std::size_t last = i;
    while (same_sentence(i, last + 1) && alone_like_a_place(last + 1) && ends_there(last + 1) == (last == i)) ++last;
    const bool ends = !same_sentence(i, last + 1) || ends_there(last + 1);
    if (last > i && last - i <= kSignedPlaceTokensMax && ends) offer(i + 1, last, kBesideTheHour);
  }

  // A proper name that is no word for a person, an office or a firm.
  bool alone_like_a_place(std::size_t i) const {
    const Token& token = tokens_[i];
    if (token.kind != TokenKind::word || !token.capital || token.all_capitals || in_time(i)) return false;
    for (const std::string_view other :
         {"occupation", "police_rank", "role", "title", "org_noun", "kin", "starter", "not_name", "month_word"}) {
      if (is(i, other)) return false;
    }
    return true;
  }

  // "... V. P. Latheef, secretary, Ponnani": the last name behind the informant's own, known as a town or not.
  Found signed_place() const {
    const Found& name = facts_.complainant.name;
    if (!name || tokens_.empty()) return {};
    const std::size_t last = tokens_.size() - 1;
    std::size_t first = last;
    while (first > 0 && alone_like_a_place(first) && !ends_there(first) && same_sentence(first - 1, last)) --first;
    std::size_t signs = first;
    while (signs > 0 && tokens_[signs].span.start > name.span.start) --signs;
    const bool behind_the_name = same_sentence(signs, last) && tokens_[first].span.start >= name.span.end;
    if (!alone_like_a_place(first) || !ends_there(first) || !behind_the_name || last - first >= kSignedPlaceTokensMax)
      return {};
    return found(first, last);
  }

  void offer(std::size_t first, std::size_t last, int weight) {
    if (beside_the_day(first)) weight += 3;
    if (living_place(first)) weight -= 6;
    if (is(last, "hospital_word")) weight -= 5;
    if (names_a_station(first, last)) weight -= 8;
    if (facts_.complainant.name && facts_.complainant.name.span.overlaps(text_.text().span_of(first, last))) return;
    if (facts_.complainant.address && facts_.complainant.address.span.overlaps(text_.text().span_of(first, last)))
      weight -= 5;
    for (const PersonFact& person : facts_.accused.persons) {
      if (person.name.span.overlaps(text_.text().span_of(first, last))) return;
    }
    const std::size_t begin = with_what_is_there(first);
    const Candidate candidate{found(begin < first ? begin : with_what_is_led_there(first), last), weight};
    if (weight > best_.weight) best_ = candidate;
    if (weight > named_.weight && names_a_place(first, last) && !living_place(first)) named_ = candidate;
  }

  struct Candidate {
    Found words;
    int weight = 0;
  };

  // The town the informant signs from, or the only one that is named.
  Found town_of_the_matter() const {
    for (std::size_t i = tokens_.size(); i-- > 0;) {
      if (!town(i)) continue;
      std::size_t first = i;
      while (first > 0 && i - first < 2 && same_sentence(first - 1, i) && town(first - 1)) --first;
      return found(first, i);
    }
    return {};
  }

  // "canal road" alone says little: the name told elsewhere, or the informant's town, stands beside it. Its place in
  // the text is that of its first words.
  void conclude() {
    if (best_.weight <= 0) best_ = named_;
    const Found signed_at = signed_place();
    if (best_.weight <= 0) {
      facts_.occurrence.place = signed_at ? signed_at : town_of_the_matter();
      return;
    }
    facts_.occurrence.place = best_.words;
    const bool named =
        named_.words.span.start == best_.words.span.start && named_.words.span.end == best_.words.span.end;
    const Found town = signed_at && named_.weight <= 0 ? signed_at : town_of_the_matter();
    std::string& words = facts_.occurrence.place.text;
    if (!named && named_.weight > 0) words += ", " + named_.words.text;
    if (town && words.find(town.text) == std::string::npos && !holds_town(best_.words.span) &&
        !(named_.weight > 0 && holds_town(named_.words.span)))
      words += ", " + town.text;
  }

  // "At Jalukbari PS, Guwahati: ... outside Siliguri Junction a boy snatched": the station, or where the informant says
  // he or she lives, is in one town and the matter in another.
  void compare_towns() {
    std::vector<std::size_t> here, there;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (!town(i)) continue;
      if (told_at(i)) {
        here.push_back(i);
      } else if (beside_the_day(i) || tokens_[i].span.overlaps(facts_.occurrence.place.span)) {
        there.push_back(i);
      }
    }
    if (here.empty() || there.empty()) return;
    for (const std::size_t a : here) {
      for (const std::size_t b : there) {
        if (text_.word(a) == text_.word(b)) return;
      }
    }
    facts_.occurrence.in_another_town = tokens_[there.front()].span;
  }

  // Beside a word for the police station, or for living somewhere.
  bool told_at(std::size_t i) const {
    for (std::size_t k = i > kStationWithin ? i - kStationWithin : 0; k <= i + kStationWithin && k < tokens_.size();
         ++k) {
      if (k == i || !same_sentence(std::min(i, k), std::max(i, k))) continue;
      if (!is(k, "police_station") && !(k < i && is(k, "lives_in"))) continue;
      const auto before = k > 0 ? lower(k - 1) : std::string_view{};
      const bool of_trains = lower(k) == "station" && before != "police";
      if (!of_trains) return true;
    }
    return false;
  }

  bool holds_town(Span span) const {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (tokens_[i].span.overlaps(span) && town(i)) return true;
    }
    return false;
  }

  Facts& facts_;
  Candidate best_, named_;  // of all, and of those that hold a proper name
};

}  // namespace

void read_place(const reading::CueText& text, const Knowledge& knowledge, Facts& facts) {
  PlaceReader(text, knowledge, facts).run();
}

}  // namespace dossier::fir
