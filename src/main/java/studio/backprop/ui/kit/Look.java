package studio.backprop.ui.kit;

import javafx.scene.Scene;
import javafx.util.Subscription;

/** Dresses scenes in the current theme. Menus, tooltips and pop-overs take over the look of the scene that opens them. */
public final class Look {
  private final ThemeModel model;

  public Look(ThemeModel model) {
    this.model = model;
  }

  /** Keeps this scene in the current theme until the subscription ends. */
  public Subscription dress(Scene scene) {
    return model.themeProperty().subscribe(theme -> apply(theme, scene));
  }

  private static void apply(Theme theme, Scene scene) {
    scene.setUserAgentStylesheet(theme.base());
    scene.getStylesheets().setAll(theme.stylesheets());
  }
}
