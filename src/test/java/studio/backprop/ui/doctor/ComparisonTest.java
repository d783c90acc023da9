package studio.backprop.ui.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.backprop.text.Message;
import studio.backprop.ui.doctor.Comparison.Line;

class ComparisonTest {
  private static boolean favoursB(Boolean... better) {
    return Comparison.favoursB(Arrays.stream(better).map(one -> new Line(Message.of("doctor.line.loss"), 1, 2, false, Optional.ofNullable(one))).toList());
  }

  @Test
  void whatHelpsInOneNumberAndHarmsInTwoIsNotRecommended() {
    assertThat(favoursB(true, false, false)).isFalse();
    assertThat(favoursB(true, true, false)).isTrue();
    assertThat(favoursB(null, false, true)).as("dropout: a higher training loss, a lower validation loss").isTrue();
    assertThat(favoursB(null, null)).isFalse();
  }
}
