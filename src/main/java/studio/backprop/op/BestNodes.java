package studio.backprop.op;

import java.util.List;
import java.util.stream.Stream;
import studio.backprop.tensor.Tensor;

/**
 * Which nodes of each graph have the best scores, the best first; of equals the earlier. A node that only fills up is never among them, so
 * that places may stay empty.
 */
public final class BestNodes {
  /** Stands at a place for which no node is left. */
  static final int NONE = -1;

  private final Tensor scores;
  private final Tensor counts;
  private final int nodes;
  private final int keep;
  private final int[] kept;
  private final boolean[] taken;

  /**
   * @param scores [batch, nodes, 1]
   * @param counts 0 for each node that only fills up, [batch, nodes]; null where all count
   * @param keep nodes of each graph
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

  /** What the choice depends on, after the tensor whose nodes are kept. */
  List<Tensor> beside(Tensor x) {
    return Stream.of(x, scores, counts).filter(tensor -> tensor != null).toList();
  }

  /** Reads the scores anew. */
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

  /** The node at a place of the batch, [batch, keep], counted through the batch; {@link #NONE} where none is left. */
  int at(int place) {
    return kept[place];
  }
}
