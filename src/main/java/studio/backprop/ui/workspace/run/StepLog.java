package studio.backprop.ui.workspace.run;

import java.util.ArrayList;
import java.util.List;
import studio.backprop.run.Run;
import studio.backprop.store.StepRows;

/**
 * Exact metrics of the steps of a run. Keeps the newest half million; beyond {@link #MOST} every second older step is dropped, repeatedly,
 * so that memory is bounded and no part of the run is lost.
 */
public final class StepLog {
  /** Maximum number of steps; they take 32 MB. */
  public static final int MOST = 1 << 20;

  /** Leading columns of a history row: the step and its metrics. */
  static final int WIDTH = Run.NORMS;

  private static final int CHUNK = 1 << 12;

  private final List<double[]> chunks;
  private int size;
  private boolean thinned;
  /** Next chunk to thin. */
  private int next;

  public StepLog() {
    this(new ArrayList<>(), 0, false);
  }

  private StepLog(List<double[]> chunks, int size, boolean thinned) {
    this.chunks = chunks;
    this.size = size;
    this.thinned = thinned;
  }

  /** Adds a row of {@link Run#history}. */
  void add(double[] rows, int at) {
    if (size == MOST) {
      thin();
    }
    if (size % CHUNK == 0) {
      chunks.add(new double[CHUNK * WIDTH]);
    }
    System.arraycopy(rows, at, chunks.get(size / CHUNK), size % CHUNK * WIDTH, WIDTH);
    size++;
  }

  /**
   * Merges two chunks of the older half, advancing at each call: incremental, to keep frames short. The result is a new chunk, since others
   * may still read the two.
   */
  private void thin() {
    double[] merged = new double[CHUNK * WIDTH];
    for (int row = 0; row < CHUNK; row++) {
      double[] from = chunks.get(row < CHUNK / 2 ? next : next + 1);
      System.arraycopy(from, 2 * row % CHUNK * WIDTH, merged, row * WIDTH, WIDTH);
    }
    chunks.set(next, merged);
    chunks.remove(next + 1);
    next = (next + 1) % (MOST / CHUNK / 2 - 1);
    size -= CHUNK;
    thinned = true;
  }

  /** Whether older steps were dropped. */
  public boolean thinned() {
    return thinned;
  }

  public int size() {
    return size;
  }

  /** @param column of a history row, see {@link RunHistory#column} */
  public double value(int row, int column) {
    return chunks.get(row / CHUNK)[row % CHUNK * WIDTH + column];
  }

  void copyRow(int row, double[] to) {
    System.arraycopy(chunks.get(row / CHUNK), row % CHUNK * WIDTH, to, 0, WIDTH);
  }

  public double step(int row) {
    return value(row, Run.STEP);
  }

  /** First row at or after a step; {@link #size} if there is none. */
  public int rowAt(double step) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (step(middle) < step) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Steps for a file; evenly subsampled if very many. */
  public StepRows forFile() {
    int stride = Math.max(1, (size + StepRows.MOST - 1) / StepRows.MOST);
    double[] numbers = new double[(size + stride - 1) / stride * StepRows.WIDTH];
    for (int row = 0; row < size; row += stride) {
      System.arraycopy(chunks.get(row / CHUNK), row % CHUNK * WIDTH, numbers, row / stride * StepRows.WIDTH, StepRows.WIDTH);
    }
    return new StepRows(numbers);
  }

  /** Snapshot for another thread; shares the chunks, which are append-only. */
  public StepLog frozen() {
    return new StepLog(List.copyOf(chunks), size, thinned);
  }
}
