package studio.backprop.op;

import java.util.stream.IntStream;

/** What the pools ask of a sweep. */
final class Pool {
  private Pool() {}

  /** @throws IllegalArgumentException if padding could fill a whole window */
  private static void requireNumbers(Sweep sweep) {
    if (sweep.before() >= sweep.kernel() || sweep.after() >= sweep.kernel()) {
      throw new IllegalArgumentException("padding must be smaller than the window, but was " + sweep);
    }
  }

  /**
   * The pixels of a plane under each window, window by window and line by line.
   *
   * @throws IllegalArgumentException if padding could fill a whole window
   */
  static int[][] windows(Sweep down, Sweep across) {
    requireNumbers(down);
    requireNumbers(across);
    int[][] windows = new int[down.steps() * across.steps()][];
    for (int i = 0; i < windows.length; i++) {
      int row = i / across.steps();
      int column = i % across.steps();
      int width = across.end(column) - across.start(column);
      windows[i] = IntStream.range(0, (down.end(row) - down.start(row)) * width)
          .map(p -> (down.start(row) + p / width) * across.size() + across.start(column) + p % width).toArray();
    }
    return windows;
  }
}
