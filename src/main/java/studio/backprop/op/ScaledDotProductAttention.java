package studio.backprop.op;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import studio.backprop.kernel.BlockProduct;
import studio.backprop.kernel.BlockSize;
import studio.backprop.kernel.BlockSize.Transposed;
import studio.backprop.kernel.Kernels;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * For each head: scores = Q·Kᵀ, weights = softmax(scores/√d) along the keys, y = weights·V. Q: [batch, time, d], K and V: [batch, other
 * time, d] are the head's columns of wider rows; the heads are concatenated in y: [batch, time, heads·d]. Padding keys, and later ones
 * under a causal mask, get the weight 0; a query without keys gets zeros. Vaswani et al. 2017.
 *
 * <p>Scores and weights are stored transposed, a row for each key: the softmax runs down columns, vectorized over queries, without
 * horizontal sums.
 */
public final class ScaledDotProductAttention implements Op {
  /** Columns of a tensor from {@code first} on, as many as y has. */
  public record Columns(Tensor of, int first) {
    int stride() {
      return of.shape().size(1);
    }

    int time() {
      return of.shape().size(0);
    }

    int at(int row, int headStart) {
      return row * of.rowCount() + first + headStart;
    }
  }

  /**
   * Attention mask.
   *
   * @param counts [batch, other time], 0 for padding keys; null without
   * @param causal whether a query attends only to keys of its own time step and before
   */
  public record Sight(Tensor counts, boolean causal) {}

  /** A finite score whose softmax is 0. */
  private static final float HIDDEN = -1e30f;

  /** Multiply-adds in the time of one memory-bound number. */
  private static final int MULTIPLY_ADDS = 4;

  private final Kernels kernels;
  private final Columns q;
  private final Columns k;
  private final Columns v;
  private final Sight sight;
  private final int heads;
  private final int width;
  private final int queries;
  private final int keys;
  private final float scale;
  private final Tensor scores;
  private final Tensor weights;
  private final Tensor y;
  private final PlaneLoop forward;
  private final PlaneLoop backward;
  private final BlockProduct score;
  private final BlockProduct mix;
  private final BlockProduct weightGradient;
  private final BlockProduct valueGradient;
  private final BlockProduct keyGradient;
  private final BlockProduct queryGradient;
  private boolean addToQueries = true;
  private boolean addToKeys = true;
  private boolean addToValues = true;

  /** @param features of an answer, split evenly among the heads */
  public ScaledDotProductAttention(Builder builder, String name, Columns q, Columns k, Columns v, int features, int heads, Sight sight) {
    this.kernels = builder.kernels();
    this.q = q;
    this.k = k;
    this.v = v;
    this.sight = sight;
    this.heads = heads;
    this.width = features / heads;
    this.queries = q.time();
    this.keys = k.time();
    this.scale = (float) (1 / Math.sqrt(width));
    this.y = builder.buffer(name, Shape.of(queries, features), q.of(), k.of(), v.of());
    Shape shape = Shape.of(heads, queries, keys);
    this.scores = Tensor.byColumns("scores", y.rows(), shape, y.hasGrad());
    this.weights = Tensor.byColumns("weights", y.rows(), shape, y.hasGrad());
    int planes = y.rows() * heads;
    long numbers = (long) planes * queries * keys * width / MULTIPLY_ADDS;
    this.forward = new PlaneLoop(kernels.workers(), planes, numbers, this::attend);
    this.backward = new PlaneLoop(kernels.workers(), planes, 2 * numbers, this::giveBack);
    this.score = product(Transposed.RIGHT, keys, queries, width, k.stride(), q.stride(), queries);
    this.mix = product(Transposed.LEFT, queries, width, keys, queries, v.stride(), features);
    this.weightGradient = product(Transposed.RIGHT, keys, queries, width, v.stride(), features, queries);
    this.valueGradient = product(Transposed.NONE, keys, width, queries, queries, features, v.stride());
    this.keyGradient = product(Transposed.NONE, keys, width, queries, queries, q.stride(), k.stride());
    this.queryGradient = product(Transposed.LEFT, queries, width, keys, queries, k.stride(), q.stride());
  }

