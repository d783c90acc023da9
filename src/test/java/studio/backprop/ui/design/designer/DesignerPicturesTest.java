package studio.backprop.ui.design.designer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.css.PseudoClass;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.network.Wire;
import studio.backprop.project.Project;
import studio.backprop.run.Status;
import studio.backprop.text.Texts;
import studio.backprop.ui.design.designer.edit.DrawWire;
import studio.backprop.ui.design.designer.edit.Lens;
import studio.backprop.ui.design.designer.edit.PlaceLayer;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Token;

/** Takes pictures of the canvas, for people to look at, in target/designer. */
@ExtendWith(ApplicationExtension.class)
class DesignerPicturesTest {
  /** Milliseconds; slow machines test, too. */
  private static final long PATIENCE = 60_000;
  private static final long STEPS = 60;

  private DesignerStage designer;
  private Stage stage;

  @Start
  void start(Stage stage) {
    this.stage = stage;
    Fonts.load();
    designer = new DesignerStage();
    designer.show(stage, 1048, 568);
  }

  @AfterEach
  void close() {
    designer.close();
  }

  private static void onScreen(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(PATIENCE, action);
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void aTrainingNetworkInEveryLensLookAndLanguage() throws Exception {
    train(DesignerStage.digits());
    for (Lens lens : Lens.values()) {
      onScreen(() -> designer.model.lensProperty().set(lens));
      onScreen(designer.model::fit);
      photograph("digits-" + lens.name().toLowerCase(Locale.ROOT));
    }
    onScreen(() -> {
      stage.setWidth(940);
      stage.setHeight(448);
      designer.theme.toggle();
      designer.lang.textsProperty().set(Texts.CHINESE);
    });
    for (Lens lens : Lens.values()) {
      onScreen(() -> designer.model.lensProperty().set(lens));
      onScreen(designer.model::fit);
      photograph("digits-narrow-" + lens.name().toLowerCase(Locale.ROOT));
    }
  }

  @Test
  void fadingAndFaultyTraining() throws Exception {
    train(DesignerStage.deepSigmoid());
    onScreen(() -> designer.model.lensProperty().set(Lens.GRADIENTS));
    onScreen(designer.model::fit);
    photograph("fading");
    onScreen(() -> designer.open(DesignerStage.tooFast()));
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> designer.run.snapshot().isPresent());
    onScreen(() -> designer.run.control().togglePlay());
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> designer.run.statusProperty().get().state() == Status.State.FAULT);
    photograph("fault");
  }

  @Test
  void branchesAndStatesOfDrawing() throws IOException {
    onScreen(() -> designer.open(DesignerStage.emptyProject("digits")));
    photograph("empty");
    onScreen(() -> designer.open(DesignerStage.residual()));
    onScreen(() -> designer.model.tidy());
    photograph("residual");
    onScreen(() -> designer.model.select(new Wire(2, 4)));
    showRings(true);
    photograph("focus");
    showRings(false);
    onScreen(() -> {
      designer.open(DesignerStage.digits());
      designer.model.select(5);
      designer.model.removeSelection();
      designer.model.select(6);
    });
    photograph("repair");
    onScreen(() -> {
      designer.theme.toggle();
      designer.model.clearSelection();
      designer.model.hand().begin(new DrawWire(designer.model, 2, true, 0, 0));
      designer.model.hand().moveTo(870, 200);
    });
    photograph("wiring-dark");
    onScreen(() -> {
      designer.model.hand().cancel();
      designer.theme.toggle();
      designer.lang.textsProperty().set(Texts.CHINESE);
      designer.model.hand().begin(new PlaceLayer(designer.model, LayerCatalog.find("flatten").orElseThrow()));
      designer.model.hand().moveTo(690, 240);
    });
    photograph("ghost-zh");
    onScreen(() -> {
      designer.model.hand().commit();
      designer.model.clearSelection();
      designer.model.camera().zoomTo(0.5, 500, 250);
    });
    photograph("simple-zh");
    onScreen(() -> designer.model.camera().zoomTo(0.3, 500, 250));
    photograph("tiny-zh");
  }

  /** Shows, all at once, what the keys' focus looks like. */
  private void showRings(boolean shown) {
    PseudoClass ringed = PseudoClass.getPseudoClass("ringed");
    onScreen(() -> designer.view.lookupAll(".designer-wire").forEach(wire -> wire.pseudoClassStateChanged(ringed, shown)));
    onScreen(() -> designer.view.lookup(".designer-node").pseudoClassStateChanged(ringed, shown));
  }

  /** Trains a fixed number of steps, so that the pictures always show the same. */
  private void train(Project project) throws Exception {
    onScreen(() -> designer.open(project));
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> designer.run.snapshot().isPresent());
    onScreen(() -> designer.run.trainer().playSteps(STEPS));
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> designer.run.snapshot().filter(s -> s.step() == STEPS).isPresent());
  }

  private void photograph(String name) throws IOException {
    WaitForAsyncUtils.sleep(400, TimeUnit.MILLISECONDS); // ribbons ease to their width
    WaitForAsyncUtils.waitForFxEvents();
    WritableImage picture = WaitForAsyncUtils.waitForAsyncFx(PATIENCE, () -> designer.view.getScene().snapshot(null));
    assertThat(picture.getPixelReader().getColor(3, 3)).isEqualTo(designer.theme.palette().color(Token.CANVAS));
    File file = new File("target/designer", name + ".png");
    file.getParentFile().mkdirs();
    ImageIO.write(SwingFXUtils.fromFXImage(picture, null), "png", file);
  }
}
