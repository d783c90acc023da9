package studio.backprop.ui.judge.evaluate.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import studio.backprop.store.AtomicFile;
import studio.backprop.store.StoreProblem;
import studio.backprop.text.Texts;
import studio.backprop.worksheet.print.SheetPaper;
import studio.backprop.worksheet.print.WorksheetPdf;

/** Writes report files atomically; the extension determines the format. */
public final class ReportFiles {
  /** File name extensions. */
  public static final String HTML = ".html";
  public static final String PDF = ".pdf";

  private ReportFiles() {
  }

  /** Whether a name has an extension of a format. */
  public static boolean isNamed(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(HTML) || name.endsWith(PDF);
  }

  /**
   * Slow: to be called on a worker thread.
   *
   * @param file whose name ends in .html or .pdf
   * @throws StoreProblem if it cannot be written; an older file of this name is left unchanged
   */
  public static void write(MetricsReport report, Texts texts, Path file) throws StoreProblem {
    SheetPaper paper = SheetPaper.in(Locale.getDefault());
    ReportHtml html = new ReportHtml(report, texts);
    if (file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(HTML)) {
      byte[] page = page(html, paper).getBytes(StandardCharsets.UTF_8);
      AtomicFile.write(file, out -> out.write(page));
    } else {
      String printed = html.print(paper);
      AtomicFile.write(file, out -> WorksheetPdf.write(printed, Optional.of(new SvgShapes()), out));
    }
  }

  private static String page(ReportHtml html, SheetPaper paper) {
    try {
      return html.page(paper);
    } catch (IOException e) {
      throw new UncheckedIOException("the program's own font can be read", e);
    }
  }
}
