package studio.backprop.ui.compare.search;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import studio.backprop.search.run.RepeatRun;
import studio.backprop.search.space.Searchable;
import studio.backprop.search.space.Space;
import studio.backprop.search.trial.SearchBudget;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.SearchSettings;

/** A search that is played by a lesson or a measurement, as the user would play it on its page. */
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

  /** The budget that the file of the project has planned. */
  public SearchBudget plannedBudget() {
    return planned;
  }

  /** Searches around the project as it is now, whatever was tried before. */
  public void runAnew(SearchBudget budget) {
    model.pause();
    model.knowData();
    model.reset();
    model.plan().change(now -> now.withBudget(budget));
    model.play(now -> false);
  }

  /** Begins to search the usual values of one setting, and goes on until it is paused. */
  public void playEndless(String setting) {
    Space space = model.plan().known(setting).map(Searchable::usual).map(Space.NONE::with).orElseThrow();
    model.plan().change(now -> now.withSpace(space).withBudget(SearchBudget.epochs(SearchBudget.MOST)));
    model.play(now -> false);
  }

  /** Epochs that trials of the search under way have come through since it was begun or went on. */
  public long epochsTrained() {
    return work.epochsTrained();
  }

  /** How much of the budget is spent, or of the repeats done, from 0 to 1. */
  public double share() {
    return model.stateProperty().get() == SearchModel.State.REPEATING
        ? model.repeated() / (double) (RepeatRun.BEST * RepeatRun.SEEDS) : SearchStanding.share(model.search());
  }

  /** Whether the person may search; a lesson may want its page only to be read. */
  public BooleanProperty playableProperty() {
    return playable;
  }

  /** What brings back the search as it is now. */
  public Runnable moment() {
    SearchRecord then = model.search();
    SearchSettings asked = model.plan().settings();
    return () -> model.putBack(then, asked);
  }
}
