package studio.backprop.ui.design.designer.node;

import java.util.List;
import javafx.scene.layout.Region;
import studio.backprop.observe.Activations;
import studio.backprop.ui.design.designer.edit.CanvasDesk;

/** Output of a node as a list of bars with names and values. */
abstract class BarsOutput implements OutputPicture {
  private final CanvasDesk desk;
  private final int node;
  private final ClassBars bars;
  private float[] shown = {};

  /** @param line height of a line, in px */
  BarsOutput(CanvasDesk desk, int node, List<String> names, double line) {
    this.desk = desk;
    this.node = node;
    this.bars = new ClassBars(names, line);
  }

  CanvasDesk desk() {
    return desk;
  }

  /** The current values; empty before the first. */
  float[] shown() {
    return shown;
  }

  abstract void show(ClassBars at, float[] values);

  void mark(ClassBars at, Activations seen) {
    // no marks by default
  }

  @Override
  public final Region view() {
    return bars;
  }

  @Override
  public final void show(Activations seen) {
    shown = seen.output(node);
    show(bars, shown);
    mark(bars, seen);
  }

  @Override
  public final void redraw() {
    if (shown.length > 0) {
      show(bars, shown);
    }
  }

  @Override
  public final void simplify(boolean simple) {
    bars.simplify(simple);
  }

  @Override
  public final boolean complete() {
    return true;
  }

  @Override
  public final boolean overPlane() {
    return false;
  }

  @Override
  public final UnitPlaces places() {
    return bars;
  }
}
