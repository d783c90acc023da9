package studio.backprop.ui.compare.search;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import studio.backprop.search.run.RepeatRun;
import studio.backprop.search.space.Searchable;
import studio.backprop.search.space.Space;
import studio.backprop.search.trial.SearchBudget;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.SearchSettings;

/** A search controlled by a lesson or a measurement, as the user would on its page. */
public final class SearchByLesson {
  private final SearchModel model;
  private final SearchWorker work;
  private final BooleanProperty playable = new SimpleBooleanProperty(this, "playable", true);
  private SearchBudget planned;

  SearchByLesson(SearchModel model, SearchWorker work) {
    this.model = model;
    this.work = work;
  }

  void planned(SearchBudget budget) {
    planned = budget;
  }

  /** Budget stored in the project file. */
  public SearchBudget plannedBudget() {
    return planned;
  }

  /** Starts a search of the current project, discarding the previous one. */
  public void runAnew(SearchBudget budget) {
    model.pause();
    model.knowData();
    model.reset();
    model.plan().change(now -> now.withBudget(budget));
    model.play(now -> false);
  }

  /** Starts a search of one hyperparameter with its default range, without a budget, until paused. */
  public void playEndless(String setting) {
    Space space = model.plan().known(setting).map(Searchable::usual).map(Space.NONE::with).orElseThrow();
    model.plan().change(now -> now.withSpace(space).withBudget(SearchBudget.epochs(SearchBudget.MOST)));
    model.play(now -> false);
  }

  /** Epochs trained since the search was started or resumed. */
  public long epochsTrained() {
    return work.epochsTrained();
  }

  /** Share of the budget spent, or of the repeats done, from 0 to 1. */
  public double share() {
    return model.stateProperty().get() == SearchModel.State.REPEATING
        ? model.repeated() / (double) (RepeatRun.BEST * RepeatRun.SEEDS) : SearchStanding.share(model.search());
  }

  /** Whether the user may search; a lesson may make the page read-only. */
  public BooleanProperty playableProperty() {
    return playable;
  }

  /** Restores the search as it is now. */
  public Runnable moment() {
    SearchRecord then = model.search();
    SearchSettings asked = model.plan().settings();
    return () -> model.putBack(then, asked);
  }
}
