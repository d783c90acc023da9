package studio.backprop.ui.workspace.run;

import java.util.Arrays;
import java.util.List;
import studio.backprop.train.record.CurveColumns;
import studio.backprop.ui.kit.Smoother;
import studio.backprop.ui.kit.Smoothing;

/**
 * A curve over steps that never grows beyond what a screen can show. Each column covers a number of steps and keeps the smallest, the
 * largest and the mean value; when the columns are used up, two become one. Steps may be missing: where as many are as a column covers, a
 * column ends before and another one begins after. Beside it runs a smoothed curve, see {@link Smoothing}.
 */
public final class Curve {
  private static final int COLUMNS = 2048;
  /** As many columns may be left when they have become wider: enough are free then. */
  private static final int FEWER = COLUMNS * 3 / 4;
  /** The memory that one takes. */
  static final long BYTES = COLUMNS * (5L * Double.BYTES + 2L * Integer.BYTES);

  private Smoother smoother;
  private final double[] least = new double[COLUMNS];
  private final double[] most = new double[COLUMNS];
  private final double[] sum = new double[COLUMNS];
  private final double[] smooth = new double[COLUMNS];
  private final double[] firstStep = new double[COLUMNS];
  private final int[] count = new int[COLUMNS];
  /** From the first step to the last, those that are missing among them. */
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

  /** Whether the last column has a place for a step. */
  private boolean covers(double step) {
    return size > 0 && step < firstStep[size - 1] + stepsPerColumn;
  }

  /** A curve that goes on from this one after a step: its columns that end by then. */
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

  /** Adds its last values to those that are kept one by one; none where several steps share a column. */
  void recallTo(RecentValues latest) {
    for (int column = Math.max(0, size - RecentValues.COUNT); column < size && stepsPerColumn == 1; column++) {
      latest.add(mean(column));
    }
  }

  /** As a file keeps it: every few columns become one, with the same extremes and means. */
  public CurveColumns forFile() {
    return CurvePieces.coarse(this);
  }

  /** All its columns, in pieces of as many as one may have. */
  List<CurveColumns> pieces() {
    return CurvePieces.of(this);
  }

  /** A curve that a file has kept. */
  public static Curve of(CurveColumns kept, Smoothing smoothing) {
    return of(List.of(kept), Double.NaN, smoothing);
  }

  /** The same in pieces that follow each other; what is more than a curve has room for is left out. @param last NaN if it is not known */
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

  /** Smooths on from the last column. */
  private void goOn() {
    smoother = new Smoother(smoothing(), size == 0 ? Double.NaN : smooth[size - 1], valuesBefore(size));
    for (int column = Math.max(0, size - Smoother.RECENT); column < size; column++) {
      smoother.recall(mean(column));
    }
  }

  /** Smooths anew in another way, from the values themselves. What the log has let go stays as it was smoothed. */
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

  /** Where each value has a column of its own, the file need not be asked how it was smoothed when it was written. */
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

  /** Columns become twice as wide, and more where most of the steps are missing: neighbours that fit into one are joined. */
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

  /** Columns in use. */
  public int size() {
    return size;
  }

  /** The first step that a column covers. */
  public double step(int column) {
    return firstStep[column];
  }

  /** The last step that a column covers. */
  public double lastStep(int column) {
    return firstStep[column] + span[column] - 1;
  }

  /** Whether so many steps are missing before a column that another one would have had room there. */
  public boolean pausesBefore(int column) {
    return column > 0 && firstStep[column] - lastStep(column - 1) > stepsPerColumn;
  }

  /** How many columns end by a step. */
  public int columnsUpTo(double step) {
    int columns = size == 0 ? 0 : columnAt(step) + 1;
    return columns > 0 && lastStep(columns - 1) > step ? columns - 1 : columns;
  }

  /** Copies the means of the last columns that end by a step. @return how many there are */
  int copyTo(double step, float[] to) {
    int end = columnsUpTo(step);
    int copied = Math.min(end, to.length);
    for (int i = 0; i < copied; i++) {
      to[i] = (float) mean(end - copied + i);
    }
    return copied;
  }

  /** The column that covers a step, or the nearest one if there is no such step. Only if there are columns. */
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

  /** The smallest value of several columns, {@code to} not among them. */
  public double least(int from, int to) {
    double smallest = least[from];
    for (int i = from + 1; i < to; i++) {
      smallest = Math.min(smallest, least[i]);
    }
    return smallest;
  }

  /** The largest value of several columns, {@code to} not among them. */
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

  /** The mean of all values in several columns, {@code to} not among them. */
  public double mean(int from, int to) {
    double total = 0;
    int values = 0;
    for (int i = from; i < to; i++) {
      total += sum[i];
      values += count[i];
    }
    return total / values;
  }

  /** Steps that a full column covers. */
  public int stepsPerColumn() {
    return stepsPerColumn;
  }

  /** The smoothed value at the end of a column. */
  public double smooth(int column) {
    return smooth[column];
  }

  /** The newest value, NaN if there is none. */
  public double last() {
    return last;
  }

  /** The newest smoothed value, NaN if there is none. */
  public double smoothed() {
    return smoother.smoothed();
  }

  /** The smoothed value at a step, or the newest before it. */
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

  /** How much of the smoothed value is kept at each value, now that the curve is so long. */
  public double factor() {
    return smoothing().factor(smoother.values());
  }

  /** How many values the columns before this one hold. */
  public long valuesBefore(int column) {
    long before = 0;
    for (int i = 0; i < column; i++) {
      before += count[i];
    }
    return before;
  }

  /** How many values a column holds: fewer than it covers steps where some are missing. */
  int values(int column) {
    return count[column];
  }
}
