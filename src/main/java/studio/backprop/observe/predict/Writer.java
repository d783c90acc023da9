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

/** Autoregressive text generation by sampling with temperature. When the context window is full, its older half is dropped. */
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

  /** Generates lines from an empty context. */
  public List<String> lines(int count, int most) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add(text.vocabulary().write(write(new int[] {text.vocabulary().number(Vocabulary.END)}, most, true)));
    }
    return lines;
  }

  /** Continues the first half of an example. */
  public Continued after(Part part, int row, int tokens) {
    float[] example = new float[length];
    data.copyRawInput(part, row, example);
    int[] prompt = new int[length / 2];
    for (int i = 0; i < prompt.length; i++) {
      prompt[i] = (int) example[i];
    }
    return new Continued(text.vocabulary().write(prompt), text.vocabulary().write(write(prompt, tokens, false)));
  }

  /** Continues a text; separate lines up to their end. An empty text begins a line. */
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
   * Prompt and continuation.
   *
   * @param prompt
   * @param continuation
   */
  public record Continued(String given, String written) {}

  /** Continuation of tokens, up to a limit or the end of the line. */
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

  /** Samples a token at this step, except padding. */
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
