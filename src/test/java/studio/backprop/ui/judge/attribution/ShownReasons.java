package studio.backprop.ui.judge.attribution;

import java.util.OptionalInt;
import java.util.Set;
import studio.backprop.evaluate.attribution.Attribution;
import studio.backprop.evaluate.attribution.AttributionMethod;

/** What the page of explanations shows just now, for tests of other rooms. */
public record ShownReasons(AttributionModel model) {
  private ExplainedExample now() {
    return model.explainedProperty().get();
  }

  public Set<AttributionMethod> methods() {
    return now().methods();
  }

  public double[] values(AttributionMethod method) {
    return now().map(method).orElseThrow().values();
  }

  public double[] parts(AttributionMethod method) {
    return now().map(method).orElseThrow().parts();
  }

  public Attribution integral() {
    return now().map(AttributionMethod.INTEGRATED_GRADIENTS).orElseThrow().integral().orElseThrow();
  }

  public double score() {
    return now().score();
  }

  public double baselineScore() {
    return now().baselineScore();
  }

  /** One class and not another, by the maps of a node. */
  public void ask(int of, int versus, String layer) {
    model.explain(OptionalInt.of(of), OptionalInt.of(versus));
    model.read(now().layers().stream().filter(node -> model.nodeName(node).equals(layer)).findFirst().orElseThrow());
  }
}
