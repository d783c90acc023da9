package studio.backprop.app;

import java.util.Locale;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Motion;
import studio.backprop.ui.kit.Theme;
import studio.backprop.ui.kit.ThemeModel;

/** Size, position, language and theme of a window, persisted or copied from another window. */
final class WindowState {
  /** Preference key of the language. */
  static final String LANGUAGE = "language";

  private static final double WIDTH = 1600;
  private static final double HEIGHT = 960;
  private static final double LEAST_WIDTH = 1200;
  private static final double LEAST_HEIGHT = 660;
  private static final double CASCADE = 32;

  private final Stage stage;
  private final Preferences preferences;
  private final Lang lang;
  private final ThemeModel theme;
  private final Motion motion = new Motion();

  /** @param texts initial language, unless remembered */
  WindowState(Stage stage, Preferences preferences, Texts texts) {
    this.stage = stage;
    this.preferences = preferences;
    lang = new Lang(preferences.text(LANGUAGE).map(Locale::forLanguageTag).map(Texts::of).orElse(texts));
    theme = new ThemeModel(preferences.choice("theme", Theme.class).orElse(Theme.LIGHT));
    motion.reducedProperty().set(preferences.text("motion.reduced").map(Boolean::parseBoolean).orElse(false));
  }

  Lang lang() {
    return lang;
  }

  ThemeModel theme() {
    return theme;
  }

  Motion motion() {
    return motion;
  }

  /** Sets scene and position, if that is still on a screen. */
  void restore(Parent root) {
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

  /** Restores size and minimum size of the shown window: GTK ignores a size set earlier. */
  void resize() {
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

  /** Persists the current state. */
  void remember() {
    preferences.set("maximized", stage.isMaximized());
    if (!stage.isMaximized()) {
      preferences.set("x", stage.getX());
      preferences.set("y", stage.getY());
      preferences.set("width", stage.getWidth());
      preferences.set("height", stage.getHeight());
    }
    preferences.set(LANGUAGE, lang.texts().locale().toLanguageTag());
    preferences.set("theme", theme.theme().name());
    preferences.set("motion.reduced", motion.reduced());
    preferences.save();
  }

  /** Covers another window exactly. */
  void cover(WindowState other) {
    stage.setX(other.stage.getX());
    stage.setY(other.stage.getY());
    stage.setWidth(other.stage.getWidth());
    stage.setHeight(other.stage.getHeight());
    stage.setMaximized(other.stage.isMaximized());
  }

  /** Offsets the window from another, so that both are visible. */
  void placeBeside(WindowState other) {
    if (!stage.isMaximized()) {
      stage.setX(other.stage.getX() + CASCADE);
      stage.setY(other.stage.getY() + CASCADE);
    }
  }

  /** @param changed notified of another language or theme, which apply to all windows */
  void onLook(Runnable changed) {
    lang.textsProperty().subscribe((before, now) -> changed.run());
    theme.themeProperty().subscribe((before, now) -> changed.run());
    motion.reducedProperty().subscribe((before, now) -> changed.run());
  }

  void lookLike(WindowState other) {
    lang.textsProperty().set(other.lang.texts());
    theme.themeProperty().set(other.theme.theme());
    motion.reducedProperty().set(other.motion.reduced());
  }
}
