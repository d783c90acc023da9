package studio.backprop.ui.kit;

import javafx.application.Application;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.util.Subscription;

/**
 * Dresses the program in the current theme. The base sheet holds for all windows, since menus and lists measure themselves before they
 * belong to one; the own sheets are those of each scene, and pop-ups take them over from the scene that opens them.
 */
public final class Look {
  private final ThemeModel model;
  private final ObservableValue<Boolean> rooms;

  public Look(ThemeModel model) {
    this(model, new SimpleBooleanProperty(true));
  }

  /** @param rooms whether the scene needs the sheets of the rooms: the start screen does not */
  public Look(ThemeModel model, ObservableValue<Boolean> rooms) {
    this.model = model;
    this.rooms = rooms;
  }

  /** Keeps this scene in the current theme until the subscription ends. */
  public Subscription dress(Scene scene) {
    return Subscription.combine(
        model.themeProperty().subscribe(theme -> apply(theme, scene)), rooms.subscribe((before, now) -> apply(model.theme(), scene)));
  }

  private void apply(Theme theme, Scene scene) {
    if (!theme.base().equals(Application.getUserAgentStylesheet())) {
      Application.setUserAgentStylesheet(theme.base());
    }
    scene.getStylesheets().setAll(theme.stylesheets(rooms.getValue(), Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)));
    scene.setFill(theme.palette().color(Token.BG)); // a dark window does not begin white
  }
}
