package studio.backprop.ui.design.designer.edit;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;

/** How words are shortened, and how large letters are. */
class LargeTitleTest {
  private final Font font = Font.font(12);

  @Test
  void longWordsLoseTheirMiddle() {
    assertThat(LargeTitle.fitted(font, "Dense", 200)).contains("Dense");
    String shorter = LargeTitle.fitted(font, "mean_variance", 60).orElseThrow();
    assertThat(shorter).startsWith("mea").endsWith("ce").contains("…");
    assertThat(LargeTitle.width(font, shorter)).isLessThanOrEqualTo(60);
    assertThat(LargeTitle.fitted(font, "mean_variance", 20)).isEmpty();
  }

  @Test
  void severalWordsTakeSeveralLines() {
    assertThat(LargeTitle.broken(font, "Layer norm", 40, 2)).contains("Layer\nnorm");
    assertThat(LargeTitle.broken(font, "Global average pool", 60, 2)).isEmpty();
  }

  @Test
  void latinLettersAmongIdeographsStayOneWord() {
    assertThat(LargeTitle.broken(font, "简单 RNN", 200, 2)).contains("简单 RNN");
    double four = LargeTitle.width(font, "简单RN");
    assertThat(LargeTitle.broken(font, "简单 RNN", four, 2)).contains("简单\nRNN");
    assertThat(LargeTitle.broken(font, "Conv 二维卷积", LargeTitle.width(font, "Conv 二维"), 2)).contains("Conv 二维\n卷积");
  }

  @Test
  void lettersAreReadAtAnyZoom() {
    for (double zoom = 0.2; zoom <= 3; zoom += 0.01) {
      assertThat(Detail.letters(zoom) * zoom).as("zoom " + zoom).isGreaterThanOrEqualTo(10.99);
    }
    assertThat(Detail.of(1)).isEqualTo(Detail.FULL);
    assertThat(Detail.of(0.92)).isEqualTo(Detail.FULL);
    assertThat(Detail.of(0.8)).isEqualTo(Detail.SIMPLE);
  }
}
