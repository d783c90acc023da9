package studio.backprop.derivation;

import java.util.List;

/**
 * Everything there is to say of one number in a step.
 *
 * @param subject what was asked, with its place
 * @param step the number of the step, from 1
 * @param row the example of the batch whose loss is followed, below 0 for the loss of the whole batch
 * @param place the number
 * @param loss that is followed
 * @param gradient ∂loss/∂number, as the backward pass gives it
 * @param forward how it was computed, the last op first; empty for a parameter
 * @param paths the ways from the loss to the number that bring most
 * @param rest what all other ways bring
 * @param others how many ways were not followed to the end
 * @param count how many numbers stand where this one stands: in the whole parameter, or in the output for one example
 */
public record Explanation(
    Subject subject, long step, int row, Place place, double loss, double gradient, List<OpLine> forward, List<Path> paths, double rest,
    int others, int count) {
  /** How many ops of the step have run once the number is known: none for one that nothing computes. */
  public int known() {
    return forward.isEmpty() ? 0 : forward.get(0).known();
  }

  /** How many ops of the step have run once its gradient is known. */
  public int gradientKnown() {
    return paths.stream().flatMap(path -> path.factors().stream()).mapToInt(Factor::known).max().orElse(0);
  }

  /** One way from the loss to the number. @param product of its factors */
  public record Path(List<Factor> factors, double product) {}
}
