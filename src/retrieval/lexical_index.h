#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dossier::retrieval {

struct Hit {
  std::size_t passage = 0;  // number of the passage, in the order they were added
  double score = 0;         // BM25: comparable within one search only
  // Share of the question's content words that the passage has, rare words weighing more: 1 when it has them all.
  double coverage = 0;
};

// Finds passages by the words they share with a question. Words are compared by their English stem, without case and
// accents; words that carry no meaning of their own are ignored. Build it with add(); searching does not change it and
// is safe from many threads.
class LexicalIndex {
 public:
  void add(std::string_view passage);
  std::size_t size() const { return lengths_.size(); }

  // The best `most` passages that share at least one content word, best first; the earlier passage wins a tie.
  std::vector<Hit> search(std::string_view question, std::size_t most) const;

 private:
  struct Posting {
    std::uint32_t passage;
    std::uint32_t count;
  };
  double rarity(std::size_t holders) const;

  std::unordered_map<std::string, std::vector<Posting>> postings_;  // by stem
  std::vector<std::uint32_t> lengths_;                              // in content words
  std::uint64_t total_length_ = 0;
};

// The stems of the words that carry meaning, in order, repeats included.
std::vector<std::string> content_stems(std::string_view text);

}  // namespace dossier::retrieval
