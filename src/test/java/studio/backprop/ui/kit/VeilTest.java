package studio.backprop.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.backprop.text.Texts;

/** What is to be predicted is written as "?" wherever it would stand. */
class VeilTest {
  private final Veil veil = new Veil();

  @Test
  void aHiddenNumberIsNotWrittenInAnyForm() {
    Numbers numbers = new Numbers(Locale.ENGLISH, veil);
    veil.hide(0.46213);
    assertThat(numbers.significant(0.46213, 3)).isEqualTo("?");
    assertThat(numbers.significant(-0.46213, 3)).isEqualTo("?");
    assertThat(numbers.fixed(46.213, 1)).as("in percent").isEqualTo("?");
    assertThat(numbers.significant(0.4640, 3)).isEqualTo("0.464");
    assertThat(veil.over("a = 0.462 \\cdot 3")).isEqualTo("a = ? \\cdot 3");
    veil.hide();
    assertThat(numbers.significant(0.46213, 3)).isEqualTo("0.462");
  }

  @Test
  void ofAnOutputThatIsHiddenNothingIsKnown() {
    veil.hide(Set.of("edges"));
    assertThat(veil.isDown()).isTrue();
    assertThat(veil.hidesOutputOf("edges")).isTrue();
    assertThat(veil.hidesOutputOf("conv_1")).isFalse();
    assertThat(veil.hides(3)).isFalse();
    assertThat(veil.hides(Double.NaN)).as("what stands for a number of the output").isTrue();
    veil.hide();
    assertThat(veil.isDown()).isFalse();
    assertThat(veil.hides(Double.NaN)).as("a network may come to NaN").isFalse();
  }

  @Test
  void placesAreSaidAndCountsAreHidden() {
    Lang lang = new Lang(Texts.ENGLISH);
    lang.veil().hide(3, 80);
    assertThat(lang.say("node.parameters", 80L)).isEqualTo("? params");
    assertThat(lang.say("lens.cell", 3, 8, "5")).contains("3");
  }

  @Test
  void whatIsWrittenHearsOfEachChange() {
    Lang lang = new Lang(Texts.ENGLISH);
    int[] written = {0};
    lang.whenWrittenAnew(() -> written[0]++);
    int before = written[0];
    lang.veil().hide(7.5);
    lang.veil().hide(7.5);
    assertThat(written[0]).isEqualTo(before + 1);
  }
}
