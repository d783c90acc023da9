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

  private void photograph(String name) throws IOException {
    WaitForAsyncUtils.waitForFxEvents();
    WritableImage picture = WaitForAsyncUtils.waitForAsyncFx(5000, () -> designer.view.getScene().snapshot(null));
    File file = new File("target/designer", name + ".png");
    file.getParentFile().mkdirs();
    ImageIO.write(SwingFXUtils.fromFXImage(picture, null), "png", file);
  }
}
