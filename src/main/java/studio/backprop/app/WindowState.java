package studio.backprop.app;

import java.util.Locale;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.Theme;

/** Size, place, language and look of the window, remembered between starts. */
final class WindowState {
  private static final double WIDTH = 1600;
  private static final double HEIGHT = 960;
  private static final double LEAST_WIDTH = 1100;
  private static final double LEAST_HEIGHT = 660;

  private final Preferences preferences;

  WindowState(Preferences preferences) {
    this.preferences = preferences;
  }

  Texts texts() {
    return Texts.of(preferences.text("language").map(Locale::forLanguageTag).orElseGet(Locale::getDefault));
  }

  Theme theme() {
    return preferences.text("theme").filter("DARK"::equals).map(Theme::valueOf).orElse(Theme.LIGHT);
  }

  /** Puts the window where it was, if it is still on a screen. */
  void restore(Stage stage) {
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
    stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
    stage.setWidth(Math.min(preferences.number("width", WIDTH), screen.getWidth()));
    stage.setHeight(Math.min(preferences.number("height", HEIGHT), screen.getHeight()));
    double x = preferences.number("x", Double.NaN);
    double y = preferences.number("y", Double.NaN);
    if (!Screen.getScreensForRectangle(x, y, stage.getWidth() / 2, stage.getHeight() / 2).isEmpty()) {
      stage.setX(x);
      stage.setY(y);
    }
    stage.setMaximized(preferences.text("maximized").map(Boolean::parseBoolean).orElse(false));
  }

  void keep(Stage stage, Texts texts, Theme theme) {
    preferences.set("maximized", stage.isMaximized());
    if (!stage.isMaximized()) {
      preferences.set("x", stage.getX());
      preferences.set("y", stage.getY());
      preferences.set("width", stage.getWidth());
      preferences.set("height", stage.getHeight());
    }
    preferences.set("language", texts.locale().toLanguageTag());
    preferences.set("theme", theme.name());
    preferences.save();
  }
}
