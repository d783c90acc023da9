package studio.backprop.worksheet.print;

import static studio.backprop.worksheet.print.Xhtml.cell;
import static studio.backprop.worksheet.print.Xhtml.element;
import static studio.backprop.worksheet.print.Xhtml.row;
import static studio.backprop.worksheet.print.Xhtml.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.backprop.text.Texts;
import studio.backprop.worksheet.SheetLine;
import studio.backprop.worksheet.SheetNumber;
import studio.backprop.worksheet.SheetSection;
import studio.backprop.worksheet.SheetText;
import studio.backprop.worksheet.Slip;
import studio.backprop.worksheet.Worksheet;

/** Key of a sheet: each line with its formula, with numbers, in full and as printed, and the likeliest wrong values. */
final class KeyHtml {
  private static final int WRONG_VALUES = 3;
  private static final int FULL = 8;
  /** In a grid, longer formulas are left out. */
  private static final int MOST_NAMES = 4;

  private final Texts texts;
  private final HtmlNotation notation = new HtmlNotation();

  KeyHtml(Texts texts) {
    this.texts = texts;
  }

  String page(Worksheet sheet) {
    StringBuilder page = new StringBuilder(WorksheetHtml.head(sheet, texts, texts.say("worksheet.key_of", sheet.kind().title())));
    StringBuilder rows = new StringBuilder(row(Stream.of("line", "numbers", "full", "printed", "wrong")
        .map(head -> element("th", head, text(texts.say("worksheet.key." + head))))
        .collect(Collectors.joining("", "<th class=\"no\"></th>", ""))));
    int number = 1;
    for (SheetSection section : sheet.sections()) {
      for (int i = 0; i < section.lines().size(); i++) {
        rows.append(row(line(sheet, section, i, number++)));
      }
    }
    page.append(element("table", "key", rows.toString()));
    sheet.howToRead().ifPresent(how -> page.append(element("p", "foot", text(texts.say(how)))));
    sheet.question().ifPresent(question -> page.append(element("p", "question", text(texts.say(question.question()))))
        .append(element("p", "answer", text(texts.say(question.answer())))));
    return element("div", "sheet", page.toString());
  }

  private String line(Worksheet sheet, SheetSection section, int at, int number) {
    SheetLine line = section.lines().get(at);
    double value = sheet.result(line);
    return cell("no", String.valueOf(number)) + cell("", name(section, at)) + cell("", SheetText.withNumbers(sheet, line, notation))
        + cell("value", SheetNumber.shortest(value, FULL)) + cell("value printed", SheetText.printed(sheet, line))
        + cell("wrong", wrong(sheet, line));
  }

  /** Formula of a line; in a table with heads its coordinates. */
  private String name(SheetSection section, int at) {
    SheetLine line = section.lines().get(at);
    if (section.heads().isEmpty()) {
      String formula = notation.name(line.name()) + " = " + line.formula().written(notation);
      return section.grid() && line.formula().names().size() > MOST_NAMES ? notation.name(line.name()) : formula;
    }
    return text(texts.say(section.rows().get(at / section.columns()))) + ": "
        + text(texts.say(section.heads().get(at % section.columns())));
  }

  private String wrong(Worksheet sheet, SheetLine line) {
    Map<String, String> causes = new LinkedHashMap<>();
    for (Slip slip : line.slips()) {
      sheet.wrongValue(line, slip).map(wrong -> SheetNumber.shortest(wrong, line.decimals() == 0 ? 2 : line.decimals()))
          .ifPresent(wrong -> causes.merge(wrong, texts.say(slip.key()), (one, other) -> texts.say("worksheet.slip.or", one, other)));
    }
    return causes.entrySet().stream().limit(WRONG_VALUES).map(one -> element("b", "", one.getKey() + ":") + " " + text(one.getValue()))
        .collect(Collectors.joining("; "));
  }
}
