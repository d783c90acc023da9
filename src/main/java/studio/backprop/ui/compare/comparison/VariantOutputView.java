package studio.backprop.ui.compare.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import studio.backprop.compare.VariantOutput;
import studio.backprop.compare.VariantSnapshot;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Mark;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Raster;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.workspace.environment.GridPainter;
import studio.backprop.ui.workspace.generator.GeneratorSketch;

/**
 * Output of a variant's network: decision map with the examples, confusion matrix, or predicted against true values; of a generator its
 * samples.
 */
public final class VariantOutputView extends StackPane {
  /** Opacity of the map behind the examples. */
  private static final double PALE = 0.62;
  private static final int MAX_MARKS = 160;
  private static final double SMALL = 0.75;
  private static final double LEGIBLE = 18;
  private static final double POINT = 4;
  /** Margin of class names in px. */
  private static final double AXIS = 14;
  private static final double SIGN = 11;
  private static final double SMALL_TEXT = 11.2;

  private final Supplier<VariantOutput> output;
  private final Supplier<Optional<PreparedData>> data;
  private final BooleanSupplier asked;
  private final ThemeModel theme;
  private final Painting painting = new Painting(this::paint);
  private final Label nothing = new Label();
  private final GeneratorSketch sketch;
  private Raster raster = new Raster(1, 1);

  VariantOutputView(VariantHistory variant, Lang lang, ThemeModel theme) {
    this(variant::outlook, () -> variant.snapshot().map(VariantSnapshot::data),
        () -> variant.snapshot().filter(snapshot -> snapshot.step() > 0).isPresent(), lang, theme);
  }

  /** @param asked whether an output should be available by now, so that its absence is explained */
  public VariantOutputView(Supplier<VariantOutput> output, Supplier<Optional<PreparedData>> data, BooleanSupplier asked, Lang lang,
      ThemeModel theme) {
    this.output = output;
    this.data = data;
    this.asked = asked;
    this.theme = theme;
    this.sketch = new GeneratorSketch(lang);
    getStyleClass().add("outlook");
    setMinSize(0, 0);
    accessibleTextProperty().bind(lang.bind("twins.outlook"));
    nothing.textProperty().bind(lang.bind("twins.no_outlook"));
    nothing.getStyleClass().addAll("note", "mut", "nothing");
    nothing.setWrapText(true);
    getChildren().addAll(painting, nothing);
  }

  public void redraw() {
    nothing.setVisible(output.get() instanceof VariantOutput.Nothing && asked.getAsBoolean());
    painting.repaint();
  }

  private void paint(GraphicsContext g, double width, double height) {
    double side = Math.min(width, height);
    g.save();
    g.translate(Math.floor((width - side) / 2), Math.floor((height - side) / 2));
    if (output.get() instanceof VariantOutput.Plane plane) {
      paint(g, side, plane);
    } else if (output.get() instanceof VariantOutput.Cells cells) {
      paint(g, side, cells);
    } else if (output.get() instanceof VariantOutput.Squares squares) {
      g.restore();
      g.save();
      new GridPainter(g, theme.palette(), squares.grid(), 0, 0, width, height)
          .paint(squares.outputs(), squares.policy(), squares.path(), squares.path().get(squares.path().size() - 1));
    } else if (output.get() instanceof VariantOutput.Pairs pairs) {
      paint(g, side, pairs);
    } else if (output.get() instanceof VariantOutput.Generated generated) {
      sketch.paint(g, theme.palette(), generated.view(), side);
    }
    g.restore();
  }

  private void paint(GraphicsContext g, double side, VariantOutput.Plane plane) {
    Palette palette = theme.palette();
    if (raster.width() != plane.side()) {
      raster = new Raster(plane.side(), plane.side());
    }
    for (int place = 0; place < plane.answers().length; place++) {
      raster.set(place % plane.side(), place / plane.side(), palette.signed().argb(plane.answers()[place] * PALE));
    }
    raster.update();
    g.setImageSmoothing(true);
    raster.paint(g, 0, 0, plane.side(), plane.side(), 0, 0, side, side);
    data.get().ifPresent(known -> marks(g, side, plane, known, palette));
  }

