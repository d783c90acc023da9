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
 * Base of recurrent layers. Optional second input: a mask, 0 for padding steps, which leave the state unchanged. Bidirectional states are
 * concatenated.
 */
public interface RecurrentLayer extends Layer {
  /** Size of the state. */
  int units();

  /** Whether all states are returned instead of the last (Keras: return_sequences). */
  boolean sequence();

  /** Whether a second set of weights reads the sequence backwards. */
  boolean bidirectional();

  /** Dropout rate of the inputs. */
  double dropout();

  Init init();

  boolean trainable();

  /** Number of gates, including the candidate state. */
  int gates();

  /** Converts a gated layer to a simple RNN; empty for all other layers. */
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
