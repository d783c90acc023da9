package studio.backprop.ui.judge.evaluate;

import java.io.File;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.backprop.store.StoreProblem;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;
import studio.backprop.ui.judge.evaluate.report.MetricsReport;
import studio.backprop.ui.judge.evaluate.report.ReportFiles;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Modal;
import studio.backprop.ui.kit.Pulse;

/** Button that saves the page as a report, written in the background, and tells the result. */
final class ReportButton extends Button {
  private static final Logger LOG = LoggerFactory.getLogger(ReportButton.class);

  private final MetricsModel model;
  private final Lang lang;
  private final Pulse pulse;
  private final Label outcome = new Label();

  ReportButton(MetricsModel model, Lang lang, Hints hints, Pulse pulse) {
    super(null, Icon.EXPORT.view());
    this.model = model;
    this.lang = lang;
    this.pulse = pulse;
    setId("metrics-report");
    textProperty().bind(lang.bind("metrics.report"));
    setMinWidth(USE_PREF_SIZE);
    disableProperty().bind(model.judgementProperty().isNull());
    hints.explain(this, "metrics.report.help");
    setOnAction(event -> ask(getScene().getWindow()));
    outcome.getStyleClass().addAll("note", "mut");
    outcome.setMinWidth(0);
    model.evaluationProperty().subscribe(now -> outcome.setText(""));
  }

  /** Result of the last report. */
  Label outcome() {
    return outcome;
  }

  private void ask(Window window) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(lang.say("metrics.report.title"));
    chooser.getExtensionFilters().addAll(new FileChooser.ExtensionFilter("HTML", "*" + ReportFiles.HTML),
        new FileChooser.ExtensionFilter("PDF", "*" + ReportFiles.PDF));
    chooser.setInitialFileName(lang.say("metrics.report.file", model.name(), model.partProperty().get().name().toLowerCase(Locale.ROOT)));
    Optional<File> chosen = Optional.ofNullable(Modal.over(window, () -> chooser.showSaveDialog(window)));
    FileChooser.ExtensionFilter form = chooser.getSelectedExtensionFilter();
    chosen.ifPresent(file -> save(file.toPath(), form != null && form.getExtensions().contains("*" + ReportFiles.PDF) ? ReportFiles.PDF
        : ReportFiles.HTML, outcome::setText));
  }

  /**
   * Writes in the background.
   *
   * @param usual extension of a name without one
   * @param heard receives the result as a sentence
   */
  void save(Path chosen, String usual, Consumer<String> heard) {
    Path file = ReportFiles.isNamed(chosen) ? chosen : chosen.resolveSibling(chosen.getFileName() + usual);
    Optional<MetricsReport> report = model.report(LocalDate.now());
    Texts texts = lang.texts();
    outcome.setText(lang.say("metrics.report.writing"));
    report.ifPresent(shown -> CompletableFuture.runAsync(() -> {
      Message said = write(shown, texts, file);
      pulse.soon(() -> heard.accept(lang.say(said)));
    }));
  }

  private static Message write(MetricsReport report, Texts texts, Path file) {
    try {
      ReportFiles.write(report, texts, file);
      return Message.of("metrics.report.done", file.getFileName().toString());
    } catch (StoreProblem problem) {
      return problem.sentence();
    } catch (RuntimeException e) { // else it would go unnoticed
      LOG.error("a report cannot be written", e);
      return Message.of("metrics.report.failed", Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName()));
    }
  }
}
