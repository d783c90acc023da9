package studio.backprop.ui.workspace.run;

import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import studio.backprop.data.Dataset;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.observe.Example;
import studio.backprop.observe.predict.Predictions;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Raster;

/** Sheet of examples with image targets and their predictions: one column an example, one row a {@link Kind}. Shows the first channel. */
public final class PictureSheet {
  /** Row of the sheet. */
  public enum Kind {
    INPUT,
    ANSWER,
    PREDICTION,
    /** Prediction minus target: negative where it is too pale. */
    DIFFERENCE
  }

  private static final List<Kind> ALL = List.of(Kind.values());
  /** Rows of an autoencoder, whose target is the input. */
  private static final List<Kind> COPIES = List.of(Kind.INPUT, Kind.PREDICTION, Kind.DIFFERENCE);

  private final PreparedData data;
  private final Shape in;
  private final Shape out;
  private final List<Kind> kinds;
  private final int wide;
  private final int high;
  private final Raster raster;
  private final float[] input;

  /** @param columns maximum number of examples */
  public PictureSheet(PreparedData data, int columns) {
    this.data = data;
    this.in = data.dataset().inputShape();
    this.out = data.dataset().about().targetShape();
    this.kinds = kinds(data.dataset());
    this.high = Math.max(in.size(1), out.size(1));
    this.wide = Math.max(in.size(2), out.size(2));
    this.raster = new Raster(columns * wide, kinds.size() * high);
    this.input = new float[data.dataset().width()];
  }

  /** Rows of an example, from top to bottom. */
  public static List<Kind> kinds(Dataset dataset) {
    boolean copies = dataset.task() == Task.REGRESSION && dataset.rows() > 0 && dataset.width() == dataset.answers();
    for (int place = 0; copies && place < dataset.width(); place++) {
      copies = dataset.input(0, place) == dataset.target(0, place);
    }
    return copies ? COPIES : ALL;
  }

  public List<Kind> kinds() {
    return kinds;
  }

  /** Height per width of an image. */
  public double tall() {
    return (double) high / wide;
  }

  /** Puts an example into a column; call {@link #update} after the last. */
  public void set(int column, Example example, Optional<Predictions> predictions, Palette palette) {
    Optional<Predictions> said = predictions.filter(p -> p.has(example.part()));
    data.copyRawInput(example.part(), example.row(), input);
    for (int y = 0; y < high; y++) {
      for (int x = 0; x < wide; x++) {
        for (int row = 0; row < kinds.size(); row++) {
          raster.set(column * wide + x, row * high + y, colour(kinds.get(row), x, y, example, said, palette));
        }
      }
    }
  }

  private int colour(Kind kind, int x, int y, Example example, Optional<Predictions> said, Palette palette) {
    Shape shape = kind == Kind.INPUT ? in : out;
    boolean outside = y >= shape.size(1) || x >= shape.size(2) || said.isEmpty() && (kind == Kind.PREDICTION || kind == Kind.DIFFERENCE);
    if (outside) {
      return 0;
    }
    int place = y * shape.size(2) + x;
    return switch (kind) {
      case INPUT -> palette.pixels().argb(input[place] / data.dataset().about().largestPixel());
      case ANSWER -> palette.pixels().argb(answer(data, example, place));
      case PREDICTION -> palette.pixels().argb(said(said.get(), example, place));
      case DIFFERENCE -> palette.signed().argb(said(said.get(), example, place) - answer(data, example, place));
    };
  }

  /** In [0, 1]: a grey value, or a class. */
  private static double answer(PreparedData data, Example example, int place) {
    return data.rawTarget(example.part(), example.row(), place) / largest(data.dataset());
  }

  /** In [0, 1]: a grey value, the probability of the second of two classes, or the argmax of several. */
  private static double said(Predictions said, Example example, int place) {
    Dataset dataset = said.data().dataset();
    double number = dataset.task() == Task.REGRESSION
        ? said.value(example.part(), example.row(), place)
        : dataset.classNames().size() == 2
            ? said.score(example.part(), example.row(), place, 1)
            : said.classOf(example.part(), example.row(), place);
    return number / largest(dataset);
  }

  private static double largest(Dataset dataset) {
    return dataset.task() == Task.REGRESSION ? dataset.about().largestPixel() : dataset.classNames().size() - 1;
  }

  public void update() {
    raster.update();
  }

  public void paint(GraphicsContext g, int column, int row, double x, double y, double width) {
    raster.paint(g, column * wide, row * high, wide, high, x, y, width, width * tall());
  }
}
