package studio.backprop.observe.predict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Text;
import studio.backprop.data.Vocabulary;
import studio.backprop.plan.Plan;
import studio.backprop.tensor.Tensor;

/**
 * Writes text with a network that foretells the next token: draws one by the shares that the network gives, puts it at the end, and asks
 * again.
 * The lower the temperature, the more the likeliest token is preferred: shares are raised to the power 1 ⁄ temperature. A network sees as
 * many tokens as an example has; when these are full, the older half is forgotten.
 */
public final class Writer {
  private final Replica replica;
  private final PreparedData data;
  private final Text text;
  private final int length;
  private final double temperature;
  private final SplittableRandom random;
  private final double[] shares;

  /** @throws java.util.NoSuchElementException if the data are no text */
  public Writer(Replica replica, double temperature, SplittableRandom random) {
    if (!(temperature > 0)) {
      throw new IllegalArgumentException("temperature must be above 0, but was " + temperature);
    }
    this.replica = replica;
    this.data = replica.data();
    this.text = data.dataset().text().orElseThrow();
    this.length = data.dataset().width();
    this.temperature = temperature;
    this.random = random;
    this.shares = new double[text.vocabulary().size()];
  }

  /** Lines that begin with nothing, each up to its end. */
  public List<String> lines(int count, int most) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add(text.vocabulary().write(write(new int[] {text.vocabulary().number(Vocabulary.END)}, most, true)));
    }
    return lines;
  }

  /** What follows the first half of an example. */
  public Continued after(Part part, int row, int tokens) {
    float[] example = new float[length];
    data.copyRawInput(part, row, example);
    int[] prompt = new int[length / 2];
    for (int i = 0; i < prompt.length; i++) {
      prompt[i] = (int) example[i];
    }
    return new Continued(text.vocabulary().write(prompt), text.vocabulary().write(write(prompt, tokens, false)));
  }

  /**
   * A text and what comes after it, of which the network sees the last part; a line that stands for itself is written to its end. Nothing
   * is the start of a line.
   */
  public String whole(String given, int most) {
    boolean begins = given.isEmpty() || !text.running();
    int[] prompt = text.vocabulary().read(begins ? Vocabulary.END + given : given);
    int[] seen = Arrays.copyOfRange(prompt, Math.max(0, prompt.length - length), prompt.length);
    int[] written = write(seen, most, !text.running());
    int[] whole = Arrays.copyOf(prompt, prompt.length + written.length);
    System.arraycopy(written, 0, whole, prompt.length, written.length);
    return text.vocabulary().write(whole).strip();
  }

  /**
   * A text and how it goes on.
   *
   * @param given by a person
   * @param written by the network
   */
  public record Continued(String given, String written) {}

  /** New tokens after those that are given; at most so many, or up to the end of the line. */
  private int[] write(int[] given, int most, boolean line) {
    int end = text.vocabulary().number(Vocabulary.END);
    float[] seen = new float[length];
    int filled = 0;
    for (int token : given) {
      seen[filled++] = token;
    }
    int[] written = new int[most];
    int count = 0;
    while (count < most) {
      Plan plan = replica.answer(seen, 0, 1);
      int token = draw(plan.prediction(), filled - 1);
      if (line && token == end) {
        break;
      }
      written[count++] = token;
      if (filled == length) {
        filled = length - length / 2;
        System.arraycopy(seen, length / 2, seen, 0, filled);
        Arrays.fill(seen, filled, length, Vocabulary.PADDING);
      }
      seen[filled++] = token;
    }
    return Arrays.copyOf(written, count);
  }

  /** A token by its share at this step; padding is none. */
  private int draw(Tensor prediction, int step) {
    double sum = 0;
    for (int token = 0; token < shares.length; token++) {
      double share = token == Vocabulary.PADDING ? 0 : Math.max(0, prediction.get(0, step * shares.length + token));
      shares[token] = Math.pow(share, 1 / temperature);
      sum += shares[token];
    }
    double left = random.nextDouble() * sum;
    for (int token = 0; token < shares.length; token++) {
      left -= shares[token];
      if (left < 0) {
        return token;
      }
    }
    return Vocabulary.UNKNOWN;
  }
}
