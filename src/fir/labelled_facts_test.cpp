// The facts of complaints whose persons, property, days and hours a careful reader wrote down (tests/fir/facts.jsonl):
// what is found, and above all what is invented.
#include "fir/draft.h"
#include "fir/knowledge_for_tests.h"

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <set>
#include <string>
#include <vector>

namespace dossier::fir {
namespace {

namespace json = boost::json;

// What the label may miss and must not: the figures may only become better.
constexpr int kCasesMin = 60;
constexpr int kWrongMax = 6;
constexpr int kInventedMax = 1;

std::set<std::string> words_of(std::string_view text) {
  std::set<std::string> words;
  std::string word;
  for (const char c : std::string(text) + " ") {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    } else if (!word.empty()) {
      if (word.size() > 1) words.insert(word);
      word.clear();
    }
  }
  return words;
}

bool share_a_word(std::string_view one, std::string_view other) {
  const auto a = words_of(one), b = words_of(other);
  return std::any_of(a.begin(), a.end(), [&](const std::string& word) { return b.contains(word); });
}

// Collects what came out otherwise than the label of one complaint.
class Comparison {
 public:
  Comparison(const json::object& row, const Draft& draft)
      : row_(row), label_(row.at("facts").as_object()), draft_(draft) {
    compare_people();
    compare_lists();
    compare_times();
    compare_offences();
  }

  int asked = 0, wrong = 0, invented = 0;
  std::string told;  // a line for everything that is otherwise

 private:
  void expect(bool right, const std::string& what) {
    ++asked;
    if (right) return;
    ++wrong;
    told += std::string(row_.at("id").as_string()) + ": " + what + "\n";
  }

  std::vector<std::string> list(const json::object& from, std::string_view key) const {
    std::vector<std::string> all;
    const json::value* value = from.if_contains(key);
    if (value == nullptr) return all;
    if (value->is_string()) return {std::string(value->as_string())};
    for (const json::value& one : value->as_array()) all.emplace_back(one.as_string());
    return all;
  }

  void compare_text(std::string_view key, const std::string& found) {
    if (const json::value* wanted = label_.if_contains(key))
      expect(wanted->as_string() == std::string_view(found), std::string(key) + " is '" + found + "'");
  }

  void compare_number(std::string_view key, std::optional<int> found) {
    const json::value* wanted = label_.if_contains(key);
    if (wanted == nullptr) return;
    const bool right = wanted->is_null() ? !found : found && *found == wanted->as_int64();
    expect(right, std::string(key) + " is " + (found ? std::to_string(*found) : "not given"));
  }

  void compare_people() {
    const auto& me = draft_.facts.complainant;
    if (const json::value* wanted = label_.if_contains("complainant")) {
      const auto want = words_of(wanted->as_string()), got = words_of(me.name.text);
      const bool right = want.empty() ? got.empty() : std::includes(got.begin(), got.end(), want.begin(), want.end());
      expect(right, "the informant is '" + me.name.text + "'");
    }
    compare_number("complainant_age", me.age);
    compare_number("victim_age", draft_.facts.victim.age);
    compare_number("count", draft_.facts.accused.count);
    compare_text("complainant_phone", me.phone.text);
  }

  void compare_list(std::string_view key, const std::vector<std::string>& found) {
    if (!label_.contains(key)) return;
    const auto wanted = list(label_, key);
    for (const std::string& want : wanted) {
      const bool there =
          std::any_of(found.begin(), found.end(), [&](const auto& got) { return share_a_word(got, want); });
      expect(there, std::string(key) + ": " + want + " is not found");
    }
    for (const std::string& got : found) {
      if (std::any_of(wanted.begin(), wanted.end(), [&](const auto& want) { return share_a_word(got, want); }))
        continue;
      ++invented;
      told += std::string(row_.at("id").as_string()) + ": " + std::string(key) + ": '" + got + "' is invented\n";
    }
  }

  void compare_lists() {
    std::vector<std::string> accused, property;
    for (const auto& person : draft_.facts.accused.persons) accused.push_back(person.name.text);
    for (const auto& item : draft_.facts.property) property.push_back(item.description.text);
    compare_list("accused", accused);
    compare_list("property", property);
  }

  void compare_times() {
    const auto& when = draft_.facts.occurrence;
    compare_text("date_from", when.from ? when.from->iso() : "");
    compare_text("date_to", when.to ? when.to->iso() : "");
    compare_text("time_from", when.time_from.text);
    compare_text("time_to", when.time_to.text);
    for (const std::string& field : list(row_, "asked")) {
      const bool asks = std::any_of(draft_.missing.begin(), draft_.missing.end(),
                                    [&](const auto& missing) { return missing.field == field; });
      expect(asks, field + " is not asked for");
    }
  }

  void compare_offences() {
    const auto proposed = [&](const std::string& id) {
      const auto& all = draft_.assessment.proposals;
      return std::any_of(all.begin(), all.end(), [&](const auto& p) { return p.offence->id() == id; });
    };
    for (const std::string& id : list(row_, "gold")) expect(proposed(id), id + " is not proposed");
    for (const std::string& id : list(row_, "must_not")) expect(!proposed(id), id + " is proposed");
    const auto routes = list(row_, "route");
    if (!routes.empty())
      expect(std::find(routes.begin(), routes.end(), draft_.route) != routes.end(), "the route is " + draft_.route);
  }

  const json::object& row_;
  const json::object& label_;
  const Draft& draft_;
};

TEST(LabelledFacts, are_found_and_hardly_one_is_invented) {
  std::ifstream in(DOSSIER_COMPLAINTS "/facts.jsonl");
  int cases = 0, asked = 0, wrong = 0, invented = 0;
  std::string told;
  for (std::string line; std::getline(in, line); ++cases) {
    const json::value row = json::parse(line);
    const json::value& told_on = row.at("told_on");  // null: the text itself says when it was told
    const auto day = told_on.is_null() ? std::nullopt : Date::parse_iso(std::string(told_on.as_string()));
    const Draft draft =
        draft_complaint(knowledge_for_tests(), std::string(row.at("text").as_string()), day, {}).value();
    const Comparison comparison(row.as_object(), draft);
    asked += comparison.asked, wrong += comparison.wrong, invented += comparison.invented;
    told += comparison.told;
  }
  EXPECT_GE(cases, kCasesMin);
  EXPECT_LE(wrong, kWrongMax) << "of " << asked << "\n" << told;
  EXPECT_LE(invented, kInventedMax) << told;
}

}  // namespace
}  // namespace dossier::fir
