package studio.backprop.cli;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import studio.backprop.landscape.LossMap;
import studio.backprop.landscape.WeightPosition;
import studio.backprop.landscape.WeightTrail;
import studio.backprop.store.AtomicFile;
import studio.backprop.store.StoreProblem;
import studio.backprop.ui.compare.comparison.VariantColour;
import studio.backprop.ui.kit.Token;

/** PNG of a loss landscape: logarithm of the loss as colour, contour lines, and the paths of the runs. Works headless. */
final class LandscapePicture {
  private static final int WIDTH = 800;
  private static final int HEIGHT = 640;
  private static final int DENSITY = 2;
  private static final int ACROSS = 1400;
  private static final int DOWN = 1060;
  private static final int LEVELS = 14;
  private static final double LINE = 0.55;
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

  /** Writes it atomically. */
  void write(Path file) throws StoreProblem {
    JFreeChart chart = chart();
    AtomicFile.write(file, out -> ChartUtils.writeScaledChartAsPNG(out, chart, WIDTH, HEIGHT, DENSITY, DENSITY));
  }

  private JFreeChart chart() {
    NumberAxis x = axis("cli.landscape.first", 0, map.plane().firstShare(), map.frame().left(), map.frame().right());
    NumberAxis y = axis("cli.landscape.second", 1, map.plane().secondShare(), map.frame().bottom(), map.frame().top());
    JFreeChart chart = charts.chart(terminal.say("cli.landscape.title", map.plane().weights()), x, y);
    XYPlot plot = chart.getXYPlot();
    plot.setDataset(ways());
    plot.setRenderer(lines());
    plot.setBackgroundImage(surface());
    plot.setBackgroundImageAlpha(1);
    chart.getRenderingHints().put(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinesVisible(false);
    return chart;
  }

  private NumberAxis axis(String key, int number, double share, double from, double to) {
    NumberAxis axis = new NumberAxis(switch (map.plane().kind()) {
      case STEPS -> terminal.say(key + ".share", terminal.numbers().percent(share, 1));
      case WEIGHTS -> number < map.plane().weights() ? weight(number) : "";
      default -> terminal.say(key);
    });
    axis.setRange(from, to);
    return axis;
  }

  /** Background of the plot: colours of the bilinearly interpolated logarithm, and contour lines. */
  private BufferedImage surface() {
    BufferedImage image = new BufferedImage(ACROSS, DOWN, BufferedImage.TYPE_INT_RGB);
    double least = logarithm(map.least());
    double span = Math.max(logarithm(map.most()) - least, Double.MIN_NORMAL);
    double[][] shares = new double[DOWN + 1][ACROSS + 1];
    for (int y = 0; y <= DOWN; y++) {
      for (int x = 0; x <= ACROSS; x++) {
        shares[y][x] = (between((double) x / ACROSS, 1 - (double) y / DOWN) - least) / span;
      }
    }
    for (int y = 0; y < DOWN; y++) {
      for (int x = 0; x < ACROSS; x++) {
        int level = (int) Math.floor(shares[y][x] * LEVELS);
        boolean line = level != (int) Math.floor(shares[y][x + 1] * LEVELS) || level != (int) Math.floor(shares[y + 1][x] * LEVELS);
        Color color = shaded(shares[y][x]);
        image.setRGB(x, y, (line ? mixed(color, HIGH, LINE) : color).getRGB());
      }
    }
    return image;
  }

  /** Interpolated logarithm. @param x from 0 to 1 @param y from 0 to 1 */
  private double between(double x, double y) {
    int last = map.side() - 1;
    int column = Math.min(last - 1, (int) (x * last));
    int row = Math.min(last - 1, (int) (y * last));
    double right = x * last - column;
    double up = y * last - row;
    double low = (1 - right) * logarithm(map.loss(column, row)) + right * logarithm(map.loss(column + 1, row));
    double high = (1 - right) * logarithm(map.loss(column, row + 1)) + right * logarithm(map.loss(column + 1, row + 1));
    return (1 - up) * low + up * high;
  }

  /** A loss that is not finite counts as the highest. */
  private double logarithm(double loss) {
    return Math.log(Math.max(Double.isFinite(loss) ? loss : map.most(), Double.MIN_NORMAL));
  }

  private static Color shaded(double share) {
    double within = Math.max(0, Math.min(1, share));
    return within < 0.5 ? mixed(LOW, MIDDLE, 2 * within) : mixed(MIDDLE, HIGH, 2 * within - 1);
  }

  private static Color mixed(Color from, Color to, double share) {
    return new Color((int) (from.getRed() + share * (to.getRed() - from.getRed())),
        (int) (from.getGreen() + share * (to.getGreen() - from.getGreen())),
        (int) (from.getBlue() + share * (to.getBlue() - from.getBlue())));
  }

  private String weight(int place) {
    String name = trails.get(middle).layout().name(place);
    return terminal.texts().has("parameter." + name) ? terminal.say("parameter." + name) : name;
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
        charts.line(renderer, series, charts.color(VariantColour.token(lane)), 2);
        renderer.setSeriesShape(series, new Ellipse2D.Double(-1.5, -1.5, 3, 3));
        renderer.setSeriesShapesVisible(series, true);
        renderer.setSeriesPaint(series + 1, charts.color(VariantColour.token(lane)));
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
