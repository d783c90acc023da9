package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.shape.CubicCurve;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import studio.backprop.observe.Snapshot;
import studio.backprop.run.Status;
import studio.backprop.text.Message;
import studio.backprop.ui.design.designer.edit.Lens;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.SteadyRobot;
import studio.backprop.ui.kit.Theme;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.workspace.run.ParameterIndex;

/** What a person sees on the canvas while a small network learns. */
@Tag("story")
class CanvasStoryTest {
  private final FxRobot person = new SteadyRobot();
  private StudioWindow window;

  @BeforeEach
  void open() throws TimeoutException {
    window = StudioWindow.show(1280, 720);
    window.open(Path.of("circles"));
  }

  @AfterEach
  void close() throws TimeoutException {
    window.close();
  }

  @Test
  void theFirstPlayShowsTheActivationsOnce() {
    assertThat(chosen()).isEqualTo(Lens.STRUCTURE);
    window.onScreen(() -> {
      window.run().control().speedProperty().set(20);
      return null;
    });
    window.press("play");
    window.until("the activations", () -> chosen() == Lens.ACTIVATIONS);
    window.press("play");
    window.until("paused", () -> window.state() == Status.State.PAUSED);
    window.choose(Lens.STRUCTURE);
    window.press("play");
    window.until("playing again", () -> window.state() == Status.State.PLAYING);
    window.nextFrames();
    assertThat(chosen()).isEqualTo(Lens.STRUCTURE);
  }

  @Test
  void aNodeThatHasTheKeysHasARingAndOnlyASelectedOneABlueRim() {
    window.onScreen(() -> {
      window.document().select(List.of(window.document().network().named("dense_2").orElseThrow().id()));
      window.find(".designer-canvas").requestFocus();
      return null;
    });
    window.key(KeyCode.TAB);
    String accent = Theme.LIGHT.palette().color(Token.ACCENT).toString().substring(0, 8);
    List<String> ringed = fills("ringed");
    assertThat(ringed.get(0)).as("ring").contains(accent);
    assertThat(ringed.get(5).substring(ringed.get(5).lastIndexOf("50.0%"))).as("rim, behind the band").doesNotContain(accent);
    assertThat(fills("selected").get(4)).as("selection").contains(accent);
  }

  /** Of the node in a state, from the outermost on. */
  private List<String> fills(String state) {
    return window.onScreen(() -> window.all(".designer-node").stream()
        .filter(node -> node.getPseudoClassStates().contains(PseudoClass.getPseudoClass(state)))
        .map(Region.class::cast).findFirst().orElseThrow().getBackground().getFills().stream().map(fill -> fill.getFill().toString())
            .toList());
  }

  private Lens chosen() {
    return window.onScreen(() -> window.all(".designer-bar .toggle-button").stream().map(ToggleButton.class::cast)
        .filter(ToggleButton::isSelected)
        .map(button -> (Lens) button.getUserData()).findFirst().orElseThrow());
  }

  @Test
  void theNumberUnderTheMouseIsSaidInALineAndItsWiresStandOut() {
    window.playSteps(2);
    window.choose(Lens.WEIGHTS);
    window.nextFrames();
    Bounds tile = place(() -> window.all(".designer-node:open .unit-rim").stream().skip(4).findFirst().orElseThrow());
    person.moveTo((tile.getMinX() + tile.getMaxX()) / 2, (tile.getMinY() + tile.getMaxY()) / 2);
    window.until("said", () -> window.find(".reading").isVisible());
    assertThat(window.onScreen(() -> ((Label) window.find(".reading")).getText())).contains("dense_1").doesNotContain("\n");
    List<Double> opacities = window.onScreen(() -> window.all(".designer-wire").stream()
        .flatMap(wire -> wire.lookupAll("WireLine").stream())
        .filter(CubicCurve.class::isInstance).map(Node::getOpacity).toList());
    assertThat(opacities).contains(0.25, 1.0);
    person.moveTo(5, 5);
    window.until("no longer said", () -> !window.find(".reading").isVisible());
  }

  @Test
  void theUnitUnderTheMouseIsSwitchedOffWhereverTheFocusIsButInAField() {
    window.choose(Lens.WEIGHTS);
    window.nextFrames();
    Bounds tile = place(() -> window.all(".designer-node:open .unit-rim").stream().skip(4).findFirst().orElseThrow());
    person.moveTo((tile.getMinX() + tile.getMaxX()) / 2, (tile.getMinY() + tile.getMaxY()) / 2);
    window.until("said", () -> window.find(".reading").isVisible());
    focus("#play");
    window.key(KeyCode.U);
    assertThat(window.document().undoNameProperty().get()).contains(Message.of("edit.hand.off", "dense_1", 3));
    window.until("off", () -> window.run().present().orElseThrow().switches().isOff(2, 2));
    assertThat(window.onScreen(() -> window.all(".text-field").stream().anyMatch(field -> {
      field.requestFocus();
      return field.isFocused();
    }))).as("a field has the focus").isTrue();
    window.key(KeyCode.U);
    assertThat(window.document().undoNameProperty().get()).as("it is typed").contains(Message.of("edit.hand.off", "dense_1", 3));
  }

  private void focus(String selector) {
    window.onScreen(() -> {
      window.find(selector).requestFocus();
      return null;
    });
  }

