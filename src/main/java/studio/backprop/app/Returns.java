package studio.backprop.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import studio.backprop.observe.Snapshot;
import studio.backprop.ui.workspace.run.RunModel;

/** Benchmark of scrubbing: goes back to random past steps and waits for each frame; prepares the replay like a user at the time line. */
final class Returns {
  private static final int COUNT = 20;
  private static final int FRAMES_BEFORE = 30;

  private final RunModel run;
  private final Random random = new Random(1);
  private final List<Double> millis = new ArrayList<>();
  private int frames;
  private long wanted = -1;
  private long asked;

  Returns(RunModel run) {
    this.run = run;
  }

  /** Once a frame while training rests; true when all are done. */
  boolean frame() {
    if (frames++ < FRAMES_BEFORE) {
      run.past().prepare();
      return false;
    }
    boolean there = wanted >= 0 && run.snapshot().map(Snapshot::step).filter(step -> step == wanted).isPresent();
    if (there) {
      millis.add((System.nanoTime() - asked) / 1e6);
    }
    boolean done = millis.size() == COUNT;
    if (!done && (there || wanted < 0)) {
      wanted = random.nextLong(run.runProperty().get().checkpointLog().newest());
      asked = System.nanoTime();
      run.past().goTo(wanted);
    }
    return done;
  }

  /** Latency of each, in ms. */
  List<Double> millis() {
    return List.copyOf(millis);
  }
}
