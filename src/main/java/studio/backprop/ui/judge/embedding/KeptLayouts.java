package studio.backprop.ui.judge.embedding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Layouts of some steps of a run, in ascending order: the first, the newest, and a few between at growing distances. */
final class KeptLayouts {
  /** Capacity. */
  static final int MOST = 6;

  private final List<EmbeddedPoints> all = new ArrayList<>();

  /** Adds one, replacing that of the same step; later ones stay. */
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

  /** The layout whose neighbours are nearest on a logarithmic scale of steps: training is fast at first. */
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

  /** The layout of a step with these settings. */
  Optional<EmbeddedPoints> of(long step, EmbeddingChoice choice) {
    return all.stream().filter(kept -> kept.step() == step && kept.choice().equals(choice)).findFirst();
  }

  void clear() {
    all.clear();
  }
}
