package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import javafx.geometry.Dimension2D;
import org.junit.jupiter.api.Test;
import studio.backprop.lesson.check.LessonView;

class LeastRoomTest {
  /** What a class has beside the text of a lesson on a screen of 1920 by 1080, and how far letters of 12 px are enlarged for it. */
  private static final Dimension2D STAGE = new Dimension2D(1075, 848);
  private static final double WANTED = 2;

  private static double enlarged(Dimension2D least) {
    return Math.min(WANTED, Math.min(STAGE.getWidth() / least.getWidth(), STAGE.getHeight() / least.getHeight()));
  }

  @Test
  void oneCurveIsEnlargedAsFarAsWantedAndTheMoreThereIsToSeeTheLess() {
    double curve = enlarged(LeastRoom.of(Set.of(LessonView.LOSS), 1, false, false));
    double network = enlarged(LeastRoom.of(Set.of(LessonView.WEIGHTS, LessonView.LOSS), 1, false, false));
    double lanes = enlarged(LeastRoom.of(Set.of(LessonView.TWINS, LessonView.LOSS), 1, false, false));
    double inside = enlarged(LeastRoom.of(Set.of(LessonView.INSIDE), 0, false, false));
    assertThat(curve).isEqualTo(WANTED);
    assertThat(network).isGreaterThan(1.4).isLessThan(curve);
    assertThat(lanes).isGreaterThan(1.4).isLessThanOrEqualTo(network);
    assertThat(inside).isGreaterThan(1.1).isLessThan(lanes);
  }

  @Test
  void settingsAtTheRightNeedTheirWidthAndATableItsHeight() {
    Dimension2D network = LeastRoom.of(Set.of(LessonView.WEIGHTS), 0, false, false);
    assertThat(LeastRoom.of(Set.of(LessonView.WEIGHTS), 0, true, false).getWidth()).isGreaterThan(network.getWidth());
    Dimension2D table = LeastRoom.of(Set.of(LessonView.WEIGHTS, LessonView.ANALYSER), 0, false, false);
    assertThat(table.getHeight()).isGreaterThan(network.getHeight());
    assertThat(enlarged(table)).as("all columns are seen").isBetween(1.0, 1.2);
  }
}
