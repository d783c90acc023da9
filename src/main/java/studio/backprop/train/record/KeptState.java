package studio.backprop.train.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Serializable state of a regime in addition to weights and optimizers, such as an agent's environments. Immutable; arrays may be shared
 * with later states, which append only.
 *
 * @param form format: a regime of the same format can restore it
 * @param numbers counts and states
 * @param arrays weights, episodes, replay memory
 * @param shared number of trailing arrays that are shared with other states
 */
public record KeptState(String form, double[] numbers, float[][] arrays, int shared) {
  /** Memory of its own arrays in bytes. */
  public long bytes() {
    long own = Arrays.stream(arrays, 0, arrays.length - shared).mapToLong(array -> array.length).sum();
    return (long) numbers.length * Double.BYTES + own * Float.BYTES;
  }

  public List<float[]> sharedArrays() {
    return Arrays.asList(arrays).subList(arrays.length - shared, arrays.length);
  }

  /** @throws DamagedState if numbers are missing or invalid */
  public void readBy(Consumer<Reader> reads) {
    try {
      reads.accept(new Reader(this));
    } catch (IndexOutOfBoundsException missing) {
      throw new DamagedState(missing);
    }
  }

  /** Builder of a state. */
  public static final class Writer {
    private double[] numbers = new double[64];
    private int count;
    private final List<float[]> own = new ArrayList<>();
    private final List<float[]> shared = new ArrayList<>();

    public void put(double number) {
      numbers = count == numbers.length ? Arrays.copyOf(numbers, 2 * count) : numbers;
      numbers[count++] = number;
    }

    public void put(double[] all) {
      for (double number : all) {
        put(number);
      }
    }

    /** Adds an immutable array. */
    public void own(float[] array) {
      own.add(array);
    }

    /** Adds an array whose beginning is shared; comes after all unshared ones. */
    public void shared(float[] array) {
      shared.add(array);
    }

    public KeptState state(String form) {
      float[][] arrays = new float[own.size() + shared.size()][];
      for (int i = 0; i < arrays.length; i++) {
        arrays[i] = i < own.size() ? own.get(i) : shared.get(i - own.size());
      }
      return new KeptState(form, Arrays.copyOf(numbers, count), arrays, shared.size());
    }
  }

  /** Reader of a state, in the order of writing. */
  public static final class Reader {
    private final KeptState state;
    private int at;
    private int own;
    private int shared;

    public Reader(KeptState state) {
      this.state = state;
      this.shared = state.arrays.length - state.shared;
    }

    /** @throws DamagedState if there are no more */
    public double number() {
      if (at >= state.numbers.length) {
        throw new DamagedState("no number " + at);
      }
      return state.numbers[at++];
    }

    /** An integer. @throws DamagedState if it is out of range */
    public long whole(long least, long most) {
      double number = number();
      if (!(number >= least && number <= most && number == Math.rint(number))) {
        throw new DamagedState(number + " is not from " + least + " to " + most);
      }
      return (long) number;
    }

    /** @throws DamagedState if false */
    public void check(boolean possible) {
      if (!possible) {
        throw new DamagedState("numbers up to " + at + " do not fit each other");
      }
    }

    public void numbers(double[] to) {
      for (int i = 0; i < to.length; i++) {
        to[i] = number();
      }
    }

    public float[] own() {
      return state.arrays[own++];
    }

    public float[] shared() {
      return state.arrays[shared++];
    }
  }
}
