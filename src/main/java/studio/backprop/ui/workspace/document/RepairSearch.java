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
 * Searches repairs of a network's problems in the background. A new network cancels the search for the previous one and drops its results.
 */
final class RepairSearch {
  /** One network and its repairs. JavaFX thread only, except {@code over}. */
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

  /** @param screen runs tasks on the JavaFX thread */
  RepairSearch(Executor worker, Executor screen) {
    this.worker = worker;
    this.screen = screen;
  }

  /** From now on repairs of this network are looked for, and no other's. */
  void begin(Network network) {
    round.over = true;
    round = new Round(network);
  }

  /** Ticks with each result. */
  ReadOnlyIntegerProperty answersProperty() {
    return answers.getReadOnlyProperty();
  }

  /** Repairs, best first; empty while computed, which starts here. {@code judge} lists all problems of a network; called on the worker. */
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
      List<Repair> answer = found; // none after a failure, so that no view waits for ever
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
