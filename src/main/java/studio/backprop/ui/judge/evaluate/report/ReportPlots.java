package studio.backprop.ui.judge.evaluate.report;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import studio.backprop.evaluate.BinaryEvaluation;
import studio.backprop.evaluate.MulticlassEvaluation;
import studio.backprop.evaluate.RegressionEvaluation;
import studio.backprop.evaluate.metric.BinaryCounts;
import studio.backprop.evaluate.metric.BinaryCurve;
import studio.backprop.evaluate.metric.Reliability;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Span;
import studio.backprop.ui.workspace.run.DataTexts;
import studio.backprop.worksheet.print.Xhtml;

/** Plots of a report: the loss over the epochs, and the curves of the evaluated part. */
final class ReportPlots {
  private static final int BINS = 10;
  private static final int COLOURED = 6;
  /** Maximum number of points of a plot. */
  private static final int MOST = 1500;
  private static final String BLUE = "#0969da";
  private static final String ORANGE = "#bc4c00";
  private static final String PALE = "#c9d1d9";
  private static final String WHITE = "#ffffff";
  private static final List<String> CLASSES = List.of(ORANGE, BLUE, "#8250df", "#1a7f37", "#57606a", "#9a6700");

  private final MetricsReport report;
  private final Lang lang;

  ReportPlots(MetricsReport report, Lang lang) {
    this.report = report;
    this.lang = lang;
  }

  String html() {
    StringBuilder all = new StringBuilder(loss());
    if (report.judgement() instanceof BinaryEvaluation two) {
      all.append(curves(List.of(two.curve()), two.counts()));
      all.append(two.isProbability() ? calibration(two.calibration(BINS, false)) : "");
    } else if (report.judgement() instanceof MulticlassEvaluation several) {
      int classes = Math.min(COLOURED, several.ranking().classes());
      all.append(curves(IntStream.range(0, classes).mapToObj(several.ranking()::oneAgainstRest).toList(), null));
      all.append(several.isProbability() ? calibration(several.calibration(BINS, false)) : "").append(legend(classes));
    } else if (report.judgement() instanceof RegressionEvaluation numbers) {
      all.append(numbers(numbers));
    }
    return all.toString();
  }

  private static Span unit() {
    Span span = new Span();
    span.add(0);
    span.add(1);
    return span;
  }

  private ReportPlot plot(String title, String across, String up, Span level, Span upright) {
    return new ReportPlot(lang.numbers(), title, across, up, level, upright);
  }

  private String loss() {
    List<EpochRecord> epochs = report.epochs();
    if (epochs.size() < 2) {
      return "";
    }
    Span level = new Span();
    Span upright = new Span();
    upright.add(0);
    epochs.forEach(epoch -> {
      level.add(epoch.epoch());
      for (double loss : new double[] {epoch.train().loss(), epoch.validation().loss()}) {
        if (Double.isFinite(loss)) {
          upright.add(loss);
        }
      }
    });
    double[] xs = epochs.stream().mapToDouble(EpochRecord::epoch).toArray();
    String title = lang.say("report.loss");
    return plot(title, lang.say("report.epoch"), lang.say("report.loss.legend"), level, upright)
        .line(xs, losses(epoch -> epoch.train().loss()), BLUE, 1.6, "").line(xs, losses(epoch -> epoch.validation().loss()), ORANGE, 1.6,
            "4 4").html(title);
  }

  private double[] losses(ToDoubleFunction<EpochRecord> loss) {
    return report.epochs().stream().mapToDouble(loss).toArray();
  }

  /** @param at the counts at the threshold; null for several classes */
  private String curves(List<BinaryCurve> curves, BinaryCounts at) {
    if (curves.stream().noneMatch(BinaryCurve::hasBothClasses)) {
      return "";
    }
    ReportPlot roc = plot(lang.say("metrics.roc"), lang.say("metrics.roc.across"), lang.say("metrics.roc.up"), unit(), unit())
        .diagonal(0, 1);
    ReportPlot pr = plot(lang.say("metrics.pr"), lang.say("metrics.pr.across"), lang.say("metrics.pr.up"), unit(), unit());
    for (int i = curves.size() - 1; i >= 0; i--) {
      String color = at == null ? CLASSES.get(i) : BLUE;
      curves.get(i).roc(false).ifPresent(curve -> roc.line(curve.fpr(), curve.tpr(), color, 1.6, ""));
      curves.get(i).precisionRecall().ifPresent(curve -> {
        double[][] steps = steps(curve.recall(), curve.precision());
        pr.line(steps[0], steps[1], color, 1.6, "");
      });
    }
    if (at != null) {
      roc.dot(at.falsePositiveRate(), at.recall(), 4, ORANGE, WHITE);
      pr.dot(at.recall(), at.precision(), 4, ORANGE, WHITE);
    }
    return roc.html(lang.say("metrics.roc")) + pr.html(lang.say("metrics.pr"));
  }

