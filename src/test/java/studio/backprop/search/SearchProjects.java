package studio.backprop.search;

import java.util.List;
import java.util.Optional;
import studio.backprop.data.DataProblem;
import studio.backprop.data.DataSettings;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.Layer;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.search.space.SearchProblem;
import studio.backprop.search.space.SpaceText;
import studio.backprop.search.trial.SearchGoal;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.SearchSettings;

/** Small projects to search, for tests. */
public final class SearchProjects {
  private static final double APART = 160;

  private SearchProjects() {}

  /** Layers one behind the other. */
  public static Network row(Layer... layers) {
    Network network = Network.EMPTY;
    for (Layer layer : layers) {
      int node = network.nextId();
      network = network.add(layer, node * APART, 0);
      network = node > 1 ? network.wire(node - 1, node) : network;
    }
    return network;
  }

  /** Iris with a hidden layer of 8. */
  public static Project iris() {
    Network network = row(Input.row(4), Dense.of(8, Activation.RELU), Dense.of(3, Activation.SOFTMAX), Output.of(Loss.CROSS_ENTROPY));
    return new Project(network, DataSettings.of("iris").withShares(0.3, 0.2), Optional.empty(),
        TrainingSettings.STANDARD.withBatch(16).withEpochs(9));
  }

  public static PreparedData data(Project project) throws DataProblem {
    return PreparedData.load(project.data(), project.table(), Progress.NONE);
  }

  /** A search of the iris network: trials of 9 epochs, a third kept. */
  public static SearchRecord search(String... space) throws SearchProblem {
    Project project = iris();
    return SearchRecord.of(project, SearchSettings.of(SpaceText.read(List.of(space), project), SearchGoal.ACCURACY).withLongest(9));
  }
}
