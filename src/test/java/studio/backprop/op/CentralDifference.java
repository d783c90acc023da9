package studio.backprop.op;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import studio.backprop.tensor.Init;
import studio.backprop.tensor.Tensor;

/**
 * Compares the gradients of a small graph with differences of its output. The objective is Σ output·upstream with random upstream numbers,
 * summed in double; the difference is of fourth order, so that steps of a fiftieth drown the rounding of floats and still leave an error
 * near a millionth.
 */
public final class CentralDifference {
  private static final float STEP = 0.02f;
  private static final double TOLERANCE = 4e-4;

  private final TestBuilder graph;
  private final Tensor output;
  private final Mode mode;
  private final float[] upstream;

  public CentralDifference(TestBuilder graph, Tensor output, Mode mode, SplittableRandom random) {
    this.graph = graph;
    this.output = output;
    this.mode = mode;
    this.upstream = new float[output.count()];
    for (int i = 0; i < upstream.length; i++) {
      upstream[i] = (float) Init.gaussian(random);
    }
  }

  /** Checks the gradient of every number of these tensors. */
  public void check(List<Tensor> variables) {
    graph.forward(mode);
    graph.backward(output, upstream);
    for (Tensor variable : variables) {
      float[] gradients = variable.grads().clone();
      for (int i = 0; i < gradients.length; i++) {
        double expected = slope(variable.values(), i);
        assertThat((double) gradients[i])
            .as("gradient of %s at %d", variable, i)
            .isCloseTo(expected, Offset.offset(TOLERANCE * Math.max(1, Math.abs(expected))));
      }
    }
  }

  private double slope(float[] values, int at) {
    float before = values[at];
    double near = objective(values, at, before + STEP) - objective(values, at, before - STEP);
    double far = objective(values, at, before + 2 * STEP) - objective(values, at, before - 2 * STEP);
    values[at] = before;
    return (8 * near - far) / (12 * STEP);
  }

  private double objective(float[] values, int at, float value) {
    values[at] = value;
    graph.forward(mode);
    double sum = 0;
    for (int i = 0; i < upstream.length; i++) {
      sum += (double) upstream[i] * output.values()[i];
    }
    return sum;
  }
}
