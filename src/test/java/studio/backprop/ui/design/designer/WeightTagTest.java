package studio.backprop.ui.design.designer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.backprop.derivation.Subject;
import studio.backprop.store.SampleProject;
import studio.backprop.text.Message;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.Lens;
import studio.backprop.ui.design.designer.edit.WireCurve;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Frames;
import studio.backprop.ui.kit.SteadyRobot;

/** A hand sets weights and biases on the canvas, and switches units. */
@ExtendWith(ApplicationExtension.class)
class WeightTagTest {
  private final FxRobot robot = new SteadyRobot();
  /** Milliseconds; slow machines test, too. */
  private static final long PATIENCE = 60_000;
  private static final int HIDDEN = 2;
  private static final int LAST = 3;
  /** In the second layer, the weight of the unit that stands lowest: no other wire is near the middle of its wire. */
  private static final int LOWEST = 9;

  private DesignerStage designer;

  @Start
  void start(Stage stage) {
    Fonts.load();
    designer = new DesignerStage();
    designer.show(stage, 1048, 520);
  }

  @AfterEach
  void close() {
    designer.close();
  }

  private void open(String sample) {
    onScreen(() -> designer.open(SampleProject.of(sample)));
    onScreen(() -> designer.model.lensProperty().set(Lens.WEIGHTS));
    await(() -> onScreen(() -> designer.run.snapshot().isPresent() && designer.view.whereIs(new Subject(LAST, "weight", 0)).isPresent()));
  }

  private Point2D wire(int weight) {
    return onScreen(() -> {
      Bounds at = designer.view.whereIs(new Subject(LAST, "weight", weight)).orElseThrow();
      return designer.view.getScene().getRoot().localToScreen(at.getMinX(), at.getMinY());
    });
  }

  private Point2D tile(int node, int unit, double dx, double dy) {
    return onScreen(() -> {
      Box tile = designer.model.places().tile(designer.model.network().node(node), unit).orElseThrow();
      return designer.view.ground().localToScreen(tile.x() + dx, tile.bottom() - dy);
    });
  }

  private float weight(int node, String name, int index) {
    return designer.run.trainer().ask(session -> session.parameters().find(node, name).orElseThrow().tensor().values()[index]).join()
        .orElseThrow();
  }

  private String sha() {
    return designer.run.trainer().ask(session -> session.parameters().sha256()).join().orElseThrow();
  }

  private String tag() {
    return onScreen(() -> {
      Node tag = designer.view.lookup(".weight-tag");
      return !tag.isVisible() ? "" : tag.lookupAll(".label").stream().filter(Node::isVisible).map(l -> ((Label) l).getText())
          .collect(Collectors.joining(" "));
    });
  }

  @Test
  void aDragUpMakesTheWeightLargerAndIsOneEdit() {
    open("circles");
    String before = sha();
    float old = weight(LAST, "weight", LOWEST);
    Point2D from = wire(LOWEST);
    robot.moveTo(from).press(MouseButton.PRIMARY).moveTo(from.subtract(0, 30)).moveTo(from.subtract(0, 60));
    Frames.next();
    float now = weight(LAST, "weight", LOWEST);
    assertThat(now).isCloseTo(old + 1, within(0.011f));
    assertThat(tag()).startsWith("w from dense_1 [10] to dense_2 [1]").endsWith(number(now));
    robot.release(MouseButton.PRIMARY);
    Frames.next();
    assertThat(tag()).isEmpty();
    assertThat(weight(LAST, "weight", LOWEST)).isEqualTo(now);
    assertThat(designer.document.undoNameProperty().get()).contains(Message.of("edit.hand.weight", "dense_2"));
    onScreen(designer.document::undo);
    assertThat(sha()).isEqualTo(before);
    assertThat(designer.document.undoNameProperty().get()).isEmpty();
  }

  @Test
  void withinTheNodeLeftOfItsTilesTheWireIsMeantAndOverThemTheNode() {
    open("circles");
    double x = designer.document.network().node(LAST).x();
    Point2D from = onScreen(this::withinTheNode);
    robot.moveTo(from);
    assertThat(designer.model.readingProperty().get()).startsWith("w from dense_1 [");
    robot.press(MouseButton.PRIMARY).moveTo(from.subtract(0, 30)).moveTo(from.subtract(0, 60)).release(MouseButton.PRIMARY);
    Frames.next();
    assertThat(designer.document.undoNameProperty().get()).contains(Message.of("edit.hand.weight", "dense_2"));
    assertThat(designer.document.network().node(LAST).x()).as("the node has not moved").isEqualTo(x);
    Point2D tile = tile(LAST, 0, 15, 15);
    robot.moveTo(tile).press(MouseButton.PRIMARY).moveTo(tile.add(20, 0)).moveTo(tile.add(60, 0)).release(MouseButton.PRIMARY);
    assertThat(designer.document.network().node(LAST).x()).as("over its tile it moves").isGreaterThan(x);
  }

  /** On the lowest wire, just inside the node that it leads to. */
  private Point2D withinTheNode() {
    Box from = designer.model.places().tile(designer.model.network().node(HIDDEN), LOWEST).orElseThrow();
    Box to = designer.model.places().tile(designer.model.network().node(LAST), 0).orElseThrow();
    WireCurve course = new WireCurve(from.right(), from.centerY(), to.x(), to.centerY());
    double rim = designer.model.places().box(designer.model.network().node(LAST)).x();
    double along = IntStream.range(0, 1000).mapToDouble(i -> i / 1000.0).filter(t -> course.x(t) > rim + 2).findFirst().orElseThrow();
    return designer.view.ground().localToScreen(course.x(along), course.y(along));
  }

