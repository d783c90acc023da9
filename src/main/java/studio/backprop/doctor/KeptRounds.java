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
 * Weights of the last adversarial rounds, for evaluation in the background. Immutable.
 *
 * @param kernels of the evaluation
 * @param live current assignment
 * @param most capacity
 * @param rounds oldest first, {@link RoundLog#BETWEEN} rounds apart
 */
public record KeptRounds(Kernels kernels, Assignment live, int most, List<AdversarialRound> rounds) {
  private static final int MAX_ROUNDS = 12;
  private static final int FEWEST = 3;
  /** Memory limit, in numbers. */
  private static final long MOST_NUMBERS = 20_000_000;

  private static int most(Session session) {
    long numbers = session.parameters().all().stream().mapToLong(parameter -> parameter.tensor().count()).sum();
    return (int) Math.max(FEWEST, Math.min(MAX_ROUNDS, MOST_NUMBERS / Math.max(1, numbers)));
  }

  /** Whether the capacity covers so many rounds. */
  boolean reaches(int length) {
    return (most - 1) * RoundLog.BETWEEN >= length;
  }

  KeptRounds with(Assignment now) {
    return new KeptRounds(kernels, now, most, rounds);
  }

  /** @param newest round with the current weights */
  static KeptRounds after(Optional<KeptRounds> before, Session session, AdversarialRound newest) {
    List<AdversarialRound> kept = new ArrayList<>(before.map(KeptRounds::rounds).orElse(List.of()));
    kept.removeIf(round -> round.step() >= newest.step()); // after a restore
    kept.add(newest);
    int most = before.map(KeptRounds::most).orElseGet(() -> most(session));
    return new KeptRounds(
        session.kernels(), session.assignment(), most, List.copyOf(kept.subList(Math.max(0, kept.size() - most), kept.size())));
  }
}
