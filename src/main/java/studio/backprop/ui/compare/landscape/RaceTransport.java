package studio.backprop.ui.compare.landscape;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.SpeedMenu;

/** Plays a race on a test surface: from its start, one step, or to its end. */
final class RaceTransport extends HBox {
  static final List<Double> SPEEDS = List.of(1.0, 5.0, 20.0, 100.0, Double.POSITIVE_INFINITY);

  RaceTransport(LandscapeModel model, Lang lang, Hints hints) {
    getStyleClass().add("transport");
    Button reset = button("race-reset", Icon.RESET);
    reset.getStyleClass().add("icon-only");
    reset.setOnAction(event -> model.toStart());
    hints.explain(reset, KeyCombination.valueOf("Home"), "landscape.race.reset");
    Button play = button("race-play", Icon.PLAY);
    play.getStyleClass().addAll("run", "play");
    play.setOnAction(event -> model.togglePlay());
    hints.explain(play, KeyCombination.valueOf("Space"), "landscape.race.play");
    model.playingProperty().subscribe(now -> play.setGraphic((now ? Icon.PAUSE : Icon.PLAY).view()));
    play.textProperty().bind(Bindings.createStringBinding(
        () -> lang.say(model.playingProperty().get() ? "transport.pause" : "landscape.race.go"), model.playingProperty(),
        lang.textsProperty()));
    Button step = button("race-step", Icon.STEP);
    step.textProperty().bind(lang.bind("landscape.race.step"));
    step.setOnAction(event -> model.forward());
    hints.explain(step, KeyCombination.valueOf("Right"), "landscape.race.step.help");
    Button end = button("race-end", Icon.STEP_OVER);
    end.textProperty().bind(lang.bind("landscape.race.end"));
    end.setOnAction(event -> model.toEnd());
    hints.explain(end, KeyCombination.valueOf("End"), "landscape.race.end.help");
    SpeedMenu speed = new SpeedMenu(model.twins().speedProperty(), SPEEDS, lang, hints);
    speed.setId("race-speed");
    speed.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(reset, play, step, end, speed, progress(model, lang));
  }

  private static Button button(String id, Icon icon) {
    Button button = new Button(null, icon.view());
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private static VBox progress(LandscapeModel model, Lang lang) {
    Label place = new Label();
    place.setId("race-place");
    place.getStyleClass().addAll("note", "strong");
    place.setMinWidth(USE_PREF_SIZE);
    ProgressBar bar = new ProgressBar(0);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.accessibleTextProperty().bind(place.textProperty());
    Runnable say = () -> {
      place.setText(lang.say("landscape.race.place", model.step(), model.lastStep()));
      bar.setProgress((double) model.step() / Math.max(1, model.lastStep()));
    };
    model.frameProperty().subscribe(say);
    lang.textsProperty().subscribe(texts -> say.run());
    VBox line = new VBox(place, bar);
    line.getStyleClass().add("progress-line");
    return line;
  }
}
