#include "fir/knowledge_image.h"

#include "fir/draft.h"
#include "fir/knowledge_check.h"
#include "fir/knowledge_for_tests.h"

#include <gtest/gtest.h>

namespace dossier::fir {
namespace {

// What a reader of the draft sees, and what stands behind it.
std::string draft_by(const Knowledge& knowledge, const std::string& complaint) {
  const Draft draft = draft_complaint(knowledge, complaint, Date::of(2026, 11, 2), {}).value();
  std::string all = draft.route + "\n" + draft.document + "\n";
  for (const Proposal& proposal : draft.assessment.proposals) {
    all += proposal.offence->id() + proposal.despite + "\n";
    for (const IngredientFinding& finding : proposal.ingredients) {
      for (const Evidence& evidence : finding.evidence) all += "  " + evidence.text + "\n";
    }
    for (const Evidence& words : proposal.told_alike) all += "  told alike: " + words.text + "\n";
  }
  for (const Considered& one : draft.assessment.considered) all += one.act + one.section + one.why + "\n";
  return all;
}

// The experience of the project's own knowledge has its text somewhere else; here there is none.
Knowledge without_experience() {
  auto files = knowledge_files_for_tests();
  std::erase_if(files, [](const KnowledgeFile& file) { return file.name == kExperienceFile; });
  return Knowledge::read(files).value();
}

TEST(KnowledgeImage, drafts_every_complaint_as_the_files_do) {
  const Knowledge read = without_experience();
  const std::string bytes = image_of(read);
  const Knowledge restored = knowledge_of_image(bytes, "").value();
  int compared = 0;
  for (const Offence& offence : read.offences()) {
    if (offence.catches.empty() || ++compared % 5 != 0) continue;
    EXPECT_EQ(draft_by(read, offence.catches), draft_by(restored, offence.catches)) << offence.id();
  }
  EXPECT_GT(compared, 100);
}

TEST(KnowledgeImage, can_be_checked_as_the_files_can) {
  const auto read = Knowledge::read({{"words.toml", "[words]\nhouse = [\"haveli\"]\n"}}).value();
  ASSERT_EQ(check_knowledge(read).size(), 1u);
  EXPECT_EQ(check_knowledge(knowledge_of_image(image_of(read), "").value()), check_knowledge(read));
}

TEST(KnowledgeImage, comes_with_the_experience_beside_it) {
  const auto empty = image_of(Knowledge::read({{"words.toml", ""}}).value());
  EXPECT_EQ(knowledge_of_image(empty, "texts\t9\nsection\tBNS 1\t-1\t4\n").value().experience().texts(), 9u);
  EXPECT_FALSE(knowledge_of_image(empty, "chapter\t9\n"));
  EXPECT_FALSE(knowledge_of_image(empty, "texts\t9\nsection\tBNS 1\t-1\t4\nword\tgoat\t1\t0:2"));
}

TEST(KnowledgeImage, names_itself_when_it_is_cut_short) {
  const std::string bytes = image_of(without_experience());
  for (const std::size_t kept : {std::size_t{0}, std::size_t{9}, bytes.size() / 2, bytes.size() - 1}) {
    const auto restored = knowledge_of_image(std::string_view(bytes).substr(0, kept), "");
    ASSERT_FALSE(restored) << kept;
    EXPECT_EQ(restored.error().code, ErrorCode::unreadable);
    EXPECT_NE(restored.error().text().find("knowledge image"), std::string::npos);
  }
}

}  // namespace
}  // namespace dossier::fir
