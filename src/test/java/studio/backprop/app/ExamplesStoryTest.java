package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import studio.backprop.data.Part;
import studio.backprop.network.Edit;
import studio.backprop.observe.Example;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.SteadyRobot;

/** From a cell of the confusion matrix to its pictures, and to the one that the network shows. */
@Tag("story")
class ExamplesStoryTest {
  private final FxRobot robot = new SteadyRobot();
  private StudioWindow window;

  @BeforeEach
  void open() throws TimeoutException {
    window = StudioWindow.show(1600, 960);
    window.open(Path.of("digits-cnn"));
    window.onScreen(() -> {
      window.document().apply(new Edit<>(Message.of("edit.epochs", 1), p -> p.withTraining(t -> t.withEpochs(1))));
      return null;
    });
    window.train();
  }

  @AfterEach
  void close() throws TimeoutException {
    window.close();
  }

  private void click(Node node, double x, double y) {
    Bounds place = window.onScreen(() -> node.localToScreen(node.getBoundsInLocal()));
    robot.clickOn(place.getMinX() + x, place.getMinY() + y);
  }

  @Test
  void aCellIsOpenedAndOneOfItsExamplesBecomesTheChosenOne() {
    window.until("the matrix is there", () -> window.shows(".cells"));
    click(window.find(".cells"), 45, 8);
    window.until("its examples are there", () -> window.shows("#pictures")
        && window.run().observation().exampleProperty().get().equals(Example.FIRST));
    click(window.find("#pictures"), 40, 40);
    Example chosen = window.onScreen(() -> window.run().observation().exampleProperty().get());
    assertThat(chosen.part()).isEqualTo(Part.VALIDATION);
    assertThat(window.onScreen(() -> window.run().runProperty().get().data().classOf(chosen.part(), chosen.row()))).isZero();
    robot.push(KeyCode.RIGHT);
    assertThat(window.onScreen(() -> window.run().observation().exampleProperty().get())).isNotEqualTo(chosen);
    robot.push(KeyCode.ESCAPE);
    window.until("back at the network", () -> !window.find(".examples").isVisible());
  }
}
