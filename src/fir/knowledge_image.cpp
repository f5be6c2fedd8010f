// What every struct of the knowledge holds, named once for writing and reading. The only file that knows cereal.
#include "fir/knowledge_image.h"

#include <boost/unordered/unordered_flat_map.hpp>
#include <cereal/archives/binary.hpp>
#include <cereal/types/bitset.hpp>
#include <cereal/types/optional.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/unordered_map.hpp>
#include <cereal/types/unordered_set.hpp>
#include <cereal/types/utility.hpp>
#include <cereal/types/vector.hpp>

#include <sstream>
#include <streambuf>

namespace cereal {

template <class Archive, class Key, class Value, class Hash, class Equal>
void save(Archive& archive, const boost::unordered_flat_map<Key, Value, Hash, Equal>& map) {
  archive(make_size_tag(static_cast<size_type>(map.size())));
  for (const auto& [key, value] : map) archive(key, value);
}

template <class Archive, class Key, class Value, class Hash, class Equal>
void load(Archive& archive, boost::unordered_flat_map<Key, Value, Hash, Equal>& map) {
  size_type size = 0;
  archive(make_size_tag(size));
  map.reserve(static_cast<std::size_t>(size));
  for (size_type i = 0; i < size; ++i) {
    Key key;
    Value value;
    archive(key, value);
    map.emplace(std::move(key), std::move(value));
  }
}

}  // namespace cereal

namespace dossier::reading {

template <class Archive>
void serialize(Archive& archive, CueElement& element) {
  archive(element.optional, element.is_gap, element.gap, element.words, element.classes, element.exact, element.marks);
}

template <class Archive>
void serialize(Archive& archive, Cue& cue) {
  archive(cue.parts, cue.in_any_mood, cue.holds_negation);
}

template <class Archive>
void serialize(Archive& archive, Vocabulary::Joined& joined) {
  archive(joined.parts, joined.word);
}

}  // namespace dossier::reading

namespace dossier::fir {

template <class Archive>
void serialize(Archive& archive, Sign& sign) {
  archive(sign.kind, sign.number, sign.fact, sign.parts);
}

template <class Archive>
void serialize(Archive& archive, Signal& signal) {
  archive(signal.name, signal.any, signal.all, signal.unless);
}

template <class Archive>
void serialize(Archive& archive, Ingredient& ingredient) {
  archive(ingredient.id, ingredient.name, ingredient.core, ingredient.any, ingredient.against, ingredient.question);
}

template <class Archive>
void serialize(Archive& archive, Unless& unless) {
  archive(unless.any, unless.why);
}

template <class Archive>
void serialize(Archive& archive, Precedence& precedence) {
  archive(precedence.any, precedence.over);
}

template <class Archive>
void serialize(Archive& archive, ScheduleRow& row) {
  archive(row.any, row.cognizable, row.bailable);
}

template <class Archive>
void serialize(Archive& archive, Offence& offence) {
  archive(offence.act, offence.section, offence.title, offence.source, offence.line, offence.ipc, offence.punishment,
          offence.court, offence.max_years, offence.cognizable, offence.bailable, offence.depends_on, offence.rows,
          offence.ingredients, offence.unless, offence.supersedes, offence.supersedes_if, offence.duties,
          offence.questions, offence.route, offence.route_unless, offence.companion, offence.by_officer, offence.joint,
          offence.spread, offence.rank, offence.catches, offence.near_miss);
}

template <class Archive>
void serialize(Archive& archive, Situation& situation) {
  archive(situation.id, situation.source, situation.line, situation.route, situation.title, situation.why,
          situation.ingredients, situation.unless, situation.suppresses, situation.questions, situation.spread,
          situation.catches, situation.near_miss);
}

template <class Archive>
void serialize(Archive& archive, Duty& duty) {
  archive(duty.id, duty.text);
}

namespace {

// Reads bytes where they stand.
class BytesInPlace : public std::streambuf {
 public:
  explicit BytesInPlace(std::string_view bytes) {
    char* begin = const_cast<char*>(bytes.data());  // the get area is never written to
    setg(begin, begin, begin + bytes.size());
  }
};

}  // namespace

std::string image_of(const Knowledge& knowledge) {
  std::ostringstream out(std::ios::binary);
  cereal::BinaryOutputArchive archive(out);
  archive(knowledge);
  return std::move(out).str();
}

// cereal throws where bytes are missing; that ends here.
Result<Knowledge> knowledge_of_image(std::string_view image, std::string_view tsv) {
  Knowledge knowledge;
  try {
    BytesInPlace bytes(image);
    std::istream in(&bytes);
    cereal::BinaryInputArchive archive(in);
    archive(knowledge);
  } catch (const std::exception& error) {
    return Error{ErrorCode::unreadable,
                 std::string("the program's own knowledge is damaged; build it anew: ") + error.what(),
                 "knowledge image"};
  }
  TRY(knowledge.experience_, Experience::over(tsv));
  return knowledge;
}

}  // namespace dossier::fir
