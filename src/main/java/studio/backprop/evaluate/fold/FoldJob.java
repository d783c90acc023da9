package studio.backprop.evaluate.fold;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studio.backprop.data.PreparedData;
import studio.backprop.project.Project;

/**
 * One training of a cross-validation. Rows are those of the dataset.
 *
 * @param project that is trained
 * @param repeat from 0
 * @param fold that is tested, from 0
 * @param whole all examples
 * @param train rows to learn from, in the order of the shuffle
 * @param validation rows that early stopping looks at; none where it is off
 * @param test rows of the fold
 * @param columns that it learns from
 */
public record FoldJob(
    Project project, int repeat, int fold, PreparedData whole, int[] train, int[] validation, int[] test, BestColumns columns) {

  /**
   * The examples as this training has them: the fold is the test part, and scaling and gaps are fitted to the rows to learn from. Made anew
   * at each call, so that no more of them are in memory than trainings run.
   */
  public PreparedData data() {
    PreparedData divided = whole.divided(train, validation, test);
    return columns.choosesAny() ? divided.keeping(kept()) : divided;
  }

  /** Whether each number of an input is among the best columns. */
  boolean[] kept() {
    int[] rows = columns.leaks() ? Stream.of(train, validation, test).flatMapToInt(Arrays::stream).toArray() : train;
    return columns.kept(whole.dataset(), rows);
  }

  /** Names of the best columns, in the order of the input; empty where none are chosen. */
  List<String> chosen() {
    if (!columns.choosesAny()) {
      return List.of();
    }
    boolean[] kept = kept();
    return IntStream.range(0, kept.length).filter(c -> kept[c]).mapToObj(whole.dataset().featureNames()::get).toList();
  }

  /** The rows that it may look at: those to learn from, and those of early stopping. */
  public int trainRows() {
    return train.length + validation.length;
  }

  public int testRows() {
    return test.length;
  }

  /** The same training of another project, on the same rows. */
  public FoldJob with(Project other) {
    return new FoldJob(other, repeat, fold, whole, train, validation, test, columns);
  }

  /** The same with the first rows only to learn from, at least one; the fold stays. @param share of them, up to 1 */
  public FoldJob shortened(double share) {
    return new FoldJob(project, repeat, fold, whole, first(train, share), validation.length == 0 ? validation : first(validation, share),
        test, columns);
  }

  private static int[] first(int[] rows, double share) {
    return Arrays.copyOf(rows, Math.max(1, Folds.learningSizes(rows.length, new double[] {share})[0]));
  }
}
