package studio.backprop.ui.window.presenter;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.workspace.run.RunModel;

/** Large buttons below a presentation, with their keys. */
final class Controls extends HBox {
  /** Tools at the right end, including the exit button. */
  private static final int TOOLS = 4;

  private final Lang lang;
  private final Hints hints;
  private final HBox lead = new HBox();
  /** The keys that count votes of the class, while available. */
  private final HBox note = new HBox();
  private final Keyed wipe;
  private final Keyed step;
  /** Played instead of the run of the window. */
  private final ObjectProperty<Optional<Played>> other = new SimpleObjectProperty<>(this, "other", Optional.empty());

  Controls(PresenterModel model, Pen pen, RunModel run, Lang lang) {
    this.lang = lang;
    this.hints = new Hints(lang);
    getStyleClass().add("controls");
    Button playButton = new Button();
    Played own = new Played(Bindings.createBooleanBinding(run::playing, run.statusProperty()), run.control()::togglePlay,
        run.control()::stepBatch);
    ObservableValue<Boolean> playing = other.flatMap(played -> played.orElse(own).playing());
    ObservableValue<String> verb = Bindings.createStringBinding(
        () -> lang.say(playing.getValue() ? "transport.pause" : other.get().orElse(own).play()), playing, other, lang.textsProperty());
    Keyed play = button(playButton, "play", verb, Icon.PLAY, KeyCode.SPACE, () -> other.get().orElse(own).toggle().run());
    playing.subscribe(now -> play.show((now ? Icon.PAUSE : Icon.PLAY).view()));
    playButton.getStyleClass().add("run");
    showWhile(model.playsProperty(), playButton);
    Button next = new Button();
    ObservableValue<String> one = Bindings.createStringBinding(
        () -> lang.say(run.generator().runs() && other.get().isEmpty() ? "presenter.round" : other.get().orElse(own).next()),
        run.runProperty(), other, lang.textsProperty());
    step = button(next, "next", one, Icon.STEP, KeyCode.RIGHT, () -> other.get().orElse(own).step().run());
    next.getStyleClass().add("main");
    showWhile(model.stepsProperty(), next);
    Button wipeButton = new Button();
    wipe = button(wipeButton, "wipe", lang.bind("presenter.wipe"), Icon.DELETE, KeyCode.DELETE, pen::wipe);
    showWhile(pen.drawnProperty(), wipeButton);
    Button end = new Button();
    button(end, "end", lang.bind("presenter.end"), Icon.CLOSE, KeyCode.ESCAPE, model::end);
    Sight.show(note, false);
    note.setMinWidth(USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren().addAll(lead, playButton, next, note, gap, wipeButton,
        tool("zoom", Icon.LENS, KeyCode.Z, model.magnifiedProperty()),
        tool("spotlight", Icon.TARGET, KeyCode.S, model.spotlightProperty()),
        tool("draw", Icon.RENAME, KeyCode.D, model.drawingProperty()), end);
  }

  /** @param instead empty for the run of the window */
  void play(Optional<Played> instead) {
    other.set(instead);
  }

  /** Hides the key of Step while the arrow keys play a game. */
  void leaveArrows(boolean playing) {
    step.showKey(!playing);
  }

  private static void showWhile(ObservableValue<Boolean> possible, Button button) {
    button.visibleProperty().bind(possible);
    button.managedProperty().bind(possible);
  }

  /** Adds a temporarily available tool before the others. */
  void offer(Tool tool) {
    ToggleButton button = tool(tool.name(), tool.icon(), tool.key(), tool.on());
    button.managedProperty().bind(button.visibleProperty());
    tool.possible().subscribe(button::setVisible);
    getChildren().add(getChildren().size() - TOOLS, button);
  }

  void lead(List<Node> buttons) {
    lead.getChildren().setAll(buttons);
  }

  /** @param most last digit key that counts a vote; 0 for none */
  void count(ObservableValue<Integer> most) {
    Keyed keys = Keyed.of(lang.bind("presenter.count"), lang.bind(most.map(last -> Message.of("presenter.count.keys", last))));
    keys.setId("count");
    note.getChildren().setAll(keys);
    most.subscribe(last -> Sight.show(note, last > 0));
  }

  void shorten(boolean narrow) {
    wipe.shorten(narrow);
  }

  private Keyed button(Button button, String name, ObservableValue<String> words, Icon icon, KeyCode code, Runnable action) {
    button.setId(name);
    button.setOnAction(event -> action.run());
    hints.explain(button, new KeyCodeCombination(code), "presenter." + name + ".help");
    return Keyed.on(button, icon.view(), words, sign(code));
  }

  private ToggleButton tool(String name, Icon icon, KeyCode code, BooleanProperty property) {
    ToggleButton tool = new ToggleButton();
    tool.setId(name);
    tool.selectedProperty().bindBidirectional(property);
    hints.explain(tool, new KeyCodeCombination(code), "presenter." + name + ".help");
    Keyed.on(tool, icon.view(), lang.bind("presenter." + name), sign(code));
    return tool;
  }

  /** Label of a key on the keyboard. */
  private static String sign(KeyCode code) {
    return switch (code) {
      case ESCAPE -> "Esc";
      case DELETE -> "Del";
      case RIGHT -> "→";
      default -> code.getName();
    };
  }
}
