package studio.backprop.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.evaluate.column.Dependence;
import studio.backprop.evaluate.column.Elimination;
import studio.backprop.evaluate.column.FTest;
import studio.backprop.evaluate.column.Importance;
import studio.backprop.evaluate.column.MutualInformation;
import studio.backprop.evaluate.column.TabularPredictor;
import studio.backprop.evaluate.embed.Affinities;
import studio.backprop.evaluate.embed.Pca;
import studio.backprop.evaluate.embed.Tsne;
import studio.backprop.evaluate.fold.Fold;
import studio.backprop.evaluate.fold.Folds;
import studio.backprop.evaluate.fold.StratifiedGroups;
import studio.backprop.evaluate.metric.BinaryCounts;
import studio.backprop.evaluate.metric.BinaryCurve;
import studio.backprop.evaluate.metric.ClassReport;
import studio.backprop.evaluate.metric.Correlation;
import studio.backprop.evaluate.metric.Interval;
import studio.backprop.evaluate.metric.PairAreas;
import studio.backprop.evaluate.metric.PrecisionRecallCurve;
import studio.backprop.evaluate.metric.Ranking;
import studio.backprop.evaluate.metric.RegressionReport;
import studio.backprop.evaluate.metric.Reliability;
import studio.backprop.evaluate.metric.Resamples;
import studio.backprop.evaluate.metric.RocArea;
import studio.backprop.evaluate.metric.RocCurve;
import studio.backprop.evaluate.metric.Statistics;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every metric, split and projection, against scikit-learn's numbers. An unknown kind or key fails. */
class EvaluationReferenceTest {
  static Stream<EvaluationCase> cases() {
    return EvaluationCase.all().filter(reference -> !reference.kind().equals("explanation"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isTheNumberOfTheReference(EvaluationCase reference) {
    switch (reference.kind()) {
      case "binary" -> binary(reference);
      case "multiclass" -> multiclass(reference);
      case "regression" -> regression(reference);
      case "interval" -> interval(reference);
      case "split" -> split(reference);
      case "pca" -> pca(reference);
      case "columns" -> columns(reference);
      case "mutual_information" -> information(reference);
      case "rfe" -> elimination(reference);
      case "permutation_importance" -> importance(reference);
      case "partial_dependence" -> dependence(reference);
      case "tsne" -> tsne(reference);
      default -> fail("unknown kind " + reference.kind());
    }
  }

  // --- metrics

  private static void binary(EvaluationCase reference) {
    int[] labels = reference.whole("truth");
    boolean[] truth = new boolean[labels.length];
    IntStream.range(0, labels.length).forEach(i -> truth[i] = labels[i] == 1);
    double[] score = reference.numbers("score");
    BinaryCurve curve = BinaryCurve.of(truth, score);
    Map<String, Object> computed = new HashMap<>();
    List<Double> thresholds = reference.expected().get("at").valueStream().map(at -> at.get("threshold").asDouble()).toList();
    computed.put("at", thresholds.stream().map(at -> counts(at, curve.at(at))).toList());
    thresholds.forEach(at -> assertThat(curve.at(at)).isEqualTo(BinaryCounts.at(at, truth, score)));
    Ranking both = new Ranking(labels, Arrays.stream(score).mapToObj(p -> new double[] {1 - p, p}).toArray(double[][]::new));
    computed.put("log_loss", both.logLoss());
    computed.put("brier", both.brier() / 2);
    double[] confidence = Arrays.stream(score).map(p -> Math.max(p, 1 - p)).toArray();
    boolean[] correct = new boolean[labels.length];
    IntStream.range(0, labels.length).forEach(i -> correct[i] = score[i] >= 0.5 == truth[i]);
    Reliability reliability = Reliability.ofConfidence(confidence, correct, 10);
    putReliability(computed, reliability);
    computed.put("max_calibration_error_10", reliability.largestError());
    computed.put("roc", curve.roc(true).map(EvaluationReferenceTest::roc).orElse(null));
    computed.put("roc_without_intermediate", curve.roc(false).map(EvaluationReferenceTest::roc).orElse(null));
    computed.put("roc_auc", curve.roc(false).map(RocCurve::auc));
    computed.put("youden", curve.roc(true).map(RocCurve::youden));
    Optional<PrecisionRecallCurve> pr = curve.precisionRecall();
    computed.put("pr", pr.map(c -> Map.of("precision", c.precision(), "recall", c.recall(), "thresholds", c.thresholds())).orElse(null));
    computed.put("average_precision", pr.map(PrecisionRecallCurve::averagePrecision));
    computed.put("pr_auc_trapezoid", pr.map(PrecisionRecallCurve::trapezoidArea));
    computed.put("calibration_curve_5_uniform", calibration(Reliability.uniform(score, truth, 5)));
    computed.put("calibration_curve_5_quantile", calibration(Reliability.quantile(score, truth, 5)));
    reference.compare(computed);
  }

  private static Map<String, Object> counts(double threshold, BinaryCounts counts) {
    Map<String, Object> computed = new HashMap<>(Map.of("threshold", threshold, "tn", counts.tn(), "fp", counts.fp(), "fn", counts.fn(),
        "tp", counts.tp(), "accuracy", counts.accuracy(), "precision", counts.precision(), "recall", counts.recall()));
    computed.putAll(Map.of("specificity", counts.specificity(), "f1", counts.f1(), "f2", counts.fBeta(2), "balanced_accuracy",
        counts.balancedAccuracy(), "matthews_corrcoef", counts.matthews(), "cohen_kappa", counts.kappa()));
    return computed;
  }

  private static Map<String, Object> roc(RocCurve curve) {
    return Map.of("fpr", curve.fpr(), "tpr", curve.tpr(), "thresholds", curve.thresholds());
  }

  private static void putReliability(Map<String, Object> computed, Reliability reliability) {
    computed.put("ece_10", reliability.expectedError());
    computed.put("reliability_10", reliability.bins().stream().map(bin -> Map.of(
        "bin", bin.index(), "count", bin.count(), "confidence", bin.predicted(), "correct", bin.observed())).toList());
  }

  private static Map<String, Object> calibration(Reliability curve) {
    return Map.of("prob_true", curve.bins().stream().map(Reliability.Bin::observed).toList(),
        "prob_pred", curve.bins().stream().map(Reliability.Bin::predicted).toList());
  }

  private static void multiclass(EvaluationCase reference) {
    int classes = reference.given().get("classes").asInt();
    Ranking ranking = new Ranking(reference.whole("truth"), reference.table("scores"));
    ClassReport report = ClassReport.of(ranking.truth(), ranking.predicted(), classes);
    Map<String, Object> computed = new HashMap<>();
    computed.put("predicted", ranking.predicted());
    computed.put("confusion", IntStream.range(0, classes * classes).map(i -> (int) report.count(i / classes, i % classes)).toArray());
    computed.put("accuracy", report.accuracy());
    computed.put("precision", each(classes, report::precision));
    computed.put("recall", each(classes, report::recall));
    computed.put("f1", each(classes, report::f1));
    computed.put("support", each(classes, report::support));
    computed.put("balanced_accuracy", report.balancedAccuracy());
    computed.put("cohen_kappa", report.kappa());
    computed.put("matthews_corrcoef", report.matthews());
    computed.put("log_loss", ranking.logLoss());
    computed.put("brier_sum", ranking.brier());
    computed.put("macro", averages(report, report::macro));
    computed.put("weighted", averages(report, report::weighted));
    computed.put("micro", Map.of("precision", report.micro(), "recall", report.micro(), "f1", report.micro()));
    Map<String, Double> top = new LinkedHashMap<>();
    IntStream.rangeClosed(1, Math.min(classes, 5)).forEach(k -> top.put(String.valueOf(k), ranking.topK(k)));
    computed.put("top_k", top);
    putReliability(computed, ranking.reliability(10));
    computed.put("roc_auc_ovr_macro", ranking.aucOneAgainstRest(false));
    computed.put("roc_auc_ovr_weighted", ranking.aucOneAgainstRest(true));
    computed.put("roc_auc_ovo_macro", ranking.aucOneAgainstOne(false));
    computed.put("roc_auc_ovo_weighted", ranking.aucOneAgainstOne(true));
    computed.put("roc_auc_each", each(classes, ranking::auc));
    double pairs = new PairAreas(ranking).macro(null);
    assertThat(pairs).as("in one pass for each pair").isCloseTo(ranking.aucOneAgainstOne(false).orElse(Double.NaN), offset(1e-12));
    IntStream.range(0, classes).forEach(c -> assertThat(RocArea.oneAgainstRest(ranking, c).of(null)).as("in one pass")
        .isCloseTo(ranking.auc(c), offset(1e-12)));
    assertThat(RocArea.micro(ranking).of(null)).as("in one pass").isCloseTo(ranking.aucMicro(), offset(1e-12));
    computed.put("average_precision_each", each(classes, ranking::averagePrecision));
    computed.put("roc_auc_micro", ranking.aucMicro());
    reference.compare(computed);
  }

  private static double[] each(int classes, IntToDoubleFunction metric) {
    return IntStream.range(0, classes).mapToDouble(metric).toArray();
  }

  private interface Average {
    double of(IntToDoubleFunction metric);
  }

  private static Map<String, Double> averages(ClassReport report, Average average) {
    return Map.of("precision", average.of(report::precision), "recall", average.of(report::recall), "f1", average.of(report::f1));
  }

  private static void regression(EvaluationCase reference) {
    RegressionReport report = new RegressionReport(reference.numbers("truth"), reference.numbers("predicted"));
    Map<String, Object> computed = new HashMap<>(Map.of("mae", report.mae(), "mse", report.mse(), "rmse", report.rmse(), "r2", report.r2(),
        "median_absolute_error", report.medianAbsoluteError(), "max_error", report.maxError(),
        "explained_variance", report.explainedVariance(), "mape", report.meanAbsolutePercentageError(),
        "mean_error", report.meanError(), "residual_sd", report.residualDeviation()));
    computed.put("pearson", report.pearson());
    Map<String, Double> quantiles = new HashMap<>();
    reference.expected().get("residual_quantiles").propertyNames()
        .forEach(share -> quantiles.put(share, report.residualQuantile(Double.parseDouble(share))));
    computed.put("residual_quantiles", quantiles);
    reference.compare(computed);
  }

  private static void interval(EvaluationCase reference) {
    int right = reference.given().get("right").asInt();
    int of = reference.given().get("of").asInt();
    Interval wilson = Interval.wilson(right, of);
    EvaluationCase.compare("wilson", List.of(wilson.low(), wilson.high()), reference.expected().get("wilson"), 1e-6);
    Interval bootstrap = Resamples.intervals(of, 1, Interval.RESAMPLES,
        weights -> new double[] {IntStream.range(0, right).map(i -> weights[i]).sum() / (double) of}, () -> false)[0];
    double tolerance = reference.json().get("tolerance").get("bootstrap_percentile").asDouble();
    double[] ends = EvaluationCase.numbers(reference.expected().get("bootstrap_percentile"));
    assertThat(bootstrap.low()).isBetween(ends[0] - tolerance, ends[0] + tolerance);
    assertThat(bootstrap.high()).isBetween(ends[1] - tolerance, ends[1] + tolerance);
    assertThat(reference.expected().propertyNames()).containsOnly("wilson", "bootstrap_percentile");
  }

  // --- splits

  private static void split(EvaluationCase reference) {
    JsonNode given = reference.given();
    if (given.get("method").asString().equals("learning_curve")) {
      reference.compare(Map.of("sizes", Folds.learningSizes(given.get("rows").asInt(), reference.numbers("shares"))));
      return;
    }
    boolean ranges = given.get("method").asString().equals("time_series");
    List<Fold> folds = folds(reference, given);
    Map<String, Object> computed = new HashMap<>();
    computed.put("train", folds.stream().map(fold -> ranges ? range(fold.train()) : fold.train()).toList());
    computed.put("test", folds.stream().map(fold -> ranges ? range(fold.test()) : fold.test()).toList());
    computed.put("sizes", folds.stream().map(fold -> fold.test().length).toList());
    if (given.has("groups")) {
      assertThat(folds).as("no group in two folds").allMatch(fold -> apart(fold, reference.whole("groups")));
      if (haveTies(reference.whole("groups")) && given.get("method").asString().equals("group")) {
        // NumPy sorts groups of the same size in an order that depends on the processor: which of them comes first is not determined
        computed.remove("test");
        ((ObjectNode) reference.expected()).remove("test");
      }
    }
    if (given.has("truth")) {
      int[] truth = reference.whole("truth");
      computed.put("classes", folds.stream().map(fold -> IntStream.range(0, 3)
          .mapToLong(c -> Arrays.stream(fold.test()).filter(row -> truth[row] == c).count()).boxed().toList()).toList());
    }
    reference.compare(computed);
  }

  private static boolean apart(Fold fold, int[] groups) {
    return Arrays.stream(fold.train()).noneMatch(row -> Arrays.stream(fold.test()).anyMatch(other -> groups[other] == groups[row]));
  }

  private static boolean haveTies(int[] groups) {
    long[] sizes = Arrays.stream(groups).distinct()
        .mapToLong(group -> Arrays.stream(groups).filter(other -> other == group).count()).toArray();
    return Arrays.stream(sizes).distinct().count() < sizes.length;
  }

  private static int[] range(int[] rows) {
    return new int[] {rows[0], rows[rows.length - 1] + 1};
  }

  private static List<Fold> folds(EvaluationCase reference, JsonNode given) {
    return switch (given.get("method").asString()) {
      case "kfold" -> Folds.inOrder(given.get("rows").asInt(), given.get("folds").asInt());
      case "stratified" -> Folds.stratified(reference.whole("truth"), given.get("folds").asInt());
      case "group" -> Folds.grouped(reference.whole("groups"), given.get("folds").asInt());
      case "stratified_group" -> StratifiedGroups.of(reference.whole("truth"), reference.whole("groups"), given.get("folds").asInt());
      case "time_series" -> Folds.timeSeries(given.get("rows").asInt(), given.get("n_splits").asInt(), orZero(given, "gap"),
          orZero(given, "max_train_size"), orZero(given, "test_size"));
      default -> fail("unknown method " + given.get("method"));
    };
  }

  private static int orZero(JsonNode given, String key) {
    return given.has(key) ? given.get(key).asInt() : 0;
  }

  // --- columns

  private static void pca(EvaluationCase reference) {
    double[][] points = reference.table("x");
    if (reference.given().get("standardise").asBoolean()) {
      double[][] columns = transposed(points);
      for (int c = 0; c < columns.length; c++) {
        double mean = Statistics.mean(columns[c]);
        double deviation = Math.sqrt(Statistics.variance(columns[c]));
        columns[c] = Arrays.stream(columns[c]).map(value -> (value - mean) / deviation).toArray();
      }
      points = transposed(columns);
    }
    Pca pca = Pca.of(points, reference.given().get("components").asInt());
    double[][] components = pca.components();
    double[][] projected = pca.projected();
    double[] signs = EvaluationCase.numbers(reference.expected().get("components"));
    for (int k = 0; k < components.length; k++) {
      int first = k * components[k].length;
      int from = k;
      double dot = IntStream.range(0, components[k].length).mapToDouble(c -> components[from][c] * signs[first + c]).sum();
      if (dot < 0) {
        components[k] = Arrays.stream(components[k]).map(part -> -part).toArray();
        Arrays.stream(projected).forEach(point -> point[from] = -point[from]);
      }
    }
    reference.compare(Map.of("components", components, "explained_variance", pca.variances(), "explained_variance_ratio", pca.shares(),
        "projected", projected));
  }

  private static double[][] transposed(double[][] rows) {
    return IntStream.range(0, rows[0].length)
        .mapToObj(c -> Arrays.stream(rows).mapToDouble(row -> row[c]).toArray()).toArray(double[][]::new);
  }

  private static void columns(EvaluationCase reference) {
    double[][] columns = transposed(reference.table("x"));
    Map<String, Object> computed = new HashMap<>();
    computed.put("variance", Arrays.stream(columns).mapToDouble(EvaluationReferenceTest::variance).toArray());
    computed.put("pearson", Correlation.matrix(columns, false));
    computed.put("spearman", Correlation.matrix(columns, true));
    computed.put("spearman_0_1", Correlation.spearman(columns[0], columns[1]));
    computed.put("kendall_first_two", Correlation.kendall(columns[0], columns[1]));
    computed.put("kendall_0_1", Correlation.kendall(columns[0], columns[1]));
    computed.put("pearson_with_constant", Correlation.pearson(columns[0], columns[columns.length - 1]));
    if (reference.given().has("truth")) {
      double[] target = reference.numbers("truth");
      computed.put("f_regression", Arrays.stream(columns).mapToDouble(column -> FTest.ofNumbers(column, target).f()).toArray());
      computed.put("pearson_with_target", Arrays.stream(columns).mapToDouble(column -> Correlation.pearson(column, target)).toArray());
      if (reference.expected().has("f_classif")) {
        int[] classes = reference.whole("truth");
        computed.put("f_classif", Arrays.stream(columns).mapToDouble(column -> FTest.ofClasses(column, classes).f()).toArray());
        computed.put("f_classif_p", Arrays.stream(columns).mapToDouble(column -> FTest.ofClasses(column, classes).p()).toArray());
      }
    }
    reference.compare(computed);
  }

  /** What {@code VarianceThreshold} keeps at threshold 0: the population's variance, or the range where that is smaller. */
  private static double variance(double[] column) {
    double[] sorted = Statistics.sorted(column);
    return Math.min(Statistics.variance(column), sorted[sorted.length - 1] - sorted[0]);
  }

  private static void information(EvaluationCase reference) {
    String target = reference.given().get("target").asString();
    if (target.equals("discrete")) {
      int[] a = reference.whole("a");
      int[] b = reference.whole("b");
      reference.compare(Map.of(
          "mutual_information", MutualInformation.ofTwoClasses(a, b), "normalized", MutualInformation.normalized(a, b)));
      return;
    }
    double[][] columns = transposed(reference.table("x"));
    double[] found = Arrays.stream(columns).mapToDouble(column -> target.equals("class")
        ? MutualInformation.ofClasses(column, reference.whole("truth"), MutualInformation.NEIGHBOURS)
        : MutualInformation.ofNumbers(column, reference.numbers("truth"), MutualInformation.NEIGHBOURS)).toArray();
    double tolerance = reference.json().get("tolerance").asDouble();
    double[] mean = EvaluationCase.numbers(reference.expected().get("mean"));
    for (int c = 0; c < found.length; c++) {
      assertThat(found[c]).as("column " + c).isBetween(mean[c] - tolerance, mean[c] + tolerance);
    }
    assertThat(reference.expected().propertyNames()).isSubsetOf("mean", "sd", "order");
    if (reference.expected().has("order")) {
      // of two columns that differ by less than the noise either may be first
      double[] order = EvaluationCase.numbers(reference.expected().get("order"));
      IntStream.range(1, Math.min(3, order.length)).forEach(i ->
          assertThat(found[(int) order[i - 1]]).isGreaterThan(found[(int) order[i]] - tolerance));
    }
  }

  private static void elimination(EvaluationCase reference) {
    double[][] rows = reference.table("x");
    double[] target = reference.numbers("truth");
    reference.compare(Map.of("ranking", Elimination.ranking(rows[0].length, left -> {
      OLSMultipleLinearRegression squares = new OLSMultipleLinearRegression();
      squares.newSampleData(target, Arrays.stream(rows)
          .map(row -> Arrays.stream(left).mapToDouble(column -> row[column]).toArray()).toArray(double[][]::new));
      double[] coefficients = squares.estimateRegressionParameters();
      return IntStream.range(0, left.length).mapToDouble(i -> Math.abs(coefficients[i + 1])).toArray();
    })));
  }

  private static TabularPredictor logistic(EvaluationCase reference) {
    assertThat(reference.given().get("model").asString()).isEqualTo("logistic");
    double[] weights = reference.numbers("weights");
    double bias = reference.given().get("bias").asDouble();
    return rows -> Arrays.stream(rows).mapToDouble(row ->
        1 / (1 + Math.exp(-bias - IntStream.range(0, row.length).mapToDouble(c -> row[c] * weights[c]).sum()))).toArray();
  }

  private static void importance(EvaluationCase reference) {
    TabularPredictor model = logistic(reference);
    double[][] rows = reference.table("x");
    int[] truth = reference.whole("truth");
    assertThat(reference.expected().propertyNames())
        .containsOnly("baseline", "expectation", "sd_of_one_repeat", "scikit_learn_mean_of_200");
    double[] expectation = EvaluationCase.numbers(reference.expected().get("expectation"));
    double[] deviation = EvaluationCase.numbers(reference.expected().get("sd_of_one_repeat"));
    for (int c = 0; c < expectation.length; c++) {
      Importance importance = Importance.of(rows, new int[] {c}, 400, 7, table -> {
        double[] p = model.predict(table);
        return IntStream.range(0, p.length).filter(i -> (p[i] > 0.5 ? 1 : 0) == truth[i]).count() / (double) p.length;
      }, () -> false);
      EvaluationCase.compare("baseline", importance.baseline(), reference.expected().get("baseline"), 1e-6);
      double reach = 4 * deviation[c] / Math.sqrt(400) + 1e-12;
      assertThat(importance.mean()).as("column " + c).isBetween(expectation[c] - reach, expectation[c] + reach);
    }
  }

  private static void dependence(EvaluationCase reference) {
    TabularPredictor model = logistic(reference);
    double[][] rows = reference.table("x");
    int resolution = reference.given().get("grid_resolution").asInt();
    double[] ends = EvaluationCase.numbers(reference.given().get("percentiles"));
    if (reference.given().has("columns")) {
      double[][] grids = reference.given().get("columns").valueStream()
          .map(column -> Dependence.grid(rows, column.asInt(), resolution, ends[0], ends[1])).toArray(double[][]::new);
      reference.compare(Map.of("grid", List.of(grids[0], grids[1]), "average", Dependence.ofTwo(model, rows, 0, 1, grids[0], grids[1])));
      return;
    }
    int column = reference.given().get("column").asInt();
    Dependence dependence = Dependence.of(model, rows, column, Dependence.grid(rows, column, resolution, ends[0], ends[1]));
    reference.compare(Map.of("grid", dependence.grid(), "average", dependence.average(),
        "individual_first_5", Arrays.copyOf(dependence.individual(), 5)));
  }

  private static void tsne(EvaluationCase reference) {
    float[] p = Affinities.of(reference.table("x"), reference.given().get("perplexity").asDouble());
    EvaluationCase.compare("p", IntStream.range(0, p.length).mapToDouble(i -> p[i]).toArray(), reference.expected().get("p"), 2e-4);
    double[] exact = EvaluationCase.numbers(reference.expected().get("p"));
    float[] given = new float[exact.length];
    IntStream.range(0, given.length).forEach(i -> given[i] = (float) exact[i]);
    Tsne tsne = new Tsne(given, reference.table("y"));
    EvaluationCase.compare("kl", tsne.divergence(), reference.expected().get("kl"), 1e-6);
    double largest = Arrays.stream(EvaluationCase.numbers(reference.expected().get("gradient"))).map(Math::abs).max().orElseThrow();
    double[] gradient = EvaluationCase.numbers(reference.expected().get("gradient"));
    double[][] found = tsne.gradient();
    for (int i = 0; i < gradient.length; i++) {
      assertThat(found[i / 2][i % 2]).as("gradient " + i).isBetween(gradient[i] - 1e-6 * largest, gradient[i] + 1e-6 * largest);
    }
  }
}
