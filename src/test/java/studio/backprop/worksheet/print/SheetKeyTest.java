package studio.backprop.worksheet.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.text.Texts;
import studio.backprop.worksheet.FunctionTable;
import studio.backprop.worksheet.SheetDraw;
import studio.backprop.worksheet.SheetFormula;
import studio.backprop.worksheet.SheetKind;
import studio.backprop.worksheet.SheetLine;
import studio.backprop.worksheet.SheetText;
import studio.backprop.worksheet.Worksheet;

/** A printed key is what one comes to who does what the sheet says: with the rounded numbers, and with its tables. */
class SheetKeyTest {
  private static final int VARIANTS = 40;
  private static final Pattern ROW = Pattern.compile("<tr><td class=\"no\">(\\d+)</td><td>.*?</td><td>(.*?)</td><td class=\"value\">(.*?)"
      + "</td><td class=\"value printed\">(.*?)</td><td class=\"wrong\">(.*?)</td></tr>");
  private static final Pattern WRONG = Pattern.compile("<b>(.*?):</b>");
  private static final Pattern ROUTE = Pattern.compile("([-0-9.]+)\\*\\[([-0-9.]+) = ([-0-9.]+)]");
  private static final int NOISE = 11;

  /** A row of a key. */
  private record Row(String numbers, String full, String printed, List<String> wrong) {}

  static Stream<SheetKind> kinds() {
    return WorksheetPrintTest.kinds();
  }

  private static List<Worksheet> sheets(SheetKind kind) {
    return LongStream.rangeClosed(1, VARIANTS).mapToObj(variant -> {
      try {
        return SheetDraw.sheet(kind, variant);
      } catch (SheetDraw.VainDraw e) {
        throw new IllegalStateException(e);
      }
    }).toList();
  }

  private static List<Row> rows(Worksheet sheet) {
    List<Row> rows = new ArrayList<>();
    Matcher row = ROW.matcher(new WorksheetHtml(Texts.ENGLISH).keys(List.of(sheet), SheetPaper.A4));
    while (row.find()) {
      rows.add(new Row(row.group(2), row.group(3), row.group(4), WRONG.matcher(row.group(5)).results().map(one -> one.group(1)).toList()));
    }
    assertThat(rows).hasSameSizeAs(sheet.lines());
    return rows;
  }

  /** What a formula with numbers comes to, as by hand: without the noise of doubles. */
  private static BigDecimal computed(String numbers) {
    String plain = numbers.replace('−', '-').replace("·", "*").replace("²", "^2").replace("ReLU′(", "step(").replace("ReLU(", "relu(")
        .replace("σ(", "sigmoid(").replace("√(", "sqrt(").replace("e<sup>", "exp(").replace("</sup>", ")");
    Matcher route = ROUTE.matcher(plain);
    if (route.matches()) {
      return route.group(2).equals(route.group(3)) ? new BigDecimal(route.group(1)) : BigDecimal.ZERO;
    }
    double value = SheetFormula.of(plain).value(name -> {
      throw new AssertionError(name + " has no number in " + numbers);
    });
    return BigDecimal.valueOf(value).setScale(NOISE, RoundingMode.HALF_EVEN);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void eachResultFollowsFromThePrintedNumbers(SheetKind kind) {
    for (Worksheet sheet : sheets(kind)) {
      for (Row row : rows(sheet)) {
        BigDecimal printed = new BigDecimal(row.printed.replace('−', '-'));
        BigDecimal computed = computed(row.numbers);
        assertThat(computed.setScale(printed.scale(), RoundingMode.HALF_UP)).as(sheet.code() + ": " + row.numbers).isEqualTo(printed);
        assertThat(computed.setScale(8, RoundingMode.HALF_UP)).isEqualByComparingTo(row.full.replace('−', '-'));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void noWrongValueStandsTwiceInALine(SheetKind kind) {
    for (Worksheet sheet : sheets(kind)) {
      List<Row> rows = rows(sheet);
      for (int i = 0; i < rows.size(); i++) {
        SheetLine line = sheet.lines().get(i);
        assertThat(rows.get(i).wrong).as(sheet.code() + " " + line.name()).doesNotHaveDuplicates().doesNotContain(rows.get(i).printed);
        if (line.decimals() > 0) {
          long mistakes = line.slips().stream().filter(slip -> sheet.wrongValue(line, slip).isPresent()).count();
          assertThat(rows.get(i).wrong).as(sheet.code() + " " + line.name() + ": each mistake has a value of its own")
              .hasSize((int) Math.min(3, mistakes));
        }
      }
    }
  }

  /** All values of a function's table as it is printed, by their arguments. */
  private static NavigableMap<Double, Double> printed(FunctionTable table) {
    NavigableMap<Double, Double> all = new TreeMap<>();
    for (List<String> row : table.rows()) {
      for (int column = 1; column < row.size(); column++) {
        String head = table.heads().get(column);
        double more = head.startsWith("+") ? Double.parseDouble(head) : 0;
        all.put(Double.parseDouble(row.get(0)) + more, Double.parseDouble(row.get(column)));
      }
    }
    return all;
  }

  private static double interpolated(NavigableMap<Double, Double> table, double at) {
    Map.Entry<Double, Double> below = table.floorEntry(at + 1e-9);
    Map.Entry<Double, Double> above = table.ceilingEntry(at - 1e-9);
    return below.getKey().equals(above.getKey()) ? below.getValue()
        : below.getValue() + (above.getValue() - below.getValue()) * (at - below.getKey()) / (above.getKey() - below.getKey());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void thePrintedTablesLeadToTheKey(SheetKind kind) {
    for (Worksheet sheet : sheets(kind)) {
      for (SheetLine line : sheet.lines()) {
        line.reading().ifPresent(reading -> {
          List<FunctionTable> tables = kind.tables();
          NavigableMap<Double, Double> table = printed(tables.get(tables.size() - 1));
          double argument = reading.argument().value(sheet::written);
          double read = interpolated(table, Math.abs(argument));
          double signed = argument >= 0 ? read : tables.get(0).heads().contains("σ(−z)") ? -read : 1 - read;
          BigDecimal rounded = BigDecimal.valueOf(signed).setScale(NOISE, RoundingMode.HALF_EVEN)
              .setScale(line.decimals(), RoundingMode.HALF_UP);
          assertThat(rounded.toPlainString()).as(sheet.code() + " " + line.name() + " at " + argument)
              .isEqualTo(SheetText.printed(sheet, line).replace('−', '-'));
        });
      }
    }
  }
}
