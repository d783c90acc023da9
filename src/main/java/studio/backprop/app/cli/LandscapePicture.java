package studio.backprop.app.cli;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Paint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.List;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYZDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import studio.backprop.store.AtomicFile;
import studio.backprop.store.StoreProblem;
import studio.backprop.train.landscape.LossMap;
import studio.backprop.train.landscape.WeightPlane;
import studio.backprop.train.landscape.WeightPosition;
import studio.backprop.train.landscape.WeightTrail;
import studio.backprop.ui.kit.Token;

/** A landscape as a picture: the loss as colour by its logarithm, and the ways of the runs over it. Needs no screen. */
final class LandscapePicture {
  private static final int WIDTH = 800;
  private static final int HEIGHT = 640;
  private static final int DENSITY = 2;
  private static final Color LOW = new Color(0xFFFDF2);
  private static final Color MIDDLE = new Color(0xDDB94F);
  private static final Color HIGH = new Color(0x6B4410);

  private final Terminal terminal;
  private final LossMap map;
  private final List<String> names;
  private final List<WeightTrail> trails;
  private final int middle;
  private final LineCharts charts = new LineCharts();

  LandscapePicture(Terminal terminal, LossMap map, List<String> names, List<WeightTrail> trails, int middle) {
    this.terminal = terminal;
    this.map = map;
    this.names = names;
    this.trails = trails;
    this.middle = middle;
  }

  /** Writes it, whole or not at all. */
  void write(Path file) throws StoreProblem {
    JFreeChart chart = chart();
    AtomicFile.write(file, out -> ChartUtils.writeScaledChartAsPNG(out, chart, WIDTH, HEIGHT, DENSITY, DENSITY));
  }

  private JFreeChart chart() {
    NumberAxis x = axis("cli.landscape.first", map.plane().firstShare(), map.frame().left(), map.frame().right());
    NumberAxis y = axis("cli.landscape.second", map.plane().secondShare(), map.frame().bottom(), map.frame().top());
    JFreeChart chart = charts.chart(terminal.say("cli.landscape.title", map.plane().weights()), x, y);
    XYPlot plot = chart.getXYPlot();
    plot.setDataset(1, losses());
    plot.setRenderer(1, blocks());
    plot.setDataset(0, ways());
    plot.setRenderer(0, lines());
    return chart;
  }

  private NumberAxis axis(String key, double share, double from, double to) {
    boolean measured = map.plane().kind() == WeightPlane.Kind.STEPS;
    NumberAxis axis = new NumberAxis(measured ? terminal.say(key + ".share", terminal.numbers().percent(share, 1)) : terminal.say(key));
    axis.setRange(from, to);
    return axis;
  }

  private DefaultXYZDataset losses() {
    int side = map.side();
    double[][] cells = new double[3][side * side];
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        int place = row * side + column;
        cells[0][place] = map.a(column);
        cells[1][place] = map.b(row);
        cells[2][place] = Math.log(Math.max(map.loss(column, row), Double.MIN_NORMAL));
      }
    }
    DefaultXYZDataset data = new DefaultXYZDataset();
    data.addSeries("", cells);
    return data;
  }

  private XYBlockRenderer blocks() {
    XYBlockRenderer renderer = new XYBlockRenderer();
    // a hair wider than a cell, or the background shines through between two
    renderer.setBlockWidth((map.frame().right() - map.frame().left()) / (map.side() - 1) * 1.02);
    renderer.setBlockHeight((map.frame().top() - map.frame().bottom()) / (map.side() - 1) * 1.02);
    double least = Math.log(Math.max(map.least(), Double.MIN_NORMAL));
    double most = Math.log(Math.max(map.most(), Double.MIN_NORMAL));
    renderer.setPaintScale(new PaintScale() {
      @Override
      public double getLowerBound() {
        return least;
      }

      @Override
      public double getUpperBound() {
        return most;
      }

      @Override
      public Paint getPaint(double value) {
        double share = most > least ? Math.max(0, Math.min(1, (value - least) / (most - least))) : 0;
        return Double.isNaN(value) ? HIGH : share < 0.5 ? mixed(LOW, MIDDLE, 2 * share) : mixed(MIDDLE, HIGH, 2 * share - 1);
      }
    });
    renderer.setDefaultSeriesVisibleInLegend(false);
    return renderer;
  }

  private static Color mixed(Color from, Color to, double share) {
    return new Color((int) (from.getRed() + share * (to.getRed() - from.getRed())),
        (int) (from.getGreen() + share * (to.getGreen() - from.getGreen())),
        (int) (from.getBlue() + share * (to.getBlue() - from.getBlue())));
  }

  private XYSeriesCollection ways() {
    XYSeriesCollection ways = new XYSeriesCollection();
    for (int lane = 0; lane < trails.size(); lane++) {
      if (trails.get(lane).fits(trails.get(middle))) {
        XYSeries way = new XYSeries(LandscapeFigures.letter(lane) + "  " + names.get(lane), false);
        XYSeries end = new XYSeries("end " + lane, false);
        double[] at = {0, 0};
        for (WeightPosition position : trails.get(lane).positions()) {
          at = map.plane().project(position.weights());
          way.add(at[0], at[1]);
        }
        end.add(at[0], at[1]);
        ways.addSeries(way);
        ways.addSeries(end);
      }
    }
    return ways;
  }

  private XYLineAndShapeRenderer lines() {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
    int series = 0;
    for (int lane = 0; lane < trails.size(); lane++) {
      if (trails.get(lane).fits(trails.get(middle))) {
        charts.line(renderer, series, charts.series(lane), 2);
        renderer.setSeriesShape(series, new Ellipse2D.Double(-1.5, -1.5, 3, 3));
        renderer.setSeriesShapesVisible(series, true);
        renderer.setSeriesPaint(series + 1, charts.series(lane));
        renderer.setSeriesStroke(series + 1, new BasicStroke(2));
        renderer.setSeriesShape(series + 1, new Rectangle2D.Double(-4, -4, 8, 8));
        renderer.setSeriesVisibleInLegend(series + 1, false);
        series += 2;
      }
    }
    renderer.setDefaultOutlinePaint(charts.color(Token.BG));
    return renderer;
  }
}
