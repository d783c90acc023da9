package studio.backprop.ui.judge.embedding;

import java.util.concurrent.ForkJoinPool;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import studio.backprop.data.PreparedData;
import studio.backprop.evaluate.embed.EmbeddingCsv;
import studio.backprop.evaluate.embed.EmbeddingStart;
import studio.backprop.evaluate.embed.NodeOutputs;
import studio.backprop.evaluate.embed.Procrustes;
import studio.backprop.evaluate.embed.Tsne;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.GivingWay;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.QuietPool;
import studio.backprop.ui.kit.page.PageWorker;

/** Computes layouts on worker threads, one at a time: on all cores, or on one with a low duty cycle while training runs. */
final class EmbeddingWorker extends PageWorker {
  /** t-SNE iterations after another training step: few, so that the layout moves smoothly. */
  static final int REFINING = 60;
  /** Nanoseconds between two iterations during training: 60 of them are one smooth movement until the next snapshot. */
  private static final long FRAME = 28_000_000;
  private static final long BRIEF_FRAME = 6_000_000;
  /** Nanoseconds between two published layouts. */
  private static final long SHOWN = 25_000_000;
  /** Nanoseconds between two published layouts during training (16 per second): each picture costs time of both. */
  private static final long SHOWN_IN_TRAINING = 62_000_000;
  private static final int MEASURED = 50;
  private static final String NAME = "embedding-layout";

  private final BooleanSupplier training;
  private final ForkJoinPool all;
  /** For layouts begun during training: its parallel streams are sequential. */
  private final ForkJoinPool one;

  /**
   * Request for a layout.
   *
   * @param last layout of the same examples and settings to start from, or null
   * @param refine whether t-SNE continues from it, else starts anew
   * @param brief whether the next outputs follow soon
   */
  record Task(PreparedData data, EmbeddingChoice choice, NodeOutputs outputs, int available, long seed, EmbeddedPoints last,
      boolean refine, boolean brief) {}

  /** @param training read by another thread */
  EmbeddingWorker(Pulse pulse, BooleanSupplier training) {
    super(pulse);
    this.training = training;
    this.all = QuietPool.of(Runtime.getRuntime().availableProcessors(), NAME);
    this.one = QuietPool.of(1, NAME);
  }

  /**
   * Starts a layout and stops the one before. JavaFX thread only, listeners included.
   *
   * @param shown listens to intermediate layouts
   * @param ended receives the complete layout
   * @param failed receives the cause of a failure
   */
  void layOut(Task task, Consumer<EmbeddedPoints> shown, Consumer<EmbeddedPoints> ended, Consumer<Message> failed) {
    begin(training.getAsBoolean() ? one : all, request -> new Layout(task, request, shown).run().ended(), ended, failed);
  }

  @Override
  public void close() {
    stop();
    all.shutdown();
    one.shutdown();
  }

  private final class Layout {
    private final Task task;
    private final Request request;
    private final Consumer<EmbeddedPoints> shown;
    private final GivingWay way;
    private long shownAt;

    Layout(Task task, Request request, Consumer<EmbeddedPoints> shown) {
      this.task = task;
      this.request = request;
      this.shown = shown;
      this.way = new GivingWay(request::isOver, training);
    }

    EmbeddedPoints run() {
      double[][] like = task.last() == null ? null : task.last().pca().components();
      EmbeddingStart start = EmbeddingStart.of(task.outputs().points(), like, way::rest);
      EmbeddingChoice choice = task.choice();
      boolean tsne = choice.method() == EmbeddingChoice.Method.TSNE;
      double[][] plane = start.plane(choice.dimensions());
      if (!tsne && task.last() != null) {
        plane = Procrustes.aligned(plane, task.last().layout());
      }
      boolean refine = task.refine() && task.last() != null;
      int steps = !tsne ? 0 : refine ? REFINING : Tsne.STEPS;
      EmbeddedPoints now = new EmbeddedPoints(task.data(), choice, task.outputs(), task.available(), start.pca(),
          tsne && refine ? task.last().layout() : plane, EmbeddingCsv.labels(task.data(), task.outputs().examples()),
          Double.NaN, Double.NaN, 0, steps, refine);
      if (!tsne || now.isOnePlace()) {
        return now.moved(plane, steps, Double.NaN);
      }
      return refine ? refined(now, start.goOn(now.layout(), choice.perplexity(), way::rest))
          : begun(now, start.begin(choice.dimensions(), choice.perplexity(), task.seed(), way::rest));
    }

    private EmbeddedPoints begun(EmbeddedPoints start, Tsne tsne) {
      EmbeddedPoints now = start;
      while (tsne.steps() < Tsne.STEPS) {
        way.rest();
        tsne.step(!training.getAsBoolean());
        double measured = tsne.steps() % MEASURED == 0 ? tsne.divergence() : now.divergence();
        now = now.moved(now.layout(), tsne.steps(), measured);
        now = show(now, tsne);
      }
      return now.moved(tsne.layout(), tsne.steps(), tsne.divergence());
    }

    private EmbeddedPoints refined(EmbeddedPoints start, Tsne tsne) {
      EmbeddedPoints now = start;
      while (tsne.steps() < REFINING) {
        way.rest();
        long begun = System.nanoTime();
        tsne.refine(!training.getAsBoolean());
        now = show(now.moved(now.layout(), tsne.steps(), now.divergence()), tsne);
        way.pause((task.brief() ? BRIEF_FRAME : FRAME) - (System.nanoTime() - begun));
      }
      return now.moved(tsne.layout(), tsne.steps(), tsne.divergence());
    }

    private EmbeddedPoints show(EmbeddedPoints now, Tsne tsne) {
      if (System.nanoTime() - shownAt < (training.getAsBoolean() ? SHOWN_IN_TRAINING : SHOWN)) {
        return now;
      }
      shownAt = System.nanoTime();
      EmbeddedPoints moved = now.moved(tsne.layout(), tsne.steps(), now.divergence());
      request.publish(() -> shown.accept(moved));
      return moved;
    }
  }
}
