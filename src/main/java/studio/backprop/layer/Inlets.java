package studio.backprop.layer;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.backprop.tensor.Shape;

/**
 * Which wires bring sequences and which brings a mask, one number for each time step: they are told from each other by their axes, whatever
 * their order.
 *
 * @param sequences positions among the inputs, in their order
 * @param masks positions of all others
 */
record Inlets(List<Integer> sequences, List<Integer> masks) {
  static Inlets of(List<Shape> inputs) {
    return new Inlets(ofRank(inputs, true), ofRank(inputs, false));
  }

  private static List<Integer> ofRank(List<Shape> inputs, boolean sequence) {
    return IntStream.range(0, inputs.size()).filter(i -> inputs.get(i).rank() == 2 == sequence).boxed().toList();
  }

  /** The sequence that is worked on. */
  int main() {
    return sequences.get(0);
  }

  /** The sequence that is looked at: the second, or the same where there is one. */
  int other() {
    return sequences.get(sequences.size() - 1);
  }

  Optional<Integer> mask() {
    return masks.stream().findFirst();
  }

  /** Why these cannot be taken by a layer that takes so many sequences, and a mask for the last. */
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
