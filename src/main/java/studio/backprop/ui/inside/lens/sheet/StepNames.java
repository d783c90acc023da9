package studio.backprop.ui.inside.lens.sheet;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.backprop.data.Text;
import studio.backprop.network.Node;
import studio.backprop.observe.Snapshot;
import studio.backprop.ui.workspace.run.TokenTexts;

/** Names of the time steps of the chosen example: tokens of a text, otherwise their numbers. */
public final class StepNames {
  private StepNames() {}

  public static List<String> of(LensModel model, int steps) {
    return text(model).flatMap(text -> tokens(model, steps).map(tokens -> TokenTexts.of(text.vocabulary(), tokens)))
        .orElseGet(() -> IntStream.rangeClosed(1, steps).mapToObj(String::valueOf).toList());
  }

  /** Text that the examples were cut from. */
  public static Optional<Text> text(LensModel model) {
    return Optional.ofNullable(model.run().runProperty().get()).flatMap(run -> run.data().dataset().text());
  }

  /** A token with visible white space. */
  public static String visible(String token) {
    return TokenTexts.visible(token);
  }

  /** Token ids of the example, where an input has one for each time step. */
  public static Optional<float[]> tokens(LensModel model, int steps) {
    return model.run().snapshot().map(Snapshot::activations).flatMap(seen -> model.network().nodes().stream()
        .filter(node -> node.layer().isInput())
        .map(Node::id)
        .map(seen::output)
        .filter(numbers -> numbers != null && numbers.length == steps)
        .findFirst());
  }
}
