package studio.backprop.train.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.backprop.kernel.Kernels;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Adversarial;
import studio.backprop.project.Assignment;
import studio.backprop.train.Session;

/**
 * The weights of the last rounds of a generator and a discriminator, to be judged beside the training. Two losses against each other say
 * little: what is wrong shows in what is made.
 *
 * @param kernels to judge with
 * @param live the kind of training as it is now, with what has changed on the way
 * @param rounds oldest first, {@link #BETWEEN} rounds apart
 */
public record KeptRounds(Kernels kernels, Assignment live, List<Kept> rounds) {
  /** Rounds from one to the next. */
  static final int BETWEEN = 100;
  private static final int MOST = 12;
  private static final int FEWEST = 3;
  /** Numbers of all that is kept. */
  private static final long MOST_NUMBERS = 20_000_000;

  /**
   * The weights after a round.
   *
   * @param step how many rounds they have learned
   * @param weights a copy, which nobody changes
   */
  public record Kept(long step, Parameters weights) {}

  /** Whether the weights of a round are kept: that depends on the round alone, not on how fast anybody is. */
  static boolean isDue(Session session) {
    return session.steps() % BETWEEN == 0 && session.project().assignment() instanceof Adversarial;
  }

  /** As many rounds as there is room for. */
  private static int most(Parameters weights) {
    long numbers = weights.all().stream().mapToLong(parameter -> parameter.tensor().count()).sum();
    return (int) Math.max(FEWEST, Math.min(MOST, MOST_NUMBERS / Math.max(1, numbers)));
  }

  /** Whether there is room for the weights of so many rounds in a row. */
  boolean reaches(int length) {
    return rounds.isEmpty() || (most(rounds.get(0).weights) - 1) * BETWEEN >= length;
  }

  /** The same, with what has changed of the kind of training. */
  KeptRounds with(Assignment now) {
    return new KeptRounds(kernels, now, rounds);
  }

  /** With the weights of now, which are {@linkplain #isDue to be kept}. */
  static Optional<KeptRounds> after(Optional<KeptRounds> before, Session session) {
    long step = session.weightsStep();
    List<Kept> kept = new ArrayList<>(before.map(KeptRounds::rounds).orElse(List.of()));
    kept.removeIf(round -> round.step >= step); // after going back
    Parameters weights = session.parameters().copy();
    kept.add(new Kept(step, weights));
    int most = most(weights);
    return Optional.of(new KeptRounds(
        session.kernels(), session.assignment(), List.copyOf(kept.subList(Math.max(0, kept.size() - most), kept.size()))));
  }
}
