package studio.backprop.generative;

import java.util.Optional;
import java.util.function.Function;
import studio.backprop.plan.Parameters;
import studio.backprop.train.Session;

/**
 * State of a generator and a discriminator after a round. The weights are kept until the round is evaluated once, by the doctor or a plot;
 * the result is shared. Thread-safe.
 */
public final class AdversarialRound {
  private final long step;
  private final Runnable told;
  private Parameters weights;
  private volatile GeneratorFigures figures;

  /** @param told when it has been judged, on whichever thread */
  AdversarialRound(Session session, Runnable told) {
    this.step = session.weightsStep();
    this.weights = session.parameters().copy();
    this.told = told;
  }

  /** With the weights of now, for one who reads it alone. On the training thread. */
  public static AdversarialRound of(Session session) {
    return new AdversarialRound(session, () -> {});
  }

  /** How many rounds its weights have learned. */
  public long step() {
    return step;
  }

  /** What was found; empty before anybody has judged it. */
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
        return found; // by a judge that may have broken off learning
      }
      weights = null;
      figures = found;
      told.run();
    }
    return figures;
  }
}
