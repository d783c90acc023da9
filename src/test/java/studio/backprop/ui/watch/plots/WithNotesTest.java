package studio.backprop.ui.watch.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/** Who gets how much of a place. */
class WithNotesTest {
  private final Region picture = new Region();
  private final Region notes = new Region();
  private final WithNotes both = new WithNotes(picture, notes);

  private void lay(double width, double height, double wished) {
    notes.setPrefSize(wished, 60);
    both.resize(width, height);
    both.layout();
  }

  @Test
  void besideThePictureNotesHaveTheWidthTheyNeed() {
    lay(330, 160, 130);
    assertThat(notes.getWidth()).isEqualTo(130);
    assertThat(picture.getWidth()).isCloseTo(188, within(1.0));
  }

  @Test
  void wideNotesLeaveHalfThePlaceToThePicture() {
    lay(330, 160, 260);
    assertThat(picture.getWidth()).isGreaterThan(330 * 0.5);
    assertThat(notes.getLayoutX() + notes.getWidth()).isCloseTo(330, within(1.0));
  }

  @Test
  void whereThereIsHeightTheyStandUnderIt() {
    lay(260, 400, 260);
    assertThat(notes.getWidth()).isEqualTo(260);
    assertThat(notes.getLayoutY()).isGreaterThan(picture.getHeight());
  }
}
