package studio.backprop.worksheet.print;

import java.util.Locale;

/** Elements of XHTML, put together as text. */
public final class Xhtml {
  private Xhtml() {}

  /** An element of a style class around content that is XHTML already. */
  public static String element(String name, String style, String content) {
    return "<" + name + (style.isEmpty() ? "" : " class=\"" + style + "\"") + ">" + content + "</" + name + ">";
  }

  public static String cell(String style, String content) {
    return element("td", style, content);
  }

  public static String row(String cells) {
    return element("tr", "", cells);
  }

  /** Text as content. */
  public static String text(String text) {
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
