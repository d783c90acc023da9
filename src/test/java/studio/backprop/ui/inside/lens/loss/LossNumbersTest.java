package studio.backprop.ui.inside.lens.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LossNumbersTest {
  private static final float[] GIVEN = {0.1f, 0.7f, 0.2f, 0.5f, 0.3f, 0.2f};
  private static final float[] TARGET = {0, 1, 0, 0, 0, 1};

  private static LossNumbers two() {
    return new LossNumbers(2, 1, 3, GIVEN, TARGET, null, new float[] {0.36f, 1.6f});
  }

  @Test
  void theExampleThatCostsMostComesFirst() {
    assertEquals(List.of(1, 0), two().worst(9).stream().map(LossNumbers.Cost::row).toList());
  }

  @Test
  void theRightClassIsShownHoweverSmallItsShare() {
    assertEquals(List.of(0, 2), two().shown(GIVEN, 1, 0, 2));
  }
}
