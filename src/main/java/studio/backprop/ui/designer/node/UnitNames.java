package studio.backprop.ui.designer.node;

import java.util.List;
import java.util.Optional;
import studio.backprop.data.Dataset;
import studio.backprop.data.Task;
import studio.backprop.network.Node;
import studio.backprop.ui.designer.edit.CanvasDesk;
import studio.backprop.ui.run.DataWords;

/** What the first and the last units of a network stand for: features of the data, and classes or the number that is predicted. */
final class UnitNames {
  private UnitNames() {}

  /** One for each unit of an opened node; none for those in between, or where the data say nothing of them. */
  static List<String> of(CanvasDesk desk, Node node, int units) {
    List<String> names = Optional.ofNullable(desk.run().runProperty().get()).map(run -> run.data().dataset())
        .map(data -> node.layer().isInput() ? data.featureNames() : predicts(desk, node) ? predicted(desk, data, units) : List.<String>of())
        .orElse(List.of());
    return names.size() == units ? names : List.of();
  }

  /** Whether the loss reads it. */
  private static boolean predicts(CanvasDesk desk, Node node) {
    return desk.model().network().targets(node.id()).stream().anyMatch(next -> next.layer().isOutput());
  }

  /** A single unit says how probable the second of two classes is. */
  private static List<String> predicted(CanvasDesk desk, Dataset data, int units) {
    DataWords words = new DataWords(desk.lang());
    if (data.task() == Task.REGRESSION) {
      return List.of(words.target(data));
    }
    List<String> classes = words.classes(data);
    return units == 1 && classes.size() == 2 ? List.of(desk.lang().say("unit.probability", classes.get(1))) : classes;
  }
}
