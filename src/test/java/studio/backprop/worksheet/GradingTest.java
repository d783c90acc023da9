package studio.backprop.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.text.Texts;
import studio.backprop.worksheet.LineGrade.Verdict;
import studio.backprop.worksheet.kind.SheetCatalog;

/** Follow-through: one slip costs one line, and the line is named. */
class GradingTest {
  private static final int VARIANTS = 200;

  static Stream<SheetKind> kinds() {
    return SheetDrawTest.kinds();
  }

  private static TypedNumber typed(String number) {
    return TypedNumber.read(number).orElseThrow();
  }

  /** Everything right, as the key prints it. */
  private static Map<String, TypedNumber> key(Worksheet sheet) {
    Map<String, TypedNumber> entries = new HashMap<>();
    sheet.lines().forEach(line -> entries.put(line.name(), typed(SheetText.printed(sheet, line))));
    return entries;
  }

  /** Computed from own entries, each rounded as the sheet asks for; in one line something is added. */
  private static Map<String, TypedNumber> computed(Worksheet sheet, String wrongLine, double added) {
    Map<String, Double> own = new HashMap<>(sheet.givens());
    Map<String, TypedNumber> entries = new HashMap<>();
    for (SheetLine line : sheet.lines()) {
      double value = line.formula().value(own::get) + (line.name().equals(wrongLine) ? added : 0);
      TypedNumber entry = typed(SheetNumber.fixed(value, line.decimals()));
      entries.put(line.name(), entry);
      own.put(line.name(), entry.value());
    }
    return entries;
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theKeyIsRight(SheetKind kind) throws Exception {
    for (int variant = 0; variant < 40; variant++) {
      Worksheet sheet = SheetDraw.sheet(kind, variant);
      Grading grading = Grading.of(sheet, key(sheet));
      assertThat(grading.grades()).as(sheet.code().toString()).allMatch(grade -> grade.verdict() == Verdict.RIGHT);
      assertThat(Grading.of(sheet, computed(sheet, "", 0)).grades()).allMatch(grade -> grade.verdict().earns());
    }
  }

  @Test
  void oneSlipInAnyLineOf200VariantsIsNamedAndCostsOneLine() throws Exception {
    Random random = new Random(7);
    int named = 0;
    int costly = 0;
    double lostWithout = 0;
    int right = 0;
    for (int variant = 0; variant < VARIANTS; variant++) {
      Worksheet sheet = SheetDraw.sheet(SheetCatalog.find("backward-step").orElseThrow(), variant);
      SheetLine bad = sheet.lines().get(random.nextInt(sheet.lines().size() - 1));
      double slip = (random.nextBoolean() ? 1 : -1) * List.of(0.05, 0.1, 0.3).get(random.nextInt(3));
      Map<String, TypedNumber> entries = computed(sheet, bad.name(), slip);
      Grading grading = Grading.of(sheet, entries);
      named += grading.firstWrong().orElseThrow().line() == bad ? 1 : 0;
      costly += grading.count(Verdict.WRONG) > 1 ? 1 : 0;
      lostWithout += sheet.lines().stream()
          .filter(line -> Math.abs(entries.get(line.name()).value() - sheet.value(line.name())) > sheet.tolerance(line)).count();
      Map<String, TypedNumber> coarse = new HashMap<>();
      sheet.lines().forEach(line -> coarse.put(line.name(), typed(SheetNumber.fixed(sheet.value(line.name()), 3))));
      right += Grading.of(sheet, coarse).count(Verdict.RIGHT) == sheet.lines().size() ? 1 : 0;
    }
    assertThat(named).as("the slip's line is named").isEqualTo(VARIANTS);
    assertThat(costly).as("sheets that lose more than one line").isZero();
    assertThat(lostWithout / VARIANTS).as("lines that a slip would cost without follow-through").isGreaterThan(5);
    assertThat(right).as("three decimals are right, too").isEqualTo(VARIANTS);
  }

  /** Every slip of the catalogue that shows, made in every line of every kind. */
  @ParameterizedTest
  @MethodSource("kinds")
  void aSlipOfTheCatalogueIsNamed(SheetKind kind) throws Exception {
    for (int variant = 0; variant < 10; variant++) {
      Worksheet sheet = SheetDraw.sheet(kind, variant);
      for (SheetLine line : sheet.lines()) {
        for (Slip slip : line.slips()) {
          Map<String, TypedNumber> entries = key(sheet);
          double wrong = slip.formula().value(name -> entries.containsKey(name) ? entries.get(name).value() : sheet.value(name));
          if (sheet.wrongValue(line, slip).isPresent()) {
            entries.put(line.name(), TypedNumber.exact(wrong));
            LineGrade grade = Grading.of(sheet, entries).firstWrong().orElseThrow();
            assertThat(grade.line()).isEqualTo(line);
            Slip named = grade.slip().orElseThrow();
            assertThat(named == slip || sameValue(sheet, named, wrong, sheet.tolerance(line))).as(sheet.code() + " " + line.name() + " "
                + slip.key() + " was called " + named.key()).isTrue();
          }
        }
      }
    }
  }

  /** Two slips may lead to the same value; then the first is as good a guess. */
  private static boolean sameValue(Worksheet sheet, Slip named, double wrong, double tolerance) {
    return Math.abs(named.formula().value(sheet::value) - wrong) <= 3 * tolerance;
  }

  /** What is printed whole is exact: nothing near it is right. */
  @ParameterizedTest
  @CsvSource({"pool-route,0.1", "pool-route,0.001", "rate-steps,0.02", "rate-steps,0.001"})
  void aNumberWithAllItsPlacesIsExact(String kind, double off) throws Exception {
    for (int variant = 0; variant < 100; variant++) {
      Worksheet sheet = SheetDraw.sheet(SheetCatalog.find(kind).orElseThrow(), variant);
      for (SheetLine line : sheet.lines()) {
        Map<String, TypedNumber> entries = key(sheet);
        entries.put(line.name(), TypedNumber.exact(sheet.value(line.name()) + off));
        assertThat(Grading.of(sheet, entries).firstWrong().map(LineGrade::line)).as(sheet.code() + " " + line.name()).contains(line);
      }
    }
  }

  @Test
  void theMaximumFilledInAsTheAverageEarnsNothing() throws Exception {
    for (int variant = 0; variant < 100; variant++) {
      Worksheet sheet = SheetDraw.sheet(SheetCatalog.find("pool-route").orElseThrow(), variant);
      Map<String, TypedNumber> entries = key(sheet);
      sheet.lines().stream().filter(line -> line.name().startsWith("d_")).forEach(line -> entries.put(line.name(),
          TypedNumber.exact(line.slips().get(1).formula().value(sheet::value))));
      assertThat(Grading.of(sheet, entries).count(Verdict.WRONG)).as(sheet.code().toString()).isEqualTo(16);
    }
  }

  /** A wrong number has to be rounded in the lines that follow from it, also where the right one is not. */
  @Test
  void whatFollowsFromAWrongNumberMayBeRounded() throws Exception {
    for (int variant = 0; variant < 40; variant++) {
      Worksheet sheet = SheetDraw.sheet(SheetCatalog.find("rate-steps").orElseThrow(), variant);
      for (SheetLine line : sheet.lines()) {
        assertThat(Grading.of(sheet, computed(sheet, line.name(), 0.3333)).count(Verdict.WRONG)).as(sheet.code() + " " + line.name())
            .isEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aSlipThatHasToShowEarnsNothing(SheetKind kind) throws Exception {
    for (int variant = 0; variant < 60; variant++) {
      Worksheet sheet = SheetDraw.sheet(kind, variant);
      for (SheetLine line : sheet.lines()) {
        for (Slip slip : line.slips()) {
          if (slip.telling() > 0) {
            Map<String, TypedNumber> entries = key(sheet);
            entries.put(line.name(), typed(SheetNumber.fixed(slip.formula().value(sheet::written), line.decimals())));
            assertThat(Grading.of(sheet, entries).firstWrong().map(LineGrade::line)).as(sheet.code() + " " + line.name() + " " + slip.key())
                .contains(line);
          }
        }
      }
    }
  }

  @Test
  void theCauseIsSaidInBothLanguages() {
    Worksheet sheet = WorkedExamplesTest.backwardStep();
    Map<String, TypedNumber> entries = key(sheet);
    entries.put("z1", TypedNumber.exact(1.1));
    LineGrade wrong = Grading.of(sheet, entries).firstWrong().orElseThrow();
    assertThat(Texts.ENGLISH.say(wrong.cause().orElseThrow())).isEqualTo("1.1 comes out if the bias is forgotten.");
    assertThat(Texts.CHINESE.say(wrong.cause().orElseThrow())).isEqualTo("如果忘了加偏置，就会得到 1.1。");
  }

  @Test
  void aUnitThatIsSilentByMistakeJudgesNothingElse() {
    Worksheet sheet = WorkedExamplesTest.backwardStep();
    Map<String, TypedNumber> entries = computed(sheet, "z1", -2);
    Grading grading = Grading.of(sheet, entries);
    assertThat(grading.firstWrong().orElseThrow().line().name()).isEqualTo("z1");
    assertThat(grading.count(Verdict.WRONG)).isEqualTo(1);
    Map<String, Verdict> verdicts = new HashMap<>();
    grading.grades().forEach(grade -> verdicts.put(grade.line().name(), grade.verdict()));
    assertThat(verdicts).containsEntry("h1", Verdict.NOT_JUDGED).containsEntry("d_v1", Verdict.NOT_JUDGED)
        .containsEntry("d_w11", Verdict.NOT_JUDGED).containsEntry("o", Verdict.FOLLOWS).containsEntry("z2", Verdict.RIGHT);
    assertThat(grading.judged()).isLessThan(sheet.lines().size());
    assertThat(grading.earned()).isEqualTo(grading.judged() - 1);
  }

  @Test
  void aDivisionByNothingJudgesNothingElse() throws Exception {
    Worksheet sheet = SheetDraw.sheet(SheetCatalog.find("softmax-loss").orElseThrow(), 2);
    Map<String, TypedNumber> entries = key(sheet);
    entries.put("S", TypedNumber.exact(0));
    entries.put("p1", TypedNumber.exact(7));
    Map<String, Verdict> verdicts = new HashMap<>();
    Grading.of(sheet, entries).grades().forEach(grade -> verdicts.put(grade.line().name(), grade.verdict()));
    assertThat(verdicts).containsEntry("S", Verdict.WRONG).containsEntry("p1", Verdict.NOT_JUDGED).containsEntry("p2", Verdict.RIGHT);
  }

  @Test
  void aBlankIsBlankAndGradingGoesOnWithTheRightValue() {
    Worksheet sheet = WorkedExamplesTest.backwardStep();
    Map<String, TypedNumber> entries = key(sheet);
    entries.remove("o");
    Grading grading = Grading.of(sheet, entries);
    assertThat(grading.count(Verdict.BLANK)).isEqualTo(1);
    assertThat(grading.count(Verdict.WRONG)).isZero();
    assertThat(grading.earned()).isEqualTo(sheet.lines().size() - 1);
    assertThat(Grading.of(sheet, Map.of()).count(Verdict.BLANK)).isEqualTo(sheet.lines().size());
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {"0.5;0.5;1", "0,5;0.5;1", "−1.08;-1.08;2", "-1,08;-1.08;2", "1/3;0.3333333333333333;15", 
      "2e-3;0.002;3",
      "2E-3;0.002;3", " 1.0164 ;1.0164;4", ".5;0.5;1", "+4;4;0",
      "-1/4;-0.25;15",
      "½;0.5;15", "3½;3.5;15", "３½;3.5;15", "3 1/2;3.5;15", "−2 3 / 4;-2.75;15", "- 1.08;-1.08;2", "1 / 4;0.25;15", "1e -3;0.001;3",
      "１．５;1.5;1", "1e3;1000;0"})
  void numbersAreRead(String typed, double value, int decimals) {
    assertThat(TypedNumber.read(typed)).contains(new TypedNumber(value, decimals));
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {"abc", "1,234.5", "1.2.3", "1/0", "''", "--1", "1e", "1/2/3", "0x10", "1 000,0,0",
      "1 000", "10²", "3 4", "10⁻³", "x₂", "½½", "3 1/0", "1.5 1/2"})
  void whatIsNoNumberIsNotRead(String typed) {
    assertThat(TypedNumber.read(typed)).isEmpty();
  }
}
