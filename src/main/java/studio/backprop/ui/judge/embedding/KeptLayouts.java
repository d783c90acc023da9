package studio.backprop.ui.judge.embedding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Layouts of some steps of a run, in their order: the first, the newest, and between them a few at growing distances. */
final class KeptLayouts {
  /** So many are kept. */
  static final int MOST = 6;

  private final List<EmbeddedPoints> all = new ArrayList<>();

  /** Adds one, in place of an earlier one of the same step; steps after it stay. */
  void add(EmbeddedPoints points) {
    all.removeIf(kept -> kept.step() == points.step());
    int at = 0;
    while (at < all.size() && all.get(at).step() < points.step()) {
      at++;
    }
    all.add(at, points);
    if (all.size() > MOST) {
      all.remove(dispensable());
    }
  }

  /** The one between two others that lie nearest to each other, counted in logarithms: training is fast at first. */
  private int dispensable() {
    int best = 1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 1; i < all.size() - 1; i++) {
      double gap = Math.log((1.0 + all.get(i + 1).step()) / (1.0 + all.get(i - 1).step()));
      if (gap < least) {
        least = gap;
        best = i;
      }
    }
    return best;
  }

  List<EmbeddedPoints> all() {
    return List.copyOf(all);
  }

  /** That of a step, laid out in the same way. */
  Optional<EmbeddedPoints> of(long step, EmbeddingChoice choice) {
    return all.stream().filter(kept -> kept.step() == step && kept.choice().equals(choice)).findFirst();
  }

  void clear() {
    all.clear();
  }
}
