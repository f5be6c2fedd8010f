#pragma once

#include "grounding/deeds.h"

#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace dossier::grounding {

// What the sources tell of who did what. Built from each source in turn, then asked.
class Doings {
 public:
  void add(const reading::Text& text);
  // Whether the sources tell of another who did it, or of this one only as of somebody who saw it or was harmed.
  bool contradict(const Deed& claim) const;
  // Whether the sources have all words of the name as names.
  bool is_told_of(const Bearer& bearer) const;
  // Whether the sources have others behind this preposition, and never these: "from Telmex Rail".
  bool turn_round(const std::string& way, const Bearer& bearer) const;
  // Whether a word stands before others in a name of the sources, and whether these two stand so.
  bool goes_on(const std::string& first) const;
  bool name_together(const std::string& first, const std::string& second) const;

 private:
  bool is_informant(const Bearer& bearer) const;
  bool is_doer(const Bearer& bearer, const std::string& verb) const;
  bool contradict_doer(const Bearer& bearer, const std::string& verb) const;
  bool contradict_office(const Deed& claim) const;
  bool contradict_patients(const Deed& claim) const;
  const std::vector<Deed>& told_of(const std::string& verb) const;
  void find_informants(const reading::Text& text, const std::vector<Bearer>& bearers);
  void find_pointed_at(const reading::Text& text, const std::vector<Bearer>& bearers);

  std::set<std::pair<std::string, std::string>> neighbours_;
  std::unordered_set<std::string> bearers_, informants_, pointed_at_;  // words of names
  std::unordered_map<std::string, std::vector<Deed>> by_verb_;
  std::unordered_map<std::string, std::unordered_set<std::string>> ways_;  // words of names, by what stands before
  bool first_person_ = false;
};

}  // namespace dossier::grounding
