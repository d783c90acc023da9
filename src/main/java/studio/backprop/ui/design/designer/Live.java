package studio.backprop.ui.design.designer;

import studio.backprop.observe.Snapshot;
import studio.backprop.run.Run;
import studio.backprop.ui.design.designer.edit.BackwardSweep;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.Lens;
import studio.backprop.ui.kit.Motion;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.Sight;

/**
 * Updates the canvas during training without slowing it down: values with each tick of the run; the wire animation in every frame where
 * single steps can be followed.
 */
final class Live {
  private static final double LONGEST_FRAME = 0.1;
  /** Steps per second up to which forward and backward pass are animated; faster training keeps the processor. */
  private static final double SWEPT_STEPS = 20;
  private static final double BOTH_WAYS = 0.9;
  private static final int MAX_SWEPT = 30;

  private final CanvasDesk desk;
  private final CanvasView canvas;
  private final HealthCard health;
  private final LegendLine legend;
  private final Flow flow = new Flow();
  private final BackwardSweep sweep = new BackwardSweep(Motion.SWEEP.toSeconds());
  private Run run;
  private long lastBeat;
  private double sinceDrawn;
  private boolean news;
  private boolean easing;
  private boolean began;
  private boolean sweeping;
  private long sweptStep = Long.MAX_VALUE;
  /** Whether the step was debugged layer by layer, so that its backward pass was seen already. */
  private boolean walked;

  Live(CanvasDesk desk, CanvasView canvas, HealthCard health, LegendLine legend, Pulse pulse) {
    this.desk = desk;
    this.canvas = canvas;
    this.health = health;
    this.legend = legend;
    desk.run().frameProperty().subscribe(frame -> news = true);
    desk.model().lensProperty().subscribe(lens -> {
      news = true;
      desk.run().observation().compare(this, lens == Lens.CHANGE);
    });
    desk.tint().seenProperty().subscribe(seen -> news = true);
    desk.lang().whenWrittenAnew(() -> news = true);
    desk.model().camera().offsetXProperty().subscribe(x -> news = true);
    desk.model().camera().offsetYProperty().subscribe(y -> news = true);
    desk.model().camera().zoomProperty().subscribe(zoom -> news = true);
    desk.run().branches().comparison().differenceProperty().subscribe(found -> news = true);
    desk.first().lossProperty().subscribe(found -> {
      news = true;
      began = true; // its note needs room
    });
    desk.reach().overProperty().subscribe(over -> news = true);
    desk.reach().stepsProperty().subscribe(steps -> news = true);
    desk.theme().paletteProperty().subscribe(palette -> canvas.drawing().wires().paint());
    pulse.subscribe(this::beat);
  }

  private void beat() {
    long now = System.nanoTime();
    double seconds = Math.min(LONGEST_FRAME, (now - lastBeat) / 1e9);
    lastBeat = now;
    desk.tint().watchedProperty().set(desk.model().tintedProperty().get() && desk.model().lens() == Lens.ACTIVATIONS && Sight.of(canvas));
    Snapshot snapshot = desk.run().snapshot().orElse(null);
    if (run != null && desk.run().runProperty().get() == null) { // pictures of it would be of another network, or of other data
      run = null;
      canvas.drawing().nodes().rebuildPanes();
      canvas.requestLayout();
    }
    if (snapshot == null || !Sight.of(canvas)) {
      return;
    }
    if (run != desk.run().runProperty().get()) {
      run = desk.run().runProperty().get();
      canvas.drawing().nodes().rebuildPanes();
      news = true;
      began = true;
    }
    canvas.drawing().wires().goOn();
    boolean fresh = news;
    boolean grows = began;
    if (news) {
      news = false;
      desk.reach().refresh(snapshot);
      canvas.refresh();
      canvas.followNumbers();
      legend.refresh();
      health.refresh();
    }
    if (grows) {
      began = false;
      canvas.requestLayout(); // the numbers of a new run may need more room
    }
    sinceDrawn += seconds;
    if (desk.run().ticked() || isSlow() || sweep.running()) {
      animate(snapshot.step(), sinceDrawn, fresh);
      sinceDrawn = 0;
    }
  }

  /** Whether single steps can be followed; a faster training redraws only with the values. */
  private boolean isSlow() {
    return !desk.run().playing() || desk.run().control().speedProperty().get() <= BackwardSweep.STEPS_PER_SECOND;
  }

  /** Whether steps are slow enough to be animated. */
  private boolean canBeSwept() {
    return desk.run().control().speedProperty().get() <= SWEPT_STEPS && desk.model().network().nodes().size() <= MAX_SWEPT;
  }

  private void animate(long step, double seconds, boolean fresh) {
    boolean moved = flow.advance(step, seconds) && isSlow() && !desk.motion().reduced();
    boolean visible = desk.model().lens() == Lens.GRADIENTS;
    sweep(step, seconds, visible);
    if (!visible || !moved && !easing && flow.still() && !fresh) {
      return;
    }
    easing = canvas.drawing().wires().animate(seconds, flow.way(), moved);
  }

  /** Animates the backward pass of a single step, or of each if they are slow. */
  private void sweep(long step, double seconds, boolean visible) {
    boolean stepped = step > sweptStep && !walked && !desk.motion().reduced();
    if (stepped && visible && isSlow()) {
      double speed = desk.run().playing() ? desk.run().control().speedProperty().get() : 0;
      sweep.begin(desk.model().network(), 1 / speed);
    } else if (stepped && !sweep.running() && desk.run().playing() && canBeSwept()) {
      sweep.beginBoth(desk.model().network(), BOTH_WAYS);
    } else if (sweep.running()) {
      sweep.advance(seconds);
    }
    sweptStep = step;
    walked = desk.run().snapshot().flatMap(Snapshot::cursor).isPresent();
    if (sweeping || sweep.running()) {
      sweeping = sweep.running();
      canvas.drawing().showSweep(sweep);
    }
  }
}
