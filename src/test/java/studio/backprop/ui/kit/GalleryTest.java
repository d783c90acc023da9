package studio.backprop.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.util.Locale;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.backprop.text.Texts;

@ExtendWith(ApplicationExtension.class)
class GalleryTest {
  private Stage stage;

  @Start
  void start(Stage stage) {
    this.stage = stage;
    Fonts.load();
  }

  @Test
  void everyBuildingBlockIsShownInBothThemesAndLanguages() throws IOException {
    for (Theme theme : Theme.values()) {
      for (Texts texts : Texts.all()) {
        WritableImage picture = WaitForAsyncUtils.waitForAsyncFx(5000, () -> photograph(theme, texts));
        assertThat(picture.getPixelReader().getColor(4, 4)).isEqualTo(theme.palette().color(Token.SUB));
        String name = theme.name().toLowerCase(Locale.ROOT) + "-" + texts.locale().getLanguage() + ".png";
        File file = new File("target/gallery", name);
        file.getParentFile().mkdirs();
        ImageIO.write(SwingFXUtils.fromFXImage(picture, null), "png", file);
      }
    }
  }

  private WritableImage photograph(Theme theme, Texts texts) {
    ThemeModel model = new ThemeModel(theme);
    Scene scene = new Scene(new Gallery(new Lang(texts), model));
    new Look(model).dress(scene);
    stage.setScene(scene);
    stage.show();
    return scene.snapshot(null);
  }

  @Test
  void theBundledFontIsTheOneThatIsUsed() {
    assertThat(new Font(Fonts.FAMILY, 13).getFamily()).isEqualTo(Fonts.FAMILY);
  }
}
