package studio.backprop.worksheet.print;

import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/** Renders the XHTML of sheets and keys as PDF, with subsets of the program's fonts embedded. */
public final class WorksheetPdf {
  private static final String FAMILY = "Backprop Sans";
  private static final int REGULAR = 400;
  private static final int BOLD = 700;

  static {
    XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.OFF));
    FontMappers.set(new OwnFonts());
  }

  private WorksheetPdf() {}

  public static void write(String xhtml, OutputStream out) throws IOException {
    write(xhtml, Optional.empty(), out);
  }

  /** @param drawer renderer of SVG in it; sheets have none */
  public static void write(String xhtml, Optional<SVGDrawer> drawer, OutputStream out) throws IOException {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    drawer.ifPresent(builder::useSVGDrawer);
    builder.useFastMode();
    builder.useUnicodeLineBreaker(new FormulaBreaker());
    builder.withHtmlContent(xhtml, null);
    builder.useFont(() -> OwnFonts.open("Regular"), FAMILY, REGULAR, FontStyle.NORMAL, true);
    builder.useFont(() -> OwnFonts.open("Bold"), FAMILY, BOLD, FontStyle.NORMAL, true);
    builder.toStream(out);
    builder.run();
  }
}
