package studio.backprop.generative;

import java.util.Optional;
import java.util.function.Function;
import studio.backprop.plan.Parameters;
import studio.backprop.train.Session;

/**
 * What a generator and a discriminator had come to after a round. Their weights are kept until somebody has judged them: whoever comes
 * first, the doctor or a plot, and the other reads what was found. From any thread.
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
   * Judges it, if nobody has yet, and lets go of the weights.
   *
   * @param judge of weights that nobody changes; the same for all who ask
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
