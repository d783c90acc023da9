package studio.backprop.app.lesson;

import javafx.beans.property.ReadOnlyLongProperty;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.lesson.play.SearchNumbers;
import studio.backprop.search.trial.SearchBudget;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.text.Message;
import studio.backprop.ui.compare.search.SearchModel;

/** Hyperparameter search as lesson commands, on its page. */
public final class LessonSearch {
  private final SearchModel search;
  /** Restores the search of the step's start. */
  private Runnable begun = () -> {};

  LessonSearch(SearchModel search) {
    this.search = search;
  }

  /**
   * Starts a new search.
   *
   * @throws LineFault if the project has none
   */
  LessonActs.UnderWay run(LessonCommand.RunSearch command) throws LineFault {
    if (search.searchProperty().get().settings().space().dimensions().isEmpty()) {
      throw new LineFault(1, Message.of("lesson.play.no_search"));
    }
    SearchBudget asked = command.trials() == 0 ? search.played().plannedBudget()
        : new SearchBudget(SearchBudget.Unit.TRIALS, command.trials());
    search.played().runAnew(asked);
    return this::hasEnded;
  }

  /**
   * Retrains the best trial with other seeds.
   *
   * @throws LineFault without a trial
   */
  LessonActs.UnderWay seeds() throws LineFault {
    if (numbers() == SearchNumbers.NONE) {
      throw new LineFault(1, Message.of("lesson.play.not_searched"));
    }
    search.threeSeeds();
    return this::hasEnded;
  }

  private boolean hasEnded() throws LineFault {
    Message problem = search.problemProperty().get().orElse(null);
    if (problem != null) {
      throw new LineFault(1, problem);
    }
    return search.stateProperty().get() == SearchModel.State.RESTING;
  }

  void beginStep() {
    begun = search.played().moment();
  }

  void putBack() {
    begun.run();
  }

  double share() {
    return search.played().share();
  }

  void cancel() {
    search.pause();
  }

  /** Changes with each result. */
  public ReadOnlyLongProperty frameProperty() {
    return search.frameProperty();
  }

  /** Results, once it rests. */
  public SearchNumbers numbers() {
    SearchRecord now = search.searchProperty().get();
    return search.stateProperty().get() == SearchModel.State.RESTING ? SearchNumbers.of(now, search.examples()) : SearchNumbers.NONE;
  }
}
