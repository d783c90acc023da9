package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Into a convolution by mouse, over its cells, along the nodes, and back to the canvas. */
class LensStoryTest {
  private final FxRobot robot = new FxRobot();
  private StudioWindow window;

  @BeforeEach
  void open() throws TimeoutException {
    window = StudioWindow.show(1600, 960);
    window.open(Path.of("digits-cnn"));
    window.onScreen(() -> {
      window.run().stepBatch();
      return null;
    });
    window.until("a step was taken", () -> window.run().snapshot().filter(seen -> seen.step() == 1).isPresent());
  }

  @AfterEach
  void close() throws TimeoutException {
    window.close();
  }

  private String said() {
    return window.onScreen(() -> ((Label) window.find(".lens > .foot > .label")).getText());
  }

  private void moveTo(Node node, double x, double y) {
    Bounds place = window.onScreen(() -> node.localToScreen(node.getBoundsInLocal()));
    robot.moveTo(place.getMinX() + x, place.getMinY() + y);
  }

  @Test
  void aConvolutionIsSeenFromInsideAndLeftAgain() {
    Node conv = window.onScreen(() -> window.find(".designer-node.convolution"));
    moveTo(conv, 40, 12);
    robot.doubleClickOn(MouseButton.PRIMARY);
    window.until("its numbers are there", () -> window.shows(".lens .filters"));
    moveTo(window.find(".lens .grids .cell-grid"), 50, 50);
    String pointed = said();
    assertThat(pointed).startsWith("filter 1, row 1, column 1");
    robot.push(KeyCode.SPACE);
    window.until("the window slides", () -> !said().equals(pointed));
    robot.push(KeyCode.PAGE_DOWN);
    window.until("the pool is there", () -> window.shows(".lens .links"));
    robot.push(KeyCode.DIGIT2).push(KeyCode.ESCAPE);
    window.until("back at the network", () -> !window.find(".lens").isVisible());
    assertThat(window.onScreen(() -> window.run().snapshot().orElseThrow().step())).isEqualTo(1);
  }
}
