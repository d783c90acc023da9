package studio.backprop.tensor;

/**
 * Where the numbers of a tensor lie. All readings of the same numbers share one room, so it also tells whether two tensors are the same
 * numbers. Its memory is taken when it is first used; until then a plan may count it, or let it lie in another one whose numbers are never
 * needed at the same time.
 */
public final class Storage {
  private final int count;
  private Storage host;
  private float[] numbers;

  Storage(int count) {
    this.count = count;
  }

  /** Numbers it holds. */
  public int count() {
    return count;
  }

  /** The room it lies in in the end: itself, if it has a place of its own. */
  public Storage place() {
    return host == null ? this : host.place();
  }

  /** Whether its memory is taken already. */
  public boolean taken() {
    return numbers != null;
  }

  /** Takes its memory now, so that nothing waits for it later. */
  public void take() {
    numbers();
  }

  /**
   * Lies in another room from now on.
   *
   * @throws IllegalArgumentException if that one is of another size
   * @throws IllegalStateException if this one's memory is taken already
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

  /** Threads that share a job may come here at the same moment: they must all get the same numbers. */
  private synchronized float[] first() {
    if (numbers == null) {
      numbers = host == null ? new float[count] : host.numbers();
    }
    return numbers;
  }
}
