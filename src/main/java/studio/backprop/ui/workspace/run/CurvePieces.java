package studio.backprop.ui.workspace.run;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import studio.backprop.train.record.CurveColumns;

/** The columns of a {@link Curve} as a file keeps them: all of them in pieces, or in one that is coarse. */
final class CurvePieces {
  /** By so much wider do columns become as long as there are too many. */
  private static final double MORE = 1.25;

  private CurvePieces() {}

  /** Every few columns become one, with the same extremes and means; not across a pause that is as long. */
  static CurveColumns coarse(Curve curve) {
    double wide = (double) curve.stepsPerColumn() * Math.max(1, (curve.size() + CurveColumns.MOST - 1) / CurveColumns.MOST);
    int[] ends = ends(curve, wide);
    while (ends.length > CurveColumns.MOST) { // a pause begins a column more
      wide = Math.ceil(wide * MORE);
      ends = ends(curve, wide);
    }
    return columns(curve, 0, ends, (int) wide);
  }

  /** All columns, as many in each piece as one may have. */
  static List<CurveColumns> of(Curve curve) {
    return IntStream.range(0, (curve.size() + CurveColumns.MOST - 1) / CurveColumns.MOST).map(piece -> piece * CurveColumns.MOST)
        .mapToObj(begin -> columns(curve, begin,
            IntStream.rangeClosed(begin + 1, Math.min(curve.size(), begin + CurveColumns.MOST)).toArray(), curve.stepsPerColumn()))
        .toList();
  }

  /** After which columns those end that cover so many steps together. */
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

  /** @param ends of the columns that become one, in ascending order */
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
