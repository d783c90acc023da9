package studio.backprop.train.record;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Downsampled curve over steps, for files: first step, number of steps, minimum, maximum, mean and smoothed value of each column.
 *
 * @param each steps in a full column
 * @param numbers six per column, by ascending step
 */
public record CurveColumns(int each, double[] numbers) {
  /** Numbers per column. */
  public static final int WIDTH = 6;

  /** Largest number of columns: the width of a small plot. */
  public static final int MOST = 128;

  public static final CurveColumns NONE = new CurveColumns(1, new double[0]);

  public static final int BYTES = Long.BYTES + Integer.BYTES + 4 * Float.BYTES;

  public CurveColumns {
    if (each < 1 || numbers.length % WIDTH != 0 || numbers.length > MOST * WIDTH) {
      throw new IllegalArgumentException("up to " + MOST + " columns of " + WIDTH + " numbers, but was " + numbers.length
          + " in columns of " + each);
    }
  }

  /** Number of columns. */
  public int count() {
    return numbers.length / WIDTH;
  }

  public void write(ByteBuffer to) {
    for (int at = 0; at < numbers.length; at += WIDTH) {
      to.putLong((long) numbers[at]).putInt((int) numbers[at + 1]);
      for (int i = 2; i < WIDTH; i++) {
        to.putFloat((float) numbers[at + i]);
      }
    }
  }

  /** Skips invalid columns. */
  public static CurveColumns read(int each, int count, ByteBuffer from) {
    double[] all = new double[count * WIDTH];
    int valid = 0;
    double before = 0;
    for (int column = 0; column < count; column++) {
      double[] one = {from.getLong(), from.getInt(), from.getFloat(), from.getFloat(), from.getFloat(), from.getFloat()};
      if (one[0] > before && one[1] >= 1 && Arrays.stream(one).allMatch(Double::isFinite)) {
        System.arraycopy(one, 0, all, valid * WIDTH, WIDTH);
        valid++;
        before = one[0];
      }
    }
    return new CurveColumns(each, Arrays.copyOf(all, valid * WIDTH));
  }
}
