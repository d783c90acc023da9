package studio.backprop.app;

import java.util.Locale;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.Motion;
import studio.backprop.ui.kit.Theme;

/** Size, place, language and look of the window, remembered between starts. */
final class WindowState {
  private static final double WIDTH = 1600;
  private static final double HEIGHT = 960;
  private static final double LEAST_WIDTH = 1200;
  private static final double LEAST_HEIGHT = 660;

  private final Preferences preferences;

  WindowState(Preferences preferences) {
    this.preferences = preferences;
  }

  Texts texts(Texts otherwise) {
    return preferences.text("language").map(Locale::forLanguageTag).map(Texts::of).orElse(otherwise);
  }

  Theme theme() {
    return preferences.choice("theme", Theme.class).orElse(Theme.LIGHT);
  }

  boolean reducedMotion() {
    return preferences.text("motion.reduced").map(Boolean::parseBoolean).orElse(false);
  }

  /** Gives the window its scene and its place, if that is still on a screen. */
  void restore(Stage stage, Parent root) {
    Rectangle2D screen = screen();
    stage.setScene(new Scene(root, width(), height()));
    double x = preferences.number("x", Double.NaN);
    double y = preferences.number("y", Double.NaN);
    if (!Screen.getScreensForRectangle(x, y, width() / 2, height() / 2).isEmpty()) {
      stage.setX(x);
      stage.setY(y);
    }
    boolean fills = width() == screen.getWidth() || height() == screen.getHeight();
    stage.setMaximized(preferences.text("maximized").map(Boolean::parseBoolean).orElse(fills));
  }

  /** Gives the shown window its size, and keeps it from becoming too small to use. GTK forgets a size that was said before. */
  void resize(Stage stage) {
    stage.setMinWidth(Math.min(LEAST_WIDTH, screen().getWidth()));
    stage.setMinHeight(Math.min(LEAST_HEIGHT, screen().getHeight()));
    if (!stage.isMaximized()) {
      stage.setWidth(width());
      stage.setHeight(height());
      if (preferences.text("x").isEmpty()) {
        stage.centerOnScreen();
      }
    }
  }

  private double width() {
    return Math.min(preferences.number("width", WIDTH), screen().getWidth());
  }

  private double height() {
    return Math.min(preferences.number("height", HEIGHT), screen().getHeight());
  }

  private static Rectangle2D screen() {
    return Screen.getPrimary().getVisualBounds();
  }

  void keep(Stage stage, Texts texts, Theme theme, Motion motion) {
    preferences.set("maximized", stage.isMaximized());
    if (!stage.isMaximized()) {
      preferences.set("x", stage.getX());
      preferences.set("y", stage.getY());
      preferences.set("width", stage.getWidth());
      preferences.set("height", stage.getHeight());
    }
    preferences.set("language", texts.locale().toLanguageTag());
    preferences.set("theme", theme.name());
    preferences.set("motion.reduced", motion.reduced());
    preferences.save();
  }
}
