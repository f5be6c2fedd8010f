// What is kept in the words of the complaint.
#include "fir/facts_for_tests.h"

#include <gtest/gtest.h>

#include <string>

namespace dossier::fir {
namespace {

std::string reason_in(const std::string& words) {
  return facts_of(words).delay_reason.text;
}

TEST(Phrases, the_reason_for_delay_is_read_in_plain_and_in_police_words) {
  for (const std::string words : {
           "My phone was stolen on 2 May 2026. The delay is because I was out of town.",
           "He hit me on 2 May 2026. I could not come earlier because my mother was ill.",
           "On 2 May 2026 he slapped me. I came late as there was nobody at home with the children.",
           "He stabbed me on 2 May 2026. I was in hospital so I am reporting it now.",
           "The purse was taken on 2 May 2026. The delay in lodging the FIR is due to the search by the family.",
           "Delay due to illness of the complainant. My cycle was stolen on 2 May 2026.",
           "He touched me on 2 May 2026. Out of fear of my uncle I did not tell anybody.",
           "My husband was killed on 2 May 2026. We were busy with the last rites.",
           "He beat me on 2 May 2026. I was busy with treatment of my son.",
           "The reason for delay is that we tried to settle it in the village.",
           "He raped me on 2 May 2026. I did not report it because of shame.",
       })
    EXPECT_NE(reason_in(words), "") << words;
}

TEST(Phrases, the_reason_for_delay_is_read_in_hindi) {
  for (const std::string words : {
           "2 May 2026 ko mera phone chori hua. Der se aane ka karan yah hai ki main gaon gaya tha.",
           "Usne 2 May 2026 ko mujhe maara. Meri tabiyat kharab thi isliye der hui.",
           "Usne 2 May 2026 ko mujhe maara. Dar ke mare report nahi ki.",
           "Usne 2 May 2026 ko mujhe maara. Main pehle nahi aa saka kyunki ilaj chal raha tha.",
       })
    EXPECT_NE(reason_in(words), "") << words;
}

TEST(Phrases, what_else_is_late_is_no_reason_for_delay) {
  for (const std::string words : {
           "He delayed my payment.",
           "He delayed my payment because he had no money.",
           "There was a delay of the train.",
           "The train was late because of fog and my bag was stolen on it.",
           "He came late at night.",
           "He came late at night and hit me as I slept.",
           "Out of fear I gave him my chain.",
           "I gave him the money thinking he would return it.",
           "He did not come to the shop because of rain.",
       })
    EXPECT_EQ(reason_in(words), "") << words;
}

}  // namespace
}  // namespace dossier::fir
