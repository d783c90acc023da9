package studio.backprop.ui.panels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.layer.Conv2d;
import studio.backprop.layer.Input;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.layer.LayerType;
import studio.backprop.observe.LayerDemo;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;
import studio.backprop.ui.design.inspector.InspectorView;
import studio.backprop.ui.design.palette.DataModel;
import studio.backprop.ui.design.palette.DataView;
import studio.backprop.ui.design.palette.LayersModel;
import studio.backprop.ui.design.palette.PaletteDrag;
import studio.backprop.ui.design.palette.PaletteView;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Frames;
import studio.backprop.ui.kit.Look;
import studio.backprop.ui.kit.SteadyRobot;
import studio.backprop.ui.kit.Theme;
import studio.backprop.ui.kit.ThemeModel;

/** What a person does with the panels at both sides, by keyboard and mouse. */
@ExtendWith(ApplicationExtension.class)
class PanelsStoryTest {
  private final FxRobot robot = new SteadyRobot();
  private final Canvas canvas = new Canvas();
  private Desk desk;
  private PaletteView palette;

  @Start
  void start(Stage stage) {
    Fonts.load();
    ThemeModel theme = new ThemeModel(Theme.LIGHT);
    desk = new Desk(Desk.circles());
    DataView data = new DataView(new DataModel(desk.document, desk.run, desk.pulse), desk.lang, desk.hints, theme, Optional::empty,
        () -> {});
    palette = new PaletteView(new LayersModel(this::add), data, desk.lang, canvas);
    Region middle = new Region();
    HBox.setHgrow(middle, Priority.ALWAYS);
    InspectorView inspector = new InspectorView(desk.inspector, desk.lang, desk.hints, theme, desk.mender, desk.typesetter);
    inspector.setMinWidth(292);
    HBox root = new HBox(palette, middle, inspector);
    palette.searchKeyOn(root);
    Scene scene = new Scene(root, 1000, 700);
    new Look(theme).dress(scene);
    stage.setScene(scene);
    stage.sizeToScene();
    stage.show();
  }

  @AfterEach
  void close() {
    desk.run.close();
  }

  private void add(LayerType type) {
    desk.document.edit(Message.of("inspector.raw", type.id()), network -> network.add(type.fresh(), 0, 0));
    desk.document.select(List.of(desk.document.network().nextId() - 1));
  }

  private int filters() {
    return ((Conv2d) desk.document.network().named("conv_1").orElseThrow().layer()).filters();
  }

  private static TextField field(FxRobot robot, String name) {
    return robot.lookup(node -> node instanceof TextField field && name.equals(field.getAccessibleText()) && shown(field)).query();
  }

  private static boolean shown(Node node) {
    return node == null || node.isVisible() && shown(node.getParent());
  }

  private static Node chip(FxRobot robot, String title) {
    return robot.lookup(node -> node instanceof Label label && label.getStyleClass().contains("chip") && label.getText().equals(title))
        .query();
  }

  @Test
  void aLayerIsFoundAddedChangedAndTheChangeTakenBack() {
    robot.interact(palette::focusSearch);
    robot.write("conv").push(KeyCode.ENTER);
    assertThat(filters()).isEqualTo(8);
    robot.clickOn(field(robot, "Filters")).push(KeyCode.CONTROL, KeyCode.A).write("32").push(KeyCode.ENTER);
    assertThat(filters()).isEqualTo(32);
    robot.clickOn(field(robot, "Filters")).push(KeyCode.CONTROL, KeyCode.A).write("0").push(KeyCode.ENTER);
    assertThat(filters()).as("0 is refused").isEqualTo(32);
    robot.interact(desk.document::undo);
    assertThat(filters()).isEqualTo(8);
    assertThat(field(robot, "Filters").getText()).isEqualTo("8");
  }

  @Test
  void aSlashLeadsToTheSearchAndIsNotTypedIntoIt() {
    robot.clickOn(chip(robot, "Dense")).write("/").write("pool");
    assertThat(field(robot, "Search layers").getText()).isEqualTo("pool");
    robot.push(KeyCode.ESCAPE);
    assertThat(field(robot, "Search layers").getText()).isEmpty();
  }

  @Test
  void aDatasetIsSearchedForAndChosenByKeysAlone() {
    robot.interact(palette::showData);
    robot.write("table").push(KeyCode.DOWN);
    Frames.next();
    ListCell<?> first = robot.lookup(node -> node instanceof ListCell<?> cell && cell.isFocused() && cell.getItem() != null).query();
    assertThat(first.getIndex()).isZero();
    assertThat(((Region) first.lookup(".row")).getBackground()).as("highlighted").isNotNull();
    assertThat(first.getBackground()).as("not its heading")
        .matches(none -> none == null || none.getFills().stream().allMatch(fill -> fill.getFill().equals(Color.TRANSPARENT)));
    robot.push(KeyCode.ENTER);
    assertThat(desk.document.project().data().dataset()).isEqualTo("iris");
    robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
    assertThat(desk.document.project().data().dataset()).isNotEqualTo("iris");
  }

