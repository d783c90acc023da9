package studio.backprop.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Text;
import studio.backprop.kernel.Kernels;
import studio.backprop.observe.predict.Replica;
import studio.backprop.observe.predict.Writer;
import studio.backprop.tensor.Seeds;

/** Predictions for lines of text with a trained project: continuation or class. */
final class PredictText {
  private final PreparedData data;
  private final Text text;
  private final List<String> lines;

  PredictText(PreparedData data, List<String> lines) {
    this.data = data;
    this.text = data.dataset().text().orElseThrow();
    this.lines = lines;
  }

  /** The lines as examples, [lines × numbers of an example], padded or truncated. */
  float[] examples() {
    int length = data.dataset().width();
    float[] examples = new float[Math.multiplyExact(lines.size(), length)];
    for (int line = 0; line < lines.size(); line++) {
      int[] tokens = text.vocabulary().read(lines.get(line));
      for (int step = 0; step < Math.min(length, tokens.length); step++) {
        examples[line * length + step] = tokens[step];
      }
    }
    return examples;
  }

  List<String> continued(Loaded loaded, Kernels kernels, int tokens, double temperature, long seed) {
    SplittableRandom random = new Seeds(seed).source("writer");
    Replica replica = Replica.of(loaded.project().network(), data, loaded.saved().parameters().orElseThrow(), kernels);
    Writer writer = new Writer(replica, temperature, random);
    List<String> written = new ArrayList<>();
    for (String line : lines) {
      written.add(writer.whole(line, tokens));
    }
    return written;
  }
}
