package studio.backprop.ui.plots;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.function.DoubleFunction;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.SamplingXYLineRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;

/** The chart of one quantity: batches pale, the smoothed line over them, validation dashed with round marks. */
final class CurveChart {
  private static final double LEFT = 42;
  /** For numbers that are written with a power of ten. */
  private static final double LEFT_POWERS = 62;
  private static final double LEAST_PLAIN = 0.01;
  private static final double MOST_PLAIN = 1e6;
  private static final double BOTTOM = 22;
  /** The newest mark stands a little before the end. */
  private static final double RIGHT = 1.015;
  private static final float[] DASHES = {5, 3};
  /** Marks of the validation line do not touch. */
  private static final int MOST_MARKS = 12;

  private final CurveModel model;
  private final ChartLook look;
  private final XYPlot plot = new XYPlot();
  private final JFreeChart chart;
  private final SamplingXYLineRenderer batch = new SamplingXYLineRenderer();
  private final SamplingXYLineRenderer smoothed = new SamplingXYLineRenderer();
  private final XYLineAndShapeRenderer validation = new MarkedLine();
  private Palette dressed;
  private Range shownSteps;
  private Range shownValues;

  CurveChart(CurveModel model, ChartLook look, DoubleFunction<String> write) {
    this.model = model;
    this.look = look;
    boolean log = model.quantityProperty().get() == CurveModel.Quantity.LOSS;
    plot.setDomainAxis(Axes.steps(write));
    plot.setRangeAxis(log ? Axes.log(write) : Axes.linear(write));
    plot.setDataset(0, model.batch());
    plot.setDataset(1, model.smoothed());
    plot.setDataset(2, model.validation());
    plot.setRenderer(0, batch);
    plot.setRenderer(1, smoothed);
    plot.setRenderer(2, validation);
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    plot.setInsets(RectangleInsets.ZERO_INSETS);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setFixedRangeAxisSpace(space(LEFT, 0));
    plot.setFixedDomainAxisSpace(space(0, BOTTOM));
    plot.setDomainPannable(true);
    plot.setRangePannable(true);
    chart = new JFreeChart(null, null, plot, false);
    chart.setPadding(new RectangleInsets(6, 0, 0, 4));
    smoothed.setSeriesStroke(0, new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    batch.setSeriesStroke(0, new BasicStroke(1));
    validation.setSeriesStroke(0, new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASHES, 0));
    validation.setSeriesShape(0, new Ellipse2D.Double(-3, -3, 6, 6));
    validation.setUseFillPaint(true);
    validation.setUseOutlinePaint(true);
    validation.setSeriesOutlineStroke(0, new BasicStroke(1.5f));
    validation.setDrawSeriesLineAsPath(true);
    validation.setDefaultCreateEntities(false);
  }

  private static AxisSpace space(double left, double bottom) {
    AxisSpace space = new AxisSpace();
    space.setLeft(left);
    space.setBottom(bottom);
    return space;
  }

  JFreeChart chart() {
    return chart;
  }

  /** Takes over the colours of a palette; seen with the next {@link #refresh}. */
  void dress(Palette palette) {
    if (palette == dressed) {
      return;
    }
    dressed = palette;
    chart.setNotify(false);
    look.dress(plot, palette);
    Color line = ChartLook.awt(palette.color(Token.ACCENT_TEXT));
    batch.setSeriesPaint(0, ChartLook.awt(palette.color(Token.ACCENT_RIM)));
    smoothed.setSeriesPaint(0, line);
    Color judged = ChartLook.awt(palette.color(Token.GRADIENT));
    validation.setSeriesPaint(0, judged);
    validation.setSeriesOutlinePaint(0, judged);
    validation.setSeriesFillPaint(0, ChartLook.awt(palette.color(Token.BG)));
  }

  /** Draws the newest numbers. The axes follow them, unless a person has zoomed. */
  void refresh() {
    chart.setNotify(false);
    ValueAxis steps = plot.getDomainAxis();
    ValueAxis values = plot.getRangeAxis();
    if (following(steps, shownSteps) && following(values, shownValues)) {
      CurveModel.Extent extent = model.extent();
      shownSteps = new Range(0, model.lastStep() * RIGHT);
      shownValues = new Range(extent.low(), extent.high());
      steps.setRange(shownSteps, true, false);
      values.setRange(shownValues, true, false);
      boolean plain = extent.high() >= LEAST_PLAIN && extent.high() < MOST_PLAIN;
      plot.setFixedRangeAxisSpace(space(plain ? LEFT : LEFT_POWERS, 0));
    }
    model.fill(steps.getLowerBound(), steps.getUpperBound());
    // one change event, one drawing
    chart.setNotify(true);
  }

  private static boolean following(ValueAxis axis, Range shown) {
    return shown == null || axis.isAutoRange() || axis.getRange().equals(shown);
  }

  /** Shows everything again after zooming. */
  void showAll() {
    shownSteps = null;
    shownValues = null;
    refresh();
  }

  boolean zoomed() {
    return !following(plot.getDomainAxis(), shownSteps) || !following(plot.getRangeAxis(), shownValues);
  }

  /** The step under a place of the canvas. */
  double stepAt(double x, Rectangle2D dataArea) {
    return plot.getDomainAxis().java2DToValue(x, dataArea, plot.getDomainAxisEdge());
  }

  /** A line with a mark at the newest point and at some before it. */
  private final class MarkedLine extends XYLineAndShapeRenderer {
    @Override
    public boolean getItemShapeVisible(int series, int item) {
      int size = model.validation().size();
      return (size - 1 - item) % (size / MOST_MARKS + 1) == 0;
    }

    @Override
    public Shape getItemShape(int series, int item) {
      return getSeriesShape(0);
    }
  }
}