  @Test
  void escapeLeavesTheListOfDatasetsInANarrowWindow() {
    robot.interact(() -> {
      palette.narrowProperty().set(true);
      palette.showData();
    });
    robot.push(KeyCode.DOWN).push(KeyCode.ESCAPE);
    assertThat(palette.lookup(".flyout").isVisible()).isFalse();
  }

  @Test
  void anotherDatasetShapesTheInput() {
    robot.interact(() -> palette.show(palette.rooms().get(1)));
    Node list = robot.lookup(".list-view").query();
    robot.interact(list::requestFocus);
    for (int i = 0; i < 8; i++) {
      robot.push(KeyCode.DOWN);
    }
    robot.push(KeyCode.ENTER);
    assertThat(desk.document.project().data().dataset()).isEqualTo("iris");
    assertThat(((Input) desk.document.network().node(1).layer()).shape()).isEqualTo(Shape.of(4));
  }

  @Test
  void aChipIsDraggedToTheCanvas() {
    Bounds place = palette.localToScreen(palette.getBoundsInLocal());
    robot.drag(chip(robot, "Dense"), MouseButton.PRIMARY).moveTo(place.getMaxX() + 100, 300).drop();
    assertThat(canvas.heard).contains("preview dense", "drop dense");
  }

  @Test
  void aChipUnderTheMouseIsExplainedBesideThePanelUntilItIsPressed() throws TimeoutException {
    LayerType dense = LayerCatalog.find("dense").orElseThrow();
    robot.interact(() -> palette.illustrate(
        new ThemeModel(Theme.LIGHT), desk.typesetter, (type, done) -> LayerDemo.of(type, KernelChoice.create(1)).ifPresent(done)));
    robot.moveTo(chip(robot, "Dense"));
    Node card = robot.lookup(".layer-card").query();
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, card::isVisible);
    Frames.next();
    assertThat(card.lookupAll(".label").stream().map(label -> ((Label) label).getText()))
        .contains(desk.lang.say(dense.title()), desk.lang.say(dense.help()), "12", "8");
    assertThat(card.lookupAll(".heat-map")).as("what goes in, and what comes out").hasSize(2);
    assertThat(card.lookupAll(".formula")).hasSize(1);
    assertThat(card.getLayoutX()).as("it hides no chip").isGreaterThanOrEqualTo(palette.getWidth());
    robot.press(MouseButton.PRIMARY);
    assertThat(card.isVisible()).as("the hand is free for a drag").isFalse();
    robot.release(MouseButton.PRIMARY);
  }

  @Test
  void aGroupIsFoldedByAClickOnItsTitleAndTheSearchStillFindsItsLayers() {
    robot.clickOn("#group-common");
    assertThat(shown(chip(robot, "Dense"))).isFalse();
    robot.interact(palette::focusSearch);
    robot.write("dense");
    assertThat(shown(chip(robot, "Dense"))).isTrue();
    robot.push(KeyCode.ESCAPE).clickOn("#group-common");
    assertThat(shown(chip(robot, "Dense"))).isTrue();
  }

  @Test
  void escapeTakesADragBack() {
    Bounds place = palette.localToScreen(palette.getBoundsInLocal());
    robot.drag(chip(robot, "Dense"), MouseButton.PRIMARY).moveTo(place.getMaxX() + 100, 300).push(KeyCode.ESCAPE).drop();
    assertThat(canvas.heard).contains("cancel").doesNotContain("drop dense");
  }

  @Test
  void arrowsWalkTheChipsAndEnterAdds() {
    robot.interact(palette::focusSearch);
    robot.push(KeyCode.DOWN).push(KeyCode.RIGHT).push(KeyCode.ENTER);
    assertThat(desk.document.network().named("dense_3")).isPresent();
  }

  @Test
  void aNarrowPaletteOpensARoomOverTheCanvasAndClosesItAgain() {
    robot.interact(() -> palette.narrowProperty().set(true));
    assertThat(shown(chip(robot, "Dense"))).isFalse();
    robot.interact(palette::focusSearch);
    assertThat(shown(chip(robot, "Dense"))).isTrue();
    robot.push(KeyCode.ESCAPE);
    assertThat(shown(chip(robot, "Dense"))).isFalse();
  }

  @Test
  void aLayerIsRenamedWhereItsNameStands() {
    robot.interact(() -> desk.select("dense_1"));
    robot.clickOn(robot.lookup(".inspector-head .button").<Node>query()).write("hidden").push(KeyCode.ENTER);
    assertThat(desk.document.network().named("hidden")).isPresent();
  }

  /** Hears what a canvas would. */
  private static final class Canvas implements PaletteDrag<LayerType> {
    private final List<String> heard = new ArrayList<>();

    @Override
    public boolean preview(LayerType type, double sceneX, double sceneY) {
      return heard.add("preview " + type.id());
    }

    @Override
    public void drop(LayerType type, double sceneX, double sceneY) {
      heard.add("drop " + type.id());
    }

    @Override
    public void cancel() {
      heard.add("cancel");
    }
  }
}
