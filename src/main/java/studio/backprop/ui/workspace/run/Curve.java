package studio.backprop.ui.workspace.run;

import java.util.Arrays;
import java.util.List;
import studio.backprop.train.record.CurveColumns;
import studio.backprop.ui.kit.Smoother;
import studio.backprop.ui.kit.Smoothing;

/**
 * Downsampled curve of bounded size. Each column covers a range of steps with minimum, maximum and mean; when the columns are used up,
 * pairs are merged. Gaps as long as a column start a new one. Carries a smoothed curve, see {@link Smoothing}. Not thread-safe.
 */
public final class Curve {
  private static final int COLUMNS = 2048;
  /** Maximum number of columns left after merging. */
  private static final int FEWER = COLUMNS * 3 / 4;
  /** Memory of one curve. */
  static final long BYTES = COLUMNS * (5L * Double.BYTES + 2L * Integer.BYTES);

  private Smoother smoother;
  private final double[] least = new double[COLUMNS];
  private final double[] most = new double[COLUMNS];
  private final double[] sum = new double[COLUMNS];
  private final double[] smooth = new double[COLUMNS];
  private final double[] firstStep = new double[COLUMNS];
  private final int[] count = new int[COLUMNS];
  /** Steps from the first to the last of a column, missing ones included. */
  private final int[] span = new int[COLUMNS];
  private int size;
  private int stepsPerColumn = 1;
  private double last = Double.NaN;

  public Curve(Smoothing smoothing) {
    smoother = new Smoother(smoothing);
  }

  public void add(double step, double value) {
    last = value;
    if (!covers(step) && size == COLUMNS) {
      widen();
    }
    if (!covers(step)) {
      open(step, value);
    }
    int column = size - 1;
    least[column] = Math.min(least[column], value);
    most[column] = Math.max(most[column], value);
    sum[column] += value;
    count[column]++;
    span[column] = (int) (step - firstStep[column]) + 1;
    smooth[column] = smoother.next(value);
  }

  /** Whether the last column can take a step. */
  private boolean covers(double step) {
    return size > 0 && step < firstStep[size - 1] + stepsPerColumn;
  }

  /** Copy up to a step, as the beginning of another curve. */
  Curve upTo(double step) {
    Curve copy = new Curve(smoothing());
    copy.stepsPerColumn = stepsPerColumn;
    copy.size = columnsUpTo(step);
    System.arraycopy(least, 0, copy.least, 0, copy.size);
    System.arraycopy(most, 0, copy.most, 0, copy.size);
    System.arraycopy(sum, 0, copy.sum, 0, copy.size);
    System.arraycopy(smooth, 0, copy.smooth, 0, copy.size);
    System.arraycopy(firstStep, 0, copy.firstStep, 0, copy.size);
    System.arraycopy(count, 0, copy.count, 0, copy.size);
    System.arraycopy(span, 0, copy.span, 0, copy.size);
    copy.goOn();
    copy.last = copy.size == 0 ? Double.NaN : mean(copy.size - 1);
    return copy;
  }

  /** Adds its last values to a window; none where several steps share a column. */
  void recallTo(RecentValues latest) {
    for (int column = Math.max(0, size - RecentValues.COUNT); column < size && stepsPerColumn == 1; column++) {
      latest.add(mean(column));
    }
  }

  /** Coarse copy for a file, with the same extremes and means. */
  public CurveColumns forFile() {
    return CurvePieces.coarse(this);
  }

  /** All columns, in pieces of the size that a file permits. */
  List<CurveColumns> pieces() {
    return CurvePieces.of(this);
  }

  /** From a file. */
  public static Curve of(CurveColumns kept, Smoothing smoothing) {
    return of(List.of(kept), Double.NaN, smoothing);
  }

  /**
   * From consecutive pieces; the excess is dropped.
   *
   * @param last NaN if unknown
   */
  static Curve of(List<CurveColumns> pieces, double last, Smoothing smoothing) {
    Curve curve = new Curve(smoothing);
    pieces.forEach(curve::take);
    curve.last = Double.isNaN(last) ? curve.last : last;
    curve.smoothColumns();
    return curve;
  }

  private void take(CurveColumns kept) {
    stepsPerColumn = kept.each();
    double[] numbers = kept.numbers();
    for (int at = 0; at < numbers.length && size < COLUMNS; at += CurveColumns.WIDTH) {
      int column = size;
      open(numbers[at], numbers[at + 2]);
      count[column] = (int) numbers[at + 1];
      span[column] = count[column]; // a file does not tell which steps are missing in a column
      most[column] = numbers[at + 3];
      sum[column] = numbers[at + 4] * numbers[at + 1];
      smooth[column] = numbers[at + 5];
      last = numbers[at + 4];
    }
  }

  /** Resumes smoothing from the last column. */
  private void goOn() {
    smoother = new Smoother(smoothing(), size == 0 ? Double.NaN : smooth[size - 1], valuesBefore(size));
    for (int column = Math.max(0, size - Smoother.RECENT); column < size; column++) {
      smoother.recall(mean(column));
    }
  }

