package studio.backprop.ui.workspace.run;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.backprop.run.Run;
import studio.backprop.store.StepRows;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.ui.kit.Smoothing;

/** Writes down what the trainer measures: the course of this run and of the last few before it. */
final class Recording {
  private static final int MOST_EARLIER = 4;

  private final ObservableList<RunHistory> earlier = FXCollections.observableArrayList();
  private Smoothing smoothing = Smoothing.AUTOMATIC;
  private RunHistory history = RunHistory.none(smoothing);
  /** The last run, while there is none: nothing can be compared with it, until another begins. */
  private RunHistory rested;
  private boolean opened;
  private final RunCount count;
  /** What a file says of the run that is about to begin. */
  private StepRows measured = StepRows.NONE;
  private boolean adopts;
  private int number;

  /** @param count of the session */
  Recording(RunCount count) {
    this.count = count;
  }

  /** Another project: the runs so far are let go. */
  void open() {
    opened = true;
    measured = StepRows.NONE;
    adopts = false;
    number = 0;
    rested = null;
    earlier.clear();
  }

  /** The steps of a file, which the next run goes on from. @param of the number of the run that took them, if it is known */
  void recall(StepRows steps, OptionalInt of) {
    measured = steps;
    adopts = false;
    number = of.orElse(0);
  }

  /** The steps of another run, with which the next one goes on. */
  void adopt(StepRows steps) {
    measured = steps;
    adopts = true;
  }

  /**
   * Another run is shown.
   *
   * @param begun null where there is no run any more
   * @param known what it has measured, if it was shown before
   */
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

  /** A run that took no step of its own is not worth remembering, one of another project neither. */
  private boolean isWorthKeeping() {
    return !history.isEmpty() && !history.repeats() && !opened;
  }

  private void keep(RunHistory course) {
    earlier.add(0, course);
    earlier.remove(Math.min(MOST_EARLIER, earlier.size()), earlier.size());
  }

  /** Takes over all that was measured since the last look. */
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

  /** Smooths all curves of loss and accuracy anew. */
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
