package studio.backprop.ui.designer;

import java.io.File;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
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
  void aNetworkGrowsAsAChain() throws IOException {
    WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
      designer.open(DesignerStage.emptyProject("digits"));
      for (String type : new String[] {"input", "conv2d", "max_pool2d", "conv2d", "flatten", "dense", "output", "activation"}) {
        designer.model.addAfterSelection(LayerCatalog.find(type).orElseThrow());
      }
      designer.model.fit();
    });
    photograph("chain");
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
