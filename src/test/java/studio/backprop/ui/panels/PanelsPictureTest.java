package studio.backprop.ui.panels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Look;
import studio.backprop.ui.kit.Theme;
import studio.backprop.ui.kit.ThemeModel;

/** Pictures of the panels, to be looked at in both themes, both languages and the sizes of a wide and a narrow window. */
@ExtendWith(ApplicationExtension.class)
class PanelsPictureTest {
  @Start
  void start(Stage stage) {
    Fonts.load();
  }

  @Test
  void everyPanelIsShownInBothThemesAndLanguages() throws Exception {
    for (Theme theme : Theme.values()) {
      for (Texts texts : Texts.all()) {
        boolean narrow = texts == Texts.CHINESE;
        try (Panels panels = WaitForAsyncUtils.waitForAsyncFx(60_000, () -> new Panels(texts, new ThemeModel(theme), narrow))) {
          panels.train();
          String look = theme.name() + "-" + texts.locale().getLanguage();
          save("palette-" + look, WaitForAsyncUtils.waitForAsyncFx(60_000, () -> photograph(panels.palettes(), theme)));
          save("inspector-" + look, WaitForAsyncUtils.waitForAsyncFx(60_000, () -> photograph(panels.inspectors(), theme)));
        }
      }
    }
  }

  private WritableImage photograph(List<Region> views, Theme theme) {
    HBox row = new HBox(8);
    row.setStyle("-fx-background-color: -bp-canvas;");
    row.getChildren().setAll(views);
    Scene scene = new Scene(row);
    new Look(new ThemeModel(theme)).dress(scene);
    WritableImage picture = scene.snapshot(null);
    assertThat(picture.getWidth()).isGreaterThan(600);
    return picture;
  }

  private static void save(String name, WritableImage picture) throws IOException {
    File file = new File("target/gallery", name.toLowerCase(Locale.ROOT) + ".png");
    file.getParentFile().mkdirs();
    ImageIO.write(SwingFXUtils.fromFXImage(picture, null), "png", file);
  }
}
