package studio.backprop.ui.kit;

import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Transport controls: reset, play and step buttons, with the position beside them. */
public class TransportRow extends HBox {
  private final Lang lang;
  private final Hints hints;
  private final Label place = new Label();
  private final Label more = new Label();
  private final ProgressBar bar = new ProgressBar(0);

  protected TransportRow(Lang lang, Hints hints) {
    this.lang = lang;
    this.hints = hints;
    getStyleClass().add("transport");
  }

  /** Icon button; {@code key} is its shortcut, {@code help} the text key of the tooltip. */
  protected final Button button(String id, Icon icon, String key, String help, Runnable action) {
    Button button = new Button(null, icon.view());
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    hints.explain(button, KeyCombination.valueOf(key), help);
    return button;
  }

  /** Icon button with a label of the text key {@code word}. */
  protected final Button button(String id, Icon icon, String key, String help, String word, Runnable action) {
    Button button = button(id, icon, key, help, action);
    button.textProperty().bind(lang.bind(word));
    return button;
  }

  protected final Button reset(String id, String help, Runnable action) {
    Button reset = button(id, Icon.RESET, "Home", help, action);
    reset.getStyleClass().add("icon-only");
    return reset;
  }

  /** Play/pause button; {@code word} is the text key of its label while paused. */
  protected final Button play(String id, String help, String word, ObservableBooleanValue playing, Runnable toggle) {
    Button play = button(id, Icon.PLAY, "Space", help, toggle);
    play.getStyleClass().addAll("run", "play");
    playing.subscribe(now -> play.setGraphic((now ? Icon.PAUSE : Icon.PLAY).view()));
    play.textProperty().bind(Bindings.createStringBinding(
        () -> lang.say(playing.get() ? "transport.pause" : word), playing, lang.textsProperty()));
    return play;
  }

  protected final SpeedMenu speed(String id, DoubleProperty speed) {
    SpeedMenu menu = new SpeedMenu(speed, Speeds.OF_LANES, lang, hints);
    menu.setId(id);
    menu.setMinWidth(USE_PREF_SIZE);
    return menu;
  }

  /** Position above a progress bar. */
  protected final VBox progress(String id, String idMore) {
    place.setId(id);
    place.getStyleClass().addAll("note", "strong");
    place.setMinWidth(USE_PREF_SIZE);
    more.setId(idMore);
    more.getStyleClass().addAll("note", "mut");
    more.setMinWidth(USE_PREF_SIZE);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.accessibleTextProperty().bind(place.textProperty());
    HBox words = new HBox(place, more);
    words.getStyleClass().add("gap-8");
    VBox line = new VBox(words, bar);
    line.getStyleClass().add("progress-line");
    return line;
  }

  /** Shows the position; {@code share} in [0, 1], negative if unknown. */
  protected final void show(String where, String besides, double share) {
    place.setText(where);
    more.setText(besides);
    bar.setProgress(share);
  }
}
