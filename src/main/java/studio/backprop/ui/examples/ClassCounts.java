package studio.backprop.ui.examples;

import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;

/** How many examples each class has, in all and in each part. */
final class ClassCounts {
  /** [part][class]. */
  private final int[][] counts;

  private ClassCounts(int[][] counts) {
    this.counts = counts;
  }

  static ClassCounts of(PreparedData data) {
    int[][] counts = new int[Part.values().length][data.dataset().classNames().size()];
    for (Part part : Part.values()) {
      for (int row = 0; row < data.rows(part); row++) {
        counts[part.ordinal()][data.classOf(part, row)]++;
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

  /** Always answering this class is right so often: what a network has to beat. */
  double share(int index) {
    int all = 0;
    for (int c = 0; c < classes(); c++) {
      all += of(c);
    }
    return (double) of(index) / all;
  }

  /** The class with the most examples. */
  int largest() {
    int largest = 0;
    for (int c = 1; c < classes(); c++) {
      largest = of(c) > of(largest) ? c : largest;
    }
    return largest;
  }
}