  /** Smooths again from the logged values; what the log has dropped stays as it was. */
  void smooth(Smoothing other, StepLog log, int quantity) {
    int column = log.size() == 0 ? 0 : columnAt(log.step(0));
    Smoother anew = new Smoother(other, column == 0 ? Double.NaN : smooth[column - 1], valuesBefore(column));
    for (int row = 0; row < log.size(); row++) {
      while (column + 1 < size && firstStep[column + 1] <= log.step(row)) {
        column++;
      }
      if (!Double.isNaN(log.value(row, quantity))) {
        smooth[column] = anew.next(log.value(row, quantity));
      }
    }
    smoother = log.size() == 0 ? new Smoother(other, smoothed(), valuesBefore(size)) : anew;
  }

  /** With one value a column, the smoothing in the file is not needed. */
  private void smoothColumns() {
    if (stepsPerColumn > 1) {
      goOn();
      return;
    }
    for (int column = 0; column < size; column++) {
      smooth[column] = smoother.next(mean(column));
    }
  }

  private void open(double step, double value) {
    least[size] = value;
    most[size] = value;
    sum[size] = 0;
    count[size] = 0;
    firstStep[size] = step;
    size++;
  }

  /** Merges neighbouring columns to at least twice the width, more where most steps are missing. */
  private void widen() {
    do {
      stepsPerColumn *= 2;
      int into = 0;
      for (int from = 1; from < size; from++) {
        if (lastStep(from) < firstStep[into] + stepsPerColumn) {
          join(into, from);
        } else {
          move(from, ++into);
        }
      }
      size = into + 1;
    } while (size > FEWER);
  }

  private void join(int into, int from) {
    least[into] = Math.min(least[into], least[from]);
    most[into] = Math.max(most[into], most[from]);
    sum[into] += sum[from];
    count[into] += count[from];
    span[into] = (int) (lastStep(from) - firstStep[into]) + 1;
    smooth[into] = smooth[from];
  }

  private void move(int from, int to) {
    least[to] = least[from];
    most[to] = most[from];
    sum[to] = sum[from];
    count[to] = count[from];
    span[to] = span[from];
    smooth[to] = smooth[from];
    firstStep[to] = firstStep[from];
  }

  public int size() {
    return size;
  }

  public double step(int column) {
    return firstStep[column];
  }

  public double lastStep(int column) {
    return firstStep[column] + span[column] - 1;
  }

  /** Whether a gap as long as a column precedes it. */
  public boolean pausesBefore(int column) {
    return column > 0 && firstStep[column] - lastStep(column - 1) > stepsPerColumn;
  }

  /** Number of columns that end by a step. */
  public int columnsUpTo(double step) {
    int columns = size == 0 ? 0 : columnAt(step) + 1;
    return columns > 0 && lastStep(columns - 1) > step ? columns - 1 : columns;
  }

  /** Copies the means of the last columns that end by a step; returns their number. */
  int copyTo(double step, float[] to) {
    int end = columnsUpTo(step);
    int copied = Math.min(end, to.length);
    for (int i = 0; i < copied; i++) {
      to[i] = (float) mean(end - copied + i);
    }
    return copied;
  }

  /** Index of the column that covers a step, or the nearest one. Requires at least one column. */
  public int columnAt(double step) {
    int found = Arrays.binarySearch(firstStep, 0, size, step);
    return found >= 0 ? found : Math.max(0, -found - 2);
  }

  public double least(int column) {
    return least[column];
  }

  public double most(int column) {
    return most[column];
  }

  /** Minimum over columns [from, to). */
  public double least(int from, int to) {
    double smallest = least[from];
    for (int i = from + 1; i < to; i++) {
      smallest = Math.min(smallest, least[i]);
    }
    return smallest;
  }

  /** Maximum over columns [from, to). */
  public double most(int from, int to) {
    double largest = most[from];
    for (int i = from + 1; i < to; i++) {
      largest = Math.max(largest, most[i]);
    }
    return largest;
  }

  public double mean(int column) {
    return sum[column] / count[column];
  }

  /** Mean of all values in columns [from, to). */
  public double mean(int from, int to) {
    double total = 0;
    int values = 0;
    for (int i = from; i < to; i++) {
      total += sum[i];
      values += count[i];
    }
    return total / values;
  }

  /** Steps per full column. */
  public int stepsPerColumn() {
    return stepsPerColumn;
  }

  public double smooth(int column) {
    return smooth[column];
  }

  public double last() {
    return last;
  }

  public double smoothed() {
    return smoother.smoothed();
  }

  /** Smoothed value at a step, or the newest before it. */
  public double smoothedAt(double step) {
    int columns = step >= lastStep() ? size : columnsUpTo(step);
    return columns == size ? smoothed() : columns == 0 ? Double.NaN : smooth[columns - 1];
  }

  private double lastStep() {
    return size == 0 ? 0 : lastStep(size - 1);
  }

  public Smoothing smoothing() {
    return smoother.smoothing();
  }

  /** Current smoothing factor. */
  public double factor() {
    return smoothing().factor(smoother.values());
  }

  public long valuesBefore(int column) {
    long before = 0;
    for (int i = 0; i < column; i++) {
      before += count[i];
    }
    return before;
  }

  /** Number of values in a column; fewer than its steps if some are missing. */
  int values(int column) {
    return count[column];
  }
}
