package studio.backprop.cli;

import java.awt.Color;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import studio.backprop.data.Task;
import studio.backprop.store.AtomicFile;
import studio.backprop.store.StoreProblem;
import studio.backprop.train.Session;
import studio.backprop.train.metric.Metrics;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.workspace.run.Curve;

/** Charts of a training as PNG: loss, accuracy or error, and gradient norms of each node. Works headless. */
final class TrainingPictures {
  private static final int WIDTH = 800;
  private static final int HEIGHT = 480;
  /** Pixels per point, for projectors. */
  private static final int DENSITY = 2;
  private static final double LEAST_NORM = 1e-12;

  private final Terminal terminal;
  private final Session session;
  private final StepCurves curves;
  private final LineCharts charts;

  TrainingPictures(Terminal terminal, Training training, LineCharts charts) {
    this.terminal = terminal;
    this.session = training.session();
    this.curves = training.curves();
    this.charts = charts;
  }

  /** File names of {@link #write}: loss, accuracy or error, gradients. */
  static List<String> names(Session session) {
    boolean classes = session.task() == Task.CLASSES;
    return List.of("loss.png", classes ? "accuracy.png" : "error.png", "gradients.png");
  }

  /** Writes the pictures, each atomically. */
  void write(Path folder) throws StoreProblem {
    List<String> names = names(session);
    save(loss(), folder.resolve(names.get(0)));
    save(session.task() == Task.CLASSES ? accuracy() : error(), folder.resolve(names.get(1)));
    save(gradients(), folder.resolve(names.get(2)));
  }

  private static void save(JFreeChart chart, Path file) throws StoreProblem {
    AtomicFile.write(file, out -> ChartUtils.writeScaledChartAsPNG(out, chart, WIDTH, HEIGHT, DENSITY, DENSITY));
  }

  private JFreeChart loss() {
    JFreeChart chart = epochChart("cli.chart.loss", new NumberAxis(terminal.say("cli.chart.loss")), Metrics::loss);
    XYSeriesCollection batches = new XYSeriesCollection(series(terminal.say("cli.chart.batch"), curves.loss(), 0));
    XYLineAndShapeRenderer thin = new XYLineAndShapeRenderer();
    charts.line(thin, 0, charts.color(Token.ACCENT_RIM), 1);
    chart.getXYPlot().setDataset(1, batches);
    chart.getXYPlot().setRenderer(1, thin);
    return chart;
  }

  private JFreeChart accuracy() {
    NumberAxis axis = new NumberAxis(terminal.say("cli.chart.accuracy"));
    axis.setNumberFormatOverride(NumberFormat.getPercentInstance(terminal.texts().locale()));
    return epochChart("cli.chart.accuracy", axis, Metrics::accuracy);
  }

  private JFreeChart error() {
    return epochChart("cli.chart.error", new NumberAxis(terminal.say("cli.chart.error")), Metrics::mae);
  }

  /** Solid line for training, dashed for validation, over epochs. */
  private JFreeChart epochChart(String title, NumberAxis y, ToDoubleFunction<Metrics> measure) {
    y.setAutoRangeIncludesZero(false);
    List<EpochRecord> epochs = session.epochs();
    XYSeriesCollection lines = new XYSeriesCollection();
    XYSeries train = new XYSeries(terminal.say("cli.part.train"));
    XYSeries held = new XYSeries(terminal.say("cli.part.validation"));
    for (EpochRecord epoch : epochs) {
      train.add(epoch.epoch(), measure.applyAsDouble(epoch.train()));
      held.add(epoch.epoch(), measure.applyAsDouble(epoch.validation()));
    }
    lines.addSeries(train);
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
    charts.line(renderer, 0, charts.color(Token.ACCENT), 2.5f);
    renderer.setSeriesShapesVisible(0, epochs.size() == 1);
    if (epochs.stream().anyMatch(epoch -> !Double.isNaN(epoch.validation().loss()))) {
      lines.addSeries(held);
      charts.dashed(renderer, 1, charts.color(Token.GROUP_SEQUENCE));
    }
    JFreeChart chart = charts.chart(terminal.say(title), epochAxis(), y);
    chart.getXYPlot().setDataset(lines);
    chart.getXYPlot().setRenderer(renderer);
    return chart;
  }

  private JFreeChart gradients() {
    XYSeriesCollection lines = new XYSeriesCollection();
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
    int index = 0;
    for (Map.Entry<String, Curve> node : curves.gradients().entrySet()) {
      lines.addSeries(series(node.getKey(), node.getValue(), LEAST_NORM));
      Color color = charts.series(index);
      charts.line(renderer, index++, color, 1.5f);
    }
    LogAxis y = new LogAxis(terminal.say("cli.chart.norm"));
    y.setBaseSymbol("10");
    y.setTickUnit(new NumberTickUnit(1, NumberFormat.getIntegerInstance(terminal.texts().locale())));
    y.setRange(decades(lines.getRangeBounds(false)));
    JFreeChart chart = charts.chart(terminal.say("cli.chart.gradients"), epochAxis(), y);
    chart.getXYPlot().setDataset(lines);
    chart.getXYPlot().setRenderer(renderer);
    return chart;
  }

  /** Range extended to powers of ten. */
  private static Range decades(Range norms) {
    if (norms == null) {
      return new Range(0.1, 1);
    }
    double least = Math.floor(Math.log10(norms.getLowerBound()));
    double most = Math.ceil(Math.log10(norms.getUpperBound()));
    // slightly wider, or rounding removes the outermost labels
    return new Range(0.999 * Math.pow(10, least), 1.001 * Math.pow(10, Math.max(most, least + 1)));
  }

  private ValueAxis epochAxis() {
    NumberAxis axis = new NumberAxis(terminal.say("cli.chart.epoch"));
    axis.setRange(0, Math.max(1, (double) session.steps() / session.batchesPerEpoch()));
    return axis;
  }

  /** Curve over epochs, clamped to {@code least} from below, for a logarithmic axis. */
  private XYSeries series(String name, Curve curve, double least) {
    XYSeries series = new XYSeries(name);
    for (int column = 0; column < curve.size(); column++) {
      double value = least > 0 ? curve.smooth(column) : curve.mean(column);
      series.add(curve.step(column) / session.batchesPerEpoch(), Math.max(least, value));
    }
    return series;
  }
}
