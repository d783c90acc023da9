package studio.backprop.ui.design.designer.node;

import java.util.Optional;
import javafx.scene.layout.Region;
import studio.backprop.layer.Layer;
import studio.backprop.network.Node;
import studio.backprop.observe.Activations;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.workspace.run.ColourReach.Quantity;

/** Output of a node with an illustration of its computation: merged streams, winners of a pooling, an activation curve, a graph. */
final class BesideOutput implements OutputPicture {
  private static final int GAP = 4;
  private static final double SHARE = 0.64;
  private static final double HALF = 0.5;
  private static final int IMAGE = 3;

  private final int node;
  private final int perUnit;
  private final OutputCells cells;
  /** Values in all of the room, for zooming out. */
  private final OutputCells alone;
  private final OutputAside aside;
  private final Pair view;

  private BesideOutput(
      int node, int perUnit, OutputCells cells, OutputCells alone, OutputAside aside, double width, double height) {
    this.node = node;
    this.perUnit = perUnit;
    this.cells = cells;
    this.alone = alone;
    this.aside = aside;
    this.view = new Pair(width, height);
  }

  /** Empty for a node without an illustration. */
  static Optional<OutputPicture> of(CanvasDesk desk, Node node, Shape shape, int width, int height) {
    Layer layer = node.layer();
    boolean curve = layer.isCurve();
    double wide = curve ? width * HALF - GAP : width;
    double high = curve ? height : Math.floor(height * SHARE) - GAP;
    Optional<OutputAside> aside = curve ? Optional.of(new CurveAside(desk, node))
        : layer.keepsStrongest() && shape.rank() == IMAGE ? WinnersAside.of(desk, node, (int) wide, (int) high)
        : layer.followsEdges() ? GraphAside.of(desk, node, shape)
        : layer.sign().isPresent() ? StreamsAside.of(desk, node, (int) wide, (int) high) : Optional.empty();
    return aside.map(beside -> {
      OutputCells cells = picture(desk, node, shape, (int) (curve ? width - wide - GAP : width),
          (int) (curve ? height : height - high - GAP));
      int perUnit = (int) (shape.count() / shape.size(0));
      return new BesideOutput(node.id(), perUnit, cells, picture(desk, node, shape, width, height), beside, wide, high);
    });
  }

  private static OutputCells picture(CanvasDesk desk, Node node, Shape shape, int width, int height) {
    return new OutputCells(shape, width, height, false, desk.theme().paletteProperty(), desk.reach().limit(Quantity.OUTPUT, node.id()));
  }

  /** Illustration at the left or on top, values in the rest. */
  private final class Pair extends Region implements UnitPlaces {
    private final double width;
    private final double height;

    Pair(double width, double height) {
      this.width = width;
      this.height = height;
      getChildren().addAll(aside.view(), cells, alone);
      aside.view().setMouseTransparent(true);
      alone.simplify(true);
      alone.setVisible(false);
    }

    void simplify(boolean simple) {
      aside.view().setVisible(!simple);
      cells.setVisible(!simple);
      alone.setVisible(simple);
    }

    @Override
    protected void layoutChildren() {
      boolean left = width < getWidth() - GAP;
      aside.view().resizeRelocate(0, 0, width, height);
      double x = left ? width + GAP : 0;
      double y = left ? 0 : height + GAP;
      cells.resizeRelocate(x, y, getWidth() - x, getHeight() - y);
      alone.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    private OutputCells seen() {
      return alone.isVisible() ? alone : cells;
    }

    @Override
    public int unitAt(double x, double y) {
      int unit = seen().unitAt(x - seen().getLayoutX(), y - seen().getLayoutY());
      int aside = besides(x, y);
      return unit < 0 && aside >= 0 ? aside / perUnit : unit;
    }

    @Override
    public Optional<Box> placeOf(int unit) {
      return seen().placeOf(unit).map(box -> box.moved(seen().getLayoutX(), seen().getLayoutY()));
    }

    @Override
    public int cellAt(double x, double y) {
      int cell = seen().cellAt(x - seen().getLayoutX(), y - seen().getLayoutY());
      return cell < 0 ? besides(x, y) : cell;
    }

    /** Value under the pointer. */
    private int besides(double x, double y) {
      return alone.isVisible() ? -1 : aside.outputAt(x - aside.view().getLayoutX(), y - aside.view().getLayoutY());
    }

    @Override
    public Optional<Box> cellPlace(int cell) {
      return seen().cellPlace(cell).map(box -> box.moved(seen().getLayoutX(), seen().getLayoutY()));
    }
  }

  @Override
  public Region view() {
    return view;
  }

  @Override
  public void show(Activations seen) {
    if (alone.isVisible()) {
      alone.show(seen.output(node));
      return;
    }
    cells.show(seen.output(node));
    aside.show(seen);
  }

  @Override
  public void redraw() {
    cells.paint();
    alone.paint();
    aside.redraw();
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
  public boolean overPlane() {
    return false;
  }

  @Override
  public UnitPlaces places() {
    return view;
  }

  @Override
  public double least() {
    return view.seen().least();
  }

  @Override
  public double most() {
    return view.seen().most();
  }
}
