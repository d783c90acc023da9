package studio.backprop.ui.designer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.MouseButton;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.api.FxRobot;
import studio.backprop.layer.LayerType;
import studio.backprop.network.Wire;
import org.testfx.util.WaitForAsyncUtils;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.ui.kit.Fonts;

@ExtendWith(ApplicationExtension.class)
class DesignerViewTest {
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

  @Test
  void aPersonDrawsANetworkWithTheMouse(FxRobot robot) {
    onScreen(() -> designer.open(DesignerStage.emptyProject("digits")));
    drop("input", 120, 250);
    drop("conv2d", 320, 250);
    drop("dense", 620, 400);
    assertThat(designer.document.network().wires()).containsExactly(new Wire(1, 2));

    drag(robot, port(2, false), port(3, true), false);
    assertThat(card()).contains("Dense (dense_1) takes one row of numbers per example");
    robot.release(MouseButton.PRIMARY);
    assertThat(designer.document.network().wires()).contains(new Wire(2, 3));
    assertThat(designer.model.wrong(new Wire(2, 3))).isTrue();

    robot.push(new KeyCodeCombination(KeyCode.ESCAPE));
    drag(robot, port(2, false), port(1, false), true);
    assertThat(card()).contains("nothing can lead into it");
    assertThat(designer.document.network().wires()).hasSize(2);

    onScreen(designer.document::undo);
    assertThat(designer.document.network().wires()).containsExactly(new Wire(1, 2));

    Point2D middle = onScreen(() -> designer.view.localToScreen(500, 300));
    robot.moveTo(middle).press(KeyCode.CONTROL).scroll(2, VerticalDirection.UP).release(KeyCode.CONTROL);
    assertThat(designer.model.camera().zoom()).isNotEqualTo(1);
  }

  @Test
  void aPersonDrawsAWireWithTheKeys(FxRobot robot) {
    onScreen(() -> designer.open(DesignerStage.emptyProject("digits")));
    drop("input", 120, 250);
    drop("flatten", 700, 450);
    assertThat(designer.document.network().wires()).isEmpty();
    onScreen(() -> designer.model.select(1));
    onScreen(() -> designer.view.lookup(".designer-node").requestFocus());
    robot.type(KeyCode.W, KeyCode.ENTER);
    assertThat(designer.document.network().wires()).containsExactly(new Wire(1, 2));
    robot.type(KeyCode.RIGHT, KeyCode.RIGHT);
    assertThat(designer.document.selection()).containsExactly(2);
    robot.type(KeyCode.DELETE);
    assertThat(designer.document.network().nodes()).hasSize(1);
  }

  private void drop(String type, double x, double y) {
    onScreen(() -> {
      LayerType layer = LayerCatalog.find(type).orElseThrow();
      designer.view.previewAt(layer, x, y - 10);
      designer.view.dropAt(layer, x, y);
    });
  }

  private Point2D port(int node, boolean input) {
    return onScreen(() -> {
      var found = designer.model.network().node(node);
      var camera = designer.model.camera();
      double x = (input ? designer.model.inX(found) : designer.model.outX(found)) * camera.zoom() + camera.offsetXProperty().get();
      double y = designer.model.portY(found) * camera.zoom() + camera.offsetYProperty().get();
      return designer.view.localToScreen(x, y);
    });
  }

  private void drag(FxRobot robot, Point2D from, Point2D to, boolean letGo) {
    robot.moveTo(from).press(MouseButton.PRIMARY).moveTo(to.subtract(20, 5)).moveTo(to);
    if (letGo) {
      robot.release(MouseButton.PRIMARY);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  private String card() {
    return onScreen(() -> {
      var card = designer.view.lookup(".problem-card");
      return card.isVisible() ? card.lookupAll(".label").stream().map(l -> ((Label) l).getText()).collect(Collectors.joining(" ")) : "";
    });
  }

  private static void onScreen(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(5000, action);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static <V> V onScreen(Callable<V> question) {
    return WaitForAsyncUtils.waitForAsyncFx(5000, question);
  }

  @Test
  void aTrainingNetworkShowsItsGradients() throws Exception {
    WaitForAsyncUtils.waitForAsyncFx(5000, () -> designer.open(DesignerStage.digits()));
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> designer.run.snapshot().isPresent());
    for (Lens lens : Lens.values()) {
      WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
        designer.model.lensProperty().set(lens);
        designer.model.fit();
        designer.run.togglePlay();
      });
      Thread.sleep(1500);
      WaitForAsyncUtils.waitForAsyncFx(5000, () -> designer.run.pause());
      Thread.sleep(300);
      photograph("digits-" + lens.name().toLowerCase(java.util.Locale.ROOT));
    }
  }

  @Test
  void statesOfTheCanvas() throws IOException {
    WaitForAsyncUtils.waitForAsyncFx(5000, () -> designer.open(DesignerStage.emptyProject("digits")));
    photograph("empty");
    WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
      designer.open(DesignerStage.digits());
      designer.model.document().select(java.util.Set.of(5));
      designer.model.removeSelection();
      designer.model.select(6);
    });
    photograph("repair");
    WaitForAsyncUtils.waitForAsyncFx(5000, () -> designer.theme.toggle());
    photograph("repair-dark");
    WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
      designer.model.clearSelection();
      designer.model.begin(new DrawWire(designer.model, 2, true, 0, 0));
      designer.model.moveTo(870, 200);
    });
    photograph("wiring-dark");
    WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
      designer.theme.toggle();
      designer.lang.textsProperty().set(studio.backprop.text.Texts.CHINESE);
      designer.model.moveTo(50, 200);
    });
    photograph("wiring-zh");
    WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
      designer.model.cancel();
      designer.model.begin(new PlaceLayer(designer.model, LayerCatalog.find("flatten").orElseThrow()));
      designer.model.moveTo(690, 240);
    });
    photograph("ghost-zh");
    WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
      designer.model.commit();
      designer.model.clearSelection();
      designer.model.camera().zoomTo(0.5, 500, 250);
    });
    photograph("simple-zh");
    WaitForAsyncUtils.waitForAsyncFx(5000, () -> designer.model.camera().zoomTo(0.3, 500, 250));
    photograph("tiny-zh");
  }

  private void photograph(String name) throws IOException {
    WaitForAsyncUtils.waitForFxEvents();
    WritableImage picture = WaitForAsyncUtils.waitForAsyncFx(5000, () -> designer.view.getScene().snapshot(null));
    File file = new File("target/designer", name + ".png");
    file.getParentFile().mkdirs();
    ImageIO.write(SwingFXUtils.fromFXImage(picture, null), "png", file);
  }
}
