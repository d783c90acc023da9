package studio.backprop.ui.judge.examples;

import java.util.Comparator;
import java.util.stream.IntStream;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;

/** Number of examples per class, or of known targets where an example has several, in total and by part. */
final class ClassCounts {
  /** [part][class] */
  private final int[][] counts;

  private ClassCounts(int[][] counts) {
    this.counts = counts;
  }

  static ClassCounts of(PreparedData data) {
    int[][] counts = new int[Part.values().length][data.dataset().classNames().size()];
    for (Part part : Part.values()) {
      for (int row = 0; row < data.rows(part); row++) {
        for (int place = 0; place < data.dataset().answers(); place++) {
          float answer = data.rawTarget(part, row, place);
          if (!Float.isNaN(answer)) {
            counts[part.ordinal()][(int) answer]++;
          }
        }
      }
    }
    return new ClassCounts(counts);
  }

  int classes() {
    return counts[0].length;
  }

  int of(Part part, int index) {
    return counts[part.ordinal()][index];
  }

  int of(int index) {
    int sum = 0;
    for (int[] part : counts) {
      sum += part[index];
    }
    return sum;
  }

  /** Accuracy of always predicting this class: the baseline of a network. */
  double share(int index) {
    int all = 0;
    for (int c = 0; c < classes(); c++) {
      all += of(c);
    }
    return (double) of(index) / all;
  }

  /** At most this many classes in their order; of more, those with the most examples. */
  int[] foremost(int most) {
    IntStream all = IntStream.range(0, classes());
    return classes() <= most
        ? all.toArray()
        : all.boxed().sorted(Comparator.comparing((Integer c) -> of(c)).reversed()).limit(most).mapToInt(Integer::intValue).toArray();
  }

  /** The most frequent class. */
  int largest() {
    int largest = 0;
    for (int c = 1; c < classes(); c++) {
      largest = of(c) > of(largest) ? c : largest;
    }
    return largest;
  }
}
