package studio.backprop.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.logging.Logger;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.slf4j.LoggerFactory;
import studio.backprop.cli.Opener.Figures;
import studio.backprop.cli.Opener.LessonFigures;
import studio.backprop.cli.View;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.project.Project;
import studio.backprop.text.Texts;
import studio.backprop.ui.design.designer.edit.CopiedNodes;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.workspace.run.TrainingControl;

/** Starts JavaFX from the command line. */
final class WindowOpening {
  /** Held strongly: loggers are referenced weakly. */
  private static final Logger JAVAFX = Logger.getLogger("javafx");

  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(WindowOpening.class);

  private static final long REHEARSAL_AT_MOST_SECONDS = 90;

  private WindowOpening() {}

  /**
   * Shows the window; returns when all windows are closed.
   *
   * @param project file or sample; empty for the start screen
   */
  static void open(Optional<Path> project, Preferences preferences, Texts texts) {
    open(windows -> windows.open(project), preferences, texts);
  }

  /**
   * With another kind of window.
   *
   * @param first opens it
   */
  static void open(Consumer<Windows> first, Preferences preferences, Texts texts) {
    CompletableFuture<Void> closed = new CompletableFuture<>();
    start(closed, texts, () -> first.accept(new Windows(preferences, texts, () -> closed.complete(null))));
    ArchiveKeeper.keepLater();
    closed.join();
    Platform.exit();
  }

  /** Runs the benchmark of the window: each view for this many seconds. */
  static Figures measure(Callable<Project> project, List<View> views, double seconds, Texts texts) throws Exception {
    return measured(texts, measured -> {
      WindowParts parts = new WindowParts(new Stage(), Preferences.none(), texts);
      new Measurement(new Wiring(parts, new WorkWindow(parts), new CopiedNodes()), project, views, seconds, measured).begin();
    });
  }

  /** Runs the benchmark of lessons. */
  static List<LessonFigures> measureLessons(List<LessonFolder> lessons, Texts texts) throws Exception {
    return measured(texts, measured -> new LessonMeasurement(lessons, texts, measured).begin());
  }

  /** @param measurement starts in the window and completes with its figures */
  private static <T> T measured(Texts texts, Consumer<CompletableFuture<T>> measurement) throws Exception {
    CompletableFuture<T> measured = new CompletableFuture<>();
    start(measured, texts, () -> measurement.accept(measured));
    try {
      T figures = measured.get();
      ArchiveKeeper.keepNow();
      return figures;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    } finally {
      Platform.exit();
    }
  }

  /** Runs the training run of {@link ArchiveRehearsal}: start screen to a training project. Returns also on failure or timeout. */
  static void rehearse(Path project, Texts texts) {
    CompletableFuture<Void> end = new CompletableFuture<>();
    try {
      start(end, texts, () -> {
        WindowParts parts = new WindowParts(new Stage(), Preferences.none(), texts);
        WorkWindow work = new WorkWindow(parts);
        Wiring window = new Wiring(parts, work, new CopiedNodes());
        work.showStart();
        window.show(() -> end.complete(null));
        TrainingControl run = parts.run().control();
        new Timeline(
            new KeyFrame(Duration.seconds(3), event -> work.open(project)), new KeyFrame(Duration.seconds(5), event -> run.togglePlay()),
            new KeyFrame(Duration.seconds(7), event -> run.pause()), new KeyFrame(Duration.seconds(8), event -> window.hide())).play();
      });
      end.get(REHEARSAL_AT_MOST_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException | RuntimeException | LinkageError e) {
      LOG.info("The rehearsal ended early: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Starts JavaFX and builds the window; a failure completes {@code end}. */
  private static void start(CompletableFuture<?> end, Texts texts, Runnable window) {
    Thread.setDefaultUncaughtExceptionHandler((thread, e) -> {
      LOG.error(texts.say("window.mistake", e.toString()));
      LOG.debug("in {}", thread.getName(), e);
    });
    JAVAFX.setFilter(entry -> !String.valueOf(entry.getMessage()).startsWith("Unsupported JavaFX configuration"));
    // without a GPU a rounded background is painted faster than copied
    System.setProperty("prism.disableRegionCaching", "true");
    System.setProperty("prism.dirtyregioncount", "15"); // the maximum: six would merge distant regions with all between them
    Platform.startup(
        () -> {
          try {
            Fonts.load();
            window.run();
          } catch (RuntimeException | Error e) {
            end.completeExceptionally(e);
          }
        });
  }
}
