package studio.backprop.worksheet.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.text.Texts;
import studio.backprop.worksheet.SheetDraw;
import studio.backprop.worksheet.SheetKind;
import studio.backprop.worksheet.SheetLine;
import studio.backprop.worksheet.SheetText;
import studio.backprop.worksheet.Worksheet;
import studio.backprop.worksheet.kind.SheetCatalog;

/** Sheets and keys on paper: one page each, on A4 and Letter, in both languages. */
class WorksheetPrintTest {
  private static final int LARGEST = 100_000;

  static Stream<SheetKind> kinds() {
    return Stream.concat(SheetCatalog.all().stream(), SheetCatalog.all().stream().flatMap(kind -> SheetCatalog.withDead(kind).stream()));
  }

  private static List<Worksheet> two(SheetKind kind) throws Exception {
    return List.of(SheetDraw.sheet(kind, 3), SheetDraw.sheet(kind, 44));
  }

  private static List<String> pages(String xhtml) throws Exception {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    WorksheetPdf.write(xhtml, pdf);
    assertThat(pdf.size()).isLessThan(LARGEST);
    List<String> pages = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        PDFTextStripper text = new PDFTextStripper();
        text.setStartPage(page);
        text.setEndPage(page);
        pages.add(text.getText(document));
      }
    }
    return pages;
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aSheetAndAKeyHaveOnePageEach(SheetKind kind) throws Exception {
    List<Worksheet> sheets = two(kind);
    for (Texts texts : Texts.all()) {
      WorksheetHtml html = new WorksheetHtml(texts);
      for (SheetPaper paper : SheetPaper.values()) {
        for (List<String> pages : List.of(pages(html.sheets(sheets, paper)), pages(html.keys(sheets, paper)))) {
          assertThat(pages).hasSize(2);
          assertThat(pages.get(0)).contains(sheets.get(0).code().toString()).doesNotContain("#");
          assertThat(pages.get(1)).contains(sheets.get(1).code().toString());
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aKeyHasEachResultAndASheetHasNone(SheetKind kind) throws Exception {
    Worksheet sheet = SheetDraw.sheet(kind, 8);
    WorksheetHtml html = new WorksheetHtml(Texts.ENGLISH);
    String key = html.keys(List.of(sheet), SheetPaper.A4);
    for (SheetLine line : sheet.lines()) {
      assertThat(key).contains("<td class=\"value printed\">" + SheetText.printed(sheet, line) + "</td>");
    }
    String blank = html.sheets(List.of(sheet), SheetPaper.A4);
    assertThat(blank.split("class=\"blank\"", -1)).hasSize(sheet.lines().size() + 1);
    assertThat(blank).doesNotContain("value printed");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyDocumentIsWellFormed(SheetKind kind) throws Exception {
    for (Texts texts : Texts.all()) {
      WorksheetHtml html = new WorksheetHtml(texts);
      for (String xhtml : List.of(html.sheets(two(kind), SheetPaper.LETTER), html.keys(two(kind), SheetPaper.LETTER))) {
        assertThat(DocumentBuilderFactory.newInstance().newDocumentBuilder()
            .parse(new ByteArrayInputStream(xhtml.getBytes(StandardCharsets.UTF_8))).getDocumentElement().getTagName()).isEqualTo("html");
      }
    }
  }

  @Test
  void everySlipHasItsSentenceInBothLanguages() throws Exception {
    for (SheetKind kind : kinds().toList()) {
      for (SheetLine line : SheetDraw.sheet(kind, 1).lines()) {
        for (Texts texts : Texts.all()) {
          assertThat(texts.say(line.spoken())).isNotBlank();
          assertThat(line.slips()).allMatch(slip -> texts.has(slip.key()));
        }
      }
      assertThat(kind.rules()).allMatch(rule -> Texts.CHINESE.has(rule.sentence().key()) && Texts.ENGLISH.has(rule.sentence().key()));
    }
  }
}
