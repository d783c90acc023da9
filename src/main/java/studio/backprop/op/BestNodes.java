package studio.backprop.op;

import java.util.List;
import java.util.stream.Stream;
import studio.backprop.tensor.Tensor;

/**
 * Indices of the top-k nodes of each graph by score, descending; ties by index. Padding nodes are never selected, so that places may stay
 * empty.
 */
public final class BestNodes {
  /** Marks an empty place. */
  static final int NONE = -1;

  private final Tensor scores;
  private final Tensor counts;
  private final int nodes;
  private final int keep;
  private final int[] kept;
  private final boolean[] taken;

  /**
   * @param scores [batch, nodes, 1]
   * @param counts mask [batch, nodes], 0 for padding; null without
   * @param keep k
   */
  public BestNodes(Tensor scores, Tensor counts, int keep) {
    this.scores = scores;
    this.counts = counts;
    this.nodes = scores.shape().size(0);
    this.keep = keep;
    this.kept = new int[scores.rows() * keep];
    this.taken = new boolean[scores.rows() * nodes];
  }

  int keep() {
    return keep;
  }

  Tensor scores() {
    return scores;
  }

  /** Inputs besides x. */
  List<Tensor> beside(Tensor x) {
    return Stream.of(x, scores, counts).filter(tensor -> tensor != null).toList();
  }

  /** Recomputes the selection. */
  void choose() {
    for (int node = 0; node < taken.length; node++) {
      taken[node] = counts != null && counts.values()[node] <= 0.5f;
    }
    for (int place = 0; place < kept.length; place++) {
      kept[place] = best(place / keep * nodes);
      if (kept[place] != NONE) {
        taken[kept[place]] = true;
      }
    }
  }

  private int best(int first) {
    int best = NONE;
    for (int node = first; node < first + nodes; node++) {
      if (!taken[node] && (best == NONE || scores.values()[node] > scores.values()[best])) {
        best = node;
      }
    }
    return best;
  }

  /** Node at a place of [batch, keep], counted through the batch; {@link #NONE} if empty. */
  int at(int place) {
    return kept[place];
  }
}