  private String number(float value) {
    return designer.lang.numbers().significant(value, 3);
  }

  @Test
  void escapeInTheDragGivesTheOldValueBackAndLeavesNoEdit() {
    open("circles");
    String before = sha();
    Point2D from = wire(LOWEST);
    robot.moveTo(from).press(MouseButton.PRIMARY).moveTo(from.add(0, 30)).moveTo(from.add(0, 50));
    Frames.next();
    assertThat(sha()).isNotEqualTo(before);
    robot.push(KeyCode.ESCAPE);
    robot.release(MouseButton.PRIMARY);
    Frames.next();
    assertThat(sha()).isEqualTo(before);
    assertThat(designer.document.undoNameProperty().get()).isEmpty();
    assertThat(tag()).isEmpty();
  }

  @Test
  void aClickOpensAFieldThatTakesANumberOrSaysWhyNot() {
    open("circles");
    String before = sha();
    robot.clickOn(wire(LOWEST));
    TextField field = onScreen(() -> (TextField) designer.view.lookup(".weight-tag .text-field"));
    assertThat(field.isFocused()).isTrue();
    onScreen(() -> field.setText("a lot"));
    robot.push(KeyCode.ENTER);
    assertThat(tag()).contains("a lot");
    assertThat(sha()).isEqualTo(before);
    onScreen(() -> field.setText("1.5"));
    robot.push(KeyCode.ENTER);
    Frames.next();
    assertThat(weight(LAST, "weight", LOWEST)).isEqualTo(1.5f);
    assertThat(tag()).isEmpty();
    robot.clickOn(wire(LOWEST));
    robot.push(KeyCode.UP).push(KeyCode.UP);
    Frames.next();
    assertThat(weight(LAST, "weight", LOWEST)).isEqualTo(1.7f);
    robot.push(KeyCode.ESCAPE);
    Frames.next();
    assertThat(weight(LAST, "weight", LOWEST)).isEqualTo(1.5f);
    onScreen(designer.document::undo);
    assertThat(sha()).isEqualTo(before);
  }

  @Test
  void theCornerOfATileIsItsBiasAndTheRestOfItMovesTheNode() {
    open("circles");
    Point2D corner = tile(HIDDEN, 0, 2, 2);
    robot.moveTo(corner).press(MouseButton.PRIMARY).moveTo(corner.subtract(0, 15)).moveTo(corner.subtract(0, 30))
        .release(MouseButton.PRIMARY);
    Frames.next();
    assertThat(weight(HIDDEN, "bias", 0)).isCloseTo(0.5f, within(0.011f));
    assertThat(designer.document.undoNameProperty().get()).contains(Message.of("edit.hand.bias", "dense_1"));
  }

  @Test
  void aKeySwitchesTheUnitUnderTheMouseOffAndStrikesItOut() {
    open("circles");
    String before = sha();
    robot.clickOn(tile(HIDDEN, 4, 15, 15));
    robot.push(KeyCode.U);
    assertThat(off()).isEqualTo(List.of(4));
    await(() -> onScreen(() -> strikes() == 1));
    robot.push(KeyCode.U);
    assertThat(off()).isEmpty();
    await(() -> onScreen(() -> strikes() == 0));
    assertThat(sha()).isEqualTo(before);
    robot.moveTo(tile(LAST, 0, 15, 15));
    robot.push(KeyCode.U);
    assertThat(sha()).as("the unit that predicts has no switch").isEqualTo(before);
  }

  private List<Integer> off() {
    return designer.run.trainer().ask(session -> session.parameters().switches().off().getOrDefault(HIDDEN, List.of())).join()
        .orElseThrow();
  }

  private long strikes() {
    return designer.view.lookupAll(".unit-off").stream().filter(Node::isVisible).count();
  }

  @Test
  void featuresStandAtTheFirstUnitsAndClassesAtTheLast() {
    open("iris");
    Set<String> names = onScreen(() -> designer.view.lookupAll(".unit-name").stream().map(l -> ((Label) l).getText().replace("\n", ""))
        .collect(Collectors.toSet()));
    assertThat(names).containsExactlyInAnyOrder(
        "sepal_length_cm", "sepal_width_cm", "petal_length_cm", "petal_width_cm", "setosa", "versicolor", "virginica");
    open("circles");
    names = onScreen(() -> designer.view.lookupAll(".unit-name").stream().map(l -> ((Label) l).getText()).collect(Collectors.toSet()));
    assertThat(names).containsExactlyInAnyOrder("x", "y", "p(1)");
  }

  private static void await(BooleanSupplier so) {
    try {
      WaitForAsyncUtils.waitFor(PATIENCE, TimeUnit.MILLISECONDS, so::getAsBoolean);
    } catch (TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  private static void onScreen(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(PATIENCE, action);
    Frames.next();
  }

  private static <V> V onScreen(Callable<V> question) {
    return WaitForAsyncUtils.waitForAsyncFx(PATIENCE, question);
  }
}
