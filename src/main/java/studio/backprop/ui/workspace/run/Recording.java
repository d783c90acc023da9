package studio.backprop.ui.workspace.run;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.backprop.run.Run;
import studio.backprop.store.StepRows;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.ui.kit.Smoothing;

/** Records what the trainer measures: history of the current run and the last few before it. */
final class Recording {
  private static final int MOST_EARLIER = 4;

  private final ObservableList<RunHistory> earlier = FXCollections.observableArrayList();
  private Smoothing smoothing = Smoothing.AUTOMATIC;
  private RunHistory history = RunHistory.none(smoothing);
  /** The last run, while there is no current one; becomes comparable once another begins. */
  private RunHistory rested;
  private boolean opened;
  private final RunCount count;
  /** Steps from a file for the run about to begin. */
  private StepRows measured = StepRows.NONE;
  private boolean adopts;
  private int number;

  /** @param count of the session */
  Recording(RunCount count) {
    this.count = count;
  }

  /** Another project: drops the earlier runs. */
  void open() {
    opened = true;
    measured = StepRows.NONE;
    adopts = false;
    number = 0;
    rested = null;
    earlier.clear();
  }

  /**
   * Steps of a file that the next run continues.
   *
   * @param of number of the run that took them, if known
   */
  void recall(StepRows steps, OptionalInt of) {
    measured = steps;
    adopts = false;
    number = of.orElse(0);
  }

  /** Steps of another run that the next one continues. */
  void adopt(StepRows steps) {
    measured = steps;
    adopts = true;
  }

  void begin(Run begun, Optional<RunHistory> known) {
    if (begun == null) {
      rested = isWorthKeeping() ? history : rested;
      history = RunHistory.none(smoothing);
      return;
    }
    if (isWorthKeeping()) {
      keep(history);
    } else if (rested != null) {
      keep(rested);
    }
    rested = null;
    known.ifPresent(earlier::remove);
    opened = false;
    history = known.orElseGet(() -> RunHistory.of(begun, smoothing));
    history.goOn(begun);
    if (!measured.isEmpty()) {
      history.recall(measured, adopts);
      history.number(number);
    }
    measured = StepRows.NONE;
    number = 0;
    adopts = false;
  }

  /** Runs without own steps and runs of other projects are not kept. */
  private boolean isWorthKeeping() {
    return !history.isEmpty() && !history.repeats() && !opened;
  }

  private void keep(RunHistory course) {
    earlier.add(0, course);
    earlier.remove(Math.min(MOST_EARLIER, earlier.size()), earlier.size());
  }

  /** Reads everything measured since the last frame. */
  void look(Run run) {
    run.history().drain(history::add);
    for (EpochRecord epoch = run.nextEpoch(); epoch != null; epoch = run.nextEpoch()) {
      history.add(epoch);
    }
    if (history.number() == 0 && !history.isEmpty() && !history.repeats()) {
      history.number(count.next());
    }
  }

  Smoothing smoothing() {
    return smoothing;
  }

  void smooth(Smoothing wanted) {
    smoothing = wanted;
    history.smooth(wanted);
    earlier.forEach(past -> past.smooth(wanted));
  }

  RunHistory history() {
    return history;
  }

  /** The last few runs before this one, newest first. */
  ObservableList<RunHistory> earlier() {
    return earlier;
  }
}
