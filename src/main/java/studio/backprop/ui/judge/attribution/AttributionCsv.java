package studio.backprop.ui.judge.attribution;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.backprop.evaluate.attribution.AttributionMap;
import studio.backprop.evaluate.attribution.AttributionMethod;

/** CSV export of all attributions of an example, not rounded: one line per pixel, token, node, column, or position of a feature map. */
final class AttributionCsv {
  private AttributionCsv() {}

  static String write(ExplainedExample now, AttributionTexts words) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord("part", "row", "of", "versus", "step", "method", "input", "attribution");
      for (AttributionMethod method : AttributionMethod.values()) {
        Optional<AttributionMap> map = now.map(method);
        if (map.isPresent()) {
          write(csv, now, map.get(), words);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // StringBuilder does not throw
    }
    return text.toString();
  }

  private static void write(CsvWriter csv, ExplainedExample now, AttributionMap map, AttributionTexts words) {
    List<String> classes = now.data().dataset().classNames();
    boolean drawn = now.example().drawn().isPresent();
    for (int i = 0; i < map.parts().length; i++) {
      String input = map.rows() > 0 ? (i / map.columns() + 1) + "," + (i % map.columns() + 1) : words.part(now, i, 1);
      csv.writeRecord(drawn ? "drawn" : now.example().part().name().toLowerCase(Locale.ROOT),
          drawn ? "" : String.valueOf(now.example().row() + 1), now.isRegression() ? words.target(now.data()) : classes.get(now.of()),
          now.versus().isPresent() ? classes.get(now.versus().getAsInt()) : "", String.valueOf(now.step()),
          map.method().name().toLowerCase(Locale.ROOT), input, String.valueOf(map.parts()[i]));
    }
  }
}
