package studio.backprop.ui.designer;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.layout.Region;
import studio.backprop.layer.Activate;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Layer;
import studio.backprop.network.Node;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.kit.Shares;
import studio.backprop.ui.run.DataWords;

/** What a node gives for the chosen example, drawn as suits it: the shares of a few classes as bars, all else as cells. */
interface Answer {
  Region view();

  void show(float[] values);

  /** Paints in the colours and the language of now. */
  void redraw();

  void simplify(boolean simple);

  /** Whether it says all by itself and takes the room of the captions, too. */
  boolean complete();

  double least();

  double most();

  static Answer of(Desk desk, Node node, Shape shape, int width, int height) {
    return areShares(node.layer()) && shape.rank() == 1 && shape.size(0) <= SharesAnswer.MOST && shape.size(0) > 1
        ? new SharesAnswer(desk, shape.size(0), height)
        : new Cells(new AnswerPicture(shape, width, height, false, desk.theme().paletteProperty()));
  }

  private static boolean areShares(Layer layer) {
    return layer instanceof Dense dense && dense.activation() == Activation.SOFTMAX
        || layer instanceof Activate activate && activate.function() == Activation.SOFTMAX;
  }

  /** Every number a cell. */
  record Cells(AnswerPicture view) implements Answer {
    @Override
    public void show(float[] values) {
      view.show(values);
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
    public double least() {
      return view.least();
    }

    @Override
    public double most() {
      return view.most();
    }
  }

  /** A bar for each class, in percent. */
  final class SharesAnswer implements Answer {
    static final int MOST = 10;
    /** A bar's line where there is all the room of a node; less where ten must share the room above other numbers. */
    private static final double LINE = 16;
    private static final double TIGHT = 11.8;

    private final Desk desk;
    private final Bars bars;
    private float[] shown = {};

    SharesAnswer(Desk desk, int classes, int height) {
      this.desk = desk;
      var run = desk.run().runProperty().get();
      List<String> names = new DataWords(desk.lang()).classes(run.data().dataset());
      List<String> labels = names.size() == classes ? names : IntStream.range(0, classes).mapToObj(String::valueOf).toList();
      bars = new Bars(labels, height < NodePane.PICTURE ? TIGHT : LINE);
    }

    @Override
    public Region view() {
      return bars;
    }

    @Override
    public void show(float[] values) {
      shown = values;
      bars.show(values, Shares.percent(values, 1, desk.lang().numbers()));
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
    public double least() {
      return 0;
    }

    @Override
    public double most() {
      return 1;
    }
  }
}
