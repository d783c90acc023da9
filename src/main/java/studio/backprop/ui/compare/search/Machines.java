package studio.backprop.ui.compare.search;

import java.util.List;
import java.util.function.Consumer;
import studio.backprop.data.PreparedData;
import studio.backprop.search.run.TrialExecutor;
import studio.backprop.search.space.SearchProblem;
import studio.backprop.search.trial.SearchRecord;

/** Distributed training of trials, as used by the window. */
public interface Machines {
  /** A connection to the cluster. */
  interface Listening extends AutoCloseable {
    /** Executor of a search on the cluster. @param workers local concurrent trials */
    TrialExecutor hands(SearchRecord search, PreparedData data, int workers);

    @Override
    void close();
  }

  /**
   * Joins or starts a cluster; blocks for a moment.
   *
   * @param address HOST:PORT of this machine, or a port alone, which only local programs reach
   * @param members receives the other members on each change, on a thread of the cluster
   * @throws SearchProblem if the address is invalid, the secret too short, or the port in use
   */
  Listening listen(String address, String secret, Consumer<List<String>> members) throws SearchProblem;

  /** Addresses by which other machines may reach this one. */
  List<String> addresses();
}
