package studio.backprop.ui.designer.node;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.layout.Region;
import studio.backprop.train.observe.Activations;
import studio.backprop.ui.designer.edit.CanvasDesk;
import studio.backprop.ui.run.DataWords;

/** A bar for each class, in percent. */
final class ProbabilitiesOutput implements OutputPicture {
  static final int MOST = 10;
  /** A bar's line where there is all the room of a node; less where many must share the room above other numbers. */
  private static final double LINE = 16;
  private static final double READABLE = 14;

  private final CanvasDesk desk;
  private final int node;
  private final ClassBars bars;
  private final int classes;
  private float[] shown = {};

  ProbabilitiesOutput(CanvasDesk desk, int node, int classes, int height) {
    this.desk = desk;
    this.node = node;
    this.classes = classes;
    bars = new ClassBars(names(desk, classes), height < NodePane.PICTURE ? READABLE : LINE);
  }

  /** What so many classes are called, or their numbers. */
  static List<String> names(CanvasDesk desk, int classes) {
    Optional<List<String>> actions = ActionsOutput.actions(desk, classes);
    if (actions.isPresent()) {
      return actions.get();
    }
    List<String> names = new DataWords(desk.lang()).classes(desk.run().runProperty().get().data().dataset());
    return names.size() == classes ? names : IntStream.range(0, classes).mapToObj(String::valueOf).toList();
  }

  @Override
  public Region view() {
    return bars;
  }

  @Override
  public void show(Activations seen) {
    show(seen.output(node));
  }

  private void show(float[] values) {
    shown = values;
    bars.show(values, desk.lang().numbers().probabilities(values));
  }

  @Override
  public void redraw() {
    if (shown.length > 0) {
      show(shown);
    }
  }

  @Override
  public void simplify(boolean simple) {
    bars.simplify(simple);
  }

  @Override
  public boolean complete() {
    return true;
  }

  @Override
  public double needed() {
    return classes * READABLE;
  }

  @Override
  public boolean overPlane() {
    return false;
  }

  @Override
  public UnitPlaces places() {
    return bars;
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
