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
 * @param rounds oldest first, at least {@link #BETWEEN} rounds apart
 */
public record KeptRounds(Kernels kernels, Assignment live, List<Kept> rounds) {
  /** Rounds from one to the next, or as many more as the monitor's records are apart. */
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

  /** With the weights of now, where they are of a generator and far enough from those that were kept last. */
  static Optional<KeptRounds> after(Optional<KeptRounds> before, Session session) {
    if (!(session.project().assignment() instanceof Adversarial)) {
      return Optional.empty();
    }
    List<Kept> kept = new ArrayList<>(before.map(KeptRounds::rounds).orElse(List.of()));
    if (!kept.isEmpty() && session.weightsStep() < kept.get(kept.size() - 1).step + BETWEEN) {
      return before.map(known -> new KeptRounds(known.kernels, session.assignment(), known.rounds));
    }
    Parameters weights = session.parameters().copy();
    kept.add(new Kept(session.weightsStep(), weights));
    long numbers = weights.all().stream().mapToLong(parameter -> parameter.tensor().count()).sum();
    long most = Math.max(FEWEST, Math.min(MOST, MOST_NUMBERS / Math.max(1, numbers)));
    return Optional.of(new KeptRounds(
        session.kernels(), session.assignment(), List.copyOf(kept.subList((int) Math.max(0, kept.size() - most), kept.size()))));
  }
}
