#pragma once

#include "base/result.h"
#include "fir/knowledge.h"

#include <string>
#include <string_view>

namespace dossier::fir {

// The knowledge as it stands when its TOML has been read and its cues are compiled, as bytes: a start saves some 110 ms
// of the processor. Written while the program is built and read by that program only, so the bytes carry no version:
// another compiler's, machine's or day's mean nothing. All but the experience, which is looked up where it stands.
std::string image_of(const Knowledge& knowledge);

// The knowledge of an image, with the experience of `tsv`, which must outlive it (Experience::over). Fails with
// unreadable where the bytes end too soon, and as Experience::read does.
Result<Knowledge> knowledge_of_image(std::string_view image, std::string_view tsv);

}  // namespace dossier::fir
