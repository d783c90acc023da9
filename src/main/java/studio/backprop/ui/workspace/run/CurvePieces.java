package studio.backprop.ui.workspace.run;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import studio.backprop.train.record.CurveColumns;

/** Columns of a {@link Curve} for a file: all of them in pieces, or one coarse piece. */
final class CurvePieces {
  /** Growth of the column width while there are too many. */
  private static final double MORE = 1.25;

  private CurvePieces() {}

  /** Merges columns, keeping extremes and means, but not across a gap as long as a merged column. */
  static CurveColumns coarse(Curve curve) {
    double wide = (double) curve.stepsPerColumn() * Math.max(1, (curve.size() + CurveColumns.MOST - 1) / CurveColumns.MOST);
    int[] ends = ends(curve, wide);
    while (ends.length > CurveColumns.MOST) { // a gap starts an additional column
      wide = Math.ceil(wide * MORE);
      ends = ends(curve, wide);
    }
    return columns(curve, 0, ends, (int) wide);
  }

  /** All columns, in pieces of the maximum size. */
  static List<CurveColumns> of(Curve curve) {
    return IntStream.range(0, (curve.size() + CurveColumns.MOST - 1) / CurveColumns.MOST).map(piece -> piece * CurveColumns.MOST)
        .mapToObj(begin -> columns(curve, begin,
            IntStream.rangeClosed(begin + 1, Math.min(curve.size(), begin + CurveColumns.MOST)).toArray(), curve.stepsPerColumn()))
        .toList();
  }

  /** Last columns of merged ranges that cover this many steps. */
  private static int[] ends(Curve curve, double wide) {
    int[] ends = new int[curve.size()];
    int groups = 0;
    int begin = 0;
    for (int column = 0; column < curve.size(); column++) {
      if (column == 0 || curve.lastStep(column) >= curve.step(begin) + wide) {
        begin = column;
        groups++;
      }
      ends[groups - 1] = column + 1;
    }
    return Arrays.copyOf(ends, groups);
  }

  /** @param ends last column of each merged range, ascending */
  private static CurveColumns columns(Curve curve, int begin, int[] ends, int each) {
    double[] numbers = new double[ends.length * CurveColumns.WIDTH];
    int from = begin;
    int at = 0;
    for (int to : ends) {
      numbers[at] = curve.step(from);
      numbers[at + 1] = IntStream.range(from, to).map(curve::values).sum();
      numbers[at + 2] = curve.least(from, to);
      numbers[at + 3] = curve.most(from, to);
      numbers[at + 4] = curve.mean(from, to);
      numbers[at + 5] = curve.smooth(to - 1);
      from = to;
      at += CurveColumns.WIDTH;
    }
    return new CurveColumns(each, numbers);
  }
}
