package studio.backprop.ui.compare.search;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.backprop.search.finding.DivergingRange;
import studio.backprop.search.method.TrialScheduler;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.Trial;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;

/** Status bar of the page Search, with a remedy for ranges whose upper end diverges. */
final class SearchStatusBar extends HBox {
  private final SearchModel model;
  private final Lang lang;
  private final SearchTexts words;
  private final Label said = new Label();
  private final Button narrow = new Button();
  private final Button restore = new Button(null, Icon.UNDO.view());
  private final EarlierMenu earlier;
  private boolean onlyRead;
  /** Last confirmation, and the search that it is about. */
  private String told = "";
  private SearchRecord toldOf;

  SearchStatusBar(SearchModel model, Lang lang, Hints hints) {
    this.model = model;
    this.lang = lang;
    this.words = new SearchTexts(model, lang);
    said.setId("search-said");
    said.setWrapText(true);
    narrow.setId("search-narrow");
    narrow.getStyleClass().add("small");
    narrow.setMnemonicParsing(false); // names have underscores
    narrow.setMinWidth(USE_PREF_SIZE);
    narrow.setOnAction(event -> DivergingRange.of(model.search()).ifPresent(range -> model.plan().put(range.narrowed())));
    hints.explain(narrow, "trials.narrow.help");
    getStyleClass().add("search-foot");
    earlier = new EarlierMenu(model, lang, hints);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    restore.setId("search-restore");
    restore.getStyleClass().add("small");
    restore.setMinWidth(USE_PREF_SIZE);
    restore.setOnAction(event -> model.hand().restore());
    hints.explain(restore, KeyCombination.valueOf("Shortcut+Z"), "trials.restore.help");
    getChildren().addAll(said, narrow, restore, gap, earlier);
  }

  /** Disables the remedies. */
  void onlyRead() {
    onlyRead = true;
    earlier.onlyRead();
  }

  /** Shows a confirmation until the status changes. */
  void tell(String sentence) {
    told = sentence;
    toldOf = model.search();
    redraw();
  }

  /** Shows why no search is possible, or its status. */
  void redraw() {
    SearchRecord search = model.search();
    Optional<Message> problem = model.unsuited().or(() -> model.plan().refused()).or(() -> model.problemProperty().get());
    boolean empty = model.settingsProperty().get().space().dimensions().isEmpty();
    Optional<Message> refused = problem.or(() -> TrialScheduler.allRefused(search) ? Optional.of(Message.of("trials.problem.all_refused",
        TrialScheduler.MOST_REFUSED, search.trials().get(search.trials().size() - 1).reason().orElse(Message.of("trials.problem.empty"))))
        : Optional.empty());
    String text;
    if (refused.isPresent()) {
      text = lang.say(refused.get());
    } else if (empty) {
      text = lang.say("trials.problem.empty");
    } else if (model.changed()) {
      text = lang.say("trials.changed");
    } else if (model.isOfAnother()) {
      text = lang.say("trials.another");
    } else if (search.trials().isEmpty()) {
      text = lang.say("trials.ready", lang.say(search.settings().budget().title()));
    } else {
      String state = switch (model.stateProperty().get()) {
        case SEARCHING -> "running";
        case REPEATING -> "repeating";
        case RESTING -> model.isSpent() ? "done" : "paused";
      };
      text = lang.say("trials.said", lang.say("trials.said." + state), search.trained(), search.count(Trial.State.COMPLETE),
          counted("diverged", search.count(Trial.State.BROKEN)) + counted("refused", search.count(Trial.State.REFUSED)),
          search.settings().seed());
    }
    if (refused.isEmpty() && toldOf == search) {
      text = lang.say("trials.told", told, text);
    }
    if (refused.isEmpty() && !empty) {
      text += TrialScheduler.allRandom(model.settingsProperty().get())
          .map(trials -> " " + lang.say("trials.all_random", TrialScheduler.RANDOM, trials)).orElse("");
    }
    Optional<DivergingRange> diverging = DivergingRange.of(search).filter(range -> model.stateProperty().get() == SearchModel.State.RESTING
        && refused.isEmpty() && !model.changed());
    Sight.show(narrow, diverging.isPresent() && !onlyRead);
    diverging.ifPresent(range -> narrow.setText(lang.say("trials.narrow", range.trials(), words.title(
        range.narrowed()), lang.numbers().significant(range.narrowed().high(), 3))));
    Optional<Integer> removed = model.hand().removed();
    Sight.show(restore, removed.isPresent() && !onlyRead);
    removed.ifPresent(number -> restore.setText(lang.say("trials.restore", number)));
    said.setText(text);
    said.setGraphic((refused.isPresent() ? Icon.WARNING : Icon.INFO).view());
    said.getStyleClass().removeAll("warn", "mut");
    said.getStyleClass().add(refused.isPresent() ? "warn" : "mut");
  }

  /** Empty for a count of 0. */
  private String counted(String what, long trials) {
    return trials == 0 ? "" : lang.say("trials.said." + what, trials);
  }
}
