package studio.backprop.layer;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.backprop.tensor.Shape;

/**
 * Classifies inputs as sequences or mask, one number per time step, by their axes, in any order.
 *
 * @param sequences indices of the inputs, in order
 * @param masks indices of all others
 */
record Inlets(List<Integer> sequences, List<Integer> masks) {
  static Inlets of(List<Shape> inputs) {
    return new Inlets(ofRank(inputs, true), ofRank(inputs, false));
  }

  private static List<Integer> ofRank(List<Shape> inputs, boolean sequence) {
    return IntStream.range(0, inputs.size()).filter(i -> inputs.get(i).rank() == 2 == sequence).boxed().toList();
  }

  /** The query sequence. */
  int main() {
    return sequences.get(0);
  }

  /** The key and value sequence: the second, or the same if there is only one. */
  int other() {
    return sequences.get(sequences.size() - 1);
  }

  Optional<Integer> mask() {
    return masks.stream().findFirst();
  }

  /** Error for a layer that takes a maximum number of sequences, and a mask for the last. */
  Optional<Inference> refusal(List<Shape> inputs, int most) {
    if (sequences.isEmpty() || sequences.size() > most) {
      int at = sequences.isEmpty() ? 0 : sequences.get(most);
      return Optional.of(Inference.refusesInput(at, sequences.isEmpty() ? "refuse.needs_sequence" : "refuse.many_sequences",
          inputs.get(at)));
    }
    int steps = inputs.get(other()).size(0);
    boolean known = masks.size() <= 1 && masks.stream().allMatch(at -> inputs.get(at).equals(Shape.of(steps)));
    int at = known ? 0 : masks.get(masks.size() - 1);
    return known ? Optional.empty() : Optional.of(Inference.refusesInput(at, "refuse.needs_mask", inputs.get(at), steps));
  }
}
