#include "fir/informant.h"
#include "fir/text_reader.h"

namespace dossier::fir {
namespace {

constexpr std::size_t kOpeningReach = 8;  // tokens of an opening line in which the office stands
constexpr std::size_t kBesideMe = 6;      // tokens from "I" to the office: "I am the Assistant Labour Officer"
constexpr std::size_t kBeforeName = 4;    // "Supply Inspector Smt. Rekha Rao"
constexpr std::size_t kBehindName = 6;    // "Rekha Rao, Block Supply Inspector"

class OfficeReader : TextReader {
 public:
  OfficeReader(const reading::CueText& text, const Knowledge& knowledge, Facts& facts)
      : TextReader(text, knowledge), facts_(facts) {}

  void run() {
    for (std::size_t k = 0; k < tokens_.size(); ++k) {
      if (!is(k, "official_post") || of_a_private_employer(k)) continue;
      if (!opens_the_report(k) && !beside_me(k) && !beside_the_name(k)) continue;
      facts_.complainant.office = found(k, k);
      return;
    }
  }

 private:
  // "security officer", "loan officer", "HR superintendent"; "the officer of my bank" is led by nothing official
  // either.
  bool of_a_private_employer(std::size_t k) const {
    return k > 0 && (is(k - 1, "private_post") || is(k - 1, "police_rank") || one_of(k - 1, {"sub", "my", "our"}));
  }

  // Part of a title: written with a capital, a rank, a number, or one of the small words between them.
  bool belongs_to_a_title(std::size_t i) const {
    return tokens_[i].capital || is(i, "occupation") || is(i, "official_post") || is(i, "title") || is(i, "org_noun") ||
           tokens_[i].kind == reading::TokenKind::number ||
           one_of(i,
                  {"am", "the", "a", "an", "of", "as", "working", "posted", "s", "dist", "district", "office", "in"});
  }

  bool title_between(std::size_t first, std::size_t end) const {
    for (std::size_t i = first; i < end; ++i) {
      if (!belongs_to_a_title(i)) return false;
    }
    return true;
  }

  bool opens_the_report(std::size_t k) const {
    return k <= kOpeningReach && same_sentence(0, k) && !one_of(0, {"to", "dear", "respected", "sir"}) &&
           title_between(0, k);
  }

  bool beside_me(std::size_t k) const {
    for (std::size_t back = 1; back <= kBesideMe && back <= k && same_sentence(k - back, k); ++back) {
      if (one_of(k - back, {"i", "myself", "undersigned", "main", "mai"})) return title_between(k - back + 1, k);
    }
    return false;
  }

  bool beside_the_name(std::size_t k) const {
    const Found& me = facts_.complainant.name;
    if (!me) return false;
    if (me.span.overlaps(tokens_[k].span)) return true;
    std::size_t first = 0, behind = 0;
    while (first < tokens_.size() && tokens_[first].span.end <= me.span.start) ++first;
    for (behind = first; behind < tokens_.size() && tokens_[behind].span.start < me.span.end;) ++behind;
    if (k < first) return first - k <= kBeforeName && same_sentence(k, first) && title_between(k + 1, first);
    return k >= behind && k - behind < kBehindName && same_sentence(behind - 1, k) && title_between(behind, k);
  }

  Facts& facts_;
};

}  // namespace

void read_informant_office(const reading::CueText& text, const Knowledge& knowledge, Facts& facts) {
  OfficeReader(text, knowledge, facts).run();
}

}  // namespace dossier::fir
