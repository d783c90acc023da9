package studio.backprop.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Metrics of single steps for the curves: rows of step, loss, metric and learning rate.
 *
 * @param numbers four a row, in ascending order of the steps
 * @param rounds additional metrics of a GAN
 */
public record StepRows(double[] numbers, RoundRows rounds) {
  public static final int WIDTH = 4;

  /** Maximum number of rows; longer runs are downsampled. */
  public static final int MOST = 1 << 16;

  public static final StepRows NONE = new StepRows(new double[0]);

  private static final int BYTES = Long.BYTES + 3 * Float.BYTES;

  public StepRows(double[] numbers) {
    this(numbers, RoundRows.NONE);
  }

  public int count() {
    return numbers.length / WIDTH;
  }

  public boolean isEmpty() {
    return numbers.length == 0 && rounds.isEmpty();
  }

  public StepRows with(RoundRows beside) {
    return new StepRows(numbers, beside);
  }

  byte[] write() {
    ByteBuffer bytes = ByteBuffer.allocate(count() * BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at < numbers.length; at += WIDTH) {
      bytes.putLong((long) numbers[at]);
      for (int i = 1; i < WIDTH; i++) {
        bytes.putFloat((float) numbers[at + i]);
      }
    }
    return bytes.array();
  }

  /** Invalid rows are dropped: a damaged curve does not make a project unreadable. */
  static StepRows read(byte[] section) throws StoreProblem {
    int count = section.length / BYTES;
    if (section.length != count * BYTES || count > MOST) {
      throw StoreProblem.of("store.section", Section.STEPS.file());
    }
    ByteBuffer bytes = ByteBuffer.wrap(section).order(ByteOrder.LITTLE_ENDIAN);
    double[] numbers = new double[count * WIDTH];
    int sound = 0;
    long before = 0;
    for (int row = 0; row < count; row++) {
      long step = bytes.getLong();
      double[] measured = {step, bytes.getFloat(), bytes.getFloat(), bytes.getFloat()};
      if (step > before && Arrays.stream(measured).allMatch(Double::isFinite)) {
        System.arraycopy(measured, 0, numbers, sound * WIDTH, WIDTH);
        sound++;
        before = step;
      }
    }
    return new StepRows(Arrays.copyOf(numbers, sound * WIDTH));
  }
}
