package studio.backprop.ui.learn.worksheet;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.backprop.store.AtomicFile;
import studio.backprop.store.StoreProblem;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Modal;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.worksheet.Worksheet;
import studio.backprop.worksheet.print.SheetPaper;
import studio.backprop.worksheet.print.WorksheetHtml;
import studio.backprop.worksheet.print.WorksheetPdf;

/** Exports a worksheet and its answer key as PDF or HTML, by file extension. */
final class WorksheetFiles {
  private static final Logger LOG = LoggerFactory.getLogger(WorksheetFiles.class);
  private static final String PDF = ".pdf";
  private static final String HTML = ".html";

  private final Lang lang;
  private final Pulse pulse;

  WorksheetFiles(Lang lang, Pulse pulse) {
    this.lang = lang;
    this.pulse = pulse;
  }

  /** Opens the file chooser. @param outcome receives the result */
  void ask(Worksheet sheet, Window window, Consumer<Message> outcome) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(lang.say("worksheet.save.title"));
    chooser.getExtensionFilters().addAll(new FileChooser.ExtensionFilter("PDF", "*" + PDF),
        new FileChooser.ExtensionFilter("HTML", "*" + HTML));
    chooser.setInitialFileName(sheet.kind().id() + "-" + sheet.code());
    File file = Modal.over(window, () -> chooser.showSaveDialog(window));
    if (file != null) {
      boolean html = chooser.getSelectedExtensionFilter() != null
          && chooser.getSelectedExtensionFilter().getExtensions().contains("*" + HTML);
      save(sheet, file.toPath(), html ? HTML : PDF, outcome);
    }
  }

  /** Writes in the background. @param usual default extension */
  void save(Worksheet sheet, Path chosen, String usual, Consumer<Message> outcome) {
    String name = chosen.getFileName().toString();
    String small = name.toLowerCase(Locale.ROOT);
    String ending = small.endsWith(HTML) ? HTML : small.endsWith(PDF) ? PDF : usual;
    String stem = small.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name;
    Path file = chosen.resolveSibling(stem + ending);
    Path key = chosen.resolveSibling(stem + "-key" + ending);
    Texts texts = lang.texts();
    CompletableFuture.runAsync(() -> {
      Message said = write(sheet, texts, file, key);
      pulse.soon(() -> outcome.accept(said));
    });
  }

  private static Message write(Worksheet sheet, Texts texts, Path file, Path key) {
    WorksheetHtml html = new WorksheetHtml(texts);
    try {
      write(html.sheets(List.of(sheet), SheetPaper.in(Locale.getDefault())), file);
      write(html.keys(List.of(sheet), SheetPaper.in(Locale.getDefault())), key);
      return Message.of("worksheet.save.done", file.getFileName().toString(), key.getFileName().toString());
    } catch (StoreProblem problem) {
      return problem.sentence();
    } catch (RuntimeException e) { // else the exception would be lost
      LOG.error("a worksheet cannot be written", e);
      return Message.of("worksheet.save.failed", Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName()));
    }
  }

  private static void write(String xhtml, Path file) throws StoreProblem {
    if (file.toString().endsWith(HTML)) {
      AtomicFile.write(file, out -> out.write(xhtml.getBytes(StandardCharsets.UTF_8)));
    } else {
      AtomicFile.write(file, out -> WorksheetPdf.write(xhtml, out));
    }
  }
}
