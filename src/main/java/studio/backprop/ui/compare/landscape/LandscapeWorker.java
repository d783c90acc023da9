package studio.backprop.ui.compare.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ForkJoinPool;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import studio.backprop.landscape.LossMap;
import studio.backprop.landscape.LossMapper;
import studio.backprop.landscape.LossSurface;
import studio.backprop.landscape.MapFrame;
import studio.backprop.landscape.PositionLog;
import studio.backprop.landscape.Sharpness;
import studio.backprop.landscape.WeightPlane;
import studio.backprop.landscape.WeightPlanes;
import studio.backprop.landscape.WeightPosition;
import studio.backprop.landscape.WeightTrail;
import studio.backprop.tensor.Seeds;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.GivingWay;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.QuietPool;
import studio.backprop.ui.kit.page.PageWorker;

/**
 * Computes planes and losses on a worker thread from copies of the weights: a coarse map first, then finer ones. Uses at most a quarter of
 * a core while variants train. One request at a time.
 */
final class LandscapeWorker extends PageWorker {
  /** Idle time as a multiple of the work time, until the first map is complete. */
  private static final int SHARE = 3;
  /** The same for refinements. */
  private static final int LATER_SHARE = 15;
  private static final int SMALL_SIDE = 21;
  private static final int BRIEF_SIDE = 22;

  private final BooleanSupplier training;
  private final Runnable done;
  private final ForkJoinPool pool = QuietPool.of(1, "landscape");
  /** Worker thread only. */
  private KnownLosses known = new KnownLosses(-1, -1, List.of());

  /**
   * @param training whether the variants train; called on the worker thread
   * @param done called on the JavaFX thread when no work is pending
   */
  LandscapeWorker(Pulse pulse, BooleanSupplier training, Runnable done) {
    super(pulse);
    this.done = done;
    this.training = training;
  }

  /**
   * Starts a landscape and cancels the previous one. Called, and calls back, on the JavaFX thread.
   *
   * @param last the current state, whose plane and map are kept while variants only moved on; empty for a new plane
   * @param brief whether variants still train: then a coarse map and the latest losses only
   * @param shown receives each update
   */
  void draw(long start, long step, List<WeightTrail> trails, LandscapeChoice choice, Optional<LossLandscapeState> last,
      boolean brief, Consumer<LossLandscapeState> shown, Consumer<Message> failed) {
    begin(pool, request -> {
      boolean first = !known.isOf(start, choice.rows());
      GivingWay way = new GivingWay(request::isOver, training, first ? SHARE : LATER_SHARE);
      if (first) {
        known = new KnownLosses(start, choice.rows(), trails);
      }
      Drawing drawing = new Drawing(known, start, step, trails, choice, way::rest,
          sheet -> request.publish(() -> shown.accept(sheet)));
      drawing.draw(last, brief);
      return drawing;
    }, drawn -> done.run(), failed);
  }

  /** Cancels the work and clears the cache. */
  void forget() {
    stop();
    pool.execute(() -> known = new KnownLosses(-1, -1, List.of()));
  }

  @Override
  public void close() {
    stop();
    pool.shutdown();
  }

  /** Computation of one landscape. */
  private static final class Drawing {
    private final KnownLosses known;
    private final long start;
    private final long step;
    private final List<WeightTrail> trails;
    private final LandscapeChoice choice;
    private final Runnable rest;
    private final Consumer<LossLandscapeState> shown;
    private final int variant;
    /** Trajectories that stay low: they define the frame of the map. */
    private final List<WeightTrail> calm = new ArrayList<>();
    private LossLandscapeState sheet;

    Drawing(KnownLosses known, long start, long step, List<WeightTrail> trails, LandscapeChoice choice, Runnable rest,
        Consumer<LossLandscapeState> shown) {
      this.known = known;
      this.start = start;
      this.step = step;
      this.trails = trails;
      this.choice = choice;
      this.rest = rest;
      this.shown = shown;
      this.variant = Math.min(choice.lane(), trails.size() - 1);
    }

