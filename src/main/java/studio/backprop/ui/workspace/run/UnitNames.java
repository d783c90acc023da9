package studio.backprop.ui.workspace.run;

import java.util.List;
import java.util.Optional;
import studio.backprop.data.Dataset;
import studio.backprop.data.Task;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.run.Run;
import studio.backprop.ui.kit.Lang;

/** Names of a network's input and output units: features, and classes or the target. */
public final class UnitNames {
  private UnitNames() {}

  /** One for each unit of a node; empty for hidden units or if the data have no names. */
  public static List<String> of(Lang lang, RunModel model, Network network, Node node, int units) {
    Run run = model.runProperty().get();
    List<String> names = Optional.ofNullable(run).map(known -> known.data().dataset())
        .map(data -> node.layer().isInput() ? data.featureNames()
            : predicts(network, node) ? predicted(lang, data, units) : List.<String>of())
        .orElse(List.of());
    return names.size() == units ? names : List.of();
  }

  /** Whether the loss reads it. */
  private static boolean predicts(Network network, Node node) {
    return network.targets(node.id()).stream().anyMatch(next -> next.layer().isOutput());
  }

  /** A single unit gives the probability of the second of two classes. */
  private static List<String> predicted(Lang lang, Dataset data, int units) {
    DataTexts words = new DataTexts(lang);
    if (data.task() == Task.REGRESSION) {
      return List.of(words.target(data));
    }
    List<String> classes = words.classes(data);
    return units == 1 && classes.size() == 2 ? List.of(lang.say("unit.probability", classes.get(1))) : classes;
  }
}