  @Test
  void aSigmoidUnitIsSaidWithItsLogitsGradientItsBiasAndItsDirectInputs() {
    window.playSteps(2);
    window.choose(Lens.WEIGHTS);
    window.nextFrames();
    List<Node> tiles = List.copyOf(window.all(".designer-node:open .unit-rim"));
    Bounds tile = place(() -> tiles.get(tiles.size() - 1));
    person.moveTo((tile.getMinX() + tile.getMaxX()) / 2, (tile.getMinY() + tile.getMaxY()) / 2);
    window.until("said", () -> window.find(".reading").isVisible());
    assertThat(read()).matches("dense_2 \\[1] p\\(1\\): a = 0\\.\\d+, ∂L/∂z = \\S+  ·  b = \\S+  ·  made from 10 numbers of dense_1");
  }

  @Test
  void theNearestWireSaysItsWeightAndItsGradient() {
    window.playSteps(2);
    window.choose(Lens.WEIGHTS);
    window.nextFrames();
    // of ten, and what the mouse finds
    CubicCurve wire = unitWires().stream().filter(curve -> curve.getParent().getChildrenUnmodifiable().size() == 20).toList().get(9);
    Point2D middle = window.onScreen(() -> wire.localToScreen((wire.getStartX() + wire.getEndX()) / 2,
        (wire.getStartY() + wire.getEndY()) / 2 + 1));
    person.moveTo(middle);
    window.until("said", () -> window.find(".reading").isVisible());
    float weight = window.onScreen(() -> {
      Snapshot seen = window.run().snapshot().orElseThrow();
      return seen.values(ParameterIndex.of(window.run().runProperty().get(), seen,
          window.document().network().named("dense_2").orElseThrow())
          .orElseThrow().parameter())[9];
    });
    assertThat(read()).startsWith("w from dense_1 [10] to dense_2 [1] = " + new Numbers(Locale.ENGLISH).significant(weight, 4)
        + ", ∂L/∂w = ");
    assertThat(wire.getOpacity()).isEqualTo(1);
    assertThat(wire.getParent().getChildrenUnmodifiable().get(0).getOpacity()).as("another").isEqualTo(0.25);
    person.moveTo(5, 5);
    window.until("no longer said", () -> !window.find(".reading").isVisible());
  }

  @Test
  void whatAWireCarriesIsSaidInTheSameLineAndCoversNoNode() {
    window.playSteps(2);
    window.choose(Lens.GRADIENTS);
    window.nextFrames();
    Point2D middle = window.onScreen(() -> {
      CubicCurve last = (CubicCurve) window.all(".designer-wire").stream().filter(wire -> wire.getAccessibleText().contains("loss_1"))
          .findFirst().orElseThrow().lookup(".wire-hit");
      return last.localToScreen((last.getStartX() + last.getEndX()) / 2, (last.getStartY() + last.getEndY()) / 2);
    });
    assertThat(window.find(".health").isVisible()).isTrue();
    person.moveTo(middle);
    window.until("said", () -> window.find(".reading").isVisible());
    assertThat(read()).contains("dense_2").contains("loss_1");
    assertThat(window.find(".health").getOpacity()).as("one of both is said there").isZero();
    person.moveTo(5, 5);
    window.until("no longer said", () -> !window.find(".reading").isVisible());
    assertThat(window.find(".health").getOpacity()).isEqualTo(1);
  }

  @Test
  void tenClassesStandFarEnoughApartToBeRead() {
    window.open(Path.of("digits-cnn"));
    window.playSteps(2);
    for (Lens lens : List.of(Lens.ACTIVATIONS, Lens.GRADIENTS)) {
      window.choose(lens);
      window.nextFrames();
      List<Double> lines = window.onScreen(() -> ((Parent) window.find(".bars")).lookupAll(".norm-track").stream()
          .map(track -> track.getLayoutY()).sorted().toList());
      assertThat(lines).hasSize(10);
      assertThat((lines.get(9) - lines.get(0)) / 9).as(lens.toString()).isGreaterThanOrEqualTo(14);
    }
  }

  private String read() {
    return window.onScreen(() -> ((Label) window.find(".reading")).getText());
  }

  @Test
  void wiresAreThinAndGreyWhereNoGradientIsKnownYet() {
    window.choose(Lens.WEIGHTS);
    window.until("wide and narrow", () -> widths().stream().distinct().count() > 2);
    window.choose(Lens.GRADIENTS);
    window.until("all thin", () -> widths().stream().allMatch(width -> width < 0.7));
    for (Theme theme : Theme.values()) {
      window.wear(theme);
      Palette palette = theme.palette();
      assertThat(window.onScreen(() -> unitWires().stream().map(CubicCurve::getStroke).distinct().toList())).as(theme.name())
          .isEqualTo(List.of(palette.color(Token.WIRE)));
    }
  }

  private List<Double> widths() {
    return unitWires().stream().map(CubicCurve::getStrokeWidth).toList();
  }

  /** The wires between units, without what only the mouse finds. */
  private List<CubicCurve> unitWires() {
    return window.all(".unit-hit").stream().map(Node::getParent).distinct().filter(Node::isVisible)
        .flatMap(wires -> wires.getChildrenUnmodifiable().stream())
        .filter(curve -> !curve.getStyleClass().contains("unit-hit")).map(CubicCurve.class::cast).toList();
  }

  private Bounds place(Supplier<Node> node) {
    return window.onScreen(() -> node.get().localToScreen(node.get().getLayoutBounds()));
  }
}
