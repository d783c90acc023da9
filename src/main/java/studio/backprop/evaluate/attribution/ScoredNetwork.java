package studio.backprop.evaluate.attribution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import studio.backprop.kernel.Kernels;
import studio.backprop.network.Network;
import studio.backprop.op.Gather;
import studio.backprop.op.Mode;
import studio.backprop.plan.Compiler;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.plan.Parameters;
import studio.backprop.plan.Plan;
import studio.backprop.tensor.Seeds;
import studio.backprop.tensor.Tensor;
import studio.backprop.train.learn.Feed;

/**
 * Trained network as a differentiable function: scores of examples and gradients with respect to the input, or to the embeddings of tokens.
 * Inference mode. Not thread-safe.
 */
public final class ScoredNetwork {
  /** Largest batch of points. */
  public static final int BATCH = 32;

  private final Network network;
  private final IntFunction<Plan> planner;
  private final int width;
  private final Map<Integer, Plan> plans = new HashMap<>();
  private Runnable beforePass = () -> {};

  /**
   * @param parameters not changed
   * @param width features of an example
   */
  public ScoredNetwork(Network network, Parameters parameters, Kernels kernels, int width) {
    this(network, size -> Compiler.compile(network, parameters, kernels, new Seeds(0), Purpose.EXPLAIN, size), width);
  }

  /** @param planner compiles a plan for a batch size and {@link Purpose#EXPLAIN} */
  public ScoredNetwork(Network network, IntFunction<Plan> planner, int width) {
    this.network = network;
    this.planner = planner;
    this.width = width;
  }

  /** @param before called before each pass; may throw {@link java.util.concurrent.CancellationException} */
  public void beforePass(Runnable before) {
    beforePass = before;
  }

  public Network network() {
    return network;
  }

  /** Whether the input is embedded tokens. */
  public boolean embeds() {
    return embedding(plan(1)).isPresent();
  }

  /** Attributed features of an example: its own, or those of its embedded tokens. */
  public float[] point(float[] example) {
    Plan plan = plan(1);
    Optional<Integer> embedding = embedding(plan);
    if (embedding.isEmpty()) {
      return example.clone();
    }
    Feed.put(example, 0, width, plan);
    Tensor embedded = run(plan, 0, embedding.get());
    float[] point = new float[embedded.rowCount()];
    embedded.copyRow(0, point);
    return point;
  }

  /** Embedding width, else 1. */
  public int pointsPerToken() {
    Plan plan = plan(1);
    return embedding(plan).map(step -> plan.steps().get(step).op().output().rowCount() / width).orElse(1);
  }

  public double[] scores(Score score, float[] example, float[][] points) {
    double[] scores = new double[points.length];
    for (int from = 0; from < points.length; from += BATCH) {
      int count = Math.min(BATCH, points.length - from);
      Plan plan = forward(example, points, from, count);
      for (int i = 0; i < count; i++) {
        scores[from + i] = value(score, plan, i);
      }
    }
    return scores;
  }

  public double score(Score score, float[] example, float[] point) {
    return scores(score, example, new float[][] {point})[0];
  }

  /** Sum of the gradients of the score with respect to the input over all points. */
  public double[] gradientSum(Score score, float[] example, float[][] points) {
    double[] sum = new double[points[0].length];
    for (int from = 0; from < points.length; from += BATCH) {
      int count = Math.min(BATCH, points.length - from);
      Plan plan = forward(example, points, from, count);
      plan.backwardFrom(score.first(), score.weights());
      for (int i = 0; i < count; i++) {
        addGradient(plan, i, sum);
      }
    }
    return sum;
  }

  private void addGradient(Plan plan, int row, double[] sum) {
    Optional<Integer> embedding = embedding(plan);
    int at = 0;
    for (Tensor input : embedding.map(step -> List.of(plan.steps().get(step).op().output())).orElse(plan.inputs())) {
      for (int i = 0; i < input.rowCount(); i++) {
        sum[at++] += input.gradAt(row, i);
      }
    }
  }

  /** Forward and backward pass of one example. @return its plan, with output and gradient of each node */
  public Plan pass(Score score, float[] example) {
    Plan plan = plan(1);
    Feed.put(example, 0, width, plan);
    plan.forwardToLoss(Mode.EVALUATE);
    plan.backwardFrom(score.first(), score.weights());
    return plan;
  }

  static double value(Score score, Plan plan, int row) {
    Tensor end = plan.loss().inputs().get(0);
    double value = 0;
    for (int i = 0; i < score.weights().length; i++) {
      value += (double) score.weights()[i] * end.get(row, score.first() + i);
    }
    return value;
  }

  /** Inputs of the loss: logits, or else the output. */
  public float[] logits(float[] example) {
    Plan plan = plan(1);
    Feed.put(example, 0, width, plan);
    plan.forwardToLoss(Mode.EVALUATE);
    float[] logits = new float[plan.loss().inputs().get(0).rowCount()];
    plan.loss().inputs().get(0).copyRow(0, logits);
    return logits;
  }

  /** Output: probabilities if the loss reads logits. */
  public float[] prediction(float[] example) {
    Plan plan = plan(1);
    Feed.put(example, 0, width, plan);
    plan.forwardToLoss(Mode.EVALUATE);
    float[] prediction = new float[plan.prediction().rowCount()];
    plan.prediction().copyRow(0, prediction);
    return prediction;
  }

  private Plan forward(float[] example, float[][] points, int from, int count) {
    beforePass.run();
    Plan plan = plan(count == 1 ? 1 : BATCH);
    Optional<Integer> embedding = embedding(plan);
    int numbers = points[0].length;
    float[] rows = new float[plan.batch() * numbers];
    for (int i = 0; i < plan.batch(); i++) {
      System.arraycopy(points[from + Math.min(i, count - 1)], 0, rows, i * numbers, numbers);
    }
    if (embedding.isEmpty()) {
      Feed.put(rows, 0, width, plan);
      plan.forwardToLoss(Mode.EVALUATE);
      return plan;
    }
    float[] tokens = new float[plan.batch() * width];
    for (int i = 0; i < plan.batch(); i++) {
      System.arraycopy(example, 0, tokens, i * width, width);
    }
    Feed.put(tokens, 0, width, plan);
    Tensor embedded = run(plan, 0, embedding.get());
    for (int i = 0; i < plan.batch(); i++) {
      embedded.setRow(i, rows, i * numbers);
    }
    run(plan, embedding.get() + 1, plan.steps().size() - 2);
    return plan;
  }

  private static Tensor run(Plan plan, int first, int last) {
    for (int i = first; i <= last; i++) {
      plan.forward(Mode.EVALUATE, i);
    }
    return plan.steps().get(last).op().output();
  }

  /** Index of the embedding step; empty if the input has gradients. */
  private static Optional<Integer> embedding(Plan plan) {
    for (int i = 0; i < plan.steps().size(); i++) {
      if (plan.steps().get(i).op() instanceof Gather gather && gather.inputs().get(0).storage() == plan.inputs().get(0).storage()) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private Plan plan(int batch) {
    return plans.computeIfAbsent(batch, planner::apply);
  }
}
