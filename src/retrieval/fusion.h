#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace dossier::retrieval {

// Several rankings of the same passages as one, by reciprocal ranks: a passage counts 1 / (60 + its rank) in each list
// that has it. Scores of different kinds need not be comparable for that. (Cormack, Clarke, Buettcher, SIGIR 2009, whence
// the 60.) The best `most`, best first; at a tie the smaller number.
std::vector<std::size_t> fuse(std::span<const std::vector<std::size_t>> rankings, std::size_t most);

}  // namespace dossier::retrieval