  private String legend(int classes) {
    List<String> names = new DataTexts(lang).classes(report.data().dataset());
    return Xhtml.element("p", "legend", IntStream.range(0, classes)
        .mapToObj(c -> "<span class=\"swatch\" style=\"background:" + CLASSES.get(c) + "\"></span> " + Xhtml.text(names.get(c)))
        .collect(Collectors.joining(" &#160; ")));
  }

  /** In steps (horizontal, then vertical): precision is not linear between two points. */
  private static double[][] steps(double[] xs, double[] ys) {
    double[][] steps = new double[2][2 * xs.length - 1];
    for (int i = 0; i < xs.length; i++) {
      steps[0][2 * i] = xs[i];
      steps[1][2 * i] = ys[i];
      if (i + 1 < xs.length) {
        steps[0][2 * i + 1] = xs[i + 1];
        steps[1][2 * i + 1] = ys[i];
      }
    }
    return steps;
  }

  private String calibration(Reliability reliability) {
    String across = report.judgement() instanceof BinaryEvaluation two
        ? lang.say("metrics.calibration.across", new DataTexts(lang).ofClass(report.data().dataset(), two.positiveClass()))
        : lang.say("metrics.calibration.confidence");
    ReportPlot plot = plot(lang.say("metrics.calibration"), across, lang.say("metrics.calibration.up"), unit(), unit()).diagonal(0, 1);
    double[] predicted = reliability.bins().stream().mapToDouble(Reliability.Bin::predicted).toArray();
    double[] observed = reliability.bins().stream().mapToDouble(Reliability.Bin::observed).toArray();
    plot.line(predicted, observed, BLUE, 1.4, "");
    for (int i = 0; i < predicted.length; i++) {
      plot.dot(predicted[i], observed[i], 3.5, BLUE, WHITE);
    }
    return plot.html(lang.say("metrics.calibration"));
  }

  private String numbers(RegressionEvaluation judged) {
    double[] truth = IntStream.range(0, judged.total()).mapToDouble(judged::truth).toArray();
    double[] predicted = IntStream.range(0, judged.total()).mapToDouble(judged::predicted).toArray();
    double[] residuals = judged.report().residuals();
    String target = new DataTexts(lang).target(report.data().dataset());
    Span both = span(truth, predicted);
    ReportPlot pairs = plot(lang.say("metrics.pairs"), lang.say("metrics.true", target), lang.say("metrics.predicted", target), both, both)
        .diagonal();
    dots(pairs, truth, predicted);
    Span errors = span(residuals, new double[] {0});
    ReportPlot left = plot(lang.say("metrics.residuals"), lang.say("metrics.predicted", target), lang.say("metrics.residual"),
        span(predicted, predicted), errors);
    left.line(new double[] {span(predicted, predicted).low(), span(predicted, predicted).high()}, new double[] {0, 0}, PALE, 1, "3 3");
    dots(left, predicted, residuals);
    return pairs.html(lang.say("metrics.pairs")) + left.html(lang.say("metrics.residuals")) + quantiles(judged, residuals);
  }

  private String quantiles(RegressionEvaluation judged, double[] residuals) {
    double[] normal = judged.report().normalQuantiles();
    if (normal.length == 0 || Double.isNaN(normal[0])) {
      return "";
    }
    double[] sorted = residuals.clone();
    Arrays.sort(sorted);
    Span both = span(normal, sorted);
    String title = lang.say("metrics.residual_spread.qq");
    ReportPlot plot = plot(title, lang.say("metrics.qq.across"), lang.say("metrics.residual"), both, both).diagonal();
    dots(plot, normal, sorted);
    return plot.html(title);
  }

  private static Span span(double[] some, double[] others) {
    Span span = new Span();
    Arrays.stream(some).forEach(span::add);
    Arrays.stream(others).forEach(span::add);
    return span;
  }

  private static void dots(ReportPlot plot, double[] xs, double[] ys) {
    int step = xs.length / MOST + 1;
    for (int i = 0; i < xs.length; i += step) {
      plot.dot(xs[i], ys[i], 1.6, BLUE, BLUE);
    }
  }
}
