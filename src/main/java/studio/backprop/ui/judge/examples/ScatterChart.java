package studio.backprop.ui.judge.examples;

import java.awt.Color;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.AbstractXYDataset;
import studio.backprop.observe.Example;
import studio.backprop.observe.predict.Predictions;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Span;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.kit.chart.AxisNumbers;
import studio.backprop.ui.kit.chart.ChartLook;
import studio.backprop.ui.kit.chart.ChartPicture;

/** Scatter plot of two numbers of the examples, coloured by class, with a shape per part. */
final class ScatterChart {
  /** Maximum number of points; of more, every n-th is drawn. */
  private static final int MOST = 3000;
  private static final double NEAR = 12;
  private static final int DIGITS = 6;
  private static final RectangleInsets ROOM = new RectangleInsets(8, 0, 0, 12);
  /** Vertical padding of tick labels, which limits their density. */
  private static final RectangleInsets SPARSE = new RectangleInsets(8, 4, 8, 4);
  /** By part of the data: circle, square, diamond. */
  private static final Shape[] SHAPES = {new Ellipse2D.Double(-3, -3, 6, 6), new Rectangle2D.Double(-3, -3, 6, 6), diamond()};

  private final ChartLook look;
  private final NumberAxis across;
  private final NumberAxis up;
  private final XYPlot plot;
  private final ChartPicture picture;
  private double[] xs = {};
  private double[] ys = {};
  private Color[] colours = {};
  private Shape[] shapes = {};
  private int step = 1;
  /** Quantities of the axes: other ones reset the zoom. */
  private List<?> shown = List.of();
  private boolean zoomed;

  ScatterChart(ChartLook look, Lang lang) {
    this.look = look;
    across = axis(lang);
    up = axis(lang);
    up.setTickLabelInsets(SPARSE);
    plot = new XYPlot(new Points(), across, up, renderer());
    look.dress(plot);
    plot.setDomainGridlinesVisible(true);
    plot.setDomainGridlinePaint(plot.getRangeGridlinePaint());
    plot.setDomainGridlineStroke(plot.getRangeGridlineStroke());
    JFreeChart chart = new JFreeChart(null, null, plot, false);
    chart.setPadding(ROOM);
    picture = new ChartPicture(chart);
  }

  private static Shape diamond() {
    Path2D diamond = new Path2D.Double();
    diamond.moveTo(0, -4);
    diamond.lineTo(4, 0);
    diamond.lineTo(0, 4);
    diamond.lineTo(-4, 0);
    diamond.closePath();
    return diamond;
  }

  private static NumberAxis axis(Lang lang) {
    NumberAxis axis = new NumberAxis();
    axis.setNumberFormatOverride(new AxisNumbers(number -> lang.numbers().significant(number, DIGITS)));
    return axis;
  }

  private XYLineAndShapeRenderer renderer() {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true) {
      @Override
      public Paint getItemPaint(int series, int item) {
        return colours[item];
      }

      @Override
      public Shape getItemShape(int series, int item) {
        return shapes[item];
      }
    };
    renderer.setDefaultCreateEntities(false);
    renderer.setUseOutlinePaint(true);
    return renderer;
  }

  ChartPicture picture() {
    return picture;
  }

  // --- drawing

  /** Draws two columns. The axes follow, unless the user has zoomed. */
  void show(ExampleList list, Optional<Predictions> predictions, ExampleColumn level, ExampleColumn upright, String levelName,
      String uprightName) {
    List<?> view = List.of(list.data(), level, upright);
    zoomed &= view.equals(shown);
    shown = view;
    step = Math.max(1, (list.size() + MOST - 1) / MOST);
    int drawn = (list.size() + step - 1) / step;
    xs = new double[drawn];
    ys = new double[drawn];
    colours = new Color[drawn];
    shapes = new Shape[drawn];
    Span targets = new Span();
    for (int i = 0; i < list.size(); i++) {
      targets.add(ExampleColumn.TARGET.number(list.data(), Optional.empty(), list.at(i)));
    }
    for (int i = 0; i < drawn; i++) {
      Example example = list.at(i * step);
      xs[i] = level.number(list.data(), predictions, example);
      ys[i] = upright.number(list.data(), predictions, example);
      colours[i] = colour(list, example, targets);
      shapes[i] = SHAPES[example.part().ordinal()];
    }
    picture.change(chart -> {
      across.setLabel(levelName);
      up.setLabel(uprightName);
      // a value in the middle of its scale is pale
      plot.getRenderer().setDefaultOutlinePaint(look.color(ExamplesModel.hasClasses(list.data()) ? Token.BG : Token.MUT));
      if (!zoomed) {
        fit(across, xs);
        fit(up, ys);
      }
    });
  }

  private Color colour(ExampleList list, Example example, Span targets) {
    float target = list.data().rawTarget(example.part(), example.row());
    return ChartLook.awt(
        ExamplesModel.hasClasses(list.data())
            ? look.palette().ofClass((int) target)
            : look.palette().signed().color(2 * targets.shareOf(target) - 1));
  }

  private static void fit(NumberAxis axis, double[] numbers) {
    Span span = new Span();
    for (double number : numbers) {
      span.add(number);
    }
    axis.setRange(span.low(), span.high());
  }

  /** Every n-th example is drawn. */
  int step() {
    return step;
  }

  /** Zooms about a place: {@code factor} below 1 shows a smaller range. */
  void zoom(double factor, double x, double y) {
    zoomed = true;
    Rectangle2D plane = picture.plane();
    picture.change(chart -> {
      across.resizeRange2(factor, across.java2DToValue(x, plane, plot.getDomainAxisEdge()));
      up.resizeRange2(factor, up.java2DToValue(y, plane, plot.getRangeAxisEdge()));
    });
  }

  void showAll() {
    zoomed = false;
    picture.change(chart -> {
      fit(across, xs);
      fit(up, ys);
    });
  }

  // --- positions

  /** Place of two numbers in the picture; empty where one is missing or out of view. */
  Optional<Point2D> place(double x, double y) {
    Rectangle2D plane = picture.plane();
    Point2D place = new Point2D.Double(
        across.valueToJava2D(x, plane, plot.getDomainAxisEdge()), up.valueToJava2D(y, plane, plot.getRangeAxisEdge()));
    return plane.contains(place) ? Optional.of(place) : Optional.empty();
  }

  /** Index in the list of the example nearest to a place, within a tolerance. */
  Optional<Integer> nearest(double x, double y) {
    int best = -1;
    double nearest = NEAR;
    for (int i = 0; i < xs.length; i++) {
      double away = place(xs[i], ys[i]).map(point -> point.distance(x, y)).orElse(NEAR);
      if (away < nearest) {
        nearest = away;
        best = i;
      }
    }
    return best < 0 ? Optional.empty() : Optional.of(best * step);
  }

  /** The drawn points as one series. */
  private final class Points extends AbstractXYDataset {
    @Override
    public int getSeriesCount() {
      return 1;
    }

    @Override
    public Comparable<?> getSeriesKey(int series) {
      return "";
    }

    @Override
    public int getItemCount(int series) {
      return xs.length;
    }

    @Override
    public Number getX(int series, int item) {
      return xs[item];
    }

    @Override
    public Number getY(int series, int item) {
      return ys[item];
    }
  }
}
