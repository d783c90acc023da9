package studio.backprop.layer;

import java.util.List;
import studio.backprop.op.Builder;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * Base of message-passing layers: one input has the node features, [nodes, features], another the adjacency, [nodes, nodes], non-zero for
 * edges. If both are square, the second is the adjacency.
 */
interface GraphLayer extends Layer {
  @Override
  default Arity arity() {
    return new Arity(2, 2);
  }

  @Override
  default List<Shape> beside(Shape given) {
    return given.rank() == 2 ? List.of(given, Shape.of(given.size(0), given.size(0))) : List.of(given, given);
  }

  @Override
  default boolean followsEdges() {
    return true;
  }

  @Override
  default int nodeAxes(List<Shape> inputs, int input) {
    return input == adjacency(inputs) ? 2 : 1;
  }

  /** Output shape for these node features. */
  Inference inferGraph(Shape features);

  /** Builds the ops over node features and adjacency. */
  Tensor buildGraph(Builder builder, Tensor features, Tensor adjacency);

  @Override
  default Inference infer(List<Shape> inputs) {
    int at = adjacency(inputs);
    Shape features = inputs.get(1 - at);
    if (features.rank() != 2) {
      return Inference.refusesInput(1 - at, "refuse.needs_nodes", features);
    }
    int nodes = features.size(0);
    return inputs.get(at).equals(Shape.of(nodes, nodes))
        ? inferGraph(features)
        : Inference.refusesInput(at, "refuse.needs_adjacency", inputs.get(at), nodes);
  }

  @Override
  default Tensor build(Builder builder, List<Tensor> inputs) {
    int at = adjacency(inputs.stream().map(Tensor::shape).toList());
    return buildGraph(builder, inputs.get(1 - at), inputs.get(at));
  }

  /** The features among these inputs. */
  static Shape features(List<Shape> inputs) {
    return inputs.get(1 - adjacency(inputs));
  }

  /** Which input is the adjacency: the second, unless only the first is square. */
  private static int adjacency(List<Shape> inputs) {
    return square(inputs.get(0)) && !square(inputs.get(1)) ? 0 : 1;
  }

  private static boolean square(Shape shape) {
    return shape.rank() == 2 && shape.size(0) == shape.size(1);
  }
}
