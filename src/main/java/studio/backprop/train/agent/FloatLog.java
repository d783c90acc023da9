package studio.backprop.train.agent;

import java.util.Arrays;
import studio.backprop.train.record.KeptState;

/** Append-only list of floats. */
public final class FloatLog {
  private static final int INITIAL_CAPACITY = 64;

  private float[] numbers = new float[INITIAL_CAPACITY];
  private int count;

  void add(double number) {
    numbers = count == numbers.length ? Arrays.copyOf(numbers, 2 * count) : numbers;
    numbers[count++] = (float) number;
  }

  public int count() {
    return count;
  }

  public float get(int at) {
    return numbers[at];
  }

  /** NaN of none. */
  public double meanOfLast(int most) {
    int from = Math.max(0, count - most);
    double sum = 0;
    for (int i = from; i < count; i++) {
      sum += numbers[i];
    }
    return sum / (count - from);
  }

  /** Not copied; more may be appended. */
  float[] array() {
    return numbers;
  }

  public float[] copy() {
    return Arrays.copyOf(numbers, count);
  }

  void write(KeptState.Writer to) {
    to.put(count);
    to.shared(numbers);
  }

  void read(KeptState.Reader from) {
    count = (int) from.whole(0, Integer.MAX_VALUE);
    float[] kept = from.shared();
    from.check(count <= kept.length);
    numbers = Arrays.copyOf(kept, Math.max(INITIAL_CAPACITY, count)); // a later state may have appended
  }
}
