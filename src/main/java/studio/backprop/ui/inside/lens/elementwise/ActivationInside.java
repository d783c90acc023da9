package studio.backprop.ui.inside.lens.elementwise;

import java.util.List;
import java.util.OptionalInt;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import studio.backprop.network.Node;
import studio.backprop.observe.NodeTrace;
import studio.backprop.observe.NodeTrace.OpLook;
import studio.backprop.observe.SingleLayerRun;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.inside.lens.sheet.ActivationCurve;
import studio.backprop.ui.inside.lens.sheet.GeneralInside;
import studio.backprop.ui.inside.lens.sheet.InsideView;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.inside.lens.sheet.SaidCard;
import studio.backprop.ui.inside.lens.sheet.TensorCard;
import studio.backprop.ui.inside.lens.sheet.TensorPicture;
import studio.backprop.ui.inside.lens.sheet.TitledPicture;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;

/**
 * Inside view of an activation: its curve with a point for each value of the batch, and below it the derivative, which multiplies the
 * gradient. Points with a derivative near 0 do not learn.
 */
public final class ActivationInside implements InsideView {
  private static final int MAX_POINTS = 3000;
  private static final double MIN_WIDTH = 380;
  private static final double MIN_HEIGHT = 150;
  private static final double SHARE = 0.4;
  /** Room beside and above the pictures: gaps; the text, names and pager buttons. */
  private static final double AROUND = 116;
  private static final double ABOVE = 164;
  private static final double EDGE = 46;
  private static final double DOT = 3;
  private static final double FLAT = 0.01;

  private final LensDesk desk;
  private final Painting values = new Painting((g, w, h) -> paint(g, w, h, false));
  private final Painting slopes = new Painting((g, w, h) -> paint(g, w, h, true));
  private final TitledPicture valuesTitled = new TitledPicture(values);
  private final TitledPicture slopesTitled = new TitledPicture(slopes);
  private final SaidCard said = new SaidCard();
  private final TensorCard input;
  private final TensorCard output;
  private final ScrollPane scroll;
  private ActivationCurve curve;
  /** Derivatives at the {@link #points}. */
  private float[] bends;
  private OpLook example;
  private OpLook batch;

  /** For a purely elementwise activation; the general view for others. */
  public static InsideView of(LensDesk desk, Node node, NodeTrace look) {
    boolean alone = look.example().size() == 1 && SingleLayerRun.of(node.layer(), List.of(Shape.of(ActivationCurve.SAMPLES))).isPresent();
    return alone ? new ActivationInside(desk) : new GeneralInside(desk);
  }

  private ActivationInside(LensDesk desk) {
    this.desk = desk;
    input = new TensorCard(desk, MIN_WIDTH, MIN_WIDTH);
    output = new TensorCard(desk, MIN_WIDTH, MIN_WIDTH);
    input.pointedProperty().subscribe(index -> index.ifPresent(place -> point(output, place)));
    output.pointedProperty().subscribe(index -> index.ifPresent(place -> point(input, place)));
    VBox plots = new VBox(valuesTitled, slopesTitled);
    plots.getStyleClass().add("curves");
    HBox both = new HBox(plots, input, output);
    both.getStyleClass().add("grids");
    VBox all = new VBox(said, both);
    all.getStyleClass().add("links");
    scroll = new ScrollPane(all);
    scroll.setFitToWidth(true);
    scroll.widthProperty().subscribe(this::room);
    scroll.heightProperty().subscribe(this::room);
  }

  /** Shares the window out: curves one below the other, cells beside them. */
  private void room() {
    double wide = Math.max(MIN_WIDTH, Math.floor(SHARE * (scroll.getWidth() - AROUND)));
    double high = Math.max(MIN_HEIGHT, Math.floor((scroll.getHeight() - ABOVE) / 2));
    for (Painting plot : List.of(values, slopes)) {
      plot.setMinSize(wide, high);
      plot.setPrefSize(wide, high);
      plot.setMaxSize(wide, high);
    }
    if (example != null) {
      TensorPicture.share(List.of(input, output), scroll.getWidth() - AROUND - wide, 2 * high);
      said.scale(output.scale());
    }
  }

  private void point(TensorCard other, int place) {
    other.mark(new int[] {place}, OptionalInt.empty(), Token.GROUP_CONVOLUTION);
    values.repaint();
    slopes.repaint();
  }

  @Override
  public Region region() {
    return scroll;
  }