  private static void marks(GraphicsContext g, double side, VariantOutput.Plane plane, PreparedData data, Palette palette) {
    int stride = data.trainRows() / MAX_MARKS + 1;
    for (int row = 0; row < data.trainRows(); row += stride) {
      double x = (data.rawInput(Part.TRAIN, row, 0) - plane.low()[0]) / (plane.high()[0] - plane.low()[0]) * side;
      double y = side - (data.rawInput(Part.TRAIN, row, 1) - plane.low()[1]) / (plane.high()[1] - plane.low()[1]) * side;
      Mark.CIRCLE.paint(g, x, y, SMALL, palette.signed().color(target(data, row)), palette.color(Token.BG));
    }
  }

  private static double target(PreparedData data, int row) {
    if (data.dataset().task() == Task.CLASSES) {
      return data.classOf(Part.TRAIN, row) * 2 - 1;
    }
    float[] scaled = {data.targetScaler().scaleMeasured(0, data.exactTarget(Part.TRAIN, row, 0))};
    return scaled[0] / 2;
  }

  /** Confusion matrix with the classes at the left, true, and below, predicted. */
  private void paint(GraphicsContext g, double whole, VariantOutput.Cells cells) {
    Palette palette = theme.palette();
    int classes = cells.counts().length;
    double side = whole - AXIS;
    double cell = side / classes;
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.CENTER);
    for (int truth = 0; truth < classes; truth++) {
      int all = Arrays.stream(cells.counts()[truth]).sum();
      for (int said = 0; said < classes; said++) {
        int count = cells.counts()[truth][said];
        double share = all == 0 ? 0 : (double) count / all;
        Color colour = palette.signed().color(truth == said ? share : -share);
        g.setFill(colour);
        g.fillRect(AXIS + said * cell, truth * cell, cell - 1, cell - 1);
        if (count > 0 && cell >= LEGIBLE) {
          g.setFill(palette.textOn(colour));
          Painting.write(g, String.valueOf(count), AXIS + (said + 0.5) * cell, (truth + 0.5) * cell, cell - 2);
        }
      }
    }
    axes(g, palette, cell, side, classes);
  }

  private void axes(GraphicsContext g, Palette palette, double cell, double side, int classes) {
    List<String> names = data.get().map(known -> known.dataset().classNames()).orElse(List.of());
    int stride = (int) Math.max(1, Math.ceil(SIGN / cell));
    g.setFill(palette.color(Token.MUT));
    g.setFont(Font.font(g.getFont().getFamily(), SMALL_TEXT));
    for (int place = 0; place < Math.min(classes, names.size()); place += stride) {
      String name = brief(names.get(place), place);
      Painting.write(g, name, AXIS / 2, (place + 0.5) * cell, AXIS);
      Painting.write(g, name, AXIS + (place + 0.5) * cell, side + AXIS / 2, Math.max(SIGN, stride * cell));
    }
  }

  /** A digit as it is; of other names the index. */
  private static String brief(String name, int place) {
    return name.length() <= 2 ? name : String.valueOf(place + 1);
  }

  private void paint(GraphicsContext g, double side, VariantOutput.Pairs pairs) {
    Palette palette = theme.palette();
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (float truth : pairs.truth()) {
      low = Math.min(low, truth);
      high = Math.max(high, truth);
    }
    g.setStroke(palette.color(Token.BORDER));
    g.strokeRect(0.5, 0.5, side - 1, side - 1);
    g.strokeLine(0, side, side, 0);
    g.setFill(palette.color(Token.ACCENT_TEXT));
    for (int i = 0; i < pairs.truth().length; i++) {
      double x = (pairs.truth()[i] - low) / (high - low) * side;
      double y = side - Math.max(0, Math.min(1, (pairs.said()[i] - low) / (high - low))) * side;
      g.fillOval(x - POINT / 2, y - POINT / 2, POINT, POINT);
    }
  }
}