    void draw(Optional<LossLandscapeState> last, boolean brief) {
      WeightTrail middle = trails.get(variant);
      if (last.isPresent()) {
        LossLandscapeState before = last.get();
        sheet = new LossLandscapeState(start, step, trails, before.centre(), before.lane(), before.plane(), before.map(), List.of(),
            before.fitting(), before.around(), before.sharpness(), before.rows(), before.problem());
        latest();
        show(sheet.with(project(false)));
        return;
      }
      WeightPosition centre = middle.at(choice.step());
      List<Boolean> fitting = trails.stream().map(trail -> trail.fits(middle)).toList();
      List<WeightTrail> some = placed(middle);
      boolean waits = step == 0 && choice.plane() == LandscapeChoice.Laid.STEPS && !WeightPlanes.isWhole(centre.weights().length);
      Optional<WeightPlane> plane = waits ? Optional.empty() : plane(middle, some, centre);
      Optional<Message> problem = plane.isPresent() || waits ? Optional.empty() : Optional.of(Message.of(
          choice.plane() == LandscapeChoice.Laid.ENDS ? "landscape.problem.ends" : "landscape.problem.random"));
      List<Optional<LossMap>> nothing = Collections.nCopies(trails.size(), Optional.empty());
      sheet = new LossLandscapeState(start, step, trails, centre, variant, plane, Optional.empty(), List.of(), fitting, nothing,
          Collections.nCopies(trails.size(), Optional.empty()), known.surface(variant).rows(), problem);
      sheet = sheet.with(project(false));
      if (waits) {
        measure();
        return;
      }
      if (plane.isPresent()) {
        draw(plane.get(), frame(plane.get(), middle, some), centre, brief);
      }
      if (brief) {
        latest();
        show(sheet.with(project(false)));
        return;
      }
      measure();
      show(sheet.with(project(true)));
      ends();
    }

    /** Trajectories of the centre's architecture. Diverged ones are excluded: they would dominate the plane. */
    private List<WeightTrail> placed(WeightTrail middle) {
      List<WeightTrail> some = new ArrayList<>();
      for (int i = 0; i < trails.size(); i++) {
        WeightTrail trail = trails.get(i);
        if (trail.fits(middle)) {
          measure(i, trail.start());
          measure(i, trail.end());
          some.add(known.divergedAt(i, trail).isPresent() ? trail.astray() : trail);
          if (!trail.broke() && !known.climbs(i, trail)) {
            calm.add(trail);
          }
        }
      }
      return some;
    }

    /**
     * Around the variants that do not diverge, where there are any; where the plane is the whole weight space, around the lowest loss, too.
     */
    private MapFrame frame(WeightPlane plane, WeightTrail middle, List<WeightTrail> some) {
      return switch (plane.kind()) {
        case RANDOM -> MapFrame.around(1);
        case STEPS, ENDS -> MapFrame.around(plane, calm.isEmpty() ? some : calm);
        case WEIGHTS -> {
          MapFrame whole = known.frame(variant, plane, middle, rest);
          MapFrame walked = calm.isEmpty() || step == 0 ? whole : MapFrame.around(plane, calm);
          yield whole.contains(walked) ? whole : whole.with(walked);
        }
      };
    }

    private void draw(WeightPlane plane, MapFrame frame, WeightPosition centre, boolean brief) {
      boolean stays = plane.kind() == WeightPlane.Kind.WEIGHTS && centre.states().length == 0;
      LossMap before = stays ? known.kept(variant, frame) : null;
      if (before != null) {
        show(sheet.with(Optional.of(before)));
        return;
      }
      LossMap map = new LossMapper(known.surface(variant), centre.states(), plane, frame, brief ? BRIEF_SIDE : LossMapper.SIDE)
          .compute(coarse -> show(sheet.with(Optional.of(coarse))), rest);
      if (stays && !brief) {
        known.keep(variant, map);
      }
    }

    private void show(LossLandscapeState fresh) {
      sheet = fresh;
      shown.accept(fresh);
    }

    /** Through weights of the centre's architecture only. */
    private Optional<WeightPlane> plane(WeightTrail middle, List<WeightTrail> some, WeightPosition centre) {
      return switch (choice.plane()) {
        case STEPS -> Optional.of(WeightPlanes.steps(some, centre.weights(), rest));
        case RANDOM -> WeightPlanes.random(middle.layout(), centre.weights(), seeds(middle));
        case ENDS -> some.size() < 3 ? Optional.empty() : throughEnds(middle);
      };
    }

