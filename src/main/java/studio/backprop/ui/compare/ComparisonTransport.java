package studio.backprop.ui.compare;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.backprop.train.compare.ComparisonRunner;
import studio.backprop.train.compare.ComparisonRunner.State;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.SpeedMenu;

/** Runs all lanes together: from the same start, a batch or an epoch further, or on and on. */
final class ComparisonTransport extends HBox {
  static final List<Double> SPEEDS = List.of(1.0, 5.0, 20.0, 100.0, Double.POSITIVE_INFINITY);

  private final ComparisonModel model;
  private final Lang lang;
  private final Hints hints;

  ComparisonTransport(ComparisonModel model, Lang lang, Hints hints) {
    this.model = model;
    this.lang = lang;
    this.hints = hints;
    getStyleClass().add("transport");
    Button reset = button("twins-reset", Icon.RESET, "Home", "twins.reset", model::reset);
    reset.getStyleClass().add("icon-only");
    Button batch = button("twins-batch", Icon.STEP, "Right", "twins.batch.help", model::stepBatch);
    batch.textProperty().bind(lang.bind("twins.batch"));
    Button epoch = button("twins-epoch", Icon.STEP_OVER, "Shift+Right", "twins.epoch.help", model::stepEpoch);
    epoch.textProperty().bind(lang.bind("twins.epoch"));
    getChildren().addAll(reset, play(), batch, epoch, speed(), progress());
  }

  private Button button(String id, Icon icon, String key, String help, Runnable action) {
    Button button = new Button(null, icon.view());
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    hints.explain(button, KeyCombination.valueOf(key), help);
    model.statusProperty().subscribe(status -> button.setDisable(idle(status)));
    return button;
  }

  private static boolean idle(ComparisonRunner.Status status) {
    return status.state() == State.NOTHING || status.state() == State.LOADING;
  }

  private Button play() {
    Button play = button("twins-play", Icon.PLAY, "Space", "twins.play.help", model::togglePlay);
    play.getStyleClass().addAll("run", "play");
    model.statusProperty().subscribe(status -> play.setGraphic((status.state() == State.PLAYING ? Icon.PAUSE : Icon.PLAY).view()));
    play.textProperty().bind(Bindings.createStringBinding(
        () -> lang.say(model.playing() ? "transport.pause" : "transport.play"), model.statusProperty(), lang.textsProperty()));
    return play;
  }

  private SpeedMenu speed() {
    SpeedMenu speed = new SpeedMenu(model.speedProperty(), SPEEDS, lang, hints);
    speed.setId("twins-speed");
    speed.setMinWidth(USE_PREF_SIZE);
    return speed;
  }

  private VBox progress() {
    Label place = new Label();
    place.setId("twins-place");
    place.getStyleClass().addAll("note", "strong");
    place.setMinWidth(USE_PREF_SIZE);
    Label step = new Label();
    step.setId("twins-step");
    step.getStyleClass().addAll("note", "mut");
    step.setMinWidth(USE_PREF_SIZE);
    ProgressBar bar = new ProgressBar(0);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.accessibleTextProperty().bind(place.textProperty());
    Runnable say = () -> {
      boolean loading = model.statusProperty().get().state() == State.LOADING;
      place.setText(loading ? lang.say("transport.loading") : lang.say("transport.epoch", model.epoch(), model.lastEpoch()));
      step.setText(loading ? "" : lang.say("transport.step", model.step()));
      bar.setProgress(loading ? ProgressBar.INDETERMINATE_PROGRESS
          : (double) model.step() / Math.max(1, model.statusProperty().get().last()));
    };
    model.frameProperty().subscribe((before, now) -> say.run());
    lang.textsProperty().subscribe(texts -> say.run());
    HBox words = new HBox(place, step);
    words.getStyleClass().add("gap-8");
    VBox line = new VBox(words, bar);
    line.getStyleClass().add("progress-line");
    return line;
  }
}
