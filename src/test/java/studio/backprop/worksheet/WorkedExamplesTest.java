package studio.backprop.worksheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import studio.backprop.worksheet.kind.SheetCatalog;

/** Three sheets that were worked out by hand, to the last digit. */
class WorkedExamplesTest {
  private static final double EXACT = 1e-12;

  static Worksheet sheet(String letters, String givens) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (String given : givens.split(" ")) {
      values.put(given.split("=")[0], Double.parseDouble(given.split("=")[1]));
    }
    return new Worksheet(SheetCatalog.ofLetters(letters).orElseThrow(), new SheetCode(letters, 0), values);
  }

  static Worksheet backwardStep() {
    return sheet("BS", "w11=0.5 w12=0.3 w21=-0.4 w22=0.6 v1=0.8 v2=-0.7 b1=0.1 b2=0.2 c=0.2 x1=1 x2=2 t=1 eta=0.05");
  }

  private static void expect(Worksheet sheet, String names, double... values) {
    String[] all = names.split(" ");
    for (int i = 0; i < all.length; i++) {
      assertThat(sheet.value(all[i])).as(all[i]).isCloseTo(values[i], within(EXACT));
    }
  }

  private static void expectPrinted(Worksheet sheet, String name, String printed) {
    SheetLine line = sheet.lines().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    assertThat(SheetText.printed(sheet, line)).as(name).isEqualTo(printed);
  }

  private static double slip(Worksheet sheet, String name, String slip) {
    SheetLine line = sheet.lines().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    Slip found = line.slips().stream().filter(one -> one.key().endsWith("." + slip)).findFirst().orElseThrow();
    return sheet.wrongValue(line, found).orElseThrow();
  }

  @Test
  void aTrainingStepOfTheSmallNetwork() {
    Worksheet sheet = backwardStep();
    expect(sheet, "z1 z2 h1 h2 o e L d_o", 1.2, 1, 1.2, 1, 0.46, -0.54, 0.2916, -1.08);
    expect(sheet, "d_v1 d_v2 d_c d_h1 d_h2 d_z1 d_z2", -1.296, -1.08, -1.08, -0.864, 0.756, -0.864, 0.756);
    expect(sheet, "d_w11 d_w12 d_w21 d_w22", -0.864, -1.728, 0.756, 1.512);
    expect(sheet, "v1_n v2_n c_n w11_n w12_n w21_n w22_n b1_n b2_n", 0.8648, -0.646, 0.254, 0.5432, 0.3864, -0.4378, 0.5244, 0.1432,
        0.1622);
    expect(sheet, "h1_n h2_n", 1.4592, 0.7732);
    expectPrinted(sheet, "o_n", "1.0164");
    expectPrinted(sheet, "L_n", "0.0003");
    assertThat(sheet.value("L_n")).isCloseTo(0.00026991, within(5e-9));
    assertThat(slip(sheet, "z1", "no_bias")).isCloseTo(1.1, within(EXACT));
    assertThat(slip(sheet, "z1", "columns")).isCloseTo(-0.2, within(EXACT));
    assertThat(slip(sheet, "d_v1", "no_two")).isCloseTo(-0.648, within(EXACT));
    assertThat(slip(sheet, "v1_n", "uphill")).isCloseTo(0.7352, within(EXACT));
  }

  @Test
  void aTimeStepOfAnLstm() {
    Worksheet sheet = sheet("LS", "x=1 h=0.5 c=0.2 w.i=0.5 u.i=0.2 b.i=0.1 w.f=0.4 u.f=-0.2 b.f=0.6 w.o=0.4 u.o=0.4 b.o=-0.1 "
        + "w.g=-0.7 u.g=-0.4 b.g=0.1");
    expect(sheet, "z.i z.f z.o z.g", 0.7, 0.9, 0.5, -0.8);
    Map.of("i", "0.6682", "f", "0.7109", "o", "0.6225", "g", "−0.6640", "c_n", "−0.3015", "T", "−0.2927", "h_n", "−0.1822")
        .forEach((name, printed) -> expectPrinted(sheet, name, printed));
    assertThat(slip(sheet, "c_n", "sign_lost")).isCloseTo(0.5859, within(5e-5));
    SheetLine tanh = sheet.lines().stream().filter(line -> line.name().equals("T")).findFirst().orElseThrow();
    assertThat(Math.abs(-0.2913 - sheet.value("T"))).as("the row of the table is accepted").isLessThan(sheet.tolerance(tanh));
  }

  @Test
  void threeLearningRates() {
    Worksheet sheet = sheet("RS", "x1=1 x2=3 y1=2 y2=6 w0=0 eta1=0.05 eta2=0.15 eta3=0.25");
    expect(sheet, "s.a1 m.a1 w.a1 L.a1 s.a2 m.a2 w.a2 L.a2", -20, 1, 1, 5, -10, 0.5, 1.5, 1.25);
    expect(sheet, "s.b1 m.b1 w.b1 L.b1 s.b2 m.b2 w.b2 L.b2", -20, 3, 3, 5, 10, -1.5, 1.5, 1.25);
    expect(sheet, "s.c1 m.c1 w.c1 L.c1 s.c2 m.c2 w.c2 L.c2", -20, 5, 5, 45, 30, -7.5, -2.5, 101.25);
    assertThat(slip(sheet, "s.a1", "no_two")).isEqualTo(-10);
    assertThat(slip(sheet, "w.a1", "uphill")).isEqualTo(-1);
    assertThat(slip(sheet, "L.a1", "not_averaged")).isEqualTo(10);
    assertThat(sheet.question().orElseThrow().answer().toString()).contains("0.1: w arrives at 2 in one step").contains("0.2: the move")
        .contains("between 0 and 4");
  }
}
