package studio.backprop.train.record;

import java.util.Map;
import java.util.TreeMap;

/**
 * How often somebody has looked at the metrics of the test part, by the name of the data: each look at other weights is one, as each could
 * have led to a choice. Immutable.
 */
public record TestViews(Map<String, Integer> counts) {
  /** More data would be no project any more. */
  public static final int MOST = 1000;
  public static final TestViews NONE = new TestViews(Map.of());

  public TestViews {
    counts = Map.copyOf(counts);
  }

  public int of(String data) {
    return counts.getOrDefault(data, 0);
  }

  /** After one look more. */
  public TestViews with(String data) {
    Map<String, Integer> more = new TreeMap<>(counts);
    more.merge(data, 1, Integer::sum);
    return new TestViews(more);
  }
}
