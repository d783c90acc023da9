package studio.backprop.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.backprop.generative.AdversarialRound;
import studio.backprop.generative.RoundLog;
import studio.backprop.kernel.Kernels;
import studio.backprop.project.Assignment;
import studio.backprop.train.Session;

/**
 * The last rounds of a generator and a discriminator, to be judged beside the training. Two losses against each other say little: what is
 * wrong shows in what is made.
 *
 * @param kernels to judge with
 * @param live the kind of training as it is now, with what has changed on the way
 * @param most so many rounds there is room for
 * @param rounds oldest first, {@link RoundLog#BETWEEN} rounds apart
 */
public record KeptRounds(Kernels kernels, Assignment live, int most, List<AdversarialRound> rounds) {
  private static final int MOST = 12;
  private static final int FEWEST = 3;
  /** Numbers of all that is kept. */
  private static final long MOST_NUMBERS = 20_000_000;

  private static int most(Session session) {
    long numbers = session.parameters().all().stream().mapToLong(parameter -> parameter.tensor().count()).sum();
    return (int) Math.max(FEWEST, Math.min(MOST, MOST_NUMBERS / Math.max(1, numbers)));
  }

  /** Whether there is room for so many rounds in a row. */
  boolean reaches(int length) {
    return (most - 1) * RoundLog.BETWEEN >= length;
  }

  /** The same, with what has changed of the kind of training. */
  KeptRounds with(Assignment now) {
    return new KeptRounds(kernels, now, most, rounds);
  }

  /** With another round. @param newest with the weights of now */
  static KeptRounds after(Optional<KeptRounds> before, Session session, AdversarialRound newest) {
    List<AdversarialRound> kept = new ArrayList<>(before.map(KeptRounds::rounds).orElse(List.of()));
    kept.removeIf(round -> round.step() >= newest.step()); // after going back
    kept.add(newest);
    int most = before.map(KeptRounds::most).orElseGet(() -> most(session));
    return new KeptRounds(
        session.kernels(), session.assignment(), most, List.copyOf(kept.subList(Math.max(0, kept.size() - most), kept.size())));
  }
}
