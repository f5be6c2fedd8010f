#include "fir/form_masking.h"
#include "fir/plain_words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>

namespace dossier::fir {
namespace {

struct Told {
  std::string complaint;
  std::vector<std::string> telling;  // none of these may be left, in any case of letters
  std::vector<std::string> kept;     // what the copy is for
};

std::string small(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

// No fact is recognised: the words alone have to do.
const std::vector<Told>& told() {
  static const std::vector<Told> kTold = {
      {"My daughter Asha, a student of St. Mary School, was touched by the peon Raghu on 5 May 2026.",
       {"asha", "mary"},
       {"daughter", "touched", "5 May 2026"}},
      {"i am sunita w/o ramesh kumar r/o house no 14 shanti nagar kanpur. he pulled my dupatta near the tank.",
       {"sunita", "ramesh", "kumar", "14", "shanti", "kanpur"},
       {"pulled my dupatta"}},
      {"MERI BETI KHUSHI KO PADOSI NE CHHEDA. WO SARASWATI VIDYA MANDIR MEIN PADHTI HAI.",
       {"khushi", "saraswati", "vidya"},
       {"MERI BETI", "PADOSI"}},
      {"The girl is called Pinky at home. Her phone is 98765 43210 and his scooter is UP 32 AB 1234.",
       {"pinky", "98765", "43210", "ab 1234"},
       {"The girl"}},
      {"My niece, Kumari Jyoti Verma, aged 15 years, studies in class 9 at Little Flower Convent School, Ranchi.",
       {"jyoti", "verma", "little", "flower", "convent", "ranchi"},
       {"My niece", "aged 15 years"}},
      {"meri bhanji gudiya umar 12 saal gaon pipaliya ki rehne wali hai, uske saath galat kaam kiya",
       {"gudiya", "pipaliya"},
       {"meri bhanji", "12 saal"}},
      {"I work as a nurse at Sunrise Hospital, Ward 6. Dr. Mehra kissed me in the duty room on 3 March 2026.",
       {"sunrise", "nurse", "ward 6"},
       {"kissed me"}},
      {"My name is Rose Fernandes. I live at Flat 302, Palm Grove, Vasco. The man upstairs touched my breast.",
       {"rose", "fernandes", "302", "palm", "grove", "vasco"},
       {"touched my breast"}},
      {"The victim is the only daughter of the sarpanch Hukum Singh of village Dhanora, tehsil Pipariya.",
       {"hukum", "dhanora", "pipariya"},
       {"The victim"}},
      {"Suneeta told her mother. Sunita's friend Meenakshi saw it. sunita92@okaxis got messages from him.",
       {"suneeta", "sunita", "meenakshi", "okaxis"},
       {"told her mother"}},
      {"She is employed with Tata Motors Ltd, Pimpri as cashier, and he followed her from the gate.",
       {"tata", "motors", "pimpri", "cashier"},
       {"followed her"}},
      {"He sent my photos to my husband Imran Qureshi and to my father-in-law at 14/2 Idgah Road.",
       {"imran", "qureshi", "14/2", "idgah"},
       {"sent my photos"}},
      {"My son Aarav (7) was taken to the terrace by the tuition teacher. We live in B-12, Sector 4, Noida.",
       {"aarav", "b-12", "noida", "sector 4"},
       {"My son", "terrace"}},
      {"mera naam lakshmibai hai. mai dhanbad me rehti hu. kal raat 10 baje devar ne haath pakda.",
       {"lakshmibai", "dhanbad"},
       {"raat 10 baje", "haath pakda"}},
      {"Born on 12 June 2011, she is a pupil of the Government Girls High School at Kotputli, roll number 37.",
       {"12 june 2011", "government girls", "kotputli"},
       {"she is a pupil"}},
      {"Our landlord entered the room. Call me at nine eight seven six five four three two one zero.",
       {"nine eight", "one zero"},
       {"Our landlord entered"}},
      {"Father: Baburam Yadav. Victim: Km. Shalu. Address: Gram Amethi Khas, Post Rampur, PIN 227405.",
       {"baburam", "yadav", "shalu", "amethi", "rampur", "227405"},
       {"Father", "Victim"}},
      {"My wife Zubeida runs Zubi Beauty Parlour near Lal Masjid. The boys wrote her number on the wall.",
       {"zubeida", "zubi", "masjid"},
       {"wrote her number on the wall"}},
      {"The child, whom we call Chiku, goes to Bachpan Play School in the van no. MH-12-QX-4417 of driver Salim.",
       {"chiku", "bachpan", "mh-12", "4417", "salim"},
       {"The child"}},
      {"I, Ms. A. Krishnaveni, Asst. Manager, Canara Bank, Mysuru, state that my senior sends obscene messages.",
       {"krishnaveni", "canara", "mysuru"},
       {"obscene messages"}},
      {"my daughter star, aged 14, was followed from the coaching of one mishra sir to our lane, gali no 5.",
       {"star", "mishra", "gali no 5"},
       {"my daughter", "was followed"}},
      {"d/o Gopal Das, caste Valmiki, resident of Bhim Basti behind the water tank; he came at 9 pm on 04.02.2026.",
       {"gopal", "das", "valmiki", "bhim"},
       {"9 pm", "04.02.2026"}},
      {"Her Instagram is @neha.cutiepie, mail neha.p@mail.example.com, Aadhaar 1234-5678-9012.",
       {"neha", "cutiepie", "mail.example", "5678"},
       {"Her"}},
      {"Asha was alone. When asha cried, her brother Monu came. Later ASHA said that Monu hid her phone.",
       {"asha", "monu"},
       {"was alone", "her brother"}},
      {"The girl from the Sharma family of Kothi No. 9 was called to the temple by the priest and was touched.",
       {"sharma", "no. 9"},
       {"by the priest", "touched"}},
      {"मेरी बेटी सुनीता कक्षा आठ में पढ़ती है। रामपुर के मोहन ने छेड़छाड़ की।", {"सुनीता", "रामपुर", "मोहन"}, {"मेरी बेटी"}},
  };
  return kTold;
}

std::string masked(const std::string& complaint) {
  FormFacts facts;
  facts.complaint = complaint;
  return without_identities(facts).complaint;
}

TEST(IdentityMask, leaves_no_telling_word_in_complaints_of_many_wordings) {
  for (const Told& one : told()) {
    const std::string out = masked(one.complaint);
    for (const std::string& word : one.telling)
      EXPECT_EQ(small(out).find(word), std::string::npos) << word << " is left in: " << out;
    for (const std::string& words : one.kept)
      EXPECT_NE(out.find(words), std::string::npos) << words << " is gone from: " << out;
  }
}

TEST(IdentityMask, leaves_none_when_the_narrative_was_edited) {
  for (const Told& one : told()) {
    FormFacts facts;
    facts.complaint = "She came to the station and stated.";
    facts.narrative = "The informant stated as follows. " + one.complaint + " Drawn up by the officer.";
    const std::string out = small(without_identities(facts).narrative);
    for (const std::string& word : one.telling)
      EXPECT_EQ(out.find(word), std::string::npos) << word << " is left in: " << out;
  }
}

TEST(IdentityMask, leaves_most_of_what_happened) {
  const std::string text =
      "On 5 May 2026 at about 6.30 pm he came from behind, caught my hand, pulled me towards the field and tried to "
      "tear "
      "my clothes. I shouted and he ran away. He had threatened to kill me if I told anybody. He took Rs 5,000.";
  EXPECT_EQ(masked(text), text);
}

TEST(IdentityMask, an_accused_is_named_unless_he_is_kin) {
  FormFacts facts;
  facts.complaint = "My neighbour Vinod Tiwari touched me. My uncle Harish Tiwari knew of it.";
  facts.accused = {{"Vinod Tiwari", "", "", "", "neighbour"}, {"Harish Tiwari", "", "", "", ""}};
  const FormFacts safe = without_identities(facts);
  EXPECT_EQ(safe.accused[0].name, "Vinod [withheld]");  // the family name is the uncle's, and hers
  EXPECT_EQ(safe.accused[1].name, kWithheld);
  EXPECT_EQ(safe.complaint, "My neighbour Vinod [withheld] touched me. My uncle [withheld] knew of it.");
}

TEST(IdentityMask, an_officers_marks_have_the_last_word_and_everything_blacked_out_is_told) {
  FormFacts facts;
  facts.complaint = "Manoj came with the red umbrella at Ludhiana. Manoj ran.";
  facts.values["redaction.hide"] = {"red umbrella; at"};
  facts.values["redaction.show"] = {"Ludhiana"};
  IdentityMask::Marks marks;
  const FormFacts safe = without_identities(facts, &marks);
  EXPECT_EQ(safe.complaint, "[withheld] came with the [withheld] Ludhiana. [withheld] ran.");
  EXPECT_EQ(marks, (IdentityMask::Marks{{"Manoj", 2}, {"red umbrella at", 1}}));
}

TEST(PlainWords, hold_no_names) {
  for (const char* word : {"asha", "khushi", "pooja", "jyoti", "kiran", "sunita", "kumar", "singh", "yadav", "kanpur"})
    EXPECT_FALSE(is_plain_word(word)) << word;
  for (const char* word : {"touched", "school", "maine", "bola", "daughter"}) EXPECT_TRUE(is_plain_word(word)) << word;
}

}  // namespace
}  // namespace dossier::fir
