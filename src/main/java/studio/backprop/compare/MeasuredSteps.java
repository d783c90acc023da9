package studio.backprop.compare;

import java.util.Arrays;
import studio.backprop.train.Session;

/**
 * Measurements of a variant's steps, {@link Variant#WIDTH} numbers each: all since the last snapshot, and an even sample of the whole run.
 * Preallocated for each round. Not thread-safe.
 */
final class MeasuredSteps {
  /** Limit of kept steps; longer runs are thinned out by halves. */
  static final int MAX_STEPS = 1 << 17;

  private static final int FIRST_ROOM = 1024;

  private final int most;
  private double[] kept = new double[FIRST_ROOM * Variant.WIDTH];
  private int keptCount;
  private long stride = 1;
  private long added;
  private double[] fresh = new double[FIRST_ROOM * Variant.WIDTH];
  private int freshCount;

  /** @param most kept steps of the whole run, even */
  MeasuredSteps(int most) {
    this.most = most;
  }

  /** Reserves memory for further steps. */
  void expect(int steps) {
    fresh = room(fresh, freshCount + (long) steps);
    kept = room(kept, Math.min(most, keptCount + (long) steps));
  }

  private static double[] room(double[] rows, long count) {
    int numbers = Math.toIntExact(count * Variant.WIDTH);
    return numbers <= rows.length ? rows : Arrays.copyOf(rows, Math.max(numbers, 2 * rows.length));
  }

  /** Adds the last step. */
  void add(Session session) {
    write(session, fresh, freshCount++);
    if (added % stride == 0) {
      if (keptCount == most) {
        thin();
      }
      if (added % stride == 0) {
        write(session, kept, keptCount++);
      }
    }
    added++;
  }

  private static void write(Session session, double[] rows, int row) {
    int at = row * Variant.WIDTH;
    rows[at] = session.steps();
    rows[at + 1] = session.loss();
    rows[at + 2] = session.measure();
    rows[at + 3] = session.takenRate();
  }

  private void thin() {
    for (int row = 0; row < most / 2; row++) {
      System.arraycopy(kept, 2 * row * Variant.WIDTH, kept, row * Variant.WIDTH, Variant.WIDTH);
    }
    keptCount = most / 2;
    stride *= 2;
  }

  /** Measurements since the last call. */
  double[] takeFresh() {
    double[] rows = Arrays.copyOf(fresh, freshCount * Variant.WIDTH);
    freshCount = 0;
    return rows;
  }

  /** Even sample of the whole run, with the first step. */
  double[] all() {
    return Arrays.copyOf(kept, keptCount * Variant.WIDTH);
  }
}
