package studio.backprop.evaluate.column;

import java.util.Arrays;
import java.util.stream.IntStream;
import studio.backprop.data.Dataset;
import studio.backprop.data.Task;
import studio.backprop.evaluate.metric.Statistics;

/**
 * Univariate statistics of a table column and its relation to the target, independent of any model. Missing values are ignored. Immutable.
 *
 * @param known number of rows with a value
 * @param variance population variance (n); of categories the sum over the one-hot inputs, 1 − Σ p²; NaN of no values
 * @param information mutual information with the target in nats; NaN of fewer than two values
 * @param counted whether the information is that of discrete values: categories, or few distinct numbers
 * @param test NaN if undefined
 */
public record FeatureTargetStatistics(int known, double variance, double information, boolean counted, FTest test) {
  /** Limit of rows for nearest neighbours, which cost n²; more are sampled evenly. */
  public static final int MOST = 2000;

  /** Limit of distinct numbers that are treated as discrete: ties have no nearest neighbours. */
  public static final int MOST_COUNTED = 10;

  /** Reason for an undefined F. */
  public enum Lack {
    NOTHING,
    TOO_FEW,
    CONSTANT,
    /** Categories against classes: neither has a mean. */
    WORDS
  }

  /** @param rows training rows of the dataset */
  public static FeatureTargetStatistics of(Dataset data, TableColumns columns, int column, int[] rows) {
    double[] all = columns.column(data, column, rows);
    int[] known = IntStream.range(0, rows.length).filter(i -> !Double.isNaN(all[i]) && !Float.isNaN(data.target(rows[i]))).toArray();
    double[] values = IntStream.of(known).mapToDouble(i -> all[i]).toArray();
    double[] target = IntStream.of(known).mapToDouble(i -> data.exactTarget(rows[i], 0)).toArray();
    boolean words = columns.isWords(column);
    double variance = words ? varianceOfWords(values, columns.words(column).size()) : Statistics.variance(values);
    boolean numbers = data.task() == Task.REGRESSION;
    FTest none = new FTest(Double.NaN, Double.NaN);
    FTest test = values.length < 2 || words && !numbers ? none
        : words ? FTest.ofClasses(target, whole(values))
        : numbers ? FTest.ofNumbers(values, target) : FTest.ofClasses(values, whole(target));
    int[] kinds = words ? whole(values) : kinds(values);
    boolean counted = words || kinds.length > 0;
    double information = values.length < 2 ? Double.NaN
        : counted ? ofKinds(kinds, target, numbers) : ofNumbers(values, target, numbers);
    return new FeatureTargetStatistics(values.length, variance, information, counted, test);
  }

  private static double varianceOfWords(double[] values, int words) {
    double[] counts = new double[words];
    for (double value : values) {
      counts[(int) value]++;
    }
    return values.length == 0 ? Double.NaN
        : 1 - Arrays.stream(counts).map(count -> count / values.length * (count / values.length)).sum();
  }

  /** Index of each value among the distinct ones; empty if there are too many or hardly any repeats. */
  private static int[] kinds(double[] values) {
    double[] different = Arrays.stream(values).sorted().distinct().limit(MOST_COUNTED + 1L).toArray();
    boolean few = different.length <= MOST_COUNTED && 2 * different.length <= values.length;
    return few ? Arrays.stream(values).mapToInt(value -> Arrays.binarySearch(different, value)).toArray() : new int[0];
  }

  private static double ofKinds(int[] kinds, double[] target, boolean numbers) {
    return numbers ? MutualInformation.ofClasses(target, kinds, MutualInformation.NEIGHBOURS)
        : MutualInformation.ofTwoClasses(kinds, whole(target));
  }

  private static double ofNumbers(double[] values, double[] target, boolean numbers) {
    return numbers
        ? MutualInformation.ofNumbers(thinned(values), thinned(target), MutualInformation.NEIGHBOURS)
        : MutualInformation.ofClasses(values, whole(target), MutualInformation.NEIGHBOURS);
  }

  private static double[] thinned(double[] values) {
    return values.length <= MOST ? values : IntStream.of(evenly(values.length, MOST)).mapToDouble(i -> values[i]).toArray();
  }

  /** Evenly sampled indices, {@code most} at most. */
  static int[] evenly(int count, int most) {
    int taken = Math.min(count, most);
    return IntStream.range(0, taken).map(i -> (int) ((long) i * count / taken)).toArray();
  }

  private static int[] whole(double[] values) {
    return Arrays.stream(values).mapToInt(value -> (int) value).toArray();
  }

  /** @param words whether the column is categorical @param classes whether the target is */
  public Lack lack(boolean words, boolean classes) {
    if (!Double.isNaN(test.f())) {
      return Lack.NOTHING;
    }
    return known < 2 ? Lack.TOO_FEW : words && classes ? Lack.WORDS : variance == 0 ? Lack.CONSTANT : Lack.TOO_FEW;
  }
}
