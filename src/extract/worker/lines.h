#pragma once

#include "extract/worker/fragment.h"

#include <vector>

namespace dossier::extract::worker {

// Mends what the order of drawing tore apart, line by line: pieces of one word drawn at different times are joined,
// text spaced out letter by letter ("T O T A L" without spaces between) becomes words again, and text that was drawn
// twice for a bold look or a shadow counts once. Spaces keep words apart and are gone afterwards. Hidden and visible
// text never meet. The order of drawing is kept.
std::vector<Fragment> mend_lines(std::vector<Fragment> fragments);

}  // namespace dossier::extract::worker
