package studio.backprop.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import studio.backprop.tensor.Shape;

/**
 * A book in <code>resources/data/&lt;id&gt;.txt.gz</code>, cut into pieces of the same length that follow each other; the answer at each step
 * is the character or word that comes next.
 *
 * @param characters how many there are
 * @param words how many there are, with marks of punctuation
 * @param letters how many different characters are known, with padding and unknown
 */
record BundledProse(int characters, int words, int letters) implements DatasetInfo.Prose {
  /** A character that occurs less often is unknown. */
  private static final int RARE = 20;

  @Override
  public DatasetInfo under(DatasetInfo info, DataSettings settings) {
    SequenceSettings sequence = settings.sequence();
    boolean byWord = sequence.level() == TextLevel.WORD;
    Shape shape = Shape.of(sequence.length());
    return info.text(rows(byWord ? words : characters, sequence.length()), shape, byWord ? sequence.words() : letters, shape);
  }

  /** The last piece needs an answer to its last step. */
  static int rows(int tokens, int length) {
    return (tokens - 1) / length;
  }

  @Override
  public Dataset load(DatasetInfo info, DataSettings settings, Progress progress) {
    SequenceSettings sequence = settings.sequence();
    List<String> text = Vocabulary.cut(sequence.level(), read(info.id()));
    progress.step(1, 2);
    Vocabulary vocabulary =
        sequence.level() == TextLevel.WORD
            ? Vocabulary.largest(sequence.level(), text, sequence.words())
            : Vocabulary.frequent(sequence.level(), text, RARE);
    int length = sequence.length();
    float[] inputs = new float[rows(text.size(), length) * length];
    float[] targets = new float[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = vocabulary.number(text.get(i));
      targets[i] = vocabulary.number(text.get(i + 1));
    }
    progress.step(2, 2);
    Shape shape = Shape.of(length);
    return new Dataset(
        new Dataset.Description(
            info.id(), shape, Task.CLASSES, List.of(), sequence.level() == TextLevel.WORD ? "word" : "character", vocabulary.tokens(), 0, shape, 0, 0,
            new Text(vocabulary, true, true), List.of()),
        inputs,
        targets);
  }

  /** A paragraph in a line, with single spaces. */
  private static String read(String id) {
    try (InputStream in = new GZIPInputStream(BundledProse.class.getResourceAsStream("/data/" + id + ".txt.gz"))) {
      String book = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(book.split("\\n\\s*\\n"))
          .map(paragraph -> paragraph.strip().replaceAll("\\s+", " "))
          .filter(paragraph -> !paragraph.isEmpty())
          .collect(Collectors.joining(Vocabulary.END));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
