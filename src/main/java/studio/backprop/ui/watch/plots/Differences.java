package studio.backprop.ui.watch.plots;

import java.util.ArrayList;
import java.util.List;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.optim.OptimizerCatalog;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.schedule.ScheduleCatalog;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Numbers;

/** Localized differences in the settings of two runs. */
final class Differences {
  private Differences() {}

  /** @return values of the earlier project where they differ; "same settings" if none do */
  static List<Message> between(Project earlier, Project now, Numbers numbers) {
    List<Message> found = new ArrayList<>();
    TrainingSettings then = earlier.training();
    TrainingSettings here = now.training();
    if (then.rate() != here.rate()) {
      found.add(Message.of("plots.differs_rate", numbers.significant(then.rate(), 3)));
    }
    if (!then.optimizer().equals(here.optimizer())) {
      found.add(OptimizerCatalog.typeOf(then.optimizer()).title());
    }
    if (!then.schedule().equals(here.schedule())) {
      found.add(Message.of("plots.differs_schedule", ScheduleCatalog.typeOf(then.schedule()).title()));
    }
    if (then.batch() != here.batch()) {
      found.add(Message.of("plots.differs_batch", then.batch()));
    }
    if (!then.regularization().equals(here.regularization())) {
      found.add(Message.of("plots.differs_regularization"));
    }
    if (then.seed() != here.seed()) {
      found.add(Message.of("plots.differs_seed", Long.toString(then.seed())));
    }
    if (!earlier.data().equals(now.data()) || !earlier.table().equals(now.table())) {
      found.add(Message.of("plots.differs_data"));
    }
    if (!drawn(earlier.network()).equals(drawn(now.network())) || !earlier.network().wires().equals(now.network().wires())) {
      found.add(Message.of("plots.differs_network"));
    }
    return found.isEmpty() ? List.of(Message.of("plots.differs_nothing")) : found;
  }

  /** Without names and places, which do not change the network. */
  private static List<Node> drawn(Network network) {
    return network.nodes().stream().map(node -> node.withName("").movedTo(0, 0)).toList();
  }
}
