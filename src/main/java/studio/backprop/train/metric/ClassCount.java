package studio.backprop.train.metric;

/**
 * How many examples of one class there were.
 *
 * @param examples of the class
 * @param correct those of them that were predicted correctly
 */
public record ClassCount(long examples, long correct) {
  /** The share of the class that is recognized, NaN where there is no example of it. */
  public double recall() {
    return (double) correct / examples;
  }
}
