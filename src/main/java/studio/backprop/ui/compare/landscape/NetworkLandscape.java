package studio.backprop.ui.compare.landscape;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import studio.backprop.compare.Comparison;
import studio.backprop.compare.ComparisonRunner.State;
import studio.backprop.landscape.LossLine;
import studio.backprop.landscape.WeightTrail;
import studio.backprop.text.Message;
import studio.backprop.ui.compare.comparison.ComparisonModel;
import studio.backprop.ui.kit.Faults;
import studio.backprop.ui.kit.Pulse;

/** Tracks the weights of the variants and requests their landscape in the background when they have moved. */
final class NetworkLandscape implements AutoCloseable {
  /** Polling interval while training, in ns. */
  private static final long BETWEEN = 400_000_000;
  /** Minimum interval between planes while training, in ns. */
  private static final long PLANES_APART = 3_000_000_000L;

  private final ComparisonModel comparison;
  private final LandscapeWorker worker;
  private final Runnable news;
  private final ObjectProperty<LandscapeChoice> choice = new SimpleObjectProperty<>(this, "choice", LandscapeChoice.FIRST);
  private Optional<LossLandscapeState> sheet = Optional.empty();
  private Optional<Message> failure = Optional.empty();
  private CompletableFuture<Optional<List<WeightTrail>>> asked;
  private long askedStart;
  private long askedStep;
  private boolean askedAtRest;
  private long drawnStart = -1;
  private long drawnStep = -1;
  private boolean drawnAtRest;
  private LandscapeChoice drawnChoice;
  private long lookedAt;
  private long laidAt;
  private volatile boolean training;
  private final PlaneQuestions questions;
  private Optional<PlanePoint> point = Optional.empty();
  private Optional<LossLine> line = Optional.empty();
  private int[] ends = {};

  /** @param news called when the state has changed */
  NetworkLandscape(ComparisonModel comparison, Pulse pulse, Runnable news) {
    this.comparison = comparison;
    this.news = news;
    this.questions = new PlaneQuestions(pulse);
    this.worker = new LandscapeWorker(pulse, () -> training, news);
  }

  ObjectProperty<LandscapeChoice> choiceProperty() {
    return choice;
  }

  /** State; empty before the first steps. */
  Optional<LossLandscapeState> sheet() {
    return sheet.filter(known -> known.start() == comparison.start());
  }

  /** Why there is none. */
  Optional<Message> failure() {
    return failure;
  }

  /** Whether work is pending. */
  boolean working() {
    return !worker.isFree();
  }

  /** Network at the clicked point of the plane; empty where none was clicked. */
  Optional<PlanePoint> point() {
    return point.filter(known -> sheet().isPresent());
  }

  /** Requests the network at a point of the plane. */
  void askAt(double a, double b) {
    sheet().filter(known -> known.plane().isPresent()).ifPresent(known -> questions.point(known, a, b, found -> {
      point = Optional.of(found);
      news.run();
    }, this::fail));
  }

  /** Clears the clicked point. @return whether there was one */
  boolean leavePoint() {
    boolean was = point.isPresent();
    point = Optional.empty();
    questions.forget();
    news.run();
    return was;
  }

  /** Linear interpolation between two ends; empty until computed. */
  Optional<LossLine> line() {
    return line.filter(known -> sheet().isPresent());
  }

  /** The variants of the requested interpolation; empty where none was. */
  int[] ends() {
    return ends.clone();
  }

  /** Requests the loss along the straight line between the ends of two variants. */
  void askLine(int from, int to) {
    ends = new int[] {from, to};
    line = Optional.empty();
    sheet().ifPresent(known -> questions.line(known, from, to, found -> {
      line = Optional.of(found);
      news.run();
    }, this::fail));
    news.run();
  }

  void leaveLine() {
    ends = new int[0];
    line = Optional.empty();
    news.run();
  }

  private void fail(Message problem) {
    failure = Optional.of(problem);
    news.run();
  }

  /** Called once a frame while the page is open. */
  void look() {
    training = comparison.playing();
    sheet.filter(known -> known.start() != comparison.start()).ifPresent(gone -> forget());
    State state = comparison.statusProperty().get().state();
    if (asked != null && asked.isDone()) {
      take();
    }
    boolean ready = state == State.PAUSED || state == State.FINISHED || state == State.PLAYING;
    if (asked == null && ready && wanted(state)) {
      lookedAt = System.nanoTime();
      askedStart = comparison.start();
      askedStep = comparison.step();
      askedAtRest = state != State.PLAYING;
      asked = comparison.ask(Comparison::trails);
    }
  }

  private boolean wanted(State state) {
    boolean moved = drawnStart != comparison.start() || drawnStep != comparison.step() || !choice.get().equals(drawnChoice);
    if (state == State.PLAYING) {
      return moved && worker.isFree() && System.nanoTime() - lookedAt > BETWEEN;
    }
    return moved || !drawnAtRest;
  }

  /** The requested trajectories; empty where there are none, or on lack of memory, which is reported and not retried at the same step. */
  private Optional<List<WeightTrail>> trails() {
    CompletableFuture<Optional<List<WeightTrail>>> answer = asked;
    asked = null;
    try {
      return answer.join();
    } catch (CompletionException | CancellationException e) {
      drawnStart = askedStart;
      drawnStep = askedStep;
      drawnAtRest = askedAtRest;
      drawnChoice = choice.get();
      fail(Faults.sentence(e.getCause() == null ? e : e.getCause()));
      return Optional.empty();
    }
  }

  private void take() {
    Optional<List<WeightTrail>> trails = trails();
    if (trails.isEmpty() || askedStart != comparison.start()) {
      return;
    }
    long now = System.nanoTime();
    point = Optional.empty();
    questions.forget();
    if (ends.length > 0) {
      leaveLine();
    }
    boolean goesOn = !askedAtRest && drawnStart == askedStart && choice.get().equals(drawnChoice) && now - laidAt < PLANES_APART
        && sheet().filter(known -> known.map().isPresent()).isPresent();
    laidAt = goesOn ? laidAt : now;
    drawnStart = askedStart;
    drawnStep = askedStep;
    drawnAtRest = askedAtRest;
    drawnChoice = choice.get();
    failure = Optional.empty();
    worker.draw(drawnStart, drawnStep, trails.get(), drawnChoice, goesOn ? sheet() : Optional.empty(), !askedAtRest, fresh -> {
      sheet = Optional.of(fresh);
      news.run();
    }, problem -> {
      failure = Optional.of(problem);
      news.run();
    });
  }

  /** Releases positions and data of removed variants, up to 200 MB. */
  private void forget() {
    sheet = Optional.empty();
    point = Optional.empty();
    line = Optional.empty();
    ends = new int[0];
    worker.forget();
    questions.forget();
  }

  /** Called when the page is closed. */
  void rest() {
    worker.stop();
    drawnAtRest = false;
  }

  @Override
  public void close() {
    worker.close();
    questions.close();
  }
}
