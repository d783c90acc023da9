package studio.backprop.ui.judge.evaluate.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import studio.backprop.evaluate.column.Importance;

/** The scale of the bars holds them with their deviations. */
class FeatureColumnTest {
  private static final double BASELINE = 0.5;

  private static FeatureRow row(double... losses) {
    return new FeatureRow(0, "column", OptionalInt.empty(), false, Optional.empty(), Optional.of(new Importance(BASELINE, losses)), 0);
  }

  @Test
  void deviationsAreWithinTheScaleOnBothSides() {
    FeatureRow below = row(-0.03, -0.01);
    FeatureRow above = row(0.02, 0.08);
    List<FeatureRow> rows = List.of(below, above);
    double low = below.mean() - below.importance().orElseThrow().deviation();
    double high = above.mean() + above.importance().orElseThrow().deviation();
    assertThat(FeatureColumn.IMPORTANCE.end(rows, -1)).isCloseTo(low, within(1e-12)).isLessThan(below.mean());
    assertThat(FeatureColumn.IMPORTANCE.end(rows, 1)).isCloseTo(high, within(1e-12)).isGreaterThan(above.mean());
  }

  @Test
  void whereNothingIsKnownTheScaleIsEmpty() {
    FeatureRow unknown = new FeatureRow(0, "column", OptionalInt.empty(), false, Optional.empty(), Optional.empty(), 0);
    assertThat(FeatureColumn.IMPORTANCE.end(List.of(unknown), 1)).isZero();
  }
}