    private Optional<WeightPlane> throughEnds(WeightTrail middle) {
      List<WeightTrail> others = trails.stream().filter(trail -> trail.fits(middle) && trail != middle).toList();
      return WeightPlanes.ends(middle.end().weights(), others.get(0).end().weights(), others.get(1).end().weights());
    }

    private static Seeds seeds(WeightTrail of) {
      return new Seeds(of.project().training().seed());
    }

    /** True loss of each variant at its current step. */
    private void latest() {
      for (int i = 0; i < trails.size(); i++) {
        measure(i, trails.get(i).end());
      }
    }

    private void measure(int which, WeightPosition position) {
      known.measure(which, position, rest);
    }

    /** Missing true losses, variant by variant: evenly thinned first, then all. Each variant is published when complete. */
    private void measure() {
      latest();
      show(sheet.with(project(false)));
      for (int coarse : new int[] {PositionLog.MOST, Integer.MAX_VALUE}) {
        for (int i = 0; i < trails.size(); i++) {
          List<WeightPosition> positions = trails.get(i).positions();
          int apart = 1 + (positions.size() - 1) / coarse;
          for (int at = 0; at < positions.size(); at += apart) {
            measure(i, positions.get(at));
          }
          show(sheet.with(project(false)));
        }
      }
    }

    /** @param drawnToo whether losses on the plane are computed, as expensive as the true ones */
    private List<DrawnTrail> project(boolean drawnToo) {
      List<DrawnTrail> all = new ArrayList<>();
      for (int i = 0; i < trails.size(); i++) {
        all.add(project(i, drawnToo));
      }
      return List.copyOf(all);
    }

    private DrawnTrail project(int which, boolean drawnToo) {
      WeightTrail trail = trails.get(which);
      OptionalInt diverged = known.divergedAt(which, trail);
      List<WeightPosition> positions = trail.positions().subList(0, diverged.isPresent() ? diverged.getAsInt() + 1
          : trail.positions().size()); // what follows is beyond all bounds
      int count = positions.size();
      double[][] at = new double[6][count];
      for (double[] column : at) {
        Arrays.fill(column, Double.NaN);
      }
      boolean placed = sheet.plane().isPresent() && sheet.fitting().get(which);
      float[] there = new float[placed ? sheet.plane().get().weights() : 0];
      for (int i = 0; i < count; i++) {
        WeightPosition position = positions.get(i);
        at[2][i] = known.loss(which, position.step());
        at[5][i] = trail.fromStart(position);
        if (placed) {
          WeightPlane plane = sheet.plane().get();
          double[] place = plane.project(position.weights());
          at[0][i] = place[0];
          at[1][i] = place[1];
          at[4][i] = plane.off(position.weights());
          if (drawnToo) {
            plane.point(place[0], place[1], there);
            at[3][i] = known.surface(sheet.lane()).at(there, sheet.centre().states());
          }
          rest.run();
        }
      }
      return new DrawnTrail(
          positions.stream().mapToLong(WeightPosition::step).toArray(), at[0], at[1], at[2], at[3], at[4],
          positions.stream().mapToDouble(WeightPosition::length).toArray(),
          positions.stream().mapToDouble(WeightPosition::way).toArray(), at[5], diverged.isPresent()
              ? OptionalLong.of(positions.get(count - 1).step()) : trail.broke() ? OptionalLong.of(trail.end().step() + 1)
              : OptionalLong.empty());
    }

    /** A small map around the end of each variant, and its sharpness. */
    private void ends() {
      List<Optional<LossMap>> around = new ArrayList<>(sheet.around());
      List<Optional<Sharpness>> sharp = new ArrayList<>(sheet.sharpness());
      for (int i : IntStream.range(0, trails.size()).toArray()) {
        WeightTrail trail = trails.get(i);
        LossSurface surface = known.surface(i);
        sharp.set(i, Optional.of(Sharpness.of(surface, trail.layout(), trail.end(), seeds(trail), rest)));
        around.set(i, WeightPlanes.random(trail.layout(), trail.end().weights(), seeds(trail)).map(plane ->
            new LossMapper(surface, trail.end().states(), plane, MapFrame.around(1), SMALL_SIDE).compute(map -> {}, rest)));
        show(sheet.with(List.copyOf(around), List.copyOf(sharp)));
      }
    }
  }
}
