package studio.backprop.data;

import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import studio.backprop.tensor.Seeds;

/**
 * Stratified train, validation and test split. Every row is in exactly one part. Class proportions are exact within one row; part sizes are
 * the shares of all rows, rounded by largest remainder.
 */
public final class Split {
  private final int[][] rows;

  private Split(int[] train, int[] validation, int[] test) {
    this.rows = new int[][] {train, validation, test};
  }

  /**
   * Splits by the shares and the seed of the settings; predefined validation and test rows are kept. Ordered rows are split by position:
   * test rows last, validation rows before them. User-drawn rows are appended to the training part and do not affect the others.
   */
  public static Split of(Dataset dataset, DataSettings settings) {
    int kept = dataset.keptRows();
    Split split = ofGiven(dataset, dataset.rows() - kept, settings);
    int[] train = Arrays.copyOf(split.rows(Part.TRAIN), split.size(Part.TRAIN) + kept);
    System.arraycopy(range(dataset.rows() - kept, kept), 0, train, train.length - kept, kept);
    return kept == 0 ? split : new Split(train, split.rows(Part.VALIDATION), split.rows(Part.TEST));
  }

  /** Predefined split; each row in at most one part. */
  static Split ofRows(int[] train, int[] validation, int[] test) {
    return new Split(sorted(train), sorted(validation), sorted(test));
  }

  private static int[] sorted(int[] rows) {
    int[] sorted = rows.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  private static Split ofGiven(Dataset dataset, int all, DataSettings settings) {
    int given = dataset.about().givenTestRows();
    int rows = all - given;
    int validating = dataset.about().givenValidationRows();
    if (validating > 0) {
      return new Split(range(0, rows - validating), range(rows - validating, validating), range(rows, given));
    }
    double testShare = given > 0 ? 0 : settings.testShare();
    int[] sizes = apportion(rows, 1 - settings.validationShare() - testShare, settings.validationShare(), testShare);
    if (dataset.about().content().isOrdered()) {
      return new Split(range(0, sizes[0]), range(sizes[0], sizes[1]), range(sizes[0] + sizes[1], sizes[2]));
    }
    int[] deck = shuffledWithinClasses(dataset, rows, new Seeds(settings.seed()).source("split"));
    boolean[] held = new boolean[rows];
    int[] test = pick(deck, held, sizes[2]);
    int[] validation = pick(deck, held, sizes[1]);
    int[] train = pick(deck, held, sizes[0]);
    return new Split(train, validation, given == 0 ? test : range(rows, given));
  }

  /** Rows of a part, ascending. */
  int[] rows(Part part) {
    return rows[part.ordinal()];
  }

  /** Rows of the dataset in any of these parts, ascending. */
  public int[] rowsOf(Set<Part> parts) {
    return parts.stream().flatMapToInt(part -> Arrays.stream(rows(part))).sorted().toArray();
  }

  public int size(Part part) {
    return rows(part).length;
  }

  /** Row of the dataset at {@code index} of this part. */
  public int row(Part part, int index) {
    return rows(part)[index];
  }

  /** Random permutation, sorted by class: evenly spaced positions are stratified. */
  private static int[] shuffledWithinClasses(Dataset dataset, int rows, SplittableRandom random) {
    int[] shuffled = range(0, rows);
    Shuffle.shuffle(shuffled, random);
    if (dataset.task() == Task.REGRESSION) {
      return shuffled;
    }
    int[] deck = new int[rows];
    int next = 0;
    for (int c = 0; c < dataset.classNames().size(); c++) {
      for (int row : shuffled) {
        if (dataset.target(row) == c) {
          deck[next++] = row;
        }
      }
    }
    return deck;
  }

  /** Picks {@code size} rows at even distances from those of the deck not yet held. */
  private static int[] pick(int[] deck, boolean[] held, int size) {
    int[] free = Arrays.stream(deck).filter(row -> !held[row]).toArray();
    int[] picked = new int[size];
    for (int i = 0; i < size; i++) {
      picked[i] = free[(int) ((i + 0.5) * free.length / size)];
      held[picked[i]] = true;
    }
    Arrays.sort(picked);
    return picked;
  }

  /** Integers with the sum {@code total} in these proportions, by largest remainder (Hamilton 1792). */
  static int[] apportion(int total, double... shares) {
    int[] sizes = new int[shares.length];
    int left = total;
    for (int i = 0; i < shares.length; i++) {
      // 0.2 × 150 must be 30, despite rounding
      sizes[i] = (int) Math.floor(shares[i] * total + 1e-9);
      left -= sizes[i];
    }
    for (; left > 0; left--) {
      int most = 0;
      for (int i = 1; i < shares.length; i++) {
        if (shares[i] * total - sizes[i] > shares[most] * total - sizes[most]) {
          most = i;
        }
      }
      sizes[most]++;
    }
    return sizes;
  }

  private static int[] range(int from, int count) {
    int[] range = new int[count];
    Arrays.setAll(range, i -> from + i);
    return range;
  }
}
