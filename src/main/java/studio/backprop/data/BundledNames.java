package studio.backprop.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import studio.backprop.tensor.Shape;

/**
 * First names as lower-case characters, padded or truncated to the example's length.
 *
 * @param next whether the targets are the next characters, up to the end of the name; otherwise the target is the sex
 */
record BundledNames(boolean next) implements DatasetInfo.Source {
  private static final String FILE = "names";
  private static final List<String> SEXES = List.of("female", "male");
  /** The letters, the hyphen, padding and unknown. */
  static final int LETTERS = 29;

  @Override
  public DatasetInfo under(DatasetInfo info, DataSettings settings) {
    Shape shape = Shape.of(settings.sequence().length());
    return info.text(info.examples(), shape, next ? tokens(settings) : SEXES.size(), next ? shape : Shape.SCALAR);
  }

  @Override
  public int tokens(DataSettings settings) {
    return next ? LETTERS + 1 : LETTERS;
  }

  @Override
  public Dataset load(DatasetInfo info, DataSettings settings, Progress progress) throws DataProblem {
    TableData table = BundledTable.read(FILE, progress);
    int length = settings.sequence().length();
    List<String> names = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      names.add(table.cell(row, 0).toLowerCase(Locale.ROOT) + (next ? Vocabulary.END : ""));
    }
    Vocabulary letters = Vocabulary.frequent(TextLevel.CHARACTER, Vocabulary.cut(TextLevel.CHARACTER, String.join("", names)), 1);
    float[] inputs = new float[names.size() * length];
    float[] targets = new float[next ? names.size() * length : names.size()];
    Arrays.fill(targets, Float.NaN);
    for (int row = 0; row < names.size(); row++) {
      // the start token of a name is the end of the previous one
      int[] name = letters.read(next ? Vocabulary.END + names.get(row) : names.get(row));
      for (int step = 0; step < Math.min(length, name.length - (next ? 1 : 0)); step++) {
        inputs[row * length + step] = name[step];
        if (next) {
          targets[row * length + step] = name[step + 1];
        }
      }
      if (!next) {
        targets[row] = SEXES.indexOf(table.cell(row, 1));
      }
    }
    Shape shape = Shape.of(length);
    return new Dataset(
        new Dataset.Description(
            info.id(), shape, Task.CLASSES, List.of(), next ? "letter" : "sex", next ? letters.tokens() : SEXES, 0, next
                ? shape : Shape.SCALAR,
            0, 0, new Text(letters, next, false), List.of()),
        inputs,
        targets);
  }
}
