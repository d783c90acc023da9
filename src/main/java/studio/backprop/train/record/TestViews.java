package studio.backprop.train.record;

import java.util.Map;
import java.util.TreeMap;

/**
 * Number of evaluations on the test part, by name of the data set; one for each state of the weights, as each allows selection. Immutable.
 */
public record TestViews(Map<String, Integer> counts) {
  /** Largest number of data sets. */
  public static final int MOST = 1000;
  public static final TestViews NONE = new TestViews(Map.of());

  public TestViews {
    counts = Map.copyOf(counts);
  }

  public int of(String data) {
    return counts.getOrDefault(data, 0);
  }

  public TestViews with(String data) {
    Map<String, Integer> more = new TreeMap<>(counts);
    more.merge(data, 1, Integer::sum);
    return new TestViews(more);
  }
}
