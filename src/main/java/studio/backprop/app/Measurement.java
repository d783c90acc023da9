package studio.backprop.app;

import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.animation.AnimationTimer;
import studio.backprop.cli.Opener.Figures;
import studio.backprop.cli.Opener.Seen;
import studio.backprop.cli.View;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.ui.workspace.run.RunModel;

/**
 * Benchmark of the window: opens a project, plays, opens the views one after the other during training while counting frames and steps
 * alternating with unobserved ones, then pauses and returns to past steps.
 */
final class Measurement extends AnimationTimer {
  /** Seconds before Play. */
  private static final double FIRST_LOOK = 2;

  /** Warm-up of the JIT compiler in seconds. */
  private static final double WARM_UP = 10;

  /** A view counts once the JIT compiler is below this load, or after a time limit. */
  private static final double CALM = 0.15;

  private static final double LOOK = 1.5;
  private static final int MOST_LOOKS = 8;

  /** Maximum observation between two unobserved turns, in seconds. */
  private static final double TURN = 0.5;

  private final Wiring wiring;
  private final Callable<Project> project;
  private final Deque<View> toCome;
  private final double seconds;
  private final CompletableFuture<Figures> result;
  private final List<Seen> seen = new ArrayList<>();
  private final RunModel run;
  private final Returns returns;
  private Phase phase = Phase.START;
  private View view;
  private Runnable close = () -> {};
  private double firstMillis;
  private double playMillis;
  private double openingMillis;
  private long since;
  private long lastFrame;
  private long frames;
  private long longest;
  private double compilerThen;
  private int looks;
  private BareSteps ofRun;
  private BareTurns bare;
  private int turn;
  private double watchedSeconds;
  private long predictionsThen;

  private enum Phase {
    START,
    OPEN,
    FIRST_STEP,
    WARM_UP,
    OPENING,
    COUNTING,
    RETURNING
  }

  Measurement(Wiring wiring, Callable<Project> project, List<View> views, double seconds, CompletableFuture<Figures> result) {
    this.wiring = wiring;
    this.project = project;
    this.toCome = new ArrayDeque<>(views);
    this.seconds = seconds;
    this.result = result;
    this.run = wiring.parts().run();
    this.returns = new Returns(run);
  }

  void begin() {
    wiring.show(() -> {});
    start();
  }

  @Override
  public void handle(long now) {
    try {
      frame(now);
    } catch (Exception e) {
      stop();
      result.completeExceptionally(e instanceof ExecutionException ? e.getCause() : e);
      wiring.hide();
    }
  }

  private void frame(long now) throws Exception {
    frames++;
    longest = Math.max(longest, now - lastFrame);
    lastFrame = now;
    double elapsed = (now - since) / 1e9;
    switch (phase) {
      case START -> open(now);
      case OPEN -> {
        if (elapsed > FIRST_LOOK) {
          run.control().togglePlay();
          enter(Phase.FIRST_STEP, System.nanoTime());
        }
      }
      case FIRST_STEP -> {
        if (!run.history().isEmpty()) {
          playMillis = (System.nanoTime() - since) / 1e6;
          ofRun = new BareSession(run.trainer());
          enter(Phase.WARM_UP, now);
        }
      }
      case WARM_UP -> {
        if (elapsed > WARM_UP) {
          openNext(now);
        }
      }
      case OPENING -> {
        if (elapsed > LOOK) {
          openingMillis = Math.max(openingMillis, longest / 1e6);
          if (compilerSeconds() - compilerThen < CALM * elapsed || ++looks == MOST_LOOKS) {
            beginCounting();
          } else {
            enter(Phase.OPENING, now);
          }
        }
      }
      case COUNTING -> {
        if (elapsed > watchedSeconds + seconds / turnsForView()) {
          bare.take();
          passOver();
          watchedSeconds = elapsed;
          if (++turn == turnsForView()) {
            double predictions = (wiring.views().predictions() - predictionsThen) / elapsed;
            seen.add(new Seen(view, openingMillis, frames / elapsed, longest / 1e6, predictions, bare.turns()));
            openNext(lastFrame);
          }
        }
      }
      case RETURNING -> {
        if (!run.playing() && returns.frame()) {
          stop();
          result.complete(new Figures(firstMillis, playMillis, seen, returns.millis()));
          wiring.hide();
        }
      }
    }
  }

  private void enter(Phase next, long now) {
    phase = next;
    since = now;
    frames = 0;
    longest = 0;
    compilerThen = compilerSeconds();
  }

  /** Number of turns per view. */
  private int turnsForView() {
    return (int) Math.max(1, Math.round(seconds / TURN));
  }

  private void beginCounting() throws ExecutionException, InterruptedException {
    bare = new BareTurns(wiring.views().trainedBy(view).orElse(ofRun));
    turn = 0;
    watchedSeconds = 0;
    predictionsThen = wiring.views().predictions();
    passOver();
    enter(Phase.COUNTING, lastFrame);
  }

  /** Excludes unobserved steps from a view's time and late frames. */
  private void passOver() {
    long now = System.nanoTime();
    since += now - lastFrame;
    lastFrame = now;
    wiring.parts().pulse().passOver();
  }

  private static double compilerSeconds() {
    return ManagementFactory.getCompilationMXBean().getTotalCompilationTime() / 1e3;
  }

  /** The second frame begins when the first has been painted. */
  private void open(long now) throws Exception {
    if (frames < 2) {
      return;
    }
    firstMillis = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    openEndless(project.call());
    enter(Phase.OPEN, now);
  }

  /** Opens a project with endless training. */
  private void openEndless(Project wanted) {
    Project endless = wanted.withTraining(training -> training.withEpochs(TrainingSettings.MOST_EPOCHS));
    run.files().open(() -> wiring.parts().document().open(endless, "", Optional.empty()), Optional.empty(), Optional.empty());
  }

  private void openNext(long now) {
    close.run();
    do {
      view = toCome.poll();
    } while (view != null && !wiring.views().has(view));
    if (view != null) {
      openingMillis = 0;
      looks = 0;
      close = wiring.views().open(view);
      enter(Phase.OPENING, now);
    } else {
      run.control().pause();
      enter(Phase.RETURNING, now);
    }
  }
}
