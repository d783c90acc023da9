package studio.backprop.observe;

/**
 * A queue of rows of numbers from one writing thread to one reading thread, without locks or allocation. When the reader does not come,
 * new rows are dropped: the writer never waits.
 */
public final class Ring {
  /** Receives rows that lie one behind the other. */
  @FunctionalInterface
  public interface Reader {
    /**
     * @param rows holds the first row from {@code at} on, only during the call
     * @param width from one row to the next
     */
    void rows(double[] rows, int at, int width, int count);
  }

  private static final int CAPACITY = 1 << 14;
  /** So many wide rows stay near in the caches while they are read column by column; the capacity is a multiple of it. */
  private static final int BLOCK = 64;

  private final int width;
  private final double[] rows;
  private volatile long written;
  private volatile long read;

  public Ring(int width) {
    this.width = width;
    this.rows = new double[CAPACITY * width];
  }

  /** Where the next row is to be written in {@link #rows}, or −1 if there is no room. */
  public int place() {
    return written - read == CAPACITY ? -1 : at(written);
  }

  public double[] rows() {
    return rows;
  }

  /** Hands over the row written at {@link #place}. */
  @SuppressWarnings("NonAtomicVolatileUpdate") public // one writer
  void commit() {
    written = written + 1;
  }

  /** Reads all rows there are, several at once. */
  public void drain(Reader reader) {
    long end = written;
    for (long row = read; row < end;) {
      int count = (int) Math.min(BLOCK - (row & BLOCK - 1), end - row);
      reader.rows(rows, at(row), width, count);
      row += count;
    }
    read = end;
  }

  private int at(long row) {
    return (int) (row & (CAPACITY - 1)) * width;
  }
}
