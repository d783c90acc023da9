package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import studio.backprop.landscape.surface.TestSurface;
import studio.backprop.ui.kit.Segmented;
import studio.backprop.ui.kit.SteadyRobot;

/** The page Landscape: a race on a test surface, the plane of a network, and both can be read in each language and size. */
@Tag("story")
class LandscapeStoryTest {
  private final FxRobot robot = new SteadyRobot();
  private StudioWindow window;

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  private void open(double width, double height) throws Exception {
    window = StudioWindow.show(width, height);
    window.open(Path.of("circles"));
    window.until("a run", () -> window.run().runProperty().get() != null);
    window.command("landscape.command");
    window.until("the lanes stand at the start", () -> window.shows(".landscape"));
  }

  private void choose(Optional<TestSurface> surface) {
    window.onScreen(() -> {
      @SuppressWarnings("unchecked")
      ComboBox<Optional<TestSurface>> list = (ComboBox<Optional<TestSurface>>) window.find("#landscape-surface");
      list.setValue(surface);
      return null;
    });
    window.nextFrames();
  }

  private String text(String selector) {
    return window.onScreen(() -> ((Label) window.find(selector)).getText());
  }

  private List<String> texts(String selector) {
    return window.onScreen(() -> window.all(selector).stream().map(node -> ((Label) node).getText()).toList());
  }

  private List<String> cells(String combo) {
    return window.onScreen(() -> window.all(combo + " > .list-cell").stream().map(node -> ((Labeled) node).getText()).toList());
  }

  /** Another page of twin runs. */
  private void tab(int place) {
    window.onScreen(() -> {
      ((ToggleButton) ((Segmented<?>) window.find(".twins > .head > .segmented")).getChildren().get(place)).fire();
      return null;
    });
  }

  private void focusMap() {
    window.onScreen(() -> {
      window.find(".landscape-map").requestFocus();
      return null;
    });
  }

  private void trained() {
    window.until("the lanes are ready", () -> !window.find("#twins-epoch").isDisabled());
    window.press("twins-epoch");
    window.until("the map", () -> texts(".lane-card .value").stream().noneMatch("–"::equals) && !texts(".lane-card .value").isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"1600, 960", "1280, 720"})
  void everythingCanBeRead(double width, double height) throws Exception {
    open(width, height);
    Inspection inspection = new Inspection(window, width, height, ".twins");
    inspection.lookInEachLanguage("landscape before the first step");
    for (TestSurface surface : TestSurface.values()) {
      choose(Optional.of(surface));
      window.press("four-optimizers");
      inspection.lookInEachLanguage("landscape of " + surface.id());
    }
    focusMap();
    robot.push(KeyCode.DIGIT4);
    inspection.lookInEachLanguage("landscape with a step explained");
    robot.push(KeyCode.ESCAPE);
    choose(Optional.empty());
    trained();
    inspection.lookInEachLanguage("landscape of a network");
    focusMap();
    robot.push(KeyCode.R);
    inspection.lookInEachLanguage("landscape of a network as a surface plot");
    assertThat(inspection.faults()).isEmpty();
  }

  @Test
  void theStartIsDraggedAndAllRollAgain() throws Exception {
    open(1600, 960);
    choose(Optional.of(TestSurface.RAVINE));
    window.press("four-optimizers");
    window.until("the race", () -> text("#landscape-place").equals("step 200 / 200"));
    List<String> before = texts(".lane-card .big");
    Node map = window.find(".landscape-map");
    Bounds bounds = window.onScreen(() -> map.localToScreen(map.getBoundsInLocal()));
    robot.moveTo(bounds.getMinX() + bounds.getWidth() * 0.3, bounds.getMinY() + bounds.getHeight() * 0.3);
    robot.press(MouseButton.PRIMARY);
    robot.moveTo(bounds.getMinX() + bounds.getWidth() * 0.6, bounds.getMinY() + bounds.getHeight() * 0.8);
    robot.release(MouseButton.PRIMARY);
    window.until("other ends", () -> !texts(".lane-card .big").equals(before));
    assertThat(text("#landscape-place")).isEqualTo("step 200 / 200");
    robot.push(KeyCode.HOME);
    window.until("the start", () -> text("#landscape-place").equals("step 0 / 200"));
    assertThat(texts(".lane-card .big").stream().distinct()).as("one loss, from one place").hasSize(1);
    robot.push(KeyCode.RIGHT).push(KeyCode.RIGHT).push(KeyCode.LEFT);
    assertThat(text("#landscape-place")).isEqualTo("step 1 / 200");
    String there = texts(".lane-card .big").get(0);
    robot.push(KeyCode.SHIFT, KeyCode.UP);
    window.until("the start has moved", () -> !texts(".lane-card .big").get(0).equals(there));
    robot.push(KeyCode.SPACE);
    window.until("played to its end", () -> text("#landscape-place").equals("step 200 / 200"));
  }

