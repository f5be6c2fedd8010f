#include "reading/cues.h"

#include <gtest/gtest.h>

namespace dossier::reading {
namespace {

bool holds(const std::string& pattern, const std::string& words) {
  Vocabulary vocabulary;
  const auto weapon = vocabulary.add_class("weapon").value();
  vocabulary.put_in_class(vocabulary.add("knife"), weapon);
  const Cue cue = compile_cue(pattern, vocabulary).value();
  const Text text = Text::of(words).value();
  return !find_cue(cue, CueText(text, vocabulary)).empty();
}

TEST(Cues, any_form_of_a_word_matches) {
  EXPECT_TRUE(holds("steal ~ phone", "He stole my new phone."));
}

TEST(Cues, a_gap_has_its_limit) {
  EXPECT_TRUE(holds("took ~2 phone", "took old black phone"));
  EXPECT_FALSE(holds("took ~2 phone", "took old black heavy broken phone"));
}

TEST(Cues, never_reach_into_the_next_sentence) {
  EXPECT_FALSE(holds("took ~9 phone", "He took tea. The phone rang."));
}

TEST(Cues, classes_and_both_in_one_sentence) {
  EXPECT_TRUE(holds("hit & @weapon", "With a knife he hit me."));
  EXPECT_FALSE(holds("hit & @weapon", "He hit me. I have a knife."));
}

TEST(Cues, a_class_may_hold_a_very_form) {
  Vocabulary vocabulary;
  const auto tool = vocabulary.add_class("tool").value();
  vocabulary.put_form_in_class("saw", tool);
  vocabulary.add("see");
  const Cue cue = compile_cue("with @tool", vocabulary).value();
  const auto found = [&](const std::string& words) {
    const Text text = Text::of(words).value();
    return !find_cue(cue, CueText(text, vocabulary)).empty();
  };
  EXPECT_TRUE(found("He cut the grille with a saw."));
  EXPECT_FALSE(found("Together with him I see the wall."));
}

TEST(Cues, the_parts_of_a_compound_are_nothing_by_themselves) {
  Vocabulary vocabulary;
  const auto body = vocabulary.add_class("body").value();
  vocabulary.put_in_class(vocabulary.add("back"), body);
  vocabulary.make_compound(vocabulary.add("back-pocket"));
  const Cue hurt = compile_cue("cut ~ @body", vocabulary).value();
  const Cue purse = compile_cue("back-pocket", vocabulary).value();
  const auto found = [&](const Cue& cue, const std::string& words) {
    const Text text = Text::of(words).value();
    return !find_cue(cue, CueText(text, vocabulary)).empty();
  };
  EXPECT_TRUE(found(hurt, "He cut my back with a blade."));
  EXPECT_FALSE(found(hurt, "He cut my back pocket with a blade."));
  EXPECT_TRUE(found(purse, "He cut my back pockets with a blade."));
}

TEST(Cues, a_range_of_numbers_is_read_as_its_lower_end) {
  EXPECT_TRUE(holds("8 people", "8-10 people came"));
  EXPECT_FALSE(holds("8 people", "7-8 people came"));
  EXPECT_FALSE(holds("2024 year", "in the 2024-25 year"));
}

TEST(Cues, what_is_denied_is_no_evidence) {
  EXPECT_FALSE(holds("beat", "He did not beat me."));
  EXPECT_FALSE(holds("maara", "usne maara nahi"));
  EXPECT_TRUE(holds("beat", "He did not listen and beat me."));
  EXPECT_FALSE(holds("beat", "He hadn't beaten me, and he wouldn\u2019t beat a dog."));
}

TEST(Cues, a_cue_may_hold_its_own_not) {
  EXPECT_TRUE(holds("not ~2 return", "He did not return the money."));
}

TEST(Cues, questions_rumours_and_suppositions_are_no_evidence) {
  EXPECT_FALSE(holds("theft", "What is the punishment for theft?"));
  EXPECT_FALSE(holds("steal", "I heard that he steals."));
  EXPECT_FALSE(holds("kill", "I fear that he may kill me."));
  EXPECT_TRUE(holds("any: kill", "If I speak he will kill me."));
}

TEST(Cues, what_is_asked_to_be_registered_is_no_evidence) {
  EXPECT_FALSE(holds("cheat", "Please lodge FIR for cheating against the builder."));
  EXPECT_FALSE(holds("kidnap", "I want kidnapping FIR on him."));
  EXPECT_TRUE(holds("cheat", "He cheated me. Please lodge FIR."));
}

TEST(Cues, what_the_informant_calls_it_is_no_evidence) {
  EXPECT_FALSE(holds("cheating", "This is clear cheating and breach of trust."));
  EXPECT_FALSE(holds("loot", "We feel totally cheated and looted by them."));
  EXPECT_TRUE(holds("loot", "They looted the shop and left."));
}

TEST(Cues, an_english_word_is_no_slip_of_another) {
  EXPECT_TRUE(holds("threaten", "he thraeten me"));
  EXPECT_FALSE(holds("threat", "a mail in the same thread"));
  EXPECT_FALSE(holds("stranger", "the stronger side"));
}

TEST(Cues, a_denial_behind_its_verb_and_what_only_looks_like_one) {
  EXPECT_FALSE(holds("hit", "he shouted but hit nobody"));
  EXPECT_FALSE(holds("push", "he pushed no one"));
  EXPECT_TRUE(holds("beat", "at house no 41 beat me"));
  EXPECT_TRUE(holds("load", "the truck No. RJ 19 GB 6650 loaded with sand"));
  EXPECT_TRUE(holds("maara", "nahi to maara jayega bola aur maara"));
  EXPECT_TRUE(holds("hit", "a rider without helmet hit me"));
  EXPECT_FALSE(holds("pay", "he left without paying the bill"));
}

TEST(Cues, a_denial_reaches_through_a_list) {
  EXPECT_FALSE(holds("abuse", "He did not hit or push or even abuse anybody."));
  EXPECT_FALSE(holds("maara", "usne na maara na dhamki di"));
}

TEST(Cues, a_number_of_something_denies_nothing) {
  EXPECT_TRUE(holds("upload", "User with mobile no. ending 4471 uploaded 3 files."));
  EXPECT_TRUE(holds("transfer", "from a/c no. of my wife he transferred 5,000"));
  EXPECT_TRUE(holds("hit", "vehicle no. plate was broken and it hit me"));
  EXPECT_FALSE(holds("answer", "he rang the phone but no one answered it"));
}

TEST(Cues, who_does_not_know_denies_his_knowledge_alone) {
  EXPECT_TRUE(holds("enter", "A man whom I do not know entered my verandah."));
  EXPECT_TRUE(holds("hit", "Some boys I could not recognise hit me."));
  EXPECT_FALSE(holds("knife", "I did not see any knife."));
  EXPECT_FALSE(holds("steal", "I don't say he stole it."));
}

TEST(Cues, the_month_of_may_supposes_nothing) {
  EXPECT_TRUE(holds("slap", "On 9 may 2026 he slapped me."));
  EXPECT_TRUE(holds("slap", "on 9th may he slapped me"));
  EXPECT_TRUE(holds("slap", "in may he slapped me"));
  EXPECT_TRUE(holds("slap", "from 5 to 9 may he slapped me"));
  EXPECT_TRUE(holds("maara", "9 may raat ko usne maara"));
  EXPECT_FALSE(holds("slap", "he may slap me"));
  EXPECT_FALSE(holds("break", "This may break my house lock."));
  EXPECT_FALSE(holds("kill", "the other 2 may kill me"));
}

TEST(Cues, one_reason_for_no_evidence_does_not_undo_another) {
  EXPECT_FALSE(holds("maare", "nahi lathi ke maare"));
  EXPECT_FALSE(holds("hoax", "Please register FIR for what amounts to hoax."));
}

TEST(Cues, a_habit_told_with_if_did_happen) {
  EXPECT_TRUE(holds("beat", "If I ask for food my husband beats me."));
  EXPECT_TRUE(holds("beat", "if plate break he beat by hot ladle"));
  EXPECT_TRUE(holds("maarta", "agar khana maangu to pati maarta hai"));
  EXPECT_TRUE(holds("beat", "In my sasural if I ask for food my husband beats me with a rod."));
  EXPECT_FALSE(holds("beat", "if I go there he will beat me"));
  EXPECT_FALSE(holds("beat", "he said if I tell anybody he beat me"));
  EXPECT_FALSE(holds("maarega", "agar bolu to wo maarega"));
}

TEST(Cues, a_film_that_is_watched_makes_nothing_fiction) {
  EXPECT_TRUE(holds("rub", "he showed her a bad movie and rubbed her chest"));
  EXPECT_TRUE(holds("touch", "while returning from the movie my boss touched my chest"));
  EXPECT_TRUE(holds("cheat", "with my dream home the builder cheated me"));
  EXPECT_TRUE(holds("touch", "in the movie hall he touched me"));
  EXPECT_FALSE(holds("murder", "in the movie he murders his wife"));
  EXPECT_FALSE(holds("beat", "I had a dream that he beats me"));
}

TEST(Cues, words_that_only_look_like_a_blow_a_denial_or_hearsay) {
  EXPECT_FALSE(holds("maara", "dar ke maare 8000 paytm kiye"));
  EXPECT_TRUE(holds("vasooli", "munim ne 3 lakh ki vasooli karke jama nahi kiya"));
  EXPECT_FALSE(holds("vasooli", "usne vasooli jama nahi ki"));
  EXPECT_TRUE(holds("beat", "Someone saying he is from bank came and beat me."));
  EXPECT_FALSE(holds("beat", "Someone saying that he beats his wife came to us."));
  EXPECT_TRUE(holds("false", "He sent a message of a bomb. It is totally false."));
}

TEST(Cues, hindi_spellings_and_slips_meet) {
  EXPECT_TRUE(holds("chheena", "mera phone chhina gaya"));
  EXPECT_TRUE(holds("attack", "he atacked me"));
}

TEST(Cues, words_that_belong_together_match_however_they_are_joined) {
  EXPECT_TRUE(holds("mother-in-law ~ beat", "My mother-in-law beats me."));
  EXPECT_TRUE(holds("le-gaya", "wo mera phone le gaya"));
  EXPECT_TRUE(holds("took-away|snatched phone", "he took away my phone"));
  EXPECT_FALSE(holds("took-away phone", "he took my phone away"));
}

TEST(Cues, alternatives_of_all_kinds_stand_in_one_element) {
  EXPECT_TRUE(holds("hit ~ @weapon|stick", "hit me with a stick"));
  EXPECT_TRUE(holds("hit ~ @weapon|stick", "hit me with a knife"));
  EXPECT_TRUE(holds("phone ~ =gone|missing", "my phone was gone"));
  EXPECT_FALSE(holds("phone ~ =gone|missing", "my phone goes well"));
}

TEST(Cues, what_could_never_hold_is_refused) {
  for (const char* pattern :
       {"put ~ @nothing",  "~3 phone",    "phone ~3",  "hit ~2 ~3 me", "",         "hit &",     "& hit",
        "road|fact:night", "hit|$beaten", "hit||beat", "hit|",         "hit|~4",   "Hit",       "i20",
        "said? he?",       "=took-away",  "a|any:b",   "<gold>",       "~x phone", "hit ~99 me"}) {
    Vocabulary vocabulary;
    const auto cue = compile_cue(pattern, vocabulary);
    ASSERT_FALSE(cue) << pattern;
    EXPECT_EQ(cue.error().code, ErrorCode::invalid_argument);
  }
}

}  // namespace
}  // namespace dossier::reading
