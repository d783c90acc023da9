package studio.backprop.evaluate.fold;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studio.backprop.data.PreparedData;
import studio.backprop.project.Project;

/**
 * One training of a cross-validation; rows are dataset indices. Immutable; arrays are not copied.
 *
 * @param repeat from 0
 * @param fold tested one, from 0
 * @param whole all examples
 * @param train training rows, shuffled
 * @param validation rows of early stopping; empty if it is off
 * @param columns feature selection
 */
public record FoldJob(
    Project project, int repeat, int fold, PreparedData whole, int[] train, int[] validation, int[] test, BestColumns columns) {

  /**
   * Data of this training: the fold is the test part; scaling and imputation are fitted to the training rows. Not cached, to save memory.
   */
  public PreparedData data() {
    PreparedData divided = whole.divided(train, validation, test);
    return columns.choosesAny() ? divided.keeping(kept()) : divided;
  }

  /** Mask of the selected inputs. */
  boolean[] kept() {
    int[] rows = columns.leaks() ? Stream.of(train, validation, test).flatMapToInt(Arrays::stream).toArray() : train;
    return columns.kept(whole.dataset(), rows);
  }

  /** Names of the selected columns; empty without selection. */
  List<String> chosen() {
    if (!columns.choosesAny()) {
      return List.of();
    }
    boolean[] kept = kept();
    return IntStream.range(0, kept.length).filter(c -> kept[c]).mapToObj(whole.dataset().featureNames()::get).toList();
  }

  /** Number of rows for training and early stopping. */
  public int trainRows() {
    return train.length + validation.length;
  }

  public int testRows() {
    return test.length;
  }

  public FoldJob with(Project other) {
    return new FoldJob(other, repeat, fold, whole, train, validation, test, columns);
  }

  /** With the first training rows only, at least one. @param share of them, up to 1 */
  public FoldJob shortened(double share) {
    return new FoldJob(project, repeat, fold, whole, first(train, share), validation.length == 0 ? validation : first(validation, share),
        test, columns);
  }

  private static int[] first(int[] rows, double share) {
    return Arrays.copyOf(rows, Math.max(1, Folds.learningSizes(rows.length, new double[] {share})[0]));
  }
}