  @Test
  void fourOptimizersAreTakenBackAndEscLeavesAListFirst() throws Exception {
    open(1600, 960);
    choose(Optional.of(TestSurface.BEALE));
    assertThat(window.shows("#four-undo")).isFalse();
    window.press("four-optimizers");
    window.until("undo", () -> window.shows("#four-undo"));
    focusMap();
    robot.push(KeyCode.SHORTCUT, KeyCode.Z);
    window.until("taken back", () -> !window.shows("#four-undo"));
    choose(Optional.empty());
    window.onScreen(() -> {
      window.find("#landscape-plane").requestFocus();
      return null;
    });
    robot.push(KeyCode.ESCAPE);
    window.nextFrames();
    assertThat(window.shows(".twins")).as("the list is left first").isTrue();
    robot.push(KeyCode.ESCAPE);
    window.until("closed", () -> !window.shows(".twins"));
  }

  /** A list or a switch that goes away with the focus would leave it to the button beside it, which then hears Enter. */
  @Test
  void whoeverChoosesASurfaceByKeyDoesNotPressTheFourOptimizers() throws Exception {
    open(1600, 960);
    window.onScreen(() -> {
      window.find("#landscape-surface").requestFocus();
      return null;
    });
    robot.push(KeyCode.DOWN);
    window.until("a surface", () -> window.shows("#landscape-surfaces"));
    robot.push(KeyCode.ENTER);
    window.nextFrames();
    assertThat(window.shows("#four-undo")).isFalse();
    assertThat(window.onScreen(() -> window.find(".landscape-map").isFocused())).isTrue();
    window.onScreen(() -> {
      ToggleButton first = (ToggleButton) ((Segmented<?>) window.find("#landscape-surfaces")).getChildren().get(0);
      first.requestFocus();
      first.fire();
      return null;
    });
    window.until("the network", () -> window.shows("#landscape-plane"));
    window.nextFrames();
    assertThat(window.onScreen(() -> window.find(".landscape-map").isFocused())).isTrue();
  }

  @Test
  void anAgentIsShownATestSurface() throws Exception {
    window = StudioWindow.show(1600, 960);
    window.open(Path.of("cliff"));
    window.until("a run", () -> window.run().runProperty().get() != null);
    window.command("landscape.command");
    window.until("a surface", () -> window.shows(".landscape") && texts(".lane-card .big").size() == 4);
    assertThat(texts(".banner .label")).anyMatch(said -> said.startsWith("This network has no map: an agent’s targets move"));
  }

  @Test
  void aStepIsExplainedAndARateThatIsTooLargeIsTold() throws Exception {
    open(1600, 960);
    choose(Optional.of(TestSurface.RAVINE));
    window.press("four-optimizers");
    focusMap();
    robot.push(KeyCode.DIGIT1);
    window.until("the step", () -> window.shows("#account-title"));
    assertThat(text("#account-title")).isEqualTo("Step 200 of A: SGD");
    assertThat(window.all(".account-lines .formula")).hasSize(4);
    robot.push(KeyCode.ESCAPE);
    assertThat(window.shows("#account-title")).isFalse();
    assertThat(window.shows(".twins")).as("one thing is closed at a time").isTrue();
    robot.clickOn(window.find("#rate-0 .text-field")).push(KeyCode.SHORTCUT, KeyCode.A).write("0.2").push(KeyCode.ENTER);
    window.until("it diverges", () -> texts(".lane-card .warn").stream().anyMatch(said -> said.startsWith("Diverged at step 7")));
    assertThat(texts(".step-rows .value")).contains("diverged at 7");
  }

  @Test
  void aNetworkIsSeenOnThePlaneOfItsSteps() throws Exception {
    open(1600, 960);
    assertThat(texts(".landscape-map .label")).containsExactly("Train a few steps: the plane is laid through them.");
    trained();
    assertThat(text("#landscape-place")).isEqualTo("step 19 / 19");
    Slider time = (Slider) window.find("#landscape-time");
    window.onScreen(() -> {
      time.setValue(5);
      return null;
    });
    window.until("a past step", () -> text("#landscape-place").equals("step 5 / 19"));
    focusMap();
    robot.push(KeyCode.DIGIT2).push(KeyCode.C);
    window.until("the centre", () -> ((ComboBox<?>) window.find("#landscape-centre")).getValue() != null
        && cells("#landscape-centre").contains("B at step 5"));
    robot.push(KeyCode.P);
    window.until("another plane", () -> cells("#landscape-plane").contains("Filter-normalized random"));
    robot.push(KeyCode.ESCAPE);
    window.until("nothing was open that could not be seen", () -> !window.shows(".twins"));
  }

