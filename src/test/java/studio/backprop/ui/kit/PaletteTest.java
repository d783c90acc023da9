package studio.backprop.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaletteTest {
  private static final List<Token> TEXT = List.of(
      Token.FG, Token.MUT, Token.SUBT, Token.ACCENT_TEXT, Token.OK, Token.WARN, Token.BAD, Token.TIME, Token.GRADIENT,
      Token.GROUP_BASIC, Token.GROUP_CONVOLUTION, Token.GROUP_SEQUENCE, Token.GROUP_GRAPH, Token.GROUP_MERGE);
  private static final List<Token> GROUND = List.of(Token.BG, Token.SUB, Token.CANVAS, Token.OVERLAY);
  private static final Map<Token, Token> TEXT_ON = Map.ofEntries(
      Map.entry(Token.TIP_TEXT, Token.TIP), Map.entry(Token.ON_ACCENT, Token.ACCENT), Map.entry(Token.ON_RUN, Token.RUN),
      Map.entry(Token.ACCENT_SOFT_TEXT, Token.ACCENT_SOFT),
      Map.entry(Token.OK_SOFT_TEXT, Token.OK_SOFT), Map.entry(Token.WARN_SOFT_TEXT, Token.WARN_SOFT),
      Map.entry(Token.BAD_SOFT_TEXT, Token.BAD_SOFT), Map.entry(Token.TIME, Token.TIME_SOFT),
      Map.entry(Token.PHASE_FORWARD_TEXT, Token.PHASE_FORWARD), Map.entry(Token.PHASE_LOSS_TEXT, Token.PHASE_LOSS),
      Map.entry(Token.PHASE_BACKWARD_TEXT, Token.PHASE_BACKWARD), Map.entry(Token.PHASE_UPDATE_TEXT, Token.PHASE_UPDATE));

  @ParameterizedTest
  @EnumSource(Theme.class)
  void textContrastsWithEveryGroundItStandsOn(Theme theme) {
    for (Token text : TEXT) {
      for (Token ground : GROUND) {
        assertThat(contrast(theme, text, ground)).as(text + " on " + ground).isGreaterThanOrEqualTo(4.5);
      }
    }
    TEXT_ON.forEach((text, ground) -> assertThat(contrast(theme, text, ground)).as(text + " on " + ground).isGreaterThanOrEqualTo(4.5));
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void whatANodeShowsIsReadAndSeenWhileTheEngineIsAtIt(Theme theme) {
    for (Token tint : List.of(Token.TINT_FORWARD, Token.TINT_LOSS, Token.TINT_BACKWARD)) {
      assertThat(contrast(theme, Token.FG, tint)).as("text on " + tint).isGreaterThanOrEqualTo(12);
      assertThat(contrast(theme, Token.MUT, tint)).as("second text on " + tint).isGreaterThanOrEqualTo(4.5);
      assertThat(contrast(theme, tint, Token.BG)).as(tint + " on the ground of a node").isBetween(1.03, 1.25);
    }
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void linesThatMeanSomethingContrastWithTheCanvas(Theme theme) {
    for (Token line : List.of(Token.WIRE, Token.ACCENT, Token.RIBBON_HEALTHY, Token.RIBBON_VANISHED, Token.RIBBON_EXPLODING)) {
      assertThat(contrast(theme, line, Token.BG)).as(line.toString()).isGreaterThanOrEqualTo(3.0);
    }
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void zeroIsExactlyNeutralOnTheSignedScale(Theme theme) {
    Color zero = theme.palette().signed().color(0);
    assertThat(zero.getSaturation()).isLessThan(0.35);
    assertThat(theme.palette().signed().argb(0.001)).isEqualTo(theme.palette().signed().argb(-0.001));
    assertThat(theme == Theme.LIGHT ? "0xf7f8f9ff" : "0x20262dff").isEqualTo(zero.toString());
  }

  @Test
  void valuesBeyondAScaleShowItsEnd() {
    Scale signed = Theme.LIGHT.palette().signed();
    assertThat(signed.argb(7)).isEqualTo(signed.argb(1)).isEqualTo(0xff0a4f9e);
    assertThat(signed.argb(Double.NEGATIVE_INFINITY)).isEqualTo(signed.argb(-1)).isEqualTo(0xffa84c00);
    assertThat(Theme.LIGHT.palette().size().argb(-1)).isEqualTo(0xfffcf9f6);
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void whatIsNotANumberLooksLikeNoValue(Theme theme) {
    Scale size = theme.palette().size();
    int nan = size.argb(Double.NaN);
    for (double value = 0; value <= 1; value += 0.01) {
      assertThat(size.argb(value)).isNotEqualTo(nan);
    }
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void textOnEveryColourOfAScaleIsReadable(Theme theme) {
    Palette palette = theme.palette();
    for (double value = -1; value <= 1; value += 0.05) {
      Color cell = palette.signed().color(value);
      assertThat(Palette.contrast(palette.textOn(cell), cell)).as("at " + value).isGreaterThanOrEqualTo(3.9);
    }
  }

  @Test
  void blackOnWhiteHasTheLargestContrast() {
    assertThat(Palette.contrast(Color.BLACK, Color.WHITE)).isCloseTo(21, within(1e-9));
  }

  @Test
  void theStyleSheetOfControlsHoldsNoColourOfItsOwn() throws IOException {
    String css = resource("/css/studio.css");
    assertThat(Pattern.compile("#[0-9a-fA-F]{3,8}\\b|rgba?\\(").matcher(css).results().map(r -> r.group()).toList()).isEmpty();
  }

  @Test
  void theStyleSheetOfControlsNamesOnlyColoursThatStandInBothThemes() throws IOException {
    String css = resource("/css/studio.css");
    TreeSet<String> used = names("(?<![a-z])(-bp-[a-z0-9-]+)", css);
    used.removeAll(names("(?<![a-z])(-bp-[a-z0-9-]+):", css));
    assertThat(names("(-bp-[a-z0-9-]+):", resource("/css/tokens-light.css"))).containsAll(used);
    assertThat(names("(-bp-[a-z0-9-]+):", resource("/css/tokens-dark.css"))).containsAll(used);
  }

  private static TreeSet<String> names(String pattern, String css) {
    TreeSet<String> names = new TreeSet<>();
    Pattern.compile(pattern).matcher(css).results().forEach(r -> names.add(r.group(1)));
    return names;
  }

  private static double contrast(Theme theme, Token a, Token b) {
    return Palette.contrast(theme.palette().color(a), theme.palette().color(b));
  }

  private static String resource(String name) throws IOException {
    try (var in = PaletteTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
