package studio.backprop.ui.design.designer.node;

import java.util.Optional;
import javafx.scene.layout.Region;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Layer;
import studio.backprop.network.Node;
import studio.backprop.observe.Activations;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.workspace.run.ColourReach.Quantity;

/**
 * Picture of a node's output for the chosen example or, with two inputs, over their plane: bars for a few probabilities, otherwise cells.
 */
interface OutputPicture {
  Region view();

  void show(Activations seen);

  /** Redraws in the current colours and language. */
  void redraw();

  void simplify(boolean simple);

  /** Whether it replaces the captions and takes their room. */
  boolean complete();

  /** Height at which everything is readable, in px; 0 for pictures of any size. */
  default double needed() {
    return 0;
  }

  /** Whether each unit is shown over the plane of two inputs instead of for the chosen example. */
  boolean overPlane();

  UnitPlaces places();

  double least();

  double most();

  static OutputPicture of(CanvasDesk desk, Node node, Shape shape, int width, int height) {
    if (desk.run().snapshot().filter(snapshot -> snapshot.activations().plane(node.id()) != null).isPresent()) {
      Shape planes = Shape.of(shape.size(0), Activations.PLANE_SIDE, Activations.PLANE_SIDE);
      return new Cells(new OutputCells(planes, width, height, false, desk.theme().paletteProperty(), desk.reach()
          .limit(Quantity.OUTPUT, node.id())), node.id(), true);
    }
    Optional<OutputPicture> actions = ActionsOutput.of(desk, node, shape);
    if (actions.isPresent()) {
      return actions.get();
    }
    Optional<OutputPicture> beside = BesideOutput.of(desk, node, shape, width, height);
    return beside.isPresent() ? beside.get()
        : areShares(node.layer()) && shape.rank() == 1 && shape.size(0) <= ProbabilitiesOutput.MAX_CLASSES
        && shape.size(0) > 1
        ? new ProbabilitiesOutput(desk, node.id(), shape.size(0), height)
        : new Cells(new OutputCells(shape, width, height, false, desk.theme().paletteProperty(), desk.reach()
            .limit(Quantity.OUTPUT, node.id())), node.id(), false);
  }

  private static boolean areShares(Layer layer) {
    return layer.activation() == Activation.SOFTMAX;
  }

  /** Over the plane each unit has a tile, without a cell of its value. */
  record Tiles(OutputCells view) implements UnitPlaces {
    @Override
    public int unitAt(double x, double y) {
      return view.unitAt(x, y);
    }

    @Override
    public Optional<Box> placeOf(int unit) {
      return view.placeOf(unit);
    }
  }

  /** A cell for each value, or a map for each unit. */
  record Cells(OutputCells view, int node, boolean overPlane) implements OutputPicture {
    @Override
    public void show(Activations seen) {
      view.show(overPlane ? seen.plane(node) : seen.output(node));
    }

    @Override
    public void redraw() {
      view.paint();
    }

    @Override
    public void simplify(boolean simple) {
      view.simplify(simple);
    }

    @Override
    public boolean complete() {
      return false;
    }

    @Override
    public UnitPlaces places() {
      return overPlane ? new Tiles(view) : view;
    }

    @Override
    public double least() {
      return view.least();
    }

    @Override
    public double most() {
      return view.most();
    }
  }
}
