#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace dossier::retrieval {

// Finds passages by the likeness of their vectors to that of a question: every one is looked at, so none is missed. Fill
// it with put(); searching does not change it and is safe from many threads. 100,000 passages of 384 numbers are 150 MB
// and some 15 ms.
class VectorIndex {
 public:
  explicit VectorIndex(std::size_t dimension) : dimension_(dimension) {}

  struct Hit {
    std::size_t passage = 0;
    float likeness = 0;  // scalar product: 1 for the same direction
  };

  std::size_t dimension() const { return dimension_; }
  std::size_t size() const { return passages_.size(); }
  // `vector` has the index's dimension and length 1. Numbers are the caller's, each put once.
  void put(std::size_t passage, std::span<const float> vector);

  // The best `most`, best first; the earlier put wins a tie.
  std::vector<Hit> search(std::span<const float> question, std::size_t most) const;

 private:
  const std::size_t dimension_;
  std::vector<std::size_t> passages_;
  std::vector<float> numbers_;  // of all passages, one after the other
};

// The scalar product, summed in eight lanes, which compilers turn into vector instructions.
float scalar_product(std::span<const float> one, std::span<const float> other);

}  // namespace dossier::retrieval
