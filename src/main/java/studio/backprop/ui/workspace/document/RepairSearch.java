package studio.backprop.ui.workspace.document;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import studio.backprop.network.Network;
import studio.backprop.network.Problem;
import studio.backprop.network.repair.Goal;
import studio.backprop.network.repair.Repair;
import studio.backprop.network.repair.Repairs;

/**
 * Looks for the repairs of a network's problems while the window goes on. With the next network the search for the one before ends, and
 * what it found is never told.
 */
final class RepairSearch {
  /** One network with what was found for it. All but {@code over} belongs to the screen's thread. */
  private static final class Round {
    private final Network network;
    private final Map<Problem, List<Repair>> found = new HashMap<>();
    private final Set<Problem> sought = new HashSet<>();
    private volatile boolean over;

    private Round(Network network) {
      this.network = network;
    }
  }

  private final ReadOnlyIntegerWrapper answers = new ReadOnlyIntegerWrapper(this, "answers");
  private final Executor worker;
  private final Executor screen;
  private Round round = new Round(Network.EMPTY);

  /**
   * @param worker carries the search out
   * @param screen carries out on the screen's thread, soon
   */
  RepairSearch(Executor worker, Executor screen) {
    this.worker = worker;
    this.screen = screen;
  }

  /** From now on repairs of this network are looked for, and no other's. */
  void begin(Network network) {
    round.over = true;
    round = new Round(network);
  }

  /** Ticks with each answer of a search. */
  ReadOnlyIntegerProperty answersProperty() {
    return answers.getReadOnlyProperty();
  }

  /**
   * The repairs, the best first; empty while they are looked for, which begins here.
   *
   * @param judge says everything that is wrong with a network; it is asked by the worker
   */
  Optional<List<Repair>> of(Problem problem, Optional<Goal> goal, Function<Network, List<Problem>> judge) {
    Round asked = round;
    if (asked.sought.add(problem)) {
      worker.execute(() -> search(asked, problem, goal, judge));
    }
    return Optional.ofNullable(asked.found.get(problem));
  }

  private void search(Round asked, Problem problem, Optional<Goal> goal, Function<Network, List<Problem>> judge) {
    List<Repair> found = List.of();
    try {
      found = Repairs.of(asked.network, problem, goal, network -> {
        if (asked.over) {
          throw new CancellationException();
        }
        return judge.apply(network);
      });
    } catch (CancellationException over) {
      return;
    } finally {
      List<Repair> answer = found; // after a failure none, so that nobody waits for ever
      screen.execute(() -> answer(asked, problem, answer));
    }
  }

  private void answer(Round asked, Problem problem, List<Repair> found) {
    if (!asked.over) {
      asked.found.put(problem, found);
      answers.set(answers.get() + 1);
    }
  }
}
