package studio.backprop.generative;

import java.util.Optional;
import java.util.function.Function;
import studio.backprop.plan.Parameters;
import studio.backprop.train.Session;

/** Adversarial round: a copy of the weights, kept until its single evaluation, whose result is shared. Thread-safe. */
public final class AdversarialRound {
  private final long step;
  private final Runnable told;
  private Parameters weights;
  private volatile GeneratorFigures figures;

  /** @param told called after its evaluation, on any thread */
  AdversarialRound(Session session, Runnable told) {
    this.step = session.weightsStep();
    this.weights = session.parameters().copy();
    this.told = told;
  }

  /** With the current weights, not shared. On the training thread. */
  public static AdversarialRound of(Session session) {
    return new AdversarialRound(session, () -> {});
  }

  /** Number of the round. */
  public long step() {
    return step;
  }

  /** Result; empty before its evaluation. */
  public Optional<GeneratorFigures> figures() {
    return Optional.ofNullable(figures);
  }

  /**
   * Evaluates it, unless it is already evaluated, and frees the weights.
   *
   * @param judge evaluator of constant weights; the same for all callers
   */
  public synchronized GeneratorFigures judged(Function<Parameters, GeneratorFigures> judge) {
    if (figures == null) {
      GeneratorFigures found = judge.apply(weights);
      if (Thread.currentThread().isInterrupted()) {
        return found; // the classifier may have been cancelled
      }
      weights = null;
      figures = found;
      told.run();
    }
    return figures;
  }
}
