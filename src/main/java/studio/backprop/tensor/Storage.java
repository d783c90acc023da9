package studio.backprop.tensor;

/**
 * Buffer of a tensor's numbers, shared by all views, lazily allocated. Identity tells whether two tensors share memory. Until allocated, it
 * can be counted, or aliased to another one with a disjoint lifetime.
 */
public final class Storage {
  private final int count;
  private Storage host;
  private float[] numbers;

  Storage(int count) {
    this.count = count;
  }

  public int count() {
    return count;
  }

  /** The aliased buffer; itself without aliasing. */
  public Storage place() {
    return host == null ? this : host.place();
  }

  /** Whether it is allocated. */
  public boolean taken() {
    return numbers != null;
  }

  /** Allocates it now. */
  public void take() {
    numbers();
  }

  /**
   * Aliases another buffer.
   *
   * @throws IllegalArgumentException if that one is of another size
   * @throws IllegalStateException if this one is already allocated
   */
  public void lieIn(Storage other) {
    if (other.count != count) {
      throw new IllegalArgumentException("a room of " + count + " numbers cannot lie in one of " + other.count);
    }
    if (taken()) {
      throw new IllegalStateException("the room is taken already");
    }
    host = other;
  }

  float[] numbers() {
    float[] taken = numbers;
    return taken != null ? taken : first();
  }

  /** Synchronized: threads of a job must get the same array. */
  private synchronized float[] first() {
    if (numbers == null) {
      numbers = host == null ? new float[count] : host.numbers();
    }
    return numbers;
  }
}
