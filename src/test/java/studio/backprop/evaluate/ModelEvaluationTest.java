package studio.backprop.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.evaluate.metric.ClassReport;
import studio.backprop.evaluate.metric.Interval;
import studio.backprop.evaluate.metric.Ranking;
import studio.backprop.evaluate.metric.RegressionReport;

/** All figures of one part, their intervals, and a threshold that moves. */
class ModelEvaluationTest {
  private static final Offset<Double> NEAR = Offset.offset(1e-9);

  private static BinaryEvaluation binary(int n, double threshold) {
    return binary(n, threshold, TargetKind.SINGLE);
  }

  private static BinaryEvaluation binary(int n, double threshold, TargetKind kind) {
    SplittableRandom random = new SplittableRandom(n);
    boolean[] truth = new boolean[n];
    double[] score = new double[n];
    for (int i = 0; i < n; i++) {
      truth[i] = random.nextInt(3) == 0;
      score[i] = Math.round(100 * Math.max(0, Math.min(1, 0.3 + (truth[i] ? 0.3 : 0) + 0.2 * random.nextGaussian()))) / 100.0;
    }
    return new BinaryEvaluation(truth, score, true, threshold, kind);
  }

  private static MulticlassEvaluation classes(int n) {
    return classes(n, 4, TargetKind.SINGLE);
  }

  private static MulticlassEvaluation classes(int n, int count, TargetKind kind) {
    SplittableRandom random = new SplittableRandom(n);
    int[] truth = random.ints(n, 0, count).toArray();
    double[][] scores = IntStream.range(0, n).mapToObj(i -> {
      double[] e = IntStream.range(0, count).mapToDouble(c -> Math.exp(random.nextGaussian() + (c == truth[i] ? 1 : 0))).toArray();
      double sum = Arrays.stream(e).sum();
      return Arrays.stream(e).map(x -> x / sum).toArray();
    }).toArray(double[][]::new);
    return new MulticlassEvaluation(new Ranking(truth, scores), true, kind);
  }

  private static RegressionEvaluation numbers(int n) {
    SplittableRandom random = new SplittableRandom(n);
    double[] truth = IntStream.range(0, n).mapToDouble(i -> random.nextGaussian() * 10 + 50).toArray();
    return new RegressionEvaluation(truth, Arrays.stream(truth).map(y -> y + 1 + 3 * random.nextGaussian()).toArray());
  }

  static Stream<ModelEvaluation> judgements() {
    return Stream.of(binary(120, 0.5), binary(150, 0.4, TargetKind.PIXELS), classes(150), classes(300, 7, TargetKind.SEQUENCE),
        classes(200, 3, TargetKind.PIXELS), numbers(90));
  }

  @ParameterizedTest
  @MethodSource("judgements")
  void anExampleThatIsDrawnOnceCountsAsItIs(ModelEvaluation judgement) {
    int[] once = new int[judgement.total()];
    Arrays.fill(once, 1);
    double[] drawn = judgement.values(once);
    double[] plain = judgement.values(null);
    assertThat(plain).hasSameSizeAs(judgement.metrics());
    for (int i = 0; i < plain.length; i++) {
      assertThat(drawn[i]).as(judgement.metrics().get(i).id()).isCloseTo(plain[i], NEAR);
    }
  }

  @ParameterizedTest
  @MethodSource("judgements")
  void everyIntervalHoldsItsFigureAndIsTheSameAgain(ModelEvaluation judgement) {
    List<MetricEstimate> figures = judgement.figures(400, () -> false);
    for (MetricEstimate figure : figures) {
      assertThat(figure.interval().isDefined()).as(figure.metric().id()).isEqualTo(figure.metric() != EvaluationMetric.MAX_ERROR);
      if (!figure.interval().isDefined()) {
        continue; // no resample has a larger error than the largest
      }
      assertThat(figure.value()).as(figure.metric().id()).isBetween(figure.interval().low() - 0.05, figure.interval().high() + 0.05);
    }
    assertThat(judgement.figures(400, () -> false)).isEqualTo(figures);
  }

