package studio.backprop.worksheet.print;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A font of the signs of one text is a whole font, and a small one. */
class FontSubsetTest {
  @ParameterizedTest
  @ValueSource(strings = {"Regular", "Bold"})
  void hasTheSignsOfTheTextAndNoOthers(String cut) throws Exception {
    byte[] subset = FontSubset.of(cut, "Recall 召回率 0.97");
    assertThat(subset.length).isLessThan(40_000);
    try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(subset))) {
      CmapLookup signs = font.getUnicodeCmapLookup();
      "Recall召回率0.97".codePoints().forEach(sign -> assertThat(signs.getGlyphId(sign)).as(Character.toString(sign)).isPositive());
      "Zq精".codePoints().forEach(sign -> assertThat(signs.getGlyphId(sign)).as(Character.toString(sign)).isZero());
    }
  }
}
