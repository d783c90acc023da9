package studio.backprop.ui.plots;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.train.Run;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.run.RunModel;

/**
 * What the network answers, in the picture that suits the data. It is asked in the background: a plane again and again while training
 * runs, coarser then, the others after each epoch.
 */
public final class OutputModel implements AutoCloseable {
  private static final int COARSE = 64;
  private static final int FINE = 128;
  /** While training runs, asking takes at most a fifth of a core. */
  private static final int REST = 4;

  /** The picture. */
  public enum Kind {
    NOTHING,
    BOUNDARY,
    SURFACE,
    CONFUSION,
    PAIRS;

    boolean isPlane() {
      return this == BOUNDARY || this == SURFACE;
    }
  }

  private final ReadOnlyObjectWrapper<Kind> kind = new ReadOnlyObjectWrapper<>(this, "kind", Kind.NOTHING);
  private final ReadOnlyObjectWrapper<Answer> answer = new ReadOnlyObjectWrapper<>(this, "answer");
  private final RunModel run;
  private final Pulse pulse;
  private final Asker asker;
  private final Turns.Turn turn;
  private final List<BooleanSupplier> watchers = new ArrayList<>();
  private final ExecutorService worker = Executors.newSingleThreadExecutor(OutputModel::thread);
  private boolean busy;
  private int epochsAsked = -1;
  private long restUntil;

  OutputModel(RunModel run, Pulse pulse, Turns turns) {
    this.run = run;
    this.pulse = pulse;
    this.asker = new Asker(run.trainer());
    this.turn = turns.take(this::isWatched, this::refresh);
    run.runProperty().subscribe(this::begin);
    run.frameProperty().subscribe(frame -> turn.ask());
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "output-view");
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    return thread;
  }

  public ReadOnlyObjectProperty<Kind> kindProperty() {
    return kind.getReadOnlyProperty();
  }

  /** The newest answer, or null while there is none. */
  public ReadOnlyObjectProperty<Answer> answerProperty() {
    return answer.getReadOnlyProperty();
  }

  /** Somebody who looks at the answer, now and then. While nobody does, the network is not asked. */
  void watch(BooleanSupplier looks) {
    watchers.add(looks);
  }

  private boolean isWatched() {
    return watchers.stream().anyMatch(BooleanSupplier::getAsBoolean);
  }

  private void begin(Run begun) {
    answer.set(null);
    epochsAsked = -1;
    kind.set(begun == null ? Kind.NOTHING : kindFor(begun.data()));
    turn.ask();
  }

  private static Kind kindFor(PreparedData data) {
    boolean classes = data.dataset().task() == Task.CLASSES;
    if (Asker.isPlane(data)) {
      return classes ? Kind.BOUNDARY : Kind.SURFACE;
    }
    return classes ? Kind.CONFUSION : Kind.PAIRS;
  }

  private void refresh() {
    if (!due()) {
      return;
    }
    if (busy || run.playing() && System.nanoTime() < restUntil) {
      turn.ask();
      return;
    }
    busy = true;
    epochsAsked = run.epochs().size();
    int size = run.playing() ? COARSE : FINE;
    Run asked = run.runProperty().get();
    worker.execute(() -> ask(asked, size));
  }

  /** A plane follows every frame; the other pictures tell nothing before the first step, and change with an epoch or at rest. */
  private boolean due() {
    if (kind.get() == Kind.NOTHING) {
      return false;
    }
    boolean rests = !run.playing() && run.loss().size() > 0;
    return kind.get().isPlane() || rests || run.epochs().size() > Math.max(0, epochsAsked);
  }

  private void ask(Run asked, int size) {
    long start = System.nanoTime();
    Optional<Answer> said = Optional.empty();
    try {
      said = asker.ask(size);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      Optional<Answer> result = said.filter(a -> a.judged().data() == asked.data());
      long end = System.nanoTime();
      pulse.soon(() -> take(asked, result, end + REST * (end - start)));
    }
  }

  private void take(Run asked, Optional<Answer> said, long rest) {
    busy = false;
    restUntil = rest;
    // what was said of a run that is no longer shown is dropped
    said.filter(a -> asked == run.runProperty().get()).ifPresent(answer::set);
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
