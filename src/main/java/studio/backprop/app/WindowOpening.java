package studio.backprop.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.slf4j.LoggerFactory;
import studio.backprop.app.cli.Opener.Figures;
import studio.backprop.app.cli.View;
import studio.backprop.project.Project;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.Fonts;

/** The way from the command line into the window. */
final class WindowOpening {
  /** Held, because Java forgets loggers that nobody holds. */
  private static final Logger JAVAFX = Logger.getLogger("javafx");

  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(WindowOpening.class);

  private WindowOpening() {}

  /**
   * Shows the window and returns when it and all that were opened from it are closed.
   *
   * @param project a project file or sample to begin with; without one, the start screen
   */
  static void open(Optional<Path> project, Texts texts) {
    CompletableFuture<Void> closed = new CompletableFuture<>();
    start(closed, texts, () -> new Windows(Preferences.ofUser(), texts, () -> closed.complete(null)).open(project));
    closed.join();
    Platform.exit();
  }

  /** Shows the window, trains a project in it as fast as it goes, looks at each view for so many seconds, and closes it. */
  static Figures measure(Callable<Project> project, List<View> views, double seconds, Texts texts) throws Exception {
    CompletableFuture<Figures> measured = new CompletableFuture<>();
    start(measured, texts, () -> new Measurement(new Wiring(new Stage(), Preferences.none(), texts), project, views, seconds, measured)
        .begin());
    try {
      return measured.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    } finally {
      Platform.exit();
    }
  }

  /** Starts the toolkit and builds the window in it; what goes wrong ends the wait. */
  private static void start(CompletableFuture<?> end, Texts texts, Runnable window) {
    Thread.setDefaultUncaughtExceptionHandler((thread, e) -> {
      LOG.error(texts.say("window.mistake", e.toString()));
      LOG.debug("in {}", thread.getName(), e);
    });
    JAVAFX.setFilter(entry -> !String.valueOf(entry.getMessage()).startsWith("Unsupported JavaFX configuration"));
    // without a graphics card a rounded background is painted faster than copied
    System.setProperty("prism.disableRegionCaching", "true");
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
