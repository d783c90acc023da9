package studio.backprop.worksheet.print;

import static studio.backprop.worksheet.print.Xhtml.cell;
import static studio.backprop.worksheet.print.Xhtml.element;
import static studio.backprop.worksheet.print.Xhtml.row;
import static studio.backprop.worksheet.print.Xhtml.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import studio.backprop.text.Texts;
import studio.backprop.worksheet.SheetLine;
import studio.backprop.worksheet.SheetSection;
import studio.backprop.worksheet.Worksheet;

/** Sheets, or their keys, as one XHTML document with one sheet per page. */
public final class WorksheetHtml {
  /** Number of lines above which blanks are lower, to fit one page. */
  private static final int DENSE_LINES = 20;
  private static final int USUAL_DECIMALS = 4;
  private static final String STYLES = styles();

  private final Texts texts;
  private final HtmlNotation notation = new HtmlNotation();

  public WorksheetHtml(Texts texts) {
    this.texts = texts;
  }

  private static String styles() {
    try (InputStream in = WorksheetHtml.class.getResourceAsStream("/css/worksheet-print.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String sheets(List<Worksheet> sheets, SheetPaper paper) {
    return document(sheets, paper, sheets.stream().map(this::sheet).collect(Collectors.joining("\n")), "worksheet.document");
  }

  public String keys(List<Worksheet> sheets, SheetPaper paper) {
    KeyHtml key = new KeyHtml(texts);
    return document(sheets, paper, sheets.stream().map(key::page).collect(Collectors.joining("\n")), "worksheet.document_key");
  }

  private String document(List<Worksheet> sheets, SheetPaper paper, String body, String titleKey) {
    String title = text(texts.say(titleKey, sheets.get(0).kind().title()));
    String language = texts.locale().toLanguageTag();
    return "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"" + language + "\" xml:lang=\"" + language + "\">\n<head>"
        + "<meta charset=\"utf-8\"/><title>" + title + "</title><meta name=\"description\" content=\"" + title + "\"/><style>\n"
        + paper.css() + STYLES + "</style></head>\n<body>\n" + body + "\n</body></html>\n";
  }

  private String sheet(Worksheet sheet) {
    PictureHtml pictures = new PictureHtml(sheet, texts);
    StringBuilder page = new StringBuilder(head(sheet, texts, texts.say(sheet.kind().title())));
    page.append(element("table", "who", row(cell("who", text(texts.say("worksheet.name_field"))) + cell("rule", "")
        + cell("who", text(texts.say("worksheet.date_field"))) + cell("rule short", ""))));
    page.append(element("p", "task", text(texts.say(sheet.kind().task()))));
    page.append(pictures.all());
    int number = 1;
    for (SheetSection section : sheet.sections()) {
      section.title().ifPresent(title -> page.append(element("h2", "", text(texts.say(title)))));
      page.append(section.grid() ? grid(section, number) : list(section, number));
      number += section.lines().size();
    }
    sheet.question().ifPresent(question -> page.append(element("p", "question", text(texts.say(question.question()))))
        .append("<div class=\"ruled\"></div><div class=\"ruled\"></div>"));
    page.append(pictures.tables());
    page.append(element("p", "foot", foot(sheet)));
    return element("div", sheet.lines().size() > DENSE_LINES && !sheet.sections().get(0).grid() ? "sheet dense" : "sheet", page.toString());
  }

  /** Instructions for rounding and for the tables. */
  private String foot(Worksheet sheet) {
    boolean rounded = sheet.lines().stream().anyMatch(line -> line.decimals() == USUAL_DECIMALS);
    String rounding = rounded ? texts.say("worksheet.rounding") : "";
    return text(sheet.howToRead().map(how -> texts.say("worksheet.rounding_and_tables", rounding, how)).orElse(rounding));
  }

  static String head(Worksheet sheet, Texts texts, String title) {
    return element("table", "head", row(cell("title", element("h1", "", text(title))) + cell("code", sheet.code().toString())));
  }

  private String list(SheetSection section, int first) {
    StringBuilder rows = new StringBuilder();
    List<SheetLine> lines = section.lines();
    for (int i = 0; i < lines.size(); i += section.columns()) {
      StringBuilder cells = new StringBuilder();
      for (int j = i; j < i + section.columns(); j++) {
        cells.append(j < lines.size() ? line(lines.get(j), first + j) : cell("no", "") + cell("formula", "") + cell("", ""));
      }
      rows.append(row(cells.toString()));
    }
    return element("table", "lines of" + section.columns(), rows.toString());
  }

  private String line(SheetLine line, int number) {
    String more = line.decimals() == USUAL_DECIMALS ? "" : " " + element("span", "small", texts.say("worksheet.decimals", line.decimals()));
    String formula = notation.name(line.name()) + " = " + line.formula().written(notation) + " =" + more;
    return cell("no", String.valueOf(number)) + cell("formula", formula) + cell("blank", "");
  }

  private String grid(SheetSection section, int first) {
    StringBuilder rows = new StringBuilder();
    boolean named = !section.rows().isEmpty();
    if (!section.heads().isEmpty()) {
      rows.append(row((named ? cell("", "") : "") + section.heads().stream()
          .map(head -> cell("columnhead", text(texts.say(head)))).collect(Collectors.joining())));
    }
    List<SheetLine> lines = section.lines();
    for (int i = 0; i < lines.size(); i += section.columns()) {
      StringBuilder cells = new StringBuilder(named ? cell("rowhead", text(texts.say(section.rows().get(i / section.columns())))) : "");
      for (int j = i; j < i + section.columns(); j++) {
        cells.append(cell("blank", element("span", "cellno", String.valueOf(first + j))));
      }
      rows.append(row(cells.toString()));
    }
    return element("table", "blanks", rows.toString());
  }
}
