package studio.backprop.evaluate.fold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Paired comparison of two settings on the same folds by one metric. Immutable.
 *
 * @param folds completed by both
 * @param first mean of the first setting
 * @param second mean of the second setting
 */
public record FoldComparison(int folds, double first, double second, PairedTest test) {

  /** Pairs folds with equal test rows; p is NaN for fewer than two. */
  public static FoldComparison of(FoldFigure figure, List<FoldResult> first, List<FoldResult> second) {
    List<FoldResult> a = new ArrayList<>();
    List<FoldResult> b = new ArrayList<>();
    for (FoldResult one : first) {
      second.stream().filter(other -> Arrays.equals(one.job().test(), other.job().test()) && one.job().repeat() == other.job().repeat())
          .findFirst().ifPresent(other -> {
            a.add(one);
            b.add(other);
          });
    }
    PairedTest test = a.size() < 2 ? new PairedTest(Double.NaN, Double.NaN, Double.NaN)
        : PairedTest.of(figure.test(a), figure.test(b), FoldSummary.testShare(a));
    return new FoldComparison(a.size(), FoldSummary.of(figure, a).mean(), FoldSummary.of(figure, b).mean(), test);
  }
}
