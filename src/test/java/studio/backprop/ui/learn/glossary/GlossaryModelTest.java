package studio.backprop.ui.learn.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Collator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Terms;

class GlossaryModelTest {
  private final Lang lang = new Lang(Texts.ENGLISH);
  private final GlossaryModel glossary = new GlossaryModel(lang);

  @Test
  void everyTermHasANameAndAFullSentenceInBothLanguages() {
    for (Texts texts : Texts.all()) {
      for (String term : Terms.all()) {
        assertThat(Terms.name(term, texts)).as(term).isNotBlank();
        assertThat(Terms.meaning(term, texts)).as(term).hasSizeGreaterThan(15)
            .matches(sentence -> sentence.endsWith(".") || sentence.endsWith("。"));
      }
    }
  }

  @Test
  void noTwoTermsHaveTheSameName() {
    for (Texts texts : Texts.all()) {
      assertThat(Terms.all().stream().map(term -> Terms.name(term, texts))).doesNotHaveDuplicates();
    }
  }

  @Test
  void aTermIsFoundByItsNameInEitherLanguageAndByItsMeaning() {
    assertThat(glossary.find("Learning R").get(0)).isEqualTo("learning-rate");
    assertThat(glossary.find("学习率")).contains("learning-rate");
    assertThat(glossary.find("Adam")).contains("optimizer");
    assertThat(glossary.find("no such word")).isEmpty();
  }

  @Test
  void namesComeBeforeMeanings() {
    List<String> found = glossary.find("batch");
    assertThat(found.subList(0, 2)).containsExactly("batch", "batch-norm");
    assertThat(found).contains("step");
  }

  @Test
  void termsStandInTheOrderOfTheDictionary() {
    // letter by letter: log loss behind logit
    assertThat(glossary.all().stream().map(glossary::name)).isSortedAccordingTo(Collator.getInstance(Locale.ENGLISH))
        .containsSubsequence("Accuracy", "Logit", "Log loss", "Softmax");
  }

  @Test
  void aTermLeadsToThoseThatItsSentenceSpeaksOf() {
    assertThat(glossary.related("epoch")).contains("batch", "step").doesNotContain("epoch");
    lang.textsProperty().set(Texts.CHINESE);
    assertThat(glossary.related("backpropagation")).contains("gradient", "loss");
  }

  @Test
  void theNameInTheOtherLanguageStandsBeside() {
    assertThat(glossary.otherName("loss")).contains("损失");
    assertThat(glossary.otherName("relu")).isEmpty();
    lang.textsProperty().set(Texts.CHINESE);
    assertThat(glossary.otherName("loss")).contains("Loss");
  }

  @Test
  void everyTitleOfAFormThatIsATermLeadsToOne() {
    assertThat(Texts.ENGLISH.keys().stream().flatMap(key -> Terms.ofTitle(key).stream())).isNotEmpty().isSubsetOf(Terms.all());
  }
}
