package studio.backprop.worksheet.print;

import java.util.Locale;

/** Elements of XHTML, put together as text. */
final class Xhtml {
  private Xhtml() {}

  /** An element of a style class around content that is XHTML already. */
  static String element(String name, String style, String content) {
    return "<" + name + (style.isEmpty() ? "" : " class=\"" + style + "\"") + ">" + content + "</" + name + ">";
  }

  static String cell(String style, String content) {
    return element("td", style, content);
  }

  static String row(String cells) {
    return element("tr", "", cells);
  }

  /** Text as content. */
  static String text(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** A box at a place on the sheet of its picture, in millimetres. */
  static String placed(String style, double left, double top, String further, String content) {
    return "<div class=\"" + style + "\" style=\"left:" + mm(left) + ";top:" + mm(top) + ";" + further + "\">" + content + "</div>";
  }

  static String mm(double value) {
    return String.format(Locale.ROOT, "%.2fmm", value);
  }
}