  @Test
  void whoClicksTheTabOfThePageHasTheKeysOfThePage() throws Exception {
    open(1600, 960);
    window.until("the lanes are ready", () -> !window.find("#twins-epoch").isDisabled());
    ToggleButton first = (ToggleButton) ((Segmented<?>) window.find(".twins > .head > .segmented")).getChildren().get(0);
    robot.clickOn(first);
    robot.clickOn(((Segmented<?>) window.find(".twins > .head > .segmented")).getChildren().get(1));
    robot.push(KeyCode.RIGHT);
    window.until("a step of the lanes", () -> text("#landscape-place").equals("step 1 / 1"));
    assertThat(window.shows(".landscape")).isTrue();
  }

  @Test
  void theMapIsPresentedAndItsKeysGoOnWorking() throws Exception {
    open(1600, 960);
    choose(Optional.of(TestSurface.BEALE));
    focusMap();
    robot.push(KeyCode.F5);
    window.until("presented", () -> window.shows(".presenter .landscape-map"));
    robot.push(KeyCode.HOME);
    window.until("at the start", () -> text("#landscape-place").equals("step 0 / 200"));
    robot.push(KeyCode.RIGHT);
    window.until("a step on", () -> text("#landscape-place").equals("step 1 / 200"));
    assertThat(text("#legend-step")).isEqualTo("step 1 / 200");
    assertThat(texts(".map-legend .letter")).containsExactly("A", "B", "C", "D");
    assertThat(window.shows(".presenter .figures")).as("the epoch of the project").isFalse();
    robot.push(KeyCode.ESCAPE);
    window.until("back on its page", () -> window.shows(".landscape .landscape-map") && window.all(".presenter").isEmpty());
    assertThat(window.shows(".map-legend")).isFalse();
    robot.push(KeyCode.END);
    window.until("its keys", () -> text("#landscape-place").equals("step 200 / 200"));
  }

  @Test
  void theMapIsASurfacePlotWhenThatIsAskedForAndIsTurned() throws Exception {
    open(1600, 960);
    choose(Optional.of(TestSurface.HIMMELBLAU));
    ToggleButton relief = (ToggleButton) window.find("#landscape-relief");
    assertThat(relief.isSelected()).as("never by itself").isFalse();
    focusMap();
    robot.push(KeyCode.R);
    window.until("a surface plot", relief::isSelected);
    BufferedImage first = picture();
    robot.push(KeyCode.COMMA).push(KeyCode.UP);
    window.until("turned by keys", () -> !same(first, picture()));
    robot.push(KeyCode.DIGIT0);
    window.until("turned back", () -> same(first, picture()));
    Node map = window.find(".landscape-map");
    Bounds bounds = window.onScreen(() -> map.localToScreen(map.getBoundsInLocal()));
    robot.moveTo(bounds.getCenterX(), bounds.getCenterY()).press(MouseButton.PRIMARY).moveBy(80, 10).release(MouseButton.PRIMARY);
    window.until("turned by hand", () -> !same(first, picture()));
    assertThat(text("#landscape-place")).isEqualTo("step 200 / 200");
    List<String> before = texts(".lane-card .big");
    robot.moveTo(bounds.getCenterX(), bounds.getCenterY()).clickOn(MouseButton.PRIMARY);
    window.until("a click moves the start", () -> !texts(".lane-card .big").equals(before));
    robot.push(KeyCode.LEFT);
    window.until("a step back", () -> text("#landscape-place").equals("step 199 / 200"));
    robot.push(KeyCode.R);
    window.until("the map", () -> !relief.isSelected());
  }

  private BufferedImage picture() {
    return window.onScreen(() -> SwingFXUtils.fromFXImage(window.find(".landscape-map").snapshot(null, null), null));
  }

  private static boolean same(BufferedImage one, BufferedImage other) {
    int[] a = one.getRGB(0, 0, one.getWidth(), one.getHeight(), null, 0, one.getWidth());
    return Arrays.equals(a, other.getRGB(0, 0, other.getWidth(), other.getHeight(), null, 0, other.getWidth()));
  }

  @Test
  void lanesOfDifferentArchitecturesHaveMapsOfTheirOwn() throws Exception {
    open(1600, 960);
    tab(0);
    window.press("propose-units");
    tab(1);
    window.until("the lanes are ready", () -> !window.find("#twins-epoch").isDisabled());
    window.press("twins-epoch");
    window.until("said", () -> texts(".banner .label").stream()
        .anyMatch(said -> said.startsWith("Not on this map: B, C, D, whose architecture is another than that of A")));
    window.until("true losses", () -> texts(".lane-card .big").stream().noneMatch("–"::equals));
  }

  @Test
  void theSurfaceIsRememberedWithTheProject() throws Exception {
    open(1600, 960);
    choose(Optional.of(TestSurface.BEALE));
    robot.push(KeyCode.ESCAPE);
    window.until("closed", () -> !window.shows(".twins"));
    assertThat(window.run().files().twinsOf(window.document().project()).surface().orElseThrow().surface()).isEqualTo("beale");
    window.open(Path.of("xor"));
    window.until("a run", () -> window.run().runProperty().get() != null);
    window.command("landscape.command");
    window.until("its own network", () -> window.shows("#landscape-plane"));
  }
}
