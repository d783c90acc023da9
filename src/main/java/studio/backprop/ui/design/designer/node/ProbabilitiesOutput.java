package studio.backprop.ui.design.designer.node;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.workspace.run.DataTexts;

/** Bars of class probabilities, in percent. */
final class ProbabilitiesOutput extends BarsOutput {
  static final int MAX_CLASSES = 10;
  /** Height of a line with all the room of a node; less where many share the room above other values. */
  private static final double LINE = 16;
  private static final double READABLE = 14;

  private final int classes;

  ProbabilitiesOutput(CanvasDesk desk, int node, int classes, int height) {
    super(desk, node, names(desk, classes), height < NodePane.PICTURE ? READABLE : LINE);
    this.classes = classes;
  }

  /** Class names, or their indices. */
  static List<String> names(CanvasDesk desk, int classes) {
    Optional<List<String>> actions = ActionsOutput.actions(desk, classes);
    if (actions.isPresent()) {
      return actions.get();
    }
    List<String> names = new DataTexts(desk.lang()).classes(desk.run().runProperty().get().data().dataset());
    return names.size() == classes ? names : IntStream.range(0, classes).mapToObj(String::valueOf).toList();
  }

  @Override
  void show(ClassBars at, float[] values) {
    at.show(values, desk().lang().numbers().probabilities(values));
  }

  @Override
  public double needed() {
    return classes * READABLE;
  }

  @Override
  public double least() {
    return 0;
  }

  @Override
  public double most() {
    return 1;
  }
}
