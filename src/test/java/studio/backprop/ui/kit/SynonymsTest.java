package studio.backprop.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;

class SynonymsTest {
  private static final Message DENSE = Message.of("layer.dense");

  @Test
  void theBeginningOfAnotherWordIsEnough() {
    assertThat(Synonyms.meant(DENSE, "linear")).isTrue();
    assertThat(Synonyms.meant(DENSE, "Lin")).isTrue();
    assertThat(Synonyms.meant(DENSE, "connected")).isTrue();
    assertThat(Synonyms.meant(DENSE, "near")).as("from within a word").isFalse();
  }

  @Test
  void oneLetterMeansNothingButOneChineseCharacterIsAWord() {
    assertThat(Synonyms.meant(DENSE, "l")).isFalse();
    assertThat(Synonyms.meant(DENSE, "")).isFalse();
    assertThat(Synonyms.meant(Message.of("layer.multiply"), "门")).isTrue();
  }

  @Test
  void whatTheProgramCannotDoYetIsSaidInTheLanguageOfTheReader() {
    assertThat(Synonyms.later("onnx", Texts.ENGLISH)).hasValueSatisfying(said -> assertThat(said).startsWith("Export to ONNX"));
    assertThat(Synonyms.later("to Keras", Texts.CHINESE)).hasValueSatisfying(said -> assertThat(said).startsWith("暂不支持导出"));
    assertThat(Synonyms.later("迁移学习", Texts.ENGLISH)).hasValueSatisfying(said -> assertThat(said).startsWith("Pretrained models"));
    assertThat(Synonyms.later("predict", Texts.ENGLISH)).hasValueSatisfying(said -> assertThat(said).contains("backprop predict"));
    assertThat(Synonyms.later("dense", Texts.ENGLISH)).isEmpty();
    assertThat(Synonyms.later("", Texts.ENGLISH)).isEmpty();
  }

  @Test
  void everyLayerHasOtherWordsOrIsCalledTheSameEverywhere() {
    List<String> without = LayerCatalog.types().stream().map(type -> type.title().key()).filter(key -> !Texts.ENGLISH.has("also." + key))
        .toList();
    assertThat(without).as("add also.<key> with other words to search by, in both languages").containsExactly("layer.flatten");
  }

  @Test
  void bothLanguagesHaveOtherWordsForTheSameTitlesAndEachTitleExists() {
    assertThat(of(Texts.CHINESE)).containsExactlyElementsOf(of(Texts.ENGLISH).toList());
    assertThat(of(Texts.ENGLISH).filter(key -> key.startsWith("also.")).map(key -> key.substring("also.".length())))
        .allMatch(Texts.ENGLISH::has);
  }

  private static Stream<String> of(Texts texts) {
    return texts.keys().stream().filter(key -> key.startsWith("also.") || key.startsWith("later."));
  }
}