  @Test
  void someMetricsBelongToOneKindOfTargets() {
    assertThat(classes(300, 7, TargetKind.SEQUENCE).metrics()).contains(EvaluationMetric.PERPLEXITY, EvaluationMetric.TOP_5_ACCURACY)
        .doesNotContain(EvaluationMetric.IOU_MACRO);
    assertThat(classes(200, 3, TargetKind.PIXELS).metrics()).contains(EvaluationMetric.IOU_MACRO)
        .doesNotContain(EvaluationMetric.PERPLEXITY, EvaluationMetric.TOP_3_ACCURACY);
    assertThat(classes(150).metrics()).contains(EvaluationMetric.ROC_AUC_OVO, EvaluationMetric.ROC_AUC_MICRO)
        .doesNotContain(EvaluationMetric.TOP_3_ACCURACY, EvaluationMetric.TOP_5_ACCURACY);
    assertThat(classes(150, 6, TargetKind.SINGLE).metrics()).contains(EvaluationMetric.TOP_3_ACCURACY, EvaluationMetric.TOP_5_ACCURACY);
  }

  /** Each example counts as often as it was drawn: the same figures as of the examples that were drawn. */
  @Test
  void areasOfResamplesAreThoseOfTheExamplesDrawn() {
    MulticlassEvaluation all = classes(60);
    int[] weights = new int[60];
    int[] drawn = IntStream.range(0, 60).map(i -> i * 7 % 60 / 2).sorted().toArray();
    IntStream.of(drawn).forEach(i -> weights[i]++);
    double[] weighed = all.values(weights);
    double[] copied = all.among(drawn).values(null);
    for (EvaluationMetric metric : List.of(EvaluationMetric.ROC_AUC, EvaluationMetric.ROC_AUC_MICRO, EvaluationMetric.ROC_AUC_OVO)) {
      int at = all.metrics().indexOf(metric);
      assertThat(weighed[at]).as(metric.id()).isCloseTo(copied[at], NEAR).isBetween(0.0, 1.0);
    }
  }

  @Test
  void perplexityAndOverlapFollowTheirDefinitions() {
    Map<EvaluationMetric, MetricEstimate> tokens = ModelEvaluation.byMetric(classes(300, 7, TargetKind.SEQUENCE).figures());
    assertThat(tokens.get(EvaluationMetric.PERPLEXITY).value()).isCloseTo(Math.exp(tokens.get(EvaluationMetric.LOG_LOSS).value()), NEAR);
    Map<EvaluationMetric, MetricEstimate> pixels = ModelEvaluation.byMetric(binary(150, 0.4, TargetKind.PIXELS).figures());
    double dice = pixels.get(EvaluationMetric.F1).value();
    assertThat(pixels.get(EvaluationMetric.IOU).value()).as("of Dice").isCloseTo(dice / (2 - dice), NEAR);
    ClassReport report = classes(200, 3, TargetKind.PIXELS).report();
    for (int c = 0; c < 3; c++) {
      long either = report.support(c) + report.count(0, c) + report.count(1, c) + report.count(2, c) - report.count(c, c);
      assertThat(report.iou(c)).isCloseTo((double) report.count(c, c) / either, NEAR);
    }
  }

  /** The medians of the order statistics of four values by Filliben, and the normal quantiles there, by Python's {@code NormalDist}. */
  @Test
  void normalQuantilesAreThoseOfTheMediansOfTheOrderStatistics() {
    double[] residuals = {1, 2, 4, 8};
    double[] quantiles = new RegressionReport(residuals, new double[4]).normalQuantiles();
    double deviation = Math.sqrt(7.1875);
    double[] standard = {-0.9981488825015568, -0.29119141829755274, 0.29119141829755296, 0.9981488825015568};
    for (int i = 0; i < 4; i++) {
      assertThat((quantiles[i] - 3.75) / deviation).isCloseTo(standard[i], NEAR);
    }
    assertThat(new RegressionReport(new double[2], new double[] {5, 5}).normalQuantiles()).containsOnly(Double.NaN);
  }

  /** Without a mistake no resample has one: Wilson's interval still knows how few examples there are, resamples do not. */
  @Test
  void whatEveryResampleAgreesOnHasNoInterval() {
    BinaryEvaluation perfect = new BinaryEvaluation(new boolean[] {true, true, true, false, false, false},
        new double[] {0.9, 0.8, 0.7, 0.3, 0.2, 0.1}, true, 0.5);
    Map<EvaluationMetric, MetricEstimate> figures = ModelEvaluation.byMetric(perfect.figures(400, () -> false));
    assertThat(figures.get(EvaluationMetric.ACCURACY).interval().low()).isBetween(0.5, 0.7);
    assertThat(figures.get(EvaluationMetric.ROC_AUC).value()).isEqualTo(1);
    assertThat(figures.get(EvaluationMetric.ROC_AUC).interval().isDefined()).isFalse();
    assertThat(figures.get(EvaluationMetric.LOG_LOSS).interval().isDefined()).isTrue();
  }

