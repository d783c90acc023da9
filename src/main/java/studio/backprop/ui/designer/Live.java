package studio.backprop.ui.designer;

import java.util.ArrayList;
import java.util.List;
import studio.backprop.train.Run;
import studio.backprop.train.Snapshot;
import studio.backprop.ui.kit.Pulse;

/**
 * Keeps the canvas at the pace of training without taking time from it: ribbons move every frame, pictures and numbers follow fifteen
 * times a second, each frame some of them, so that no frame has much to do.
 */
final class Live {
  private static final double PICTURE_SECONDS = 1 / 15.0;
  private static final double LONGEST_FRAME = 0.1;

  private final Desk desk;
  private final CanvasView canvas;
  private final HealthCard health;
  private final Flow flow = new Flow();
  private final List<Runnable> waiting = new ArrayList<>();
  private Run run;
  private long lastBeat;
  private double sinceRound = Double.MAX_VALUE;
  private boolean news;
  private boolean easing;

  Live(Desk desk, CanvasView canvas, HealthCard health, Pulse pulse) {
    this.desk = desk;
    this.canvas = canvas;
    this.health = health;
    desk.run().frameProperty().subscribe(frame -> news = true);
    desk.model().lensProperty().subscribe(lens -> news = true);
    desk.lang().textsProperty().subscribe(texts -> news = true);
    desk.theme().paletteProperty().subscribe(palette -> canvas.wires().forEach(WireView::paint));
    pulse.subscribe(this::beat);
  }

  private void beat() {
    long now = System.nanoTime();
    double seconds = Math.min(LONGEST_FRAME, (now - lastBeat) / 1e9);
    lastBeat = now;
    sinceRound += seconds;
    Snapshot snapshot = desk.run().snapshot().orElse(null);
    if (snapshot == null || !canvas.isVisible()) {
      return;
    }
    if (run != desk.run().runProperty().get()) {
      run = desk.run().runProperty().get();
      canvas.rebuildPanes();
      news = true;
    }
    refreshSome(seconds);
    animate(snapshot.step(), seconds);
  }

  /** A round visits everything once; its visits are spread over the time until the next round. */
  private void refreshSome(double seconds) {
    if (waiting.isEmpty() && news && sinceRound >= PICTURE_SECONDS) {
      news = false;
      sinceRound = 0;
      waiting.addAll(canvas.refreshes());
      waiting.add(health::refresh);
    }
    int some = (int) Math.ceil(waiting.size() * Math.min(1, seconds / Math.max(seconds, PICTURE_SECONDS - sinceRound)));
    for (int i = 0; i < some; i++) {
      waiting.remove(waiting.size() - 1).run();
    }
  }

  private void animate(long step, double seconds) {
    boolean moved = flow.advance(step, seconds) && !desk.motion().reduced();
    if (desk.model().lens() != Lens.GRADIENTS || !moved && !easing && flow.still() && waiting.isEmpty()) {
      return;
    }
    easing = false;
    for (WireView wire : canvas.wires()) {
      easing |= wire.animate(seconds, flow.way(), moved);
    }
  }
}
