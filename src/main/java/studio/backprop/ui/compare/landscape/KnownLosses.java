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

/** What was computed for earlier questions of the same start and does not change. One thread at a time, that of the worker. */
final class KnownLosses {
  /** Who has this many times the loss of the start does not come back, as on a test surface. */
  private static final double BEYOND = 1e6;
  /** Over who has this many times the loss of the start no map is laid. */
  private static final double HIGHER = 10;

  private final long start;
  private final int rows;
  private final List<Map<Long, Double>> losses = new ArrayList<>();
  private final List<LossSurface> surfaces = new ArrayList<>();
  private final Map<Integer, MapFrame> frames = new HashMap<>();
  private final Map<Integer, LossMap> wholes = new HashMap<>();

  /** @param trails of the lanes; none where nothing is known */
  KnownLosses(long start, int rows, List<WeightTrail> trails) {
    this.start = start;
    this.rows = rows;
    for (WeightTrail trail : trails) {
      losses.add(new HashMap<>());
      surfaces.add(LossSurface.of(trail, rows));
    }
  }

  /** Whether it is of this start. @param most training rows over which losses are taken */
  boolean isOf(long other, int most) {
    return start == other && rows == most;
  }

  LossSurface surface(int lane) {
    return surfaces.get(lane);
  }

  /** The true loss of a lane at a step; NaN where it is not known yet. */
  double loss(int lane, long step) {
    return losses.get(lane).getOrDefault(step, Double.NaN);
  }

  /** Computes the true loss of a lane where it is not known. @param rest is run after it */
  void measure(int lane, WeightPosition position, Runnable rest) {
    if (!losses.get(lane).containsKey(position.step())) {
      losses.get(lane).put(position.step(), surfaces.get(lane).at(position));
      rest.run();
    }
  }

  /**
   * The first place in a trail at which its lane has more than a million times the loss of its start, or of 1 where that is less; empty of
   * a lane that stands lower. Its first and last loss are measured.
   */
  OptionalInt divergedAt(int lane, WeightTrail trail) {
    double bound = BEYOND * Math.max(1, loss(lane, trail.start().step()));
    if (!(loss(lane, trail.end().step()) > bound)) {
      return OptionalInt.empty();
    }
    int place = 0;
    while (!(loss(lane, trail.positions().get(place).step()) > bound)) {
      place++;
    }
    return OptionalInt.of(place);
  }

  /** Whether a lane stands much higher than its start: it may be about to diverge. Its first and last loss are measured. */
  boolean climbs(int lane, WeightTrail trail) {
    return !(loss(lane, trail.end().step()) <= HIGHER * Math.max(1, loss(lane, trail.start().step())));
  }

  /** The part of the plane of one or two weights that is seen before a step is taken. */
  MapFrame frame(int lane, WeightPlane plane, WeightTrail trail, Runnable rest) {
    MapFrame frame = frames.get(lane);
    if (frame == null) {
      frame = WholeFrame.find(surface(lane), plane, trail.start(), rest);
      frames.put(lane, frame);
    }
    return frame;
  }

  /** Keeps a map of all there is: it stays the same while lanes move on. */
  void keep(int lane, LossMap map) {
    wholes.put(lane, map);
  }

  /** The map of all there is that was kept; null where none was, or one of another part. */
  LossMap kept(int lane, MapFrame frame) {
    LossMap map = wholes.get(lane);
    return map != null && map.frame().equals(frame) ? map : null;
  }
}
