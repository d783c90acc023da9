package studio.backprop.ui.compare.search;

import java.util.List;
import java.util.function.Consumer;
import studio.backprop.data.PreparedData;
import studio.backprop.search.run.TrialExecutor;
import studio.backprop.search.space.SearchProblem;
import studio.backprop.search.trial.SearchRecord;

/** Other machines that train trials, as the window asks for them. */
public interface Machines {
  /** Nothing listens any more once it is closed. */
  interface Listening extends AutoCloseable {
    /** Trains a search with them. @param workers trials that this program trains itself at the same time */
    TrialExecutor hands(SearchRecord search, PreparedData data, int workers);

    @Override
    void close();
  }

  /**
   * Listens for others from now on; takes a moment.
   *
   * @param address HOST:PORT of this machine, or a port alone, which only programs on this machine reach
   * @param secret what all have to know
   * @param members receives who else is there, each time somebody comes or goes, on a thread of its own
   * @throws SearchProblem if that is no address, the secret is too short, or the port is taken
   */
  Listening listen(String address, String secret, Consumer<List<String>> members) throws SearchProblem;

  /** Where other machines may reach this one. */
  List<String> addresses();
}
