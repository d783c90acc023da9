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

/** Follows the lanes of a network: asks for the ways of their weights when they have moved, and has them drawn beside the screen. */
final class NetworkLandscape implements AutoCloseable {
  /** Between two looks while the lanes train. */
  private static final long BETWEEN = 400_000_000;
  /** Between two planes while the lanes train. */
  private static final long PLANES_APART = 3_000_000_000L;

  private final ComparisonModel twins;
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

  /** @param news hears that there is something else to see */
  NetworkLandscape(ComparisonModel twins, Pulse pulse, Runnable news) {
    this.twins = twins;
    this.news = news;
    this.questions = new PlaneQuestions(pulse);
    this.worker = new LandscapeWorker(pulse, () -> training, news);
  }

  /** What is to be seen of it. */
  ObjectProperty<LandscapeChoice> choiceProperty() {
    return choice;
  }

  /** What is known; empty before the first steps. */
  Optional<LossLandscapeState> sheet() {
    return sheet.filter(known -> known.start() == twins.start());
  }

  /** Why nothing is known. */
  Optional<Message> failure() {
    return failure;
  }

  /** Whether something is still computed. */
  boolean working() {
    return !worker.isFree();
  }

  /** What the network would be at the point of the plane that was clicked; empty where none was. */
  Optional<PlanePoint> point() {
    return point.filter(known -> sheet().isPresent());
  }

  /** Asks what the network would be at a point of the plane. */
  void askAt(double a, double b) {
    sheet().filter(known -> known.plane().isPresent()).ifPresent(known -> questions.point(known, a, b, found -> {
      point = Optional.of(found);
      news.run();
    }, this::fail));
  }

  /** Back to the lanes. @return whether a point was looked at */
  boolean leavePoint() {
    boolean was = point.isPresent();
    point = Optional.empty();
    questions.forget();
    news.run();
    return was;
  }

  /** The loss along the line between two ends; empty until it is known. */
  Optional<LossLine> line() {
    return line.filter(known -> sheet().isPresent());
  }

  /** The lanes between whose ends it is; empty where none was asked for. */
  int[] ends() {
    return ends.clone();
  }

  /** Asks for the loss along the straight line between the ends of two lanes. */
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

  /** To be called once a frame while somebody looks. */
  void look() {
    training = twins.playing();
    sheet.filter(known -> known.start() != twins.start()).ifPresent(gone -> forget());
    State state = twins.statusProperty().get().state();
    if (asked != null && asked.isDone()) {
      take();
    }
    boolean ready = state == State.PAUSED || state == State.FINISHED || state == State.PLAYING;
    if (asked == null && ready && wanted(state)) {
      lookedAt = System.nanoTime();
      askedStart = twins.start();
      askedStep = twins.step();
      askedAtRest = state != State.PLAYING;
      asked = twins.ask(Comparison::trails);
    }
  }

  private boolean wanted(State state) {
    boolean moved = drawnStart != twins.start() || drawnStep != twins.step() || !choice.get().equals(drawnChoice);
    if (state == State.PLAYING) {
      return moved && worker.isFree() && System.nanoTime() - lookedAt > BETWEEN;
    }
    return moved || !drawnAtRest;
  }

  /** The ways that were asked for; empty where none are left, or for want of memory, which is said and not tried again at the same step. */
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
    if (trails.isEmpty() || askedStart != twins.start()) {
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

  /** Positions and data of lanes that are gone are given up: they may be 200 MB. */
  private void forget() {
    sheet = Optional.empty();
    point = Optional.empty();
    line = Optional.empty();
    ends = new int[0];
    worker.forget();
    questions.forget();
  }

  /** Nobody looks any more. */
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
