package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import javafx.geometry.Dimension2D;
import org.junit.jupiter.api.Test;
import studio.backprop.lesson.check.LessonView;

class LeastRoomTest {
  /** What a class has beside the text of a lesson on a screen of 1920 by 1080, and how far letters of 12 px are enlarged for it. */
  private static final Dimension2D STAGE = new Dimension2D(1075, 900);
  private static final double WANTED = 2;

  private static double enlarged(Dimension2D least) {
    return Math.min(WANTED, Math.min(STAGE.getWidth() / least.getWidth(), STAGE.getHeight() / least.getHeight()));
  }

  @Test
  void oneCurveIsEnlargedAsFarAsWantedAndTheMoreThereIsToSeeTheLess() {
    double curve = enlarged(LeastRoom.of(Set.of(LessonView.LOSS), 1, false));
    double network = enlarged(LeastRoom.of(Set.of(LessonView.WEIGHTS, LessonView.LOSS), 1, false));
    double lanes = enlarged(LeastRoom.of(Set.of(LessonView.TWINS, LessonView.LOSS), 1, false));
    double inside = enlarged(LeastRoom.of(Set.of(LessonView.INSIDE), 0, false));
    assertThat(curve).isEqualTo(WANTED);
    assertThat(network).isGreaterThan(1.8).isLessThan(curve);
    assertThat(lanes).isGreaterThan(1.4).isLessThan(network);
    assertThat(inside).isGreaterThan(1.2).isLessThan(lanes);
  }

  @Test
  void settingsAtTheRightNeedTheirWidthAndATableItsHeight() {
    Dimension2D network = LeastRoom.of(Set.of(LessonView.WEIGHTS), 0, false);
    assertThat(LeastRoom.of(Set.of(LessonView.WEIGHTS), 0, true).getWidth()).isGreaterThan(network.getWidth());
    assertThat(LeastRoom.of(Set.of(LessonView.WEIGHTS, LessonView.ANALYSER), 0, false).getHeight()).isGreaterThan(network.getHeight());
  }
}
