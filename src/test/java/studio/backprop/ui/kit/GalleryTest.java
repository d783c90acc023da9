package studio.backprop.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
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
    stage.setScene(new Scene(new Pane(), 1000, 700));
    stage.sizeToScene();
    stage.show();
    Fonts.load();
  }

  @Test
  void everyBuildingBlockIsShownInBothThemesAndLanguages() throws IOException {
    for (Theme theme : Theme.values()) {
      for (Texts texts : Texts.all()) {
        WritableImage picture = WaitForAsyncUtils.waitForAsyncFx(60_000, () -> photograph(theme, texts));
        assertThat(picture.getPixelReader().getColor(4, 4)).isEqualTo(theme.palette().color(Token.SUB));
        write(theme.name().toLowerCase(Locale.ROOT) + "-" + texts.locale().getLanguage(), picture);
      }
    }
  }

  @Test
  void popUpsTakeOverTheLookOfTheirWindow() throws IOException {
    for (Theme theme : Theme.values()) {
      WaitForAsyncUtils.waitForAsyncFx(60_000, () -> openPopUps(theme));
      WaitForAsyncUtils.waitForFxEvents();
      int number = 0;
      for (Window window : Window.getWindows()) {
        if (window instanceof PopupWindow) {
          assertThat(window.getScene().getStylesheets()).startsWith(theme.stylesheets(true, true).toArray(String[]::new));
          WritableImage picture = WaitForAsyncUtils.waitForAsyncFx(60_000, () -> window.getScene().snapshot(null));
          write("popup-" + theme.name().toLowerCase(Locale.ROOT) + number++, picture);
        }
      }
      assertThat(number).isGreaterThanOrEqualTo(3);
      WaitForAsyncUtils.waitForAsyncFx(60_000, () -> 
          List.copyOf(Window.getWindows()).stream().filter(w -> w instanceof PopupWindow).forEach(Window::hide));
    }
  }

  private void openPopUps(Theme theme) {
    ComboBox<String> combo = new ComboBox<>();
    combo.getItems().addAll("ReLU", "tanh", "sigmoid");
    combo.setValue("tanh");
    stage.getScene().setRoot(new StackPane(combo));
    new Look(new ThemeModel(theme)).dress(stage.getScene());
    stage.getScene().getRoot().applyCss();
    MenuItem undo = new MenuItem("Undo", Icon.UNDO.view());
    undo.setAccelerator(KeyCombination.valueOf("Ctrl+Z"));
    MenuItem redo = new MenuItem("Redo", Icon.REDO.view());
    redo.setDisable(true);
    ContextMenu menu = new ContextMenu(undo, redo, new SeparatorMenuItem(), new CheckMenuItem("Reduce motion"),
        new Menu("Samples", null, new MenuItem("iris")));
    menu.show(stage, 20, 20);
    Tooltip tooltip = new Tooltip("Undo the last edit (Ctrl+Z)");
    tooltip.show(stage, 20, 300);
    combo.show();
  }

  private static void write(String name, WritableImage picture) throws IOException {
    File file = new File("target/gallery", name + ".png");
    file.getParentFile().mkdirs();
    ImageIO.write(SwingFXUtils.fromFXImage(picture, null), "png", file);
  }

  private WritableImage photograph(Theme theme, Texts texts) {
    ThemeModel model = new ThemeModel(theme);
    Scene scene = new Scene(new Gallery(new Lang(texts), model));
    new Look(model).dress(scene);
    return scene.snapshot(null);
  }

  @Test
  void theBundledFontIsTheOneThatIsUsed() {
    assertThat(new Font(Fonts.FAMILY, 13).getFamily()).isEqualTo(Fonts.FAMILY);
  }
}
