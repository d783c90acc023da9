package studio.backprop.ui.compare.search;

import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import studio.backprop.search.trial.SearchBudget;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.TransportRow;

/** Transport of the search: to the end of the budget, by one trial, or by one rung. */
public final class SearchTransport extends TransportRow {
  /** Minimum width of the window for button texts. */
  private static final double WIDE = 1366;

  private final SearchModel model;
  private final Lang lang;

  public SearchTransport(SearchModel model, Lang lang, Hints hints) {
    super(lang, hints);
    this.model = model;
    this.lang = lang;
    Button reset = reset("search-reset", "trials.reset.help", model::reset);
    Button play = play("search-play", "trials.play.help", "trials.play",
        Bindings.createBooleanBinding(() -> !rests(), model.stateProperty()), model::togglePlay);
    Button trial = button("search-trial", Icon.STEP, "Right", "trials.step.help", "trials.step", model::playTrial);
    Button rung = button("search-rung", Icon.STEP_OVER, "Shift+Right", "trials.rung.help", "trials.rung", model::playRung);
    model.stateProperty().subscribe(state -> reset.setDisable(!rests()));
    model.frameProperty().subscribe(() -> {
      boolean refused = model.plan().refused().isPresent();
      play.setDisable(rests() && refused);
      trial.setDisable(!rests() || refused);
      rung.setDisable(!rests() || refused || !model.settingsProperty().get().method().halves());
      boolean suited = model.unsuited().isEmpty();
      List.of(play, trial, rung).forEach(button -> Sight.show(button, suited));
    });
    VBox progress = progress("search-place", "search-more");
    progress.getStyleClass().add("search-progress");
    getChildren().addAll(reset, play, trial, rung, progress, machines(hints));
    model.frameProperty().subscribe((before, now) -> say());
    lang.textsProperty().subscribe(texts -> say());
  }

  private boolean rests() {
    return model.stateProperty().get() == SearchModel.State.RESTING;
  }

  private Button machines(Hints hints) {
    MachinesModel machines = model.machines();
    MachinesCard card = new MachinesCard(machines, model, lang, hints);
    ObservableValue<Boolean> wide = sceneProperty().flatMap(Scene::widthProperty).map(width -> width.doubleValue() >= WIDE).orElse(false);
    Button button = new Button(null, Icon.GRAPH.view());
    button.setId("search-machines");
    button.setMinWidth(USE_PREF_SIZE);
    button.textProperty().bind(Bindings.createStringBinding(
        () -> machines.stateProperty().get() != MachinesModel.State.OFF ? lang.numbers().whole(machines.members().size() + 1L)
            : wide.getValue() ? lang.say("machines.title") : "", machines.stateProperty(), machines.members(), wide, lang.textsProperty()));
    hints.explain(button, "machines.help");
    button.setOnAction(event -> card.showIn(button));
    return button;
  }

  private void say() {
    SearchRecord search = model.search();
    SearchBudget budget = search.settings().budget();
    double done = SearchStanding.spent(search);
    String unit = budget.unit().name().toLowerCase(Locale.ROOT);
    show(lang.say("trials.progress." + unit, budget.unit() == SearchBudget.Unit.MINUTES
        ? lang.numbers().fixed(done, 1) : lang.numbers().whole((long) done), lang.numbers().whole(budget.amount())),
        lang.say("trials.progress.more", search.trained(), lang.numbers().significant(search.seconds(), 2)), SearchStanding.share(search));
  }
}
