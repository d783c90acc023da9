package studio.backprop.train.metric;

/**
 * How well a network does on some examples.
 *
 * @param loss the mean of what each example costs, in scaled numbers
 * @param accuracy the share of classes that are right, NaN for a regression
 * @param mae the mean absolute error in the target's own unit, NaN for classes
 * @param r2 the share of the target's variance that is explained, NaN for classes
 */
public record Metrics(double loss, double accuracy, double mae, double r2) {
  public static final Metrics NONE = new Metrics(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
}
