package studio.backprop.ui.watch.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.backprop.data.PreparedData;
import studio.backprop.ui.kit.Coordinates;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Look;

/** The decision boundary in the places where it stands: in the dock, in a narrow inspector, before a class. */
@ExtendWith(ApplicationExtension.class)
class PlaneStoryTest {
  /** Width and height of the place, and the least height of the map in it. */
  private static final double[][] PLACES = {{348, 288, 200}, {268, 340, 140}, {268, 480, 190}, {700, 560, 440}, {1200, 300, 220},
      {300, 900, 210}};

  private Studio studio;
  private OutputView output;

  @Start
  void start(Stage stage) {
    Fonts.load();
    studio = new Studio(Studio.circles());
    output = new OutputView(studio.plots, studio.lang, studio.theme);
    Scene scene = new Scene(new StackPane(output), 1200, 900);
    new Look(studio.theme).dress(scene);
    stage.setScene(scene);
    stage.sizeToScene();
    stage.show();
  }

  @AfterEach
  void close() {
    studio.close();
  }

  /** One unit to the right is as long as one unit upwards, so the circles of the data are round; and the map is the largest thing there. */
  @Test
  void bothAxesHaveOneScaleInEveryPlace() throws Exception {
    studio.beatUntil(() -> output.lookup(".plane") != null);
    PreparedData data = studio.plots.output().answerProperty().get().judged().data();
    double aspect = DataRanges.ofInput(data, 0).reach() / DataRanges.ofInput(data, 1).reach();
    for (double[] place : PLACES) {
      // bounds that are asked for beside the screen's thread would be worked out twice at a time
      WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
        output.setMaxSize(place[0], place[1]);
        layOut();
        judge(place, aspect);
        return null;
      });
    }
  }

  /** One pulse finds out that the legend is short, the next one dresses it so: until nothing moves any more. */
  private void layOut() {
    List<Bounds> before = List.of();
    List<Bounds> now = null;
    for (int pulse = 0; pulse < 10 && !before.equals(now); pulse++) {
      before = now == null ? List.of() : now;
      output.getScene().getRoot().applyCss();
      output.getScene().getRoot().layout();
      now = parts();
    }
  }

  /** Where the view, the map's place, the map, the tiles and the legend are. */
  private List<Bounds> parts() {
    return Stream.of(output, output.lookup(".plane").getParent(), output.lookup(".plane"), output.lookup(".units"), output.lookup(".notes"))
        .map(Node::getBoundsInParent).toList();
  }

  private void judge(double[] place, double aspect) {
    Region picture = (Region) output.lookup(".plane");
    double wide = picture.getWidth() - Coordinates.SMALL.getLeft() - Coordinates.SMALL.getRight();
    double high = picture.getHeight() - Coordinates.SMALL.getTop() - Coordinates.SMALL.getBottom();
    assertThat(wide / high).as("%s × %s", place[0], place[1]).isCloseTo(aspect, within(0.02));
    assertThat(Math.max(wide, high)).as("%s × %s in %s", place[0], place[1], parts()).isGreaterThan(place[2]);
    for (Region beside : new Region[] {(Region) output.lookup(".units"), (Region) output.lookup(".notes")}) {
      assertThat(picture.getBoundsInParent().intersects(beside.getBoundsInParent()) && beside.isVisible()).isFalse();
      assertThat(beside.getBoundsInParent().getMaxX()).isLessThanOrEqualTo(place[0] - 12);
      assertThat(beside.getBoundsInParent().getMaxY()).isLessThanOrEqualTo(place[1]);
    }
  }
}
