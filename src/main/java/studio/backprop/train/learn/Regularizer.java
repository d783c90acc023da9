package studio.backprop.train.learn;

import java.util.List;
import studio.backprop.kernel.Kernels;
import studio.backprop.layer.ParameterSpec;
import studio.backprop.plan.Parameter;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Regularization;
import studio.backprop.tensor.Tensor;

/** Gradient norms, L1 and L2 penalties and clipping. Allocates nothing in a step. */
public final class Regularizer {
  private final Regularization settings;
  private final Kernels kernels;
  private final Tensor[] parameters;
  private final Tensor[] weights;
  private final double[] norms;

  /** Penalties apply to parameters of a {@linkplain ParameterSpec.Role#penalized() penalized} role, clipping to all. */
  public Regularizer(Regularization settings, Parameters all, Kernels kernels) {
    this.settings = settings;
    this.kernels = kernels;
    List<Parameter> learned = all.learned();
    this.parameters = tensors(learned);
    this.weights = tensors(learned.stream().filter(parameter -> parameter.spec().role().penalized()).toList());
    this.norms = new double[parameters.length];
  }

  /** Applies penalties and clipping after a backward pass. @return the global gradient norm before; if not finite, nothing is changed */
  public double apply() {
    double norm = measure();
    if (Double.isFinite(norm)) {
      penalize();
      clip();
    }
    return norm;
  }

  private double measure() {
    double squares = 0;
    for (int p = 0; p < parameters.length; p++) {
      double square = squares(p);
      norms[p] = Math.sqrt(square);
      squares += square;
    }
    return Math.sqrt(squares);
  }

  /** Cannot overflow: squares of floats, summed in a double. */
  private double squares(int parameter) {
    return kernels.sumOfSquares(parameters[parameter].grads(), parameters[parameter].count());
  }

  private void penalize() {
    if (settings.l1() > 0 || settings.l2() > 0) {
      for (Tensor weight : weights) {
        penalize(weight.values(), weight.grads(), (float) settings.l1(), (float) settings.l2());
      }
    }
  }

  private static void penalize(float[] w, float[] g, float l1, float l2) {
    for (int i = 0; i < w.length; i++) {
      g[i] += l1 * Math.signum(w[i]) + l2 * w[i];
    }
  }

  private void clip() {
    switch (settings.clip()) {
      case NONE -> {}
      case VALUE -> clipValues((float) settings.limit());
      case NORM -> clipNorm(settings.limit());
    }
  }

  private void clipValues(float limit) {
    for (Tensor parameter : parameters) {
      clamp(parameter.grads(), limit);
    }
  }

  private static void clamp(float[] g, float limit) {
    for (int i = 0; i < g.length; i++) {
      g[i] = Math.max(-limit, Math.min(limit, g[i]));
    }
  }

  /** Clips the global norm, penalties included. Pascanu, Mikolov and Bengio 2013. */
  private void clipNorm(double limit) {
    double squares = 0;
    for (int p = 0; p < parameters.length; p++) {
      squares += squares(p);
    }
    double norm = Math.sqrt(squares);
    if (norm > limit) {
      for (Tensor parameter : parameters) {
        scale(parameter.grads(), (float) (limit / norm));
      }
    }
  }

  private static void scale(float[] g, float share) {
    for (int i = 0; i < g.length; i++) {
      g[i] *= share;
    }
  }

  /** ‖∂L/∂w‖ before penalties and clipping. */
  public double norm(int parameter) {
    return norms[parameter];
  }

  private static Tensor[] tensors(List<Parameter> parameters) {
    return parameters.stream().map(Parameter::tensor).toArray(Tensor[]::new);
  }
}
