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

/** Writes a report whole or not at all; the ending of the file's name says in which form. */
public final class ReportFiles {
  /** The endings of names. */
  public static final String HTML = ".html";
  public static final String PDF = ".pdf";

  private ReportFiles() {
  }

  /** Whether a name says in which form to write. */
  public static boolean isNamed(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(HTML) || name.endsWith(PDF);
  }

  /**
   * Takes a while: to be called beside the screen.
   *
   * @param file one whose name ends in .html or .pdf
   * @throws StoreProblem if it cannot be written; an older file of this name is then as it was
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
