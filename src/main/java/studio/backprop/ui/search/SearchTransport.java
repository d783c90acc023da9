package studio.backprop.ui.search;

import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.backprop.search.trial.SearchBudget;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;

/** Begins, pauses and goes on: to the end of the budget, by one trial, or by one rung. */
public final class SearchTransport extends HBox {
  private static final double MINUTE = 60;

  private final SearchModel model;
  private final Lang lang;
  private final Hints hints;

  public SearchTransport(SearchModel model, Lang lang, Hints hints) {
    this.model = model;
    this.lang = lang;
    this.hints = hints;
    getStyleClass().add("transport");
    Button reset = button("search-reset", Icon.RESET, "Home", "trials.reset.help", model::reset);
    reset.getStyleClass().add("icon-only");
    Button trial = button("search-trial", Icon.STEP, "Right", "trials.step.help", model::playTrial);
    trial.textProperty().bind(lang.bind("trials.step"));
    Button rung = button("search-rung", Icon.STEP_OVER, "Shift+Right", "trials.rung.help", model::playRung);
    rung.textProperty().bind(lang.bind("trials.rung"));
    Button play = button("search-play", Icon.PLAY, "Space", "trials.play.help", model::togglePlay);
    play.getStyleClass().addAll("run", "play");
    model.stateProperty().subscribe(state -> {
      boolean rests = state == SearchModel.State.RESTING;
      play.setGraphic((rests ? Icon.PLAY : Icon.PAUSE).view());
      reset.setDisable(!rests);
    });
    play.textProperty().bind(Bindings.createStringBinding(
        () -> lang.say(model.stateProperty().get() == SearchModel.State.RESTING ? "trials.play" : "transport.pause"),
        model.stateProperty(), lang.textsProperty()));
    model.frameProperty().subscribe(() -> {
      boolean rests = model.stateProperty().get() == SearchModel.State.RESTING;
      boolean refused = model.plan().refused().isPresent();
      play.setDisable(rests && refused);
      trial.setDisable(!rests || refused);
      rung.setDisable(!rests || refused || !model.settingsProperty().get().method().halves());
      boolean suited = model.unsuited().isEmpty();
      List.of(play, trial, rung).forEach(button -> Sight.show(button, suited));
    });
    getChildren().addAll(reset, play, trial, rung, progress(), machines());
  }

  private Button button(String id, Icon icon, String key, String help, Runnable action) {
    Button button = new Button(null, icon.view());
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    hints.explain(button, KeyCombination.valueOf(key), help);
    return button;
  }

  private Button machines() {
    MachinesModel machines = model.machines();
    MachinesCard card = new MachinesCard(machines, model, lang, hints);
    Button button = new Button(null, Icon.GRAPH.view());
    button.setId("search-machines");
    button.setMinWidth(USE_PREF_SIZE);
    button.textProperty().bind(Bindings.createStringBinding(
        () -> machines.stateProperty().get() == MachinesModel.State.OFF ? ""
            : lang.numbers().whole(machines.members().size() + 1L), machines.stateProperty(), machines.members(), lang.textsProperty()));
    hints.explain(button, "machines.help");
    button.setOnAction(event -> card.showIn(button));
    return button;
  }

  private VBox progress() {
    Label place = new Label();
    place.setId("search-place");
    place.getStyleClass().addAll("note", "strong");
    place.setMinWidth(USE_PREF_SIZE);
    Label more = new Label();
    more.getStyleClass().addAll("note", "mut");
    more.setMinWidth(USE_PREF_SIZE);
    ProgressBar bar = new ProgressBar(0);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.accessibleTextProperty().bind(place.textProperty());
    Runnable say = () -> {
      SearchRecord search = model.search();
      SearchBudget budget = search.settings().budget();
      double done = switch (budget.unit()) {
        case EPOCHS -> search.spent();
        case TRIALS -> search.trained();
        case MINUTES -> search.seconds() / MINUTE;
      };
      String unit = budget.unit().name().toLowerCase(Locale.ROOT);
      place.setText(lang.say("trials.progress." + unit, budget.unit() == SearchBudget.Unit.MINUTES
          ? lang.numbers().fixed(done, 1) : lang.numbers().whole((long) done), lang.numbers().whole(budget.amount())));
      more.setText(lang.say("trials.progress.more", search.trained(), lang.numbers().significant(search.seconds(), 2)));
      bar.setProgress(Math.min(1, done / Math.max(1, budget.amount())));
    };
    model.frameProperty().subscribe((before, now) -> say.run());
    lang.textsProperty().subscribe(texts -> say.run());
    HBox words = new HBox(place, more);
    words.getStyleClass().add("gap-8");
    VBox line = new VBox(words, bar);
    line.getStyleClass().addAll("progress-line", "search-progress");
    return line;
  }
}