  private BlockProduct product(Transposed transposed, int m, int n, int shared, int aStride, int bStride, int cStride) {
    return kernels.blockProduct(new BlockSize(transposed, m, n, shared, aStride, bStride, cStride));
  }

  @Override
  public List<Tensor> inputs() {
    return Stream.of(q.of(), k.of(), v.of(), sight.counts()).filter(tensor -> tensor != null).distinct().toList();
  }

  @Override
  public Tensor output() {
    return y;
  }

  @Override
  public List<Tensor> inner() {
    return List.of(scores, weights);
  }

  @Override
  public boolean claimGradient(Tensor input) {
    addToQueries &= input != q.of();
    addToKeys &= input != k.of();
    addToValues &= input != v.of();
    return input != sight.counts();
  }

  @Override
  public void forward(Mode mode) {
    forward.run();
  }

  @Override
  public void backward() {
    backward.run();
  }

  private void attend(int from, int to) {
    for (int plane = from; plane < to; plane++) {
      int row = plane / heads;
      int head = plane % heads * width;
      int at = plane * keys * queries;
      score.multiply(k.of().values(), k.at(row, head), q.of().values(), q.at(row, head), scores.values(), at);
      weigh(row, at);
      mix.multiply(weights.values(), at, v.of().values(), v.at(row, head), y.values(), row * y.rowCount() + head);
    }
  }

  private void weigh(int row, int at) {
    if (sight.counts() == null && !sight.causal()) {
      kernels.softmaxColumns(scale, scores.values(), weights.values(), at, keys, queries);
      return;
    }
    System.arraycopy(scores.values(), at, weights.values(), at, keys * queries);
    hide(row, at, HIDDEN);
    kernels.softmaxColumns(scale, weights.values(), weights.values(), at, keys, queries);
    // all keys masked: uniform weights are left
    hide(row, at, 0);
  }

  private void hide(int row, int at, float value) {
    float[] w = weights.values();
    for (int key = 0; key < keys; key++) {
      int start = at + key * queries;
      boolean counts = sight.counts() == null || sight.counts().values()[row * keys + key] > 0.5f;
      int hidden = counts ? sight.causal() ? Math.min(key, queries) : 0 : queries;
      Arrays.fill(w, start, start + hidden, value);
    }
  }

  private void giveBack(int from, int to) {
    float[] dy = y.grads();
    for (int plane = from; plane < to; plane++) {
      int row = plane / heads;
      int head = plane % heads * width;
      int at = plane * keys * queries;
      int yAt = row * y.rowCount() + head;
      weightGradient.multiply(v.of().values(), v.at(row, head), dy, yAt, weights.grads(), at);
      kernels.softmaxColumnsGradient(scale, weights.values(), weights.grads(), scores.grads(), at, keys, queries);
      if (v.of().hasGrad()) {
        give(valueGradient, addToValues, weights.values(), at, dy, yAt, v, row, head);
      }
      if (k.of().hasGrad()) {
        give(keyGradient, addToKeys, scores.grads(), at, q.of().values(), q.at(row, head), k, row, head);
      }
      if (q.of().hasGrad()) {
        give(queryGradient, addToQueries, scores.grads(), at, k.of().values(), k.at(row, head), q, row, head);
      }
    }
  }

  private static void give(BlockProduct by, boolean add, float[] a, int aAt, float[] b, int bAt, Columns to, int row, int head) {
    if (add) {
      by.add(a, aAt, b, bAt, to.of().grads(), to.at(row, head));
    } else {
      by.multiply(a, aAt, b, bAt, to.of().grads(), to.at(row, head));
    }
  }
}
