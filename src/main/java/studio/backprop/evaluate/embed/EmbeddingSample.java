package studio.backprop.evaluate.embed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.observe.Example;

/** Stratified sample of the examples of an embedding. */
public final class EmbeddingSample {
  /** Memory limit, in numbers. */
  private static final long MOST_NUMBERS = 12_000_000;

  private EmbeddingSample() {}

  /** Largest number of examples. @param width numbers per example */
  public static int most(long width) {
    return (int) Math.max(EmbeddingProjection.FEWEST, Math.min(EmbeddingProjection.MOST, MOST_NUMBERS / Math.max(1, width)));
  }

  /**
   * Examples of these parts in order, {@link #most} at most: then evenly sampled within each class.
   *
   * @param width numbers per example
   */
  public static List<Example> of(PreparedData data, Collection<Part> parts, long width) {
    List<Example> all = new ArrayList<>();
    for (Part part : Part.values()) {
      for (int row = 0; parts.contains(part) && row < data.rows(part); row++) {
        all.add(new Example(part, row));
      }
    }
    int most = most(width);
    if (all.size() <= most) {
      return all;
    }
    boolean classes = data.dataset().task() == Task.CLASSES && data.dataset().answers() == 1;
    List<List<Integer>> strata = new ArrayList<>();
    for (int c = 0; c < (classes ? data.dataset().classNames().size() : 1); c++) {
      strata.add(new ArrayList<>());
    }
    for (int i = 0; i < all.size(); i++) {
      strata.get(classes ? data.classOf(all.get(i).part(), all.get(i).row()) : 0).add(i);
    }
    int[] shares = shares(strata.stream().mapToInt(List::size).toArray(), most);
    return IntStream.range(0, shares.length)
        .flatMap(c -> IntStream.range(0, shares[c]).map(i -> strata.get(c).get((int) ((long) i * strata.get(c).size() / shares[c]))))
        .sorted().mapToObj(all::get).toList();
  }

  /** Proportional allocation by largest remainders. */
  static int[] shares(int[] sizes, int most) {
    long all = Arrays.stream(sizes).asLongStream().sum();
    int[] shares = Arrays.stream(sizes).map(size -> (int) ((long) size * most / all)).toArray();
    int left = most - Arrays.stream(shares).sum();
    IntStream.range(0, sizes.length).boxed().sorted(Comparator.comparingLong(c -> -((long) sizes[c] * most % all))).limit(left)
        .forEach(c -> shares[c]++);
    return shares;
  }
}
