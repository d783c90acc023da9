package studio.backprop.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.backprop.op.Builder;
import studio.backprop.op.Concat;
import studio.backprop.op.DropoutMask;
import studio.backprop.op.Recurrent;
import studio.backprop.op.Recurrent.Reading;
import studio.backprop.op.Recurrent.Weights;
import studio.backprop.tensor.Init;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.text.Message;

/**
 * What layers that read a sequence step by step have in common. A second wire may bring a mask: 1 for each step that counts, 0 for each
 * that only fills up; such a step leaves the state as it was. In both directions, the states of either lie side by side.
 */
public interface RecurrentLayer extends Layer {
  /** How many numbers the state has. */
  int units();

  /** Whether the state after each step is given, not only that after the last. */
  boolean sequence();

  /** Whether a second set of weights reads the sequence from its end. */
  boolean bidirectional();

  /** The share of the inputs that is forgotten while training. */
  double dropout();

  /** How the weights start. */
  Init init();

  /** Whether the weights are learned. */
  boolean trainable();

  /** Parts of the weights that give sums of their own. */
  int gates();

  /** The layer without gates that reads as one with gates does; empty for all other layers. */
  static Optional<Layer> withoutGates(Layer layer) {
    return SimpleRnn.insteadOf(layer);
  }

  Recurrent read(Builder builder, Tensor x, Weights weights, Reading reading);

  @Override
  default Arity arity() {
    return new Arity(1, 2);
  }

  @Override
  default Inference infer(List<Shape> inputs) {
    Inlets inlets = Inlets.of(inputs);
    return inlets.refusal(inputs, 1).orElseGet(() -> gives(inputs.get(inlets.main())));
  }

  private Inference gives(Shape in) {
    int width = directions() * units();
    return Inference.gives(sequence() ? Shape.of(in.size(0), width) : Shape.of(width));
  }

  private static Shape read(List<Shape> inputs) {
    return inputs.get(Inlets.of(inputs).main());
  }

  private int directions() {
    return bidirectional() ? 2 : 1;
  }

  @Override
  default List<ParameterSpec> parameters(List<Shape> inputs) {
    int in = read(inputs).size(1);
    List<ParameterSpec> specs = new ArrayList<>();
    for (String direction : bidirectional() ? List.of("", "Reverse") : List.of("")) {
      specs.add(ParameterSpec.weight("weightIh" + direction, gates() * units(), Shape.of(in), init(), in, units(), trainable()));
      specs.add(ParameterSpec.weight("weightHh" + direction, gates() * units(), Shape.of(units()), init(), units(), units(), trainable()));
      specs.add(ParameterSpec.bias("biasIh" + direction, gates() * units(), trainable()));
      specs.add(ParameterSpec.bias("biasHh" + direction, gates() * units(), trainable()));
    }
    return specs;
  }

  @Override
  default long flops(List<Shape> inputs) {
    return inputFlops(inputs) + 2L * directions() * read(inputs).size(0) * gates() * units() * units();
  }

  @Override
  default long inputFlops(List<Shape> inputs) {
    return 2L * directions() * read(inputs).count() * gates() * units();
  }

  @Override
  default Tensor build(Builder builder, List<Tensor> inputs) {
    List<Shape> shapes = inputs.stream().map(Tensor::shape).toList();
    Inlets inlets = Inlets.of(shapes);
    Tensor sequence = inputs.get(inlets.main());
    Tensor x = dropout() > 0 ? builder.add(new DropoutMask(builder, "kept input", sequence, dropout())) : sequence;
    Tensor counts = inlets.mask().map(inputs::get).orElse(null);
    Tensor forward = builder.add(read(builder, x, weights(builder, ""), new Reading(counts, sequence(), false)));
    if (!bidirectional()) {
      return forward;
    }
    Tensor backward = builder.add(read(builder, x, weights(builder, "Reverse"), new Reading(counts, sequence(), true)));
    return builder.add(new Concat(builder, "output", List.of(forward, backward), infer(shapes).shape()));
  }

  private static Weights weights(Builder builder, String direction) {
    List<Tensor> found =
        Stream.of("weightIh", "weightHh", "biasIh", "biasHh").map(name -> builder.parameter(name + direction)).toList();
    return new Weights(found.get(0), found.get(1), found.get(2), found.get(3));
  }

  @Override
  default Message summary() {
    String width = bidirectional() ? "2×" + units() : String.valueOf(units());
    return sequence() ? Message.of("summary.activation", width, Message.of("summary.sequence")) : Message.of("summary.plain", width);
  }
}
