package studio.backprop.ui.judge.embedding;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import studio.backprop.ui.workspace.run.WeightsVersion;

/** Requests that are not repeated while unchanged: cancelled, failed, or with NaN or infinite outputs. */
final class SetAside {
  private final ReadOnlyBooleanWrapper cancelled = new ReadOnlyBooleanWrapper(this, "cancelled");
  /** The cancelled or failed request; null for none. */
  private Wanted unwanted;
  /** The request with NaN or infinite outputs; null for none. */
  private Wanted diverged;

  /** Settings and weights of a request. */
  private record Wanted(EmbeddingChoice choice, WeightsVersion by) {
  }

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

  /** Whether its outputs are NaN or infinite. */
  boolean isDiverged(EmbeddingChoice choice, WeightsVersion by) {
    return new Wanted(choice, by).equals(diverged);
  }

  boolean any() {
    return unwanted != null;
  }

  /** Whether the request differs from the cancelled or failed one; new weights count once training pauses. */
  boolean isOver(EmbeddingChoice choice, WeightsVersion by, boolean playing) {
    return unwanted != null && (!unwanted.choice.equals(choice) || !unwanted.by.equals(by) && !playing);
  }

  /** Allows again what was cancelled or has failed. */
  void forget() {
    unwanted = null;
    cancelled.set(false);
  }
}
