package studio.backprop.ui.kit;

import javafx.application.Application;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.util.Subscription;

/**
 * Style sheets of the current theme: the base sheet is application-wide, since menus measure themselves outside a scene; the others are per
 * scene; pop-ups inherit those of their owner.
 */
public final class Look {
  private final ThemeModel model;
  private final ObservableValue<Boolean> rooms;

  public Look(ThemeModel model) {
    this(model, new SimpleBooleanProperty(true));
  }

  /** @param rooms whether the sheets of the workspace are needed (not on the start screen) */
  public Look(ThemeModel model, ObservableValue<Boolean> rooms) {
    this.model = model;
    this.rooms = rooms;
  }

  /** Keeps the scene in the current theme until the subscription ends. */
  public Subscription dress(Scene scene) {
    return Subscription.combine(
        model.themeProperty().subscribe(theme -> apply(theme, scene)), rooms.subscribe((before, now) -> apply(model.theme(), scene)));
  }

  private void apply(Theme theme, Scene scene) {
    if (!theme.base().equals(Application.getUserAgentStylesheet())) {
      Application.setUserAgentStylesheet(theme.base());
    }
    scene.getStylesheets().setAll(theme.stylesheets(rooms.getValue(), Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)));
    scene.setFill(theme.palette().color(Token.BG)); // a dark window does not flash white
  }
}
