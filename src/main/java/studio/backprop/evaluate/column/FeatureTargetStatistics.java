package studio.backprop.evaluate.column;

import java.util.Arrays;
import java.util.stream.IntStream;
import studio.backprop.data.Dataset;
import studio.backprop.data.Task;
import studio.backprop.evaluate.metric.Statistics;

/**
 * What one column of a table says of the target, whatever a network makes of it. Missing values are left out.
 *
 * @param known in how many of the rows it has a value
 * @param variance of its numbers (of a population, divided by n); of words the sum of the variances of their inputs, 1 − Σ p². NaN of no
 *     values
 * @param information mutual information with the target in nats, from {@link MutualInformation#NEIGHBOURS} neighbours; NaN of fewer than
 *     two values
 * @param counted whether the information is that of values that are counted as classes: of words, and of numbers with few different values
 * @param test Fisher's F against the target; NaN where it is not defined
 */
public record FeatureTargetStatistics(int known, double variance, double information, boolean counted, FTest test) {
  /** Neighbours between two columns of numbers cost n²: more rows than these are thinned out evenly. */
  public static final int MOST = 2000;

  /** Numbers with no more different values than these are counted as classes: among equal values there are no nearest neighbours. */
  public static final int MOST_COUNTED = 10;

  /** Why F is not defined. */
  public enum Lack {
    NOTHING,
    TOO_FEW,
    CONSTANT,
    /** F compares means, and neither words nor classes have one. */
    WORDS
  }

  /** @param rows of the dataset: those for training */
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

  /** Which of its different values each is; nothing where they are too many, or hardly any occurs twice. */
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

  /** Some of so many rows, at even distances; all where they are not more. */
  static int[] evenly(int count, int most) {
    int taken = Math.min(count, most);
    return IntStream.range(0, taken).map(i -> (int) ((long) i * count / taken)).toArray();
  }

  private static int[] whole(double[] values) {
    return Arrays.stream(values).mapToInt(value -> (int) value).toArray();
  }

  /** Why there is no F. @param words whether the column is one @param classes whether the target is one */
  public Lack lack(boolean words, boolean classes) {
    if (!Double.isNaN(test.f())) {
      return Lack.NOTHING;
    }
    return known < 2 ? Lack.TOO_FEW : words && classes ? Lack.WORDS : variance == 0 ? Lack.CONSTANT : Lack.TOO_FEW;
  }
}
