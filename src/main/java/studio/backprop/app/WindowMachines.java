package studio.backprop.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Consumer;
import studio.backprop.cluster.ClusterSettings;
import studio.backprop.cluster.JoinListener;
import studio.backprop.data.PreparedData;
import studio.backprop.distributed.ClusterAddress;
import studio.backprop.distributed.ClusterTrialExecutor;
import studio.backprop.search.run.TrialExecutor;
import studio.backprop.search.space.SearchProblem;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.ui.compare.search.Machines;

/** Cluster members that train for a window. */
public final class WindowMachines implements Machines {
  @Override
  public Listening listen(String address, String secret, Consumer<List<String>> members) throws SearchProblem {
    InetSocketAddress own = ClusterAddress.read(address.strip());
    if (secret.strip().length() < ClusterSettings.SHORTEST_SECRET) {
      throw SearchProblem.of("machines.problem.short", secret.strip().length(), ClusterSettings.SHORTEST_SECRET);
    }
    try {
      return new Open(new JoinListener(new ClusterSettings(own, List.of(own), secret.strip()), members));
    } catch (IOException e) {
      throw SearchProblem.of("machines.problem.listen", address.strip());
    }
  }

  @Override
  public List<String> addresses() {
    return ClusterAddress.ofThisMachine();
  }

  private record Open(JoinListener lobby) implements Listening {
    @Override
    public TrialExecutor hands(SearchRecord search, PreparedData data, int workers) {
      return new ClusterTrialExecutor(lobby, search, data, workers);
    }

    @Override
    public void close() {
      lobby.close();
    }
  }
}
