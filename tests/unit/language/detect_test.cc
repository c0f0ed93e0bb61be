// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/language/detect.h"

#include <gtest/gtest.h>

#include <string>

namespace dossier::language {
namespace {

TEST(Language, OfTheTextsThatCasesHold) {
  EXPECT_EQ(LanguageOf("Prašytojas teigia, kad grįžęs į kilmės valstybę būtų sulaikytas ir "
                       "kankinamas, nes dalyvavo taikiame proteste."),
            "lt");
  EXPECT_EQ(LanguageOf("Заявитель утверждает, что по возвращении он будет задержан и подвергнут "
                       "пыткам за участие в мирной акции протеста."),
            "ru");
  EXPECT_EQ(LanguageOf("Өтініш беруші елге оралғанда оны ұстап, азаптайды деп мәлімдейді, өйткені "
                       "ол бейбіт шеруге қатысқан."),
            "kk");
  EXPECT_EQ(LanguageOf("Заявник стверджує, що після повернення його затримають і катуватимуть за "
                       "участь у мирному протесті."),
            "uk");
  EXPECT_EQ(LanguageOf("Заяўнік сцвярджае, што пасля вяртання яго затрымаюць і будуць катаваць за "
                       "ўдзел у мірным пратэсце."),
            "be");
  EXPECT_EQ(LanguageOf("The applicant claims that on return he would be detained and tortured for "
                       "his part in a peaceful protest."),
            "en");
  EXPECT_EQ(LanguageOf("متقاضی می گوید که در صورت بازگشت بازداشت و شکنجه خواهد شد و از این رو درخواست پناه دارد"), "fa");
}

TEST(Language, IsNotGuessedWhereItIsNotClear) {
  EXPECT_EQ(LanguageOf(""), "");
  EXPECT_EQ(LanguageOf("Vilnius, 2024-10-14"), "");
  EXPECT_EQ(LanguageOf("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27"), "");
  EXPECT_EQ(LanguageOf("\xFF\xFE not text"), "");
  const std::string lithuanian =
      "Prašytojas teigia, kad grįžęs į kilmės valstybę būtų sulaikytas ir kankinamas, nes dalyvavo "
      "taikiame proteste, o jo bendražygiai jau nuteisti. ";
  const std::string english =
      "The applicant claims that on return he would be detained and tortured for his part in a "
      "peaceful protest, and those who marched beside him were sentenced. ";
  EXPECT_EQ(LanguageOf(lithuanian + english + lithuanian + english), "");
}

TEST(Language, OfALongTextByItsBeginningAndItsMiddle) {
  std::string text;
  while (text.size() < 5 * kMostLooked) text += "Заявитель утверждает, что он будет задержан. ";
  EXPECT_EQ(LanguageOf(text), "ru");
  for (std::size_t cut = 0; cut < 4; ++cut) {
    EXPECT_EQ(LanguageOf(std::string(cut, 'a') + " " + text), "ru") << "a letter on the border";
  }
  std::string second;
  while (second.size() < text.size()) second += "The applicant claims that he would be detained. ";
  EXPECT_EQ(LanguageOf(text + second), "") << "two languages, one after the other";
}

}  // namespace
}  // namespace dossier::language
