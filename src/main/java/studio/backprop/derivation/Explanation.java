package studio.backprop.derivation;

import java.util.List;

/**
 * Derivation of one element in a step: forward computation and chain rule. Immutable.
 *
 * @param subject request, with its place
 * @param step number, from 1
 * @param row example of the loss; negative for the whole batch
 * @param place the element
 * @param loss of the example or batch
 * @param gradient ∂loss/∂element of the backward pass
 * @param forward its computation, last op first; empty for a parameter
 * @param paths largest paths from the loss to the element
 * @param rest sum over all other paths
 * @param others number of unfinished paths
 * @param count size of the parameter, or of the output for one example
 */
public record Explanation(
    Subject subject, long step, int row, Place place, double loss, double gradient, List<OpLine> forward, List<Path> paths, double rest,
    int others, int count) {
  /** Ops of the step until its value is known; 0 for parameters and inputs. */
  public int known() {
    return forward.isEmpty() ? 0 : forward.get(0).known();
  }

  /** Ops of the step until its gradient is known. */
  public int gradientKnown() {
    return paths.stream().flatMap(path -> path.factors().stream()).mapToInt(Factor::known).max().orElse(0);
  }

  /** Path from the loss to the element. @param product of its factors */
  public record Path(List<Factor> factors, double product) {}
}
