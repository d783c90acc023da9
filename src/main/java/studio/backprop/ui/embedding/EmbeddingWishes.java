package studio.backprop.ui.embedding;

import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import studio.backprop.ui.run.RunModel;
import studio.backprop.ui.run.WeightsVersion;

/** Which layout is wanted: none that a person has stopped, that has failed, or in whose place another one is shown. */
final class EmbeddingWishes {
  private final RunModel run;
  private final ObservableValue<EmbeddingChoice> choice;
  private final ReadOnlyBooleanWrapper cancelled = new ReadOnlyBooleanWrapper(this, "cancelled");
  /** What a person does not want to wait for, or has failed. */
  private Wish unwanted;
  /** Where an output was no number, or infinite; null for none. */
  private Wish diverged;
  /** A kept layout whose step cannot be gone to is shown while these weights stay; null for none. */
  private WeightsVersion shownInstead;

  /** A choice, by some weights. */
  private record Wish(EmbeddingChoice choice, WeightsVersion by) {}

  EmbeddingWishes(RunModel run, ObservableValue<EmbeddingChoice> choice) {
    this.run = run;
    this.choice = choice;
  }

  /** Whether a person has stopped it. */
  ReadOnlyBooleanProperty cancelledProperty() {
    return cancelled.getReadOnlyProperty();
  }

  private Wish now() {
    return new Wish(choice.getValue(), run.shownWeights());
  }

  /** A person does not want to wait for it. */
  void cancel() {
    unwanted = now();
    cancelled.set(true);
  }

  /** It has failed: it is not tried again by the same weights. */
  void fail() {
    unwanted = now();
  }

  void diverge(EmbeddingChoice of, WeightsVersion by) {
    diverged = new Wish(of, by);
  }

  boolean hasDiverged() {
    return now().equals(diverged);
  }

  /** Another layout is shown while these weights stay. */
  void showInstead() {
    shownInstead = run.shownWeights();
  }

  /** What was stopped, or has failed, is wanted by now. */
  void want() {
    unwanted = null;
    cancelled.set(false);
  }

  /** Nothing is shown in the place of another layout any more. */
  void forget() {
    want();
    shownInstead = null;
  }

  /** Whether something else is asked for than what was stopped or has failed. */
  boolean isAnother() {
    return unwanted != null
        && (!unwanted.choice.equals(choice.getValue()) || !unwanted.by.equals(run.shownWeights()) && !run.playing());
  }

  /** Whether a layout by the weights of now is wanted. */
  boolean isWanted() {
    shownInstead = Objects.equals(run.shownWeights(), shownInstead) ? shownInstead : null;
    return unwanted == null && shownInstead == null;
  }

  /** Whether the step is shown that a person has gone to. */
  boolean isThere() {
    return run.past().wished().filter(wished -> run.snapshot().filter(seen -> seen.step() == wished).isEmpty()).isEmpty();
  }
}
