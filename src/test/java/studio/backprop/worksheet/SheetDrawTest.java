package studio.backprop.worksheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backprop.worksheet.kind.SheetCatalog;

/** Drawn numbers keep the rules of their kind, and a code always leads to the same. */
class SheetDrawTest {
  static Stream<SheetKind> kinds() {
    return Stream.concat(SheetCatalog.all().stream(), SheetCatalog.all().stream().flatMap(kind -> SheetCatalog.withDead(kind).stream()));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void numbersKeepTheRulesAndNeighboursDiffer(SheetKind kind) throws Exception {
    Map<String, Double> before = Map.of();
    for (long variant = 0; variant < 60; variant++) {
      Worksheet sheet = SheetDraw.sheet(kind, variant);
      assertThat(kind.rules()).allMatch(rule -> rule.holds().test(sheet::value));
      for (SheetLine line : sheet.lines()) {
        for (Slip slip : line.slips()) {
          double distance = Math.abs(slip.formula().value(sheet::value) - sheet.value(line.name()));
          assertThat(slip.telling() == 0 || distance >= slip.telling()).as(sheet.code() + " " + line.name() + " " + slip.key()).isTrue();
        }
      }
      assertThat(sheet.givens()).isNotEqualTo(before);
      assertThat(SheetDraw.sheet(kind, variant).givens()).isEqualTo(sheet.givens());
      before = sheet.givens();
    }
  }

  @Test
  void aCodeHasItsNumbersForever() throws Exception {
    Worksheet sheet = SheetCatalog.sheet(SheetCode.read("BS-0017-8").orElseThrow()).orElseThrow();
    assertThat(sheet.givens().toString()).isEqualTo("{w11=-0.3, w12=0.7, w21=-0.8, w22=0.6, v1=0.2, v2=-0.5, b1=0.3, "
        + "b2=0.4, c=0.4, x1=0.5, x2=3.0, t=1.0, eta=0.05}");
    assertThat(SheetDraw.sheet(SheetCatalog.find("backward-step").orElseThrow(), 18).givens()).as("drawn before the loss had to be smaller")
        .hasToString("{w11=0.4, w12=0.5, w21=-0.2, w22=0.6, v1=0.8, v2=-0.7, b1=0.3, b2=0.4, c=0.5, x1=2.0, x2=0.5, t=1.0, eta=0.05}");
  }

  /** The last section of a training step asks whether the loss is smaller: it is, and by its own doing no unit has died. */
  @ParameterizedTest
  @ValueSource(strings = {"BS", "BD", "BG"})
  void aTrainingStepMakesTheLossSmallerAndKillsNoUnit(String letters) throws Exception {
    for (long variant = 0; variant < 300; variant++) {
      Worksheet sheet = SheetDraw.sheet(SheetCatalog.ofLetters(letters).orElseThrow(), variant);
      String code = sheet.code().toString();
      assertThat(sheet.value("L_n")).as(code).isLessThan(sheet.value("L"));
      assertThat(Stream.of("h1", "h2").filter(name -> sheet.value(name) > 0)).as(code)
          .allMatch(name -> sheet.value(name + "_n") >= 0.2 - 1e-9 || letters.equals("BG"));
      SheetLine last = sheet.lines().get(sheet.lines().size() - 1);
      assertThat(sheet.tolerance(last)).as(code + ": 0 is not right").isLessThan(sheet.value("L_n"));
    }
  }

  @Test
  void everyKindHasLettersOfItsOwn() {
    assertThat(kinds().map(SheetKind::letters)).doesNotHaveDuplicates().allMatch(letters -> letters.matches("[A-Z]{2}"));
  }

  @Test
  void aDeadUnitIsTheOnlyOne() throws Exception {
    for (long variant = 0; variant < 50; variant++) {
      Worksheet sheet = SheetDraw.sheet(SheetCatalog.ofLetters("BD").orElseThrow(), variant);
      assertThat(Stream.of("h1", "h2").filter(name -> sheet.value(name) == 0)).hasSize(1);
    }
  }

  @Test
  void afterVainDrawsTheRuleInTheWayIsNamed() {
    SheetKind usual = SheetCatalog.find("convolution").orElseThrow();
    SheetKind impossible = new SheetKind() {
      @Override
      public String id() {
        return usual.id();
      }

      @Override
      public String letters() {
        return "XX";
      }

      @Override
      public Map<String, Double> draw(Random random) {
        return usual.draw(random);
      }

      @Override
      public List<SheetSection> sections(Map<String, Double> givens) {
        return usual.sections(givens);
      }

      @Override
      public List<SheetRule> rules() {
        return List.of(SheetRule.of("kernel_zeros", values -> values.applyAsDouble("k11") > 1));
      }

      @Override
      public List<SheetPicture> pictures(Map<String, Double> givens) {
        return usual.pictures(givens);
      }
    };
    assertThatThrownBy(() -> SheetDraw.sheet(impossible, 4)).isInstanceOf(SheetDraw.VainDraw.class)
        .hasMessageStartingWith("No numbers for XX-0004-").hasMessageContaining("in 20,000 draws")
        .hasMessageMatching(".* \\([\\d,]+ times\\): the kernel has 2 to 4 zeros\\.");
  }

  @Test
  void aCodeIsTheSameWhateverTheLanguageOfTheMachine() {
    Locale here = Locale.getDefault();
    try {
      for (String language : List.of("ar-EG", "fa-IR", "hi-IN-u-nu-deva", "tr-TR", "de-DE")) {
        Locale.setDefault(Locale.forLanguageTag(language));
        assertThat(new SheetCode("BS", 417)).as(language).hasToString("BS-0417-9");
      }
    } finally {
      Locale.setDefault(here);
    }
  }

  @Test
  void aMistypedCodeIsRefused() {
    String code = new SheetCode("LS", 20_230_417).toString();
    assertThat(SheetCode.read(code.toLowerCase(Locale.ROOT))).contains(new SheetCode("LS", 20_230_417));
    for (int at = 3; at < code.length(); at++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        String changed = code.substring(0, at) + digit + code.substring(at + 1);
        if (code.charAt(at) != '-' && digit != code.charAt(at)) {
          assertThat(SheetCode.read(changed)).as(changed).isEmpty();
        }
      }
      if (at + 1 < code.length() && code.charAt(at) != code.charAt(at + 1) && code.charAt(at) != '-' && code.charAt(at + 1) != '-') {
        String swapped = code.substring(0, at) + code.charAt(at + 1) + code.charAt(at) + code.substring(at + 2);
        assertThat(SheetCode.read(swapped)).as(swapped).isEmpty();
      }
    }
    assertThat(SheetCode.read("LS-17")).isEmpty();
  }
}
