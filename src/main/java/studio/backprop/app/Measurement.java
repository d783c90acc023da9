package studio.backprop.app;

import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import studio.backprop.app.cli.Opener.Figures;
import studio.backprop.train.Project;
import studio.backprop.ui.designer.Lens;

/** Counts the window's frames and the training's steps while a project trains in it as fast as it goes. */
final class Measurement extends AnimationTimer {
  /** The compiler of the Java runtime needs a while until it knows the program: only then counting begins. */
  private static final double WARM_UP = 10;

  private final Wiring wiring;
  private final Callable<Project> project;
  private final Lens lens;
  private final double seconds;
  private final CompletableFuture<Figures> result;
  private double firstMillis;
  private long trainedFrom;
  private long countedFrom;
  private long lastFrame;
  private long frames;
  private long longest;
  private long stepsThen;

  Measurement(Wiring wiring, Callable<Project> project, Lens lens, double seconds, CompletableFuture<Figures> result) {
    this.wiring = wiring;
    this.project = project;
    this.lens = lens;
    this.seconds = seconds;
    this.result = result;
  }

  void begin() {
    wiring.show(() -> {});
    start();
  }

  @Override
  public void handle(long now) {
    frames++;
    if (trainedFrom == 0 && frames == 2) {
      // the second frame begins when the first has been painted
      firstMillis = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
      train(now);
    } else if (countedFrom == 0 && trainedFrom != 0 && now - trainedFrom > WARM_UP * 1e9) {
      countedFrom = now;
      frames = 0;
      stepsThen = wiring.steps();
    } else if (countedFrom != 0) {
      longest = Math.max(longest, now - lastFrame);
      if (now - countedFrom > seconds * 1e9) {
        finish((now - countedFrom) / 1e9);
      }
    }
    lastFrame = now;
  }

  private void train(long now) {
    try {
      wiring.trainEndlessly(project.call(), lens);
      trainedFrom = now;
    } catch (Exception e) {
      stop();
      result.completeExceptionally(e);
      wiring.hide();
    }
  }

  private void finish(double counted) {
    stop();
    double stepsPerSecond = (wiring.steps() - stepsThen) / counted;
    result.complete(new Figures(firstMillis, frames / counted, longest / 1e6, stepsPerSecond));
    wiring.hide();
  }
}