  @Test
  void intervalsThatAreStoppedAreUndefined() {
    MetricEstimate loss = ModelEvaluation.byMetric(binary(120, 0.5).figures(400, () -> true)).get(EvaluationMetric.LOG_LOSS);
    assertThat(loss.isDefined()).isTrue();
    assertThat(loss.interval().isDefined()).isFalse();
  }

  @Test
  void anIntervalIsNarrowerWithMoreExamples() {
    Map<EvaluationMetric, MetricEstimate> few = ModelEvaluation.byMetric(binary(60, 0.5).figures(400, () -> false));
    Map<EvaluationMetric, MetricEstimate> many = ModelEvaluation.byMetric(binary(6000, 0.5).figures(400, () -> false));
    for (EvaluationMetric metric : few.keySet()) {
      assertThat(width(many.get(metric).interval())).as(metric.id()).isLessThan(0.3 * width(few.get(metric).interval()));
    }
  }

  private static double width(Interval interval) {
    return interval.high() - interval.low();
  }

  @Test
  void equalScoresFollowOneRuleAtTheThreshold() {
    BinaryEvaluation judgement = binary(120, 0.5);
    assertThat(judgement.at(0.42).counts()).isNotEqualTo(judgement.at(Math.nextUp(0.42)).counts());
    assertThat(judgement.at(0.42).values(null)[1]).isEqualTo(judgement.at(0.42).counts().precision());
    assertThat(judgement.at(2).counts().tp() + judgement.at(2).counts().fp()).isZero();
    assertThat(Double.isNaN(judgement.at(2).values(null)[1])).as("nothing is predicted positive").isTrue();
  }

  @Test
  void theBestThresholdsAreThoseOfACompleteSearch() {
    BinaryEvaluation judgement = binary(200, 0.5);
    double best = judgement.curve().bestF1().orElseThrow();
    double cheapest = judgement.curve().cheapest(1, 5);
    for (double other : judgement.curve().thresholds()) {
      assertThat(judgement.at(other).counts().f1()).isLessThanOrEqualTo(judgement.at(best).counts().f1());
      assertThat(cost(judgement.at(other))).isGreaterThanOrEqualTo(cost(judgement.at(cheapest)));
    }
    assertThat(cost(judgement.at(2))).isGreaterThanOrEqualTo(cost(judgement.at(cheapest)));
  }

  @Test
  void aResampleOfEqualTargetsSaysNothingOfR2() {
    RegressionEvaluation judgement = new RegressionEvaluation(new double[] {1, 2, 3}, new double[] {4, 4, 4});
    int r2 = judgement.metrics().indexOf(EvaluationMetric.R2);
    int explained = judgement.metrics().indexOf(EvaluationMetric.EXPLAINED_VARIANCE);
    assertThat(judgement.values(new int[] {0, 3, 0})[r2]).isNaN();
    assertThat(judgement.values(new int[] {0, 3, 0})[explained]).isNaN();
    assertThat(judgement.values(new int[] {1, 2, 0})[r2]).isNegative();
    assertThat(new RegressionEvaluation(new double[] {5, 5}, new double[] {4, 4}).values(null)[r2]).as("as scikit-learn has it").isZero();
    Interval interval = ModelEvaluation.byMetric(judgement.figures(2000, () -> false)).get(EvaluationMetric.R2).interval();
    assertThat(interval.high()).as("no resample with a predicted mean of 4 explains anything").isNegative();
  }

  @Test
  void aClassThatDoesNotOccurIsNamed() {
    ClassReport report = ClassReport.of(new int[] {0, 0, 2}, new int[] {0, 1, 2}, 4);
    assertThat(report.absent()).containsExactly(1, 3);
    assertThat(report.macro(report::recall)).isEqualTo((0.5 + 0 + 1 + 0) / 4, NEAR);
  }

  private static double cost(BinaryEvaluation judgement) {
    return judgement.counts().fp() + 5.0 * judgement.counts().fn();
  }
}
