package studio.backprop.compare;

import java.util.Arrays;
import studio.backprop.train.Session;

/**
 * What the steps of a lane have measured, {@link Variant#WIDTH} numbers each: all since the last look, and of the whole run evenly some.
 * Room is made before the steps of a round, so that none of them allocates. One thread at a time.
 */
final class MeasuredSteps {
  /** So many steps of a run stand here one by one; of a longer one every second, then every fourth, and so on. */
  static final int MOST = 1 << 17;

  private static final int FIRST_ROOM = 1024;

  private final int most;
  private double[] kept = new double[FIRST_ROOM * Variant.WIDTH];
  private int keptCount;
  private long stride = 1;
  private long added;
  private double[] fresh = new double[FIRST_ROOM * Variant.WIDTH];
  private int freshCount;

  /** @param most steps of the whole run that are kept, an even number */
  MeasuredSteps(int most) {
    this.most = most;
  }

  /** Makes room for so many further steps. */
  void expect(int steps) {
    fresh = room(fresh, freshCount + (long) steps);
    kept = room(kept, Math.min(most, keptCount + (long) steps));
  }

  private static double[] room(double[] rows, long count) {
    int numbers = Math.toIntExact(count * Variant.WIDTH);
    return numbers <= rows.length ? rows : Arrays.copyOf(rows, Math.max(numbers, 2 * rows.length));
  }

  /** Writes down the step that was taken last. */
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

  /** Those since the last call. */
  double[] takeFresh() {
    double[] rows = Arrays.copyOf(fresh, freshCount * Variant.WIDTH);
    freshCount = 0;
    return rows;
  }

  /** Those of the whole run, of very many evenly some; the first is always there. */
  double[] all() {
    return Arrays.copyOf(kept, keptCount * Variant.WIDTH);
  }
}
