package studio.backprop.data;

import java.util.List;
import java.util.SplittableRandom;
import studio.backprop.tensor.Seeds;
import studio.backprop.tensor.Shape;

/**
 * Synthetic long-term dependency task: the first letter, A, B or C, is the target, followed by distractors x, y and z and a query symbol.
 * Shows how far back a recurrent network remembers.
 */
record GeneratedRecall() implements DatasetInfo.Source {
  private static final List<String> FIRST = List.of("A", "B", "C");
  private static final List<String> BETWEEN = List.of("x", "y", "z");
  private static final String QUESTION = "?";
  /** Vocabulary size with padding and unknown. */
  private static final int TOKENS = FIRST.size() + BETWEEN.size() + 3;

  @Override
  public DatasetInfo under(DatasetInfo info, DataSettings settings) {
    return info.text(settings.points(), Shape.of(settings.sequence().length()), FIRST.size(), info.answers());
  }

  @Override
  public int tokens(DataSettings settings) {
    return TOKENS;
  }

  @Override
  public boolean isGenerated() {
    return true;
  }

  @Override
  public boolean isNoisy() {
    return false;
  }

  @Override
  public Dataset load(DatasetInfo info, DataSettings settings, Progress progress) {
    SplittableRandom random = new Seeds(settings.seed()).source("recall");
    Vocabulary letters = Vocabulary.frequent(TextLevel.CHARACTER,
        Vocabulary.cut(TextLevel.CHARACTER, String.join("", FIRST) + String.join("", BETWEEN) + QUESTION), 1);
    int length = settings.sequence().length();
    float[] inputs = new float[settings.points() * length];
    float[] answers = new float[settings.points()];
    for (int row = 0; row < settings.points(); row++) {
      int first = row % FIRST.size();
      answers[row] = first;
      inputs[row * length] = letters.number(FIRST.get(first));
      for (int step = 1; step < length - 1; step++) {
        inputs[row * length + step] = letters.number(BETWEEN.get(random.nextInt(BETWEEN.size())));
      }
      inputs[(row + 1) * length - 1] = letters.number(QUESTION);
    }
    progress.step(settings.points(), settings.points());
    return new Dataset(
        new Dataset.Description(
            info.id(), under(info, settings).inputShape(), Task.CLASSES, List.of(), "first", FIRST, 0, info.answers(), 0, 0,
            new Text(letters, false, false), List.of()),
        inputs,
        answers);
  }
}
