package studio.backprop.ui.lens;

import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import studio.backprop.layer.Input;
import studio.backprop.network.Node;
import studio.backprop.train.Snapshot;
import studio.backprop.ui.kit.Extent;
import studio.backprop.ui.lens.LensModel.Quantity;
import studio.backprop.ui.run.RunModel;

/**
 * How far the colours of a lens reach: to the largest number of each matrix, so that each is seen as well as can be, or of all nodes of its
 * kind or of the whole network, so that nodes can be compared.
 */
final class LensReach {
  /** Over what. */
  enum Over { MATRIX, KIND, NETWORK }

  private final ObjectProperty<Over> over = new SimpleObjectProperty<>(this, "over", Over.MATRIX);
  private final Extent extent = new Extent();
  private final RunModel run;

  LensReach(RunModel run) {
    this.run = run;
  }

  ObjectProperty<Over> overProperty() {
    return over;
  }

  /**
   * The size that gets the colour at the end of a scale.
   *
   * @param own the largest size in the matrix itself; kept where nothing of the same sort can be compared, as for changes
   * @param learned whether the matrix is a parameter
   */
  float limit(Node node, Quantity quantity, boolean learned, float own) {
    Snapshot seen = run.snapshot().orElse(null);
    boolean comparable = learned ? quantity == Quantity.ACTIVATIONS || quantity == Quantity.WEIGHTS : quantity != Quantity.CHANGE;
    if (over.get() == Over.MATRIX || seen == null || !comparable || run.runProperty().get() == null) {
      return own;
    }
    float largest = own;
    for (Node other : run.runProperty().get().project().network().nodes()) {
      if (over.get() == Over.NETWORK || other.type().equals(node.type())) {
        largest = Math.max(largest, learned ? ofWeights(seen, other) : ofValues(seen, other, quantity));
      }
    }
    return largest;
  }

  /** Inputs come in units of their own, which no layer made. */
  private float ofValues(Snapshot seen, Node node, Quantity quantity) {
    float[] numbers = quantity == Quantity.GRADIENTS ? seen.activations().gradient(node.id()) : seen.activations().output(node.id());
    return numbers == null || node.layer() instanceof Input ? 0 : extent.largest(numbers);
  }

  private float ofWeights(Snapshot seen, Node node) {
    return seen.hasValues() ? (float) IntStream.range(0, seen.parameters().size())
        .filter(p -> seen.parameters().get(p).node() == node.weights())
        .mapToDouble(p -> extent.largest(seen.values(p))).max().orElse(0) : 0;
  }
}
