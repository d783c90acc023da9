package studio.backprop.observe;

/** Lock-free ring buffer of rows from one writer to one reader thread, without allocation. When full, new rows are dropped. */
public final class Ring {
  /** Consumer of consecutive rows. */
  @FunctionalInterface
  public interface Reader {
    /**
     * @param rows first row at {@code at}; valid during the call only
     * @param width stride of rows
     */
    void rows(double[] rows, int at, int width, int count);
  }

  private static final int CAPACITY = 1 << 14;
  /** Rows per block, for cache locality of column-wise reads; divides the capacity. */
  private static final int BLOCK = 64;

  private final int width;
  private final double[] rows;
  private volatile long written;
  private volatile long read;

  public Ring(int width) {
    this.width = width;
    this.rows = new double[CAPACITY * width];
  }

  /** Index of the next row in {@link #rows}; −1 if full. */
  public int place() {
    return written - read == CAPACITY ? -1 : at(written);
  }

  public double[] rows() {
    return rows;
  }

  /** Publishes the row written at {@link #place}. */
  @SuppressWarnings("NonAtomicVolatileUpdate") public // one writer
  void commit() {
    written = written + 1;
  }

  /** Reads all available rows. */
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
