package studio.backprop.ui.judge.embedding;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import studio.backprop.ui.workspace.run.WeightsVersion;

/** What is not laid out again as long as it is the same: what a person has stopped, what has failed, and outputs that are no numbers. */
final class SetAside {
  private final ReadOnlyBooleanWrapper cancelled = new ReadOnlyBooleanWrapper(this, "cancelled");
  /** What a person does not want to wait for, or has failed; null for none. */
  private Wanted unwanted;
  /** Where an output was no number, or infinite; null for none. */
  private Wanted diverged;

  /** A choice, by some weights. */
  private record Wanted(EmbeddingChoice choice, WeightsVersion by) {
  }

  /** Whether a person has stopped it. */
  ReadOnlyBooleanProperty cancelledProperty() {
    return cancelled.getReadOnlyProperty();
  }

  void cancel(EmbeddingChoice choice, WeightsVersion by) {
    fail(choice, by);
    cancelled.set(true);
  }

  void fail(EmbeddingChoice choice, WeightsVersion by) {
    unwanted = new Wanted(choice, by);
  }

  void diverge(EmbeddingChoice choice, WeightsVersion by) {
    diverged = new Wanted(choice, by);
  }

  /** Whether it has outputs that are no numbers. */
  boolean isDiverged(EmbeddingChoice choice, WeightsVersion by) {
    return new Wanted(choice, by).equals(diverged);
  }

  boolean any() {
    return unwanted != null;
  }

  /** Whether something else is asked for than what was stopped, or has failed; new weights count once training rests. */
  boolean isOver(EmbeddingChoice choice, WeightsVersion by, boolean playing) {
    return unwanted != null && (!unwanted.choice.equals(choice) || !unwanted.by.equals(by) && !playing);
  }

  /** What was stopped, or has failed, is wanted by now. */
  void forget() {
    unwanted = null;
    cancelled.set(false);
  }
}
