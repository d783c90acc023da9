package studio.backprop.search.trial;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.backprop.search.space.Space;
import studio.backprop.text.Message;

/**
 * Settings of a search. Immutable.
 *
 * @param eta η, reduction factor of successive halving
 * @param longest maximum epochs of a trial
 * @param seed random seed; trial n trains with this seed plus n
 * @param parallel running trials at a time; affects the decisions, independently of threads and machines
 */
public record SearchSettings(
    Space space, SearchMethod method, SearchBudget budget, int eta, int longest, SearchGoal goal, long seed, int parallel) {
  public static final int LEAST_ETA = 2;
  public static final int MOST_ETA = 10;
  public static final int MOST_LONGEST = 100_000;
  public static final int USUAL_ETA = 3;
  public static final int USUAL_LONGEST = 27;
  public static final long USUAL_EPOCHS = 270;
  public static final long USUAL_SEED = 42;
  public static final int MOST_PARALLEL = 1000;

  /** Sequential search. */
  public SearchSettings(Space space, SearchMethod method, SearchBudget budget, int eta, int longest, SearchGoal goal, long seed) {
    this(space, method, budget, eta, longest, goal, seed, 1);
  }

  /** Default settings for a space. */
  public static SearchSettings of(Space space, SearchGoal goal) {
    return new SearchSettings(
        space, SearchMethod.ASHA, SearchBudget.epochs(USUAL_EPOCHS), USUAL_ETA, USUAL_LONGEST, goal, USUAL_SEED);
  }

  /** Epochs of the rungs, up to {@link #longest}; without halving that only. */
  public List<Integer> rungs() {
    if (!method.halves()) {
      return List.of(longest);
    }
    int steps = 0;
    for (double rest = longest; rest >= eta; rest /= eta) {
      steps++;
    }
    int last = steps;
    return IntStream.rangeClosed(0, steps).map(k -> (int) Math.max(1, Math.round(longest / Math.pow(eta, last - k)))).boxed().distinct()
        .toList();
  }

  /** Epochs of the first rung. */
  public int first() {
    return rungs().get(0);
  }

  /** Empty if valid, regardless of the project. */
  public Optional<Message> problem() {
    if (eta < LEAST_ETA || eta > MOST_ETA) {
      return Optional.of(Message.of("trials.problem.eta", eta, LEAST_ETA, MOST_ETA));
    }
    if (longest < 1 || longest > MOST_LONGEST) {
      return Optional.of(Message.of("trials.problem.longest", longest, MOST_LONGEST));
    }
    if (parallel < 1 || parallel > MOST_PARALLEL) {
      return Optional.of(Message.of("trials.problem.parallel", parallel, MOST_PARALLEL));
    }
    if (budget.amount() < 1 || budget.amount() > SearchBudget.MOST) {
      return Optional.of(Message.of("trials.problem.budget", budget.amount(), SearchBudget.MOST));
    }
    return budget.unit() == SearchBudget.Unit.EPOCHS && budget.amount() < first()
        ? Optional.of(Message.of(method.halves() ? "trials.problem.below_rung" : "trials.problem.below_trial", budget.amount(), first()))
        : Optional.empty();
  }

  public SearchSettings withSpace(Space changed) {
    return new SearchSettings(changed, method, budget, eta, longest, goal, seed, parallel);
  }

  public SearchSettings withMethod(SearchMethod changed) {
    return new SearchSettings(space, changed, budget, eta, longest, goal, seed, parallel);
  }

  public SearchSettings withBudget(SearchBudget changed) {
    return new SearchSettings(space, method, changed, eta, longest, goal, seed, parallel);
  }

  public SearchSettings withEta(int changed) {
    return new SearchSettings(space, method, budget, changed, longest, goal, seed, parallel);
  }

  public SearchSettings withLongest(int changed) {
    return new SearchSettings(space, method, budget, eta, changed, goal, seed, parallel);
  }

  public SearchSettings withGoal(SearchGoal changed) {
    return new SearchSettings(space, method, budget, eta, longest, changed, seed, parallel);
  }

  public SearchSettings withSeed(long changed) {
    return new SearchSettings(space, method, budget, eta, longest, goal, changed, parallel);
  }

  public SearchSettings withParallel(int changed) {
    return new SearchSettings(space, method, budget, eta, longest, goal, seed, changed);
  }
}
