package studio.backprop.ui.workspace.run;

import java.util.ArrayList;
import java.util.List;
import studio.backprop.run.Run;
import studio.backprop.store.StepRows;

/**
 * The steps of a run with the very numbers that the engine gave. The newest half a million stand here one by one; once there are more than
 * {@link #MOST}, every second of the older half is let go, again and again, so that a run without end does not fill the memory and none of
 * its parts is lost.
 */
public final class StepLog {
  /** Steps that are kept; they take 32 MB. */
  public static final int MOST = 1 << 20;

  /** The first columns of a history row: the step, and what each step measures. */
  static final int WIDTH = Run.NORMS;

  private static final int CHUNK = 1 << 12;

  private final List<double[]> chunks;
  private int size;
  private boolean thinned;
  /** The chunk that is thinned next. */
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
   * Two neighbours of the older half become one, further along at each call and then from the start again: a little at a time, so that no
   * frame becomes long. The one is a new chunk, since others may still read the two.
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

  /** Whether some of its older steps were let go. */
  public boolean thinned() {
    return thinned;
  }

  /** Steps that it holds. */
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

  /** The first row whose step is not before the given one; {@link #size} if there is none. */
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

  /** The steps for a file: all of them, or of very many evenly some. */
  public StepRows forFile() {
    int stride = Math.max(1, (size + StepRows.MOST - 1) / StepRows.MOST);
    double[] numbers = new double[(size + stride - 1) / stride * StepRows.WIDTH];
    for (int row = 0; row < size; row += stride) {
      System.arraycopy(chunks.get(row / CHUNK), row % CHUNK * WIDTH, numbers, row / stride * StepRows.WIDTH, StepRows.WIDTH);
    }
    return new StepRows(numbers);
  }

  /** The steps there are now, for another thread; later ones do not appear in it. Copies no numbers: what is written stays as it is. */
  public StepLog frozen() {
    return new StepLog(List.copyOf(chunks), size, thinned);
  }
}
