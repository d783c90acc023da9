package studio.backprop.ui.compare.landscape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import studio.backprop.landscape.LossMap;
import studio.backprop.landscape.LossSurface;
import studio.backprop.landscape.MapFrame;
import studio.backprop.landscape.WeightPlane;
import studio.backprop.landscape.WeightPosition;
import studio.backprop.landscape.WeightTrail;
import studio.backprop.landscape.WholeFrame;

/** Cache of losses of the same start. Not thread-safe: worker thread only. */
final class KnownLosses {
  /** A variant above this multiple of the start's loss counts as diverged, as on a test surface. */
  private static final double BEYOND = 1e6;
  /** A variant above this multiple of the start's loss does not extend the frame of the map. */
  private static final double HIGHER = 10;

  private final long start;
  private final int rows;
  private final List<Map<Long, Double>> losses = new ArrayList<>();
  private final List<LossSurface> surfaces = new ArrayList<>();
  private final Map<Integer, MapFrame> frames = new HashMap<>();
  private final Map<Integer, LossMap> wholes = new HashMap<>();

  /** @param trails of the variants; none where unknown */
  KnownLosses(long start, int rows, List<WeightTrail> trails) {
    this.start = start;
    this.rows = rows;
    for (WeightTrail trail : trails) {
      losses.add(new HashMap<>());
      surfaces.add(LossSurface.of(trail, rows));
    }
  }

  /** Whether it is of this start. @param most maximum number of training rows for losses */
  boolean isOf(long other, int most) {
    return start == other && rows == most;
  }

  LossSurface surface(int variant) {
    return surfaces.get(variant);
  }

  /** True loss of a variant at a step; NaN where not yet known. */
  double loss(int variant, long step) {
    return losses.get(variant).getOrDefault(step, Double.NaN);
  }

  /** Computes a missing true loss. @param rest called after it */
  void measure(int variant, WeightPosition position, Runnable rest) {
    if (!losses.get(variant).containsKey(position.step())) {
      losses.get(variant).put(position.step(), surfaces.get(variant).at(position));
      rest.run();
    }
  }

  /**
   * First index at which a variant's loss exceeds a million times that of its start, or of 1 where that is less; empty where it does not.
   * Measures its first and last loss.
   */
  OptionalInt divergedAt(int variant, WeightTrail trail) {
    double bound = BEYOND * Math.max(1, loss(variant, trail.start().step()));
    if (!(loss(variant, trail.end().step()) > bound)) {
      return OptionalInt.empty();
    }
    int place = 0;
    while (!(loss(variant, trail.positions().get(place).step()) > bound)) {
      place++;
    }
    return OptionalInt.of(place);
  }

  /** Whether a variant is far above its start and may diverge. Measures its first and last loss. */
  boolean climbs(int variant, WeightTrail trail) {
    return !(loss(variant, trail.end().step()) <= HIGHER * Math.max(1, loss(variant, trail.start().step())));
  }

  /** Initial frame of the plane of a network of one or two weights. */
  MapFrame frame(int variant, WeightPlane plane, WeightTrail trail, Runnable rest) {
    MapFrame frame = frames.get(variant);
    if (frame == null) {
      frame = WholeFrame.find(surface(variant), plane, trail.start(), rest);
      frames.put(variant, frame);
    }
    return frame;
  }

  /** Stores the map of the whole plane, which does not depend on the variants' steps. */
  void keep(int variant, LossMap map) {
    wholes.put(variant, map);
  }

  /** The stored map of the whole plane; null where missing or of another frame. */
  LossMap kept(int variant, MapFrame frame) {
    LossMap map = wholes.get(variant);
    return map != null && map.frame().equals(frame) ? map : null;
  }
}
