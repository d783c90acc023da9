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
 * What a node gives for the chosen example or, of two inputs, all over their plane, drawn as suits it: the shares of a few classes as bars,
 * all else as cells.
 */
interface OutputPicture {
  Region view();

  void show(Activations seen);

  /** Paints in the colours and the language of now. */
  void redraw();

  void simplify(boolean simple);

  /** Whether it says all by itself and takes the room of the captions, too. */
  boolean complete();

  /** How high it must be for everything in it to be read, in px; of pictures, which can be read in any size, 0. */
  default double needed() {
    return 0;
  }

  /** Whether it shows each unit all over the plane of two inputs, rather than the chosen example alone. */
  boolean overPlane();

  /** Where its units stand. */
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
    return beside.isPresent() ? beside.get() : areShares(node.layer()) && shape.rank() == 1 && shape.size(0) <= ProbabilitiesOutput.MOST
        && shape.size(0) > 1
        ? new ProbabilitiesOutput(desk, node.id(), shape.size(0), height)
        : new Cells(new OutputCells(shape, width, height, false, desk.theme().paletteProperty(), desk.reach()
            .limit(Quantity.OUTPUT, node.id())), node.id(), false);
  }

  private static boolean areShares(Layer layer) {
    return layer.activation() == Activation.SOFTMAX;
  }

  /** Over the plane each unit has a tile, in which its one number is not to be found. */
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

  /** Every number a cell, or for every unit its map. */
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
