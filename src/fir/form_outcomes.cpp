#include "fir/form_outcomes.h"

#include <algorithm>

namespace dossier::fir {
namespace {

const std::vector<FormOutcome>& outcomes() {
  static const std::vector<FormOutcome> kOutcomes = {
      {"CLARIFY",
       {"INFORMATION TO BE CLARIFIED", "स्पष्टीकरण हेतु सूचना"},
       {},
       {"The text does not show yet where this information goes. The informant has to be asked first.",
        "सूचना से अभी यह प्रकट नहीं होता कि आगे क्या कार्यवाही हो। पहले सूचनाकर्ता से पूछा जाए।"},
       {{"The informant's answers to the questions below; then the route is chosen anew.",
         "नीचे दिए प्रश्नों के उत्तर; उसके बाद कार्यवाही तय की जाए।"}}},
      {"COURT_COMPLAINT",
       {"INFORMATION FOR A COMPLAINT TO THE COURT", "न्यायालय में परिवाद हेतु सूचना"},
       {},
       {"The law leaves this to a complaint that the person aggrieved makes to the Magistrate. The informant is told "
        "so.",
        "इस विषय में व्यथित व्यक्ति स्वयं मजिस्ट्रेट के समक्ष परिवाद करे, ऐसा विधि में है। सूचनाकर्ता को बताया जाए।"},
       {{"The complaint in writing by the person whom the law allows to complain, with the papers it rests on.",
         "विधि द्वारा अनुज्ञात व्यक्ति का लिखित परिवाद, दस्तावेज़ों सहित।"},
        {"The terms within which the court takes it: they run from the day of the event.",
         "परिवाद की समय-सीमा घटना की तिथि से गिनी जाती है।"}}},
      {"CIVIL",
       {"INFORMATION OF A CIVIL DISPUTE", "दीवानी विवाद की सूचना"},
       {},
       {"No ingredient of an offence is shown. The remedy lies before a civil forum, and the informant is told so.",
        "किसी अपराध का घटक प्रकट नहीं होता। उपचार दीवानी न्यायालय में है। सूचनाकर्ता को बताया जाए।"},
       {{"Anything that shows deceit from the beginning, force or threats: then it is looked at anew.",
         "यदि आरंभ से छल, बल या धमकी प्रकट हो तो पुनः विचार किया जाए।"}}},
      {"LOST_REPORT",
       {"LOST PROPERTY REPORT", "गुमशुदा वस्तु की रिपोर्ट"},
       {},
       {"A loss without any sign of an offence. It is entered as lost property and a copy is given.",
        "अपराध के किसी संकेत के बिना वस्तु का खोना। गुमशुदा वस्तु के रूप में दर्ज कर प्रति दी जाए।"},
       {{"Number, make and marks of what was lost, and proof that it is the informant's.",
         "खोई वस्तु का क्रमांक, बनावट व चिह्न तथा स्वामित्व का प्रमाण।"}}},
      {"MISSING_PERSON",
       {"MISSING PERSON REPORT", "गुमशुदा व्यक्ति की रिपोर्ट"},
       {},
       {"A person is missing and no offence is disclosed yet. The search begins at once; a missing child is a F.I.R.",
        "व्यक्ति लापता है और अभी अपराध प्रकट नहीं है। तलाश तुरंत आरंभ हो; बालक के लापता होने पर प्र.सू.रि. दर्ज हो।"},
       {{"A photograph, age, height, dress and marks, languages, telephone, and who saw the person last.",
         "चित्र, आयु, कद, पहनावा, चिह्न, भाषा, दूरभाष तथा अंतिम बार देखने वाला।"}}},
      {"INQUEST",
       {"REPORT OF AN UNNATURAL DEATH", "अस्वाभाविक मृत्यु की रिपोर्ट"},
       {"(Under section 194 B.N.S.S.)", "(धारा 194 बी.एन.एस.एस. के अंतर्गत)"},
       {"A death that calls for an inquest, with no offence disclosed. The nearest Executive Magistrate is told.",
        "मृत्यु समीक्षा आवश्यक; अपराध प्रकट नहीं। निकटतम कार्यपालक मजिस्ट्रेट को सूचित किया जाए।"},
       {{"The inquest on the spot before witnesses, the post-mortem examination, and the number of the U.D. case.",
         "मौके पर पंचों के समक्ष मृत्यु समीक्षा, शव परीक्षण तथा यू.डी. प्रकरण संख्या।"}}},
      {"REFER_AGENCY",
       {"INFORMATION FOR ANOTHER AUTHORITY", "अन्य प्राधिकारी हेतु सूचना"},
       {},
       {"Another authority has to act on this information. It is sent there, and the informant is told so.",
        "इस सूचना पर अन्य प्राधिकारी को कार्यवाही करनी है। उसे भेजी जाए और सूचनाकर्ता को बताया जाए।"},
       {{"The authority to which it is sent, with day and number of the letter.",
         "जिस प्राधिकारी को भेजी गई, पत्र की तिथि व क्रमांक सहित।"}}}};
  return kOutcomes;
}

}  // namespace

const FormOutcome* form_outcome(std::string_view route) {
  const auto& all = outcomes();
  const auto at = std::find_if(all.begin(), all.end(), [&](const FormOutcome& o) { return o.route == route; });
  return at == all.end() ? nullptr : &*at;
}

}  // namespace dossier::fir
