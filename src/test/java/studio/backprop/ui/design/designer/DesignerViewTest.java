package studio.backprop.ui.design.designer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.layer.LayerType;
import studio.backprop.network.Wire;
import studio.backprop.ui.design.designer.edit.Anatomy;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.FramePulse;
import studio.backprop.ui.kit.Frames;
import studio.backprop.ui.kit.SteadyRobot;
import studio.backprop.ui.workspace.document.DocumentModel;

@ExtendWith(ApplicationExtension.class)
class DesignerViewTest {
  private final FxRobot robot = new SteadyRobot();
  /** Milliseconds; slow machines test, too. */
  private static final long PATIENCE = 60_000;
  private final AtomicBoolean slow = new AtomicBoolean();
  private final List<Runnable> waiting = new CopyOnWriteArrayList<>();
  private DesignerStage designer;

  @Start
  void start(Stage stage) {
    Fonts.load();
    designer = new DesignerStage(new DocumentModel(this::search, Runnable::run), new FramePulse());
    designer.show(stage, 1048, 520);
  }

  /** Fixes are found at once, or behind a gate. */
  private void search(Runnable work) {
    if (slow.get()) {
      waiting.add(work);
    } else {
      work.run();
    }
  }

  @AfterEach
  void close() {
    designer.close();
  }

  @Test
  void aPersonDrawsANetworkWithTheMouse() {
    onScreen(() -> designer.open(DesignerStage.emptyProject("digits")));
    drop("input", 120, 250);
    drop("conv2d", 320, 250);
    drop("dense", 680, 430);
    assertThat(designer.document.network().wires()).containsExactly(new Wire(1, 2));

    drag(port(2, false), port(3, true), false);
    assertThat(card()).contains("Dense (dense_1) expects a vector per example");
    robot.release(MouseButton.PRIMARY);
    assertThat(designer.document.network().wires()).contains(new Wire(2, 3));
    assertThat(designer.model.wrong(new Wire(2, 3))).isTrue();

    robot.push(new KeyCodeCombination(KeyCode.ESCAPE));
    drag(port(2, false), port(1, false), true);
    assertThat(card()).contains("nothing can lead into it");
    assertThat(designer.document.network().wires()).hasSize(2);

    onScreen(designer.document::undo);
    assertThat(designer.document.network().wires()).containsExactly(new Wire(1, 2));

    Point2D middle = onScreen(() -> designer.view.localToScreen(500, 300));
    robot.moveTo(middle).press(KeyCode.CONTROL).scroll(2, VerticalDirection.UP).release(KeyCode.CONTROL);
    assertThat(designer.model.camera().zoom()).isNotEqualTo(1);
  }

  @Test
  void whileFixesAreLookedForTheCardSaysSoAndItsKeysWait() {
    onScreen(() -> designer.open(DesignerStage.emptyProject("digits")));
    drop("input", 120, 250);
    drop("dense", 420, 430);
    slow.set(true);
    onScreen(() -> designer.model.edits().drawWire(new Wire(1, 2)));
    robot.clickOn(port(2, false).subtract(40, 60));
    assertThat(designer.document.selection()).containsExactly(2);
    await(() -> card().contains("Looking for fixes")); // as soon as it takes long enough to be read
    assertThat(onScreen(() -> designer.view.lookup(".problem-card .repair") == null)).isTrue();
    type(robot, KeyCode.ENTER);
    type(robot, KeyCode.DELETE);
    assertThat(designer.document.network().nodes()).as("a key of the card does nothing else while it waits").hasSize(2);
    onScreen(() -> waiting.forEach(Runnable::run));
    await(() -> !card().contains("Looking"));
    assertThat(onScreen(() -> designer.view.lookup(".problem-card .repair") != null)).isTrue();
    type(robot, KeyCode.ENTER);
    assertThat(designer.document.analysis().shape(2)).as("now the first fix is taken").isPresent();
  }

  private static void await(BooleanSupplier so) {
    try {
      WaitForAsyncUtils.waitFor(PATIENCE, TimeUnit.MILLISECONDS, so::getAsBoolean);
    } catch (TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aPersonDrawsAWireWithTheKeys() {
    onScreen(() -> designer.open(DesignerStage.emptyProject("digits")));
    drop("input", 120, 250);
    drop("flatten", 700, 450);
    assertThat(designer.document.network().wires()).isEmpty();
    robot.clickOn(port(1, false).subtract(40, 60));
    type(robot, KeyCode.W, KeyCode.ENTER);
    assertThat(designer.document.network().wires()).containsExactly(new Wire(1, 2));
    type(robot, KeyCode.RIGHT, KeyCode.RIGHT);
    assertThat(designer.document.selection()).containsExactly(2);
    type(robot, KeyCode.DELETE);
    assertThat(designer.document.network().nodes()).hasSize(1);
  }

  private static void type(FxRobot robot, KeyCode... keys) {
    robot.type(keys);
    Frames.next();
  }

  private void drop(String type, double x, double y) {
    onScreen(() -> {
      LayerType layer = LayerCatalog.find(type).orElseThrow();
      designer.view.drop().previewAt(layer, x, y - 10);
      designer.view.drop().dropAt(layer, x, y);
    });
  }

  private Point2D port(int node, boolean input) {
    return onScreen(() -> {
      Box box = designer.model.camera().onScreen(designer.model.places().box(designer.model.network().node(node)));
      double x = input ? box.x() : box.right();
      double y = box.y() + Anatomy.PORT_Y * designer.model.camera().zoom();
      return designer.view.localToScreen(x, y);
    });
  }

  private void drag(Point2D from, Point2D to, boolean letGo) {
    robot.moveTo(from).press(MouseButton.PRIMARY).moveTo(to.subtract(20, 5)).moveTo(to);
    if (letGo) {
      robot.release(MouseButton.PRIMARY);
    }
    Frames.next();
  }

  private String card() {
    return onScreen(() -> {
      var card = designer.view.lookup(".problem-card");
      return card.isVisible() ? card.lookupAll(".label").stream().filter(Node::isVisible).map(l -> ((Label) l).getText())
          .collect(Collectors.joining(" ")) : "";
    });
  }

  private static void onScreen(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(PATIENCE, action);
    Frames.next();
  }

  private static <V> V onScreen(Callable<V> question) {
    return WaitForAsyncUtils.waitForAsyncFx(PATIENCE, question);
  }
}
