package studio.backprop.ui.judge.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.Lang;

/** What is subtracted is subtracted as it is written. */
class ScoreSumTest {
  private static ScoreSum sum(double score, double baseline) {
    return new ScoreSum(new AttributionTexts(new Lang(Texts.ENGLISH)), score, baseline);
  }

  @Test
  void aReaderWhoSubtractsFindsTheSame() {
    ScoreSum sum = sum(17.194, 0.4534);
    assertThat(sum.said(17.194)).isEqualTo("17.19");
    assertThat(sum.taken()).isEqualTo("0.45");
    assertThat(sum.said(sum.difference())).isEqualTo("16.74");
    assertThat(sum.said(16.7649)).isEqualTo("16.76");
  }

  @Test
  void aNegativeBaselineStandsInBrackets() {
    ScoreSum sum = sum(1.25, -0.5);
    assertThat(sum.taken()).isEqualTo("(−0.500)");
    assertThat(sum.difference()).isEqualTo(1.75, Offset.offset(1e-9));
    assertThat(sum(0, 0).difference()).isZero();
  }
}
