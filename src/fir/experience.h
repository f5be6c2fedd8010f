#pragma once

#include "base/result.h"
#include "reading/cues.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// What complaints read before teach. Cues know the ways of telling that somebody wrote down; people tell in others.
// From complaints whose sections are known `dossier knowledge learn` works out, for each section, which words and pairs
// of words set its complaints apart (knowledge/experience.tsv, docs/knowledge.md). Here that is only read and applied:
// how far a text is like those of a section, and which sections go together. What comes of it beside the cues is
// weighed in weighing.h. Built once, then read from any thread.
namespace dossier::fir {

inline constexpr std::string_view kExperienceFile = "experience.tsv";  // in knowledge/

// Routes are learned under their name behind this: "route CIVIL".
inline constexpr std::string_view kRouteLesson = "route ";

// Every feature of a text: the stem of each word, and of each word with the next one in its sentence, joined by a
// blank. Numbers are left out: they tell one complaint from the next, not one offence from another.
struct Feature {
  std::string name;
  std::size_t first = 0, last = 0;  // tokens
};
std::vector<Feature> features_of(const reading::Text& text);

// The weight of a feature within one text: 1 + ln(how often it stands there), times its idf. Texts are compared at
// length 1 (Salton and Buckley 1988, "Term-weighting approaches in automatic text retrieval").
double term_weight(std::size_t times, double idf);
// ln((1 + texts) / (1 + texts that hold it)) + 1
double inverse_frequency(std::size_t texts, std::size_t holding);

// 0 to 1
double logistic(double score);

class Experience {
 public:
  // Takes experience.tsv, whose fields are parted by tabs: "texts", how many were learned from; "section", id, bias,
  // lessons; "beside", two sections' numbers, the lessons under both; then "word", feature, idf and "number:weight ..."
  // in the order of the features' bytes. The numbers count the sections from 0. Fails with unreadable and the line for
  // anything ill-formed before the words. Words are looked up where they stand, by halving, so that a start does not
  // read fifty thousand lines of which a complaint needs two hundred; faults() reads them all.
  static Result<Experience> read(std::string_view tsv);
  // The same without a copy: `tsv` must outlive what is made of it. Fails also where its last line has no end.
  static Result<Experience> over(std::string_view tsv);

  // How far a text is like those of a section: its number, the logit by the words alone, and how many complaints that
  // was learned from.
  struct Likeness {
    std::string section;
    std::size_t number = 0;
    double score = 0;
    std::size_t lessons = 0;
  };
  // Every section and route, the likeliest first.
  std::vector<Likeness> of(const reading::Text& text) const;
  // The features that speak for the section of that number most, in the order of the text.
  std::vector<reading::CueHit> telling(const reading::Text& text, std::size_t number) const;

  // How much likelier, as a logit, a complaint under section `given` is under `section` too than any complaint is; 0
  // where the lessons are too few to tell.
  double beside(std::size_t given, std::size_t section) const;

  bool empty() const { return sections_.empty(); }
  // Of every section and route that was learned.
  std::vector<std::string_view> sections() const;
  std::size_t texts() const { return texts_; }  // that were learned from
  // What is wrong with the lines of words, one line each; empty when all is well.
  std::vector<std::string> faults() const;

 private:
  struct Section {
    std::string id;
    double bias = 0;
    std::size_t lessons = 0;
  };
  struct Weight {
    std::uint32_t section;
    double weight;
  };
  struct Word {
    double idf = 0;
    std::vector<Weight> weights;
  };

  // Takes a line before the words; false when it is ill-formed.
  bool take(std::string_view line);
  // The word of a line behind "word<TAB>feature<TAB>"; nothing when the line is ill-formed.
  std::optional<Word> word_of(std::string_view line) const;
  std::optional<Word> find(std::string_view feature) const;
  // The words of a text that were learned, and what each weighs in it.
  struct Heard {
    Word word;
    double value = 0;
    reading::CueHit first;
  };
  std::vector<Heard> heard_in(const reading::Text& text) const;

  std::size_t texts_ = 0;
  std::vector<Section> sections_;
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> both_;  // the smaller number first
  std::shared_ptr<const std::string> copy_;                          // null when it is read where it stands
  std::string_view words_;                                           // the lines of words
};

}  // namespace dossier::fir
