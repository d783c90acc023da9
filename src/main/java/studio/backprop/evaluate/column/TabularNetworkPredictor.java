package studio.backprop.evaluate.column;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.TargetForm;
import studio.backprop.data.Task;
import studio.backprop.evaluate.BinaryEvaluation;
import studio.backprop.evaluate.metric.ClassReport;
import studio.backprop.evaluate.metric.Ranking;
import studio.backprop.evaluate.metric.RocArea;
import studio.backprop.layer.Loss;
import studio.backprop.observe.predict.Replica;
import studio.backprop.op.Mode;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.plan.Plan;
import studio.backprop.train.learn.Evaluator;
import studio.backprop.train.learn.Feed;
import studio.backprop.train.metric.Metric;
import studio.backprop.train.metric.MetricAccumulator;
import studio.backprop.train.metric.Metrics;

/**
 * Trained network as a function of table columns, with the preprocessing of training: imputation, one-hot encoding, scaling. Not
 * thread-safe. Throws {@link CancellationException} on stop.
 */
public final class TabularNetworkPredictor {
  private static final int BATCH = 128;

  private final Replica replica;
  private final PreparedData data;
  private final TableColumns columns;
  private final BooleanSupplier stop;
  private final TargetForm form;
  private final MetricAccumulator metrics;
  private final float[] inputs;
  private final float[] target;
  private Plan full;
  private Plan rest;

  /** @param stop checked before each batch */
  public TabularNetworkPredictor(Replica replica, TableColumns columns, BooleanSupplier stop) {
    this.replica = replica;
    this.data = replica.data();
    this.columns = columns;
    this.stop = stop;
    this.form = Evaluator.targetForm(replica.network(), data);
    this.metrics = Evaluator.accumulator(replica.network(), data);
    this.inputs = new float[BATCH * data.dataset().width()];
    this.target = new float[data.targetWidth(form)];
  }

  /** Default metric of feature elimination. */
  public static Metric usual(Task task) {
    return task == Task.CLASSES ? Metric.ACCURACY : Metric.R2;
  }

  /** Evenly sampled rows of a part. */
  public double[][] rows(Part part, int most) {
    return columns.rows(data, part, FeatureTargetStatistics.evenly(data.rows(part), most));
  }

  /** Metrics of a part with other column values. @param rows by example */
  public Metrics scores(Part part, double[][] rows) {
    metrics.clear();
    for (int from = 0; from < rows.length; from += BATCH) {
      Plan plan = filled(rows, from);
      for (int i = 0; i < plan.batch(); i++) {
        data.copyTarget(part, from + i, form, target, 0);
        plan.target().setRow(i, target, 0);
      }
      plan.forward(Mode.EVALUATE);
      metrics.add(plan);
    }
    return rows.length == 0 ? Metrics.NONE : metrics.scores();
  }

  /** Scorer, higher is better: the loss is negated. */
  public ToDoubleFunction<double[][]> score(Part part, ImportanceMetric metric) {
    int sign = metric.higherIsBetter() ? 1 : -1;
    return rows -> sign * metric.scored().map(scored -> scores(part, rows).value(scored)).orElseGet(() -> judged(part, rows, metric));
  }

  /** Metric of all predictions at once; two classes by the loss's threshold. */
  private double judged(Part part, double[][] rows, ImportanceMetric metric) {
    int classes = data.dataset().classNames().size();
    double[][] scores = new double[rows.length][classes];
    for (int from = 0; from < rows.length; from += BATCH) {
      Plan plan = filled(rows, from);
      plan.forward(Mode.EVALUATE);
      for (int i = 0; i < plan.batch(); i++) {
        for (int c = 0; c < classes; c++) {
          scores[from + i][c] = output(plan, i, c);
        }
      }
    }
    int[] truth = IntStream.range(0, rows.length).map(row -> data.classOf(part, row)).toArray();
    if (classes == 2) {
      BinaryEvaluation judged = two(truth, scores, replica.loss() != Loss.HINGE);
      return judged.values(null)[judged.metrics().indexOf(metric.judged())];
    }
    // not a full evaluation, which takes longer than the passes
    Ranking ranking = new Ranking(truth, scores);
    return metric == ImportanceMetric.ROC_AUC ? RocArea.mean(RocArea.eachAgainstRest(ranking), null)
        : ClassReport.of(truth, ranking.predicted(), classes).balancedAccuracy();
  }

  private BinaryEvaluation two(int[] truth, double[][] scores, boolean probability) {
    boolean[] positive = new boolean[truth.length];
    for (int i = 0; i < truth.length; i++) {
      positive[i] = truth[i] == 1;
    }
    return new BinaryEvaluation(positive, Arrays.stream(scores).mapToDouble(of -> of[1]).toArray(), probability, replica.loss().cut());
  }

  /**
   * Permutation importance of columns that are permuted together.
   *
   * @param rows all rows of the part
   */
  public Importance importance(Part part, double[][] rows, int[] together, ImportanceMetric metric, int repeats) {
    return Importance.of(rows, together, repeats, 0, score(part, metric), () -> false);
  }

  /**
   * Probability of a class, or predicted value in the target's unit.
   *
   * @param index of the class; ignored for a regression
   */
  public TabularPredictor output(int index) {
    return rows -> {
      double[] said = new double[rows.length];
      for (int from = 0; from < rows.length; from += BATCH) {
        Plan plan = filled(rows, from);
        plan.forward(Mode.EVALUATE);
        for (int i = 0; i < plan.batch(); i++) {
          said[from + i] = output(plan, i, index);
        }
      }
      return said;
    };
  }

  private double output(Plan plan, int row, int index) {
    if (data.dataset().task() == Task.REGRESSION) {
      return data.targetScaler().unscaleExactly(0, plan.prediction().get(row, 0));
    }
    if (plan.prediction().rowCount() > 1) {
      return plan.prediction().get(row, index);
    }
    // a single output is of the second class, its complement of the first
    double second = plan.prediction().get(row, 0);
    return index == 1 ? second : 2 * replica.loss().cut() - second;
  }

  private Plan filled(double[][] rows, int from) {
    if (stop.getAsBoolean()) {
      throw new CancellationException();
    }
    int size = Math.min(BATCH, rows.length - from);
    int width = data.dataset().width();
    for (int i = 0; i < size; i++) {
      columns.write(rows[from + i], inputs, i * width);
      data.inputScaler().scale(inputs, i * width);
    }
    Plan plan = plan(size);
    Feed.put(inputs, 0, width, plan);
    return plan;
  }

  private Plan plan(int size) {
    if (size == BATCH) {
      full = full == null ? replica.compiled(Purpose.PREDICT_LEAN, size) : full;
      return full;
    }
    rest = rest == null || rest.batch() != size ? replica.compiled(Purpose.PREDICT_LEAN, size) : rest;
    return rest;
  }

  /** Grid of a column: between the 5th and 95th percentile, or its categories. */
  public double[] grid(double[][] rows, int column, int resolution) {
    if (columns.isWords(column)) {
      return IntStream.range(0, columns.words(column).size()).asDoubleStream().toArray();
    }
    double[][] known = IntStream.range(0, rows.length).filter(i -> !Double.isNaN(rows[i][column])).mapToObj(i -> rows[i])
        .toArray(double[][]::new);
    return known.length == 0 ? new double[0] : Dependence.grid(known, column, resolution, 0.05, 0.95);
  }
}
