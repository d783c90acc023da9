package studio.backprop.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;

/**
 * Book in <code>resources/data/&lt;id&gt;.txt.gz</code>, cut into consecutive pieces of equal length; the target of each step is the next
 * character or word.
 *
 * @param characters number of characters
 * @param words number of words, with punctuation marks
 * @param letters vocabulary size for characters, with padding and unknown
 */
record BundledProse(int characters, int words, int letters) implements DatasetInfo.Prose {
  /** Minimum frequency of a character in the vocabulary. */
  private static final int RARE = 20;

  @Override
  public DatasetInfo under(DatasetInfo info, DataSettings settings) {
    SequenceSettings sequence = settings.sequence();
    boolean byWord = sequence.level() == TextLevel.WORD;
    Shape shape = Shape.of(sequence.length());
    return info.text(rows(byWord ? words : characters, sequence.length()), shape, tokens(settings), shape);
  }

  @Override
  public int tokens(DataSettings settings) {
    return settings.sequence().level() == TextLevel.WORD ? settings.sequence().words() : letters;
  }

  /** The last step of the last piece needs a target. */
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
    Dataset pieces = pieces(info.id(), text, vocabulary, sequence, List.of());
    progress.step(2, 2);
    return pieces;
  }

  static Dataset pieces(String name, List<String> text, Vocabulary vocabulary, SequenceSettings sequence, List<Message> notes) {
    int length = sequence.length();
    float[] inputs = new float[rows(text.size(), length) * length];
    float[] targets = new float[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = vocabulary.number(text.get(i));
      targets[i] = vocabulary.number(text.get(i + 1));
    }
    Shape shape = Shape.of(length);
    return new Dataset(
        new Dataset.Description(
            name, shape, Task.CLASSES, List.of(), sequence.level() == TextLevel.WORD ? "word" : "character", vocabulary.tokens(), 0, shape,
            0, 0,
            new Text(vocabulary, true, true), notes),
        inputs,
        targets);
  }

  /** One paragraph per line, with single spaces. */
  private static String read(String id) {
    try (InputStream in = new GZIPInputStream(BundledProse.class.getResourceAsStream("/data/" + id + ".txt.gz"))) {
      return String.join(Vocabulary.END, TextFile.paragraphs(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
