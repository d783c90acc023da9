package studio.backprop.ui.inside.lens.attention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the parts of an attention stand, from eight tokens to as many as the text generator reads. */
class AttentionPlacesTest {
  private static final double TOKEN = 34;

  private static AttentionPlaces fit(int tokens, double width, double height) {
    return AttentionPlaces.fit(tokens, tokens, TOKEN, false, WrittenColumn.least(TOKEN), width, height);
  }

  @ParameterizedTest
  @CsvSource({"8,984,500", "8,1304,600", "12,984,500", "16,1304,600", "24,984,500", "48,984,500", "48,1304,740"})
  void itFillsItsRoomAndNothingLiesBelowTheFold(int tokens, double width, double height) {
    AttentionPlaces places = fit(tokens, width, height);
    assertThat(places.height()).isLessThanOrEqualTo(height);
    assertThat(places.width()).isLessThanOrEqualTo(width);
    assertThat(width - places.width()).as("what is written reaches to the right edge").isLessThan(2);
    assertThat(places.ribbonLeft()).isLessThan(places.ribbonRight());
    assertThat(places.queryLeft() + places.token()).isLessThan(places.matrixLeft());
    assertThat(places.after()).isGreaterThanOrEqualTo(WrittenColumn.least(TOKEN));
  }

  @Test
  void cellsGrowWithTheHeightUpToASizeThatIsStillACell() {
    assertThat(fit(8, 1304, 600).cell()).isEqualTo(58);
    assertThat(fit(16, 1304, 600).cell()).isBetween(26.0, 58.0);
    assertThat(fit(16, 1304, 600).cards()).isTrue();
  }

  @Test
  void manyTokensAreWrittenSoSmallThatTheirLinesDoNotTouch() {
    AttentionPlaces places = fit(48, 984, 500);
    assertThat(places.font()).isLessThanOrEqualTo(9).isLessThanOrEqualTo(places.cell());
  }

  @Test
  void whereTheWidthIsLittleTheRibbonsGiveWay() {
    assertThat(fit(48, 620, 500).ribbons()).isZero();
  }
}