  @Override
  public void show(Node node, NodeTrace look) {
    example = last(look.example());
    batch = look.batch().isEmpty() ? null : last(look.batch());
    float[] xs = points().inputs().get(0).values();
    float reach = ActivationCurve.reach(xs);
    if (curve == null || !curve.is(node.layer(), reach)) {
      curve = ActivationCurve.of(node.layer(), reach).orElseThrow();
    }
    bends = curve.slopesAt(xs);
    NodeTrace before = desk.model().before().orElse(null);
    OpLook then = before == null ? null : last(before.example());
    TensorPicture.show(desk, List.of(
        new TensorPicture.Shown(input, desk.lang().say("lens.input") + " x", example.inputs().get(0), then == null ? null : then.inputs()
            .get(0)),
        new TensorPicture.Shown(output, desk.lang().say("lens.output") + " y", example.output(), then == null ? null : then.output())));
    room();
    say();
    values.repaint();
    slopes.repaint();
  }

  private static OpLook last(List<OpLook> ops) {
    return ops.get(ops.size() - 1);
  }

  private OpLook points() {
    return batch == null ? example : batch;
  }

  private void say() {
    int flat = 0;
    for (float slope : bends) {
      flat += Math.abs(slope) < FLAT ? 1 : 0;
    }
    Numbers numbers = desk.lang().numbers();
    String where = desk.lang().say(batch == null ? "lens.curve.example" : "lens.curve.batch", numbers.whole(bends.length));
    said.say(desk.lang().say("lens.curve.flat", where, numbers.percent((double) flat / Math.max(1, bends.length))));
    valuesTitled.say(desk.lang().say("lens.curve.value"), where);
    slopesTitled.say(desk.lang().say("lens.curve.slope"), desk.lang().say("lens.curve.slope.note"));
  }

  // --- curves

  private void paint(GraphicsContext g, double width, double height, boolean slope) {
    if (curve == null) {
      return;
    }
    float[] ys = slope ? curve.slopes() : curve.values();
    float low = 0;
    float high = slope ? 1 : 0;
    for (float y : ys) {
      low = Math.min(low, y);
      high = Math.max(high, y);
    }
    Plot plot = new Plot(g, desk.theme().palette(), width, height, curve.reach(), low, high);
    plot.axes(desk.lang().numbers());
    float[] xs = points().inputs().get(0).values();
    int stride = Math.max(1, xs.length / MAX_POINTS);
    for (int i = 0; i < xs.length; i += stride) {
      plot.point(xs[i], slope ? bends[i] : points().output().values()[i], Token.GROUP_SEQUENCE, DOT);
    }
    plot.line(curve, ys);
    OptionalInt place = input.pointedProperty().get().isPresent() ? input.pointedProperty().get() : output.pointedProperty().get();
    place.ifPresent(i -> {
      float x = example.inputs().get(0).values()[i];
      plot.point(x, slope ? curve.slopesAt(new float[] {x})[0] : example.output().values()[i], Token.GROUP_CONVOLUTION, 3 * DOT);
    });
  }

  /** Plot of a function. */
  private record Plot(GraphicsContext g, Palette palette, double width, double height, float reach, float low, float high) {
    private double x(double value) {
      return EDGE + (value + reach) / (2 * reach) * (width - EDGE - 8);
    }

    private double y(double value) {
      return height - 20 - (value - low) / Math.max(1e-6, high - low) * (height - 32);
    }

    void axes(Numbers numbers) {
      g.setFill(palette.color(Token.BG));
      g.fillRoundRect(0, 0, width, height, 8, 8);
      g.setStroke(palette.color(Token.BORDER));
      g.setLineWidth(1);
      g.strokeLine(x(-reach), Math.rint(y(0)) + 0.5, x(reach), Math.rint(y(0)) + 0.5);
      g.strokeLine(Math.rint(x(0)) + 0.5, y(low), Math.rint(x(0)) + 0.5, y(high));
      g.setFill(palette.color(Token.SUBT));
      g.setTextBaseline(VPos.CENTER);
      g.setTextAlign(TextAlignment.RIGHT);
      Painting.write(g, numbers.compact(high), EDGE - 6, y(high));
      Painting.write(g, numbers.compact(low), EDGE - 6, y(low));
      g.setTextAlign(TextAlignment.CENTER);
      for (float at : new float[] {-reach, -reach / 2, 0, reach / 2, reach}) {
        Painting.write(g, numbers.compact(at), Math.min(width - 12, x(at)), height - 8);
      }
    }

    void line(ActivationCurve curve, float[] ys) {
      g.setStroke(palette.color(Token.ACCENT));
      g.setLineWidth(2);
      g.beginPath();
      g.moveTo(x(curve.x(0)), y(ys[0]));
      for (int i = 1; i < ys.length; i++) {
        g.lineTo(x(curve.x(i)), y(ys[i]));
      }
      g.stroke();
    }

    void point(float x, float y, Token colour, double size) {
      g.setFill(palette.color(colour));
      g.fillOval(x(Math.max(-reach, Math.min(reach, x))) - size / 2, y(y) - size / 2, size, size);
    }
  }
}
