package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import studio.backprop.observe.NodeTrace;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.kit.PaintedWord;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.SteadyRobot;

/** Into a convolution by mouse, over its cells, along the nodes, and back to the canvas. */
@Tag("story")
class LensStoryTest {
  private final FxRobot robot = new SteadyRobot();
  private StudioWindow window;

  @BeforeEach
  void open() throws TimeoutException {
    window = StudioWindow.show(1600, 960);
    window.open(Path.of("digits-cnn"));
    window.onScreen(() -> {
      window.run().control().stepBatch();
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
    robot.push(KeyCode.DIGIT3).push(KeyCode.ESCAPE);
    window.until("back at the network", () -> !window.find(".lens").isVisible());
    assertThat(window.onScreen(() -> window.run().snapshot().orElseThrow().step())).isEqualTo(1);
    assertThat(window.onScreen(() -> window.find(".designer-node").getScene().getFocusOwner()))
        .as("the keys are at the node that was left").isSameAs(node("pool_1"));
  }

  private Node node(String name) {
    return window.onScreen(() -> window.all(".designer-node").stream()
        .filter(one -> one.lookupAll(".label").stream().anyMatch(label -> label instanceof Label said && said.getText().equals(name)))
            .findFirst().orElseThrow());
  }

  private void lookInto(String name) {
    window.onScreen(() -> {
      window.document().select(List.of(window.document().network().named(name).orElseThrow().id()));
      return null;
    });
    window.command("lens.open");
    window.until("its numbers are there", () -> window.shows(".lens > .inside > *"));
  }

  @Test
  void theChangeIsThatOfTheLastStepAlsoWhenManyWereTakenUnseen() {
    lookInto("dense_1");
    robot.push(KeyCode.DIGIT5);
    window.until("the first step is told", () -> text(".lens > .foot > .note").equals("step 1 minus step 0"));
    window.onScreen(() -> {
      window.run().trainer().playSteps(40);
      return null;
    });
    window.until("the last of forty is told", () -> text(".lens > .foot > .note").equals("step 41 minus step 40"));
  }

  @Test
  void whereThereIsNothingToSeeThatIsSaidAndNoCellIsAskedFor() {
    lookInto("input_1");
    assertThat(said()).startsWith("Point at a cell");
    robot.push(KeyCode.DIGIT3);
    window.until("why there is no gradient is said", () -> window.shows(".lens .inside .empty-state"));
    assertThat(window.onScreen(() -> window.find(".lens > .foot > .label").isVisible())).isFalse();
  }

  @Test
  void whatAConvolutionSaysGoesWithItsPicture() {
    lookInto("conv_1");
    window.until("it tells what it shows", () -> said().startsWith("filter 1"));
    robot.push(KeyCode.DIGIT5);
    window.until("its change is there", () -> text(".lens > .foot > .note").equals("step 1 minus step 0"));
    window.nextFrames();
    assertThat(said()).startsWith("Point at a cell");
  }

  @Test
  void insideANodeSlowMotionAndTimeMachineFoldIntoOneLowLineUntilTheyAreWanted() {
    assertThat(window.shows(".time-fold")).as("the canvas has both").isFalse();
    lookInto("dense_1");
    Region line = (Region) window.find(".time-fold");
    window.until("they are folded", () -> line.isVisible() && !window.shows(".slow-bar") && !window.shows(".time-bar"));
    assertThat(window.onScreen(line::getHeight)).isEqualTo(28);
    window.press("unfold-time");
    window.until("both are there", () -> window.shows(".slow-bar") && window.shows(".time-bar"));
    window.press("unfold-time");
    window.until("they are folded again", () -> !window.shows(".slow-bar"));
    window.command("time.command.step_back");
    window.until("the way back to the present is there", () -> window.shows("#back-to-live"));
    window.press("back-to-live");
    robot.push(KeyCode.ESCAPE);
    window.until("the canvas has both again", () -> window.shows(".slow-bar") && window.shows(".time-bar"));
  }

  /** The sum is read down the column of products, each in a line with its input. */
  @Test
  void theSumOfANeuronIsReadWithoutTheFormula() {
    window.open(Path.of("circles"));
    window.onScreen(() -> {
      window.run().trainer().playSteps(60);
      return null;
    });
    window.until("trained", () -> window.run().snapshot().filter(seen -> seen.step() == 60).isPresent() && !window.run().playing());
    lookInto("dense_1");
    NodeTrace look = window.onScreen(() -> window.run().snapshot().orElseThrow().inside().orElseThrow());
    window.until("its words are there", () -> lines().stream().anyMatch(line -> line.contains("Σ + b")));
    List<String> lines = lines();
    float[] x = look.example().get(0).inputs().get(0).values();
    float[] weights = look.example().get(0).parameter("weight").orElseThrow().values();
    String sum = lines.stream().filter(line -> line.contains("Σ + b = z")).findFirst().orElseThrow();
    int neuron = Integer.parseInt(sum.replaceAll(".*Σ \\+ b = z([₀-₉]+).*", "$1").codePoints().map(c -> c - '₀' + '0')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString()) - 1;
    Numbers digits = new Numbers(Locale.ENGLISH);
    int units = weights.length / x.length;
    float bias = look.example().get(0).parameter("bias").orElseThrow().values()[neuron];
    float z = look.example().get(0).output().values()[neuron];
    double largest = Math.max(Math.abs(bias), Math.abs(z)); // all that is added has the decimals of the largest
    for (int i = 0; i < x.length; i++) {
      largest = Math.max(largest, Math.abs(x[i] * weights[i * units + neuron]));
    }
    for (int i = 0; i < x.length; i++) {
      float weight = weights[i * units + neuron];
      String written = digits.significant(x[i], 4) + " × " + digits.significant(weight, 4) + " = "
          + digits.inColumn(x[i] * weight, largest, 3);
      assertThat(lines).as("input " + (i + 1)).anyMatch(line -> line.contains(written));
    }
    String added = digits.inColumn(bias, largest, 3);
    assertThat(lines).anyMatch(line -> line.contains("b " + added));
    assertThat(sum).contains(digits.inColumn(z, largest, 3));
  }

  /** What is painted in the lens, line by line from left to right. */
  private List<String> lines() {
    return window.onScreen(() -> {
      Map<Long, List<PaintedWord>> rows = new TreeMap<>();
      Painting painting = (Painting) window.find(".lens .painted > *");
      painting.words().forEach(word -> rows.computeIfAbsent(Math.round(word.y()), y -> new ArrayList<>()).add(word));
      return rows.values().stream()
          .map(row -> row.stream().sorted(Comparator.comparingDouble(word -> word.bounds().getMinX())).map(PaintedWord::text)
              .collect(Collectors.joining(" ")))
          .toList();
    });
  }

  private String text(String selector) {
    return window.onScreen(() -> ((Label) window.find(selector)).getText());
  }

  @Test
  void theSameNumberHasTheSameShadeOnBothSidesOfAFlatten() {
    lookInto("flat_1");
    window.until("its cells are there", () -> values().size() == 2);
    List<Node> grids = values();
    WritableImage sheet = window.onScreen(() -> grids.get(0).snapshot(null, null));
    WritableImage line = window.onScreen(() -> grids.get(1).snapshot(null, null));
    Set<Color> shades = new HashSet<>();
    for (int i = 0; i < 16; i++) {
      Color before = corner(sheet, i % 4, i / 4, sheet.getWidth() / 4);
      assertThat(corner(line, i, 0, line.getWidth() / 16)).as("number " + (i + 1)).isEqualTo(before);
      shades.add(before);
    }
    assertThat(shades).as("they are not all one number").hasSizeGreaterThan(2);
  }

  /** The cells with the values; below them may be their gradients. */
  private List<Node> values() {
    return window.all(".lens .tensor .cell-grid").stream().filter(grid -> !grid.getStyleClass().contains("slopes")).map(Node.class::cast)
        .toList();
  }

  /** Of a cell, where no number is written. */
  private static Color corner(WritableImage cells, int column, int row, double size) {
    return cells.getPixelReader().getColor((int) (column * size + 4), (int) (row * size + 4));
  }
}
